/** Words of the library reused without quotation marks: noted in the panel, never underlined (domain: Q9). */
import { evidenceAt } from '../cite/evidence';
import { proseOf } from '../check/prose';
import { placeOf, stretchOf, type Stretch } from '../check/quotation/stretch';
import type { Draft } from '../check/types';
import { findMarks, outermost } from '../extract/quotes/marks';
import { findExact, unitsOf, type Finder } from '../search/finder';
import { fold } from '../text/fold';
import type { Span } from '../text/offsets';
import type { Reuse } from './types';

/** Fewer letters than these are phrases that anybody writes; English words have more letters. */
const SHORTEST_CHINESE = 15, SHORTEST_ENGLISH = 45;
/** Letters of a sentence that are looked at. */
const MOST = 600;
/** Places of one stretch that are compared by rank. */
const PLACES = 20;

/**
 * The longest stretch of a sentence of the draft that stands in the library to the letter, outside quotation marks; null
 * where none is long enough. Offsets into the draft.
 */
export function reuseOf(finder: Finder, draft: Draft, sentence: Span): Reuse | null {
  const prose = proseOf(draft);
  const lineStart = prose.lastIndexOf('\n', sentence.start - 1) + 1;
  const end = prose.indexOf('\n', sentence.end);
  const line = prose.slice(lineStart, end < 0 ? prose.length : end);
  if (/^\s*>/u.test(draft.text.slice(lineStart, lineStart + 20))) return null;
  let text = line.slice(sentence.start - lineStart, Math.min(sentence.end - lineStart, sentence.start - lineStart + MOST));
  const by = sentence.start - lineStart;
  // Quoted words are no reuse; a mark at their place keeps what is around them apart.
  const quoted = outermost(findMarks(line)).filter((m) => m.end - m.start > 6).map((m) => ({ start: Math.max(0, m.start - by), end: Math.min(text.length, m.end - by) })).filter((m) => m.end > m.start);
  for (const m of quoted) text = text.slice(0, m.start) + '\uE000'.repeat(m.end - m.start) + text.slice(m.end);
  let best: { readonly start: number; readonly end: number; readonly letters: number; readonly places: readonly Span[] } | null = null;
  for (const piece of text.matchAll(/[^\uE000]+/gu)) {
    const folded = fold(piece[0]), units = unitsOf(folded.text);
    const shortest = /\p{Script=Han}/u.test(piece[0]) ? SHORTEST_CHINESE : SHORTEST_ENGLISH;
    for (let at = 0; at + Math.max(shortest, (best?.letters ?? 0) + 1) <= units.length;) {
      const length = longestFrom(finder, units, at, Math.max(shortest, (best?.letters ?? 0) + 1));
      if (length === 0) { at++; continue; }
      const start = piece.index + (folded.origin[at] as number);
      best = { start, end: piece.index + (folded.origin[at + length - 1] as number) + 1, letters: length, places: findExact(finder, units.slice(at, at + length), PLACES) };
      at += length;
    }
  }
  if (!best) return null;
  const stretches = best.places.flatMap((place) => stretchOf(finder.index, place) ?? []);
  const stretch = stretches.sort((a, b) => Number(a.damaged) - Number(b.damaged) || b.source.rank - a.source.rank)[0] as Stretch | undefined;
  if (!stretch) return null;
  return { span: { start: sentence.start + best.start, end: sentence.start + best.end }, letters: best.letters, evidence: evidenceAt(stretch.source, placeOf(stretch), stretch.words) };
}

/** How many units from `at` on stand somewhere in the library, if at least `least` do; else 0. */
function longestFrom(finder: Finder, units: Uint16Array, at: number, least: number): number {
  const stands = (length: number): boolean => findExact(finder, units.slice(at, at + length), 1).length > 0;
  if (at + least > units.length || !stands(least)) return 0;
  let low = least, high = units.length - at + 1;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (stands(middle)) low = middle; else high = middle;
  }
  return low;
}
