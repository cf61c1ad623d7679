/** What could be a term, with the evidence for it: marks, titles, abbreviations, set shapes, recurring noun phrases. */
import { foldText } from '../../text/fold';
import { collectEnglish } from './englishNames';
import { chunksOf, type Chunk } from './chunks';
import { headOf } from './heads';
import { GENERAL_TERMS, NOMINAL_SOFT, SUFFIX_CHARACTERS, WEAK_END, WEAK_START } from './lexicon';
import { markedNames, type NameKind } from './marks';
import { sizeOf } from './ranking';
import type { Unit, Word } from './units';

export interface Candidate {
  /** Folded form: what makes two candidates the same. */
  readonly key: string;
  /** Simplified, with marks that are part of the name. */
  form: string;
  /** How often each kind of evidence was met. */
  readonly evidence: Partial<Record<NameKind | 'recurrent' | 'phrase' | 'heading' | 'coordinated', number>>;
  /** Other names by the text's own word: abbreviations, short forms. */
  readonly aliases: Map<string, 'abbreviation' | 'short' | 'english'>;
  /** Lengths of its words, from one occurrence. */
  words: readonly string[];
  readonly sources: Set<number>;
  /** Occurrences as a noun phrase or part of one. */
  frequency: number;
  /** Weighted by how often it stands outside longer candidates (C-value). */
  cValue: number;
}

export type Candidates = Map<string, Candidate>;

export interface CutUnit {
  readonly unit: Unit;
  readonly words: readonly Word[];
  readonly chunks: readonly Chunk[];
}

export function cutUnit(unit: Unit, words: readonly Word[]): CutUnit {
  return { unit, words, chunks: chunksOf(unit.text, words) };
}

/** The candidate of a form, made where there is none yet. */
export function candidateFor(candidates: Candidates, form: string, words: readonly string[] = [form]): Candidate | null {
  const key = foldText(form);
  if (key.length < 2) return null;
  let found = candidates.get(key);
  if (!found) {
    found = { key, form, evidence: {}, aliases: new Map(), words, sources: new Set(), frequency: 0, cValue: 0 };
    candidates.set(key, found);
  } else if (found.words.length < words.length) found.words = words;
  return found;
}

function note(candidate: Candidate, kind: keyof Candidate['evidence'], source: number): void {
  candidate.evidence[kind] = (candidate.evidence[kind] ?? 0) + 1;
  candidate.sources.add(source);
}

const MAX_WORDS = 7;
const MAX_LENGTH = 26;

/** Whether a run of words may stand as a term by its edges. */
export function soundEdges(text: string, words: readonly Word[]): boolean {
  const first = words[0] as Word, last = words[words.length - 1] as Word;
  if (first.kind !== 'noun' && first.kind !== 'quoted' && first.kind !== 'number') return false;
  if (last.kind !== 'noun' && last.kind !== 'quoted' && last.kind !== 'soft') return false;
  const head = text.slice(first.start, first.end), tail = text.slice(last.start, last.end);
  if (first.kind === 'number' && words.length > 1 && !/^[\d０-９]+$/.test(head)) return false;
  if (last.kind === 'soft' && !NOMINAL_SOFT.has(tail)) return false;
  if (words.length > 1 && (WEAK_START.has(head) || (head.length === 1 && SUFFIX_CHARACTERS.has(head)))) return false;
  return !(words.length > 1 && WEAK_END.has(tail));
}

const COUNT = /^[一二三四五六七八九十两几数多百千万亿]+(?:大|个|项|种|类|家|批|次)$/;
const DATE = /^[年月日号]$/;
/** A year before a name: kept where the name is a plan for that year. */
function withoutYear(text: string, words: readonly Word[]): readonly Word[] {
  let from = 0;
  while (from + 1 < words.length && words[from]?.kind === 'number' && DATE.test(text.slice(words[from + 1]?.start, words[from + 1]?.end))) from += 2;
  return from < words.length ? words.slice(from) : words;
}

