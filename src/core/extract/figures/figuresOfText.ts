/** The figures of one paragraph or of a piece of a draft, with what they measure, whose, and when. */
import type { Language } from '../../library/types';
import type { Span } from '../../text/offsets';
import { sentences } from '../../text/sentences';
import { pairsOf } from './changes';
import { clausesOf } from './clauses';
import { nearestSubjects } from './entities';
import { CITIES, PLACE, PROVINCES, RANKED_PLACE } from './places';
import { metricsOf } from './metrics';
import { englishMetricsOf } from './metricsEnglish';
import { normalise } from './numerals';
import type { DocumentYears, Time } from './times';
import { NOW, governingTime, leadingTime, ownTime, spanOfYears, timesOf } from './periods';
import type { FoundFigure } from './spans';
import { chineseFigures } from './spans';
import { englishFigures } from './spansEnglish';
import { unitClassOf } from './units';

/** A figure with its attributes; all offsets into the text that was read. */
export interface TextFigure extends FoundFigure {
  readonly raw: string;
  readonly sentence: Span;
  readonly metric: string | null;
  /** Metric without the verb of change, for figures that are the change itself. */
  readonly base: string | null;
  readonly change: string | null;
  readonly entity: string | null;
  readonly period: string | null;
  /** Where the text states that period; null where it is carried in from elsewhere. */
  readonly time: Span | null;
  /** Index (in the same list) of the partner in a from-to pair. */
  readonly from: number | null;
  readonly to: number | null;
  /** Speaks of what is planned, not of what is. */
  readonly planned: boolean;
}

/** What the surroundings of a text say for its figures. */
export interface FigureContext extends DocumentYears {
  /** Whose figures they are where no clause says. */
  readonly entity: string | null;
  /** When, where no sentence says (a line 截至2023年 above a list). */
  readonly period: string | null;
  /** Whether the document reports on one period throughout: a time that opens a sentence then holds for the sentences behind it. */
  readonly reports?: boolean;
  /** What the sentence before was about. */
  readonly previous?: string;
  /** Periods of the figures of the sentence before, where this one goes on about it (其中). */
  readonly steps?: readonly (string | null)[];
}

export const NO_CONTEXT: FigureContext = { report: null, written: null, entity: null, period: null };

const PLANNED = /力争|计划(?:到|在)|目标(?:是|为)|预期目标|拟|将(?:达|超|增|建|在|力)|要(?:达到|实现|建成|建设|新增|完成)|确保|争取|努力实现|规划(?:到|建设)|再(?:建|培育|新增)|\b(?:will|aims? to|plans? to|targets?)\b/;

/** How far from a sentence a time may still stand beside one of its figures. */
const BESIDE = 60;

/** The figures of a clean text, in order. */
export function figuresOfText(source: string, language: Language, context: FigureContext = NO_CONTEXT): TextFigure[] {
  if (!/[\d０-９一二三四五六七八九十两百千万亿首]|[a-z]{3}/i.test(source)) return [];
  const text = normalise(source);
  const english = language === 'en' || (language === 'und' && !/\p{Script=Han}/u.test(text));
  const found = english ? englishFigures(text) : chineseFigures(text);
  if (found.length === 0) return [];
  const times = timesOf(text, english, context);
  const result: TextFigure[] = [];
  let last: TextFigure | undefined, lastFrom = 0, running = context.period, next = 0, firstTime = 0;
  for (const sentence of sentences(source)) {
    const inside: FoundFigure[] = [];
    while (next < found.length && (found[next] as FoundFigure).start < sentence.end) {
      const figure = found[next++] as FoundFigure;
      if (figure.start >= sentence.start && figure.end <= sentence.end) inside.push(figure);
    }
    const carried = running;
    if (context.reports) {
      const opens = (english ? englishLaterTime(times, sentence) : null) ?? leadingTime(text, times, sentence)?.period;
      // What happened in another year (2003年6月，经批准…) is not what the report goes on with, unless figures are given for it.
      if (opens && (inside.length > 0 || context.period === null || yearIn(opens) === yearIn(context.period))) running = opens;
    }
    if (inside.length === 0) continue;
    const words = text.slice(sentence.start, sentence.end);
    // 其中 goes on about the sentence before, at the same time and of the same subject; a comparison with the year before goes on at the same time.
    const goesOn = last && /^(?:其中|具体来看|分.{1,8}看)/.test(words);
    // A sentence that opens with its verb has the subject of the one before.
    const sameSubject = last && !english && !goesOn && /^(?:发生|完成|实现|建有|拥有|新增)/.test(words) ? last.entity : null;
    const sameYear = last && !english && /^(?:as-of:)?\d{4}$/.test(last.period ?? '') && last.from === null && !last.planned && /上年|同比|去年|[；;，,](?:增长|下降|增加|减少)/.test(words);
    const around = context.reports ? { ...context, period: carried } : context;
    const here = sameSubject ? { ...around, entity: sameSubject } : around;
    const within = goesOn && last ? { ...around, period: last.period ?? around.period, entity: last.entity ?? context.entity }
      : sameYear && last ? { ...here, period: around.period ?? last.period } : here;
    const about = { ...within, previous: last?.base ?? context.previous ?? '', steps: goesOn ? result.slice(lastFrom).map(({ period }) => period) : [] };
    // Times of other sentences are of no account, but for what stands right beside this one.
    while (firstTime < times.length && (times[firstTime] as Time).end < sentence.start - BESIDE) firstTime++;
    let behind = firstTime;
    while (behind < times.length && (times[behind] as Time).start <= sentence.end + BESIDE) behind++;
    const first = result.length;
    result.push(...sentenceFigures(source, text, sentence, inside, times.slice(firstTime, behind), english, about, first));
    last = result[first] ?? last;
    lastFrom = first;
  }
  return result;
}

