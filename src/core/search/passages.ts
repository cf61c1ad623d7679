/** Search for passages: BM25 over characters and pairs, helped by neighbouring sentences and by the best answers' own words. */
import { judge } from '../extract/terms/definitions';
import type { Passage, Source } from '../library/types';
import { foldText } from '../text/fold';
import { toSimplified } from '../text/script';
import { translationOf } from './glossary';
import { passageScorer, type Bm25, type PassageScorer, type Scores } from './scores';
import { passageById } from './searchIndex';
import { type SearchIndex } from '../library/types';
import { documentOf } from './segment';
import { askedMeaning, synonymsOf, withoutAsking } from './synonyms';
import { characterToken, tokensOf, type Token } from './tokens';

/** Saturation of repetition and weight of length, as usual for short texts. */
const BM25: Bm25 = { k1: 1.6, b: 0.6 };
/** Share of the neighbours' scores: what stands beside a good sentence speaks of the same. */
const NEIGHBOUR = 0.3;
/** How many of the best answers lend their words to a second search, and with what weight. */
const FEEDBACK = 3;
const FEEDBACK_TOKENS = 40;
const FEEDBACK_WEIGHT = 0.2;
/** Weight of the query's words in the other language. */
const ACROSS = 0.5;
/** Weight of words that say much the same as the query's: they count by their pairs only, the query's own by their characters too. */
const ALIKE = 1.2;
/** Answers that are looked at for one that says what a thing is. */
const DEFINING = 60;
/** Postings read for one query at most, and for the words that the best answers lend it. */
const BUDGET = 40_000;
const FEEDBACK_BUDGET = 8_000;
/** Of a library so large that this leaves out the commonest characters, so many of the best get them from their text. */
const FROM_TEXT = 800;

/** A library ready to be searched for passages. */
export interface PassageIndex {
  readonly index: SearchIndex;
  readonly scorer: PassageScorer;
}

export interface ScoredPassage {
  readonly passage: Passage;
  readonly source: Source;
  readonly score: number;
}

export function passageIndexOf(index: SearchIndex): PassageIndex {
  return { index, scorer: passageScorer(index) };
}

/** The best passages for a query of any length and script, best first; none for a query without words. */
export function searchPassages({ index, scorer }: PassageIndex, query: string, limit: number): ScoredPassage[] {
  if (index.passages === 0 || limit <= 0) return [];
  const { scores } = scorer;
  try {
    const bag = acrossLanguages(query);
    const skipped = scorer.add(bag, BUDGET, BM25);
    // Who is not among those that get more from their text is not among the few best behind it.
    const likely = skipped.size > 0 ? aboutBest(scores, FROM_TEXT) : scores.touched.subarray(0, scores.count);
    if (skipped.size > 0) scorer.addFromText(likely, charactersOf(query, skipped), BM25);
    scorer.add(feedbackOf(index, scorer, bag, best(scores, likely, FEEDBACK)), FEEDBACK_BUDGET, BM25);
    const asked = askedMeaning(query);
    const found = bestWithNeighbours(index, scores, asked ? Math.max(limit, DEFINING) : limit).flatMap(({ id, score }) => {
      const passage = passageById(index, id);
      return passage ? [{ ...passage, score }] : [];
    });
    return asked ? definingFirst(found, asked).slice(0, limit) : found;
  } finally {
    scorer.clear();
  }
}

/** The characters of a query whose tokens were skipped, by folded unit, with what they count. */
function charactersOf(query: string, skipped: ReadonlyMap<Token, number>): Map<number, number> {
  const characters = new Map<number, number>();
  for (const c of foldText(query)) {
    const unit = c.charCodeAt(0), counts = skipped.get(characterToken(unit));
    if (counts !== undefined) characters.set(unit, counts);
  }
  return characters;
}

/** Among the answers to 什么是某某 those that say what it is count for more. */
function definingFirst(found: readonly ScoredPassage[], asked: string): ScoredPassage[] {
  const highest = found[0]?.score ?? 0;
  const raised = found.map((f) => {
    const text = toSimplified(f.passage.text), at = text.indexOf(asked);
    const judged = at < 0 ? null : judge(text, { start: at, end: at + asked.length }, new Set());
    return judged ? { ...f, score: f.score + (highest * judged.weight) / 10 } : f;
  });
  return raised.sort((a, b) => b.score - a.score || a.passage.id - b.passage.id);
}

interface Ranked { readonly id: number; readonly score: number }

const byScore = (a: Ranked, b: Ranked): number => b.score - a.score || a.id - b.id;

/** Of some passages those with the highest sums, best first. */
function best({ of }: Scores, ids: Uint32Array, limit: number): Ranked[] {
  const found = highest(limit, 0);
  let { least } = found;
  for (let i = 0; i < ids.length; i++) {
    const id = ids[i] as number, sum = of[id] as number;
    if (sum > least) least = found.add(id, sum);
  }
  return found.list();
}

/** Steps in which sums are counted to find the highest. */
const STEPS = 1024;

