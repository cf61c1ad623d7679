/** Kept libraries for the tests: what they tell, and their end. */
import path from 'node:path';
import { keepLibrary, type Change, type KeepOptions, type KeptLibrary } from '../../src/engine/keep';
import { cleanUp, dist } from './support';

export const speech = (number: number) => `第${number}次会议\n\n张明在第${number}次会议上指出：“第${number}条要求是坚持开放合作、互利共赢。”与会的${number + 1000}名代表热烈鼓掌。\n`;
export const speeches = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, i) => [`${String(i).padStart(4, '0')}.txt`, speech(i)]));
export const indexer = path.join(dist, 'indexer.js');

const kept: KeptLibrary[] = [];
/** A kept library, and the changes it has told. */
export function keep(options: Partial<KeepOptions> & Pick<KeepOptions, 'folders'>): { readonly changes: Change[]; readonly logs: string[]; readonly left: number[]; readonly library: KeptLibrary; readonly last: () => Last } {
  const changes: Change[] = [], logs: string[] = [], left: number[] = [];
  const library = keepLibrary({
    segmenter: 'intl', indexer, failed: (error) => { logs.push(`failed ${String(error)}`); }, log: (_, message) => { logs.push(message); },
    looked: (count) => left.push(count), changed: (change) => { changes.push(change); return Promise.resolve(); }, ...options,
  });
  kept.push(library);
  return { changes, logs, left, library, last: () => { const change = changes.at(-1); return change && { ...change, whole: left.length > 0 }; } };
}
/** The last change, and whether the folders have been looked at to the end. */
export type Last = (Change & { readonly whole: boolean }) | undefined;
export const whole = (count: number) => (change: Last) => change?.whole === true && change.service.library.sources.length === count;

export async function cleared(): Promise<void> {
  await Promise.all(kept.splice(0).map((library) => library.close()));
  cleanUp();
}
