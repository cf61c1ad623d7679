/** Search for passages: BM25 over characters and pairs, helped by neighbouring sentences and by the best answers' own words. */
import type { Passage } from '../library/types';
import { translationOf } from './glossary';
import { tokensOf, type Token } from './tokens';

/** Saturation of repetition and weight of length, as usual for short texts. */
const K1 = 1.2;
const B = 0.6;
/** Share of the neighbours' scores: what stands beside a good sentence speaks of the same. */
const NEIGHBOUR = 0.3;
/** How many of the best answers lend their words to a second search, and with what weight. */
const FEEDBACK = 3;
const FEEDBACK_TOKENS = 40;
const FEEDBACK_WEIGHT = 0.2;
/** Weight of the query's words in the other language. */
const ACROSS = 0.2;
/** Postings read for one query at most, rarest tokens first. */
const BUDGET = 400_000;

export interface PassageIndex {
  readonly passages: readonly Passage[];
  readonly bits: number;
  readonly offsets: Uint32Array;
  /** Passage ids, by token. */
  readonly ids: Uint32Array;
  readonly counts: Uint8Array;
  /** Tokens of each passage, weighted length. */
  readonly lengths: Float32Array;
  readonly meanLength: number;
}

export interface ScoredPassage {
  readonly passage: Passage;
  readonly score: number;
}

function bucketOf(token: Token, bits: number): number {
  return (token ^ (token >>> 15)) >>> (32 - bits);
}

/** Counts of a text's tokens by bucket. */
function bagOf(text: string, bits: number): Map<number, number> {
  const bag = new Map<number, number>();
  for (const token of tokensOf(text)) {
    const bucket = bucketOf(token, bits);
    bag.set(bucket, (bag.get(bucket) ?? 0) + 1);
  }
  return bag;
}

export function buildPassageIndex(passages: readonly Passage[]): PassageIndex {
  const letters = passages.reduce((n, p) => n + p.text.length, 0);
  const bits = Math.min(22, Math.max(14, Math.ceil(Math.log2(letters * 2 + 2))));
  const bags = passages.map((p) => bagOf(p.text, bits));
  const offsets = new Uint32Array((1 << bits) + 1);
  let total = 0;
  for (const bag of bags) for (const bucket of bag.keys()) { offsets[bucket + 1] = (offsets[bucket + 1] as number) + 1; total++; }
  for (let i = 1; i < offsets.length; i++) offsets[i] = (offsets[i] as number) + (offsets[i - 1] as number);
  const next = offsets.slice();
  const ids = new Uint32Array(total), counts = new Uint8Array(total), lengths = new Float32Array(passages.length);
  bags.forEach((bag, id) => {
    let length = 0;
    for (const [bucket, count] of bag) {
      const slot = next[bucket] as number;
      ids[slot] = id; counts[slot] = Math.min(255, count);
      next[bucket] = slot + 1;
      length += count;
    }
    lengths[id] = length;
  });
  return { passages, bits, offsets, ids, counts, lengths, meanLength: lengths.reduce((a, b) => a + b, 0) / Math.max(1, passages.length) };
}

/** Scores of all passages for a weighted bag of buckets. */
function score(index: PassageIndex, bag: ReadonlyMap<number, number>): Float64Array {
  const { offsets, ids, counts, lengths, meanLength, passages } = index;
  const scores = new Float64Array(passages.length);
  const df = (bucket: number): number => (offsets[bucket + 1] as number) - (offsets[bucket] as number);
  let read = 0;
  for (const [bucket, weight] of [...bag].filter(([b]) => df(b) > 0).sort((a, b) => df(a[0]) - df(b[0]))) {
    const n = df(bucket);
    if (read + n > BUDGET && read > 0) break;
    read += n;
    const idf = Math.log(1 + (passages.length - n + 0.5) / (n + 0.5)) * weight;
    for (let p = offsets[bucket] as number; p < (offsets[bucket + 1] as number); p++) {
      const id = ids[p] as number, tf = counts[p] as number;
      scores[id] = (scores[id] as number) + (idf * tf * (K1 + 1)) / (tf + K1 * (1 - B + (B * (lengths[id] as number)) / meanLength));
    }
  }
  return scores;
}

function best(scores: Float64Array, limit: number): number[] {
  const found: number[] = [];
  let least = 0;
  for (let id = 0; id < scores.length; id++) {
    const s = scores[id] as number;
    if (s <= least) continue;
    found.push(id);
    if (found.length >= limit * 8 + 64) {
      found.sort((a, b) => (scores[b] as number) - (scores[a] as number) || a - b).length = limit;
      least = scores[found.at(-1) as number] as number;
    }
  }
  return found.sort((a, b) => (scores[b] as number) - (scores[a] as number) || a - b).slice(0, limit);
}

/** The best passages for a query of any length and script, best first; none for a query without words. */
export function searchPassages(index: PassageIndex, query: string, limit: number): ScoredPassage[] {
  if (index.passages.length === 0 || limit <= 0) return [];
  const bag = acrossLanguages(index, query);
  const first = score(index, bag);
  const expanded = withFeedback(index, bag, best(first, FEEDBACK), first);
  const own = score(index, expanded);
  const scores = own.slice();
  index.passages.forEach((passage, id) => {
    for (const side of [id - 1, id + 1]) {
      const other = index.passages[side];
      if (other && other.file === passage.file && other.paragraph === passage.paragraph && (own[id] as number) > 0) scores[id] = (scores[id] as number) + (NEIGHBOUR * (own[side] as number)) / 2;
    }
  });
  return best(scores, limit).map((id) => ({ passage: index.passages[id] as Passage, score: scores[id] as number }));
}

/** The query's own tokens with those of its words in the other language. */
function acrossLanguages(index: PassageIndex, query: string): Map<number, number> {
  const bag = bagOf(query, index.bits);
  const translation = translationOf(query);
  // Pairs only: single characters of so many words would outweigh the query itself.
  const single = new Set([...translation].flatMap((c) => (/\p{Script=Han}/u.test(c) ? [...bagOf(c, index.bits).keys()] : [])));
  for (const bucket of bagOf(translation, index.bits).keys()) if (!bag.has(bucket) && !single.has(bucket)) bag.set(bucket, ACROSS);
  return bag;
}

/** The query with the tokens that mark the best answers off from the rest. */
function withFeedback(index: PassageIndex, bag: ReadonlyMap<number, number>, top: readonly number[], scores: Float64Array): Map<number, number> {
  const gain = new Map<number, number>();
  const strongest = scores[top[0] ?? 0] ?? 0;
  for (const id of top) {
    const share = (scores[id] as number) / strongest;
    for (const bucket of new Set(tokensOf((index.passages[id] as Passage).text).map((t) => bucketOf(t, index.bits)))) {
      if (bag.has(bucket)) continue;
      const n = (index.offsets[bucket + 1] as number) - (index.offsets[bucket] as number);
      gain.set(bucket, (gain.get(bucket) ?? 0) + share * Math.log(1 + index.passages.length / (n + 1)));
    }
  }
  const expanded = new Map(bag);
  const chosen = [...gain].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, FEEDBACK_TOKENS);
  const most = chosen[0]?.[1] ?? 1;
  for (const [bucket, g] of chosen) expanded.set(bucket, (FEEDBACK_WEIGHT * g) / most);
  return expanded;
}
