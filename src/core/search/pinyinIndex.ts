/**
 * The pinyin of the entries of a picker's part: large, and asked for only by who types letters. It is made in slices when that
 * begins, since thousands of keys are felt, and can be let go.
 */
import { joinKeys, openingsOf, type JoinedKeys, type Openings } from './joined';
import type { PickerEntry } from './pickerTypes';
import { pinyinKeys, typedOf } from './pinyin';

interface Way {
  readonly joined: JoinedKeys;
  readonly openings: Openings;
}

export interface PinyinIndex {
  readonly full: Way;
  readonly initials: Way;
  /** The initials of the other fields, each from its beginning. */
  readonly fields: Openings;
  /** Whether a syllable begins at an offset of the joined full pinyin. */
  readonly beginsSyllable: (offset: number) => boolean;
}

/** The entry of a slot as it is now. */
export type EntryAt = (slot: number) => Typable;
type Typable = Pick<PickerEntry, 'words' | 'fields' | 'typed'>;

export interface PinyinSource {
  /** The index; makes what is missing of it. */
  index(entryAt: EntryAt): PinyinIndex;
  /** Makes so many more of its keys; true when all is there. */
  prepare(entryAt: EntryAt, keys: number): boolean;
  readonly ready: boolean;
  /** Lets all go: it is made again when it is asked for. */
  forget(): void;
}

/** Keys of one entry; `clauses` and `syllables` are offsets. */
interface Keys {
  readonly full: string;
  readonly initials: string;
  readonly syllables: readonly number[];
  readonly clauses: { readonly full: readonly number[]; readonly initials: readonly number[] };
  readonly fields: { readonly text: string; readonly starts: readonly number[] };
}

function keysOf({ words, fields, typed }: Typable): Keys {
  let full = '', initials = '';
  const syllables: number[] = [], clauses = { full: [] as number[], initials: [] as number[] };
  for (const clause of (typed?.() ?? typedOf(words)).split(',')) {
    clauses.full.push(full.length);
    clauses.initials.push(initials.length);
    if (clause === '') continue;
    for (const syllable of clause.split(' ')) {
      syllables.push(full.length);
      full += syllable;
      initials += syllable[0] as string;
    }
  }
  let text = '';
  const starts: number[] = [];
  for (const field of fields) { starts.push(text.length); text += `${pinyinKeys(field).initials} `; }
  return { full, initials, syllables, clauses, fields: { text, starts } };
}

/** `count` slots, numbered from 0. */
export function pinyinIndexOf(count: number): PinyinSource {
  let making: Making | null = null, made: PinyinIndex | null = null;
  function prepare(entryAt: EntryAt, keys: number): boolean {
    if (made) return true;
    making ??= makingOf(count);
    made = making(entryAt, keys);
    if (made) making = null;
    return made !== null;
  }
  return {
    index(entryAt) {
      while (!prepare(entryAt, count));
      return made as PinyinIndex;
    },
    prepare,
    get ready() { return made !== null; },
    forget() { making = made = null; },
  };
}

/** One slice of the making of an index: the index with the last one. */
type Making = (entryAt: EntryAt, keys: number) => PinyinIndex | null;

function makingOf(count: number): Making {
  const made: Keys[] = [];
  // Putting the places of thousands of keys in order is felt as well: a way is a slice of its own.
  const way = (key: (keys: Keys) => string, starts: (keys: Keys) => readonly number[]) => lazy((): Way => {
    const joined = joinKeys(made.map(key));
    return { joined, openings: openingsOf(joined, (at) => starts(made[at] as Keys)) };
  });
  const full = way((keys) => keys.full, (keys) => keys.clauses.full);
  const initials = way((keys) => keys.initials, (keys) => keys.clauses.initials);
  const fields = way((keys) => keys.fields.text, (keys) => keys.fields.starts);
  return (entryAt, keys) => {
    if (made.length < count) {
      for (const to = Math.min(count, made.length + keys); made.length < to;) made.push(keysOf(entryAt(made.length)));
      return null;
    }
    const next = [full, initials, fields].find((one) => !one.made());
    if (next) { next.value(); return null; }
    return { full: full.value(), initials: initials.value(), fields: fields.value().openings, beginsSyllable: beginsIn(full.value().joined, made) };
  };
}

/** Whether a syllable begins at an offset: a bit a letter. */
function beginsIn({ text, starts }: JoinedKeys, keys: readonly Keys[]): PinyinIndex['beginsSyllable'] {
  const begins = new Uint8Array((text.length >> 3) + 1);
  keys.forEach(({ syllables }, slot) => {
    for (const syllable of syllables) {
      const at = (starts[slot] as number) + syllable;
      begins[at >> 3] = (begins[at >> 3] as number) | (1 << (at & 7));
    }
  });
  return bitsOf(begins);
}

/** In a function of its own: what is kept must not hold the keys that it was made of. */
const bitsOf = (bits: Uint8Array) => (offset: number): boolean => (((bits[offset >> 3] as number) >> (offset & 7)) & 1) === 1;

interface Lazy<T> {
  value(): T;
  made(): boolean;
}

function lazy<T>(make: () => T): Lazy<T> {
  let kept: { readonly value: T } | null = null;
  return { value: () => (kept ??= { value: make() }).value, made: () => kept !== null };
}
