/**
 * What a format itself says of a document's structure: its blocks in reading order, each as the stretches of raw text that
 * hold its words. Readers of HTML, TeX, tables and containers make it; plain text has none and is told from its lines.
 * All of it is plain data: it crosses from the reader's thread.
 */
import type { ParagraphKind, Removal } from '../library/types';
import { OffsetMap, type Span } from '../text/offsets';
import { hasForms, ordinary, ordinaryForm } from './compatibility';
import { noiseIn, type NoteStyle } from './noise';

/** Why raw text before a run does not belong to the words. */
export type Gap = 'markup' | 'line-break' | 'page-break' | 'note-mark' | 'pinyin' | 'layout-space' | 'furniture';

/** A stretch of raw text that holds words. */
export interface Run extends Span {
  /** The words where they are not the raw letters themselves (a character reference); null: the raw letters. */
  readonly text: string | null;
  /** What the raw text between the run before and this one was; a line or page end may stand for a blank. */
  readonly gap: Gap;
}

export interface LayoutBlock {
  readonly runs: readonly Run[];
  /** Null: to be told from the words. */
  readonly kind: ParagraphKind | null;
}

/** A picture that the document shows. Raw offsets. */
export interface LayoutPicture extends Span {
  /** As the document names it: a path or an address; the name of a part of its own file where it is `inside`. */
  readonly picture: string | null;
  /** Its caption where the format ties one to it, else its alternative text. */
  readonly caption: string | null;
  readonly inside?: boolean;
}

export interface Layout {
  readonly blocks: readonly LayoutBlock[];
  /** What the document states of itself in fields meant for that, as a catalogue row: it overrules what is told from the words. */
  readonly stated: Readonly<Record<string, unknown>> | null;
  /** Properties that a program filled in: they count only where the words say nothing. */
  readonly properties: Readonly<Record<string, unknown>> | null;
  /** What such a document is where its words do not tell: web, other … */
  readonly kind: string;
  readonly pictures: readonly LayoutPicture[];
}

/** A stretch of joined words and the raw stretch that it stands for. */
interface Piece { readonly at: number; readonly length: number; readonly raw: number; readonly rawEnd: number }

/** The words of a block with the way back to the raw text. */
export interface Joined {
  readonly text: string;
  readonly pieces: readonly Piece[];
  readonly left: readonly Removal[];
}

const LATIN = /[A-Za-z0-9,.;:)\]”"'’%]/;

/**
 * Joins the runs of one block. Between Chinese words a line end is nothing, between Latin ones a blank; a hyphen at a line's
 * end before a small letter is dropped.
 */
