/** Right words, wrong speaker, document, occasion or day (domain: C10): what the draft says against what the library says. */
import { evidenceAt, evidenceOf } from '../../cite/evidence';
import type { Locale } from '../../features/types';
import type { Library } from '../../library/types';
import type { Span } from '../../text/offsets';
import type { QuotedWords } from '../draft';
import { isRight } from '../quotation/judgement';
import type { Located } from '../quotation/locate';
import { attributingText, movedSpan, saidIn, type ChunkSaid, type Said } from '../quotation/said';
import { mismatchOf, sayingsAt, type Mismatch, type Saying } from '../quotation/sayings';
import { placeOf } from '../quotation/stretch';
import type { CheckContext, DraftRule, RuleInput } from '../rule';
import type { Finding, Fix } from '../types';
import { judgementOf } from './quotation';

/** Paragraphs whose attributions are kept; beyond that all are read again. */
const MOST_KEPT = 2000;
const read = new WeakMap<CheckContext, { readonly names: readonly string[]; readonly kept: Map<string, readonly ChunkSaid[]> }>();

export const attributionRule: DraftRule = {
  scope: 'draft', ids: ['quote.attribution'],
  check(input) {
    const findings = input.parsed.quoted.flatMap((quoted) => {
      const judged = judgementOf(input.context, quoted);
      if (!judged || judged.located.length === 0 || judged.verdict === 'paraphrase' || judged.verdict === 'not-in-library') return [];
      // Pieces and changed words have one place each; only whole right words may have several.
      const places = isRight(judged.verdict) && judged.leftOut.length === 0 ? judged.located : judged.located.slice(0, 1);
      return findingOf(input, quoted, places);
    });
    return { findings };
  },
};

function findingOf({ context, parsed, locale }: RuleInput, quoted: QuotedWords, places: readonly Located[]): Finding[] {
  const from = attributingText(parsed.chunks, quoted);
  if (!from) return [];
  const found = saidOf(context, from.text).find(({ words }) => quoted.form === 'block' || (words.start < quoted.end - from.start && quoted.start - from.start < words.end));
  if (!found) return [];
  const { said } = found;
  const sayings = sayingsAt(context.library, places);
  const mismatch = mismatchOf(said, sayings, context.library);
  if (!mismatch) return [];
  const best = mismatch.right.find((s) => s.quote !== null && s.quote.id === s.quote.canonical) ?? mismatch.right[0] as Saying;
  const place = places.find((p) => p.stretch.source === best.source) ?? places[0] as Located;
  const source = best.quote ? evidenceOf(context.library, best.quote) : evidenceAt(place.stretch.source, placeOf(place.stretch), place.stretch.words);
  const span = movedSpan(spanOf(mismatch, said), from.start);
  const fixes = fixesOf(mismatch, said, from.start, parsed.draft.text);
  return [{ ...span, rule: 'quote.attribution', severity: 'warning', message: messageOf(mismatch, said, locale), source, edits: fixes[0]?.edits ?? [], fixes }];
}

function saidOf(context: CheckContext, text: string): readonly ChunkSaid[] {
  let state = read.get(context);
  if (!state) { state = { names: namesOf(context.library), kept: new Map() }; read.set(context, state); }
  let said = state.kept.get(text);
  if (!said) {
    if (state.kept.size > MOST_KEPT) state.kept.clear();
    said = saidIn(text, state.names);
    state.kept.set(text, said);
  }
  return said;
}

/** Persons whom the library names as speakers: in a draft a bare name of theirs is enough. */
function namesOf(library: Library): string[] {
  const speakers = [...library.quotes.map((q) => q.speaker), ...library.sources.map((s) => s.speech?.speaker ?? null)];
  return [...new Set(speakers.flatMap((name) => (name !== null && /^\p{Script=Han}{2,4}$/u.test(name) ? [name] : [])))].sort((a, b) => b.length - a.length);
}

function spanOf({ kind }: Mismatch, said: Said): Span {
  if (kind === 'date') return said.dateSpan ?? said.span;
  if (kind === 'occasion' || (kind === 'document' && said.kind === 'person')) return said.occasionSpan ?? said.span;
  return said.speakerSpan;
}

