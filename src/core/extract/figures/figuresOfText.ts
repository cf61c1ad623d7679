/** The figures of one paragraph or of a piece of a draft, with what they measure, whose, and when. */
import type { Language } from '../../library/types';
import type { Span } from '../../text/offsets';
import { sentences } from '../../text/sentences';
import { pairsOf } from './changes';
import { englishLaterTime, periodsOf, stated } from './figurePeriods';
import { clausesOf } from './clauses';
import { englishSubjectsOf, nearestSubjects, subjectsOf } from './entities';
import { CITIES, PLACE, PROVINCES, RANKED_PLACE } from './places';
import { contained, isChange } from './metricWords';
import { metricsOf } from './metrics';
import { englishMetricsOf } from './metricsEnglish';
import { normalise } from './numerals';
import type { DocumentYears, Time } from './times';
import { NOW, governingTime, leadingTime, timesOf } from './periods';
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
  let last: TextFigure | undefined, lastFrom = 0, running = context.period, opened: string | null = null, next = 0, firstTime = 0;
  let before: Span | null = null, here: Span | null = null;
  for (const sentence of sentences(source)) {
    before = here;
    here = sentence;
    const inside: FoundFigure[] = [];
    while (next < found.length && (found[next] as FoundFigure).start < sentence.end) {
      const figure = found[next++] as FoundFigure;
      if (figure.start >= sentence.start && figure.end <= sentence.end) inside.push(figure);
    }
    // Times of other sentences are of no account, but for what stands right beside this one.
    while (firstTime < times.length && (times[firstTime] as Time).end < sentence.start - BESIDE) firstTime++;
    let behind = firstTime;
    while (behind < times.length && (times[behind] as Time).start <= sentence.end + BESIDE) behind++;
    const near = times.slice(firstTime, behind), carried = running;
    if (context.reports) {
      const opens = (english ? englishLaterTime(near, sentence) : null) ?? leadingTime(text, near, sentence)?.period;
      // What happened in another year (2003年6月，经批准…) is not what the report goes on with, unless figures are given for it.
      if (opens && (inside.length > 0 || context.period === null || yearIn(opens) === yearIn(context.period))) running = opens;
    }
    if (inside.length === 0) continue;
    const words = text.slice(sentence.start, sentence.end), timed = near.some((t) => t.period !== 'annual' && t.start >= sentence.start && t.end <= sentence.end);
    if (timed) opened = leadingTime(text, near, sentence)?.period ?? null;
    // 其中 goes on about the sentence before, at the same time and of the same subject; a comparison with the year before goes on at the same time.
    const goesOn = last && /^(?:其中|具体来看|分.{1,8}看)/.test(words);
    // A sentence that opens with its verb has the subject of the one before, and so has one that opens with a pronoun.
    const sameSubject = last && !english && !goesOn && /^(?:发生|完成|实现|建有|拥有|新增)/.test(words) ? last.entity
      : before && PRONOUN.test(words) ? (english ? englishSubjectsOf : subjectsOf)(text.slice(before.start, before.end))[0] ?? last?.entity ?? null : null;
    const sameYear = last && !english && /^(?:as-of:)?\d{4}$/.test(last.period ?? '') && last.from === null && !last.planned && /上年|同比|去年|[；;，,](?:增长|下降|增加|减少)/.test(words);
    const around = context.reports ? { ...context, period: carried } : context;
    const of = sameSubject ? { ...around, entity: sameSubject } : around;
    const within = goesOn && last ? { ...around, period: last.period ?? around.period, entity: last.entity ?? context.entity }
      : sameYear && last ? { ...of, period: around.period ?? last.period } : of;
    const about = { ...within, previous: last?.base ?? context.previous ?? '', steps: goesOn ? result.slice(lastFrom).map(({ period }) => period) : [] };
    const first = result.length;
    const figures = sentenceFigures(source, text, sentence, inside, near, english, about, first);
    result.push(...(opened !== null && !timed && sameTopic(words, figures, result.slice(lastFrom)) ? figures.map((f) => (f.period === null && f.from === null ? { ...f, period: opened } : f)) : figures));
    last = result[first] ?? last;
    lastFrom = first;
  }
  return result;
}

/** How much of an indicator another one must hold to be of the same thing. */
const SAME = 0.5;

/** Whether a sentence without a time goes on about the figures of the one before: a rate of change, or the same thing of another place or another part of it; what is so by now is not. */
function sameTopic(words: string, figures: readonly TextFigure[], before: readonly TextFigure[]): boolean {
  return !/已|目前|现有|如今|\b(?:now|currently|so far)\b/.test(words) && figures.some((figure) => (figure.unit === '%' && isChange(figure)) || before.some((other) => contained(figure.metric, other.metric) >= SAME));
}

/** Its spending, 其强度: of whom the sentence before speaks. */
const PRONOUN = /^(?:Its|Their|It|They)\b|^(?:其(?![中他它余次实间])|该国)/;

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
  const subjects = found.map((figure) => nearestSubjects(text, clauses, figure, english));
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