/** The phrase with weak words taken from its edges; null where nothing of weight is left. */
function trimmed(text: string, words: readonly Word[]): readonly Word[] | null {
  let from = 0, to = words.length;
  while (from < to) {
    const w = words[from] as Word;
    const s = text.slice(w.start, w.end);
    if (w.kind === 'soft' || w.kind === 'joiner' || COUNT.test(s) || (w.kind === 'number' && from > 0) || DATE.test(s) || (to - from > 1 && WEAK_START.has(s))) from++; else break;
  }
  while (to > from) {
    const w = words[to - 1] as Word;
    const s = text.slice(w.start, w.end);
    if (w.kind === 'joiner' || w.kind === 'number' || (w.kind === 'soft' && !NOMINAL_SOFT.has(s)) || WEAK_END.has(s)) to--; else break;
  }
  return to > from ? words.slice(from, to) : null;
}

/** Pieces of a chunk between words that are verbs as often as not. */
function softPieces(chunk: Chunk): Word[][] {
  const pieces: Word[][] = [[]];
  for (const word of chunk.words) {
    if (word.kind === 'soft') pieces.push([]); else (pieces[pieces.length - 1] as Word[]).push(word);
  }
  return pieces.filter((p) => p.length > 0);
}

const BUILDING = new Set(['建设']);
/** Kinds of names that go on being a name with something behind them. */
const NAME_KINDS = new Set(['meeting', 'organisation', 'initiative', 'programme', 'document']);

/** What of a chunk may be a term that stands once: its pieces, a named thing at the start of one, a name from its marks on. */
function phrasesOf(text: string, chunk: Chunk): (readonly Word[])[] {
  const result: (readonly Word[])[] = [];
  const add = (words: readonly Word[]): void => {
    const kept = trimmed(text, words);
    if (kept && !result.some((r) => r[0] === kept[0] && r.length === kept.length)) result.push(kept);
  };
  for (const whole of softPieces(chunk)) {
    let piece = withoutYear(text, whole);
    if (headOf(formOf(text, piece))?.kind === 'metric') {
      const letters = piece.findIndex((w) => /^[A-Z][A-Z&]+$/.test(text.slice(w.start, w.end)));
      if (letters > 0) piece = piece.slice(letters);
      else if (piece.length > 2 && AREA.test(text.slice(piece[0]?.start, piece[0]?.end))) piece = piece.slice(1);
    }
    const named = namedBeginning(text, piece);
    if (named) { add(named); if (!piece.some((w) => w.kind === 'quoted')) add(piece); continue; }
    if (piece !== whole && headOf(text.slice((whole[0] as Word).start, (whole[whole.length - 1] as Word).end))?.kind === 'document') add(whole);
    const building = piece.findIndex((w, i) => i + 2 < piece.length && BUILDING.has(text.slice(w.start, w.end)));
    if (building > 0) add(piece.slice(building + 1)); else add(piece);
    const quoted = piece.findIndex((w) => w.kind === 'quoted');
    if (quoted > 0 && quoted + 1 < piece.length) add(piece.slice(quoted));
  }
  return result;
}

const AREA = /^(?:全国|全球|全省|全市|全社会|世界|中国)$/;

function formOf(text: string, words: readonly Word[]): string {
  return text.slice((words[0] as Word).start, (words[words.length - 1] as Word).end);
}

/** The longest beginning of a piece that ends with the head of a named thing: 世界知识产权组织|框架. */
function namedBeginning(text: string, piece: readonly Word[]): readonly Word[] | null {
  const named = (words: readonly Word[]): boolean => {
    const form = formOf(text, words);
    const head = form.length >= 5 ? headOf(form) : null;
    return head !== null && head.head.length >= 2 && NAME_KINDS.has(head.kind);
  };
  if (named(piece)) return null;
  for (let i = piece.length - 2; i >= 0; i--) {
    const words = piece.slice(0, i + 1);
    if (named(words)) return words;
  }
  return null;
}

