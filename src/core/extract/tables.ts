/**
 * Tables of a source: rows of cells become cells that know their heads, their caption and their unit. All formats write a row
 * as one paragraph of kind `table` with tabs between its cells, so this is the same for all.
 */
import type { Paragraph, Source, SourceTable, TableCell, TableText } from '../library/types';

interface Cell { readonly text: string; readonly from: number; readonly to: number }
interface Row { readonly paragraph: number; readonly cells: readonly Cell[] }

/** At most so many rows above the first values are heads. */
const MOST_HEAD_ROWS = 4;
/** At most so many columns at the left are heads. */
const MOST_HEAD_COLUMNS = 3;

/** 2022, 2022年, 2022年1—6月, 2020-2022: a number that names a time. */
const TIME = /^(?:(?:19|20)\d{2}\s*年?(?:\s*(?:\d{1,2}|[一二三四])\s*(?:[-–—~至]\s*\d{1,2}\s*)?(?:月|季度|季))?(?:末|底|度)?|(?:19|20)\d{2}\s*[-–—~～至/]\s*(?:(?:19|20)?\d{2})\s*年?|(?:19|20)\d{2}[-/.]\d{1,2}(?:[-/.]\d{1,2})?)$/u;
/** A value: a number, with sign, hedge, unit or note mark; or a mark for none. */
const VALUE = /^(?:[约近超逾≈<>＜＞≤≥±△▲+\-−－–(（]\s*)*[\d０-９][\d０-９,，.．\s]*(?:[-–—~～至]\s*[\d０-９][\d０-９,，.．]*)?\s*(?:[%％‰]|[\p{L}·/]{0,8})?\s*[)）*＊]?(?:\[\d{1,2}\]|[①-⑳])?$/u;
const NONE = /^(?:[-–—―－…./]{1,3}|\.{2,}|n\.?a\.?|N\/A|…+|×+|空白?)$/iu;

/** A row that is a part of the one before. */
const PART = /^(?:其中|其中[:：].*|#.+|of which\b.*)/iu;

const isValue = (text: string): boolean => VALUE.test(text) && !TIME.test(text);

/** A row that numbers its columns: 甲 乙 1 2 3. */
function isNumbering(cells: readonly Cell[]): boolean {
  const numbers = cells.map(({ text }) => text).filter((text) => text !== '' && !/^[甲乙丙丁戊（()）A-F]+$/u.test(text));
  return numbers.length >= 2 && numbers.every((text, i) => Number(text.replace(/[（()）]/gu, '')) === Number(numbers[0]?.replace(/[（()）]/gu, '')) + i) && /^[（(]?[12][)）]?$/u.test(numbers[0] ?? '');
}

/** The cells of a row's clean text, blanks at their ends left out. */
function cellsOf(text: string): Cell[] {
  const cells: Cell[] = [];
  let at = 0;
  for (const part of text.split('\t')) {
    const lead = /^\s*/u.exec(part)?.[0].length ?? 0;
    const words = part.trim();
    cells.push({ text: words, from: at + lead, to: at + lead + words.length });
    at += part.length + 1;
  }
  return cells;
}

/** The words behind 单位： and its like, anywhere in a line. */
const UNIT = /(?:计量|計量)?(?:单位|單位)\s*[:：]\s*([^\s)）\]】;；，,][^)）\]】;；\t\n]{0,30}?)\s*(?=[)）\]】;；\t\n]|$)|[(（]\s*[Ii]n ([^()（）]{2,40})[)）]|\b[Uu]nits?\s*:\s*([^)\t\n;]{1,40})/u;
const HEADING_KINDS: ReadonlySet<string> = new Set(['heading', 'title', 'callout', 'caption']);
const CAPTION = /^(?:附?表|Table|Tab\.)\s*[\dA-Z一二三四五六七八九十]/u;

/** All tables of a source, in order. */
export function tablesOf(source: Pick<Source, 'paragraphs'>): SourceTable[] {
  const tables: SourceTable[] = [];
  const { paragraphs } = source;
  for (let i = 0; i < paragraphs.length; i++) {
    if (!isRow(paragraphs[i])) continue;
    const rows: Row[] = [];
    const first = i;
    for (; isRow(paragraphs[i]) && !(rows.length > 0 && CAPTION.test((paragraphs[i] as Paragraph).text)); i++) rows.push({ paragraph: i, cells: cellsOf((paragraphs[i] as Paragraph).text) });
    i--;
    const table = tableOf(paragraphs, rows, first, i + 1);
    if (table) tables.push(table);
  }
  return tables;
}

