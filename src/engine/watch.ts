/**
 * Tells that something in the library's folders has changed; what, a new reading finds out. Folders on this machine's disks
 * are watched; those that cannot be, and those whose changes are made on another machine, are looked at again and again.
 */
import { promises as fs, watch, type FSWatcher } from 'node:fs';

export interface WatchTimes {
  /** Changes are told when nothing has happened for so long, in milliseconds. */
  readonly rest: number;
  /** And at the latest so long after the first. */
  readonly atMost: number;
  /** From one look at what cannot be watched to the next; a look that takes long makes it longer. */
  readonly poll: number;
}

export const WATCH_TIMES: WatchTimes = { rest: 200, atMost: 800, poll: 1500 };

/** What is to be watched, as a reading has found it. */
export interface Watchable {
  /** The library's folders as they were given. */
  readonly folders: readonly string[];
  /** They and all folders below, by their real paths, as far as they could be read. */
  readonly directories: readonly string[];
  /** Milliseconds that the reading took. */
  readonly took: number;
}

export interface FolderWatcher {
  /** Watches these and no others. True where something is watched that was not before: what happened there meanwhile is not known. */
  watch(watchable: Watchable): Promise<boolean>;
  close(): void;
}

/** File systems whose changes the system does not tell of (statfs): NFS, SMB, CIFS, SMB2, FUSE, 9P, AFS, VirtualBox, vmhgfs, prl_fs. */
const REMOTE = new Set([0x6969, 0x517b, 0xff534d42, 0xfe534d42, 0x65735546, 0x01021997, 0x5346414f, 0x786f4256, 0xbacbacbc, 0x7c7c6673]);

async function isRemote(directory: string): Promise<boolean> {
  if (/^(?:\\\\|\/\/)/.test(directory)) return true;
  if (process.platform === 'darwin') return directory.startsWith('/Volumes/');
  if (process.platform !== 'linux') return false;
  return REMOTE.has((await fs.statfs(directory)).type >>> 0);
}

interface Watched { readonly identity: string; readonly watcher: FSWatcher }

/** `changed` is called, never more than once at a time, when a new reading is due. */
export function folderWatcher(changed: () => void, times: WatchTimes = WATCH_TIMES): FolderWatcher {
  const watched = new Map<string, Watched>();
  /** By device: whether it is another machine's. */
  const remote = new Map<string, boolean>();
  let first: number | null = null;
  let resting: NodeJS.Timeout | null = null;
  let polling: NodeJS.Timeout | null = null;
  let closed = false;

  function tell(): void {
    if (resting) clearTimeout(resting);
    resting = null;
    first = null;
    if (!closed) changed();
  }

  function happened(name: string | null): void {
    // What no library holds is no reason to look: hidden files, an office program's locks.
    if (closed || (name !== null && /(?:^|[\\/])(?:\.|~\$)[^\\/]*$/.test(name))) return;
    const now = Date.now();
    first ??= now;
    if (resting) clearTimeout(resting);
    resting = setTimeout(tell, Math.max(0, Math.min(times.rest, first + times.atMost - now)));
  }

  function drop(directory: string): void {
    watched.get(directory)?.watcher.close();
    watched.delete(directory);
  }

  /** What a directory is told by: another one in its place has the same path, often even the same number. */
  async function identityOf(directory: string): Promise<{ identity: string; device: string } | null> {
    try {
      const { dev, ino, birthtimeNs } = await fs.stat(directory, { bigint: true });
      return { identity: `${dev} ${ino} ${birthtimeNs}`, device: String(dev) };
    } catch {
      return null;
    }
  }

  /** Whether changes of the directory will be told of, and whether that is new. */
  async function follow(directory: string): Promise<'told' | 'told from now on' | 'untold'> {
    const found = await identityOf(directory);
    if (!found || closed) { drop(directory); return 'untold'; }
    const { identity, device } = found;
    if (watched.get(directory)?.identity === identity) return 'told';
    drop(directory);
    try {
      const known = remote.get(device) ?? await isRemote(directory);
      remote.set(device, known);
      if (known || closed) return 'untold';
      // One watch a directory on Linux: the recursive one of Node takes one for each file and loses new folders.
      const watcher = watch(directory, { recursive: process.platform === 'darwin' || process.platform === 'win32' }, (_, name) => happened(name));
      watcher.on('error', () => { drop(directory); happened(null); });
      watched.set(directory, { identity, watcher });
      return 'told from now on';
    } catch {
      return 'untold';
    }
  }

  async function watchAll({ folders, directories, took }: Watchable): Promise<boolean> {
    const there = new Set<string>();
    for (const folder of folders) {
      const real = await fs.realpath(folder).catch(() => null);
      if (real !== null && directories.includes(real)) there.add(real);
    }
    const missing = folders.length > there.size;
    const targets = new Set(process.platform === 'darwin' || process.platform === 'win32' ? there : directories);
    for (const directory of watched.keys()) if (!targets.has(directory)) drop(directory);
    let added = false, untold = false;
    for (const directory of targets) {
      const result = await follow(directory);
      added ||= result === 'told from now on';
      untold ||= result === 'untold';
    }
    if (polling) clearTimeout(polling);
    polling = null;
    if (untold && !closed) polling = setTimeout(changed, Math.max(times.poll, took * 10));
    else if (missing && !closed) lookFor(folders, there.size, Math.max(times.poll, took * 10));
    return added;
  }

  /** Only whether they are there: one that is missing for good must cost nothing. */
  function lookFor(folders: readonly string[], there: number, wait: number): void {
    polling = setTimeout(() => {
      void Promise.all(folders.map((folder) => fs.realpath(folder).catch(() => null))).then((found) => {
        if (closed) return;
        if (new Set(found.filter((path) => path !== null)).size > there) changed(); else lookFor(folders, there, wait);
      });
    }, wait);
  }

  return {
    watch: watchAll,
    close() {
      closed = true;
      for (const directory of [...watched.keys()]) drop(directory);
      if (resting) clearTimeout(resting);
      if (polling) clearTimeout(polling);
    },
  };
}
