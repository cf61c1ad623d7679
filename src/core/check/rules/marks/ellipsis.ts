/** GB/T 15834—2011, 4.11.2, A.9 and B.2.4: the ellipsis is six dots in two characters, and stands neither with 等 nor with a stop. */
import type { Fault, ParagraphRule } from '../../rule';
import { isChinese, point, replace } from '../fault';

export const markEllipsisRule: ParagraphRule = {
  scope: 'paragraph', id: 'mark.ellipsis', severity: 'warning', basis: 'GB/T 15834—2011, 4.11.2', inQuotations: true,
  check(paragraph) {
    if (!isChinese(paragraph) || paragraph.kind === 'table') return [];
    const faults: Fault[] = [];
    for (const m of paragraph.text.matchAll(/(?<=[\p{Script=Han}，、；：。“”])(?:\.{3,12}|。{2,6}|⋯{1,6}|…(?!…)|…{3}(?!…)|…{5,})(?=[\p{Script=Han}，、；：。“”]|$)/gu)) {
      if (m[0] === '…' && paragraph.text[m.index - 1] === '…') continue;
      // Four of them stand for a paragraph that is left out, and dots that lead to a page number are none.
      if (/^(?:\.{7,}|…{5,})$/u.test(m[0]) && !/^\.{12}$/u.test(m[0])) continue;
      faults.push(replace(m.index, m.index + m[0].length, '……', true, '省略号用“……”（六连点）', 'The ellipsis is …… (six dots)'));
    }
    return faults;
  },
};

export const markEllipsisEtcRule: ParagraphRule = {
  scope: 'paragraph', id: 'mark.ellipsis-etc', severity: 'warning', basis: 'GB/T 15834—2011, A.9.2',
  check(paragraph) {
    if (!isChinese(paragraph)) return [];
    return [...paragraph.text.matchAll(/…{1,2}(等等|等)(?![级于候待额价式同距\p{Script=Latin}])|(等等|等)…{1,2}/gu)].map((m) => point(m.index, m.index + m[0].length,
      '省略号不与“等”并用', 'The ellipsis and 等 are not used together')).map((fault) => {
      const words = paragraph.text.slice(fault.start, fault.end);
      return { ...fault, fixes: [words.replace(/…+/u, ''), '……'].map((newText) => ({ edits: [{ start: fault.start, end: fault.end, newText }], preferred: false })) };
    });
  },
};

/** B.2.4 says 通常, with exceptions that only the writer knows: advice, off unless asked for. */
export const markEllipsisStopRule: ParagraphRule = {
  scope: 'paragraph', id: 'mark.ellipsis-stop', severity: 'hint', basis: 'GB/T 15834—2011, B.2.4', off: true,
  check(paragraph) {
    if (!isChinese(paragraph)) return [];
    return [...paragraph.text.matchAll(/[，。；、]……|……[，。；、]/gu)].map((m) => point(m.index, m.index + m[0].length,
      '省略号前后通常不用点号', 'Before and after …… there is usually no stop'));
  },
};
