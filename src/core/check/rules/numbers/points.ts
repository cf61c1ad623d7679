/** Arithmetic of two values and the change between them: percentage points, percentages, 翻番 and 倍 (F-11, F-12). */
import { exact, numberOf, scaleOf } from '../../../extract/figures/numerals';
import type { Fault, ParagraphRule } from '../../rule';
import { isChinese, point } from '../fault';

const UP = '提高|提升|上升|增加|增长|扩大|增', DOWN = '下降|降低|减少|缩小|回落|降|减';
const PERCENTS = new RegExp(`(?:从|由)[^。；，]{0,14}?(\\d+(?:\\.\\d+)?)[%％][^。；，]{0,10}?(${UP}|${DOWN})(?:到|至|为)[^。；，\\d]{0,10}?(?:\\d{4}年的?)?(\\d+(?:\\.\\d+)?)[%％][，,][^。；，\\d]{0,8}?(${UP}|${DOWN})了?(\\d+(?:\\.\\d+)?)(个百分点|[%％])`, 'gu');

/** A change of each year, not of all. */
const YEARLY = /[，,][^，,]*(?:每年|年均|平均|逐年|每[季月天])[^，,]*$/u;

const decimals = (text: string): number => /\.(\d+)/u.exec(text)?.[1]?.length ?? 0;
/** Whether two numbers agree as far as the coarser of them is shown; one unit more for what was rounded before it was subtracted. */
const agree = (a: number, b: number, digits: number): boolean => Math.abs(a - b) <= 1.01 * 10 ** -digits;

export const numberPointsRule: ParagraphRule = {
  scope: 'paragraph', id: 'number.points', severity: 'warning', basis: null,
  check(paragraph) {
    if (!isChinese(paragraph)) return [];
    const faults: Fault[] = [];
    for (const m of paragraph.text.matchAll(PERCENTS)) {
      if (YEARLY.test(m[0])) continue;
      const [from, to, change] = [m[1], m[3], m[5]] as [string, string, string];
      const difference = exact(Math.abs(Number(to) - Number(from)));
      const relative = Number(from) === 0 ? NaN : (difference / Number(from)) * 100;
      const digits = Math.min(decimals(from), decimals(to), decimals(change));
      const end = m.index + m[0].length, unit = m[6] as string, start = end - unit.length - change.length;
      if (unit === '个百分点') {
        if (!agree(difference, Number(change), digits)) faults.push(point(start, end, `${from}%到${to}%相差${difference}个百分点，不是${change}个`, `From ${from}% to ${to}% it is ${difference} percentage points, not ${change}`));
      } else if (agree(difference, Number(change), digits) && !agree(relative, Number(change), digits)) {
        faults.push({
          start, end, words: { 'zh-cn': `两个百分数之差用百分点：${change}个百分点`, en: `The difference of two percentages is ${change} percentage points` },
          fixes: [{ edits: [{ start: end - 1, end, newText: '个百分点' }], preferred: true }],
        });
      } else if (!agree(relative, Number(change), digits)) {
        faults.push(point(start, end, `${from}%到${to}%相差${difference}个百分点，与${change}%不符`, `From ${from}% to ${to}% it is ${difference} percentage points; ${change}% does not fit`));
      }
    }
    return faults;
  },
};

const VALUES = '(\\d[\\d,]*(?:\\.\\d+)?)(万亿|亿|万)?';
const DOUBLED = new RegExp(`(?:从|由)[^。；，]{0,14}?(?:\\d{4}年的?)?${VALUES}[^。；，\\d]{0,8}?(?:${UP})(?:到|至|为)[^。；，\\d]{0,8}?(?:\\d{4}年的?)?${VALUES}[^。；，\\d]{0,6}[，,][^。；，\\d]{0,8}?(?:翻了?([一二两三四五]|\\d)番|(?:${UP})了?(\\d+(?:\\.\\d+)?|[一二两三四五六七八九十]+)倍)`, 'gu');

export const numberGrowthRule: ParagraphRule = {
  scope: 'paragraph', id: 'number.growth', severity: 'warning', basis: null,
  check(paragraph) {
    if (!isChinese(paragraph)) return [];
    const faults: Fault[] = [];
    for (const m of paragraph.text.matchAll(DOUBLED)) {
      if (YEARLY.test(m[0])) continue;
      const from = numberOf(m[1] as string) * scaleOf(m[2] ?? m[4] ?? ''), to = numberOf(m[3] as string) * scaleOf(m[4] ?? '');
      if (!(from > 0) || /^(?:19|20)\d{2}$/u.test(m[1] as string)) continue;
      const ratio = to / from, end = m.index + m[0].length;
      const said = m[5] !== undefined ? 2 ** numberOf(m[5]) : 1 + numberOf(m[6] as string);
      // Rounded language: a tenth more or less is let pass.
      if (ratio >= said * 0.9 && ratio <= said * 1.25) continue;
      const words = /(?:翻|提高|提升|上升|增加|增长|扩大|增)[^，,]*$/u.exec(m[0])?.[0] ?? m[0];
      const shown = ratio.toFixed(2).replace(/\.?0+$/u, '');
      faults.push(point(end - words.length, end, `后一个数是前一个数的${shown}倍，与“${words}”不符`, `The second value is ${shown} times the first; “${words}” does not fit`));
    }
    return faults;
  },
};
