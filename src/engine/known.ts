/** Files that have been read stay read: as long as nothing about a file has changed, it is the same `SourceFile`, not read again. */
import { promises as fs } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import type { SourceFile } from '../core/service';
import { readFile } from './files';

/** A file changed this short a time before it was read may change again within one tick of its clock; milliseconds. */
const FRESH = 100;

interface Known {
  /** Times of change and size when it was read; null where they may stay the same though it changes. */
  readonly stamp: string | null;
  readonly file: SourceFile;
}

export interface KnownFiles {
  /** Like `readFile`, but a file that has not changed since the last time is not read: it is what it was before. */
  readonly read: typeof readFile;
  /** How many files were read from disk so far. */
  readonly reads: () => number;
  /** Forgets the files whose paths are not among these. */
  keep(paths: ReadonlySet<string>): void;
}

/** What tells that a file has changed; null where it cannot be told. The time of its entry counts too: a copy may keep the other one. */
async function stampOf(path: string): Promise<string | null> {
  try {
    const { size, mtimeNs, ctimeNs, mtimeMs } = await fs.stat(path, { bigint: true });
    return Math.abs(Date.now() - Number(mtimeMs)) < FRESH ? null : `${size} ${mtimeNs} ${ctimeNs}`;
  } catch {
    return null;
  }
}

export function knownFiles(): KnownFiles {
  const known = new Map<string, Known>();
  let reads = 0;
  return {
    reads: () => reads,
    keep(paths) {
      for (const path of known.keys()) if (!paths.has(path)) known.delete(path);
    },
    async read(path, name, catalogue, limits, ...reader) {
      // Told before the file is read: a change in between gives another stamp the next time.
      const stamp = await stampOf(path);
      const before = known.get(path);
      if (before && stamp !== null && before.stamp === stamp && before.file.file === name && JSON.stringify(before.file.catalogue) === JSON.stringify(catalogue)) return before.file;
      reads++;
      const now = await readFile(path, name, catalogue, limits, ...reader);
      // Touched, or saved as it was: nothing has changed for the library.
      const file = before && isDeepStrictEqual(now, before.file) ? before.file : now;
      // What could not be read may be readable the next time, though nothing about it has changed.
      const unreadable = file.problems?.some(({ code }) => code === 'unreadable');
      known.set(path, { stamp: unreadable ? null : stamp, file });
      return file;
    },
  };
}
