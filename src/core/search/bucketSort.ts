/**
 * Numbers sorted into buckets, in the order in which they come. Millions of lists that grow at random would miss the processor's
 * caches at every step; so numbers are laid down coarsely as they come, by the top bits of the bucket, in pages of one large
 * array, and then one such part after the other is sorted, whose counters stay in the caches.
 */
import { scratch, wider } from './scratch';

/** Bits of a bucket at most: the upper ones of a hash of 32 bits. */
export const MOST_BUCKET_BITS = 22;

/** Bits of the parts: a part of so many numbers that they lie in the caches, and no more parts than can be written to side by side. */
const LEAST_PART_BITS = 4, MOST_PART_BITS = 10, NUMBERS_BITS = 12;
const LEAST_PAGE = 16, MOST_PAGE = 1024;

/** Room for entries, which one sorter after the other may use. */
export interface Arena { entries: Uint32Array }

export interface BucketSorter {
  /** Numbers are kept by how much they are above a base; it must be less than this. */
  readonly range: number;
  /**
   * Takes the number `first` with the first hash, and with each of the `count` hashes behind it one that is `step` more: all of
   * them at least the base and less than `range` above it.
   */
  add(hashes: Uint32Array, count: number, first: number, step: 0 | 1): void;
  /** Numbers that come from now on are counted from this one. */
  rebase(base: number): void;
  /** Packs all numbers into 2^bits lists, each number into `most` bytes at most; an empty list takes none. The sorter is of no use afterwards. */
  pack(bits: number, most: number, pack: PackList): Packed;
}

/** Lists packed into bytes. */
export interface Packed {
  /** Where each bucket's list starts in `bytes`; one more at the end. */
  readonly offsets: Uint32Array;
  readonly bytes: Uint8Array;
}

/** Packs the numbers from `start` to `end` of some numbers, which are those of a bucket, into `bytes` from `to` on; gives where they end. */
export type PackList = (numbers: Uint32Array, start: number, end: number, bucket: number, bytes: Uint8Array, to: number) => number;

/** A sorter for about so many numbers; any number may come. */
export function bucketSorter(about: number, arena: Arena = { entries: new Uint32Array(0) }): BucketSorter {
  const partBits = Math.min(MOST_PART_BITS, Math.max(LEAST_PART_BITS, Math.round(Math.log2(about + 1)) - NUMBERS_BITS)), parts = 2 ** partBits;
  // An entry is what is left of its bucket without the part, and its number above the base.
  const restBits = MOST_BUCKET_BITS - partBits, numberBits = 32 - restBits, range = 2 ** numberBits;
  const page = Math.min(MOST_PAGE, Math.max(LEAST_PAGE, 2 ** Math.round(Math.log2(about / parts / 8 + 1)))), inPage = page - 1;
  if (arena.entries.length < about) arena.entries = scratch(Uint32Array, about + parts * page);
  let { entries } = arena;
  const starts = new Uint32Array(parts), next = new Uint32Array(parts);
  // Where in the pages numbers lie, as runs of four numbers: the part, from, to, and the base from which they count.
  let runs = scratch(Uint32Array, parts * 8), runsEnd = 0, used = 0, base = 0;

  function close(part: number): void {
    const start = starts[part] as number, end = next[part] as number;
    if (end === start) return;
    if (runsEnd === runs.length) runs = wider(Uint32Array, runs, runs.length * 2);
    runs[runsEnd++] = part; runs[runsEnd++] = start; runs[runsEnd++] = end; runs[runsEnd++] = base;
    starts[part] = end;
  }

  /** A new page for a part. */
  function turn(part: number): number {
    close(part);
    if (used + page > entries.length) arena.entries = entries = wider(Uint32Array, entries, Math.ceil(entries.length * 1.5) + parts * page);
    const start = used;
    used += page;
    starts[part] = start;
    return start;
  }

  function closeAll(): void {
    for (let part = 0; part < parts; part++) close(part);
  }

  /** The runs of each part, as they came: by part the first one in `order`, whose entries are places in `runs`. */
  function runsByPart(): { readonly first: Uint32Array; readonly order: Uint32Array; readonly sizes: Uint32Array } {
    const first = new Uint32Array(parts + 1), sizes = new Uint32Array(parts), order = new Uint32Array(runsEnd / 4), to = new Uint32Array(parts);
    for (let r = 0; r < runsEnd; r += 4) {
      const part = runs[r] as number;
      to[part] = (to[part] as number) + 1;
      sizes[part] = (sizes[part] as number) + (runs[r + 2] as number) - (runs[r + 1] as number);
    }
    for (let part = 0; part < parts; part++) { first[part + 1] = (first[part] as number) + (to[part] as number); to[part] = first[part] as number; }
    for (let r = 0; r < runsEnd; r += 4) { const part = runs[r] as number, at = to[part] as number; order[at] = r; to[part] = at + 1; }
    return { first, order, sizes };
  }

  return {
    range,
    add(hashes, count, first, step) {
      for (let i = 0, number = first - base; i < count; i++, number += step) {
        const hash = hashes[i] as number, part = hash >>> (32 - partBits);
        let at = next[part] as number;
        if ((at & inPage) === 0) at = turn(part);
        entries[at] = (((hash << partBits) >>> (32 - restBits)) << numberBits) | number;
        next[part] = at + 1;
      }
    },
    rebase(to) {
      closeAll();
      base = to;
    },
    pack(bits, most, pack) {
      closeAll();
      const { first, order, sizes } = runsByPart(), width = 2 ** (bits - partBits), shift = numberBits + MOST_BUCKET_BITS - bits;
      const counters = new Uint32Array(width), offsets = new Uint32Array(2 ** bits + 1), numbers = new Uint32Array(sizes.reduce((a, b) => Math.max(a, b), 0));
      // What is not written to takes no memory.
      let bytes = scratch(Uint8Array, sizes.reduce((sum, size) => sum + size, 0) * 4), to = 0;
      for (let part = 0; part < parts; part++) {
        const from = first[part] as number, behind = first[part + 1] as number, lowest = part * width, needed = to + (sizes[part] as number) * most;
        if (needed > bytes.length) bytes = wider(Uint8Array, bytes, Math.max(needed, Math.ceil(bytes.length * 1.5)));
        counters.fill(0);
        for (let o = from; o < behind; o++) {
          const r = order[o] as number;
          for (let i = runs[r + 1] as number, end = runs[r + 2] as number; i < end; i++) { const bucket = (entries[i] as number) >>> shift; counters[bucket] = (counters[bucket] as number) + 1; }
        }
        for (let bucket = 0, start = 0; bucket < width; bucket++) { const size = counters[bucket] as number; counters[bucket] = start; start += size; }
        for (let o = from; o < behind; o++) {
          const r = order[o] as number, above = runs[r + 3] as number;
          for (let i = runs[r + 1] as number, end = runs[r + 2] as number; i < end; i++) {
            const entry = entries[i] as number, bucket = entry >>> shift, place = counters[bucket] as number;
            numbers[place] = above + (entry & (range - 1));
            counters[bucket] = place + 1;
          }
        }
        // Each counter stands behind its bucket now.
        for (let bucket = 0, start = 0; bucket < width; bucket++) {
          const end = counters[bucket] as number;
          offsets[lowest + bucket] = to;
          if (end > start) to = pack(numbers, start, end, lowest + bucket, bytes, to);
          start = end;
        }
      }
      offsets[2 ** bits] = to;
      return { offsets, bytes: bytes.slice(0, to) };
    },
  };
}
