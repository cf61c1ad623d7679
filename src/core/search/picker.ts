/**
 * Finds quotations and terms by what a writer types: characters (also with a gap or a wrong one among them), pinyin, pinyin
 * initials, speaker, title, year. Exact ways are looked for in joined keys; what they leave open Fuse.js ranks in the short
 * fields, where it is quick enough.
 */
import Fuse from 'fuse.js';
import { foldText } from '../text/fold';
import { findInKeys, joinKeys } from './joined';
import { pinyinKeys } from './pinyin';

export interface PickerEntry {
  /** The words themselves. */
  readonly words: string;
  /** Other fields it may be asked for by: speaker, occasion, source. */
  readonly fields: readonly string[];
  /** `2023-09-10` or null. */
  readonly date: string | null;
  /** 0 to 1: what comes first among equals. */
  readonly weight: number;
}

export interface PickerHit {
  readonly entry: number;
  /** Higher is better; comparable within one answer. */
  readonly score: number;
  /** Whether the words begin with the query, or a clause of them does; in characters, pinyin or initials. */
  readonly opening: boolean;
}

export interface Picker {
  readonly entries: readonly PickerEntry[];
  /**
   * Best first. An empty query gives all entries by weight. Several words divided by blanks must all be met.
   * `exact` leaves out what is met with a gap, a wrong character or by likeness only.
   */
  find(query: string, limit: number, exact?: boolean): PickerHit[];
}

/** Scores of the ways to meet a query; the order is what matters. */
const EXACT = { whole: 120, opening: 100, clause: 85, inside: 70, initials: 62, pinyin: 60, field: 50, year: 48, gap: 40, wrong: 32, fuzzy: 20 } as const;
/** Fuse.js takes some 10 ms for two thousand short keys; beyond that a keystroke would be felt. */
const FUSE_ENTRIES = 2000;
const FUSE_OPENING = 24;

/** Offsets in the folded words at which a clause begins. */
function clauseStarts(words: string): ReadonlySet<number> {
  const starts = new Set<number>([0]);
  let at = 0;
  for (const clause of words.split(/(?<=[，。；：！？、,;:!?])/u)) {
    starts.add(at);
    at += foldText(clause).length;
  }
  return starts;
}

