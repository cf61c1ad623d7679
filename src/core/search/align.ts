/**
 * Alignment of a folded span with a stretch of the folded library. The whole span is used; the stretch may be entered and
 * left anywhere. Gaps are affine, and long ones on the source's side cheap, so that a dropped clause is one gap and not
 * a hundred wrong letters.
 */
export interface Alignment {
  /** For each unit of the span the offset of its partner, or -1 where it has none. A partner may be another letter. */
  readonly partner: Int32Array;
  /** First and last (exclusive) offset of the stretch that is used. */
  readonly start: number;
  readonly end: number;
  /** How many units stand opposite the same unit. */
  readonly matches: number;
  /** Cost: 0 for the same words. */
  readonly cost: number;
}

const MISMATCH = 100;
const DRAFT_OPEN = 110;
const DRAFT_EXTEND = 90;
const SOURCE_OPEN = 110;
const SOURCE_EXTEND = 90;
/** Beyond this many units a gap on the source's side costs little more. */
const CHEAP_EXTEND = 3;

/**
 * How far beyond a place at an edit distance its cheapest alignment may reach: letters that are edited cost so much at most,
 * and a long gap at least what it costs to open one and its length.
 */
export function reach(distance: number): number {
  const long = (distance * SOURCE_OPEN - SOURCE_OPEN - 2 * SOURCE_EXTEND) / CHEAP_EXTEND;
  return Math.ceil(Math.max(long, distance * SOURCE_OPEN / SOURCE_EXTEND)) + distance;
}

const INFINITE = 1 << 29;

/** The states of a cell: its letters stand opposite each other; a letter of the draft has no partner; a gap in the draft, short or long. */
const MATCHED = 0, ADDED = 1, LOST = 2, LONG = 3;
/** What a cell keeps of its way: the state before a match (2 bits), a gap in the source goes on (or the state before it, 2 bits), the same for the two gaps in the draft. */
const ADDED_ON = 4, ADDED_FROM = 3, LOST_ON = 32, LOST_FROM_ADDED = 64, LONG_ON = 128, LONG_FROM_ADDED = 256;

/** Aligns `span` with `units` from `from` to `to`. Costs are returned in letters: one wrong letter is 1. */
export function align(span: Uint16Array, units: Uint16Array, from: number, to: number): Alignment {
  const m = span.length, n = to - from, width = n + 1;
  const match = new Int32Array(width), added = new Int32Array(width).fill(INFINITE);
  const lost = new Int32Array(width).fill(INFINITE), long = new Int32Array(width).fill(INFINITE);
  const back = new Uint16Array((m + 1) * width);
  for (let i = 1; i <= m; i++) {
    const unit = span[i - 1] as number, inside = i < m;
    // The row before at j - 1, and this row at j - 1.
    let matchBefore = INFINITE, addedBefore = INFINITE, lostBefore = INFINITE, longBefore = INFINITE;
    let matchHere = INFINITE, addedHere = INFINITE, lostHere = INFINITE, longHere = INFINITE;
    let cell = i * width;
    for (let j = 0; j <= n; j++, cell++) {
      const matchAbove = match[j] as number, addedAbove = added[j] as number, lostAbove = lost[j] as number, longAbove = long[j] as number;
      let way = 0;
      // A letter of the draft without partner.
      let open = matchAbove, state = MATCHED;
      if (lostAbove < open) { open = lostAbove; state = LOST; }
      if (longAbove < open) { open = longAbove; state = LONG; }
      let nextAdded = open + DRAFT_OPEN;
      if (addedAbove + DRAFT_EXTEND < nextAdded) { nextAdded = addedAbove + DRAFT_EXTEND; way = ADDED_ON; } else way = state << ADDED_FROM;
      let nextMatch = INFINITE, nextLost = INFINITE, nextLong = INFINITE;
      if (j > 0) {
        let least = matchBefore, before = MATCHED;
        if (addedBefore < least) { least = addedBefore; before = ADDED; }
        if (lostBefore < least) { least = lostBefore; before = LOST; }
        if (longBefore < least) { least = longBefore; before = LONG; }
        nextMatch = unit === units[from + j - 1] ? least : least + MISMATCH;
        way |= before;
        // Letters of the source without partner; free before the first and behind the last letter of the draft.
        if (inside) {
          const fromAdded = addedHere < matchHere;
          const opened = (fromAdded ? addedHere : matchHere) + SOURCE_OPEN;
          if (lostHere + SOURCE_EXTEND < opened) { nextLost = lostHere + SOURCE_EXTEND; way |= LOST_ON; } else { nextLost = opened; if (fromAdded) way |= LOST_FROM_ADDED; }
          const openedLong = opened + 2 * SOURCE_EXTEND;
          if (longHere + CHEAP_EXTEND < openedLong) { nextLong = longHere + CHEAP_EXTEND; way |= LONG_ON; } else { nextLong = openedLong; if (fromAdded) way |= LONG_FROM_ADDED; }
        }
      }
      back[cell] = way;
      match[j] = nextMatch; added[j] = nextAdded; lost[j] = nextLost; long[j] = nextLong;
      matchBefore = matchAbove; addedBefore = addedAbove; lostBefore = lostAbove; longBefore = longAbove;
      matchHere = nextMatch; addedHere = nextAdded; lostHere = nextLost; longHere = nextLong;
    }
  }
  let end = 0, state = MATCHED, cost = INFINITE;
  for (let j = 0; j <= n; j++) {
    if ((match[j] as number) < cost) { cost = match[j] as number; end = j; state = MATCHED; }
    if ((added[j] as number) < cost) { cost = added[j] as number; end = j; state = ADDED; }
  }
  const partner = new Int32Array(m).fill(-1);
  let i = m, j = end, matches = 0;
  while (i > 0) {
    const way = back[i * width + j] as number;
    if (state === MATCHED) {
      partner[i - 1] = from + j - 1;
      if (span[i - 1] === units[from + j - 1]) matches++;
      state = i === 1 ? MATCHED : way & 3; i--; j--;
    } else if (state === ADDED) {
      state = way & ADDED_ON ? ADDED : (way >> ADDED_FROM) & 3; i--;
    } else if (state === LOST) {
      state = way & LOST_ON ? LOST : way & LOST_FROM_ADDED ? ADDED : MATCHED; j--;
    } else {
      state = way & LONG_ON ? LONG : way & LONG_FROM_ADDED ? ADDED : MATCHED; j--;
    }
  }
  return { partner, start: from + j, end: from + end, matches, cost: cost / MISMATCH };
}
