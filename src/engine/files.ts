/**
 * Reads library folders from disk. Nothing here throws for what a user's folder holds: a file that cannot be read becomes a
 * file without text that says why; a folder that cannot be read becomes a problem of the library.
 */
import { promises as fs } from 'node:fs';
import * as path from 'node:path';
import type { OfficeTerm } from '../core/library/glossaryFile';
import type { SourceFile } from '../core/service';
import { listFolders, type Globs } from './folders';
import { binaryFormat, decode, statedEncoding } from './decode';
import { documentReader, type DocumentReader } from './formats/reader';
import { formatOf, TEXT_FORMATS, type Format, type ReadDocument } from './formats/types';
import { NAMED } from './documentNames';
import { LIMITS, reasonOf, type LibraryProblem, type ReadLimits } from './limits';

export interface ReadFolders {
  readonly files: readonly SourceFile[];
  readonly problems: readonly LibraryProblem[];
  /** Where each source lies: its library name to its absolute path. */
  readonly paths: Readonly<Record<string, string>>;
  /** The library folders and those below them, by their real paths, as far as they could be read. */
  readonly directories: readonly string[];
  /** Rows of the office's glossaries, folder by folder. */
  readonly office: readonly OfficeTerm[];
}

/**
 * Reads one file as a source; what is wrong with it is said in its problems. `reader` reads what is no plain text; without one
 * a reader is made for this file alone, and with null only the text of text files is read, not their structure.
 */
export async function readFile(file: string, name: string, catalogue: unknown, limits: ReadLimits = LIMITS, reader?: DocumentReader | null): Promise<SourceFile> {
  const failed = (code: string, message: string): SourceFile => ({ file: name, text: '', problems: [{ code, message }], catalogue });
  const extension = path.extname(file).toLowerCase();
  if (NAMED.has(extension)) return failed('unsupported-format', `${extension.slice(1).toUpperCase()} files are not read; save it as DOCX, PDF or text`);
  const format = formatOf(extension);
  try {
    const status = await fs.stat(file);
    if (!status.isFile()) return failed('unreadable', 'it is not a regular file');
    if (status.size > limits.fileBytes) return failed('too-large', `it has ${Math.ceil(status.size / 1024 / 1024)} MB; at most ${limits.fileBytes / 1024 / 1024} MB are read`);
    const bytes = await fs.readFile(file);
    if (bytes.length === 0) return failed('empty', 'the file is empty');
    if (format && !TEXT_FORMATS.has(format)) {
      const { text, layout, problems } = await readAs(format, bytes, null);
      return { file: name, text, problems, catalogue, ...(layout ? { layout } : {}) };
    }
    const binary = statedEncoding(catalogue).encoding === null ? binaryFormat(bytes) : null;
    if (binary) return failed('binary', binary === 'binary' ? 'the file holds no text' : `the file holds no text: it is ${binary} data`);
    const problems: { code: string; message: string }[] = [];
    const stated = statedEncoding(catalogue);
    if (stated.wrong !== null) problems.push({ code: 'catalogue-encoding', message: `the catalogue names “${stated.wrong}”, which is no encoding that is known; it was told from the text` });
    const { text, encoding, replaced } = decode(bytes, stated.encoding);
    if (!text.trim()) problems.push({ code: 'empty', message: 'the file holds blanks only' });
    if (replaced > 0) problems.push({ code: 'replaced-bytes', message: `${replaced} places are not valid ${encoding.toUpperCase()} and stand as \ufffd` });
    if (!format || reader === null) return { file: name, text, problems, catalogue };
    const { layout, problems: met } = await readAs(format, bytes, text);
    return { file: name, text, problems: [...problems, ...met], catalogue, ...(layout ? { layout } : {}) };
  } catch (error) {
    return failed('unreadable', `it cannot be read: ${reasonOf(error)}`);
  }

  async function readAs(as: Format, bytes: Uint8Array, text: string | null): Promise<ReadDocument> {
    const own = reader ?? documentReader();
    try {
      return await own.read(as, bytes, text);
    } finally {
      if (own !== reader) own.close();
    }
  }
}

/**
 * Reads library folders, all files below them in the order of their names. `progress` is called with counts while reading;
 * between files the event loop runs on. `read` reads each file.
 */
export async function readFolders(
  folders: readonly string[], progress: (done: number, of: number) => void = () => undefined, limits: ReadLimits = LIMITS, read: typeof readFile = readFile, globs?: Globs,
): Promise<ReadFolders> {
  const listing = await listFolders(folders, globs, limits);
  const problems = [...listing.problems];
  const reader = documentReader();
  const files: SourceFile[] = [];
  const paths: Record<string, string> = {};
  let bytes = 0;
  for (const [index, one] of listing.files.entries()) {
    progress(index, listing.files.length);
    if (bytes > limits.totalBytes) {
      problems.push(tooMuchText(one.path, listing.files.length - index, limits));
      break;
    }
    const file = await read(one.path, one.name, one.row, limits, reader);
    paths[one.name] = one.path;
    bytes += file.text.length * 2;
    files.push(file);
  }
  reader.close();
  return { files, problems, paths, directories: listing.directories, office: listing.office };
}

/** Said of the first file that is left out because of how much text there is. */
export function tooMuchText(file: string, count: number, { totalBytes }: ReadLimits): LibraryProblem {
  return { code: 'too-much-text', file, message: `more than ${totalBytes / 1024 / 1024} MB of text; ${count} files are left out` };
}
