/**
 * What passages are found by: single Chinese characters and their pairs, Latin words cut to their stem, numbers.
 * Characters beat words of a segmenter for paraphrases, and need no dictionary.
 */
import { foldedUnit } from '../text/fold';

/** A token as a number, for hashing; pairs and words do not collide with characters but by chance. */
export type Token = number;

function hashText(text: string): Token {
  let h = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  return h >>> 0;
}

/** Endings off, so that a word in the singular finds one in the plural: cooperations, cooperating, cooperated. */
export function stem(word: string): string {
  let w = word.replace(/['’]s?$/u, '');
  if (w.length > 4) w = w.replace(/ies$/u, 'y').replace(/(?<=[^s])s$/u, '');
  if (w.length > 5) w = w.replace(/(?:ing|ed|ly|al)$/u, '');
  if (w.length > 7) w = w.replace(/(?:ation|ition|tion|ment|ness|ity|ive)$/u, '');
  return w.length > 3 ? w.replace(/e$/u, '') : w;
}

/** Words that say nothing of what a sentence is about. */
const STOP = new Set('the a an of and or to in on for with by at from as is are was were be been has have had it its this that these those their which will would should not also'.split(' '));

/** What a UTF-16 unit is part of; filled as units are met. Halves of surrogate pairs are rare Chinese characters nearly always. */
const OTHER = 1, HAN = 2, LETTER = 3, INSIDE = 4, DIGIT = 5;
const kinds = new Uint8Array(0x10000);

function kindOf(unit: number): number {
  let kind = kinds[unit] as number;
  if (kind === 0) {
    const c = String.fromCharCode(unit);
    kind = (unit >= 0xd800 && unit <= 0xdfff) || /\p{Script=Han}/u.test(c) ? HAN : /\p{L}/u.test(c) ? LETTER : /[\p{M}'’&-]/u.test(c) ? INSIDE : /\d/u.test(c) ? DIGIT : OTHER;
    kinds[unit] = kind;
  }
  return kind;
}

/** The token of a single Chinese character, folded. */
export function characterToken(unit: number): Token {
  return Math.imul(unit + 1, 0x9e3779b1) >>> 0;
}

/** The tokens of a Latin (or other alphabetic) word; none of one that says nothing. */
function tokensOfWord(run: string): Token[] {
  const word = run.normalize('NFKC').toLowerCase();
  if (STOP.has(word)) return [];
  const tokens = [hashText(stem(word))];
  // 科技共同体 and a hyphenated word are found by their parts too.
  if (word.includes('-')) for (const part of word.split('-')) if (part.length > 1) tokens.push(hashText(stem(part)));
  return tokens;
}

/** The tokens of one text. */
export interface TokenList {
  /** The first `length` count. */
  readonly values: Uint32Array;
  readonly length: number;
}

/** Reads the tokens of a stretch of text, with repetitions; words that it has met are not taken apart again. What it gives holds until it is called again. */
export type TokenReader = (text: string, from: number, to: number) => TokenList;

/** Words kept by one reader. */
const MOST_WORDS = 100_000;

export function tokenReader(): TokenReader {
  const words = new Map<string, readonly Token[]>();
  let values = new Uint32Array(256);
  return (text, from, to) => {
    // A character has two tokens at most, and a word has fewer than characters.
    if (values.length < 2 * (to - from)) values = new Uint32Array(4 * (to - from));
    let length = 0;
    for (let i = from; i < to;) {
      const kind = kindOf(text.charCodeAt(i));
      if (kind === HAN) {
        let before = -1;
        for (; i < to; i++) {
          const raw = text.charCodeAt(i);
          if (kindOf(raw) !== HAN) break;
          const unit = foldedUnit(raw);
          if (unit < 0) { before = -1; continue; }
          values[length++] = characterToken(unit);
          if (before >= 0) values[length++] = Math.imul(Math.imul(before, 0x85ebca6b) ^ unit, 0xc2b2ae35);
          before = unit;
        }
      } else if (kind === LETTER) {
        const start = i++;
        while (i < to && (kindOf(text.charCodeAt(i)) === LETTER || kindOf(text.charCodeAt(i)) === INSIDE)) i++;
        const word = text.slice(start, i);
        let tokens = words.get(word);
        if (!tokens) {
          if (words.size >= MOST_WORDS) words.clear();
          words.set(word, tokens = tokensOfWord(word));
        }
        for (const token of tokens) values[length++] = token;
      } else if (kind === DIGIT) {
        const start = i;
        let end = ++i;
        // Points and commas between digits belong to the number.
        for (; i < to; i++) {
          const unit = text.charCodeAt(i);
          if (kindOf(unit) === DIGIT) end = i + 1; else if (unit !== 0x2c && unit !== 0x2e) break;
        }
        i = end;
        values[length++] = hashText(text.slice(start, end).replace(/,/gu, ''));
      } else i++;
    }
    return { values, length };
  };
}

/** The tokens of a text, with repetitions. */
export function tokensOf(text: string): Token[] {
  const { values, length } = tokenReader()(text, 0, text.length);
  return Array.from(values.subarray(0, length));
}
