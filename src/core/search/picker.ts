/**
 * Finds quotations and terms by what a writer types: characters (also with gaps or a wrong one among them), pinyin, pinyin
 * initials, speaker, occasion, title, year. What begins something is one range of an ordered list, what stands inside is found in
 * joined keys, broken queries by their rarest characters. What all these leave open Fuse.js ranks among short lists. All this is
 * kept by parts, so that a change of the library costs what has changed.
 */
import { foldText } from '../text/fold';
import { brokenIn, candidates, type Characters } from './broken';
import { findInKeys, findOpenings } from './joined';
import { likenessOf } from './likeness';
import { PART, pickerPart, planParts, wordsOf, type PickerEntries, type PickerPart, type PlacedPart } from './pickerPart';
import type { EntryAt, PinyinIndex } from './pinyinIndex';
import { createTally, type Tally } from './tally';
import type { PickerEntry, PickerHit } from './pickerTypes';

export interface Picker {
  /** What it is made of, so far; a later picker takes over what is the same in it. */
  readonly parts: readonly PlacedPart[];
  /**
   * Best first. An empty query gives all entries by weight. Several words divided by blanks must all be met.
   * `exact` leaves out what is met with a gap, a wrong character or by likeness only.
   */
  find(query: string, limit: number, exact?: boolean): PickerHit[];
  /** All entries whose folded words hold these, in no order. */
  holding(folded: string): number[];
  /**
   * Makes some more of what finds entries, with `letters` last the pinyin of so many more; true when all is there. A query that
   * comes before has all that is found by characters; by letters it has all where little is missing, else what is there already.
   */
  prepare(entries: number, letters: boolean): boolean;
  /** Lets go of the pinyin; it is made again when it is asked for. */
  forgetLetters(): void;
}

/** Scores of the ways to meet a query; the order is what matters. A weight adds up to 10. */
const SCORES = {
  whole: 140, opening: 120, clause: 105, inside: 90,
  initials: { opening: 92, clause: 78, inside: 62 }, pinyin: { opening: 90, clause: 76, inside: 60 },
  field: 50, year: 48, gap: 40, wrong: 30, like: 18,
} as const;
const WEIGHT = 10;
/** Fewest characters that are looked for in broken form, fewest that likeness is asked for. */
const FEWEST_BROKEN = 3;

/** Pinyin of so many entries is made within a request that needs it; of more, what is there answers. */
const AT_ONCE = 3000;
/** Letters whose holders are kept. */
const HELD = 64;

