/** The side panel: the passages of the library that match the sentence being written. */
import { evidenceAt } from '../cite/evidence';
import { proseOf } from '../check/prose';
import type { Draft } from '../check/types';
import { searchPassages, type PassageIndex } from '../search/passages';
import { sharedRuns, type SharedRun } from '../search/sharedRuns';
import { foldText } from '../text/fold';
import type { Span } from '../text/offsets';
import { sentences } from '../text/sentences';
import { passageItem } from './items';
import type { PanelAnswer, PanelPassage } from './types';

/** Shortest part that is marked as shared, in folded units. */
const SHORTEST_MATCH = 2;
/** Shared words of this length are no chance; a shorter sentence must be shared whole. */
const LONG_RUN = 12;
/** Share of a sentence's letters that a near passage has. */
const NEAR = 0.5;
/** Editions of the same words share nearly as many letters with the sentence. */
const EDITION_SLACK = 4;
/** A sentence of fewer letters says too little: the one before is taken with it. */
const SHORT_SENTENCE = 6;
/** A sentence is asked about with at most so many characters, around the cursor. */
const LONGEST_QUERY = 400;

/** The sentence at an offset of a draft, in its prose: without the marks of a list or block before it. Null in an empty line. */
export function sentenceOf(draft: Draft, offset: number): Span | null {
  const text = proseOf(draft);
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1;
  const next = text.indexOf('\n', offset);
  const line = text.slice(lineStart, next < 0 ? text.length : next);
  const spans = sentences(line);
  let at = spans.findIndex(({ end }) => offset - lineStart <= end);
  if (at < 0) at = spans.length - 1;
  const found = spans[at];
  if (!found) return null;
  const before = spans[at - 1];
  const from = before && foldText(line.slice(found.start, found.end)).length < SHORT_SENTENCE ? before.start : found.start;
  const lead = /^(?:\s*(?:[#>*+-]+|\d+[.、])\s+)*/u.exec(line.slice(from, found.end))?.[0].length ?? 0;
  return { start: lineStart + from + lead, end: lineStart + found.end };
}

function closenessOf(runs: readonly SharedRun[], letters: number): PanelPassage['closeness'] {
  const longest = Math.max(0, ...runs.map(({ length }) => length));
  if (longest >= Math.min(LONG_RUN, Math.max(SHORT_SENTENCE, letters))) return 'exact';
  return runs.reduce((sum, { length }) => sum + length, 0) >= letters * NEAR ? 'near' : 'topic';
}

const ORDER = { exact: 0, near: 1, topic: 2 } as const;

/**
 * The best passages for the sentence at an offset of the draft: those that share its words first. Of passages that say the
 * same to the letter the one of the best ranked source is shown. Null where nothing is being written.
 */
export function passagesFor(index: PassageIndex, draft: Draft, offset: number, limit: number): Omit<PanelAnswer, 'reuse'> | null {
  const sentence = sentenceOf(draft, offset);
  if (!sentence) return null;
  const from = Math.max(sentence.start, Math.min(offset - LONGEST_QUERY / 2, sentence.end - LONGEST_QUERY));
  const query = proseOf(draft).slice(from, Math.min(sentence.end, from + LONGEST_QUERY));
  const letters = foldText(query).length;
  if (letters === 0) return null;
  const shown = new Map<string, { readonly row: PanelPassage; readonly rank: number; readonly shared: number }>();
  for (const { passage, source } of searchPassages(index, query, limit * 2)) {
    const runs = sharedRuns(passage.text, query, SHORTEST_MATCH);
    if (runs.length === 0) continue;
    const key = foldText(passage.text);
    const other = shown.get(key);
    if (other && other.rank >= source.rank) continue;
    const row: PanelPassage = {
      id: passageItem(passage), text: passage.text, matches: runs.map(({ start, end }) => ({ start, end })), closeness: closenessOf(runs, letters),
      title: source.title, date: source.date, evidence: evidenceAt(source, passage, passage.text),
    };
    shown.set(key, { row, rank: source.rank, shared: runs.reduce((sum, { length }) => sum + length, 0) });
  }
  // Passages that hold the same words are editions of them: the better ranked source goes first.
  const passages = [...shown.values()]
    .sort((a, b) => ORDER[a.row.closeness] - ORDER[b.row.closeness] || (a.row.closeness === 'exact' && Math.abs(a.shared - b.shared) <= EDITION_SLACK ? b.rank - a.rank : 0))
    .map(({ row }) => row).slice(0, limit);
  return { sentence, passages };
}
