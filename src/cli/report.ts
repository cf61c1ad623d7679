/** What the reports of `check` have in common. */
import type { AcceptedFinding, CheckResult, Finding, Severity, StaleRow } from '../core/check/types';
import type { Locale } from '../core/features/types';

export interface CheckedDraft {
  readonly file: string;
  readonly text: string;
  readonly result: CheckResult;
}

export interface Position {
  /** From 1. */
  readonly line: number;
  /** From 1, in UTF-16 code units. */
  readonly column: number;
}

/** Turns offsets of one text into lines and columns. Lines end with LF, CR LF or CR. */
export function positionsIn(text: string): (offset: number) => Position {
  const starts = [0];
  for (const match of text.matchAll(/\r\n|\n|\r/g)) starts.push(match.index + match[0].length);
  return (offset) => {
    let low = 0, high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] as number) <= offset) low = middle; else high = middle - 1;
    }
    return { line: low + 1, column: offset - (starts[low] as number) + 1 };
  };
}

/** The words around a finding, on one line, and where in them the finding stands. */
export function excerpt(text: string, { start, end }: { readonly start: number; readonly end: number }, around = 24): { before: string; marked: string; after: string } {
  const flat = (part: string) => part.replace(/\s+/g, ' ');
  const lineStart = Math.max(text.lastIndexOf('\n', start - 1) + 1, start - around);
  const next = text.indexOf('\n', end);
  const lineEnd = Math.min(next < 0 ? text.length : next, end + around);
  return { before: flat(text.slice(lineStart, start)), marked: flat(text.slice(start, end)), after: flat(text.slice(end, Math.max(end, lineEnd))) };
}

const SEVERITIES: Readonly<Record<Locale, Readonly<Record<Severity, string>>>> = {
  en: { error: 'error', warning: 'warning', information: 'note', hint: 'hint' },
  'zh-cn': { error: '错误', warning: '警告', information: '提示', hint: '建议' },
};

export function severityName(severity: Severity, locale: Locale): string {
  return SEVERITIES[locale][severity];
}

/** Counts of one draft in a sentence. */
export function summaryOf({ result }: CheckedDraft, locale: Locale): string {
  const count = (severity: Severity) => result.findings.filter((finding) => finding.severity === severity).length;
  const verified = result.quotations.filter(({ verdict }) => verdict === 'verbatim' || verdict === 'form-only').length;
  const known = result.quotations.filter(({ verdict }) => verdict !== 'not-in-library').length;
  const figures = result.figures.filter(({ verdict }) => verdict !== 'no-source').length;
  const agreeing = result.figures.filter(({ verdict }) => verdict === 'agrees' || verdict === 'rounded').length;
  return locale === 'en'
    ? `${count('error')} errors, ${count('warning')} warnings; ${verified} of ${known} quotations known to the library are right, ${agreeing} of ${figures} figures`
    : `错误 ${count('error')} 处，警告 ${count('warning')} 处；资料库所载引文 ${known} 条，相符 ${verified} 条；数据 ${figures} 个，相符 ${agreeing} 个`;
}

/** How an accepted finding is told: its reason, and whose. */
export function acceptedWords({ reason, author, date }: AcceptedFinding, locale: Locale): string {
  const zh = locale === 'zh-cn';
  const by = [author, date].filter((one): one is string => Boolean(one)).join(zh ? '，' : ', ');
  return `${reason ?? (zh ? '未写理由' : 'no reason given')}${by ? (zh ? `（${by}）` : ` (${by})`) : ''}`;
}

/** Accepted rows that no finding answers to any more. */
export function staleWords({ row, why }: StaleRow, locale: Locale): string {
  const changed = locale === 'zh-cn' ? (why === 'draft-changed' ? '稿件已改' : '来源已改') : (why === 'draft-changed' ? 'the draft has changed' : 'the source has changed');
  return locale === 'zh-cn' ? `${row.rule}“${row.words}”：${changed}；原理由：${row.reason}（${row.author}，${row.date}）` : `${row.rule} “${row.words}”: ${changed}; it was accepted because: ${row.reason} (${row.author}, ${row.date})`;
}

export const FIGURES_HEAD: Readonly<Record<Locale, string>> = { en: 'Figures', 'zh-cn': '数据' };
export const ACCEPTED_HEAD: Readonly<Record<Locale, string>> = { en: 'Accepted', 'zh-cn': '已接受' };
export const STALE_HEAD: Readonly<Record<Locale, string>> = { en: 'No longer accepted', 'zh-cn': '接受已失效' };

/** Findings in the order of the draft. */
export function inOrder(findings: readonly Finding[]): readonly Finding[] {
  return [...findings].sort((a, b) => a.start - b.start || a.end - b.end);
}
