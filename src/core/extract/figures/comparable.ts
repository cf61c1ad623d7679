/** Which figures of a library measure the same thing. */
import type { Figure } from '../../library/types';
import { foldText } from '../../text/fold';
import { contrasting } from './contrasts';
import { classOf, commonUnit, sideBySide, unitClassOf } from './units';

const HAN = /\p{Script=Han}/u;
const FILLER = /(?:世界|全球|数量|总数|总量|总额|总规模|规模|人数|人次|情况|水平|目前|我国|中国|全国|累计|已经|共计|已|共|了|的)/g;

/** Names of one thing in different documents, in folded text. */
const SYNONYMS: readonly (readonly [RegExp, string])[] = [
  [/研究与试验发展(?:rd)?|研究和试验发展(?:rd)?|研究开发|rd(?![a-z])/g, '研发'],
  [/(?:经费投入|投入经费|经费支出|支出经费|资金投入|投入资金|投入|支出)/g, '经费'],
  [/国内生产总值|gdp/g, '生产总值'],
  [/合著|合作发表/g, '合著'], [/占比|比重|份额|比率/g, '比例'],
];

/** A metric folded, without words that tell nothing and with one name for each thing; null where it is compared word by word (English). */
export function metricText(metric: string): string | null {
  if (!HAN.test(metric) && !/^[A-Z&]+$/.test(metric)) return null;
  let folded = foldText(metric).replace(FILLER, '');
  for (const [pattern, one] of SYNONYMS) folded = folded.replace(pattern, one);
  return HAN.test(metric) || (/^[A-Z&]+$/.test(metric) && HAN.test(folded)) ? folded : null;
}

/** What a metric is compared by: two letters side by side of a Chinese one (of its `metricText`), words of an English one without their endings. */
export function metricGrams(metric: string | null): ReadonlySet<string> {
  const key = metric ?? '', cached = grams.get(key);
  if (cached) return cached;
  const chinese = metricText(key);
  const set = new Set(chinese !== null ? pieces(chinese) : key.toLowerCase().split(/[^a-z&]+/).filter((w) => w.length > 2 && !STOP.has(w)).map((w) => w.replace(/(?:ies|es|s|ed|ing)$/, '')));
  if (grams.size > 20000) grams.clear();
  grams.set(key, set);
  return set;
}
const grams = new Map<string, ReadonlySet<string>>();
const STOP = new Set(['the', 'and', 'for', 'was', 'were', 'are', 'has', 'have', 'with', 'from', 'that', 'this', 'its', 'total', 'number', 'more', 'than', 'over', 'about', 'reached', 'china', 'national', 'average', 'annual', 'rate', 'growth', 'growing', 'increase', 'increased', 'year', 'years']);

function pieces(text: string): string[] {
  return Array.from({ length: Math.max(0, text.length - 1) }, (_, i) => text.slice(i, i + 2));
}

/** Likeness of two metrics, 0 to 1: shared pieces over all (Dice). */
export function alike(a: string | null, b: string | null): number {
  const one = metricGrams(a), other = metricGrams(b);
  if (one.size === 0 || other.size === 0) return 0;
  return (2 * shared(one, other)) / (one.size + other.size);
}

/** How much of the shorter metric stands in the longer one, 0 to 1. */
export function contained(a: string | null, b: string | null): number {
  const one = metricGrams(a), other = metricGrams(b);
  return one.size === 0 || other.size === 0 ? 0 : shared(one, other) / Math.min(one.size, other.size);
}

function shared(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let count = 0;
  for (const gram of a) if (b.has(gram)) count++;
  return count;
}

const CHANGES = /(?:增长|增加|上升|提高|提升|下降|减少|降低|上涨|下跌|回落|缩小|扩大|增速|增幅)$|\b(?:increase|growth|rise|decrease|decline)/;

/** Whether a figure is a change (a growth rate, an amount added) rather than a level. */
export function isChange(figure: { readonly metric: string | null; readonly unit: string | null }): boolean {
  return unitClassOf(figure.unit) === 'points' || CHANGES.test(figure.metric ?? '');
}

const sameEntity = (a: string | null, b: string | null): boolean => a === b || a === null || b === null || a.includes(b) || b.includes(a);

const isChinese = (figure: Figure): boolean => /\p{Script=Han}/u.test(figure.context);

