/** What the library offers for insertion, as rows of a list and as text for the draft. */
import { citationLine } from '../cite/citation';
import type { Keyed } from '../cite/export';
import { evidenceAt, sourceOf } from '../cite/evidence';
import { citeKeys } from '../cite/keys';
import type { Evidence } from '../check/types';
import { isChinese, toInsertable } from '../extract/quotes/insertable';
import type { Figure, Library, Passage, Quote, Source, Term } from '../library/types';
import { createPicker, type Picker } from '../search/picker';
import { passagesOfSource } from '../search/searchIndex';
import { insertionOf, type Insertable } from './insertion';
import type { InsertOptions, Insertion, Item } from './types';

export interface Offer {
  readonly item: Item & { readonly kind: 'quote' | 'term' };
  readonly insertable: Insertable;
  readonly evidence: Evidence;
}

/** The short lists of a library (quotations by canonical edition, terms), with the way to find in them. */
export interface Offers {
  readonly all: readonly Offer[];
  readonly sources: Sources;
  readonly byId: ReadonlyMap<string, Offer>;
  readonly picker: Picker;
}

type Sources = ReadonlyMap<string, Keyed>;

function keyed(library: Library): Sources {
  const keys = citeKeys(library.sources);
  return new Map(library.sources.map((source) => [source.file, { source, key: keys.get(source.file) as string }]));
}

function detailOf(source: Source): string {
  return source.title ? `${source.title} · ${citationLine(source)}` : citationLine(source);
}

function quoteOffer(of: Keyed | undefined, quote: Quote): Offer | null {
  if (!of) return null;
  const { source, key } = of;
  const { file, start, end } = quote;
  const description = [quote.speaker, quote.date].filter(Boolean).join(' · ');
  return {
    item: { id: `quote:${quote.id}`, kind: 'quote', label: quote.insertable, description, detail: detailOf(source), place: { file, start, end }, title: source.title },
    insertable: {
      words: quote.insertable, attribution: quote.attribution, speaker: quote.speaker, occasion: quote.occasion, leadIn: quote.leadIn, date: quote.date, source, key, inline: false,
    },
    evidence: evidenceAt(source, quote, quote.text),
  };
}

function termOffer(sources: Sources, term: Term): Offer | null {
  const slice = term.definition ?? term.context ?? term.uses[0];
  const of = slice && sources.get(slice.file);
  if (!slice || !of) return null;
  const { source, key } = of;
  const { file, start, end } = slice;
  return {
    item: { id: `term:${term.term}`, kind: 'term', label: term.term, description: '', detail: slice.text, place: { file, start, end }, title: source.title, termKind: term.kind },
    insertable: { words: term.term, attribution: null, speaker: null, occasion: null, leadIn: null, date: null, source, key, inline: true },
    evidence: evidenceAt(source, slice, slice.text),
  };
}

/** Builds the lists. Terms come in the order of their importance, quotations of better ranked sources first. */
export function offersOf(library: Library): Offers {
  const sources = keyed(library);
  const quotes = library.quotes.filter((quote) => quote.canonical === quote.id).flatMap((quote) => quoteOffer(sources.get(quote.file), quote) ?? []);
  const terms = library.terms.flatMap((term) => termOffer(sources, term) ?? []);
  const all = [...quotes, ...terms];
  const picker = createPicker(all.map(({ item, insertable: { words, speaker, occasion, source, date } }, index) => {
    // Rows for an empty query: quotations before terms, better sources before others, whole sentences before scraps.
    const weight = item.kind === 'quote'
      ? 0.5 + source.rank / 12 + Math.min(words.length, 60) / 1000
      : 0.4 * (1 - (index - quotes.length) / Math.max(1, terms.length));
    return { words, fields: [speaker, occasion, item.kind === 'quote' ? source.title : null].filter((field) => field !== null), date: date ?? (item.kind === 'quote' ? source.date : null), weight };
  }));
  return { all, sources, byId: new Map(all.map((offer) => [offer.item.id, offer])), picker };
}

/** The item id of a passage: its place, since numbers of passages change when documents do. */
export function passageItem({ file, start, end }: Passage): string {
  return `passage:${start}-${end}:${file}`;
}

function passageNamed(library: Library, name: string): Passage | null {
  const [, start, end, file] = /^(\d+)-(\d+):(.*)$/su.exec(name) ?? [];
  const source = file === undefined ? null : sourceOf(library, file);
  return (source && passagesOfSource(library.index, source).find((one) => one.start === Number(start) && one.end === Number(end))) ?? null;
}

function passageInsertable(library: Library, { sources }: Offers, passage: Passage): Insertable | null {
  const of = sources.get(passage.file);
  // A sentence that itself says who said what is not said by its author again.
  const attributed = library.quotes.some((q) => q.file === passage.file && q.attribution !== null && q.start >= passage.start && q.end <= passage.end);
  return of ? { ...NOBODY, words: toInsertable(passage.text), date: of.source.date, ...of, inline: attributed } : null;
}

/** Words that nobody is named for. */
const NOBODY = { attribution: null, speaker: null, occasion: null, leadIn: null } as const;

/** A figure as words: what is measured and the number as the source writes it. */
export function figurePhrase({ metric, entity, raw }: Figure): string {
  const chinese = isChinese(metric ?? raw);
  const subject = metric ?? '';
  const whose = entity && !subject.includes(entity) ? entity : '';
  return chinese ? `${whose}${subject}${toInsertable(raw)}` : [whose, subject, raw].filter(Boolean).join(' ');
}

function figureInsertable({ sources }: Offers, figure: Figure): Insertable | null {
  const of = sources.get(figure.file);
  return of ? { ...NOBODY, words: figurePhrase(figure), date: of.source.date, ...of, inline: true } : null;
}

/** The text for an item of any kind, by its id. Null where the library has no such item. */
export function insertionById(library: Library, offers: Offers, id: string, options: InsertOptions): Insertion | null {
  const at = id.indexOf(':');
  const kind = id.slice(0, at), name = id.slice(at + 1);
  let insertable: Insertable | null = null;
  if (kind === 'quote') insertable = offers.byId.get(id)?.insertable ?? editionOf(library, offers, name);
  else if (kind === 'term') insertable = offers.byId.get(id)?.insertable ?? null;
  else if (kind === 'passage') {
    const passage = passageNamed(library, name);
    insertable = passage ? passageInsertable(library, offers, passage) : null;
  } else if (kind === 'figure') {
    const figure = library.figures.find((one) => one.id === name);
    insertable = figure ? figureInsertable(offers, figure) : null;
  }
  return insertable && insertionOf(insertable, options);
}

/** A quotation that is not the canonical edition: its own words. */
function editionOf(library: Library, { sources }: Offers, id: string): Insertable | null {
  const quote = library.quotes.find((one) => one.id === id);
  return quote ? quoteOffer(sources.get(quote.file), quote)?.insertable ?? null : null;
}
