/** Lines to paragraphs, by where they begin and end, how far apart they stand and how large they are. */
import type { ParagraphKind } from '../../../core/library/types';
import { ISSUER } from '../../../core/parse/title';
import { median } from './columns';
import type { SheetLine } from './types';

export interface SheetParagraph { readonly lines: SheetLine[]; kind: ParagraphKind | null }

interface Frame { readonly left: number; readonly right: number; readonly leading: number }

const FINAL = /[。！？!?…：:；;.][”’」』）)\]】》"']*$/u;
const ITEM = /^(?:\[\d{1,3}\]|［\d{1,3}］|〔\d{1,3}〕|[①-⑳]|[•●■◆▪·]\s|[（(][一二三四五六七八九十\d]{1,3}[)）]|[一二三四五六七八九十]{1,3}、|第[一二三四五六七八九十百]{1,4}[章节条]|\d{1,2}[.．、]\s*\D|(?:图|表)\s*\d|(?:摘\s*要|关键词|关键字|Abstract|Key\s?words|参考文献|References)(?![A-Za-z]))/iu;
const WIDE = /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u3000-\u303f]/;

export function paragraphsOf(lines: readonly SheetLine[], body: number): SheetParagraph[] {
  const frames = framesOf(lines, body);
  const paragraphs: SheetParagraph[] = [];
  // Footnotes stand between two parts of a paragraph of the text: each goes on from its own kind.
  let text: SheetParagraph | null = null, note: SheetParagraph | null = null, last: SheetLine | null = null;
  for (const line of lines) {
    const small = line.size < body * 0.93;
    const isNote = small && ((note !== null && last !== null && sameColumn(last, line) && note.lines.at(-1) === last) || isFootnoteStart(line));
    const open: SheetParagraph | null = isNote ? note : text;
    const before = open?.lines.at(-1);
    if (open && before && goesOn(before, line, frames, open, body)) open.lines.push(line);
    else {
      const made: SheetParagraph = { lines: [line], kind: isNote ? 'reference' : null };
      paragraphs.push(made);
      if (isNote) note = made; else { text = made; note = null; }
    }
    if (isNote && note === null) note = paragraphs.at(-1) ?? null;
    last = line;
  }
  nameHeadings(paragraphs, body);
  return paragraphs;
}

const frameKey = (line: SheetLine): string => `${line.page}/${line.column}`;
const sameColumn = (a: SheetLine, b: SheetLine): boolean => a.page === b.page && a.column === b.column;

/** Left and right edge and leading of each column, from its lines of the text's size. */
function framesOf(lines: readonly SheetLine[], body: number): ReadonlyMap<string, Frame> {
  const columns = new Map<string, SheetLine[]>();
  for (const line of lines) { const on = columns.get(frameKey(line)); if (on) on.push(line); else columns.set(frameKey(line), [line]); }
  const all = lines.filter((line) => Math.abs(line.size - body) < body * 0.1);
  const frames = new Map<string, Frame>();
  for (const [key, every] of columns) {
    // A title may stand out on both sides.
    const text = every.filter((line) => Math.abs(line.size - body) < body * 0.1);
    const own = text.length >= 3 ? text : every;
    const lefts = own.map(({ x }) => x).sort((a, b) => a - b), rights = own.map((line) => line.right).sort((a, b) => a - b);
    const gaps = own.slice(1).map((line, i) => line.y - (own[i] as SheetLine).y).filter((gap) => gap > body * 0.6 && gap < body * 4);
    // A column of few lines (the last one) takes its edges from its like.
    const like = own.length >= 6 ? own : all.filter((line) => Math.abs(line.x - (lefts[0] as number)) < body * 3);
    // One or two lines like no other say nothing of where lines end: the page does.
    const telling = like === own ? own : like.length <= own.length && own.length < 3 ? lines.filter(({ page }) => page === own[0]?.page) : like;
    const right = telling.map((line) => line.right).sort((a, b) => a - b);
    frames.set(key, {
      left: lefts[Math.floor(lefts.length * 0.1)] as number,
      right: Math.max(right[Math.floor(right.length * 0.9)] as number, rights[Math.floor(rights.length * 0.8)] as number),
      leading: median(gaps) || body * 1.6,
    });
  }
  return frames;
}

