/** All places of the library that have what stands at an offset of a draft: the uses of a term, the editions of a quotation. */
import type { CheckedQuotation, Draft } from '../check/types';
import type { Library, Slice } from '../library/types';
import { termUses, type TermIndex } from './termHover';

/** A place with what its source says of itself. */
export interface DatedPlace extends Slice {
  readonly title: string | null;
  readonly date: string | null;
}

/** With title and date of the sources; the order stays. */
export function dated(library: Pick<Library, 'sources'>, slices: readonly Slice[]): DatedPlace[] {
  const sources = new Map(library.sources.map((source) => [source.file, source]));
  return slices.map((slice) => ({ ...slice, title: sources.get(slice.file)?.title ?? null, date: sources.get(slice.file)?.date ?? null }));
}

/** By date; for a quotation all its editions, for a term all sentences that use it. Empty where neither stands. */
export function placesAt(library: Library, terms: TermIndex, quotations: readonly CheckedQuotation[], draft: Draft, offset: number): DatedPlace[] {
  const quoted = quotations.filter(({ start, end, source }) => source && offset >= start && offset <= end).sort((a, b) => a.end - a.start - (b.end - b.start))[0]?.source;
  if (quoted) {
    const own = library.quotes.find(({ file, start, end }) => file === quoted.file && start < quoted.end && quoted.start < end);
    const editions = own ? library.quotes.filter(({ canonical }) => canonical === own.canonical) : [quoted];
    const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
    return dated(library, editions.map(({ file, start, end, raw, text }) => ({ file, start, end, raw, text })))
      .sort((a, b) => order(a.date ?? '9999', b.date ?? '9999') || order(a.file, b.file) || a.start - b.start);
  }
  const match = terms.matcher.at(draft.text, offset)[0];
  const term = match && library.terms[match.term];
  return term ? dated(library, termUses(library, term)) : [];
}
