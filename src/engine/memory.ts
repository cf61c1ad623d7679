/** How much memory a process takes beyond what it holds. */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/**
 * By itself a heap grows to several times what lives in it before it is looked through. What is made of a large library leaves
 * much behind: where it may grow by this share only, a tenth more work saves half of the memory. In percent.
 */
const GROWTH = 40;

/** To be called before anything large is made. */
export function growSlowly(): void {
  setFlagsFromString(`--heap-growing-percent=${GROWTH}`);
}

/** Looks the heap through and closes its gaps. Takes as long as a large library has objects: some tenths of a second. */
export function tidy(): void {
  setFlagsFromString('--expose-gc');
  setFlagsFromString('--compact-on-every-full-gc');
  (runInNewContext('gc') as () => void)();
  setFlagsFromString('--no-compact-on-every-full-gc');
}
