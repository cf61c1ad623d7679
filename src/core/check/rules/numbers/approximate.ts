/** GB/T 15834—2011, 4.5.3.4 and GB/T 15835—2011, 4.2.2: two numerals side by side as an approximation take no 、; with 几 the numerals are Chinese (F-5). */
import type { Fault, ParagraphRule } from '../../rule';
import { isChinese, replace } from '../fault';

const DIGITS = '一二三四五六七八九';
/** Measures that count; with 月, 级, 类, 线, 季度 two numerals are two ordinals. */
const COUNTED = '(?:[十百千万]+)?(?:个(?!五年|一百)|天|人(?!称)|名(?!列)|次(?!会|全会|党代)|倍|岁|元(?!方程)|年[前后来内间的以时]|小时|分钟|公里|米|亩|只|句|家|件|位|种|斤|里)';
const PAIR = new RegExp(`(?<![第〇零十百千万${DIGITS}、初期])([${DIGITS}两])、([${DIGITS}])(?=${COUNTED})`, 'gu');
const TENS = ['', '十', '二十', '三十', '四十', '五十', '六十', '七十', '八十', '九十'];

export const numberApproximateRule: ParagraphRule = {
  scope: 'paragraph', id: 'number.approximate', severity: 'warning', basis: 'GB/T 15834—2011, 4.5.3.4',
  check(paragraph) {
    if (!isChinese(paragraph)) return [];
    const { text } = paragraph;
    const faults: Fault[] = [];
    for (const m of text.matchAll(PAIR)) {
      const a = DIGITS.indexOf((m[1] as string).replace('两', '二')), b = DIGITS.indexOf(m[2] as string);
      // 三五 is the one pair that is not of neighbours.
      if (b - a !== 1 && !(m[1] === '三' && m[2] === '五')) continue;
      faults.push({
        start: m.index, end: m.index + 3, words: { 'zh-cn': `表示概数的两个数字之间不用顿号：${m[1]}${m[2]}`, en: `Two numerals that make an approximation take no 、: ${m[1]}${m[2]}` },
        fixes: [{ edits: [{ start: m.index + 1, end: m.index + 2, newText: '' }], preferred: true }],
      });
    }
    for (const m of text.matchAll(/(?<![\d.,，])([1-9])0几(?=\p{Script=Han})/gu)) {
      const right = `${TENS[Number(m[1])] as string}几`;
      faults.push({ ...replace(m.index, m.index + m[0].length, right, true, `含“几”的概数用汉字：${right}`, `With 几 the numeral is Chinese: ${right}`), basis: 'GB/T 15835—2011, 4.2.2' });
    }
    return faults;
  },
};