/** Furniture between two rows (a page's end) parts no table, but nothing is a row that has no kind of one. */
const isRow = (paragraph: Paragraph | undefined): boolean => paragraph?.kind === 'table';

function tableOf(paragraphs: readonly Paragraph[], rows: readonly Row[], first: number, behind: number): SourceTable | null {
  const textAt = (paragraph: number, cell: Cell): TableText => ({ ...(paragraphs[paragraph] as Paragraph).map.span({ start: cell.from, end: cell.to }), text: cell.text });
  const { caption, unit } = surroundings(paragraphs, rows, first, behind);
  const grid = rows.filter(({ cells }) => cells.length > 1 && !isNumbering(cells) && !cells.every(({ text }) => text === '') && unitCell(cells) === null);
  if (grid.length === 0) return null;
  const isData = ({ cells }: Row): boolean => cells.slice(1).some(({ text }) => isValue(text));
  let headRows = grid.findIndex(isData);
  // A table of words: its first row is its head.
  if (headRows < 0) headRows = grid.length > 1 ? 1 : 0;
  headRows = Math.min(headRows, MOST_HEAD_ROWS);
  // A line over the whole width is the table's title above its heads, a group below them.
  const titles = grid.slice(0, headRows).findIndex((row) => !isLone(row));
  while (headRows > 1 && isLone(grid[headRows - 1] as Row)) headRows--;
  const heads = grid.slice(Math.max(0, titles), headRows), body = grid.slice(headRows);
  const title = titles > 0 ? grid[0] as Row : null;
  const headColumns = headColumnsOf(body);
  const columns = columnHeads(heads, textAt);
  const cells: TableCell[] = [];
  let group: TableText | null = null, whole: TableText | null = null;
  const above: (TableText | null)[] = [];
  body.forEach((row, r) => {
    const [lead, ...rest] = row.cells;
    const filled = rest.some(({ text }) => text !== '');
    // On the next page the head stands again.
    if (heads.some((head) => same(head, row))) return;
    if (lead && lead.text !== '' && !filled) { group = textAt(row.paragraph, lead); whole = null; return; }
    const own: TableText[] = group ? [group] : [];
    // 其中：粮食 is a part of what the row above it names.
    if (lead && PART.test(lead.text)) { if (whole) own.push(whole); } else if (lead && lead.text !== '') whole = textAt(row.paragraph, lead);
    for (let c = 0; c < headColumns; c++) {
      const cell = row.cells[c];
      // A head that spans several rows stands in the first of them only; a new outer head ends the inner ones.
      if (cell && cell.text !== '') { above[c] = textAt(row.paragraph, cell); above.length = c + 1; }
      const head = cell && cell.text !== '' ? above[c] : headColumns > 1 && c < headColumns - 1 ? above[c] : null;
      if (head) own.push(head);
    }
    for (let c = headColumns; c < row.cells.length; c++) {
      const cell = row.cells[c] as Cell;
      if (cell.text === '' || NONE.test(cell.text)) continue;
      cells.push({ ...textAt(row.paragraph, cell), paragraph: row.paragraph, from: cell.from, to: cell.to, row: headRows + r, column: c, rowHeads: own, columnHeads: columns[c] ?? [] });
    }
  });
  if (cells.length === 0) return null;
  return { start: (paragraphs[rows[0]?.paragraph ?? 0] as Paragraph).start, end: (paragraphs[rows.at(-1)?.paragraph ?? 0] as Paragraph).end, caption: caption ?? (title ? textAt(title.paragraph, title.cells[0] as Cell) : titleBesideUnit(rows, textAt)), unit, cells };
}

/** The only filled cell of a row, where it states the unit. */
function unitCell(cells: readonly Cell[]): Cell | null {
  const filled = cells.filter(({ text }) => text !== '');
  return filled.length === 1 && UNIT.test(filled[0]?.text ?? '') ? filled[0] as Cell : null;
}

