/** Entry of the thread that reads documents: pdf.js and the rest are loaded here only, and a document that takes too long or too much memory ends this thread, not the engine. */
import { parentPort } from 'node:worker_threads';
import { readDocument } from './read';
import type { ReadAnswer, ReadRequest } from './types';

/** What a long document may take before what has been read of it is given, in milliseconds. */
const SOFT_LIMIT = 40_000;

parentPort?.on('message', ({ id, format, bytes, text }: ReadRequest) => {
  void readDocument(format, bytes, text ?? '', performance.now() + SOFT_LIMIT).then((document) => {
    const answer: ReadAnswer = { id, document };
    parentPort?.postMessage(answer);
  });
});
