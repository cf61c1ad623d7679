/** EPUB: its chapters in reading order, each read as a page. */
import { layoutOfHtml } from '../../core/parse/html/html';
import { joinRuns, type LayoutPicture } from '../../core/parse/layout';
import { documentOf, MOST_TEXT, pictureBlock, propertiesOf, type TextBlock } from './plainText';
import { UnreadableDocument, type ReadDocument } from './types';
import { fieldsOf, readXml } from './xml';
import { partName, unzip, xmlText } from './zip';

export function readEpub(bytes: Uint8Array): ReadDocument {
  const parts = unzip(bytes, (name) => /\.(?:x?html?|xml|opf|ncx)$/i.test(name));
  const part = (name: string): string | null => { const content = parts.get(name); return content ? xmlText(content) : null; };
  let packagePath = '';
  readXml(part('META-INF/container.xml') ?? '', { open: (name, a) => { if (/(?:^|:)rootfile$/.test(name) && packagePath === '') packagePath = a['full-path'] ?? ''; } });
  const opf = part(packagePath);
  if (opf === null) throw new UnreadableDocument('damaged', 'it is a container, but no EPUB book');
  const locked = new Set<string>();
  readXml(part('META-INF/encryption.xml') ?? '', { open: (name, a) => { if (/CipherReference$/.test(name)) locked.add(a['URI'] ?? ''); } });
  const items = new Map<string, string>(), spine: string[] = [];
  readXml(opf, {
    open(name, a) {
      if (/(?:^|:)item$/.test(name)) items.set(a['id'] ?? '', a['properties']?.includes('nav') ? '' : a['href'] ?? '');
      else if (/(?:^|:)itemref$/.test(name)) spine.push(a['idref'] ?? '');
    },
  });
  const folder = packagePath.includes('/') ? packagePath.slice(0, packagePath.lastIndexOf('/') + 1) : '';
  const blocks: TextBlock[] = [];
  let characters = 0;
  for (const id of spine) {
    const href = items.get(id);
    if (!href) continue;
    const name = partName(folder, href);
    if (locked.has(name)) throw new UnreadableDocument('encrypted', 'its chapters are encrypted');
    const chapter = part(name);
    if (chapter === null || characters > MOST_TEXT) continue;
    const { blocks: own, pictures } = layoutOfHtml(chapter);
    const shown = [...pictures];
    const show = (until: number): void => { while (shown[0] && shown[0].start < until) blocks.push(pictureOf(name, shown.shift() as LayoutPicture)); };
    for (const { runs, kind } of own) {
      show(runs[0]?.start ?? 0);
      const { text } = joinRuns(chapter, runs);
      characters += text.length;
      // The chapters' titles are headings of the book.
      blocks.push({ text, kind: kind === 'title' ? 'heading' : kind === 'boilerplate' ? null : kind });
    }
    show(Infinity);
  }
  const fields = fieldsOf(opf, ['dc:title', 'dc:creator', 'dc:date', 'dc:publisher']);
  const date = /^(\d{4}(?:-\d{2}(?:-\d{2})?)?)/.exec(fields['dc:date'] ?? '')?.[1];
  const properties: Readonly<Record<string, unknown>> = { ...propertiesOf(fields['dc:title'], fields['dc:creator'] ? [fields['dc:creator']] : [], undefined), ...(date ? { date } : {}), ...(fields['dc:publisher'] ? { publication: fields['dc:publisher'] } : {}) };
  const document = documentOf(blocks, properties, 'book');
  // A book states its title in its package; its first heading is a chapter's.
  return properties['title'] !== undefined && document.layout ? { ...document, layout: { ...document.layout, stated: { title: properties['title'] } } } : document;
}

/** A picture of a chapter; what the chapter takes from the web stays an address. */
function pictureOf(chapter: string, { picture, caption }: LayoutPicture): TextBlock {
  const inside = !/^[a-z][a-z+.-]+:/i.test(picture ?? '');
  return pictureBlock(inside ? partName(chapter.slice(0, chapter.lastIndexOf('/') + 1), picture ?? '') : picture ?? '', caption ?? undefined, inside);
}