/** Values that two figures can both have, given their hedges: 50多 and 53, 逾万 and 超过1.4万. */
function near(a: Figure, b: Figure): boolean {
  const x = [a.value].flat().at(-1) as number, y = [b.value].flat().at(-1) as number;
  return x !== 0 && y !== 0 && Math.max(x, y) / Math.min(x, y) <= 1.6;
}

function sameValue(a: Figure, b: Figure): boolean {
  return String(a.value) === String(b.value) && classOf(a) === classOf(b) && (classOf(a) === 'rank' || commonUnit(a.unit) === commonUnit(b.unit));
}

/** Whether two figures measure the same thing. */
export function measuresSame(a: Figure, b: Figure): boolean {
  if (!sideBySide(a, b) || contrasting(a.metric ?? '', b.metric ?? '') || !sameEntity(a.entity, b.entity) || isChange(a) !== isChange(b)) return false;
  // One document does not give two values for one thing at one time, unless it goes from one to the other.
  if (a.file === b.file && a.period === b.period && String(a.value) !== String(b.value) && a.change?.from !== (b.change?.from ?? '') && isChinese(a) === isChinese(b) && typeof a.value === 'number' && a.relation === '=' && b.relation === '=') return false;
  const likeness = alike(a.metric, b.metric);
  if (sameValue(a, b)) return likeness >= 0.45 || contained(a.metric, b.metric) >= 0.75;
  if (likeness >= 0.75) return true;
  return near(a, b) && (likeness >= 0.5 || (likeness >= 0.36 && contained(a.metric, b.metric) >= 0.5));
}

/** How many of a metric's rarest pieces are looked up, and how many figures behind each. */
const RAREST = 6, BEHIND = 24;

/**
 * Gives figures that measure the same thing the same `comparable`: the id of the first of them; null for a figure alone.
 * Figures of the two languages of one page are paired in order by value and measure; the English one takes the Chinese
 * wording of what it measures, and its date where it has none itself.
 */
export function groupComparable(figures: readonly Figure[]): Figure[] {
  const parent = figures.map((_, i) => i);
  const root = (i: number): number => {
    let at = i;
    while (parent[at] !== at) { parent[at] = parent[parent[at] as number] as number; at = parent[at]; }
    return at;
  };
  const join = (a: number, b: number): void => { const x = root(a), y = root(b); if (x !== y) parent[Math.max(x, y)] = Math.min(x, y); };
  const pairs = bilingualPairs(figures);
  const common = new Map<string, number>();
  for (const figure of figures) for (const gram of metricGrams(figure.metric)) common.set(gram, (common.get(gram) ?? 0) + 1);
  const buckets = new Map<string, number[]>();
  figures.forEach((figure, i) => {
    // Only what has the same kind of measure can be the same; what shares no rare piece of its metric hardly is.
    const kind = `${classOf(figure)}${isChange(figure) ? '+' : ''}`.replace('people', 'count');
    const rare = [...metricGrams(figure.metric)].filter((gram) => (common.get(gram) ?? 0) > 1).sort((x, y) => (common.get(x) ?? 0) - (common.get(y) ?? 0)).slice(0, RAREST);
    const candidates = new Set<number>();
    for (const key of [...rare.map((gram) => `${kind}:${gram}`), `${kind}=${String(figure.value)}`]) {
      const list = buckets.get(key);
      if (!list) { buckets.set(key, [i]); continue; }
      for (let k = list.length - 1; k >= 0 && k >= list.length - BEHIND; k--) candidates.add(list[k] as number);
      list.push(i);
    }
    for (const k of candidates) if (root(k) !== root(i) && measuresSame(figures[k] as Figure, figure)) join(k, i);
  });
  for (const [a, b] of pairs) join(a, b);
  const sizes = new Map<number, number>();
  figures.forEach((_, i) => sizes.set(root(i), (sizes.get(root(i)) ?? 0) + 1));
  const chinese = new Map(pairs);
  return figures.map((figure, i) => {
    const comparable = (sizes.get(root(i)) ?? 0) > 1 ? (figures[root(i)] as Figure).id : null;
    const other = figures[chinese.get(i) ?? -1];
    return other ? { ...figure, comparable, metric: other.metric ?? figure.metric, period: figure.period ?? other.period } : { ...figure, comparable };
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
