/** Who has said words of the library, on what occasion and when: all of it, since words may have been said more than once. */
import { sourceOf } from '../../cite/evidence';
import { shortTitle } from '../../cite/shortTitle';
import { findMarks } from '../../extract/quotes/marks';
import type { Library, Paragraph, Quote, Source } from '../../library/types';
import { foldText } from '../../text/fold';
import { toSimplified } from '../../text/script';
import type { Located } from './locate';
import { occasionsAgree, sessionsAgree } from './occasions';
import type { Said } from './said';
import { placeOf } from './stretch';

export interface Saying {
  /** Null where the words are a document's own and nobody speaks. */
  readonly speaker: string | null;
  readonly occasion: string | null;
  readonly date: string | null;
  /** The document that holds the words. */
  readonly source: Source;
  readonly quote: Quote | null;
  /** The document itself quotes the words, and does not say of whom. */
  readonly fromOthers: boolean;
}

/** Share of the quoted words that a quotation of the library must hold to speak of them. */
const COVER = 0.6;

const byFile = new WeakMap<Library, ReadonlyMap<string, readonly Quote[]>>();
/** Editions that go by another quotation's id: most quotations have none. */
const others = new WeakMap<Library, ReadonlyMap<string, readonly Quote[]>>();

function grouped(library: Library, kept: WeakMap<Library, ReadonlyMap<string, readonly Quote[]>>, key: (quote: Quote) => string | null): ReadonlyMap<string, readonly Quote[]> {
  const known = kept.get(library);
  if (known) return known;
  const groups = new Map<string, Quote[]>();
  for (const quote of library.quotes) {
    const of = key(quote);
    if (of === null) continue;
    const list = groups.get(of);
    if (list) list.push(quote); else groups.set(of, [quote]);
  }
  kept.set(library, groups);
  return groups;
}

const inFile = (library: Library, file: string): readonly Quote[] => grouped(library, byFile, (quote) => quote.file).get(file) ?? [];

/** All quotations that go by an id, that one first. */
function editionsOf(library: Library, canonical: string): Quote[] {
  const own = inFile(library, canonical.slice(0, canonical.lastIndexOf(':q'))).filter((quote) => quote.id === canonical && quote.canonical === canonical);
  return [...own, ...grouped(library, others, (quote) => (quote.canonical === quote.id ? null : quote.canonical)).get(canonical) ?? []];
}

/** What the library says of words found at these places: as quotations of somebody, as part of a speech, as a document's own. */
export function sayingsAt(library: Library, places: readonly Located[]): Saying[] {
  const found: Saying[] = [];
  const canonical = new Set<string>();
  for (const place of places) {
    const { source } = place.stretch, span = placeOf(place.stretch);
    const quotes = inFile(library, source.file).filter((q) => Math.min(span.end, q.end) - Math.max(span.start, q.start) >= COVER * (span.end - span.start));
    for (const q of quotes) canonical.add(q.canonical);
    if (quotes.length > 0) continue;
    if (source.speech) found.push({ speaker: source.speech.speaker === null ? null : toSimplified(source.speech.speaker), occasion: source.speech.occasion, date: source.date, source, quote: null, fromOthers: false });
    else found.push({ speaker: null, occasion: null, date: null, source, quote: null, fromOthers: inMarks(place) });
  }
  for (const id of canonical) {
    for (const q of editionsOf(library, id)) {
      const source = sourceOf(library, q.file);
      if (source) found.push({ speaker: q.speaker, occasion: q.occasion, date: q.date, source, quote: q, fromOthers: false });
    }
  }
  return found;
}

/** Whether found words stand in quotation marks in their source. */
function inMarks({ stretch: { source, parts: [part, ...others] } }: Located): boolean {
  if (!part || others.length > 0) return false;
  return findMarks((source.paragraphs[part.paragraph] as Paragraph).text).some((m) => m.closed && m.start <= part.start && part.end <= m.end);
}

/** Whether dates can be the same day: one may be stated less exactly. */
const datesAgree = (a: string, b: string): boolean => a.startsWith(b) || b.startsWith(a);

/** 党的二十大报告 and 二十大报告, 《决定》 and its full title are one document. */
const plainName = (name: string): string => foldText(toSimplified(name)).replace(/^(?:中国共产党|中共|党的|我国)/u, '').replace(/第?([一二三四五六七八九十]+)次全国代表大会/u, '$1大');
/** What a document is called for short, once its whole name has been said: 《意见》, 《条例》. */
const SHORT_NAME = /^(?:意见|决定|决议|通知|规划|纲要|方案|条例|办法|规定|细则|公报|报告|建议|章程|准则|宣言|声明|公约|协定|宪法|法|指南|标准|计划|白皮书|蓝皮书|倡议)$/u;
function namesAgree(a: string, b: string): boolean {
  const [x, y] = [plainName(a), plainName(b)];
  return x === y || (SHORT_NAME.test(x) && y.endsWith(x)) || (SHORT_NAME.test(y) && x.endsWith(y)) || sessionsAgree(x, y) || (Math.min(x.length, y.length) >= 3 && (x.includes(y) || y.includes(x)));
}

