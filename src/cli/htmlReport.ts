/** The report as one HTML page without scripts or anything from elsewhere. */
import { draftTable, draftTableCells, draftTableHeads } from '../core/features/figures/draftTable';
import type { Locale } from '../core/features/types';
import { ACCEPTED_HEAD, acceptedWords, FIGURES_HEAD, STALE_HEAD, staleWords } from './report';
import { excerpt, inOrder, positionsIn, severityName, summaryOf, type CheckedDraft } from './report';

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`);
}

const STYLE = 'body{font:16px/1.7 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#222;background:#fff}'
  + 'li{margin:.8rem 0;padding-left:.6rem;border-left:4px solid #888}li.error{border-color:#b00020}li.warning{border-color:#b36b00}'
  + 'table{border-collapse:collapse;font-size:.85rem}th,td{border:1px solid #8886;padding:.2rem .4rem;text-align:left;vertical-align:top}tr.differs{background:#b0002018}mark{background:#ffe9a8}small{color:#555}ul{list-style:none;padding:0}'
  + '@media(prefers-color-scheme:dark){body{color:#ddd;background:#1e1e1e}small{color:#aaa}mark{background:#665200;color:#fff}}';

export function htmlReport(drafts: readonly CheckedDraft[], locale: Locale): string {
  const title = locale === 'en' ? 'Findings' : '核查结果';
  const sections = drafts.map((draft) => {
    const position = positionsIn(draft.text);
    const items = inOrder(draft.result.findings).map((finding) => {
      const { line, column } = position(finding.start);
      const { before, marked, after } = excerpt(draft.text, finding);
      const source = finding.source ? `<p><small>→ ${escapeHtml(finding.source.text)}<br>${escapeHtml(finding.source.citation)}</small></p>` : '';
      return `<li class="${finding.severity}"><strong>${escapeHtml(severityName(finding.severity, locale))}</strong> ${line}:${column} ${escapeHtml(finding.message)} <small>${escapeHtml(finding.rule)}</small>`
        + `<p>${escapeHtml(before)}<mark>${escapeHtml(marked)}</mark>${escapeHtml(after)}</p>${source}</li>`;
    });
    const accepted = draft.result.accepted.map((one) => {
      const { line, column } = position(one.finding.start);
      return `<li>${line}:${column} ${escapeHtml(one.finding.message)} <small>${escapeHtml(one.finding.rule)}</small><br>${escapeHtml(acceptedWords(one, locale))}</li>`;
    });
    const stale = draft.result.stale.map((one) => `<li class="warning">${escapeHtml(staleWords(one, locale))}</li>`);
    const rows = draftTable(draft.text, draft.result, locale).map((row) => {
      const { line, column } = position(row.start);
      return `<tr class="${row.verdict}">${draftTableCells(row, `${line}:${column}`, locale).map((one) => `<td>${escapeHtml(one)}</td>`).join('')}</tr>`;
    });
    const figures = rows.length === 0 ? '' : `<h3>${FIGURES_HEAD[locale]}</h3><table><thead><tr>${draftTableHeads(locale).map((one) => `<th scope="col">${escapeHtml(one)}</th>`).join('')}</tr></thead><tbody>${rows.join('\n')}</tbody></table>`;
    const part = (head: string, list: readonly string[]) => (list.length > 0 ? `<h3>${head}</h3><ul>${list.join('\n')}</ul>` : '');
    return `<section><h2>${escapeHtml(draft.file)}</h2><p>${escapeHtml(summaryOf(draft, locale))}</p><ul>${items.join('\n')}</ul>${part(ACCEPTED_HEAD[locale], accepted)}${part(STALE_HEAD[locale], stale)}${figures}</section>`;
  });
  return `<!doctype html>\n<html lang="${locale === 'en' ? 'en' : 'zh-CN'}"><head><meta charset="utf-8"><title>${title}</title>`
    + `<meta name="viewport" content="width=device-width"><style>${STYLE}</style></head><body><h1>${title}</h1>\n${sections.join('\n')}\n</body></html>`;
}
