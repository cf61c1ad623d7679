/** The figures of a source. */
import type { Figure, Paragraph, ParagraphKind, Source } from '../../library/types';
import type { OffsetMap } from '../../text/offsets';
import { alike } from './metricWords';
import { documentSubject } from './documentSubject';
import type { Section } from './documentTimes';
import { documentTimes, sectionAfter } from './documentTimes';
import type { FigureContext, TextFigure } from './figuresOfText';
import { NO_CONTEXT, figuresOfText, periodAfter } from './figuresOfText';
import { normalise } from './numerals';
import { timesOf } from './periods';
import { tableFigures } from './tableFigures';

/** Paragraphs that state figures; titles, headings, bylines, references and furniture do not. */
const STATING: ReadonlySet<ParagraphKind> = new Set(['body', 'abstract', 'callout', 'caption', 'note']);
/** Longest line that still can be an item of a list or a picture's label. */
const LINE = 60;
const VALUES_OF_PLACES = /^\s*[\p{Script=Han}]{2,5}[（(]\s*\d/u;
/** A list's mark at the head of a line. */
/** A paragraph that goes on about the one before, and so at its time; those of English news, a sentence each, all do. */
const GOES_ON = /^\s*(?:其中|同期|同时|(?:分|按)[^，,。；;]{1,10}(?:看|分)|从[^，,。；;]{1,14}看|具体(?:来)?看)/;
const ITEM = /^\s*(?:[-–•·●■▪◆*]|——)\s*\S/;

/** All figures of a source, in order; offsets into its raw text. */
export function extractFigures(source: Source): Figure[] {
  const years = documentTimes(source);
  const title = source.title ?? source.paragraphs.find((p) => p.kind === 'title')?.text ?? '';
  const subjects = new Map([true, false].map((english) => [english, documentSubject(normalise(title), source.raw, english)]));
  const found: { figure: TextFigure; paragraph: Paragraph; line: boolean }[] = [];
  let before: { readonly paragraph: Paragraph; readonly context: FigureContext } | null = null;
  let carried: string | null = null, section: Section | null = null;
  const around = new Map<number, FigureContext>();
  for (const [at, paragraph] of source.paragraphs.entries()) {
    // An item of a list is none the less one where it looks like a heading.
    const item = paragraph.kind === 'heading' && ITEM.test(paragraph.text);
    if (!STATING.has(paragraph.kind) && !item) {
      if (paragraph.kind === 'table' && !around.has(at - 1)) around.set(at, contextOf(paragraph));
      else if (paragraph.kind === 'table') around.set(at, around.get(at - 1) as FigureContext);
      if (paragraph.kind === 'heading' || paragraph.kind === 'title') {
        carried = null;
        before = null;
        section = sectionAfter(paragraph.text, section);
      }
      continue;
    }
    const lone = loneTime(paragraph.text);
    if (lone) { carried = lone; continue; }
    const line = paragraph.text.length <= LINE && !/[。；;.]$/.test(paragraph.text.trim());
    if (!line) carried = null;
    const plain = contextOf(paragraph);
    const context: FigureContext = before && plain.reports && carried === null && (GOES_ON.test(paragraph.text) || (paragraph.language === 'en' && before.paragraph.language === 'en')) ? { ...plain, period: periodAfter(before.paragraph.text, before.paragraph.language, before.context) } : plain;
    before = { paragraph, context };
    // 广东（59518亿元）、江苏（…: values of what the paragraph before was about.
    const previous = VALUES_OF_PLACES.test(paragraph.text) ? found.at(-1)?.figure.base ?? '' : '';
    for (const figure of figuresOfText(paragraph.text, paragraph.language, { ...context, previous })) found.push({ figure, paragraph, line });
  }
  const figures = found.map(({ figure, paragraph }, i) => record(source, figure, paragraph, i));
  const ids = linked(found.map(({ figure }) => figure), found.map(({ paragraph }) => paragraph), figures);
  const tables = tableFigures(source, (at) => around.get(at) ?? NO_CONTEXT);
  const text = repeated(ids, found.map(({ line }) => line));
  return tables.length === 0 ? text : [...text, ...tables].sort((a, b) => a.start - b.start);

  /** What stands around a paragraph: the document's year and subject, its section's, a time in a line above. */
  function contextOf(paragraph: Paragraph): FigureContext {
    return {
      ...years, report: section ? Number(section.year) : years.report, reports: years.reports || section !== null,
      entity: subjects.get(paragraph.language === 'en') ?? null, period: carried ?? section?.year ?? years.main,
    };
  }
}

/** The period of a line that is nothing but a time (截至2023年). */
function loneTime(words: string): string | null {
  const text = normalise(words).trim();
  if (text.length > 20) return null;
  const [time, other] = timesOf(text, false, { report: null, written: null });
  return time && !other && !time.loose && text.length - (time.end - time.start) <= 2 && time.end - time.start >= 5 ? time.period : null;
}

function record(source: Source, figure: TextFigure, paragraph: Paragraph, index: number): Figure {
  const place = rawSpan(paragraph.map, figure.start, figure.end);
  return {
    id: `${source.file}#f${index + 1}`, file: source.file, ...place, raw: source.raw.slice(place.start, place.end),
    value: figure.value, unit: figure.unit, relation: figure.relation, qualifier: figure.qualifier,
    metric: figure.metric, entity: figure.entity, period: figure.period, change: null, comparable: null,
    sentence: rawSpan(paragraph.map, figure.sentence.start, figure.sentence.end),
    context: paragraph.text.slice(figure.sentence.start, figure.sentence.end), precision: figure.precision,
  };
}

function rawSpan(map: OffsetMap, start: number, end: number): { start: number; end: number } {
  return map.span({ start, end });
}

/** Puts the ids of from-to pairs in; indices of a pair count within their paragraph. */
function linked(found: readonly TextFigure[], paragraphs: readonly Paragraph[], figures: readonly Figure[]): Figure[] {
  let base = 0;
  return figures.map((figure, i) => {
    if (i > 0 && paragraphs[i] !== paragraphs[i - 1]) base = i;
    const { from, to } = found[i] as TextFigure;
    const a = from === null ? undefined : figures[base + from], b = to === null ? undefined : figures[base + to];
    return a && b ? { ...figure, change: { from: a.id, to: b.id } } : figure;
  });
}

/**
 * A figure that the document gives twice, once with its date and once without (in the text, and in a list beside it), is of that date;
 * and the lines of one list are of one date.
 */
function repeated(figures: readonly Figure[], lines: readonly boolean[]): Figure[] {
  const dated = (f: Figure): boolean => /^as-of:/.test(f.period ?? '');
  const known = new Map<string, Figure[]>(), keyOf = (f: Figure): string => `${String(f.value)} ${f.relation} ${f.unit ?? ''}`;
  for (const figure of figures) {
    if (!dated(figure)) continue;
    const list = known.get(keyOf(figure));
    if (list) list.push(figure); else known.set(keyOf(figure), [figure]);
  }
  const result = figures.map((figure) => {
    if (figure.period !== null) return figure;
    const same = known.get(keyOf(figure))?.find((k) => alike(k.metric, figure.metric) >= 0.5);
    return same ? { ...figure, period: same.period } : figure;
  });
  for (let i = 0; i < result.length;) {
    let end = i;
    while (lines[end]) end++;
    const periods = new Set(result.slice(i, end).map((f) => f.period).filter((p) => p !== null));
    if (end - i > 1 && periods.size === 1) {
      const period = [...periods][0] as string;
      for (let k = i; k < end; k++) result[k] = { ...(result[k] as Figure), period: (result[k] as Figure).period ?? period };
    }
    i = Math.max(end, i) + 1;
  }
  return result;
}
