/**
 * Which passages hold a token, and how often: packed lists, one a bucket of hashed tokens. A list begins with how many
 * passages it has (7 bits a byte, low ones first, the top bit says that more follow). Then for each passage how far its
 * number is from the one before: low groups of 7 bits with the top bit set, last a byte of 6 bits, whose bit 6 says that
 * the token stands there more than once; how often (at most 255) is in a byte of its own behind it.
 * Most numbers take one byte, so single characters, which stand everywhere, cost hardly more than pairs.
 */
import type { Token } from './tokens';

/** Of so many tokens about a quarter are different ones in a large library, and half in a small one. */
const MOST_POSTING_BITS = 22, LEAST_POSTING_BITS = 16;

/** How many buckets so many tokens are worth; in a small segment a bucket more costs nothing, in a large one memory. */
function bitsFor(tokens: number): number {
  return Math.min(MOST_POSTING_BITS, Math.max(LEAST_POSTING_BITS, Math.ceil(Math.log2(tokens + 2)) - 2));
}

/** The bucket of a token among 2^bits. */
export function tokenBucket(token: Token, bits: number): number {
  return (token ^ (token >>> 15)) >>> (32 - bits);
}

export interface Postings {
  readonly offsets: Uint32Array;
  readonly bytes: Uint8Array;
}

function sizeOfCount(n: number): number {
  return n < 0x80 ? 1 : n < 0x4000 ? 2 : n < 0x200000 ? 3 : n < 0x10000000 ? 4 : 5;
}

function sizeOfGap(n: number): number {
  return n < 0x40 ? 1 : n < 0x2000 ? 2 : n < 0x100000 ? 3 : n < 0x8000000 ? 4 : 5;
}

/** Tokens in one batch, and passages at most: an entry has 16 bits for its passage. */
const BATCH = 1 << 20, BATCH_PASSAGES = 1 << 16;
/** Room at first: a changed file needs no more. */
const FIRST = 1 << 14;

/**
 * Takes the tokens of passages, one passage behind the other, and packs them. Tokens come as numbers that look random, and
 * tables of millions of lists do not fit into the processor's caches: so batches of tokens are first sorted coarsely, by the
 * top 6 bits of their bucket, and then one such part of the lists is made after the other.
 */
export interface PostingsBuilder {
  take(token: Token): void;
  /** Ends a passage; says how many tokens it has. */
  endPassage(): number;
  build(): Postings;
}

interface Batch {
  /** 16 bits of the bucket, 16 bits of the passage. */
  readonly entries: Uint32Array;
  /** Where each part starts; one more at the end. */
  readonly starts: Uint32Array;
  readonly firstPassage: number;
}

const PART_BITS = 6, PARTS = 1 << PART_BITS;

export function postingsBuilder(): PostingsBuilder {
  let hashes = new Uint32Array(FIRST), passageOf = new Uint16Array(FIRST);
  const batches: Batch[] = [];
  let count = 0, total = 0, passage = 0, firstPassage = 0, passageStart = 0;

  function flush(): void {
    const starts = new Uint32Array(PARTS + 1);
    for (let i = 0; i < count; i++) { const part = ((hashes[i] as number) >>> (32 - PART_BITS)) + 1; starts[part] = (starts[part] as number) + 1; }
    for (let part = 0; part < PARTS; part++) starts[part + 1] = (starts[part + 1] as number) + (starts[part] as number);
    const next = starts.slice(), entries = new Uint32Array(count);
    for (let i = 0; i < count; i++) {
      const hash = hashes[i] as number, part = hash >>> (32 - PART_BITS), to = next[part] as number;
      entries[to] = ((hash >>> (32 - MOST_POSTING_BITS)) << 16) | (passageOf[i] as number);
      next[part] = to + 1;
    }
    batches.push({ entries, starts, firstPassage });
    total += count;
    count = 0;
    firstPassage = passage;
  }

  return {
    take(token) {
      if (count === BATCH) flush();
      if (count === hashes.length) {
        const wider = new Uint32Array(count * 4), wide = new Uint16Array(count * 4);
        wider.set(hashes); wide.set(passageOf);
        hashes = wider; passageOf = wide;
      }
      hashes[count] = (token ^ (token >>> 15)) >>> 0;
      passageOf[count++] = passage - firstPassage;
    },
    endPassage() {
      passage++;
      const length = total + count - passageStart;
      passageStart = total + count;
      if (passage - firstPassage === BATCH_PASSAGES) flush();
      return length;
    },
    build() {
      flush();
      const bits = bitsFor(total);
      const width = 1 << (bits - PART_BITS);
      const offsets = new Uint32Array(2 ** bits + 1);
      const lists = new Uint32Array(width * WIDTH);
      let bytes = new Uint8Array(1024), size = 0;
      for (let part = 0; part < PARTS; part++) {
        lists.fill(0);
        for (const batch of batches) measure(batch, part, bits, lists);
        let end = size;
        for (let b = 0, at = 0; b < width; b++, at += WIDTH) {
          offsets[part * width + b] = end;
          const holders = lists[at + 3] as number;
          if (holders > 0) end += sizeOfCount(holders) + (lists[at + 2] as number);
        }
        if (end > bytes.length) {
          const wider = new Uint8Array(Math.max(end, Math.ceil((end / (part + 1)) * PARTS * 1.05)));
          wider.set(bytes.subarray(0, size));
          bytes = wider;
        }
        for (let b = 0, at = 0; b < width; b++, at += WIDTH) {
          let holders = lists[at + 3] as number, to = offsets[part * width + b] as number;
          if (holders === 0) continue;
          for (; holders >= 0x80; holders >>>= 7) bytes[to++] = (holders & 0x7f) | 0x80;
          bytes[to++] = holders;
          lists[at] = 0; lists[at + 1] = 0; lists[at + 2] = to;
        }
        for (const batch of batches) write(batch, part, bits, lists, bytes);
        size = end;
      }
      offsets[2 ** bits] = size;
      return { offsets, bytes: bytes.slice(0, size) };
    },
  };
}

