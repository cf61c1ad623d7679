/**
 * What passages are found by: single Chinese characters and their pairs, Latin words cut to their stem, numbers.
 * Characters beat words of a segmenter for paraphrases, and need no dictionary.
 */
import { foldedUnit } from '../text/fold';
import { fillAround } from '../text/unitTable';

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
const DROPPED = 0xffff;
const readings = new Uint32Array(0x10000);

/** What a unit is part of, above 16 bits of its fold; `DROPPED` where it has none. */
function readUnit(unit: number): number {
  if (readings[unit] === 0) fillAround(unit, (u, c) => {
    const kind = (u >= 0xd800 && u <= 0xdfff) || /\p{Script=Han}/u.test(c) ? HAN : /\p{L}/u.test(c) ? LETTER : /[\p{M}'’&-]/u.test(c) ? INSIDE : /\d/u.test(c) ? DIGIT : OTHER;
    readings[u] = (kind << 16) | (foldedUnit(u) & DROPPED);
  });
  return readings[unit] as number;
}

const kindOf = (unit: number): number => readUnit(unit) >>> 16;

const characterHash = (unit: number): number => Math.imul(unit + 1, 0x9e3779b1);

/** The token of a single Chinese character, folded. */
export function characterToken(unit: number): Token {
  return characterHash(unit) >>> 0;
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
  values: Uint32Array;
  length: number;
  /** How many there are with those that are left out. */
  all: number;
}

/** How many of the texts that a reader has read hold a character. */
export interface CharacterCounts {
  /** By folded unit. */
  readonly holders: Uint32Array;
  /** A character is left out of the tokens of all texts but the first so many that hold it. */
  readonly most: number;
}

/** Reads the tokens of a stretch of text, with repetitions; words that it has met are not taken apart again. What it gives holds until it is called again. */
export type TokenReader = (text: string, from: number, to: number) => Readonly<TokenList>;

/** Words kept by one reader. */
const MOST_WORDS = 100_000;

/** Where a number that begins at an offset ends; points and commas between digits belong to it. */
function numberEnd(text: string, start: number, to: number): number {
  let end = start + 1;
  for (let i = end; i < to; i++) {
    const unit = text.charCodeAt(i);
    if (kindOf(unit) === DIGIT) end = i + 1; else if (unit !== 0x2c && unit !== 0x2e) break;
  }
  return end;
}

function wordEnd(text: string, start: number, to: number): number {
  let end = start + 1;
  for (; end < to; end++) {
    const kind = kindOf(text.charCodeAt(end));
    if (kind !== LETTER && kind !== INSIDE) break;
  }
  return end;
}

/** `counts`, if given, is kept by the reader. */
export function tokenReader(counts: CharacterCounts | null = null): TokenReader {
  const words = new Map<string, readonly Token[]>();
  const list: TokenList = { values: new Uint32Array(256), length: 0, all: 0 };
  const { holders, most } = counts ?? { holders: new Uint32Array(0), most: 0 };
  /** By folded unit the last text that holds it, counted from 1. */
  const lastText = new Uint32Array(holders.length);
  let texts = 0;

  function tokensOfRun(run: string, kind: number): readonly Token[] {
    let tokens = words.get(run);
    if (!tokens) {
      if (words.size >= MOST_WORDS) words.clear();
      words.set(run, tokens = kind === DIGIT ? [hashText(run.replace(/,/gu, ''))] : tokensOfWord(run));
    }
    return tokens;
  }

  return (text, from, to) => {
    // A character has two tokens at most, and a word has fewer than characters.
    if (list.values.length < 2 * (to - from)) list.values = new Uint32Array(4 * (to - from));
    const { values } = list, counted = holders.length > 0;
    let length = 0, omitted = 0, before = -1;
    texts++;
    for (let i = from; i < to; i++) {
      const reading = readUnit(text.charCodeAt(i)), kind = reading >>> 16;
      if (kind === HAN) {
        const unit = reading & 0xffff;
        if (unit === DROPPED) { before = -1; continue; }
        if (counted && lastText[unit] !== texts) { lastText[unit] = texts; holders[unit] = (holders[unit] as number) + 1; }
        if (counted && (holders[unit] as number) > most) omitted++; else values[length++] = characterHash(unit);
        if (before >= 0) values[length++] = Math.imul(Math.imul(before, 0x85ebca6b) ^ unit, 0xc2b2ae35);
        before = unit;
        continue;
      }
      before = -1;
      if (kind !== LETTER && kind !== DIGIT) continue;
      const end = kind === DIGIT ? numberEnd(text, i, to) : wordEnd(text, i, to), tokens = tokensOfRun(text.slice(i, end), kind);
      for (let t = 0; t < tokens.length; t++) values[length++] = tokens[t] as number;
      i = end - 1;
    }
    list.length = length;
    list.all = length + omitted;
    return list;
  };
}

/** The tokens of a text, with repetitions. */
export function tokensOf(text: string): Token[] {
  const { values, length } = tokenReader()(text, 0, text.length);
  return Array.from(values.subarray(0, length));
}
