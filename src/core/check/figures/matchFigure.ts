/** Finds the library's figures that measure what a draft's figure measures: by words, never by digits. */
import { metricGrams } from '../../extract/figures/metricWords';
import { CONTRAST, contrasting } from '../../extract/figures/contrasts';
import type { Figure } from '../../library/types';
import { inChinese } from './crossLanguage';
import type { DraftFigure } from './draftFigures';
import { sameEntityAs } from './sameEntity';
import type { FigureIndex } from './figureIndex';
import { kindOf } from './figureKinds';
import { knownBy } from './knownWords';

export interface FigureMatch {
  readonly figure: Figure;
  /** Likeness of what is measured, 0 to 1. */
  readonly score: number;
  /** How much of the draft's indicator the source's sentence knows; what it does not know may make another indicator of it. */
  readonly known: number;
  /** An English source's indicator in Chinese words, where it was asked in them; else null. */
  readonly translated: string | null;
}

/** Which matches are wanted. */
export interface Wanted {
  /** How many at most: the best of those that are `near`, and as many of the others. */
  readonly most: number;
  readonly accepts?: (figure: Figure) => boolean;
  /** Those of the draft's own time: a table of many years must not hide the year that is meant. */
  readonly near?: (figure: Figure) => boolean;
}

/** What is asked of the index: the words of the indicator and of its clause, and which figures may answer. */
interface Question {
  readonly metric: string;
  readonly clause: string;
  /** Whether the words hold all that the draft says; a translation may have left something out. */
  readonly whole: boolean;
  readonly chineseOnly: boolean;
}

/** A slot whose words are near enough. */
interface Near {
  readonly slot: number;
  /** Score without what the source's sentence adds. */
  readonly base: number;
  readonly named: number;
  readonly direct: number;
  /** What orders equals: pieces shared over the size of the source's indicator, and the first of them in the draft's words. */
  readonly rough: number;
  readonly first: number;
}

interface Ranked extends FigureMatch {
  readonly rough: number;
  readonly first: number;
  readonly at: number;
}

/** The library's figures of the same indicator as a draft's figure, best first. An English draft also asks Chinese sources in their words. */
export function matchFigure(index: FigureIndex, draft: DraftFigure, wanted: Wanted): FigureMatch[] {
  if (draft.metric === null) return [];
  const found = answers(index, draft, { metric: draft.metric, clause: draft.clause, whole: true, chineseOnly: false }, wanted);
  const metric = draft.english ? inChinese(draft.metric) : null;
  if (!metric) return found;
  const clause = inChinese(draft.clause)?.text ?? metric.text;
  const translated = answers(index, draft, { metric: metric.text, clause: metric.text + clause, whole: metric.whole, chineseOnly: true }, wanted);
  return [...found, ...translated].sort((a, b) => b.score - a.score);
}

/** Postings read for one figure at most, the rarest pieces first; of what is left out, each piece is in thousands of indicators. */
const MOST_POSTINGS = 40_000;
/** What a source's sentence may add to a score. */
const KNOWN_WEIGHT = 0.2;
/** What is left of a score where a source's words are put into the draft's language. */
const TRANSLATED = 0.95;

function answers(index: FigureIndex, draft: DraftFigure, question: Question, wanted: Wanted): FigureMatch[] {
  const kind = index.kinds.get(kindOf(draft));
  const metric = [...metricGrams(question.metric)];
  if (metric.length === 0 || !kind) return [];
  const slots = near(index, metric, question, kind);
  // Those whose score may be highest come first: their sentences are read until no other can be among the best.
  const most = (a: Near): number => a.base + KNOWN_WEIGHT * (1 - a.direct);
  slots.sort((a, b) => most(b) - most(a));
  const sameEntity = sameEntityAs(draft, index.entities), known = knownBy(index, metric);
  const best = { near: [] as number[], far: [] as number[] };
  const found: Ranked[] = [];
  for (const slot of slots) {
    const limit = most(slot);
    if (!hasRoom(best.near, wanted.most, limit) && !hasRoom(best.far, wanted.most, limit)) break;
    for (let k = index.slots.figuresFrom[slot.slot] as number; k < (index.slots.figuresFrom[slot.slot + 1] as number); k++) {
      if (!sameEntity(index.slots.entities[k] as number)) continue;
      const at = index.slots.figures[k] as number, figure = index.figures[at] as Figure;
      const scores = wanted.near?.(figure) ? best.near : best.far;
      if (!hasRoom(scores, wanted.most, limit) || !(wanted.accepts?.(figure) ?? true)) continue;
      const share = known(slot.slot, figure.context);
      // A part that is named by one word (其中出口) has the rest of its name in its sentence.
      if (share < 0.25 || (slot.direct < 0.2 && (slot.named < 0.99 || share < 0.6))) continue;
      const other = index.slots.translated[slot.slot] as number;
      // A source in the draft's own language comes first.
      const score = (slot.base + KNOWN_WEIGHT * share) * (other === 0 ? 1 : TRANSLATED);
      found.push({ figure, known: question.whole && other !== 2 ? share : Math.min(share, 0.5), translated: other === 0 ? null : index.slots.metric[slot.slot] as string, score, rough: slot.rough, first: slot.first, at });
      keep(scores, wanted.most, score);
    }
  }
  return found.sort((a, b) => b.score - a.score || b.rough - a.rough || a.first - b.first || a.at - b.at);
}

