/** The indicators of a library: figures that measure the same thing, put together; light enough for tens of thousands of them. */
import { commonUnit } from '../../extract/figures/units';
import { writtenFigure } from '../../extract/figures/writtenFigure';
import { figureById } from '../../library/byId';
import type { Figure, Library } from '../../library/types';
import { year, UNDATED } from './chartSpec';

/** One indicator; what it takes to list, search and filter it, without a look at its sources. */
export interface Indicator {
  /** The `comparable` of its figures; the figure's own id where it stands alone. */
  readonly id: string;
  /** What is measured, in the source's words. */
  readonly name: string;
  readonly entity: string | null;
  readonly unit: string | null;
  /** Its figures, one for each statement, by time. */
  readonly figures: readonly Figure[];
  /** All that a search may name, in lower case. */
  readonly words: string;
  readonly sources: readonly string[];
  readonly years: readonly string[];
  readonly entities: readonly string[];
}

export interface Indicators {
  /** Those of several values first, then by place in the library. */
  readonly all: readonly Indicator[];
  /** By the id of the group. */
  readonly byId: ReadonlyMap<string, Indicator>;
}

type FiguresOf = Pick<Library, 'figures' | 'sources'>;

const cache = new WeakMap<readonly Figure[], Indicators>();

/** The indicators of a library; made once for its figures. */
export function indicatorsOf(library: FiguresOf): Indicators {
  let indicators = cache.get(library.figures);
  if (!indicators) cache.set(library.figures, (indicators = build(library)));
  return indicators;
}

/** The indicator that has an id, or holds the figure of that id. */
export function indicatorById(library: FiguresOf, id: string): Indicator | undefined {
  const { byId } = indicatorsOf(library), figure = figureById(library.figures, id);
  return byId.get(figure?.comparable ?? id) ?? byId.get(id);
}

function build({ figures, sources }: FiguresOf): Indicators {
  const titles = new Map(sources.map(({ file, title }) => [file, title]));
  const members = new Map<string, Figure[]>();
  for (const figure of figures) {
    const key = figure.comparable ?? figure.id;
    const list = members.get(key);
    if (list) list.push(figure); else members.set(key, [figure]);
  }
  const byId = new Map<string, Indicator>();
  const all = [...members].map(([id, group]) => {
    const indicator = indicatorOf(id, group, titles);
    byId.set(id, indicator);
    return indicator;
  });
  all.sort((a, b) => b.figures.length - a.figures.length);
  return { all, byId };
}

function indicatorOf(id: string, group: readonly Figure[], titles: ReadonlyMap<string, string | null>): Indicator {
  const named = namedBy(group);
  const figures = distinct(group);
  const name = named.metric ?? named.context;
  const unique = (values: readonly (string | null)[]): string[] => [...new Set(values.filter((value) => value !== null && value !== ''))] as string[];
  const sources = unique(figures.map(({ file }) => file)), entities = unique(figures.map(({ entity }) => entity));
  const years = unique(figures.map((figure) => year(figure).slice(0, 4)).filter((date) => date !== UNDATED));
  const words = [name, ...entities, ...years, ...figures.map(writtenFigure), ...sources.map((file) => titles.get(file) ?? file)].join('\n').toLowerCase();
  return { id, name, entity: named.entity, unit: commonUnit(named.unit), figures, words, sources, years, entities };
}

/** The figure whose words name the indicator: Chinese ones first, then the shortest that say it whole. */
function namedBy(figures: readonly Figure[]): Figure {
  const score = (f: Figure): number => {
    const metric = f.metric ?? '';
    return (/\p{Script=Han}/u.test(metric) ? 0 : 1000) + (metric.length < 3 ? 500 : 0) + metric.length;
  };
  return figures.reduce((best, figure) => (score(figure) < score(best) ? figure : best));
}

/** One figure for each statement: the same value, hedge, time and subject in the same source is said once. */
function distinct(figures: readonly Figure[]): Figure[] {
  if (figures.length === 1) return [...figures];
  const seen = new Set<string>();
  const rows = figures.filter((figure) => {
    const key = [figure.file, figure.value, figure.relation, figure.period, figure.entity, /\p{Script=Han}/u.test(figure.context)].join('|');
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
  // A starting value without a date comes before the value that it grew to.
  const order = (f: Figure): string => (f.change?.from === f.id && !/\d{4}/.test(f.period ?? '') ? `${year(rows.find((r) => r.id === f.change?.to) ?? f)}-` : `${year(f)}.`);
  return rows.map((row) => ({ row, key: order(row) })).sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)).map(({ row }) => row);
}
