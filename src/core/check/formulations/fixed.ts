/** The library's fixed wordings, and the places of a text that are one step from one of them. */
import type { Library, Term } from '../../library/types';
import { fold, foldText } from '../../text/fold';
import { oneInnerChange, type Change } from './oneChange';

/** A wording must be this long to be fixed, and stand in the library this often. A short one must be the commoner. */
const SHORTEST = 5, SURE = 7;
const ESTABLISHED = 3, ESTABLISHED_SHORT = 4;
/** Kinds of terms whose wording is fixed to the letter. */
const FIXED: ReadonlySet<string> = new Set(['set phrase', 'document', 'meeting', 'organisation', 'programme', 'initiative']);

interface FixedWording { readonly folded: string; readonly term: Term }

export interface NearMiss {
  /** Offsets into the text. */
  readonly start: number;
  readonly end: number;
  /** The words as they stand, folded. */
  readonly folded: string;
  readonly term: Term;
  readonly change: Change;
}

interface Table {
  /** Wordings by their first (<) and by their last (>) half: a single change leaves one half whole. */
  readonly byHalf: ReadonlyMap<string, readonly FixedWording[]>;
  readonly lengths: readonly number[];
}

const tables = new WeakMap<Library, Table>();

function tableOf(library: Library): Table {
  let table = tables.get(library);
  if (table) return table;
  const byHalf = new Map<string, FixedWording[]>();
  for (const term of library.terms) {
    if (!FIXED.has(term.kind)) continue;
    const folded = foldText(term.term);
    if (folded.length < SHORTEST || term.count < (folded.length < SURE ? ESTABLISHED_SHORT : ESTABLISHED) || !/^\p{Script=Han}+$/u.test(folded)) continue;
    const half = folded.length >> 1;
    for (const key of [`<${folded.slice(0, half)}`, `>${folded.slice(-half)}`]) byHalf.set(key, [...(byHalf.get(key) ?? []), { folded, term }]);
  }
  tables.set(library, table = { byHalf, lengths: [...new Set([...byHalf.keys()].map((key) => key.length - 1))] });
  return table;
}

/** The last text that was asked about: two rules ask about the same one. */
let last: { readonly library: Library; readonly text: string; readonly found: NearMiss[] } | null = null;

/** All places of a paragraph that are one step from a fixed wording and are not it. No two overlap. */
export function nearMisses(library: Library, text: string): readonly NearMiss[] {
  if (last?.library === library && last.text === text) return last.found;
  const table = tableOf(library);
  const found: NearMiss[] = [];
  // Marks stay as boundaries: a wording does not reach over a comma.
  if (table.byHalf.size > 0) for (const m of text.matchAll(/\p{Script=Han}+/gu)) if (m[0].length >= SHORTEST - 1) scan(table, m[0], m.index, found);
  last = { library, text, found };
  return found;
}

/** Whether a wording has a mark before a folded letter: a word in its place is another sentence, 碳达峰到碳中和 for 碳达峰、碳中和. */
function hasMarkAt(wording: string, at: number): boolean {
  const { origin } = fold(wording);
  return (origin[at] as number) - (origin[at - 1] as number) > 1;
}

function scan({ byHalf, lengths }: Table, text: string, offset: number, found: NearMiss[]): void {
  const folded = fold(text).text;
  if (folded.length !== text.length) return;
  for (let i = 0; i < folded.length; i++) {
    for (const n of lengths) {
      const piece = folded.slice(i, i + n);
      if (piece.length < n) continue;
      for (const { folded: wording, term } of byHalf.get(`<${piece}`) ?? []) {
        for (const length of [wording.length, wording.length + 1, wording.length - 1]) consider(i, i + length, wording, term);
      }
      for (const { folded: wording, term } of byHalf.get(`>${piece}`) ?? []) {
        for (const length of [wording.length, wording.length + 1, wording.length - 1]) consider(i + n - length, i + n, wording, term);
      }
    }
  }

  function consider(start: number, end: number, wording: string, term: Term): void {
    if (start < 0 || end > folded.length) return;
    const words = folded.slice(start, end);
    const change = oneInnerChange(words, wording);
    if (!change || (change.to === '' && hasMarkAt(term.term, change.at))) return;
    // The wording itself stands there, and the piece only begins a letter too early or too late.
    const near = folded.indexOf(wording, Math.max(0, start - 2));
    if (near >= 0 && near <= start + 2) return;
    if (found.some((other) => other.start < offset + end && offset + start < other.end)) return;
    found.push({ start: offset + start, end: offset + end, folded: words, term, change });
  }
}