/** Whether a score may still be among the best; `scores` are the best so far, descending. */
function hasRoom(scores: readonly number[], most: number, score: number): boolean {
  return scores.length < most || score >= (scores[most - 1] as number);
}

function keep(scores: number[], most: number, score: number): void {
  let at = scores.length;
  while (at > 0 && (scores[at - 1] as number) < score) at--;
  if (at >= most) return;
  scores.splice(at, 0, score);
  if (scores.length > most) scores.pop();
}

/** Slots of a kind that share enough of their words with the question. */
function near(index: FigureIndex, metric: readonly string[], question: Question, [from, to]: readonly [number, number]): Near[] {
  const { slots, weights, gramNumber } = index;
  const clausePlace = new Map<number, number>();
  let place = 0;
  for (const gram of metricGrams(question.clause)) {
    const number = gramNumber.get(gram);
    if (number !== undefined) clausePlace.set(number, place);
    place++;
  }
  // What the library does not know at all may be a qualifier or only the joint of two words.
  const numbers = metric.map((gram) => gramNumber.get(gram) ?? -1), weightOf = (number: number): number => (number < 0 ? 0.35 : weights[number] as number);
  const all = numbers.reduce((sum, number) => sum + weightOf(number), 0);
  const asked = new Set(numbers);
  const found: Near[] = [];
  for (const slot of touched(index, numbers, from, to)) {
    if (question.chineseOnly && slots.chinese[slot] === 0) continue;
    const total = slots.total[slot] as number, begin = slots.gramsFrom[slot] as number, end = slots.gramsFrom[slot + 1] as number;
    let shared = 0, spoken = 0, named = 0, first = Infinity;
    for (let k = begin; k < end; k++) {
      const gram = slots.grams[k] as number, at = clausePlace.get(gram);
      if (at !== undefined) { shared++; spoken += weights[gram] as number; if (at < first) first = at; }
      if (asked.has(gram)) named += weights[gram] as number;
    }
    // How much of the source's indicator the draft names.
    if (shared === 0 || shared * 6 < end - begin || spoken / total < 0.25 || named / total < 0.2) continue;
    let direct = 0;
    for (const number of numbers) if (number >= 0 && holds(slots.grams, begin, end, number)) direct += weights[number] as number;
    const shares = { spoken: spoken / total, named: named / total, direct: direct / all };
    const theirs = slots.metric[slot] as string;
    if ((shares.direct < 0.2 && shares.named < 0.99) || contrasting(question.metric, theirs) || CONTRAST.one(question.clause, theirs)) continue;
    found.push({ slot, base: 0.35 * shares.spoken + 0.2 * shares.named + 0.25 * shares.direct, named: shares.named, direct: shares.direct, rough: shared / (4 + end - begin), first });
  }
  return found;
}

function holds(grams: Uint32Array, begin: number, end: number, gram: number): boolean {
  for (let k = begin; k < end; k++) if (grams[k] === gram) return true;
  return false;
}

/** The slots of a stretch in which one of the pieces stands, each once. */
function touched({ postings, slotsOf }: FigureIndex, numbers: readonly number[], from: number, to: number): Iterable<number> {
  const lists = numbers.filter((number) => number >= 0).map((number) => {
    const end = postings[number + 1] as number;
    const begin = lowerBound(slotsOf, postings[number] as number, end, from);
    return { begin, end: lowerBound(slotsOf, begin, end, to) };
  }).sort((a, b) => (a.end - a.begin) - (b.end - b.begin));
  const slots = new Set<number>();
  let left = MOST_POSTINGS;
  for (const { begin, end } of lists) {
    left -= end - begin;
    if (left < 0 && slots.size > 0) break;
    for (let k = begin; k < end; k++) slots.add(slotsOf[k] as number);
  }
  return slots;
}

/** First place of a stretch at which a number that is not smaller stands. */
function lowerBound(sorted: Uint32Array, from: number, to: number, wanted: number): number {
  let low = from, high = to;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] as number) < wanted) low = middle + 1; else high = middle;
  }
  return low;
}
