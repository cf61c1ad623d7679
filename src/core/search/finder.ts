/**
 * The quotation finder: where in the library does a span stand, to the letter or nearly?
 * Verbatim occurrences are found through the span's rarest trigram and are complete. Near ones are found through seeds: trigrams
 * that do not overlap, so that each edit destroys one at most, and if these find nothing near, all trigrams. Seeds vote for regions
 * of diagonals, the regions with most votes are measured by edit distance. Within the budgets this is a proof: an occurrence
 * within a quarter of the span's length that is not found would have votes.
 */
import type { Span } from '../text/offsets';
import { reach } from './align';
import { forget, nearestIn, patternMasks, rowTable, type PatternMasks } from './editDistance';
import { documentAt } from './libraryText';
import { REGION_WIDTH, votedRegions, votesFor, type Votes } from './regions';
import type { IndexPart, SearchIndex } from '../library/types';
import { allSeeds, disjointSeeds, gramsOf, type Grams, type Seeds } from './seeds';
import { trigramBucket, type TrigramIndex } from './trigramIndex';

/** A stretch of the folded text that may hold the span; offsets in units of the folded text of the library. */
export interface Region extends Span {
  /** Index of its source in the library. */
  readonly document: number;
  /** Least edit distance of the span to a substring of the stretch. */
  readonly distance: number;
  /** How many of the span's trigrams vote for it. */
  readonly votes: number;
}

export interface Finder {
  readonly index: SearchIndex;
  readonly parts: readonly FinderPart[];
  /** Working space, all 0 between two calls. */
  readonly rows: Uint16Array;
}

interface FinderPart {
  readonly part: IndexPart;
  readonly grams: TrigramIndex;
  readonly votes: Votes;
}

/** A trigram that stands in more places than this is worth nothing as a seed; only where all do, rarer is better than none. */
const GAIN = 4000;
/** Postings read for one span in one segment at most: what repeats everywhere tells nothing. */
const BUDGET = 20_000;
/** Regions that are measured for one span; a short one is measured quickly, and similar to more. */
const MOST_REGIONS = 24;
const MOST_REGIONS_SHORT = 144;
const SHORT = 32;
/** Of those that are too far to be near so many: words that are shortened or turned are found there. */
const MOST_FAR = 12;
/** Room around a region that an alignment cannot need, for letters that were turned round at its edge. */
const EDGE = 16;

export function createFinder(index: SearchIndex): Finder {
  const parts = index.parts.map((part): FinderPart => {
    const { gramOffsets: offsets, gramPositions: positions, units } = part.segment;
    return { part, grams: { bits: Math.log2(offsets.length - 1), offsets, positions }, votes: votesFor(units.length, Math.max(BUDGET, positions.length)) };
  });
  return { index, parts, rows: rowTable() };
}

/** The units of a folded text. */
export function unitsOf(folded: string): Uint16Array {
  const units = new Uint16Array(folded.length);
  for (let i = 0; i < folded.length; i++) units[i] = folded.charCodeAt(i);
  return units;
}

/** All places where a folded span stands verbatim, in order; at most `limit`. Spans of fewer than three units are not searched. */
export function findExact(finder: Finder, span: Uint16Array, limit = 200): Span[] {
  return finder.parts.flatMap((part) => exactIn(part, span, limit)).slice(0, limit);
}