const yearIn = (period: string): string | undefined => /\d{4}/.exec(period)?.[0];

/** The period that a report has come to at the end of a text: that of the last time with which a sentence of figures opens. */
export function periodAfter(source: string, language: Language, context: FigureContext): string | null {
  const text = normalise(source), english = language === 'en', times = timesOf(text, english, context);
  const found = english ? englishFigures(text) : chineseFigures(text);
  return sentences(source).filter(({ start, end }) => found.some((figure) => figure.start >= start && figure.end <= end))
    .reduce<string | null>((running, sentence) => ((english ? englishLaterTime(times, sentence) : null) ?? leadingTime(text, times, sentence)?.period ?? running), context.period);
}

function sentenceFigures(
  source: string, text: string, sentence: Span, found: readonly FoundFigure[], times: readonly Time[], english: boolean, context: FigureContext, offset: number,
): TextFigure[] {
  const clauses = clausesOf(text, sentence);
  const metrics = english ? englishMetricsOf(text, clauses, found, times, context.previous ?? '') : metricsOf(text, clauses, found, times, context.previous ?? '');
  const pairs = pairsOf(text, found, times, english);
  const words = text.slice(sentence.start, sentence.end), plans = PLANNED.test(words);
  const periods = periodsOf(text, sentence, clauses, found, times, pairs, metrics.map((m) => m.change !== null), english, context);
  const entities = entitiesOf(text, clauses, found, english, context);
  return found.map((figure, i) => {
    const pair = pairs.find(([a, b]) => a === i || b === i);
    // The second value of a pair measures what the first does.
    const metric = metrics[pair && pair[1] === i ? pair[0] : i];
    const clause = clauses.find((c) => figure.start >= c.start && figure.start < c.end) ?? sentence;
    const governing = governingTime(times, sentence, figure.start), measured = named(metric?.text, entities[i], context);
    return {
      // Field by field: a spread with more behind it costs ten times as much.
      start: figure.start, end: figure.end, numeral: figure.numeral, value: figure.value, unit: figure.unit, relation: figure.relation, qualifier: figure.qualifier, precision: figure.precision, rank: figure.rank,
      raw: source.slice(figure.start, figure.end), sentence,
      metric: measured, base: metric?.base === metric?.text ? measured : named(metric?.base, entities[i], context), change: pair ? null : metric?.change ?? null,
      entity: entities[i] ?? null, period: periods[i] === NOW ? null : periods[i] ?? null,
      time: stated(times, periods[i] ?? null, sentence, figure),
      from: pair ? offset + pair[0] : null, to: pair ? offset + pair[1] : null,
      planned: (governing?.target ?? false) || (plans && PLANNED.test(text.slice(sentence.start, figure.start)) && !/已|完成/.test(text.slice(clause.start, figure.start))),
    };
  });
}

/** Places at the head of an indicator are whose it is, not what it is (北京市地区生产总值; 美国、日本研发强度). */
const PLACES_FIRST = new RegExp(`^(?!全球|世界)(?:(?:${PLACE}(?:[省市]|自治区)?(?:[、和与](?=${PLACE}))?)+|${RANKED_PLACE})(?=[\\p{Script=Han}]{3})(?!大学|高校|科学院|企业|财政)`, 'u');

const PLACE_BEGINNINGS = new Set(PLACE.slice(3, -1).split('|').map((name) => name.slice(0, 2)));

/** A quick look before a dear one: a known name, or a rank near the head. */
function mayHavePlaceFirst(words: string): boolean {
  return PLACE_BEGINNINGS.has(words.slice(0, 2)) || /[市县区州]/.test(words.slice(1, 9));
}

/** The metric in Simplified characters; one too short to say anything by itself has its subject's name before it (建成 → 某铁路建成). */
function named(words: string | undefined, entity: string | null | undefined, context: FigureContext): string | null {
  const given = (words ?? '').trim();
  const whole = /R&D|GDP/.test(given) ? given.replace(/研究[与和]试验发展\s*[（(]R&D[）)]/g, 'R&D').replace(/(?<=生产总值)\s*[（(]GDP[）)]/g, '') : given;
  const without = mayHavePlaceFirst(whole) ? whole.replace(PLACES_FIRST, '').replace(/^的/, '') : whole, metric = without.length >= 2 ? without : whole;
  if (metric === '') return null;
  return metric.length <= 2 && entity && entity !== context.entity && /\p{Script=Han}/u.test(metric) && entity.length > 3 ? entity + metric : metric;
}

