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

/** Bit masks of a pattern, to be used for many stretches until its table is used for the next pattern. */
export interface PatternMasks {
  readonly length: number;
  readonly blocks: number;
  /** By unit where its masks begin; 0, where there are none, for units that the pattern does not hold. */
  readonly rows: Uint16Array;
  readonly masks: Int32Array;
  readonly positive: Int32Array;
  readonly negative: Int32Array;
}

/** A table of rows by unit, to be used for one pattern after the other. */
export function rowTable(): Uint16Array {
  return new Uint16Array(0x10000);
}

/** Prepares a pattern given as units. `rows` must be all 0; `forget` makes it so again. */
export function patternMasks(pattern: Uint16Array, rows = rowTable()): PatternMasks {
  const blocks = Math.ceil(pattern.length / 32);
  const masks = new Int32Array((pattern.length + 1) * blocks);
  let next = blocks;
  for (let i = 0; i < pattern.length; i++) {
    const unit = pattern[i] as number;
    let row = rows[unit] as number;
    if (row === 0) { row = next; rows[unit] = row; next += blocks; }
    const at = row + (i >> 5);
    masks[at] = (masks[at] as number) | (1 << (i & 31));
  }
  return { length: pattern.length, blocks, rows, masks, positive: new Int32Array(blocks), negative: new Int32Array(blocks) };
}

/** Clears the table that a pattern has used. */
export function forget({ rows }: PatternMasks, pattern: Uint16Array): void {
  for (let i = 0; i < pattern.length; i++) rows[pattern[i] as number] = 0;
}

/**
 * The nearest occurrence of the pattern in `units` from `from` to `to`; it may start and end anywhere there, but holds no 0:
 * what stands on the two sides of one is not one text.
 */
export function nearestIn(units: Uint16Array, from: number, to: number, pattern: PatternMasks): NearMatch {
  return pattern.blocks === 1 ? nearestOfOneBlock(units, from, to, pattern) : nearestOfBlocks(units, from, to, pattern);
}

function nearestOfOneBlock(units: Uint16Array, from: number, to: number, { rows, masks, length }: PatternMasks): NearMatch {
  const top = 1 << (length - 1);
  let pv = -1, mv = 0, score = length, distance = length, end = from;
  for (let at = from; at < to; at++) {
    const unit = units[at] as number;
    if (unit === 0) { pv = -1; mv = 0; score = length; continue; }
    const eq = masks[rows[unit] as number] as number;
    const xv = eq | mv;
    const xh = ((((eq & pv) + pv) | 0) ^ pv) | eq;
    let ph = mv | ~(xh | pv);
    const mh = pv & xh;
    if (ph & top) score++; else if (mh & top) score--;
    // The first row is free: an occurrence begins anywhere.
    ph <<= 1;
    pv = (mh << 1) | ~(xv | ph);
    mv = ph & xv;
    if (score < distance) { distance = score; end = at + 1; }
  }
  return { distance, end };
}

function nearestOfBlocks(units: Uint16Array, from: number, to: number, { blocks, rows, masks, length, positive, negative }: PatternMasks): NearMatch {
  positive.fill(-1); negative.fill(0);
  const last = blocks - 1, topBit = (length - 1) & 31;
  let score = length, distance = length, end = from;
  for (let at = from; at < to; at++) {
    const unit = units[at] as number;
    if (unit === 0) { positive.fill(-1); negative.fill(0); score = length; continue; }
    const row = rows[unit] as number;
    let carry = 0;
    for (let b = 0; b < blocks; b++) {
      const pv = positive[b] as number, mv = negative[b] as number;
      let eq = masks[row + b] as number;
      const xv = eq | mv;
      if (carry < 0) eq |= 1;
      const xh = ((((eq & pv) + pv) | 0) ^ pv) | eq;
      let ph = mv | ~(xh | pv), mh = pv & xh;
      const top = b === last ? topBit : 31;
      const out = ((ph >>> top) & 1) - ((mh >>> top) & 1);
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

/**
 * The greatest number of letters of the pattern that stand in a stretch in the same order, whatever stands between: no alignment
 * has more matches. Bit-parallel (H. Hyyrö, Bit-parallel LCS-length computation revisited, 2004).
 */
export function mostMatches(units: Uint16Array, from: number, to: number, { blocks, rows, masks, length, positive: unmatched }: PatternMasks): number {
  unmatched.fill(-1);
  for (let at = from; at < to; at++) {
    const row = rows[units[at] as number] as number;
    if (row === 0) continue;
    let carry = 0;
    for (let b = 0; b < blocks; b++) {
      const v = unmatched[b] as number, u = v & (masks[row + b] as number);
      const sum = (v >>> 0) + (u >>> 0) + carry;
      carry = sum > 0xffffffff ? 1 : 0;
      unmatched[b] = (sum | 0) | (v & ~u);
    }
  }
  let matches = 0;
  for (let i = 0; i < length; i++) if (((unmatched[i >> 5] as number) & (1 << (i & 31))) === 0) matches++;
  return matches;
}
