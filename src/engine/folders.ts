/** Lists library folders: which files they hold, under which names, what their catalogues say. Reads no document. */
import { promises as fs } from 'node:fs';
import * as path from 'node:path';
import picomatch from 'picomatch';
import type { OfficeTerm } from '../core/library/glossaryFile';
import { CATALOGUE, catalogues } from './catalogue';
import { isDocument } from './documentNames';
import { LIMITS, reasonOf, type LibraryProblem, type ReadLimits } from './limits';
import { glossaryOf, isGlossary } from './glossary';

const SKIPPED_FOLDERS = new Set(['node_modules', '__MACOSX', '$RECYCLE.BIN']);
/** Names of a folder's own notes about itself, which are not sources. */
const NOT_SOURCES = /^(?:readme|license|licence)\b/i;

/** Which files of the folders are sources, by globs over their paths below the folder. */
export interface Globs {
  /** Only these; all where it is empty. */
  readonly include: readonly string[];
  /** Never these; what is matched by a folder's path leaves out all below it. */
  readonly exclude: readonly string[];
}

export const ALL: Globs = { include: [], exclude: [] };

/** A file of the library. */
export interface Listed {
  /** As the library names it: its path below its folder; unique in the library. */
  readonly name: string;
  readonly path: string;
  /** Its library folder, absolute. */
  readonly root: string;
  /** The catalogue's row for it, unvalidated; null without one. */
  readonly row: unknown;
}

export interface Listing {
  /** In the library's order: folder by folder, each by names. */
  readonly files: readonly Listed[];
  readonly problems: readonly LibraryProblem[];
  /** The library folders and those below them, by their real paths, as far as they could be read. */
  readonly directories: readonly string[];
  /** Library folders that could not be read, or not wholly, absolute: what else lies there is not known. */
  readonly unread: readonly string[];
  /** Rows of the office's glossaries, folder by folder. */
  readonly office: readonly OfficeTerm[];
}

/**
 * Lists library folders, all files below them in the order of their names. Links are followed, circles are not. Nothing here
 * throws for what a user's folder holds: a folder that cannot be read becomes a problem.
 */
export async function listFolders(folders: readonly string[], globs: Globs = ALL, limits: ReadLimits = LIMITS): Promise<Listing> {
  const problems: LibraryProblem[] = [];
  const catalogue = catalogues();
  const found: Omit<Listed, 'row'>[] = [];
  const seen = new Set<string>(), unread = new Set<string>();
  const included = globs.include.length > 0 ? picomatch([...globs.include], { nocase: true }) : () => true;
  const excluded = globs.exclude.length > 0 ? picomatch([...globs.exclude], { nocase: true, dot: true }) : () => false;
  const office: OfficeTerm[] = [];
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
    const glossary = await glossaryOf(directory, names.map(({ name }) => name));
    if (glossary) { office.push(...glossary.rows); problems.push(...glossary.problems); }
    for (const { name, directory: isFolder } of names) {
      const full = path.join(directory, name);
      const below = path.relative(root, full).split(path.sep).join('/');
      if (excluded(below)) continue;
      if (isFolder) {
        const more = await walk(root, full, depth + 1).catch((error: unknown) => {
          unread.add(root);
          problems.push({ code: 'unreadable-folder', file: full, message: `it cannot be read: ${reasonOf(error)}` });
          return true;
        });
        if (!more) return false;
      } else if (isDocument(name) && !NOT_SOURCES.test(name) && !isGlossary(name) && included(below)) found.push({ name: below, path: full, root });
    }
    return true;
  }

  async function readCatalogue(directory: string): Promise<void> {
    try {
      await catalogue.read(directory);
    } catch (error) {
      problems.push({ code: 'bad-catalogue', file: path.join(directory, CATALOGUE), message: `the catalogue cannot be read: ${reasonOf(error)}` });
    }
  }

  for (const folder of folders) {
    const root = path.resolve(folder);
    try {
      if (!(await fs.stat(root)).isDirectory()) {
        problems.push({ code: 'unreadable-folder', file: folder, message: 'it is not a folder' });
        unread.add(root);
        continue;
      }
      await walk(root, root, 0);
    } catch (error) {
      const missing = (error as NodeJS.ErrnoException).code === 'ENOENT';
      unread.add(root);
      problems.push({ code: missing ? 'missing-folder' : 'unreadable-folder', file: folder, message: missing ? 'the folder does not exist' : `it cannot be read: ${reasonOf(error)}` });
    }
  }
  const names = new Set<string>();
  const files = found.map((one): Listed => {
    // The same name in two folders: the later one is named with its folder, and with a number where even that is taken.
    let { name } = one;
    if (names.has(name)) name = `${path.basename(one.root)}/${one.name}`;
    for (let n = 2; names.has(name); n++) name = `${path.basename(one.root)}-${n}/${one.name}`;
    names.add(name);
    return { ...one, name, row: catalogue.rowFor(one.path) };
  });
  return { files, problems, directories: [...seen], unread: [...unread], office };
}
