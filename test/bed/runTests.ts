import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import * as path from 'node:path';
import { startServer, type ServerOptions } from './server';
import { openWorkbench, type Ending, type WorkbenchOptions } from './workbench';

export interface TestRun extends ServerOptions, WorkbenchOptions {
  readonly tests: string;
  /** Console, logs and a picture of the end go here when the run fails. */
  readonly artifacts: string;
  /** Milliseconds after which the run is given up. */
  readonly limit: number;
}

/** Lines that VS Code prints about itself, never about an extension under test. */
const NOISE = /authentication provider|^No search provider registered|^\[(ChatModelSelection|AgentHost|AccountPolicyGate|remote-connection|reconnection-grace-time|Service Worker)|^(Creating a socket|Resolv(ed|ing) connection|Updating additional builtin)|open-vsx|ChatSessionStore|Service Worker|vsda|ENOTFOUND/;

/**
 * Runs tests in the extension host and gives the exit code that VS Code answers. That code is 0 also when the extension
 * host died before any test ran, so whoever calls must look for the counts that the tests write.
 */
export async function runTests(run: TestRun): Promise<number> {
  const server = await startServer(run);
  let printed = '';
  const workbench = await openWorkbench(server, {
    ...run,
    onLog: (_kind, line) => {
      printed += `${line}\n`;
      if (!NOISE.test(line)) process.stdout.write(`${line}\n`);
    },
  });
  const ending = await Promise.race([workbench.ended, late(run.limit)]);
  if (ending.code !== 0) {
    process.stdout.write(`VS Code ended with ${ending.code}${ending.reason ? ` (${ending.reason})` : ''}; see ${run.artifacts}\n`);
    rmSync(run.artifacts, { recursive: true, force: true });
    mkdirSync(run.artifacts, { recursive: true });
    await workbench.page.screenshot({ path: path.join(run.artifacts, 'end.png'), timeout: 5000 }).catch(() => undefined);
    const files = { 'console.log': printed, 'server.log': server.output(), ...server.logs() };
    for (const [name, text] of Object.entries(files)) {
      const file = path.join(run.artifacts, name);
      mkdirSync(path.dirname(file), { recursive: true });
      writeFileSync(file, text);
    }
  }
  await workbench.close();
  await server.stop();
  return ending.code;
}

function late(limit: number): Promise<Ending> {
  return new Promise((resolve) => { setTimeout(() => { resolve({ code: 124, reason: 'time limit' }); }, limit).unref(); });
}
