/** Running heads, running feet and page numbers: what the margin of many pages repeats. */
import { median } from './columns';
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
  const body = median(lines.filter((_, i) => i % Math.ceil(lines.length / 5000) === 0).map(({ size }) => size));
  for (const line of margins) {
    const inner = edges.get(line);
    if (inner === undefined) continue;
    // A full line of the text's size, close to the next, is text, however often it comes again.
    const apart = inner === null || Math.abs(inner.y - line.y) > line.size * 2.2 || Math.abs(line.size - body) > body * 0.06 || line.right - line.x < (inner.right - inner.x) * 0.6;
    if (NUMBER.test(line.text) ? pages.length > 1 : apart && (seen.get(key(line))?.size ?? 0) >= often && line.text.length <= 90) furniture.add(line);
  }
  return furniture;
}

/** The first and last three lines of each page by height, each with its neighbour on the inner side. */
function edgeLines(lines: readonly SheetLine[]): Map<SheetLine, SheetLine | null> {
  const edges = new Map<SheetLine, SheetLine | null>();
  const byPage = new Map<number, SheetLine[]>();
  for (const line of lines) { const on = byPage.get(line.page); if (on) on.push(line); else byPage.set(line.page, [line]); }
  for (const on of byPage.values()) {
    const sorted = on.slice().sort((a, b) => a.y - b.y);
    const inner = (index: number, step: number): SheetLine | null => {
      // Two parts of one head stand at one height.
      const line = sorted[index] as SheetLine;
      let at = index + step;
      while (sorted[at] && Math.abs((sorted[at] as SheetLine).y - line.y) < 2) at += step;
      return sorted[at] ?? null;
    };
    sorted.forEach((line, i) => {
      if (i < 3) edges.set(line, inner(i, 1));
      else if (i >= sorted.length - 3) edges.set(line, inner(i, -1));
    });
  }
  return edges;
}
