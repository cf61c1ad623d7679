/** Pieces of raw text become one clean text with the way back. */
import type { Removal } from '../library/types';
import { OffsetMap, type Span } from '../text/offsets';
import { hasForms, ordinaryForm } from './compatibility';
import { noiseIn, type NoteStyle } from './noise';

export interface Cleaned {
  readonly text: string;
  readonly map: OffsetMap;
  readonly removed: readonly Removal[];
}

const LATIN = /[A-Za-z0-9,.;:)\]”"'’%]/;

/**
 * Joins pieces of one paragraph and takes the noise out. Between Chinese pieces nothing is put; between Latin ones the
 * line end counts as a blank, and a hyphen at the line's end is dropped before a small letter.
 * `pieces` are raw spans in order; the offsets of the map and of `removed` are raw.
 */
export function clean(raw: string, pieces: readonly Span[], style: NoteStyle, pageBreak: (gap: Span) => boolean): Cleaned {
  const runs: { raw: number; length: number; attached?: number }[] = [];
  const removed: Removal[] = [];
  let text = '';
  const keep = (start: number, end: number, attached = 0): void => {
    if (end <= start) return;
    let from = start;
    const stretch = raw.slice(start, end);
    // A ligature or a radical stands for ordinary letters, which all lie at its place.
    if (hasForms(stretch)) for (let at = start; at < end; at++) {
      const form = ordinaryForm(raw[at] as string);
      if (form === raw[at]) continue;
      if (at > from) runs.push({ raw: from, length: at - from });
      text += raw.slice(from, at) + form;
      for (let i = 0; i < form.length; i++) runs.push({ raw: at, length: 1, ...(i === form.length - 1 && at + 1 === end ? { attached } : {}) });
      remove(at, at + 1, 'compatibility-form');
      from = at + 1;
    }
    if (from >= end) return;
    runs.push({ raw: from, length: end - from, attached });
    text += raw.slice(from, end);
  };
  const remove = (start: number, end: number, reason: string): void => {
    removed.push({ start, end, raw: raw.slice(start, end), reason });
  };
  pieces.forEach((piece, i) => {
    const next = pieces[i + 1];
    let from = piece.start, to = piece.end;
    let blank = false;
    if (next) {
      const before = raw[to - 1] ?? '', after = raw[next.start] ?? '';
      if (before === '-' && /[a-z]/.test(after) && /[a-z]/.test(raw[to - 2] ?? '')) to--;
      else blank = LATIN.test(before) && /[A-Za-z0-9(“"‘']/.test(after);
    }
    for (const noise of noiseIn(raw.slice(from, to), style)) {
      const start = piece.start + noise.start, end = piece.start + noise.end;
      keep(from, start, noise.attached ? end - start : 0);
      remove(start, end, noise.reason);
      from = end;
    }
    keep(from, to);
    if (!next) return;
    const gap = { start: to, end: next.start };
    if (blank) {
      runs.push({ raw: gap.start, length: 1 });
      text += ' ';
      if (gap.end > gap.start + 1) remove(gap.start + 1, gap.end, pageBreak(gap) ? 'page-break' : 'line-break');
    } else remove(gap.start, gap.end, pageBreak(gap) ? 'page-break' : 'line-break');
  });
  return { text, map: OffsetMap.fromRuns(runs.length ? runs : [{ raw: pieces[0]?.start ?? 0, length: 0 }]), removed };
}