export function createPicker(entries: readonly PickerEntry[]): Picker {
  const folded = entries.map(({ words }) => foldText(words));
  const clauses = entries.map(({ words }) => clauseStarts(words));
  const joinedWords = joinKeys(folded);
  const joinedFields = joinKeys(entries.map(({ fields }) => fields.map(foldText).join(' ')));
  // Pinyin and Fuse's index are made with the first query that needs them: characters alone need neither.
  let pinyin: { readonly full: ReturnType<typeof joinKeys>; readonly initials: ReturnType<typeof joinKeys>; readonly fieldInitials: ReturnType<typeof joinKeys> } | null = null;
  let fuse: Fuse<{ opening: string; fields: readonly string[] }> | null = null;
  let postings: Map<string, number[]> | null = null;

  function pinyinIndex() {
    return (pinyin ??= {
      full: joinKeys(entries.map(({ words }) => pinyinKeys(words).full)),
      initials: joinKeys(entries.map(({ words }) => pinyinKeys(words).initials)),
      fieldInitials: joinKeys(entries.map(({ fields }) => fields.map((field) => pinyinKeys(field).initials).join(' '))),
    });
  }

  /** Entries by character, each entry once. */
  function characterIndex() {
    if (!postings) {
      postings = new Map();
      folded.forEach((text, entry) => {
        for (const c of new Set(text)) {
          const list = postings?.get(c);
          if (list) list.push(entry); else postings?.set(c, [entry]);
        }
      });
    }
    return postings;
  }

  /** Best score of each entry for one word of the query. */
  function meet(word: string, limit: number, exact: boolean): Map<number, { score: number; opening: boolean }> {
    const met = new Map<number, { score: number; opening: boolean }>();
    const add = (entry: number, score: number, opening = false) => {
      const before = met.get(entry);
      if (!before || before.score < score) met.set(entry, { score, opening });
    };
    const text = foldText(word);
    if (text === '') return met;
    findInKeys(joinedWords, text, (entry, at) => {
      const whole = folded[entry] === text;
      const clause = clauses[entry]?.has(at) ?? false;
      add(entry, whole ? EXACT.whole : at === 0 ? EXACT.opening : clause ? EXACT.clause : EXACT.inside, at === 0 || clause);
    });
    findInKeys(joinedFields, text, (entry) => add(entry, EXACT.field));
    if (/^\d{4}$/.test(text)) entries.forEach(({ date }, entry) => { if (date?.startsWith(text)) add(entry, EXACT.year); });
    if (/^[a-z]+$/.test(text)) meetPinyin(text, add);
    else if (!exact && met.size < limit && text.length >= 3) meetBroken(text, add);
    return met;
  }

  function meetPinyin(letters: string, add: (entry: number, score: number, opening?: boolean) => void): void {
    const { full, initials, fieldInitials } = pinyinIndex();
    findInKeys(initials, letters, (entry, at) => add(entry, EXACT.initials + (at === 0 ? 30 : 0), at === 0));
    // A syllable is met from its beginning: the first place may lie inside one, so all places of a key are looked at.
    const seen = new Set<number>();
    findInKeys(full, letters, (entry) => {
      if (seen.has(entry)) return;
      seen.add(entry);
      const keys = pinyinKeys((entries[entry] as PickerEntry).words);
      const start = keys.starts.findIndex((at) => keys.full.startsWith(letters, at));
      if (start >= 0) add(entry, EXACT.pinyin + (start === 0 ? 30 : 0), start === 0);
    });
    if (letters.length >= 2) findInKeys(fieldInitials, letters, (entry, at) => { if (at === 0) add(entry, EXACT.field); });
  }

  /** Characters with a gap among them, or with one wrong: 科创新 or 科机创新 for 科技创新. */
  function meetBroken(text: string, add: (entry: number, score: number) => void): void {
    const index = characterIndex();
    const counts = new Map<number, number>();
    const characters = [...new Set(text)];
    for (const c of characters) for (const entry of index.get(c) ?? []) counts.set(entry, (counts.get(entry) ?? 0) + 1);
    for (const [entry, count] of counts) {
      if (count < characters.length - (text.length >= 4 ? 1 : 0)) continue;
      const words = folded[entry] as string;
      const spread = count === characters.length ? shortestSpread(words, text) : Infinity;
      if (spread <= text.length * 3 + 6) add(entry, EXACT.gap - Math.min(8, spread - text.length));
      else if (text.length >= 4 && hasOneWrong(words, text)) add(entry, EXACT.wrong);
    }
  }

  function meetFuzzy(query: string, limit: number): PickerHit[] {
    if (entries.length > FUSE_ENTRIES) return [];
    fuse ??= new Fuse(entries.map(({ words, fields }) => ({ opening: words.slice(0, FUSE_OPENING), fields })), {
      keys: [{ name: 'opening', weight: 2 }, 'fields'], threshold: 0.34, ignoreLocation: true, includeScore: true, shouldSort: true,
    });
    return fuse.search(query, { limit }).map(({ refIndex, score = 1 }) => ({ entry: refIndex, score: EXACT.fuzzy * (1 - score), opening: false }));
  }

  return {
    entries,
    find(query, limit, exact = false) {
      const words = query.trim().split(/\s+/).filter(Boolean);
      const order = (a: PickerHit, b: PickerHit) => b.score - a.score || (folded[a.entry] as string).length - (folded[b.entry] as string).length || a.entry - b.entry;
      const weighted = (entry: number, score: number) => score + 10 * (entries[entry] as PickerEntry).weight;
      if (words.length === 0) return entries.map((_, entry) => ({ entry, score: weighted(entry, 0), opening: false })).sort((a, b) => b.score - a.score || a.entry - b.entry).slice(0, limit);
      let hits: Map<number, { score: number; opening: boolean }> | null = null;
      for (const word of words) {
        const met = meet(word, limit, exact);
        if (!hits) { hits = met; continue; }
        const both = new Map<number, { score: number; opening: boolean }>();
        for (const [entry, one] of hits) {
          const other = met.get(entry);
          if (other) both.set(entry, { score: (one.score + other.score) / 2, opening: one.opening || other.opening });
        }
        hits = both;
      }
      const found = [...(hits ?? [])].map(([entry, { score, opening }]) => ({ entry, score: weighted(entry, score), opening })).sort(order).slice(0, limit);
      if (exact || found.length >= limit || query.trim().length < 3) return found;
      const known = new Set(found.map(({ entry }) => entry));
      return [...found, ...meetFuzzy(query.trim(), limit).filter(({ entry }) => !known.has(entry))].slice(0, limit);
    },
  };
}

/** Length of the shortest stretch that holds the characters in their order; Infinity where there is none. */
function shortestSpread(words: string, query: string): number {
  let best = Infinity;
  for (let start = words.indexOf(query[0] as string); start >= 0; start = words.indexOf(query[0] as string, start + 1)) {
    let at = start;
    for (let i = 1; i < query.length && at >= 0; i++) at = words.indexOf(query[i] as string, at + 1);
    if (at < 0) break;
    best = Math.min(best, at - start + 1);
  }
  return best;
}

/** Whether the query stands in the words with exactly one character replaced, one missing or one too many. */
function hasOneWrong(words: string, query: string): boolean {
  // One half of the query is right then; the other half is compared from there.
  const half = query.length >> 1;
  const near = (a: string, b: string) => {
    let i = 0;
    while (i < a.length && i < b.length && a[i] === b[i]) i++;
    return a.slice(i + 1).startsWith(b.slice(i + 1)) || a.slice(i).startsWith(b.slice(i + 1)) || a.slice(i + 1).startsWith(b.slice(i));
  };
  const reverse = (s: string) => [...s].reverse().join('');
  const left = query.slice(0, half), right = query.slice(half);
  for (let at = words.indexOf(left); at >= 0; at = words.indexOf(left, at + 1)) {
    if (near(words.slice(at + half, at + half + right.length + 1), right)) return true;
  }
  for (let at = words.indexOf(right); at >= 0; at = words.indexOf(right, at + 1)) {
    if (near(reverse(words.slice(Math.max(0, at - left.length - 1), at)), reverse(left))) return true;
  }
  return false;
}
