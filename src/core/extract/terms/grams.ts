/** Phrases that come more than once, as long as they are not always part of a longer one. */
import { foldText } from '../../text/fold';
import { candidateFor, noteSource, withSource, type Candidates } from './candidate';
import { headOf } from './heads';
import { WEAK_END, WEAK_START } from './lexicon';
import { LETTER } from './numbered';
import { formOf, soundEdges, soundForm } from './phrases';
import { sizeOf } from './ranking';
import { MAX_LENGTH, MAX_WORDS, type RecurringRuns } from './recurrent';
import type { Numbers, Word, WordClass } from './types';
import { hashedWords, HashTable, NumberList, type HashedWords } from './wordHash';

/** Runs of words that are counted at one time; beyond, the rarest are forgotten. */
const MOST_GRAMS = 1_500_000;

const CLASS = Object.fromEntries(Object.entries(LETTER).map(([kind, letter]) => [letter, kind])) as Readonly<Record<string, WordClass>>;

/** Adverbs that belong to a policy that never goes without them. */
const LEADING: ReadonlySet<string> = new Set(['全面', '统筹']);

/** Of a run its edge that no term has, unless it never stands without it. */
const NEITHER = 0, FRONT = 1, REAR = 2;

/** What stands for a run that is no term, in the table of runs. */
const REFUSED = 0x2545f491;

/** Counts runs of words; only those that come twice, and whose neighbouring pairs all do, so the table stays in proportion to what recurs. */
export class GramTable {
  /** The words of all runs, each once. */
  private readonly words: string[] = [];
  private readonly wordOf = new Map<string, number>();
  /** By the hashes of their folded letters. */
  private byForm = new HashTable();
  /** Of each run: where its words begin in `pool`, how often it stands, its edge, its sources. */
  private begins = new NumberList();
  private pool = new NumberList();
  private counts = new NumberList();
  private edges = new NumberList();
  private sources: (readonly number[])[] = [];
  private least = 1;

  constructor(private readonly recurring: RecurringRuns) {}

  /** Adds the run of `length` words whose numbers begin at `at`; `kinds` are the letters of the words' classes. */
  add(words: HashedWords, kinds: string, numbers: Numbers, at: number, length: number, joint: number, source: number): void {
    for (let i = 0; i < (joint < 0 ? length : joint); i++) {
      let a = 0, b = 0, cut = 0, letters = 0;
      for (let j = i; j < Math.min(length, i + MAX_WORDS); j++) {
        const word = numbers[at + j] as number;
        if (j > i && !this.recurring.pairComesTwice(words, numbers[at + j - 1] as number, word)) break;
        a = Math.imul(a, words.firstShift[word] as number) + (words.first[word] as number) | 0;
        b = Math.imul(b, words.secondShift[word] as number) + (words.second[word] as number) | 0;
        cut = Math.imul(cut ^ (words.first[word] as number) ^ kinds.charCodeAt(word), 0x01000193);
        letters += (words.words[word] as string).length;
        if (letters > MAX_LENGTH) break;
        // What lies on one side of the joint was counted with its own chunk.
        if (j <= joint || letters < 3 || !this.recurring.comesTwice(a)) continue;
        let gram = this.byForm.get(a, b);
        if (gram < 0) {
          if (this.byForm.get(a ^ REFUSED, cut) >= 0) continue;
          gram = this.made(Array.from(numbers.subarray(at + i, at + j + 1)), words, kinds);
          if (gram < 0) { this.byForm.set(a ^ REFUSED, cut, 0); continue; }
          this.byForm.set(a, b, gram);
        }
        this.counts.set(gram, this.counts.at(gram) + 1);
        this.sources[gram] = withSource(this.sources[gram] as readonly number[], source);
      }
    }
    while (this.sources.length > MOST_GRAMS) this.forget();
  }

  /** The number of a new run; -1 where it can be no term. */
  private made(numbers: readonly number[], { words }: HashedWords, kinds: string): number {
    const slice = numbers.map((n) => words[n] as string), form = slice.join('');
    if (!soundForm(form)) return -1;
    const cut = cutOf(slice, numbers.map((n) => kinds[n] as string));
    const edge = soundEdges(form, cut) ? NEITHER : edgeOf(form, cut);
    if (edge === null) return -1;
    return this.push(slice.map((word) => this.shared(word)), 0, edge, []);
  }

  private push(words: readonly number[], count: number, edge: number, sources: readonly number[]): number {
    this.begins.push(this.pool.length);
    for (const word of words) this.pool.push(word);
    this.counts.push(count);
    this.edges.push(edge);
    return this.sources.push(sources) - 1;
  }

  private shared(word: string): number {
    let known = this.wordOf.get(word);
    if (known === undefined) {
      // Not a part of the text of all words of its source, which would be held with it.
      const own = word.length < 13 ? word : [...word].join('');
      this.wordOf.set(own, known = this.words.push(own) - 1);
    }
    return known;
  }

  private wordsOf(gram: number): number[] {
    const words: number[] = [], end = gram + 1 < this.begins.length ? this.begins.at(gram + 1) : this.pool.length;
    for (let at = this.begins.at(gram); at < end; at++) words.push(this.pool.at(at));
    return words;
  }

  private forget(): void {
    const before = Array.from(this.sources, (sources, gram) => ({ words: this.wordsOf(gram), count: this.counts.at(gram), edge: this.edges.at(gram), sources })).filter(({ count }) => count > this.least);
    this.byForm = new HashTable();
    this.begins = new NumberList();
    this.pool = new NumberList();
    this.counts = new NumberList();
    this.edges = new NumberList();
    this.sources = [];
    const hashed = hashedWords(this.words);
    for (const { words, count, edge, sources } of before) {
      const [a, b] = hashesOf(words, hashed);
      this.byForm.set(a, b, this.push(words, count, edge, sources));
    }
    this.least++;
  }

