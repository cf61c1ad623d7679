/**
 * GB/T 15834—2011, 4.13.3.2: between the numbers of a range stands ～ or —, between years and dates —;
 * neither a hyphen nor a half-width ~ (F-2).
 */
import type { Fault, ParagraphRule } from '../../rule';
import { isChinese, replace } from '../fault';

const MEASURE = '(?:%|％|‰|℃|[年月日天个人名家项次件种类倍万亿元吨米克升亩里岁时分秒]|千|公[里斤顷]|平方|立方)';
const YEARS = /(?<![\d.\-/A-Za-z])((?:19|20)\d{2}年?)\s?([-~～–])\s?((?:19|20)\d{2}年)/gu;
const VALUES = new RegExp(`(?<![\\d.\\-/A-Za-z])(\\d+(?:\\.\\d+)?(?:%|％|‰|万|亿|万元|亿元)?)\\s?([-~–])\\s?(\\d+(?:\\.\\d+)?)(?=${MEASURE})`, 'gu');

export const numberRangeMarkRule: ParagraphRule = {
  scope: 'paragraph', id: 'number.range-mark', severity: 'information', basis: 'GB/T 15834—2011, 4.13.3.2',
  check(paragraph) {
    if (!isChinese(paragraph)) return [];
    const { text } = paragraph;
    const faults: Fault[] = [];
    const at = (m: RegExpExecArray): number => m.index + (m[1] as string).length + (/\s/u.test(text[m.index + (m[1] as string).length] ?? '') ? 1 : 0);
    for (const m of text.matchAll(YEARS)) {
      const place = at(m);
      faults.push(replace(place, place + 1, '—', true, '年份的起止用一字线“—”', 'Between years stands —'));
    }
    for (const m of text.matchAll(VALUES)) {
      const place = at(m);
      if (/^(?:19|20)\d{2}$/u.test(m[1] as string) || /^-\d|^\d{1,2}-\d{1,2}$/u.test(text.slice(m.index + m[0].length).slice(0, 3)) || faults.some((f) => f.start === place)) continue;
      // 2-3月 and 5-10日 are times: the same sign serves.
      faults.push(replace(place, place + 1, '～', true, '数值的起止用浪纹线“～”或一字线“—”', 'Between the numbers of a range stands ～ or —'));
    }
    return faults;
  },
};
