/** Tables of Markdown: lines of cells apart by strokes, with a line of dashes under the head. */
import type { Removal } from '../library/types';
import type { Span } from '../text/offsets';
import { joinRuns, type Joined, type Run } from './layout';
import type { Line } from './lines';

const RULE = /^\|?\s*:?-{1,}:?\s*(?:\|\s*:?-{1,}:?\s*)*\|?$/u;
const hasStroke = (text: string): boolean => text.includes('|');

/** The rows of a text's tables, by the index of their line; the line of dashes belongs to the head above it and is in no row of its own. */
export function markdownRows(raw: string, lines: readonly Line[]): ReadonlyMap<number, Joined | null> {
  const rows = new Map<number, Joined | null>();
  for (let i = 0; i + 1 < lines.length; i++) {
    const head = lines[i] as Line, rule = lines[i + 1] as Line;
    if (rule.opens || !hasStroke(head.text) || !hasStroke(rule.text) || !RULE.test(rule.text)) continue;
    rows.set(i, rowOf(raw, head, { start: rule.start, end: rule.end }));
    rows.set(i + 1, null);
    let at = i + 2;
    for (; at < lines.length && !(lines[at] as Line).opens && hasStroke((lines[at] as Line).text); at++) rows.set(at, rowOf(raw, lines[at] as Line, null));
    i = at - 1;
  }
  return rows;
}

/** One row: its cells with a tab for each stroke between them. */
function rowOf(raw: string, line: Line, rule: Span | null): Joined {
  const runs: Run[] = [];
  const add = (start: number, end: number): void => {
    let from = start, to = end;
    while (from < to && /\s/u.test(raw[from] as string)) from++;
    while (to > from && /\s/u.test(raw[to - 1] as string)) to--;
    // A stroke that belongs to the words is written \\|.
    for (let stroke = raw.indexOf('\\|', from); stroke >= 0 && stroke < to; stroke = raw.indexOf('\\|', from)) {
      if (stroke > from) runs.push({ start: from, end: stroke, text: null, gap: 'markup' });
      from = stroke + 1;
      if (to - from > 1) { runs.push({ start: from, end: from + 1, text: null, gap: 'markup' }); from++; } else break;
    }
    if (to > from) runs.push({ start: from, end: to, text: null, gap: 'markup' });
  };
  let at = line.text.startsWith('|') ? line.start + 1 : line.start;
  const end = /(?<!\\)\|$/u.test(line.text) && line.end - 1 > at ? line.end - 1 : line.end;
  for (let i = at; i < end; i++) {
    if (raw[i] === '\\') { i++; continue; }
    if (raw[i] !== '|') continue;
    add(at, i);
    runs.push({ start: i, end: i + 1, text: '\t', gap: 'markup' });
    at = i + 1;
  }
  add(at, end);
  const joined = joinRuns(raw, runs);
  const left: Removal[] = rule ? [...joined.left, { ...rule, raw: raw.slice(rule.start, rule.end), reason: 'markup' }] : [...joined.left];
  return { ...joined, left };
}
