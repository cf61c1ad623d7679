/** Entries that hold a query's characters with gaps among them, or all but one: what a hand that remembers half types. */

/** Entries by character: a list of entry numbers for each UTF-16 unit. */
export interface Characters {
  /** Entries whose text holds the unit, rising. */
  holders(unit: number): Uint32Array;
}

const NONE = new Uint32Array(0);

/** Lists of the entries of each unit. Only what is needed to answer is held: no text, and no table of all units that there could be. */
export function charactersOf(texts: readonly string[]): Characters {
  const { units, starts, entries } = listsOf(texts);
  return {
    holders(unit) {
      let low = 0, high = units.length;
      while (low < high) {
        const middle = (low + high) >> 1;
        if ((units[middle] as number) < unit) low = middle + 1; else high = middle;
      }
      return units[low] === unit ? entries.subarray(starts[low], starts[low + 1]) : NONE;
    },
  };
}

/** The units that occur, rising, and of each the entries from its start to the next one's. */
function listsOf(texts: readonly string[]): { readonly units: Uint16Array; readonly starts: Uint32Array; readonly entries: Uint32Array } {
  const counts = new Uint32Array(0x10000), last = new Int32Array(0x10000);
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
  each((unit) => { counts[unit] = (counts[unit] as number) + 1; });
  const units = Uint16Array.from(Array.from(counts.keys()).filter((unit) => counts[unit] !== 0));
  const starts = new Uint32Array(units.length + 1), next = counts;
  units.forEach((unit, i) => {
    starts[i + 1] = (starts[i] as number) + (counts[unit] as number);
    next[unit] = starts[i] as number;
  });
  const entries = new Uint32Array(starts[units.length] as number);
  each((unit, entry) => { const at = next[unit] as number; entries[at] = entry; next[unit] = at + 1; });
  return { units, starts, entries };
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
