/**
 * What the figures of a draft say against one another (F-12 to F-14): growth that does not follow from its two values, parts that do not
 * make their total, shares over 100 %, one indicator with two values. Silence first: what may be another definition is let pass.
 */
import { exact } from '../../extract/figures/numerals';
import { classOf, commonUnit } from '../../extract/figures/units';
import type { Span } from '../../text/offsets';
import { compareValues } from './compareValues';
import type { DraftFigure } from './draftFigures';

export type InnerFault = 'sum' | 'share' | 'growth' | 'conflict';

/** A place where the draft contradicts itself; offsets into the draft. */
export interface Contradiction extends Span {
  readonly fault: InnerFault;
  /** The figure as written, and what it should be, or what stands elsewhere. */
  readonly here: string;
  readonly there: string;
}

/** All contradictions between the figures of a draft, in order. */
export function contradictions(figures: readonly DraftFigure[]): Contradiction[] {
  return [...growths(figures), ...sums(figures), ...shares(figures), ...conflicts(figures)].sort((a, b) => a.start - b.start);
}

const point = (figure: DraftFigure): Span => ({ start: figure.start, end: figure.end });
const number = (figure: DraftFigure): number | null => (typeof figure.value === 'number' && figure.relation === '=' ? figure.value : null);
const sentenceOf = (figure: DraftFigure): number => figure.sentence.start;
const FALLING = /减|降|落|跌|下滑|缩/;
/** Rates at constant prices, over several years or on another footing do not follow from the values as they stand. */
const ADJUSTED = /可比|不变价|实际|扣除|剔除|同口径|年均|平均|名义|汇率|翻/;

/** 达120亿元，比上年增加10亿元，增长15%; 从100亿元增至120亿元，增长30%. */
function growths(figures: readonly DraftFigure[]): Contradiction[] {
  const found: Contradiction[] = [];
  figures.forEach((rate, i) => {
    const y = number(rate), a = figures[i - 2], b = figures[i - 1];
    if (y === null || rate.unit !== '%' || rate.change === null || !a || !b || sentenceOf(a) !== sentenceOf(rate)) return;
    const first = number(a), second = number(b);
    const between = rate.words.slice(a.start - rate.sentence.start, rate.start - rate.sentence.start);
    if (first === null || second === null || ADJUSTED.test(rate.words) || /[；;。]/.test(between) || commonUnit(a.unit) !== commonUnit(b.unit) || /^(?:percent|points|rank|duration)$/.test(classOf(a))) return;
    const pair = b.from !== null && figures[b.from] === a && b.to !== null && figures[b.to] === b;
    const added = !pair && b.change !== null && b.base === a.base && a.change === null && rate.base === b.base && FALLING.test(b.change) === FALLING.test(rate.change);
    if (!pair && !added) return;
    const falls = FALLING.test(rate.change);
    const before = pair ? first : falls ? first + second : first - second, after = pair ? second : first;
    if (!(before > 0) || (pair && (after < before) !== falls)) return;
    const real = (Math.abs(after - before) / before) * 100;
    // What rounding of the three may make of it.
    const slack = rate.precision / 2 + (100 * (a.precision + b.precision) * (1 + real / 100)) / (2 * before) + Math.max(0.1, real * 0.02);
    if (Math.abs(real - y) > slack) found.push({ ...point(rate), fault: 'growth', here: rate.raw, there: `${shown(real, rate.precision)}%` });
  });
  return found;
}

const shown = (value: number, precision: number): string => String(Number(value.toFixed(Math.max(0, Math.min(2, Math.ceil(-Math.log10(precision)))))));

/** Members that make up their whole. */
const WHOLES: readonly { readonly parts: readonly RegExp[]; readonly total: RegExp }[] = [
  { parts: [/出口/, /进口/], total: /进出口/ }, { parts: [/第一产业/, /第二产业/, /第三产业/], total: /生产总值|GDP/ },
  { parts: [/城镇|城市/, /农村|乡村/], total: /人口|人数|就业|户/ }, { parts: [/男/, /女/], total: /人口|人数|学生|职工|代表/ },
];

