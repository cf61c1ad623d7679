/** The saved index that another process writes, followed as its log grows: what that one has read need not be read again. */
import { statSync } from 'node:fs';
import * as path from 'node:path';
import { readStore, type ReadStore } from '../store/store';

/** From one look at the log to the next; a log that has not grown for so long is not written to just now. Milliseconds. */
const LOOK = 500, STILL = 5_000;

export interface Followed {
  /** As it was read last; null where there was none that counts. */
  readonly saved: ReadStore | null;
  /** Waits until more has been saved, and reads it; false where nothing has come for a while. */
  grown(): Promise<boolean>;
  close(): void;
}

export function follow(folder: string, version: string, still = STILL): Followed {
  let saved = readStore(folder, version);

  function readMore(): boolean {
    if (saved && sizeOf(path.join(folder, `${saved.generation}.log`)) <= saved.logEnd) return false;
    const now = readStore(folder, version);
    if (!now || !saved) { saved = now; return now !== null; }
    now.pack.close();
    // Where another generation has taken its place, what was read of this one still is what it was.
    if (now.generation !== saved.generation || now.logEnd === saved.logEnd) return false;
    saved = { ...now, pack: saved.pack };
    return true;
  }

  return {
    get saved() { return saved; },
    async grown() {
      for (let waited = 0; waited < still; waited += LOOK) {
        if (readMore()) return true;
        await new Promise<void>((resolve) => { setTimeout(resolve, LOOK); });
      }
      return readMore();
    },
    close() { saved?.pack.close(); },
  };
}

function sizeOf(file: string): number {
  try {
    return statSync(file).size;
  } catch {
    return 0;
  }
}
