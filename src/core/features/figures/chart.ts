/** Draws a chart as SVG text, without a browser and without a network. */
import type { EChartsCoreOption } from 'echarts/core';
import { once } from '../../library/once';
import type { ChartSpec, ChartTheme } from '../types';
import type * as Drawing from './drawing';

export interface ChartSize {
  readonly width: number;
  readonly height: number;
}

/** ECharts is nearly half of all code: it is loaded with the first chart. */
const drawing = once(() => require('./drawing') as typeof Drawing);

/** The chart as one `<svg>` element with a text alternative; the marked value has its own colour, a pattern and a bold label. */
export function renderChart(spec: ChartSpec, theme: ChartTheme, size: ChartSize): string {
  return accessible(drawing().draw(optionOf(spec, theme, size), size), spec, theme);
}

/** A chart in words, for screen readers. */
export function chartAlternative(spec: ChartSpec): string {
  const values = spec.points.map((p) => `${p.label} ${format(p.value)}${unitGap(spec.unit)}${spec.unit}`).join(/\p{Script=Han}/u.test(spec.title + spec.unit) ? '，' : ', ');
  return `${spec.title}: ${values}`;
}

const unitGap = (unit: string): string => (/^[A-Za-z]/.test(unit) ? ' ' : '');

function format(value: number): string {
  const [whole = '', decimals] = String(value).split('.');
  return whole.replace(/\B(?=(\d{3})+(?!\d))/g, ',') + (decimals ? `.${decimals}` : '');
}

function optionOf(spec: ChartSpec, theme: ChartTheme, size: ChartSize): EChartsCoreOption {
  // The renderer writes the font into an attribute as it is: double quotes would end it.
  const text = { color: theme.foreground, fontFamily: theme.font.replace(/"/g, "'") };
  const lineOf = (fontSize: number): number => Math.max(8, Math.floor((size.width - 20) / fontSize));
  // The unit stands with the title: an axis of its own would take the room of the values in a narrow panel.
  const named = spec.type === 'share' ? spec.title : /\p{Script=Han}/u.test(spec.unit) ? `${spec.title}（${spec.unit}）` : `${spec.title} (${spec.unit})`;
  const title = [
    { text: wrap(named, lineOf(13)), left: 8, top: 6, textStyle: { ...text, fontSize: 13, fontWeight: 'bold' } },
    { text: wrap(spec.source, lineOf(10)), left: 8, bottom: 4, textStyle: { ...text, fontSize: 10, lineHeight: 13, fontWeight: 'normal' } },
  ];
  const top = 24 + 17 * (title[0]?.text.split('\n').length ?? 1), bottom = 14 + 14 * (title[1]?.text.split('\n').length ?? 1);
  const marked = (i: number): object => (spec.points[i]?.marked
    ? { color: theme.marked, borderColor: theme.foreground, borderWidth: 2, decal: { symbol: 'rect', color: theme.background, dashArrayX: [1, 0], dashArrayY: [2, 4], rotation: Math.PI / 4 } }
    : { color: theme.accent, borderColor: theme.foreground, borderWidth: 0 });
  const label = (i: number): object => ({ ...text, show: true, position: 'top', fontSize: 11, fontWeight: spec.points[i]?.marked ? 'bold' : 'normal', formatter: `${spec.points[i]?.marked ? '▶ ' : ''}${format(spec.points[i]?.value ?? 0)}` });
  const base = { animation: false, backgroundColor: theme.background, textStyle: text, title };
  if (spec.type === 'share') return { ...base, series: [shareSeries(spec, theme, text)] };
  return {
    ...base,
    grid: { left: 12, right: 16, top, bottom, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' },
    xAxis: {
      type: 'category', data: spec.points.map((p) => p.label), axisLine: { lineStyle: { color: theme.foreground } }, axisTick: { show: false },
      axisLabel: { ...text, fontSize: 11, interval: 0, width: Math.max(40, (size.width - 60) / spec.points.length), overflow: 'break' },
    },
    yAxis: {
      // Lengths are compared from nought: an axis cut short makes small differences look large.
      type: 'value', min: (range: { min: number }) => Math.min(0, range.min), splitNumber: size.height < 280 ? 3 : 5,
      axisLabel: { ...text, fontSize: 11, formatter: (value: number) => format(value) }, splitLine: { lineStyle: { color: theme.grid } },
    },
    series: [{
      type: spec.type, barMaxWidth: 56, symbolSize: 8, lineStyle: { color: theme.accent, width: 2 },
      data: spec.points.map((p, i) => ({ value: p.value, itemStyle: marked(i), label: label(i), ...(p.marked ? { symbol: 'diamond', symbolSize: 14 } : {}) })),
    }],
  };
}

function shareSeries(spec: ChartSpec, theme: ChartTheme, text: object): object {
  const value = spec.points[0]?.value ?? 0;
  return {
    type: 'pie', radius: ['42%', '62%'], center: ['50%', '52%'], startAngle: 90, silent: true, labelLine: { show: false },
    data: [
      { value, itemStyle: { color: spec.points[0]?.marked ? theme.marked : theme.accent, borderColor: theme.foreground, borderWidth: 1 }, label: { ...text, show: true, position: 'center', fontSize: 20, fontWeight: 'bold', formatter: `${format(value)}${spec.unit}` } },
      { value: Math.max(0, 100 - value), itemStyle: { color: theme.grid, borderColor: theme.foreground, borderWidth: 1 }, label: { show: false } },
    ],
  };
}

/** Breaks a line after so many characters; Latin words stay whole where they can. */
function wrap(text: string, length: number): string {
  const lines: string[] = [];
  let line = '', width = 0;
  for (const piece of text.match(/[A-Za-z0-9.,:;()/-]+\s*|[^A-Za-z0-9]/g) ?? []) {
    const units = [...piece].reduce((n, c) => n + (c.charCodeAt(0) > 0x2e7f ? 1 : 0.55), 0);
    if (width + units > length && line !== '') { lines.push(line.trimEnd()); line = ''; width = 0; }
    line += piece; width += units;
  }
  if (line.trim() !== '') lines.push(line.trimEnd());
  return lines.slice(0, 3).join('\n');
}

/** Gives the drawing its role and its text alternative. */
function accessible(svg: string, spec: ChartSpec, theme: ChartTheme): string {
  const words = escapeXml(chartAlternative(spec));
  return svg.replace(/<svg /, `<svg role="img" aria-label="${words}" style="background:${escapeXml(theme.background)}" `).replace(/(<svg [^>]*>)/, `$1<title>${words}</title>`);
}

function escapeXml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}
