/** Phrases that come more than once, as long as they are not always part of a longer one. */
import { foldedUnit, foldText } from '../../text/fold';
import { candidateFor, noteSource, withSource, type Candidates } from './candidate';
import { headOf } from './heads';
import { WEAK_END } from './lexicon';
import { formOf, soundEdges, soundForm } from './phrases';
import { sizeOf } from './ranking';
import type { CutUnit, RunEvidence, Word, WordClass } from './types';

const MAX_WORDS = 9;
const MAX_LENGTH = 26;
/** Runs of words that are counted at one time; beyond, the rarest are forgotten. */
const MOST_GRAMS = 1_500_000;
/** Bits of the tables that tell which pairs of words, and which runs, come twice. A false yes costs a little memory, nothing else. */
const PAIR_BITS = 22, RUN_BITS = 26;

const LETTER: Readonly<Record<WordClass, string>> = { noun: 'n', soft: 's', quoted: 'q', joiner: 'j', number: 'd', hard: 'h', stop: 'x' };
const CLASS = Object.fromEntries(Object.entries(LETTER).map(([kind, letter]) => [letter, kind])) as Readonly<Record<string, WordClass>>;

/** Adverbs that belong to a policy that never goes without them. */
const LEADING: ReadonlySet<string> = new Set(['全面', '统筹']);

interface Gram {
  readonly form: string;
  readonly words: readonly string[];
  count: number;
  sources: readonly number[];
  inside: number;
  insideCount: number;
  largestInside: number;
  /** The run without a word at its edge that no term has there, unless it never stands without it. */
  readonly stem?: string;
}

