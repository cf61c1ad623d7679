/**
 * Postings of all trigrams of a text, in typed arrays: trigrams are hashed into buckets, positions sorted by counting.
 * A bucket may hold several trigrams; who reads it verifies against the text.
 */
import { BATCH_RANGE, batchOf, MOST_BUCKET_BITS, partCounters, PARTS, partSizes, sortPart, type Batch } from './bucketSort';

export interface TrigramIndex {
  readonly bits: number;
  /** Start of each bucket in `positions`; one more entry at the end. */
  readonly offsets: Uint32Array;
  /** Positions of the trigrams' first units, ascending within a bucket. */
  readonly positions: Uint32Array;
}

const MOST_BITS = MOST_BUCKET_BITS, LEAST_BITS = 12;

function trigramHash(a: number, b: number, c: number): number {
  const h = Math.imul(Math.imul(Math.imul(a, 0x9e3779b1) ^ b, 0x85ebca6b) ^ c, 0xc2b2ae35);
  return (h ^ (h >>> 15)) >>> 0;
}

/** The bucket of a trigram. */
export function trigramBucket(a: number, b: number, c: number, bits: number): number {
  return trigramHash(a, b, c) >>> (32 - bits);
}

/** Indexes the trigrams of `units`; none crosses a 0. The `spare` arrays are written over. */
export function buildTrigramIndex(units: Uint16Array, spare: Uint32Array[] = []): TrigramIndex {
  // Two to four places a bucket: with more of them the offsets take as much memory as the places, and hardly anything is faster.
  const bits = Math.min(MOST_BITS, Math.max(LEAST_BITS, Math.ceil(Math.log2(units.length + 1)) - 2));
  const last = Math.max(0, units.length - 2), batches: Batch[] = [];
  const hashes = new Uint32Array(Math.min(BATCH_RANGE, last)), places = new Uint16Array(hashes.length);
  for (let from = 0; from < last; from += BATCH_RANGE) {
    let count = 0;
    for (let i = from, to = Math.min(last, from + BATCH_RANGE); i < to; i++) {
      const a = units[i] as number, b = units[i + 1] as number, c = units[i + 2] as number;
      if (a === 0 || b === 0 || c === 0) continue;
      hashes[count] = trigramHash(a, b, c);
      places[count++] = i - from;
    }
    batches.push(batchOf(hashes, places, count, from, spare));
  }
  const offsets = new Uint32Array(2 ** bits + 1), sizes = partSizes(batches), counters = partCounters(bits);
  const positions = new Uint32Array(sizes.reduce((sum, size) => sum + size, 0));
  let size = 0;
  for (let part = 0; part < PARTS; part++) {
    sortPart(batches, part, bits, positions, size, offsets, counters);
    size += sizes[part] as number;
  }
  offsets[2 ** bits] = size;
  return { bits, offsets, positions };
}
