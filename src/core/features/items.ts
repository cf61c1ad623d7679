/** What the library offers for insertion, as rows of a list and as text for the draft. */
import { citationLine } from '../cite/citation';
import type { Keyed } from '../cite/export';
import { evidenceAt, sourceOf } from '../cite/evidence';
import { citeKeys } from '../cite/keys';
import type { Evidence } from '../check/types';
import { isChinese, toInsertable } from '../extract/quotes/insertable';
import { figureById } from '../library/byId';
import type { Figure, Library, Passage, Quote, Slice, Source, Term } from '../library/types';
import { once } from '../library/once';
import { createPicker, type Picker } from '../search/picker';
import type { PickerEntries, PlacedPart } from '../search/pickerPart';
import { passagesOfSource } from '../search/searchIndex';
import { insertionOf, type Insertable } from './insertion';
import type { InsertOptions, Insertion, Item } from './types';

export interface Offer {
  readonly item: Item & { readonly kind: 'quote' | 'term' };
  readonly insertable: Insertable;
  readonly evidence: Evidence;
}

/** The short lists of a library (quotations by canonical edition, terms), with the way to find in them. Each offer is made when it is asked for. */
export interface Offers {
  readonly count: number;
  at(entry: number): Offer;
  /** By its item id; null where there is none. */
  named(id: string): Offer | null;
  /** So many quotations whose words hold any of some folded words, the latest first; those without a date last. */
  quotesWith(forms: readonly string[], most: number): Offer[];
  readonly sources: Sources;
  readonly picker: Picker;
}

type Sources = ReadonlyMap<string, Keyed>;

/** A source with its key. Keys are of all sources together, and dear: they are made when the first is asked for. */
class KeyedSource implements Keyed {
  constructor(readonly source: Source, private readonly keys: () => ReadonlyMap<string, string>) {}
  get key(): string { return this.keys().get(this.source.file) as string; }
}

function keyed(library: Library): Sources {
  const keys = once(() => citeKeys(library.sources));
  return new Map(library.sources.map((source) => [source.file, new KeyedSource(source, keys)]));
}

function quoteOffer(of: Keyed, quote: Quote): Offer {
  const { source } = of;
  const { file, start, end } = quote;
  const description = [quote.speaker, quote.date].filter(Boolean).join(' · ');
  return {
    item: { id: `quote:${quote.id}`, kind: 'quote', label: quote.insertable, description, detail: citationLine(source), place: { file, start, end }, title: source.title },
    insertable: {
      words: quote.insertable, attribution: quote.attribution, speaker: quote.speaker, occasion: quote.occasion, leadIn: quote.leadIn, date: quote.date, source, get key() { return of.key; }, inline: false,
    },
    get evidence() { return evidenceAt(source, quote, quote.text); },
  };
}

/** The place that a term is shown with; null where the library has none. */
const placeOf = (term: Term): Slice | null => term.definition ?? term.context ?? term.uses[0] ?? null;

function termOffer(of: Keyed, term: Term): Offer {
  const slice = placeOf(term) as Slice, { source } = of;
  const { file, start, end } = slice;
  return {
    item: { id: `term:${term.term}`, kind: 'term', label: term.term, description: '', detail: slice.text, place: { file, start, end }, title: source.title, termKind: term.kind },
    insertable: { words: term.term, attribution: null, speaker: null, occasion: null, leadIn: null, date: null, source, get key() { return of.key; }, inline: true },
    get evidence() { return evidenceAt(source, slice, slice.text); },
  };
}

/** A phrase that stands once and that nothing defines or names is shown where it is looked up, but is no wording to be offered. */
function isWording({ count, definition, kind, office }: Term): boolean {
  return count > 1 || definition !== null || kind !== 'concept' || office !== undefined;
}

/**
 * Of each wording the quotation of the best source. Editions of a large library are grouped only some time after a document has
 * been read: until then every copy of a speech would stand in the lists.
 */
function wordingsOf(quotes: readonly Quote[], rank: (quote: Quote) => number): Quote[] {
  const wordings = new Map<string, Quote>();
  for (const quote of quotes) {
    const other = wordings.get(quote.insertable);
    if (!other || rank(other) < rank(quote)) wordings.set(quote.insertable, quote);
  }
  return quotes.filter((quote) => wordings.get(quote.insertable) === quote);
}

/** The entry of each quotation by its item id; that of a copy is the one that is offered for its words. */
function quoteNumbers(editions: readonly Quote[], offered: readonly Quote[]): (readonly [string, number])[] {
  const numbers = new Map(offered.map(({ insertable }, i) => [insertable, i]));
  return editions.map(({ id, insertable }) => [`quote:${id}`, numbers.get(insertable) as number]);
}

