/** Files become a library: a frozen snapshot in which each kind of record is made when it is first asked for. */
import { groupComparable } from '../extract/figures/comparable';
import { extractFigures } from '../extract/figures/extractFigures';
import { extractPictures } from '../extract/pictures';
import { extractQuotes, groupEditions } from '../extract/quotes/quotes';
import { extractTerms } from '../extract/terms/extractTerms';
import { readSource } from '../parse/readSource';
import { passagesOf } from '../search/passageList';
import type { SourceFile, Tokenizer } from '../service';
import type { Library, Source } from './types';

/** Makes a getter's value once. */
export function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => (made ??= { value: make() }).value;
}

/** A file that breaks its reader becomes an empty source that says so: one bad document never takes the library with it. */
export function readOne(file: SourceFile): Source {
  try {
    return Object.freeze(readSource(file));
  } catch (error) {
    const message = `the document could not be understood: ${error instanceof Error ? error.message : String(error)}`;
    return Object.freeze({ ...readSource({ ...file, text: '', problems: [...(file.problems ?? []), { code: 'unreadable', message }] }) });
  }
}

/**
 * What is read out of each source, once for each: a source that is in the next library too keeps it. A rule that breaks on a
 * document costs that document its records, not the library.
 */
function perSource<T>(extract: (source: Source) => readonly T[]): (sources: readonly Source[], failed: (source: Source, error: unknown) => void) => T[] {
  const known = new WeakMap<Source, readonly T[]>();
  return (sources, failed) => sources.flatMap((source) => {
    let records = known.get(source);
    if (!records) {
      try {
        records = extract(source);
      } catch (error) {
        failed(source, error);
        records = [];
      }
      known.set(source, records);
    }
    return records;
  });
}

const quotesIn = perSource(extractQuotes);
const figuresIn = perSource(extractFigures);
const picturesIn = perSource(extractPictures);

/**
 * Builds the library from sources that have been read. Quotations, terms and the rest are extracted at their first use;
 * `failed` hears of a document that breaks an extraction.
 */
export function libraryOf(sources: readonly Source[], tokenizer: Tokenizer, failed: (source: Source, error: unknown) => void = () => undefined): Library {
  const passages = once(() => passagesOf(sources));
  const quotes = once(() => groupEditions(quotesIn(sources, failed), sources));
  const terms = once(() => extractTerms(sources, tokenizer));
  const figures = once(() => groupComparable(figuresIn(sources, failed)));
  const pictures = once(() => picturesIn(sources, failed));
  return Object.freeze({
    sources,
    get passages() { return passages(); },
    get quotes() { return quotes(); },
    get terms() { return terms(); },
    get figures() { return figures(); },
    get pictures() { return pictures(); },
  });
}

/** Reads files and builds the library from them. What is wrong with a file stands in its source's problems. */
export function buildLibrary(files: readonly SourceFile[], tokenizer: Tokenizer): Library {
  return libraryOf(files.map(readOne), tokenizer);
}