/** `before` are the parts of a picker that this one follows: of entries that are the same in both nothing is made again. */
export function createPicker(entries: PickerEntries, before: readonly PlacedPart[] = []): Picker {
  const { kept, fresh } = planParts(entries, before);
  const parts = [...kept], waiting = [...fresh];
  /** Of each entry its part and slot. */
  const places = new Uint32Array(entries.length);
  const place = ({ entries: numbers }: PlacedPart, part: number): void => numbers.forEach((entry, slot) => { if (entry >= 0) places[entry] = part * PART + slot; });
  parts.forEach(place);
  const weights = Float64Array.from({ length: entries.length }, (_, entry) => (entries.at(entry) as PickerEntry).weight * WEIGHT);
  const tally = createTally(entries.length, weights, (entry) => {
    const { starts } = partOf(entry).joined, slot = (places[entry] as number) % PART;
    return (starts[slot + 1] as number) - (starts[slot] as number);
  });
  let byWeight: readonly number[] | null = null;
  let likeness: ReturnType<typeof likenessOf> | null = null;

  const partOf = (entry: number): PickerPart => (parts[Math.floor((places[entry] as number) / PART)] as PlacedPart).part;
  const wordsAt = (entry: number): string => wordsOf(partOf(entry).joined, (places[entry] as number) % PART);
  /** All parts. */
  const all = (): readonly PlacedPart[] => { while (waiting.length > 0) makePart(); return parts; };

  function makePart(): void {
    const numbers = waiting.shift();
    if (!numbers) return;
    const placed = { part: pickerPart(Array.from(numbers, (entry) => entries.at(entry) as PickerEntry)), entries: numbers };
    place(placed, parts.push(placed) - 1);
  }

  /** Who holds a letter, for the last letters asked for: each key of a word asks for those before it again. */
  const held = new Map<number, Uint32Array>();
  const characters: Characters = {
    holders(unit) {
      let found = held.get(unit);
      if (found) return found;
      const holders: number[] = [];
      for (const { part, entries: numbers } of all()) for (const slot of part.characters().holders(unit)) if ((numbers[slot] as number) >= 0) holders.push(numbers[slot] as number);
      found = Uint32Array.from(holders).sort();
      if (held.size >= HELD) held.clear();
      held.set(unit, found);
      return found;
    },
  };

  /** Calls `hit` with the entry of a slot, where it has not gone. */
  const toEntry = ({ entries: numbers }: PlacedPart, hit: (entry: number, at: number) => void) => (slot: number, at: number): void => {
    const entry = numbers[slot] as number;
    if (entry >= 0) hit(entry, at);
  };

  /** Scores all that meets one word of the query. `enough`: what begins with it suffices when there is so much of it. */
  function meet(text: string, enough: number, exact: boolean): void {
    meetCharacters(text, enough);
    const letters = /^[a-z]+$/.test(text);
    if (letters) meetPinyin(text, enough);
    if (tally.size() >= enough) return;
    for (const one of all()) findInKeys(one.part.fields, text, toEntry(one, (entry) => tally.add(entry, SCORES.field)));
    if (/^\d{4,8}$/.test(text)) meetDate(text);
    if (!exact && !letters && tally.size() < enough && text.length >= FEWEST_BROKEN) meetBroken(text);
  }

  function meetCharacters(text: string, enough: number): void {
    for (const one of all()) {
      const { starts } = one.part.joined;
      findOpenings(one.part.openings, text, (slot, at) => {
        const entry = one.entries[slot] as number, whole = (starts[slot + 1] as number) - (starts[slot] as number) - 1 === text.length;
        if (entry >= 0) tally.add(entry, at > 0 ? SCORES.clause : whole ? SCORES.whole : SCORES.opening, true);
      });
    }
    if (tally.size() < enough) for (const one of all()) findInKeys(one.part.joined, text, toEntry(one, (entry) => tally.add(entry, SCORES.inside)));
  }

  /** Parts whose pinyin is there; where little is missing it is made. */
  function withPinyin(): { readonly one: PlacedPart; readonly index: PinyinIndex }[] {
    const missing = all().reduce((sum, { part }) => (part.pinyin.ready ? sum : sum + part.keys.length), 0);
    return parts.filter(({ part }) => missing <= AT_ONCE || part.pinyin.ready).map((one) => ({ one, index: one.part.pinyin.index(entryIn(one)) }));
  }

  /** The entries of a part, as its pinyin is made of them; of one that has gone only the words are left. */
  const entryIn = ({ part, entries: numbers }: PlacedPart): EntryAt => (slot) => {
    const entry = numbers[slot] as number;
    return entry < 0 ? { words: wordsOf(part.joined, slot), fields: [] } : entries.at(entry) as PickerEntry;
  };

  function meetPinyin(letters: string, enough: number): void {
    const ready = withPinyin();
    for (const { one, index } of ready) {
      for (const [way, scores] of [['initials', SCORES.initials], ['full', SCORES.pinyin]] as const) {
        findOpenings(index[way].openings, letters, toEntry(one, (entry, at) => tally.add(entry, at === 0 ? scores.opening : scores.clause, true)));
      }
    }
    if (tally.size() >= enough) return;
    for (const { one, index } of ready) {
      findInKeys(index.initials.joined, letters, toEntry(one, (entry) => tally.add(entry, SCORES.initials.inside)));
      // A syllable is met from its beginning.
      findInKeys(index.full.joined, letters, toEntry(one, (entry) => tally.add(entry, SCORES.pinyin.inside)), index.beginsSyllable);
      if (letters.length >= 2) findOpenings(index.fields, letters, toEntry(one, (entry) => tally.add(entry, SCORES.field)));
    }
  }

  function meetDate(digits: string): void {
    for (let entry = 0; entry < entries.length; entry++) if (entries.at(entry)?.date?.replaceAll('-', '').startsWith(digits)) tally.add(entry, SCORES.year);
  }

  function meetBroken(text: string): void {
    for (const entry of candidates(characters, text)) {
      if (tally.has(entry)) continue;
      const broken = brokenIn(wordsAt(entry), text);
      if (broken) tally.add(entry, (broken.missing ? SCORES.wrong : SCORES.gap) - Math.min(8, (broken.spread - text.length + broken.missing) / 2));
    }
  }

  return {
    parts,
    holding(folded) {
      const found: number[] = [];
      for (const one of all()) findInKeys(one.part.joined, folded, toEntry(one, (entry) => found.push(entry)));
      return found;
    },
    prepare(count, letters) {
      if (waiting.length > 0) { makePart(); return false; }
      const next = letters ? parts.find(({ part }) => !part.pinyin.ready) : undefined;
      return !next || (next.part.pinyin.prepare(entryIn(next), count) && parts.every(({ part }) => part.pinyin.ready));
    },
    forgetLetters() { for (const { part } of parts) part.pinyin.forget(); },
    find(query, limit, exact = false) {
      const wanted = query.split(/\s+/).map(foldText).filter(Boolean);
      if (wanted.length === 0) {
        if (query.trim()) return [];
        byWeight ??= Array.from(weights, (_, entry) => entry).sort((a, b) => (weights[b] as number) - (weights[a] as number) || a - b);
        return byWeight.slice(0, limit).map((entry) => ({ entry, score: weights[entry] as number, opening: false }));
      }
      tally.clear();
      if (wanted.length === 1) meet(wanted[0] as string, limit, exact);
      else meetAll(wanted, tally, (text) => meet(text, Infinity, exact));
      const found = tally.best(limit);
      if (exact || found.length >= limit || query.trim().length < FEWEST_BROKEN) return found;
      const known = new Set(found.map(({ entry }) => entry));
      likeness ??= likenessOf(entries, wordsAt, characters);
      const like = likeness(query.trim(), limit).filter(({ entry }) => !known.has(entry));
      return [...found, ...like.map(({ entry, likeness: share }) => ({ entry, score: SCORES.like * share, opening: false }))].slice(0, limit);
    },
  };
}

/** Leaves in the tally what meets every word, with the mean of the scores. */
function meetAll(wanted: readonly string[], tally: Tally, meet: (text: string) => void): void {
  let all: Map<number, { readonly score: number; readonly opening: boolean }> | null = null;
  for (const text of wanted) {
    tally.clear();
    meet(text);
    const met = new Map<number, { readonly score: number; readonly opening: boolean }>();
    for (const entry of tally.entries()) {
      const before = all?.get(entry);
      if (all && !before) continue;
      const one = { score: tally.scoreOf(entry), opening: tally.isOpening(entry) };
      met.set(entry, { score: one.score + (before?.score ?? 0), opening: one.opening || (before?.opening ?? false) });
    }
    all = met;
  }
  tally.clear();
  for (const [entry, { score, opening }] of all ?? []) tally.add(entry, score / wanted.length, opening);
}
