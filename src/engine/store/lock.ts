/**
 * Who may write a saved index: one process at a time, by a file that holds its number and is touched again and again. The lock of a
 * process that has ended, or has not touched it for long, is taken over.
 */
import { linkSync, readFileSync, statSync, unlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';

/** From one touch to the next, and how old a touch says that its process is gone; milliseconds. */
const TOUCH = 5_000, STALE = 30_000;

export interface Lock { release(): void }

const mine = () => `${process.pid} ${hostname()}`;

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Whether the lock's holder is gone. A lock that vanishes meanwhile is nobody's. */
function isStale(path: string): boolean {
  try {
    const [pid, ...host] = readFileSync(path, 'utf8').split(' ');
    if (host.join(' ') === hostname() && !isAlive(Number(pid))) return true;
    return Date.now() - statSync(path).mtimeMs > STALE;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ENOENT';
  }
}

/** Takes the lock; null where another process holds it, or none can be made here. */
export function takeLock(path: string): Lock | null {
  const own = `${path}.${process.pid}`;
  for (let attempt = 0; attempt < 3; attempt++) {
    try {
      // Linked into place whole: nobody reads a lock without its number.
      writeFileSync(own, mine());
      linkSync(own, path);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') return withoutLinks(path);
      if (!isStale(path)) return null;
      remove(path);
      continue;
    } finally {
      remove(own);
    }
    return held(path);
  }
  return null;
}

/** For file systems that know no links. */
function withoutLinks(path: string): Lock | null {
  for (let attempt = 0; attempt < 3; attempt++) {
    try {
      writeFileSync(path, mine(), { flag: 'wx' });
      return held(path);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST' || !isStale(path)) return null;
      remove(path);
    }
  }
  return null;
}

function held(path: string): Lock {
  const timer = setInterval(() => {
    try {
      utimesSync(path, new Date(), new Date());
    } catch {
      // Cleared by the user: the index is made anew.
    }
  }, TOUCH);
  timer.unref();
  return { release() { clearInterval(timer); try { if (readFileSync(path, 'utf8') === mine()) unlinkSync(path); } catch { /* gone already */ } } };
}

function remove(path: string): void {
  try {
    unlinkSync(path);
  } catch {
    // Gone already.
  }
}
