/**
 * Which passages hold a token, and how often: packed lists, one a bucket of hashed tokens. A list begins with twice how many
 * passages there are (7 bits a byte, low ones first, the top bit says that more follow), and one more where not all are listed.
 * Then for each passage how far its number is from the one before: low groups of 7 bits with the top bit set, last a byte of 6
 * bits, whose bit 6 says that the token stands there more than once; how often (at most 255) is in a byte of its own behind it.
 */
import { bucketSorter, MOST_BUCKET_BITS, type Arena, type Packed } from './bucketSort';
import type { Token, TokenList } from './tokens';

/** Of so many tokens about a quarter are different ones in a large library, and half in a small one. */
const MOST_POSTING_BITS = MOST_BUCKET_BITS, LEAST_POSTING_BITS = 16;

/** How many buckets so many tokens are worth; in a small segment a bucket more costs nothing, in a large one memory. */
function bitsFor(tokens: number): number {
  return Math.min(MOST_POSTING_BITS, Math.max(LEAST_POSTING_BITS, Math.ceil(Math.log2(tokens + 2)) - 2));
}

/**
 * Of a character that stands in more passages than this only the first so many are listed: it tells so little that it is better
 * looked for in the text of the few passages that the rest of a query has found.
 */
export const MOST_LISTED = 8192;

/** The bucket of a token among 2^bits. */
function tokenBucket(token: Token, bits: number): number {
  return token >>> (32 - bits);
}

export type Postings = Packed;

/** Takes the tokens of passages, one passage behind the other, and packs them. Tokens come as numbers that look random. */
export interface PostingsBuilder {
  /** Takes a passage with all its tokens. */
  add(tokens: Pick<TokenList, 'values' | 'length'>): void;
  /** `unlisted`: tokens that were left out of some passages, with how many these are. */
  build(unlisted?: Iterable<readonly [Token, number]>): Postings;
}

/** `about`: how many tokens are to come; any number may. */
export function postingsBuilder(about = 0, arena?: Arena): PostingsBuilder {
  const sorter = bucketSorter(about, arena);
  let total = 0, passage = 0;
  return {
    add({ values, length }) {
      if (passage % sorter.range === 0) sorter.rebase(passage);
      sorter.add(values, length, passage++, 0);
      total += length;
    },
    build(unlisted = []) {
      const bits = bitsFor(total), more = new Map<number, number>();
      for (const [token, count] of unlisted) { const bucket = tokenBucket(token, bits); more.set(bucket, (more.get(bucket) ?? 0) + count); }
      return sorter.pack(bits, MOST_BYTES, (passages, start, end, bucket, bytes, to) => pack(passages, start, end, more.size > 0 ? (more.get(bucket) ?? 0) : 0, bytes, to));
    },
  };
}

/** Bytes that a list takes at most: its number of passages, and each of them with how often. */
const MOST_BYTES = 11;

/** Packs a list, of ascending passages each as often as it holds the token, into `bytes` from `to` on; gives where it ends. */
function pack(passages: Uint32Array, start: number, end: number, unlisted: number, bytes: Uint8Array, to: number): number {
  // Room for the head as if each number were another passage; it may take more bytes than it needs.
  let at = to + 1;
  for (let most = (end - start + unlisted) * 2 + 1; most >= 0x80; most >>>= 7) at++;
  const body = at;
  // Numbers in the list count from 1.
  let last = -1, listed = 0;
  for (let i = start; i < end; listed++) {
    const passage = passages[i] as number, from = i;
    for (i++; i < end && passages[i] === passage;) i++;
    let gap = passage - last;
    for (; gap >= 0x40; gap >>>= 7) bytes[at++] = (gap & 0x7f) | 0x80;
    const times = i - from;
    if (times === 1) bytes[at++] = gap;
    else { bytes[at++] = gap | 0x40; bytes[at++] = times < 255 ? times : 255; }
    last = passage;
  }
  let head = (listed + unlisted) * 2 + (unlisted > 0 ? 1 : 0);
  for (; to < body - 1; head >>>= 7) bytes[to++] = (head & 0x7f) | 0x80;
  bytes[to] = head;
  return at;
}

/** How many passages of the postings hold a token (or another one of its bucket), and whether all of them are listed. */
export function holders(postings: Postings, token: Token): { readonly count: number; readonly listed: boolean } {
  const { offsets, bytes } = postings;
  const bucket = tokenBucket(token, Math.log2(offsets.length - 1));
  let at = offsets[bucket] as number, head = 0;
  if (at === offsets[bucket + 1]) return { count: 0, listed: true };
  for (let shift = 0; ; shift += 7) {
    const byte = bytes[at++] as number;
    head |= (byte & 0x7f) << shift;
    if (byte < 0x80) return { count: head >>> 1, listed: (head & 1) === 0 };
  }
}

/** What `collect` adds to, and with what weights. */
export interface Sum {
  readonly scores: { readonly of: Float32Array; readonly touched: Uint32Array; count: number };
  /** Id of the first passage of these postings. */
  readonly base: number;
  readonly lengths: Uint16Array;
  readonly idf: number;
  /** By the length of a passage what it counts beside repetitions. */
  readonly damping: Float64Array;
  /** By the length of a passage the share of a token that it holds once: 1 / (1 + damping). */
  readonly once: Float64Array;
  /** Whether passages that hold none of the tokens before come into question. */
  readonly fresh: boolean;
}

/** Adds a token's share to the sum of each passage that holds it: idf × tf / (tf + damping), as BM25 has it. */
export function collect({ offsets, bytes }: Postings, token: Token, { scores, base, lengths, idf, damping, once, fresh }: Sum): void {
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
    let byte = bytes[at++] as number, times = 1;
    if (byte < 0x40) id += byte;
    else {
      let gap = 0, shift = 0;
      for (; byte >= 0x80; shift += 7) { gap |= (byte & 0x7f) << shift; byte = bytes[at++] as number; }
      id += gap | ((byte & 0x3f) << shift);
      if (byte & 0x40) times = bytes[at++] as number;
    }
    const passage = base + id, before = of[passage] as number;
    if (before === 0) {
      if (!fresh) continue;
      touched[count++] = passage;
    }
    const length = lengths[id] as number;
    of[passage] = before + idf * (times === 1 ? (once[length] as number) : times / (times + (damping[length] as number)));
  }
  scores.count = count;
}
