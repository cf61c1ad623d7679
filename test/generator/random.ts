/** Chance that is the same at every run: xorshift, by seed. */
export interface Random {
  /** At least 0, less than 1. */
  next(): number;
  pick<T>(list: readonly T[]): T;
  /** A whole number, at least `from`, less than `to`. */
  between(from: number, to: number): number;
}

export function randomOf(seed: number): Random {
  let state = (Math.imul(seed, 0x9e3779b1) >>> 0) || 1;
  const next = (): number => {
    state ^= state << 13; state >>>= 0;
    state ^= state >>> 17;
    state ^= state << 5; state >>>= 0;
    return state / 2 ** 32;
  };
  for (let i = 0; i < 8; i++) next();
  return { next, pick: (list) => list[Math.floor(next() * list.length)] as never, between: (from, to) => from + Math.floor(next() * (to - from)) };
}
