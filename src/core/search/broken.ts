/** Entries that hold a query's characters with gaps among them, or all but one: what a hand that remembers half types. */

/** Entries by character: a list of entry numbers for each UTF-16 unit. */
export interface Characters {
  /** Entries whose text holds the unit, rising. */
  holders(unit: number): Uint32Array;
}

const NONE = new Uint32Array(0);

export function charactersOf(texts: readonly string[]): Characters {
  const starts = new Uint32Array(0x10001), last = new Int32Array(0x10000).fill(-1);
  const each = (visit: (unit: number, entry: number) => void): void => {
    last.fill(-1);
    texts.forEach((text, entry) => {
      for (let i = 0; i < text.length; i++) {
        const unit = text.charCodeAt(i);
        if (last[unit] === entry) continue;
        last[unit] = entry;
        visit(unit, entry);
      }
    });
  };
  each((unit) => { starts[unit + 1] = (starts[unit + 1] as number) + 1; });
  for (let unit = 0; unit < 0x10000; unit++) starts[unit + 1] = (starts[unit + 1] as number) + (starts[unit] as number);
  const entries = new Uint32Array(starts[0x10000] as number), next = starts.slice();
  each((unit, entry) => { const at = next[unit] as number; entries[at] = entry; next[unit] = at + 1; });
  return { holders: (unit) => (starts[unit] === starts[unit + 1] ? NONE : entries.subarray(starts[unit], starts[unit + 1])) };
}

/** Most entries that are looked at for one query, so that a query of common characters costs no more than a rare one. */
const MOST_CANDIDATES = 1500;

/**
 * Entries that could hold all of the query's characters but one, each once: they hold one of its two rarest. Common characters
 * alone say nothing: what holds only such is cut off.
 */
export function candidates(characters: Characters, query: string): Uint32Array {
  const lists = [...new Set(query)].map((c) => characters.holders(c.charCodeAt(0))).sort((a, b) => a.length - b.length);
  const found = new Set<number>();
  for (const list of lists.slice(0, 2)) for (const entry of list) if (found.size < MOST_CANDIDATES) found.add(entry);
  return Uint32Array.from(found);
}

/** How a text holds a query in broken form. `spread`: length of the stretch that holds it; `missing`: how many characters it lacks there. */
export interface Broken {
  readonly spread: number;
  readonly missing: 0 | 1;
}

/** Characters may lie so far apart: three times the query and a few more. */
const widest = (length: number): number => length * 3 + 6;
/** A query of fewer characters has none to spare. */
const FEWEST_FOR_WRONG = 4;

/** The best way in which the text holds the query's characters in their order, with at most one of them missing. Null where it does not. */
export function brokenIn(text: string, query: string): Broken | null {
  let absent = 0;
  for (let i = 0; i < query.length; i++) if (!text.includes(query[i] as string) && ++absent > 1) return null;
  if (absent === 0) {
    const spread = shortestSpread(text, query);
    if (spread <= widest(query.length)) return { spread, missing: 0 };
  }
  if (query.length < FEWEST_FOR_WRONG) return null;
  let best = Infinity;
  for (let i = 0; i < query.length; i++) {
    const rest = query.slice(0, i) + query.slice(i + 1);
    if (absent === 1 && text.includes(query[i] as string)) continue;
    best = Math.min(best, shortestSpread(text, rest));
  }
  // With a character missing the others must lie close, or anything would do.
  return best <= query.length + 2 ? { spread: best, missing: 1 } : null;
}

/** Length of the shortest stretch that holds the characters in their order; Infinity where there is none. */
function shortestSpread(text: string, query: string): number {
  let best = Infinity;
  for (let start = text.indexOf(query[0] as string); start >= 0; start = text.indexOf(query[0] as string, start + 1)) {
    let at = start;
    for (let i = 1; i < query.length && at >= 0; i++) at = text.indexOf(query[i] as string, at + 1);
    if (at < 0) break;
    best = Math.min(best, at - start + 1);
  }
  return best;
}
