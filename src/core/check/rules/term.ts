/**
 * Near misses of the library's fixed wordings (domain: T-1): a wording one step from an established one, which itself
 * stands nowhere in the library. Outside quotations only; better silent than wrong.
 */
import { evidenceOf } from '../../cite/evidence';
import type { Term } from '../../library/types';
import { findExact, unitsOf } from '../../search/finder';
import { fold, foldText } from '../../text/fold';
import type { CheckContext, Fault, ParagraphRule } from '../rule';

/** A wording must be this long, and stand in the library this often, to be fixed. */
const SHORTEST = 7;
const ESTABLISHED = 3;
/** Kinds of terms whose wording is fixed to the letter. */
const FIXED: ReadonlySet<string> = new Set(['set phrase', 'document', 'meeting', 'organisation', 'programme', 'initiative']);

interface FixedWording { readonly folded: string; readonly term: Term }

const tables = new WeakMap<CheckContext, Map<string, FixedWording[]>>();

/** The fixed wordings, by the first and by the last half of their letters: a single change leaves one half whole. */
function tableOf(context: CheckContext): Map<string, FixedWording[]> {
  let table = tables.get(context);
  if (table) return table;
  table = new Map();
  for (const term of context.library.terms) {
    if (!FIXED.has(term.kind) || term.count < ESTABLISHED) continue;
    const folded = foldText(term.term);
    if (folded.length < SHORTEST || !/^\p{Script=Han}+$/u.test(folded)) continue;
    const half = folded.length >> 1;
    for (const key of [`<${folded.slice(0, half)}`, `>${folded.slice(-half)}`]) table.set(key, [...(table.get(key) ?? []), { folded, term }]);
  }
  tables.set(context, table);
  return table;
}

export const termRule: ParagraphRule = {
  scope: 'paragraph', id: 'term.variant', severity: 'warning', basis: null,
  check({ text }, context) {
    const table = tableOf(context);
    if (table.size === 0) return [];
    const lengths = [...new Set([...table.keys()].map((k) => k.length - 1))];
    const faults: Fault[] = [];
    // Marks stay as boundaries: a wording does not reach over a comma.
    for (const m of text.matchAll(/[\p{Script=Han}]+/gu)) {
      if (m[0].length >= SHORTEST - 1) faults.push(...nearMisses(context, table, lengths, m[0], m.index));
    }
    return faults;
  },
};

function nearMisses(context: CheckContext, table: Map<string, FixedWording[]>, lengths: readonly number[], text: string, offset: number): Fault[] {
  const folded = fold(text).text;
  if (folded.length !== text.length) return [];
  const faults: Fault[] = [];
  for (let i = 0; i < folded.length; i++) {
    for (const n of lengths) {
      const piece = folded.slice(i, i + n);
      if (piece.length < n) continue;
      for (const { folded: wording, term } of table.get(`<${piece}`) ?? []) {
        for (const length of [wording.length, wording.length + 1, wording.length - 1]) consider(i, i + length, wording, term);
      }
      for (const { folded: wording, term } of table.get(`>${piece}`) ?? []) {
        for (const length of [wording.length, wording.length + 1, wording.length - 1]) consider(i + n - length, i + n, wording, term);
      }
    }
  }
  return faults;

  function consider(start: number, end: number, wording: string, term: Term): void {
    if (start < 0 || end > folded.length) return;
    const words = folded.slice(start, end);
    if (!oneInnerChange(words, wording) || folded.includes(wording, Math.max(0, start - 2)) && folded.indexOf(wording, Math.max(0, start - 2)) <= start + 2) return;
    if (faults.some((f) => f.start < offset + end && offset + start < f.end)) return;
    if (findExact(context.finder, unitsOf(words), 1).length > 0) return;
    const slice = term.definition ?? term.context;
    const written = text.slice(start, end);
    faults.push({
      start: offset + start, end: offset + end,
      words: {
        'zh-cn': `“${written}”与库中固定表述“${term.term}”（${term.count} 处）只差一字`,
        en: `“${written}” is one step from the library's fixed wording “${term.term}” (${term.count} places)`,
      },
      source: slice ? evidenceOf(context.library, slice) : null,
      fixes: [{ edits: [{ start: offset + start, end: offset + end, newText: term.term }], preferred: false }],
    });
  }
}

const FREE = /^(?:[的地之了着]?|[和与及同跟暨]|[等及]?)$/u;

/** One letter exchanged, lost or added, or two neighbours turned round, with whole letters on both sides. */
export function oneInnerChange(a: string, b: string): boolean {
  if (a === b || a.length < 2 || b.length < 2) return false;
  let head = 0, tail = 0;
  while (head < a.length && head < b.length && a[head] === b[head]) head++;
  while (tail < a.length - head && tail < b.length - head && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail++;
  if (head === 0 || tail === 0) return false;
  const x = a.slice(head, a.length - tail), y = b.slice(head, b.length - tail);
  // 和 for 与 and a 的 more or less: everybody's free choice outside quotation marks.
  if (FREE.test(x) && FREE.test(y)) return false;
  return (x.length <= 1 && y.length <= 1) || (x.length === 2 && x[0] === y[1] && x[1] === y[0]);
}
