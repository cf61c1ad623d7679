/**
 * GB/T 15835—2011, 5.1.3: in a range the first number keeps its % and its 万 or 亿 (15%～30%, 9亿～16亿): without them it would be
 * another number (F-1). Units that cannot be misread may be left out once (100～150千克).
 */
import type { Fault, ParagraphRule } from '../../rule';
import { isChinese } from '../fault';

const NUMBER = '\\d+(?:\\.\\d+)?';
const PATTERN = new RegExp(`(?<![\\d.,，A-Za-z/％%—～~-])(${NUMBER})(\\s?(?:～|~|—{1,2}|–|-|至|到)\\s?)(${NUMBER})(%|％|‰|万亿|万|亿)([元吨人亩户个件家]?)`, 'gu');

export const numberRangeRule: ParagraphRule = {
  scope: 'paragraph', id: 'number.range', severity: 'warning', basis: 'GB/T 15835—2011, 5.1.3',
  check(paragraph) {
    if (!isChinese(paragraph)) return [];
    const faults: Fault[] = [];
    for (const m of paragraph.text.matchAll(PATTERN)) {
      const [, low, sign, high, scale, unit] = m as unknown as [string, string, string, string, string, string];
      // 2019—2023万 would be years; from low to high only, so that a minus or a hyphen of a number in two parts is none.
      if (Number(low) >= Number(high) || /^(?:19|20)\d{2}$/u.test(low)) continue;
      const percent = /[%％‰]/u.test(scale);
      // 由10到20万 (from ten to 200,000) cannot be told from a range; with 至 and 到 only percentages are certain.
      if (!percent && /[至到]/u.test(sign)) continue;
      const added = percent ? scale : scale + (unit === '元' ? unit : '');
      const at = m.index + low.length;
      const right = `${low}${added}${sign.trim()}${high}${scale}${unit}`;
      faults.push({
        start: m.index, end: m.index + m[0].length, words: { 'zh-cn': `范围的前一个数不能省略“${added}”：${right}`, en: `The first number of a range keeps its ${added}: ${right}` },
        fixes: [{ edits: [{ start: at, end: at, newText: added }], preferred: true }],
      });
    }
    return faults;
  },
};
