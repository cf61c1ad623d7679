/**
 * Reads library folders from disk. Nothing here throws for what a user's folder holds: a file that cannot be read becomes a
 * file without text that says why; a folder that cannot be read becomes a problem of the library.
 */
import { promises as fs } from 'node:fs';
import * as path from 'node:path';
import type { SourceFile } from '../core/service';
import { binaryFormat, decode } from './decode';
import { documentReader, type DocumentReader } from './formats/reader';
import { formatOf, TEXT_FORMATS, type Format, type ReadDocument } from './formats/types';

/** Extensions whose files are read as plain text; those of other formats stand in `formatOf`. */
const PLAIN = new Set(['.txt', '.text', '.md', '.markdown']);
/** Documents that a writer may expect to be read: they are listed with the reason why they are not. */
const NAMED = new Set(['.doc', '.rtf', '.wps', '.xls', '.et', '.ods', '.pptx', '.ppt', '.caj', '.mht', '.mhtml', '.mobi', '.azw3']);
const CATALOGUE = 'catalogue.json';
const SKIPPED_FOLDERS = new Set(['node_modules', '__MACOSX', '$RECYCLE.BIN']);
/** Names of a folder's own notes about itself, which are not sources. */
const NOT_SOURCES = /^(?:readme|license|licence)\b/i;

export interface ReadLimits {
  /** Bytes of one file. */
  readonly fileBytes: number;
  /** Entries looked at over all folders. */
  readonly entries: number;
  /** Bytes of text over all folders. */
  readonly totalBytes: number;
  readonly depth: number;
}

export const LIMITS: ReadLimits = { fileBytes: 64 * 1024 * 1024, entries: 100_000, totalBytes: 512 * 1024 * 1024, depth: 24 };

/** What a user can act on: a folder is missing, a limit was met. `file` is the path as the user gave it. */
export interface LibraryProblem {
  readonly code: 'missing-folder' | 'unreadable-folder' | 'too-many-files' | 'too-much-text' | 'too-deep' | 'bad-catalogue';
  readonly message: string;
  readonly file: string;
}

export interface ReadFolders {
  readonly files: readonly SourceFile[];
  readonly problems: readonly LibraryProblem[];
  /** Where each source lies: its library name to its absolute path. */
  readonly paths: Readonly<Record<string, string>>;
  /** The library folders and those below them, by their real paths, as far as they could be read. */
  readonly directories: readonly string[];
}

interface Found { readonly name: string; readonly path: string; readonly folder: string }

