/** PDF: the text layer of each page by pdf.js, without its worker, its drawing and its network code. */
import * as path from 'node:path';
import { getDocument, VerbosityLevel, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { WorkerMessageHandler } from 'pdfjs-dist/legacy/build/pdf.worker.mjs';
import { documentOfPages } from './pages/document';
import { ordinary } from '../../core/parse/compatibility';
import type { Item, SheetPage } from './pages/types';
import { MOST_TEXT, propertiesOf } from './plainText';
import { UnreadableDocument, type ReadDocument, type ReadProblem } from './types';

/** Without this, pdf.js would look for a file with its worker. */
(globalThis as { pdfjsWorker?: unknown }).pdfjsWorker = { WorkerMessageHandler };

export const MOST_PAGES = 5000;

/** Reads until `deadline` (milliseconds of `performance.now()`); what was read by then is given, with a problem that says so. */
export async function readPdf(bytes: Uint8Array, deadline: number): Promise<ReadDocument> {
  const loading = getDocument({
    data: bytes, verbosity: VerbosityLevel.ERRORS, isEvalSupported: false, useSystemFonts: false, disableFontFace: true, stopAtErrors: false,
    cMapUrl: path.join(__dirname, 'cmaps') + path.sep, cMapPacked: true, useWasm: false, isOffscreenCanvasSupported: false, enableXfa: false,
  });
  let pdf: PDFDocumentProxy;
  try {
    pdf = await loading.promise;
  } catch (error) {
    await loading.destroy();
    const name = error instanceof Error ? error.name : '';
    if (name === 'PasswordException') throw new UnreadableDocument('encrypted', 'it is protected with a password');
    throw new UnreadableDocument('damaged', `it is no PDF that can be read (${error instanceof Error ? error.message : String(error)})`);
  }
  const problems: ReadProblem[] = [];
  const pages: SheetPage[] = [];
  let characters = 0, broken = 0, number = 1;
  try {
    const count = Math.min(pdf.numPages, MOST_PAGES);
    for (; number <= count && performance.now() < deadline && characters < MOST_TEXT / 2; number++) {
      try {
        const page = await pageOf(pdf, number);
        for (const item of page.items) characters += item.text.length;
        pages.push(page);
      } catch {
        broken++;
      }
    }
    if (number <= pdf.numPages) problems.push({ code: 'cut-short', message: `${pdf.numPages - number + 1} of its ${pdf.numPages} pages are left out: it is too long` });
    if (broken > 0) problems.push({ code: 'pages-damaged', message: `${broken} of its ${pdf.numPages} pages are damaged and left out` });
    if (characters < Math.max(1, pages.length) * 4) {
      throw new UnreadableDocument('no-text-layer', `it has no text: its ${pdf.numPages === 1 ? 'page is a picture' : 'pages are pictures'} (a scan); it needs text recognition first`);
    }
    return documentOfPages(pages, await propertiesOfPdf(pdf), problems);
  } finally {
    await loading.destroy();
  }
}

async function pageOf(pdf: PDFDocumentProxy, number: number): Promise<SheetPage> {
  const page = await pdf.getPage(number);
  const { width, height } = page.getViewport({ scale: 1 });
  const [left = 0, bottom = 0] = page.view;
  const content = await page.getTextContent({ includeMarkedContent: false, disableNormalization: true });
  const items: Item[] = [];
  for (const item of content.items) {
    if (!('str' in item) || item.str === '') continue;
    const [a, b, c, d, x, y] = item.transform as [number, number, number, number, number, number];
    // Text that is turned belongs to the margin or to a chart.
    if (Math.abs(b) > Math.abs(a) || Math.abs(c) > Math.abs(d) || a < 0) continue;
    items.push({ text: ordinary(item.str), x: x - left, y: height - (y - bottom), width: item.width, size: Math.hypot(c, d) || item.height });
  }
  page.cleanup();
  return { width, height, items };
}

async function propertiesOfPdf(pdf: PDFDocumentProxy): Promise<Record<string, unknown>> {
  try {
    const { info } = await pdf.getMetadata();
    const fields = info as Readonly<Record<string, unknown>>;
    const text = (name: string): string | undefined => (typeof fields[name] === 'string' ? fields[name] : undefined);
    return propertiesOf(text('Title'), text('Author') ? [text('Author') as string] : [], text('CreationDate'));
  } catch {
    return {};
  }
}