/** Collects the candidates of all units. */
export function collectCandidates(units: readonly CutUnit[]): Candidates {
  const candidates: Candidates = new Map();
  for (const { unit, words, chunks } of units) {
    for (const name of markedNames(unit, words, chunks)) {
      const candidate = candidateFor(candidates, name.form);
      if (!candidate) continue;
      note(candidate, name.kind, unit.sourceIndex);
      if (name.kind === 'title' || name.kind === 'quoted') candidate.form = name.form;
      for (const [alias, kind] of name.aliases) candidate.aliases.set(alias, kind);
    }
  }
  collectRecurrent(units, candidates);
  for (const { unit, chunks } of units) {
    if (unit.english) continue;
    for (const chunk of chunks) {
      const whole = trimmed(unit.text, chunk.words);
      const pieces = phrasesOf(unit.text, chunk);
      // A recurrent phrase may hold a word that parts others (创新驱动发展).
      if (whole && whole.some((w) => w.kind === 'soft') && candidates.has(foldText(formOf(unit.text, whole)))) pieces.push(whole);
      if (whole && whole.length >= 4 && !pieces.includes(whole) && whole.some((w) => w.kind === 'soft') && /^(?:programme|initiative|organisation)$/.test(headOf(formOf(unit.text, whole))?.kind ?? '')) pieces.push(whole);
      for (const kept of pieces) {
        const start = (kept[0] as Word).start, end = (kept[kept.length - 1] as Word).end;
        const form = unit.text.slice(start, end);
        if (!soundForm(form)) continue;
        const known = candidates.get(foldText(form));
        // A phrase that stands once is a term only by its head noun.
        if (!known && ((kept.length < 2 && form.length < 5) || form.length < 4 || form.length > 18 || !headOf(form))) continue;
        const candidate = known ?? candidateFor(candidates, form, kept.map((w) => unit.text.slice(w.start, w.end)));
        if (!candidate) continue;
        note(candidate, 'phrase', unit.sourceIndex);
        if (unit.heading) note(candidate, 'heading', unit.sourceIndex);
        candidate.frequency = Math.max(candidate.frequency, 1);
      }
    }
  }
  for (const { unit, chunks } of units) if (!unit.english) collectPairs(unit, chunks, candidates);
  collectEnglish(units.map((u) => u.unit), candidates);
  return candidates;
}

/** Heads of which two make one aim: 人才中心和创新高地. */
const AIM_HEADS = /(?:中心|高地|强国|枢纽|变革|革命|自贸港|纲要)$/;

/** Two named things joined by 和 behind a verb, as one name, though it stands once. */
function collectPairs(unit: Unit, chunks: readonly Chunk[], candidates: Candidates): void {
  for (let c = 0; c + 1 < chunks.length; c++) {
    const left = chunks[c] as Chunk, right = chunks[c + 1] as Chunk;
    if (!/^[和与]$/.test(unit.text.slice(left.end, right.start))) continue;
    const first = trimmed(unit.text, left.words), second = trimmed(unit.text, right.words);
    if (!first || !second || first[first.length - 1] !== left.words[left.words.length - 1] || second[0] !== right.words[0]) continue;
    const a = formOf(unit.text, first), b = formOf(unit.text, second);
    if (a.length < 3 || b.length < 3 || a.length > 10 || b.length > 10 || !AIM_HEADS.test(a) || !AIM_HEADS.test(b)) continue;
    const form = unit.text.slice((first[0] as Word).start, (second[second.length - 1] as Word).end);
    const candidate = candidateFor(candidates, form, [...first, ...second].map((w) => unit.text.slice(w.start, w.end)));
    if (!candidate) continue;
    note(candidate, 'coordinated', unit.sourceIndex);
    candidate.frequency = Math.max(candidate.frequency, 1);
  }
}

function soundForm(form: string): boolean {
  return form.length >= 3 && /[\u4e00-\u9fff]{2}/.test(form) && !GENERAL_TERMS.has(form) && !/^[\d.]+年?$/.test(form);
}

/** A run of words to look for recurring phrases in; `joint` is the index of the word that joins two chunks, or -1. */
interface Run {
  readonly unit: Unit;
  readonly words: readonly Word[];
  readonly joint: number;
}

interface Gram {
  readonly form: string;
  readonly words: readonly string[];
  count: number;
  readonly sources: Set<number>;
  inside: number;
  insideCount: number;
  largestInside: number;
}

/**
 * Runs of words that come at least twice. Only runs whose neighbouring pairs all come twice are grown, so the table stays
 * in proportion to what recurs, not to the text.
 */
