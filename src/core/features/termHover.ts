/** What the library knows of a key term: for the hover, for `define`, and the list of its uses. */
import { evidenceOf } from '../cite/evidence';
import { buildTermMatcher, type TermMatcher } from '../extract/terms/matcher';
import { CONTENT_KINDS, type Library, type Slice, type Source, type Term } from '../library/types';
import { sourcesWith } from '../search/holders';
import { foldText } from '../text/fold';
import { isHan, toSimplified, toTraditional } from '../text/script';
import { sentences } from '../text/sentences';
import type { DatedEvidence, TermHover, Item } from './types';

/** Most further uses and quotations that a hover shows. */
const MOST_USES = 3;
const MOST_QUOTES = 3;
const MOST_NESTED = 3;
/** So many characters of sources that hold a term are looked through from either end for the first and the last use: a hover must not wait. */
const MOST_CHARACTERS = 400_000;

/** The terms of a library, ready to be found in a text or by name. Made once for a library. */
export interface TermIndex {
  readonly matcher: TermMatcher;
  /** The term that goes by a name: any of its forms, in any script and width. */
  named(name: string): Term | null;
}

export type QuotesWith = (forms: readonly string[], most: number) => Item[];

/** Builds the index of a library's terms. */
export function termIndexOf(terms: readonly Term[]): TermIndex {
  const byName = new Map<string, Term>();
  for (const term of terms) byName.set(foldText(term.term), term);
  for (const term of terms) for (const { form } of term.variants) if (!byName.has(foldText(form))) byName.set(foldText(form), term);
  return { matcher: buildTermMatcher(terms), named: (name) => byName.get(foldText(name)) ?? null };
}

/**
 * The hover of the term at an offset of a draft: of several the longest that holds the offset. `span` is exactly the term,
 * in UTF-16 units of the draft. Null where no term stands. `quotesWith` gives rows of so many quotations that hold any of some folded words.
 */
export function termHover(library: Library, index: TermIndex, text: string, offset: number, quotesWith: QuotesWith): TermHover | null {
  const matches = index.matcher.at(text, offset);
  // At the border of two terms the one behind the offset is meant.
  const match = matches.find((m) => offset < m.end) ?? matches[0];
  const term = match && library.terms[match.term];
  if (!match || !term) return null;
  const inside = [...new Set(matches.filter((m) => m !== match && m.term !== match.term && m.start >= match.start && m.end <= match.end).map((m) => m.term))];
  const { first, latest } = datedUses(library, term);
  return {
    kind: 'term',
    span: { start: match.start, end: match.end },
    term: term.term,
    termKind: term.kind,
    variants: [...new Set(term.variants.filter((v) => v.kind !== 'base' && v.kind !== 'quoted').map((v) => v.form))],
    names: term.variants.filter((v) => v.kind === 'english' || v.kind === 'traditional').map(({ form, kind }) => ({ form, kind })),
    count: term.count, office: term.office?.definition ?? null, first, latest,
    nested: inside.slice(0, MOST_NESTED).flatMap((at) => {
      const other = library.terms[at];
      return other ? [{ term: other.term, definition: other.definition && evidenceOf(library, other.definition) }] : [];
    }),
    definition: term.definition && term.definitionKind ? { ...evidenceOf(library, term.definition), definitionKind: term.definitionKind } : null,
    uses: [...(term.context ? [term.context] : []), ...term.uses].slice(0, MOST_USES).map((use) => evidenceOf(library, use)),
    quotes: quotesWith(foldedForms(term), MOST_QUOTES),
  };
}

/** The folded forms by which the quotations that hold a term are found. */
function foldedForms(term: Term): string[] {
  return [...new Set([term.term, ...term.variants.map((v) => v.form)].map(foldText))].filter((form) => form.length > 1);
}

/** The first and the latest use among the dated sources: looked for from either end. Null where none is met soon enough. */
function datedUses(library: Library, term: Term): Pick<TermHover, 'first' | 'latest'> {
  const matcher = matcherOf(term);
  const sources = holders(library, term).filter(({ date }) => date !== null).sort((a, b) => (a.date as string).localeCompare(b.date as string) || (a.file < b.file ? -1 : 1));
  const find = (from: readonly Source[]): DatedEvidence | null => {
    let looked = 0;
    for (const source of from) {
      if ((looked += source.characters) > MOST_CHARACTERS && looked > source.characters) return null;
      const use = usesIn(source, matcher)[0];
      if (use) return { ...evidenceOf(library, use), date: source.date as string };
    }
    return null;
  };
  const first = find(sources), latest = find([...sources].reverse());
  return { first, latest: latest && first && latest.file !== first.file ? latest : null };
}

/** The sources that can hold a term: no other need be read. */
function holders({ sources, index }: Library, term: Term): Source[] {
  const found = sourcesWith(index, [...new Set([term.term, ...term.variants.map(({ form }) => form)].map(foldText))]);
  return sources.filter((_, number) => found.has(number));
}

interface OneTerm {
  readonly matcher: TermMatcher;
  /** False where the text certainly does not hold the term: told by its first and last characters, at the speed of a substring search. */
  mayHold(text: string): boolean;
}

function matcherOf(term: Term): OneTerm {
  const forms = [...new Set([term.term, ...term.variants.map(({ form }) => form)])];
  // Letters are folded by case and width: only Chinese ends are looked for, in both scripts.
  const ends = forms.map((form) => {
    const characters = [...form].filter(isHan);
    return characters.length < 2 || !isHan([...form][0] as string) ? null : [characters[0] as string, characters.at(-1) as string].map((c) => [c, toTraditional(c), toSimplified(c)]);
  });
  return {
    matcher: buildTermMatcher([term]),
    mayHold: (text) => ends.some((pair) => pair === null || pair.every((scripts) => scripts.some((c) => text.includes(c)))),
  };
}

/** The sentences of a source that use a term, in their order. */
function usesIn(source: Source, { matcher, mayHold }: OneTerm): Slice[] {
  const uses: Slice[] = [];
  for (const paragraph of source.paragraphs) {
    // A character has several Traditional ones: such text is gone through letter by letter.
    if (!CONTENT_KINDS.has(paragraph.kind) || (paragraph.language !== 'zh-Hant' && !mayHold(paragraph.text))) continue;
    const matches = matcher.matches(paragraph.text);
    if (matches.length === 0) continue;
    for (const sentence of sentences(paragraph.text)) {
      if (!matches.some((m) => m.start >= sentence.start && m.start < sentence.end)) continue;
      const { start, end } = paragraph.map.span(sentence);
      uses.push({ file: source.file, start, end, raw: source.raw.slice(start, end), text: paragraph.text.slice(sentence.start, sentence.end) });
    }
  }
  return uses;
}

/** All sentences of the library that use a term, by the date of their source (undated ones last), then file, then place. */
export function termUses(library: Library, term: Term): Slice[] {
  const matcher = matcherOf(term);
  const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
  const sources = holders(library, term).sort((a, b) => order(a.date ?? '9999', b.date ?? '9999') || order(a.file, b.file));
  return sources.flatMap((source) => usesIn(source, matcher));
}
