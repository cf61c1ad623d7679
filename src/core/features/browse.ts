/** What a library holds, as a list to look through: quotations by speaker, year or source, terms by kind; all of it or what a query finds. */
import type { Offer, Offers } from './items';
import type { Item } from './types';

export type Grouping = 'speaker' | 'year' | 'source';

/** A group of the list. `name` is null where the sources do not say (no speaker, no date). */
export interface BrowseGroup {
  readonly kind: 'quote' | 'term';
  readonly name: string | null;
  readonly count: number;
}

export interface BrowseList {
  readonly quotes: number;
  readonly terms: number;
  readonly groups: readonly BrowseGroup[];
}

interface Sorted {
  readonly group: BrowseGroup;
  readonly offers: readonly Offer[];
}

function nameOf({ item, insertable }: Offer, by: Grouping): string | null {
  if (item.kind === 'term') return item.termKind ?? null;
  switch (by) {
    case 'speaker': return insertable.speaker;
    case 'year': return insertable.date?.slice(0, 4) ?? null;
    case 'source': return insertable.source.title ?? insertable.source.file;
  }
}

/** Groups in the order in which they are shown: years and sources latest first, the others by how much they hold; what is not stated last. */
function sortedGroups(offers: Offers, query: string, by: Grouping): Sorted[] {
  const found = query.trim() === '' ? Array.from({ length: offers.count }, (_, entry) => offers.at(entry)) : offers.picker.find(query, offers.count).map(({ entry }) => offers.at(entry));
  const groups = new Map<string, { name: string | null; kind: 'quote' | 'term'; offers: Offer[] }>();
  for (const offer of found) {
    const name = nameOf(offer, by), kind = offer.item.kind;
    const key = `${kind} ${name ?? ''}`;
    const group = groups.get(key);
    if (group) group.offers.push(offer); else groups.set(key, { name, kind, offers: [offer] });
  }
  const dateOf = ({ offers: [first] }: { offers: readonly Offer[] }): string => (by === 'year' ? first?.insertable.date : first?.insertable.source.date) ?? '';
  const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
  return [...groups.values()]
    .sort((a, b) => order(a.kind, b.kind) || Number(a.name === null) - Number(b.name === null)
      || (a.kind === 'quote' && by !== 'speaker' ? order(dateOf(b), dateOf(a)) : b.offers.length - a.offers.length) || order(a.name ?? '', b.name ?? ''))
    .map(({ name, kind, offers: held }) => ({ group: { kind, name, count: held.length }, offers: held }));
}

/** The groups of what a query finds, without what they hold. */
export function browse(offers: Offers, query: string, by: Grouping): BrowseList {
  const groups = sortedGroups(offers, query, by).map(({ group }) => group);
  const sum = (kind: 'quote' | 'term'): number => groups.reduce((n, group) => (group.kind === kind ? n + group.count : n), 0);
  return { quotes: sum('quote'), terms: sum('term'), groups };
}

/** What a group holds: of quotations the latest first, or, for a query, the best first; terms as the library ranks them. */
export function browseGroup(offers: Offers, query: string, by: Grouping, kind: 'quote' | 'term', name: string | null): Item[] {
  const held = sortedGroups(offers, query, by).find(({ group }) => group.kind === kind && group.name === name)?.offers ?? [];
  const dateOf = ({ insertable }: Offer): string => insertable.date ?? insertable.source.date ?? '';
  const sorted = kind === 'quote' && query.trim() === '' ? [...held].sort((a, b) => (dateOf(a) < dateOf(b) ? 1 : dateOf(a) > dateOf(b) ? -1 : 0)) : held;
  return sorted.map(({ item }) => item);
}
