/**
 * Numbers sorted into buckets, in the order in which they come. Millions of lists that grow at random would miss the processor's
 * caches at every step; so batches are sorted coarsely as they come, by the top bits of the bucket, and then one such part of
 * all batches after the other, whose counters stay in the caches.
 */

/** Bits of a bucket at most: the upper ones of a hash of 32 bits. */
export const MOST_BUCKET_BITS = 22;
/** Numbers of one batch are less than this above its base. */
export const BATCH_RANGE = 1 << 16;

const PART_BITS = 8;
/** Parts that are sorted one after the other. */
export const PARTS = 1 << PART_BITS;
/** Bits of an entry that are its bucket's (without the part's), and its number's. */
const REST_BITS = MOST_BUCKET_BITS - PART_BITS, NUMBER_BITS = 16;

/** Numbers that came together, by part; in each part as they came. */
export interface Batch {
  readonly entries: Uint32Array;
  /** Where each part starts; one more at the end. */
  readonly starts: Uint32Array;
  readonly base: number;
}

/**
 * A batch of the first `count` numbers with their hashes; the numbers are counted from `base` and ascend. It lies in one of the
 * `spare` arrays, where there is one that is long enough.
 */
export function batchOf(hashes: Uint32Array, numbers: Uint16Array, count: number, base: number, spare: Uint32Array[] = []): Batch {
  const starts = new Uint32Array(PARTS + 1), next = new Uint32Array(PARTS);
  const entries = (spare.at(-1)?.length ?? -1) >= count ? (spare.pop() as Uint32Array) : new Uint32Array(count);
  for (let i = 0; i < count; i++) { const part = (hashes[i] as number) >>> (32 - PART_BITS); next[part] = (next[part] as number) + 1; }
  let start = 0;
  for (let part = 0; part < PARTS; part++) { const size = next[part] as number; starts[part] = start; next[part] = start; start += size; }
  starts[PARTS] = start;
  for (let i = 0; i < count; i++) {
    const hash = hashes[i] as number, part = hash >>> (32 - PART_BITS), to = next[part] as number;
    entries[to] = (((hash << PART_BITS) >>> (32 - REST_BITS)) << NUMBER_BITS) | (numbers[i] as number);
    next[part] = to + 1;
  }
  return { entries, starts, base };
}

/** How many numbers each part of some batches has. */
export function partSizes(batches: readonly Batch[]): Uint32Array {
  const sizes = new Uint32Array(PARTS);
  for (const { starts } of batches) for (let part = 0; part < PARTS; part++) sizes[part] = (sizes[part] as number) + (starts[part + 1] as number) - (starts[part] as number);
  return sizes;
}

/** Counters for `sortPart`: one for each of the buckets of a part. */
export function partCounters(bits: number): Uint32Array {
  return new Uint32Array(2 ** (bits - PART_BITS));
}

/**
 * Sorts a part of some batches into its share of 2^bits buckets: the numbers by bucket into `into` from `from` on, and where each
 * bucket starts there into `starts`, whose index is the bucket.
 */
export function sortPart(batches: readonly Batch[], part: number, bits: number, into: Uint32Array, from: number, starts: Uint32Array, next: Uint32Array): void {
  const width = next.length, first = part * width, shift = NUMBER_BITS + MOST_BUCKET_BITS - bits;
  next.fill(0);
  for (const { entries, starts: at } of batches) {
    for (let i = at[part] as number, end = at[part + 1] as number; i < end; i++) { const bucket = (entries[i] as number) >>> shift; next[bucket] = (next[bucket] as number) + 1; }
  }
  for (let bucket = 0, start = from; bucket < width; bucket++) { const size = next[bucket] as number; starts[first + bucket] = start; next[bucket] = start; start += size; }
  for (const { entries, starts: at, base } of batches) {
    for (let i = at[part] as number, end = at[part + 1] as number; i < end; i++) {
      const entry = entries[i] as number, bucket = entry >>> shift, to = next[bucket] as number;
      into[to] = base + (entry & (BATCH_RANGE - 1));
      next[bucket] = to + 1;
    }
  }
}
