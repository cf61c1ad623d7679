/** Pairs of figures: from one value to another of the same thing (从23.6%提升至26.2%). */
import type { FoundFigure } from './spans';
import type { Time } from './times';
import { comparableUnits } from './units';

const VERB = '(?:进一步|快速|大幅|稳步|逐步|持续|逐年|迅速|已经?|又|直接)*(?:增加|增长|提高|提升|上升|扩大|跃升|回升|上涨|增|升|涨|下降|降低|减少|缩小|回落|下滑|压减|压缩|降|减|变化|变|发展|扩展|跃|改善|优化)';
const BETWEEN = new RegExp(`^(?:[（(]\\s*[）)])?(?:左右|以上|[，,\\s]+|的[^，,。\\d]{1,12})?(?:${VERB})?(?:了)?(?:至|到|为|成)(?:了)?(?:[约近超的逾\\s]|超过|目前|现在|去年|今年)*$`);
const BARE = /^\s*(?:至|到)\s*$|^[，,\s]*(?:为|成)了?[约近超过的逾\s]*$/;
const FROM = /(?:从|由)(?:[^，,。；;\d]{0,12}(?:的|时|年))?\s*(?:约|近|超|不足|的)*$/;

/** Indices of from-to pairs among the figures of one sentence. */
export function pairsOf(text: string, figures: readonly FoundFigure[], times: readonly Time[], english: boolean): [number, number][] {
  const pairs: [number, number][] = english ? [] : doublePairs(text, figures, times);
  const taken = new Set(pairs.flat());
  for (let i = 0; i + 1 < figures.length; i++) {
    // 从1万亿元（1413亿美元）增至3.09万亿元: in brackets stands the same in another unit.
    const j = figures[i + 2] !== undefined && /^\s*[（(][^（）()\d]*$/.test(text.slice((figures[i] as FoundFigure).end, (figures[i + 1] as FoundFigure).start)) ? i + 2 : i + 1;
    const a = figures[i] as FoundFigure, b = figures[j] as FoundFigure;
    if (taken.has(i) || taken.has(j) || !comparableUnits(a.unit, b.unit)) continue;
    const between = without(text, a.end, b.start, times).replace(/^\s*[（(][^（）()]*[）)]/, '');
    const before = without(text, Math.max(0, a.start - 28), a.start, times);
    if (english) {
      if (/\bfrom\s*$/i.test(before) && /^[^.;]{0,24}\bto\s*$/i.test(between)) pairs.push([i, j]);
    } else if ((BETWEEN.test(between) && (FROM.test(before) || !BARE.test(between))) || (FROM.test(before) && BARE.test(between))) pairs.push([i, j]);
  }
  return pairs.sort((a, b) => a[0] - b[0]);
}

/** 分别从A和B增长至C和D (or 分别由A、B增至C、D): A goes to C and B to D. */
function doublePairs(text: string, figures: readonly FoundFigure[], times: readonly Time[]): [number, number][] {
  const pairs: [number, number][] = [];
  for (let i = 0; i + 3 < figures.length; i++) {
    const [a, b, c, d] = figures.slice(i, i + 4) as [FoundFigure, FoundFigure, FoundFigure, FoundFigure];
    const joined = (x: FoundFigure, y: FoundFigure): boolean => /^(?:和|、|与|及|)$/.test(text.slice(x.end, y.start));
    // 由13677户49479人减至887户1472人: two measures of one thing, side by side.
    const beside = a.end === b.start && c.end === d.start;
    if (!joined(a, b) || !joined(c, d) || !new RegExp(`${beside ? '' : '分别'}(?:从|由)[^，,。；;\\d]{0,8}$`).test(without(text, Math.max(0, a.start - 20), a.start, times))) continue;
    if (!BETWEEN.test(without(text, b.end, c.start, times)) || !comparableUnits(a.unit, c.unit) || !comparableUnits(b.unit, d.unit)) continue;
    pairs.push([i, i + 2], [i + 1, i + 3]);
  }
  return pairs;
}

/** Text between two offsets without the times in it and without a 的 behind them. */
function without(text: string, start: number, end: number, times: readonly Time[]): string {
  let words = '', at = start;
  for (const t of times) {
    if (t.end <= start || t.start >= end) continue;
    const lead = /^(?:从|由|至|到|自|from |to )/i.exec(text.slice(t.start, t.end))?.[0] ?? '';
    words += text.slice(at, Math.max(at, t.start)) + lead;
    at = Math.max(at, t.end);
    if (text[at] === '的') at++;
  }
  return words + text.slice(at, Math.max(at, end));
}
