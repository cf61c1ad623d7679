/** DOCX: paragraphs, headings, tables, notes apart, properties. Headers, footers, comments and what was deleted stay out. */
import type { ParagraphKind } from '../../core/library/types';
import { numberingOf, type ListPlace, type Numbering } from './numbering';
import { documentOf, pictureBlock, propertiesOf, type TextBlock } from './plainText';
import { raisedMark } from './raised';
import { emptyCells, spanOf, tableRow } from './tables';
import { UnreadableDocument, type ReadDocument } from './types';
import { fieldsOf, readXml, type Attributes } from './xml';
import { partName, unzip, xmlText } from './zip';

const WANTED = /^(?:\[Content_Types\]\.xml|word\/(?:document\d*|styles|numbering|footnotes|endnotes)\.xml|word\/_rels\/document\d*\.xml\.rels|docProps\/core\.xml)$/i;

export function readDocx(bytes: Uint8Array): ReadDocument {
  const parts = unzip(bytes, (name) => WANTED.test(name));
  const part = (name: string): string | null => { const content = parts.get(name); return content ? xmlText(content) : null; };
  const main = part('word/document.xml') ?? part([...parts.keys()].find((name) => /^word\/document\d*\.xml$/i.test(name)) ?? '');
  if (main === null) throw new UnreadableDocument('damaged', 'it is a container, but no Word document');
  const styles = kindsOfStyles(part('word/styles.xml') ?? '');
  const order: string[] = [];
  const blocks = blocksOf(main, styles, numberingOf(part('word/numbering.xml') ?? '', part('word/styles.xml') ?? ''), order, picturesOf(part([...parts.keys()].find((name) => /^word\/_rels\//i.test(name)) ?? '') ?? ''));
  if (!/<\/w:document>\s*$/.test(main.slice(-400)) && !/<\/\w*:?document>\s*$/.test(main.slice(-400))) throw new UnreadableDocument('damaged', 'its text is cut short');
  const notes = new Map<string, string>();
  for (const [name, prefix] of [['word/footnotes.xml', 'f'], ['word/endnotes.xml', 'e']] as const) notesOf(part(name) ?? '', prefix, notes);
  order.forEach((id, index) => {
    const text = notes.get(id)?.trim();
    if (text) blocks.push({ text: `[${index + 1}] ${text}`, kind: 'reference' });
  });
  const core = fieldsOf(part('docProps/core.xml') ?? '', ['dc:title', 'dc:creator', 'dcterms:created']);
  return documentOf(blocks, propertiesOf(core['dc:title'], core['dc:creator'] ? [core['dc:creator']] : [], core['dcterms:created']), 'other');
}

/** Style ids that make a paragraph a heading, a title, a caption or an entry of a table of contents. */
function kindsOfStyles(xml: string): ReadonlyMap<string, ParagraphKind> {
  const named = new Map<string, { name: string; based: string; level: boolean }>();
  let style: { name: string; based: string; level: boolean } | null = null;
  readXml(xml, {
    open(name, attributes) {
      if (name === 'w:style') named.set(attributes['w:styleId'] ?? '', style = { name: '', based: '', level: false });
      else if (style && name === 'w:name') style.name = (attributes['w:val'] ?? '').toLowerCase();
      else if (style && name === 'w:basedOn') style.based = attributes['w:val'] ?? '';
      else if (style && name === 'w:outlineLvl') style.level = Number(attributes['w:val']) < 9;
    },
    close(name) { if (name === 'w:style') style = null; },
  });
  const kinds = new Map<string, ParagraphKind>();
  for (const id of named.keys()) {
    let at = named.get(id), steps = 0;
    while (at && steps++ < 10) {
      const kind = kindOfStyle(at.name) ?? (at.level ? 'heading' : null);
      if (kind) { kinds.set(id, kind); break; }
      at = named.get(at.based);
    }
  }
  return kinds;
}

function kindOfStyle(name: string): ParagraphKind | null {
  if (/^(?:heading|标题|標題)\s*\d$/.test(name)) return 'heading';
  if (/^(?:title|标题|標題)$/.test(name)) return 'title';
  if (/^(?:caption|题注|題註)$/.test(name)) return 'caption';
  if (/^(?:toc|目录)\s*\d/.test(name)) return 'boilerplate';
  return null;
}

/** A picture's part, or its address where it is only linked. */
interface Target { readonly name: string; readonly inside: boolean }

/** Pictures by the id of their relationship. */
function picturesOf(xml: string): ReadonlyMap<string, Target> {
  const targets = new Map<string, Target>();
  readXml(xml, {
    open(name, a) {
      if (name !== 'Relationship' || !/\/image$/.test(a['Type'] ?? '') || !a['Target']) return;
      const inside = a['TargetMode'] !== 'External';
      targets.set(a['Id'] ?? '', { inside, name: inside ? a['Target'].startsWith('/') ? a['Target'].slice(1) : partName('word/', a['Target']) : a['Target'] });
    },
  });
  return targets;
}

/** Paragraphs of the main part in reading order; `order` takes the notes in the order of their marks. */
function blocksOf(xml: string, styles: ReadonlyMap<string, ParagraphKind>, numbering: Numbering, order: string[], pictures: ReadonlyMap<string, Target>): TextBlock[] {
  const blocks: TextBlock[] = [];
  interface Open { text: string; kind: ParagraphKind | null; style: string | null; readonly place: ListPlace; readonly after: TextBlock[] }
  interface Table { row: string[][]; cell: string[] | null; span: number; rows: number }
  const paragraphs: Open[] = [];
  const tables: Table[] = [];
  let titled = false, skip = 0, inText = false, raised = false, alt: string | undefined;
  const put = (text: string): void => { const last = paragraphs.at(-1); if (last) last.text += text; };
  // Left out with all that is in them: deletions, the older twin of a text box, instructions of fields.
  const skipped = new Set(['w:del', 'w:moveFrom', 'mc:Fallback', 'w:instrText', 'w:rt', 'w:pPrChange', 'w:rPrChange', 'w:comment']);
  const cellOf = (): string[] | null => tables.at(-1)?.cell ?? null;
  readXml(xml, {
    open(name, a: Attributes) {
      if (skipped.has(name)) skip++;
      if (skip > 0) return;
      const last = paragraphs.at(-1);
      switch (name) {
        case 'w:p': paragraphs.push({ text: '', kind: null, style: null, place: { list: null, level: null }, after: [] }); break;
        case 'w:numId': if (last) last.place.list = a['w:val'] ?? null; break;
        case 'w:ilvl': if (last) last.place.level = Number(a['w:val'] ?? 0); break;
        case 'w:pStyle': if (last) { last.style = a['w:val'] ?? null; last.kind = styles.get(last.style ?? '') ?? null; } break;
        case 'w:outlineLvl': if (last && last.kind === null && Number(a['w:val']) < 9) last.kind = 'heading'; break;
        case 'w:r': raised = false; break;
        case 'w:vertAlign': raised = a['w:val'] === 'superscript'; break;
        case 'w:position': raised = Number(a['w:val'] ?? 0) >= 4; break;
        case 'w:drawing': case 'w:pict': alt = undefined; break;
        case 'wp:docPr': alt = a['descr'] || a['title']; break;
        case 'v:shape': alt = a['alt']; break;
        case 'a:blip': case 'v:imagedata': {
          const target = pictures.get(a['r:embed'] ?? a['r:link'] ?? a['r:id'] ?? '');
          // Behind words that are there already the picture stands below their paragraph.
          if (target) (last && last.text.trim() !== '' ? last.after : blocks).push(pictureBlock(target.name, alt, target.inside));
          break;
        }
        case 'w:t': case 'm:t': inText = true; break;
        case 'w:tab': if (last && last.text !== '') put('\t'); break;
        case 'w:br': case 'w:cr': put(a['w:type'] === 'page' || a['w:type'] === 'column' ? '' : '\n'); break;
        case 'w:noBreakHyphen': put('-'); break;
        case 'w:footnoteReference': case 'w:endnoteReference': {
          const id = `${name === 'w:footnoteReference' ? 'f' : 'e'}${a['w:id'] ?? ''}`;
          if (!order.includes(id)) order.push(id);
          put(`^[${order.indexOf(id) + 1}]`);
          break;
        }
        case 'w:tbl': tables.push({ row: [], cell: null, span: 1, rows: 0 }); break;
        case 'w:tr': { const table = tables.at(-1); if (table) table.row = []; break; }
        // A cell over several columns leaves the places of the others empty, so that heads stay over their columns.
        case 'w:gridSpan': { const table = tables.at(-1); if (table) table.span = spanOf(a['w:val']); break; }
        case 'w:gridBefore': { const table = tables.at(-1); if (table) table.row.push(...emptyCells(spanOf(a['w:val']))); break; }
        case 'w:tc': { const table = tables.at(-1); if (table) { table.cell = []; table.span = 1; table.row.push(table.cell); } break; }
      }
    },
    text(data) { if (inText && skip === 0) put(raised ? raisedMark(data, paragraphs.at(-1)?.text ?? '') : data); },
    close(name) {
      if (skipped.has(name)) { skip--; return; }
      if (skip > 0) return;
      if (name === 'w:t' || name === 'm:t') inText = false;
      else if (name === 'w:p') {
        const ended = paragraphs.pop();
        if (!ended) return;
        if (ended.text.trim() !== '') ended.text = numbering.next(ended.style, ended.place) + ended.text;
        const cell = paragraphs.length === 0 ? cellOf() : null;
        if (cell) { cell.push(ended.text); blocks.push(...ended.after); return; }
        const kind = ended.kind === 'title' && titled ? 'heading' : ended.kind;
        if (kind === 'title' && ended.text.trim() !== '') titled = true;
        // A line end set by hand begins a paragraph as the writer saw it, but for a heading, which it only wraps.
        if (kind === 'title' || kind === 'heading') blocks.push({ text: ended.text.replace(/\n/g, ''), kind });
        else for (const text of ended.text.split('\n')) blocks.push({ text, kind });
        blocks.push(...ended.after);
      } else if (name === 'w:tc') { const table = tables.at(-1); if (table) { table.row.push(...emptyCells(table.span - 1)); table.cell = null; }
      } else if (name === 'w:tr') { const table = tables.at(-1); if (table) { emit(table.row, table.rows++ > 0); table.row = []; table.cell = null; } }
      else if (name === 'w:tbl') tables.pop();
    },
  });
  return blocks;

  function emit(row: readonly (readonly string[])[], inside: boolean): void {
    // A table inside a cell: its rows are lines of that cell.
    const rows = tableRow(row, inside);
    const outer = tables.at(-2)?.cell;
    if (outer) outer.push(...rows.map(({ text }) => text)); else blocks.push(...rows);
  }
}

function notesOf(xml: string, prefix: string, notes: Map<string, string>): void {
  let id: string | null = null, inText = false;
  readXml(xml, {
    open(name, a) {
      if (name === 'w:footnote' || name === 'w:endnote') id = a['w:type'] === undefined || a['w:type'] === 'normal' ? `${prefix}${a['w:id'] ?? ''}` : null;
      else if (name === 'w:t') inText = true;
    },
    text(data) { if (inText && id !== null) notes.set(id, (notes.get(id) ?? '') + data); },
    close(name) { if (name === 'w:t') inText = false; else if (name === 'w:footnote' || name === 'w:endnote') id = null; },
  });
}
