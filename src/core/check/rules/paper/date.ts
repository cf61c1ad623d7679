/** GB/T 9704—2012, 7.3.5.4: the date of signing is in Arabic numerals, the year in full, month and day without a leading zero (G-2). */
import { chineseNumber } from '../../../extract/figures/numerals';
import type { ParagraphRule } from '../../rule';
import { replace } from '../fault';

const HAN = '[〇零○一二三四五六七八九十]';
/** A line that is nothing but a date: the date of signing. */
const LINE = new RegExp(`^[（(]?(?:(${HAN}{4})年(${HAN}{1,3})月(${HAN}{1,3})日|(\\d{2,4})年(\\d{1,2})月(\\d{1,2})日|(\\d{4})[-./](\\d{1,2})[-./](\\d{1,2}))[）)]?$`, 'u');

export const paperDateRule: ParagraphRule = {
  scope: 'paragraph', id: 'paper.date', severity: 'warning', basis: 'GB/T 9704—2012, 7.3.5.4', profile: 'official-paper',
  check(paragraph) {
    const m = LINE.exec(paragraph.text);
    if (!m || (paragraph.script === 'en')) return [];
    const { text } = paragraph;
    const parts = m[1] ? [m[1], m[2], m[3]].map((part) => chineseNumber((part as string).replace(/○/gu, '〇'))) : (m[4] ? [m[4], m[5], m[6]] : [m[7], m[8], m[9]]).map(Number);
    const [year, month, day] = parts as [number, number, number];
    if (!(month >= 1 && month <= 12 && day >= 1 && day <= 31)) return [];
    const start = /^[（(]/u.test(text) ? 1 : 0, end = text.length - (/[）)]$/u.test(text) ? 1 : 0);
    const right = `${year < 100 ? 2000 + year : year}年${month}月${day}日`;
    return right === text.slice(start, end) ? [] : [replace(start, end, right, year >= 100, `成文日期用阿拉伯数字，年份写全，月、日不编虚位：${right}`, `The date of signing is in Arabic numerals, in full, without leading zeros: ${right}`)];
  },
};
