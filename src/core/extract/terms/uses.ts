/** Where the chosen terms stand in one source: counts of their forms, the best definition, the most telling sentences. Plain data. */
import type { DefinitionKind, Slice, Source } from '../../library/types';
import type { Span } from '../../text/offsets';
import { sentences } from '../../text/sentences';
import { byTelling, canTell, defineTerm, type Occurrence } from './definitions';
import type { ChosenTerms } from './merge';
import { BREAKERS, SOFT_BREAKERS, WEAK_END, WEAK_START } from './lexicon';
import { readUnits } from './units';
import type { TermGroup } from './variants';

/** Sentences that are kept of one source for one term: one more than are shown, and those inside its definition. */
const MOST_TELLING = 16;

/** A span of clean text; `paragraph` is the index in the source's paragraphs. */
export interface TermPlace extends Span {
  readonly paragraph: number;
}

/** One term in one source. */
export interface TermUses {
  /** Index in the chosen terms. */
  readonly term: number;
  count: number;
  /** Places outside longer terms. */
  free: number;
  /** Of these, such between words that do not belong to it. */
  clear: number;
  /** Places with a person's title behind them. */
  persons: number;
  /** Places in quotation marks. */
  quoted: number;
  /** Whether it always stands behind, or before, the same word that is no verb and no particle; null where it stands freely. */
  readonly left: string | null;
  readonly right: string | null;
  /** How often each form stands (Simplified), and each Traditional one. */
  readonly forms: readonly (readonly [string, number])[];
  readonly traditional: readonly (readonly [string, number])[];
  readonly definition: (TermPlace & { readonly kind: DefinitionKind; readonly weight: number }) | null;
  /** Sentences that hold the term at `at`, best first; `tells`: running text, not a heading. */
  readonly telling: readonly (TermPlace & { readonly at: number; readonly weight: number; readonly tells: boolean })[];
}

/** What stands behind a person's name. */
const PERSON = /^(?:总书记|主席|总理|同志|先生|女士|教授|院士|部长|书记|总统|首相|外长)/;

const LONGEST_SENTENCE = 500;

/** A sentence that is far too long to be one, cut to the clauses around a place. */
function narrowed(text: string, sentence: Span, place: Span): Span {
  if (sentence.end - sentence.start <= LONGEST_SENTENCE) return sentence;
  const before = text.slice(Math.max(sentence.start, place.start - 120), place.start);
  const after = text.slice(place.end, Math.min(sentence.end, place.end + 240));
  const opening = Math.max(...[...'，,；;。 '].map((c) => before.lastIndexOf(c)));
  const closing = Math.max(...[...'，,；;。 '].map((c) => after.lastIndexOf(c)));
  return { start: place.start - before.length + opening + 1, end: closing < 0 ? place.end + after.length : place.end + closing };
}

/** A list or a pair that nothing marks as one name. */
function holdsMembers(group: TermGroup): boolean {
  const { form, evidence } = group.lead;
  const items = form.split('、');
  // 市场化、法治化、国际化|营商环境: what the last item has more than the others belongs to all.
  if (evidence.list && items.length > 1 && (items[items.length - 1] as string).length >= (items[0] as string).length + 2) return false;
  return form.includes('、') || (/[\u4e00-\u9fff]{4}[和与及][\u4e00-\u9fff]{4}/.test(form) && !evidence.title && !evidence.quoted && !evidence.coordinated);
}

