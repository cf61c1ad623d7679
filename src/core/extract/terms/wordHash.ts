/**
 * Hashes of folded texts that can be put together: that of a run follows from those of its words, however it is cut and in
 * whichever script it is written. So runs of words are counted without one string being made of them.
 */
import { foldedUnit } from '../../text/fold';

/** Two hashes of 32 bits each, from two bases, tell folded texts apart: of a million, two are taken for one in a chance of ten millions. */
const BASES = [0x01000193, 0x5bd1e995] as const;

/** The words of one source by number, with what runs of them are hashed by. */
export interface HashedWords {
  readonly words: readonly string[];
  /** The hashes of each, and what a hash before it is multiplied with. */
  readonly first: Int32Array;
  readonly second: Int32Array;
  readonly firstShift: Int32Array;
  readonly secondShift: Int32Array;
}

export function hashedWords(words: readonly string[]): HashedWords {
  const size = words.length;
  const first = new Int32Array(size), second = new Int32Array(size), firstShift = new Int32Array(size), secondShift = new Int32Array(size);
  words.forEach((word, at) => {
    let a = 0, b = 0, shiftA = 1, shiftB = 1;
    for (let i = 0; i < word.length; i++) {
      const unit = foldedUnit(word.charCodeAt(i));
      if (unit < 0) continue;
      a = Math.imul(a, BASES[0]) + unit + 1 | 0;
      b = Math.imul(b, BASES[1]) + unit + 1 | 0;
      shiftA = Math.imul(shiftA, BASES[0]);
      shiftB = Math.imul(shiftB, BASES[1]);
    }
    first[at] = a; second[at] = b; firstShift[at] = shiftA; secondShift[at] = shiftB;
  });
  return { words, first, second, firstShift, secondShift };
}

/** The bits of a hash well mixed, for a place in a table. */
export function mixed(hash: number): number {
  let h = hash ^ (hash >>> 16);
  h = Math.imul(h, 0x85ebca6b);
  h ^= h >>> 13;
  h = Math.imul(h, 0xc2b2ae35);
  return h ^ (h >>> 16);
}

/** Numbers (zero and above) by two hashes, in typed arrays that double. */
export class HashTable {
  private first = new Int32Array(1024);
  private second = new Int32Array(1024);
  /** The number and one; zero where there is none. */
  private values = new Int32Array(1024);
  private used = 0;

  /** The number, or -1. */
  get(a: number, b: number): number {
    return (this.values[this.slot(a, b)] as number) - 1;
  }

  set(a: number, b: number, value: number): void {
    const at = this.slot(a, b);
    if (this.values[at] === 0 && ++this.used * 2 > this.values.length) {
      this.grow();
      this.put(this.slot(a, b), a, b, value + 1);
    } else this.put(at, a, b, value + 1);
  }

  private put(at: number, a: number, b: number, value: number): void {
    this.first[at] = a;
    this.second[at] = b;
    this.values[at] = value;
  }

  private slot(a: number, b: number): number {
    const mask = this.values.length - 1;
    let at = mixed(a) & mask;
    while (this.values[at] !== 0 && (this.first[at] !== a || this.second[at] !== b)) at = (at + 1) & mask;
    return at;
  }

  private grow(): void {
    const { first, second, values } = this, size = values.length * 2;
    this.first = new Int32Array(size);
    this.second = new Int32Array(size);
    this.values = new Int32Array(size);
    for (let i = 0; i < values.length; i++) {
      if (values[i] !== 0) this.put(this.slot(first[i] as number, second[i] as number), first[i] as number, second[i] as number, values[i] as number);
    }
  }
}

/** A list of whole numbers that grows. */
export class NumberList {
  private numbers = new Int32Array(1024);
  length = 0;

  push(value: number): void {
    if (this.length === this.numbers.length) {
      const larger = new Int32Array(this.length * 2);
      larger.set(this.numbers);
      this.numbers = larger;
    }
    this.numbers[this.length++] = value;
  }

  at(index: number): number {
    return this.numbers[index] as number;
  }

  set(index: number, value: number): void {
    this.numbers[index] = value;
  }
}
