/** Which figures of a library measure the same thing. */
import { allSteps, type Steps } from '../../library/steps';
import type { Figure } from '../../library/types';
import { opposed, readMeasures } from './measures';
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
  const given = new Map<number, Given>();
  const join = (a: number, b: number, sure = false): void => {
    const x = root(a), y = root(b), first = Math.min(x, y), later = Math.max(x, y);
    if (x === y) return;
    const ones = given.get(first) ?? givenBy(figures, first), others = given.get(later) ?? givenBy(figures, later);
    // Through a third one the whole must not come to stand beside its parts.
    if (!sure && apart(figures, ones, others)) return;
    const [small, large] = ones.size < others.size ? [ones, others] : [others, ones];
    for (const [key, list] of small) large.set(key, distinct(figures, [...(large.get(key) ?? []), ...list]));
    given.delete(later);
    given.set(first, large);
    parent[later] = first;
  };
  const pairs = bilingualPairs(figures);
  const measures = readMeasures(figures, RAREST), { kinds, metricOf, rarest } = measures;
  const buckets = new Map<string, number[]>(), likely: [number, number][] = [];
  const numberOf = new Map(figures.filter(({ change }) => change).map((figure) => [figure.id, 0]));
  figures.forEach(({ id }, i) => { if (numberOf.has(id)) numberOf.set(id, i); });
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
    for (const k of candidates) {
      const same = root(k) === root(i) ? null : measures.same(k, i);
      if (same === 'surely') join(k, i);
      else if (same === 'likely') likely.push([k, i]);
    }
    const from = figure.change && numberOf.get(figure.change.from), to = figure.change && numberOf.get(figure.change.to);
    if (from !== undefined && from !== null && to !== undefined && to !== null) join(from, to, true);
  }
  for (const [a, b] of pairs) join(a, b, true);
  // Whoever has the very words comes first: what is only like them may have to stay outside.
  for (const [n, [a, b]] of likely.entries()) {
    if (n % (20 * STEP) === 0) yield;
    join(a, b);
  }
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

/** What a group has of each document for each time, by index: values that are the same are there once. */
type Given = Map<string, number[]>;

function givenBy(figures: readonly Figure[], i: number): Given {
  const figure = figures[i] as Figure;
  return new Map([[`${figure.file}\n${String(figure.period)}\n${String(isChinese(figure))}`, [i]]]);
}

/** Of those of one value the first; of a pair both. */
function distinct(figures: readonly Figure[], list: readonly number[]): number[] {
  const seen = new Set<string>();
  return list.filter((i) => { const { value, change, relation } = figures[i] as Figure, key = `${String(value)} ${change?.from ?? ''} ${relation}`; return !seen.has(key) && seen.add(key); });
}

/** Whether one document gives both groups a value for one time, and not the same. */
function apart(figures: readonly Figure[], a: Given, b: Given): boolean {
  const [small, large] = a.size < b.size ? [a, b] : [b, a];
  for (const [key, list] of small) {
    const others = large.get(key);
    if (others && list.some((i) => others.some((k) => opposed(figures[i] as Figure, figures[k] as Figure)))) return true;
  }
  return false;
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
