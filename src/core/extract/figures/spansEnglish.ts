/** Finds the figures of an English text: hedge, numeral, scale and unit, with value and relation. */
import type { Relation } from '../../library/types';
import type { Span } from '../../text/offsets';
import { masked, masks } from './masks';
import { ARABIC, ENGLISH_ORDINALS, ENGLISH_SCALES, ENGLISH_WORDS, arabicNumber, englishNumber, englishOrdinal, englishScale, exact, lastDigit } from './numerals';
import { overlaps } from './overlaps';
import type { FoundFigure } from './spans';
import { ENGLISH_UNITS } from './units';

const HEDGE = '(?:more than|over|exceeding|exceeded|exceeds|above|in excess of|surpassing|surpassed|topped|at least|no fewer than|no less than|not less than|nearly|almost|close to|approaching|less than|fewer than|under|below|up to|no more than|about|around|approximately|roughly|some|an estimated|an average of)';
const AFTER = '(?:or more|or so|or above|or less)';
const CURRENCY = '(?:US\\$|HK\\$|\\$|€|£|¥|￥|RMB|CNY|USD|EUR)';
const NUMBER = `(?:${ARABIC}|${ENGLISH_WORDS})`;
const CURRENCY_UNITS: Readonly<Record<string, string>> = { 'US$': 'US dollars', 'HK$': 'Hong Kong dollars', $: 'dollars', '€': 'euros', '£': 'pounds', '¥': 'yuan', '￥': 'yuan', RMB: 'yuan', CNY: 'yuan', USD: 'US dollars', EUR: 'euros' };

const YEAR = /^(?:19|20)\d\d$/;
const CURRENCY_BEFORE = new RegExp(`${CURRENCY}$`);

const RELATIONS: readonly (readonly [RegExp, Relation])[] = [
  [/at least|no fewer|no less|not less|or more|or above/i, '>='],
  [/nearly|almost|close to|approaching|less than|fewer than|under|below|up to|no more than|or less/i, '<'],
  [/more than|over|exceed|above|excess|surpass|topped/i, '>'],
  [/about|around|approximately|roughly|some|estimated|or so/i, '~'],
];

const PERCENT = new RegExp(`(?:\\b(${HEDGE})\\s+)?(?<![\\w.,])(?!(?:19|20)\\d\\d\\b)(${NUMBER})\\s*(?:%|percent|per cent)?\\s*(?:(?:-|–|to)\\s*(${ARABIC})\\s*)?-?(%|percent(?!age)|per cent)(?![A-Za-z])(?:\\s+(${AFTER}))?`, 'gi');
const POINTS = new RegExp(`(?:\\b(${HEDGE})\\s+)?(?<![\\w.,])(${NUMBER})\\s*(?:-\\s*)?(percentage|basis)[\\s-]points?`, 'gi');
const MEASURED = new RegExp(`(?:\\b(${HEDGE})\\s+)?(?<![\\w.,$])(?:(${CURRENCY})\\s?|(?<![\\w.,]))(${NUMBER})(?:\\s*(${ENGLISH_SCALES})\\b)?(?:\\s*(?:-|–|—|to)\\s*(?:${CURRENCY})?(${NUMBER})(?![\\w.,]*\\d))?(?:[\\s-]*(${ENGLISH_SCALES})\\b)?(?:\\s+(${ENGLISH_UNITS}))?(?:\\s+(${AFTER}))?`, 'gi');
const FRACTION = new RegExp(`(?:\\b(${HEDGE})\\s+)?\\b(one|two|three|four)[- ](third|quarter|fifth|half)s?\\b(?=\\s+of\\b)`, 'gi');
const PARTS: Readonly<Record<string, number>> = { third: 3, quarter: 4, fifth: 5, half: 2 };
const RANKS: readonly RegExp[] = [
  new RegExp(`(?<rank>(?<n>${ENGLISH_ORDINALS})(?:[\\s-](?:largest|biggest|highest|most|best|longest|place|rank|position))+)`, 'gi'),
  new RegExp(`(?<rank>world(?:'|’)s\\s+(?:(?<n>${ENGLISH_ORDINALS})(?![\\s-](?:largest|biggest|highest|most))|largest|biggest|No\\. ?(?<m>\\d+)))`, 'gi'),
  new RegExp(`(?:rank(?:s|ed|ing)?|place[sd]?|stood|stands|rose|climbed|moved up|came|comes)\\s+(?:up\\s+)?(?:at\\s+|to\\s+|in\\s+)?(?:the\\s+)?(?<rank>(?<n>${ENGLISH_ORDINALS})(?:\\s+place)?|No\\. ?(?<m>\\d+))(?!\\s+(?:time|session|plenary|half|quarter))`, 'gi'),
  new RegExp(`\\b(?:from|to)\\s+(?<rank>(?<n>\\d+(?:st|nd|rd|th)))(?!\\s+(?:century|session|century|grade|floor))`, 'gi'),
  new RegExp(`(?<rank>(?<n>${ENGLISH_ORDINALS}))\\s+(?:in|across)\\s+the\\s+world`, 'gi'),
];
/** Nouns that small counts of the author's own structure go with. */
const STRUCTURE = /^(?:aspects?|ways?|parts?|dimensions?|phases?|stages?|steps?|points?|sides?|things?|reasons?|pillars?|principles?|times?|of\s|another|hand|day)\b/i;

