/** Pairs of quotation marks in a paragraph: Chinese, corner, straight and English ones, nested, and those never closed. */
import type { Span } from '../../text/offsets';

/** A pair of marks. `start`, `end` are the words inside it; `open` and `close` the marks themselves (`close` is exclusive). */
export interface MarkedSpan extends Span {
  readonly open: number;
  readonly close: number;
  /** How many other pairs hold this one. */
  readonly depth: number;
  /** Whether a closing mark was found in this paragraph; if not, `end` is the paragraph's end. */
  readonly closed: boolean;
}

const CLOSER: Readonly<Record<string, string>> = { '“': '”', '「': '」', '『': '』', '‘': '’', '〝': '〞' };
const CLOSERS = new Set([...Object.values(CLOSER), '〟']);
const STRAIGHT = new Set(['"', '＂']);

const ANY_MARK = /[“”「」『』‘’〝〞〟"＂]/g;

interface Open { readonly at: number; readonly closer: string }

/** An English apostrophe is written with the closing single mark; it closes nothing between two letters. */
function isApostrophe(text: string, at: number): boolean {
  return /[A-Za-z0-9]/.test(text[at - 1] ?? '') && /[A-Za-z]/.test(text[at + 1] ?? '');
}

/** Whether a straight mark opens: by what stands beside it, in doubt by turns. */
function straightOpens(text: string, at: number, isOpen: boolean): boolean {
  const before = text[at - 1] ?? '', after = text[at + 1] ?? '';
  const loose = (c: string) => c === '' || /[\s(（\[：:，,—-]/.test(c);
  if (isOpen) return loose(before) && !loose(after) && /\s|^$/.test(before) && !/[\s.,;:!?，。；：！？)）]|^$/.test(after) && hasLaterStraight(text, at);
  return true;
}

/** A second opening mark makes sense only where two more marks follow to close both. */
function hasLaterStraight(text: string, at: number): boolean {
  let count = 0;
  for (let i = at + 1; i < text.length; i++) if (STRAIGHT.has(text[i] as string)) count++;
  return count >= 2 && count % 2 === 0;
}

/** All pairs of a paragraph, in order of their opening marks. Offsets are into `text`. */
export function findMarks(text: string): MarkedSpan[] {
  const found: { open: number; close: number; closed: boolean }[] = [];
  const stack: Open[] = [];
  const close = (index: number, at: number): void => {
    // Marks opened later and still open were never closed: they are dropped, the outer pair holds.
    const [open] = stack.splice(index);
    if (open) found.push({ open: open.at, close: at + 1, closed: true });
  };
  for (const { 0: c, index: i } of text.matchAll(ANY_MARK)) {
    if (STRAIGHT.has(c)) {
      const index = stack.findLastIndex((o) => o.closer === c);
      if (index >= 0 && !straightOpens(text, i, true)) close(index, i);
      else stack.push({ at: i, closer: c });
    } else if (CLOSER[c] !== undefined) {
      if (c === '‘' && isApostrophe(text, i)) continue;
      stack.push({ at: i, closer: CLOSER[c] as string });
    } else if (CLOSERS.has(c) && !(c === '’' && isApostrophe(text, i))) {
      const index = stack.findLastIndex((o) => o.closer === c);
      if (index >= 0) close(index, i);
      // Scanned texts have ”…” for “…”: a closing mark behind a colon that another one follows stands for an opening one.
      else if (c === '”' && /[：:，,]/.test(text[i - 1] ?? '') && /^[^“”]+”/.test(text.slice(i + 1))) stack.push({ at: i, closer: c });
    }
  }
  for (const open of unclosed(text, stack)) found.push({ open, close: text.length, closed: false });
  found.sort((a, b) => a.open - b.open || b.close - a.close);
  return nest(found);
}

/** Opening marks that stay open: the last one at most, and only double ones, because a lone ‘ is often an apostrophe. */
function unclosed(text: string, stack: readonly Open[]): number[] {
  const last = stack.findLast((o) => o.closer !== '’' && text.length - o.at > 2);
  return last ? [last.at] : [];
}

function nest(found: readonly { open: number; close: number; closed: boolean }[]): MarkedSpan[] {
  const spans: MarkedSpan[] = [];
  const around: number[] = [];
  for (const f of found) {
    while (around.length > 0 && (around.at(-1) as number) < f.close) around.pop();
    const end = f.closed ? f.close - 1 : f.close;
    spans.push({ open: f.open, close: f.close, start: f.open + 1, end, depth: around.length, closed: f.closed });
    around.push(f.close);
  }
  return spans;
}

/** Only the pairs that no other pair holds; a pair that was never closed holds nothing. */
export function outermost(spans: readonly MarkedSpan[]): MarkedSpan[] {
  const result: MarkedSpan[] = [];
  let behind = 0;
  for (const s of spans) {
    if (s.open < behind) continue;
    if (!s.closed && spans.some((o) => o.open > s.open)) continue;
    result.push(s);
    behind = s.close;
  }
  return result;
}
