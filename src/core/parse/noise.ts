/** Noise inside a paragraph: what was put between the words by conversion, print or note apparatus. Raw offsets. */
import type { Span } from '../text/offsets';
import { readingsOf } from '../text/readings';

export interface Noise extends Span {
  readonly reason: 'pinyin' | 'note-mark' | 'zero-width' | 'markup' | 'doubled-mark' | 'layout-space' | 'furniture';
  /** Belongs to the character before it: a span that ends with that character holds the noise too. */
  readonly attached: boolean;
}

const SYLLABLE = 'a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜüńňǹḿ';
const PINYIN_NOTE = new RegExp(`(\\p{Script=Han})([（(]([${SYLLABLE}]{1,7}) ?[)）](?:[（(]\\3 ?[)）])*)`, 'gu');
/** The reading of a word behind it: 重要(zhòng yào). */
const WORD_NOTE = new RegExp(`[（(]\\s?([${SYLLABLE}][${SYLLABLE} '’·-]{1,50})[)）]`, 'gu');
const TONED = /[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńňǹḿ]/u;

/** Tone marks off: a note without tones is compared without them. */
const bare = (syllable: string): string => syllable.normalize('NFD').replace(/[\u0300-\u0304\u030c]/gu, '').replace(/v/gu, 'ü').normalize('NFC');

/** Whether `note` is a reading of the character; heteronyms count with all their readings. */
export function isReading(character: string, note: string): boolean {
  const readings = readingsOf(character, 'symbol');
  return readings.includes(note) || (!TONED.test(note) && readings.some((r) => bare(r) === bare(note)));
}

/** Whether `note`, without blanks, is a reading of the characters one after the other. */
function readsAs(characters: readonly string[], note: string): boolean {
  const [first, ...rest] = characters;
  if (first === undefined) return note === '';
  return readingsOf(first, 'symbol').some((reading) => [reading, bare(reading)].some((one) => note.startsWith(one) && readsAs(rest, note.slice(one.length))));
}

