/** Running heads, running feet and page numbers: what the margin of many pages repeats. */
import type { SheetLine, SheetPage } from './types';

/** Share of the page's height at its top and bottom where such lines stand. */
const MARGIN = 0.12;

const NUMBER = /^[-–—·•\s]*(?:第\s*)?(?:\d{1,4}|[ivxlc]{1,6}|[一二三四五六七八九十百〇]{1,5})(?:\s*页)?(?:\s*[/／|共of]+\s*(?:第\s*)?\d{1,4}\s*页?)?[-–—·•\s]*$/iu;

/** The lines that are furniture. */
export function furnitureOf(lines: readonly SheetLine[], pages: readonly SheetPage[]): Set<SheetLine> {
  const furniture = new Set<SheetLine>();
  const inMargin = (line: SheetLine): boolean => {
    const height = pages[line.page]?.height ?? 0;
    return line.y < height * MARGIN || line.y > height * (1 - MARGIN);
  };
  const seen = new Map<string, Set<number>>();
  const key = (line: SheetLine): string => `${line.y < (pages[line.page]?.height ?? 0) / 2 ? 'top' : 'bottom'} ${line.text.replace(/[\d\s]+/gu, '#').slice(0, 60)}`;
  const margins = lines.filter(inMargin);
  for (const line of margins) {
    const on = seen.get(key(line)) ?? new Set<number>();
    seen.set(key(line), on.add(line.page));
  }
  // Left and right pages have their own heads.
  const often = Math.max(2, Math.min(3, Math.ceil(pages.length / 3)));
  const edges = edgeLines(lines);
  for (const line of margins) {
    const repeated = (seen.get(key(line))?.size ?? 0) >= often;
    if (NUMBER.test(line.text) ? edges.has(line) && pages.length > 1 : repeated && line.text.length <= 90) furniture.add(line);
  }
  return furniture;
}

/** The first and last two lines of each page by height. */
function edgeLines(lines: readonly SheetLine[]): Set<SheetLine> {
  const edges = new Set<SheetLine>();
  const byPage = new Map<number, SheetLine[]>();
  for (const line of lines) { const on = byPage.get(line.page); if (on) on.push(line); else byPage.set(line.page, [line]); }
  for (const on of byPage.values()) {
    const sorted = on.slice().sort((a, b) => a.y - b.y);
    for (const line of [...sorted.slice(0, 2), ...sorted.slice(-2)]) edges.add(line);
  }
  return edges;
}
