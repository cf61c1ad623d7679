/**
 * What passages are found by: single Chinese characters and their pairs, Latin words cut to their stem, numbers.
 * Characters beat words of a segmenter for paraphrases, and need no dictionary.
 */
import { foldedUnit } from '../text/fold';

const RUN = /[\p{Script=Han}]+|[\p{L}][\p{L}\p{M}'’&-]*|\d[\d,.]*\d|\d/gu;

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

/** The tokens of a text, with repetitions. */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  for (const m of text.matchAll(RUN)) {
    const run = m[0];
    if (/^\p{Script=Han}/u.test(run)) {
      let before = -1;
      for (let i = 0; i < run.length; i++) {
        const unit = foldedUnit(run.charCodeAt(i));
        if (unit < 0) { before = -1; continue; }
        tokens.push(Math.imul(unit + 1, 0x9e3779b1) >>> 0);
        if (before >= 0) tokens.push(Math.imul(Math.imul(before, 0x85ebca6b) ^ unit, 0xc2b2ae35) >>> 0);
        before = unit;
      }
    } else {
      const word = run.normalize('NFKC').toLowerCase();
      if (STOP.has(word)) continue;
      tokens.push(hashText(/^\d/u.test(word) ? word.replace(/,/gu, '') : stem(word)));
      // 科技共同体 and a hyphenated word are found by their parts too.
      if (word.includes('-')) for (const part of word.split('-')) if (part.length > 1) tokens.push(hashText(stem(part)));
    }
  }
  return tokens;
}
