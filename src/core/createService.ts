/** The service over a library: wiring, nothing else. */
import { completeInDraft, completePrefix, pickItems } from './features/completion';
import { insertionById, offersOf } from './features/items';
import { readableSource } from './features/readableSource';
import { sourceSummaries, sourceText } from './features/sources';
import { findPassages } from './features/findPassages';
import { buildPassageIndex } from './search/passages';
import { once } from './library/buildLibrary';
import type { Library } from './library/types';
import type { LibraryService } from './service';

/** The service over a library. What a request needs beyond the library (search structures, keys) is made when first asked for. */
export function createService(library: Library): LibraryService {
  const bySource = (file: string) => library.sources.find((source) => source.file === file) ?? null;
  const passages = once(() => buildPassageIndex(library.passages));
  const offers = once(() => offersOf(library));
  return {
    library,
    sources: () => sourceSummaries(library),
    text(file) {
      const source = bySource(file);
      return source && sourceText(source);
    },
    readable(file, locale) {
      const source = bySource(file);
      return source && readableSource(source, locale);
    },
    quotes: () => library.quotes,
    terms: () => library.terms,
    figures: () => library.figures,
    images: () => library.pictures,
    search: (query, limit) => findPassages(library, passages(), query, limit),
    define: () => null,
    uses: () => [],
    complete: (prefix, limit, options) => completePrefix(offers(), prefix, limit, options),
    completeDraft: (draft, offset, limit, options) => completeInDraft(offers(), draft, offset, limit, options),
    pick: (query, limit) => pickItems(offers(), query, limit),
    insertion: (item, options) => insertionById(library, offers(), item, options),
    hover: () => null,
    passages: () => null,
    check: () => ({ findings: [], quotations: [], figures: [] }),
    figureGroups: () => [],
    chart: () => null,
    figureInsertion: () => null,
  };
}
