/** The Figures view's list: indicators by search and filters, a page at a time, with what can be filtered by. */
import { writtenFigure } from '../../extract/figures/writtenFigure';
import type { Figure, Library } from '../../library/types';
import type { FigureFilters, FigureList, FigureQuery } from '../types';
import { indicatorsOf, type Indicator } from './indicators';

/** Most values that a filter offers, the commonest first. */
const MOST_CHOICES = 200;

const FILTERS: { readonly [K in keyof FigureFilters]-?: (indicator: Indicator) => readonly string[] } = {
  source: ({ sources }) => sources,
  year: ({ years }) => years,
  entity: ({ entities }) => entities,
  unit: ({ unit }) => (unit === null ? [] : [unit]),
};
const NAMES = Object.keys(FILTERS) as (keyof FigureFilters)[];

/**
 * The indicators that fit a query, from `query.from` on, at most `query.count`. An indicator fits where every word of the search
 * stands in its name, its subjects, its values, its years or its sources' titles, and every filter that is set holds for one of its
 * figures. `choices` counts, for each filter, the indicators that fit all the others.
 */
export function figureList(library: Pick<Library, 'figures' | 'sources'>, query: FigureQuery): FigureList {
  const { all } = indicatorsOf(library);
  const words = query.search.toLowerCase().split(/\s+/u).filter(Boolean);
  const counts = Object.fromEntries(NAMES.map((name) => [name, new Map<string, number>()])) as Record<keyof FigureFilters, Map<string, number>>;
  const rows: FigureList['rows'][number][] = [];
  let total = 0;
  for (const indicator of all) {
    if (!words.every((word) => indicator.words.includes(word))) continue;
    const failed = NAMES.filter((name) => query[name] !== undefined && !FILTERS[name](indicator).includes(query[name] as string));
    // What fits all filters but one can still be chosen by that one.
    for (const name of NAMES) {
      if (failed.length > 1 || (failed.length === 1 && failed[0] !== name)) continue;
      for (const value of FILTERS[name](indicator)) counts[name].set(value, (counts[name].get(value) ?? 0) + 1);
    }
    if (failed.length > 0) continue;
    if (total >= query.from && rows.length < query.count) rows.push(rowOf(indicator));
    total++;
  }
  const titles = new Map(library.sources.map(({ file, title }) => [file, title]));
  return {
    total, all: all.length, rows,
    choices: {
      source: choicesOf(counts.source, (file) => titles.get(file) ?? file), year: choicesOf(counts.year).sort((a, b) => (a.value < b.value ? 1 : -1)),
      entity: choicesOf(counts.entity), unit: choicesOf(counts.unit),
    },
  };
}

function rowOf({ id, name, entity, figures }: Indicator): FigureList['rows'][number] {
  return { id, indicator: name, entity, values: figures.length, written: figures.length === 1 ? writtenFigure(figures[0] as Figure) : null };
}

function choicesOf(counts: ReadonlyMap<string, number>, label = (value: string): string => value): { value: string; label: string; count: number }[] {
  return [...counts].map(([value, count]) => ({ value, label: label(value), count }))
    .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1)).slice(0, MOST_CHOICES);
}
