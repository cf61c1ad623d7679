/** Many short keys in one string, so that the runtime's own substring search goes through all of them at once. */

export interface JoinedKeys {
  readonly text: string;
  /** Offset in `text` at which each key begins; keys are divided by a line feed. */
  readonly starts: readonly number[];
}

export function joinKeys(keys: readonly string[]): JoinedKeys {
  const starts: number[] = [];
  let at = 0;
  for (const key of keys) { starts.push(at); at += key.length + 1; }
  return { text: keys.join('\n'), starts };
}

/** The number of the key that holds an offset. */
export function keyAt({ starts }: JoinedKeys, offset: number): number {
  let low = 0, high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] as number) <= offset) low = middle; else high = middle - 1;
  }
  return low;
}

/** Calls `hit` with each key that holds `query` and the first offset in that key. A key is reported once. */
export function findInKeys(joined: JoinedKeys, query: string, hit: (key: number, at: number) => void): void {
  if (query === '') return;
  for (let at = joined.text.indexOf(query); at >= 0;) {
    const key = keyAt(joined, at);
    hit(key, at - (joined.starts[key] as number));
    const next = joined.starts[key + 1];
    if (next === undefined) return;
    at = joined.text.indexOf(query, next);
  }
}
