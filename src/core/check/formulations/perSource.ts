/** What is learnt from the texts of the sources themselves: once for each source, within a budget for the library. */
import { CONTENT_KINDS, type Library, type Paragraph, type Source } from '../../library/types';

/** Characters of sources that are read for it; in a larger library the best-ranked ones give enough. */
const MOST_READ = 20_000_000;

/** A function from a library to all that `learn` finds in the content paragraphs of its sources, the best-ranked first. */
export function fromSources<T>(learn: (paragraph: Paragraph, source: Source) => readonly T[]): (library: Library) => readonly T[] {
  const bySource = new WeakMap<Source, readonly T[]>(), byLibrary = new WeakMap<Library, readonly T[]>();
  return (library) => {
    let all = byLibrary.get(library);
    if (all) return all;
    let read = 0;
    all = [...library.sources].sort((a, b) => b.rank - a.rank).flatMap((source) => {
      if (read >= MOST_READ) return [];
      let own = bySource.get(source);
      if (!own) bySource.set(source, own = source.paragraphs.filter(({ kind }) => CONTENT_KINDS.has(kind)).flatMap((paragraph) => learn(paragraph, source)));
      read += source.raw.length;
      return own;
    });
    byLibrary.set(library, all);
    return all;
  };
}
