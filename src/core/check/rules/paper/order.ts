/** GB/T 9704—2012, 7.3.3: the levels of a paper are 一、（一）1.（1）, and the numbers of one level follow each other (G-3). */
import { chineseNumber } from '../../../extract/figures/numerals';
import type { Locale } from '../../../features/types';
import { paragraphsOf } from '../../paragraphs';
import type { DraftRule } from '../../rule';
import type { Finding } from '../../types';

const LEVELS = [/^([一二三四五六七八九十]{1,3})、/u, /^[（(]([一二三四五六七八九十]{1,3})[）)]/u, /^(\d{1,2})[.．](?!\d)/u, /^[（(](\d{1,2})[）)]/u];
const CHINESE = ['〇', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];

function numeral(value: number): string {
  if (value <= 10) return CHINESE[value] as string;
  return `${value >= 20 ? CHINESE[Math.floor(value / 10)] as string : ''}十${value % 10 ? CHINESE[value % 10] as string : ''}`;
}

export const paperOrderRule: DraftRule = {
  scope: 'draft', ids: ['paper.order'], profile: 'official-paper',
  check({ parsed, locale }) {
    const findings: Finding[] = [];
    /** The last number of each level; a lower level begins anew below each number of a higher one. */
    const last: number[] = [0, 0, 0, 0];
    for (const { text, start } of paragraphsOf(parsed)) {
      const level = LEVELS.findIndex((pattern) => pattern.test(text));
      if (level < 0) continue;
      const [whole, written] = (LEVELS[level] as RegExp).exec(text) as unknown as [string, string];
      const value = /^\d/u.test(written) ? Number(written) : chineseNumber(written);
      const expected = (last[level] as number) + 1;
      last[level] = value;
      last.fill(0, level + 1);
      // A list that begins with 1 again is another list.
      if (value === expected || value === 1) continue;
      const at = start + whole.indexOf(written);
      const right = /^\d/u.test(written) ? String(expected) : numeral(expected);
      const edit = { start: at, end: at + written.length, newText: right };
      findings.push({ start: at, end: edit.end, rule: 'paper.order', severity: 'warning', message: messageOf(right, written, locale), source: null, edits: [edit], fixes: [{ kind: 'wording', edits: [edit], preferred: false }] });
    }
    return { findings };
  },
};

const messageOf = (right: string, written: string, locale: Locale): string => (locale === 'zh-cn'
  ? `序号不连续：这里应是“${right}”，不是“${written}”（GB/T 9704—2012, 7.3.3）。`
  : `The numbers do not follow each other: “${right}” is expected here, not “${written}” (GB/T 9704—2012, 7.3.3).`);
