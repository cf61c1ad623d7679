/** Figures of tables: a cell's heads say what it measures, whose it is, when, and in which unit. */
import type { Figure, Source, SourceTable, TableCell } from '../../library/types';
import { toSimplified } from '../../text/script';
import { tablesOf } from '../tables';
import type { FigureContext } from './figuresOfText';
import { exact, lastDigit, normalise, numberOf, scaleOf } from './numerals';
import { timesOf } from './periods';
import { PLACE, RANKED_PLACE } from './places';
import { CHINESE_UNITS, unitClassOf } from './units';

const NUMBER = /^([约近超逾≈<>]?)\s*([-−－+]?)\s*(\d{1,3}(?:[,，]\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)\s*([%‰]|[万亿]*[\p{Script=Han}]{1,4})?\s*(?:\[\d{1,2}\]|[①-⑳*])?$/u;
const WHOLE_UNIT = new RegExp(`^(?:${CHINESE_UNITS}|[%‰])$`);
const BRACKETED = /[（(]\s*([^（）()]{1,12}?)\s*[）)]\s*$/;
/** Heads that say how a value is given, not what it is of. */
const HOW = /^(?:绝对数|绝对值|绝对量|数值|数量|数额|金额|指标值|实绩|实际|本年|本期|当年|合计|全年|指标|项目|总量|value|amount|total)$/i;
/** Heads of columns that only count or name rows. */
const NAMES = /^(?:序号|编号|代码|行次|备注|年份|No\.?|#|电话|邮编)$/i;
const MEASURE = /(产量|面积|产值|增加值|人数|经费|支出|收入|投资额?|数量|价格|指数|总额|强度|比重|比例|增速)(?:情况|表|统计)?(?:及[^，,]{1,16})?$/;
/** Members that are named alike in many wholes. */
const PART = /^(?:其[他它]|城镇|农村|城市|乡村|男性?|女性?|出口|进口|中央|地方|.)$/u;
const RELATIONS: Readonly<Record<string, Figure['relation']>> = { 约: '~', '≈': '~', 近: '<', '<': '<', 超: '>', 逾: '>', '>': '>' };
const PLACE_HEAD = new RegExp(`^(?:${PLACE}(?:[省市]|自治区)?|${RANKED_PLACE}|全国|全[省市县区])$`, 'u');

interface Head {
  /** What is measured; empty where the head says only when, whose or how. */
  readonly words: string;
  readonly period: string | null;
  readonly place: string | null;
  readonly unit: string | null;
}

/** Figures of a source's tables, in order; `around` gives what stands around a row's paragraph (year, subject). Offsets into the raw text. */
export function tableFigures(source: Source, around: (paragraph: number) => FigureContext): Figure[] {
  if (!source.paragraphs.some((p) => p.kind === 'table')) return [];
  const figures: Figure[] = [];
  for (const table of tablesOf(source)) {
    const heads = new Map<string, Head>();
    let row = -1, named: TableCell | null = null;
    for (const given of table.cells) {
      if (given.row !== row) { row = given.row; named = null; }
      // A row without a head is named by the words at the left of its value (序号, 指标, 数值).
      if (given.rowHeads.length === 0 && !NUMBER.test(normalise(given.text).trim())) { named = given; continue; }
      const cell: TableCell = given.rowHeads.length === 0 && named ? { ...given, rowHeads: [named] } : given;
      const figure = cellFigure(source, table, cell, around(cell.paragraph), heads, figures.length);
      if (figure) figures.push(figure);
    }
  }
  return figures;
}

function cellFigure(source: Source, table: SourceTable, cell: TableCell, context: FigureContext, known: Map<string, Head>, index: number): Figure | null {
  const m = NUMBER.exec(normalise(cell.text).trim());
  if (!m || (cell.rowHeads.length === 0 && cell.columnHeads.length === 0)) return null;
  const read = (text: string): Head => {
    let head = known.get(text);
    if (!head) known.set(text, (head = headOf(text, context)));
    return head;
  };
  const rows = cell.rowHeads.map((h) => read(h.text)), columns = cell.columnHeads.map((h) => read(h.text));
  if (cell.columnHeads.some((h) => NAMES.test(normalise(h.text).trim()))) return null;
  const [, hedge = '', sign = '', numeral = '', own] = m;
  const all = [...rows, ...columns];
  const caption = table.caption ? read(table.caption.text) : null;
  const metric = metricOf(rows, columns, caption?.words ?? '');
  if (metric === null) return null;
  const period = [...all].reverse().find((h) => h.period !== null)?.period ?? caption?.period ?? context.period;
  const measure = measureOf(own ?? [...columns].reverse().find((h) => h.unit)?.unit ?? [...rows].reverse().find((h) => h.unit)?.unit ?? sharedUnit(table.unit?.text ?? null, metric));
  const value = exact(numberOf(numeral) * measure.scale) * (/[-−－]/.test(sign) ? -1 : 1);
  if (Number.isNaN(value)) return null;
  const row = source.paragraphs[cell.paragraph];
  if (!row) return null;
  const unit = /排名|位次|名次/.test(metric) && measure.unit === null ? '位' : measure.unit;
  return {
    id: `${source.file}#t${index + 1}`, file: source.file, start: cell.start, end: cell.end, raw: cell.text, value, unit, relation: RELATIONS[hedge] ?? '=',
    qualifier: hedge || null, metric, entity: [...all].find((h) => h.place !== null)?.place ?? context.entity, period, change: null, comparable: null,
    sentence: { start: row.start, end: row.end }, context: row.text, precision: exact(lastDigit(numeral) * measure.scale),
  };
}

/** What a head says, piece by piece. */
function headOf(text: string, context: FigureContext): Head {
  let words = normalise(text).replace(/[①-⑳*#]|\[\d{1,2}\]|[（(]\s*(?:计量)?单位[:：][^）)]*[）)]/g, '').trim();
  let unit: string | null = null;
  const bracket = BRACKETED.exec(words);
  if (bracket && isUnit(bracket[1] as string)) { unit = bracket[1] as string; words = words.slice(0, bracket.index).trim(); }
  const times = timesOf(words, !/\p{Script=Han}/u.test(words) && /[A-Za-z]{3}/.test(words), context).filter((t) => !t.loose);
  const bare = /^(?:19|20)\d{2}$/.test(words) ? words : null;
  const period = bare ?? (times.length === 1 ? (times[0]?.period ?? null) : null);
  if (bare) words = '';
  else if (times.length === 1) words = words.slice(0, times[0]?.start) + words.slice(times[0]?.end);
  words = toSimplified(words).replace(/^(?:附?表\s*[\d一二三四五六七八九十]+(?:[-–.]\d+)?[:：、.]?|(?:[一二三四五六七八九十]+|\d{1,2})[、.．]|[（(][一二三四五六七八九十\d]+[）)]|其中[:：]?|#)\s*/, '').replace(/^[\s，,、:：]+|[\s，,、:：]+$/g, '').replace(/(?<=\p{Script=Han})\s+(?=\p{Script=Han})/gu, '');
  if (PLACE_HEAD.test(words)) return { words: '', period, place: /^全/.test(words) ? (words === '全国' ? '中国' : context.entity) : words.replace(/(?<=..)[省市]$/, ''), unit };
  // A column of units: 粮食产量, 万吨, 120.
  if (unit === null && isUnit(words)) return { words: '', period, place: null, unit: words };
  return { words: HOW.test(words) ? '' : words, period, place: null, unit };
}

/** The words of the heads that say what is measured: the row's own, and what the column adds; null where none says it. */
function metricOf(rows: readonly Head[], columns: readonly Head[], caption: string): string | null {
  const named = rows.map((h) => h.words).filter(Boolean), added = columns.map((h) => h.words).filter(Boolean);
  // A part that says nothing by itself needs the whole before it.
  const last = named.at(-1) ?? '', row = PART.test(last) && named.length > 1 ? `${named.at(-2) as string}${last}` : last;
  const column = added.join('');
  if (row === '' && column === '') return MEASURE.test(caption) ? caption : null;
  const words = row.endsWith(column) ? row : row + column;
  const measure = MEASURE.exec(caption)?.[1];
  return (column === '' && measure && !words.includes(measure) && !MEASURE.test(words) ? words + measure : words).slice(0, 60);
}

const isUnit = (text: string): boolean => WHOLE_UNIT.test(text) || /^(?:十|百|千|万|亿|万亿|百万|千万)(?=.)/.test(text) && WHOLE_UNIT.test(text.replace(/^(?:万亿|百万|千万|十|百|千|万|亿)/, '')) || /^(?:万|亿)$/.test(text);

/** 亿元, %: of several units that hold for a table the one that the words call for. */
function sharedUnit(text: string | null, metric: string): string | null {
  if (text === null) return null;
  const units = normalise(text).split(/[、,，;；/]/).map((u) => u.trim()).filter(isUnit);
  const rate = /增长|增速|增幅|比重|比例|占比|率$|上涨|下降/.test(metric);
  return units.find((u) => (unitClassOf(u) === 'percent') === rate) ?? (rate ? null : units.length === 1 ? (units[0] as string) : null);
}

/** A unit without its scale: 亿元 is 元, a hundred million times. */
function measureOf(unit: string | null): { scale: number; unit: string | null } {
  if (unit === null) return { scale: 1, unit: null };
  if (WHOLE_UNIT.test(unit)) return { scale: 1, unit };
  const m = /^(万亿|百万|千万|十|百|千|万|亿)(.*)$/.exec(unit);
  return m ? { scale: scaleOf(m[1] as string), unit: (m[2] as string) || null } : { scale: 1, unit };
}
