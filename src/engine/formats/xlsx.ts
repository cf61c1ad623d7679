/** XLSX: each row of each sheet a line, cells apart by tabs, as they are shown: percentages and dates as such. */
import { MOST_BLOCKS } from '../../core/parse/blocks';
import { documentOf, propertiesOf, type TextBlock } from './plainText';
import { UnreadableDocument, type ReadDocument } from './types';
import { fieldsOf, readXml } from './xml';
import { unzip, xmlText } from './zip';

const WANTED = /^xl\/(?:workbook|sharedStrings|styles|_rels\/workbook\.xml|worksheets\/[^/]+)\.(?:xml|rels)$|^docProps\/core\.xml$/i;
/** Columns of one row that are read; a sheet may have 16,384. */
const MOST_COLUMNS = 500;

type Shown = 'number' | 'percent' | 'date';

export function readXlsx(bytes: Uint8Array): ReadDocument {
  const parts = unzip(bytes, (name) => WANTED.test(name));
  const part = (name: string): string => { const content = parts.get(name); return content ? xmlText(content) : ''; };
  const workbook = part('xl/workbook.xml');
  if (workbook === '') throw new UnreadableDocument('damaged', 'it is a container, but no workbook');
  const targets = new Map<string, string>();
  readXml(part('xl/_rels/workbook.xml.rels'), { open: (name, a) => { if (name === 'Relationship') targets.set(a['Id'] ?? '', (a['Target'] ?? '').replace(/^\/xl\/|^\.?\//, '')); } });
  const sheets: { name: string; path: string }[] = [];
  let from1904 = false;
  readXml(workbook, {
    open(name, a) {
      if (name === 'sheet' && (a['state'] ?? 'visible') === 'visible') sheets.push({ name: a['name'] ?? '', path: `xl/${targets.get(a['r:id'] ?? '') ?? ''}` });
      if (name === 'workbookPr') from1904 = /^(?:1|true)$/.test(a['date1904'] ?? '');
    },
  });
  const strings = stringsOf(part('xl/sharedStrings.xml')), shown = formatsOf(part('xl/styles.xml'));
  const blocks: TextBlock[] = [];
  for (const { name, path } of sheets) {
    const rows = rowsOf(part(path), strings, shown, from1904);
    if (rows.length === 0) continue;
    if (sheets.length > 1 && !/^sheet\d*$|^工作表\d*$/i.test(name)) blocks.push({ text: name, kind: 'heading' });
    // A line with one cell that is all text is a title or a note; between rows it names a group of them.
    rows.forEach((cells, i) => {
      const lone = cells.length === 1, group = lone && (rows[i - 1]?.length ?? 1) > 1 && (rows[i + 1]?.length ?? 1) > 1 && !/[。！？；]/u.test(cells[0] as string);
      blocks.push({ text: cells.join('\t'), kind: lone && !group ? null : 'table' });
    });
  }
  const core = fieldsOf(part('docProps/core.xml'), ['dc:title', 'dc:creator', 'dcterms:created']);
  return documentOf(blocks, propertiesOf(core['dc:title'], core['dc:creator'] ? [core['dc:creator']] : [], core['dcterms:created']), 'other');
}

function stringsOf(xml: string): string[] {
  const strings: string[] = [];
  let inText = false, reading = 0;
  readXml(xml, {
    open(name) { if (name === 'si') strings.push(''); else if (name === 'rPh') reading++; else if (name === 't') inText = true; },
    text(data) { if (inText && reading === 0 && strings.length > 0) strings[strings.length - 1] += data; },
    close(name) { if (name === 't') inText = false; else if (name === 'rPh') reading--; },
  });
  return strings;
}

/** How each cell style shows a number. */
function formatsOf(xml: string): Shown[] {
  const own = new Map<number, string>(), shown: Shown[] = [];
  let inCells = false;
  readXml(xml, {
    open(name, a) {
      if (name === 'numFmt') own.set(Number(a['numFmtId']), a['formatCode'] ?? '');
      else if (name === 'cellXfs') inCells = true;
      else if (name === 'xf' && inCells) {
        const id = Number(a['numFmtId'] ?? 0);
        const code = (own.get(id) ?? '').replace(/"[^"]*"|\[[^\]]*\]|\\./g, '');
        shown.push(id === 9 || id === 10 || code.includes('%') ? 'percent' : (id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 31) || (id >= 50 && id <= 58) || /[ymd]/i.test(code) ? 'date' : 'number');
      }
    },
    close(name) { if (name === 'cellXfs') inCells = false; },
  });
  return shown;
}

function rowsOf(xml: string, strings: readonly string[], shown: readonly Shown[], from1904: boolean): string[][] {
  const rows: string[][] = [];
  let row: string[] = [], type = '', style = 0, column = 0, value = '', inValue = false;
  readXml(xml, {
    open(name, a) {
      if (name === 'row') { row = []; column = -1; }
      else if (name === 'c') {
        type = a['t'] ?? 'n'; style = Number(a['s'] ?? 0); value = '';
        column = a['r'] ? columnOf(a['r']) : column + 1;
      } else if (name === 'v' || name === 't') inValue = true;
    },
    text(data) { if (inValue) value += data; },
    close(name) {
      if (name === 'v' || name === 't') inValue = false;
      else if (name === 'c') {
        const text = type === 's' ? strings[Number(value)] ?? '' : type === 'b' ? (value === '1' ? 'TRUE' : 'FALSE') : type === 'n' ? number(value, shown[style] ?? 'number', from1904) : type === 'e' ? '' : value;
        if (column < MOST_COLUMNS && text.trim() !== '') {
          while (row.length < column) row.push('');
          row[column] = text.replace(/\s+/gu, ' ').trim();
        }
      } else if (name === 'row' && row.length > 0 && rows.length <= MOST_BLOCKS) {
        const filled = row.filter((cell) => cell !== '');
        rows.push(filled.length === 1 ? filled : row);
      }
    },
  });
  return rows;
}

function columnOf(reference: string): number {
  let column = 0;
  for (const c of /^[A-Z]*/.exec(reference)?.[0] ?? '') column = column * 26 + c.charCodeAt(0) - 64;
  return column - 1;
}

/** A number as its cell shows it; the noise of binary fractions (0.30000000000000004) is not shown. */
function number(value: string, shown: Shown, from1904: boolean): string {
  const n = Number(value);
  if (value === '' || !Number.isFinite(n)) return value;
  if (shown === 'percent') return `${Number((n * 100).toPrecision(12))}%`;
  if (shown === 'date' && n >= 1 && n < 2_958_466) {
    const day = new Date(Date.UTC(from1904 ? 1904 : 1899, from1904 ? 0 : 11, from1904 ? 1 : 30) + Math.floor(n) * 86_400_000);
    return day.toISOString().slice(0, 10);
  }
  return String(Number(n.toPrecision(15)));
}
