/**
 * The engine as the extension host sees it: a child process started with the first request, asked one thing at a time,
 * restarted when it dies. Every call ends: with an answer, or with an `EngineError` that says why there is none.
 */
import { fork, type ChildProcess } from 'node:child_process';
import { EventEmitter } from 'node:events';
import type { Segmenter } from './jieba';
import { requests, type Answer, type Arguments, type EngineOptions, type FromEngine, type LibraryStatus, type Method, type ToEngine } from './protocol';

export type EngineErrorCode =
  /** The engine process ended while the request was waiting or being answered. */
  | 'exited'
  /** No answer within the deadline; the engine has been restarted. */
  | 'timeout'
  /** A newer request of the same kind for the same document took its place. */
  | 'superseded'
  /** The caller cancelled. */
  | 'cancelled'
  /** The request itself failed; the engine runs on. */
  | 'failed'
  /** The engine could not be kept running. */
  | 'gave-up'
  | 'disposed';

export class EngineError extends Error {
  constructor(readonly code: EngineErrorCode, message: string) {
    super(message);
    this.name = 'EngineError';
  }
}

/** Something a user may want to know, told once each; the editor localises by `code`. */
export interface EngineProblem {
  readonly code: 'gave-up' | 'segmenter-fallback' | 'unsaved';
  readonly message: string;
}

export interface ClientOptions {
  /** Path of the engine's bundle. */
  readonly entry: string;
  readonly engine: EngineOptions;
  /** Replaces the deadline of every request, in milliseconds; for tests. */
  readonly deadline?: number;
  /** Wait before the first restart, in milliseconds; doubles with each crash, at most 5 s. */
  readonly backOff?: number;
}

export interface RequestOptions {
  /** A newer request of the same method for the same document replaces an older one that still waits. */
  readonly document?: string;
  readonly signal?: AbortSignal;
}

interface EngineEvents {
  /** The library is there, or another one has taken its place. */
  library: [LibraryStatus];
  progress: [{ readonly done: number; readonly of: number }];
  /** The folders have been looked at to the end; so many files are unread because reading was cancelled. */
  looked: [{ readonly left: number }];
  problem: [EngineProblem];
  /** The saved indexes are gone; else why not. */
  cleared: [string | null];
  segmenter: [{ readonly segmenter: Segmenter; readonly note: string }];
  /** The process ended without being told to; it will be started again unless the engine gives up. */
  exit: [{ readonly reason: string }];
  log: ['info' | 'error', string];
}

interface Call {
  readonly id: number;
  readonly method: Method;
  readonly args: readonly unknown[];
  readonly document: string | null;
  readonly resolve: (value: never) => void;
  readonly reject: (error: EngineError) => void;
  readonly release: () => void;
}

const CRASHES = 4;
const CRASH_WINDOW = 3 * 60_000;
/** A start, or a first request, without any sign of life for this long is a hang. */
const START_DEADLINE = 120_000;

export class EngineClient extends EventEmitter<EngineEvents> {
  private child: ChildProcess | null = null;
  private ready = false;
  /** Before this the first request of each kind builds what it needs, which in a large library takes its time. */
  private warm = false;
  private asked: Call | null = null;
  private queue: Call[] = [];
  private nextId = 1;
  private timer: NodeJS.Timeout | null = null;
  private restartTimer: NodeJS.Timeout | null = null;
  private crashes: number[] = [];
  private state: 'idle' | 'running' | 'gave-up' | 'disposed' = 'idle';
  private segmenter: Segmenter;
  private told = new Set<EngineProblem['code']>();
  private engine: EngineOptions;
  private lastError = '';

  constructor(private readonly options: ClientOptions) {
    super();
    this.engine = options.engine;
    this.segmenter = options.engine.segmenter ?? 'nodejieba';
  }

  /** Process id of the running engine, or null. */
  get pid(): number | null {
    return this.child?.pid ?? null;
  }

  /** Starts the engine ahead of the first request. */
  start(): void {
    if (this.child || this.restartTimer || this.state === 'gave-up' || this.state === 'disposed') return;
    this.state = 'running';
    this.spawn();
  }

