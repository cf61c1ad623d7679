/**
 * GB/T 15834—2011, B.2.1: where a quotation keeps its full stop inside the marks, none follows outside; where it is only part of the
 * writer's sentence, it keeps none.
 */
import type { Fault, ParagraphRule } from '../../rule';
import { isChinese, replace } from '../fault';

export const markFullStopRule: ParagraphRule = {
  scope: 'paragraph', id: 'mark.full-stop', severity: 'warning', basis: 'GB/T 15834—2011, B.2.1', inQuotations: true,
  check(paragraph) {
    if (!isChinese(paragraph)) return [];
    const { text } = paragraph;
    const faults: Fault[] = [];
    for (const m of text.matchAll(/([。！？])([”」])([。，；、：])/gu)) {
      const inner = m.index, outer = m.index + 2;
      if (m[3] === '。') {
        faults.push(replace(outer, outer + 1, '', true, `引号内已有“${m[1]}”，引号外不再用句号`, `With ${m[1]} inside the marks there is no full stop outside`));
      } else if (m[1] === '。') {
        // The sentence goes on: the quotation is part of it and has no full stop of its own.
        faults.push(replace(inner, inner + 1, '', true, `引文后用“${m[3]}”，引号内不用句号`, `Before ${m[3]} the quotation has no full stop inside the marks`));
      }
    }
    for (const m of text.matchAll(/。”(?=的\p{Script=Han})/gu)) {
      faults.push(replace(m.index, m.index + 1, '', true, '引文是句子的一部分，引号内不用句号', 'The quotation is part of the sentence and has no full stop inside the marks'));
    }
    return faults;
  },
};

/** A paragraph of sentences that ends with a quotation, and with no full stop on either side of the mark. */
export const markMissingStopRule: ParagraphRule = {
  scope: 'paragraph', id: 'mark.missing-stop', severity: 'warning', basis: 'GB/T 15834—2011, B.2.1', inQuotations: true,
  check(paragraph) {
    if (!isChinese(paragraph) || paragraph.kind !== 'body') return [];
    const { text } = paragraph;
    const m = /[：，]?“([^“”]{6,})”$/u.exec(text);
    if (!m || /[。！？!?…—；，.]$/u.test(m[1] as string) || !/[。！？!?][^。！？!?]*$/u.test(text.slice(0, m.index)) || text.length < 20) return [];
    const at = text.length;
    return [{ start: at - 1, end: at, words: { 'zh-cn': '句末缺句号', en: 'The full stop of the sentence is missing' }, fixes: [{ edits: [{ start: at, end: at, newText: '。' }], preferred: false }] }];
  },
};
