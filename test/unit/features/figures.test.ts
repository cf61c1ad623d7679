import assert from 'node:assert/strict';
import { groupComparable } from '../../../src/core/extract/figures/comparable';
import { extractFigures } from '../../../src/core/extract/figures/extractFigures';
import { chartAlternative, renderChart } from '../../../src/core/features/figures/chart';
import { scaledUnit } from '../../../src/core/features/figures/chartSpec';
import { agreementOf } from '../../../src/core/features/figures/agreement';
import { groupOf } from '../../../src/core/features/figures/groups';
import { figureHover, indicatorHover, markPoint } from '../../../src/core/features/figures/hover';
import { indicatorsOf } from '../../../src/core/features/figures/indicators';
import { figureInsertion } from '../../../src/core/features/figures/insertion';
import { figureList } from '../../../src/core/features/figures/list';
import { inScale, scalesOf } from '../../../src/core/features/figures/scaling';
import type { ChartSpec, ChartTheme, FigureGroup } from '../../../src/core/features/types';
import type { Library } from '../../../src/core/library/types';
import { sourceOfLines } from '../figuresSource';

const sources = [
  sourceOfLines([
    '渔业论文数量从2012年的4.67万篇增加至2017年的14.45万篇。', '2018年，渔业论文数量为15.2万篇。',
    '2018年，全国共投入环保经费30782.9亿元，比上年增长10.1%。', '渔业论文占全部论文的比例为26.2%。', '我国启动建设53家观测实验室。',
  ], '海洋报告', 'a.txt'),
  sourceOfLines(['我国共建50多家观测实验室。', '我国共建50多家观测实验室。'], '渔业年报', 'b.txt'),
];
const library = { sources, figures: groupComparable(sources.flatMap((source) => extractFigures(source))) };
const groupsOf = (of: Pick<Library, 'figures' | 'sources'>): FigureGroup[] => indicatorsOf(of).all.map(({ id }) => groupOf(of, id) as FigureGroup);
const groups = groupsOf(library);
const named = (words: string) => groups.find((g) => g.indicator.includes(words) && g.rows.some((r) => r.raw !== ''));
const theme: ChartTheme = { foreground: '#ffffff', background: '#000000', accent: '#00ffff', marked: '#ffff00', grid: '#666666', font: 'sans-serif' };

describe('figure groups', () => {
  it('puts values of one indicator side by side, each statement once', () => {
    assert.deepEqual(named('观测实验室')?.rows.map((r) => [r.raw, r.evidence.file]), [['53家', 'a.txt'], ['50多家', 'b.txt']]);
  });
  it('draws a line through three periods or more, bars else, a share for a part of a whole', () => {
    assert.equal(named('渔业论文数量')?.chart?.type, 'line');
    assert.deepEqual(named('渔业论文数量')?.chart?.points.map((p) => [p.label, p.value]), [['2012年', 4.67], ['2017年', 14.45], ['2018年', 15.2]]);
    assert.equal(named('渔业论文数量')?.chart?.unit, '万篇');
    assert.equal(named('观测实验室')?.chart?.type, 'bar');
    assert.equal(named('占全部论文')?.chart?.type, 'share');
    assert.equal(groups.find((g) => g.indicator.endsWith('增长'))?.chart, null);
  });
  it('never draws two points as a trend', () => {
    const two = [sourceOfLines(['论文数量从2012年的4.67万篇增加至2017年的14.45万篇。'])];
    const [group] = groupsOf({ sources: two, figures: groupComparable(two.flatMap((source) => extractFigures(source))) });
    assert.equal(group?.chart?.type, 'bar');
  });
  it('scales units', () => {
    assert.deepEqual(scaledUnit(3.07e12, '元', false), { scale: 1e8, unit: '亿元' });
    assert.deepEqual(scaledUnit(703500, '人', false), { scale: 1e4, unit: '万人' });
    assert.deepEqual(scaledUnit(3.07e12, 'yuan', true), { scale: 1e12, unit: 'trillion yuan' });
    assert.deepEqual(scaledUnit(26.2, '%', false), { scale: 1, unit: '%' });
  });
  it('offers units to show values in, and shows them', () => {
    const spec = named('渔业论文数量')?.chart as ChartSpec;
    assert.deepEqual(scalesOf(spec, 'zh-cn'), [{ scale: 1, unit: '篇' }, { scale: 1e4, unit: '万篇' }]);
    assert.deepEqual(inScale(spec, 1, 'zh-cn').points.map((p) => p.value), [46700, 144500, 152000]);
    assert.equal(inScale(spec, 1, 'zh-cn').unit, '篇');
    const money: ChartSpec = { ...spec, unit: '亿元', scale: 1e8, points: spec.points.map((p, i) => ({ ...p, value: 300 * (i + 1) })) };
    assert.deepEqual(scalesOf(money, 'en').map(({ unit }) => unit), ['million yuan', 'billion yuan']);
    assert.deepEqual(inScale(money, 1e9, 'en').points.map((p) => p.value), [30, 60, 90]);
    assert.equal(inScale(money, 1e12, 'en'), money, 'a unit that is not offered changes nothing');
    assert.deepEqual(scalesOf(named('占全部论文')?.chart as ChartSpec, 'en'), []);
  });
  it('labels charts in the reader\'s language', () => {
    const id = named('渔业论文数量')?.id ?? '';
    assert.deepEqual(groupOf(library, id, 'en')?.chart?.points.map((p) => p.label), ['2012', '2017', '2018']);
  });
  it('finds the group of a figure', () => {
    const figure = library.figures.find((f) => f.raw === '50多家');
    assert.ok(figure && groupOf(library, figure.id)?.rows.length === 2);
    assert.equal(groupOf(library, 'nothing'), null);
  });
});

