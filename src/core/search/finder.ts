/**
 * The quotation finder: where in the library does a span stand, to the letter or nearly?
 * Verbatim occurrences are found through the span's rarest trigram and are complete. Near ones are found through seeds: trigrams
 * that do not overlap, so that each edit destroys one at most, and if these find nothing near, all trigrams. Seeds vote for regions
 * of diagonals, the regions with most votes are measured by edit distance. Within the budgets this is a proof: an occurrence
 * within a quarter of the span's length that is not found would have votes.
 */
import type { Span } from '../text/offsets';
import { reach } from './align';
import { forget, patternMasks, rowTable } from './editDistance';
import { documentAt } from './libraryText';
import { allPossible, byAllSeeds, byDisjointSeeds, type FinderPart, type FirstVotes, type Measured, type Search } from './nearSearch';
import { votesFor } from './regions';
import type { SearchIndex } from '../library/types';
import { gramsOf } from './seeds';
import { positionsOf, trigramBucket } from './trigramIndex';

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

/** Room around a region that an alignment cannot need, for letters that were turned round at its edge. */
const EDGE = 16;

export function createFinder(index: SearchIndex): Finder {
  const parts = index.parts.map((part): FinderPart => {
    const { gramOffsets: offsets, gramPositions: positions, units } = part.segment;
    return { part, grams: { bits: Math.log2(offsets.length - 1), offsets, positions }, votes: votesFor(units.length) };
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
  let best = -1, rarest = -1, fewest = Infinity;
  for (let i = 0; i + 3 <= span.length; i++) {
    const bucket = trigramBucket(span[i] as number, span[i + 1] as number, span[i + 2] as number, index.bits);
    const bytes = (index.offsets[bucket + 1] as number) - (index.offsets[bucket] as number);
    if (bytes < fewest) { fewest = bytes; best = i; rarest = bucket; }
    if (bytes === 0) return [];
  }
  if (best < 0) return [];
  const hits: Span[] = [];
  for (const position of positionsOf(index, rarest)) {
    if (hits.length >= limit) break;
    const start = position - best;
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
  const { length } = span, near = nearLimit(length);
  const masks = patternMasks(span, finder.rows), measured: Measured[] = [];
  const searches = finder.parts.map((part): Search => ({ part, length, grams: gramsOf(part.grams, span), masks, near, done: new Set(), measured }));
  const first = searches.map(byDisjointSeeds);
  const found = measured.some(({ distance }) => distance <= near);
  searches.forEach((search, i) => { (found ? allPossible : byAllSeeds)(search, first[i] as FirstVotes); });
  forget(masks, span);
  const best: Region[] = [];
  for (const place of measured.sort(byDistance)) {
    if (best.length >= limit) break;
    const region = regionOf(place, length, slack);
    const overlaps = !region || best.some((other) => other.document === region.document && Math.min(other.end, region.end) - Math.max(other.start, region.start) > 0.6 * (region.end - region.start));
    if (!overlaps) best.push(region);
  }
  return best;
}

const byDistance = (a: Measured, b: Measured): number => a.distance - b.distance || b.votes - a.votes || a.part.unitBase - b.part.unitBase || a.end - b.end;

/** The stretch around a place; null where its document is hidden. */
function regionOf({ part, distance, end, votes }: Measured, length: number, slack: number): Region | null {
  const { segment: { documents }, unitBase, sources } = part;
  const document = documentAt(part, end - 1), source = sources[document] as number;
  if (source < 0) return null;
  const room = Math.min(slack, reach(distance) + EDGE);
  const start = Math.max(documents[document] as number, end - length - distance - room), behind = Math.min((documents[document + 1] as number) - 1, end + room);
  return { document: source, distance, votes, start: unitBase + start, end: unitBase + behind };
}
