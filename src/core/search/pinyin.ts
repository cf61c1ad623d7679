/** Pinyin keys: what a writer may type for Chinese words without switching the input method. Letters only. */
import { readingOf } from '../text/readings';
import { toSimplified } from '../text/script';

export interface PinyinKeys {
  /** All syllables joined: 科技创新 is kejichuangxin; ü is v. Latin letters of the text stand in their place. */
  readonly full: string;
  /** First letters: kjcx. */
  readonly initials: string;
  /** Offset in `full` at which the syllable of each initial begins. */
  readonly starts: readonly number[];
}

/** Syllables are dear (some 40 µs a sentence) and depend on the text alone; names and titles come again and again. */
const known = new Map<string, readonly string[]>();
const KEPT = 500;

/** The syllables of a text; heteronyms are read as the words around them ask (重要 zhongyao, 重复 chongfu). */
function syllablesOf(text: string): readonly string[] {
  // A part without pinyin is a run of something else: its Latin words count letter by word, the rest is dropped.
  return readingOf(toSimplified(text)).flatMap((part) => part.toLowerCase().match(/[a-z]+/g) ?? []);
}

/** The keys of a text. */
export function pinyinKeys(text: string): PinyinKeys {
  let syllables = known.get(text);
  if (!syllables) {
    if (known.size >= KEPT) known.clear();
    known.set(text, syllables = syllablesOf(text));
  }
  let at = 0;
  const starts = syllables.map((syllable) => { at += syllable.length; return at - syllable.length; });
  return { full: syllables.join(''), initials: syllables.map((syllable) => syllable[0]).join(''), starts };
}

const CLAUSE_END = /(?<=[，。；：！？、,;:!?])/u;

/** The clauses of some words, each with the mark that ends it. */
export function clausesOf(words: string): string[] {
  return words.split(CLAUSE_END);
}

/** What may be typed for some words, as it is stored: syllables divided by blanks, clauses (`clausesOf`) by commas. */
export function typedOf(words: string): string {
  return clausesOf(words).map((clause) => syllablesOf(clause).join(' ')).join(',');
}
