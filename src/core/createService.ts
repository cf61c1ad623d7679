/** The service over a library: wiring, nothing else. */
import { checkContext, checkDraft, learningSteps } from './check/check';
import type { CheckResult, Draft } from './check/types';
import { browse, browseGroup } from './features/browse';
import { completeInDraft, completePrefix, pickItems } from './features/completion';
import { renderChart } from './features/figures/chart';
import { inScale } from './features/figures/scaling';
import { groupOf } from './features/figures/groups';
import { markPoint } from './features/figures/hover';
import { figureInsertion } from './features/figures/insertion';
import { figureList } from './features/figures/list';
import { findPassages } from './features/findPassages';
import { hoverAt } from './features/hover';
import { insertionById, offersOf, type Offers } from './features/items';
import { passagesFor } from './features/passagesPanel';
import { pictureById, pictureList } from './features/pictures';
import { reuseOf } from './features/reuse';
import { dated, placesAt } from './features/places';
import { readableSource } from './features/readableSource';
import { exportReferences, tidyReferences } from './features/references';
import { snippetsOf } from './features/snippets';
import { sourceCounts, sourceList, sourceSummaries, sourceText } from './features/sources';
import { termIndexOf, termUses } from './features/termHover';
import { once } from './library/once';
import { editGlossary, glossaryRow } from './library/glossaryEdit';
import type { Library, Source } from './library/types';
import { passageIndexOf } from './search/passages';
import type { PlacedPart } from './search/pickerPart';
import type { CheckOptions, LibraryService } from './service';

/** What a service hands on to the one that follows it: of what is the same in both nothing is made again. */
interface HandedOn { readonly picker: readonly PlacedPart[] }

const handedOn = new WeakMap<LibraryService, () => HandedOn>();

/**
 * The service over a library. What a request needs beyond the library (search structures, keys) is made when first asked for.
 * `before` is the service that this one follows.
 */
export function createService(library: Library, before: LibraryService | null = null): LibraryService {
  const byFile = new Map<string, Source>(library.sources.map((source) => [source.file, source]));
  // Nothing of the service before is held but this.
  let older = (before && handedOn.get(before)?.()) ?? { picker: [] };
  let made: Offers | null = null;
  const offers = (): Offers => {
    made ??= offersOf(library, older.picker);
    older = { picker: [] };
    return made;
  };
  const terms = once(() => termIndexOf(library.terms));
  const checks = once(() => checkContext(library));
  const passages = once(() => passageIndexOf(library.index));
  const learning = once(() => learningSteps(library));
  const counts = once(() => sourceCounts(library));
  // The hover asks for the verdicts of the draft that has just been checked: the last answer is kept.
  let last: { readonly draft: Draft; readonly options: CheckOptions; readonly result: CheckResult } | null = null;
  const check = (draft: Draft, options: CheckOptions): CheckResult => {
    const result = checkDraft(checks(), draft, options);
    last = { draft, options, result };
    return result;
  };
  const quotations = (draft: Draft) => (last && last.draft.text === draft.text && last.draft.language === draft.language ? last.result : check(draft, { locale: 'en' })).quotations;

  const service: LibraryService = {
    library,
    sources: () => sourceSummaries(library, counts()),
    sourceList: (query) => sourceList(library, counts(), query),
    text(file) {
      const source = byFile.get(file);
      return source ? sourceText(source) : null;
    },
    readable(file, locale) {
      const source = byFile.get(file);
      return source ? readableSource(source, locale) : null;
    },
    quotes: () => library.quotes,
    terms: () => library.terms,
    figures: () => library.figures,
    images: () => library.pictures,
    search: (query, limit) => findPassages(passages(), query, limit),
    define: (term) => terms().named(term),
    uses(term) {
      const found = terms().named(term);
      return found ? dated(library, termUses(library, found)) : [];
    },
    places: (draft, offset) => placesAt(library, terms(), quotations(draft), draft, offset),
    browse: (query, by) => browse(offers(), query, by),
    browseGroup: (query, by, kind, name) => browseGroup(offers(), query, by, kind, name),
    editGlossary, glossaryRow,
    complete: (prefix, limit, options) => completePrefix(offers(), prefix, limit, options),
    completeDraft: (draft, offset, limit, options) => completeInDraft(offers(), draft, offset, limit, options),
    pick: (query, limit) => pickItems(offers(), query, limit),
    prepare: (entries, letters) => offers().picker.prepare(entries, letters),
    forgetLetters() { made?.picker.forgetLetters(); },
    learn(sources) {
      for (let i = 0; i < sources; i++) if (learning().next().done) return true;
      return false;
    },
    insertion: (item, options) => insertionById(library, offers(), item, options),
    tidyReferences,
    references: (draft, form) => exportReferences([...offers().sources.values()], draft, quotations(draft), form),
    snippets: (options) => snippetsOf(offers(), options),
    hover: (draft, offset) => hoverAt({ library, terms: terms(), quotations, quotesWith: (forms, most) => offers().quotesWith(forms, most).map(({ item }) => item) }, draft, offset),
    passages(draft, offset, limit) {
      const answer = passagesFor(passages(), draft, offset, limit);
      return answer && { ...answer, reuse: reuseOf(checks().finder, draft, answer.sentence) };
    },
    check,
    pictureList: (query) => pictureList(library, query),
    picture: (id) => pictureById(library, id),
    figureList: (query) => figureList(library, query),
    figureGroup: (id) => groupOf(library, id),
    chart(group, theme, marked, size, { locale, scale } = { locale: 'zh-cn', scale: null }) {
      const spec = groupOf(library, group, locale)?.chart;
      return spec ? renderChart(inScale(marked === null ? spec : markPoint(spec, marked), scale, locale), theme, size) : null;
    },
    figureInsertion(group, language, locale, scale) {
      const found = groupOf(library, group);
      return found ? figureInsertion(found, language, locale, scale) : null;
    },
  };
  handedOn.set(service, () => (made ? { picker: made.picker.parts } : older));
  return service;
}
