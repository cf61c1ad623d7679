/**
 * Entry of the engine process: holds the library, keeps it current and answers requests, one at a time. Node only; no editor.
 * It ends with its parent: when the channel closes, so does the process.
 */
import { rm } from 'node:fs/promises';
import * as path from 'node:path';
import { getHeapStatistics } from 'node:v8';
import { pictureId } from '../core/features/pictures';
import type { LibraryService } from '../core/service';
import { keepLibrary, type Change, type KeptLibrary } from './keep';
import { reasonOf } from './limits';
import { growSlowly, tidy } from './memory';
import { storeFolder } from './store/place';
import { readPicture } from './formats/pictures';
import { requests, type EngineOptions, type FileRequests, type FromEngine, type Method, type ToEngine } from './protocol';

growSlowly();

let service: LibraryService | null = null;
/** Each source's absolute path by its name. */
let places: Readonly<Record<string, string>> = {};
/** Requests that came before the library was there. */
let waiting: Extract<ToEngine, { type: 'request' }>[] = [];
let kept: KeptLibrary | null = null;
let opened: EngineOptions | null = null;
/** Whether the saved index has been removed since it was opened. */
let cleared = false;

function send(message: FromEngine): void {
  // An editor that has gone cannot be told anything.
  if (process.connected) process.send?.(message, undefined, undefined, () => undefined);
}

/** Serves these folders, and from now on follows what changes in them; what is open answers until they are read. */
function open(options: EngineOptions): void {
  opened = options;
  cleared = false;
  const { folders, globs, storage, segmenter, dictionaries } = options;
  const after = kept?.close() ?? Promise.resolve();
  kept = keepLibrary({
    folders, globs, segmenter, dictionaries, after,
    store: storage ? storeFolder(storage, folders) : null,
    indexer: path.join(__dirname, 'indexer.js'),
    progress: (done, of) => send({ type: 'progress', done, of }),
    looked: (left) => send({ type: 'looked', left }),
    loaded: ({ segmenter, note }) => send({ type: 'segmenter', segmenter, note }),
    unsaved: (reason) => send({ type: 'unsaved', reason }),
    log: (level, message) => send({ type: 'log', level, message }),
    changed: take,
    failed: (error) => {
      send({ type: 'log', level: 'error', message: error instanceof Error ? error.stack ?? error.message : String(error) });
      process.exitCode = 1;
      process.disconnect();
    },
  });
}

/** From here on this library answers. Settled when it is warm, or another one has taken its place. */
function take({ service: now, problems, paths, took, read }: Change): Promise<void> {
  service = now;
  places = paths;
  const { sources } = now.library;
  send({ type: 'log', level: 'info', message: `${read} of ${sources.length} files read in ${Math.round(took)} ms` });
  send({
    type: 'library',
    status: { sources: sources.length, characters: sources.reduce((sum, source) => sum + source.characters, 0), problems, took },
  });
  const held = waiting;
  waiting = [];
  for (const request of held) answer(now, request);
  return new Promise((resolve) => { setImmediate(warm, now, resolve); });
}

/** Removes every trace of saved indexes. */
async function clear(): Promise<void> {
  cleared = true;
  await kept?.release();
  let failure: string | null = null;
  try {
    if (opened?.storage) await rm(opened.storage, { recursive: true, force: true, maxRetries: 3 });
  } catch (error) {
    failure = reasonOf(error);
  }
  send({ type: 'cleared', failure });
}

/**
 * Makes what the first requests would have to wait for, step by step, so that a request in between is answered. Terms come
 * last: they need words cut, which is slow to load.
 */
