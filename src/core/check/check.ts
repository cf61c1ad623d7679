/** A draft is checked: all rules, one answer; nothing is flagged twice. */
import type { Steps } from '../library/steps';
import type { Library } from '../library/types';
import { createFinder } from '../search/finder';
import type { CheckOptions } from '../service';
import { silencesOf } from './accepted/comments';
import { keysOf, matcherOf } from './accepted/match';
import { parseDraft, type ParsedDraft } from './draft';
import { learnLists } from './formulations/countedLists';
import { sourcesToLearnFrom } from './formulations/perSource';
import { learnTitles } from './formulations/titles';
import { packRules } from './packs/packRule';
import { checkParagraphs } from './paragraphRules';
import type { CheckContext, Profile } from './rule';
import { DRAFT_RULES, PARAGRAPH_RULES } from './rules';
import type { AcceptedFinding, CheckedFigure, CheckedQuotation, CheckResult, Draft, Finding, Severity, TextEdit } from './types';

/** Verdicts kept; beyond that the oldest go. */
const MOST_KEPT = 5000;

/** What the checks need of a library. */
export function checkContext(library: Library): CheckContext {
  return { library, finder: createFinder(library.index), judged: new Map(), paragraphs: new Map() };
}

/** Learns what rules ask of the sources' texts, a source a step. A check that comes before it has ended learns the rest itself. */
export function* learningSteps(library: Library): Steps<void> {
  for (const source of sourcesToLearnFrom(library)) {
    learnLists(source);
    learnTitles(source);
    yield;
  }
}

export function checkDraft(context: CheckContext, draft: Draft, options: CheckOptions): CheckResult {
  if (context.judged.size > MOST_KEPT) context.judged.clear();
  const parsed = parseDraft(draft);
  const packs = packRules(options.packs ?? []);
  const all: Finding[] = [], quotations: CheckedQuotation[] = [], figures: CheckedFigure[] = [];
  const hear = (finding: Finding, profile: Profile | null, off: boolean): void => {
    const severity = severityOf(finding, options, profile, off);
    if (severity) all.push({ ...asWritten(draft.language === 'latex' ? inLatex(finding) : finding, parsed), severity });
  };
  for (const rule of DRAFT_RULES) {
    if (rule.profile && !options.profiles?.includes(rule.profile) && !rule.ids.some((id) => options.severities?.[id])) continue;
    const result = rule.check({ context, parsed, locale: options.locale });
    quotations.push(...(result.quotations ?? []));
    // A figure inside a quotation is the quotation's matter.
    const inQuotation = within(quotations.filter(({ verdict }) => verdict !== 'not-in-library'));
    figures.push(...(result.figures ?? []).filter((f) => !inQuotation(f)));
    for (const finding of result.findings) if (!finding.rule.startsWith('figure') || !inQuotation(finding)) hear(finding, rule.profile ?? null, false);
  }
  // Whoever is quoted wrote as they wrote: no rule of wording speaks inside quoted words, whether the library holds them or not.
  const quoted = within(quotations);
  for (const { inQuotations, profile, off, ...finding } of checkParagraphs(context, parsed, [...PARAGRAPH_RULES, ...packs.rules], options.locale)) {
    if (inQuotations || !quoted(finding)) hear(finding, profile, off);
  }
  const { findings, accepted, stale } = setAside(draft, withoutTwins(all), quotations, options);
  return { findings, quotations, figures, accepted, stale, problems: packs.problems };
}

/** In LaTeX a percent sign begins a comment: what is put in is written as LaTeX wants it. A rule may have copied what the draft has escaped already. */
function inLatex(finding: Finding): Finding {
  const escaped = (edits: readonly TextEdit[]): TextEdit[] => edits.map((e) => ({ ...e, newText: e.newText.replace(/(?<!\\)[%&$#_{}]/gu, '\\$&') }));
  return { ...finding, edits: escaped(finding.edits), fixes: finding.fixes.map((fix) => ({ ...fix, edits: escaped(fix.edits) })) };
}

/**
 * Without the edits that would cut into markup: where the prose has a mark that the draft writes by a command, an element or an
 * entity, nothing can be put or taken away by the letter.
 */
function asWritten(finding: Finding, { draft: { text }, prose }: ParsedDraft): Finding {
  const differs = (i: number): boolean => prose[i] !== text[i] && text[i] !== '\r';
  const isMark = (i: number): boolean => differs(i) && prose[i] !== ' ';
  const cuts = ({ start, end }: TextEdit): boolean => {
    for (let i = start; i < end; i++) if (isMark(i)) return true;
    return (isMark(start - 1) && differs(start)) || (isMark(end) && differs(end - 1));
  };
  if (prose === text || !finding.fixes.some(({ edits }) => edits.some(cuts))) return finding;
  return { ...finding, edits: finding.edits.some(cuts) ? [] : finding.edits, fixes: finding.fixes.filter(({ edits }) => !edits.some(cuts)) };
}

/** In the order of the draft; of two rules that speak of one place, the one that was asked first is heard. */
function withoutTwins(all: readonly Finding[]): Finding[] {
  const kept: Finding[] = [];
  const order = all.map((finding, asked) => ({ finding, asked })).sort((a, b) => a.finding.start - b.finding.start || a.finding.end - b.finding.end || a.asked - b.asked);
  const dropped = new Set<number>();
  order.forEach((one, i) => {
    // Sorted by their start: who overlaps stands close by.
    for (let j = i + 1; j < order.length && (order[j] as typeof one).finding.start < one.finding.end; j++) {
      const other = order[j] as typeof one;
      if (sameGroup(one.finding, other.finding) || other.finding.end <= one.finding.start) continue;
      dropped.add(one.asked < other.asked ? other.asked : one.asked);
    }
    kept.push(one.finding);
  });
  return kept.filter((_, i) => !dropped.has((order[i] as { asked: number }).asked));
}

/** Findings apart from those that somebody lets stand. */
function setAside(draft: Draft, all: readonly Finding[], quotations: readonly CheckedQuotation[], options: CheckOptions): Pick<CheckResult, 'findings' | 'accepted' | 'stale'> {
  const silence = silencesOf(draft), keyOf = keysOf(draft.text, quotations);
  const rows = options.accepted?.rows ?? [];
  const matcher = matcherOf(rows, options.accepted?.file ?? null);
  const findings: Finding[] = [], accepted: AcceptedFinding[] = [];
  for (const finding of all) {
    const reason = silence(finding);
    const row = rows.length > 0 ? matcher.accepts(finding, keyOf(finding)) : null;
    if (reason !== undefined) accepted.push({ finding, by: 'comment', row: null, reason, author: null, date: null });
    else if (row) accepted.push({ finding, by: 'row', row: row.id, reason: row.reason, author: row.author, date: row.date });
    else findings.push(finding);
  }
  return { findings, accepted, stale: matcher.stale() };
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
