/**
 * Whether words near a place of the library are its words, misquoted, or the same thing said by another source. Writers who misquote
 * change a few letters, or leave out whole clauses and items; who takes the library for the source of all else raises false alarms.
 */
import { synonymsOf } from '../../search/synonyms';
import { sharedRuns } from '../../search/sharedRuns';
import { fold } from '../../text/fold';
import type { Difference } from '../types';
import type { Located } from './locate';
import { unpaired } from './punctuation';

/** Quotations of fewer letters have little of their own: of them only small changes inside are believed. */
export const SHORT = 12;
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

/** How many letters a writer would have changed: exchanges and whole clauses or items are one act, whatever their length. */
export function effort({ kind, draft, source }: Difference): number {
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

/** Whether a near place can be what the writer quotes; `count` is how many letters the words have. */
export function isMisquoted(located: Located, count: number, attributed: boolean): boolean {
  if (located.likeness === 1) return true;
  if (located.likeness < leastLikeness(count, attributed)) return false;
  const differences = located.comparison.letters;
  if (count < SHORT) return shortIsMisquoted(differences, count);
  if (differences.length > 2 + count / 7) return false;
  const sum = differences.reduce((n, d) => n + effort(d), 0);
  // Words of which the source quotes one part, and says another itself, are hardly quoted from there.
  if (sum > 2 && betweenMarks(located.stretch.words)) return false;
  return sum <= Math.max(FEW, (differences.length === 1 ? SHARE_IN_ONE : SHARE) * count);
}

/** Another verb or object makes another phrase of the same genre; inside, a word may have been taken for another. */
function shortIsMisquoted(differences: readonly Difference[], count: number): boolean {
  const sum = differences.reduce((n, d) => n + effort(d), 0);
  if (differences.some((d, i) => i === 0 && d.start === 0 && letters(d.draft) > 1)) return false;
  return sum <= count / 4 || (differences.length === 1 && count >= 2 * ONE_ACT + 2 && sum <= ONE_ACT && synonymsOf(differences[0]?.draft ?? '').includes(differences[0]?.source ?? ''));
}

/** A short quotation must be nearer than a long one to count as the same words, and one that nothing introduces nearer still. */
const leastLikeness = (count: number, attributed: boolean): number => (count < SHORT ? 0.65 : count < 20 ? (attributed ? 0.75 : 0.85) : attributed ? NEAR : 0.75);

/** Whether a stretch leaves one quotation of its source and enters another one. */
function betweenMarks(words: string): boolean {
  const { closing, opening } = unpaired(words);
  return closing && opening;
}

/** Whether words tell the same content as a place: most of both is shared, in several runs. What both share with everybody is one formula. */
export function isRetold(text: string, count: number, located: Located): boolean {
  if (count < SHORTEST_PARAPHRASE || betweenMarks(located.stretch.words)) return false;
  const runs = sharedRuns(text, located.stretch.words, 4);
  const shared = runs.reduce((n, run) => n + run.length, 0);
  return runs.length > 1 && shared >= 0.5 * count && shared >= 0.5 * letters(located.stretch.words);
}
