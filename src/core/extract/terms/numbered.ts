/** Runs and phrases of one source in numbers: a word is written once, and runs name it by its number. A library is gone through several times, so this is what counts. */
import type { NumberedRuns, Numbers, PhraseEvidence, WordClass, WordRun } from './types';

/** The classes of words by their letters. */
export const LETTER: Readonly<Record<WordClass, string>> = { noun: 'n', soft: 's', quoted: 'q', joiner: 'j', number: 'd', hard: 'h', stop: 'x' };

/** No term is shorter. A run that is tells nothing. */
const SHORTEST = 3;

export class RunWriter {
  /** By the letter of the class, then by word. */
  private readonly numberOf = new Map<string, Map<string, number>>();
  private readonly words: string[] = [];
  private kinds = '';
  private readonly runs: number[] = [];
  private readonly phraseOf = new Map<string, { numbers: readonly number[]; own: boolean; count: number; headings: number }>();

  run({ words, kinds, joint }: WordRun): void {
    if (words.length === 1 && (words[0] as string).length < SHORTEST) return;
    this.runs.push(words.length, joint + 1);
    for (let i = 0; i < words.length; i++) this.runs.push(this.number(words[i] as string, kinds[i] as string));
  }

  phrase(words: readonly string[], own: boolean, heading: boolean): void {
    const key = `${own ? 1 : 0}${words.join('\n')}`;
    let known = this.phraseOf.get(key);
    if (!known) this.phraseOf.set(key, known = { numbers: words.map((word) => this.number(word, 'n')), own, count: 0, headings: 0 });
    known.count++;
    if (heading) known.headings++;
  }

  written(): NumberedRuns {
    const phrases = [...this.phraseOf.values()].flatMap(({ numbers, own, count, headings }) => [numbers.length * 2 + (own ? 1 : 0), count, headings, ...numbers]);
    return { words: this.words.join('\n'), kinds: this.kinds, runs: packed(this.runs), phrases: packed(phrases) };
  }

  private number(word: string, kind: string): number {
    let ofKind = this.numberOf.get(kind);
    if (!ofKind) this.numberOf.set(kind, ofKind = new Map<string, number>());
    let known = ofKind.get(word);
    if (known === undefined) {
      ofKind.set(word, known = this.words.push(word) - 1);
      this.kinds += kind;
    }
    return known;
  }
}

function packed(numbers: readonly number[]): Numbers {
  let largest = 0;
  for (const n of numbers) if (n > largest) largest = n;
  return largest < 0x10000 ? Uint16Array.from(numbers) : Uint32Array.from(numbers);
}

/** The words by number. */
export function wordsOf(words: string): string[] {
  return words === '' ? [] : words.split('\n');
}

/** Calls back with the place of each run's first word in `runs`, how many words it has, and the index of the joint or -1. */
export function eachRun(runs: Numbers, each: (at: number, length: number, joint: number) => void): void {
  for (let at = 0; at < runs.length;) {
    const length = runs[at] as number;
    each(at + 2, length, (runs[at + 1] as number) - 1);
    at += 2 + length;
  }
}

/** Calls back with each phrase, and the place of its first word in `phrases`. */
export function eachPhrase(phrases: Numbers, each: (phrase: PhraseEvidence, at: number) => void): void {
  for (let at = 0; at < phrases.length;) {
    const size = phrases[at] as number, length = size >> 1;
    each({ length, own: (size & 1) === 1, count: phrases[at + 1] as number, headings: phrases[at + 2] as number }, at + 3);
    at += 3 + length;
  }
}