function goesOn(before: SheetLine, line: SheetLine, frames: ReadonlyMap<string, Frame>, open: SheetParagraph, body: number): boolean {
  const from = frames.get(frameKey(before)) as Frame, to = frames.get(frameKey(line)) as Frame;
  if (before.text.includes('\t') || line.text.includes('\t')) return false;
  const larger = Math.max(before.size, line.size), smaller = Math.min(before.size, line.size);
  if (larger - smaller > 0.12 * larger && (larger > 1.5 * smaller || !(ratioOfSmall(before) || ratioOfSmall(line)))) return false;
  const size = line.size;
  const same = sameColumn(before, line);
  const large = before.size > body * 1.12 && line.size > body * 1.12;
  // A title's longest line may be as wide as the page.
  const centred = (isCentred(before, from) && isCentred(line, to)) || (large && isEven(before, from) && isEven(line, to) && (isCentred(before, from) || isCentred(line, to)));
  if (same && line.y - before.y > Math.max(to.leading * 1.5, size * (centred ? 1.6 : 1.1))) return false;
  if (centred) return same && line.size > body * 1.12 && !ITEM.test(line.text);
  // An indent begins a paragraph; a hanging one does not, where the first line stands further left.
  const indent = line.x - to.left;
  const first = open.lines[0] as SheetLine;
  // What is set to the right, as a signature and its day, is no paragraph's first line.
  if (before.x - from.left > Math.max(size * 6, (from.right - from.left) * 0.4) && indent < size * 1.2 && before === first) return false;
  const hanging = open.lines.length >= 1 && first.x - from.left < size * 0.5 && ITEM.test(first.text);
  if (indent > size * 1.2 && !hanging && !(before.x - from.left > size * 1.2 && Math.abs((before.x - from.left) - indent) < size * 0.3 && open.lines.length > 1)) return false;
  if (ITEM.test(line.text) && (FINAL.test(before.text) || before.right < from.right - size * 2)) return false;
  // The line before is not full although the next word would have found room: its paragraph has ended.
  const word = WIDE.test(line.text[0] as string) ? size : size * 0.55 * Math.min(14, (/^\S+/.exec(line.text)?.[0].length ?? 1) + 1);
  const room = from.right - before.right;
  if (room > word + size * (FINAL.test(before.text) ? 0.6 : 1.4)) return false;
  if (!same && FINAL.test(before.text) && !/[，、,]$/u.test(before.text) && indent > size * 0.6) return false;
  return true;
}

/** A line of one short mark has a size that says nothing. */
const ratioOfSmall = (line: SheetLine): boolean => line.text.length <= 3;

function isCentred(line: SheetLine, frame: Frame): boolean {
  return line.x - frame.left > line.size * 1.5 && frame.right - line.right > line.size * 1.5 && isEven(line, frame);
}

/** Whether as much room is left of a line as on its right. */
function isEven(line: SheetLine, frame: Frame): boolean {
  const left = line.x - frame.left, right = frame.right - line.right;
  return Math.abs(left - right) < Math.max(line.size * 2, (left + right) * 0.15);
}

function isFootnoteStart(line: SheetLine): boolean {
  return /^(?:[①-⑳*†]|\[\d{1,2}\]|〔\d{1,2}〕|[¹²³⁴-⁹]+|\^\[\d{1,2}\]|\d{1,2}\s)/u.test(line.text);
}

/** Larger type that is no sentence is a heading; the largest of the first page the title; rows with tabs a table. */
function nameHeadings(paragraphs: readonly SheetParagraph[], body: number): void {
  let title: SheetParagraph | null = null;
  for (const paragraph of paragraphs) {
    const first = paragraph.lines[0] as SheetLine;
    const size = Math.max(...paragraph.lines.map((line) => line.size));
    const length = paragraph.lines.reduce((sum, line) => sum + line.text.length, 0);
    if (paragraph.kind !== null) continue;
    if (first.text.includes('\t')) { paragraph.kind = 'table'; continue; }
    const last = paragraph.lines.at(-1) as SheetLine;
    if (size > body * 1.12 && length <= 160 && !/[。；;]$/u.test(last.text)) {
      paragraph.kind = 'heading';
      if (first.page === 0 && length >= 4 && !ISSUER.test(first.text) && size > body * 1.25 && (title === null || size > Math.max(...title.lines.map((line) => line.size)) * 1.05)) title = paragraph;
    }
  }
  if (title) title.kind = 'title';
}
