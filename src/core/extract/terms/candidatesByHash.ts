/** Candidates by the hashes of their keys: of most phrases of a large library nothing is to be known but that they are none. */
import type { Candidate, Candidates } from './candidate';
import type { Numbers } from './types';
import { hashedWords, HashTable, type HashedWords } from './wordHash';

export class CandidatesByHash {
  private readonly table = new HashTable();
  private readonly list: Candidate[] = [];

  constructor(candidates: Candidates) {
    const { first, second } = hashedWords([...candidates.keys()]);
    let at = 0;
    for (const candidate of candidates.values()) {
      this.add(first[at] as number, second[at] as number, candidate);
      at++;
    }
  }

  /** The candidate of the phrase of `length` words whose numbers begin at `at`, or the one that is made of it; it takes its words where they are more. */
  of({ words, first, firstShift, second, secondShift }: HashedWords, numbers: Numbers, at: number, length: number, make: (form: string, parts: readonly string[]) => Candidate | null): Candidate | null {
    let a = 0, b = 0;
    for (let i = at; i < at + length; i++) {
      const word = numbers[i] as number;
      a = Math.imul(a, firstShift[word] as number) + (first[word] as number) | 0;
      b = Math.imul(b, secondShift[word] as number) + (second[word] as number) | 0;
    }
    const known = this.list[this.table.get(a, b)];
    if (known && known.words.length >= length) return known;
    const parts = Array.from(numbers.subarray(at, at + length), (n) => words[n] as string);
    if (known) { known.words = parts; return known; }
    const made = make(parts.join(''), parts);
    if (made) this.add(a, b, made);
    return made;
  }

  private add(a: number, b: number, candidate: Candidate): void {
    this.table.set(a, b, this.list.push(candidate) - 1);
  }
}