/** 进出口总值20万亿元，其中出口11万亿元，进口8万亿元: parts that should make the total. */
function sums(figures: readonly DraftFigure[]): Contradiction[] {
  const found: Contradiction[] = [];
  figures.forEach((total, i) => {
    const whole = number(total), kind = WHOLES.find(({ total: named, parts }) => named.test(total.metric ?? '') && !parts.some((p) => p.test((total.metric ?? '').replace(/进出口/g, ''))));
    if (whole === null || !kind || total.change !== null || /^(?:percent|points|rank|duration|times)$/.test(classOf(total))) return;
    const levels: DraftFigure[] = [];
    for (const figure of figures.slice(i + 1, i + 12)) {
      if (figure.paragraph !== total.paragraph || levels.length === kind.parts.length) break;
      if (figure.change === null && figure.unit === total.unit && number(figure) !== null && kind.parts[levels.length]?.test((figure.metric ?? '').replace(/进出口/g, ''))) levels.push(figure);
      else if (figure.change === null && figure.unit === total.unit) break;
    }
    if (levels.length !== kind.parts.length || levels.some((l) => l.period !== total.period || l.entity !== total.entity)) return;
    const sum = exact(levels.reduce((n, l) => n + (l.value as number), 0));
    const slack = (total.precision + levels.reduce((n, l) => n + l.precision, 0)) / 2 + Math.abs(whole) * 0.0005;
    if (Math.abs(sum - whole) > slack) found.push({ ...point(total), fault: 'sum', here: total.raw, there: levels.map((l) => l.raw).join(' + ') });
  });
  return found;
}

/** 占102%; 分别占45%、40%、25%. */
function shares(figures: readonly DraftFigure[]): Contradiction[] {
  const found: Contradiction[] = [];
  const isShare = (f: DraftFigure): boolean => f.unit === '%' && f.change === null && number(f) !== null && /占|比重|比例|构成/.test(f.metric ?? '') && !/之比|相当于|负债|杠杆|覆盖/.test(f.words);
  for (let i = 0; i < figures.length; i++) {
    const figure = figures[i] as DraftFigure;
    if (!isShare(figure)) continue;
    if ((figure.value as number) > 100) { found.push({ ...point(figure), fault: 'share', here: figure.raw, there: '100%' }); continue; }
    let end = i + 1;
    while (end < figures.length && isShare(figures[end] as DraftFigure) && sentenceOf(figures[end] as DraftFigure) === sentenceOf(figure)
      && /^(?:、|和|与|以及|及)$/.test(figure.words.slice((figures[end - 1] as DraftFigure).end - figure.sentence.start, (figures[end] as DraftFigure).start - figure.sentence.start))) end++;
    const list = figures.slice(i, end), lead = figure.words.slice(0, figure.start - figure.sentence.start);
    const sum = exact(list.reduce((n, f) => n + (f.value as number), 0));
    if (list.length >= 3 && /分别/.test(lead) && /占|构成/.test(lead) && sum > 100 + list.length * Math.max(...list.map((f) => f.precision))) {
      found.push({ start: figure.start, end: (list.at(-1) as DraftFigure).end, fault: 'share', here: list.map((f) => f.raw).join(' + '), there: `${sum}%` });
    }
    i = Math.max(i, end - 1);
  }
  return found;
}

/** The same indicator of the same subject and time with two values. */
function conflicts(figures: readonly DraftFigure[]): Contradiction[] {
  const found: Contradiction[] = [], seen = new Map<string, DraftFigure>();
  const opens = new Set(figures.filter((figure, i) => sentenceOf(figures[i - 1] ?? figure) !== sentenceOf(figure) || i === 0));
  for (const figure of figures) {
    if (number(figure) === null || figure.planned || !/^(?:as-of:)?\d{4}/.test(figure.period ?? '') || (figure.metric ?? '').length < 4 || figure.from !== null || /预计|预期|初步|修订|口径|估|约/.test(figure.words)) continue;
    if (classOf(figure) === 'rank' || classOf(figure) === 'duration') continue;
    const key = [figure.metric, figure.entity, figure.period, commonUnit(figure.unit)].join('|');
    const before = seen.get(key);
    if (!before) { seen.set(key, figure); continue; }
    // Under each of several accounts stand items of the same name (上年结转): only what opens its sentence is said of the whole.
    if (before.paragraph !== figure.paragraph && !(opens.has(before) && opens.has(figure))) continue;
    // In one sentence two values are members of a list; elsewhere they are one statement made twice.
    if (sentenceOf(before) === sentenceOf(figure)) continue;
    const compared = compareValues(figure, before);
    if (compared?.verdict === 'differs' && compareValues(before, figure)?.verdict === 'differs') found.push({ ...point(figure), fault: 'conflict', here: figure.raw, there: before.raw });
  }
  return found;
}
