/** The words of what is measured, as they are compared. */
import { foldText } from '../../text/fold';
import { unitClassOf } from './units';

const HAN = /\p{Script=Han}/u;
const FILLER = /(?:世界|全球|数量|总数|总量|总额|总规模|规模|人数|人次|情况|水平|目前|我国|中国|全国|累计|同比|已经|共计|已|共|了|的)/g;

/** Names of one thing in different documents, in folded text. */
const SYNONYMS: readonly (readonly [RegExp, string])[] = [
  [/研究与试验发展(?:rd)?|研究和试验发展(?:rd)?|研究开发|rd(?![a-z])/g, '研发'],
  [/(?:经费投入|投入经费|经费支出|支出经费|资金投入|投入资金|投入|支出)/g, '经费'],
  [/国内生产总值|gdp/g, '生产总值'],
  [/合著|合作发表/g, '合著'], [/(?:货物|商品)进出口(?:贸易)?|对外贸易|外贸(?:进出口)?/g, '进出口'], [/占比|比重|份额|比率/g, '比例'],
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
  const set = new Set(chinese !== null ? pieces(chinese) : key.toLowerCase().split(/[^a-z&]+/).filter((w) => (w.length > 2 && !STOP.has(w)) || SHORT.has(w)).map((w) => (FALLING.has(w) ? 'fall' : w).replace(/(?:ies|es|s|ed|ing)$/, '')));
  if (grams.size > 20000) grams.clear();
  grams.set(key, set);
  return set;
}
const grams = new Map<string, ReadonlySet<string>>();
const STOP = new Set(['the', 'and', 'for', 'was', 'were', 'are', 'has', 'have', 'with', 'from', 'that', 'this', 'its', 'total', 'number', 'more', 'than', 'over', 'about', 'reached', 'china', 'national', 'average', 'annual', 'rate', 'growth', 'growing', 'increase', 'increased', 'year', 'years', 'rose', 'risen', 'rising', 'grew', 'grown', 'up', 'expanded', 'climbed', 'jumped', 'surged', 'soared', 'gained', 'higher']);
const SHORT = new Set(['eu', 'us', 'uk', 'ai', 'r&d']);
const FALLING = new Set(['fell', 'fall', 'fallen', 'down', 'declined', 'decline', 'decreased', 'decrease', 'dropped', 'drop', 'slipped', 'dipped', 'shrank', 'contracted', 'reduced', 'lower']);

function pieces(text: string): string[] {
  return Array.from({ length: Math.max(0, text.length - 1) }, (_, i) => text.slice(i, i + 2));
}

/** Likeness of two metrics, 0 to 1: shared pieces over all (Dice). */
export function alike(a: string | null, b: string | null): number {
  const one = metricGrams(a), other = metricGrams(b);
  if (one.size === 0 || other.size === 0) return 0;
  return (2 * shared(one, other)) / (one.size + other.size);
}

/** How much of the shorter of two metrics stands in the other, 0 to 1. */
export function contained(a: string | null, b: string | null): number {
  const one = metricGrams(a), other = metricGrams(b);
  return one.size === 0 || other.size === 0 ? 0 : shared(one, other) / Math.min(one.size, other.size);
}

function shared(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let count = 0;
  for (const gram of a) if (b.has(gram)) count++;
  return count;
}

const CHANGES = /(?:增长|增加|上升|提高|提升|下降|减少|降低|上涨|下跌|回落|缩小|扩大|增速|增幅)$|\b(?:increase|growth|rise|decrease|decline)|\b(?:rose|risen|rising|grew|grown|growing|grow|up|down|expanded|expanding|contracted|climbed|jumped|surged|soared|gained|narrowed|shrank|slipped|dipped|fell|fall|dropped|reduced|widened|higher|lower)$/;

/** Whether a figure is a change (a growth rate, an amount added) rather than a level. */
export function isChange(figure: { readonly metric: string | null; readonly unit: string | null }): boolean {
  return unitClassOf(figure.unit) === 'points' || CHANGES.test(figure.metric ?? '');
}

const RISES = /(?:增长|增加|上升|提高|提升|上涨|回升|攀升|跃升|多增|[增升涨])$|\b(?:increas(?:e|ed|es|ing)|growth|gr[eo]w(?:n|s|ing)?|r[io]se|risen|rising|up|climb(?:ed|ing)|jump(?:ed|ing)?|surg(?:ed?|ing)|soar(?:ed|ing)|gain(?:ed|ing)?)$/i;
const FALLS = /(?:下降|减少|降低|下跌|回落|下滑|少增|[降跌减])$|\b(?:decreas(?:e|ed|ing)|declin(?:e|ed|ing)|f[ae]ll(?:en|ing)?|down|drop(?:ped|ping)?|slipped|dipped|shrank|contracted|reduced|reduction)$/i;

/** The words at the end of a metric that say which way a change goes; null where there are none. */
export const turnOf = (metric: string | null): string | null => (RISES.exec(metric ?? '') ?? FALLS.exec(metric ?? ''))?.[0] ?? null;

/** Which way a change goes: 1 up, -1 down; 0 where its words do not say (扩大, 加快). A negative value turns it. */
export function directionOf({ metric, value }: { readonly metric: string | null; readonly value: number | readonly [number, number] }): number {
  const words = metric ?? '', sign = ([value].flat()[0] as number) < 0 ? -1 : 1;
  return RISES.test(words) ? sign : FALLS.test(words) ? -sign : 0;
}
