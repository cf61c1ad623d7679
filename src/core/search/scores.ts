/** BM25 over the passages of a library, summed up token by token in working space that is kept between queries. */
import type { Span } from '../text/offsets';
import { collect, holders, type Postings } from './postings';
import type { IndexPart, SearchIndex } from '../library/types';
import { lastAtOrBefore, passageCount, type Segment } from './segment';
import type { Token } from './tokens';

/** How repetition saturates, and how much the length of a passage counts. */
export interface Bm25 {
  readonly k1: number;
  readonly b: number;
}

/** A sum for each passage of the library. */
export interface Scores {
  /** By passage id; 0 for one that holds no token, -Infinity for one whose document is hidden. */
  readonly of: Float32Array;
  /** The ids of those that hold one, the first `count`; it grows with them. */
  touched: Uint32Array;
  count: number;
}

/**
 * So many passages come into question at most; tokens that are commoner than those that have brought them add to these only.
 * A passage that holds none of a query's rarer tokens is not among the best anyway.
 */
const CANDIDATES = 24_000;

export interface PassageScorer {
  /** Passages that hold a token (or, rarely, another one of its hash), of all segments. */
  holders(token: Token): number;
  /**
   * Adds the weighted tokens to the sums, rarest first, until `budget` postings have been read: what stands everywhere tells
   * least. Those that are not listed as a whole are not read either, but the first one always is. Gives those that were not,
   * with what they count.
   */
  add(weights: ReadonlyMap<Token, number>, budget: number, bm25: Bm25): ReadonlyMap<Token, number>;
  /** Adds characters whose postings were not read, from the text of some passages; by folded unit what they count. */
  addFromText(passages: Uint32Array, characters: ReadonlyMap<number, number>, bm25: Bm25): void;
  readonly scores: Scores;
  /** All sums are 0 again. */
  clear(): void;
}

