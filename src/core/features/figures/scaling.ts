/** The unit in which a chart and its table are shown: 元, 万元, 亿元; yuan, million yuan. The source's own where none is chosen. */
import { commonUnit } from '../../extract/figures/units';
import { exact } from '../../extract/figures/numerals';
import type { ChartSpec, Locale } from '../types';

/** A unit to choose: what a shown value is multiplied with to give base units, and its name. */
export interface ShownScale {
  readonly scale: number;
  readonly unit: string;
}

const SCALES: Readonly<Record<Locale, readonly (readonly [number, string])[]>> = {
  'zh-cn': [[1, ''], [1e4, '万'], [1e8, '亿'], [1e12, '万亿']], en: [[1, ''], [1e6, 'million '], [1e9, 'billion '], [1e12, 'trillion ']],
};
const ENGLISH: Readonly<Record<string, string>> = { 元: 'yuan', 美元: 'US dollars', 欧元: 'euros', 人: 'people', 人次: 'visits', 吨: 'tonnes', 公里: 'km', 平方公里: 'square kilometres', 公顷: 'hectares', 千瓦时: 'kWh', 千瓦: 'kW' };
/** Of a written unit its scale: 亿元, billion yuan. */
const SCALED = /^(?:万亿|亿|万|(?:trillion|billion|million|thousand)(?: |$))/;

/** The units in which the values of a chart can well be read: the largest has one to seven digits before the point. */
export function scalesOf(spec: ChartSpec, locale: Locale): ShownScale[] {
  const own = spec.unit.replace(SCALED, ''), common = commonUnit(own || null), largest = Math.max(...spec.points.map(({ value }) => Math.abs(value))) * spec.scale;
  if (spec.type === 'share' || /[%‰]|[百千]分点|倍|番/.test(spec.unit)) return [];
  const name = locale === 'en' ? ENGLISH[common] ?? own : /[A-Za-z]/.test(own) ? common : own;
  const offered = SCALES[locale].filter(([scale]) => largest / scale >= 1 && largest / scale < 1e7).map(([scale, word]) => ({ scale, unit: `${word}${name}`.trim() }));
  return offered.length > 1 ? offered : [];
}

/** The chart in another unit; as it is where the unit is none of its own. */
export function inScale(spec: ChartSpec, scale: number | null, locale: Locale): ChartSpec {
  const chosen = scalesOf(spec, locale).find((one) => one.scale === scale);
  if (!chosen) return spec;
  return { ...spec, ...chosen, points: spec.points.map((point) => ({ ...point, value: exact((point.value * spec.scale) / chosen.scale) })) };
}