const different = (values: readonly (string | null)[]): string[] => [...new Set(values.flatMap((v) => (v === null ? [] : [v])))];

/** Lines that say more than another one does: the same occasion without its day is not a second one. */
const apart = (lines: readonly string[]): string[] => different(lines).filter((line, _, all) => !all.some((other) => other !== line && other.startsWith(line)));

/** 2023-09-10 as it is written. */
function writtenDate(date: string): string {
  const [year, month, day] = date.split('-').map(Number);
  return `${year}年${month ? `${month}月` : ''}${day ? `${day}日` : ''}`;
}

/** The document that holds the words: as the library's quotation names it, else by its title. */
const documentOf = ({ speaker, source, quote }: Saying): string => (quote !== null && speaker !== null && /[告定要划法书议》]$/u.test(speaker) ? speaker : `《${source.title ?? source.file}》`);

/** Speaker, occasion and day of a saying in one line. */
function whole(s: Saying): string {
  return [s.speaker ?? (s.source.title === null ? null : `《${s.source.title}》`), s.occasion, s.date === null ? null : writtenDate(s.date)].flatMap((part) => (part === null ? [] : [part])).join('，');
}

function messageOf(mismatch: Mismatch, said: Said, locale: Locale): string {
  const zh = locale === 'zh-cn';
  const { right } = mismatch;
  const all = apart(right.map(whole));
  // Words that were said on several occasions: all are listed, none is guessed.
  const list = all.length > 1 ? (zh ? `：${all.slice(0, 5).join('；')}${all.length > 5 ? ' 等' : ''}` : `: ${all.slice(0, 5).join('; ')}${all.length > 5 ? ' …' : ''}`) : '';
  switch (mismatch.kind) {
    case 'speaker': {
      const speakers = different(right.map((s) => s.speaker)).join('、');
      return zh ? `库中这句话出自${speakers}，不是${said.speaker}${list}。` : `In the library these words are by ${speakers}, not ${said.speaker}${list}.`;
    }
    case 'document': {
      const documents = different(right.map(documentOf)), name = said.kind === 'person' ? said.occasion : said.speaker;
      return zh ? `库中这句话出自${documents.join('、')}，不是${name}。` : `In the library these words stand in ${documents.join(', ')}, not in ${name}.`;
    }
    case 'date': {
      const days = different(right.map((s) => s.date)).map(writtenDate).join('、');
      return zh ? `库中这句话的日期是${days}，不是${writtenDate(said.date as string)}${list}。` : `In the library these words are dated ${days}, not ${said.date}${list}.`;
    }
    case 'occasion': {
      const occasions = different(right.map((s) => s.occasion)).join('、');
      return zh ? `库中这句话的场合是“${occasions}”，不是“${said.occasion}”${list}。` : `In the library these words were said on another occasion: ${occasions}, not ${said.occasion}${list}.`;
    }
  }
}

/** The right name, day or occasion in place of the wrong one, where there is only one. */
function fixesOf(mismatch: Mismatch, said: Said, by: number, draft: string): Fix[] {
  const change = (span: Span | null, values: readonly string[]): Fix[] => {
    const [value, ...others] = values;
    if (!span || value === undefined || others.length > 0) return [];
    const place = movedSpan(span, by);
    return draft.slice(place.start, place.end) === '' ? [] : [{ kind: 'attribution', edits: [{ ...place, newText: value }], preferred: false }];
  };
  const { right } = mismatch;
  switch (mismatch.kind) {
    // Another speaker spoke elsewhere and on another day: with those stated, a name alone would be wrong again.
    case 'speaker': return said.date === null && said.occasion === null ? change(said.speakerSpan, different(right.map((s) => s.speaker))) : [];
    // A report that somebody gave is not mended by another document's name: nobody spoke there.
    case 'document': return said.kind === 'person' ? [] : change(said.speakerSpan, different(right.map(documentOf)));
    // As exactly as the writer dates.
    case 'date': return change(said.dateSpan, different(right.map((s) => s.date?.slice(0, said.date?.length) ?? null)).map(writtenDate));
    case 'occasion': return change(said.occasionSpan, different(right.map((s) => s.occasion)).filter((o) => /[会议坛式]$/u.test(o)));
  }
}
