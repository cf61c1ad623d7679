/**
 * RTF (as Word, WordPad and LibreOffice write it): paragraphs, headings by style or outline level, tables, notes apart,
 * properties. One pass over the bytes, without recursion; unbalanced braces do no harm.
 */
import type { ParagraphKind } from '../../core/library/types';
import { parted } from './listNumbers';
import { documentOf, MOST_TEXT, propertiesOf, type TextBlock } from './plainText';
import { raisedMark } from './raised';
import { spread, tableRow } from './tables';
import { UnreadableDocument, type ReadDocument } from './types';

/** Groups whose words are no part of the text. */
const SILENT = new Set(['fonttbl', 'colortbl', 'listtable', 'listoverridetable', 'revtbl', 'rsidtbl', 'generator', 'pict', 'object', 'themedata', 'colorschememapping', 'latentstyles', 'datastore', 'xmlnstbl', 'header', 'headerl', 'headerr', 'headerf', 'footer', 'footerl', 'footerr', 'footerf', 'fldinst', 'annotation', 'atnid', 'atnauthor', 'bkmkstart', 'bkmkend', 'filetbl', 'stylesheet', 'nonshppict', 'shpinst', 'sp', 'mmathPr', 'ud', 'tc', 'xe', 'ftnsep', 'ftnsepc', 'aftnsep', 'aftnsepc', 'docvar', 'userprops', 'operator', 'keywords', 'subject', 'doccomm', 'company', 'category', 'manager']);
const SYMBOLS: Readonly<Record<string, string>> = { lquote: '‘', rquote: '’', ldblquote: '“', rdblquote: '”', bullet: '•', endash: '–', emdash: '—', emspace: '\u2003', enspace: '\u2002', qmspace: '\u2005', tab: '\t', line: '\n', '~': '\u00a0', _: '-', '-': '' };

/** Windows code pages by number, as TextDecoder names them. */
const PAGES: Readonly<Record<number, string>> = { 936: 'gb18030', 950: 'big5', 932: 'shift_jis', 949: 'euc-kr', 65001: 'utf-8', 1250: 'windows-1250', 1251: 'windows-1251', 1252: 'windows-1252', 1253: 'windows-1253', 1254: 'windows-1254', 10008: 'gb18030', 54936: 'gb18030' };
/** Character sets of fonts. */
const CHARSETS: Readonly<Record<number, number>> = { 134: 936, 136: 950, 128: 932, 129: 949, 204: 1251, 238: 1250, 161: 1253, 162: 1254 };

/** An automatic number as printed; a lone letter is a bullet in a font of signs. */
const NUMBER = /^(?=.*[\p{N}一二三四五六七八九十甲乙丙丁戊己庚辛壬癸]).{1,20}$|^[（(]?[A-Za-z]{1,4}[.)）、．]$/u;

interface State { silent: boolean; target: 'text' | 'note' | 'title' | 'author' | 'style' | 'font' | 'number'; page: number; hidden: boolean; skip: number; optional: boolean; info: boolean; box: boolean; raised: boolean }

