/**
 * Whether words near a place of the library are its words, misquoted, or the same thing said by another source. Writers who misquote
 * change a few letters, or leave out whole clauses and items; who takes the library for the source of all else raises false alarms.
 */
import type { Paragraph } from '../../library/types';
import type { ParagraphPart } from '../../search/libraryText';
import { sharedRuns } from '../../search/sharedRuns';
import { synonymsOf } from '../../search/synonyms';
import { fold } from '../../text/fold';
import type { Difference } from '../types';
import type { Located } from './locate';
import { unpaired } from './punctuation';

/** Quotations of fewer letters, or of fewer words that are written apart, have little of their own: of them only small changes inside are believed. */
export const SHORT = 12;
const FEW_WORDS = 5;
/** Fewer letters have too little of their own to be told from a phrase of the genre. */
const SHORTEST_PARAPHRASE = 14;
/** Least likeness of words that count as the same quotation, changed. */
export const NEAR = 0.72;
/** Lost letters beyond which a loss is no slip of the pen but a clause or an item. */
const SLIP = 6;
/** Letters that an exchange, or the loss of a whole clause or item, counts for. */
const ONE_ACT = 2;
/** Changed letters that are always borne with, and as a share of all: in one place more than in several. */
const FEW = 4, SHARE = 0.22, SHARE_IN_ONE = 0.3;

const letters = (text: string): number => fold(text).text.length;

/** Whether words of `count` letters have little of their own. */
export const isShort = (text: string, count: number): boolean => count < SHORT || (!/\p{Script=Han}/u.test(text) && (text.match(/\p{L}+/gu)?.length ?? 0) < FEW_WORDS);

/** How many letters a writer would have changed: exchanges and whole clauses or items are one act, whatever their length. */
function effort({ kind, draft, source }: Difference): number {
  if (kind === 'inversion' || kind === 'reordered') return ONE_ACT;
  const d = fold(draft).text, s = fold(source).text;
  if (d === '' && s.length > SLIP && /^[，、；：。！？,;:]|[，、；：。！？,;:]$/u.test(source.trim())) return ONE_ACT + s.length / 40;
  return distance(d, s);
}

/** Least number of letters to be exchanged, lost and added. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) next.push(Math.min((row[j] as number) + 1, (next[j - 1] as number) + 1, (row[j - 1] as number) + (a[i - 1] === b[j - 1] ? 0 : 1)));
    row = next;
  }
  return row[b.length] as number;
}

/** Whether a near place can be what the writer quotes; `count` is how many letters the words (`text`) have. */
export function isMisquoted(text: string, located: Located, count: number, attributed: boolean): boolean {
  if (located.likeness === 1) return true;
  if (located.likeness < leastLikeness(count, attributed)) return false;
  const differences = located.comparison.letters;
  if (isShort(text, count)) return shortIsMisquoted(differences, count);
  if (differences.length > 2 + count / 7 || isFramedOtherwise(differences, text)) return false;
  const all = differences.reduce((n, d) => n + effort(d), 0);
  // Words of which the source quotes one part, and says another itself, are hardly quoted from there.
  if (all > 2 && quotesPieces(located.stretch.words, text)) return false;
  return all <= Math.max(FEW, (differences.length === 1 ? SHARE_IN_ONE : SHARE) * count);
}

/** So many letters too many at an edge are words of another sentence; fewer may have slipped in. */
const FRAME = 3;

/**
 * Whether a formula stands in another sentence: its words are the source's, and the draft has more before or behind them without a
 * mark between, or begins with another verb and has something else changed too.
 */
function isFramedOtherwise(differences: readonly Difference[], text: string): boolean {
  const [first, ...others] = differences;
  if (!first) return false;
  const added = (d: Difference, edge: RegExp): boolean => letters(d.source) === 0 && letters(d.draft) >= FRAME && !edge.test(d.draft);
  const last = differences.at(-1) as Difference, end = text.replace(/[\p{P}\s]+$/u, '').length;
  if ((first.start === 0 && added(first, /[\p{P}\s]$/u)) || (last.end >= end && added(last, /^[\p{P}\s]/u))) return true;
  const [d, s] = [fold(first.draft).text, fold(first.source).text];
  return first.start === 0 && others.length > 0 && Math.min(d.length, s.length) > 1 && 2 * distance(d, s) > d.length && !synonymsOf(d).some((word) => s.includes(word));
}

/** Another verb or object makes another phrase of the same genre; inside, a word may have been taken for another. */
function shortIsMisquoted(differences: readonly Difference[], count: number): boolean {
  const all = differences.reduce((n, d) => n + effort(d), 0);
  if (differences.some((d, i) => i === 0 && d.start === 0 && letters(d.draft) > 1)) return false;
  return all <= count / 4 || (differences.length === 1 && count >= 2 * ONE_ACT + 2 && all <= ONE_ACT && synonymsOf(differences[0]?.draft ?? '').includes(differences[0]?.source ?? ''));
}

/** A short quotation must be nearer than a long one to count as the same words, and one that nothing introduces nearer still. */
const leastLikeness = (count: number, attributed: boolean): number => (count < SHORT ? 0.65 : count < 20 ? (attributed ? 0.75 : 0.85) : attributed ? NEAR : 0.75);

/** Words in marks that are no term. */
const QUOTED_PIECE = /[“「‘『][^“”「」‘’『』]{8,}[”」’』]/u;

/** Whether a source's words leave one quotation and enter another, or quote a piece, and the draft's do not. */
function quotesPieces(words: string, draft: string): boolean {
  const { closing, opening } = unpaired(words);
  return (closing && opening) || (QUOTED_PIECE.test(words) && !QUOTED_PIECE.test(draft));
}

/**
 * Whether words tell the same content as a place: most of both is shared, in several runs, and each clause has its counterpart there,
 * perhaps in another order. What both share with everybody is one formula; a source that quotes pieces itself has them from elsewhere.
 */
export function isRetold(text: string, count: number, located: Located): boolean {
  if (count < SHORTEST_PARAPHRASE) return false;
  const clauses = text.split(CLAUSE_END).filter((clause) => letters(clause) >= 2 * RUN);
  const around = wordsAround(located, clauses.length > 1 ? text.length : 0);
  const there = sharedRuns(around, text, RUN), first = there[0], last = there.at(-1);
  if (!first || !last || there.length < 2 || (clauses.length < 2 && isFramedOtherwise(located.comparison.letters, text))) return false;
  const words = around.slice(first.start, last.end);
  if (quotesPieces(words, text)) return false;
  const least = clauses.length > 1 ? 1 / 2 : 2 / 3;
  return sum(there) >= letters(words) / 2 && sum(sharedRuns(text, words, RUN)) >= count * least && clauses.every((clause) => sum(sharedRuns(clause, words, 2)) >= letters(clause) / 3);
}

/** Letters of a shared run that tells something. */
const RUN = 4;
const CLAUSE_END = /[，。；！？,;!?]/u;

const sum = (runs: readonly { readonly length: number }[]): number => runs.reduce((n, run) => n + run.length, 0);

/** The source's words at a place and so many on either side of it, as far as its paragraphs reach. */
function wordsAround({ stretch }: Located, reach: number): string {
  const first = stretch.parts[0] as ParagraphPart, last = stretch.parts.at(-1) as ParagraphPart;
  const text = (part: ParagraphPart): string => (stretch.source.paragraphs[part.paragraph] as Paragraph).text;
  return text(first).slice(Math.max(0, first.start - reach), first.start) + stretch.words + text(last).slice(last.end, last.end + reach);
}
