/**
 * Postings of all trigrams of a text, in typed arrays: trigrams are hashed into buckets, positions sorted by counting and packed:
 * of each how far it is from the one before (from 0 for the first), 7 bits a byte, low ones first; the top bit says that more follow.
 * A bucket may hold several trigrams; who reads it verifies against the text.
 */
import { bucketSorter, type Arena } from './bucketSort';

export interface TrigramIndex {
  readonly bits: number;
  /** Start of each bucket in `positions`; one more entry at the end. A bucket has no more positions than bytes. */
  readonly offsets: Uint32Array;
  /** Positions of the trigrams' first units, ascending within a bucket, packed. */
  readonly positions: Uint8Array;
}

const MOST_BITS = 21, LEAST_BITS = 12;

function trigramHash(a: number, b: number, c: number): number {
  const h = Math.imul(Math.imul(Math.imul(a, 0x9e3779b1) ^ b, 0x85ebca6b) ^ c, 0xc2b2ae35);
  return h ^ (h >>> 15);
}

/** The bucket of a trigram. */
export function trigramBucket(a: number, b: number, c: number, bits: number): number {
  return trigramHash(a, b, c) >>> (32 - bits);
}

/** Bytes that a position takes at most: a segment has fewer than 2^31 units. */
const MOST_BYTES = 5;

/** Trigrams that are taken at a time. */
const BATCH = 1 << 12;

/** Indexes the trigrams of `units`; none crosses a 0. */
export function buildTrigramIndex(units: Uint16Array, arena?: Arena): TrigramIndex {
  // Two to four places a bucket, and in large segments more: with more buckets the offsets take as much memory as the places, and hardly anything is faster.
  const bits = Math.min(MOST_BITS, Math.max(LEAST_BITS, Math.ceil(Math.log2(units.length + 1)) - 2));
  const last = Math.max(0, units.length - 2), sorter = bucketSorter(last, arena), hashes = new Uint32Array(Math.min(BATCH, last));
  for (let from = 0; from < last; from += BATCH) {
    if (from % sorter.range === 0) sorter.rebase(from);
    let count = 0, a = units[from] as number, b = units[from + 1] as number;
    const to = Math.min(last, from + BATCH);
    for (let i = from; i < to; i++) {
      const c = units[i + 2] as number;
      if (a !== 0 && b !== 0 && c !== 0) hashes[count++] = trigramHash(a, b, c);
      else if (count > 0) { sorter.add(hashes, count, i - count, 1); count = 0; }
      a = b; b = c;
    }
    sorter.add(hashes, count, to - count, 1);
  }
  const { offsets, bytes } = sorter.pack(bits, MOST_BYTES, pack);
  return { bits, offsets, positions: bytes };
}

function pack(positions: Uint32Array, start: number, end: number, _: number, bytes: Uint8Array, to: number): number {
  for (let i = start, last = 0; i < end; i++) {
    const position = positions[i] as number;
    let gap = position - last;
    for (; gap >= 0x80; gap >>>= 7) bytes[to++] = (gap & 0x7f) | 0x80;
    bytes[to++] = gap;
    last = position;
  }
  return to;
}

/** The positions of a bucket. */
export function positionsOf({ offsets, positions }: Pick<TrigramIndex, 'offsets' | 'positions'>, bucket: number): Uint32Array {
  const start = offsets[bucket] as number, end = offsets[bucket + 1] as number, found = new Uint32Array(end - start);
  let count = 0, position = 0;
  for (let at = start; at < end;) {
    let byte = positions[at++] as number, gap = byte & 0x7f;
    for (let shift = 7; byte >= 0x80; shift += 7) { byte = positions[at++] as number; gap |= (byte & 0x7f) << shift; }
    found[count++] = position += gap;
  }
  return found.subarray(0, count);
}
