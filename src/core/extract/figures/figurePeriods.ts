/** When the figures of a sentence are: by their own times, those of their partners and lists, and what the surroundings say. */
import type { Span } from '../../text/offsets';
import { SPAN, governingTime, ownTime, spanOfYears } from './periods';
import type { FoundFigure } from './spans';
import type { Time } from './times';

/** What stands around a sentence: its time where it states none, and the periods of the figures of the sentence before, where this one goes on about it (其中). */
export interface Surroundings {
  readonly period: string | null;
  readonly steps?: readonly (string | null)[];
}

/** The time nearest before a figure in its sentence that says its period; behind it where none stands before. */
export function stated(times: readonly Time[], period: string | null, sentence: Span, figure: FoundFigure): Span | null {
  const inside = times.filter((t) => t.period === period && t.start >= sentence.start && t.end <= sentence.end);
  const time = inside.filter((t) => t.end <= figure.start).at(-1) ?? inside[0];
  return time ? { start: time.start, end: time.end } : null;
}

/** Periods: own time, partner's time, the time that governs the clause, what the surroundings say. */
export function periodsOf(
  text: string, sentence: Span, clauses: readonly Span[], found: readonly FoundFigure[], times: readonly Time[], pairs: readonly [number, number][], isChange: readonly boolean[], english: boolean, context: Surroundings,
): (string | null)[] {
  const periods: (string | null)[] = found.map((figure) => {
    const own = ownTime(text, times, figure.start, figure.end);
    if (own) return own.period;
    if (english) {
      // In English the time follows: … 26.2% in 2020; it belongs to the figure before it, and to one before a bracket.
      const next = found.find((f) => f.start > figure.start && !/^\s*\([^()]*$/.test(text.slice(figure.end, f.start)));
      const behind = times.find((t) => t.start >= figure.end && t.end <= Math.min(sentence.end, next?.start ?? sentence.end) && !/;|\.(?!\d)/.test(text.slice(figure.end, t.start)));
      if (behind && (!behind.loose || /^since:/.test(behind.period) || SPAN.test(behind.period))) return behind.period;
    }
    return (english ? null : spanOfYears(text, times, sentence, figure.start))?.period ?? governingTime(times, sentence, figure.start)?.period ?? (english ? englishLaterTime(times, sentence) : null) ?? context.period;
  });
  pairs.forEach(([a, b], at) => {
    const start = found[a] as FoundFigure, end = found[b] as FoundFigure;
    const ownA = ownTime(text, times, start.start, start.end), ownB = ownTime(text, times, end.start, end.end);
    const previous = pairs[at - 1];
    const governing = spanOfYears(text, times, sentence, start.start) ?? governingTime(times, sentence, start.start);
    if (ownA || ownB) {
      periods[a] = ownA?.period ?? (governing && !governing.loose && !ownB ? governing.period : null);
      periods[b] = ownB?.period ?? governing?.period ?? null;
    } else if (governing && spanned(governing) && !times.some((t) => !t.loose && t.start >= start.end && t.end <= end.start)) {
      // 2012—2019年，……从A增长至B: A is of the first year, B of the last.
      const years = spanned(governing) as [string, string];
      periods[a] = years[0];
      periods[b] = years[1];
    } else if (previous && !times.some((t) => !t.loose && t.start >= (found[previous[1]] as FoundFigure).end && t.end <= start.start)) {
      periods[a] = periods[previous[0]] ?? null;
      periods[b] = periods[previous[1]] ?? null;
    } else if (!english) {
      // 2012年时118座，目前增至408座: a time of its own stands before each.
      const later = governingTime(times, sentence, end.start);
      periods[a] = later !== governing && governing && !governing.loose ? governing.period : null;
    }
  });
  averages(text, sentence, found, times, periods);
  if (english) respectively(text, found, times, periods);
  else inStep(text, sentence, clauses, found, times, context.steps ?? [], periods);
  // A rate that follows a value is of the value's time.
  found.forEach((figure, i) => {
    if (!isChange[i] || i === 0 || pairs.some(([a, b]) => a === i || b === i)) return;
    const before = found[i - 1] as FoundFigure;
    const own = ownTime(text, times, before.start, before.end);
    // …，比2015年的18.13%降低3个百分点: what it is set against is not the rate's time.
    const against = own && /[比较][^，,。；;]*$/.test(text.slice(Math.max(0, own.start - 14), own.start + 1));
    if (own?.until === Infinity && !against && !/转|变/.test(text.slice(before.end, figure.start)) && !times.some((t) => t.start >= before.end && t.end <= figure.start)) periods[i] = periods[i - 1] ?? null;
  });
  return periods;
}

/** 年均增长8.5%, 两年平均增长5.2% are of several years: never of the one year that the sentence speaks of. */
function averages(text: string, sentence: Span, found: readonly FoundFigure[], times: readonly Time[], periods: (string | null)[]): void {
  const averaged = new Set<number>();
  found.forEach((figure, i) => {
    const clause = text.slice(sentence.start, figure.start).split(/[，,；;。]/).at(-1) ?? '';
    const paired = i > 0 && /^(?:和|、|与)$/.test(text.slice((found[i - 1] as FoundFigure).end, figure.start)) && averaged.has(i - 1);
    if (!paired && !/年均|年(?:间|来)?平均(?:分别)?(?:增|下|减|每年)|多年(?:来|间)?(?:增长|增加|提高|扩大)了?(?:约|近|超过?)?$/.test(clause)) return;
    averaged.add(i);
    if (/^window:/.test(periods[i] ?? '')) return;
    periods[i] = times.filter((t) => /^window:/.test(t.period) && t.start >= sentence.start && t.end <= figure.start).at(-1)?.period ?? 'annual';
  });
}

/** 一季度、二季度分别达到9.76万亿元和10.34万亿元; 2016~2019年，税负分别为A、B、C和D: times and figures in step; also those of the sentence before. */
function inStep(text: string, sentence: Span, clauses: readonly Span[], found: readonly FoundFigure[], times: readonly Time[], steps: readonly (string | null)[], periods: (string | null)[]): void {
  for (const clause of clauses) {
    const mark = text.slice(clause.start, clause.end).indexOf('分别');
    const inside = mark < 0 ? [] : found.map((f, i) => [f, i] as const).filter(([f]) => f.start >= clause.start + mark && f.start < clause.end);
    const first = inside[0];
    if (inside.length < 2 || !first) continue;
    const before = times.filter((t) => !t.local && t.start >= sentence.start && t.end <= first[0].start);
    const years = spanned(before.at(-1))?.map(Number);
    const list = before.slice(-inside.length);
    const given = years && (years[1] as number) - (years[0] as number) + 1 === inside.length ? inside.map((_, k) => String((years[0] as number) + k))
      : list.length === inside.length && list.every((t, k) => k === 0 || /^[、和与及]$/.test(text.slice((list[k - 1] as Time).end, t.start))) ? list.map((t) => t.period)
        : before.length === 0 && steps.length === inside.length && new Set(steps).size > 1 ? steps : null;
    if (given) inside.forEach(([, i], k) => { periods[i] = given[k] as string | null; });
  }
}

/** 1.84 percent and 1.75 percent in 2011 and 2010, respectively: values and the times behind them in step. */
function respectively(text: string, found: readonly FoundFigure[], times: readonly Time[], periods: (string | null)[]): void {
  const joined = (from: number, to: number): boolean => /^,?\s*(?:and\s+)?(?:in\s+|the\s+)?$/.test(text.slice(from, to));
  times.forEach((last, k) => {
    if (!/^,?\s*respectively\b/.test(text.slice(last.end))) return;
    let first = k;
    while (first > 0 && joined((times[first - 1] as Time).end, (times[first] as Time).start)) first--;
    const behind = found.findIndex((figure) => figure.start > (times[first] as Time).start), end = behind < 0 ? found.length : behind, from = end - (k - first + 1);
    if (k === first || from < 0 || !found.slice(from + 1, end).every((figure, i) => joined((found[from + i] as FoundFigure).end, figure.start))) return;
    for (let i = from; i < end; i++) periods[i] = (times[first + i - from] as Time).period;
  });
}

/** First and last year of a span of years. */
function spanned(time: Time | undefined): [string, string] | null {
  const years = /^window:(\d{4})-(\d{4})$/.exec(time?.period ?? '');
  return years && [years[1] as string, years[2] as string];
}

/** In English a time often closes the sentence; it holds where it is the only one. */
export function englishLaterTime(times: readonly Time[], sentence: Span): string | null {
  const inside = times.filter((t) => t.start >= sentence.start && t.end <= sentence.end && !t.loose);
  return inside.length === 1 ? (inside[0] as Time).period : null;
}
