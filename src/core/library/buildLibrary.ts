/** Sources become a library: a frozen snapshot in which each kind of record is made when it is first asked for. */
import { groupComparable } from '../extract/figures/comparable';
import { groupEditions } from '../extract/quotes/quotes';
import { extractTerms } from '../extract/terms/extractTerms';
import { readSource } from '../parse/readSource';
import { indexSources } from '../search/searchIndex';
import { type SearchIndex } from '../library/types';
import type { SourceFile, Tokenizer } from '../service';
import type { OfficeTerm } from './glossaryFile';
import { once } from './once';
import { recordsOf, type Failed, type Part, type Records } from './records';
import type { Figure, Library, Quote, Source, Term } from './types';

/** A file that breaks its reader becomes an empty source that says so: one bad document never takes the library with it. */
export function readOne(file: SourceFile): Source {
  try {
    return Object.freeze(readSource(file));
  } catch (error) {
    const message = `the document could not be understood: ${error instanceof Error ? error.message : String(error)}`;
    return Object.freeze({ ...readSource({ ...file, text: '', problems: [...(file.problems ?? []), { code: 'unreadable', message }] }) });
  }
}

/** What is made of all sources together, each when it is first asked for. */
export interface Spanning {
  /** All quotations in order, those of the same words with the same `canonical`. */
  readonly quotes: () => readonly Quote[];
  /** All figures in order, those that measure the same with the same `comparable`. */
  readonly figures: () => readonly Figure[];
  readonly terms: () => readonly Term[];
  readonly index: () => SearchIndex;
}

/** A library of parts, and of what spans them. */
export function libraryOfParts(parts: readonly Part[], { quotes, figures, terms, index }: Spanning): Library {
  const sources = parts.map(({ source }) => source);
  const pictures = once(() => parts.flatMap(({ records }) => records.pictures));
  const numbers = once(() => new Map(sources.map(({ file }, number) => [file, number])));
  // Quotations are asked for one after the other: those of one document are read once.
  let last: { readonly file: string; readonly typed: readonly string[] } = { file: '', typed: [] };
  return Object.freeze({
    sources,
    typed({ file, id }: Quote) {
      if (last.file !== file) last = { file, typed: parts[numbers().get(file) ?? -1]?.records.typed ?? [] };
      return last.typed[Number(id.slice(id.lastIndexOf(':q') + 2)) - 1];
    },
    get index() { return index(); },
    get quotes() { return quotes(); },
    get terms() { return terms(); },
    get figures() { return figures(); },
    get pictures() { return pictures(); },
  });
}

/** Records are kept by their source: one that is in the next library too keeps them. */
const known = new WeakMap<Source, Records>();

/**
 * Builds the library from sources that have been read. Quotations, terms and the rest are extracted at their first use;
 * `failed` hears of a document that breaks an extraction. `before` is the index of the library that this one follows: of what
 * has not changed nothing is indexed again. `office` are the rows of the office's own glossary.
 */
export function libraryOf(sources: readonly Source[], tokenizer: Tokenizer, failed?: Failed, before: SearchIndex | null = null, office: readonly OfficeTerm[] = []): Library {
  let older = before;
  const parts = sources.map((source): Part => {
    let records = known.get(source);
    if (!records) known.set(source, records = recordsOf(source, failed));
    return { source, records };
  });
  return libraryOfParts(parts, {
    quotes: once(() => groupEditions(parts.flatMap(({ records }) => records.quotes), sources)),
    figures: once(() => groupComparable(parts.flatMap(({ records }) => records.figures))),
    terms: once(() => extractTerms(sources, tokenizer, office)),
    index: once(() => {
      const made = indexSources(sources, older);
      older = null;
      return made;
    }),
  });
}

/** Reads files and builds the library from them. What is wrong with a file stands in its source's problems. */
export function buildLibrary(files: readonly SourceFile[], tokenizer: Tokenizer): Library {
  return libraryOf(files.map(readOne), tokenizer);
}
