/** Which parts of a text another one shares, to the letter after folding: what is marked in the panel. */
import { fold } from '../text/fold';
import type { Span } from '../text/offsets';

export interface SharedRun extends Span {
  /** Its length in folded units. */
  readonly length: number;
}

/**
 * The stretches of `text` of at least `least` folded units that stand in `other` too, longest possible, in order, none
 * overlapping. Offsets are into `text`. A Latin word counts only whole.
 */
export function sharedRuns(text: string, other: string, least: number): SharedRun[] {
  const a = fold(text), b = fold(other);
  const size = Math.min(2, least);
  const places = new Map<string, number[]>();
  for (let j = 0; j + size <= b.text.length; j++) {
    const key = b.text.slice(j, j + size);
    const list = places.get(key);
    if (list) list.push(j); else places.set(key, [j]);
  }
  const runs: SharedRun[] = [];
  for (let i = 0; i + size <= a.text.length;) {
    let longest = 0;
    for (const j of places.get(a.text.slice(i, i + size)) ?? []) {
      let n = size;
      while (i + n < a.text.length && j + n < b.text.length && a.text[i + n] === b.text[j + n]) n++;
      longest = Math.max(longest, n);
    }
    const start = a.origin[i] as number;
    if (longest < least || !wholeWords(text, start, (a.origin[i + longest - 1] as number) + 1)) { i++; continue; }
    runs.push({ start, end: (a.origin[i + longest - 1] as number) + 1, length: longest });
    i += longest;
  }
  return runs;
}

function wholeWords(text: string, start: number, end: number): boolean {
  const cuts = (at: number): boolean => /[A-Za-z0-9]/.test(text[at - 1] ?? '') && /[A-Za-z0-9]/.test(text[at] ?? '');
  return !cuts(start) && !cuts(end);
}
