/** Doubled hedges (F-9): a word that says “about”, “nearly” or “more than” before the number, and another one behind it or beside it. */
import type { Fault, ParagraphRule } from '../../rule';
import { isChinese } from '../fault';

const NUMBER = '(?:\\d[\\d,，]*(?:\\.\\d+)?[％%‰]?|[一二两三四五六七八九十百千]{1,6})';
const SCALE = '(?:万亿|亿|万|千|百)?';
const UNIT = '(?:个百分点|平方公里|公里|千米|美元|[个名家项人次件种倍元吨亩户天篇所座条岁米时])?';
/** Words that a character of the hedge may be part of: 条约, 节约, 最近, 高超 … */
const BEFORE = '(?<![条合公签契预节制大邀隐缩违履和特最附靠邻亲新相贴远高反])';
const ABOUT = `大约|大概|${BEFORE}约`, BELOW = `将近|接近|${BEFORE}近`, ABOVE = `超过|${BEFORE}超|逾`, UNDER = '不到|不足|至多|最多', LEAST = '至少|最少';
const BETWEEN = '(?:占|为|有|达到|达|共)?';
/** What may not stand behind the number with a hedge before it. 达…以上 and 至少…以上 are common usage: they are not here. */
const ROUND = '左右|上下';
const PAIRS: readonly (readonly [before: string, behind: string])[] = [
  [ABOUT, `${ROUND}|以上|以下`], [BELOW, `${ROUND}|以上`], [ABOVE, `${ROUND}|以上`], [UNDER, `${ROUND}|以上`], [LEAST, ROUND],
];
const BEHIND_UNIT = PAIRS.map(([before, behind]) => new RegExp(`(${before})${BETWEEN}(${NUMBER})${SCALE}${UNIT}(${behind})`, 'gu'));
const BEHIND_NUMBER = PAIRS.map(([before]) => new RegExp(`(${before})${BETWEEN}(${NUMBER})${SCALE}(多|余)(?=[\\p{Script=Han}])(?!样|边|方|面|额|热|少)`, 'gu'));
const BESIDE = new RegExp(`((?:大约|大概|${BEFORE}约)(?:占|为|有)?)(将近|接近|近|超过|超|逾|不到|不足)(?=${NUMBER})|((?:将近|接近|${BEFORE}近))(超过|逾|约)(?=${NUMBER})|((?:超过|逾))(约|近|将近)(?=${NUMBER})`, 'gu');

export const numberHedgeRule: ParagraphRule = {
  scope: 'paragraph', id: 'number.hedge', severity: 'warning', basis: null,
  check(paragraph) {
    if (!isChinese(paragraph)) return [];
    const { text } = paragraph;
    const faults: Fault[] = [];
    const add = (start: number, end: number, first: string, second: string): void => {
      if (faults.some((fault) => fault.start < end && start < fault.end)) return;
      const without = (from: number, word: string) => ({ edits: [{ start: from, end: from + word.length, newText: '' }], preferred: false });
      faults.push({
        start, end, words: { 'zh-cn': `“${first}”与“${second}”重复或矛盾，留一个`, en: `“${first}” and “${second}” say the same twice or contradict each other: keep one` },
        fixes: [without(end - second.length, second), without(start, first)],
      });
    };
    for (const pattern of [...BEHIND_UNIT, ...BEHIND_NUMBER]) {
      for (const m of text.matchAll(pattern)) {
        const [whole, before, number, behind] = m as unknown as [string, string, string, string];
        const end = m.index + whole.length, next = text.slice(end, end + 2);
        // 近三十多年: in the last thirty years and more.
        if (/^将?近$/u.test(before) && (/^(?:年|天|个月|周|届)/u.test(next) || /[年月天]/u.test(whole))) continue;
        // 一多半, 十余 of 十余种 are numbers; a 一 alone is none.
        if (/^一$/u.test(number)) continue;
        // 以上 that opens the next words: 约30人以上车 is not what anyone writes; 以下简称 is.
        if (/^以[上下]$/u.test(behind) && /^(?:简|称|内)/u.test(next)) continue;
        add(m.index, end, before, behind);
      }
    }
    for (const m of text.matchAll(BESIDE)) {
      const [first, second] = m.slice(1).filter((group): group is string => group !== undefined) as [string, string];
      add(m.index, m.index + m[0].length, first, second);
    }
    return faults;
  },
};
