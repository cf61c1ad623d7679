/** What could be a term, with the evidence for it: marks, titles, abbreviations, set shapes, recurring noun phrases. */
import { foldText } from '../../text/fold';
import { candidateFor, note, type Candidates, type CutUnit } from './candidate';
import { chunksOf, type Chunk } from './chunks';
import { collectEnglish } from './englishNames';
import { headOf, isKnownNoun } from './heads';
import { markedNames } from './marks';
import { formOf, piecesOf, soundForm, trimmed } from './phrases';
import { collectRecurrent } from './recurrent';
import type { Unit, Word } from './units';
import { verbNames } from './verbNames';

/** A unit cut into words and noun phrases. */
export function cutUnit(unit: Unit, words: readonly Word[]): CutUnit {
  return { unit, words, chunks: chunksOf(unit.text, words) };
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
  for (const { unit, words, chunks } of units) {
    if (unit.english) continue;
    for (const { start, end } of verbNames(unit.text, words, chunks)) {
      const candidate = candidateFor(candidates, unit.text.slice(start, end));
      if (!candidate) continue;
      note(candidate, 'phrase', unit.sourceIndex);
      candidate.frequency = Math.max(candidate.frequency, 1);
    }
    for (const chunk of chunks) {
      for (const kept of piecesOf(unit.text, chunk, (form) => candidates.has(foldText(form)))) {
        const start = (kept[0] as Word).start, end = (kept[kept.length - 1] as Word).end;
        const form = unit.text.slice(start, end);
        if (!soundForm(form)) continue;
        const known = candidates.get(foldText(form));
        // A phrase that stands once is a term only by its head noun.
        if (!known && !isKnownNoun(form) && ((kept.length < 2 && form.length < 5) || form.length < 4 || form.length > 18 || (!headOf(form) && !plainPhrase(form, kept)))) continue;
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

/** A short phrase of whole nouns without a known head: 杂交水稻, 电商直播. */
function plainPhrase(form: string, words: readonly Word[]): boolean {
  return /^(?!中国|全球|世界|人类|国际|国内|当今)[\u4e00-\u9fff]{4,10}$/.test(form) && words.length <= 4 && words.every((w) => w.kind === 'noun' && w.end - w.start >= 2);
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
