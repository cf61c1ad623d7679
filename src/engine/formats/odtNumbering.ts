/** Automatic numbers of OpenDocument: lists nest as elements, their styles stand in two parts, and headings have a list of their own. */
import { count, printedNumber, type Level } from './listNumbers';
import { readXml, type Attributes } from './xml';

export interface OdtNumbering {
  /** A list begins; it is inside the one that is open. */
  openList(attributes: Attributes): void;
  closeList(): void;
  /** An item begins; `numbered` is false for a list's header. */
  openItem(attributes: Attributes, numbered: boolean): void;
  /** The number before a paragraph that begins here, with what parts it from the words. `outline`: the level of a heading, from 1. */
  next(outline: number | null): string;
}

interface List { readonly style: string; counts: number[]; waiting: boolean }

/** `parts`: the XML of the styles and of the content, in which list styles are defined. */
export function odtNumbering(parts: readonly string[]): OdtNumbering {
  const styles = new Map<string, Level[]>();
  for (const part of parts) stylesOf(part, styles);
  const open: List[] = [];
  const byId = new Map<string, number[]>(), byStyle = new Map<string, number[]>();
  const headings: number[] = [];
  return {
    openList(a) {
      const outer = open.at(-1), style = a['text:style-name'] ?? outer?.style ?? '';
      let counts = outer?.style === style ? outer.counts : undefined;
      if (outer) outer.waiting = false;
      else counts = a['text:continue-list'] !== undefined ? byId.get(a['text:continue-list']) : a['text:continue-numbering'] === 'true' ? byStyle.get(style) : undefined;
      const list: List = { style, counts: counts ?? [], waiting: false };
      open.push(list);
      byStyle.set(style, list.counts);
      if (a['xml:id'] !== undefined) byId.set(a['xml:id'], list.counts);
    },
    closeList() { open.pop(); },
    openItem(a, numbered) {
      const list = open.at(-1);
      if (!list) return;
      list.waiting = numbered;
      const start = Number(a['text:start-value']);
      if (Number.isInteger(start)) { list.counts.length = Math.min(list.counts.length, open.length); list.counts[open.length - 1] = start - 1; }
    },
    next(outline) {
      const list = open.at(-1);
      if (list) {
        if (!list.waiting) return '';
        list.waiting = false;
        return numbered(list.counts, styles.get(list.style), open.length - 1);
      }
      return outline === null ? '' : numbered(headings, styles.get(''), outline - 1);
    },
  };

  function numbered(counts: number[], levels: readonly Level[] | undefined, level: number): string {
    if (!levels?.[level]) return '';
    count(counts, levels, level);
    return printedNumber(counts, levels, level);
  }
}

/** List styles by name; the one of headings has none. */
function stylesOf(xml: string, styles: Map<string, Level[]>): void {
  let levels: Level[] | null = null;
  readXml(xml, {
    open(name, a) {
      if (name === 'text:list-style') styles.set(a['style:name'] ?? '', levels = []);
      else if (name === 'text:outline-style') styles.set('', levels = []);
      else if (levels && LEVEL.test(name)) {
        const level = Number(a['text:level'] ?? 1);
        if (level >= 1 && level <= 9) levels[level - 1] = { start: Number(a['text:start-value'] ?? 1), format: formatOf(name, a['style:num-format'] ?? ''), text: textOf(a, level), suffix: '' };
      }
    },
    close(name) { if (name === 'text:list-style' || name === 'text:outline-style') levels = null; },
  });
}

const LEVEL = /^text:(?:list-level-style-(?:number|bullet|image)|outline-level-style)$/;

/** The words around the number, as %1 for the first level's; how many levels above are shown is said apart, or in LibreOffice's own attribute. */
function textOf(a: Attributes, level: number): string {
  const own = a['loext:num-list-format'];
  if (own !== undefined) return own.slice(0, 60).replace(/%(\d)%/gu, '%$1');
  const shown = Math.min(level, Math.max(1, Number(a['text:display-levels'] ?? 1)));
  const numbers = Array.from({ length: shown }, (_, i) => `%${level - shown + 1 + i}`).join('.');
  return `${(a['style:num-prefix'] ?? '').slice(0, 20)}${numbers}${(a['style:num-suffix'] ?? '').slice(0, 20)}`;
}

/** OpenDocument writes a format as the first numbers of it; to Word's names. */
const FORMATS: readonly (readonly [RegExp, string])[] = [
  [/^一/u, 'chineseCounting'], [/^①/u, 'decimalEnclosedCircle'], [/^甲/u, 'ideographTraditional'], [/^子/u, 'ideographZodiac'], [/^１/u, 'decimalFullWidth'],
  [/^A/u, 'upperLetter'], [/^a/u, 'lowerLetter'], [/^I/u, 'upperRoman'], [/^i/u, 'lowerRoman'],
];

function formatOf(name: string, format: string): string {
  if (/bullet|image/.test(name)) return 'bullet';
  return format === '' ? 'none' : FORMATS.find(([first]) => first.test(format))?.[1] ?? 'decimal';
}
