/** Dates in the notations of documents. */

const digits: Readonly<Record<string, string>> = { 〇: '0', '○': '0', 零: '0', 一: '1', 二: '2', 三: '3', 四: '4', 五: '5', 六: '6', 七: '7', 八: '8', 九: '9' };

/** A date in any of the usual Chinese notations; groups: year, month, day. */
export const DATE = /((?:19|20)\d{2}|[二一][〇○零九][〇○零一二三四五六七八九]{2})\s*[年.\-/]\s*(?:(\d{1,2}|十[一二]?|[一二三四五六七八九])\s*(?:[月.\-/]\s*(?:(\d{1,2}|[二三]?十[一二三四五六七八九]?|[一二三四五六七八九])\s*日?)?)?)?/u;

/** A date in any of the usual notations as YYYY, YYYY-MM or YYYY-MM-DD; null where there is none or none that exists. */
export function parseDate(text: string): string | null {
  const m = DATE.exec(text);
  return m ? dateOf(m) : null;
}

/** A day alone in years of the Republic: 108年06月26日, 中華民國112年2月24日. */
export const MINGUO = /^(?:[中][華华]民[國国]|民[國国])?\s*(\d{2,3})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日(?:\s*[（(]星期.[)）])?(?:\s.{0,24})?$/u;

/** The day of such a line; null for any other, and for a year of two digits without the era's name. */
export function minguoDate(text: string): string | null {
  const m = MINGUO.exec(text.trim());
  if (!m || ((m[1] as string).length < 3 && !/民[國国]/u.test(text))) return null;
  const month = Number(m[2]), day = Number(m[3]);
  return month >= 1 && month <= 12 && day >= 1 && day <= 31 ? `${Number(m[1]) + 1911}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}` : null;
}

/** The date of a text that says most: 2022/09 … 2022-04-30 is the day, not the month. */
export function fullestDate(text: string): string | null {
  let best: string | null = null;
  for (const m of text.matchAll(new RegExp(DATE.source, 'gu'))) {
    const date = dateOf(m);
    if (best === null || date.length > best.length) best = date;
  }
  return best;
}

function dateOf(m: RegExpExecArray | RegExpMatchArray): string {
  const year = [...(m[1] as string)].map((c) => digits[c] ?? c).join('');
  const month = m[2] === undefined ? null : smallNumber(m[2]);
  const day = m[3] === undefined ? null : smallNumber(m[3]);
  if (month !== null && (month < 1 || month > 12)) return year;
  const two = (n: number): string => String(n).padStart(2, '0');
  if (month === null) return year;
  if (day === null || day < 1 || day > 31) return `${year}-${two(month)}`;
  return `${year}-${two(month)}-${two(day)}`;
}

function smallNumber(text: string): number {
  if (/^\d+$/.test(text)) return Number(text);
  const m = /^([二三])?(十)?([一二三四五六七八九])?$/u.exec(text);
  if (!m) return 0;
  const unit = (c: string | undefined): number => (c ? Number(digits[c]) : 0);
  return m[2] ? (m[1] ? unit(m[1]) : 1) * 10 + unit(m[3]) : unit(m[3] ?? m[1]);
}

const MONTHS = ['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december'];

export function parseEnglishDate(text: string): string | null {
  const m = /\b([A-Z][a-z]+)\.? (\d{1,2})(?:st|nd|rd|th)?,? ((?:19|20)\d{2})\b|\b(\d{1,2})(?:st|nd|rd|th)?[ -]([A-Z][a-z]+)\.?,?[ -]((?:19|20)\d{2})\b/u.exec(text);
  if (!m) return continental(text);
  const month = MONTHS.findIndex((name) => name.startsWith((m[1] ?? m[5] ?? '').toLowerCase().slice(0, 3))) + 1;
  if (month === 0) return null;
  return `${m[3] ?? m[6]}-${String(month).padStart(2, '0')}-${(m[2] ?? m[4] ?? '').padStart(2, '0')}`;
}

/** 09.03.2024: day, month and year with full stops. */
function continental(text: string): string | null {
  const m = /(?<![\d.])(\d{1,2})\.(\d{1,2})\.((?:19|20)\d{2})(?![\d.])/u.exec(text);
  return m && Number(m[1]) <= 31 && Number(m[2]) <= 12 ? `${m[3]}-${(m[2] as string).padStart(2, '0')}-${(m[1] as string).padStart(2, '0')}` : null;
}
