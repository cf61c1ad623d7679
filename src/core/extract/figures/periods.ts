/** Times that a Chinese or English text states, and which of them a figure belongs to. Nothing is supplied from outside the document. */
import type { Span } from '../../text/offsets';
import { overlaps } from './overlaps';
import { PART, lastMonth, partPeriod } from './partsOfYear';
import { englishTimes } from './periodsEnglish';
import { RECORD } from './times';
import type { DocumentYears, Time } from './times';

/** 目前: the state that it speaks of has no date, whatever date stands before it. */
export const NOW = 'now';

const two = (n: string): string => n.padStart(2, '0');

const YEAR = new RegExp(`(截至|截止到?|截止|到|至|自|从|由|比|较|与|同|相比|于)?(?<!\\d)((?:19|20|21)\\d{2})\\s*(?:年度?(?:全年)?|(?=全[国省市区县州旗]))\\s*(?:(?:(\\d{1,2})月\\s*\\d{1,2}日)|(${PART}))?(底|末|年底|年末|初)?(的)?`, 'g');
const WINDOW = /(?:从|自|由)?((?:19|20)\d{2})\s*年?\s*[—–\-~～至到]{1,2}\s*((?:19|20)\d{2})\s*年度?(的)?/g;
const MONTHS = /(?:从|自|由)?((?:19|20)\d{2})\s*年\s*(?:(\d{1,2})\s*月?\s*)?[—–\-~～至到]{1,2}\s*((?:19|20)\d{2})\s*年\s*(\d{1,2})\s*月(?:份|底)?/g;
/** Years counted from 1912, as in Taiwan: 民国113年, 114年12月, 一一四年. */
const REPUBLIC = /(?:民国\s*(?=\d)|(?<![\d.])(?=1[01]\d\s*年(?:度|底|[上下]半年|第[一二三四]季|全年|\s*\d{1,2}\s*月))|(?<![一二三四五六七八九〇○零十百千万])(?=一[一〇○零]))(?:(\d{2,3})|(一[一〇○零][〇○零一二三四五六七八九]))\s*年(?:度|底|全年)?(?:\s*(\d{1,2})\s*月)?/g;
const SINCE = /(?:长期|一直|多年|长久|历年|有史)以来|(?:自|从)?([^，,。；;、“”"《》()（）\s自从\d来]{0,10}(?:[“"《][^”"》]{1,16}[”"》][^，,。；;、\s]{0,8})?[^，,。；;、\s]{0,4}?)以来/g;
/** 40多年增长了约275倍: as long a time as a change took. */
const YEARS_OF_CHANGE = '(?<![\\d.第])(?:\\d{1,3}|[一二两三四五六七八九十]+)多?年(?=(?:来|间)?(?:累计)?(?:增长|增加|提高|提升|扩大|下降|减少|翻))';
const LAST_YEARS = new RegExp(`(?:近|近些|多|这些)年来|${YEARS_OF_CHANGE}|${/(?:近|过去|最近|今后|未来)[一二三四五六七八九十\d]+多?年(?:来|间|中|里|内)?|[“"]?[一二三四五六七八九十]{1,3}五[”"]?(?:时期|期间|以来)|(?<![\d.第])(?:\d{1,3}|[一二三四五六七八九十]+)多?年(?:前|来)(?![往景沿])|(?:[一二两三四五六七八九十]|\d)年(?=平均|年均)/.source}`, 'g');
const ANNUAL = /每年|年均|(?<=^|[，,。；;、后])年(?=产)|年度(?!数据|预算|计划|目标|任务|工作|报告)/g;
const RELATIVE = new RegExp(`(比|较|与|同|和|[高低快慢优好大小多少]于|超过)?(?:截至|截止|到)?(去年|上年|今年|本年|全年|过去一年|年末|年底)(?:(?<=[去上今本]年)全年)?\\s*(?:(\\d{1,2})月\\s*\\d{1,2}日|(${PART}))?(末|底|同期)?`, 'g');
const BARE = new RegExp(`(比|较|与|同|和|快于|慢于|高于|低于|由|从)?((?<!\\d)${PART})(末|底)?(同期)?`, 'g');
const PRESENT = /目前|(?<![表实发出体呈])现在|如今|当前/g;

