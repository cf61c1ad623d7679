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

/** Aligns `span` with `units` from `from` to `to`. Costs are returned in letters: one wrong letter is 1. */
export function align(span: Uint16Array, units: Uint16Array, from: number, to: number): Alignment {
  const m = span.length, n = to - from, width = n + 1;
  const INFINITE = 1 << 29;
  // Four states: matched, gap in the source (a letter of the draft without partner), gap in the draft, long gap in the draft.
  const state = [0, 1, 2, 3].map(() => new Int32Array(width).fill(INFINITE));
  const back = new Uint8Array((m + 1) * width * 2);
  let [match, added, lost, longLost] = state as [Int32Array, Int32Array, Int32Array, Int32Array];
  match.fill(0);
  for (let i = 1; i <= m; i++) {
    const unit = span[i - 1];
    const nextMatch = new Int32Array(width).fill(INFINITE), nextAdded = new Int32Array(width).fill(INFINITE);
    const nextLost = new Int32Array(width).fill(INFINITE), nextLong = new Int32Array(width).fill(INFINITE);
    for (let j = 0; j <= n; j++) {
      const cell = (i * width + j) * 2;
      let a = 0, b = 0;
      // A letter of the draft without partner.
      const openAdded = Math.min(match[j] as number, lost[j] as number, longLost[j] as number) + DRAFT_OPEN;
      const extendAdded = (added[j] as number) + DRAFT_EXTEND;
      if (extendAdded < openAdded) { nextAdded[j] = extendAdded; a |= 4; } else {
        nextAdded[j] = openAdded;
        a |= origin(match[j] as number, -1, lost[j] as number, longLost[j] as number) << 3;
      }
      if (j > 0) {
        const before = j - 1;
        const same = unit === units[from + before];
        const m0 = match[before] as number, a0 = added[before] as number, l0 = lost[before] as number, g0 = longLost[before] as number;
        const least = Math.min(m0, a0, l0, g0);
        nextMatch[j] = least + (same ? 0 : MISMATCH);
        a |= origin(m0, a0, l0, g0);
        // Letters of the source without partner; free before the first and behind the last letter of the draft.
        if (i < m) {
          const open = Math.min(nextMatch[before] as number, nextAdded[before] as number);
          const fromAdded = (nextAdded[before] as number) < (nextMatch[before] as number);
          const extend = (nextLost[before] as number) + SOURCE_EXTEND;
          if (extend < open + SOURCE_OPEN) { nextLost[j] = extend; b |= 1; } else { nextLost[j] = open + SOURCE_OPEN; if (fromAdded) b |= 2; }
          const extendLong = (nextLong[before] as number) + CHEAP_EXTEND;
          const openLong = open + SOURCE_OPEN + 2 * SOURCE_EXTEND;
          if (extendLong < openLong) { nextLong[j] = extendLong; b |= 4; } else { nextLong[j] = openLong; if (fromAdded) b |= 8; }
        }
      }
      back[cell] = a; back[cell + 1] = b;
    }
    match = nextMatch; added = nextAdded; lost = nextLost; longLost = nextLong;
  }
  let end = 0, current = 0, cost = INFINITE;
  for (let j = 0; j <= n; j++) {
    if ((match[j] as number) < cost) { cost = match[j] as number; end = j; current = 0; }
    if ((added[j] as number) < cost) { cost = added[j] as number; end = j; current = 1; }
  }
  const partner = new Int32Array(m).fill(-1);
  let i = m, j = end, matches = 0;
  while (i > 0) {
    const a = back[(i * width + j) * 2] as number, b = back[(i * width + j) * 2 + 1] as number;
    if (current === 0) {
      partner[i - 1] = from + j - 1;
      if (span[i - 1] === units[from + j - 1]) matches++;
      current = i === 1 ? 0 : a & 3; i--; j--;
    } else if (current === 1) {
      current = a & 4 ? 1 : (a >> 3) & 3; i--;
    } else if (current === 2) {
      current = b & 1 ? 2 : b & 2 ? 1 : 0; j--;
    } else {
      current = b & 4 ? 3 : b & 8 ? 1 : 0; j--;
    }
  }
  return { partner, start: from + j, end: from + end, matches, cost: cost / MISMATCH };
}

/** Which of the four states is the least; earlier ones win. -1 stands for a state that is not asked. */
function origin(match: number, added: number, lost: number, longLost: number): number {
  let best = match, state = 0;
  if (added >= 0 && added < best) { best = added; state = 1; }
  if (lost < best) { best = lost; state = 2; }
  if (longLost < best) state = 3;
  return state;
}
