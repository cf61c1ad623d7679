/** Pages to a document: its text one line a line, form feeds between pages, and its paragraphs across lines, columns and pages. */
import type { ParagraphKind } from '../../../core/library/types';
import type { Layout, LayoutBlock, Run } from '../../../core/parse/layout';
import type { ReadDocument, ReadProblem } from '../types';
import { columnsOf, median } from './columns';
import { furnitureOf } from './furniture';
import { segmentsOf } from './lines';
import { paragraphsOf } from './paragraphs';
import { alignRows } from './tableRows';
import type { SheetLine, SheetPage } from './types';

/** All lines in reading order. */
function linesOf(pages: readonly SheetPage[]): SheetLine[] {
  return pages.flatMap((page, number) =>
    columnsOf(segmentsOf(page.items)).flatMap(({ segments }, column) =>
      segments.map((segment): SheetLine => ({ ...segment, page: number, column }))));
}

export function documentOfPages(pages: readonly SheetPage[], properties: Layout['properties'], problems: readonly ReadProblem[]): ReadDocument {
  const lines = withoutLoneTabs(alignRows(linesOf(pages)));
  const furniture = furnitureOf(lines, pages);
  const parts: string[] = [];
  const runs = new Map<SheetLine, Run>();
  let at = 0, page = 0;
  for (const line of lines) {
    if (at > 0) {
      // A form feed a page end, so that pages can be counted in the text.
      const between = line.page > page ? `\n${'\f'.repeat(line.page - page)}` : '\n';
      parts.push(between);
      at += between.length;
    }
    const gap = line.page > page && at > 0 ? 'page-break' : 'line-break';
    page = line.page;
    parts.push(line.text);
    runs.set(line, { start: at, end: at + line.text.length, text: null, gap });
    at += line.text.length;
  }
  const body = bodySize(lines.filter((line) => !furniture.has(line)));
  const blocks: LayoutBlock[] = [];
  const starts: number[] = [];
  const add = (block: readonly SheetLine[], kind: ParagraphKind | null): void => {
    // A column's end inside a paragraph has furniture or other lines in it, as a page's has.
    const own = block.map((line, i): Run => {
      const run = runs.get(line) as Run, before = block[i - 1];
      return before && (before.page !== line.page || before.column !== line.column) ? { ...run, gap: 'page-break' } : run;
    });
    blocks.push({ runs: own, kind });
    starts.push(own[0]?.start ?? 0);
  };
  for (const line of furniture) add([line], 'boilerplate');
  for (const { lines: own, kind } of paragraphsOf(lines.filter((line) => !furniture.has(line)), body)) add(own, kind);
  const order = blocks.map((_, i) => i).sort((a, b) => (starts[a] as number) - (starts[b] as number));
  return {
    text: at > 0 ? `${parts.join('')}\n` : '',
    layout: { blocks: order.map((i) => blocks[i] as LayoutBlock), stated: null, properties, kind: 'other', pictures: [] },
    problems,
  };
}

/** A wide gap in a line of its own is a blank; in neighbouring lines it parts the columns of a table. */
function withoutLoneTabs(lines: readonly SheetLine[]): SheetLine[] {
  const tabbed = (line: SheetLine | undefined): boolean => line?.text.includes('\t') ?? false;
  return lines.map((line, i) => (tabbed(line) && !tabbed(lines[i - 1]) && !tabbed(lines[i + 1]) ? { ...line, text: line.text.replace(/\t/g, '\u3000') } : line));
}

/** The size of most of the text. */
function bodySize(lines: readonly SheetLine[]): number {
  const sizes = lines.flatMap((line) => Array<number>(Math.ceil(line.text.length / 8)).fill(line.size));
  return median(sizes) || 10;
}