type Add = (start: number, end: number, period: string, more?: Partial<Time>) => void;

/** Times of a normalised text, in order. */
export function timesOf(text: string, english: boolean, years: DocumentYears & { readonly period?: string | null }): Time[] {
  const times: Time[] = [], free = overlaps(text.length);
  const point: Add = (start, end, period, more = {}) => {
    if (free(start, end)) times.push({ start, end, period, local: false, loose: false, target: false, until: bracketEnd(text, start, end), ...more });
  };
  if (english) englishTimes(text, years, point);
  else {
    absolute(text, point);
    relative(text, years, times, point);
    listedParts(text, years, times, point);
    bareParts(text, years, times, point);
    for (const m of text.matchAll(PRESENT)) point(m.index, m.index + m[0].length, NOW);
    yearBefore(text, times, years.period ?? null, point);
  }
  times.sort((a, b) => a.start - b.start);
  // 2010—2020年（截至2020年10月）: a time in brackets only explains the one before it.
  return times.filter((t, i) => !(times[i - 1]?.end === t.start - 1 && /[（(]/.test(text[t.start - 1] as string) && /[）)]/.test(text[t.end] ?? '')));
}

/** Where a bracket ends that says more than when (（1-5月为下降0.8%）): what stands behind it is not of its time. */
function bracketEnd(text: string, start: number, end: number): number {
  const before = text.slice(Math.max(0, start - LONGEST_BRACKET), start), opened = Math.max(before.lastIndexOf('（'), before.lastIndexOf('('));
  if (opened < 0 || /[）)]/.test(before.slice(opened))) return Infinity;
  const close = text.slice(end, end + LONGEST_BRACKET).search(/[）)]/);
  return close > 2 ? end + close : Infinity;
}

/** No aside in brackets is longer. */
const LONGEST_BRACKET = 80;

/** No name of a document is longer; a 《 that is never closed hides nothing behind that. */
const LONGEST_TITLE = 300;

/** Whether a place lies in the name of a document: behind a 《 that is still open. */
function inTitle(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - LONGEST_TITLE), at);
  return before.lastIndexOf('《') > before.lastIndexOf('》');
}

function absolute(text: string, point: Add): void {
  const year = /(?:19|20|21)\d{2}/.test(text);
  if (year) stated(text, point);
  if (text.includes('以来')) for (const m of text.matchAll(SINCE)) if (m[1] !== '') point(m.index, m.index + m[0].length, m[1] === undefined ? `window:${m[0]}` : `since:${m[1]}`, { loose: true });
  if (!/[年五]/.test(text)) return;
  // 20年来首次: since when it was not so, and not the time of what follows.
  for (const m of text.matchAll(LAST_YEARS)) if (!RECORD.test(text.slice(m.index + m[0].length))) point(m.index, m.index + m[0].length, `window:${m[0]}`, { loose: true });
  for (const m of text.matchAll(ANNUAL)) point(m.index, m.index + m[0].length, 'annual', { loose: true });
  if (/民国|1[01]\d|一[一〇○零]/.test(text)) republican(text, point);
}

