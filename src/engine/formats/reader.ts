/**
 * Documents that need a reader of their own, read in a thread beside the engine: it is started with the first such document and
 * ended after the last. Time and memory for one document are bounded: a thread that exceeds them is ended and the document
 * says so.
 */
import { existsSync } from 'node:fs';
import * as path from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Format, ReadAnswer, ReadDocument, ReadRequest } from './types';

export interface ReaderLimits {
  /** Milliseconds for one document. */
  readonly time: number;
  /** Megabytes of the thread's heap. */
  readonly memory: number;
}

export const READER_LIMITS: ReaderLimits = { time: 60_000, memory: 1024 };

export interface DocumentReader {
  /** Never rejects. `text` is the decoded file where the format is text, else null. One document at a time. */
  read(format: Format, bytes: Uint8Array, text: string | null): Promise<ReadDocument>;
  close(): void;
}

/** Where the thread's script lies: beside the bundle that asks. */
const SCRIPT = path.join(__dirname, 'formats.js');

export function documentReader(limits: ReaderLimits = READER_LIMITS, script: string = SCRIPT): DocumentReader {
  let worker: Worker | null = null;
  let next = 0;

  const unread = (code: string, message: string): ReadDocument => ({ text: '', layout: null, problems: [{ code, message }] });

  function close(): void {
    void worker?.terminate();
    worker = null;
  }

  return {
    close,
    read(format, bytes, text) {
      if (!existsSync(script)) return Promise.resolve(unread('unsupported-format', 'the reader of this format is missing from this installation'));
      return new Promise((resolve) => {
        const thread = worker ??= new Worker(script, { resourceLimits: { maxOldGenerationSizeMb: limits.memory }, stdout: true, stderr: true });
        const id = next++;
        const timer = setTimeout(() => end(unread('too-slow', `reading it took more than ${Math.round(limits.time / 1000)} seconds`)), limits.time);
        const end = (document: ReadDocument | null): void => {
          clearTimeout(timer);
          thread.off('message', answered).off('error', failed).off('exit', exited);
          if (document) {
            // What it is busy with cannot be stopped otherwise.
            close();
            resolve(document);
          }
        };
        const answered = (answer: ReadAnswer): void => {
          if (answer.id !== id) return;
          end(null);
          resolve(answer.document);
        };
        const failed = (error: NodeJS.ErrnoException): void => {
          end(error.code === 'ERR_WORKER_OUT_OF_MEMORY'
            ? unread('too-large', `reading it took more than ${limits.memory} MB of memory`)
            : unread('damaged', `it cannot be understood (${error.message})`));
        };
        const exited = (): void => end(unread('damaged', 'reading it ended without an answer'));
        thread.on('message', answered).on('error', failed).on('exit', exited);
        const request: ReadRequest = { id, format, bytes, text };
        thread.postMessage(request);
      });
    },
  };
}
