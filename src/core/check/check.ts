/** A draft is checked: all rules, one answer; nothing is flagged twice. */
import type { Library } from '../library/types';
import { createFinder } from '../search/finder';
import type { CheckOptions } from '../service';
import { parseDraft } from './draft';
import { checkParagraphs } from './paragraphRules';
import type { CheckContext, Profile } from './rule';
import { DRAFT_RULES, PARAGRAPH_RULES } from './rules';
import type { CheckedFigure, CheckedQuotation, CheckResult, Draft, Finding, Severity } from './types';

/** Verdicts kept; beyond that the oldest go. */
const MOST_KEPT = 5000;

/** What the checks need of a library. */
export function checkContext(library: Library): CheckContext {
  return { library, finder: createFinder(library.index), judged: new Map(), paragraphs: new Map() };
}

export function checkDraft(context: CheckContext, draft: Draft, options: CheckOptions): CheckResult {
  if (context.judged.size > MOST_KEPT) context.judged.clear();
  const parsed = parseDraft(draft);
  const findings: Finding[] = [], quotations: CheckedQuotation[] = [], figures: CheckedFigure[] = [];
  const add = (finding: Finding, profile: Profile | null, off: boolean): void => {
    if (findings.some((other) => other.start < finding.end && finding.start < other.end && !sameGroup(other, finding))) return;
    const severity = severityOf(finding, options, profile, off);
    if (severity) findings.push({ ...finding, severity });
  };
  for (const rule of DRAFT_RULES) {
    const result = rule.check({ context, parsed, locale: options.locale });
    quotations.push(...(result.quotations ?? []));
    // A figure inside a quotation is the quotation's matter.
    const inQuotation = within(quotations.filter(({ verdict }) => verdict !== 'not-in-library'));
    figures.push(...(result.figures ?? []).filter((f) => !inQuotation(f)));
    for (const finding of result.findings) if (!finding.rule.startsWith('figure') || !inQuotation(finding)) add(finding, rule.profile ?? null, false);
  }
  // Whoever is quoted wrote as they wrote: no rule of wording speaks inside quoted words, whether the library holds them or not.
  const quoted = within(quotations);
  for (const { inQuotations, profile, off, ...finding } of checkParagraphs(context, parsed, PARAGRAPH_RULES, options.locale)) {
    if (inQuotations || !quoted(finding)) add(finding, profile, off);
  }
  findings.sort((a, b) => a.start - b.start || a.end - b.end);
  return { findings, quotations, figures };
}

/** Whether a span lies in one of these, which do not overlap and stand in order. */
function within(spans: readonly { readonly start: number; readonly end: number }[]): (span: { readonly start: number; readonly end: number }) => boolean {
  const sorted = [...spans].sort((a, b) => a.start - b.start);
  return ({ start, end }) => {
    let low = 0, high = sorted.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sorted[middle] as { start: number }).start <= start) low = middle + 1; else high = middle;
    }
    const last = sorted[low - 1];
    return last !== undefined && start >= last.start && end <= last.end;
  };
}

const sameGroup = (a: Finding, b: Finding): boolean => a.rule.split('.')[0] === b.rule.split('.')[0] && a.rule !== b.rule;

const SEVERITIES: ReadonlySet<string> = new Set(['error', 'warning', 'information', 'hint']);

/** The severity the user has set for the rule or its group (`quote`), else its own; null where it is switched off or not asked for. */
function severityOf(finding: Finding, { severities, profiles }: CheckOptions, profile: Profile | null, off: boolean): Severity | null {
  const own = severities?.[finding.rule], group = severities?.[finding.rule.split('.')[0] as string];
  const asked = !off && (profile === null || (profiles?.includes(profile) ?? false));
  // A group's severity says how loud its rules are, not that those which are off shall speak.
  const wanted = own ?? (asked ? group : 'off');
  if (wanted === 'off') return null;
  return wanted !== undefined && SEVERITIES.has(wanted) ? (wanted as Severity) : asked ? finding.severity : null;
}
