/** The list of sources, and one source's text in its parts. */
import { problemText } from '../library/problemText';
import type { Library, Removal, Source } from '../library/types';
import { passageCounts } from '../search/searchIndex';
import type { SourceList, SourceQuery, SourceRow, SourceSummary } from './types';

function countBy<T extends { readonly file: string }>(records: readonly T[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { file } of records) counts.set(file, (counts.get(file) ?? 0) + 1);
  return counts;
}

/** What is known of a source without extracting anything from it. Problems have raw offsets, or null where they concern the whole file. */
function rowOf(source: Source): Omit<SourceSummary, 'counts'> {
  return {
    file: source.file, title: source.title, authors: source.authors, publication: source.publication, date: source.date,
    kind: source.kind, languages: source.languages, rank: source.rank,
    speaker: source.speech?.speaker ?? null, occasion: source.speech?.occasion ?? null, characters: source.characters,
    problems: source.problems.map(({ code, message, start, end }) => ({ code, message, start: start ?? null, end: end ?? null })),
  };
}

export function sourceRows(library: Library): Omit<SourceSummary, 'counts'>[] {
  return library.sources.map(rowOf);
}

/** How much was found in each source, by its index. */
export type SourceCounts = (index: number) => SourceSummary['counts'];

export function sourceCounts(library: Library): SourceCounts {
  const passages = passageCounts(library.index), quotes = countBy(library.quotes), figures = countBy(library.figures), pictures = countBy(library.pictures);
  const terms = new Map<string, number>();
  for (const term of library.terms) {
    // A term is counted for every source that uses it.
    const files = new Set([term.definition, term.context, ...term.uses].flatMap((slice) => (slice ? [slice.file] : [])));
    for (const file of files) terms.set(file, (terms.get(file) ?? 0) + 1);
  }
  return (index) => {
    const { file } = library.sources[index] as Source;
    return { passages: passages[index] ?? 0, quotes: quotes.get(file) ?? 0, terms: terms.get(file) ?? 0, figures: figures.get(file) ?? 0, pictures: pictures.get(file) ?? 0 };
  };
}

/** Rows of all sources, in the library's order, with how much was found in each. */
export function sourceSummaries(library: Library, counts: SourceCounts): SourceSummary[] {
  return library.sources.map((source, index) => ({ ...rowOf(source), counts: counts(index) }));
}

/** More sources than this are gathered by their folders. */
const MANY = 100;

/** A page of the Library view. */
export function sourceList({ sources }: Library, counts: SourceCounts, { filter, locale, folder, unread = false, from, count }: SourceQuery): SourceList {
  const words = filter.toLowerCase().split(/\s+/u).filter(Boolean);
  const fits = (source: Source): boolean => {
    if (words.length === 0) return true;
    const { title, file, authors, publication, date, kind, speech, problems } = source;
    const known = [title, file, ...authors, publication, date, kind, speech?.speaker, speech?.occasion, ...problems.map((problem) => problemText(problem, locale))].filter(Boolean).join('\n').toLowerCase();
    return words.every((word) => known.includes(word));
  };
  const found = sources.flatMap((source, index) => (fits(source) && (typeof folder !== 'string' || folderOf(source) === folder) && (!unread || isUnread(source)) ? [index] : []));
  const rows = folder === null && found.length > MANY ? gathered(sources, found) : found;
  const page = rows.slice(from, from + count);
  return {
    rows: page.map((row) => (typeof row === 'number' ? { source: { ...rowOf(sources[row] as Source), counts: counts(row) } } : row)),
    left: Math.max(0, rows.length - from - page.length), total: sources.length,
  };
}

/** Nothing could be read of it, and its problem says why. */
const isUnread = ({ characters, problems }: Source): boolean => characters === 0 && problems.length > 0;

/** The folder of a source within its library folder; null where it lies in none. */
function folderOf({ file }: Source): string | null {
  const cut = file.lastIndexOf('/');
  return cut < 0 ? null : file.slice(0, cut);
}

/** Sources by their index that lie in no folder, and the folders of the others; before them, those of which nothing could be read. */
function gathered(sources: readonly Source[], found: readonly number[]): (number | Exclude<SourceRow, { readonly source: SourceSummary }>)[] {
  const folders = new Map<string, { folder: string; sources: number }>();
  const unread = found.filter((index) => isUnread(sources[index] as Source)).length;
  const rows = found.flatMap((index): (number | { folder: string; sources: number }) | [] => {
    const folder = folderOf(sources[index] as Source);
    if (folder === null) return index;
    const known = folders.get(folder);
    if (known) { known.sources++; return []; }
    const row = { folder, sources: 1 };
    folders.set(folder, row);
    return row;
  });
  return unread > 0 ? [{ unread }, ...rows] : rows;
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
