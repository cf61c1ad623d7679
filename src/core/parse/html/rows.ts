/** Rows of a table as one block each: cells apart by tabs. Tables that only lay a page out stay as they are. */
import type { Run } from '../layout';
import type { Container, PageBlock } from './page';

/** A cell: its blocks from `start` up to `end` in the list of blocks, and over how many columns and rows it goes. */
export interface Cell { start: number; end: number; readonly container: Container; readonly columns: number; readonly rows: number }

/** A table that is open: over how many more rows a cell goes in each column, and whether a row has been made. */
export interface OpenTable { readonly below: number[]; inside: boolean }

/** The widest and highest cell; a page may claim any number. */
const LARGEST_SPAN = 100;

/** Over how many columns or rows an attribute says that a cell goes. */
export function spanOf(value: string | undefined): number {
  const span = Number(value ?? 1);
  return Number.isInteger(span) && span > 0 ? Math.min(span, LARGEST_SPAN) : 1;
}

/** The cells of a row by column; null where one above or before goes over the place. */
function inColumns(cells: readonly Cell[], below: number[]): (Cell | null)[] {
  const columns: (Cell | null)[] = [];
  const covered = (): boolean => {
    const left = below[columns.length] ?? 0;
    if (left > 0) below[columns.length] = left - 1;
    return left > 0;
  };
  const pass = (): void => { while (covered()) columns.push(null); };
  for (const cell of cells) {
    pass();
    for (let i = 0; i < cell.columns; i++) { below[columns.length] = cell.rows - 1; columns.push(i === 0 ? cell : null); }
  }
  pass();
  return columns;
}

/** More characters than this in one cell make it a paragraph of a layout. */
const LARGEST_CELL = 120;

/** Joins the cells of a row that has just ended into one block at the end of `blocks`. */
export function cellsInRows(blocks: PageBlock[], cells: readonly Cell[], table: OpenTable): void {
  const first = cells[0];
  if (!first) return;
  const columns = inColumns(cells, table.below);
  // A cell over the whole width lays a page out, or names a group of rows.
  if (columns.length < 2 || (cells.length < 2 && columns[0] !== null && !table.inside)) return;
  const contents = columns.map((cell) => (cell ? blocks.slice(cell.start, cell.end < 0 ? blocks.length : cell.end) : []));
  const used = contents.filter((cell) => cell.length > 0);
  if (used.length === 0 || contents.some((cell) => cell.length > 4 || cell.some(({ kind }) => kind === 'heading'))) return;
  // Paragraphs beside an empty cell are a page's column.
  if (used.length === 1 && (used[0]?.length !== 1 || (used[0][0]?.characters ?? 0) > 30)) return;
  if (contents.some((cell) => cell.reduce((sum, { characters }) => sum + characters, 0) > LARGEST_CELL)) return;
  table.inside = true;
  const runs: Run[] = [];
  let tabs = 0, end = -1;
  for (const [index, cell] of contents.entries()) {
    if (index > 0) tabs++;
    for (const block of cell) {
      const start = (block.runs[0] as Run).start;
      const gap = tabs > 0 ? '\t'.repeat(tabs) : end >= 0 ? ' ' : '';
      // Between two cells stands markup at least as long as the tabs that it becomes.
      if (gap !== '' && end >= 0) runs.push({ start: end, end: start, text: gap.slice(0, start - end), gap: 'markup' });
      else if (gap !== '' && start >= tabs) runs.push({ start: start - tabs, end: start, text: gap, gap: 'markup' });
      runs.push(...block.runs);
      end = (block.runs.at(-1) as Run).end;
      tabs = 0;
    }
  }
  const all = contents.flat();
  blocks.splice(first.start, blocks.length - first.start, {
    runs, container: first.container, tag: 'tr', kind: 'table',
    characters: all.reduce((sum, { characters }) => sum + characters, 0), linked: all.reduce((sum, { linked }) => sum + linked, 0),
  });
}
