/**
 * Letters that end or begin a quotation and have no partner stand in place of the source's own: 全面发展 for 全面振兴。 An alignment
 * that may leave the stretch anywhere calls them added, and the repair would cut the sentence short.
 */
import type { Paragraph, SearchIndex, Source } from '../../library/types';
import { partsOf } from '../../search/libraryText';
import { fold, type Folded } from '../../text/fold';
import type { Ended } from './ends';

/** Letters by which the source's words may be more than the draft's. */
const LONGER = 2;
/** Letters without partner at an end that may be such; one letter alone is opposite another anyway. */
const LEAST = 2, MOST = 12;
const CLAUSE_AHEAD = /^[^，。；：、！？,;:!?\n…—“”‘’「」《》（）()]*/u, CLAUSE_BEHIND = /[^，。；：、！？,;:!?\n…—“”‘’「」《》（）()]*$/u;

/** The stretch, widened by the words of the source's clause that the draft has others for. `base` is the place of its units in the library's. */
export function withExchangedEnds(index: SearchIndex, base: number, draft: Folded, place: Ended): Ended {
  const { length } = draft.text;
  const added = (i: number): boolean => (place.partner[i] as number) < 0;
  let tail = length, head = 0;
  while (tail > 0 && added(tail - 1)) tail--;
  if (tail === 0) return place;
  while (added(head)) head++;
  let { start, end } = place;
  // A mark before the letters makes a clause of its own of them, which replaces nothing.
  const inClause = (i: number): boolean => (draft.origin[i] as number) - (draft.origin[i - 1] as number) === 1;
  if (counts(length - tail) && inClause(tail)) {
    const [last] = partsOf(index, { start: base + end - 1, end: base + end });
    if (last) end += units(CLAUSE_AHEAD.exec(textOf(index, last).slice(last.end))?.[0] ?? '', length - tail, false);
  }
  if (counts(head) && inClause(head)) {
    const [first] = partsOf(index, { start: base + start, end: base + start + 1 });
    if (first) start -= units(CLAUSE_BEHIND.exec(textOf(index, first).slice(0, first.start))?.[0] ?? '', head, true);
  }
  return { ...place, start, end };
}

const counts = (letters: number): boolean => letters >= LEAST && letters <= MOST;
const textOf = (index: SearchIndex, part: { readonly source: number; readonly paragraph: number }): string => ((index.sources[part.source] as Source).paragraphs[part.paragraph] as Paragraph).text;

/** How many units of a clause's rest stand for so many letters: all of it where it is about as long, else as many, foreign words whole. */
function units(rest: string, letters: number, fromEnd: boolean): number {
  const { text, origin } = fold(rest);
  if (text.length <= letters + LONGER) return text.length;
  const at = (k: number): number => (fromEnd ? text.length - 1 - k : k);
  let count = letters;
  while (count < text.length && /[a-z\d]/iu.test(text[at(count)] as string) && /[a-z\d]/iu.test(text[at(count - 1)] as string) && Math.abs((origin[at(count)] as number) - (origin[at(count - 1)] as number)) === 1) count++;
  return count;
}
