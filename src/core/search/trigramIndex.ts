/**
 * Postings of all trigrams of a text, in typed arrays: trigrams are hashed into buckets, positions sorted by counting.
 * A bucket may hold several trigrams; who reads it verifies against the text.
 */
export interface TrigramIndex {
  readonly bits: number;
  /** Start of each bucket in `positions`; one more entry at the end. */
  readonly offsets: Uint32Array;
  /** Positions of the trigrams' first units, ascending within a bucket. */
  readonly positions: Uint32Array;
}

/** The bucket of a trigram. */
export function trigramBucket(a: number, b: number, c: number, bits: number): number {
  const h = Math.imul(Math.imul(Math.imul(a, 0x9e3779b1) ^ b, 0x85ebca6b) ^ c, 0xc2b2ae35);
  return (h ^ (h >>> 15)) >>> (32 - bits);
}

/** Indexes the trigrams of `units`; none crosses a 0. */
export function buildTrigramIndex(units: Uint16Array): TrigramIndex {
  const bits = Math.min(22, Math.max(12, Math.ceil(Math.log2(units.length + 1)) + 1));
  const offsets = new Uint32Array((1 << bits) + 1);
  const last = units.length - 2;
  let count = 0;
  for (let i = 0; i < last; i++) {
    const a = units[i] as number, b = units[i + 1] as number, c = units[i + 2] as number;
    if (a === 0 || b === 0 || c === 0) continue;
    const bucket = trigramBucket(a, b, c, bits) + 1;
    offsets[bucket] = (offsets[bucket] as number) + 1;
    count++;
  }
  for (let i = 1; i < offsets.length; i++) offsets[i] = (offsets[i] as number) + (offsets[i - 1] as number);
  const next = offsets.slice();
  const positions = new Uint32Array(count);
  for (let i = 0; i < last; i++) {
    const a = units[i] as number, b = units[i + 1] as number, c = units[i + 2] as number;
    if (a === 0 || b === 0 || c === 0) continue;
    const bucket = trigramBucket(a, b, c, bits), slot = next[bucket] as number;
    positions[slot] = i;
    next[bucket] = slot + 1;
  }
  return { bits, offsets, positions };
}
