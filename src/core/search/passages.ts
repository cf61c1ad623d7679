/** Search for passages: BM25 over characters and pairs, helped by neighbouring sentences and by the best answers' own words. */
import { judge } from '../extract/terms/definitions';
import type { Passage, Source } from '../library/types';
import { toSimplified } from '../text/script';
import { translationOf } from './glossary';
import { passageScorer, type Bm25, type PassageScorer, type Scores } from './scores';
import { passageById, type SearchIndex } from './searchIndex';
import { documentOf } from './segment';
import { askedMeaning, synonymsOf, withoutAsking } from './synonyms';
import { tokensOf, type Token } from './tokens';

/** Saturation of repetition and weight of length, as usual for short texts. */
const BM25: Bm25 = { k1: 1.2, b: 0.6 };
/** Share of the neighbours' scores: what stands beside a good sentence speaks of the same. */
const NEIGHBOUR = 0.3;
/** How many of the best answers lend their words to a second search, and with what weight. */
const FEEDBACK = 3;
const FEEDBACK_TOKENS = 40;
const FEEDBACK_WEIGHT = 0.2;
/** Weight of the query's words in the other language. */
const ACROSS = 0.3;
/** Weight of words that say much the same as the query's. */
const ALIKE = 0.7;
/** Answers that are looked at for one that says what a thing is. */
const DEFINING = 60;
/** Postings read for one query at most, and for the words that the best answers lend it. */
const BUDGET = 400_000;
const FEEDBACK_BUDGET = 150_000;

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
    scorer.add(bag, BUDGET, BM25);
    scorer.add(feedbackOf(index, scorer, bag, best(scores, FEEDBACK)), FEEDBACK_BUDGET, BM25);
    const asked = askedMeaning(query);
    const found = best(scores, asked ? Math.max(limit, DEFINING) : limit, NEIGHBOUR, (id) => withNeighbours(index, scores, id)).flatMap(({ id, score }) => {
      const passage = passageById(index, id);
      return passage ? [{ ...passage, score }] : [];
    });
    return asked ? definingFirst(found, asked).slice(0, limit) : found;
  } finally {
    scorer.clear();
  }
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

/**
 * The passages with the highest final scores, best first. `final` adds at most `bonus` times the highest sum to a passage's
 * own, so that most are out of the question by their own alone.
 */
function best(scores: Scores, limit: number, bonus = 0, final: (id: number) => number = (id) => scores.of[id] as number): Ranked[] {
  const { of, touched, count } = scores;
  let highest = 0;
  for (let i = 0; i < count; i++) highest = Math.max(highest, of[touched[i] as number] as number);
  let found: Ranked[] = [], least = 0;
  for (let i = 0; i < count; i++) {
    const id = touched[i] as number, own = of[id] as number;
    if (own <= 0 || own + bonus * highest < least) continue;
    const score = final(id);
    if (score < least) continue;
    found.push({ id, score });
    if (found.length < limit * 2 + 32) continue;
    found = found.sort(byScore).slice(0, limit);
    least = found.at(-1)?.score ?? 0;
  }
  return found.sort(byScore).slice(0, limit);
}

/** A passage's sum with its share of those of the sentences beside it in its paragraph. */
function withNeighbours({ parts }: SearchIndex, { of }: Scores, id: number): number {
  const part = parts.findLast(({ passageBase }) => passageBase <= id);
  let score = of[id] as number;
  if (!part) return score;
  const { segment, passageBase } = part, own = id - passageBase;
  for (const other of [own - 1, own + 1]) {
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

/** The tokens that mark the best answers off from the rest, with their weights; none of the query's own. */
function feedbackOf(index: SearchIndex, scorer: PassageScorer, bag: ReadonlyMap<Token, number>, top: readonly Ranked[]): Map<Token, number> {
  const gain = new Map<Token, number>();
  const strongest = top[0]?.score ?? 0;
  for (const { id, score } of top) {
    for (const token of new Set(tokensOf(passageById(index, id)?.passage.text ?? ''))) {
      if (bag.has(token)) continue;
      gain.set(token, (gain.get(token) ?? 0) + (score / strongest) * Math.log(1 + index.passages / (scorer.holders(token) + 1)));
    }
  }
  const chosen = [...gain].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, FEEDBACK_TOKENS);
  const most = chosen[0]?.[1] ?? 1;
  return new Map(chosen.map(([token, g]) => [token, (FEEDBACK_WEIGHT * g) / most]));
}
