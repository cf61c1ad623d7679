/** The order of a library's documents as listing its folders would give it, without listing them. */
import * as path from 'node:path';
import type { StoredDocument } from '../store/types';

/** Documents of these folders, folder by folder, each by names; those of other folders are left out. */
export function inOrder(documents: Iterable<StoredDocument>, folders: readonly string[]): StoredDocument[] {
  const rank = new Map(folders.map((folder, index) => [path.resolve(folder), index]));
  return [...documents]
    .flatMap((document) => {
      const folder = rank.get(document.root);
      return folder === undefined ? [] : [{ document, folder, names: namesBelow(document.root, document.path) }];
    })
    .sort((a, b) => a.folder - b.folder || byNames(a.names, b.names))
    .map(({ document }) => document);
}

/** The names that lead from a folder to a file in it. Paths are told as folders are listed, and need no look at each of their parts. */
function namesBelow(root: string, file: string): string[] {
  const start = root.endsWith(path.sep) ? root : root + path.sep;
  return (file.startsWith(start) ? file.slice(start.length) : path.relative(root, file)).split(path.sep);
}

function byNames(a: readonly string[], b: readonly string[]): number {
  for (let i = 0; i < a.length && i < b.length; i++) {
    const one = a[i] as string, other = b[i] as string;
    if (one !== other) return one < other ? -1 : 1;
  }
  return a.length - b.length;
}
