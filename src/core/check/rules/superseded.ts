/**
 * Wordings that the library has given up (domain: T-3): one step from a fixed wording; in dated sources only before a day, while
 * the fixed wording stands there only since then. Silent where a sentence speaks of the time before, and inside titles.
 */
import { evidenceOf } from '../../cite/evidence';
import type { Source } from '../../library/types';
import { findExact, unitsOf } from '../../search/finder';
import { sourceAt } from '../../search/libraryText';
import { foldText } from '../../text/fold';
import { nearMisses } from '../formulations/fixed';
import { inTitle, speaksOfBefore } from '../packs/packRule';
import type { CheckContext, ParagraphRule } from '../rule';

/** Each wording must stand in so many places and in so many sources. */
const PLACES = 3, SOURCES = 2;

export const supersededRule: ParagraphRule = {
  scope: 'paragraph', id: 'term.superseded', severity: 'warning', basis: null,
  check: ({ text }, context) => nearMisses(context.library, text).flatMap(({ start, end, folded, term }) => {
    if (inTitle(text, start)) return [];
    const changed = changeOf(context, folded, foldText(term.term));
    if (!changed || speaksOfBefore(text, start, end, changed.since)) return [];
    const slice = term.definition ?? term.context;
    const written = text.slice(start, end);
    return [{
      start, end,
      words: {
        'zh-cn': `库中自${changed.since}起用“${term.term}”（${changed.after}处），“${written}”最后见于${changed.until}`,
        en: `In the library “${term.term}” is written since ${changed.since} (${changed.after} places); “${written}” was last seen in ${changed.until}`,
      },
      source: slice ? evidenceOf(context.library, slice) : null,
      fixes: [{ edits: [{ start, end, newText: term.term }], preferred: false }],
    }];
  }),
};

interface Uses { readonly places: number; readonly dates: readonly string[]; readonly sources: number }

/** Since when the new wording stands in place of the old one; null where the dates do not show it. */
function changeOf(context: CheckContext, old: string, now: string): { readonly since: string; readonly until: string; readonly after: number } | null {
  const before = usesOf(context, old);
  if (!before || before.places < PLACES || before.sources < SOURCES) return null;
  const after = usesOf(context, now);
  if (!after || after.places < PLACES || after.sources < SOURCES) return null;
  const until = before.dates.at(-1) as string, since = after.dates[0] as string;
  // Of dates of different exactness only the years that both state can be compared.
  return until.slice(0, Math.min(until.length, since.length)) < since.slice(0, Math.min(until.length, since.length)) ? { since, until, after: after.places } : null;
}

/** Where a wording stands; null where a source that has it is not dated: then nobody knows when it was written. */
function usesOf(context: CheckContext, folded: string): Uses | null {
  const hits = findExact(context.finder, unitsOf(folded), 400);
  const sources = new Set<Source>();
  for (const { start } of hits) { const source = sourceAt(context.finder.index, start); if (source) sources.add(source); }
  const dates = [...sources].flatMap(({ date }) => (date ? [date] : [])).sort();
  return hits.length === 0 || dates.length < sources.size ? null : { places: hits.length, dates, sources: sources.size };
}
