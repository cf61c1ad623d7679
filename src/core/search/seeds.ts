/** Which trigrams of a span are looked up: the seeds from which near occurrences are found. */
import { trigramBucket, type TrigramIndex } from './trigramIndex';

/** A trigram of the span and the postings of its bucket. */
export interface Seed {
  readonly at: number;
  readonly bucket: number;
  readonly count: number;
}

/** Seeds with what they prove. */
export interface Seeds {
  readonly read: readonly Seed[];
  /** Each edit costs at most so many of the seeds (the absent ones among them are lost already). */
  readonly each: number;
  /** How many seeds there are: those that are read, and those that stand nowhere in the text. */
  readonly total: number;
}

/** Every trigram of a span with its postings. */
export function gramsOf(index: TrigramIndex, span: Uint16Array): Seed[] {
  const grams: Seed[] = [];
  for (let at = 0; at + 3 <= span.length; at++) {
    const bucket = trigramBucket(span[at] as number, span[at + 1] as number, span[at + 2] as number, index.bits);
    grams.push({ at, bucket, count: (index.offsets[bucket + 1] as number) - (index.offsets[bucket] as number) });
  }
  return grams;
}

/** The rarest of some seeds within a budget of postings; one in any case. */
function affordable(seeds: readonly Seed[], budget: number): { read: Seed[]; absent: number } {
  const read: Seed[] = [];
  let absent = 0, sum = 0;
  for (const seed of [...seeds].sort((a, b) => a.count - b.count || a.at - b.at)) {
    if (seed.count === 0) { absent++; continue; }
    if (sum + seed.count > budget && read.length > 0) break;
    read.push(seed);
    sum += seed.count;
  }
  return { read, absent };
}

/**
 * Trigrams no two of which overlap, chosen so that there are many and their postings few: each counts `gain` less its postings,
 * and the sum is the greatest there is. An edit destroys one of them at most, so that an occurrence with d edits has all but d.
 */
export function disjointSeeds(grams: readonly Seed[], gain: number, budget: number): Seeds {
  const n = grams.length;
  // The best sum of the grams from each on, and whether it takes that one.
  const best = new Float64Array(n + 3), taken = new Uint8Array(n);
  for (let i = n - 1; i >= 0; i--) {
    const with_ = gain - (grams[i] as Seed).count + (best[i + 3] as number), without = best[i + 1] as number;
    taken[i] = with_ > without ? 1 : 0;
    best[i] = Math.max(with_, without);
  }
  const chosen: Seed[] = [];
  for (let i = 0; i < n;) { if (taken[i]) { chosen.push(grams[i] as Seed); i += 3; } else i++; }
  const { read, absent } = affordable(chosen, budget);
  return { read, each: 1, total: read.length + absent };
}

/** All trigrams that the budget allows, rare ones first. An edit destroys three of them at most. */
export function allSeeds(grams: readonly Seed[], budget: number): Seeds {
  const { read, absent } = affordable(grams, budget);
  return { read, each: 3, total: read.length + absent };
}
