/** Which files are documents, by their names. */
import * as path from 'node:path';
import { formatOf } from './formats/types';

/** Extensions whose files are read as plain text; those of other formats stand in `formatOf`. */
const PLAIN = new Set(['.txt', '.text', '.md', '.markdown']);
/** Documents that a writer may expect to be read: they are listed with the reason why they are not. */
export const NAMED = new Set(['.doc', '.wps', '.xls', '.et', '.ods', '.pptx', '.ppt', '.caj', '.mht', '.mhtml', '.mobi', '.azw3']);

/** Whether a file's name is that of a document, read or only listed. */
export function isDocument(name: string): boolean {
  const extension = path.extname(name).toLowerCase();
  return PLAIN.has(extension) || formatOf(extension) !== null || NAMED.has(extension);
}
