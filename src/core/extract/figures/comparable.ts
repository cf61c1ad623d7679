/** Which figures of a library measure the same thing. */
import { allSteps, type Steps } from '../../library/steps';
import type { Figure } from '../../library/types';
import { readMeasures } from './measures';
import { classOf, commonUnit } from './units';

const isChinese = (figure: Figure): boolean => /\p{Script=Han}/u.test(figure.context);

function sameValue(a: Figure, b: Figure): boolean {
  return String(a.value) === String(b.value) && classOf(a) === classOf(b) && (classOf(a) === 'rank' || commonUnit(a.unit) === commonUnit(b.unit));
}

/** How many of a metric's rarest pieces are looked up, and how many figures behind each; and the same of those of one subject alone. */
const RAREST = 6, BEHIND = 24, RAREST_OWN = 2, BEHIND_OWN = 8;

/**
 * Gives figures that measure the same thing the same `comparable`: the id of the first of them; null for a figure alone.
 * Figures of the two languages of one page are paired in order by value and measure; the English one takes the Chinese
 * wording of what it measures, and its date where it has none itself.
 */
export function groupComparable(figures: readonly Figure[]): Figure[] {
  return allSteps(comparableSteps(figures));
}

/** So many figures are a step. */
const STEP = 50;

/** The same in steps. */
export function* comparableSteps(figures: readonly Figure[]): Steps<Figure[]> {
  const parent = Uint32Array.from(figures, (_, i) => i);
  const root = (i: number): number => {
    let at = i;
    while (parent[at] !== at) { parent[at] = parent[parent[at] as number] as number; at = parent[at] as number; }
    return at;
  };
  const join = (a: number, b: number): void => { const x = root(a), y = root(b); if (x !== y) parent[Math.max(x, y)] = Math.min(x, y); };
  const pairs = bilingualPairs(figures);
  const measures = readMeasures(figures, RAREST), { kinds, metricOf, rarest } = measures;
  const buckets = new Map<string, number[]>();
  /** Who stands in a bucket already, the last ones only; and then this one too. */
  const visit = (key: string, i: number, behind: number, candidates: Set<number>): void => {
    const list = buckets.get(key);
    if (!list) { buckets.set(key, [i]); return; }
    for (let k = list.length - 1; k >= 0 && k >= list.length - behind; k--) candidates.add(list[k] as number);
    if (list.length >= 4 * behind) list.splice(0, list.length - behind);
    list.push(i);
  };
  yield;
  for (const [i, figure] of figures.entries()) {
    if (i % STEP === 0) yield;
    // Only what has the same kind of measure can be the same; what shares no rare piece of its metric hardly is.
    const kind = kinds[i] as string, rare = rarest[metricOf[i] as number] as readonly number[];
    const candidates = new Set<number>();
    for (const gram of rare) visit(`${kind}:${gram}`, i, BEHIND, candidates);
    // Between two years of one place there may be a whole country of places.
    if (figure.entity !== null) for (const gram of rare.slice(0, RAREST_OWN)) visit(`${kind}:${gram}@${figure.entity}`, i, BEHIND_OWN, candidates);
    visit(`${kind}=${String(figure.value)}`, i, BEHIND, candidates);
    for (const k of candidates) if (root(k) !== root(i) && measures.same(k, i)) join(k, i);
  }
  for (const [a, b] of pairs) join(a, b);
  const sizes = new Uint32Array(figures.length);
  figures.forEach((_, i) => { const at = root(i); sizes[at] = (sizes[at] as number) + 1; });
  const chinese = new Map(pairs);
  return figures.map((figure, i) => {
    const comparable = (sizes[root(i)] as number) > 1 ? (figures[root(i)] as Figure).id : null;
    const other = figures[chinese.get(i) ?? -1];
    if (!other) return figure.comparable === comparable ? figure : { ...figure, comparable };
    return { ...figure, comparable, metric: other.metric ?? figure.metric, period: figure.period ?? other.period };
  });
}

/** Pairs of indices, English and Chinese: the same statement in the two languages of one source, found in order (longest common sequence). */
export function bilingualPairs(figures: readonly Figure[]): [number, number][] {
  const pairs: [number, number][] = [];
  const byFile = new Map<string, number[]>();
  figures.forEach((f, i) => { const list = byFile.get(f.file); if (list) list.push(i); else byFile.set(f.file, [i]); });
  for (const list of byFile.values()) {
    const english = list.filter((i) => !isChinese(figures[i] as Figure));
    const chinese = list.filter((i) => isChinese(figures[i] as Figure));
    if (english.length < 2 || chinese.length < 2 || english.length * chinese.length > 250000) continue;
    const same = (a: number, b: number): boolean => sameValue(figures[a] as Figure, figures[b] as Figure);
    const best: number[][] = Array.from({ length: english.length + 1 }, () => new Array<number>(chinese.length + 1).fill(0));
    for (let i = english.length - 1; i >= 0; i--) for (let j = chinese.length - 1; j >= 0; j--) {
      (best[i] as number[])[j] = same(english[i] as number, chinese[j] as number) ? 1 + ((best[i + 1] as number[])[j + 1] as number) : Math.max((best[i + 1] as number[])[j] as number, (best[i] as number[])[j + 1] as number);
    }
    for (let i = 0, j = 0; i < english.length && j < chinese.length;) {
      if (same(english[i] as number, chinese[j] as number)) { pairs.push([english[i] as number, chinese[j] as number]); i++; j++; }
      else if (((best[i + 1] as number[])[j] as number) >= ((best[i] as number[])[j + 1] as number)) i++; else j++;
    }
  }
  return pairs;
}