/** The table's title in one row with its unit: 表1 研发经费（单位：亿元）. */
function titleBesideUnit(rows: readonly Row[], textAt: (paragraph: number, cell: Cell) => TableText): TableText | null {
  for (const { paragraph, cells } of rows.slice(0, MOST_HEAD_ROWS)) {
    const cell = unitCell(cells), m = cell && UNIT.exec(cell.text);
    const words = m ? cell.text.slice(0, m.index).replace(/[\s(（[【]+$/u, '') : '';
    if (cell && words !== '') return textAt(paragraph, { text: words, from: cell.from, to: cell.from + words.length });
  }
  return null;
}

/** Only its first cell is filled. */
function isLone({ cells }: Row): boolean {
  return cells[0]?.text !== '' && cells.slice(1).every(({ text }) => text === '');
}

function same(a: Row, b: Row): boolean {
  return a.cells.length === b.cells.length && a.cells.every(({ text }, i) => text === b.cells[i]?.text);
}

/** How many columns at the left are heads: those that hold words, not values, in most rows. At least one where the table has more. */
function headColumnsOf(body: readonly Row[]): number {
  const width = Math.max(...body.map(({ cells }) => cells.length), 0);
  let columns = 0;
  while (columns < Math.min(width - 1, MOST_HEAD_COLUMNS)) {
    const filled = body.map(({ cells }) => cells[columns]?.text ?? '').filter((text) => text !== '');
    const values = filled.filter((text) => isValue(text) || NONE.test(text)).length;
    if (columns > 0 && (values > 0 || filled.length < body.length / 4)) break;
    if (columns === 0 && values > filled.length / 2) break;
    columns++;
  }
  // A table of words has one column of heads; the rest is what it says.
  if (columns === Math.min(width - 1, MOST_HEAD_COLUMNS) && columns > 1 && body.every(({ cells }) => cells.slice(columns).every(({ text }) => !isValue(text)))) return 1;
  return columns;
}

/** The heads of each column, outermost first. In all rows but the last of them a head goes on to the right over empty cells. */
function columnHeads(heads: readonly Row[], textAt: (paragraph: number, cell: Cell) => TableText): TableText[][] {
  const columns: TableText[][] = [];
  const width = Math.max(...heads.map(({ cells }) => cells.length), 0);
  heads.forEach((row, r) => {
    let last: TableText | null = null;
    for (let c = 0; c < width; c++) {
      const cell = row.cells[c];
      if (cell && cell.text !== '') last = textAt(row.paragraph, cell);
      // Where nothing stands below it, an empty cell belongs to no head.
      else if (r === heads.length - 1 || !(heads[r + 1]?.cells[c]?.text)) continue;
      if (last) (columns[c] ??= []).push(last);
    }
  });
  return columns;
}

/** The caption and the unit line that stand above a table, or in it, or (a caption) right below it; else the heading right above. */
function surroundings(paragraphs: readonly Paragraph[], rows: readonly Row[], first: number, behind: number): { caption: TableText | null; unit: TableText | null } {
  let caption: TableText | null = null, heading: TableText | null = null, unit: TableText | null = null;
  const look = (p: Paragraph | undefined): boolean => {
    if (!p || p.kind === 'table' || (p.kind === 'body' && p.text.length > 60)) return false;
    const m = UNIT.exec(p.text);
    if (p.kind === 'boilerplate' && !m) return true;
    if (m && !unit) unit = unitIn(p, m);
    const words = p.text.slice(0, m ? m.index : undefined).replace(/[\s(（[【]+$/u, '').trim();
    if (words === '') return true;
    const from = p.text.indexOf(words);
    const text = { ...p.map.span({ start: from, end: from + words.length }), text: words };
    if (CAPTION.test(words)) caption ??= text;
    else if (/^(?:图|圖|Fig)/iu.test(words)) return true;
    else if (HEADING_KINDS.has(p.kind) || (p.kind === 'body' && !/[。！？；，：:“”]/u.test(words))) heading ??= text;
    return p.kind !== 'body';
  };
  for (let i = first - 1; i >= Math.max(0, first - 3) && !(caption && unit); i--) if (!look(paragraphs[i])) break;
  for (const { paragraph } of unit ? [] : rows.slice(0, 3)) {
    const p = paragraphs[paragraph] as Paragraph, m = UNIT.exec(p.text);
    if (m && p.text.replace(m[0], '').replace(/\s/gu, '').length < 40) { unit = unitIn(p, m); break; }
  }
  const below = paragraphs[behind];
  if (!caption && below?.kind === 'caption' && CAPTION.test(below.text) && paragraphs[behind + 1]?.kind !== 'table') look(below);
  return { caption: caption ?? heading, unit };
}

function unitIn(p: Paragraph, m: RegExpExecArray): TableText {
  const words = (m[1] ?? m[2] ?? m[3] ?? '').trim();
  const from = m.index + m[0].indexOf(words);
  return { ...p.map.span({ start: from, end: from + words.length }), text: words };
}
