/**
 * Finds quotations and terms by what a writer types: characters (also with gaps or a wrong one among them), pinyin, pinyin
 * initials, speaker, occasion, title, year. What begins something is one range of an ordered list, what stands inside is found in
 * joined keys, broken queries by their rarest characters. What all these leave open Fuse.js ranks among short lists.
 */
import { foldText } from '../text/fold';
import { brokenIn, candidates, charactersOf } from './broken';
import { findInKeys, findOpenings, joinKeys, openingsOf, type JoinedKeys, type Openings } from './joined';
import { likenessOf } from './likeness';
import { pinyinIndexOf, type PinyinIndex } from './pinyinIndex';
import { createTally, type Tally } from './tally';
import type { PickerEntry, PickerHit } from './pickerTypes';

export interface Picker {
  readonly entries: readonly PickerEntry[];
  /**
   * Best first. An empty query gives all entries by weight. Several words divided by blanks must all be met.
   * `exact` leaves out what is met with a gap, a wrong character or by likeness only.
   */
  find(query: string, limit: number, exact?: boolean): PickerHit[];
  /**
   * Makes the pinyin of some more entries, so that no query has to wait for all of them; true when all are there.
   * A query by letters that comes before makes the rest.
   */
  prepare(entries: number): boolean;
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

/** Offsets in the folded words at which a clause begins. */
function clauseStarts(words: string): number[] {
  const starts: number[] = [];
  let at = 0;
  for (const clause of words.split(CLAUSE_END)) {
    starts.push(at);
    at += foldText(clause).length;
  }
  return starts;
}
const CLAUSE_END = /(?<=[，。；：！？、,;:!?])/u;

interface Words {
  readonly folded: readonly string[];
  readonly joined: JoinedKeys;
  readonly openings: Openings;
  readonly fields: JoinedKeys;
}

function wordsOf(entries: readonly PickerEntry[]): Words {
  const folded = entries.map(({ words }) => foldText(words));
  const joined = joinKeys(folded);
  return {
    folded, joined,
    openings: openingsOf(joined, (key) => clauseStarts((entries[key] as PickerEntry).words)),
    fields: joinKeys(entries.map(({ fields }) => fields.map(foldText).join(' '))),
  };
}

export function createPicker(entries: readonly PickerEntry[]): Picker {
  const words = wordsOf(entries);
  const pinyin = pinyinIndexOf(entries, CLAUSE_END);
  const weights = Float64Array.from(entries, ({ weight }) => weight * WEIGHT);
  const tally = createTally(entries.length, weights, (entry) => (words.folded[entry] as string).length);
  const byWeight = entries.map((_, entry) => entry).sort((a, b) => (weights[b] as number) - (weights[a] as number) || a - b);
  // What broken queries and likeness need is made with the first of them.
  let characters: ReturnType<typeof charactersOf> | null = null;
  let likeness: ReturnType<typeof likenessOf> | null = null;
  const characterIndex = () => (characters ??= charactersOf(words.folded));

  /** Scores all that meets one word of the query. `enough`: what begins with it suffices when there is so much of it. */
  function meet(text: string, enough: number, exact: boolean): void {
    meetCharacters(text, enough);
    const letters = /^[a-z]+$/.test(text);
    if (letters) meetPinyin(pinyin(), text, enough);
    if (tally.size() >= enough) return;
    findInKeys(words.fields, text, (entry) => tally.add(entry, SCORES.field));
    if (/^\d{4,8}$/.test(text)) entries.forEach(({ date }, entry) => { if (date?.replaceAll('-', '').startsWith(text)) tally.add(entry, SCORES.year); });
    if (!exact && !letters && tally.size() < enough && text.length >= FEWEST_BROKEN) meetBroken(text);
  }

  function meetCharacters(text: string, enough: number): void {
    findOpenings(words.openings, text, (entry, at) => {
      tally.add(entry, at > 0 ? SCORES.clause : words.folded[entry] === text ? SCORES.whole : SCORES.opening, true);
    });
    if (tally.size() < enough) findInKeys(words.joined, text, (entry) => tally.add(entry, SCORES.inside));
  }

  function meetPinyin(index: PinyinIndex, letters: string, enough: number): void {
    for (const [way, scores] of [['initials', SCORES.initials], ['full', SCORES.pinyin]] as const) {
      findOpenings(index[way].openings, letters, (entry, at) => tally.add(entry, at === 0 ? scores.opening : scores.clause, true));
    }
    if (tally.size() >= enough) return;
    findInKeys(index.initials.joined, letters, (entry) => tally.add(entry, SCORES.initials.inside));
    // A syllable is met from its beginning.
    findInKeys(index.full.joined, letters, (entry) => tally.add(entry, SCORES.pinyin.inside), index.beginsSyllable);
    if (letters.length >= 2) findOpenings(index.fields, letters, (entry) => tally.add(entry, SCORES.field));
  }

  function meetBroken(text: string): void {
    for (const entry of candidates(characterIndex(), text)) {
      if (tally.has(entry)) continue;
      const broken = brokenIn(words.folded[entry] as string, text);
      if (broken) tally.add(entry, (broken.missing ? SCORES.wrong : SCORES.gap) - Math.min(8, (broken.spread - text.length + broken.missing) / 2));
    }
  }

  return {
    entries,
    prepare: (count) => pinyin.prepare(count),
    find(query, limit, exact = false) {
      const wanted = query.split(/\s+/).map(foldText).filter(Boolean);
      if (wanted.length === 0) return query.trim() ? [] : byWeight.slice(0, limit).map((entry) => ({ entry, score: weights[entry] as number, opening: false }));
      tally.clear();
      if (wanted.length === 1) meet(wanted[0] as string, limit, exact);
      else meetAll(wanted, tally, (text) => meet(text, Infinity, exact));
      const found = tally.best(limit);
      if (exact || found.length >= limit || query.trim().length < FEWEST_BROKEN) return found;
      const known = new Set(found.map(({ entry }) => entry));
      likeness ??= likenessOf(entries, words.folded, characterIndex());
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
