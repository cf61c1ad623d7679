/** The library's figures by indicator: values side by side, with what can be drawn of them. */
import { writtenFigure } from '../../extract/figures/writtenFigure';
import { evidenceAt } from '../../cite/evidence';
import type { Evidence } from '../../check/types';
import type { Figure, Library } from '../../library/types';
import type { FigureGroup, FigureRow } from '../types';
import { chartOf, year } from './chartSpec';

const cache = new WeakMap<readonly Figure[], readonly FigureGroup[]>();

/** All groups, those of several values first, then by place in the library. Built once per library. */
export function figureGroups(library: Pick<Library, 'figures' | 'sources'>): readonly FigureGroup[] {
  let groups = cache.get(library.figures);
  if (!groups) cache.set(library.figures, (groups = build(library)));
  return groups;
}

/** The group that holds a figure; null where the library has no such figure. */
export function groupOf(library: Pick<Library, 'figures' | 'sources'>, figure: string): FigureGroup | null {
  return figureGroups(library).find((group) => group.rows.some((row) => row.id === figure) || group.id === figure) ?? null;
}

function build(library: Pick<Library, 'figures' | 'sources'>): FigureGroup[] {
  const sources = new Map(library.sources.map((source) => [source.file, source]));
  const members = new Map<string, Figure[]>();
  for (const figure of library.figures) {
    const key = figure.comparable ?? figure.id;
    const list = members.get(key);
    if (list) list.push(figure); else members.set(key, [figure]);
  }
  const groups = [...members].map(([key, figures]): FigureGroup => {
    const named = indicatorOf(figures);
    const rows = distinct(figures).map((figure): FigureRow => ({
      id: figure.id, raw: writtenFigure(figure), value: figure.value, unit: figure.unit, relation: figure.relation, period: figure.period, entity: figure.entity,
      evidence: evidence(sources, figure),
    }));
    const indicator = named.metric ?? named.context;
    return { id: key, indicator, entity: named.entity, unit: named.unit, rows, chart: chartOf(indicator, figures.filter((f) => rows.some((r) => r.id === f.id)), rows) };
  });
  return groups.sort((a, b) => b.rows.length - a.rows.length);

  function evidence(map: ReadonlyMap<string, Library['sources'][number]>, figure: Figure): Evidence {
    const source = map.get(figure.file);
    if (source) return evidenceAt(source, figure.sentence, figure.context);
    return { file: figure.file, start: figure.start, end: figure.end, raw: figure.raw, text: figure.context, title: null, citation: figure.file };
  }
}

/** The figure whose words name the indicator: Chinese ones first, then the shortest that say it whole. */
function indicatorOf(figures: readonly Figure[]): Figure {
  const score = (f: Figure): number => {
    const metric = f.metric ?? '';
    return (/\p{Script=Han}/u.test(metric) ? 0 : 1000) + (metric.length < 3 ? 500 : 0) + metric.length;
  };
  return [...figures].sort((a, b) => score(a) - score(b))[0] as Figure;
}

/** One row for each statement: the same value, hedge, time and subject in the same source is said once. */
function distinct(figures: readonly Figure[]): Figure[] {
  const seen = new Set<string>();
  const rows = figures.filter((figure) => {
    const key = [figure.file, figure.value, figure.relation, figure.period, figure.entity, /\p{Script=Han}/u.test(figure.context)].join('|');
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
  // A starting value without a date comes before the value that it grew to.
  const order = (f: Figure): string => (f.change?.from === f.id && !/\d{4}/.test(f.period ?? '') ? `${year(rows.find((r) => r.id === f.change?.to) ?? f)}-` : `${year(f)}.`);
  return rows.sort((a, b) => order(a).localeCompare(order(b)));
}
