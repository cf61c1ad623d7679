/** Pieces of text to lines: what stands at one height without a wide gap between. */
import type { Item } from './types';

export interface Segment { text: string; x: number; right: number; y: number; size: number; cells?: readonly { readonly x: number; readonly right: number; readonly text: string }[] }

const WIDE = /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u3000-\u303f]/;
const RAISED: Readonly<Record<string, string>> = { 0: '⁰', 1: '¹', 2: '²', 3: '³', 4: '⁴', 5: '⁵', 6: '⁶', 7: '⁷', 8: '⁸', 9: '⁹', '-': '⁻', '−': '⁻', '+': '⁺' };

/** What is raised is smaller than the words: 0.58 in office programs, 0.83 in browsers. */
const RAISED_SIZE = 0.88;
/** A gap of more than so many font sizes parts columns. */
const COLUMN_GAP = 1.6;
/** Between Chinese characters less is enough: in justified lines each of them is a place for a blank. */
const WIDE_GAP = 1.3;

/** One of less than so many behind a list's mark parts it from its words. */
const MARK_GAP = 5;
const LIST_MARK = /^(?:[（(](?:\d{1,2}|[一二三四五六七八九十]{1,3}|[a-zA-Z])[)）]|[一二三四五六七八九十]{1,3}、|\d{1,2}[.．、)）]|\d{1,2}(?:\.\d{1,2}){1,3}|[①-⑳•●■◆▪·○–—-]|第[一二三四五六七八九十百]{1,4}[章节条])$/u;

/** The segments of a page: stretches of a line between wide gaps, from top to bottom, left to right. */
export function segmentsOf(items: readonly Item[]): Segment[] {
  const rows: { y: number; size: number; items: Item[] }[] = [];
  const sorted = items.filter((item) => item.text.trim() !== '' || item.width > 0).slice().sort((a, b) => a.y - b.y || a.x - b.x);
  for (const item of sorted) {
    const row = rows.at(-1);
    // A raised mark stands up to half a size above its line and comes before it.
    if (row && Math.abs(item.y - row.y) <= 0.55 * Math.max(row.size, item.size) && (Math.abs(item.y - row.y) <= 0.3 * Math.max(row.size, item.size) || Math.min(row.size, item.size) < RAISED_SIZE * Math.max(row.size, item.size))) {
      row.items.push(item);
      if (item.size > row.size * 1.2) { row.y = item.y; row.size = item.size; }
    } else rows.push({ y: item.y, size: item.size, items: [item] });
  }
  const edges = columnEdges(rows.map(({ items: own }) => own.filter(({ text }) => text.trim() !== '')));
  return rows.flatMap((row) => segmentsOfRow(row.items, edges));
}

/** A gap of at least so many sizes before an edge that many lines share parts columns, however narrow it is. */
const EDGE_GAP = 0.6;

/** Left edges of columns: where words begin again behind a gap in many lines, while few lines run across. */
function columnEdges(rows: readonly (readonly Item[])[]): number[] {
  const lines = rows.map((row) => row.slice().sort((a, b) => a.x - b.x));
  const begins = lines.flatMap((line) => line.flatMap((item, i) => {
    const before = line[i - 1];
    return before && item.x - before.x - before.width > EDGE_GAP * item.size ? [item.x] : [];
  })).sort((a, b) => a - b);
  const edges: number[] = [];
  for (let from = 0, to = 0; from < begins.length; from = to) {
    const x = begins[from] as number;
    while (to < begins.length && (begins[to] as number) - x < 2) to++;
    const count = to - from;
    if (count < 5) continue;
    const across = lines.filter((line) => line.some((item) => item.x < x - item.size && item.x + item.width > x + item.size)).length;
    if (count >= 0.4 * (count + across)) edges.push(x);
  }
  return edges;
}

