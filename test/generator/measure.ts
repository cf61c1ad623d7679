/** Checks the cases and counts: one row a kind. */
import { checkContext, checkDraft } from '../../src/core/check/check';
import type { CheckResult, Finding, TextEdit } from '../../src/core/check/types';
import type { Library } from '../../src/core/library/types';
import type { Case } from './cases';

export interface Row {
  readonly name: string;
  cases: number;
  /** The quotation was found and its verdict is right. */
  verdict: number;
  /** What must be pointed out was (in a case that must be silent: nothing was). */
  recall: number;
  /** Of those pointed out: the span touches the changed letters and goes hardly beyond them. */
  exact: number;
  severity: number;
  kind: number;
  /** Cases whose preferred fix must mend, and those that it mended. */
  mendable: number;
  mended: number;
  /** Warnings and errors on what is right. */
  alarms: number;
}

export interface Measured { readonly rows: readonly Row[]; readonly misses: readonly string[] }

const LOUD = ['error', 'warning'];
const RANKS = ['hint', 'information', 'warning', 'error'];
const ofQuotation = (f: Finding): boolean => f.rule.startsWith('quote');

/** The draft after edits; null where they overlap. */
export function edited(draft: string, edits: readonly TextEdit[]): string {
  return [...edits].sort((a, b) => b.start - a.start).reduce((text, e) => text.slice(0, e.start) + e.newText + text.slice(e.end), draft);
}

/** `slack` letters around the changed place are its neighbours; a number is underlined whole. */
const near = (f: { start: number; end: number }, span: { start: number; end: number }, slack: number): boolean => f.start <= span.end + slack && f.end >= span.start - slack;

export function measure(library: Library, cases: readonly Case[]): Measured {
  const context = checkContext(library);
  const check = (draft: string, language: Case['language']): CheckResult => checkDraft(context, { text: draft, language }, { locale: 'zh-cn' });
  const rows = new Map<string, Row>();
  const misses: string[] = [];
  for (const c of cases) {
    const row = rows.get(c.name) ?? { name: c.name, cases: 0, verdict: 0, recall: 0, exact: 0, severity: 0, kind: 0, mendable: 0, mended: 0, alarms: 0 };
    rows.set(c.name, row);
    row.cases++;
    const result = check(c.draft, c.language);
    const findings = result.findings.filter(ofQuotation);
    const loud = findings.filter((f) => LOUD.includes(f.severity));
    const { quoted } = c;
    const quotation = quoted === null ? undefined : result.quotations.find((q) => q.start <= quoted.start + 2 && q.end >= quoted.end - 2);
    const rightVerdict = quoted === null ? true : quotation !== undefined && c.verdicts.includes(quotation.verdict);
    if (rightVerdict) row.verdict++;
    const wanted = c.finding;
    let ok = rightVerdict;
    if (wanted === null) {
      row.alarms += loud.length;
      if (loud.length === 0) { row.recall++; row.exact++; row.severity++; row.kind++; } else ok = false;
    } else {
      const hits = findings.filter((f) => near(f, wanted.span, 6) && (!wanted.rule || f.rule === wanted.rule));
      const hit = hits.find((f) => RANKS.indexOf(f.severity) >= RANKS.indexOf(wanted.severity)) ?? hits[0];
      if (hit) row.recall++; else ok = false;
      if (hits.some((f) => near(f, wanted.span, 1) && f.end - f.start <= wanted.span.end - wanted.span.start + 8)) row.exact++; else ok = false;
      if (hit && RANKS.indexOf(hit.severity) >= RANKS.indexOf(wanted.severity)) row.severity++; else ok = false;
      if (!wanted.kinds || quotation?.differences.some((d) => wanted.kinds?.includes(d.kind) && near(d, wanted.span, 6))) row.kind++; else ok = false;
    }
    if (c.mends && quoted) {
      row.mendable++;
      const fixes = loud.flatMap((f) => f.fixes.filter((fix) => fix.preferred)).slice(0, 1);
      const mended = edited(c.draft, fixes[0]?.edits ?? []);
      const after = check(mended, c.language);
      const grown = mended.length - c.draft.length;
      const again = after.quotations.find((q) => q.start <= quoted.start + 2 && q.end >= quoted.end + grown - 2);
      const outside = mended.startsWith(c.draft.slice(0, quoted.start)) && mended.endsWith(c.draft.slice(quoted.end));
      const quiet = !after.findings.some((f) => ofQuotation(f) && LOUD.includes(f.severity));
      if (fixes.length > 0 && again && ['verbatim', 'form-only'].includes(again.verdict) && outside && quiet) row.mended++;
      else { ok = false; }
    }
    if (!ok) misses.push(`${c.name} | ${quotation?.verdict ?? 'no quotation'} | ${JSON.stringify(quotation?.differences.map((d) => `${d.kind}:${d.draft}|${d.source}`) ?? [])} | ${findings.map((f) => `${f.severity} ${f.rule} [${c.draft.slice(f.start, f.end)}]`).join('; ')} | ${JSON.stringify(c.draft)}${wanted ? ` | wanted at [${c.draft.slice(wanted.span.start - 4, wanted.span.start)}>${c.draft.slice(wanted.span.start, wanted.span.end)}<${c.draft.slice(wanted.span.end, wanted.span.end + 4)}]` : ''}`);
  }
  return { rows: [...rows.values()].sort((a, b) => (a.name < b.name ? -1 : 1)), misses };
}

/** The rows as a table; shares with three decimals. */
export function tableOf(rows: readonly Row[]): string {
  const share = (n: number, of: number): string => (of === 0 ? '-' : (n / of).toFixed(3));
  const head = ['kind', 'cases', 'verdict', 'recall', 'exact', 'severity', 'named', 'mended', 'alarms'];
  const lines = rows.map((r) => [r.name, String(r.cases), share(r.verdict, r.cases), share(r.recall, r.cases), share(r.exact, r.cases), share(r.severity, r.cases), share(r.kind, r.cases), share(r.mended, r.mendable), String(r.alarms)]);
  const width = (text: string): number => [...text].reduce((n, c) => n + (c > '\u2e7f' || /[“”‘’…]/u.test(c) ? 2 : 1), 0);
  const widths = head.map((_, i) => Math.max(...[head, ...lines].map((line) => width(line[i] as string))));
  return [head, ...lines].map((line) => line.map((cell, i) => (i === 0 ? cell + ' '.repeat((widths[i] as number) - width(cell)) : ' '.repeat((widths[i] as number) - width(cell)) + cell)).join('  ')).join('\n');
}

/** Adds up rows of the same name. */
export function sumOf(all: readonly (readonly Row[])[]): Row[] {
  const rows = new Map<string, Row>();
  for (const row of all.flat()) {
    const sum = rows.get(row.name);
    if (!sum) { rows.set(row.name, { ...row }); continue; }
    for (const key of ['cases', 'verdict', 'recall', 'exact', 'severity', 'kind', 'mendable', 'mended', 'alarms'] as const) sum[key] += row[key];
  }
  return [...rows.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}