/** A list in the working table: its last passage counted from 1, repetitions in it, bytes (then where to write), passages. */
const WIDTH = 4;

/** How many bytes each list of a part takes and how many passages it has. */
function measure({ entries, starts, firstPassage }: Batch, part: number, bits: number, lists: Uint32Array): void {
  const shift = 16 + MOST_POSTING_BITS - bits;
  for (let i = starts[part] as number, end = starts[part + 1] as number; i < end; i++) {
    const entry = entries[i] as number, id = firstPassage + (entry & 0xffff) + 1;
    const at = (entry >>> shift) * WIDTH, last = lists[at] as number;
    if (last !== id) {
      lists[at] = id;
      lists[at + 1] = 1;
      lists[at + 2] = (lists[at + 2] as number) + sizeOfGap(id - last);
      lists[at + 3] = (lists[at + 3] as number) + 1;
    } else if (lists[at + 1] === 1) {
      lists[at + 1] = 2;
      lists[at + 2] = (lists[at + 2] as number) + 1;
    }
  }
}

/** Writes the lists of a part. */
function write({ entries, starts, firstPassage }: Batch, part: number, bits: number, lists: Uint32Array, bytes: Uint8Array): void {
  const shift = 16 + MOST_POSTING_BITS - bits;
  for (let i = starts[part] as number, end = starts[part + 1] as number; i < end; i++) {
    const entry = entries[i] as number, id = firstPassage + (entry & 0xffff) + 1;
    const at = (entry >>> shift) * WIDTH, last = lists[at] as number;
    let to = lists[at + 2] as number;
    if (last !== id) {
      let gap = id - last;
      for (; gap >= 0x40; gap >>>= 7) bytes[to++] = (gap & 0x7f) | 0x80;
      bytes[to++] = gap;
      lists[at] = id;
      lists[at + 1] = 1;
    } else {
      const times = (lists[at + 1] as number) + 1;
      if (times === 2) { bytes[to - 1] = (bytes[to - 1] as number) | 0x40; bytes[to++] = 2; } else if (times < 256) bytes[to - 1] = times;
      lists[at + 1] = times;
    }
    lists[at + 2] = to;
  }
}

/** How many passages of the postings hold a token (or another one of its bucket). */
export function holders(postings: Postings, token: Token): number {
  const { offsets, bytes } = postings;
  const bucket = tokenBucket(token, Math.log2(offsets.length - 1));
  let at = offsets[bucket] as number;
  if (at === offsets[bucket + 1]) return 0;
  let count = 0;
  for (let shift = 0; ; shift += 7) {
    const byte = bytes[at++] as number;
    count |= (byte & 0x7f) << shift;
    if (byte < 0x80) return count;
  }
}

/** What `collect` adds to, and with what weights. */
export interface Sum {
  readonly scores: { readonly of: Float32Array; readonly touched: Uint32Array; count: number };
  /** Id of the first passage of these postings. */
  readonly base: number;
  readonly lengths: Uint16Array;
  readonly idf: number;
  /** The length of a passage counts as `fixed + perToken * length`. */
  readonly fixed: number;
  readonly perToken: number;
  /** Whether passages that hold none of the tokens before come into question. */
  readonly fresh: boolean;
}

/** Adds a token's share to the sum of each passage that holds it: idf × tf / (tf + length), as BM25 has it. */
export function collect({ offsets, bytes }: Postings, token: Token, { scores, base, lengths, idf, fixed, perToken, fresh }: Sum): void {
  const bucket = tokenBucket(token, Math.log2(offsets.length - 1));
  let at = offsets[bucket] as number;
  const end = offsets[bucket + 1] as number;
  if (at === end) return;
  while ((bytes[at++] as number) >= 0x80);
  const { of, touched } = scores;
  let { count } = scores;
  // Numbers in the list count from 1.
  let id = -1;
  while (at < end) {
    let byte = bytes[at++] as number, gap = 0, shift = 0;
    for (; byte >= 0x80; shift += 7) { gap |= (byte & 0x7f) << shift; byte = bytes[at++] as number; }
    id += gap | ((byte & 0x3f) << shift);
    const times = byte & 0x40 ? (bytes[at++] as number) : 1;
    const passage = base + id, before = of[passage] as number;
    if (before === 0) {
      if (!fresh) continue;
      touched[count++] = passage;
    }
    of[passage] = before + (idf * times) / (times + fixed + perToken * (lengths[id] as number));
  }
  scores.count = count;
}
