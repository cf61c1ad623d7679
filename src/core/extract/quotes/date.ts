/** When something was said, only as far as the source states it: YYYY, YYYY-MM or YYYY-MM-DD. */

const CHINESE_DIGITS = '〇一二三四五六七八九';
const pad = (n: number | string): string => String(n).padStart(2, '0');

/** 二〇二三年 → 2023年; other numerals stay. */
function arabicYears(text: string): string {
  return text.replace(/[〇零一二三四五六七八九]{4}(?=年)/g, (y) => [...y].map((c) => (c === '零' ? 0 : CHINESE_DIGITS.indexOf(c))).join(''));
}

interface Deictic { readonly year: number; readonly month: number; readonly day: number }

function publicationDay(date: string | null): Deictic | null {
  const m = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?/.exec(date ?? '');
  return m ? { year: Number(m[1]), month: Number(m[2] ?? 0), day: Number(m[3] ?? 0) } : null;
}

/**
 * The date of an attribution.
 * A day and a year stated apart are put together (9月10日……向2023年论坛致贺信). Words that point from the day of publication
 * (今年, 去年, 今天; a month and day in a dated news report) are followed only where the source states that day.
 * @param attribution clean words of the attribution, any script
 * @param published the source's own date or null
 * @param before what the text tells in front; 2015年5月……。5月27日: a day of the month that it has named with its year
 */
export function dateOf(attribution: string, published: string | null, before = ''): string | null {
  // A year within a title is the title's.
  const text = arabicYears(attribution.replace(/《[^《》]*》/g, '《》').replace(/\s+/g, ' '));
  const own = publicationDay(published);
  const full = /((?:19|20)\d{2})\s*年\s*(\d{1,2})\s*月(?:\s*(\d{1,2})\s*[日号])?/.exec(text);
  if (full) return valid(full[1] as string, full[2], full[3]);
  const iso = /((?:19|20)\d{2})[-./](\d{1,2})[-./](\d{1,2})/.exec(text);
  if (iso) return valid(iso[1] as string, iso[2], iso[3]);
  const statedYear = yearIn(text);
  // 针对今年经济工作，……在去年……会议上: the one nearest to the verb.
  const pointing = [...text.matchAll(/今年|本年|去年|前年/g)].at(-1)?.[0];
  const relative = pointing === undefined ? null : pointing === '去年' ? 1 : pointing === '前年' ? 2 : 0;
  const year = statedYear ?? (own && relative !== null ? String(own.year - relative) : null);
  const day = /(?<!\d)(\d{1,2})\s*月(?:\s*(\d{1,2})\s*[日号])?/.exec(text);
  if (day && year) return valid(year, day[1], day[2]);
  const named = day && [...arabicYears(before).matchAll(/((?:19|20)\d{2})年(\d{1,2})月/g)].at(-1);
  if (day && named && Number(named[2]) === Number(day[1])) return valid(named[1] as string, day[1], day[2]);
  if (day && own && own.month > 0) return notAfter(own, Number(day[1]), day[2] === undefined ? null : Number(day[2]));
  if (year) return year;
  if (!own) return null;
  // 某某14日在……: in a dated report the last such day.
  const dayAlone = /(?<![\d月至、—-])(\d{1,2})日(?=[在于就向对同会上下晚表说强指,，]|中午|早|凌晨|傍晚|当选|发表|主持|出席|召开|$)/.exec(text);
  if (dayAlone && own.day > 0) return lastDay(own, Number(dayAlone[1]));
  if (/今天|今日|(?<!\p{L})today/iu.test(text) && own.day > 0) return valid(String(own.year), String(own.month), String(own.day));
  // 日前, held recently: the year is certain unless the year had only just begun.
  if (/日前|近日|近期|不久前|前不久|最近|recently|the other day/i.test(text) && own.month > 2) return String(own.year);
  return null;
}

/** A day without a year in a dated text is that of the same year, else the last such day, if that is not half a year ago. */
function notAfter(own: Deictic, month: number, day: number | null): string | null {
  const sameYear = month < own.month || (month === own.month && (own.day === 0 || day === null || day <= own.day));
  const year = sameYear ? own.year : own.year - 1;
  const monthsAgo = (own.year - year) * 12 + own.month - month;
  return monthsAgo <= 6 || sameYear ? valid(String(year), String(month), day === null ? undefined : String(day)) : null;
}

/** The last day of that number not after the day of publication. */
function lastDay(own: Deictic, day: number): string | null {
  if (day <= own.day) return valid(String(own.year), String(own.month), String(day));
  return own.month > 1 ? valid(String(own.year), String(own.month - 1), String(day)) : valid(String(own.year - 1), '12', String(day));
}

