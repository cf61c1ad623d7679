/** Words of the library as they go into a draft: with marks, attribution and citation, fitted to their place. */
import { citationLine, escapeLatex, sourceName, sourceNote } from '../cite/citation';
import { isChinese, toInsertable } from '../extract/quotes/insertable';
import type { Source } from '../library/types';
import { toSimplified, toTraditional } from '../text/script';
import type { InsertOptions, Insertion } from './types';

/** What can be inserted: words of a source with what is known of who said them. */
export interface Insertable {
  /** Simplified, as a draft takes them. */
  readonly words: string;
  readonly attribution: string | null;
  readonly speaker: string | null;
  readonly occasion: string | null;
  readonly leadIn: string | null;
  readonly date: string | null;
  readonly source: Source;
  /** A term, a figure: it stands in the running text without marks whatever the style. */
  readonly inline: boolean;
}

const SAYS = /(?:指出|强调|提出|要求|表示|说|道|写道|认为|宣布|宣告|重申|号召|呼吁|勉励|嘱托|叮嘱|寄语|告诫|提醒|指示|批示|明确|规定|概括为|主张|倡议|承诺|称|讲|said|stated|noted|stressed|emphasi[sz]ed|pointed out|added|declared|wrote)$/iu;
const TERMINAL = /[。！？!?…]$|\.$/u;
const STOPS = /^[。！？；，、：!?;,:.]/u;

type Marks = readonly [open: string, close: string];
const DOUBLE: Marks = ['“', '”'], CORNER: Marks = ['「', '」'], WHITE: Marks = ['『', '』'], SINGLE: Marks = ['‘', '’'];

/** Inner quotation marks one level down, for words that are put between marks (GB/T 15834—2011, 4.8.3: double outside, single inside). */
function nested(words: string, traditional: boolean): string {
  const [outer, inner] = traditional ? [CORNER, WHITE] : [DOUBLE, SINGLE];
  if (!words.includes(outer[0])) return words;
  const swap: Readonly<Record<string, string>> = { [outer[0]]: inner[0], [outer[1]]: inner[1], [inner[0]]: outer[0], [inner[1]]: outer[1] };
  return [...words].map((c) => swap[c] ?? c).join('');
}

