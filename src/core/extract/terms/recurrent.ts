/** Phrases that come more than once, as long as they are not always part of a longer one. */
import { foldText } from '../../text/fold';
import { candidateFor, type Candidates, type CutUnit } from './candidate';
import type { Chunk } from './chunks';
import { headOf } from './heads';
import { soundEdges, soundForm } from './phrases';
import { sizeOf } from './ranking';
import type { Unit, Word } from './units';

const MAX_WORDS = 9;
const MAX_LENGTH = 26;

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
export function collectRecurrent(units: readonly CutUnit[], candidates: Candidates): void {
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
      for (let j = i; j < Math.min(words.length, i + MAX_WORDS); j++) {
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
    // Two items of a longer list are no name of their own.
    if (!joint || (between !== '的' && (/[、和与及]/.test(unit.text[left.start - 1] ?? '') || /[、和与及]/.test(unit.text[right.end] ?? '')))) continue;
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
