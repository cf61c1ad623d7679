/**
 * Folding: what finding compares. Character by character (width, Traditional to Simplified, letter case; punctuation and
 * blanks dropped), with an index from each folded position back to the unfolded one. Digits, letters and every Chinese
 * character stay, so a negation or a figure is never folded away.
 *
 *     fold('“國際科技合作, 是大趨勢。”').text === '国际科技合作是大趋势'
 */
import { simplifyCharacter } from './script';
import { fillAround } from './unitTable';

export interface Folded {
  readonly text: string;
  /** For each unit of `text` its offset in the unfolded text; one more entry at the end: behind the last kept unit. */
  readonly origin: Uint32Array;
}

/** Folds of the Basic Multilingual Plane, filled as they are met: 0 is "not met", 0xffff is "dropped". */
const table = new Uint16Array(0x10000);
const DROPPED = 0xffff;
const keep = /[\p{L}\p{N}%‰]/u;

function foldUnit(unit: number, c: string): number {
  // Halves of surrogate pairs are kept as they are: rare characters are characters.
  if (unit >= 0xd800 && unit <= 0xdfff) return unit;
  const wide = c.normalize('NFKC');
  const narrow = wide.length === 1 ? wide : c;
  const folded = simplifyCharacter(narrow.toLowerCase());
  if (!keep.test(folded)) return DROPPED;
  // 著 and 着 are one character in running text; which one is right is judged on the raw letters.
  return folded === '著' ? 0x7740 : folded.charCodeAt(0);
}

/** The fold of one UTF-16 unit, or -1 where it is dropped. */
export function foldedUnit(unit: number): number {
  if (table[unit] === 0) fillAround(unit, (u, c) => { table[u] = foldUnit(u, c); });
  const folded = table[unit] as number;
  return folded === DROPPED ? -1 : folded;
}

/** Folds a text. */
export function fold(text: string): Folded {
  const units = new Uint16Array(text.length);
  const origin = new Uint32Array(text.length + 1);
  let length = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = foldedUnit(text.charCodeAt(i));
    if (unit < 0) continue;
    units[length] = unit;
    origin[length++] = i;
  }
  origin[length] = length === 0 ? 0 : (origin[length - 1] as number) + 1;
  let folded = '';
  for (let i = 0; i < length; i += 8192) folded += String.fromCharCode(...units.subarray(i, Math.min(length, i + 8192)));
  return { text: folded, origin: origin.slice(0, length + 1) };
}

/** The folded text alone. */
export function foldText(text: string): string {
  return fold(text).text;
}
