/** Best scores of numbered entries for one query, kept in typed arrays that are used again for the next. */
import type { PickerHit } from './pickerTypes';

export interface Tally {
  clear(): void;
  /** Keeps the better of two scores of an entry. */
  add(entry: number, score: number, opening?: boolean): void;
  has(entry: number): boolean;
  size(): number;
  entries(): readonly number[];
  scoreOf(entry: number): number;
  isOpening(entry: number): boolean;
  /** The best entries by score and weight; of equal ones the shorter, then the earlier. */
  best(limit: number): PickerHit[];
}

export function createTally(count: number, weights: Float64Array, lengthOf: (entry: number) => number): Tally {
  const scores = new Float64Array(count), openings = new Uint8Array(count);
  let met: number[] = [];
  const total = (entry: number): number => (scores[entry] as number) + (weights[entry] as number);
  const order = (a: number, b: number): number => total(b) - total(a) || lengthOf(a) - lengthOf(b) || a - b;

  return {
    clear() {
      for (const entry of met) { scores[entry] = 0; openings[entry] = 0; }
      met = [];
    },
    add(entry, score, opening = false) {
      const before = scores[entry] as number;
      if (before === 0) met.push(entry);
      if (score > before) scores[entry] = score;
      if (opening) openings[entry] = 1;
    },
    has: (entry) => (scores[entry] as number) > 0,
    size: () => met.length,
    entries: () => met,
    scoreOf: (entry) => scores[entry] as number,
    isOpening: (entry) => openings[entry] === 1,
    best(limit) {
      // The few best of many: each is put into its place among those that are best so far.
      const best: number[] = [];
      for (const entry of met) {
        const last = best[best.length - 1];
        if (best.length >= limit && (last === undefined || order(entry, last) >= 0)) continue;
        let low = 0, high = best.length;
        while (low < high) {
          const middle = (low + high) >> 1;
          if (order(entry, best[middle] as number) < 0) high = middle; else low = middle + 1;
        }
        best.splice(low, 0, entry);
        if (best.length > limit) best.pop();
      }
      return best.map((entry) => ({ entry, score: total(entry), opening: openings[entry] === 1 }));
    },
  };
}
