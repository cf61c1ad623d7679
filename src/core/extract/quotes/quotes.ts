/** Attributed quotations of a source: words of a named speaker, document or meeting, with who, where and when. */
import type { Paragraph, Quote, Source } from '../../library/types';
import type { Span } from '../../text/offsets';
import { toSimplified } from '../../text/script';
import { announcedAt, carriedTo, indicatedAt, spokenOfAt } from './announced';
import { attributedMarks, type Attributed } from './attribution';
import { dateOf, englishDateOf } from './date';
import { attributedEnglish, englishOccasionOf, toldMeeting } from './english';
import { collectedAbove, QUOTING } from './collected';
import { chineseOf, chineseTitleOf, rememberEnglish, type EnglishMemory } from './englishNames';
import { halvesOf, type Halves } from './halves';
import { isChinese, toInsertable } from './insertable';
import { findMarks, outermost } from './marks';
import { fullName, remember, resolveBare, type Memory } from './memory';
import { occasionOf } from './occasion';
import { prepare, sentenceStart, type Prepared } from './prepared';
import { englishRemarksIn, englishSceneOf, englishVisitOf, remarksOf, sceneOf, type Remarks, type Spoken } from './scene';
import { unmarkedStatements } from './unmarked';
import { namesOf, spokenOf, type Said } from './whenAndWhere';

export { groupEditions } from './editions';

/** What is known of a quotation before it gets its id. */
type Draft = Omit<Quote, 'id' | 'canonical'>;

interface Reading {
  readonly source: Source;
  readonly memory: Memory;
  readonly english: EnglishMemory;
  readonly names: readonly string[];
  readonly halves: Halves;
  /** Where the English part says that its words were spoken. */
  readonly remarks: readonly Remarks[];
  /** Paragraphs in Simplified characters, by index. */
  readonly texts: readonly string[];
}

/** The quotations of a source in order; `canonical` is each one's own id until `groupEditions` has seen the library. */
export function extractQuotes(source: Source): Quote[] {
  const texts = source.paragraphs.map((p) => toSimplified(p.text));
  const memory = remember(texts, source.authors.map(toSimplified));
  const reading: Reading = {
    source, texts, memory, halves: halvesOf(source), names: [...new Set(memory.persons.map((p) => p.name))].sort((a, b) => b.length - a.length),
    remarks: englishRemarksIn(source.paragraphs.filter((p) => p.language === 'en').map((p) => p.text).join('\n')),
    english: rememberEnglish(source.paragraphs.flatMap((p) => (p.language === 'en' && p.kind !== 'heading' ? [{ text: p.text, offset: p.start }] : []))),
  };
  const drafts: Draft[] = [];
  let open: Draft | null = null;
  let waiting: readonly { paragraph: Paragraph; span: Span }[] = [];
  source.paragraphs.forEach((paragraph, i) => {
    for (const c of collectedAbove(source, texts, i)) {
      const own = source.paragraphs[c.paragraph] as Paragraph;
      const draft = { ...slice(reading, own, trimmed(own.text, c)), speaker: c.speaker, occasion: c.occasion, date: c.date, leadIn: null, marked: c.marked, attribution: c.attribution };
      if (c.whole || !drafts.some((d) => d.start < draft.end && draft.start < d.end)) drafts.push(draft);
    }
    if (!QUOTING.has(paragraph.kind)) return;
    const goesOn: Continuation | null = open ? continuationOf(paragraph.text) : null;
    if (open && goesOn) drafts.push({ ...open, ...slice(reading, paragraph, trimmed(paragraph.text, goesOn)), leadIn: null });
    else if (open) drafts[drafts.indexOf(open)] = firstSentenceOf(reading, open);
    const found = (isEnglish(paragraph) ? fromEnglish(reading, paragraph, i) : fromChinese(reading, paragraph, i)).filter((f) => !goesOn || f.draft.start >= paragraph.map.toRawEnd(goesOn.end));
    // Paragraphs whose speaker stands only under the last of them.
    const first = found[0]?.draft;
    const opening = openingPiece(paragraph);
    if (first && opening && first.start === paragraph.map.toRaw(opening.start)) drafts.push(...waiting.map((w): Draft => ({ ...first, ...slice(reading, w.paragraph, trimmed(w.paragraph.text, w.span)), leadIn: null })));
    const announced = found.length === 0 && !goesOn && !isEnglish(paragraph) ? fromNeighbours(reading, paragraph, i) : [];
    found.push(...announced);
    waiting = opening && !opening.closed && found.length === 0 && !goesOn ? [...waiting, { paragraph, span: opening }] : [];
    drafts.push(...found.map((f) => f.draft));
    const last = found.at(-1);
    open = last && !last.closed ? last.draft : goesOn && !goesOn.closed ? (drafts.at(-1) as Draft) : null;
  });
  if (open) drafts[drafts.indexOf(open)] = firstSentenceOf(reading, open);
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

interface Continuation extends Span { readonly closed: boolean }

/** A quotation of several paragraphs has an opening mark in each and a closing one in the last, or only that one. */
function continuationOf(text: string): Continuation | null {
  const lead = /^\s*/.exec(text)?.[0].length ?? 0;
  const first = outermost(findMarks(text))[0];
  if (first && first.open === lead) return { start: first.start, end: first.end, closed: first.closed };
  const close = /^[^“”「」"]*(?:“[^”]*”[^“”「」"]*)*[”」]/.exec(text);
  return close ? { start: lead, end: close[0].length - 1, closed: true } : null;
}