  /** Asks the engine. Rejects with an `EngineError`, with nothing else. */
  request<M extends Method>(method: M, args: Arguments<M>, options: RequestOptions = {}): Promise<Answer<M>> {
    const { signal } = options;
    if (this.state === 'disposed') return Promise.reject(new EngineError('disposed', 'the engine client is closed'));
    if (this.state === 'gave-up') return Promise.reject(new EngineError('gave-up', 'the engine could not be kept running'));
    if (signal?.aborted) return Promise.reject(new EngineError('cancelled', 'cancelled'));
    const document = options.document ?? null;
    if (document !== null) {
      const older = this.queue.find((call) => call.method === method && call.document === document);
      if (older) this.end(older, new EngineError('superseded', `a newer ${method} took its place`));
    }
    return new Promise<Answer<M>>((resolve, reject) => {
      const cancel = () => {
        this.queue = this.queue.filter((waiting) => waiting !== call);
        reject(new EngineError('cancelled', 'cancelled'));
      };
      signal?.addEventListener('abort', cancel, { once: true });
      const call: Call = { id: this.nextId++, method, args, document, resolve, reject, release: () => signal?.removeEventListener('abort', cancel) };
      this.queue.push(call);
      this.start();
      this.next();
    });
  }

  /** Reads the library anew, from other folders if they have changed. The answers are the old library's until it is there. */
  open(engine: EngineOptions = this.engine): void {
    this.engine = engine;
    if (this.child) this.tell({ type: 'open', options: this.withSegmenter() });
  }

  /** Looks at the library's folders now, also where reading has been cancelled. */
  look(): void {
    if (this.child) this.tell({ type: 'look' }); else this.start();
  }

  /** Stops reading; what has been read stays and is served. Nothing more is read until `look`. */
  cancelReading(): void {
    this.tell({ type: 'cancel' });
  }

  /** Removes all saved indexes. Rejects where they could not be removed. */
  clearIndex(): Promise<void> {
    this.start();
    return new Promise((resolve, reject) => {
      const ended = (): void => { reject(new EngineError('exited', 'the engine ended')); };
      this.once('exit', ended);
      this.once('cleared', (failure) => {
        this.off('exit', ended);
        if (failure === null) resolve(); else reject(new EngineError('failed', failure));
      });
      this.tell({ type: 'clear' });
    });
  }

  /** Starts again after the engine has given up. */
  restart(): void {
    if (this.state === 'disposed') return;
    this.crashes = [];
    this.told.delete('gave-up');
    this.state = 'idle';
    if (this.child) this.child.kill('SIGKILL'); else this.start();
  }

  /** Ends the engine; what waits is rejected. */
  dispose(): void {
    this.state = 'disposed';
    if (this.restartTimer) clearTimeout(this.restartTimer);
    this.restartTimer = null;
    this.rejectAll(new EngineError('disposed', 'the engine client is closed'));
    const child = this.child;
    this.child = null;
    this.clearTimer();
    child?.removeAllListeners();
    child?.kill('SIGKILL');
    this.removeAllListeners();
  }

  private withSegmenter(): EngineOptions {
    return { ...this.engine, segmenter: this.segmenter };
  }

  private tell(message: ToEngine): void {
    // An engine that has just died cannot be told anything; its exit event rejects what waits.
    this.child?.send(message, () => undefined);
  }

  private spawn(): void {
    this.ready = false;
    this.warm = false;
    this.lastError = '';
    const child = fork(this.options.entry, [], {
      serialization: 'advanced',
      // In the extension host the executable is Electron; without this it would open a window. The host's own debugger
      // arguments are not passed on: the port would be taken.
      // Arrays that are let go go back to the system: the GNU library would keep them, the more the larger they are.
      env: { MALLOC_ARENA_MAX: '2', MALLOC_MMAP_THRESHOLD_: '131072', ...process.env, ELECTRON_RUN_AS_NODE: '1' },
      // A small young generation keeps the process small: what a request makes is let go with its answer. With a bound the heap is looked through when it has doubled, not at four times its size.
      execArgv: ['--max-semi-space-size=4', '--max-old-space-size=2000'],
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    });
    this.child = child;
    child.stderr?.on('data', (data: Buffer) => { this.lastError = (this.lastError + data.toString()).slice(-2000); });
    child.on('message', (message) => { if (child === this.child) this.hear(message as FromEngine); });
    child.on('error', (error) => this.ended(child, error.message));
    child.on('exit', (code, signal) => this.ended(child, signal ? `signal ${signal}` : `exit code ${code ?? 'unknown'}`));
    this.tell({ type: 'open', options: this.withSegmenter() });
    this.setTimer(START_DEADLINE);
  }

