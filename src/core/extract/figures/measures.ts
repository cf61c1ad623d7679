/** What many figures measure, read once for each wording, so that pairs of them are compared in no time. */
import type { Figure } from '../../library/types';
import { isChange, metricGrams } from './metricWords';
import { contrasting } from './contrasts';
import { classOf, commonUnit, comparableUnits } from './units';

export interface Measures {
  /** Of each figure the kind of its measure: what is of another kind cannot be the same. */
  readonly kinds: readonly string[];
  /** Of each figure the number of its wording. */
  readonly metricOf: Uint32Array;
  /** Of each wording its rarest pieces that others have too, by number, the rarest first. */
  readonly rarest: readonly (readonly number[])[];
  /** Whether two figures, by index, measure the same thing: by the same words, or by words that are near enough. */
  readonly same: (a: number, b: number) => 'surely' | 'likely' | null;
}

/** How two wordings stand to each other. */
interface Likeness {
  readonly contrasting: boolean;
  /** Shared pieces over all (Dice), and over those of the shorter one; 0 to 1. */
  readonly alike: number;
  readonly contained: number;
}

/** Words that are the same but for an ending. */
const ALIKE = 0.95;

/** Likenesses kept. */
const MOST_KEPT = 400_000;

/** Where no subject is known it may be the nation, but not every place. */
const sameEntity = (a: string | null, b: string | null): boolean => a === b || (a === null ? b === '中国' : b === null ? a === '中国' : a.includes(b) || b.includes(a));

/** Values that two figures can both have, given their hedges: 50多 and 53, 逾万 and 超过1.4万. Of rates all are near one another. */
function near(a: Figure, b: Figure): boolean {
  const x = [a.value].flat().at(-1) as number, y = [b.value].flat().at(-1) as number;
  return x !== 0 && y !== 0 && Math.max(x, y) / Math.min(x, y) <= 1.6;
}

/** How far, of itself, a value and its rounding lie apart. */
const ROUNDED = 0.002;

/** One document does not give two values for one thing at one time, unless it goes from one to the other or rounds (56.26万亿元, 562642亿元). */
export function opposed(a: Figure, b: Figure): boolean {
  return a.file === b.file && a.period === b.period && a.change?.from !== (b.change?.from ?? '') && typeof a.value === 'number' && a.relation === '=' && b.relation === '=' && (typeof b.value !== 'number' || Math.abs(a.value - b.value) > Math.max(Math.abs(a.value), Math.abs(b.value)) * ROUNDED);
}

/** Reads what figures measure; `rarest` is how many of the rarest pieces are named. */
export function readMeasures(figures: readonly Figure[], most: number): Measures {
  const numberOf = new Map<string | null, number>(), metrics: (string | null)[] = [], grams: number[][] = [], gramNumber = new Map<string, number>(), counts: number[] = [];
  const metricOf = Uint32Array.from(figures, ({ metric }) => {
    let number = numberOf.get(metric);
    if (number === undefined) {
      numberOf.set(metric, number = metrics.push(metric) - 1);
      grams.push([...metricGrams(metric)].map((gram) => {
        let known = gramNumber.get(gram);
        if (known === undefined) { gramNumber.set(gram, known = counts.length); counts.push(0); }
        return known;
      }));
    }
    for (const gram of grams[number] as number[]) counts[gram] = (counts[gram] as number) + 1;
    return number;
  });
  const count = (gram: number): number => counts[gram] as number;
  const rarest = grams.map((list) => list.filter((gram) => count(gram) > 1).sort((x, y) => count(x) - count(y)).slice(0, most));
  const values = figures.map(({ value }) => String(value)), classes = figures.map(classOf), units = figures.map(({ unit }) => commonUnit(unit));
  const changes = figures.map(isChange), chinese = figures.map(({ context }) => /\p{Script=Han}/u.test(context));

  const kept = new Map<number, Likeness>(), marks = new Uint32Array(counts.length);
  let mark = 0;
  const likeness = (one: number, other: number): Likeness => {
    const key = Math.min(one, other) * metrics.length + Math.max(one, other);
    let known = kept.get(key);
    if (!known) {
      const a = grams[one] as number[], b = grams[other] as number[];
      mark++;
      for (const gram of a) marks[gram] = mark;
      const shared = b.reduce((n, gram) => n + (marks[gram] === mark ? 1 : 0), 0), empty = a.length === 0 || b.length === 0;
      known = { contrasting: contrasting(metrics[one] ?? '', metrics[other] ?? ''), alike: empty ? 0 : (2 * shared) / (a.length + b.length), contained: empty ? 0 : shared / Math.min(a.length, b.length) };
      if (kept.size >= MOST_KEPT) kept.clear();
      kept.set(key, known);
    }
    return known;
  };
  const sideBySide = (i: number, k: number): boolean => (classes[i] === 'rank' || classes[k] === 'rank' ? classes[i] === classes[k] : units[i] === units[k] || comparableUnits((figures[i] as Figure).unit, (figures[k] as Figure).unit));

  return {
    kinds: figures.map((_, i) => `${classes[i] as string}${changes[i] ? '+' : ''}`.replace('people', 'count')), metricOf, rarest,
    same(i, k) {
      const a = figures[i] as Figure, b = figures[k] as Figure;
      if (changes[i] !== changes[k] || !sideBySide(i, k) || !sameEntity(a.entity, b.entity)) return null;
      if (values[i] !== values[k] && chinese[i] === chinese[k] && opposed(a, b)) return null;
      const like = likeness(metricOf[i] as number, metricOf[k] as number);
      if (like.contrasting) return null;
      if (like.alike >= ALIKE) return 'surely';
      const rate = /^(?:percent|points|times)$/.test(classes[i] as string);
      // The same number of the same kind needs less; of rates many are the same by chance.
      const equal = values[i] === values[k] && classes[i] === classes[k] && (classes[i] === 'rank' || units[i] === units[k]);
      const likely = equal ? like.alike >= (rate ? 0.6 : 0.45) || like.contained >= 0.75
        : like.alike >= 0.75 || (!rate && near(a, b) && (like.alike >= 0.5 || (like.alike >= 0.36 && like.contained >= 0.5)));
      return likely ? 'likely' : null;
    },
  };
}