/** Years as they are written, spans of them, and what is counted from them. */
function stated(text: string, point: Add): void {
  for (const m of text.matchAll(MONTHS)) point(m.index, m.index + m[0].length, `window:${m[1]}${m[2] ? `-${two(m[2])}` : ''}/${m[3]}-${two(m[4] as string)}`, { loose: true });
  for (const m of text.matchAll(WINDOW)) point(m.index, m.index + m[0].length - (m[3]?.length ?? 0), `window:${m[1]}-${m[2]}`, { loose: true });
  for (const m of text.matchAll(YEAR)) {
    const [all, lead = '', stated = '', day, part, edge, of] = m;
    const start = m.index, end = start + all.length - (of?.length ?? 0), rest = text.slice(start + all.length);
    // A base of comparison, a name, or a plan is not the time of a figure.
    if (/^(?:比|较|与|同|相比)$/.test(lead) && !/^(?:[^，,。；;]{0,6})(?:签署|建立|合作)/.test(rest)) {
      // 较1978年的355亿元: the value that it is set against is of that time.
      if (of && /^\s*(?:约|近|超过?)?\d/.test(rest)) point(start, end, stated, { local: true });
      continue;
    }
    // 根据2018年…公布的《…》: the year of a publication.
    if (/(?:根据|按照|据)\s*$/.test(text.slice(Math.max(0, start - 4), start)) && /^[^，,。；;]{0,30}(?:公布|发布|出版|编制)的/.test(rest)) continue;
    if (lead === '于' && /[高低快慢优大小多少]/.test(text[start - 1] ?? '')) continue;
    if (/^(?:可持续发展|议程|远景|愿景|目标|前|规划)/.test(rest) && lead !== '到' && lead !== '至') continue;
    if (of && /^\s*约?[\d.一二两三四五六七八九十]+(?:多|余)?倍/.test(rest)) continue;
    if (inTitle(text, start)) {
      if (/(?:统计|公报|报告|年鉴)[^《》]*》(?:显示|指出|表明|数据|统计|披露)|^[^《》]*(?:指数|公报|统计|年鉴|排行|排名)[^《》]*》/.test(rest.slice(0, 50))) point(start, end, stated, { loose: true });
      continue;
    }
    if (/^(?:自|从|由)$/.test(lead) && /^(?:以来|起|开始|至今|到现在|[^，,。；;]{0,20}算起)/.test(rest)) { point(start, end, `since:${stated}`, { loose: true }); continue; }
    if (/^(?:以来|来(?![自源])|起[，,至]|至今)/.test(rest) && !day && !part && !edge) { point(start, end, `since:${stated}`, { loose: true }); continue; }
    const detailed = day ? `${stated}-${two(day)}` : (part && partPeriod(stated, part)) || stated;
    const state = /^截/.test(lead) || edge === '底' || edge === '末' || edge === '年底' || edge === '年末';
    const target = /^(?:到|至)$/.test(lead) && !of && /^[^。；;]{0,24}(?:力争|将|要|达到|实现|基本|建成|超过|建设)/.test(rest) && !/^[，,]?[^。；;，,]{0,6}(?:已|了)/.test(rest)
      || (lead === '到' && !of && /^[，,][^。；;]{0,30}(?:年均|以上|左右)/.test(rest) && !/已|了/.test(rest.slice(0, 30)));
    const figureNext = /^\s*(?:约|近|超过?|逾)?\s*第?[\d一二两三四五六七八九十]/.test(rest);
    const local = (of !== undefined && figureNext) || (/^(?:从|由|至|到)$/.test(lead) && figureNext);
    point(start, end, state ? `as-of:${detailed}` : detailed, { local, target });
  }
}

/** Years counted from 1912. */
function republican(text: string, point: Add): void {
  for (const m of text.matchAll(REPUBLIC)) {
    if (/[比较与同]\s*$/.test(text.slice(Math.max(0, m.index - 8), m.index))) continue;
    const year = m[1] ? Number(m[1]) : Number([...(m[2] as string)].map((c) => (/[〇○零]/.test(c) ? 0 : '一二三四五六七八九'.indexOf(c) + 1)).join(''));
    point(m.index, m.index + m[0].length, `${/[底末]$/.test(m[0]) ? 'as-of:' : ''}${1911 + year}${m[3] ? `-${two(m[3])}` : ''}`);
  }
}

