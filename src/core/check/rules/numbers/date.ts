/** GB/T 15835—2011, 4.3, 5.2.5 and 5.1.4: a date is written in one kind of numerals, 〇 not 零 in a year, the year in full (F-6, F-7). */
import { chineseNumber } from '../../../extract/figures/numerals';
import type { Fault, ParagraphRule } from '../../rule';
import { isChinese, replace } from '../fault';

const HAN = '[〇零一二三四五六七八九十]';

export const numberDateRule: ParagraphRule = {
  scope: 'paragraph', id: 'number.date', severity: 'warning', basis: 'GB/T 15835—2011, 4.3',
  check(paragraph) {
    if (!isChinese(paragraph)) return [];
    const { text } = paragraph;
    const faults: Fault[] = [];
    for (const m of text.matchAll(/(?<![〇零一二三四五六七八九十])[一二][〇零一二三四五六七八九]{3}(?=年)/gu)) {
      // 二零二五, and not the numeral with its scales (二千零五).
      if (m[0].includes('零')) {
        const right = m[0].replace(/零/gu, '〇');
        faults.push({ ...replace(m.index, m.index + 4, right, true, `年份里用“〇”：${right}`, `In a year 〇 is written, not 零: ${right}`), basis: 'GB/T 15835—2011, 5.2.5' });
      }
    }
    const mixed = new RegExp(`(?<!\\d)(\\d{4})年(${HAN}{1,3})月(?:(${HAN}{1,3}|\\d{1,2})日)?|(?<!\\d)(\\d{4})年(\\d{1,2})月(${HAN}{1,3})日`, 'gu');
    for (const m of text.matchAll(mixed)) {
      const arabic = m[0].replace(new RegExp(`${HAN}+(?=[月日])`, 'gu'), (han) => String(chineseNumber(han)));
      if (/NaN/u.test(arabic)) continue;
      faults.push(replace(m.index, m.index + m[0].length, arabic, true, `同一日期用同一种数字：${arabic}`, `One date has one kind of numerals: ${arabic}`));
    }
    for (const m of text.matchAll(new RegExp(`(?<!${HAN})[一二][〇零一二三四五六七八九]{3}年\\d{1,2}月(?:\\d{1,2}日)?`, 'gu'))) {
      const arabic = `${chineseNumber(m[0].slice(0, 4))}${m[0].slice(4)}`;
      faults.push(replace(m.index, m.index + m[0].length, arabic, true, `同一日期用同一种数字：${arabic}`, `One date has one kind of numerals: ${arabic}`));
    }
    return faults.filter((fault, i) => !faults.some((other, j) => j > i && other.start <= fault.start && fault.end <= other.end));
  },
};

/** 25年3月: the year lacks its century. Which one is the writer's to say. */
export const numberYearRule: ParagraphRule = {
  scope: 'paragraph', id: 'number.year', severity: 'warning', basis: 'GB/T 15835—2011, 5.1.4',
  check(paragraph) {
    if (!isChinese(paragraph)) return [];
    return [...paragraph.text.matchAll(/(?<![\d.\-/—～第前后约近超共历满])['’]?(\d{2})年(?=(?:1[0-2]|0?[1-9])月(?:\d|[，。、；至—～]|$|\p{Script=Han}))/gu)].map((m) =>
      replace(m.index, m.index + m[0].length, `20${m[1] as string}年`, false, '年份不简写为两位', 'A year is written in four digits'));
  },
};
