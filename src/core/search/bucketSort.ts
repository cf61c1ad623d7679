/**
 * Numbers sorted into buckets, in the order in which they come. Millions of lists that grow at random would miss the processor's
 * caches at every step; so numbers are laid down coarsely as they come, by the top bits of the bucket, in pages of one large
 * array, and then one such part after the other is sorted, whose counters stay in the caches.
 */

import { scratch, wider } from './scratch';

/** Bits of a bucket at most: the upper ones of a hash of 32 bits. */
export const MOST_BUCKET_BITS = 22;

const PART_BITS = 10;
/** Parts that are sorted one after the other. */
const PARTS = 1 << PART_BITS;
/** Bits of an entry that are its bucket's (without the part's), and its number's. */
const REST_BITS = MOST_BUCKET_BITS - PART_BITS, NUMBER_BITS = 32 - REST_BITS;
/** Numbers are kept by how much they are above a base; it must be less than this. */
export const NUMBER_RANGE = 2 ** NUMBER_BITS;

/** Room for entries, which one sorter after the other may use. */
export interface Arena { entries: Uint32Array }

export interface BucketSorter {
  /**
   * Takes the number `first` with the first hash, and with each of the `count` hashes behind it one that is `step` more: all of
   * them at least the base and less than `NUMBER_RANGE` above it.
   */
  add(hashes: Uint32Array, count: number, first: number, step: 0 | 1): void;
  /** Numbers that come from now on are counted from this one. */
  rebase(base: number): void;
  /** How many numbers each part has. */
  sizes(): Uint32Array;
  /**
   * Sorts a part into its share of 2^bits buckets: the numbers by bucket into `into`, and where each bucket starts there into
   * `starts`, whose index is the bucket. `counters`: one for each bucket of a part.
   */
  sort(part: number, bits: number, into: Uint32Array, starts: Uint32Array, counters: Uint32Array): void;
}

const LEAST_PAGE = 16, MOST_PAGE = 1024;

/** A sorter for about so many numbers; any number may come. */
export function bucketSorter(about: number, arena: Arena = { entries: new Uint32Array(0) }): BucketSorter {
  const page = Math.min(MOST_PAGE, Math.max(LEAST_PAGE, 2 ** Math.round(Math.log2(about / PARTS / 8 + 1)))), inPage = page - 1;
  if (arena.entries.length < about) arena.entries = scratch(Uint32Array, about + PARTS * page);
  let { entries } = arena;
  // Where in the pages each part's numbers lie, as runs of three numbers: from, to, and the base from which they count.
  const runs = Array.from({ length: PARTS }, (): number[] => []), starts = new Uint32Array(PARTS), next = new Uint32Array(PARTS);
  let used = 0, base = 0;

  function close(part: number): void {
    const start = starts[part] as number, end = next[part] as number;
    if (end > start) (runs[part] as number[]).push(start, end, base);
    starts[part] = end;
  }

  /** A new page for a part. */
  function turn(part: number): number {
    close(part);
    if (used + page > entries.length) {
      const wider = scratch(Uint32Array, Math.ceil(entries.length * 1.5) + PARTS * page);
      wider.set(entries);
      arena.entries = entries = wider;
    }
    const start = used;
    used += page;
    starts[part] = start;
    return start;
  }

  return {
    add(hashes, count, first, step) {
      for (let i = 0, number = first - base; i < count; i++, number += step) {
        const hash = hashes[i] as number, part = hash >>> (32 - PART_BITS);
        let at = next[part] as number;
        if ((at & inPage) === 0) at = turn(part);
        entries[at] = (((hash << PART_BITS) >>> (32 - REST_BITS)) << NUMBER_BITS) | number;
        next[part] = at + 1;
      }
    },
    rebase(to) {
      for (let part = 0; part < PARTS; part++) close(part);
      base = to;
    },
    sizes() {
      for (let part = 0; part < PARTS; part++) close(part);
      return Uint32Array.from(runs, (list) => { let sum = 0; for (let r = 0; r < list.length; r += 3) sum += (list[r + 1] as number) - (list[r] as number); return sum; });
    },
    sort(part, bits, into, first, counters) {
      const list = runs[part] as number[], width = counters.length, shift = NUMBER_BITS + MOST_BUCKET_BITS - bits, lowest = part * width;
      counters.fill(0);
      for (let r = 0; r < list.length; r += 3) {
        for (let i = list[r] as number, end = list[r + 1] as number; i < end; i++) { const bucket = (entries[i] as number) >>> shift; counters[bucket] = (counters[bucket] as number) + 1; }
      }
      for (let bucket = 0, start = 0; bucket < width; bucket++) { const size = counters[bucket] as number; first[lowest + bucket] = start; counters[bucket] = start; start += size; }
      for (let r = 0; r < list.length; r += 3) {
        const above = list[r + 2] as number;
        for (let i = list[r] as number, end = list[r + 1] as number; i < end; i++) {
          const entry = entries[i] as number, bucket = entry >>> shift, to = counters[bucket] as number;
          into[to] = above + (entry & (NUMBER_RANGE - 1));
          counters[bucket] = to + 1;
        }
      }
    },
  };
}

/** Lists packed into bytes. */
export interface Packed {
  /** Where each bucket's list starts in `bytes`; one more at the end. */
  readonly offsets: Uint32Array;
  readonly bytes: Uint8Array;
}

/** Packs the numbers from `start` to `end` of some numbers, which are those of a bucket, into `bytes` from `to` on; gives where they end. */
export type PackList = (numbers: Uint32Array, start: number, end: number, bucket: number, bytes: Uint8Array, to: number) => number;

/** Packs the numbers of a sorter into 2^bits lists, each number into `most` bytes at most; an empty list takes none. */
export function packLists(sorter: BucketSorter, bits: number, most: number, pack: PackList): Packed {
  const sizes = sorter.sizes(), counters = new Uint32Array(2 ** (bits - PART_BITS)), width = counters.length;
  const offsets = new Uint32Array(2 ** bits + 1), numbers = new Uint32Array(sizes.reduce((a, b) => Math.max(a, b), 0));
  // Most numbers take a byte or two.
  let bytes = scratch(Uint8Array, sizes.reduce((sum, size) => sum + size, 0) * 2), to = 0;
  for (let part = 0; part < PARTS; part++) {
    const first = part * width, count = sizes[part] as number, needed = to + count * most;
    if (needed > bytes.length) bytes = wider(Uint8Array, bytes, Math.max(needed, Math.ceil(bytes.length * 1.5)));
    sorter.sort(part, bits, numbers, offsets, counters);
    for (let bucket = first; bucket < first + width; bucket++) {
      const start = offsets[bucket] as number, end = bucket + 1 < first + width ? (offsets[bucket + 1] as number) : count;
      offsets[bucket] = to;
      if (end > start) to = pack(numbers, start, end, bucket, bytes, to);
    }
  }
  offsets[2 ** bits] = to;
  return { offsets, bytes: bytes.slice(0, to) };
}
