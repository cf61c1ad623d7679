/** Automatic numbers of Word paragraphs (一、 （一） 1.1 第一章): what Word prints before the words and keeps apart from them. */
import { readXml } from './xml';

interface Level { start: number; format: string; text: string; suffix: string }
/** Which list and level a paragraph or style belongs to; null: not said, numId 0: none. */
export interface ListPlace { list: string | null; level: number | null }

export interface Numbering {
  /** The number that stands before a paragraph, as printed, with what parts it from the words; to be called in the document's order. */
  next(style: string | null, own: ListPlace): string;
}

/** `numbering` and `styles` are the parts of the container; empty where it has none. */
export function numberingOf(numbering: string, styles: string): Numbering {
  const { abstracts, lists } = listsOf(numbering);
  const places = placesOfStyles(styles);
  const counters = new Map<string, number[]>();
  return {
    next(style, own) {
      const ofStyle = style === null ? undefined : places.get(style);
      const list = own.list ?? ofStyle?.list ?? null, level = own.level ?? ofStyle?.level ?? 0;
      const used = list === null || list === '0' ? undefined : lists.get(list);
      const levels = used ? abstracts.get(used.of) : undefined;
      const at = levels?.[level];
      if (!used || !levels || !at) return '';
      const key = used.starts.size > 0 ? `${used.of}/${list}` : used.of;
      const counts = counters.get(key) ?? [];
      counters.set(key, counts);
      counts.length = Math.min(counts.length, level + 1);
      for (let i = 0; i <= level; i++) {
        const start = used.starts.get(i) ?? levels[i]?.start ?? 1;
        if (counts[i] === undefined) counts[i] = start; else if (i === level) counts[i] = (counts[i] as number) + 1;
      }
      if (at.format === 'bullet' || at.format === 'none') return '';
      const printed = at.text.replace(/%(\d)/gu, (_, digit: string) => numeral(counts[Number(digit) - 1] ?? 1, levels[Number(digit) - 1]?.format ?? 'decimal'));
      if (printed.trim() === '') return '';
      return at.suffix === 'nothing' || /[、，。：）】〉》]$/u.test(printed) ? printed : `${printed} `;
    },
  };
}

function listsOf(xml: string): { abstracts: Map<string, Level[]>; lists: Map<string, { of: string; starts: Map<number, number> }> } {
  const abstracts = new Map<string, Level[]>(), lists = new Map<string, { of: string; starts: Map<number, number> }>();
  let levels: Level[] | null = null, level: Level | null = null, list: { of: string; starts: Map<number, number> } | null = null, overridden = 0;
  readXml(xml, {
    open(name, a) {
      const value = a['w:val'] ?? '';
      if (name === 'w:abstractNum') abstracts.set(a['w:abstractNumId'] ?? '', levels = []);
      else if (name === 'w:lvl' && levels) levels[Number(a['w:ilvl'] ?? 0)] = level = { start: 1, format: 'decimal', text: '', suffix: 'tab' };
      else if (name === 'w:num') lists.set(a['w:numId'] ?? '', list = { of: '', starts: new Map() });
      else if (name === 'w:abstractNumId' && list) list.of = value;
      else if (name === 'w:lvlOverride') overridden = Number(a['w:ilvl'] ?? 0);
      else if (name === 'w:startOverride' && list) list.starts.set(overridden, Number(value) || 1);
      else if (level && name === 'w:start') level.start = Number(value) || 0;
      else if (level && name === 'w:numFmt') level.format = value;
      else if (level && name === 'w:lvlText') level.text = value.slice(0, 60);
      else if (level && name === 'w:suff') level.suffix = value;
    },
    close(name) {
      if (name === 'w:abstractNum') levels = null;
      else if (name === 'w:lvl') level = null;
      else if (name === 'w:num') list = null;
    },
  });
  return { abstracts, lists };
}

/** The lists that paragraph styles belong to, those of the style that they are based on included. */
function placesOfStyles(xml: string): ReadonlyMap<string, ListPlace> {
  const own = new Map<string, ListPlace & { based: string }>();
  let style: (ListPlace & { based: string }) | null = null;
  readXml(xml, {
    open(name, a) {
      if (name === 'w:style') own.set(a['w:styleId'] ?? '', style = { list: null, level: null, based: '' });
      else if (style && name === 'w:basedOn') style.based = a['w:val'] ?? '';
      else if (style && name === 'w:numId') style.list = a['w:val'] ?? null;
      else if (style && name === 'w:ilvl') style.level = Number(a['w:val'] ?? 0);
    },
    close(name) { if (name === 'w:style') style = null; },
  });
  const places = new Map<string, ListPlace>();
  for (const [id, first] of own) {
    let at: (ListPlace & { based: string }) | undefined = first, list: string | null = null, level: number | null = null;
    for (let steps = 0; at && steps < 10; steps++, at = own.get(at.based)) { list ??= at.list; level ??= at.level; }
    if (list !== null) places.set(id, { list, level });
  }
  return places;
}

const DIGITS = [...'〇一二三四五六七八九'];
const STEMS = [...'甲乙丙丁戊己庚辛壬癸'], BRANCHES = [...'子丑寅卯辰巳午未申酉戌亥'];

/** A number in one of Word's formats; decimal for those that no Chinese or English document uses. */
export function numeral(n: number, format: string): string {
  switch (format) {
    case 'chineseCounting': case 'chineseCountingThousand': case 'taiwaneseCounting': case 'taiwaneseCountingThousand': case 'japaneseCounting': case 'ideographDigital': case 'taiwaneseDigital': case 'japaneseDigitalTenThousand':
      return format.includes('igital') ? [...String(n)].map((c) => DIGITS[Number(c)] ?? c).join('') : chinese(n);
    case 'ideographTraditional': return STEMS[n - 1] ?? String(n);
    case 'ideographZodiac': return BRANCHES[n - 1] ?? String(n);
    case 'decimalEnclosedCircle': case 'decimalEnclosedCircleChinese': return n >= 1 && n <= 20 ? String.fromCharCode(0x245f + n) : String(n);
    case 'decimalFullWidth': case 'decimalFullWidth2': return [...String(n)].map((c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0)).join('');
    case 'decimalZero': return String(n).padStart(2, '0');
    case 'upperLetter': case 'lowerLetter': { const letter = String.fromCharCode(65 + (n - 1) % 26).repeat(Math.floor((n - 1) / 26) + 1); return format === 'upperLetter' ? letter : letter.toLowerCase(); }
    case 'upperRoman': return roman(n);
    case 'lowerRoman': return roman(n).toLowerCase();
    default: return String(n);
  }
}

function chinese(n: number): string {
  if (n <= 0 || n >= 10_000) return String(n);
  let text = '';
  for (const [unit, mark] of [[1000, '千'], [100, '百'], [10, '十'], [1, '']] as const) {
    const digit = Math.floor(n / unit) % 10;
    if (digit > 0) text += (DIGITS[digit] as string) + mark; else if (text !== '' && !text.endsWith('零') && n % unit > 0) text += '零';
  }
  return text.replace(/^一十/u, '十');
}

function roman(n: number): string {
  if (n <= 0 || n >= 4000) return String(n);
  let rest = n, text = '';
  for (const [value, mark] of [[1000, 'M'], [900, 'CM'], [500, 'D'], [400, 'CD'], [100, 'C'], [90, 'XC'], [50, 'L'], [40, 'XL'], [10, 'X'], [9, 'IX'], [5, 'V'], [4, 'IV'], [1, 'I']] as const) while (rest >= value) { text += mark; rest -= value; }
  return text;
}
