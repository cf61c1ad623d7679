/** Which runs of words come more than once: by hash, so that of those that do not, which are most, nothing is kept. */
import { LETTER } from './numbered';
import type { CutUnit, Numbers, Word, WordRun } from './types';
import { mixed, type HashedWords } from './wordHash';

/** A term has no more words, and no more letters. */
export const MAX_WORDS = 9, MAX_LENGTH = 26;
/** Bits of the tables that tell which pairs of words, and which runs, come twice. A false yes costs a little memory, nothing else. */
const PAIR_BITS = 22, RUN_BITS = 26;

/** The runs of a unit: its noun phrases, and two of them joined by one 和, 与, 及, 、 or 的. */
export function runsOf({ unit, words, chunks }: CutUnit): WordRun[] {
  const text = unit.text;
  const run = (list: readonly Word[], joint: number): WordRun => ({
    words: list.map((w) => text.slice(w.start, w.end)), kinds: list.map((w) => LETTER[w.kind]).join(''), joint,
  });
  const result = chunks.map((chunk) => run(chunk.words, -1));
  let at = 0;
  chunks.forEach((left, c) => {
    const right = chunks[c + 1];
    if (!right || right.start - left.end !== 1) return;
    const between = text[left.end] as string;
    if (!/[和与及、的]/.test(between)) return;
    while (at < words.length && (words[at] as Word).start < left.end) at++;
    const joint = words[at]?.start === left.end ? words[at] : undefined;
    // Two items of a longer list are no name of their own.
    if (!joint || (between !== '的' && (/[、和与及]/.test(text[left.start - 1] ?? '') || /[、和与及]/.test(text[right.end] ?? '')))) return;
    const before = left.words.slice(-5);
    result.push(run([...before, joint, ...right.words.slice(0, 5)], before.length));
  });
  return result;
}

/** What comes once and what comes twice, by hash, in a table of fixed size: two bits each. */
class TwiceTable {
  private readonly counts: Uint8Array;

  constructor(private readonly bits: number) {
    this.counts = new Uint8Array(1 << (bits - 2));
  }

  add(hash: number): void {
    const slot = this.slot(hash), at = slot >>> 2, shift = (slot & 3) * 2, byte = this.counts[at] as number, before = (byte >>> shift) & 3;
    if (before < 2) this.counts[at] = (byte & ~(3 << shift)) | ((before + 1) << shift);
  }

  holdsTwice(hash: number): boolean {
    const slot = this.slot(hash);
    return (((this.counts[slot >>> 2] as number) >>> ((slot & 3) * 2)) & 3) === 2;
  }

  private slot(hash: number): number {
    return mixed(hash) >>> (32 - this.bits);
  }
}

function hashOfPair({ first }: HashedWords, left: number, right: number): number {
  return Math.imul(first[left] as number, 0x9e3779b1) + (first[right] as number) | 0;
}

/** Which pairs of words and which runs come twice. */
export class RecurringRuns {
  private readonly pairs = new TwiceTable(PAIR_BITS);
  private readonly runs = new TwiceTable(RUN_BITS);

  /** Adds the run of `length` words whose numbers begin at `at`. */
  add(words: HashedWords, numbers: Numbers, at: number, length: number, joint: number): void {
    const { first, firstShift } = words;
    for (let i = 0; i < length; i++) {
      if (i + 1 < length && (joint < 0 || i === joint || i + 1 === joint)) this.pairs.add(hashOfPair(words, numbers[at + i] as number, numbers[at + i + 1] as number));
      if (joint >= 0 && i >= joint) continue;
      let hash = 0, letters = 0;
      for (let j = i; j < Math.min(length, i + MAX_WORDS); j++) {
        const word = numbers[at + j] as number;
        hash = Math.imul(hash, firstShift[word] as number) + (first[word] as number) | 0;
        letters += (words.words[word] as string).length;
        if (letters > MAX_LENGTH) break;
        if (j > joint) this.runs.add(hash);
      }
    }
  }

  /** Two words by their numbers. */
  pairComesTwice(words: HashedWords, left: number, right: number): boolean {
    return this.pairs.holdsTwice(hashOfPair(words, left, right));
  }

  /** By the first hash of its folded words. */
  comesTwice(hash: number): boolean {
    return this.runs.holdsTwice(hash);
  }
}
