/** The structure of a draft: its quotations with what stands around them. Offsets are into the draft. */
import { findMarks, outermost, type MarkedSpan } from '../extract/quotes/marks';
import { noiseIn } from '../parse/noise';
import { OffsetMap, type Span } from '../text/offsets';
import { quotedBlocks, withoutMarks, withoutSource, type QuotedBlock } from './blocks';
import { mendedMarks } from './mendedMarks';
import { proseOf } from './prose';
import type { Draft } from './types';

/** Quoted words of a draft. `start`, `end` lie inside the marks. */
export interface QuotedWords extends Span {
  /** The words, line ends and the marks of a block quotation left out. */
  readonly text: string;
  /** From offsets in `text` to offsets in the draft. */
  readonly map: OffsetMap;
  /** In marks, a block of its own, or behind a mark that is never closed. */
  readonly form: 'marks' | 'block' | 'open';
  /** The sentence before the opening mark, as far as it reaches. */
  readonly before: string;
  /** What follows the closing mark in its line, at most 40 letters. */
  readonly after: string;
}

export interface ParsedDraft {
  readonly draft: Draft;
  readonly prose: string;
  readonly quoted: readonly QuotedWords[];
  /** Its paragraphs as quotations divide it, in order. */
  readonly chunks: readonly DraftChunk[];
}

/** A paragraph of the draft's prose, or several that one quotation runs over; marks mended. */
export interface DraftChunk {
  readonly start: number;
  readonly text: string;
  /** A block quotation. */
  readonly block: boolean;
}

export function parseDraft(draft: Draft): ParsedDraft {
  const prose = proseOf(draft);
  const quoted: QuotedWords[] = [];
  const chunks = chunksOf(draft, prose, quotedBlocks(draft, prose));
  for (const chunk of chunks) {
    const marks = outermost(findMarks(chunk.text));
    const closed = marks.filter((m) => m.closed);
    const words = chunk.text.replace(/\s/gu, '').length;
    if (chunk.block && !isQuotingBlock(chunk.text, closed, words)) {
      const body = withoutSource(chunk.text);
      quoted.push(quotedWords(draft, prose, chunk.text, chunk.start, body.start, body.end, 'block'));
      continue;
    }
    for (const m of closed) quoted.push(quotedWords(draft, prose, chunk.text, chunk.start, m.start, m.end, 'marks'));
    // Of words whose closing mark is missing only the first sentence is certain.
    for (const m of marks) if (!m.closed) quoted.push({ ...quotedWords(draft, prose, chunk.text, chunk.start, m.start, firstSentence(chunk.text, m), 'marks'), form: 'open' });
  }
  quoted.sort((a, b) => a.start - b.start);
  return { draft, prose, quoted, chunks };
}

/** A block that is no quotation but holds one: most of its words are in marks, or a colon leads to a good part of them. */
function isQuotingBlock(text: string, closed: readonly MarkedSpan[], words: number): boolean {
  const lengthOf = (marks: readonly MarkedSpan[]): number => marks.reduce((sum, { start, end }) => sum + end - start, 0);
  return lengthOf(closed) >= words * 0.6 || lengthOf(closed.filter(({ open }) => /[：:]\s*$/u.test(text.slice(0, open)))) >= words * 0.35;
}

function firstSentence(text: string, { start, end }: Span): number {
  const stop = /[。！？!?]|\.(?=\s|$)|\n[ \t]*\n/u.exec(text.slice(start, end));
  const at = stop ? start + stop.index + (stop[0].startsWith('\n') ? 0 : 1) : end;
  return start + text.slice(start, at).trimEnd().length;
}

