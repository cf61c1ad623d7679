/**
 * Approximate search for a pattern in a stretch of text: Myers' bit-parallel algorithm in blocks of 32 (G. Myers, A fast
 * bit-vector algorithm for approximate string matching, J. ACM 46, 1999).
 */
export interface NearMatch {
  /** Least edit distance of the pattern to any substring of the stretch. */
  readonly distance: number;
  /** End (exclusive) of the first substring that has it. */
  readonly end: number;
}

/** Bit masks of a pattern, to be used for many stretches. */
export interface PatternMasks {
  readonly length: number;
  readonly blocks: number;
  /** Row of each unit in `masks`; 0 is the row of the units that the pattern does not hold. */
  readonly rows: ReadonlyMap<number, number>;
  readonly masks: Int32Array;
}

/** Prepares a pattern given as units. */
export function patternMasks(pattern: Uint16Array): PatternMasks {
  const blocks = Math.ceil(pattern.length / 32);
  const rows = new Map<number, number>();
  for (const unit of pattern) if (!rows.has(unit)) rows.set(unit, rows.size + 1);
  const masks = new Int32Array((rows.size + 1) * blocks);
  pattern.forEach((unit, i) => {
    const at = (rows.get(unit) as number) * blocks + (i >> 5);
    masks[at] = (masks[at] as number) | (1 << (i & 31));
  });
  return { length: pattern.length, blocks, rows, masks };
}

/** The nearest occurrence of the pattern in `units` from `from` to `to`; it may start and end anywhere there. */
export function nearestIn(units: Uint16Array, from: number, to: number, pattern: PatternMasks): NearMatch {
  const { blocks, masks, rows, length } = pattern;
  const positive = new Int32Array(blocks).fill(-1), negative = new Int32Array(blocks);
  const topBit = (length - 1) & 31;
  let score = length, distance = length, end = from;
  for (let at = from; at < to; at++) {
    const row = (rows.get(units[at] as number) ?? 0) * blocks;
    let carry = 0;
    for (let b = 0; b < blocks; b++) {
      const pv = positive[b] as number, mv = negative[b] as number;
      let eq = masks[row + b] as number;
      const xv = eq | mv;
      if (carry < 0) eq |= 1;
      const xh = ((((eq & pv) + pv) | 0) ^ pv) | eq;
      let ph = mv | ~(xh | pv), mh = pv & xh;
      const top = b === blocks - 1 ? topBit : 31;
      const out = (ph >>> top) & 1 ? 1 : (mh >>> top) & 1 ? -1 : 0;
      ph <<= 1; mh <<= 1;
      if (carry < 0) mh |= 1; else if (carry > 0) ph |= 1;
      positive[b] = mh | ~(xv | ph);
      negative[b] = ph & xv;
      carry = out;
    }
    score += carry;
    if (score < distance) { distance = score; end = at + 1; }
  }
  return { distance, end };
}
