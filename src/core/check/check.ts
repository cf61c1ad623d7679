/** A draft is checked: all rules, one answer; nothing is flagged twice. */
import type { Library } from '../library/types';
import { createFinder } from '../search/finder';
import type { CheckOptions } from '../service';
import { parseDraft } from './draft';
import type { CheckContext } from './rule';
import { RULES } from './rules';
import type { CheckedFigure, CheckedQuotation, CheckResult, Draft, Finding, Severity } from './types';

/** Verdicts kept; beyond that the oldest go. */
const MOST_KEPT = 5000;

/** What the checks need of a library. */
export function checkContext(library: Library): CheckContext {
  return { library, finder: createFinder(library.index), judged: new Map() };
}

export function checkDraft(context: CheckContext, draft: Draft, options: CheckOptions): CheckResult {
  if (context.judged.size > MOST_KEPT) context.judged.clear();
  const parsed = parseDraft(draft);
  const findings: Finding[] = [], quotations: CheckedQuotation[] = [], figures: CheckedFigure[] = [];
  for (const rule of RULES) {
    const result = rule.check({ context, parsed, locale: options.locale });
    quotations.push(...(result.quotations ?? []));
    // A figure inside a quotation is the quotation's matter.
    const inQuotation = (f: { start: number; end: number }): boolean => quotations.some((q) => q.verdict !== 'not-in-library' && f.start >= q.start && f.end <= q.end);
    figures.push(...(result.figures ?? []).filter((f) => !inQuotation(f)));
    for (const finding of result.findings) {
      if (finding.rule.startsWith('figure') && inQuotation(finding)) continue;
      if (findings.some((other) => other.start < finding.end && finding.start < other.end && !sameRule(other, finding))) continue;
      const severity = severityOf(finding, options.severities);
      if (severity) findings.push({ ...finding, severity });
    }
  }
  findings.sort((a, b) => a.start - b.start || a.end - b.end);
  return { findings, quotations, figures };
}

const sameRule = (a: Finding, b: Finding): boolean => a.rule.split('.')[0] === b.rule.split('.')[0] && a.rule !== b.rule;

const SEVERITIES: ReadonlySet<string> = new Set(['error', 'warning', 'information', 'hint']);

/** The severity the user has set for the rule or its group (`quote`), else its own; null where it is switched off. */
function severityOf(finding: Finding, set: CheckOptions['severities']): Severity | null {
  const wanted = set?.[finding.rule] ?? set?.[finding.rule.split('.')[0] as string];
  if (wanted === 'off') return null;
  return wanted !== undefined && SEVERITIES.has(wanted) ? (wanted as Severity) : finding.severity;
}
