/** OFD (GB/T 33190): the text objects of each page by their places, then as a PDF's. Text that is drawn as outlines only is not there. */
import { documentOfPages } from './pages/document';
import type { Item, SheetPage } from './pages/types';
import { propertiesOf } from './plainText';
import { UnreadableDocument, type ReadDocument } from './types';
import { fieldsOf, readXml } from './xml';
import { unzip, xmlText } from './zip';

/** OFD measures in millimetres, pages here in points. */
const POINTS = 72 / 25.4;

const local = (name: string): string => name.slice(name.indexOf(':') + 1);
const numbers = (text: string | undefined): number[] => (text ?? '').trim().split(/\s+/u).filter(Boolean).map(Number);

export function readOfd(bytes: Uint8Array): ReadDocument {
  const parts = unzip(bytes, (name) => /\.xml$/i.test(name));
  const part = (name: string): string | null => { const content = parts.get(name.replace(/^\/+/, '')); return content ? xmlText(content) : null; };
  const root = part('OFD.xml');
  if (root === null) throw new UnreadableDocument('damaged', 'it is a container, but no OFD document');
  const names = ['DocRoot', 'Title', 'Author', 'CreationDate'];
  const fields = fieldsOf(root.replace(/<(\/?)\w+:/gu, '<$1'), names);
  const main = fields['DocRoot'] ?? 'Doc_0/Document.xml';
  const document = part(main);
  if (document === null) throw new UnreadableDocument(/Encrypt/i.test([...parts.keys()].join()) ? 'encrypted' : 'damaged', 'its document part is missing or encrypted');
  const folder = main.includes('/') ? main.slice(0, main.lastIndexOf('/') + 1) : '';
  const locations: string[] = [];
  let box = [0, 0, 210, 297], inBox = false;
  readXml(document, {
    open(name, a) { if (local(name) === 'Page' && a['BaseLoc']) locations.push(a['BaseLoc']); inBox = local(name) === 'PhysicalBox'; },
    text(data) { if (inBox && numbers(data).length === 4) box = numbers(data); },
  });
  const pages: SheetPage[] = [];
  for (const location of locations) {
    const xml = part(location.startsWith('/') ? location : `${folder}${location}`);
    if (xml !== null) pages.push({ width: (box[2] ?? 210) * POINTS, height: (box[3] ?? 297) * POINTS, items: itemsOf(xml) });
  }
  if (pages.every(({ items }) => items.length === 0)) throw new UnreadableDocument('no-text-layer', 'it has no text: its pages are pictures; it needs text recognition first');
  return documentOfPages(pages, propertiesOf(fields['Title'], fields['Author'] ? [fields['Author']] : [], fields['CreationDate']), []);
}

function itemsOf(xml: string): Item[] {
  const items: Item[] = [];
  let boundary = [0, 0, 0, 0], size = 4, scale = [1, 0, 0, 1, 0, 0], code: { x: number; y: number; steps: number[]; text: string } | null = null;
  // Where a code leaves its place out, it goes on from the one before.
  let x = 0, y = 0;
  readXml(xml, {
    open(name, a) {
      if (local(name) === 'TextObject') {
        boundary = numbers(a['Boundary']);
        size = Number(a['Size'] ?? 4);
        scale = a['CTM'] ? numbers(a['CTM']) : [1, 0, 0, 1, 0, 0];
      } else if (local(name) === 'TextCode') {
        x = a['X'] === undefined ? x : Number(a['X']);
        y = a['Y'] === undefined ? y : Number(a['Y']);
        code = { x, y, steps: stepsOf(a['DeltaX']), text: '' };
      }
    },
    text(data) { if (code) code.text += data; },
    close(name) {
      if (local(name) !== 'TextCode' || !code) return;
      const text = code.text.replace(/[\r\n\t]+/gu, '');
      const [a = 1, , , d = 1, e = 0, f = 0] = scale;
      const width = (code.steps.reduce((sum, step) => sum + step, 0) || size * Math.max(0, [...text].length - 1)) + size * (/[\x20-\x7e]$/.test(text) ? 0.5 : 1);
      const item: Item = { text, x: ((boundary[0] ?? 0) + code.x * a + e) * POINTS, y: ((boundary[1] ?? 0) + code.y * d + f) * POINTS, width: width * Math.abs(a) * POINTS, size: size * Math.abs(d) * POINTS };
      if (text !== '' && [item.x, item.y, item.width, item.size].every(Number.isFinite)) items.push(item);
      code = null;
    },
  });
  return items;
}

/** `3.5 g 4 3.5`: a step, then four times one. */
function stepsOf(text: string | undefined): number[] {
  const tokens = (text ?? '').trim().split(/\s+/u).filter(Boolean);
  const steps: number[] = [];
  for (let i = 0; i < tokens.length && steps.length < 10_000; i++) {
    if (tokens[i] === 'g') { for (let n = Math.min(10_000, Number(tokens[i + 1])); n > 0; n--) steps.push(Number(tokens[i + 2])); i += 2; }
    else steps.push(Number(tokens[i]));
  }
  return steps.filter(Number.isFinite);
}
