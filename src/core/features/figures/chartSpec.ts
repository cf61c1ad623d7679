/** What there is to draw of a group of figures. */
import { isChange } from '../../extract/figures/metricWords';
import { classOf, commonUnit } from '../../extract/figures/units';
import type { Figure } from '../../library/types';
import type { ChartSpec, FigureRow, Locale } from '../types';

const ENGLISH_SCALES: readonly (readonly [number, string])[] = [[1e12, 'trillion'], [1e9, 'billion'], [1e6, 'million'], [1e3, 'thousand']];

/** The scale that keeps the largest value readable, and the unit as written on the axis (亿元, billion yuan). */
export function scaledUnit(largest: number, unit: string | null, english: boolean): { scale: number; unit: string } {
  if (english) {
    const found = ENGLISH_SCALES.find(([scale]) => scale > 1e3 && largest >= scale);
    return found ? { scale: found[0], unit: `${found[1]} ${unit ?? ''}`.trim() } : { scale: 1, unit: unit ?? '' };
  }
  if (unit === '%' || unit === '‰' || unit === '百分点' || unit === '千分点') return { scale: 1, unit };
  if (largest >= 1e13) return { scale: 1e12, unit: `万亿${unit ?? ''}` };
  if (largest >= 1e8) return { scale: 1e8, unit: `亿${unit ?? ''}` };
  if (largest >= 1e5) return { scale: 1e4, unit: `万${unit ?? ''}` };
  return { scale: 1, unit: unit ?? '' };
}

/** A chart for a group, or null where drawing says no more than the number: a lone count, ranks, ranges, durations. */
export function chartOf(title: string, figures: readonly Figure[], rows: readonly FigureRow[], locale: Locale): ChartSpec | null {
  const usable = figures.filter((f) => typeof f.value === 'number' && classOf(f) !== 'rank' && classOf(f) !== 'duration');
  const first = usable[0];
  if (!first) return null;
  // Same statement in two languages or twice over is one point.
  const units = new Set(usable.map((f) => commonUnit(f.unit)));
  if (units.size > 1) return null;
  const chinese = usable.filter((f) => /\p{Script=Han}/u.test(f.context));
  const points = uniquePoints(chinese.length > 0 ? chinese : usable);
  const sourceLine = [...new Set(rows.filter((row) => points.some((p) => p.id === row.id)).map((row) => row.evidence.citation))].join(' ');
  const largest = Math.max(...points.map((f) => Math.abs(f.value as number)));
  const english = chinese.length === 0;
  const { scale, unit } = scaledUnit(largest, (points[0] as Figure).unit, english);
  const labels = labelsOf(points, rows, locale);
  const spec = (type: ChartSpec['type']): ChartSpec => ({
    type, title, unit, scale, source: sourceLine,
    points: points.map((figure, i) => ({ label: labels[i] as string, value: Number(((figure.value as number) / scale).toPrecision(12)), marked: false, figure: figure.id })),
  });
  if (points.length === 1) return isShare(first) ? spec('share') : null;
  const years = points.map(year);
  const series = new Set(years).size === points.length && !years.includes(UNDATED) && new Set(points.map((f) => f.entity)).size === 1;
  return spec(series && points.length >= 3 ? 'line' : 'bar');
}

function uniquePoints(figures: readonly Figure[]): Figure[] {
  const seen = new Set<string>();
  return figures.filter((f) => {
    const key = [f.value, f.entity, year(f)].join('|');
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/** What tells the points apart: subject and time; where none is stated, the source, at last the figure itself. */
function labelsOf(points: readonly Figure[], rows: readonly FigureRow[], locale: Locale): string[] {
  const entities = new Set(points.map((f) => f.entity)).size > 1, dated = points.some((f) => year(f) !== UNDATED);
  const sources = new Set(points.map((f) => f.file)).size > 1;
  const label = (f: Figure): string => {
    const chinese = locale === 'zh-cn';
    const time = year(f) === UNDATED ? (dated ? (chinese ? '未注明年份' : 'no date') : '') : /^\d{4}$/.test(year(f)) && chinese ? `${year(f)}年` : year(f);
    const title = rows.find((row) => row.id === f.id)?.evidence.title ?? f.file;
    return [entities ? f.entity ?? '' : '', time, sources && (!dated || year(f) === UNDATED) ? short(title) : ''].filter(Boolean).join(' ');
  };
  const labels = points.map(label);
  return labels.map((words, i) => (words === '' || labels.filter((l) => l === words).length > 1 ? `${words} ${(points[i] as Figure).raw}`.trim() : words));
}

function short(title: string): string {
  return title.length > 14 ? `${title.slice(0, 13)}…` : title;
}

/** What stands for no date: behind all dates in order. */
export const UNDATED = '9999';

/** Date of a period for ordering; undated ones last. */
export function year(figure: { readonly period: string | null }): string {
  return /\d{4}(?:-[\w]+)?/.exec(figure.period ?? '')?.[0] ?? UNDATED;
}

/** Whether a figure is drawn as a share of a whole. */
function isShare(figure: Figure): boolean {
  return classOf(figure) === 'percent' && !isChange(figure) && typeof figure.value === 'number' && figure.value <= 100 && figure.value >= 0 && /占|比例|比重|份额|占比|率$|\bof the\b|share|proportion/.test(figure.metric ?? '');
}