/** The marked words with which a paragraph begins. */
function openingPiece(paragraph: Paragraph): Continuation | null {
  const first = outermost(findMarks(paragraph.text))[0];
  return first && paragraph.text.slice(0, first.open).trim() === '' ? first : null;
}

/** Of words whose closing mark is lost only the first sentence is certain. */
function firstSentenceOf(reading: Reading, draft: Draft): Draft {
  const paragraph = reading.source.paragraphs.find((p) => p.start <= draft.start && draft.end <= p.end);
  if (!paragraph) return draft;
  const start = paragraph.map.toClean(draft.start);
  const stop = /[。！？!?]|\.(?=\s|$)/.exec(draft.text);
  return stop ? { ...draft, ...slice(reading, paragraph, { start, end: start + stop.index + 1 }) } : draft;
}

/** A quotation and whether its closing mark was found. */
interface Found { readonly draft: Draft; readonly closed: boolean }

function fromChinese(reading: Reading, paragraph: Paragraph, index: number): Found[] {
  const prepared = prepare(reading.texts[index] as string, reading.names, carriedTo(reading.texts, index));
  const marked = attributedMarks(prepared);
  const found = [...marked, ...unmarkedStatements(prepared, marked)].sort((a, b) => a.start - b.start);
  const result: Found[] = [];
  const said: Said[] = [];
  for (const a of found) {
    const speaker = speakerOf(reading, prepared, a, index);
    if (speaker === null) continue;
    const { occasion, date } = spokenOf(reading, prepared, a, index, speaker, said.at(-1));
    said.push({ subject: a.subject.start, end: a.end, speaker, occasion, date });
    result.push({ closed: a.closed, draft: {
      ...slice(reading, paragraph, trimmed(prepared.text, a)), speaker, occasion, date, leadIn: a.leadIn, marked: a.marked,
      attribution: prepared.text.slice(a.attribution.start, a.attribution.end).replace(/[，,：:]$/, ''),
    } });
  }
  return result;
}

