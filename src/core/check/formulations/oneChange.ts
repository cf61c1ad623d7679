/** How two wordings differ, where they differ in one inner place. */

/** 和 for 与 and a 的 more or less: everybody's free choice outside quotation marks. */
const FREE = /^(?:[的地之了着]?|[和与及同跟暨]|[等及]?)$/u;
/** Numerals: another one, one more or one less is another thing, not a slip of the pen. */
const NUMERAL = /[\d一二三四五六七八九十百千万亿两〇零第甲乙丙丁]/u;
/** Characters that tell one thing of its kind from another, where one stands for another: 省 for 市, 大 for 小. */
const TELLING = /[上下前后左右东西南北中大小新旧高低内外总副省市县区州国军民男女]/u;
/** Such as make another name when they are put before one: 副, 总. */
const ADDED = /[副总省市县区]/u;

export interface Change {
  /** The letters that differ; either may be empty. */
  readonly from: string;
  readonly to: string;
  /** Where they stand, the same in both. */
  readonly at: number;
}

/**
 * One letter exchanged, lost or added, or two neighbours turned round, with whole letters on both sides; null for all else, for
 * what is everybody's free choice, and where the letters tell one thing from another.
 */
export function oneInnerChange(a: string, b: string): Change | null {
  if (a === b || a.length < 2 || b.length < 2) return null;
  let head = 0, tail = 0;
  while (head < a.length && head < b.length && a[head] === b[head]) head++;
  while (tail < a.length - head && tail < b.length - head && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail++;
  if (head === 0 || tail === 0) return null;
  const from = a.slice(head, a.length - tail), to = b.slice(head, b.length - tail);
  if (FREE.test(from) && FREE.test(to)) return null;
  if (NUMERAL.test(from) || NUMERAL.test(to) || (TELLING.test(from) && TELLING.test(to) && from.length === to.length && from.length === 1)) return null;
  if ((from === '' && ADDED.test(to)) || (to === '' && ADDED.test(from))) return null;
  const turned = from.length === 2 && to.length === 2 && from[0] === to[1] && from[1] === to[0];
  return (from.length <= 1 && to.length <= 1) || turned ? { from, to, at: head } : null;
}