/** 今年, 上年末, 全年: years that count from when the document was written or of which it reports. */
function relative(text: string, { report, written }: DocumentYears, times: readonly Time[], point: Add): void {
  if (!/年/.test(text)) return;
  for (const m of text.matchAll(RELATIVE)) {
    if (m[1] || m[5] === '同期' || (m[2] === '全年' && /^(?:目标|任务|计划|预期)/.test(text.slice(m.index + m[0].length)))) continue;
    const word = m[2] as string, now = written ?? (report === null ? null : report + 1);
    const stated = /^(?:全年|年末|年底)$/.test(word) ? report ?? spokenYear(times, m.index) : now === null ? null : /^(?:今年|本年)$/.test(word) ? now : now - 1;
    // 今年 where nothing says which year that is: at least not the one that was spoken of last.
    if (stated === null && /^[今本去]年$/.test(word)) point(m.index, m.index + m[0].length, NOW);
    if (stated === null) continue;
    // The year before the one that is reported on: 由上年的12.9%调整为….
    const year = word === '上年' && report !== null ? report - 1 : stated;
    const detailed = m[3] ? `${year}-${two(m[3])}` : (m[4] && partPeriod(year, m[4])) || String(year);
    const local = word === '上年' && (/[由从]/.test(text[m.index - 1] ?? '') || /^的?\s*[\d]/.test(text.slice(m.index + m[0].length)));
    if (word === '上年' && !local) continue;
    point(m.index, m.index + m[0].length, `${m[5] || /年末|年底/.test(word) ? 'as-of:' : ''}${detailed}`, { local });
  }
}

/** The year that was spoken of last before a place. */
function spokenYear(times: readonly Time[], at: number): number | null {
  let last: Time | null = null;
  for (const t of times) if (!t.local && t.end <= at && at < t.until && /^(?:as-of:)?\d{4}/.test(t.period) && (last === null || t.start > last.start)) last = t;
  return last && Number(/\d{4}/.exec(last.period)?.[0]);
}

/** 去年同期为增长19.4%: the time that was spoken of last, a year before; of that figure only. */
function yearBefore(text: string, times: readonly Time[], around: string | null, point: Add): void {
  if (!text.includes('同期')) return;
  for (const m of text.matchAll(/(?<![比较与同和于过]|相当)(?:去年|上年)同期(?=的?(?:为|是|仅为?|增长|下降|增|降)*\s*[约近]?\d)(?!的\s*[\d.]+\s*(?:%|倍))/g)) {
    const spoken = times.filter((t) => !t.local && !t.loose && t.end <= m.index && m.index < t.until).sort((a, b) => a.start - b.start).at(-1)?.period ?? around;
    if (/^(?:as-of:)?\d{4}/.test(spoken ?? '')) point(m.index, m.index + m[0].length, (spoken as string).replace(/\d{4}/g, (year) => String(Number(year) - 1)), { local: true });
  }
}

/** 7、8、9三个月 and 三、四季度: each its own time. */
function listedParts(text: string, years: DocumentYears, times: readonly Time[], point: Add): void {
  if (!/[\d一二三四](?:、|和)[\d一二三四]/.test(text)) return;
  for (const m of text.matchAll(/(?<![\d.])\d{1,2}(?:、\d{1,2})+(?:[和与及]\d{1,2})?(?=([两二三四五六]个月|月份?)(?!\d{1,2}日))|第?[一二三](?:[、和][二三四])+(?=(季度))/g)) {
    const tail = m[1] ?? m[2] as string, members = [...m[0].matchAll(/\d{1,2}|[一二三四]/g)];
    members.forEach((member, i) => {
      const part = `${member[0]}${m[2] ?? '月'}`, start = m.index + member.index;
      const year = yearOf(start, part, years, times), period = year === null ? null : partPeriod(year, part);
      if (period !== null) point(start, start + member[0].length + (i === members.length - 1 ? tail.length : 0), period);
    });
  }
}

/** The year of a part of one that is named without it. */
function yearOf(start: number, part: string, { report, written, month }: DocumentYears, times: readonly Time[]): number | null {
  const said = spokenYear(times, start) ?? report;
  // What is still to come when it was written was a year before.
  return said !== null ? (said === written && month && lastMonth(part) > month ? said - 1 : said) : (written === null || !month ? null : lastMonth(part) > month ? written - 1 : written);
}

