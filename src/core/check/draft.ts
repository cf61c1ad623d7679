/** The structure of a draft: its quotations with what stands around them. Offsets are into the draft. */
import { findMarks, outermost } from '../extract/quotes/marks';
import { noiseIn } from '../parse/noise';
import { OffsetMap, type Span } from '../text/offsets';
import { proseOf, QUOTE_ENVIRONMENT } from './prose';
import type { Draft } from './types';

/** Quoted words of a draft. `start`, `end` lie inside the marks. */
export interface QuotedWords extends Span {
  /** The words, line ends and the marks of a block quotation left out. */
  readonly text: string;
  /** From offsets in `text` to offsets in the draft. */
  readonly map: OffsetMap;
  /** In marks, or a block of its own. */
  readonly form: 'marks' | 'block';
  /** The sentence before the opening mark, as far as it reaches. */
  readonly before: string;
  /** What follows the closing mark in its line, at most 40 letters. */
  readonly after: string;
}

export interface ParsedDraft {
  readonly draft: Draft;
  readonly prose: string;
  readonly quoted: readonly QuotedWords[];
}

export function parseDraft(draft: Draft): ParsedDraft {
  const prose = proseOf(draft);
  const quoted: QuotedWords[] = [];
  const blocks = blockSpans(draft, prose);
  for (const chunk of chunksOf(draft, prose, blocks)) {
    const marks = outermost(findMarks(chunk.text)).filter((m) => m.closed);
    const words = chunk.text.replace(/\s/gu, '').length;
    if (chunk.block && marks.reduce((n, m) => n + m.end - m.start, 0) < words * 0.6) {
      const body = withoutSource(chunk.text);
      quoted.push(quotedWords(draft, prose, chunk.text, chunk.start, body.start, body.end, 'block'));
      continue;
    }
    for (const m of marks) quoted.push(quotedWords(draft, prose, chunk.text, chunk.start, m.start, m.end, 'marks'));
  }
  quoted.sort((a, b) => a.start - b.start);
  return { draft, prose, quoted };
}

interface Chunk {
  readonly start: number;
  readonly text: string;
  readonly block: boolean;
}

/** Spans of block quotations: lines with `>` in Markdown, quote environments in LaTeX. */
function blockSpans(draft: Draft, prose: string): Span[] {
  const spans: Span[] = [];
  if (draft.language === 'markdown') for (const m of prose.matchAll(/(?:^[ \t]{0,3}>[^\n]*(?:\n|$))+/gmu)) spans.push({ start: m.index, end: m.index + m[0].trimEnd().length });
  if (draft.language === 'latex') for (const m of draft.text.matchAll(QUOTE_ENVIRONMENT)) spans.push({ start: m.index, end: m.index + m[0].length });
  return spans;
}

/**
 * Paragraphs of the prose. In plain text each line is one; in Markdown and LaTeX a blank line divides. A quotation of
 * several paragraphs has an opening mark at each and a closing one at the last (GB/T 15834—2011, 4.8.3.5): such
 * paragraphs are one chunk, the repeated marks blanked.
 */
function chunksOf(draft: Draft, prose: string, blocks: readonly Span[]): Chunk[] {
  const chunks: Chunk[] = [];
  const add = (start: number, end: number, block: boolean): void => {
    const text = block ? prose.slice(start, end).replace(/^[ \t]*(?:>[ \t]?)+/gmu, (m) => ' '.repeat(m.length)) : prose.slice(start, end);
    if (text.trim() === '') return;
    const last = chunks.at(-1);
    const opening = /^\s*“/u.exec(text);
    // A paragraph of such a quotation ends as a sentence does; a mark that has just been opened above another quotation is none.
    if (!block && last && !last.block && opening && count(last.text, '“') > count(last.text, '”') && /[。！？!?；;：:…]\s*$/u.test(last.text)) {
      const between = prose.slice(last.start + last.text.length, start);
      chunks[chunks.length - 1] = { start: last.start, block: false, text: last.text + between + opening[0].replace('“', ' ') + text.slice(opening[0].length) };
    } else chunks.push({ start, text, block });
  };
  const divide = (from: number, to: number): void => {
    const part = prose.slice(from, to);
    let at = 0;
    for (const m of part.matchAll(draft.language === 'plaintext' ? /\n/gu : /\n[ \t]*\n|\n(?=#{1,6}\s|[-*+]\s|\d+\.\s|\||“)/gu)) { add(from + at, from + m.index, false); at = m.index + m[0].length; }
    add(from + at, to, false);
  };
  let at = 0;
  for (const block of blocks) { divide(at, block.start); add(block.start, block.end, true); at = block.end; }
  divide(at, prose.length);
  return chunks;
}

const count = (text: string, mark: string): number => text.split(mark).length - 1;

/** A block quotation without the line that says where it is from. */
function withoutSource(text: string): Span {
  const source = /\n[ \t]*(?:[—–-]{1,2}|（|\()[^\n]{2,80}\s*$/u.exec(text);
  const body = source ? text.slice(0, source.index) : text;
  const start = body.length - body.trimStart().length;
  return { start, end: Math.max(start, body.trimEnd().length) };
}

/** Additions that say of themselves who made them: （编者注：……）, [引者注]. */
const EDITORIAL = /[（(〔[［][^）)〕\]］\n]{0,40}(?:编者|引者|作者|笔者|译者|編者|引者|譯者)(?:所?[加注註按]|注|註)[^）)〕\]］\n]{0,60}[）)〕\]］]/gu;

/** What stands between quoted words and is none: markup, line ends, editors' notes, pinyin and note marks pasted with them. */
function noiseOf(words: string, written: string): Span[] {
  const found: Span[] = [...words.matchAll(/\n[\s>]*/gu)].map((m) => {
    let start = m.index;
    while (/[ \t\u3000]/u.test(words[start - 1] ?? '')) start--;
    return { start, end: m.index + m[0].length };
  });
  for (const m of words.matchAll(EDITORIAL)) found.push({ start: m.index, end: m.index + m[0].length });
  for (let i = 0; i < words.length; i++) {
    const from = i;
    while (words[i] === ' ' && i < words.length && !/\s/u.test(written[i] ?? ' ')) i++;
    if (i > from) found.push({ start: from, end: i });
  }
  return [...found, ...noiseIn(words, { bracketed: true, circled: true, markdown: false })].sort((a, b) => a.start - b.start);
}

function quotedWords(draft: Draft, prose: string, chunk: string, offset: number, from: number, to: number, form: 'marks' | 'block'): QuotedWords {
  const runs: { raw: number; length: number }[] = [];
  let text = '', at = from;
  const keep = (start: number, end: number): void => { if (end > start) { runs.push({ raw: offset + start, length: end - start }); text += chunk.slice(start, end); } };
  for (const noise of noiseOf(chunk.slice(from, to), draft.text.slice(offset + from, offset + to))) {
    keep(at, Math.max(at, from + noise.start));
    at = Math.max(at, from + noise.end);
  }
  keep(at, to);
  const lead = form === 'marks' ? chunk.slice(Math.max(0, from - 161), Math.max(0, from - 1)) : prose.slice(Math.max(0, offset - 120), offset).trimEnd();
  const sentence = Math.max(...['。', '！', '？', '\n\n'].map((mark) => lead.lastIndexOf(mark)));
  return {
    start: offset + from, end: offset + to, text, map: OffsetMap.fromRuns(runs.length ? runs : [{ raw: offset + from, length: 0 }]), form,
    before: lead.slice(sentence + 1), after: chunk.slice(to + 1, to + 41).split('\n')[0] as string,
  };
}