/** The runs of a unit: its noun phrases, and two of them joined by one 和, 与, 及, 、 or 的. */
export function runsOf({ unit, words, chunks }: CutUnit): Omit<RunEvidence, 'count'>[] {
  const text = unit.text;
  const run = (list: readonly Word[], joint: number): Omit<RunEvidence, 'count'> => ({
    words: list.map((w) => text.slice(w.start, w.end)), kinds: list.map((w) => LETTER[w.kind]).join(''), joint,
  });
  const result = chunks.map((chunk) => run(chunk.words, -1));
  const indexOf = new Map<number, number>();
  words.forEach((w, i) => indexOf.set(w.start, i));
  chunks.forEach((left, c) => {
    const right = chunks[c + 1];
    if (!right) return;
    const between = text.slice(left.end, right.start);
    if (!/^(?:[和与及、的])$/.test(between)) return;
    const joint = words[indexOf.get(left.end) ?? -1];
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

  add(hash: number, count: number): void {
    const slot = this.slot(hash), at = slot >>> 2, shift = (slot & 3) * 2, byte = this.counts[at] as number, before = (byte >>> shift) & 3;
    if (before < 2) this.counts[at] = (byte & ~(3 << shift)) | (Math.min(2, before + count) << shift);
  }

  holdsTwice(hash: number): boolean {
    const slot = this.slot(hash);
    return (((this.counts[slot >>> 2] as number) >>> ((slot & 3) * 2)) & 3) === 2;
  }

  private slot(hash: number): number {
    return (hash ^ (hash >>> 15)) >>> (32 - this.bits);
  }
}

const HASH = 0x811c9dc5;
const hashed = (hash: number, unit: number): number => Math.imul(hash ^ unit, 0x01000193);

function hashOfPair(left: string, right: string): number {
  let hash = HASH;
  for (const part of [left, right]) for (let i = 0; i < part.length; i++) hash = hashed(hash, part.charCodeAt(i));
  return hash;
}

/** Goes on with the hash of a folded form: runs that are cut otherwise, or written otherwise, are one. */
function withWord(hash: number, word: string): number {
  for (let i = 0; i < word.length; i++) {
    const unit = foldedUnit(word.charCodeAt(i));
    if (unit >= 0) hash = hashed(hash, unit);
  }
  return hash;
}

/** Which pairs of words and which runs come twice, so that of those that do not, which are most, nothing is kept. */
export class RecurringRuns {
  private readonly pairs = new TwiceTable(PAIR_BITS);
  private readonly runs = new TwiceTable(RUN_BITS);

  add({ words, joint, count }: RunEvidence): void {
    for (let i = 0; i < words.length; i++) {
      if (i + 1 < words.length && (joint < 0 || i === joint || i + 1 === joint)) this.pairs.add(hashOfPair(words[i] as string, words[i + 1] as string), count);
      if (joint >= 0 && i >= joint) continue;
      let hash = HASH, length = 0;
      for (let j = i; j < Math.min(words.length, i + MAX_WORDS); j++) {
        const word = words[j] as string;
        hash = withWord(hash, word);
        length += word.length;
        if (length > MAX_LENGTH) break;
        if (j > joint) this.runs.add(hash, count);
      }
    }
  }

  pairComesTwice(left: string, right: string): boolean {
    return this.pairs.holdsTwice(hashOfPair(left, right));
  }

  /** By the hash of its folded words (`withWord`). */
  comesTwice(hash: number): boolean {
    return this.runs.holdsTwice(hash);
  }
}

/** Counts runs of words; only those that come twice, and whose neighbouring pairs all do, so the table stays in proportion to what recurs. */
export class GramTable {
  private readonly byForm = new Map<string, Gram>();
  /** Each word once: those of different sources are different strings. */
  private readonly words = new Map<string, string>();
  private least = 1;

  constructor(private readonly recurring: RecurringRuns) {}

  add(run: RunEvidence, source: number): void {
    const { words, kinds, joint, count } = run;
    for (let i = 0; i < (joint < 0 ? words.length : joint); i++) {
      let hash = HASH, length = 0;
      for (let j = i; j < Math.min(words.length, i + MAX_WORDS); j++) {
        const word = words[j] as string;
        if (j > i && !this.recurring.pairComesTwice(words[j - 1] as string, word)) break;
        hash = withWord(hash, word);
        length += word.length;
        if (length > MAX_LENGTH) break;
        // What lies on one side of the joint was counted with its own chunk.
        if (j <= joint || !this.recurring.comesTwice(hash)) continue;
        const slice = words.slice(i, j + 1), form = slice.join('');
        let gram = this.byForm.get(form);
        if (!gram) {
          const cut = wordsOf(slice, kinds.slice(i, j + 1));
          if (!soundForm(form)) continue;
          const stem = soundEdges(form, cut) ? undefined : stemOf(form, cut);
          if (stem === null) continue;
          gram = { form, words: slice.map((one) => this.shared(one)), count: 0, sources: [], inside: 0, insideCount: 0, largestInside: 0, ...(stem !== undefined ? { stem } : {}) };
          this.byForm.set(form, gram);
        }
        gram.count += count;
        gram.sources = withSource(gram.sources, source);
      }
    }
    while (this.byForm.size > MOST_GRAMS) this.forget();
  }

  private shared(word: string): string {
    const known = this.words.get(word);
    if (known === undefined) this.words.set(word, word);
    return known ?? word;
  }

  private forget(): void {
    for (const [form, gram] of this.byForm) if (gram.count <= this.least) this.byForm.delete(form);
    this.least++;
  }

  /** Adds the runs that recur to the candidates. */
  collect(candidates: Candidates): void {
    const grams = new Map<string, Gram>();
    for (const gram of this.byForm.values()) {
      const key = foldText(gram.form);
      const known = grams.get(key);
      if (!known) { grams.set(key, gram); continue; }
      known.count += gram.count;
      for (const source of gram.sources) known.sources = withSource(known.sources, source);
    }
    for (const [key, gram] of grams) {
      if (gram.stem !== undefined && !bound(gram, grams.get(foldText(gram.stem)))) grams.delete(key);
    }
    const recurrent = [...grams.entries()].filter(([, g]) => g.count >= 2).sort((a, b) => b[1].words.length - a[1].words.length);
    for (const [, gram] of recurrent) {
      // A modifier with 的 does not make its noun a piece of a longer name.
      if (gram.words.includes('的')) continue;
      for (let i = 0; i < gram.words.length; i++) {
        for (let j = i; j < gram.words.length; j++) {
          if (i === 0 && j === gram.words.length - 1) continue;
          const inner = grams.get(foldText(gram.words.slice(i, j + 1).join('')));
          if (!inner || inner === gram) continue;
          inner.inside += gram.count;
          inner.insideCount++;
          inner.largestInside = Math.max(inner.largestInside, gram.count);
        }
      }
    }
    for (const [key, gram] of recurrent) {
      const free = gram.count - gram.largestInside;
      const known = candidates.get(key);
      if (free <= 0 && !known) continue;
      if (/[和与及的、]/.test(gram.form) && !known && !soundCoordination(gram)) continue;
      const candidate = known ?? candidateFor(candidates, gram.form, gram.words);
      if (!candidate) continue;
      candidate.words = gram.words;
      candidate.evidence.recurrent = gram.count;
      if (gram.stem !== undefined) candidate.evidence.bound = gram.count;
      candidate.frequency = gram.count;
      candidate.cValue = Math.log2(1 + sizeOf(gram.form)) * (gram.count - (gram.insideCount > 0 ? gram.inside / gram.insideCount : 0));
      for (const source of gram.sources) noteSource(candidate, source);
    }
  }
}

/** Whether a run hardly ever stands without the weak word at its edge. */
function bound(gram: Gram, stem: Gram | undefined): boolean {
  return gram.count >= (LEADING.has(gram.words[0] as string) ? 2 : 3) && gram.count >= 0.8 * (stem?.count ?? 0);
}

/** What of a run could be a term but for one word at its edge: 全面|从严治党, 社会主义现代化|国家; null where there is more to it. */
function stemOf(form: string, words: readonly Word[]): string | null {
  if (words.length < 2) return null;
  const first = words[0] as Word, last = words[words.length - 1] as Word;
  const front = LEADING.has(form.slice(first.start, first.end)), rear = last.kind === 'noun' && last.end - last.start === 2 && WEAK_END.has(form.slice(last.start, last.end));
  if (front === rear) return null;
  const kept = front ? words.slice(1) : words.slice(0, -1), stem = formOf(form, kept);
  return stem.length >= 4 && soundForm(stem) && soundEdges(form, kept) ? stem : null;
}

/** Words with offsets in their joined form. */
function wordsOf(words: readonly string[], kinds: string): Word[] {
  let at = 0;
  return words.map((word, i) => {
    const start = at;
    at += word.length;
    return { start, end: at, kind: CLASS[kinds[i] as string] as WordClass };
  });
}

/** A joined run is one name only where both sides are of like build, or the left is a whole modifier of a name. */
function soundCoordination(gram: Gram): boolean {
  const at = gram.words.findIndex((w) => /^[和与及的、]$/.test(w));
  if (at <= 0 || at === gram.words.length - 1) return false;
  const left = gram.words.slice(0, at).join(''), right = gram.words.slice(at + 1).join('');
  if (gram.words[at] === '、') return left.slice(-1) === right.slice(-1) && Math.abs(left.length - right.length) <= 1 && left.length <= 5;
  if (gram.words[at] === '的') return /^(?:面向|以人)/.test(left) && right.length >= 4 && headOf(right) !== null;
  return left.length >= 2 && right.length >= 2 && headOf(right) !== null && left.length + right.length >= 6 && (right.length - left.length <= 3 || headOf(right)?.kind !== 'concept');
}
