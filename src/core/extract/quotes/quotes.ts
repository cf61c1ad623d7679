/** Attributed quotations of a source: words of a named speaker, document or meeting, with who, where and when. */
import type { Paragraph, ParagraphKind, Quote, Source } from '../../library/types';
import type { Span } from '../../text/offsets';
import { toSimplified } from '../../text/script';
import { attributedMarks, prepare, type Attributed, type Prepared } from './attribution';
import { dateOf, englishDateOf } from './date';
import { attributedEnglish, englishOccasionOf } from './english';
import { chineseTitleOf, rememberEnglish, type EnglishMemory } from './englishNames';
import { isChinese, toInsertable } from './insertable';
import { fullName, remember, resolveBare, type Memory } from './memory';
import { occasionOf } from './occasion';
import { unmarkedStatements } from './unmarked';

export { groupEditions } from './editions';

/** Kinds of paragraphs that quote; a heading in marks is a title. */
const QUOTING: ReadonlySet<ParagraphKind> = new Set(['body', 'abstract', 'callout', 'note', 'question']);

/** What is known of a quotation before it gets its id. */
type Draft = Omit<Quote, 'id' | 'canonical'>;

interface Reading {
  readonly source: Source;
  readonly memory: Memory;
  readonly english: EnglishMemory;
  /** Paragraphs in Simplified characters, by index. */
  readonly texts: readonly string[];
}

/** The quotations of a source in order; `canonical` is each one's own id until `groupEditions` has seen the library. */
export function extractQuotes(source: Source): Quote[] {
  const texts = source.paragraphs.map((p) => toSimplified(p.text));
  const reading: Reading = {
    source, texts, memory: remember(texts),
    english: rememberEnglish(source.paragraphs.flatMap((p) => (p.language === 'en' ? [{ text: p.text, offset: p.start }] : []))),
  };
  const drafts: Draft[] = [];
  source.paragraphs.forEach((paragraph, i) => {
    if (!QUOTING.has(paragraph.kind)) return;
    drafts.push(...(isEnglish(paragraph) ? fromEnglish(reading, paragraph) : fromChinese(reading, paragraph, i)));
  });
  drafts.sort((a, b) => a.start - b.start);
  return drafts.map((d, i) => ({ ...d, id: `${source.file}:q${i + 1}`, canonical: `${source.file}:q${i + 1}` }));
}

function isEnglish(paragraph: Paragraph): boolean {
  return paragraph.language === 'en' || (paragraph.language === 'und' && !isChinese(paragraph.text));
}

function slice(reading: Reading, paragraph: Paragraph, span: Span): Pick<Draft, 'file' | 'start' | 'end' | 'raw' | 'text' | 'simplified' | 'insertable'> {
  const raw = paragraph.map.span(span);
  const text = paragraph.text.slice(span.start, span.end);
  return { file: reading.source.file, start: raw.start, end: raw.end, raw: reading.source.raw.slice(raw.start, raw.end), text, simplified: toSimplified(text), insertable: toInsertable(text) };
}

/** The words inside the marks without blanks and line ends at their edges. */
function trimmed(text: string, span: Span): Span {
  let { start, end } = span;
  while (start < end && /\s/.test(text[start] as string)) start++;
  while (end > start && /\s/.test(text[end - 1] as string)) end--;
  return { start, end };
}

function fromChinese(reading: Reading, paragraph: Paragraph, index: number): Draft[] {
  const prepared = prepare(reading.texts[index] as string);
  const marked = attributedMarks(prepared);
  const found = [...marked, ...unmarkedStatements(prepared, marked)].sort((a, b) => a.start - b.start);
  const drafts: Draft[] = [];
  const said: { speaker: string; occasion: string | null; date: string | null }[] = [];
  for (const a of found) {
    const speaker = speakerOf(reading, prepared, a, index);
    if (speaker === null) continue;
    const context = prepared.text.slice(a.context.start, a.context.end);
    let occasion = a.subject.kind === 'document' || a.subject.kind === 'meeting' ? null : occasionOf(context, speaker);
    let date = dateOf(context, reading.source.date);
    // 他还指出: the same speech, where the same paragraph has just said which.
    const earlier = said.at(-1);
    if (a.subject.kind === 'bare' && earlier?.speaker === speaker && occasion === null && date === null) ({ occasion, date } = earlier);
    said.push({ speaker, occasion, date });
    drafts.push({
      ...slice(reading, paragraph, trimmed(prepared.text, a)), speaker, occasion, date, leadIn: a.leadIn, marked: a.marked,
      attribution: prepared.text.slice(a.attribution.start, a.attribution.end).replace(/[，,：:]$/, ''),
    });
  }
  return drafts;
}

function speakerOf(reading: Reading, prepared: Prepared, a: Attributed, index: number): string | null {
  const { subject } = a;
  if (subject.kind === 'bare') {
    const name = resolveBare(subject.name, reading.memory, index, subject.start, prepared.sentences.filter((s) => s <= subject.start));
    return name === null ? null : fullName(name, reading.memory);
  }
  if (subject.kind === 'collective') return null;
  return fullName(subject.name, reading.memory);
}

function fromEnglish(reading: Reading, paragraph: Paragraph): Draft[] {
  return attributedEnglish(paragraph.text, reading.english, paragraph.start).map((a) => {
    const context = paragraph.text.slice(a.context.start, a.context.end);
    const chinese = a.kind === 'document' ? chineseTitleOf(a.speaker, shareOf(reading.source, 'en', paragraph), chineseTitles(reading.source)) : null;
    return {
      ...slice(reading, paragraph, trimmed(paragraph.text, a)), speaker: chinese ?? a.speaker, occasion: englishOccasionOf(context), date: englishDateOf(context, reading.source.date),
      leadIn: null, marked: true, attribution: paragraph.text.slice(a.attribution.start, a.attribution.end).trim(),
    };
  });
}

/** Which share of the source's text in one language stands in front of a paragraph. */
function shareOf(source: Source, language: 'en' | 'zh', paragraph: Paragraph): number {
  const half = source.paragraphs.filter((p) => QUOTING.has(p.kind) && (language === 'en' ? p.language === 'en' : p.language.startsWith('zh')));
  const total = half.reduce((sum, p) => sum + p.text.length, 0);
  return half.filter((p) => p.start < paragraph.start).reduce((sum, p) => sum + p.text.length, 0) / Math.max(1, total);
}

function chineseTitles(source: Source): { title: string; share: number }[] {
  return source.paragraphs.filter((p) => p.language.startsWith('zh') && QUOTING.has(p.kind))
    .flatMap((p) => [...toSimplified(p.text).matchAll(/《[^《》]{3,60}》(?:白皮书)?/g)].map((m) => ({ title: m[0], share: shareOf(source, 'zh', p) })));
}
