/**
 * Figures of a draft that no source states but that follow from figures which sources give: growth and difference of two years, sums,
 * multiples and shares. Only of what is borne out in the same paragraph, of one unit and of the times that are named; silence first.
 */
import { metricGrams } from '../../extract/figures/metricWords';
import { exact } from '../../extract/figures/numerals';
import { classOf, commonUnit } from '../../extract/figures/units';
import type { Figure } from '../../library/types';
import type { DerivedHow } from '../types';
import type { DraftFigure } from './draftFigures';
import type { FigureIndex } from './figureIndex';

/** A figure of the draft with the library's figure that bears it out, where one does. */
export interface Borne {
  readonly draft: DraftFigure;
  readonly verdict: string;
  readonly source: Figure | null;
}

export interface Derivation {
  readonly how: DerivedHow;
  /** What it follows from, in the order of the reckoning. */
  readonly from: readonly Figure[];
}

/** Rates at constant prices or over several years do not follow from the values as they stand. */
const ADJUSTED = /可比|不变价|实际|扣除|剔除|同口径|年均|平均|名义|汇率|翻/;
const FALLING = /减|降|落|跌|下滑|缩|\b(?:down|f[ae]ll|fallen|drop|declin|decreas|lower|less)/i;
const ADJUSTED_ENGLISH = /comparable|constant prices|in real terms|\breal\b|excluding|average|nominal|annually/i;
/** What a change is counted from: the year before, or a named one. */
const BASE_BEFORE = /(?:(?:比|较)(?:上年|去年|前一年)|同比)[^，,；;]*$/, BASE_NAMED = /(?:比|较)((?:19|20)\d{2})年[^，,；;]*$/;
const BASE_ENGLISH = /^[^,;.]{0,24}?\b(?:from|over|than|compared (?:to|with)|on)\s+(?:(?:that )?in )?(?:(the (?:previous year|year before)|a year (?:earlier|ago|before))|((?:19|20)\d{2}))\b|^\s*year[- ]on[- ]year/i;
const TOTAL = /(?:合计|共计|总计|合起来|加起来|相加|之和)[^，,。；;\d]{0,8}$/;
/** How many figures before one are looked at. */
export const BEFORE = 8;

const yearOf = (period: string | null): number | null => Number(/^(?:as-of:)?(\d{4})$/.exec(period ?? '')?.[1] ?? NaN) || null;
const level = (figure: { readonly raw: string; readonly unit: string | null }): boolean => !/^(?:percent|points|rank|duration|times)$/.test(classOf(figure));
const valueOf = (figure: Figure): number => figure.value as number;

/** How the figure at `at` follows from others; null where it does not, or states what a source states. */
export function derivation(index: FigureIndex, all: readonly Borne[], at: number): Derivation | null {
  const { draft, verdict } = all[at] as Borne;
  if (verdict !== 'no-source' || typeof draft.value !== 'number' || !/^[=~]$/.test(draft.relation) || draft.planned || draft.from !== null || draft.value === 0) return null;
  const borne = all.slice(Math.max(0, at - BEFORE), at).filter((one) => one.draft.paragraph === draft.paragraph && one.source !== null && /^(?:agrees|rounded)$/.test(one.verdict)
    && typeof one.source.value === 'number' && one.source.relation === '=');
  if (borne.length === 0) return null;
  if (draft.change !== null) return changed(index, draft, borne);
  return total(draft, borne) ?? multiple(draft, borne) ?? share(draft, borne);
}

/** Whether a reckoned value is what the draft says, in the digits that it shows. */
function fits(draft: DraftFigure, value: number): boolean {
  const said = draft.value as number, slack = draft.relation === '~' ? Math.abs(said) * 0.03 : draft.precision / 2;
  return Math.abs(value - said) <= slack * (1 + 1e-9);
}

/** 比上年增长20%, 比2018年增加20亿元, behind a level that a source gives; the value before it is the library's. */
function changed(index: FigureIndex, draft: DraftFigure, borne: readonly Borne[]): Derivation | null {
  const now = borne.filter(({ draft: one }) => one.change === null && level(one) && one.sentence.start === draft.sentence.start && one.base === draft.base).at(-1);
  const year = yearOf(now?.source?.period ?? null);
  if (!now?.source || year === null || (draft.english ? ADJUSTED_ENGLISH : ADJUSTED).test(draft.words)) return null;
  const base = baseYear(draft, year);
  const was = base === null ? null : another(index, now.source, base);
  if (!was || valueOf(was) <= 0) return null;
  const difference = (valueOf(now.source) - valueOf(was)) * (FALLING.test(draft.change as string) ? -1 : 1);
  if (difference <= 0) return null;
  if (draft.unit === '%') return fits(draft, (difference / valueOf(was)) * 100) ? { how: 'growth', from: [now.source, was] } : null;
  return commonUnit(draft.unit) === commonUnit(now.source.unit) && fits(draft, exact(difference)) ? { how: 'difference', from: [now.source, was] } : null;
}

