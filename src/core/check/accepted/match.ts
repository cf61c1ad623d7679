/** Which findings are accepted, and which rows have come to nothing. */
import { hashOf } from '../../text/hash';
import { sentences } from '../../text/sentences';
import type { CheckedQuotation, Finding, StaleRow } from '../types';
import { rowId, type AcceptedRow, type AcceptedScope } from './row';

/** Both sides of a finding, as a row keeps them. */
export interface FindingKey {
  readonly words: string;
  readonly draft: string;
  readonly source: string | null;
}

/** Layout is no part of the words: a paragraph that is wrapped anew says the same. */
const sideOf = (text: string): string => hashOf(text.replace(/\s+/gu, ''));

/** Makes the keys of a draft's findings: the words underlined, the quotation or the sentence around them, and the source's words. */
export function keysOf(text: string, quotations: readonly CheckedQuotation[]): (finding: Finding) => FindingKey {
  return (finding) => {
    const quotation = quotations.find(({ start, end }) => start <= finding.start && finding.end <= end);
    return {
      words: text.slice(finding.start, finding.end),
      draft: sideOf(quotation ? quotation.text : sentenceAround(text, finding)),
      source: finding.source ? sideOf(finding.source.text) : null,
    };
  };
}

/** The sentence of the line that holds a place; both sentences where it reaches over their border. */
function sentenceAround(text: string, { start, end }: { readonly start: number; readonly end: number }): string {
  const from = text.lastIndexOf('\n', start - 1) + 1;
  const next = text.indexOf('\n', end);
  const line = text.slice(from, next < 0 ? text.length : next);
  const inside = sentences(line).filter((sentence) => from + sentence.start < Math.max(end, start + 1) && start < from + sentence.end);
  return inside.length > 0 ? line.slice((inside[0] as { start: number }).start, (inside.at(-1) as { end: number }).end) : line;
}

/** A new row for a finding. */
export function acceptRow(finding: Finding, key: FindingKey, scope: AcceptedScope, file: string, stated: { readonly reason: string; readonly author: string; readonly date: string }): AcceptedRow {
  const row = {
    rule: finding.rule, scope, file: scope === 'wording' ? null : file, words: scope === 'file' ? '' : key.words,
    draft: scope === 'here' ? key.draft : null, source: scope === 'file' ? null : key.source,
  };
  return { id: rowId(row), ...row, ...stated };
}

/** Tells the accepted findings of a draft; ask it about each finding, then for the rows that are left over. */
export function matcherOf(rows: readonly AcceptedRow[], file: string | null): { accepts(finding: Finding, key: FindingKey): AcceptedRow | null; stale(): StaleRow[] } {
  const byRule = new Map<string, AcceptedRow[]>();
  for (const row of rows) if (row.file === null || row.file === file) byRule.set(row.rule, [...(byRule.get(row.rule) ?? []), row]);
  const used = new Set<string>(), changed = new Set<string>();
  return {
    accepts(finding, key) {
      let found: AcceptedRow | null = null;
      for (const row of byRule.get(finding.rule) ?? []) {
        const sameDraft = row.scope === 'file' || (row.words === key.words && (row.scope === 'wording' || row.draft === key.draft));
        if (!sameDraft) continue;
        if (row.scope === 'file' || row.source === key.source) { used.add(row.id); found ??= row; } else changed.add(row.id);
      }
      return found;
    },
    // A wording may stand in other drafts: only where its source has changed this one can tell.
    stale: () => [...byRule.values()].flat().filter(({ id, scope }) => !used.has(id) && (scope === 'here' || changed.has(id)))
      .map((row) => ({ row, why: changed.has(row.id) ? 'source-changed' : 'draft-changed' })),
  };
}
