/** What the library knows of the number under the cursor, or of the indicator that is named there. */
import type { Draft } from '../../check/types';
import { draftFigures } from '../../check/figures/draftFigures';
import { matchFigure } from '../../check/figures/matchFigure';
import { judgeFigure } from '../../check/figures/judgeFigure';
import { derivedAt, figureIndexOf } from '../../check/rules/figure';
import { buildTermMatcher, type TermMatcher } from '../../extract/terms/matcher';
import type { Figure, Library } from '../../library/types';
import { foldText } from '../../text/fold';
import type { FigureGroup, FigureHover } from '../types';
import { groupOf } from './groups';
import { indicatorsOf, type Indicator } from './indicators';

/** How alike an indicator must be to be shown beside a number that the library does not hold. */
const SHOWN = 0.5;

/** The hover of the figure at an offset of the draft; null where no figure stands, or the library knows nothing of its indicator. */
export function figureHover(library: Pick<Library, 'figures' | 'sources'>, draft: Draft, offset: number): FigureHover | null {
  const all = draftFigures(draft);
  const figure = all.find((f) => offset >= f.start && offset <= f.end);
  if (!figure) return null;
  const index = figureIndexOf(library.figures);
  const judged = judgeFigure(index, figure, all);
  const derived = judged.source ? null : derivedAt(library, all, all.indexOf(figure));
  const id = judged.source?.id ?? derived?.from[0]?.figure ?? matchFigure(index, figure, { most: 1 }).find((match) => match.score >= SHOWN)?.figure.id;
  const group = id === undefined ? null : groupOf(library, id);
  if (!group || id === undefined) return null;
  return { kind: 'figure', span: { start: figure.start, end: figure.end }, raw: figure.raw, verdict: judged.verdict, derived, group: first(group, id) };
}

/** Shorter names (in folded letters) are everyday words: 人数, 面积. */
const SHORTEST_NAME = 4;

interface NamedIndicators {
  readonly matcher: TermMatcher;
  readonly indicators: readonly Indicator[];
}

const named = new WeakMap<readonly Figure[], NamedIndicators>();

/** The indicators that can be told from their name: each goes by what is measured in any of its figures' words. */
function namedIndicators(library: Pick<Library, 'figures' | 'sources'>): NamedIndicators {
  let known = named.get(library.figures);
  if (!known) {
    const indicators = indicatorsOf(library).all.filter(({ figures }) => figures.some(({ metric }) => foldText(metric ?? '').length >= SHORTEST_NAME));
    const forms = indicators.map(({ figures }) => [...new Set(figures.flatMap(({ metric }) => (foldText(metric ?? '').length >= SHORTEST_NAME ? [metric as string] : [])))]);
    const matcher = buildTermMatcher(forms.map((list) => ({ term: list[0] as string, variants: list.slice(1).map((form) => ({ form })) })));
    named.set(library.figures, known = { matcher, indicators });
  }
  return known;
}

/** The hover of the indicator whose name stands at an offset of the draft, the longest that holds it; null where none does. */
export function indicatorHover(library: Pick<Library, 'figures' | 'sources'>, draft: Draft, offset: number): FigureHover | null {
  const { matcher, indicators } = namedIndicators(library);
  const match = matcher.at(draft.text, offset).find(({ end }) => offset < end);
  const indicator = match && indicators[match.term];
  const group = indicator && groupOf(library, indicator.id);
  if (!match || !group) return null;
  return { kind: 'figure', span: { start: match.start, end: match.end }, raw: draft.text.slice(match.start, match.end), verdict: null, derived: null, group };
}

/** The group with the row that the answer rests on first and marked in its chart. */
function first(group: FigureGroup, id: string): FigureGroup {
  const row = group.rows.find((r) => r.id === id);
  const rows = row ? [row, ...group.rows.filter((r) => r !== row)] : group.rows;
  return { ...group, rows, chart: group.chart && markPoint(group.chart, id) };
}

/** The chart with one figure's point marked. */
export function markPoint(chart: NonNullable<FigureGroup['chart']>, figure: string | null): NonNullable<FigureGroup['chart']> {
  return { ...chart, points: chart.points.map((p) => ({ ...p, marked: p.figure === figure })) };
}