function collectRecurrent(units: readonly CutUnit[], candidates: Candidates): void {
  const pairs = new Map<string, number>();
  const runs: Run[] = [];
  for (const { unit, words, chunks } of units) {
    if (unit.english) continue;
    for (const chunk of chunks) runs.push({ unit, words: chunk.words, joint: -1 });
    for (const joined of coordinations(unit, words, chunks)) runs.push(joined);
  }
  for (const { unit, words, joint } of runs) {
    for (let i = 0; i + 1 < words.length; i++) {
      if (joint >= 0 && i !== joint && i + 1 !== joint) continue;
      const key = unit.text.slice(words[i]?.start, words[i + 1]?.end);
      pairs.set(key, (pairs.get(key) ?? 0) + 1);
    }
  }
  const byForm = new Map<string, Gram>();
  for (const { unit, words, joint } of runs) {
    for (let i = 0; i < (joint < 0 ? words.length : joint); i++) {
      for (let j = i; j < Math.min(words.length, i + MAX_WORDS + 2); j++) {
        if (j > i && (pairs.get(unit.text.slice(words[j - 1]?.start, words[j]?.end)) ?? 0) < 2) break;
        const start = (words[i] as Word).start, end = (words[j] as Word).end;
        if (end - start > MAX_LENGTH) break;
        // What lies on one side of the joint was counted with its own chunk.
        if (j <= joint) continue;
        const form = unit.text.slice(start, end);
        let gram = byForm.get(form);
        if (!gram) {
          const slice = words.slice(i, j + 1);
          if (!soundEdges(unit.text, slice) || !soundForm(form)) continue;
          gram = { form, words: slice.map((w) => unit.text.slice(w.start, w.end)), count: 0, sources: new Set(), inside: 0, insideCount: 0, largestInside: 0 };
          byForm.set(form, gram);
        }
        gram.count++;
        gram.sources.add(unit.sourceIndex);
      }
    }
  }
  const grams = new Map<string, Gram>();
  for (const gram of byForm.values()) {
    const key = foldText(gram.form);
    const known = grams.get(key);
    if (!known) { grams.set(key, gram); continue; }
    known.count += gram.count;
    gram.sources.forEach((s) => known.sources.add(s));
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
    candidate.frequency = gram.count;
    candidate.cValue = Math.log2(1 + sizeOf(gram.form)) * (gram.count - (gram.insideCount > 0 ? gram.inside / gram.insideCount : 0));
    gram.sources.forEach((s) => candidate.sources.add(s));
  }
}

/** Two phrases joined by one 和, 与, 及, 、 or 的, as runs that may recur as a whole. */
function coordinations(unit: Unit, words: readonly Word[], chunks: readonly Chunk[]): Run[] {
  const result: Run[] = [];
  const indexOf = new Map<number, number>();
  words.forEach((w, i) => indexOf.set(w.start, i));
  for (let c = 0; c + 1 < chunks.length; c++) {
    const left = chunks[c] as Chunk, right = chunks[c + 1] as Chunk;
    const between = unit.text.slice(left.end, right.start);
    if (!/^(?:[和与及、的])$/.test(between)) continue;
    const joint = words[indexOf.get(left.end) ?? -1];
    if (!joint) continue;
    const before = left.words.slice(-5);
    result.push({ unit, words: [...before, joint, ...right.words.slice(0, 5)], joint: before.length });
  }
  return result;
}

/** A joined run is one name only where both sides are of like build, or the left is a whole modifier of a name. */
function soundCoordination(gram: Gram): boolean {
  const at = gram.words.findIndex((w) => /^[和与及的、]$/.test(w));
  if (at <= 0 || at === gram.words.length - 1) return false;
  const left = gram.words.slice(0, at).join(''), right = gram.words.slice(at + 1).join('');
  if (gram.words[at] === '、') return left.slice(-1) === right.slice(-1) && Math.abs(left.length - right.length) <= 1 && left.length <= 5;
  if (gram.words[at] === '的') return /^(?:面向|以人)/.test(left) && right.length >= 4 && headOf(right) !== null;
  return left.length >= 2 && right.length >= 2 && (headOf(right) !== null) && left.length + right.length >= 6;
}
