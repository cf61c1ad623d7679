/** The report as Markdown, for a merge request or a note. */
import type { Locale } from '../core/features/types';
import { escapeMarkdown } from '../core/cite/citation';
import { draftTable, draftTableMarkdown } from '../core/features/figures/draftTable';
import { ACCEPTED_HEAD, acceptedWords, FIGURES_HEAD, STALE_HEAD, staleWords } from './report';
import { excerpt, inOrder, positionsIn, severityName, summaryOf, type CheckedDraft } from './report';

const HEAD: Readonly<Record<Locale, string>> = {
  en: '| place | severity | finding | in the draft | source |\n|--|--|--|--|--|',
  'zh-cn': '| 位置 | 级别 | 核查结果 | 稿件 | 来源 |\n|--|--|--|--|--|',
};

export function markdownReport(drafts: readonly CheckedDraft[], locale: Locale): string {
  const cell = (text: string) => escapeMarkdown(text).replace(/\|/g, '\\|').replace(/\s+/g, ' ');
  return drafts.map((draft) => {
    const position = positionsIn(draft.text);
    const rows = inOrder(draft.result.findings).map((finding) => {
      const { line, column } = position(finding.start);
      const { before, marked, after } = excerpt(draft.text, finding, 12);
      const source = finding.source ? `${cell(finding.source.text)} — ${cell(finding.source.citation)}` : '';
      return `| ${line}:${column} | ${severityName(finding.severity, locale)} | ${cell(finding.message)} | ${cell(before)}**${cell(marked)}**${cell(after)} | ${source} |`;
    });
    const accepted = draft.result.accepted.map((one) => {
      const { line, column } = position(one.finding.start);
      return `- ${line}:${column} ${cell(one.finding.message)} — ${cell(acceptedWords(one, locale))}`;
    });
    const stale = draft.result.stale.map((one) => `- ${cell(staleWords(one, locale))}`);
    const figures = draftTableMarkdown(draftTable(draft.text, draft.result, locale), locale, ({ start }) => { const { line, column } = position(start); return `${line}:${column}`; });
    const part = (head: string, items: readonly string[]) => (items.length > 0 ? [`**${head}**`, '', ...items, ''] : []);
    return [`## ${escapeMarkdown(draft.file)}`, '', summaryOf(draft, locale), '', ...(rows.length > 0 ? [HEAD[locale], ...rows, ''] : []), ...part(ACCEPTED_HEAD[locale], accepted), ...part(STALE_HEAD[locale], stale), ...part(FIGURES_HEAD[locale], figures === '' ? [] : [figures])].join('\n');
  }).join('\n');
}
