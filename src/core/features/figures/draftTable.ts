/** All figures of a draft with their verdicts, for the author's last look. */
import { escapeMarkdown } from '../../cite/citation';
import { shortName } from '../../cite/shortTitle';
import { derivedWords } from '../../check/figures/messages';
import type { CheckResult, FigureVerdict } from '../../check/types';
import type { Span } from '../../text/offsets';
import { sentences } from '../../text/sentences';
import type { Locale } from '../types';

/** One figure; the span is that of the draft. */
export interface DraftTableRow extends Span {
  readonly raw: string;
  /** It with the words around it, within its sentence. */
  readonly excerpt: string;
  readonly verdict: FigureVerdict;
  readonly verdictWords: string;
  /** What the source is called in short; empty where no source gives the figure. */
  readonly source: string;
  /** From what it follows, and what the check says of it. */
  readonly notes: readonly string[];
}

const VERDICTS: Readonly<Record<Locale, Readonly<Record<FigureVerdict, string>>>> = {
  en: { agrees: 'agrees', rounded: 'agrees, rounded', differs: 'differs', 'no-source': 'not in the library' },
  'zh-cn': { agrees: '与来源一致', rounded: '与来源一致（取整）', differs: '与来源不一致', 'no-source': '不在资料库中' },
};

/** Characters before and behind a figure that an excerpt has at the most. */
const BEFORE = 14, BEHIND = 8;

/** A figure with the words around it, cut where they are many, but not within a number or an English word. Spans are of the line. */
function around(line: string, sentence: Span, figure: Span): string {
  const within = (at: number): boolean => /^\w\w$/u.test(line.slice(at - 1, at + 1));
  let start = Math.max(sentence.start, figure.start - BEFORE), end = Math.min(Math.max(sentence.end, figure.end), figure.end + BEHIND);
  while (start > sentence.start && within(start)) start--;
  while (end < sentence.end && within(end)) end++;
  return `${start > sentence.start ? '…' : ''}${line.slice(start, end).trim()}${end < sentence.end ? '…' : ''}`;
}

/** The rows of the table, in the order of the draft. */
export function draftTable(text: string, { figures, findings }: Pick<CheckResult, 'figures' | 'findings'>, locale: Locale): DraftTableRow[] {
  const spoken = findings.filter(({ rule }) => rule.startsWith('figure.'));
  const lines = new Map<number, { readonly words: string; readonly spans: readonly Span[] }>();
  return figures.map((figure) => {
    const from = text.lastIndexOf('\n', figure.start - 1) + 1, end = text.indexOf('\n', figure.end);
    let line = lines.get(from);
    if (!line) {
      const words = text.slice(from, end < 0 ? text.length : end);
      lines.set(from, line = { words, spans: sentences(words) });
    }
    const span = line.spans.find((one) => figure.start - from < one.end);
    return {
      start: figure.start, end: figure.end, raw: figure.raw.trim(), excerpt: around(line.words, span ?? { start: 0, end: line.words.length }, { start: figure.start - from, end: figure.end - from }),
      verdict: figure.verdict, verdictWords: VERDICTS[locale][figure.verdict], source: figure.source ? shortName(figure.source, locale) : '',
      notes: [...(figure.derived ? [derivedWords(figure.derived, locale)] : []), ...spoken.filter((one) => one.start < figure.end && figure.start < one.end).map(({ message }) => message)],
    };
  });
}

const HEADS: Readonly<Record<Locale, readonly string[]>> = { en: ['Place', 'Figure', 'Draft', 'Verdict', 'Source', 'Notes'], 'zh-cn': ['位置', '数据', '稿件', '结论', '来源', '说明'] };

/** The heads of the table's columns. */
export function draftTableHeads(locale: Locale): readonly string[] {
  return HEADS[locale];
}

/** The cells of a row, a column each; `place` says where it stands. */
export function draftTableCells({ raw, excerpt, verdictWords, source, notes }: DraftTableRow, place: string, locale: Locale): string[] {
  return [place, raw, excerpt, verdictWords, source, notes.join(locale === 'en' ? '; ' : '；')];
}

/** The table in Markdown; `place` writes where a row stands (a line and column). Empty where the draft has no figure. */
export function draftTableMarkdown(rows: readonly DraftTableRow[], locale: Locale, place: (row: DraftTableRow) => string): string {
  if (rows.length === 0) return '';
  const line = (cells: readonly string[]): string => `| ${cells.map((words) => escapeMarkdown(words).replace(/\|/gu, '\\|').replace(/\s+/gu, ' ')).join(' | ')} |`;
  const heads = draftTableHeads(locale);
  return [line(heads), `|${heads.map(() => '--').join('|')}|`, ...rows.map((row) => line(draftTableCells(row, place(row), locale)))].join('\n');
}