/** The pieces of a paragraph of marked words alone, whose speaker a neighbouring paragraph names. */
function fromNeighbours(reading: Reading, paragraph: Paragraph, index: number): Found[] {
  const letter = spokenOfAt(reading.texts, index);
  const announced = letter ? { pieces: [letter.piece], speaker: letter.speaker, attribution: letter.attribution } : indicatedAt(reading.texts, index) ?? announcedAt(reading.texts, index, reading.names);
  if (!announced) return [];
  const { attribution } = announced, speaker = fullName(announced.speaker, reading.memory);
  let spoken: Spoken = { occasion: occasionOf(attribution, speaker), date: dateOf(attribution, reading.source.date) };
  if (spoken.date === null) {
    const scene = sceneOf(reading.texts, index, '', attribution.replace(/[。！？：:—─\s]+$/u, ''), false, namesOf(speaker), reading.source.date);
    if (scene && (spoken.occasion === null || spoken.occasion === scene.occasion)) spoken = scene;
  }
  return announced.pieces.map((piece) => ({ closed: piece.closed, draft: {
    ...slice(reading, paragraph, trimmed(paragraph.text, piece)), speaker, ...spoken,
    leadIn: null, marked: true, attribution: attribution.replace(/[，,：:—]+$/u, ''),
  } }));
}

function speakerOf(reading: Reading, prepared: Prepared, a: Attributed, index: number): string | null {
  const { subject } = a;
  if (subject.kind === 'bare') {
    const name = resolveBare(subject.name, reading.memory, index, subject.start, prepared.sentences.filter((s) => s <= subject.start), prepared.text.slice(sentenceStart(prepared, subject.start), subject.start));
    return name === null ? null : fullName(name, reading.memory);
  }
  if (subject.kind === 'collective') return null;
  return fullName(subject.name, reading.memory);
}

/** A time that the attribution states itself, though no date can be made of it. */
const OWN_TIME = /\b(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|yesterday|once|earlier|later|today|previously|often|repeatedly)\b/;

function fromEnglish(reading: Reading, paragraph: Paragraph, index: number): Found[] {
  return attributedEnglish(paragraph.text, reading.english, paragraph.start).map((a) => {
    const whole = paragraph.text.slice(a.context.start, a.context.end);
    // What is said is not when and where it is said.
    const context = whole.replace(/[“"][^”"]{40,}[”"]/gu, (m) => `"${' '.repeat(m.length - 2)}"`);
    const chinese = a.kind === 'document' ? chineseTitleOf(a.speaker, reading.halves.english(paragraph), reading.halves.titles()) : null;
    const before = englishBefore(reading.source, index);
    let occasion = englishOccasionOf(context) ?? toldMeeting(context, before), date = englishDateOf(context, reading.source.date);
    // Who speaks is not where it is said: it was stressed in the Report to ….
    if (occasion?.includes(a.speaker)) occasion = null;
    if (a.kind === 'person' && occasion === null) {
      occasion = englishVisitOf(context.replace(/["“][^"”]*["”]/gu, ' '));
      const name = reading.english.names.findLast((n) => n.offset < paragraph.start + Math.max(a.end, a.attribution.end) && (n.name === a.speaker || chineseOf(n.name) === a.speaker))?.name;
      const names = name ? [...new Set([name, name.split(' ')[0] as string, name.split(' ').at(-1) as string])] : [];
      const told = occasion === null && date === null && name && !OWN_TIME.test(context) ? englishSceneOf(`${before}\n${paragraph.text.slice(0, a.context.start)}`, names, reading.source.date) : null;
      if (told) ({ occasion, date } = told);
      if (occasion === null && !OWN_TIME.test(context)) occasion = remarksOf(reading.remarks, names);
    }
    return { closed: a.closed, draft: {
      ...slice(reading, paragraph, trimmed(paragraph.text, a)), speaker: chinese ?? a.speaker, occasion, date,
      leadIn: null, marked: true, attribution: paragraph.text.slice(a.attribution.start, a.attribution.end).trim(),
    } };
  });
}

/** The English text in front of a paragraph, no more than a report needs to name its meeting. */
function englishBefore({ paragraphs }: Source, index: number): string {
  const before: string[] = [];
  for (let i = index - 1; i >= 0 && before.length < 12; i--) {
    const paragraph = paragraphs[i] as Paragraph;
    if (isEnglish(paragraph)) before.unshift(paragraph.text);
  }
  return before.join('\n');
}