function warm(ready: LibraryService, done: () => void): void {
  const { library } = ready;
  // Asks everything once: what is made at the first question of a kind is there for the next.
  const sample = { text: '会议指出：“坚持开放合作。”2022年，经费投入增长3%。\n', language: 'plaintext' } as const;
  const steps: readonly (readonly [string, () => unknown])[] = [
    ['passages', () => library.index.passages],
    ['search', () => ready.search('国', 1).length],
    ['quotations', () => library.quotes.length],
    ['figures', () => library.figures.length],
    ['pictures', () => library.pictures.length],
    ['terms', () => library.terms.length],
    ['learnt', () => ready.learn(10)],
    ['checks', () => ready.check(sample, { locale: 'en' }).findings.length],
    ['hover', () => ready.hover(sample, sample.text.indexOf('经费'), 'en')?.kind],
    ['picker', () => ready.prepare(50, letters !== null) && ready.pick('国', 1).length],
  ];
  // A step that answers false is not done: it goes on after what has come in between.
  const next = (index: number, before = 0): void => {
    const step = steps[index];
    if (service !== ready) { done(); return; }
    if (!step) { send({ type: 'warm' }); done(); tidyLater(); return; }
    const from = performance.now();
    try {
      const count = step[1]();
      const took = before + performance.now() - from;
      if (count === false) { setImmediate(next, index, took); return; }
      send({ type: 'log', level: 'info', message: `${step[0]}: ${String(count)} in ${Math.round(took)} ms` });
    } catch (error) {
      send({ type: 'log', level: 'error', message: error instanceof Error ? error.stack ?? error.message : String(error) });
    }
    setImmediate(next, index + 1);
  };
  next(0);
}

/** Where the heap has grown by so much since it was tidied, that is done again in a quiet moment. */
const GROWN = 16 * 1024 * 1024, QUIET = 2000;
let asked = 0, tidied = 0;
let tidying: NodeJS.Timeout | null = null;

function tidyLater(): void {
  tidying ??= setTimeout(() => {
    tidying = null;
    if (performance.now() - asked < QUIET) { tidyLater(); return; }
    if (getHeapStatistics().total_heap_size < tidied + GROWN) return;
    tidy();
    tidied = getHeapStatistics().total_heap_size;
  }, QUIET).unref();
}

/** What finding by pinyin needs is kept as long as there is somebody who could type letters, and so long after the last time; milliseconds. */
const LETTERS_KEPT = 10 * 60_000;
const OF_LETTERS: ReadonlySet<string> = new Set<Method>(['pick', 'prepare', 'complete', 'completeDraft', 'browse']);
let letters: NodeJS.Timeout | null = null;

function keepLetters(): void {
  if (letters) { letters.refresh(); return; }
  letters = setTimeout(() => {
    letters = null;
    service?.forgetLetters();
    tidied = 0;
    tidyLater();
  }, LETTERS_KEPT).unref();
}

function answer(ready: LibraryService, request: Extract<ToEngine, { type: 'request' }>): void {
  const from = asked = performance.now();
  if (OF_LETTERS.has(request.method)) keepLetters();
  try {
    if (!(request.method in requests)) throw new Error(`unknown request ${String(request.method)}`);
    const call = { ...ready, ...fileRequests(ready) }[request.method] as (...args: readonly unknown[]) => unknown;
    const value = call(...request.args);
    if (value instanceof Promise) value.then(answered, failed); else answered(value);
  } catch (error) {
    failed(error);
  }

  function answered(value: unknown): void {
    send({ type: 'answer', id: request.id, value, took: performance.now() - from });
    tidyLater();
  }
  function failed(error: unknown): void {
    const known = error instanceof Error;
    send({ type: 'failure', id: request.id, message: known ? error.message : String(error), stack: known ? error.stack ?? null : null });
  }
}

/** Files are read only where the library names them: what is asked for is a picture's id, never a path. */
const fileRequests = ({ library }: LibraryService): FileRequests => ({
  async pictureBytes(id) {
    const found = library.pictures.find((picture) => picture.inside && pictureId(picture) === id);
    const file = found && places[found.file];
    return found?.picture && file ? readPicture(file, found.picture) : null;
  },
  sourcePath: (file) => Promise.resolve(Object.hasOwn(places, file) ? places[file] ?? null : null),
});

process.on('message', (message: ToEngine) => {
  if (message.type === 'open') open(message.options);
  else if (message.type === 'look') { if (cleared && opened) open(opened); else kept?.look(); }
  else if (message.type === 'cancel') kept?.cancel();
  else if (message.type === 'clear') void clear();
  else if (service) answer(service, message);
  else waiting.push(message);
});
process.on('disconnect', () => { void kept?.close(); process.exit(); });