/** 上半年, 三季度, 9月份 without a year: of the year that was spoken of last, else of the report's, else the last one before it was written. */
function bareParts(text: string, years: DocumentYears, times: readonly Time[], point: Add): void {
  if (!/[月季]|半年/.test(text)) return;
  for (const m of text.matchAll(BARE)) {
    const lead = m[1] ?? '', part = m[2] as string;
    if (m[4] || /^(?:比|较|与|同|和|快于|慢于|高于|低于)$/.test(lead) || inTitle(text, m.index)) continue;
    if (/^\s*\d{1,2}\s*[日号]/.test(text.slice(m.index + m[0].length))) continue;
    const start = m.index + lead.length, end = m.index + m[0].length;
    const year = yearOf(start, part, years, times);
    const local = lead !== '' && /^(?:下降|增长|上升|回落|的|为|同比|环比)*\s*[\d.]/.test(text.slice(end));
    const period = year === null ? null : partPeriod(year, part);
    if (period === null) point(start, end, `window:${part}`, { loose: true });
    else point(start, end, m[3] ? `as-of:${period}` : period, { local });
  }
}

/** The time that stands directly before a figure, as its own (2020年的14.45万篇). */
export function ownTime(text: string, times: readonly Time[], start: number, end: number): Time | null {
  // 68.7%（2010年）: in brackets behind it.
  const behind = times.find((t) => t.start === end + 1 && /^[（(]$/.test(text.slice(end, t.start)) && /^[）)]/.test(text.slice(t.end, t.end + 1)));
  if (behind) return behind;
  return times.find((t) => t.local && t.end <= start && /^(?:的|为|达|达到|，|\s|下降|增长|上升|回落|同比|环比)*$/.test(text.slice(t.end, start))) ?? null;
}

/** A span of stated years is as good as a date. */
export const SPAN = /^window:\d{4}.*\d{4}/;

/** The time that governs an offset of a sentence: the last dated one before it, else the last loose one. */
export function governingTime(times: readonly Time[], sentence: Span, offset: number): Time | null {
  let dated: Time | null = null, loose: Time | null = null;
  for (const t of times) {
    if (t.start < sentence.start || t.end > offset) continue;
    if (t.local || offset > t.until) continue;
    if (t.loose && !SPAN.test(t.period)) loose = t; else dated = t;
  }
  return dated ?? loose;
}

/** A span of years right before an offset (1978~2020年中国人均GDP平均增速达到…), nearer than any date: what stands there is of all of it. */
export function spanOfYears(text: string, times: readonly Time[], sentence: Span, offset: number): Time | null {
  const last = times.filter((t) => !t.local && t.start >= sentence.start && t.end <= offset).at(-1);
  return last?.loose && /^(?:window|since):\d{4}/.test(last.period) && !/[，,；;]/.test(text.slice(last.end, offset).replace(/^(?:[（(][^（）()]*[）)])?[，,]?/, '')) ? last : null;
}

const INTRODUCES = /^(?:其中|此外|同时|据|经|初步|预计|数据|统计|从|分|到|在|截)?[^，,。；;]{0,12}[，,]?\s*(?:[^，,。；;]{0,10}(?:显示|统计|核算|介绍|表示)[，,]\s*)?$/;

/** The dated time that a sentence opens with, and that later sentences of a report go on with; null where it opens with none. */
export function leadingTime(text: string, times: readonly Time[], sentence: Span): Time | null {
  const time = times.find((t) => !t.local && !t.loose && t.start >= sentence.start && t.end <= sentence.end);
  if (!time || time.period === NOW || time.target || /^(?:当月|单月)/.test(text.slice(time.end, sentence.end))) return null;
  // When something was published or held is not the time of what it says.
  if (/^[^，,。；;]{0,20}(?:发布|公布|印发|召开|举行)/.test(text.slice(time.end, sentence.end)) && !/\d(?:[%‰万亿]|元|个)/.test(text.slice(time.end, sentence.end))) return null;
  return INTRODUCES.test(text.slice(sentence.start, time.start)) ? time : null;
}