/** Whether a source is the document that a draft names: by its title, or as the report of the meeting that the name names. */
const isNamed = (source: Source, name: string): boolean => (source.title !== null && (namesAgree(source.title, name) || namesAgree(shortTitle(source.title, 'zh-cn'), name)))
  || (typeof source.speech?.occasion === 'string' && namesAgree(source.speech.occasion, name));

const PERSON = /^[\p{Script=Han}·]{2,4}$|^\p{Script=Han}+·/u;
const isPerson = (name: string): boolean => PERSON.test(name) && !/[会党部院委局府告]$/u.test(name);

/** What does not go together between a draft's attribution and the library's. */
export type Mismatch =
  | { readonly kind: 'speaker'; readonly right: readonly Saying[] }
  | { readonly kind: 'document'; readonly right: readonly Saying[] }
  | { readonly kind: 'date' | 'occasion'; readonly right: readonly Saying[] };

/** Null where one saying can be the one that is meant, or where the library says too little. */
export function mismatchOf(said: Said, sayings: readonly Saying[], library: Library): Mismatch | null {
  if (sayings.length === 0) return null;
  const person = said.kind === 'person' || isPerson(said.speaker);
  const spoken = sayings.filter((s) => s.speaker !== null);
  if (!person) return documentMismatch(said, sayings, library);
  const same = spoken.filter((s) => namesAgree(s.speaker as string, said.speaker));
  if (same.length === 0) {
    const persons = spoken.filter((s) => isPerson(s.speaker as string));
    if (persons.length === 0 && said.occasion !== null && inOtherReport(said.occasion, sayings, library)) return { kind: 'document', right: sayings };
    // A report of a congress is somebody's, too; and where a place has no speaker, nothing speaks against him.
    return persons.length > 0 && persons.length === sayings.filter((s) => !s.fromOthers).length ? { kind: 'speaker', right: persons } : null;
  }
  const { date, occasion } = said;
  const onDay = date === null ? same : same.filter((s) => s.date === null || datesAgree(s.date, date));
  if (onDay.length === 0) return { kind: 'date', right: same };
  if (occasion === null) return null;
  const there = onDay.filter((s) => s.occasion === null || occasionsAgree(s.occasion, occasion) || occasionsAgree(s.occasion, said.context) || (/报告$/u.test(occasion) && isNamed(s.source, occasion)) || (date !== null && date.length === 10 && s.date === date));
  return there.length === 0 ? { kind: 'occasion', right: onDay } : null;
}

/** Whether the report of a congress in which somebody is said to have said words is in the library, and does not hold them. */
const inOtherReport = (report: string, sayings: readonly Saying[], library: Library): boolean => /(?:[一二三四五六七八九十]大|代表大会)的?报告$/u.test(report)
  && library.sources.some((source) => isNamed(source, report)) && !sayings.some(({ source, fromOthers }) => fromOthers || isNamed(source, report));

/** A named document is wrong where the words stand in others and the library shows that they do not stand in it. */
function documentMismatch(said: Said, sayings: readonly Saying[], library: Library): Mismatch | null {
  if (said.kind !== 'document' && said.kind !== 'meeting') return null;
  const named = sayings.filter((s) => (s.speaker !== null && namesAgree(s.speaker, said.speaker)) || isNamed(s.source, said.speaker) || (s.occasion !== null && namesAgree(s.occasion, said.speaker)));
  // The year right before the name says which of its like is meant: 2022年《政府工作报告》.
  const { date } = said;
  if (named.length > 0) return date !== null && said.dateSpan?.end === said.speakerSpan.start && named.every((s) => s.date !== null && !datesAgree(s.date, date)) ? { kind: 'date', right: named } : null;
  const documents = sayings.filter((s) => s.speaker !== null && !isPerson(s.speaker));
  if (documents.length > 0 && documents.length === sayings.length) return { kind: 'document', right: documents };
  // One of its like of another year is another document.
  return said.kind === 'document' && library.sources.some((s) => isNamed(s, said.speaker) && (date === null || s.date === null || datesAgree(s.date, date))) ? { kind: 'document', right: sayings } : null;
}
