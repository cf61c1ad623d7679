/** What is learnt from the texts of the sources themselves: once for each source, within a budget for the library. */
import { CONTENT_KINDS, type Library, type Paragraph, type Source } from '../../library/types';

/** Characters of sources that are read for it; in a larger library the best-ranked ones give enough. */
const MOST_READ = 20_000_000;

/** The sources that are read, the best-ranked first. Only their heads are looked at. */
export function sourcesToLearnFrom({ sources }: Library): Source[] {
  let read = 0;
  return [...sources].sort((a, b) => b.rank - a.rank).filter(({ characters }) => {
    if (read >= MOST_READ) return false;
    read += characters;
    return true;
  });
}

export interface FromSources<T> {
  /** All that is found, of the best-ranked source first. What has not been learnt is read now. */
  (library: Library): readonly T[];
  /** Learns from one source ahead of the first question. */
  learn(source: Source): void;
}

/** A function from a library to all that `learn` finds in the content paragraphs of its sources. */
export function fromSources<T>(learn: (paragraph: Paragraph, source: Source) => readonly T[]): FromSources<T> {
  const bySource = new WeakMap<Source, readonly T[]>(), byLibrary = new WeakMap<Library, readonly T[]>();
  const of = (source: Source): readonly T[] => {
    let own = bySource.get(source);
    if (!own) bySource.set(source, own = source.paragraphs.filter(({ kind }) => CONTENT_KINDS.has(kind)).flatMap((paragraph) => learn(paragraph, source)));
    return own;
  };
  const all = (library: Library): readonly T[] => {
    let found = byLibrary.get(library);
    if (!found) byLibrary.set(library, found = sourcesToLearnFrom(library).flatMap(of));
    return found;
  };
  return Object.assign(all, { learn: (source: Source): void => { of(source); } });
}