describe('the sources of one indicator', () => {
  const agreement = (...texts: (readonly string[])[]) => {
    const of = texts.map((lines, i) => sourceOfLines(lines, `报告${i}`, `${i}.txt`));
    const figures = of.flatMap((source) => extractFigures(source));
    return agreementOf(figures);
  };
  for (const [expected, ...texts] of [
    ['alone', '2018年，渔业论文数量为15.2万篇。'],
    ['dates', '2018年，渔业论文数量为15.2万篇。', '2017年，渔业论文数量为14.45万篇。'],
    ['agree', '2018年，渔业论文数量为15.2万篇。', '2018年渔业论文数量达到152000篇。'],
    ['rounded', '2018年，渔业论文数量为15.2万篇。', '2018年，渔业论文数量超过15万篇。'],
    ['definitions', '2018年，渔业论文数量为15.2万篇。', '2018年，渔业国际合著论文数量为3.8万篇。'],
    ['conflict', '2018年，渔业论文数量为15.2万篇。', '2018年，渔业论文数量为12.5万篇。'],
    ['dates', '渔业论文数量为15.2万篇。', '渔业论文数量为12.5万篇。'],
  ] as const) it(`${expected}: ${texts.join(' | ')}`, () => { assert.equal(agreement(...texts.map((text) => [text])), expected); });
  it('does not hold a source against itself', () => {
    assert.equal(agreement(['2018年，渔业论文数量为15.2万篇。', '2018年，渔业论文数量为12.5万篇。']), 'alone');
  });
});

describe('the list of indicators', () => {
  const list = (query: Partial<Parameters<typeof figureList>[1]>) => figureList(library, { search: '', from: 0, count: 50, ...query });
  it('has those of several values first, each once', () => {
    const { total, all, rows } = list({});
    assert.deepEqual([total, all], [groups.length, groups.length]);
    assert.deepEqual(rows.map(({ id }) => id), groups.map(({ id }) => id));
    assert.ok(rows.every((row, i) => i === 0 || row.values <= (rows[i - 1]?.values ?? 0)));
    assert.equal(rows.find(({ indicator }) => indicator.includes('比例'))?.written, '26.2%');
  });
  it('finds by every word of the search: indicator, value, year, title of a source', () => {
    const names = (search: string) => list({ search }).rows.map(({ indicator }) => indicator);
    assert.equal(list({ search: '渔业论文 2018' }).total, 1);
    assert.equal(list({ search: '50多家' }).total, 1);
    assert.ok(names('渔业年报').every((name) => name.includes('观测实验室')) && names('渔业年报').length > 0);
    assert.equal(list({ search: '渔业论文 观测' }).total, 0);
  });
  it('gives a page, and counts all', () => {
    const first = list({ count: 2 }), second = list({ from: 2, count: 2 });
    assert.equal(first.rows.length, 2);
    assert.equal(first.total, second.total);
    assert.deepEqual([...first.rows, ...second.rows], list({ count: 4 }).rows);
  });
  it('is narrowed by source, year, subject and unit, all of which must hold; counts tell what each would leave', () => {
    assert.deepEqual(list({ source: 'b.txt' }).rows.map(({ indicator }) => indicator), list({ search: '渔业年报' }).rows.map(({ indicator }) => indicator));
    assert.ok(list({ year: '2017' }).rows.every(({ indicator }) => indicator.includes('渔业论文')));
    assert.equal(list({ year: '2017', source: 'b.txt' }).total, 0);
    for (const name of ['source', 'year', 'entity', 'unit'] as const) {
      for (const { value, count } of list({}).choices[name]) assert.equal(list({ [name]: value }).total, count, `${name} ${value}`);
    }
    // A filter's own choices do not shrink with what it has chosen.
    assert.deepEqual(list({ year: '2017' }).choices.year, list({}).choices.year);
  });
});