/** The time nearest before a figure in its sentence that says its period; behind it where none stands before. */
function stated(times: readonly Time[], period: string | null, sentence: Span, figure: FoundFigure): Span | null {
  const inside = times.filter((t) => t.period === period && t.start >= sentence.start && t.end <= sentence.end);
  const time = inside.filter((t) => t.end <= figure.start).at(-1) ?? inside[0];
  return time ? { start: time.start, end: time.end } : null;
}

/** Periods: own time, partner's time, the time that governs the clause, what the surroundings say. */
function periodsOf(
  text: string, sentence: Span, clauses: readonly Span[], found: readonly FoundFigure[], times: readonly Time[], pairs: readonly [number, number][], isChange: readonly boolean[], english: boolean, context: FigureContext,
): (string | null)[] {
  const periods: (string | null)[] = found.map((figure) => {
    const own = ownTime(text, times, figure.start, figure.end);
    if (own) return own.period;
    if (english) {
      // In English the time follows: … 26.2% in 2020; it belongs to the figure before it, and to one before a bracket.
      const next = found.find((f) => f.start > figure.start && !/^\s*\([^()]*$/.test(text.slice(figure.end, f.start)));
      const behind = times.find((t) => t.start >= figure.end && t.end <= Math.min(sentence.end, next?.start ?? sentence.end) && !/;|\.(?!\d)/.test(text.slice(figure.end, t.start)));
      if (behind && (!behind.loose || behind.period.startsWith('since:'))) return behind.period;
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
  inStep(text, sentence, clauses, found, times, context.steps ?? [], periods);
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

/** First and last year of a span of years. */
function spanned(time: Time | undefined): [string, string] | null {
  const years = /^window:(\d{4})-(\d{4})$/.exec(time?.period ?? '');
  return years && [years[1] as string, years[2] as string];
}

/** In English a time often closes the sentence; it holds where it is the only one. */
function englishLaterTime(times: readonly Time[], sentence: Span): string | null {
  const inside = times.filter((t) => t.start >= sentence.start && t.end <= sentence.end && !t.loose);
  return inside.length === 1 ? (inside[0] as Time).period : null;
}

const BRACKETED = new RegExp(`(${PLACE}|全国|(?<=^|[、，：:和与及])[\\p{Script=Han}]{2,4}(?=[市县区州旗][（(]))(?:(?:[省市县区州旗]|自治区)?[（(]|(?<=次于${PLACE})的\\s*)$`, 'u');

/** The place whose figure stands in brackets behind it (广东（4802.6亿元）). */
function placeBefore(text: string, start: number): string | null {
  const named = BRACKETED.exec(text.slice(Math.max(0, start - 10), start))?.[1] ?? null;
  return named === '全国' ? '中国' : named;
}

const OFFICE_BEFORE = new RegExp(`(${PROVINCES}|${CITIES})(?:[省市]|自治区)`, 'g');

/** 全市 and 我省 are the place that the words before it name with its rank (湖南省某厅通报，全省…), else the one that the document speaks of. */
function hereIs(subject: string | undefined, place: string | null, before: string): string | undefined {
  if (subject === undefined || !/^[我本全该][市省区县州]$/.test(subject)) return subject;
  const named = /^[全我][省市]$/.test(subject) ? [...before.matchAll(OFFICE_BEFORE)].filter(([word]) => word.endsWith(subject[1] as string)).at(-1)?.[1] : undefined;
  return named ?? (place !== null && place !== '中国' ? place : subject);
}

function entitiesOf(text: string, clauses: readonly Span[], found: readonly FoundFigure[], english: boolean, context: FigureContext): (string | null)[] {
  const subjects = found.map((figure) => nearestSubjects(text, clauses, figure.start, english));
  const entities = subjects.map((list, i) => placeBefore(text, (found[i] as FoundFigure).start) ?? hereIs(list[0], context.entity, text.slice(clauses[0]?.start ?? 0, (found[i] as FoundFigure).start)) ?? context.entity);
  // 北京、上海分别位居第三、第八: subjects and figures go in step.
  found.forEach((figure, i) => {
    const list = subjects[i] as string[];
    if (list.length < 2) return;
    const clause = clauses.find((c) => figure.start >= c.start && figure.start < c.end) as Span;
    const peers = found.map((f, k) => [f, k] as const).filter(([f]) => f.start >= clause.start && f.start < clause.end && f.rank === figure.rank && unitClassOf(f.unit) === unitClassOf(figure.unit)).map(([, k]) => k);
    const at = peers.indexOf(i);
    if (peers.length === list.length && at >= 0) entities[i] = list[at] as string;
  });
  return entities;
}
