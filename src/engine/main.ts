/**
 * Entry of the engine process: holds the library and answers requests, one at a time. Node only; no editor.
 * It ends with its parent: when the channel closes, so does the process.
 */
import type { LibraryService } from '../core/service';
import { openLibrary } from './open';
import { requests, type EngineOptions, type FromEngine, type Method, type ToEngine } from './protocol';

let service: LibraryService | null = null;
/** Requests that came before the library was there. */
let waiting: Extract<ToEngine, { type: 'request' }>[] = [];
let opening = 0;

function send(message: FromEngine): void {
  if (process.connected) process.send?.(message);
}

async function open(options: EngineOptions): Promise<void> {
  const turn = ++opening;
  const from = performance.now();
  const opened = await openLibrary({
    ...options,
    progress: (done, of) => { if (done % 50 === 0) send({ type: 'progress', done, of }); },
    loading: (what) => send({ type: 'loading', what }),
    loaded: ({ segmenter, note }) => send({ type: 'segmenter', segmenter, note }),
  });
  // A newer folder list has come meanwhile: this library is already the older one.
  if (turn !== opening) return;
  service = opened.service;
  const { sources } = service.library;
  send({
    type: 'library',
    status: {
      sources: sources.length, characters: sources.reduce((sum, source) => sum + source.raw.length, 0),
      paths: opened.paths, problems: opened.problems, took: performance.now() - from,
    },
  });
  const held = waiting;
  waiting = [];
  for (const request of held) answer(service, request);
  setImmediate(warm, opened.service, turn);
}

/**
 * Makes what the first requests would have to wait for, step by step, so that a request in between is answered. Terms come
 * last: they need words cut, which is slow to load.
 */
function warm(ready: LibraryService, turn: number): void {
  const { library } = ready;
  const nothing = { text: '', language: 'plaintext' } as const;
  const steps: readonly (readonly [string, () => unknown])[] = [
    ['passages', () => library.passages.length],
    ['search', () => ready.search('国', 1).length],
    ['quotations', () => library.quotes.length],
    ['figures', () => library.figures.length],
    ['pictures', () => library.pictures.length],
    ['terms', () => library.terms.length],
    ['checks', () => ready.check(nothing, { locale: 'en' }).findings.length],
    ['picker', () => ready.pick('g', 1).length],
  ];
  const next = (index: number): void => {
    const step = steps[index];
    if (turn !== opening) return;
    if (!step) { send({ type: 'warm' }); return; }
    const from = performance.now();
    try {
      const count = step[1]();
      send({ type: 'log', level: 'info', message: `${step[0]}: ${String(count)} in ${Math.round(performance.now() - from)} ms` });
    } catch (error) {
      send({ type: 'log', level: 'error', message: error instanceof Error ? error.stack ?? error.message : String(error) });
    }
    setImmediate(next, index + 1);
  };
  next(0);
}

function answer(ready: LibraryService, request: Extract<ToEngine, { type: 'request' }>): void {
  const from = performance.now();
  try {
    if (!(request.method in requests)) throw new Error(`unknown request ${String(request.method)}`);
    const call = ready[request.method as Method] as (...args: readonly unknown[]) => unknown;
    const value = call(...request.args);
    send({ type: 'answer', id: request.id, value, took: performance.now() - from });
  } catch (error) {
    const known = error instanceof Error;
    send({ type: 'failure', id: request.id, message: known ? error.message : String(error), stack: known ? error.stack ?? null : null });
  }
}

process.on('message', (message: ToEngine) => {
  if (message.type === 'open') {
    open(message.options).catch((error: unknown) => {
      send({ type: 'log', level: 'error', message: error instanceof Error ? error.stack ?? error.message : String(error) });
      process.exitCode = 1;
      process.disconnect();
    });
  } else if (service) answer(service, message);
  else waiting.push(message);
});
process.on('disconnect', () => process.exit());