function exactIn({ part, grams: index }: FinderPart, span: Uint16Array, limit: number): Span[] {
  const { segment: { units }, unitBase } = part;
  let best = -1, fewest = Infinity;
  for (let i = 0; i + 3 <= span.length; i++) {
    const bucket = trigramBucket(span[i] as number, span[i + 1] as number, span[i + 2] as number, index.bits);
    const count = (index.offsets[bucket + 1] as number) - (index.offsets[bucket] as number);
    if (count < fewest) { fewest = count; best = i; }
    if (count === 0) return [];
  }
  if (best < 0) return [];
  const bucket = trigramBucket(span[best] as number, span[best + 1] as number, span[best + 2] as number, index.bits);
  const hits: Span[] = [];
  for (let p = index.offsets[bucket] as number; p < (index.offsets[bucket + 1] as number) && hits.length < limit; p++) {
    const start = (index.positions[p] as number) - best;
    if (start < 0 || start + span.length > units.length) continue;
    let i = 0;
    while (i < span.length && units[start + i] === span[i]) i++;
    if (i === span.length && (part.sources[documentAt(part, start)] as number) >= 0) hits.push({ start: unitBase + start, end: unitBase + start + span.length });
  }
  return hits;
}

/** Edits within which a span of so many units is near. */
export function nearLimit(length: number): number {
  return Math.max(1, Math.floor(length / 4));
}

/**
 * The stretches of the library that are most like a folded span, nearest first, at most `limit`, no two overlapping.
 * Each has up to `slack` units of room on both sides, within its document, for an alignment that finds more than the distance does.
 */
export function findRegions(finder: Finder, span: Uint16Array, limit: number, slack: number): Region[] {
  if (span.length < 3) return [];
  const masks = patternMasks(span, finder.rows);
  const near = nearLimit(span.length);
  const grams = finder.parts.map((part) => gramsOf(part.grams, span));
  const measured: Region[] = [];
  const measure = (choose: (grams: Grams) => Seeds): void => {
    finder.parts.forEach((part, i) => { measureIn(part, span, masks, choose(grams[i] as Grams), near, slack, measured); });
  };
  measure((all) => disjointSeeds(all, GAIN, BUDGET));
  if (!measured.some(({ distance }) => distance <= near)) measure((all) => allSeeds(all, BUDGET));
  forget(masks, span);
  const best: Region[] = [];
  for (const region of measured.sort((a, b) => a.distance - b.distance || b.votes - a.votes || a.start - b.start)) {
    if (best.length >= limit) break;
    const overlaps = best.some((other) => other.document === region.document && Math.min(other.end, region.end) - Math.max(other.start, region.start) > 0.6 * (region.end - region.start));
    if (!overlaps) best.push(region);
  }
  return best;
}

/** Measures the regions of one segment that seeds vote for, those with most votes first. */
function measureIn(
  { part, grams, votes }: FinderPart, span: Uint16Array, masks: PatternMasks, seeds: Seeds, near: number, slack: number, measured: Region[],
): void {
  const { segment: { units, documents }, unitBase, sources } = part, { length } = span;
  const most = length <= SHORT ? MOST_REGIONS_SHORT : MOST_REGIONS;
  let nearest = length, far = 0;
  for (const region of votedRegions(grams, votes, length, seeds.read, 1, most)) {
    // Seeds that are missing here are edits. When something near has been found, what cannot be near is not measured.
    if (seeds.total - region.votes > near * seeds.each && (nearest <= near || ++far > MOST_FAR)) break;
    const from = Math.max(0, region.diagonal - near), to = Math.min(units.length, region.diagonal + REGION_WIDTH + length + near);
    if (to - from < 3) continue;
    const { distance, end } = nearestIn(units, from, to, masks);
    const document = documentAt(part, Math.max(0, end - 1)), source = sources[document] as number;
    if (source < 0 || end === from) continue;
    nearest = Math.min(nearest, distance);
    const room = Math.min(slack, reach(distance) + EDGE);
    const start = Math.max(documents[document] as number, end - length - distance - room), behind = Math.min((documents[document + 1] as number) - 1, end + room);
    // The right half of one region is the left half of the next: the same place comes twice.
    const first = unitBase + start, last = unitBase + behind;
    if (!measured.some((other) => other.start === first && other.end === last && other.distance === distance)) {
      measured.push({ document: source, distance, votes: region.votes, start: first, end: last });
    }
  }
}
