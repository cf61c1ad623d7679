/** Rows of a table as one block each: cells apart by tabs. Tables that only lay a page out stay as they are. */
import type { Run } from '../layout';
import type { Container, PageBlock } from './page';

/** A cell: its blocks from `start` up to `end` in the list of blocks. */
export interface Cell { start: number; end: number; readonly container: Container }

/** More characters than this in one cell make it a paragraph of a layout. */
const LARGEST_CELL = 120;

/** Joins the cells of a row that has just ended into one block at the end of `blocks`. */
export function cellsInRows(blocks: PageBlock[], cells: readonly Cell[]): void {
  const first = cells[0];
  if (!first || cells.length < 2) return;
  const contents = cells.map(({ start, end }) => blocks.slice(start, end < 0 ? blocks.length : end));
  const used = contents.filter((cell) => cell.length > 0);
  if (used.length === 0 || contents.some((cell) => cell.length > 4 || cell.some(({ kind }) => kind === 'heading'))) return;
  // Paragraphs beside an empty cell are a page's column.
  if (used.length === 1 && (used[0]?.length !== 1 || (used[0][0]?.characters ?? 0) > 30)) return;
  if (contents.some((cell) => cell.reduce((sum, { characters }) => sum + characters, 0) > LARGEST_CELL)) return;
  const runs: Run[] = [];
  let tabs = 0, end = -1;
  for (const [index, cell] of contents.entries()) {
    if (index > 0) tabs++;
    for (const block of cell) {
      const start = (block.runs[0] as Run).start;
      const gap = tabs > 0 ? '\t'.repeat(tabs) : end >= 0 ? ' ' : '';
      // Between two cells stands markup at least as long as the tabs that it becomes.
      if (gap !== '' && end >= 0) runs.push({ start: end, end: start, text: gap, gap: 'markup' });
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
