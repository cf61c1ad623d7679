/** A group of figures as text to insert: the source's own clause, a table, CSV; each names its source. */
import type { Draft } from '../../check/types';
import { clausesOf } from '../../extract/figures/clauses';
import { exact, normalise } from '../../extract/figures/numerals';
import { timesOf } from '../../extract/figures/periods';
import { commonUnit } from '../../extract/figures/units';
import { periodWords } from '../../check/figures/messages';
import type { FigureGroup, FigureInsertion, FigureRow, Locale } from '../types';
import type { ShownScale } from './scaling';
import { scalesOf } from './scaling';
import { scaledUnit } from './chartSpec';

/**
 * What to insert for a group: the phrase of its newest row; table and CSV in the unit of `scale` where the group offers it (`scalesOf`),
 * else the table in the one that keeps its values short and CSV in base units.
 */
export function figureInsertion(group: FigureGroup, language: Draft['language'], locale: Locale, scale: number | null = null): FigureInsertion {
  const row = newest(group.rows), { chart } = group, chosen = chart && scalesOf(chart, locale).find((one) => one.scale === scale);
  const first = group.rows.find(({ id }) => id === chart?.points[0]?.figure) ?? row, base = first?.unit ?? null;
  const own = chart ?? (first && scaledUnit(Math.abs([first.value].flat().at(-1) as number), base, !/\p{Script=Han}/u.test(first.evidence.text)));
  const rowsIn = (shown: ShownScale | null): string[][] => group.rows.map((each) => cells(group, each, locale, commonUnit(each.unit) === commonUnit(base) ? shown : null));
  return { phrase: row ? phraseOf(row, language, locale) : '', table: tableOf(rowsIn(chosen ?? own), language, locale), csv: csvOf(rowsIn(chosen ?? null), locale) };
}

/** The row with the latest date, among undated ones the first. */
function newest(rows: readonly FigureRow[]): FigureRow | null {
  const dated = rows.filter((r) => /\d{4}/.test(r.period ?? ''));
  return dated.at(-1) ?? rows[0] ?? null;
}

/**
 * The source's clauses that hold the figure, as they stand: from where the statement begins to the end of the figure's clause and of
 * what directly follows from it (比上年增长10.1%); with the citation behind them.
 */
function phraseOf(row: FigureRow, language: Draft['language'], locale: Locale): string {
  const text = row.evidence.text;
  const at = text.indexOf(row.raw);
  if (at < 0) return `${row.raw}${citation(row, language, locale)}`;
  const clauses = clausesOf(text, { start: 0, end: text.length });
  const own = clauses.findIndex((c) => at >= c.start && at < c.end);
  const clause = clauses[own];
  if (!clause) return `${row.raw}${citation(row, language, locale)}`;
  // A statement begins behind a full stop, a semicolon or what introduces it, and takes its time with it.
  let first = own;
  while (first > 0 && !/[；;：:。]/.test(text.slice((clauses[first - 1] as { end: number }).end, (clauses[first] as { start: number }).start)) && !/(?:显示|指出|表明|统计)$/.test(text.slice((clauses[first - 1] as { start: number }).start, (clauses[first - 1] as { end: number }).end)) && own - first < 2) first--;
  let last = own;
  const next = clauses[own + 1];
  if (next && /^\s*(?:比|较|同比|增长|增加|提高|下降|an increase|up )/.test(text.slice(next.start, next.end)) && !/[；;。]/.test(text.slice(clause.end, next.start))) last = own + 1;
  const words = text.slice((clauses[first] as { start: number }).start, (clauses[last] as { end: number }).end).trim().replace(/[。.；;，,]$/, '').replace(/^(?:其中|此外|同时|另外|数据显示)[，,]?/, '').replace(/(?<=[\p{Script=Han}\d%”》]),(?=[\p{Script=Han}“《])/gu, '，');
  const stated = /^(?:as-of:)?\d{4}/.test(row.period ?? '') && timesOf(normalise(words), false, { report: null, written: null }).length === 0 && /\p{Script=Han}/u.test(words);
  const lead = stated ? `${periodWords(row.period, 'zh-cn')}，` : '';
  return `${lead}${words}${citation(row, language, locale)}`;
}

function citation(row: FigureRow, language: Draft['language'], locale: Locale): string {
  const words = row.evidence.citation.replace(/[.。]\s*$/, '');
  const open = locale === 'zh-cn' ? '（来源：' : ' (Source: ', close = locale === 'zh-cn' ? '）' : ')';
  return `${open}${language === 'latex' ? latex(words) : words}${close}`;
}

function headings(locale: Locale): string[] {
  return locale === 'zh-cn' ? ['指标', '主体', '时间', '数值', '单位', '原文', '来源'] : ['Indicator', 'Subject', 'Period', 'Value', 'Unit', 'As written', 'Source'];
}

function cells(group: FigureGroup, row: FigureRow, locale: Locale, shown: ShownScale | null): string[] {
  const value = [row.value].flat().map((each) => exact(each / (shown?.scale ?? 1))).join('–');
  const hedge = row.relation === '=' ? '' : row.relation === '~' ? '≈' : row.relation === '>=' ? '≥' : row.relation;
  return [group.indicator, row.entity ?? '', periodWords(row.period, locale), hedge + value, shown?.unit ?? row.unit ?? '', row.raw, row.evidence.citation];
}

function tableOf(rows: readonly string[][], language: Draft['language'], locale: Locale): string {
  const head = headings(locale);
  if (language === 'markdown') {
    const line = (list: readonly string[]): string => `| ${list.map((c) => c.replace(/\|/g, '\\|').replace(/\s*\n\s*/g, ' ')).join(' | ')} |`;
    return [line(head), line(head.map((_, i) => (i === 3 ? '---:' : '---'))), ...rows.map(line)].join('\n') + '\n';
  }
  if (language === 'latex') {
    const line = (list: readonly string[]): string => `  ${list.map(latex).join(' & ')} \\\\`;
    return ['\\begin{tabular}{lllrlll}', '  \\hline', line(head), '  \\hline', ...rows.map(line), '  \\hline', '\\end{tabular}'].join('\n') + '\n';
  }
  return [head, ...rows].map((list) => list.map((c) => c.replace(/\s+/g, ' ')).join('\t')).join('\n') + '\n';
}

/** Comma-separated values after RFC 4180. */
function csvOf(rows: readonly string[][], locale: Locale): string {
  const quote = (text: string): string => (/[",\n\r]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text);
  return [headings(locale), ...rows].map((list) => list.map(quote).join(',')).join('\r\n') + '\r\n';
}

/** Escapes what LaTeX would read as a command. */
function latex(text: string): string {
  return text.replace(/[\\{}]/g, (c) => (c === '\\' ? '\\textbackslash{}' : `\\${c}`)).replace(/[&%$#_]/g, '\\$&').replace(/~/g, '\\textasciitilde{}').replace(/\^/g, '\\textasciicircum{}').replace(/≈/g, '$\\approx$').replace(/≥/g, '$\\geq$').replace(/(?<!\$)([<>])(?!\$)/g, '$$$1$$');
}
