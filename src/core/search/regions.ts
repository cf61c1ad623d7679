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
  /** Regions with a vote, and those with two or more. */
  touched: Uint32Array;
  again: Uint32Array;
}

export interface VotedRegion {
  /** Its first diagonal; may be negative. */
  readonly diagonal: number;
  /** Seeds that lie in it or its right neighbour. */
  readonly votes: number;
}

/** Working space for a text of so many units; it grows with the postings that are read at once. */
export function votesFor(units: number): Votes {
  return { of: new Uint16Array((units >> REGION_BITS) + 64), touched: new Uint32Array(0), again: new Uint32Array(0) };
}

/** Makes room for the votes of some seeds. */
function makeRoom(votes: Votes, seeds: readonly Seed[]): void {
  const most = Math.min(votes.of.length, seeds.reduce((sum, { bytes }) => sum + bytes, 0));
  if (most <= votes.touched.length) return;
  const length = Math.min(votes.of.length, most * 2);
  votes.touched = new Uint32Array(length);
  votes.again = new Uint32Array(length);
}

/** The regions with the most votes, at most `most`, best first. */
export function votedRegions(index: TrigramIndex, votes: Votes, length: number, seeds: readonly Seed[], most: number): VotedRegion[] {
  makeRoom(votes, seeds);
  const { of, touched, again } = votes, { offsets, positions } = index;
  let count = 0, twice = 0, thrice = 0;
  for (const { at, bucket } of seeds) {
    // Shifted by the span's length, so that no diagonal is negative.
    const shift = length - at;
    for (let p = offsets[bucket] as number, end = offsets[bucket + 1] as number, diagonal = shift; p < end;) {
      let byte = positions[p++] as number;
      diagonal += byte & 0x7f;
      for (let bits = 7; byte >= 0x80; bits += 7) { byte = positions[p++] as number; diagonal += (byte & 0x7f) << bits; }
      const region = diagonal >> REGION_BITS;
      const before = of[region] as number;
      if (before === 0) touched[count++] = region;
      else if (before === 1) again[twice++] = region;
      else if (before === 2) thrice++;
      of[region] = before + 1;
    }
  }
  // Where so many have three votes that no two fill the answer, one of a pair has two of its own.
  const found = thrice >= most * 2 ? mostVoted(of, again, twice, true, length, most) : mostVoted(of, touched, count, false, length, most);
  for (let i = 0; i < count; i++) of[touched[i] as number] = 0;
  return found;
}

/** Of some regions with their right neighbours those with most votes; with `left` also of those that these are the right neighbours of. */
function mostVoted(of: Uint16Array, regions: Uint32Array, count: number, left: boolean, length: number, most: number): VotedRegion[] {
  // What votes for a region alone, votes for its left neighbour too.
  const alone = (region: number): boolean => of[region + 1] === 0 && region > 0 && of[region - 1] !== 0;
  const counts = new Uint32Array(CAPPED + 1);
  for (let i = 0; i < count; i++) {
    const region = regions[i] as number, own = of[region] as number;
    if (left && region > 0 && of[region - 1] === 1) { const sum = Math.min(CAPPED, own + 1); counts[sum] = (counts[sum] as number) + 1; }
    if (!alone(region)) { const sum = Math.min(CAPPED, own + (of[region + 1] as number)); counts[sum] = (counts[sum] as number) + 1; }
  }
  let least = CAPPED, room = most;
  while (least > 1 && room > (counts[least] as number)) room -= counts[least--] as number;
  const found: VotedRegion[] = [];
  const take = (region: number, votes: number): void => {
    // With more than the cap all are taken, and sorted.
    if (votes < least || (votes === least && least < CAPPED && room-- <= 0)) return;
    found.push({ diagonal: (region << REGION_BITS) - length, votes });
  };
  for (let i = 0; i < count; i++) {
    const region = regions[i] as number, own = of[region] as number;
    if (left && region > 0 && of[region - 1] === 1) take(region - 1, own + 1);
    if (!alone(region)) take(region, own + (of[region + 1] as number));
  }
  found.sort(byVotes);
  if (found.length > most) found.length = most;
  return found;
}

/** Sums up to this are told apart by counting. */
const CAPPED = 63;

const byVotes = (a: VotedRegion, b: VotedRegion): number => b.votes - a.votes || a.diagonal - b.diagonal;
