/** Figures by their ids, without a table of all ids: a file's figures stand together, and an id begins with its file. */
import type { Figure } from './types';

const firsts = new WeakMap<readonly Figure[], ReadonlyMap<string, number>>();

/** Where the figures of each file begin. */
function firstsOf(figures: readonly Figure[]): ReadonlyMap<string, number> {
  let known = firsts.get(figures);
  if (!known) {
    const made = new Map<string, number>();
    figures.forEach(({ file }, at) => { if (!made.has(file)) made.set(file, at); });
    firsts.set(figures, known = made);
  }
  return known;
}

/** The figure of an id (`file#f…`); undefined where there is none. */
export function figureById(figures: readonly Figure[], id: string): Figure | undefined {
  const cut = id.lastIndexOf('#f'), file = id.slice(0, cut), first = firstsOf(figures).get(file);
  if (first === undefined) return undefined;
  // Where all are there, they are numbered from 1.
  const numbered = figures[first + Number(id.slice(cut + 2)) - 1];
  if (numbered?.id === id) return numbered;
  for (let at = first; figures[at]?.file === file; at++) if (figures[at]?.id === id) return figures[at];
  return undefined;
}
