/** Tables as text files (CSV after RFC 4180, or apart by tabs or semicolons): each row a line, cells apart by tabs. */
import type { Layout, LayoutBlock, Run } from './layout';

/** The delimiter: the one that the first lines have most of, outside quotation marks. */
function delimiterOf(raw: string): string {
  const head = raw.slice(0, 8192).replace(/"(?:[^"]|"")*"/gu, '');
  const count = (c: string): number => head.split(c).length - 1;
  return ['\t', ';', ','].reduce((best, c) => (count(c) > count(best) ? c : best), ',');
}

/** `raw` is the file as decoded; offsets count in it. */
export function layoutOfTable(raw: string): Layout {
  const delimiter = delimiterOf(raw);
  const blocks: LayoutBlock[] = [];
  let runs: Run[] = [];
  let at = 0, filled = false;
  const endRow = (): void => {
    if (filled) blocks.push({ runs, kind: 'table' });
    runs = [];
    filled = false;
  };
  const cell = (start: number, end: number, text: string | null): void => {
    if (end <= start) return;
    runs.push({ start, end, text, gap: 'markup' });
    if ((text ?? raw.slice(start, end)).trim() !== '') filled = true;
  };
  while (at < raw.length) {
    const c = raw[at] as string;
    if (c === '\n' || c === '\r') { endRow(); at++; continue; }
    if (c === delimiter) { runs.push({ start: at, end: at + 1, text: c === '\t' ? null : '\t', gap: 'markup' }); at++; continue; }
    if (c === '"') {
      let end = at + 1;
      for (; end < raw.length; end++) if (raw[end] === '"') { if (raw[end + 1] === '"') end++; else break; }
      // Doubled marks and line ends inside a cell stand for one character each.
      for (const m of raw.slice(at + 1, end).matchAll(/""|[\n\r\t]+|(?:"(?!")|[^"\n\r\t])+/gu)) {
        const start = at + 1 + m.index;
        cell(start, start + m[0].length, m[0] === '""' ? '"' : /^[\n\r\t]/u.test(m[0]) ? ' ' : null);
      }
      at = Math.min(raw.length, end + 1);
      continue;
    }
    let end = at;
    while (end < raw.length && raw[end] !== delimiter && raw[end] !== '\n' && raw[end] !== '\r') end++;
    cell(at, end, null);
    at = end;
  }
  endRow();
  return { blocks, stated: null, properties: null, kind: 'other', pictures: [] };
}