  private hear(message: FromEngine): void {
    switch (message.type) {
      case 'library':
        this.ready = true;
        this.warm = false;
        // What is being asked may have to wait for what the new library makes at first use.
        if (this.asked) this.setTimer(this.deadlineOf(this.asked)); else this.clearTimer();
        this.emit('library', message.status);
        this.next();
        break;
      case 'warm':
        this.warm = true;
        if (this.asked) this.setTimer(this.deadlineOf(this.asked));
        break;
      case 'progress':
        if (!this.ready) this.setTimer(START_DEADLINE);
        this.emit('progress', { done: message.done, of: message.of });
        break;
      case 'looked': this.emit('looked', { left: message.left }); break;
      case 'cleared': this.emit('cleared', message.failure); break;
      case 'unsaved': this.tellOnce({ code: 'unsaved', message: message.reason }); break;
      case 'segmenter':
        // Should the engine be started again, what does not work is not tried again.
        this.segmenter = message.segmenter;
        this.emit('segmenter', { segmenter: message.segmenter, note: message.note });
        this.emit('log', 'info', message.note);
        if (message.segmenter !== 'nodejieba' && this.engine.segmenter === undefined) this.tellOnce({ code: 'segmenter-fallback', message: message.note });
        break;
      case 'answer': {
        const call = this.take(message.id);
        if (call) { call.release(); (call.resolve as (value: unknown) => void)(message.value); }
        if (message.took > 50) this.emit('log', 'info', `${call?.method ?? 'request'} took ${Math.round(message.took)} ms`);
        this.next();
        break;
      }
      case 'failure': {
        const call = this.take(message.id);
        if (call) { call.release(); call.reject(new EngineError('failed', message.message)); }
        this.emit('log', 'error', message.stack ?? message.message);
        this.next();
        break;
      }
      case 'log': this.emit('log', message.level, message.message); break;
    }
  }

  private take(id: number): Call | null {
    if (this.asked?.id !== id) return null;
    const call = this.asked;
    this.asked = null;
    this.clearTimer();
    return call;
  }

  private next(): void {
    if (!this.ready || this.asked || !this.child || this.queue.length === 0) return;
    let best = this.queue[0] as Call;
    for (const call of this.queue) if (requests[call.method].priority > requests[best.method].priority) best = call;
    this.queue = this.queue.filter((call) => call !== best);
    this.asked = best;
    this.setTimer(this.deadlineOf(best));
    try {
      this.tell({ type: 'request', id: best.id, method: best.method, args: best.args });
    } catch (error) {
      // What cannot be copied into another process (a function, a proxy) never gets there.
      this.take(best.id);
      best.release();
      best.reject(new EngineError('failed', error instanceof Error ? error.message : String(error)));
      this.next();
    }
  }

  private deadlineOf({ method }: Call): number {
    return this.options.deadline ?? (this.warm ? requests[method].deadline : START_DEADLINE);
  }

  private setTimer(milliseconds: number): void {
    this.clearTimer();
    this.timer = setTimeout(() => this.expired(), milliseconds);
    this.timer.unref?.();
  }

  private clearTimer(): void {
    if (this.timer) clearTimeout(this.timer);
    this.timer = null;
  }

  /** The engine is busy with something it does not get out of: only ending the process helps. */
  private expired(): void {
    const call = this.asked;
    this.asked = null;
    if (call) { call.release(); call.reject(new EngineError('timeout', `no answer to ${call.method} in time`)); }
    this.emit('log', 'error', call ? `no answer to ${call.method} in time; the engine is restarted` : 'the engine does not start; it is started again');
    this.child?.kill('SIGKILL');
  }

  private ended(child: ChildProcess, reason: string): void {
    if (child !== this.child) return;
    this.child = null;
    this.ready = false;
    this.clearTimer();
    const detail = this.lastError.trim().split('\n').slice(-3).join(' ');
    this.emit('log', 'error', `the engine ended: ${reason}${detail ? `: ${detail}` : ''}`);
    this.emit('exit', { reason });
    this.rejectAll(new EngineError('exited', `the engine ended: ${reason}`));
    if (this.state === 'disposed') return;
    const now = Date.now();
    this.crashes = [...this.crashes.filter((at) => now - at < CRASH_WINDOW), now];
    if (this.crashes.length >= CRASHES) {
      this.state = 'gave-up';
      this.tellOnce({ code: 'gave-up', message: `the engine ended ${CRASHES} times within three minutes (${reason})` });
      return;
    }
    const wait = Math.min(5000, (this.options.backOff ?? 200) * 2 ** (this.crashes.length - 1));
    this.restartTimer = setTimeout(() => { this.restartTimer = null; if (this.state === 'running' || this.state === 'idle') this.start(); }, wait);
  }

  private tellOnce(problem: EngineProblem): void {
    if (this.told.has(problem.code)) return;
    this.told.add(problem.code);
    this.emit('problem', problem);
  }

  private end(call: Call, error: EngineError): void {
    this.queue = this.queue.filter((waiting) => waiting !== call);
    call.release();
    call.reject(error);
  }

  private rejectAll(error: EngineError): void {
    const calls = this.asked ? [this.asked, ...this.queue] : this.queue;
    this.asked = null;
    this.queue = [];
    for (const call of calls) { call.release(); call.reject(error); }
  }
}
