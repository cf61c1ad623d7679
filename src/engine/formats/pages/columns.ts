/** Reading order of a page: columns between lines that span the page, each from top to bottom. */
import type { Segment } from './lines';

export interface Column { readonly segments: readonly Segment[]; readonly left: number; readonly right: number }

/** The page's columns in reading order. A page of one column is one, whatever tables stand in it. */
export function columnsOf(segments: readonly Segment[]): Column[] {
  if (segments.length === 0) return [];
  const left = Math.min(...segments.map(({ x }) => x)), right = Math.max(...segments.map((s) => s.right));
  const gutter = gutterOf(segments, left, right);
  if (gutter === null) return [column(rowsJoined(segments))];
  const columns: Column[] = [];
  let band: Segment[] = [], spanning: Segment[] = [];
  const endBand = (): void => {
    if (band.length === 0) return;
    columns.push(...columnsOf(band.filter((s) => middle(s) < gutter)), ...columnsOf(band.filter((s) => middle(s) >= gutter)));
    band = [];
  };
  const endSpanning = (): void => {
    if (spanning.length > 0) columns.push(column(rowsJoined(spanning)));
    spanning = [];
  };
  for (const row of rowsOf(segments)) {
    const crosses = row.some((s) => s.x < gutter - s.size && s.right > gutter + s.size);
    if (crosses) { endBand(); spanning.push(...row); } else { endSpanning(); band.push(...row); }
  }
  endBand();
  endSpanning();
  return columns;
}

const middle = (s: Segment): number => (s.x + s.right) / 2;

function column(segments: readonly Segment[]): Column {
  const inOrder = segments.slice().sort((a, b) => a.y - b.y || a.x - b.x);
  return { segments: inOrder, left: Math.min(...inOrder.map(({ x }) => x)), right: Math.max(...inOrder.map((s) => s.right)) };
}

/** Segments by height. */
function rowsOf(segments: readonly Segment[]): Segment[][] {
  const rows: Segment[][] = [];
  let y = -Infinity;
  for (const segment of segments.slice().sort((a, b) => a.y - b.y || a.x - b.x)) {
    if (segment.y - y > 0.3 * segment.size) rows.push([]);
    y = segment.y;
    (rows.at(-1) as Segment[]).push(segment);
  }
  return rows;
}

/** In one column what stands at one height is one line, a table's row with tabs between its cells. */
function rowsJoined(segments: readonly Segment[]): Segment[] {
  return rowsOf(segments).map((row) => {
    const sorted = row.slice().sort((a, b) => a.x - b.x);
    const first = sorted[0] as Segment;
    return { ...first, text: sorted.map(({ text }) => text).join('\t'), right: Math.max(...sorted.map((s) => s.right)), size: Math.max(...sorted.map(({ size }) => size)), ...(sorted.length > 1 ? { cells: sorted.map(({ x, right, text }) => ({ x, right, text })) } : {}) };
  });
}

/**
 * The middle of the white stripe between two columns of running text; null where there is none. Columns of text have many
 * full lines on both sides; those of a table have not.
 */
function gutterOf(segments: readonly Segment[], left: number, right: number): number | null {
  const width = right - left;
  if (segments.length < 8 || width <= 0) return null;
  const size = median(segments.map((s) => s.size));
  if (width < 18 * size) return null;
  // Right ends of segments on whose right another column might begin.
  const ends = segments.map((s) => s.right).filter((x) => x > left + width * 0.2 && x < left + width * 0.8).sort((a, b) => a - b);
  let best: { x: number; crossing: number } | null = null;
  for (let i = 0; i < ends.length; i += Math.max(1, Math.floor(ends.length / 60))) {
    const x = (ends[i] as number) + size * 0.4;
    const crossing = segments.filter((s) => s.x < x && s.right > x).length;
    if (!best || crossing < best.crossing) best = { x, crossing };
  }
  if (!best) return null;
  const { x } = best;
  const before = segments.filter((s) => s.right <= x), after = segments.filter((s) => s.x >= x);
  if (before.length < 4 || after.length < 4) return null;
  // Headings and bands above may cross; most of the page may not, measured by height.
  const crossing = segments.filter((s) => s.x < x && s.right > x);
  if (crossing.length > Math.min(before.length, after.length) * 1.5) return null;
  if (!isText(before, size) || !isText(after, size)) return null;
  const end = Math.max(...before.map((s) => s.right)), begin = Math.min(...after.map((s) => s.x));
  return end < begin ? (end + begin) / 2 : x;
}

/** Whether segments are lines of running text: many are about as wide as the widest, and hold a dozen characters. */
function isText(segments: readonly Segment[], size: number): boolean {
  const widths = segments.map((s) => s.right - s.x).sort((a, b) => a - b);
  const full = widths[Math.floor(widths.length * 0.9)] as number;
  return full > 8 * size && widths.filter((w) => w > full * 0.85).length >= widths.length * 0.4;
}

export function median(values: readonly number[]): number {
  return values.slice().sort((a, b) => a - b)[values.length >> 1] ?? 0;
}
