/** What other libraries have saved of the same folders: a library to which a folder comes is not read anew. */
import { readdirSync, statSync } from 'node:fs';
import * as path from 'node:path';
import { readStore, type ReadStore } from './store';

/** So many saved indexes are looked at, those that were opened last. */
const MOST = 4;

/** Of the saved indexes beside this one that which holds most documents of these library folders; null where none holds any. */
export function relatedStore(store: string, version: string, folders: readonly string[]): ReadStore | null {
  const roots = new Set(folders.map((folder) => path.resolve(folder)));
  let best: ReadStore | null = null, most = 0;
  for (const folder of neighbours(store)) {
    const found = readStore(folder, version);
    if (!found) continue;
    let count = 0;
    for (const { root } of found.documents.values()) if (roots.has(root)) count++;
    if (count > most) { best?.pack.close(); best = found; most = count; } else found.pack.close();
  }
  return best;
}

function neighbours(store: string): string[] {
  const storage = path.dirname(store);
  const opened = (folder: string): number => { try { return statSync(path.join(folder, 'current')).mtimeMs; } catch { return 0; } };
  try {
    return readdirSync(storage).filter((name) => /^[0-9a-f]{20}$/.test(name) && name !== path.basename(store)).map((name) => path.join(storage, name))
      .map((folder) => ({ folder, at: opened(folder) })).filter(({ at }) => at > 0).sort((a, b) => b.at - a.at).slice(0, MOST).map(({ folder }) => folder);
  } catch {
    return [];
  }
}
