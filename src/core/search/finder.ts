/**
 * The quotation finder: where in the library does a span stand, to the letter or nearly?
 * Verbatim occurrences are found through the span's rarest trigram and are complete. Near ones: trigrams vote for diagonals
 * (position in the text less position in the span), the best regions of diagonals are measured by edit distance.
 */
import type { Span } from '../text/offsets';
import { nearestIn, patternMasks, type PatternMasks } from './editDistance';
import { documentAt } from './libraryText';
import type { IndexPart, SearchIndex } from './searchIndex';
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
}

interface FinderPart {
  readonly part: IndexPart;
  readonly index: TrigramIndex;
  /** Votes by region of diagonals: working space, all 0 between two calls. */
  readonly votes: Uint16Array;
}

const REGION_BITS = 6;
/** Postings read for one span at most: what repeats everywhere tells nothing. */
const BUDGET = 20000;
const MOST_REGIONS = 24;

export function createFinder(index: SearchIndex): Finder {
  const parts = index.parts.map((part): FinderPart => {
    const { gramOffsets: offsets, gramPositions: positions, units } = part.segment;
    return { part, index: { bits: Math.log2(offsets.length - 1), offsets, positions }, votes: new Uint16Array((units.length >> REGION_BITS) + 64) };
  });
  return { index, parts };
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

function exactIn({ part, index }: FinderPart, span: Uint16Array, limit: number): Span[] {
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

interface Gram {
  readonly at: number;
  readonly bucket: number;
  readonly count: number;
}

/** The trigrams to vote, rare ones first, within the budget; `disjoint` takes only such as do not overlap one another. */
function votingGrams(index: TrigramIndex, span: Uint16Array, disjoint: boolean): Gram[] {
  const grams: Gram[] = [];
  for (let at = 0; at + 3 <= span.length; at++) {
    const bucket = trigramBucket(span[at] as number, span[at + 1] as number, span[at + 2] as number, index.bits);
    const count = (index.offsets[bucket + 1] as number) - (index.offsets[bucket] as number);
    if (count > 0) grams.push({ at, bucket, count });
  }
  grams.sort((a, b) => a.count - b.count || a.at - b.at);
  const taken = new Uint8Array(span.length), chosen: Gram[] = [];
  let read = 0;
  for (const gram of grams) {
    if (read + gram.count > BUDGET && chosen.length > 0) break;
    if (disjoint && (taken[gram.at] || taken[gram.at + 1] || taken[gram.at + 2])) continue;
    taken.fill(1, gram.at, gram.at + 3);
    chosen.push(gram);
    read += gram.count;
  }
  return chosen;
}

/** Regions of diagonals with the most votes: first diagonal and votes (its own and its right neighbour's). */
function votedRegions({ index, votes }: FinderPart, span: Uint16Array, grams: readonly Gram[], most: number): { diagonal: number; votes: number }[] {
  const touched: number[] = [];
  for (const gram of grams) {
    for (let p = index.offsets[gram.bucket] as number; p < (index.offsets[gram.bucket + 1] as number); p++) {
      // Shifted by the span's length, so that no diagonal is negative.
      const region = ((index.positions[p] as number) - gram.at + span.length) >> REGION_BITS;
      if (region >= votes.length) continue;
      if (votes[region] === 0) touched.push(region);
      votes[region] = (votes[region] as number) + 1;
    }
  }
  const regions = touched.map((region) => ({ diagonal: (region << REGION_BITS) - span.length, votes: (votes[region] as number) + (votes[region + 1] ?? 0) }));
  for (const region of touched) votes[region] = 0;
  regions.sort((a, b) => b.votes - a.votes || a.diagonal - b.diagonal);
  return regions.slice(0, most);
}

/**
 * The stretches of the library that are most like a folded span, nearest first, at most `limit`, no two overlapping.
 * Each has `slack` units of room on both sides, within its document, for an alignment that finds more than the distance does.
 */
export function findRegions(finder: Finder, span: Uint16Array, limit: number, slack: number): Region[] {
  if (span.length < 3) return [];
  const masks = patternMasks(span);
  const measured = finder.parts.flatMap((part) => regionsIn(part, span, masks, slack));
  measured.sort((a, b) => a.distance - b.distance || b.votes - a.votes || a.start - b.start);
  const best: Region[] = [];
  for (const region of measured) {
    if (best.length >= limit) break;
    const overlaps = best.some((other) => other.document === region.document && Math.min(other.end, region.end) - Math.max(other.start, region.start) > 0.6 * (region.end - region.start));
    if (!overlaps) best.push(region);
  }
  return best;
}

function regionsIn(finder: FinderPart, span: Uint16Array, masks: PatternMasks, slack: number): Region[] {
  const { part } = finder, { segment: { units, documents }, unitBase, sources } = part;
  const measured: Region[] = [];
  const seen = new Set<number>();
  for (const disjoint of [true, false]) {
    for (const { diagonal, votes } of votedRegions(finder, span, votingGrams(finder.index, span, disjoint), MOST_REGIONS)) {
      if (seen.has(diagonal)) continue;
      seen.add(diagonal);
      const middle = Math.min(Math.max(0, diagonal + (1 << REGION_BITS)), units.length - 1);
      for (const document of new Set([documentAt(part, Math.max(0, diagonal)), documentAt(part, middle)])) {
        const source = sources[document] as number;
        const start = documents[document] as number, behind = (documents[document + 1] as number) - 1;
        const from = Math.max(start, diagonal - slack);
        const to = Math.min(behind, diagonal + (2 << REGION_BITS) + span.length + slack);
        if (source < 0 || to - from < 3) continue;
        const { distance, end } = nearestIn(units, from, to, masks);
        measured.push({
          document: source, distance, votes, start: unitBase + Math.max(start, end - span.length - distance - slack), end: unitBase + Math.min(behind, end + slack),
        });
      }
    }
    if (measured.some((region) => region.distance <= span.length / 4)) break;
  }
  return measured;
}
