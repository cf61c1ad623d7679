/** What the engine tests share: the built bundles, folders that are thrown away, a client that is closed. */
import { mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { inspect } from 'node:util';
import { EngineClient, EngineError, type ClientOptions } from '../../src/engine/client';

export const dist = path.resolve('dist');
export const engineEntry = path.join(dist, 'engine.js');
export const seeds = path.resolve('seeds');

/** What the command line saves goes here, not to the user's own. */
process.env['YINJU_CACHE'] = mkdtempSync(path.join(tmpdir(), 'yinju-test-cache-'));
process.on('exit', () => { rmSync(process.env['YINJU_CACHE'] as string, { recursive: true, force: true }); });

const folders: string[] = [];
const clients: EngineClient[] = [];

export function temporaryFolder(files: Readonly<Record<string, string | Uint8Array>> = {}): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'yinju-test-'));
  folders.push(folder);
  for (const [name, content] of Object.entries(files)) writeFileSync(path.join(folder, name), content);
  return folder;
}

export function clientFor(options: Partial<ClientOptions> = {}): EngineClient {
  const client = new EngineClient({ entry: engineEntry, engine: { folders: [seeds] }, backOff: 10, ...options });
  clients.push(client);
  return client;
}

/** An hour ago: what is read within moments of its change is read once more, as it may change again within a tick of its clock. */
export function age(...files: readonly string[]): void {
  for (const file of files) utimesSync(file, Date.now() / 1000 - 3600, Date.now() / 1000 - 3600);
}

/** A folder whose files have been there for an hour. */
export function agedFolder(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = temporaryFolder(files);
  age(...Object.keys(files).map((name) => path.join(folder, name)));
  return folder;
}

/** How long an answer is waited for, in ms: far longer than promised, for machines that do other things meanwhile. */
export const DEADLINE = 60_000;

/** Asks until the answer is as wanted; fails at the deadline with what it was last. */
export async function until<T>(ask: () => T | Promise<T>, wanted: (answer: T) => boolean): Promise<T> {
  for (const end = Date.now() + DEADLINE; ;) {
    const answer = await ask();
    if (wanted(answer)) return answer;
    if (Date.now() >= end) throw new Error(`not within ${DEADLINE} ms; at last ${inspect(answer, { depth: 2 })}`);
    await new Promise((resolve) => { setTimeout(resolve, 20); });
  }
}

/** To be called after each test. */
export function cleanUp(): void {
  for (const client of clients.splice(0)) client.dispose();
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
}

/** The code with which a request was refused; fails where it was answered. */
export async function refusal(request: Promise<unknown>): Promise<string> {
  try {
    await request;
  } catch (error) {
    if (error instanceof EngineError) return error.code;
    throw error;
  }
  throw new Error('the request was answered');
}

/** Waits for an event of a client. */
export function eventOf<T>(client: EngineClient, event: 'library' | 'problem' | 'segmenter' | 'exit'): Promise<T> {
  return new Promise((resolve) => { client.once(event, (value: unknown) => resolve(value as T)); });
}
