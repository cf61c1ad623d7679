/** Where quoted words stand in the library: to the letter, or nearly. */
import { align } from '../../search/align';
import { forget, mostMatches, patternMasks } from '../../search/editDistance';
import { findExact, findRegions, unitsOf, type Finder } from '../../search/finder';
import { partAt } from '../../search/libraryText';
import type { IndexPart } from '../../library/types';
import { fold, type Folded } from '../../text/fold';
import { compare, type Comparison } from './compare';
import { MOVED, withEnds } from './ends';
import { withExchangedEnds } from './exchangedEnds';
import { stretchOf, type Stretch } from './stretch';

/** Quoted words found in the library. `position` is their place in the folded library text: for order and distance. */
export interface Located {
  readonly stretch: Stretch;
  readonly comparison: Comparison;
  readonly document: number;
  readonly position: { readonly start: number; readonly end: number };
  /** Share of the draft's letters that stand opposite the same letter. */
  readonly likeness: number;
}

/** Candidate regions that are aligned for near matches. */
const MOST_REGIONS = 8;
/** Letters of room around a region, so that a dropped clause is found. */
const SLACK = 160;
/** Share of letters that would have to change in words that have nothing to do with each other. */
const UNRELATED = 0.7;

/** All exact places of the words (after folding), best first: sound before damaged, same form first, then by rank. */
export function locateExact(finder: Finder, text: string, folded: Folded = fold(text)): Located[] {
  const units = unitsOf(folded.text);
  if (units.length < 3) return [];
  const found: Located[] = [];
  for (const position of findExact(finder, units, 60)) {
    const stretch = stretchOf(finder.index, position);
    if (!stretch) continue;
    const partner = Int32Array.from(units, (_, i) => i);
    const comparison = compare(text, folded, stretch, partner, units.length);
    // Folding drops the point of 3.5.
    if (comparison.letters.length > 0) continue;
    found.push({ stretch, comparison, document: stretch.document, position, likeness: 1 });
  }
  return found.sort(bySoundness);
}

/** Sizes of two neighbouring pieces that writers turn round: 保护环境 and 环境保护, 说来 and 来说. */
const TURNED: readonly (readonly [number, number])[] = [[2, 2], [1, 1], [2, 3], [3, 2], [1, 2], [2, 1], [3, 3], [4, 4], [3, 4], [4, 3]];

/** The places of a few words of which two neighbours are turned round. Such words may share no trigram with their source: the finder misses them. */
export function locateTurned(finder: Finder, text: string, folded: Folded): Located[] {
  const units = unitsOf(folded.text);
  for (const [first, second] of TURNED) {
    for (let at = 0; at + first + second <= units.length; at++) {
      const middle = at + first, end = middle + second;
      const turned = Uint16Array.from([...units.subarray(0, at), ...units.subarray(middle, end), ...units.subarray(at, middle), ...units.subarray(end)]);
      const found = findExact(finder, turned, 20).flatMap((position): Located[] => {
        const stretch = stretchOf(finder.index, position);
        const partner = Int32Array.from(units, (_, i) => (i < at || i >= end ? i : -1));
        return stretch ? [{ stretch, comparison: compare(text, folded, stretch, partner, units.length), document: stretch.document, position, likeness: 1 }] : [];
      });
      if (found.length > 0) return found.sort(bySoundness);
    }
  }
  return [];
}

/** The nearest places of words that stand nowhere exactly, best first; only such with a likeness of `least` or more. */
export function locateNear(finder: Finder, text: string, folded: Folded, least: number): Located[] {
  const units = unitsOf(folded.text);
  const found: Located[] = [];
  const regions = findRegions(finder, units, MOST_REGIONS, SLACK);
  const masks = patternMasks(units, finder.rows);
  for (const region of regions) {
    // Unrelated words are about as far from any place as they are long: they are not worth an alignment.
    if (region.distance > units.length * UNRELATED && region.votes < units.length / 4) continue;
    const { segment: { units: library }, unitBase } = partAt(finder.index, region.start) as IndexPart;
    if (mostMatches(library, region.start - unitBase, region.end - unitBase, masks) < least * units.length) continue;
    const alignment = align(units, library, region.start - unitBase, region.end - unitBase);
    if (alignment.matches < least * units.length) continue;
    const place = withExchangedEnds(finder.index, unitBase, folded, withEnds(units, library, alignment, region.start - unitBase, region.end - unitBase));
    const position = { start: unitBase + place.start, end: unitBase + place.end };
    const stretch = stretchOf(finder.index, position);
    if (!stretch || stretch.origin.length === 0) continue;
    const partner = Int32Array.from(place.partner, (p) => (p < 0 ? -1 : p - place.start));
    const comparison = compare(text, folded, stretch, partner, position.end - position.start);
    found.push({ stretch, comparison, document: region.document, position, likeness: (HAN.test(text) ? sameLetters(units, library, place) : sameWords(text, stretch.words)) ? 1 : (place.matches + exchanged(comparison)) / units.length });
  }
  forget(masks, units);
  return found.sort((a, b) => Number(a.stretch.damaged) - Number(b.stretch.damaged) || changed(a) - changed(b) || b.stretch.source.rank - a.stretch.source.rank);
}

const HAN = /\p{Script=Han}/u;

/** Whether the place has the same words, in whatever order. Of words in an alphabet the letters say nothing: any few of them are in any line. */
function sameWords(draft: string, source: string): boolean {
  const bag = (text: string): string => (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).sort().join(' ');
  return bag(draft) === bag(source);
}

/** Whether the place holds nearly all letters of the words, in whatever order: a list or a phrase turned round. */
function sameLetters(words: Uint16Array, text: Uint16Array, { start, end }: { start: number; end: number }): boolean {
  if (end - start > words.length * 1.3) return false;
  const bag = new Map<number, number>();
  for (let i = Math.max(0, start - MOVED); i < Math.min(text.length, end + MOVED); i++) bag.set(text[i] as number, (bag.get(text[i] as number) ?? 0) + 1);
  let missing = 0;
  for (const unit of words) {
    const left = bag.get(unit) ?? 0;
    if (left > 0) bag.set(unit, left - 1); else missing++;
  }
  return missing <= words.length * 0.03;
}

/** Letters that only stand in another order: they are the source's all the same. An alignment finds half of them or fewer. */
function exchanged(comparison: Comparison): number {
  return comparison.letters.reduce((n, d) => n + (d.kind === 'inversion' || d.kind === 'reordered' ? fold(d.draft).text.length / 2 : 0), 0);
}

/** Letters that would have to change; a mark counts little. */
export function changed(located: Located): number {
  const { letters, marks } = located.comparison;
  return letters.reduce((n, d) => n + Math.max(d.draft.length, Math.min(d.source.length, 6)), 0) + marks.length / 10;
}

function bySoundness(a: Located, b: Located): number {
  return Number(a.stretch.damaged) - Number(b.stretch.damaged)
    || a.comparison.marks.length - b.comparison.marks.length || a.comparison.form.length - b.comparison.form.length
    || b.stretch.source.rank - a.stretch.source.rank
    || a.position.start - b.position.start;
}