/** The reason of a failed file operation, in words. */
export function reasonOf(error: unknown): string {
  const code = (error as NodeJS.ErrnoException).code;
  if (code === 'ENOENT') return 'it does not exist';
  if (code === 'EACCES' || code === 'EPERM') return 'permission denied';
  if (code === 'ENOTDIR') return 'it is not a folder';
  if (code === 'EISDIR') return 'it is a folder';
  if (code === 'ELOOP') return 'its links go round in a circle';
  return error instanceof Error ? error.message : String(error);
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
    const binary = binaryFormat(bytes);
    if (binary) return failed('binary', binary === 'binary' ? 'the file holds no text' : `the file holds no text: it is ${binary} data`);
    const { text, encoding, replaced } = decode(bytes);
    const problems: { code: string; message: string }[] = [];
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

/** Rows of a catalogue by file name: an object by file, a list of rows with `file`, or such a list under `sources`. */
function rowsOf(value: unknown): Map<string, unknown> {
  const rows = new Map<string, unknown>();
  const list = Array.isArray(value) ? value : (value as { sources?: unknown } | null)?.sources;
  if (Array.isArray(list)) {
    for (const row of list) {
      const name: unknown = (row as { file?: unknown } | null)?.file;
      if (typeof name === 'string') rows.set(name.replace(/\\/g, '/'), row);
    }
  } else if (value && typeof value === 'object') {
    for (const [name, row] of Object.entries(value)) rows.set(name.replace(/\\/g, '/'), row);
  }
  return rows;
}

/**
 * Reads library folders, all files below them in the order of their names. `progress` is called with counts while reading;
 * between files the event loop runs on. `read` reads each file.
 */
export async function readFolders(
  folders: readonly string[], progress: (done: number, of: number) => void = () => undefined, limits: ReadLimits = LIMITS, read: typeof readFile = readFile,
): Promise<ReadFolders> {
  const problems: LibraryProblem[] = [];
  const catalogues = new Map<string, unknown>();
  const found: Found[] = [];
  const seen = new Set<string>();
  let entries = 0;

  /** Walks one folder; false when the limit on entries is met. */
  async function walk(root: string, directory: string, depth: number): Promise<boolean> {
    const real = await fs.realpath(directory);
    // A link back to a folder that is being walked, or was, is not followed: that ends circles.
    if (seen.has(real)) return true;
    seen.add(real);
    if (depth > limits.depth) {
      problems.push({ code: 'too-deep', file: directory, message: `folders deeper than ${limits.depth} levels are left out` });
      return true;
    }
    const names: { name: string; directory: boolean }[] = [];
    for await (const entry of await fs.opendir(directory)) {
      if (++entries > limits.entries) {
        problems.push({ code: 'too-many-files', file: root, message: `it holds more than ${limits.entries} files and folders; the rest is left out` });
        return false;
      }
      if (entry.name.startsWith('.') || entry.name.startsWith('~$') || SKIPPED_FOLDERS.has(entry.name)) continue;
      const isLink = entry.isSymbolicLink();
      const target = isLink ? await fs.stat(path.join(directory, entry.name)).catch(() => null) : entry;
      names.push({ name: entry.name, directory: target?.isDirectory() ?? false });
    }
    names.sort((a, b) => (a.name < b.name ? -1 : 1));
    if (names.some(({ name }) => name === CATALOGUE)) await readCatalogue(directory);
    for (const { name, directory: isFolder } of names) {
      const full = path.join(directory, name);
      if (isFolder) {
        const more = await walk(root, full, depth + 1).catch((error: unknown) => {
          problems.push({ code: 'unreadable-folder', file: full, message: `it cannot be read: ${reasonOf(error)}` });
          return true;
        });
        if (!more) return false;
      } else {
        const extension = path.extname(name).toLowerCase();
        if ((PLAIN.has(extension) || formatOf(extension) !== null || NAMED.has(extension)) && !NOT_SOURCES.test(name)) {
          found.push({ name: path.relative(root, full).split(path.sep).join('/'), path: full, folder: directory });
        }
      }
    }
    return true;
  }

  async function readCatalogue(directory: string): Promise<void> {
    const file = path.join(directory, CATALOGUE);
    try {
      const { text } = decode(await fs.readFile(file));
      for (const [name, row] of rowsOf(JSON.parse(text))) catalogues.set(path.join(directory, ...name.split('/')), row);
    } catch (error) {
      problems.push({ code: 'bad-catalogue', file, message: `the catalogue cannot be read: ${reasonOf(error)}` });
    }
  }

  const roots = new Map<Found, string>();
  for (const folder of folders) {
    const root = path.resolve(folder);
    const from = found.length;
    try {
      if (!(await fs.stat(root)).isDirectory()) {
        problems.push({ code: 'unreadable-folder', file: folder, message: 'it is not a folder' });
        continue;
      }
      await walk(root, root, 0);
    } catch (error) {
      const missing = (error as NodeJS.ErrnoException).code === 'ENOENT';
      problems.push({ code: missing ? 'missing-folder' : 'unreadable-folder', file: folder, message: missing ? 'the folder does not exist' : `it cannot be read: ${reasonOf(error)}` });
    }
    for (const file of found.slice(from)) roots.set(file, root);
  }

  const reader = documentReader();
  const files: SourceFile[] = [];
  const paths: Record<string, string> = {};
  let bytes = 0;
  for (const [index, one] of found.entries()) {
    progress(index, found.length);
    if (bytes > limits.totalBytes) {
      problems.push({ code: 'too-much-text', file: one.path, message: `more than ${limits.totalBytes / 1024 / 1024} MB of text; ${found.length - index} files are left out` });
      break;
    }
    // The same name in two folders: the later one is named with its folder, and with a number where even that is taken.
    let name = one.name;
    if (name in paths) name = `${path.basename(roots.get(one) ?? '')}/${one.name}`;
    for (let n = 2; name in paths; n++) name = `${path.basename(roots.get(one) ?? '')}-${n}/${one.name}`;
    const file = await read(one.path, name, catalogues.get(one.path) ?? null, limits, reader);
    paths[name] = one.path;
    bytes += file.text.length * 2;
    files.push(file);
  }
  reader.close();
  return { files, problems, paths, directories: [...seen] };
}