/** What stands before the first sentence of a summary, a note or a report, and is none of it. */
const LABEL = /^\s*(?:[【\[〔［(（]?\s*(?:(?:内容)?(?:摘\s*要|提\s*要)|导\s*[读语]|核心提示|编\s*者\s*按|编者注|Abstract|Summary|Editor[’']s note)\s*[】\]〕］)）]?\s*[:：]?|[^。，,]{2,20}?\d{1,2}月\d{1,2}日电(?:\s*[（(][^（）()]{2,20}[)）])?(?:\s*题[:：])?|[—–-]{2,})\s*/iu;

/** A sentence without its label, where the place lies behind it. */
function unlabelled(text: string, sentence: Span, place: Span): Span {
  const label = LABEL.exec(text.slice(sentence.start, Math.min(sentence.end, sentence.start + 60)));
  const start = sentence.start + (label?.[0].length ?? 0);
  return start <= place.start && start < sentence.end ? { start, end: sentence.end } : sentence;
}

interface Places {
  readonly term: number;
  readonly occurrences: Occurrence[];
  readonly forms: [string, number][];
  readonly traditional: [string, number][];
  quoted: number;
}

/** Counts one more of a form: there are few of one term, mostly one. */
function count(forms: [string, number][], form: string): void {
  const known = forms.find(([other]) => other === form);
  if (known) known[1]++; else forms.push([form, 1]);
}

const NO_LETTERS: ReadonlySet<string> = new Set();

/** The uses of the chosen terms in one source. Linear in its length. */
export function termUses(source: Source, { groups, matcher, letters }: ChosenTerms): TermUses[] {
  const found = new Map<number, Places>();
  for (const unit of readUnits(source)) {
    const list = sentences(unit.paragraph.text);
    let s = 0;
    let reach = 0;
    const last = new Map<number, number>();
    for (const m of matcher.all(unit.text)) {
      while (s + 1 < list.length && (list[s] as Span).end <= m.start) s++;
      // What stands in marks of its own is a name even inside a longer phrase.
      const marked = /[“「‘]/.test(unit.text[m.start - 1] ?? '') && /[”」’]/.test(unit.text[m.end] ?? '');
      const nested = m.end <= reach && !marked;
      // A list holds its members side by side: they stand for themselves.
      const group = groups[m.term] as TermGroup;
      if (!group.lead.evidence.loose && !holdsMembers(group)) reach = Math.max(reach, m.end);
      // A form inside a longer form of the same term is the same use.
      if ((last.get(m.term) ?? 0) >= m.end) continue;
      last.set(m.term, m.end);
      let places = found.get(m.term);
      if (!places) { places = { term: m.term, occurrences: [], forms: [], traditional: [], quoted: 0 }; found.set(m.term, places); }
      const form = unit.text.slice(m.start, m.end);
      const sentence = unlabelled(unit.text, narrowed(unit.text, list[s] ?? { start: 0, end: unit.text.length }, m), m);
      places.occurrences.push({ unit, start: m.start, end: m.end, sentence: { start: sentence.start, end: Math.max(sentence.end, m.end) }, nested });
      count(places.forms, form);
      const raw = unit.paragraph.text.slice(m.start, m.end);
      if (raw !== form) count(places.traditional, raw);
      if (marked) places.quoted++;
    }
  }
  return [...found.values()].map((places) => usesOf(places, groups[places.term] as TermGroup, letters.get(places.term) ?? NO_LETTERS));
}

function usesOf({ term, occurrences, forms, traditional, quoted }: Places, group: TermGroup, letters: ReadonlySet<string>): TermUses {
  const definition = defineTerm(group.lead.form, occurrences, letters);
  let free = 0, clear = 0, persons = 0;
  let left: string | null = null, right: string | null = null;
  occurrences.forEach(({ unit: { text }, start, end, nested }, i) => {
    const before = wordBefore(text, start), after = wordAfter(text, end);
    left = before !== '' && (i === 0 || before === left) ? before : null;
    right = after !== '' && (i === 0 || after === right) ? after : null;
    if (!nested) free++;
    if (!nested && before === '' && after === '') clear++;
    if (PERSON.test(text.slice(end, end + 3))) persons++;
  });
  return {
    term, quoted, count: occurrences.length, free, clear, left, right, persons, forms, traditional,
    definition: definition && { paragraph: definition.unit.index, start: definition.span.start, end: definition.span.end, kind: definition.kind, weight: definition.weight },
    telling: byTelling(occurrences).slice(0, MOST_TELLING).map(({ o, weight }) => ({ paragraph: o.unit.index, start: o.sentence.start, end: o.sentence.end, at: o.start, weight, tells: canTell(o) })),
  };
}

/** The two characters before a place where they may belong to it; '' at a boundary, or behind a verb or particle. */
function wordBefore(text: string, at: number): string {
  if (!isChinese(text, at - 1)) return '';
  const two = text.slice(Math.max(0, at - 2), at), one = two.slice(-1);
  // 有区别的|责任原则: a modifier that never changes is part of the name.
  if (one === '的') return /^[\u4e00-\u9fff]{3}$/.test(text.slice(Math.max(0, at - 4), at - 1)) ? text.slice(at - 4, at) : '';
  return /^[\u4e00-\u9fff]{2}$/.test(two) && !BREAKERS.has(two) && !BREAKERS.has(one) && !WEAK_START.has(two) && !SOFT_BREAKERS.has(two) ? two : '';
}

function wordAfter(text: string, at: number): string {
  if (!isChinese(text, at)) return '';
  const two = text.slice(at, at + 2);
  return /^[\u4e00-\u9fff]{2}$/.test(two) && !BREAKERS.has(two) && !BREAKERS.has(two.slice(0, 1)) && !WEAK_END.has(two) && !SOFT_BREAKERS.has(two) ? two : '';
}

function isChinese(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return unit >= 0x4e00 && unit <= 0x9fff;
}

/** A place as a slice of its source. */
export function sliceOf(source: Source, place: TermPlace): Slice {
  const paragraph = source.paragraphs[place.paragraph];
  if (!paragraph) throw new RangeError(`${source.file} has no paragraph ${place.paragraph}`);
  const { start, end } = paragraph.map.span(place);
  return { file: source.file, start, end, raw: source.raw.slice(start, end), text: paragraph.text.slice(place.start, place.end) };
}
