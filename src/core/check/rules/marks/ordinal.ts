/** GB/T 15834—2011, B.3: what stands behind the number of an item: 一、 but （一） without a mark, and 1. with a point (G-3). */
import type { Fault, ParagraphRule } from '../../rule';
import { isChinese, replace } from '../fault';

const NUMERAL = '[一二三四五六七八九十]{1,3}';

export const markOrdinalRule: ParagraphRule = {
  scope: 'paragraph', id: 'mark.ordinal', severity: 'information', basis: 'GB/T 15834—2011, B.3', inQuotations: true,
  check(paragraph) {
    if (!isChinese(paragraph) || paragraph.kind === 'table') return [];
    const { text } = paragraph;
    const bracketed = new RegExp(`^([（(](?:${NUMERAL}|\\d{1,2})[）)])[、.．，：:]`, 'u').exec(text);
    if (bracketed) {
      const at = (bracketed[1] as string).length;
      return [replace(at, at + 1, '', true, '加括号的序次语后面不用点号', 'No mark follows an item number in brackets')];
    }
    const chinese = new RegExp(`^(${NUMERAL})([.．，])(?=[\\p{Script=Han}“《])`, 'u').exec(text);
    if (chinese) {
      const at = (chinese[1] as string).length;
      return [replace(at, at + 1, '、', true, '汉字序次语后面用顿号', 'A Chinese item number is followed by 、')];
    }
    const arabic = /^(\d{1,2})、(?=[\p{Script=Han}“《])/u.exec(text);
    // 1、3、5号 is a list of numbers.
    const faults: Fault[] = arabic && !/^\d{1,2}、\d/u.test(text)
      ? [replace((arabic[1] as string).length, (arabic[1] as string).length + 1, '.', true, '阿拉伯数字序次语后面用下脚点“.”', 'An Arabic item number is followed by a point')]
      : [];
    return faults;
  },
};