function inScript(text: string, traditional: boolean): string {
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

const CLOSES: Readonly<Record<string, string>> = { '“': '”', '「': '」', '『': '』', '‘': '’' };

/**
 * What inserting gives. With `options.place` the words fit: between marks that are already open only the words are set (and
 * the closing mark where it is missing), a stop that follows is not doubled, a block begins on its own line.
 */
export function insertionOf(item: Insertable, options: InsertOptions): Insertion {
  const traditional = options.script === 'traditional' && isChinese(item.words);
  const before = options.place?.text.slice(0, options.place.start) ?? '';
  const after = options.place?.text.slice(options.place.end) ?? '';
  const words = inScript(item.words, traditional);
  const escaped = options.language === 'latex' ? escapeLatex(words) : words;
  const note = options.style === 'footnote' ? footnote(item.source, options) : { mark: '', appendix: '' };

  if (item.inline) return { text: escaped + note.mark, appendix: note.appendix };
  const open = openMark(before);
  if (open) {
    // Between marks that the writer has set there is room for the words alone.
    const close = CLOSES[open] as string;
    const fitted = after.startsWith(close) && TERMINAL.test(escaped) && STOPS.test(after.slice(1)) ? escaped.replace(/[。.]$/u, '') : escaped;
    const inner = nested(fitted, open === '「');
    const rest = after.slice(0, after.indexOf('\n') < 0 ? undefined : after.indexOf('\n'));
    // A closing mark further on in the paragraph belongs to this opening one if no other opens before it.
    const closed = new RegExp(`^[^${open}]*${close}`, 'u').test(rest);
    return closed ? { text: inner, appendix: '' } : { text: inner + close + note.mark, appendix: note.appendix };
  }
  const marks = traditional ? CORNER : DOUBLE;
  const quoted = marks[0] + nested(escaped, traditional) + marks[1];
  switch (options.style) {
    case 'bare': return { text: STOPS.test(after) ? escaped.replace(/[。.]$/u, '') : escaped, appendix: '' };
    case 'quotation': return { text: dropStop(quoted, after), appendix: '' };
    case 'attributed': return { text: attributed(item, escaped, marks, traditional, options, before, after), appendix: '' };
    case 'footnote': return { text: dropStop(quoted, after) + note.mark, appendix: note.appendix };
    case 'block': return { text: block(item, escaped, traditional, options, before, after), appendix: '' };
  }
}

/** A full stop inside the closing mark gives way to a stop that already stands behind it. */
function dropStop(quoted: string, after: string): string {
  return STOPS.test(after) ? quoted.replace(/[。.](?=[”」]$)/u, '') : quoted;
}

/**
 * 习近平总书记在……时指出：“……。” in the source's own attribution; else the speaker with 指出; else the source by its name.
 * Words that stood before the opening mark but belong to the sentence stay before it: 强调，要“……”。
 */
function attributed(item: Insertable, words: string, marks: Marks, traditional: boolean, options: InsertOptions, before: string, after: string): string {
  const chinese = isChinese(item.words);
  const escape = (text: string) => (options.language === 'latex' ? escapeLatex(text) : text);
  const lead = escape(inScript(attributionOf(item, chinese), traditional));
  const inner = nested(words, traditional);
  // What already stands before the cursor is not said twice.
  const shown = /[：:]\s*$/u.test(before) || before.endsWith(lead) ? '' : lead;
  if (!chinese) return `${shown}${shown ? ', ' : ''}${marks[0]}${inner}${marks[1]}`;
  const leadIn = item.leadIn ? inScript(toSimplified(item.leadIn), traditional) : null;
  const stop = STOPS.test(after) || TERMINAL.test(inner) ? '' : '。';
  if (leadIn) return `${shown}${shown ? '，' : ''}${leadIn}${marks[0]}${inner.replace(/。$/u, '')}${marks[1]}${STOPS.test(after) ? '' : '。'}`;
  const colon = shown === '' && /[：:]\s*$/u.test(before) ? '' : '：';
  return `${shown}${colon}${dropStop(marks[0] + inner + marks[1], after)}${stop}`;
}

function attributionOf({ attribution, speaker, source }: Insertable, chinese: boolean): string {
  const phrase = attribution?.replace(/[\s：:，,“「]+$/u, '') ?? '';
  if (chinese && phrase && SAYS.test(phrase)) return toInsertable(phrase);
  if (!chinese && phrase && SAYS.test(phrase)) return phrase;
  const who = speaker ?? source.authors[0] ?? null;
  if (!chinese) return who ? `${who} said` : `“${sourceName(source)}” says`;
  return `${who ? toInsertable(who) : `《${sourceName(source).replace(/[《》]/g, '')}》`}指出`;
}

/** A block of its own: `>` in Markdown, `quote` in LaTeX, an indented paragraph in plain text; with who and from where. */
function block(item: Insertable, words: string, traditional: boolean, options: InsertOptions, before: string, after: string): string {
  const credit = [item.speaker ? inScript(toInsertable(item.speaker), traditional) : null, inScript(sourceNote(item.source), traditional)].filter(Boolean).join('，');
  const body = options.language === 'markdown' ? `> ${words}\n>\n> ——${credit}`
    : options.language === 'latex' ? `\\begin{quote}\n${words}\n\n\\hfill ——${escapeLatex(credit)}\n\\end{quote}`
    : `　　${words}\n　　——${credit}`;
  const lead = before === '' || /\n\s*\n$/.test(before) ? '' : before.endsWith('\n') ? '\n' : options.place ? '\n\n' : '';
  const tail = !options.place ? '\n' : after === '' ? '\n' : /^\r?\n\s*\r?\n/.test(after) ? '' : after.startsWith('\n') || after.startsWith('\r\n') ? '\n' : '\n\n';
  return lead + body + tail;
}

/** The mark and the definition of a footnote; in LaTeX and plain text the note stands in the text itself. */
function footnote(source: Source, { language, place }: InsertOptions): { mark: string; appendix: string } {
  if (language === 'latex') return { mark: `\\footnote{${escapeLatex(citationLine(source))}}`, appendix: '' };
  if (language === 'plaintext') return { mark: `（${sourceNote(source)}）`, appendix: '' };
  const text = place?.text ?? '';
  const citation = citationLine(source);
  for (const [, label, definition] of text.matchAll(/^\[\^([^\]\s]+)\]:[ \t]*(.+)$/gmu)) {
    // The same source is cited once: its footnote is used again.
    if (definition?.trim() === citation) return { mark: `[^${label as string}]`, appendix: '' };
  }
  let number = 1;
  for (const [, label] of text.matchAll(/\[\^(\d{1,6})\]/g)) number = Math.max(number, Number(label) + 1);
  const gap = text === '' || /\n\n$/.test(text) || /(?:^|\n)\[\^[^\]\s]+\]:[^\n]*\n$/.test(text) ? '' : /(?:^|\n)\[\^[^\]\s]+\]:[^\n]*$/.test(text) ? '\n' : text.endsWith('\n') ? '\n' : '\n\n';
  return { mark: `[^${number}]`, appendix: `${gap || (place ? '' : '\n\n')}[^${number}]: ${citation}\n` };
}
