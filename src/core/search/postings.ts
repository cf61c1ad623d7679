/**
 * Which passages hold a token, and how often: packed lists, one a bucket of hashed tokens. A list begins with how many
 * passages it has (7 bits a byte, low ones first, the top bit says that more follow). Then for each passage how far its
 * number is from the one before: low groups of 7 bits with the top bit set, last a byte of 6 bits, whose bit 6 says that
 * the token stands there more than once; how often (at most 255) is in a byte of its own behind it.
 * Most numbers take one byte, so single characters, which stand everywhere, cost hardly more than pairs.
 */
import type { Token } from './tokens';

export const MOST_POSTING_BITS = 22;

/** The bucket of a token among 2^bits. */
export function tokenBucket(token: Token, bits: number): number {
  return (token ^ (token >>> 15)) >>> (32 - bits);
}

export interface Postings {
  readonly offsets: Uint32Array;
  readonly bytes: Uint8Array;
}

/** Tokens of the passages, one passage behind the other. */
export interface TokenStream {
  readonly blocks: readonly Uint32Array[];
  /** How many tokens each passage has. */
  readonly lengths: ArrayLike<number>;
  readonly passages: number;
  readonly total: number;
}

function sizeOfCount(n: number): number {
  return n < 0x80 ? 1 : n < 0x4000 ? 2 : n < 0x200000 ? 3 : n < 0x10000000 ? 4 : 5;
}

function sizeOfGap(n: number): number {
  return n < 0x40 ? 1 : n < 0x2000 ? 2 : n < 0x100000 ? 3 : n < 0x8000000 ? 4 : 5;
}

/** A bucket's place in the working table: last passage + 1, repetitions in it, bytes (then where to write), passages. */
const WIDTH = 4;

/** Packs the tokens of all passages. */
export function packPostings(stream: TokenStream): Postings {
  const bits = Math.min(MOST_POSTING_BITS, Math.max(14, Math.ceil(Math.log2(stream.total + 2))));
  const buckets = 2 ** bits;
  const table = new Uint32Array(buckets * WIDTH);
  // First how long each list becomes, then the lists themselves: the same walk twice.
  walk(stream, bits, (at, id) => {
    if (table[at] !== id) {
      table[at + 2] = (table[at + 2] as number) + sizeOfGap(id - (table[at] as number));
      table[at] = id;
      table[at + 1] = 1;
      table[at + 3] = (table[at + 3] as number) + 1;
    } else {
      if (table[at + 1] === 1) table[at + 2] = (table[at + 2] as number) + 1;
      table[at + 1] = (table[at + 1] as number) + 1;
    }
  });
  const offsets = new Uint32Array(buckets + 1);
  let size = 0;
  for (let b = 0, at = 0; b < buckets; b++, at += WIDTH) {
    offsets[b] = size;
    const count = table[at + 3] as number;
    if (count > 0) size += sizeOfCount(count) + (table[at + 2] as number);
  }
  offsets[buckets] = size;
  const bytes = new Uint8Array(size);
  for (let b = 0, at = 0; b < buckets; b++, at += WIDTH) {
    let count = table[at + 3] as number, to = offsets[b] as number;
    if (count === 0) continue;
    for (; count >= 0x80; count >>>= 7) bytes[to++] = (count & 0x7f) | 0x80;
    bytes[to++] = count;
    table[at] = 0; table[at + 1] = 0; table[at + 2] = to;
  }
  walk(stream, bits, (at, id) => {
    let to = table[at + 2] as number;
    if (table[at] !== id) {
      let gap = id - (table[at] as number);
      for (; gap >= 0x40; gap >>>= 7) bytes[to++] = (gap & 0x7f) | 0x80;
      bytes[to++] = gap;
      table[at] = id;
      table[at + 1] = 1;
    } else {
      const times = (table[at + 1] as number) + 1;
      if (times === 2) { bytes[to - 1] = (bytes[to - 1] as number) | 0x40; bytes[to++] = 2; } else if (times < 256) bytes[to - 1] = times;
      table[at + 1] = times;
    }
    table[at + 2] = to;
  });
  return { offsets, bytes };
}

/** Calls with the place of each token's bucket in the working table and the number of its passage, counted from 1. */
function walk(stream: TokenStream, bits: number, visit: (at: number, id: number) => void): void {
  let block = 0, at = 0;
  for (let id = 0; id < stream.passages; id++) {
    for (let left = stream.lengths[id] as number; left > 0; left--) {
      const tokens = stream.blocks[block] as Uint32Array;
      visit(tokenBucket(tokens[at] as number, bits) * WIDTH, id + 1);
      if (++at === tokens.length) { block++; at = 0; }
    }
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
}

/** Adds a token's share to the sum of each passage that holds it: idf × tf / (tf + length), as BM25 has it. */
export function collect({ offsets, bytes }: Postings, token: Token, { scores, base, lengths, idf, fixed, perToken }: Sum): void {
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
    if (before === 0) touched[count++] = passage;
    of[passage] = before + (idf * times) / (times + fixed + perToken * (lengths[id] as number));
  }
  scores.count = count;
}
