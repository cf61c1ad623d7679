/** What the library says the items of its counted names are. */
import type { Evidence } from '../types';
import { evidenceAt } from '../../cite/evidence';
import type { Library, Paragraph, Source } from '../../library/types';
import { toSimplified } from '../../text/script';
import { announcedList, affixLists, countedNames, type Enumeration } from './enumeration';
import { fromSources } from './perSource';

export interface CountedList {
  readonly name: string;
  readonly counted: string;
  readonly items: readonly string[];
  readonly source: Evidence;
}

interface Learnt extends CountedList { readonly rank: number }

/**
 * A list is learnt where a name and a list of just so many items stand in one paragraph: announced by the name, or every item with
 * the counted word. The text is read in Simplified characters, whose offsets are those of the paragraph.
 */
const learnt = fromSources((paragraph: Paragraph, source: Source): Learnt[] => {
  if (paragraph.damaged.length > 0) return [];
  const text = toSimplified(paragraph.text);
  return countedNames(text).flatMap((name) => {
    const announced = announcedList(text, name);
    const lists = [...(announced ? [announced] : []), ...affixLists(text, name.counted)].filter(({ items }) => items.length === name.count && new Set(items.map((item) => item.text)).size === name.count);
    const [list] = lists;
    return list ? [{ name: name.name, counted: name.counted, items: list.items.map((item) => item.text), source: evidenceOf(paragraph, source, list), rank: source.rank }] : [];
  });
});

function evidenceOf(paragraph: Paragraph, source: Source, { start, end }: Enumeration): Evidence {
  return evidenceAt(source, paragraph.map.span({ start, end }), paragraph.text.slice(start, end));
}

/** Learns from one source ahead of the first question. */
export const learnLists = (source: Source): void => { learnt.learn(source); };

const known = new WeakMap<Library, ReadonlyMap<string, CountedList>>();

/** The lists by their name. A name that sources spell out differently is nobody's to check. */
export function countedLists(library: Library): ReadonlyMap<string, CountedList> {
  let lists = known.get(library);
  if (lists) return lists;
  const byName = new Map<string, Learnt[]>();
  for (const one of learnt(library)) byName.set(one.name, [...(byName.get(one.name) ?? []), one]);
  const sure = new Map<string, CountedList>();
  for (const [name, all] of byName) {
    const [best] = all;
    if (best && all.every((one) => one.items.join('、') === best.items.join('、'))) sure.set(name, best);
  }
  known.set(library, lists = sure);
  return lists;
}