/** Notes of several syllables, each a reading of the last characters before it. */
function wordNotes(text: string): Noise[] {
  const notes: Noise[] = [];
  for (const m of text.matchAll(WORD_NOTE)) {
    const [bracket, written] = m as unknown as [string, string], characters = [...(/\p{Script=Han}{2,8}$/u.exec(text.slice(Math.max(0, m.index - 16), m.index))?.[0] ?? '')];
    const note = written.replace(/[ '’·-]/gu, '');
    for (let count = 2; count <= characters.length; count++) {
      if (!readsAs(characters.slice(-count), note)) continue;
      notes.push({ start: m.index, end: m.index + bracket.length, reason: 'pinyin', attached: true });
      break;
    }
  }
  return notes;
}

/**
 * Pinyin notes behind characters, 學(xué). A parenthesis counts only if it is a reading of the character before it, so a
 * genuine one is never taken. In a text that is full of such notes one with tone marks is taken even where the table of
 * readings does not know it.
 */
export function pinyinNotes(text: string): Noise[] {
  const certain: Noise[] = [], likely: Noise[] = [];
  for (const m of text.matchAll(PINYIN_NOTE)) {
    const [, character, bracket, note] = m as unknown as [string, string, string, string];
    const start = m.index + character.length;
    const noise: Noise = { start, end: start + bracket.length, reason: 'pinyin', attached: true };
    if (isReading(character, note)) certain.push(noise);
    else if (TONED.test(note)) likely.push(noise);
  }
  certain.push(...wordNotes(text));
  return (certain.length >= 5 ? [...certain, ...likely] : certain).sort((a, b) => a.start - b.start);
}

/** How notes are marked in a document: a plain [3] is a note mark only where the document has a list to which it points. */
export interface NoteStyle {
  readonly bracketed: boolean;
  readonly circled: boolean;
  /** A converter put a comma before the marks of the text: ,， ,。 */
  readonly doubled?: boolean;
  /** Blanks stand between the characters all through the text. */
  readonly spaced?: boolean;
  /** The document is Markdown: its markup is noise. */
  readonly markdown: boolean;
}

export function noteStyle(raw: string, markdown: boolean): NoteStyle {
  return {
    bracketed: /^[ \t]*(?:[-•*][ \t]*)?(?:\[1\]|［1］|〔1〕)/mu.test(raw) || countsUp(raw),
    doubled: (raw.match(DOUBLED)?.length ?? 0) >= 4,
    spaced: isSpaced(raw),
    circled: /^[ \t\u3000]*①/mu.test(raw),
    markdown,
  };
}

/** The list of notes is lost, but the numbers count up from 1 through the text, each behind a word: they are marks of notes. */
function countsUp(raw: string): boolean {
  let next = 1;
  for (const m of raw.matchAll(/(?<=[\p{Script=Han}”’」』。，；、）)])(?:\[|［|〔)(\d{1,3})(?:[\s,，、\-–—~～]*\d{1,3})*(?:\]|］|〕)(?!\s*[号年])/gu)) {
    const number = Number(m[1]);
    if (number > next) return false;
    if (number === next) next++;
    const last = /(\d{1,3})\D*$/u.exec(m[0]);
    if (last && Number(last[1]) >= next && Number(last[1]) - next < 12) next = Number(last[1]) + 1;
  }
  return next > 3;
}

/** Blanks between Chinese characters. */
const SPACED = /(?<=[\p{Script=Han}，。、；：！？”’」』）》])[ \u00a0]+(?=[\p{Script=Han}，。、；：！？“‘「『（《])/gu;

/** Characters apart by blanks, five and more in a row: no text of a person has them but for the page. */
const SPACED_RUN = /(?<!\p{Script=Han})\p{Script=Han}(?:[ \u00a0]+(?:\p{Script=Han}(?!\p{Script=Han})|[，。、；：！？])){4,}/gu;

/** Whether blanks part the characters of the running text: in a sound text one in fifty stands so at most, in headings and names. */
function isSpaced(raw: string): boolean {
  const head = raw.slice(0, 20_000);
  const blanks = head.match(SPACED)?.length ?? 0;
  return blanks >= 20 && blanks > (head.match(/\p{Script=Han}/gu)?.length ?? 0) * 0.12;
}

/** ,， ,。 ,, : the first is a converter's. */
const DOUBLED = /,(?=[,，。、；：！？])/gu;
// A bare raised number behind a digit, a variable or a unit is a power: 10^{6}, R<sup>2</sup>, km^{2}.
const MARKED_UP = /\^\[[^\]\n]{1,16}\]\^?|(?<!\d|(?<![A-Za-z])(?:[A-Za-z]|[a-z]{2}))\^\{(?![-−])[^}\n]{1,16}\}\^?|\^\{[[〔［][^}\n]{1,14}\}\^?|(?<=[\p{Script=Han}”’」』。，；：、！？）)])\^(?:\d{1,3}(?:[,，\-–]\d{1,3})*|[①-⑳])\^|(?<!\d|(?<![A-Za-z])(?:[A-Za-z]|[a-z]{2}))<sup>(?![-−])[^<\n]{1,16}<\/sup>|<sup>\s*[[〔［][^<\n]{1,14}<\/sup>/gu;
const BRACKETED = /(?<=[\p{L}\p{N}”’」』。，；：、！？）)%,.;:])(?:\[\s?\d{1,3}(?:\s*[-–—~～,，、]\s*\d{1,3})*\s?\]|［\d{1,3}(?:\s*[-–—~～,，、]\s*\d{1,3})*］|〔\d{1,3}(?:\s*[-–—~～,，、]\s*\d{1,3})*〕)(?:\s?[（(]\s?[Pp]{1,2}\.?\s?\d{1,4}(?:\s?[-–—~～,，]\s?\d{1,4})*\s?[)）])?(?!\()/gu;
const CIRCLED = /(?<=[\p{Script=Han}”’」』。，；：、！？）])[①-⑳]/gu;
// A superscript behind a Latin letter is an exponent (m², CO²), not a note.
const SUPERSCRIPT = /(?<=[\p{Script=Han}”’」』。，；：、！？）])[¹²³⁴-⁹⁰]+/gu;
/** Where a press goes on with a text: （下转第4版）. */
const ELSEWHERE = /[（(]\s*(?:上接|下转|紧接|接|转)第?\s*[A-Z]?\d{1,3}(?:[、，,\-–—][A-Z]?\d{1,3})*\s*[版页](?:[^（）()]{0,6})[)）]/gu;
export const ZERO_WIDTH = /[\ufe00-\ufe0f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u00ad]+/gu;

/** Markdown's marks: at a line's begin, around words, and a link's address; the words stay. */
const MARKUP = [
  /^\s{0,3}(?:#{1,6}\s+|(?:>\s?)+|[-*+]\s+(?=\S))/gu,
  /\*\*|__|~~|(?<![\p{L}\p{N}*])\*(?=\S)|(?<=\S)\*(?![\p{L}\p{N}*])/gu,
  /(?<!!)\[(?=[^\]\n]{1,200}\]\([^)\n]*\))|(?<=(?<!!)\[[^\]\n]{1,200})\]\([^)\n]*\)/gu,
  /\[\^[^\]\s]{1,20}\]:?\s*/gu,
  // Tags and comments of HTML inside it; what is set behind a heading for programs.
  /<\/?(?:a|b|blockquote|br|center|code|del|details|div|em|figcaption|figure|font|h[1-6]|hr|i|img|ins|kbd|li|mark|ol|p|pre|s|small|span|strong|sub|summary|table|tbody|td|th|thead|tr|u|ul)(?:\s[^<>\n]{0,300})?\s?\/?>|<!--[^\n]*?-->/giu,
  /\s*\{[#.][^{}\n]{0,60}\}\s*$/gu,
];
/** All noise of a stretch of text, in order and without overlaps; offsets into `text`. */
export function noiseIn(text: string, style: NoteStyle): Noise[] {
  const found: Noise[] = pinyinNotes(text);
  const add = (pattern: RegExp, reason: Noise['reason'], attached: boolean): void => {
    for (const m of text.matchAll(pattern)) found.push({ start: m.index, end: m.index + m[0].length, reason, attached });
  };
  add(MARKED_UP, 'note-mark', false);
  if (style.bracketed) add(BRACKETED, 'note-mark', false);
  if (style.circled) add(CIRCLED, 'note-mark', false);
  add(SUPERSCRIPT, 'note-mark', false);
  add(ZERO_WIDTH, 'zero-width', false);
  if (style.spaced) add(SPACED, 'layout-space', false);
  else for (const run of text.matchAll(SPACED_RUN)) for (const m of run[0].matchAll(/[ \u00a0]+/gu)) found.push({ start: run.index + m.index, end: run.index + m.index + m[0].length, reason: 'layout-space', attached: false });
  add(ELSEWHERE, 'furniture', false);
  if (style.doubled) add(DOUBLED, 'doubled-mark', false);
  if (style.markdown) for (const pattern of MARKUP) add(pattern, 'markup', false);
  found.sort((a, b) => a.start - b.start || b.end - a.end);
  return found.filter((noise, i) => i === 0 || noise.start >= (found[i - 1] as Noise).end);
}

const DAMAGE = new RegExp(`[\\ufffd]+|(?<=\\p{Script=Han}|[。，；、])\\?{2,}|\\?{2,}(?=\\p{Script=Han})|\\?(?=[${SYLLABLE}]+\\))|(?<=[\\p{Script=Han}?])[${SYLLABLE}]+\\)|[\\u3400-\\u4dbf\\ue000-\\uf8ff]{2,}|锟斤拷|(?:Ã.){2,}|â€.|(?<=\\d)[OolI](?=\\d{0,3}\\s?(?:年|月|%|％|万|亿))`, 'gu');

/** Places whose letters were lost in a wrong conversion. Neighbouring ones are one place; nothing is repaired. */
export function damageIn(text: string): Span[] {
  const spans: { start: number; end: number }[] = [];
  for (const m of text.matchAll(DAMAGE)) {
    // A letter run before a closing bracket is damage only if the bracket was never opened.
    if (/\)$/u.test(m[0]) && /[(（][^)）]*$/u.test(text.slice(Math.max(0, m.index - 40), m.index))) continue;
    const last = spans.at(-1);
    const end = m.index + m[0].length;
    if (last && m.index - last.end <= 4) last.end = end;
    else spans.push({ start: m.index - (/[!?][^，。；\s]{0,6}$/u.exec(text.slice(Math.max(0, m.index - 7), m.index))?.[0].length ?? 0), end });
  }
  return spans;
}