const relationOf = (words: string): Relation => RELATIONS.find(([pattern]) => pattern.test(words))?.[1] ?? '=';
const value = (text: string): number => (/^\d/.test(text) ? arabicNumber(text) : englishNumber(text));

/** The figures of an English text, in order. */
export function englishFigures(text: string): FoundFigure[] {
  let hidden: readonly Span[] | null = null;
  const found: FoundFigure[] = [], free = overlaps(text.length);
  const add = (figure: FoundFigure, unmasked = false): void => {
    if (!unmasked && masked(hidden ??= masks(text, true), { start: figure.numeral, end: figure.end })) return;
    if (free(figure.start, figure.end)) found.push(figure);
  };
  const spanOf = (m: RegExpMatchArray): { start: number; end: number; numeral: number } => {
    const start = (m.index as number) + (/^\s*/.exec(m[0])?.[0].length ?? 0);
    return { start, end: (m.index as number) + m[0].trimEnd().length, numeral: m[1] ? start + m[1].length + 1 : start };
  };
  // Each kind has a sign that no figure of the kind can do without.
  if (/point/i.test(text)) for (const m of text.matchAll(POINTS)) {
    add({ ...spanOf(m), value: value(m[2] as string), unit: m[3]?.toLowerCase() === 'basis' ? 'basis points' : 'percentage points', relation: relationOf(m[1] ?? ''), qualifier: m[1] ?? null, precision: lastDigit(m[2] as string), rank: false });
  }
  if (/%|per ?cent/i.test(text)) for (const m of text.matchAll(PERCENT)) {
    // from 60.2 percent to 65.2 percent: a change, not a range.
    if (m[3] !== undefined && /\bfrom\s+$/i.test(text.slice(Math.max(0, spanOf(m).start - 8), spanOf(m).start))) {
      const split = /\s*(?:-|–|to)\s*(?=[\d.,]+\s*-?(?:%|per))/i.exec(m[0]);
      if (split) {
        const { start, end, numeral } = spanOf(m), one = start + split.index - (/^\s*/.exec(m[0])?.[0].length ?? 0), two = one + split[0].length;
        const plain = { unit: '%', relation: '=' as const, qualifier: null, rank: false };
        add({ ...plain, start, end: one, numeral, value: value(m[2] as string), relation: relationOf(m[1] ?? ''), qualifier: m[1] ?? null, precision: lastDigit(m[2] as string) });
        add({ ...plain, start: two, end, numeral: two, value: value(m[3]), precision: lastDigit(m[3]) });
        continue;
      }
    }
    const high = value(m[3] ?? (m[2] as string)), words = [m[1], m[5]].filter(Boolean).join(' ');
    add({ ...spanOf(m), value: m[3] === undefined ? high : [value(m[2] as string), high], unit: '%', relation: relationOf(words), qualifier: words || null, precision: lastDigit(m[3] ?? (m[2] as string)), rank: false });
  }
  if (/third|quarter|fifth|half/i.test(text)) for (const m of text.matchAll(FRACTION)) {
    add({ ...spanOf(m), value: exact(value(m[2] as string) / (PARTS[(m[3] as string).toLowerCase()] as number)), unit: null, relation: relationOf(m[1] ?? ''), qualifier: m[1] ?? null, precision: 0.05, rank: false });
  }
  for (const pattern of RANKS) {
    for (const m of text.matchAll(pattern)) {
      const groups = m.groups as { rank: string; n?: string; m?: string };
      const start = (m.index as number) + m[0].indexOf(groups.rank);
      add({ start, end: start + groups.rank.length, numeral: start, value: groups.n ? englishOrdinal(groups.n) : groups.m ? Number(groups.m) : 1, unit: 'rank', relation: '=', qualifier: null, precision: 1, rank: true }, true);
    }
  }
  for (const m of text.matchAll(MEASURED)) {
    for (const figure of measured(text, m)) add(figure);
  }
  for (const figure of joinedCounts(text, found)) add(figure);
  return found.sort((a, b) => a.start - b.start);

  function measured(all: string, m: RegExpMatchArray): FoundFigure[] {
    const [whole, hedge, currency, first = '', scaleA, second, scaleB, unit, after] = m;
    const span = spanOf(m);
    const scale = scaleB ?? scaleA;
    const factor = englishScale(scale);
    const words = [hedge, after].filter(Boolean).join(' ');
    const rest = all.slice(span.end);
    const word = /[a-z]/i.test(first);
    const next = /^\s+([A-Za-z'-]+)/.exec(rest)?.[1] ?? '';
    if (/^[\d.,]*\d/.test(rest) || /^[-/](?=\w)/.test(rest) && !unit) return [];
    const a = value(first);
    if (Number.isNaN(a)) return [];
    if (unit === undefined && currency === undefined) {
      if (STRUCTURE.test(rest.trimStart())) return [];
      // A small number word is style (three aspects); an Arabic numeral without a noun behind it is numbering.
      if (word && factor === 1 && (a <= 12 && words === '' || a <= 2)) return [];
      if (!word && factor === 1 && words === '' && !/^(?:[a-z][a-z-]*)$/.test(next)) return [];
      if (!word && factor === 1 && words === '' && /^(?:and|or|of|to|in|on|at|by|for|from|is|was|were|with|the|a|as|that|which)$/.test(next)) return [];
    }
    if (/^(?:years?|months?|days?|weeks?|hours?|minutes?|decades?|seconds?)$/i.test(unit ?? '')) {
      if (word && words === '' && /\b(?:past|last|next|coming|recent|these)\s*$/i.test(all.slice(Math.max(0, span.start - 16), span.start))) return [];
      if (word && a <= 2) return [];
    }
    const high = second === undefined ? null : value(second);
    if (second !== undefined && (high === null || Number.isNaN(high))) return [];
    const low = exact(a * (second !== undefined && scaleA === undefined ? factor : englishScale(scaleA ?? scale)));
    const result = high === null ? low : ([low, exact(high * factor)] as const);
    const noun = unit ?? (currency ? CURRENCY_UNITS[currency] ?? 'yuan' : nounAfter(rest));
    // from 54 trillion to 82.7 trillion yuan: a change, not a range.
    if (second !== undefined && high !== null && /\bfrom\s+$/i.test(all.slice(Math.max(0, span.start - 16), span.start))) {
      const split = span.start + whole.trimStart().search(/\s(?:to|-|–|—)\s/);
      if (split <= span.start) return [];
      const later = all.indexOf(second, split), plain = { unit: noun ?? null, relation: '=' as const, qualifier: null, rank: false };
      const behind = CURRENCY_BEFORE.exec(all.slice(split, later))?.[0].length ?? 0;
      return [
        { ...plain, start: span.start, end: split, numeral: span.numeral, value: low, relation: relationOf(hedge ?? ''), qualifier: hedge ?? null, precision: exact(lastDigit(first) * (scaleA === undefined ? factor : englishScale(scaleA))) },
        { ...plain, start: later - behind, end: span.start + whole.trim().length, numeral: later - behind, value: exact(high * factor), precision: exact(lastDigit(second) * factor) },
      ];
    }
    // from 1 trillion yuan in 2012 to 3.09 trillion yuan: a year and a value, no range.
    if (second !== undefined && high !== null && scaleA === undefined && currency === undefined && YEAR.test(first) && /\b(?:in|of|since)\s+$/i.test(all.slice(Math.max(0, span.start - 16), span.start))) {
      const numeral = all.indexOf(second, span.start + first.length);
      return [{ start: numeral, end: span.start + whole.trim().length, numeral, value: exact(high * factor), unit: noun ?? null, relation: '=', qualifier: null, precision: exact(lastDigit(second) * factor), rank: false }];
    }
    if (typeof result !== 'number' && result[0] >= result[1]) return [];
    return [{ ...span, end: span.start + whole.trim().length, value: result, unit: noun ?? null, relation: relationOf(words), qualifier: words || null, precision: exact(lastDigit(second ?? (word ? '1' : first)) * factor), rank: false }];
  }
}

/** The plural noun that a bare English count stands before (160 countries); null where another word comes first. */
function nounAfter(rest: string): string | null {
  const noun = /^\s+((?!others?\b)(?:[a-z]+s|people|[a-z]*personnel|[a-z]*people))\b/.exec(rest)?.[1] ?? null;
  return noun !== null && /(?:ss|us|is|as|has|was)$/.test(noun) ? null : noun;
}

const AND = new RegExp(`(?<![\\w.,$])(${ARABIC}) and $`);

/** 86,600 and 71,800 kilometers: the first of two measured numbers takes the measure of the second. */
function joinedCounts(text: string, found: readonly FoundFigure[]): FoundFigure[] {
  return found.flatMap((figure) => {
    if (figure.rank || figure.unit === null || figure.numeral !== figure.start || typeof figure.value !== 'number') return [];
    const m = AND.exec(text.slice(Math.max(0, figure.start - 24), figure.start));
    if (!m || YEAR.test(m[1] as string)) return [];
    const start = figure.start - m[0].length, numeral = m[1] as string;
    return [{ ...figure, start, numeral: start, end: start + numeral.length, value: arabicNumber(numeral), qualifier: null, relation: '=' as const, precision: lastDigit(numeral) }];
  });
}