/** A year of the attribution that dates it: 2021年……, 2021某某论坛; not 2020年以来, 2035年远景目标, not a span of years. */
function yearIn(text: string): string | null {
  for (const m of text.matchAll(/(?<![\d—–~-])((?:19|20)\d{2})\s*(年)?/g)) {
    const after = text.slice(m.index + m[0].length, m.index + m[0].length + 6);
    if (/^(?:以来|至|到|—|–|-|~|起|前|之前|以前|远景|年?代|\d|[.．%％万亿多余个家])/.test(after)) continue;
    if (m[2] === undefined && !/^[\p{Script=Han}“「《"]/u.test(after)) continue;
    return m[1] as string;
  }
  return null;
}

/** The last such day of the week not after the day of publication. */
function lastWeekday({ year, month, day }: Deictic, weekday: number): string {
  const date = new Date(Date.UTC(year, month - 1, day));
  date.setUTCDate(day - ((date.getUTCDay() - weekday + 7) % 7));
  return date.toISOString().slice(0, 10);
}

function valid(year: string, month: string | undefined, day: string | undefined): string | null {
  if (month === undefined) return year;
  if (Number(month) < 1 || Number(month) > 12) return year;
  if (day === undefined || Number(day) < 1 || Number(day) > 31) return `${year}-${pad(month)}`;
  return `${year}-${pad(month)}-${pad(day)}`;
}

const WEEKDAYS = ['Sun', 'Mon', 'Tues', 'Wednes', 'Thurs', 'Fri', 'Satur'];
const MONTHS = ['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december'];
const MONTH = '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?';

/**
 * The same for English: September 10, 2023; 10 September 2023; in June 2018; in 2013; recently. A day without its year, a day of
 * the week and a month alone are followed where the document is dated or the clause names the year of a meeting.
 */
export function englishDateOf(attribution: string, published: string | null): string | null {
  const text = attribution.replace(/\s+/g, ' ');
  const month = (name: string): string => String(MONTHS.findIndex((m) => m.startsWith(name.slice(0, 3).toLowerCase())) + 1);
  const american = new RegExp(`\\b${MONTH} (\\d{1,2})(?:st|nd|rd|th)?,? ((?:19|20)\\d{2})\\b`, 'i').exec(text);
  if (american) return valid(american[3] as string, month(american[1] as string), american[2]);
  const british = new RegExp(`\\b(\\d{1,2})(?:st|nd|rd|th)? (?:of )?${MONTH},? ((?:19|20)\\d{2})\\b`, 'i').exec(text);
  if (british) return valid(british[3] as string, month(british[2] as string), british[1]);
  const monthly = new RegExp(`\\b${MONTH},? ((?:19|20)\\d{2})\\b`, 'i').exec(text);
  if (monthly) return valid(monthly[2] as string, month(monthly[1] as string), undefined);
  const own = publicationDay(published);
  // A month has its capital: that may 25 times.
  const dayOfMonth = new RegExp(`\\b${MONTH} (\\d{1,2})(?:st|nd|rd|th)?\\b`, 'i').exec(text);
  const beforeMonth = dayOfMonth ? null : new RegExp(`\\b(\\d{1,2})(?:st|nd|rd|th)? (?:of )?${MONTH}`, 'i').exec(text);
  const [name, dayNumber] = dayOfMonth ? [dayOfMonth[1], dayOfMonth[2]] : [beforeMonth?.[2], beforeMonth?.[1]];
  const calendar = name !== undefined && /^[A-Z]/.test(name) ? { month: month(name), day: dayNumber as string } : null;
  const meeting = /\b((?:19|20)\d{2}) (?:[A-Z][\w-]+ ){0,4}(?:Forum|Conference|Summit|Congress|Meeting|Symposium)\b/.exec(text)?.[1];
  if (calendar && meeting) return valid(meeting, calendar.month, calendar.day);
  if (calendar && own && own.month > 0) return notAfter(own, Number(calendar.month), Number(calendar.day));
  const year = /(?<!\b(?:quarter|half|end|rest|months|targets?|goals?) )(?:\b(?:in|of|at the|the)) ((?:19|20)\d{2})\b/i.exec(text);
  if (year) return year[1] as string;
  if (!own) return null;
  const weekday = /\b(Sun|Mon|Tues|Wednes|Thurs|Fri|Satur)day\b(?!['’]s)/.exec(text)?.[1];
  if (weekday && own.day > 0) return lastWeekday(own, WEEKDAYS.indexOf(weekday));
  if (/\btoday\b/i.test(text) && own.day > 0) return valid(String(own.year), String(own.month), String(own.day));
  return /\b(?:recently|the other day|earlier this year|this year)\b/i.test(text) && (own.month > 2 || /this year/i.test(text)) ? String(own.year) : null;
}
