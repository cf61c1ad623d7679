/** The list of sources, and one source's text in its parts. */
import type { Library, Removal, Source } from '../library/types';
import { passageCounts } from '../search/searchIndex';
import type { SourceSummary } from './types';

function countBy<T extends { readonly file: string }>(records: readonly T[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { file } of records) counts.set(file, (counts.get(file) ?? 0) + 1);
  return counts;
}

/** What is known of each source without extracting anything from it. Problems have raw offsets, or null where they concern the whole file. */
export function sourceRows(library: Library): Omit<SourceSummary, 'counts'>[] {
  return library.sources.map((source) => ({
    file: source.file, title: source.title, authors: source.authors, publication: source.publication, date: source.date,
    kind: source.kind, languages: source.languages, rank: source.rank,
    speaker: source.speech?.speaker ?? null, occasion: source.speech?.occasion ?? null, characters: source.characters,
    problems: source.problems.map(({ code, message, start, end }) => ({ code, message, start: start ?? null, end: end ?? null })),
  }));
}

/** Rows of the Library view, in the library's order, with how much was found in each. */
export function sourceSummaries(library: Library): SourceSummary[] {
  const passages = passageCounts(library.index), quotes = countBy(library.quotes), figures = countBy(library.figures), pictures = countBy(library.pictures);
  const terms = new Map<string, number>();
  for (const term of library.terms) {
    // A term is counted for every source that uses it.
    const files = new Set([term.definition, term.context, ...term.uses].flatMap((slice) => (slice ? [slice.file] : [])));
    for (const file of files) terms.set(file, (terms.get(file) ?? 0) + 1);
  }
  return sourceRows(library).map((row, index) => ({
    ...row,
    counts: {
      passages: passages[index] ?? 0, quotes: quotes.get(row.file) ?? 0, terms: terms.get(row.file) ?? 0,
      figures: figures.get(row.file) ?? 0, pictures: pictures.get(row.file) ?? 0,
    },
  }));
}

export interface SourceText {
  readonly file: string;
  readonly raw: string;
  paragraphs: { start: number; end: number; text: string; kind: string }[];
  readonly removed: readonly Removal[];
}

/** A source's raw text, its paragraphs (raw offsets, clean text) and what was removed from it. */
export function sourceText(source: Source): SourceText {
  return {
    file: source.file, raw: source.raw,
    paragraphs: source.paragraphs.map(({ start, end, text, kind }) => ({ start, end, text, kind })),
    removed: source.removed,
  };
}
