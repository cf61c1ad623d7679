/** Rows of tables as lines of text. */
import type { TextBlock } from './plainText';

/** More characters than this in a cell make it a paragraph: the table only lays the page out. */
const LARGEST_CELL = 160;

const SENTENCE = /[。！？；]/u;
/** The place of a column that a cell before it goes over. */
const SPANNED: string[] = [];

/**
 * A row of cells, each with its paragraphs: one line with tabs between the cells, or, where it is a layout, its paragraphs.
 * `inside`: rows of the same table stand above it, so that one cell over the whole width names a group of rows.
 */
export function tableRow(cells: readonly (readonly string[])[], inside: boolean): TextBlock[] {
  const texts = cells.map((paragraphs) => paragraphs.map((text) => text.replace(/\s+/gu, ' ').trim()).filter(Boolean));
  const used = texts.filter((paragraphs) => paragraphs.length > 0);
  if (used.length === 0) return [];
  const whole = cells.slice(1).every((cell) => cell === SPANNED), group = inside && cells.length > 1 && !SENTENCE.test(used[0]?.join('') ?? '');
  const layout = (whole && !group) || used.some((paragraphs) => paragraphs.some((text) => text.length > LARGEST_CELL) || paragraphs.length > 6);
  if (layout) return used.flat().map((text) => ({ text, kind: null }));
  return [{ text: texts.map((paragraphs) => paragraphs.join(' ')).join('\t'), kind: 'table' }];
}

/** Ends nearer than this, a millimetre in twips, are one. */
const NEAR = 57;
/** Columns of the widest row that is read. */
const MOST_COLUMNS = 200;

/** Over how many columns a cell goes, as an attribute says it; 1 where that is no sensible number. */
export function spanOf(value: string | undefined): number {
  const span = Number(value ?? 1);
  return Number.isInteger(span) && span > 0 ? Math.min(span, MOST_COLUMNS) : 1;
}

export function emptyCells(count: number): string[][] {
  return Array.from({ length: Math.max(0, count) }, () => SPANNED);
}

/** The rows of a table whose cells end at places (twips), with empty cells for the ends of other rows that a cell goes over. */
export function spread(rows: readonly { readonly cells: readonly (readonly string[])[]; readonly ends: readonly number[] }[]): (readonly (readonly string[])[])[] {
  const grid: number[] = [];
  for (const end of rows.flatMap(({ ends }) => ends).sort((a, b) => a - b)) if (grid.length === 0 || end - (grid.at(-1) as number) > NEAR) grid.push(end);
  return rows.map(({ cells, ends }) => (ends.length !== cells.length || grid.length > MOST_COLUMNS ? cells : cells.flatMap((cell, i) => {
    const from = i === 0 ? -Infinity : (ends[i - 1] as number) + NEAR, to = (ends[i] as number) - NEAR;
    return [cell, ...emptyCells(grid.filter((end) => end > from && end < to).length)];
  })));
}