export function readRtf(bytes: Uint8Array): ReadDocument {
  const head = String.fromCharCode(...bytes.subarray(0, 6));
  if (!head.startsWith('{\\rtf')) throw new UnreadableDocument('damaged', 'it is no RTF document, whatever its name says');
  const blocks: TextBlock[] = [], notes: TextBlock[] = [];
  const fields: Record<'title' | 'author', string> = { title: '', author: '' };
  let made: string | undefined;
  const fonts = new Map<number, number>(), styles = new Map<number, ParagraphKind>();
  let state: State = { silent: false, target: 'text', page: 1252, hidden: false, skip: 1, optional: false, info: false, box: false, raised: false };
  const stack: State[] = [];
  let ansi = 1252, text = '', note = '', outline = -1, style = -1, inTable = false, styleNumber = 0, styleName = '', styleLevel = -1, fontNumber = 0, titled = false;
  let number = '';
  /** Words before a text box that stands within them. */
  const around: string[] = [];
  let rows: { cells: string[][]; ends: number[] }[] = [], cells: string[][] = [], cell: string[] = [], ends: number[] = [], characters = 0;
  /** Bytes that wait for their second half, in a code page of two. */
  let pending: number[] = [], dropping = 0;

  const decoded = (): string => {
    if (pending.length === 0) return '';
    const encoding = PAGES[state.page] ?? 'windows-1252';
    const words = new TextDecoder(encoding).decode(Uint8Array.from(pending));
    pending = [];
    return words;
  };
  const put = (words: string): void => {
    if (words === '' || state.silent || state.hidden) return;
    if (state.target === 'note') note += words;
    else if (state.target === 'title' || state.target === 'author') fields[state.target] += words;
    else if (state.target === 'style') styleName += words;
    else if (state.target === 'number') number += words;
    else if (state.target === 'text') { text += state.raised ? raisedMark(words, text) : words; characters += words.length; }
  };
  const flushBytes = (): void => put(decoded());
  const endParagraph = (): void => {
    flushBytes();
    if (state.target === 'note') { note += ' '; return; }
    if (state.target !== 'text') return;
    // A number or a bullet that is written as words, with a tab behind it.
    const mark = /^\s*([^\t]{1,20})\t(?=\S)/u.exec(text);
    if (mark && !inTable) { const own = (mark[1] as string).trim(); if (NUMBER.test(own)) text = parted(own) + text.slice(mark[0].length); else if (/^[•·▪◦●○■□–-]$/u.test(own)) text = text.slice(mark[0].length); }
    if (inTable) { cell.push(text); text = ''; return; }
    endTable();
    let kind: ParagraphKind | null = styles.get(style) ?? (outline >= 0 && outline < 9 ? 'heading' : null);
    if (kind === 'title' && titled) kind = 'heading';
    if (kind === 'title' && text.trim() !== '') titled = true;
    for (const one of kind === null || kind === 'caption' ? text.split('\n') : [text.replace(/\n/gu, '')]) blocks.push({ text: one, kind });
    text = '';
  };
  const endRow = (): void => { if (cells.length > 0) rows.push({ cells, ends }); cells = []; };
  const endTable = (): void => { spread(rows).forEach((row, i) => blocks.push(...tableRow(row, i > 0))); rows = []; };

  function control(word: string, value: number | null): void {
    if (state.optional) { state.optional = false; if (!KEPT_OPTIONAL.has(word)) { state.silent = true; return; } }
    if (word === 'stylesheet') { state.target = 'style'; return; }
    if (word === 'fonttbl') { state.target = 'font'; return; }
    if (word === 'shptxt') { flushBytes(); state.silent = false; state.hidden = false; state.box = true; around.push(text); text = ''; return; }
    if (SILENT.has(word)) { flushBytes(); state.silent = true; return; }
    const symbol = SYMBOLS[word];
    if (symbol !== undefined) { flushBytes(); put(symbol); return; }
    switch (word) {
      case 'par': case 'sect': case 'page': endParagraph(); break;
      case 'cell': case 'nestcell': flushBytes(); cell.push(text); text = ''; cells.push(cell); cell = []; break;
      case 'row': case 'nestrow': flushBytes(); endRow(); break;
      case 'trowd': ends = []; break;
      case 'cellx': ends.push(value ?? 0); break;
      case 'intbl': inTable = true; break;
      case 'listtext': case 'pntext': flushBytes(); state.target = 'number'; number = ''; break;
      case 'pard': flushBytes(); if (state.target === 'number') break; inTable = false; outline = -1; style = -1; break;
      case 'outlinelevel': if (state.target === 'style') styleLevel = value ?? -1; else outline = value ?? -1; break;
      case 's': if (state.target === 'style') styleNumber = value ?? 0; else style = value ?? -1; break;
      case 'v': flushBytes(); state.hidden = value !== 0; break;
      case 'deleted': flushBytes(); state.hidden = value !== 0; break;
      case 'super': flushBytes(); state.raised = value !== 0; break;
      case 'up': flushBytes(); state.raised = (value ?? 6) >= 4; break;
      case 'nosupersub': case 'sub': case 'dn': flushBytes(); state.raised = false; break;
      case 'plain': flushBytes(); state.hidden = false; state.raised = false; break;
      case 'uc': state.skip = value ?? 1; break;
      case 'u': flushBytes(); put(String.fromCharCode(((value ?? 0) + 65536) % 65536)); dropping = state.skip; break;
      case 'ansicpg': ansi = value ?? 1252; state.page = ansi; break;
      case 'f': flushBytes(); if (state.target === 'font') fontNumber = value ?? 0; else state.page = fonts.get(value ?? 0) ?? ansi; break;
      case 'fcharset': if (state.target === 'font') fonts.set(fontNumber, CHARSETS[value ?? 0] ?? ansi); break;
      case 'footnote':
        flushBytes();
        put(`^[${notes.length + 1}]`);
        state.target = 'note';
        note = '';
        break;
      case 'info': state.silent = false; state.info = true; state.target = 'style'; break;
      case 'title': case 'author': if (state.info) state.target = word; break;
      case 'creatim': if (state.info) { made = ''; } break;
      case 'yr': case 'mo': case 'dy': if (made !== undefined && made.length < 10) made += `${word === 'yr' ? '' : '-'}${String(value ?? 0).padStart(word === 'yr' ? 4 : 2, '0')}`; break;
    }
  }

  function close(): void {
    flushBytes();
    const ended = state;
    if (ended.box && !(stack.at(-1)?.box ?? false)) { if (text.trim() !== '') endParagraph(); text = around.pop() ?? ''; }
    state = stack.pop() ?? state;
    if (ended.target === 'number' && state.target !== 'number' && NUMBER.test(number.trim())) put(parted(number.trim()));
    if (ended.target === 'note' && state.target !== 'note') {
      // The mark that stands before the note's words is its number.
      notes.push({ text: `[${notes.length + 1}] ${note.trim()}`, kind: 'reference' });
      note = '';
    }
    if (ended.target === 'style' && state.target === 'style' && !state.info) {
      const name = styleName.replace(/;.*$/u, '').trim().toLowerCase();
      const kind = /^(?:heading|标题|標題)\s*\d/.test(name) || (styleLevel >= 0 && styleLevel < 9) ? 'heading' : /^(?:title|标题|標題)$/.test(name) ? 'title' : /^(?:caption|题注|題註|figure|illustration|table)$/.test(name) ? 'caption' : /^(?:toc|目录|contents)\s*\d/.test(name) ? 'boilerplate' : null;
      if (kind) styles.set(styleNumber, kind);
      styleName = ''; styleNumber = 0; styleLevel = -1;
    }
  }

  let at = 0, depth = 0;
  for (; at < bytes.length && characters < MOST_TEXT; at++) {
    const byte = bytes[at] as number;
    if (byte === 0x7b) { flushBytes(); dropping = 0; stack.push(state); state = { ...state }; depth++; if (depth > 10_000) throw new UnreadableDocument('damaged', 'its groups are nested too deep'); continue; }
    if (byte === 0x7d) { dropping = 0; close(); depth--; if (depth <= 0) break; continue; }
    if (byte === 0x0a || byte === 0x0d || byte === 0) continue;
    if (byte !== 0x5c) { letter(byte); continue; }
    const next = bytes[++at] ?? 0;
    if (next === 0x27) {
      const code = Number.parseInt(String.fromCharCode(bytes[at + 1] ?? 0, bytes[at + 2] ?? 0), 16);
      at += 2;
      if (Number.isFinite(code)) letter(code);
      continue;
    }
    if (!((next >= 0x61 && next <= 0x7a) || (next >= 0x41 && next <= 0x5a))) {
      const sign = String.fromCharCode(next);
      if (sign === '*') state.optional = true;
      else if (sign === '\n' || sign === '\r') endParagraph();
      else if (/[\\{}]/.test(sign)) letter(next);
      else if (SYMBOLS[sign] !== undefined) { flushBytes(); put(SYMBOLS[sign] as string); }
      continue;
    }
    let word = '';
    while (at < bytes.length && word.length < 40 && /[a-zA-Z]/.test(String.fromCharCode(bytes[at] as number))) word += String.fromCharCode(bytes[at++] as number);
    let digits = '';
    if (bytes[at] === 0x2d) { digits = '-'; at++; }
    while (digits.length < 11 && (bytes[at] ?? 0) >= 0x30 && (bytes[at] ?? 0) <= 0x39) digits += String.fromCharCode(bytes[at++] as number);
    if (bytes[at] !== 0x20) at--;
    if (word === 'bin') { at += Math.max(0, Number(digits) || 0); continue; }
    control(word, digits === '' || digits === '-' ? null : Number(digits));
  }

  /** A letter of the text in the code page of its font. */
  function letter(byte: number): void {
    if (dropping > 0) { dropping--; return; }
    if (state.silent || state.hidden) return;
    pending.push(byte);
  }

  flushBytes();
  if (text.trim() !== '') { inTable = false; endParagraph(); }
  endRow();
  endTable();
  if (depth > 0 && characters < MOST_TEXT && bytes.length > 0) throw new UnreadableDocument('damaged', 'its text is cut short');
  return documentOf([...blocks, ...notes], propertiesOf(fields.title || undefined, fields.author ? [fields.author] : [], made), 'other');
}

/** Groups marked as optional that hold words all the same. */
const KEPT_OPTIONAL: ReadonlySet<string> = new Set(['footnote', 'cs', 'shppict', 'fldrslt', 'nesttableprops', 'nestcell', 'nestrow', 'ltrch', 'rtlch']);
