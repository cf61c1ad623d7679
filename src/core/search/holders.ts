/** Which sources hold words: told by the index, so that the texts of the others need not be read. */
import type { IndexPart, SearchIndex } from '../library/types';
import { unitsOf } from './finder';
import { positionsOf, trigramBucket } from './trigramIndex';

/**
 * The indices of all sources in whose content any of these words stands to the letter; words are folded, of two units at least.
 * Paragraphs follow each other without a break, so one more may be among them whose paragraphs' ends make up the words.
 */
export function sourcesWith({ parts }: SearchIndex, words: readonly string[]): Set<number> {
  const found = new Set<number>();
  for (const part of parts) for (const word of words) if (word.length > 1) addHolders(part, unitsOf(word), found);
  return found;
}

function addHolders(part: IndexPart, word: Uint16Array, found: Set<number>): void {
  const { segment: { units, documents }, sources } = part;
  const holds = (at: number): boolean => {
    for (let i = 0; i < word.length; i++) if (units[at + i] !== word[i]) return false;
    return true;
  };
  const rarest = word.length < 3 ? null : rarestOf(part, word);
  for (let document = 0, i = 0; ;) {
    // The next place where the word stands, then the first one of another document.
    let at = -1;
    if (rarest) { for (; at < 0 && i < rarest.positions.length; i++) { const start = (rarest.positions[i] as number) - rarest.offset; if (start >= 0 && holds(start)) at = start; } }
    else for (; at < 0 && (i = units.indexOf(word[0] as number, i)) >= 0; i++) if (holds(i)) at = i;
    if (at < 0) return;
    while ((documents[document + 1] as number) <= at) document++;
    const source = sources[document] as number, end = documents[document + 1] as number;
    if (source >= 0) found.add(source);
    if (rarest) while (i < rarest.positions.length && (rarest.positions[i] as number) < end) i++; else i = end;
  }
}

/** The places of the word's rarest trigram, and where in the word it stands. */
function rarestOf({ segment: { gramOffsets: offsets, gramPositions: positions } }: IndexPart, word: Uint16Array): { readonly positions: Uint32Array; readonly offset: number } {
  const bits = Math.log2(offsets.length - 1);
  let bucket = 0, offset = 0, fewest = Infinity;
  for (let at = 0; at + 3 <= word.length; at++) {
    const other = trigramBucket(word[at] as number, word[at + 1] as number, word[at + 2] as number, bits), bytes = (offsets[other + 1] as number) - (offsets[other] as number);
    if (bytes < fewest) { fewest = bytes; bucket = other; offset = at; }
  }
  return { positions: positionsOf({ offsets, positions }, bucket), offset };
}
