/**
 * Markup to blocks of text. One pass, linear in the length: unclosed tags, wrong nesting and endless repetition cost what
 * they weigh. Offsets are into the markup.
 */
import { Parser } from 'htmlparser2';
import type { ParagraphKind } from '../../library/types';
import { joinRuns, type LayoutPicture } from '../layout';
import { BLOCK_TAGS, DROPPED, hintOf, isBackLink, isFurnitureTag, isNote, isNoteLink, type Container, type PageBlock } from './page';
import { LISTS, listOf, nextNumber, type ItemList } from './lists';
import { cellsInRows, spanOf, type Cell, type OpenTable } from './rows';
import { textRuns } from './textRuns';

export interface Page {
  readonly blocks: readonly PageBlock[];
  readonly containers: readonly Container[];
  /** Names of meta tags, in small letters, with their content; the first of each. */
  readonly meta: ReadonlyMap<string, string>;
  /** The text of `<title>`. */
  readonly title: string;
  readonly pictures: readonly LayoutPicture[];
}

const HEADING = /^h[1-6]$/;
const TABLE_PART = /^(?:thead|tbody|tfoot|tr|td|th)$/;
/** Deeper than this, tags are text only: no page of a person nests so. */
const DEEPEST = 2000;

export function readPage(raw: string): Page {
  const containers: Container[] = [];
  const meta = new Map<string, string>();
  const pictures: { start: number; end: number; picture: string | null; caption: string | null; figure: Container | null }[] = [];
  const blocks: PageBlock[] = [];
  const root = opened('', null, {});
  let current = root;
  let depth = 0, dropped = 0, links = 0, superscript = 0, ruby = 0, preformatted = 0;
  let title = '';
  let inTitle = false, noteLink = false, backLink = false;
  const text = textRuns(raw);
  let cells: Cell[] | null = null;
  let table: OpenTable = { below: [], inside: false };
  const lists: ItemList[] = [];

  function opened(tag: string, parent: Container | null, attributes: Readonly<Record<string, string>>): Container {
    let article = parent;
    if (tag === 'header') while (article && article.tag !== 'article' && article.tag !== 'main') article = article.parent;
    // Within a table names are of its parts: <tr class="header">.
    const own = tag === 'body' || tag === 'html' || TABLE_PART.test(tag) ? 0 : hintOf(`${attributes['class'] ?? ''} ${attributes['id'] ?? ''}`);
    const role = attributes['role'] ?? '', note = (parent?.note ?? false) || isNote(tag, `${attributes['class'] ?? ''} ${attributes['id'] ?? ''}`, attributes['epub:type'] ?? role);
    const container: Container = {
      tag, parent, order: containers.length,
      note,
      furniture: !note && ((parent?.furniture ?? false) || isFurnitureTag(tag, tag === 'header' && article !== null, role))
        // LibreOffice names a page's head and foot so.
        || (tag === 'div' && /^(?:header|footer)$/.test(attributes['title'] ?? ''))
        || 'hidden' in attributes || /display:\s*none/i.test(attributes['style'] ?? ''),
      // Notes stand at the foot of the text, not of the page.
      hint: note ? Math.max(0, parent?.hint ?? 0) : own === 0 ? (parent?.hint ?? 0) : own,
    };
    containers.push(container);
    return container;
  }

  function flush(): void {
    for (const part of text.take()) {
      let kind: ParagraphKind | null = null;
      let at: Container | null = current, steps = 0;
      // The paragraph may be the text of a container a few levels up: a heading, a caption.
      while (at && steps++ < 4 && kind === null) {
        if (HEADING.test(at.tag)) kind = 'heading';
        else if (at.tag === 'figcaption' || at.tag === 'caption') kind = 'caption';
        at = at.parent;
      }
      blocks.push({ ...part, container: current, tag: current.tag, kind: kind ?? (current.note ? 'reference' : null) });
    }
  }

  const parser = new Parser({
    onopentag(tag, attributes) {
      if (DROPPED.has(tag)) { inTitle = tag === 'title' && dropped === 0; dropped++; return; }
      if (dropped > 0) return;
      switch (tag) {
        case 'meta': {
          const name = (attributes['name'] ?? attributes['property'] ?? attributes['itemprop'] ?? '').toLowerCase();
          if (name !== '' && attributes['content'] && !meta.has(name)) meta.set(name, attributes['content'].slice(0, 2000));
          return;
        }
        case 'link':
          if (/(?:^|\s)canonical(?:\s|$)/i.test(attributes['rel'] ?? '') && attributes['href'] && !meta.has('canonical')) meta.set('canonical', attributes['href'].slice(0, 2000));
          return;
        case 'br': text.lineEnd(parser.startIndex, parser.endIndex + 1); return;
        case 'img': {
          const source = attributes['data-src'] ?? attributes['src'] ?? '';
          if (source !== '' && !source.startsWith('data:')) pictures.push({ start: parser.startIndex, end: parser.endIndex + 1, picture: source.slice(0, 2000), caption: attributes['alt']?.trim() || null, figure: current });
          return;
        }
        case 'a':
          if (isBackLink(attributes)) { dropped++; backLink = true; return; }
          links++;
          text.linked = true;
          if (isNoteLink(attributes)) { noteLink = superscript === 0; text.beginNote(true); }
          return;
        case 'sup': if (superscript++ === 0 && !noteLink) text.beginNote(); return;
        case 'rt': ruby++; text.beginRuby(); return;
      }
      if (!BLOCK_TAGS.has(tag)) return;
      flush();
      if (tag === 'pre') { preformatted++; text.preformatted = true; }
      if (++depth > DEEPEST) return;
      current = opened(tag, current, attributes);
      if (tag === 'table') { cells = null; table = { below: [], inside: false }; } else if (tag === 'tr') cells = [];
      else if ((tag === 'td' || tag === 'th') && cells) cells.push({ start: blocks.length, end: -1, container: current, columns: spanOf(attributes['colspan']), rows: spanOf(attributes['rowspan']) });
      else if (LISTS.has(tag)) lists.push(listOf(tag, attributes));
      else if (tag === 'li') text.itemNumber(nextNumber(lists.at(-1), attributes), parser.startIndex, parser.endIndex + 1);
    },
    ontext(data) {
      if (inTitle) { if (title.length < 1000) title += data; return; }
      if (dropped > 0) return;
      text.add(data, parser.startIndex, parser.endIndex + 1);
    },
    onclosetag(tag) {
      if (DROPPED.has(tag)) { if (dropped > 0) dropped--; inTitle = false; return; }
      if (tag === 'a' && backLink) { dropped--; backLink = false; return; }
      if (dropped > 0) return;
      if (tag === 'a' && noteLink) { noteLink = false; text.endNote(); }
      if (tag === 'a') { links = Math.max(0, links - 1); text.linked = links > 0; return; }
      if (tag === 'sup') { if (superscript > 0 && --superscript === 0 && !noteLink) text.endNote(); return; }
      if (tag === 'rt') { if (ruby > 0) { ruby--; text.endRuby(); } return; }
      if (!BLOCK_TAGS.has(tag)) return;
      flush();
      if (tag === 'pre') { preformatted--; text.preformatted = preformatted > 0; }
      // Unclosed tags inside are closed by the parser before this one.
      if (depth > 0 && depth-- <= DEEPEST && current.parent) current = current.parent;
      if ((tag === 'td' || tag === 'th') && cells && cells.length > 0) (cells[cells.length - 1] as Cell).end = blocks.length;
      else if (tag === 'tr' && cells) { cellsInRows(blocks, cells, table); cells = null; }
      else if (tag === 'table') cells = null;
      else if (LISTS.has(tag)) lists.pop();
      else if (tag === 'li') text.itemNumber(null, 0, 0);
    },
  }, { lowerCaseTags: true, decodeEntities: true });
  parser.end(raw);
  flush();
  return { blocks, containers, meta, title: title.replace(/\s+/gu, ' ').trim(), pictures: pictures.filter(({ figure }) => !figure?.furniture && (figure?.hint ?? 0) >= 0).map((picture) => withCaption(raw, picture, blocks)) };
}

/** A picture's caption is that of its figure, else its alternative text. */
function withCaption(raw: string, { figure, ...picture }: LayoutPicture & { figure: Container | null }, blocks: readonly PageBlock[]): LayoutPicture {
  let inside = figure, steps = 0;
  while (inside && inside.tag !== 'figure' && steps++ < 6) inside = inside.parent;
  if (inside?.tag !== 'figure') return picture;
  // Blocks are in order: the figure's caption stands near the picture.
  let low = 0, high = blocks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((blocks[middle]?.runs[0]?.start ?? 0) < picture.start) low = middle + 1; else high = middle;
  }
  for (const block of blocks.slice(Math.max(0, low - 3), low + 4)) {
    if (block.kind === 'caption' && within(block.container, inside)) return { ...picture, caption: joinRuns(raw, block.runs).text };
  }
  return picture;
}

function within(container: Container, outer: Container): boolean {
  let at: Container | null = container, steps = 0;
  while (at && at !== outer && steps++ < 8) at = at.parent;
  return at === outer;
}
