/**
 * Many short keys in one string, so that the runtime's own substring search goes through all of them at once; and the places
 * at which something begins in them, in alphabetical order, so that what begins with a query is one range of that order.
 */

export interface JoinedKeys {
  readonly text: string;
  /** Offset in `text` at which each key begins, and one more behind the last; keys are divided by a line feed. */
  readonly starts: Uint32Array;
}

export function joinKeys(keys: readonly string[]): JoinedKeys {
  const starts = new Uint32Array(keys.length + 1);
  let at = 0;
  keys.forEach((key, i) => { starts[i] = at; at += key.length + 1; });
  starts[keys.length] = at;
  return { text: keys.join('\n'), starts };
}

/** The number of the key that holds an offset. */
export function keyAt({ starts }: JoinedKeys, offset: number): number {
  let low = 0, high = starts.length - 2;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] as number) <= offset) low = middle; else high = middle - 1;
  }
  return low;
}

/**
 * Calls `hit` with each key that holds `query` and the first offset in that key that `accept` takes. A key is reported once.
 * Ends early where `hit` answers false.
 */
export function findInKeys(joined: JoinedKeys, query: string, hit: (key: number, at: number) => boolean | void, accept?: (offset: number) => boolean): void {
  if (query === '') return;
  for (let at = joined.text.indexOf(query); at >= 0;) {
    if (accept && !accept(at)) { at = joined.text.indexOf(query, at + 1); continue; }
    const key = keyAt(joined, at);
    if (hit(key, at - (joined.starts[key] as number)) === false) return;
    const next = joined.starts[key + 1] as number;
    if (next >= joined.text.length) return;
    at = joined.text.indexOf(query, next);
  }
}

/** Places in joined keys at which a clause begins, in the order of what stands there. */
export interface Openings {
  readonly joined: JoinedKeys;
  /** Offsets in the joined text. */
  readonly order: Uint32Array;
}

/** No one types more of an opening than this, in UTF-16 units; what is equal so far keeps the order of the keys. */
const LONGEST_OPENING = 32;

/** `offsets` are those in each key at which a clause begins. */
export function openingsOf(joined: JoinedKeys, offsets: (key: number) => readonly number[]): Openings {
  const places: { readonly at: number; readonly text: string }[] = [];
  for (let key = 0; key + 1 < joined.starts.length; key++) {
    const start = joined.starts[key] as number, end = (joined.starts[key + 1] as number) - 1;
    for (const offset of offsets(key)) {
      const at = start + offset;
      if (at < end) places.push({ at, text: joined.text.slice(at, Math.min(end, at + LONGEST_OPENING)) });
    }
  }
  places.sort((a, b) => (a.text < b.text ? -1 : a.text > b.text ? 1 : a.at - b.at));
  return { joined, order: Uint32Array.from(places, ({ at }) => at) };
}

/** Calls `hit` with each place that begins with `query`: its key and the offset in that key. A key may be reported several times. */
export function findOpenings({ joined, order }: Openings, query: string, hit: (key: number, at: number) => void): void {
  const { text } = joined;
  const sought = query.slice(0, LONGEST_OPENING);
  let low = 0, high = order.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const at = order[middle] as number;
    if (headOf(text, at, sought.length) < sought) low = middle + 1; else high = middle;
  }
  for (; low < order.length && text.startsWith(sought, order[low]); low++) {
    const at = order[low] as number;
    if (sought.length < query.length && !text.startsWith(query, at)) continue;
    const key = keyAt(joined, at);
    hit(key, at - (joined.starts[key] as number));
  }
}

/** What stands at a place, as far as its key goes: a line feed sorts before all that keys hold. */
const headOf = (text: string, at: number, length: number): string => text.slice(at, at + length);
