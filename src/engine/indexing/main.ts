/**
 * Entry of the process that indexes: the only one that loads nodejieba and writes the saved index. It is started when there is
 * something to look for and ends by itself when it has had nothing to do for a while; it ends with the engine, too.
 */
import { growSlowly } from '../memory';
import { indexer } from './indexer';
import type { FromIndexer, ToIndexer } from './messages';

const IDLE = 30_000;

growSlowly();

function send(message: FromIndexer): void {
  if (process.connected) process.send?.(message, undefined, undefined, () => undefined);
}

let running: ReturnType<typeof indexer> | null = null;
let idle: NodeJS.Timeout | null = null;

/** Ends the process when nothing is asked of it for a while. */
function rest(): void {
  if (idle) clearTimeout(idle);
  idle = setTimeout(() => {
    running?.close(true);
    running = null;
    process.disconnect();
  }, IDLE);
}

process.on('message', (message: ToIndexer) => {
  if (idle) clearTimeout(idle);
  if (message.type === 'open') running = indexer(message, send, rest);
  else running?.hear(message);
});
// What is being written is finished or does not count: the log says which.
process.on('disconnect', () => { running?.close(); process.exit(); });
