/** Parts of a year: halves, quarters, months and runs of months from January on; how they are written and the period that each is. */

/** Source text of a pattern for a part of a year (上半年, 三季度, 前三季度, 前11个月, 1—10月, 9月份). */
export const PART = '(?:[上下]半年|第?[一二三四1-4]季度|前[一二三1-3]个?季度|(?<![\\d之])前(?:\\d{1,2}|十一|[二三四五六七八九十])个?月份?|(?<![\\d.])\\d{1,2}\\s*月?\\s*(?:[—–\\-~～至到]{1,2})\\s*\\d{1,2}\\s*月份?|(?<![\\d.])\\d{1,2}\\s*月份?|(?<![一二三四五六七八九十])(?:[一二三四五六七八九十]|十[一二])月份)';

const NUMBERS = '零一二三四五六七八九十';
const two = (n: number): string => String(n).padStart(2, '0');

function small(text: string): number {
  if (/^\d+$/.test(text)) return Number(text);
  if (/^十[一二]$/.test(text)) return 10 + NUMBERS.indexOf(text[1] as string);
  return NUMBERS.indexOf(text);
}

interface Months {
  readonly from: number;
  readonly to: number;
}

/** First and last month of a part of a year; null where the words are none. */
function monthsOf(words: string): Months | null {
  const text = words.replace(/\s+/g, '');
  if (text === '上半年') return { from: 1, to: 6 };
  if (text === '下半年') return { from: 7, to: 12 };
  const first = /^前([一二三1-3])个?季度?$/.exec(text);
  if (first) return { from: 1, to: 3 * small(first[1] as string) };
  const quarter = /^第?([一二三四1-4])季度?$/.exec(text);
  if (quarter) { const n = small(quarter[1] as string); return { from: 3 * n - 2, to: 3 * n }; }
  const leading = /^前(.+?)个?月份?$/.exec(text);
  if (leading) return { from: 1, to: small(leading[1] as string) };
  const run = /^(\d{1,2})月?[—–\-~～至到]{1,2}(\d{1,2})月份?$/.exec(text);
  if (run) return { from: Number(run[1]), to: Number(run[2]) };
  const month = /^(.+?)月份?$/.exec(text);
  if (month) { const n = small(month[1] as string); return { from: n, to: n }; }
  return null;
}

/** The period of a run of months, 1 to 12: a half, a quarter or a month under its own name (2022-H1, 2022-Q3, 2022-09), else as 2022-01/2022-09. */
export function monthsPeriod(year: number | string, from: number, to: number): string {
  if (from === to) return `${year}-${two(from)}`;
  if (to - from === 11) return String(year);
  if (to - from === 5 && to % 6 === 0) return `${year}-H${to / 6}`;
  if (to - from === 2 && to % 3 === 0) return `${year}-Q${to / 3}`;
  return `${year}-${two(from)}/${year}-${two(to)}`;
}

/** The period of a part of a year, as `monthsPeriod` names it. Null where the words are none. */
export function partPeriod(year: number | string, words: string): string | null {
  const months = monthsOf(words);
  if (!months || !(months.from >= 1 && months.to <= 12 && months.from <= months.to)) return null;
  return monthsPeriod(year, months.from, months.to);
}

/** The last month of a part of a year; 12 where the words are none. */
export function lastMonth(words: string): number {
  return monthsOf(words)?.to ?? 12;
}