export function passageScorer(index: SearchIndex): PassageScorer {
  const parts = index.parts.map(({ segment, passageBase }) => {
    const postings: Postings = { offsets: segment.postingOffsets, bytes: segment.postings };
    return { postings, base: passageBase, lengths: segment.passageLengths };
  });
  const tokens = index.parts.reduce((sum, { segment }) => sum + tokensOf(segment).all, 0);
  const passages = index.parts.reduce((sum, { segment }) => sum + passageCount(segment), 0);
  const mean = tokens / Math.max(1, passages);
  // By unit a character's number among those that are added from the text; all 0 between two calls.
  const slots = new Uint8Array(0x10000);
  const scores: Scores = { of: new Float32Array(passages), touched: new Uint32Array(Math.min(passages, CANDIDATES)), count: 0 };
  const hidden = hiddenPassages(index);
  const longest = index.parts.reduce((most, { segment }) => Math.max(most, tokensOf(segment).longest), 0);
  let lengths: LengthTables | null = null;
  const tablesOf = (bm25: Bm25): LengthTables => (lengths?.bm25 === bm25 ? lengths : (lengths = lengthTables(bm25, mean, longest)));
  const holdersOf = (token: Token): { count: number; listed: boolean } => {
    let count = 0, listed = true;
    for (const { postings } of parts) { const held = holders(postings, token); count += held.count; listed &&= held.listed; }
    return { count, listed };
  };

  return {
    holders: (token) => holdersOf(token).count,
    scores,
    add(weights, budget, bm25) {
      const { k1 } = bm25, { damping, once } = tablesOf(bm25);
      const known = [...weights].map(([token, weight]) => ({ token, weight, ...holdersOf(token) })).filter(({ count }) => count > 0);
      known.sort((a, c) => a.count - c.count);
      const skipped = new Map<Token, number>();
      let read = 0;
      for (const { token, weight, count: n, listed } of known) {
        const first = read === 0 && scores.count === 0;
        const idf = Math.log(1 + (passages - n + 0.5) / (n + 0.5)) * weight * (k1 + 1);
        if (read > 0 && (!listed || read + n > budget)) { skipped.set(token, idf); continue; }
        read += n;
        const room = Math.min(passages, scores.count + n);
        if (room > scores.touched.length) scores.touched = wider(scores.touched, room);
        for (const { postings, base, lengths } of parts) collect(postings, token, { scores, base, lengths, idf, damping, once, fresh: scores.count < CANDIDATES || first });
      }
      for (const { start, end } of hidden) for (let id = start; id < end; id++) if (scores.of[id] !== 0) scores.of[id] = -Infinity;
      return skipped;
    },
    addFromText(ids, characters, bm25) {
      const { damping } = tablesOf(bm25);
      const weights = [0, ...characters.values()].slice(0, 256), counts = new Uint16Array(weights.length);
      [...characters.keys()].forEach((unit, i) => { if (i < 255) slots[unit] = i + 1; });
      for (const id of ids) {
        const { segment, passageBase } = index.parts.findLast((part) => part.passageBase <= id) as IndexPart;
        const { units, paragraphs, passageUnits, passageParagraphs } = segment, own = id - passageBase;
        const start = passageUnits[own] as number;
        // What follows in the same paragraph is where it ends; between documents stands a 0.
        const end = passageParagraphs[own + 1] === passageParagraphs[own] ? (passageUnits[own + 1] as number) : (paragraphs[lastAtOrBefore(paragraphs, start) + 1] ?? units.length);
        counts.fill(0);
        for (let at = start; at < end; at++) {
          const unit = units[at] as number;
          if (unit === 0) break;
          const slot = slots[unit] as number;
          counts[slot] = (counts[slot] as number) + 1;
        }
        const length = damping[segment.passageLengths[own] as number] as number;
        let sum = scores.of[id] as number;
        for (let slot = 1; slot < weights.length; slot++) { const n = counts[slot] as number; if (n > 0) sum += ((weights[slot] as number) * n) / (n + length); }
        scores.of[id] = sum;
      }
      for (const unit of characters.keys()) slots[unit] = 0;
    },
    clear() {
      for (let i = 0; i < scores.count; i++) scores.of[scores.touched[i] as number] = 0;
      scores.count = 0;
    },
  };
}

/** The same values, with room for so many. */
function wider(values: Uint32Array, length: number): Uint32Array {
  const wide = new Uint32Array(Math.max(length, values.length * 2));
  wide.set(values);
  return wide;
}

/** What a passage's length counts, by its number of tokens. */
interface LengthTables {
  readonly bm25: Bm25;
  readonly damping: Float64Array;
  readonly once: Float64Array;
}

function lengthTables(bm25: Bm25, mean: number, longest: number): LengthTables {
  const { k1, b } = bm25, damping = Float64Array.from({ length: longest + 1 }, (_, length) => k1 * (1 - b) + ((k1 * b) / mean) * length);
  return { bm25, damping, once: damping.map((value) => 1 / (1 + value)) };
}

interface SegmentTokens {
  /** Tokens of all passages, and of the longest. */
  readonly all: number;
  readonly longest: number;
}

const tokensOfSegments = new WeakMap<Segment, SegmentTokens>();

/** How many tokens a segment has; counted once, since a change of the library keeps most segments. */
function tokensOf(segment: Segment): SegmentTokens {
  let tokens = tokensOfSegments.get(segment);
  if (!tokens) {
    let all = 0, longest = 0;
    for (const length of segment.passageLengths) { all += length; if (length > longest) longest = length; }
    tokensOfSegments.set(segment, tokens = { all, longest });
  }
  return tokens;
}

/** Ids of the passages of hidden documents. */
function hiddenPassages(index: SearchIndex): Span[] {
  const hidden: Span[] = [];
  for (const { segment: { documentPassages: first }, sources, passageBase } of index.parts) {
    for (let d = 0; d < sources.length; d++) if ((sources[d] as number) < 0) hidden.push({ start: passageBase + (first[d] as number), end: passageBase + (first[d + 1] as number) });
  }
  return hidden;
}