describe('charts', () => {
  it('draws each kind as SVG with a text alternative, theme colours and no network', () => {
    for (const group of groups) {
      if (!group.chart) continue;
      const svg = renderChart(markPoint(group.chart, group.chart.points[0]?.figure ?? null), theme, { width: 420, height: 260 });
      assert.match(svg, /^<svg role="img" aria-label="/);
      assert.ok(svg.includes('#000000') || svg.includes('rgb(0,0,0)'));
      assert.ok(!/(?:href|src)="https?:/.test(svg.replace(/xmlns(?::xlink)?="[^"]*"/g, '')));
      if (group.chart.type !== 'share') assert.ok(svg.includes('▶'), 'the marked value has a mark besides its colour');
    }
  });
  it('says the chart in words', () => {
    const chart = named('渔业论文数量')?.chart;
    assert.ok(chart);
    assert.equal(chartAlternative(chart), '渔业论文数量: 2012年 4.67万篇，2017年 14.45万篇，2018年 15.2万篇');
  });
  it('is well-formed with a font whose names stand in double quotes', () => {
    const chart = named('渔业论文数量')?.chart;
    assert.ok(chart);
    const svg = renderChart(chart, { ...theme, font: 'system-ui, "Droid Sans", sans-serif' }, { width: 300, height: 200 });
    // Between a tag's name and its end there are attributes and blanks, nothing else.
    for (const [tag] of svg.matchAll(/<[a-z][^>]*>/g)) assert.match(tag, /^<[A-Za-z]+(?:\s+[\w:-]+="[^"<]*")*\s*\/?>$/, tag);
  });
  it('escapes titles', () => {
    const chart = named('渔业论文数量')?.chart;
    assert.ok(chart);
    assert.match(renderChart({ ...chart, title: 'R&D <"x">' }, theme, { width: 300, height: 200 }), /aria-label="R&amp;D &lt;&quot;x&quot;&gt;/);
  });
});

describe('figures to insert', () => {
  const group = named('投入环保经费');
  it('gives the words of the source with their date, their rate and the citation', () => {
    assert.ok(group);
    const { phrase } = figureInsertion(group, 'markdown', 'zh-cn');
    assert.match(phrase, /^2018年，全国共投入环保经费30782\.9亿元，比上年增长10\.1%（来源：海洋报告/);
  });
  it('gives tables for each language of draft, and CSV', () => {
    assert.ok(group);
    assert.match(figureInsertion(group, 'markdown', 'en').table, /^\| Indicator \| Subject/);
    assert.match(figureInsertion(group, 'latex', 'en').table, /\\begin\{tabular\}[\s\S]*\\\\/);
    assert.match(figureInsertion(group, 'plaintext', 'zh-cn').table, /^指标\t主体/);
    assert.match(figureInsertion(group, 'markdown', 'en').csv, /^Indicator,Subject,Period,Value,Unit,As written,Source\r\n/);
  });
  it('gives values in the unit that was chosen, the table without one in a unit that keeps them short', () => {
    const papers = named('渔业论文数量');
    assert.ok(papers && group);
    const table = (scale: number | null, locale: 'zh-cn' | 'en' = 'zh-cn'): string => figureInsertion(papers, 'plaintext', locale, scale).table;
    assert.match(table(null), /\t14\.45\t万篇\t/);
    assert.match(table(1), /\t144500\t篇\t/);
    assert.match(table(7), /\t14\.45\t万篇\t/);
    assert.match(figureInsertion(papers, 'markdown', 'zh-cn').csv, /,144500,篇,/);
    assert.match(figureInsertion(papers, 'markdown', 'zh-cn', 1e4).csv, /,14\.45,万篇,/);
    assert.match(figureInsertion(group, 'plaintext', 'zh-cn').table, /\t30782\.9\t亿元\t30782\.9亿元\t/);
  });
  it('escapes LaTeX', () => {
    const share = named('占全部论文');
    assert.ok(share);
    assert.match(figureInsertion(share, 'latex', 'zh-cn').table, /26\.2\\%/);
  });
});

describe('hover of a figure', () => {
  const draft = { text: '我国建设63家观测实验室，栽树12棵。', language: 'plaintext' as const };
  it('shows what the sources say, the evidence first and marked', () => {
    const hover = figureHover(library, draft, draft.text.indexOf('63') + 1);
    assert.equal(hover?.verdict, 'differs');
    assert.equal(hover?.raw, '63家');
    assert.equal(hover?.group?.rows[0]?.raw, '53家');
    assert.deepEqual(hover?.group?.chart?.points.map((p) => p.marked), [true, false]);
  });
  it('shows an indicator where only its name stands, the longest that holds the place', () => {
    const named = { text: '近年来渔业论文数量增加很快。', language: 'plaintext' as const };
    const hover = indicatorHover(library, named, named.text.indexOf('论文'));
    assert.equal(named.text.slice(hover?.span.start, hover?.span.end), '渔业论文数量');
    assert.equal(hover?.verdict, null);
    assert.equal(hover?.group?.rows.length, 3);
    assert.equal(indicatorHover(library, named, named.text.indexOf('增加')), null);
    assert.equal(indicatorHover(library, named, 0), null);
  });
  it('is silent about what the library does not know, and beside figures', () => {
    assert.equal(figureHover(library, draft, draft.text.indexOf('12')), null);
    assert.equal(figureHover(library, draft, 0), null);
  });
});
