/** What is only like the query, ranked by Fuse.js: among the few entries that share most of its characters, and among the short fields. */
import Fuse, { type IFuseOptions } from 'fuse.js';
import { foldText } from '../text/fold';
import type { Characters } from './broken';
import type { PickerEntry } from './pickerTypes';
import type { PickerEntries } from './pickerPart';

export interface Like {
  readonly entry: number;
  /** 0 to 1. */
  readonly likeness: number;
}

/** Fuse.js takes some 5 µs an entry and query: so many are ranked in a fraction of a millisecond. */
const MOST_RANKED = 40;
/** Words in Latin letters share all their letters: of these the openings are ranked, as long as they are few. */
const MOST_LATIN = 120;
const OPENING = 24;
/** A character that every fifth entry has tells nothing. */
const COMMON = 0.2;
/** Longest query that likeness is asked for: beyond, exact ways have had enough to go on. */
const LONGEST = 24;

const OPTIONS: IFuseOptions<string> = { threshold: 0.34, ignoreLocation: true, includeScore: true };

/** `folded` gives the folded words of an entry. */
export function likenessOf(entries: PickerEntries, folded: (entry: number) => string, characters: Characters): (query: string, limit: number) => Like[] {
  const byField = new Map<string, number[]>(), latin: number[] = [];
  for (let entry = 0; entry < entries.length; entry++) {
    const { fields, words } = entries.at(entry) as PickerEntry;
    for (const field of fields) {
      const of = byField.get(field);
      if (of) of.push(entry); else byField.set(field, [entry]);
    }
    if (latin.length < MOST_LATIN && /^[^\p{Script=Han}]*$/u.test(words)) latin.push(entry);
  }
  const names = [...byField.keys()];
  const fields = new Fuse(names.slice(0, MOST_LATIN), OPTIONS);
  const latinOpenings = new Fuse(latin.map((entry) => (entries.at(entry) as PickerEntry).words.slice(0, OPENING)), OPTIONS);
  const counts = new Uint8Array(entries.length);

  /** Entries that share most of the query's telling characters, the best first. */
  function sharing(query: string): number[] {
    const met: number[] = [];
    let telling = 0;
    for (const c of new Set(query)) {
      const holders = characters.holders(c.charCodeAt(0));
      if (holders.length > entries.length * COMMON && entries.length > MOST_RANKED) continue;
      telling++;
      for (const entry of holders) {
        if (counts[entry] === 0) met.push(entry);
        counts[entry] = (counts[entry] as number) + 1;
      }
    }
    const enough = met.filter((entry) => (counts[entry] as number) * 2 > telling);
    enough.sort((a, b) => (counts[b] as number) - (counts[a] as number) || a - b);
    for (const entry of met) counts[entry] = 0;
    return enough.slice(0, MOST_RANKED);
  }

  return (query, limit) => {
    if (query.length > LONGEST) return [];
    const best = new Map<number, number>();
    const add = (entry: number, score: number): void => { if (score > (best.get(entry) ?? 0)) best.set(entry, score); };
    if (/^[\x20-\x7e]+$/.test(query)) {
      for (const { refIndex, score = 1 } of latinOpenings.search(query, { limit })) add(latin[refIndex] as number, 1 - score);
    } else {
      const short = sharing(foldText(query));
      const ranked = new Fuse(short.map((entry) => folded(entry).slice(0, OPENING)), OPTIONS).search(foldText(query), { limit });
      for (const { refIndex, score = 1 } of ranked) add(short[refIndex] as number, 1 - score);
    }
    for (const { refIndex, score = 1 } of fields.search(query, { limit: 3 })) {
      for (const entry of (byField.get(names[refIndex] as string) ?? []).slice(0, limit)) add(entry, (1 - score) * 0.5);
    }
    return [...best].map(([entry, likeness]) => ({ entry, likeness })).sort((a, b) => b.likeness - a.likeness || a.entry - b.entry).slice(0, limit);
  };
}
