/** What a whole document says of time: of which year or part of a year it reports, when it was written, on what a section reports. */
import type { Paragraph, Source } from '../../library/types';
import type { Span } from '../../text/offsets';
import { sentences } from '../../text/sentences';
import { normalise } from './numerals';
import type { DocumentYears, Time } from './times';
import { NOW, leadingTime, timesOf } from './periods';

export interface DocumentTimes extends DocumentYears {
  /** Whether it reports on one period throughout (a communiqué, news of statistics), so that a time holds until the next one. */
  readonly reports: boolean;
  /** The period that it reports on; null where it is no such report. */
  readonly main: string | null;
}

/** Words that set a value against the period before: a text full of them reports on one period. */
const REPORTING = /比上年|较上年|比去年|较去年|同比|环比|上年同期|上年末|去年同期|全年|年末|可比价|不变价|year[- ](?:on|over)[- ]year|from (?:a|the|one) (?:previous )?year|(?:than|from) a year (?:ago|earlier|before)|an increase of|up by|\b(?:rose|grew|climbed|gained)\b|the previous year|same period (?:last year|of)|percentage points/gi;
/** A year that a value is set against. */
const SET_AGAINST = /[比较]((?:19|20)\d{2})年/g;
const MEASURED = /\d\s*(?:[%‰万亿]|元|个百分点|percent|billion|trillion|million)/gi;

/** Titles of texts that report on one year. */
const REPORTS = /公报|统计|年报|年度报告|执行情况|运行|投入情况|发展情况|基本情况|分析报告|Communiqu|Bulletin/i;
const TITLED = /(?:^|[^\d])((?:19|20)\d{2})年.{0,40}(?:公报|统计|工作报告|年报|年度报告|执行情况|运行|投入情况|发展情况|基本情况|分析报告)/;

/** Times of a document, out of its title, its dateline and its opening. */
export function documentTimes(source: Source): DocumentTimes {
  const title = normalise(source.title ?? '').slice(0, 80);
  const written = writtenOf(source);
  const speech = /工作报告/.test(title);
  const named = TITLED.exec(title)?.[1] ?? (/Communiqu|Bulletin|Statistic/i.test(title) ? /\b((?:19|20)\d{2})\b/.exec(title)?.[1] : undefined);
  const report = named ? Number(named) : null;
  const reports = isReport(source.paragraphs, written?.year ?? null) || (report !== null && REPORTS.test(title) && !speech);
  const month = written?.month ?? null;
  // A government's report of a year is given at its beginning: 今年 is the year of its title, unless its date says otherwise.
  const now = written?.year ?? (speech ? report : null);
  const years: DocumentYears = { report: speech ? null : report, written: now, month };
  if (!reports) return { ...years, reports, main: null };
  const stated = titlePeriod(title, years) ?? openingPeriod(source, years);
  const year = /^(?:as-of:)?(\d{4})/.exec(stated ?? '')?.[1];
  return { report: years.report ?? (year && !speech ? Number(year) : null), written: now, month, reports, main: speech ? null : (stated?.replace(/^as-of:(\d{4})$/, '$1') ?? (report === null ? null : String(report))) };
}

/** Whether a document is full of words that compare with the period before. */
function isReport(paragraphs: readonly Paragraph[], written: number | null): boolean {
  let compared = 0, measured = 0;
  for (const { text, kind } of paragraphs) {
    if (kind === 'reference' || kind === 'boilerplate' || kind === 'table') continue;
    const words = normalise(text);
    compared += words.match(REPORTING)?.length ?? 0;
    if (written !== null) compared += [...words.matchAll(SET_AGAINST)].filter(([, year]) => Number(year) >= written - 2).length;
    measured += words.match(MEASURED)?.length ?? 0;
  }
  return compared >= 2 && compared * 6 >= measured;
}

/** The one time of a title (2023年上半年…情况). */
function titlePeriod(title: string, years: DocumentYears): string | null {
  const times = timesOf(title, !/\p{Script=Han}/u.test(title), years).filter((t) => !t.loose);
  const period = times.length === 1 ? (times[0]?.period ?? null) : null;
  // A year alone in a title is its time only where it is a report's (not: Towards 2030).
  return period !== null && /^\d{4}$/.test(period) && !REPORTS.test(title) ? null : period;
}

/** How many paragraphs count as the opening. */
const OPENING = 6;

