/** The text that terms are taken from: the content paragraphs of all sources, in Simplified characters, cut into classed words. */
import { CONTENT_KINDS, type Source } from '../../library/types';
import type { Tokenizer } from '../../service';
import { toSimplified } from '../../text/script';
import { termLike } from './marks';
import { BREAKERS, PROTECTED, SOFT_BREAKERS, SUFFIX_CHARACTERS } from './lexicon';
import type { Unit, Word, WordClass } from './types';

const HEADING_KINDS: ReadonlySet<string> = new Set(['title', 'heading', 'question', 'keywords']);

/** The paragraphs of a source that terms are counted in. */
export function readUnits(source: Source): Unit[] {
  const units: Unit[] = [];
  source.paragraphs.forEach((paragraph, index) => {
    if (!CONTENT_KINDS.has(paragraph.kind) && paragraph.kind !== 'keywords') return;
    units.push({ source, paragraph, index, text: withOpeningMarks(toSimplified(paragraph.text)), heading: HEADING_KINDS.has(paragraph.kind), english: paragraph.language === 'en' });
  });
  return units;
}

/** Texts that know the closing mark only: every other one opens. Offsets stay. */
function withOpeningMarks(text: string): string {
  if (text.includes('“') || !/”[^”]{1,40}”/.test(text)) return text;
  let open = false;
  return text.replace(/”/g, () => { open = !open; return open ? '“' : '”'; });
}

const QUOTED = /“[^“”。！？，,；;：:\n]{1,16}”|"[^"。！？，,；;：:\n]{1,16}"|「[^「」。！？，,；;：:\n]{1,16}」|‘[^‘’。！？，,；;：:\n]{1,16}’/g;
const DECIMAL = /^\d[.．]\d$/;
const NUMBER = /^[\d０-９.．%％]+$|^[一二三四五六七八九十百千万亿两几数多]+$/;
const LETTERS = /^[\p{L}\p{N}]/u;
const HAN_OR_LETTER = /[\p{L}\p{N}]/u;
const JOINERS = new Set(['—', '–', '-', '·', '&', '•', '之']);

/** Cuts a unit into classed words that cover its text. Word bounds come from the tokenizer; the word lists overrule it. */
export function classedWords(text: string, tokenizer: Tokenizer): Word[] {
  const words: Word[] = [];
  let at = 0;
  for (const m of text.matchAll(QUOTED)) {
    if (m.index < at) continue;
    cutPlain(text, at, m.index, tokenizer, words);
    if (/[\u4e00-\u9fff]/.test(m[0]) && termLike(m[0].slice(1, -1).trim())) words.push({ start: m.index, end: m.index + m[0].length, kind: 'quoted' });
    else cutPlain(text, m.index, m.index + m[0].length, tokenizer, words);
    at = m.index + m[0].length;
  }
  cutPlain(text, at, text.length, tokenizer, words);
  return withSplitWords(text, words);
}

/** Verbs of one character that are part of a word when the segmenter did not know it and left single characters: 碳|达|峰, 抽水|蓄|能. */
const IN_SPLIT_WORDS = new Set('能达办集抓守求促谋致走写干做拓治减增控'.split(''));
/** Of one character, and a word of their own more often than not: both neighbours must be single. */
const IN_SPLIT_NARROW = new Set('还出至到说看讲用比同过共自'.split(''));

/** Where an unknown word was left in single characters, the verb among them is no verb; 共|筑, 严|控: a verb in two characters is one. */
function withSplitWords(text: string, words: Word[]): Word[] {
  const single = (w: Word | undefined): boolean => w !== undefined && w.kind === 'noun' && w.end - w.start === 1 && text.charCodeAt(w.start) > 0x4dff;
  return words.map((word, i) => {
    const before = words[i - 1], after = words[i + 1];
    if (word.end - word.start !== 1) return word;
    const c = text[word.start] as string;
    if (word.kind === 'hard') {
      const inside = IN_SPLIT_WORDS.has(c) ? single(before) || single(after) : IN_SPLIT_NARROW.has(c) && single(before) && single(after);
      return inside ? { ...word, kind: 'noun' as const } : word;
    }
    // 共|筑 某某: the second half of a verb, before a word of its own.
    if (single(word) && before?.kind === 'hard' && VERB_FRONT.has(text.slice(before.start, before.end)) && after?.kind === 'noun' && !PREFIXES.has(c)) return { ...word, kind: 'hard' as const };
    return word;
  });
}

/** First characters of verbs that the segmenter leaves in two: 共筑, 再造. */
const VERB_FRONT = new Set('共再首重'.split(''));
/** Characters before a noun that belong to it. */
const PREFIXES = new Set('新大小高低多超反非亚泛全总副零双微准'.split(''));

/** Letters and digits that stand together are one word, whatever the segmenter makes of them. */
const LATIN = /[A-Za-z0-9&]/;
/** Whole predicates: 有增无减, 日新月异. */
const IDIOM = /^(?:有.[无有].|无.[无不].|不.[不而].|日.[月益].|[与].俱.|前所未.|史无前.|任重道.|方兴未.|举世.目)$/;

/** No segmenter gets more at a time: a document in one line would hold all its words in memory at once. */
const MOST_AT_ONCE = 2000;
const BREAK = /[。；，！？\n,;]/;

/** Cuts a stretch without marked names, piece by piece where it is long. */
function cutPlain(text: string, from: number, to: number, tokenizer: Tokenizer, out: Word[]): void {
  let at = from;
  while (to - at > MOST_AT_ONCE) {
    let end = at + MOST_AT_ONCE;
    while (end > at && !BREAK.test(text[end - 1] as string)) end--;
    if (end === at) end = at + MOST_AT_ONCE;
    cutPiece(text, at, end, tokenizer, out);
    at = end;
  }
  cutPiece(text, at, to, tokenizer, out);
}

