/**
 * The ends of an alignment. A stretch of the library may be entered and left anywhere, so the cheapest alignment calls the
 * last word of a list an addition where the item before it was dropped, and loses half of an exchange.
 */
import type { Alignment } from '../../search/align';

/** An aligned stretch; offsets and partners as in `Alignment`. */
export interface Ended { readonly partner: Int32Array; readonly start: number; readonly end: number; readonly matches: number }

/** Letters beyond both ends of a found stretch that an exchange may have moved there. */
export const MOVED = 8;
/** Letters that one end may lack: an item or a clause of a list; a single letter is found anywhere farther off. */
const REACH = 60, REACH_OF_ONE = 8;
/** Letters without partner at an end that are looked for. */
const LONGEST_END = 24;

/** Fewer letters are too few for an end of them to be looked for anywhere else. */
const SHORTEST = 12;

/** The alignment with letters at its ends found again a little farther on, and room for an exchange at its edge. */
export function withEnds(words: Uint16Array, text: Uint16Array, alignment: Alignment, from: number, to: number): Ended {
  const partner = alignment.partner.slice();
  let { start, end, matches } = alignment;
  const right = (i: number): boolean => (partner[i] as number) >= 0 && text[partner[i] as number] === words[i];
  const standsAt = (at: number, first: number, count: number): boolean => {
    for (let k = 0; k < count; k++) if (text[at + k] !== words[first + k]) return false;
    return true;
  };
  let tail = words.length;
  while (tail > 0 && !right(tail - 1)) tail--;
  const behind = words.length - tail;
  if (words.length >= SHORTEST && behind > 0 && behind <= LONGEST_END && tail > 0) {
    const after = (partner[tail - 1] as number) + 1;
    for (let at = after; at <= Math.min(to - behind, after + (behind === 1 ? REACH_OF_ONE : REACH)); at++) {
      if (!standsAt(at, tail, behind)) continue;
      for (let k = 0; k < behind; k++) partner[tail + k] = at + k;
      end = at + behind;
      matches += behind;
      break;
    }
  }
  let head = 0;
  while (head < tail && !right(head)) head++;
  if (words.length >= SHORTEST && head > 0 && head <= LONGEST_END && head < tail) {
    const before = (partner[head] as number) - head;
    for (let at = before; at >= Math.max(from, before - (head === 1 ? REACH_OF_ONE : REACH)); at--) {
      if (!standsAt(at, 0, head)) continue;
      for (let k = 0; k < head; k++) partner[k] = at + k;
      start = at;
      matches += head;
      break;
    }
  }
  return { partner, matches, ...withMoved(words, text, { partner, start, end }) };
}

/**
 * The aligned stretch, widened where letters that the draft has too many stand right behind or before it: at the edge of
 * a quotation an inversion loses half of itself.
 */
function withMoved(words: Uint16Array, text: Uint16Array, ended: Omit<Ended, 'matches'>): { start: number; end: number } {
  let { start, end } = ended;
  const added = [...words.keys()].filter((i) => (ended.partner[i] as number) < 0);
  const contiguous = added.length > 0 && added.length <= MOVED && (added.at(-1) as number) - (added[0] as number) === added.length - 1;
  if (!contiguous) return { start, end };
  // One letter stands anywhere near: it was moved only if it stands at the edge itself.
  if (added.length === 1 && (added[0] as number) > 2 && (added[0] as number) < words.length - 3) return { start, end };
  // In the same order, or around what was exchanged with them: 只能加强，不能削弱 and 只能削弱，不能加强.
  const bag = (units: readonly (number | undefined)[]): string => [...units].sort().join();
  const stands = (at: number): boolean => at >= 0 && (added.every((i, k) => text[at + k] === words[i]) || (added.length > 2 && bag(added.map((i) => words[i])) === bag(added.map((_, k) => text[at + k]))));
  const behind = stands(end), before = stands(start - added.length);
  if (behind && (!before || (added[0] as number) > words.length / 2)) end += added.length; else if (before) start -= added.length;
  return { start, end };
}
