/** ODT: paragraphs, headings, tables, notes apart, properties. */
import type { ParagraphKind } from '../../core/library/types';
import { odtNumbering, type OdtNumbering } from './odtNumbering';
import { documentOf, pictureBlock, propertiesOf, type TextBlock } from './plainText';
import { raisedMark } from './raised';
import { emptyCells, spanOf, tableRow } from './tables';
import { UnreadableDocument, type ReadDocument } from './types';
import { fieldsOf, readXml } from './xml';
import { partName, unzip, xmlText } from './zip';

export function readOdt(bytes: Uint8Array): ReadDocument {
  const parts = unzip(bytes, (name) => /^(?:content|meta|styles)\.xml$|^META-INF\/manifest\.xml$|^mimetype$/.test(name));
  const content = parts.get('content.xml');
  if (!content) throw new UnreadableDocument('damaged', 'it is a container, but no OpenDocument text');
  if (/encryption-data/.test(xmlText(parts.get('META-INF/manifest.xml') ?? new Uint8Array()))) throw new UnreadableDocument('encrypted', 'it is protected with a password');
  const meta = fieldsOf(xmlText(parts.get('meta.xml') ?? new Uint8Array()), ['dc:title', 'meta:initial-creator', 'dc:creator', 'meta:creation-date']);
  const author = meta['meta:initial-creator'] ?? meta['dc:creator'];
  const xml = xmlText(content);
  return documentOf(blocksOf(xml, odtNumbering([xmlText(parts.get('styles.xml') ?? new Uint8Array()), xml])), propertiesOf(meta['dc:title'], author ? [author] : [], meta['meta:creation-date']), 'other');
}

function blocksOf(xml: string, numbering: OdtNumbering): TextBlock[] {
  const blocks: TextBlock[] = [], notes: TextBlock[] = [];
  const paragraphs: { text: string; kind: ParagraphKind | null; readonly number: string; readonly after: TextBlock[] }[] = [];
  /** Frames with a picture, and the alternative text that is said of it. */
  const frames: { picture: string | null; alt: string; readonly below: boolean }[] = [];
  const tables: { row: string[][]; cell: string[] | null; rows: number }[] = [];
  const titles = new Set<string>(), raisedStyles = new Set<string>();
  /** Whether each open span is raised. */
  const spans: boolean[] = [];
  let skip = 0, note: string[] | null = null, style = '', inAlt = false;
  const skipped = new Set(['text:tracked-changes', 'text:note-citation', 'office:annotation', 'text:ruby-text', 'text:table-of-content', 'text:sequence-decls']);
  const put = (text: string): void => {
    const frame = frames.at(-1);
    if (inAlt) { if (frame) frame.alt += text; return; }
    const last = paragraphs.at(-1);
    if (last && skip === 0) last.text += spans.at(-1) ? raisedMark(text, last.text) : text;
  };
  readXml(xml, {
    open(name, a) {
      if (skipped.has(name)) skip++;
      if (skip > 0) return;
      switch (name) {
        // super 58%, 33% 58%; lowered is sub or below nothing.
        case 'style:text-properties': if (/^(?:super|[1-9])/.test(a['style:text-position'] ?? '') && !/^0%/.test(a['style:text-position'] ?? '')) raisedStyles.add(style); break;
        case 'text:span': spans.push(raisedStyles.has(a['text:style-name'] ?? '')); break;
        case 'style:style': style = a['style:name'] ?? ''; if (/^Title$|^标题$/.test(a['style:parent-style-name'] ?? '')) titles.add(style); break;
        case 'text:p': case 'text:h': {
          const of = a['text:style-name'] ?? '';
          paragraphs.push({ text: '', kind: name === 'text:h' ? 'heading' : of === 'Title' || titles.has(of) ? 'title' : /^(?:Caption|Figure|Illustration|Table)$/.test(of) ? 'caption' : null, number: note ? '' : numbering.next(name === 'text:h' && a['text:is-list-header'] !== 'true' ? Number(a['text:outline-level'] ?? 1) : null), after: [] });
          break;
        }
        case 'text:list': numbering.openList(a); break;
        case 'text:list-item': case 'text:list-header': numbering.openItem(a, name === 'text:list-item'); break;
        case 'draw:frame': frames.push({ picture: null, alt: '', below: (paragraphs.at(-1)?.text.trim() ?? '') !== '' }); break;
        case 'draw:image': { const frame = frames.at(-1); if (frame) frame.picture ??= a['xlink:href'] ?? null; break; }
        case 'svg:title': case 'svg:desc': inAlt = true; break;
        case 'text:s': put(' '.repeat(Math.min(20, Number(a['text:c'] ?? 1)))); break;
        case 'text:tab': put('\t'); break;
        case 'text:line-break': put('\n'); break;
        case 'text:note': put(`^[${notes.length + 1}]`); note = []; break;
        case 'table:table': tables.push({ row: [], cell: null, rows: 0 }); break;
        case 'table:table-row': { const table = tables.at(-1); if (table) table.row = []; break; }
        case 'table:table-cell': { const table = tables.at(-1); if (table) { table.cell = []; table.row.push(table.cell); } break; }
        case 'table:covered-table-cell': tables.at(-1)?.row.push(...emptyCells(spanOf(a['table:number-columns-repeated']))); break;
      }
    },
    text: put,
    close(name) {
      if (skipped.has(name)) { skip--; return; }
      if (skip > 0) return;
      const table = tables.at(-1);
      if (name === 'text:list') numbering.closeList();
      else if (name === 'text:span') spans.pop();
      if (name === 'svg:title' || name === 'svg:desc') inAlt = false;
      else if (name === 'draw:frame') endFrame();
      else if (name === 'text:p' || name === 'text:h') {
        const ended = paragraphs.pop();
        if (!ended) return;
        if (ended.text.trim() !== '') ended.text = ended.number + ended.text;
        if (note) note.push(ended.text);
        else if (table?.cell) table.cell.push(ended.text);
        else if (ended.kind === 'heading' || ended.kind === 'title') blocks.push({ text: ended.text.replace(/\n/g, ''), kind: ended.kind });
        else for (const text of ended.text.split('\n')) blocks.push({ text, kind: ended.kind });
        blocks.push(...ended.after);
      } else if (name === 'text:note' && note) {
        notes.push({ text: `[${notes.length + 1}] ${note.join(' ').trim()}`, kind: 'reference' });
        note = null;
      } else if (name === 'table:table-row' && table) {
        const rows = tableRow(table.row, table.rows++ > 0);
        const outer = tables.at(-2)?.cell;
        if (outer) outer.push(...rows.map(({ text }) => text)); else blocks.push(...rows);
        table.cell = null;
      } else if (name === 'table:table') tables.pop();
    },
  });
  return [...blocks, ...notes];

  function endFrame(): void {
    const frame = frames.pop();
    if (!frame || frame.picture === null) return;
    const inside = !/^(?:[a-z][a-z+.-]+:|\.\.\/|\/)/i.test(frame.picture);
    // `..` leads out of the container: beside the document.
    const block = pictureBlock(inside ? partName('', frame.picture) : frame.picture.replace(/^\.\.\//, ''), frame.alt, inside);
    const last = paragraphs.at(-1);
    (frame.below && last ? last.after : blocks).push(block);
  }
}