/**
 * Builds the lists. Terms come in the order of their importance, quotations of better ranked sources first. `before` are the
 * parts of the picker of the library that this one follows: what is the same in both is kept.
 */
export function offersOf(library: Library, before: readonly PlacedPart[] = []): Offers {
  const sources = keyed(library);
  const editions = library.quotes.filter((quote) => quote.canonical === quote.id && sources.has(quote.file));
  const quotes = wordingsOf(editions, ({ file }) => (sources.get(file) as Keyed).source.rank);
  const terms = library.terms.filter((term) => isWording(term) && sources.has(placeOf(term)?.file ?? ''));
  const count = quotes.length + terms.length;
  const sourceOfQuote = ({ file }: Quote): Keyed => sources.get(file) as Keyed;
  const numbers = once(() => new Map<string, number>([...quoteNumbers(editions, quotes), ...terms.map(({ term }, i) => [`term:${term}`, quotes.length + i] as const)]));
  const at = (entry: number): Offer => {
    const quote = quotes[entry], term = terms[entry - quotes.length];
    if (quote) return quoteOffer(sourceOfQuote(quote), quote);
    if (term) return termOffer(sources.get((placeOf(term) as Slice).file) as Keyed, term);
    throw new RangeError(`there is no offer ${entry}`);
  };
  const entries: PickerEntries = {
    length: count,
    at(entry) {
      // Rows for an empty query: quotations before terms, better sources before others, whole sentences before scraps.
      const quote = quotes[entry];
      if (!quote) {
        const term = terms[entry - quotes.length];
        return term && { words: term.term, fields: [], date: null, weight: 0.4 * (1 - (entry - quotes.length) / Math.max(1, terms.length)), key: term.term };
      }
      const { source } = sourceOfQuote(quote), words = quote.insertable;
      const fields = [quote.speaker, quote.occasion, source.title].filter((field) => field !== null);
      return { words, fields, date: quote.date ?? source.date, weight: 0.5 + source.rank / 12 + Math.min(words.length, 60) / 1000, key: quote, typed: () => library.typed(quote) };
    },
  };
  const picker = createPicker(entries, before);
  const quotesWith = (forms: readonly string[], most: number): Offer[] => {
    const found = [...new Set(forms.flatMap((form) => picker.holding(form)))].filter((entry) => entry < quotes.length).sort((a, b) => a - b);
    const day = (entry: number): string => quotes[entry]?.date ?? '';
    return found.sort((a, b) => day(b).localeCompare(day(a))).slice(0, most).map(at);
  };
  return { count, at, quotesWith, named: (id) => { const entry = numbers().get(id); return entry === undefined ? null : at(entry); }, sources, picker };
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
  return of ? unsaid(of, toInsertable(passage.text), attributed) : null;
}

/** Words that nobody is named for. */
function unsaid(of: Keyed, words: string, inline: boolean): Insertable {
  const { source } = of;
  return { words, attribution: null, speaker: null, occasion: null, leadIn: null, date: source.date, source, get key() { return of.key; }, inline };
}

/** A figure as words: what is measured and the number as the source writes it. */
export function figurePhrase({ metric, entity, raw }: Figure): string {
  const chinese = isChinese(metric ?? raw);
  const subject = metric ?? '';
  const whose = entity && !subject.includes(entity) ? entity : '';
  return chinese ? `${whose}${subject}${toInsertable(raw)}` : [whose, subject, raw].filter(Boolean).join(' ');
}

function figureInsertable({ sources }: Offers, figure: Figure): Insertable | null {
  const of = sources.get(figure.file);
  return of ? unsaid(of, figurePhrase(figure), true) : null;
}

/** The text for an item of any kind, by its id. Null where the library has no such item. */
export function insertionById(library: Library, offers: Offers, id: string, options: InsertOptions): Insertion | null {
  const at = id.indexOf(':');
  const kind = id.slice(0, at), name = id.slice(at + 1);
  let insertable: Insertable | null = null;
  if (kind === 'quote') insertable = offers.named(id)?.insertable ?? editionOf(library, offers, name);
  else if (kind === 'term') insertable = offers.named(id)?.insertable ?? null;
  else if (kind === 'passage') {
    const passage = passageNamed(library, name);
    insertable = passage ? passageInsertable(library, offers, passage) : null;
  } else if (kind === 'figure') {
    const figure = figureById(library.figures, name);
    insertable = figure ? figureInsertable(offers, figure) : null;
  }
  return insertable && insertionOf(insertable, options);
}

/** A quotation that is not the canonical edition: its own words. */
function editionOf(library: Library, { sources }: Offers, id: string): Insertable | null {
  const quote = library.quotes.find((one) => one.id === id);
  const of = quote && sources.get(quote.file);
  return of ? quoteOffer(of, quote).insertable : null;
}