  /** Adds the runs that recur to the candidates. */
  collect(candidates: Candidates): void {
    const hashed = hashedWords(this.words), size = this.sources.length;
    const inside = new Float64Array(size), holders = new Int32Array(size), largest = new Int32Array(size);
    const recurrent: { readonly gram: number; readonly words: readonly number[] }[] = [];
    const loose = new Uint8Array(size);
    for (let gram = 0; gram < size; gram++) {
      const words = this.wordsOf(gram);
      if (!this.keepsEdge(gram, words, hashed)) { loose[gram] = 1; continue; }
      if (this.counts.at(gram) >= 2) recurrent.push({ gram, words });
    }
    recurrent.sort((x, y) => y.words.length - x.words.length);
    const of = this.wordOf.get('的');
    for (const { gram, words } of recurrent) {
      // A modifier with 的 does not make its noun a piece of a longer name.
      if (of !== undefined && words.includes(of)) continue;
      const count = this.counts.at(gram);
      for (let i = 0; i < words.length; i++) {
        let a = 0, b = 0;
        for (let j = i; j < words.length; j++) {
          const word = words[j] as number;
          a = Math.imul(a, hashed.firstShift[word] as number) + (hashed.first[word] as number) | 0;
          b = Math.imul(b, hashed.secondShift[word] as number) + (hashed.second[word] as number) | 0;
          if (i === 0 && j === words.length - 1) continue;
          const inner = this.byForm.get(a, b);
          if (inner < 0 || inner === gram || loose[inner] === 1) continue;
          inside[inner] = (inside[inner] as number) + count;
          holders[inner] = (holders[inner] as number) + 1;
          largest[inner] = Math.max(largest[inner] as number, count);
        }
      }
    }
    for (const { gram, words } of recurrent) {
      const cut = words.map((word) => this.words[word] as string), form = cut.join(''), count = this.counts.at(gram);
      const free = count - (largest[gram] as number);
      const known = candidates.get(foldText(form));
      if (free <= 0 && !known) continue;
      if (/[和与及的、]/.test(form) && !known && !soundCoordination(cut)) continue;
      const candidate = known ?? candidateFor(candidates, form, cut);
      if (!candidate) continue;
      candidate.words = cut;
      candidate.evidence.recurrent = count;
      if (this.edges.at(gram) !== NEITHER) candidate.evidence.bound = count;
      candidate.frequency = count;
      candidate.cValue = Math.log2(1 + sizeOf(form)) * (count - (holders[gram] ? (inside[gram] as number) / (holders[gram] as number) : 0));
      for (const source of this.sources[gram] as readonly number[]) noteSource(candidate, source);
    }
  }

  /** Whether a run has edges of a term, or hardly ever stands without the weak word at its edge. */
  private keepsEdge(gram: number, words: readonly number[], hashed: HashedWords): boolean {
    const edge = this.edges.at(gram);
    if (edge === NEITHER) return true;
    const stem = this.byForm.get(...hashesOf(edge === FRONT ? words.slice(1) : words.slice(0, -1), hashed)), count = this.counts.at(gram);
    return count >= (LEADING.has(this.words[words[0] as number] as string) ? 2 : 3) && count >= 0.8 * (stem < 0 ? 0 : this.counts.at(stem));
  }
}

/** Both hashes of a run by the numbers of its words. */
function hashesOf(run: readonly number[], { first, firstShift, second, secondShift }: HashedWords): [number, number] {
  let a = 0, b = 0;
  for (const word of run) {
    a = Math.imul(a, firstShift[word] as number) + (first[word] as number) | 0;
    b = Math.imul(b, secondShift[word] as number) + (second[word] as number) | 0;
  }
  return [a, b];
}

/** The edge of a run without which it could be a term: 全面|从严治党, 社会主义现代化|国家; null where there is more to it. */
function edgeOf(form: string, words: readonly Word[]): number | null {
  if (words.length < 2) return null;
  const first = words[0] as Word, last = words[words.length - 1] as Word;
  const front = LEADING.has(form.slice(first.start, first.end)), rear = last.kind === 'noun' && last.end - last.start === 2 && WEAK_END.has(form.slice(last.start, last.end));
  if (front === rear) return null;
  const kept = front ? words.slice(1) : words.slice(0, -1), stem = formOf(form, kept);
  return stem.length >= 4 && soundForm(stem) && soundEdges(form, kept) ? (front ? FRONT : REAR) : null;
}

/** Words with offsets in their joined form. */
function cutOf(words: readonly string[], kinds: readonly string[]): Word[] {
  let at = 0;
  return words.map((word, i) => {
    const start = at;
    at += word.length;
    return { start, end: at, kind: CLASS[kinds[i] as string] as WordClass };
  });
}

/** A joined run is one name only where both sides are of like build, or the left is a whole modifier of a name. */
function soundCoordination(words: readonly string[]): boolean {
  const at = words.findIndex((w) => /^[和与及的、]$/.test(w));
  if (at <= 0 || at === words.length - 1) return false;
  const left = words.slice(0, at).join(''), right = words.slice(at + 1).join('');
  if (words[at] === '、') return left.slice(-1) === right.slice(-1) && Math.abs(left.length - right.length) <= 1 && left.length <= 5;
  // 某某网络和建设某某: what is done with the second is no name.
  if (WEAK_START.has(words[at + 1] as string)) return false;
  if (words[at] === '的') return /^(?:面向|以人)/.test(left) && right.length >= 4 && headOf(right) !== null;
  return left.length >= 2 && right.length >= 2 && headOf(right) !== null && left.length + right.length >= 6 && (right.length - left.length <= 3 || headOf(right)?.kind !== 'concept');
}