export function joinRuns(raw: string, runs: readonly Run[]): Joined {
  const pieces: { at: number; length: number; raw: number; rawEnd: number }[] = [];
  const left: Removal[] = [];
  const texts: string[] = [];
  let at = 0, ending = '', end = runs[0]?.start ?? 0;
  const add = (text: string, start: number, to: number): void => {
    const last = pieces.at(-1);
    const plain = text.length === to - start;
    if (last && plain && last.rawEnd === start && last.length === last.rawEnd - last.raw) { last.length += text.length; last.rawEnd = to; }
    else pieces.push({ at, length: text.length, raw: start, rawEnd: to });
    texts.push(text);
    at += text.length;
    ending = (ending + text).slice(-2);
  };
  for (const run of runs.flatMap((one) => inOrdinaryForms(raw, one, left))) {
    const words = run.text ?? raw.slice(run.start, run.end);
    if (words === '') continue;
    if (at > 0 && run.start > end) {
      let from = end;
      if (run.gap === 'line-break' || run.gap === 'page-break') {
        const last = pieces.at(-1);
        if (/[a-z]-$/.test(ending) && /^[a-z]/.test(words) && last && last.length > 1 && last.length === last.rawEnd - last.raw) {
          last.length--; last.rawEnd--; from--; at--;
          texts.push((texts.pop() as string).slice(0, -1));
        } else if (LATIN.test(ending.slice(-1)) && /^[A-Za-z0-9(“"‘']/.test(words)) {
          add(' ', from, from + 1);
          from++;
        }
      }
      if (run.start > from) left.push({ start: from, end: run.start, raw: raw.slice(from, run.start), reason: run.gap });
    }
    add(words, run.start, run.end);
    end = run.end;
  }
  return { text: texts.join(''), pieces, left };
}

/** A run cut where a radical, a compatibility form or a ligature stands for ordinary letters. */
function inOrdinaryForms(raw: string, run: Run, left: Removal[]): Run[] {
  if (run.text !== null) return hasForms(run.text) ? [{ ...run, text: ordinary(run.text) }] : [run];
  if (!hasForms(raw.slice(run.start, run.end))) return [run];
  const parts: Run[] = [];
  let from = run.start, gap = run.gap;
  const push = (part: Omit<Run, 'gap'>): void => { parts.push({ ...part, gap }); gap = 'markup'; };
  for (let at = run.start; at < run.end; at++) {
    const form = ordinaryForm(raw[at] as string);
    if (form === raw[at]) continue;
    if (at > from) push({ start: from, end: at, text: null });
    push({ start: at, end: at + 1, text: form });
    left.push({ start: at, end: at + 1, raw: raw[at] as string, reason: 'compatibility-form' });
    from = at + 1;
  }
  if (run.end > from) push({ start: from, end: run.end, text: null });
  return parts;
}

/** Raw offset of the character at `offset` of the joined words; `end`: behind the character before it. */
function rawAt(joined: Joined, offset: number, end: boolean): number {
  let low = 0, high = joined.pieces.length - 1;
  const wanted = end ? offset - 1 : offset;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((joined.pieces[middle] as Piece).at <= wanted) low = middle; else high = middle - 1;
  }
  const piece = joined.pieces[low] as Piece;
  const inside = offset - piece.at;
  if (end) return inside >= piece.length ? piece.rawEnd : piece.raw + inside;
  return piece.raw + inside;
}

/** Takes the noise out of joined words; the map and what was removed are raw. */
export function cleanJoined(raw: string, joined: Joined, style: NoteStyle): { text: string; map: OffsetMap; removed: Removal[] } {
  const removed: Removal[] = [...joined.left];
  const runs: { raw: number; length: number; attached?: number }[] = [];
  let text = '', from = 0, index = 0;
  const keep = (to: number, attached: number): void => {
    for (; index < joined.pieces.length; index++) {
      const piece = joined.pieces[index] as Piece;
      if (piece.at >= to) break;
      const start = Math.max(piece.at, from), stop = Math.min(piece.at + piece.length, to);
      const whole = stop === piece.at + piece.length;
      // A character reference belongs to the character that it stands for.
      const rest = whole ? Math.max(0, piece.rawEnd - piece.raw - piece.length) : 0;
      if (stop > start) runs.push({ raw: piece.raw + start - piece.at, length: stop - start, attached: rest + (stop === to ? attached : 0) });
      if (!whole) break;
    }
    text += joined.text.slice(from, to);
  };
  for (const noise of noiseIn(joined.text, style)) {
    const start = rawAt(joined, noise.start, false), end = rawAt(joined, noise.end, true);
    const before = noise.start > 0 ? rawAt(joined, noise.start, true) : start;
    keep(noise.start, noise.attached ? end - before : 0);
    removed.push({ start, end, raw: raw.slice(start, end), reason: noise.reason });
    from = noise.end;
    while (index < joined.pieces.length && (joined.pieces[index] as Piece).at + (joined.pieces[index] as Piece).length <= from) index++;
  }
  keep(joined.text.length, 0);
  return { text, map: OffsetMap.fromRuns(runs.length > 0 ? runs : [{ raw: joined.pieces[0]?.raw ?? 0, length: 0 }]), removed };
}