/** The year that a change is counted from, as the draft says it; null where it says none. */
function baseYear(draft: DraftFigure, year: number): number | null {
  if (draft.english) {
    const found = BASE_ENGLISH.exec(draft.words.slice(draft.end - draft.sentence.start));
    return found ? (found[2] ? Number(found[2]) : year - 1) : null;
  }
  const before = draft.words.slice(0, draft.start - draft.sentence.start), named = BASE_NAMED.exec(before)?.[1];
  return named ? Number(named) : BASE_BEFORE.test(before) ? year - 1 : null;
}

const groups = new WeakMap<FigureIndex, Map<string, Figure[]>>();

/** The library's value of the same indicator for another year; null where it has none, or sources do not agree on it. */
function another(index: FigureIndex, figure: Figure, year: number): Figure | null {
  let known = groups.get(index);
  if (!known) {
    groups.set(index, known = new Map());
    for (const one of index.figures) {
      if (one.comparable === null) continue;
      const list = known.get(one.comparable);
      if (list) list.push(one); else known.set(one.comparable, [one]);
    }
  }
  const same = (known.get(figure.comparable ?? '') ?? []).filter((one) => one.entity === figure.entity && typeof one.value === 'number' && one.relation === '=' && yearOf(one.period) === year && commonUnit(one.unit) === commonUnit(figure.unit));
  return new Set(same.map(({ value }) => value)).size === 1 ? same[0] as Figure : null;
}

/** …120个，…80个，合计200个: levels right before it. */
function total(draft: DraftFigure, borne: readonly Borne[]): Derivation | null {
  if (!level(draft) || !TOTAL.test(draft.words.slice(0, draft.start - draft.sentence.start))) return null;
  const parts: Figure[] = [];
  let sum = 0, slack = 0;
  for (const { draft: one, source } of [...borne].reverse()) {
    if (one.change !== null || commonUnit(one.unit) !== commonUnit(draft.unit)) break;
    parts.unshift(source as Figure);
    sum = exact(sum + valueOf(source as Figure));
    slack += (source as Figure).precision / 2;
    if (parts.length >= 2 && Math.abs(sum - (draft.value as number)) <= slack) return { how: 'sum', from: parts };
  }
  return null;
}

/** 是2018年的2.5倍: of the last two levels of one unit. */
function multiple(draft: DraftFigure, borne: readonly Borne[]): Derivation | null {
  if (classOf(draft) !== 'times' || !/(?:是|为|相当于)[^，,。；;]{0,20}$/.test(draft.words.slice(0, draft.start - draft.sentence.start))) return null;
  const [b, a] = borne.filter(({ draft: one }) => one.change === null && level(one)).slice(-2).map(({ source }) => source as Figure);
  if (!a || !b || commonUnit(a.unit) !== commonUnit(b.unit) || valueOf(a) <= 0 || valueOf(b) <= 0) return null;
  const [large, small] = valueOf(a) > valueOf(b) ? [a, b] : [b, a];
  return fits(draft, valueOf(large) / valueOf(small)) ? { how: 'multiple', from: [large, small] } : null;
}

/** 基础研究经费占研发经费的比重为6.5%, behind both: the words name the part and the whole. */
function share(draft: DraftFigure, borne: readonly Borne[]): Derivation | null {
  if (draft.unit !== '%' || !/占|比重|比例/.test(draft.metric ?? '') || draft.precision > 0.1) return null;
  const said = metricGrams(`${draft.metric ?? ''}${draft.words}`);
  const named = ({ metric }: Figure): boolean => { const grams = [...metricGrams(metric)]; return grams.length > 0 && grams.filter((gram) => said.has(gram)).length * 2 >= grams.length; };
  const levels = borne.filter(({ draft: one, source }) => one.change === null && level(one) && named(source as Figure)).map(({ source }) => source as Figure);
  for (const part of levels) for (const whole of levels) {
    if (valueOf(part) >= valueOf(whole) || part.period !== whole.period || commonUnit(part.unit) !== commonUnit(whole.unit)) continue;
    if (fits(draft, (valueOf(part) / valueOf(whole)) * 100)) return { how: 'share', from: [part, whole] };
  }
  return null;
}
