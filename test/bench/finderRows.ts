/**
 * The quotation finder: what it finds of planted quotations, held against exhaustive search, and how long it takes, beside what
 * could be picked instead (SQLite's trigram index over windows, the windows verified by approx-string-match).
 */
import type { Library } from '../../src/core/library/types';
import { locateExact, locateNear } from '../../src/core/check/quotation/locate';
import { align } from '../../src/core/search/align';
import { createFinder, findExact, findRegions, nearLimit, unitsOf, type Finder } from '../../src/core/search/finder';
import { partAt } from '../../src/core/search/libraryText';
import type { IndexPart } from '../../src/core/search/searchIndex';
import { fold, foldText } from '../../src/core/text/fold';
import type { Corpus } from './corpus';
import { KINDS, plant, type Kind, type Planted } from './planted';
import { exhaustiveDistance } from './truth';
import { chance } from './writing';

/** What a search gives: the edit distance of the nearest place it knows, or none. */
export interface Answer { readonly distance: number; readonly source: number | null }

const MOST = 8, SLACK = 160;

/** As a check asks: to the letter, and if that fails, nearly. */
export function ask(finder: Finder, units: Uint16Array): Answer {
  const [exact] = findExact(finder, units, 60);
  if (exact) return { distance: 0, source: null };
  const [nearest] = findRegions(finder, units, MOST, SLACK);
  return nearest ? { distance: nearest.distance, source: nearest.document } : { distance: Infinity, source: null };
}

/** Whether an alignment of one of the regions holds four fifths of the letters: a shortened quotation is far by distance, and yet found. */
export function foundShortened(finder: Finder, units: Uint16Array): boolean {
  return findRegions(finder, units, MOST, SLACK).some((region) => {
    const { segment, unitBase } = partAt(finder.index, region.start) as IndexPart;
    return align(units, segment.units, region.start - unitBase, region.end - unitBase).matches >= 0.8 * units.length;
  });
}

export interface FinderMeasures {
  /** By kind: found as near as it can be, of how many that stand near by exhaustive search. */
  readonly recall: Readonly<Record<Kind, readonly [found: number, of: number]>>;
  readonly wrong: readonly string[];
  readonly spans: readonly number[];
  readonly located: readonly number[];
  readonly unrelated: readonly number[];
  readonly drafts: readonly number[];
  readonly edits: readonly number[];
}

const timed = (run: () => unknown): number => { const from = performance.now(); run(); return performance.now() - from; };

export function measureFinder(library: Pick<Library, 'sources' | 'index'>, corpus: Corpus, count: number, truthOf: number): FinderMeasures {
  const finder = createFinder(library.index);
  const planted = plant(corpus.sources, count);
  const folded = planted.map(({ words }) => unitsOf(foldText(words)));
  const next = chance(99);
  const strangers = Array.from({ length: 300 }, () => corpus.sentence(next));
  // The engine warms itself with questions after loading; so does the bench.
  for (let i = 0; i < planted.length; i += 3) ask(finder, folded[i] as Uint16Array);
  const recall = Object.fromEntries(KINDS.map((kind) => [kind, [0, 0]])) as Record<Kind, [number, number]>;
  const wrong: string[] = [];
  planted.forEach(({ kind, words }: Planted, i) => {
    if (i % count >= truthOf) return;
    const units = folded[i] as Uint16Array, { distance } = ask(finder, units), truth = exhaustiveDistance(library.index, units);
    const near = truth <= nearLimit(units.length);
    if (!near && kind !== 'dropped clause') return;
    recall[kind][1]++;
    if (near ? distance === truth : foundShortened(finder, units)) recall[kind][0]++;
    else wrong.push(`${kind} ${distance} for ${truth}: ${words}`);
  });
  const spans = folded.map((units) => timed(() => ask(finder, units)));
  const located = planted.map(({ words }) => timed(() => { if (locateExact(finder, words).length === 0) locateNear(finder, words, fold(words), 0.5); }));
  const unrelated = strangers.map((words) => { const units = unitsOf(foldText(words)); return timed(() => ask(finder, units)); });
  return { recall, wrong, spans, located, unrelated, drafts: [], edits: [] };
}
