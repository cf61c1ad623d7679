/** GB/T 15834—2011, 4.8.3.5: a quotation of several paragraphs has an opening mark at each of them and the closing one at the last. */
import { MOST_PARAGRAPHS, paragraphsOf, type DraftParagraph } from '../../paragraphs';
import type { DraftRule } from '../../rule';
import type { Finding } from '../../types';

const count = (text: string, mark: string): number => text.split(mark).length - 1;

export const markParagraphsRule: DraftRule = {
  scope: 'draft', ids: ['mark.paragraphs'],
  check({ parsed, locale }) {
    if (parsed.draft.language === 'latex' || !parsed.prose.includes('“')) return { findings: [] };
    const all = paragraphsOf(parsed);
    const findings: Finding[] = [];
    for (let i = 0; i < all.length; i++) {
      const { text } = all[i] as DraftParagraph;
      if (count(text, '“') <= count(text, '”')) continue;
      // Closed at last by a paragraph with one closing mark more than it opens; its own opening mark repeats the first.
      const rest = all.slice(i + 1, i + 1 + MOST_PARAGRAPHS);
      const last = rest.findIndex((one) => count(one.text, '”') > count(one.text, '“') - (one.text.startsWith('“') ? 1 : 0));
      if (last < 0 || rest.slice(0, last).some((one) => one.kind === 'heading' || count(one.text.replace(/^“/u, ''), '“') !== count(one.text, '”'))) continue;
      for (const [k, one] of rest.slice(0, last + 1).entries()) {
        // A line that ends within a sentence was wrapped: the next one is no paragraph of its own.
        if (one.text.startsWith('“') || !/[。！？!?；;：:…”]$/u.test((all[i + k] as DraftParagraph).text)) continue;
        const edit = { start: one.start, end: one.start, newText: '“' };
        const message = locale === 'zh-cn' ? '引文不止一段，每段开头都用前引号（GB/T 15834—2011, 4.8.3.5）。' : 'Each paragraph of a quotation begins with an opening mark (GB/T 15834—2011, 4.8.3.5).';
        findings.push({ start: one.start, end: one.start + 1, rule: 'mark.paragraphs', severity: 'warning', message, source: null, edits: [edit], fixes: [{ kind: 'wording', edits: [edit], preferred: true }] });
      }
      i += last + 1;
    }
    return { findings };
  },
};
