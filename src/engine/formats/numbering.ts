/** Automatic numbers of Word paragraphs, by the list that a paragraph or its style belongs to. */
import { count, printedNumber, type Level } from './listNumbers';
import { readXml } from './xml';

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
      if (!used || !levels?.[level]) return '';
      const key = used.starts.size > 0 ? `${used.of}/${list}` : used.of;
      const counts = counters.get(key) ?? [];
      counters.set(key, counts);
      count(counts, levels, level, used.starts);
      return printedNumber(counts, levels, level);
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