function cutPiece(text: string, from: number, to: number, tokenizer: Tokenizer, out: Word[]): void {
  if (from >= to) return;
  const bounds: number[] = [from];
  let at = from;
  for (const token of tokenizer.cut(text.slice(from, to))) {
    // Some segmenters glue the particle to what stands before it.
    if (token.length > 1 && token.endsWith('的') && !/^(?:目的|标的|有的|真的)$/.test(token)) bounds.push(at + token.length - 1);
    at += token.length;
    if (at < to && !joined(text, at)) bounds.push(at);
  }
  bounds.push(to);
  for (let i = 0; i + 1 < bounds.length;) {
    const start = bounds[i] as number;
    const { kind, words } = wordAt(text, bounds, i);
    out.push({ start, end: bounds[i + words] as number, kind });
    i += words;
  }
}

/** Whether letters and digits stand on both sides of an offset as one word. */
function joined(text: string, at: number): boolean {
  // Most texts are Chinese: there nothing is joined.
  if (text.charCodeAt(at - 1) > 0x2fff && text.charCodeAt(at - 1) < 0xff00) return false;
  return (LATIN.test(text[at - 1] as string) && LATIN.test(text[at] as string)) || DECIMAL.test(text.slice(at - 1, at + 2)) || DECIMAL.test(text.slice(at - 2, at + 1));
}

/** What the lists say of a word, and whether a longer one of them begins with it. */
interface Listed { readonly kind: 'noun' | 'hard' | 'soft' | null; readonly begins: boolean }

const NOT_LISTED: Listed = { kind: null, begins: false };
const LISTED: ReadonlyMap<string, Listed> = listed();

function listed(): Map<string, Listed> {
  const map = new Map<string, Listed>();
  const kinds = [[PROTECTED, 'noun'], [BREAKERS, 'hard'], [SOFT_BREAKERS, 'soft']] as const;
  for (const [list, kind] of kinds) for (const word of list) if (!map.get(word)?.kind) map.set(word, { kind, begins: false });
  for (const [list] of kinds) for (const word of list) for (let length = 1; length < word.length; length++) {
    const front = word.slice(0, length);
    map.set(front, { kind: map.get(front)?.kind ?? null, begins: true });
  }
  return map;
}

/** Suffixes by their code. */
const SUFFIX = new Uint8Array(0x10000);
for (const c of SUFFIX_CHARACTERS) SUFFIX[c.charCodeAt(0)] = 1;

/** The longest word of the lists. */
const LONGEST_LISTED = 7;

/** The word that begins at a bound: its class, and how many pieces it takes. The lists overrule the segmenter, which cuts their words in pieces, or glues a suffix to them. */
function wordAt(text: string, bounds: readonly number[], i: number): { readonly kind: WordClass; readonly words: number } {
  const start = bounds[i] as number, last = bounds.length - 1;
  const suffixAt = (j: number): boolean => j < last && (bounds[j + 1] as number) - (bounds[j] as number) === 1 && SUFFIX[text.charCodeAt(bounds[j] as number)] === 1;
  const own = text.slice(start, bounds[i + 1]), ownListed = LISTED.get(own) ?? NOT_LISTED;
  // 非化石能源, 依法行政: what stands before the noun belongs to it.
  if (BEFORE_NOUN.has(own) && i + 2 <= last) {
    const next = text.slice(bounds[i + 1], bounds[i + 2]);
    if (next.length >= 2 && !BREAKERS.has(next) && classOf(next) === 'noun') return { kind: 'noun', words: 2 };
  }
  for (let j = ownListed.begins ? Math.min(i + 4, last) : i + 1; j > i; j--) {
    const word = j === i + 1 ? own : text.slice(start, bounds[j]);
    if (word.length > LONGEST_LISTED) continue;
    const { kind } = j === i + 1 ? ownListed : LISTED.get(word) ?? NOT_LISTED;
    if (kind === 'noun') return { kind, words: j - i };
    const suffixed = suffixAt(j);
    if (suffixed && j === i + 1 && word.length > 1 && kind !== 'hard') return { kind: 'noun', words: 2 };
    if (suffixed && PROTECTED.has(text.slice(start, bounds[j + 1]))) return { kind: 'noun', words: j + 1 - i };
    if (kind) return { kind, words: j - i };
  }
  const kind = classOf(own);
  let words = 1;
  while (kind === 'noun' && suffixAt(i + words)) words++;
  return { kind, words };
}

/** Prefixes and adverbs that make one word with the noun behind them. */
const BEFORE_NOUN = new Set(['非', '依法']);

/** 三大, 十大: a count in one word. */
const COUNT = /^[两三四五六七八九十]+大$/;

function classOf(word: string): WordClass {
  if (COUNT.test(word)) return 'hard';
  if (NUMBER.test(word)) return 'number';
  if (JOINERS.has(word)) return 'joiner';
  if (word === '丨' || !HAN_OR_LETTER.test(word) || !LETTERS.test(word)) return 'stop';
  if (word.length === 2 && /^[的了是也已将被把]|[的了着于]$/.test(word)) return 'hard';
  if (word.length === 4 && (IDIOM.test(word) || (BREAKERS.has(word.slice(0, 2)) && !SUFFIX_CHARACTERS.has(word.slice(3))))) return 'hard';
  return 'noun';
}
