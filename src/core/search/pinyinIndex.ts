/** The pinyin of the entries of a picker's part, made in slices: a key costs some 40 µs, so thousands of them are felt. */
import { joinKeys, openingsOf, type JoinedKeys, type Openings } from './joined';
import type { PickerEntry } from './pickerTypes';
import { pinyinKeys } from './pinyin';

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

export interface PinyinSource {
  /** The index; makes what is missing of it. */
  (): PinyinIndex;
  /** Makes some more; true when all is there. */
  prepare(entries: number): boolean;
  readonly ready: boolean;
}

/** Keys of one entry; `clauses` and `syllables` are offsets. */
interface Keys {
  readonly full: string;
  readonly initials: string;
  readonly syllables: readonly number[];
  readonly clauses: { readonly full: readonly number[]; readonly initials: readonly number[] };
  readonly fields: { readonly text: string; readonly starts: readonly number[] };
}

function keysOf({ words, fields }: Pick<PickerEntry, 'words' | 'fields'>, clauseEnd: RegExp): Keys {
  let full = '', initials = '';
  const syllables: number[] = [], clauses = { full: [] as number[], initials: [] as number[] };
  for (const clause of words.split(clauseEnd)) {
    const keys = pinyinKeys(clause);
    clauses.full.push(full.length);
    clauses.initials.push(initials.length);
    for (const start of keys.starts) syllables.push(full.length + start);
    full += keys.full;
    initials += keys.initials;
  }
  let text = '';
  const starts: number[] = [];
  for (const field of fields) { starts.push(text.length); text += `${pinyinKeys(field).initials} `; }
  return { full, initials, syllables, clauses, fields: { text, starts } };
}

export function pinyinIndexOf(of: readonly Pick<PickerEntry, 'words' | 'fields'>[], clauseEnd: RegExp): PinyinSource {
  let entries = of, made: Keys[] = [];
  function make(count: number): void {
    const to = Math.min(entries.length, made.length + count);
    for (let entry = made.length; entry < to; entry++) made.push(keysOf(entries[entry] as (typeof entries)[number], clauseEnd));
  }

  // Putting the places of thousands of keys in order is felt as well: a way is a slice of its own.
  const way = (key: (keys: Keys) => string, starts: (keys: Keys) => readonly number[]) => lazy((): Way => {
    const joined = joinKeys(made.map(key));
    return { joined, openings: openingsOf(joined, (at) => starts(made[at] as Keys)) };
  });
  const full = way((keys) => keys.full, (keys) => keys.clauses.full);
  const initials = way((keys) => keys.initials, (keys) => keys.clauses.initials);
  const fields = way((keys) => keys.fields.text, (keys) => keys.fields.starts);
  const index = lazy((): PinyinIndex => {
    make(entries.length);
    const { joined } = full.value();
    // A bit a letter.
    const begins = new Uint8Array((joined.text.length >> 3) + 1);
    made.forEach(({ syllables }, entry) => {
      for (const syllable of syllables) {
        const at = (joined.starts[entry] as number) + syllable;
        begins[at >> 3] = (begins[at >> 3] as number) | (1 << (at & 7));
      }
    });
    const all = { full: full.value(), initials: initials.value(), fields: fields.value().openings, beginsSyllable: (offset: number) => (((begins[offset >> 3] as number) >> (offset & 7)) & 1) === 1 };
    made = [];
    entries = [];
    return all;
  });

  const source = Object.assign(() => index.value(), {
    prepare(count: number) {
      if (index.made()) return true;
      if (made.length < entries.length) make(count);
      else [full, initials, fields, index].find((one) => !one.made())?.value();
      return index.made();
    },
  });
  return Object.defineProperty(source, 'ready', { get: () => index.made() }) as PinyinSource;
}

interface Lazy<T> {
  value(): T;
  made(): boolean;
}

function lazy<T>(make: () => T): Lazy<T> {
  let kept: { readonly value: T } | null = null;
  return { value: () => (kept ??= { value: make() }).value, made: () => kept !== null };
}