/** Ids of about so many passages with the highest sums, in no order: a few more where many are alike. */
function aboutBest({ of, touched, count }: Scores, wanted: number): Uint32Array {
  const sums = new Float32Array(count);
  let top = 0;
  for (let i = 0; i < count; i++) { const sum = of[touched[i] as number] as number; sums[i] = sum; if (sum > top) top = sum; }
  const steps = new Uint32Array(STEPS + 1), scale = STEPS / (top || 1);
  for (let i = 0; i < count; i++) { const sum = sums[i] as number; if (sum > 0) { const step = (sum * scale) | 0; steps[step] = (steps[step] as number) + 1; } }
  let least = STEPS, found = steps[STEPS] as number;
  while (least > 0 && found < wanted) found += steps[--least] as number;
  const ids = new Uint32Array(found);
  let to = 0;
  for (let i = 0; i < count; i++) { const sum = sums[i] as number; if (sum > 0 && ((sum * scale) | 0) >= least) ids[to++] = touched[i] as number; }
  return ids;
}

/** The passages with the highest sums when the sentences beside them have given their share, best first. */
function bestWithNeighbours(index: SearchIndex, scores: Scores, limit: number): Ranked[] {
  const { of } = scores, touched = scores.touched.subarray(0, scores.count);
  const own = best(scores, touched, limit);
  const kth = own.length < limit ? 0 : (own.at(-1)?.score ?? 0);
  // Who is to come among the best with the help of neighbours has so much of his own, or beside him one that has.
  const enough = kth / (1 + NEIGHBOUR);
  const found = highest(limit, kth * (1 - 1e-6)), seen = new Set<number>();
  for (let i = 0; i < touched.length; i++) {
    const middle = touched[i] as number;
    if ((of[middle] as number) < enough) continue;
    for (let id = middle - 1; id <= middle + 1; id++) {
      if ((of[id] ?? 0) <= 0 || seen.has(id)) continue;
      seen.add(id);
      found.add(id, withNeighbours(index, scores, id));
    }
  }
  return found.list();
}

/** Collects the highest scores; `add` says which score the next one must exceed, or nearly. */
function highest(limit: number, least: number): { least: number; add: (id: number, score: number) => number; list: () => Ranked[] } {
  let found: Ranked[] = [];
  return {
    least,
    add(id, score) {
      if (score <= least) return least;
      found.push({ id, score });
      if (found.length >= limit * 2 + 32) {
        found = found.sort(byScore).slice(0, limit);
        // Of equal scores the lower number goes first, whichever came first.
        least = (found.at(-1)?.score ?? 0) * (1 - 1e-9);
      }
      return least;
    },
    list: () => found.sort(byScore).slice(0, limit),
  };
}

/** A passage's sum with its share of those of the sentences beside it in its paragraph. */
function withNeighbours({ parts }: SearchIndex, { of }: Scores, id: number): number {
  const part = parts.findLast(({ passageBase }) => passageBase <= id);
  let score = of[id] as number;
  if (!part) return score;
  const { segment, passageBase } = part, own = id - passageBase;
  for (let other = own - 1; other <= own + 1; other += 2) {
    const sum = of[passageBase + other] ?? 0;
    if (sum <= 0 || segment.passageParagraphs[other] !== segment.passageParagraphs[own]) continue;
    if (documentOf(segment, other) === documentOf(segment, own)) score += (NEIGHBOUR * sum) / 2;
  }
  return score;
}

/** The query's own tokens with those of its words in the other language. */
function acrossLanguages(asked: string): Map<Token, number> {
  const query = withoutAsking(asked);
  const bag = new Map<Token, number>();
  for (const token of tokensOf(query)) bag.set(token, (bag.get(token) ?? 0) + 1);
  const translation = translationOf(query);
  // Pairs only: single characters of so many words would outweigh the query itself.
  const single = new Set([...translation].flatMap((c) => (/\p{Script=Han}/u.test(c) ? tokensOf(c) : [])));
  for (const token of tokensOf(translation)) if (!bag.has(token) && !single.has(token)) bag.set(token, ACROSS);
  for (const word of synonymsOf(query)) {
    for (const token of tokensOf(word).filter((t) => !bag.has(t) && !(isHan(word) && singles(word).has(t)))) bag.set(token, ALIKE);
  }
  return bag;
}

const isHan = (word: string): boolean => /\p{Script=Han}/u.test(word);
const singles = (word: string): ReadonlySet<Token> => new Set([...word].flatMap((c) => tokensOf(c)));

/**
 * The tokens that mark the best answers off from the rest, with their weights; none of the query's own. Each counts once, by the
 * best answer that holds it, and an answer that mostly repeats better ones lends nothing: copies must not outvote what they copy.
 */
function feedbackOf(index: SearchIndex, scorer: PassageScorer, bag: ReadonlyMap<Token, number>, top: readonly Ranked[]): Map<Token, number> {
  const gain = new Map<Token, number>();
  const strongest = top[0]?.score ?? 0;
  for (const { id, score } of top) {
    const others = [...new Set(tokensOf(passageById(index, id)?.passage.text ?? ''))].filter((token) => !bag.has(token));
    const fresh = others.filter((token) => !gain.has(token));
    if (fresh.length < others.length / 2) continue;
    for (const token of fresh) gain.set(token, (score / strongest) * Math.log(1 + index.passages / (scorer.holders(token) + 1)));
  }
  const chosen = [...gain].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, FEEDBACK_TOKENS);
  const most = chosen[0]?.[1] ?? 1;
  return new Map(chosen.map(([token, g]) => [token, (FEEDBACK_WEIGHT * g) / most]));
}
