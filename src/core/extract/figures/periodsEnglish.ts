/** Times that an English text states. */
import { monthsPeriod } from './partsOfYear';
import type { DocumentYears, Time } from './times';

/** As in `periods`: what has no date, whatever date stands before it. */
const NOW = 'now';

type Add = (start: number, end: number, period: string, more?: Partial<Time>) => void;

const ORDER = ['first', 'second', 'third', 'fourth'];
const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];
const MONTH = `(?:${MONTHS.join('|')})`;
const OF = "(?:\\s*(?:,\\s*|of\\s+|in\\s+)?(?:(?:the\\s+)?((?:19|20)\\d{2})|(this year|last year)))?";
const PARTS: readonly RegExp[] = [
  new RegExp(`\\b(?:(?:in|for|during|over)\\s+)?(?:the\\s+)?(first|second)\\s+half${OF}`, 'gi'),
  new RegExp(`\\b(?:(?:in|for|during|over)\\s+)?(?:the\\s+)?(first|second|third|fourth)\\s+quarter${OF}`, 'gi'),
  new RegExp(`\\b(?:(?:in|for|during|over)\\s+)?(?:the\\s+)?first\\s+(two|three|[a-z]+|\\d{1,2})\\s+(quarters|months)${OF}`, 'gi'),
  new RegExp(`\\b(?:from\\s+|in\\s+(?:the\\s+)?|the\\s+)?(${MONTH})\\s*(?:-|–|—|to|(?<=between\\s+${MONTH}\\s+)and)\\s*(${MONTH})(?:\\s+period)?${OF}`, 'g'),
];
const COUNTS = ['', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'];
/** What a value is set against is not its time: than the same period in 2017, from a year earlier, up from 2012. */
const AGAINST = /\b(?:than|over|from|against|compared (?:with|to)|versus|on)\s+(?:(?:that|those|the (?:level|figure|rate)|the same period|the corresponding period|the same time)\s+)?(?:of\s+|in\s+|for\s+)?(?:the\s+)?$/i;

const DATED = new RegExp(`\\b(?:(as of|by|until|at the end of|by the end of)\\s+)?(${MONTH})\\s+(?:\\d{1,2}(?:st|nd|rd|th)?,\\s*)?((?:19|20)\\d{2})`, 'gi');

/** Letters before a time in which its preposition stands, or the Since of its clause. */
const NEAR = 80;

const two = (n: number): string => String(n).padStart(2, '0');

/** Adds the times of an English text. */
export function englishTimes(text: string, { report, written, month }: DocumentYears, add: Add): void {
  // Since the beginning of the campaign in March 2025: all that comes is of the time from then on.
  const point: Add = (start, end, period, more) => (/^\d{4}/.test(period) && /\bsince\b[^,.;]*$/i.test(text.slice(Math.max(0, start - NEAR), start)) ? add(start, end, `since:${period}`, { loose: true }) : add(start, end, period, more));
  /** The words right before a place; what says what a time is for stands there. */
  const before = (at: number): string => text.slice(Math.max(0, at - NEAR), at), against = (at: number): boolean => AGAINST.test(before(at));
  const yearOf = (stated: string | undefined, relative: string | undefined, last: number): number | null => {
    if (stated) return Number(stated);
    if (relative) return written === null ? null : /last/i.test(relative) ? written - 1 : written;
    if (report !== null) return report;
    return written === null || !month ? null : last > month ? written - 1 : written;
  };
  const part = (m: RegExpMatchArray, year: number | null, period: (y: number) => string): void => {
    const start = m.index as number;
    if (against(start)) return;
    if (year === null) point(start, start + m[0].length, `window:${m[0].trim()}`, { loose: true });
    else point(start, start + m[0].length, period(year));
  };
  for (const m of text.matchAll(PARTS[3] as RegExp)) {
    const a = MONTHS.indexOf(m[1] as string) + 1, b = MONTHS.indexOf(m[2] as string) + 1;
    if (a < b) part(m, yearOf(m[3], m[4], b), (y) => monthsPeriod(y, a, b));
  }
  // A date to the day says when something was said; a state may be given for it.
  const days: [number, number][] = [];
  for (const m of text.matchAll(DATED)) {
    const detailed = `${m[3]}-${two(MONTHS.findIndex((name) => name.toLowerCase() === (m[2] as string).toLowerCase()) + 1)}`;
    days.push([m.index, m.index + m[0].length]);
    if (m[1]) point(m.index, m.index + m[0].length, `as-of:${detailed}`);
    else if (!/\d,/.test(m[0]) && !against(m.index)) point(m.index, m.index + m[0].length, detailed);
  }
  for (const m of text.matchAll(PARTS[0] as RegExp)) { const h = /first/i.test(m[1] as string) ? 1 : 2; part(m, yearOf(m[2], m[3], 6 * h), (y) => `${y}-H${h}`); }
  for (const m of text.matchAll(PARTS[1] as RegExp)) { const q = ORDER.indexOf((m[1] as string).toLowerCase()) + 1; part(m, yearOf(m[2], m[3], 3 * q), (y) => `${y}-Q${q}`); }
  for (const m of text.matchAll(PARTS[2] as RegExp)) {
    const n = /^\d/.test(m[1] as string) ? Number(m[1]) : COUNTS.indexOf((m[1] as string).toLowerCase());
    const last = m[2] === 'quarters' ? 3 * n : n;
    if (last >= 1 && last <= 12) part(m, yearOf(m[3], m[4], last), (y) => monthsPeriod(y, 1, last));
  }
  // In April, by the end of April, April's: of a month without its year; from March is what it is compared with.
  for (const m of text.matchAll(new RegExp(`\\b(?:(?:[Ii]n|[Ff]or|[Dd]uring|([Aa]s of|(?:[Bb]y|[Aa]t) (?:the )?end of))\\s+(${MONTH})(?!\\s+\\d|\\s*(?:-|–|to)\\s)|(${MONTH})(?='s|’s))`, 'g'))) {
    const number = MONTHS.indexOf(m[2] ?? (m[3] as string)) + 1;
    if (!/^,?\s+(?:19|20)\d{2}/.test(text.slice(m.index + m[0].length))) part(m, yearOf(undefined, undefined, number), (y) => `${m[1] ? 'as-of:' : ''}${y}-${two(number)}`);
  }
  if (written !== null && month) for (const m of text.matchAll(/\b(?:in\s+)?last month\b/gi)) {
    if (!against(m.index)) point(m.index, m.index + m[0].length, month === 1 ? `${written - 1}-12` : `${written}-${two(month - 1)}`);
  }
  for (const m of text.matchAll(/\b(?:between\s+)?((?:19|20)\d{2})\s*(?:to|and|-|–|—)\s*((?:19|20)\d{2})(?![\d,.]*\d)/gi)) {
    if (/\band\b/i.test(m[0]) && !/^between/i.test(m[0])) continue;
    point(m.index, m.index + m[0].length, `window:${m[1]}-${m[2]}`, { loose: true });
  }
  for (const m of text.matchAll(/\b(?:(since|as of|by the end of|at the end of|end of|by|in|during|from|for|to|of|compared with|over|than|until|till)\s+)?(?:(?:late|early|mid-?)\s*)?((?:19|20)\d{2})(?![\d,.]*\d|[-–]\d{2}\b)/gi)) {
    const lead = (m[1] ?? '').toLowerCase(), start = m.index + m[0].length - 4, end = m.index + m[0].length;
    if (days.some(([a, b]) => m.index < b && a < end)) continue;
    if (/compared with|over|than/.test(lead) || against(m.index) && lead !== 'since') continue;
    // 138 times the 1991 figure, above the 2019 level: another value's time.
    if (/^\s+(?:figure|level|base)\b/i.test(text.slice(end))) continue;
    // up 145.6 percent from 1978: what it is compared with.
    if (lead === 'from' && /(?:percent|%|times|points?|fold)\s*$/i.test(before(m.index))) continue;
    if (lead === 'since') point(start, end, `since:${m[2]}`, { loose: true });
    else point(start, end, /as of|end of/.test(lead) ? `as-of:${m[2]}` : (m[2] as string), { local: lead === 'from' || lead === 'to', target: lead === 'by' && Number(m[2]) >= 2025 });
  }
  if (written !== null) {
    for (const m of text.matchAll(/\b(?:(?:in|for|during)\s+)?(this year|last year)\b/gi)) {
      if (!against(m.index)) point(m.index, m.index + m[0].length, String(/last/i.test(m[1] as string) ? written - 1 : written));
    }
  }
  for (const m of text.matchAll(/\b(?:at present|currently|nowadays|so far|to date)\b/gi)) point(m.index, m.index + m[0].length, NOW);
  for (const m of text.matchAll(/\b(?:past|last|recent)\s+(?:\w+\s+)?(?:years?|decades?)\b/gi)) point(m.index, m.index + m[0].length, `window:${m[0]}`, { loose: true });
  for (const m of text.matchAll(/\b(?:annual(?:ly)?|per year|a year(?!-on| ago| earlier| before| on year)|each year|every year)\b/gi)) point(m.index, m.index + m[0].length, 'annual', { loose: true });
}
