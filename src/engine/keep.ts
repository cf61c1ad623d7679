/** A library that is kept current: read, watched, and read again where something has changed. */
import { libraryReader, type OpenOptions, type Opened } from './open';
import { folderWatcher } from './watch';

/** What has changed, and what it cost. */
export interface Change extends Opened {
  /** Milliseconds from the beginning of the reading. */
  readonly took: number;
  /** How many files were read for it. */
  readonly read: number;
}

export interface KeepOptions extends OpenOptions {
  /**
   * The library is there, or another one has taken its place. Never the same one twice. What it gives is settled when all has
   * been made that the first requests would wait for; until then no further change is looked for.
   */
  readonly changed: (change: Change) => Promise<void>;
  /** Reading failed as a whole. What was there before stays, and the next change is a new attempt. */
  readonly failed: (error: unknown) => void;
}

export interface KeptLibrary {
  /** Reads no more, watches no more. */
  close(): void;
}

/** Readings in a row because folders have just come to be watched; more are no help where folders look new each time. */
const MOST_AGAIN = 4;

/**
 * A large library takes its time after each change. Where that is more than `quick` milliseconds, what follows waits `rest` times
 * as long, at most `atMost`: a folder that is being filled must not keep the engine busy all the time.
 */
const PACE = { quick: 1000, rest: 1, atMost: 60_000 };

/** Reads the library and keeps it current until it is closed. */
export function keepLibrary(options: KeepOptions): KeptLibrary {
  const reader = libraryReader(options);
  const watcher = folderWatcher(due);
  let current: Opened | null = null;
  let looking = false, again = false, closed = false;
  let inRow = 0;
  let settled: Promise<void> | null = null, waits = false;

  function due(): void {
    if (waits || closed) return;
    waits = true;
    void (settled ?? Promise.resolve()).then(() => { waits = false; return look(); });
  }

  async function pace(made: Promise<void>): Promise<void> {
    const from = performance.now();
    await made;
    const took = performance.now() - from;
    if (took > PACE.quick) await new Promise<void>((resolve) => { setTimeout(resolve, Math.min(PACE.atMost, took * PACE.rest)).unref(); });
  }

  async function look(): Promise<void> {
    again = true;
    if (looking) return;
    looking = true;
    while (again && !closed) {
      again = false;
      try {
        await lookOnce();
      } catch (error) {
        if (!closed) options.failed(error);
      }
    }
    looking = false;
  }

  async function lookOnce(): Promise<void> {
    const from = performance.now();
    // Who reads for the first time is told how far it is; later readings are short.
    const reading = await reader.read(current ? () => undefined : options.progress);
    const took = performance.now() - from;
    if (closed) return;
    if (reading.service !== current?.service) {
      current = reading;
      settled = pace(options.changed({ ...reading, took }));
    }
    const added = await watcher.watch({ folders: options.folders, directories: reading.directories, took });
    inRow = added ? inRow + 1 : 0;
    if (added && inRow <= MOST_AGAIN) again = true;
  }

  void look();
  return { close() { closed = true; watcher.close(); } };
}
