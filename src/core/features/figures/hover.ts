/** What the library knows of the number under the cursor. */
import type { Draft } from '../../check/types';
import { draftFigures } from '../../check/figures/draftFigures';
import { matchFigure } from '../../check/figures/figureIndex';
import { figureIndexOf, judgeFigure } from '../../check/rules/figure';
import type { Library } from '../../library/types';
import type { FigureGroup, FigureHover } from '../types';
import { groupOf } from './groups';

/** How alike an indicator must be to be shown beside a number that the library does not hold. */
const SHOWN = 0.5;

/** The hover of the figure at an offset of the draft; null where no figure stands, or the library knows nothing of its indicator. */
export function figureHover(library: Pick<Library, 'figures' | 'sources'>, draft: Draft, offset: number): FigureHover | null {
  const all = draftFigures(draft);
  const figure = all.find((f) => offset >= f.start && offset <= f.end);
  if (!figure) return null;
  const index = figureIndexOf(library.figures);
  const judged = judgeFigure(index, figure, all);
  const source = judged.source ?? matchFigure(index, figure).find((match) => match.score >= SHOWN)?.figure ?? null;
  const group = source && groupOf(library, source.id);
  if (!group || !source) return null;
  return { kind: 'figure', span: { start: figure.start, end: figure.end }, raw: figure.raw, verdict: judged.verdict, group: first(group, source.id) };
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
