/** The report for a terminal. */
import type { Severity } from '../core/check/types';
import { derivedWords } from '../core/check/figures/messages';
import type { Locale } from '../core/features/types';
import { ACCEPTED_HEAD, acceptedWords, STALE_HEAD, staleWords } from './report';
import { excerpt, inOrder, positionsIn, severityName, summaryOf, type CheckedDraft } from './report';

const COLOURS: Readonly<Record<Severity, string>> = { error: '31', warning: '33', information: '36', hint: '2' };

export function prettyReport(drafts: readonly CheckedDraft[], locale: Locale, coloured: boolean): string {
  const paint = (text: string, code: string) => (coloured ? `\u001b[${code}m${text}\u001b[0m` : text);
  const lines: string[] = [];
  for (const draft of drafts) {
    const position = positionsIn(draft.text);
    lines.push(paint(draft.file, '1'));
    for (const finding of inOrder(draft.result.findings)) {
      const { line, column } = position(finding.start);
      const { before, marked, after } = excerpt(draft.text, finding);
      lines.push(`  ${line}:${column}  ${paint(severityName(finding.severity, locale), COLOURS[finding.severity])}  ${finding.message}  ${paint(finding.rule, '2')}`);
      lines.push(`      ${before}${paint(coloured ? marked : `[${marked}]`, '4')}${after}`);
      if (finding.source) lines.push(paint(`      → ${finding.source.text}  ${finding.source.citation}`, '2'));
    }
    for (const figure of draft.result.figures) {
      if (!figure.derived) continue;
      const { line, column } = position(figure.start);
      lines.push(paint(`  ${line}:${column}  ${figure.raw.trim()}  ${derivedWords(figure.derived, locale)}`, '2'));
    }
    for (const one of draft.result.accepted) {
      const { line, column } = position(one.finding.start);
      lines.push(paint(`  ${line}:${column}  ${ACCEPTED_HEAD[locale]}  ${one.finding.message}  ${acceptedWords(one, locale)}  ${one.finding.rule}`, '2'));
    }
    for (const one of draft.result.stale) lines.push(`  ${paint(STALE_HEAD[locale], '33')}  ${staleWords(one, locale)}`);
    lines.push(`  ${summaryOf(draft, locale)}`, '');
  }
  return lines.join('\n');
}
