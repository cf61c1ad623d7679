/** One document to its text and structure, by its format. Never throws: what cannot be read says why. */
import { MOST_BLOCKS } from '../../core/parse/blocks';
import { layoutOfHtml } from '../../core/parse/html/html';
import { layoutOfTable } from '../../core/parse/table';
import { layoutOfTex } from '../../core/parse/tex';
import { readDocx } from './docx';
import { readEpub } from './epub';
import { readOfd } from './ofd';
import { readOdt } from './odt';
import { readPdf } from './pdf';
import { readRtf } from './rtf';
import { UnreadableDocument, type Format, type ReadDocument } from './types';
import { readXlsx } from './xlsx';

/** `text` is the decoded file where the format is text. `deadline` in milliseconds of `performance.now()`. */
export async function readDocument(format: Format, bytes: Uint8Array, text: string, deadline: number): Promise<ReadDocument> {
  const document = await readAs(format, bytes, text, deadline);
  // What nobody will read need not be sent.
  const { layout } = document;
  return layout && layout.blocks.length > MOST_BLOCKS ? { ...document, layout: { ...layout, blocks: layout.blocks.slice(0, MOST_BLOCKS) } } : document;
}

async function readAs(format: Format, bytes: Uint8Array, text: string, deadline: number): Promise<ReadDocument> {
  try {
    switch (format) {
      case 'html': return { text, layout: layoutOfHtml(text), problems: [] };
      case 'tex': return { text, layout: layoutOfTex(text), problems: [] };
      case 'csv': return { text, layout: layoutOfTable(text), problems: [] };
      case 'docx': return readDocx(bytes);
      case 'rtf': return readRtf(bytes);
      case 'odt': return readOdt(bytes);
      case 'epub': return readEpub(bytes);
      case 'xlsx': return readXlsx(bytes);
      case 'ofd': return readOfd(bytes);
      case 'pdf': return await readPdf(bytes, deadline);
    }
  } catch (error) {
    const code = error instanceof UnreadableDocument ? error.code : 'damaged';
    const message = error instanceof UnreadableDocument ? error.message : `it cannot be understood (${error instanceof Error ? error.message : String(error)})`;
    return { text: '', layout: null, problems: [{ code, message }] };
  }
}
