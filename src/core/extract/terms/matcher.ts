/**
 * Finds terms in a text: a hash trie in typed arrays over folded characters (width, script, case; marks and blanks dropped),
 * so that one pass over the text finds every form of every term, Traditional ones and such with blanks or marks inside too.
 */
import type { Span } from '../../text/offsets';
import { foldText, foldedUnit } from '../../text/fold';

/** A place of a text that is a term; `term` is its index in the list the matcher was built from. */
export interface TermMatch extends Span {
  readonly term: number;
}

export interface TermMatcher {
  /** Longest matches from left to right, none inside another. Offsets are UTF-16 code units of `text`. */
  matches(text: string): TermMatch[];
  /** Every match, those inside others too, by start, then longest first. */
  all(text: string): TermMatch[];
  /** The matches that hold the character at `offset` or end there, longest first. */
  at(text: string, offset: number): TermMatch[];
}

/** What the matcher needs of a term. */
export interface MatchableTerm {
  readonly term: string;
  readonly variants: readonly { readonly form: string }[];
}

/** No term goes on behind one of these. Other dropped characters (blanks, 、, quotation marks, dashes, one line end) may stand inside. */
const SEPARATORS = new Set('。！？；;，,：:!?…()（）[]【】<>《》|\t'.split('').map((c) => c.charCodeAt(0)));
const LINE_END = 10;
const LONGEST_GAP = 4;

function isLatin(unit: number): boolean {
  return (unit >= 48 && unit <= 57) || (unit >= 65 && unit <= 90) || (unit >= 97 && unit <= 122) || (unit >= 0xc0 && unit <= 0x24f);
}

/** Builds a matcher for all forms of the terms; where two terms share a form the first one has it. */
export function buildTermMatcher(terms: readonly MatchableTerm[]): TermMatcher {
  const keys: [string, number][] = [];
  terms.forEach((term, index) => {
    for (const form of [term.term, ...term.variants.map((v) => v.form)]) {
      const key = foldText(form);
      if (key.length > 1) keys.push([key, index]);
    }
  });
  let size = 1;
  for (const [key] of keys) size += key.length;
  let capacity = 1024;
  while (capacity < size * 2) capacity *= 2;
  const mask = capacity - 1;
  const parents = new Int32Array(capacity);
  const units = new Uint16Array(capacity);
  const children = new Int32Array(capacity);
  const termOf = new Int32Array(size + 1).fill(-1);
  const first = new Int32Array(0x10000);
  let nodes = 1;

  // Node 0 is the root and never a child, so 0 says "none".
  const slot = (node: number, unit: number): number => {
    let at = (Math.imul(node, 0x9e3779b1) ^ Math.imul(unit, 0x85ebca6b)) >>> 7 & mask;
    while (children[at] !== 0 && (parents[at] !== node || units[at] !== unit)) at = (at + 1) & mask;
    return at;
  };
  for (const [key, index] of keys) {
    let node = first[key.charCodeAt(0)] as number;
    if (node === 0) { node = nodes++; first[key.charCodeAt(0)] = node; }
    for (let i = 1; i < key.length; i++) {
      const at = slot(node, key.charCodeAt(i));
      if (children[at] === 0) { parents[at] = node; units[at] = key.charCodeAt(i); children[at] = nodes++; }
      node = children[at] as number;
    }
    if (termOf[node] === -1) termOf[node] = index;
  }

  /** Calls back for each form that starts at `start`, shortest first. */
  function walk(text: string, start: number, found: (end: number, term: number) => void): void {
    const unit = foldedUnit(text.charCodeAt(start));
    if (unit < 0) return;
    let node = first[unit] as number;
    if (node === 0) return;
    const latinStart = isLatin(text.charCodeAt(start));
    if (latinStart && start > 0 && isLatin(text.charCodeAt(start - 1))) return;
    let gap = 0, lines = 0;
    for (let i = start + 1; ; i++) {
      const term = termOf[node] as number;
      if (gap === 0 && term >= 0) {
        const cutsWord = i < text.length && isLatin(text.charCodeAt(i - 1)) && isLatin(text.charCodeAt(i));
        if (!cutsWord) found(i, term);
      }
      if (i >= text.length) return;
      const raw = text.charCodeAt(i);
      const next = foldedUnit(raw);
      if (next < 0) {
        if (raw === LINE_END) lines++;
        if (++gap > LONGEST_GAP || lines > 1 || SEPARATORS.has(raw)) return;
        continue;
      }
      gap = 0;
      const at = slot(node, next);
      node = children[at] as number;
      if (node === 0) return;
    }
  }

  function all(text: string): TermMatch[] {
    const result: TermMatch[] = [];
    for (let i = 0; i < text.length; i++) {
      const from = result.length;
      walk(text, i, (end, term) => { result.push({ start: i, end, term }); });
      if (result.length - from > 1) result.push(...result.splice(from).reverse());
    }
    return result;
  }

  return {
    all,
    matches(text) {
      const result: TermMatch[] = [];
      let bestEnd = 0, bestTerm = -1;
      const keep = (end: number, term: number): void => { bestEnd = end; bestTerm = term; };
      for (let i = 0; i < text.length; i++) {
        bestTerm = -1;
        walk(text, i, keep);
        if (bestTerm < 0) continue;
        result.push({ start: i, end: bestEnd, term: bestTerm });
        i = bestEnd - 1;
      }
      return result;
    },
    at(text, offset) {
      const from = Math.max(0, offset - 120), to = Math.min(text.length, offset + 160);
      return all(text.slice(from, to))
        .map((m) => ({ start: m.start + from, end: m.end + from, term: m.term }))
        .filter((m) => m.start <= offset && offset <= m.end && (m.start > from || from === 0))
        .sort((a, b) => (b.end - b.start) - (a.end - a.start) || a.start - b.start);
    },
  };
}
