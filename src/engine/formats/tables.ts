/** Rows of tables as lines of text. */
import type { TextBlock } from './plainText';

/** More characters than this in a cell make it a paragraph: the table only lays the page out. */
const LARGEST_CELL = 160;

/** A row of cells, each with its paragraphs: one line with tabs between the cells, or, where it is a layout, its paragraphs. */
export function tableRow(cells: readonly (readonly string[])[]): TextBlock[] {
  const texts = cells.map((paragraphs) => paragraphs.map((text) => text.replace(/\s+/gu, ' ').trim()).filter(Boolean));
  const used = texts.filter((paragraphs) => paragraphs.length > 0);
  if (used.length === 0) return [];
  const layout = cells.length === 1 || used.some((paragraphs) => paragraphs.some((text) => text.length > LARGEST_CELL) || paragraphs.length > 6);
  if (layout) return used.flat().map((text) => ({ text, kind: null }));
  return [{ text: texts.map((paragraphs) => paragraphs.join(' ')).join('\t'), kind: 'table' }];
}
