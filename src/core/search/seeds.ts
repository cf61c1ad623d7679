/** Which trigrams of a span are looked up: the seeds from which near occurrences are found. */
import { trigramBucket, type TrigramIndex } from './trigramIndex';

/** A trigram of the span and its bucket, with how many bytes its postings take: about two each where there are many. */
export interface Seed {
  readonly at: number;
  readonly bucket: number;
  readonly bytes: number;
}

/** Seeds with what they prove. */
export interface Seeds {
  readonly read: readonly Seed[];
  /** Each edit costs at most so many of the seeds (the absent ones among them are lost already). */
  readonly each: number;
  /** How many seeds there are: those that are read, and those that stand nowhere in the text. */
  readonly total: number;
}

/** Every trigram of a span: its bucket, and how many bytes the postings of that take. */
export interface Grams {
  readonly buckets: Uint32Array;
  readonly bytes: Uint32Array;
}

export function gramsOf({ bits, offsets }: TrigramIndex, span: Uint16Array): Grams {
  const n = Math.max(0, span.length - 2);
  const buckets = new Uint32Array(n), bytes = new Uint32Array(n);
  for (let at = 0; at < n; at++) {
    const bucket = trigramBucket(span[at] as number, span[at + 1] as number, span[at + 2] as number, bits);
    buckets[at] = bucket;
    bytes[at] = (offsets[bucket + 1] as number) - (offsets[bucket] as number);
  }
  return { buckets, bytes };
}

/** The rarest of the trigrams that begin at some places, within a budget of bytes; one in any case. */
function affordable({ buckets, bytes }: Grams, places: number[], budget: number, each: number): Seeds {
  const read: Seed[] = [];
  let absent = 0, sum = 0;
  for (const at of places.sort((a, b) => (bytes[a] as number) - (bytes[b] as number) || a - b)) {
    const size = bytes[at] as number;
    if (size === 0) { absent++; continue; }
    if (sum + size > budget && read.length > 0) break;
    read.push({ at, bucket: buckets[at] as number, bytes: size });
    sum += size;
  }
  return { read, each, total: read.length + absent };
}

/**
 * Trigrams no two of which overlap, chosen so that there are many and their postings few: each counts `gain` less its bytes,
 * and the sum is the greatest there is. An edit destroys one of them at most, so that an occurrence with d edits has all but d.
 */
export function disjointSeeds(grams: Grams, gain: number, budget: number): Seeds {
  const { bytes } = grams, n = bytes.length;
  // The best sum of the trigrams from each on, and whether it takes that one.
  const best = new Float64Array(n + 3), taken = new Uint8Array(n);
  for (let i = n - 1; i >= 0; i--) {
    const withIt = gain - (bytes[i] as number) + (best[i + 3] as number), without = best[i + 1] as number;
    taken[i] = withIt > without ? 1 : 0;
    best[i] = withIt > without ? withIt : without;
  }
  const places: number[] = [];
  for (let i = 0; i < n;) { if (taken[i]) { places.push(i); i += 3; } else i++; }
  return affordable(grams, places, budget, 1);
}

/** All trigrams that the budget allows, rare ones first. An edit destroys three of them at most. */
export function allSeeds(grams: Grams, budget: number): Seeds {
  return affordable(grams, Array.from(grams.bytes.keys()), budget, 3);
}
