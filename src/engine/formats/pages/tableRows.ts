/** Rows of a table on a page: cells that are missing in a row leave their place empty, so that columns stay columns. */
import type { SheetLine } from './types';

interface Cell { readonly x: number; readonly right: number; readonly text: string }

/** The lines with tabs for the empty cells of table rows. */
export function alignRows(lines: readonly SheetLine[]): SheetLine[] {
  const aligned: SheetLine[] = [];
  for (let i = 0; i < lines.length;) {
    let end = i;
    while (end < lines.length && isRow(lines[end]) && (end === i || together(lines[end - 1] as SheetLine, lines[end] as SheetLine))) end++;
    if (end - i < 2) { aligned.push(lines[i++] as SheetLine); continue; }
    const rows = lines.slice(i, end);
    const columns = columnsOf(rows.map((row) => row.cells ?? []));
    rows.forEach((row, r) => aligned.push({ ...row, text: overColumns(row.cells ?? [], columns, rows[r + 1]?.cells ?? []) ?? inColumns(row.cells ?? [], columns) ?? row.text }));
    i = end;
  }
  return aligned;
}

const isRow = (line: SheetLine | undefined): boolean => (line?.cells?.length ?? 0) > 1;
const together = (a: SheetLine, b: SheetLine): boolean => a.page === b.page && a.column === b.column && b.y - a.y < 4 * Math.max(a.size, b.size);

/** The columns of a table: the cells of its fullest row, widened by those of the others that stand in them. */
function columnsOf(rows: readonly (readonly Cell[])[]): { x: number; right: number }[] {
  const fullest = rows.reduce((best, row) => (row.length > best.length ? row : best), rows[0] ?? []);
  const columns = fullest.map(({ x, right }) => ({ x, right }));
  for (const row of rows) for (const cell of row) {
    const inside = columns.filter((column) => cell.x < column.right && cell.right > column.x);
    const only = inside[0];
    if (inside.length === 1 && only) { only.x = Math.min(only.x, cell.x); only.right = Math.max(only.right, cell.right); }
  }
  return columns;
}

/** Two places are one where they are not further apart than a letter. */
const NEAR = 4;
const VALUE = /^[-−+]?\d[\d,.]*[%％]?$/u;

/**
 * The text of a row of heads that stand in the middle over several columns each, above a row of heads of their own: a head stands
 * over the columns nearest to it, and is written in the first of them. Null where the row is no such one.
 */
function overColumns(cells: readonly Cell[], columns: readonly { x: number; right: number }[], below: readonly Cell[]): string | null {
  if (cells.length >= columns.length || below.length <= cells.length || [...cells, ...below].some(({ text }) => VALUE.test(text))) return null;
  const filled = columns.map(({ x, right }) => below.some((cell) => cell.x < right && cell.right > x));
  const begins = cells.map((cell) => columns.findIndex(({ x }) => Math.abs(x - cell.x) < NEAR));
  // Heads that begin with their columns, none of which is left without one.
  if (!begins.includes(-1) && filled.every((is, c) => !is || begins.some((begin) => begin <= c && filled[begin]))) return null;
  const parts: string[] = columns.map(() => '');
  let before = -1;
  for (const [c, column] of columns.entries()) {
    const middle = (column.x + column.right) / 2;
    const away = (cell: Cell): number => Math.abs(middle - (cell.x + cell.right) / 2);
    const nearest = cells.reduce((best, cell, i) => (away(cell) < away(cells[best] as Cell) ? i : best), 0);
    if (nearest > before) { parts[c] = (cells[nearest] as Cell).text; before = nearest; }
  }
  return before === cells.length - 1 && parts.filter(Boolean).length === cells.length ? parts.join('\t').replace(/\t+$/u, '') : null;
}

/** A row's text with a tab for each column's begin; null where its cells fit no order of columns. */
function inColumns(cells: readonly Cell[], columns: readonly { x: number; right: number }[]): string | null {
  if (cells.length === columns.length) return null;
  const parts: string[] = columns.map(() => '');
  let from = 0;
  for (const cell of cells) {
    const middle = (cell.x + cell.right) / 2;
    let best = -1, distance = Infinity;
    for (let c = from; c < columns.length; c++) {
      const column = columns[c] as { x: number; right: number };
      const away = middle >= column.x && middle <= column.right ? 0 : Math.min(Math.abs(middle - column.x), Math.abs(middle - column.right));
      if (away < distance) { best = c; distance = away; }
    }
    if (best < 0) return null;
    parts[best] = cell.text;
    from = best + 1;
  }
  return parts.join('\t').replace(/\t+$/u, '');
}
