/**
 * GB/T 15834—2011, B.2.1: a whole sentence that is quoted behind a colon keeps its full stop inside the marks. Whether it
 * is whole, the source says: where the source goes on with another mark, the stop outside is right.
 */
import { placeOf } from '../../quotation/stretch';
import { evidenceFor, judgementOf } from '../quotation';
import type { DraftRule } from '../../rule';
import type { Finding } from '../../types';

export const markSentenceRule: DraftRule = {
  scope: 'draft', ids: ['mark.sentence'],
  check({ context, parsed: { draft, quoted }, locale }) {
    const findings: Finding[] = [];
    for (const words of quoted) {
      if (words.form !== 'marks' || !/[：:]\s*$/u.test(words.before) || /[。！？…]$/u.test(words.text) || !/^”。/u.test(draft.text.slice(words.end, words.end + 2))) continue;
      const judged = judgementOf(context, words);
      const [only, ...more] = judged?.located ?? [];
      if (!judged || !only || more.length > 0 || (judged.verdict !== 'verbatim' && judged.verdict !== 'form-only')) continue;
      const { start, end } = placeOf(only.stretch), { raw } = only.stretch.source;
      // Whole in the source: from the beginning of a sentence to its full stop.
      if (raw[end] !== '。' || !/(?:^|[。！？“：\n])\s*$/u.test(raw.slice(Math.max(0, start - 3), start))) continue;
      const edits = [{ start: words.end, end: words.end + 2, newText: '。”' }];
      const message = locale === 'zh-cn' ? '引用的是整句，句号在引号内（GB/T 15834—2011, B.2.1）。' : 'A whole sentence is quoted: its full stop stands inside the marks (GB/T 15834—2011, B.2.1).';
      findings.push({ start: words.end, end: words.end + 2, rule: 'mark.sentence', severity: 'hint', message, source: evidenceFor(judged), edits, fixes: [{ kind: 'wording', edits, preferred: false }] });
    }
    return { findings };
  },
};
