/** Where saved indexes lie: a folder for each library below the one that all share. */
import { createHash } from 'node:crypto';
import { readdirSync, rmSync, statSync } from 'node:fs';
import * as path from 'node:path';

/** The folder of the index of these library folders, in this order. */
export function storeFolder(storage: string, folders: readonly string[]): string {
  const name = createHash('sha256').update(JSON.stringify(folders.map((folder) => path.resolve(folder)))).digest('hex').slice(0, 20);
  return path.join(storage, name);
}

/** An index that nobody has opened for so long is of a library that is not used any more; milliseconds. */
const UNUSED = 90 * 24 * 3600 * 1000;

/** Removes the indexes of libraries that are not used any more, this one never. */
export function removeUnused(store: string): void {
  const storage = path.dirname(store);
  for (const name of readdirSync(storage)) {
    const folder = path.join(storage, name);
    if (folder === store || !/^[0-9a-f]{20}$/.test(name)) continue;
    try {
      if (Date.now() - statSync(path.join(folder, 'current')).mtimeMs > UNUSED) rmSync(folder, { recursive: true, force: true });
    } catch {
      // Being made, or being removed by another.
    }
  }
}
