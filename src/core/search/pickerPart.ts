/**
 * Some entries of a picker with what finds them: folded words in one string, the openings among them in order, the other fields,
 * and their pinyin as long as letters are typed. A part holds no entry objects; entries that have gone are passed over by who asks.
 */
import { once } from '../library/once';
import { foldText } from '../text/fold';
import { charactersOf, type Characters } from './broken';
import { joinKeys, openingsOf, type JoinedKeys, type Openings } from './joined';
import type { PickerEntry } from './pickerTypes';
import { clausesOf } from './pinyin';
import { pinyinIndexOf, type PinyinSource } from './pinyinIndex';

/** Entries of a part are numbered from 0, here called slots. */
export interface PickerPart {
  /** By what each is known again (`PickerEntry.key`). */
  readonly keys: readonly unknown[];
  /** The folded words. */
  readonly joined: JoinedKeys;
  readonly openings: Openings;
  /** The other fields, folded, divided by blanks. */
  readonly fields: JoinedKeys;
  readonly pinyin: PinyinSource;
  /** Slots by the characters of their words; made at the first use. */
  readonly characters: () => Characters;
}

/** Offsets in the folded words at which a clause begins. */
function clauseStarts(words: string): number[] {
  const starts: number[] = [];
  let at = 0;
  for (const clause of clausesOf(words)) {
    starts.push(at);
    at += foldText(clause).length;
  }
  return starts;
}

export function pickerPart(entries: readonly PickerEntry[]): PickerPart {
  const joined = joinKeys(entries.map(({ words }) => foldText(words)));
  return {
    keys: entries.map((entry) => entry.key ?? entry),
    joined,
    openings: openingsOf(joined, (slot) => clauseStarts((entries[slot] as PickerEntry).words)),
    fields: joinKeys(entries.map(({ fields }) => fields.map(foldText).join(' '))),
    pinyin: pinyinIndexOf(entries.length),
    characters: charactersIn(joined),
  };
}

/** In a function of its own: what a part keeps must not hold the entries that it was made of. */
function charactersIn(joined: JoinedKeys): () => Characters {
  return once(() => charactersOf(Array.from({ length: joined.starts.length - 1 }, (_, slot) => wordsOf(joined, slot))));
}

/** The folded words of a slot. */
export function wordsOf({ text, starts }: JoinedKeys, slot: number): string {
  return text.slice(starts[slot], (starts[slot + 1] as number) - 1);
}

/** A part in a picker. */
export interface PlacedPart {
  readonly part: PickerPart;
  /** For each slot the number of its entry; -1 where it has gone. */
  readonly entries: Int32Array;
}

/** What a picker is made of; an array is one. Entries may be made each time they are asked for. */
export interface PickerEntries {
  readonly length: number;
  at(index: number): PickerEntry | undefined;
}

/** Entries of a part: making it is a slice that is hardly felt. */
export const PART = 4096;
/** A small part takes one that is not so many times as large in with it. */
const MERGE = 4;
/** Entries that have gone may be this share of a part. */
const MOST_GONE = 0.3;

/** Parts that are kept from before, and the entries of which new ones are to be made, part by part. */
export interface PartPlan {
  readonly kept: readonly PlacedPart[];
  readonly fresh: readonly Int32Array[];
}

export function planParts(entries: PickerEntries, before: readonly PlacedPart[]): PartPlan {
  const numbers = new Map<unknown, number>();
  if (before.length > 0) for (let i = 0; i < entries.length; i++) { const entry = entries.at(i) as PickerEntry; numbers.set(entry.key ?? entry, i); }
  const held = new Uint8Array(entries.length);
  const kept: (PlacedPart & { readonly live: number })[] = [];
  for (const { part } of before) {
    const placed = Int32Array.from(part.keys, (key) => { const number = numbers.get(key); return number === undefined || held[number] === 1 ? -1 : number; });
    const live = placed.reduce((sum, number) => (number < 0 ? sum : sum + 1), 0);
    if (live === 0 || live < part.keys.length * (1 - MOST_GONE)) continue;
    for (const number of placed) if (number >= 0) held[number] = 1;
    kept.push({ part, entries: placed, live });
  }
  let left = held.reduce((sum, one) => sum - one, entries.length);
  for (let last = kept.at(-1); left > 0 && last && last.live < left * MERGE && last.live + left <= PART; last = kept.at(-1)) {
    for (const number of last.entries) if (number >= 0) held[number] = 0;
    left += last.live;
    kept.pop();
  }
  const numbersLeft = new Int32Array(left);
  for (let i = 0, at = 0; i < entries.length; i++) if (held[i] === 0) numbersLeft[at++] = i;
  const fresh = Array.from({ length: Math.ceil(left / PART) }, (_, i) => numbersLeft.slice(i * PART, (i + 1) * PART));
  return { kept, fresh };
}