/** The time that the first sentence with one opens with; an English one may have it anywhere. */
function openingPeriod(source: Source, years: DocumentYears): string | null {
  const opening = source.paragraphs.filter((p) => p.kind === 'body' || p.kind === 'abstract' || p.kind === 'callout').slice(0, OPENING);
  let about: string | null = null;
  for (const { text, language } of opening) {
    const words = normalise(text), english = language === 'en', times = timesOf(words, english, years);
    for (const sentence of sentences(text)) {
      // News of a report: it is of the report's year.
      const reported = /《((?:19|20)\d{2})年[^《》]{0,30}(?:公报|统计|报告|年鉴)》/.exec(words.slice(sentence.start, sentence.end))?.[1];
      if (reported) return reported;
      const time = english ? times.find((t) => !t.loose && !t.local && t.start >= sentence.start && t.end <= sentence.end) : leadingTime(words, times, sentence) ?? beforeFigure(words, times, sentence);
      // The first line of English news is its own date.
      if (english && !new RegExp(MEASURED.source, 'i').test(words.slice(sentence.start, sentence.end))) {
        // …during the 2026 May Day holiday: what the news is about.
        if (time && Number(time.period) === years.written && /\b(?:the|in|during|for|of)\s+$/i.test(words.slice(0, time.start))) about ??= time.period;
        continue;
      }
      if (time && (english || /^(?:as-of:)?\d{4}/.test(time.period))) return time.period;
    }
    // Figures before any time: what comes later is not the time of the whole.
    if (/\d(?:[%‰万亿]|个|家|元|人)/.test(words)) return null;
  }
  return about;
}

/** The time that stands before the first figure of a sentence (…13日介绍，上半年出口增长2.1%). */
function beforeFigure(words: string, times: readonly Time[], sentence: Span): Time | null {
  const figure = sentence.start + words.slice(sentence.start, sentence.end).search(/\d(?:[%‰万亿]|元)/);
  return figure < sentence.start ? null : times.find((t) => !t.local && !t.loose && !t.target && t.period !== NOW && t.start >= sentence.start && t.end <= figure) ?? null;
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const LINES = 10;

/** When it was written: its date, else the one full date that its heading lines bear (2018年12月26日在…会议上). */
function writtenOf(source: Source): { year: number; month: number | null } | null {
  const stated = /^(\d{4})(?:-(\d{2}))?/.exec(source.date ?? '');
  if (stated) return { year: Number(stated[1]), month: stated[2] ? Number(stated[2]) : null };
  for (const paragraph of source.paragraphs.slice(0, LINES)) {
    const line = normalise(paragraph.text).slice(0, 160);
    const heads = paragraph.kind !== 'body' || line.length < 60;
    const chinese = heads ? /(?<!\d)((?:19|20)\d{2})[年./-](\d{1,2})[月./-]\d{1,2}/.exec(line) : /^[（(]?(?:记者[^）)]{2,20}[）)])?((?:19|20)\d{2})年(\d{1,2})月\d{1,2}日/.exec(line);
    if (chinese) return { year: Number(chinese[1]), month: Number(chinese[2]) };
    const english = heads ? /\b([A-Z][a-z]{2})[a-z]*\.?\s+\d{1,2}(?:st|nd|rd|th)?,?\s+((?:19|20)\d{2})\b/.exec(line) ?? /^([A-Z][a-z]{2})[a-z]*,?\s+((?:19|20)\d{2})$/.exec(line.trim()) : null;
    const month = english ? MONTHS.indexOf((english[1] as string).toLowerCase()) : -1;
    if (english && month >= 0) return { year: Number(english[2]), month: month + 1 };
  }
  return null;
}

// ---- Sections --------------------------------------------------------------------------------------------------------

/** The year on which a section reports, by its heading, and the rank of that heading. */
export interface Section {
  readonly year: string;
  readonly rank: number;
}

/** Rank of a heading by its numbering: 0 for part and chapter or none, 1 for 一、, 2 for （一）, 3 for 1. */
function rankOf(heading: string): number {
  if (/^\s*[（(][一二三四五六七八九十]+[）)]/.test(heading)) return 2;
  if (/^\s*\d{1,2}[.、．]/.test(heading)) return 3;
  return /^\s*[一二三四五六七八九十]+、/.test(heading) ? 1 : 0;
}

/** The section behind a heading (2022年计划执行情况, 2025年目标); a heading of the same or a higher rank ends it, a lower one does not. */
export function sectionAfter(heading: string, before: Section | null): Section | null {
  const words = normalise(heading), rank = rankOf(words);
  const years = [...words.matchAll(/(?<!\d)((?:19|20)\d{2})\s*年(?!代)/g)].map((m) => m[1] as string);
  if (/工作报告\s*$/.test(words)) return before;
  if (years.length === 1 && /情况|回顾|总结|成绩|成效|进展|目标|安排|任务|思路|要求|展望|打算|工作|取向/.test(words)) return { year: years[0] as string, rank };
  if (years.length > 0) return null;
  return before && (rank > before.rank || (rank === 0 && before.rank === 0 && !/^\s*第[一二三四五六七八九十]+[部章]/.test(words))) ? before : null;
}
