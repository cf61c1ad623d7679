/** Quotations that are blocks of their own: lines with `>` or an element in Markdown, environments in LaTeX. Offsets are into the draft. */
import type { Span } from '../text/offsets';
import { quoteEnvironments } from './latexProse';
import type { Draft } from './types';

/** What a block takes from the running text, and where its words stand. */
export interface QuotedBlock { readonly block: Span; readonly words: Span }

/** The marks at the beginning of a line in a block. */
const MARKS = /^[ \t]*(?:>[ \t]?)+/u;
/** A box of the page's own words (a note, a warning). */
const CALLOUT = /^[ \t]*>[ \t]*\[![^\]\n]{1,30}\]/u;
/** What begins something of its own, also right below a block. */
const OWN = /^[ \t]{0,3}(?:[#|]|[-*+][ \t]|\d+[.)][ \t]|```|~~~)|^\s*$/u;
/** A line that was broken inside its sentence. */
const BROKEN = /[^。！？；：”」』.!?;:>\s][ \t]*\n$/u;

/** The blocks of a draft, in order. `prose` is as long as the draft, its markup blanked but for the marks of blocks. */
export function quotedBlocks(draft: Draft, prose: string): QuotedBlock[] {
  if (draft.language === 'latex') return quoteEnvironments(draft.text);
  if (draft.language !== 'markdown') return [];
  const blocks = markedLines(prose).flatMap(({ start, lines }) => (CALLOUT.test(lines[0] as string) ? [] : innermost(start, lines)));
  for (const m of draft.text.matchAll(/<blockquote(?:\s[^>\n]*)?>((?:(?!<blockquote)[\s\S]){1,20000}?)<\/blockquote>/giu)) {
    const span = { start: m.index, end: m.index + m[0].length }, start = m.index + m[0].indexOf('>') + 1;
    if (!blocks.some(({ block }) => block.start < span.end && span.start < block.end)) blocks.push({ block: span, words: { start, end: start + (m[1] as string).length } });
  }
  return blocks.sort((a, b) => a.block.start - b.block.start);
}

/** Runs of lines with marks; and of such as go on below without them, where a sentence does. Lines keep their ends. */
function markedLines(prose: string): { readonly start: number; readonly lines: string[] }[] {
  const runs: { start: number; lines: string[] }[] = [];
  if (!prose.includes('>')) return runs;
  let at = 0, open: string[] | null = null;
  for (const line of prose.split(/(?<=\n)/u)) {
    if (/^[ \t]{0,3}>/u.test(line)) {
      if (open) open.push(line); else runs.push({ start: at, lines: open = [line] });
    } else if (open && BROKEN.test(open.at(-1) as string) && !OWN.test(line)) open.push(line);
    else open = null;
    at += line.length;
  }
  return runs;
}

/** A block whose lines are marked to several depths: what stands deepest is quoted, the rest says who is quoted. */
function innermost(start: number, lines: readonly string[]): QuotedBlock[] {
  const known = lines.map((line) => ({ line, depth: (MARKS.exec(line)?.[0].match(/>/gu) ?? []).length, empty: line.replace(MARKS, '').trim() === '' }));
  const deepest = known.reduce((most, { depth, empty }) => (empty ? most : Math.max(most, depth)), 0), whole = lines.join('');
  const blocks: QuotedBlock[] = [];
  let at = start, from = -1;
  const close = (): void => {
    const text = from < 0 ? '' : whole.slice(from - start, at - start).replace(/[\s>]+$/u, '');
    const span = { start: from, end: from + text.length };
    if (text !== '') blocks.push({ block: span, words: span });
    from = -1;
  };
  for (const { line, depth, empty } of known) {
    // A line that goes on, or is empty, belongs to the one above.
    const quoted = (depth === deepest && !empty) || (from >= 0 && (depth === 0 || empty));
    if (!quoted) close();
    else if (from < 0) from = at;
    at += line.length;
  }
  close();
  return blocks;
}

/** A text with the marks of blocks blanked. */
export const withoutMarks = (text: string): string => text.replace(/^[ \t]*(?:>[ \t]?)+/gmu, (m) => ' '.repeat(m.length));

/** A block without the line that says where it is from. */
export function withoutSource(text: string): Span {
  const source = /\n[ \t]*(?:[—–-]{1,2}|（|\()[^\n]{2,80}\s*$/u.exec(text);
  const body = source ? text.slice(0, source.index) : text;
  const start = body.length - body.trimStart().length;
  return { start, end: Math.max(start, body.trimEnd().length) };
}
