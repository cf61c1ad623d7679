/**
 * Fits quoted words to where they stand: the level of their quotation marks, and the stop at their end, after GB/T 15834—2011
 * (4.8.3: double marks outside, single inside; B.2.1: the stop of a whole sentence quoted for itself stays inside the marks, that
 * of one which is part of the writer's sentence does not).
 */
import { isChinese } from '../extract/quotes/insertable';
import { toTraditional } from '../text/script';

export type Marks = readonly [open: string, close: string];
export const DOUBLE: Marks = ['“', '”'], CORNER: Marks = ['「', '」'];
const WHITE: Marks = ['『', '』'], SINGLE: Marks = ['‘', '’'];

/** Stands for the words in a text that is being made; a character of no script. */
export const WORDS = '\ue000';
/** Where the writer's sentence ends, should the words not end it. */
export const SENTENCE_END = '\ue001';

const TERMINAL = /[。！？!?…]$|\.$/u;
const STOPS = /^[。！？；，、：!?;,:.]/u;
const FULL_STOP = /[。.]$/u;
/** What may stand between the quoted words and the stop of the sentence: closing marks and what says where they are from. */
const BEHIND = /^(?:[”’」』]|\[\^[^\]\s]+\]|\[\d[\d,，、–-]*\]|\[@[^\]]*\]|（[^（）\n]*）|\\(?:footnote|cite\w*)\{(?:[^{}]|\{[^{}]*\})*\})*/u;
/** What a sentence of its own follows: the beginning of a paragraph, an end, a colon; marks of lists, headings and blocks. */
const BEFORE_SENTENCE = /(?:^|[：:。！？!?；;…—”」』])\s*$|^\s*(?:[#>*+-]+\s+|\d+[.、．]\s*|[一二三四五六七八九十]+、\s*|（[一二三四五六七八九十\d]+）\s*)$/u;

/** Inner quotation marks one level down, for words that are put between marks. */
export function nested(words: string, traditional: boolean): string {
  const [outer, inner] = traditional ? [CORNER, WHITE] : [DOUBLE, SINGLE];
  if (!words.includes(outer[0])) return words;
  const swap: Readonly<Record<string, string>> = { [outer[0]]: inner[0], [outer[1]]: inner[1], [inner[0]]: outer[0], [inner[1]]: outer[1] };
  return [...words].map((c) => swap[c] ?? c).join('');
}

/** Text in Traditional characters with corner marks, where that is wanted. */
export function inScript(text: string, traditional: boolean): string {
  if (!traditional) return text;
  const marks: Readonly<Record<string, string>> = { '“': '「', '”': '」', '‘': '『', '’': '』' };
  return [...toTraditional(text)].map((c) => (isChinese(text) ? marks[c] ?? c : c)).join('');
}

/** The mark that is open at the end of a text's last paragraph, or null. */
export function openMark(before: string): string | null {
  const line = before.slice(before.lastIndexOf('\n') + 1);
  const open: string[] = [];
  for (const c of line) {
    if ('“「『‘'.includes(c)) open.push(c);
    else if ('”」』’'.includes(c)) open.pop();
  }
  return open.at(-1) ?? null;
}

/** Whether a sentence begins behind this text. */
export function beginsSentence(before: string): boolean {
  return BEFORE_SENTENCE.test(before.slice(before.lastIndexOf('\n') + 1));
}

/** The rest of the line, without the marks of a line break or blanks at its end. */
const lineOf = (text: string): string => (text.split('\n', 1)[0] as string).trimEnd();

/**
 * Puts the words where `made` has its sign for them, between what stands before and behind in the draft. A stop that follows is
 * not doubled; a full stop that may not stay inside the marks goes behind them, if the writer's sentence ends there.
 */
export function fitWords(made: string, words: string, before: string, after: string): string {
  const at = made.indexOf(WORDS);
  if (at < 0) return made.replace(SENTENCE_END, '');
  const left = before + made.slice(0, at), right = made.slice(at + 1).replace(SENTENCE_END, '');
  const open = openMark(left);
  // Inside single marks the level is that of words without marks again: “ ‘ “ ” ’ ”.
  const text = open === '“' || open === '「' ? nested(words, open === '「') : words;
  const behind = (BEHIND.exec(right + after) as RegExpExecArray)[0];
  const follows = lineOf((right + after).slice(behind.length));
  const stop = stopOf(text, open, left, follows, made.includes(SENTENCE_END));
  const kept = stop === 'inside' ? text : text.replace(FULL_STOP, '');
  // Behind marks that are the draft's own the writer goes on.
  const tail = stop === 'outside' && behind.length <= right.length ? `${behind}。${right.slice(behind.length)}` : right;
  return made.slice(0, at) + kept + tail;
}

/** Where the full stop of quoted words goes: stays inside, goes behind the marks, or gives way. */
function stopOf(words: string, open: string | null, left: string, follows: string, endsSentence: boolean): 'inside' | 'outside' | 'none' {
  if (!FULL_STOP.test(words)) return endsSentence && !TERMINAL.test(words) && follows === '' && isChinese(words) ? 'outside' : 'inside';
  if (STOPS.test(follows)) return 'none';
  if (!isChinese(words)) return 'inside';
  // Words without marks are the writer's own sentence, unless it goes on behind them.
  if (!open) return /^[\p{L}\p{N}]/u.test(follows) && !beginsSentence(left) ? 'none' : 'inside';
  if (beginsSentence(left.replace(/[“「『‘]+$/u, ''))) return 'inside';
  return follows === '' ? 'outside' : 'none';
}
