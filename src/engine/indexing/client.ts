/**
 * The process that indexes, as the engine sees it: started when there is something to look for, started again when it dies. A file
 * that it dies of, or hangs on, is tried once more and then refused.
 */
import { fork, type ChildProcess } from 'node:child_process';
import type { Segmenter } from '../jieba';
import type { SpanningKind } from '../store/types';
import type { FromIndexer, IndexerOptions, ToIndexer } from './messages';

export interface IndexerClientOptions {
  /** Path of the process's bundle. */
  readonly entry: string;
  readonly options: Omit<IndexerOptions, 'suspects'>;
  /** The ids of the documents that are held here. */
  readonly known: () => readonly string[];
  readonly hear: (message: FromIndexer) => void;
  readonly log: (level: 'info' | 'error', message: string) => void;
  /** Native code brought the process down: from now on another segmenter is used. */
  readonly fellBack: (segmenter: Segmenter, note: string) => void;
  /** It does not run, however often it is started. */
  readonly hopeless: (reason: string) => void;
}

export interface IndexerClient {
  look(): void;
  cancel(): void;
  damaged(ids: readonly string[], spanning?: readonly SpanningKind[]): void;
  /** Process id, or null where it does not run. */
  readonly pid: number | null;
  /** Settled when it has ended. */
  close(): Promise<void>;
}

/** A file that is being read for so long without a word is a hang: readers of formats have bounds of their own that are shorter. */
const HANG = 150_000;
/** Milliseconds in which it ends when it is told to. */
const GRACE = 1000;
/** Wait before it is started again, in milliseconds; doubles with each end that no file is to blame for. */
const BACK_OFF = 250, LONGEST_BACK_OFF = 60_000, HOPELESS = 4;

export function indexerClient({ entry, options, known, hear, log, fellBack, hopeless }: IndexerClientOptions): IndexerClient {
  let child: ChildProcess | null = null;
  let segmenter = options.segmenter;
  /** Set while a look has been asked for and not been answered. */
  let looking = false, closed = false;
  let reading: string | null = null;
  let loading: Segmenter | null = null;
  let inRow = 0;
  let restart: NodeJS.Timeout | null = null, hang: NodeJS.Timeout | null = null;
  const suspects = new Map<string, number>();
  let lastError = '';

  function tell(message: ToIndexer): void {
    // One that has just died cannot be told anything; its end starts another one where there is something to do.
    child?.send(message, () => undefined);
  }

  function start(): void {
    if (child || restart || closed) return;
    lastError = '';
    const one = fork(entry, [], {
      serialization: 'advanced',
      env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
      execArgv: [],
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    });
    child = one;
    one.stderr?.on('data', (data: Buffer) => { lastError = (lastError + data.toString()).slice(-2000); });
    one.on('message', (message) => { if (one === child) heard(message as FromIndexer); });
    one.on('error', (error) => ended(one, error.message, false));
    one.on('exit', (code, signal) => ended(one, signal ? `signal ${signal}` : `exit code ${code ?? 'unknown'}`, code === 0));
    tell({ type: 'open', options: { ...options, segmenter, suspects: [...suspects] }, known: known() });
    if (looking) tell({ type: 'look' });
  }

  function heard(message: FromIndexer): void {
    switch (message.type) {
      case 'reading': reading = message.path; break;
      case 'loading': loading = message.what; break;
      case 'segmenter': loading = null; break;
      case 'looked': looking = false; inRow = 0; break;
      default: break;
    }
    if (hang) clearTimeout(hang);
    hang = reading === null ? null : setTimeout(() => { child?.kill('SIGKILL'); }, HANG);
    hang?.unref();
    hear(message);
  }

  function ended(one: ChildProcess, reason: string, wanted: boolean): void {
    if (one !== child) return;
    child = null;
    if (hang) clearTimeout(hang);
    if (closed) return;
    if (!wanted) {
      const detail = lastError.trim().split('\n').slice(-3).join(' ');
      log('error', `the indexing process ended: ${reason}${reading === null ? '' : `, reading ${reading}`}${detail ? `: ${detail}` : ''}`);
      if (loading === 'nodejieba') {
        segmenter = 'jieba-wasm';
        fellBack(segmenter, `nodejieba brought the indexing process down (${reason}); jieba-wasm takes its place`);
      } else if (reading !== null) suspects.set(reading, (suspects.get(reading) ?? 0) + 1);
      else if (++inRow === HOPELESS) hopeless(`the indexing process ended ${inRow} times: ${reason}${detail ? `: ${detail}` : ''}`);
      looking = true;
    }
    reading = null;
    loading = null;
    if (!looking) return;
    restart = setTimeout(() => { restart = null; start(); }, wanted ? 0 : Math.min(LONGEST_BACK_OFF, BACK_OFF * 2 ** inRow));
  }

  return {
    look() { looking = true; if (child) tell({ type: 'look' }); else start(); },
    cancel: () => tell({ type: 'cancel' }),
    damaged(ids, spanning = []) {
      start();
      tell({ type: 'damaged', ids, spanning });
    },
    get pid() { return child?.pid ?? null; },
    close() {
      closed = true;
      if (restart) clearTimeout(restart);
      if (hang) clearTimeout(hang);
      const one = child;
      child = null;
      if (!one || one.exitCode !== null || one.signalCode !== null) return Promise.resolve();
      // Its channel closes: it lets go of the saved index and ends. What it is busy with may take too long to wait for.
      const kill = setTimeout(() => one.kill('SIGKILL'), GRACE);
      const ended = new Promise<void>((resolve) => { one.once('exit', () => { clearTimeout(kill); resolve(); }); });
      if (one.connected) one.disconnect();
      return ended;
    },
  };
}