/** Paragraphs of the prose. In plain text each line is one; in Markdown and LaTeX a blank line divides, or what begins a line of its own. */
function chunksOf(draft: Draft, prose: string, blocks: readonly QuotedBlock[]): DraftChunk[] {
  const chunks: DraftChunk[] = [];
  const add = (start: number, end: number, block: boolean): void => {
    const part = draft.language === 'markdown' ? withoutMarks(prose.slice(start, end)) : prose.slice(start, end);
    const text = block ? part : mendedMarks(part);
    if (text.trim() !== '') chunks.push({ start, text, block });
  };
  const divide = (from: number, to: number): void => {
    const part = prose.slice(from, to);
    let at = 0;
    for (const m of part.matchAll(draft.language === 'plaintext' ? /\n/gu : /\n[ \t>]*\n|\n(?=#{1,6}\s|[-*+]\s|\d+\.\s|\||“)/gu)) { add(from + at, from + m.index, false); at = m.index + m[0].length; }
    add(from + at, to, false);
  };
  let at = 0;
  for (const { block, words } of blocks) { divide(at, block.start); add(words.start, words.end, true); at = block.end; }
  divide(at, prose.length);
  return joinedParagraphs(chunks, prose);
}

const OPENING = '“「', CLOSING = '”」';
/** Paragraphs that one quotation may run over. */
const MOST_PARAGRAPHS = 12;

/**
 * Paragraphs of one quotation are one chunk. By the rule each begins with an opening mark, and only the last has a closing one
 * (GB/T 15834—2011, 4.8.3.5): the repeated marks are blanked. Many writers open only the first; then the closing mark must
 * follow before another one opens. Lines of a paragraph that was wrapped by hand are such paragraphs too.
 */
function joinedParagraphs(chunks: readonly DraftChunk[], prose: string): DraftChunk[] {
  const result: DraftChunk[] = [];
  for (let i = 0; i < chunks.length; i++) {
    let chunk = chunks[i] as DraftChunk;
    // A line may close one quotation and open the next.
    for (let mark = chunk.block ? -1 : openMark(chunk.text); mark >= 0; mark = openMark(chunk.text)) {
      const last = lastOf(chunks, i, OPENING[mark] as string, CLOSING[mark] as string, chunk.text);
      if (last === i) break;
      for (; i < last; i++) {
        const next = chunks[i + 1] as DraftChunk;
        const repeated = new RegExp(`^\\s*${OPENING[mark]}`, 'u').exec(next.text);
        const text = repeated ? ' '.repeat(repeated[0].length) + next.text.slice(repeated[0].length) : next.text;
        chunk = { start: chunk.start, block: false, text: chunk.text + prose.slice(chunk.start + chunk.text.length, next.start) + text };
      }
    }
    result.push(chunk);
  }
  return result;
}

/** Which kind of mark is open at the end of a paragraph, also one that holds marks of its own kind: its number in OPENING, or -1. */
function openMark(text: string): number {
  for (let mark = 0; mark < OPENING.length; mark++) {
    let open = 0;
    for (const c of text) if (c === OPENING[mark]) open++; else if (c === CLOSING[mark]) open = Math.max(0, open - 1);
    if (open > 0) return mark;
  }
  return -1;
}

/** The last paragraph of a quotation that paragraph `first` opens: `first` itself where nothing shows that it goes on. */
function lastOf(chunks: readonly DraftChunk[], first: number, opening: string, closing: string, text: string): number {
  let repeats = true, last = first, before = text;
  for (let i = first + 1; i < chunks.length && i <= first + MOST_PARAGRAPHS; i++) {
    const next = chunks[i] as DraftChunk;
    if (next.block) return last;
    const begins = next.text.trimStart().startsWith(opening);
    const rest = begins ? next.text.slice(next.text.indexOf(opening) + 1) : next.text;
    const close = rest.indexOf(closing), open = rest.indexOf(opening);
    const closes = close >= 0 && (open < 0 || close < open);
    // A paragraph of such a quotation ends as a sentence does; a mark that has just been opened above another quotation is none.
    if (begins && !(repeats && /[。！？.!?；;：:…]\s*$/u.test(before))) return last;
    repeats &&= begins;
    if (closes) return i;
    if (open >= 0) return last;
    if (begins) last = i;
    before = next.text;
  }
  return last;
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
  const lead = form === 'marks' ? chunk.slice(Math.max(0, from - 161), Math.max(0, from - 1)) : prose.slice(Math.max(0, offset - 120), offset).replace(/[\s>]+$/u, '');
  const sentence = Math.max(...['。', '！', '？', '\n\n'].map((mark) => lead.lastIndexOf(mark)));
  return {
    start: offset + from, end: offset + to, text, map: OffsetMap.fromRuns(runs.length ? runs : [{ raw: offset + from, length: 0 }]), form,
    before: lead.slice(sentence + 1), after: chunk.slice(to + 1, to + 41).split('\n')[0] as string,
  };
}
