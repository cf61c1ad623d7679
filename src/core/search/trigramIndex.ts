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

const MOST_BITS = 22, LEAST_BITS = 12;

/** The bucket of a trigram. */
export function trigramBucket(a: number, b: number, c: number, bits: number): number {
  const h = Math.imul(Math.imul(Math.imul(a, 0x9e3779b1) ^ b, 0x85ebca6b) ^ c, 0xc2b2ae35);
  return (h ^ (h >>> 15)) >>> (32 - bits);
}

/** Positions of one block; they fit into 16 bits. */
const BLOCK = 1 << 16;
/** Buckets come in so many parts, by their top bits. */
const PART_BITS = 6, PARTS = 1 << PART_BITS;

/**
 * Indexes the trigrams of `units`; none crosses a 0. The text is read once: each block's trigrams are sorted coarsely into the
 * parts of the buckets, then one part after the other is made, whose counters fit into the processor's caches.
 */
export function buildTrigramIndex(units: Uint16Array): TrigramIndex {
  const bits = Math.min(MOST_BITS, Math.max(LEAST_BITS, Math.ceil(Math.log2(units.length + 1)) - 1));
  const last = Math.max(0, units.length - 2), blocks = Math.ceil(last / BLOCK);
  // An entry: the bucket's lower 16 bits of 22, and the position in its block.
  const entries = new Uint32Array(last), starts = new Uint32Array(blocks * PARTS + 1);
  const hashes = new Uint32Array(Math.min(BLOCK, last)), next = new Uint32Array(PARTS);
  let count = 0;
  for (let block = 0; block < blocks; block++) {
    const from = block * BLOCK, to = Math.min(last, from + BLOCK);
    next.fill(0);
    for (let i = from; i < to; i++) {
      const a = units[i] as number, b = units[i + 1] as number, c = units[i + 2] as number;
      if (a === 0 || b === 0 || c === 0) { hashes[i - from] = ABSENT; continue; }
      const bucket = trigramBucket(a, b, c, MOST_BITS), part = bucket >>> (MOST_BITS - PART_BITS);
      hashes[i - from] = bucket;
      next[part] = (next[part] as number) + 1;
    }
    for (let part = 0; part < PARTS; part++) {
      const size = next[part] as number;
      next[part] = count;
      starts[block * PARTS + part] = count;
      count += size;
    }
    for (let i = 0; i < to - from; i++) {
      const bucket = hashes[i] as number;
      if (bucket === ABSENT) continue;
      const part = bucket >>> (MOST_BITS - PART_BITS), slot = next[part] as number;
      entries[slot] = (bucket << 16) | i;
      next[part] = slot + 1;
    }
  }
  starts[blocks * PARTS] = count;
  return sortParts({ entries, starts, blocks, count }, bits);
}

const ABSENT = 0xffffffff;

interface Coarse {
  readonly entries: Uint32Array;
  /** Where each part of each block starts; one more at the end. */
  readonly starts: Uint32Array;
  readonly blocks: number;
  readonly count: number;
}

function sortParts({ entries, starts, blocks, count }: Coarse, bits: number): TrigramIndex {
  const width = 2 ** (bits - PART_BITS), shift = 16 + MOST_BITS - bits;
  const offsets = new Uint32Array(2 ** bits + 1), positions = new Uint32Array(count);
  const next = new Uint32Array(width);
  let size = 0;
  for (let part = 0; part < PARTS; part++) {
    next.fill(0);
    for (let block = 0; block < blocks; block++) {
      const at = block * PARTS + part;
      for (let i = starts[at] as number, end = starts[at + 1] as number; i < end; i++) {
        const bucket = (entries[i] as number) >>> shift;
        next[bucket] = (next[bucket] as number) + 1;
      }
    }
    for (let bucket = 0; bucket < width; bucket++) {
      const n = next[bucket] as number;
      next[bucket] = size;
      offsets[part * width + bucket] = size;
      size += n;
    }
    for (let block = 0; block < blocks; block++) {
      const at = block * PARTS + part, from = block * BLOCK;
      for (let i = starts[at] as number, end = starts[at + 1] as number; i < end; i++) {
        const entry = entries[i] as number, bucket = entry >>> shift, slot = next[bucket] as number;
        positions[slot] = from + (entry & 0xffff);
        next[bucket] = slot + 1;
      }
    }
  }
  offsets[2 ** bits] = size;
  return { bits, offsets, positions };
}
