/**
 * Regions of diagonals: where seeds agree. A seed at `at` of the span that stands at `p` in the text lies on the diagonal
 * p - at; the seeds of one occurrence lie on diagonals that differ by its edits at most.
 */
import type { Seed } from './seeds';
import type { TrigramIndex } from './trigramIndex';

export const REGION_BITS = 6;
/** Diagonals of a region with its right neighbour. */
export const REGION_WIDTH = 2 << REGION_BITS;

/** Working space for one segment: all 0 between two calls. */
export interface Votes {
  readonly of: Uint16Array;
  readonly touched: Uint32Array;
}

export interface VotedRegion {
  /** Its first diagonal; may be negative. */
  readonly diagonal: number;
  /** Seeds that lie in it or its right neighbour. */
  readonly votes: number;
}

/** Working space for a text of so many units, and so many postings read at once. */
export function votesFor(units: number, postings: number): Votes {
  const regions = (units >> REGION_BITS) + 64;
  return { of: new Uint16Array(regions), touched: new Uint32Array(Math.min(regions, postings)) };
}

/** The regions with the most votes, at most `most`, best first; none with fewer than `least`. */
export function votedRegions(index: TrigramIndex, votes: Votes, length: number, seeds: readonly Seed[], least: number, most: number): VotedRegion[] {
  const { of, touched } = votes, { offsets, positions } = index;
  let count = 0;
  for (const { at, bucket } of seeds) {
    // Shifted by the span's length, so that no diagonal is negative.
    const shift = length - at;
    for (let p = offsets[bucket] as number, end = offsets[bucket + 1] as number; p < end; p++) {
      const region = ((positions[p] as number) + shift) >> REGION_BITS;
      const before = of[region] as number;
      if (before === 0) touched[count++] = region;
      of[region] = before + 1;
    }
  }
  const found: VotedRegion[] = [];
  let threshold = Math.max(1, least);
  for (let i = 0; i < count; i++) {
    const region = touched[i] as number, right = of[region + 1] as number;
    // What votes for this one alone, votes for its left neighbour too.
    if (right === 0 && region > 0 && of[region - 1] !== 0) continue;
    const sum = (of[region] as number) + right;
    if (sum < threshold) continue;
    found.push({ diagonal: (region << REGION_BITS) - length, votes: sum });
    if (found.length < most * 4) continue;
    found.sort(byVotes).length = most;
    // Another one with as many votes comes too late.
    threshold = Math.max(threshold, (found[most - 1] as VotedRegion).votes + 1);
  }
  for (let i = 0; i < count; i++) of[touched[i] as number] = 0;
  found.sort(byVotes);
  if (found.length > most) found.length = most;
  return found;
}

const byVotes = (a: VotedRegion, b: VotedRegion): number => b.votes - a.votes || a.diagonal - b.diagonal;
