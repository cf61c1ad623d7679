/** Where quoted words stand in the library: to the letter, or nearly. */
import { align } from '../../search/align';
import { findExact, findRegions, unitsOf, type Finder } from '../../search/finder';
import { fold, type Folded } from '../../text/fold';
import { compare, type Comparison } from './compare';
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
/** Least likeness of words that count as the same quotation, changed. */
export const NEAR = 0.72;

/** All exact places of the words (after folding), best first: sound before damaged, same form first, then by rank. */
export function locateExact(finder: Finder, text: string, folded: Folded = fold(text)): Located[] {
  const units = unitsOf(folded.text);
  if (units.length < 3) return [];
  const found: Located[] = [];
  for (const position of findExact(finder, units, 60)) {
    const stretch = stretchOf(finder.text, position);
    if (!stretch) continue;
    const partner = Int32Array.from(units, (_, i) => i);
    found.push({ stretch, comparison: compare(text, folded, stretch, partner, units.length), document: documentOf(finder, stretch), position, likeness: 1 });
  }
  return found.sort(bySoundness);
}

/** The nearest places of words that stand nowhere exactly, best first; only such with a likeness of `least` or more. */
export function locateNear(finder: Finder, text: string, folded: Folded, least: number): Located[] {
  const units = unitsOf(folded.text);
  const found: Located[] = [];
  for (const region of findRegions(finder, units, MOST_REGIONS, SLACK)) {
    const alignment = align(units, finder.text.units, region.start, region.end);
    if (alignment.matches < least * units.length) continue;
    const position = { start: alignment.start, end: alignment.end };
    const stretch = stretchOf(finder.text, position);
    if (!stretch || stretch.origin.length === 0) continue;
    const partner = Int32Array.from(alignment.partner, (p) => (p < 0 ? -1 : p - alignment.start));
    const comparison = compare(text, folded, stretch, partner, alignment.end - alignment.start);
    found.push({ stretch, comparison, document: region.document, position, likeness: (alignment.matches + exchanged(comparison)) / units.length });
  }
  return found.sort((a, b) => Number(a.stretch.damaged) - Number(b.stretch.damaged) || changed(a) - changed(b) || b.stretch.source.rank - a.stretch.source.rank);
}

/** Letters that only stand in another order: they are the source's all the same. An alignment finds half of them or fewer. */
function exchanged(comparison: Comparison): number {
  return comparison.letters.reduce((n, d) => n + (d.kind === 'inversion' || d.kind === 'reordered' ? fold(d.draft).text.length / 2 : 0), 0);
}

function documentOf(finder: Finder, stretch: Stretch): number {
  return finder.text.sources.indexOf(stretch.source);
}

/** Letters that would have to change. */
export function changed(located: Located): number {
  return located.comparison.letters.reduce((n, d) => n + Math.max(d.draft.length, Math.min(d.source.length, 6)), 0);
}

function bySoundness(a: Located, b: Located): number {
  return Number(a.stretch.damaged) - Number(b.stretch.damaged)
    || a.comparison.form.length - b.comparison.form.length
    || b.stretch.source.rank - a.stretch.source.rank
    || a.position.start - b.position.start;
}