function segmentsOfRow(items: readonly Item[], edges: readonly number[]): Segment[] {
  const segments: Segment[] = [];
  const sorted = threaded(items).sort((a, b) => a.x - b.x);
  const size = Math.max(...sorted.filter(({ text }) => text.trim() !== '').map((item) => item.size), 0) || 1;
  const base = sorted.filter((item) => item.size >= size * 0.9).map(({ y }) => y);
  const baseline = base.length > 0 ? Math.max(...base) : sorted[0]?.y ?? 0;
  let open: Segment | null = null;
  let blank = false;
  for (const item of sorted) {
    if (item.text.trim() === '') { blank = true; continue; }
    let gap = open ? item.x - open.right : 0;
    // An automatic number stands apart from its words by a tab stop.
    if (open && gap < MARK_GAP * size && LIST_MARK.test(open.text)) gap = Math.min(gap, WIDE.test(open.text.slice(-1)) ? 0 : 0.6 * size);
    if (!open || gap > (WIDE.test(open.text.slice(-1)) && WIDE.test(item.text[0] as string) ? WIDE_GAP : COLUMN_GAP) * size || beginsColumn(open, item, edges)) {
      segments.push(open = { text: textOf(item, '', size, baseline), x: item.x, right: item.x + item.width, y: baseline, size: item.size });
      blank = false;
      continue;
    }
    // The same words printed twice, a hair apart, are bold type.
    if (gap < -0.8 * item.width && open.text.endsWith(item.text.trim())) continue;
    const last = open.text.slice(-1), first = item.text[0] as string;
    const wide = WIDE.test(last) && WIDE.test(first), mixed = WIDE.test(last) !== WIDE.test(first);
    if (!/\s$/.test(open.text) && !/^\s/.test(item.text) && (wide ? gap > 0.8 * size : mixed ? gap > 0.55 * size : (blank && gap > 0.1 * size) || gap > 0.22 * size)) open.text += wide ? '\u3000' : ' ';
    open.text += textOf(item, open.text, size, baseline);
    open.right = Math.max(open.right, item.x + item.width);
    open.size = Math.max(open.size, item.size);
    blank = false;
  }
  for (const segment of segments) segment.text = tidy(segment.text);
  return segments.filter(({ text }) => text !== '');
}

/** Whether an edge of a column lies between what stands before and a piece. */
function beginsColumn(before: Segment, item: Item, edges: readonly number[]): boolean {
  return edges.some((x) => before.right <= x - EDGE_GAP * item.size && item.x >= x - 1);
}

/**
 * Pieces cut where another one stands within them: a program that takes a mark from another font leaves a blank for it in the
 * run of the words and prints it by itself. The cut is at the blank that stands nearest to it.
 */
function threaded(items: readonly Item[]): Item[] {
  const result: Item[] = [];
  const marks = items.filter((item) => item.text.trim().length === 1).sort((a, b) => a.x - b.x);
  for (const item of items) {
    let rest = item;
    for (const mark of marks) {
      if (mark === item || mark.x < rest.x + 0.5 * rest.size || mark.x + mark.width > rest.x + rest.width - 0.3 * rest.size) continue;
      const blanks = [...rest.text.trim().matchAll(/(?<=\S) (?=\S)/gu)].map(({ index }) => ({ index, x: placeIn(rest, index) }));
      const at = blanks.sort((a, b) => Math.abs(a.x - mark.x) - Math.abs(b.x - mark.x))[0];
      if (!at || Math.abs(at.x - mark.x) > 2 * rest.size) continue;
      result.push({ ...rest, text: rest.text.slice(0, at.index), width: mark.x - rest.x });
      const from = mark.x + mark.width;
      rest = { ...rest, text: rest.text.slice(at.index + 1), x: from, width: rest.x + rest.width - from };
    }
    result.push(rest);
  }
  return result;
}

/** About where a letter of a piece stands: Chinese characters are twice as wide as others. */
function placeIn(item: Item, index: number): number {
  const wide = (text: string): number => [...text].reduce((sum, c) => sum + (WIDE.test(c) ? 2 : c === ' ' ? 0.5 : 1), 0);
  return item.x + (item.width * wide(item.text.slice(0, index))) / Math.max(1, wide(item.text));
}

/** A raised mark becomes a note mark or a power: level with the words it would be read as a figure. */
function textOf(item: Item, before: string, size: number, baseline: number): string {
  const text = item.text;
  const mark = text.trim();
  if (item.size > size * RAISED_SIZE || baseline - item.y < size * 0.15 || before === '' || mark.length > 12) return text;
  if (/^[[〔［(（]\s*\d{1,3}(?:\s*[-–—,，、]\s*\d{1,3})*\s*[\]〕］)）]$|^[①-⑳*†]+$/u.test(mark)) return `^[${mark.replace(/[[\]〔〕［］()（）]/gu, '')}]`;
  if ([...mark].every((c) => c in RAISED)) return [...mark].map((c) => RAISED[c]).join('');
  return text;
}

/** Blanks that justification put between Chinese characters and marks go. */
function tidy(text: string): string {
  return text.replace(/(?<=[\u2e80-\u9fff，。；：、！？“”‘’（）《》]) (?=[\u2e80-\u9fff，。；：、！？“”‘’（）《》])/gu, '').replace(/ {2,}/g, ' ').trim();
}
