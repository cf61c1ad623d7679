/**
 * Stands in for the `code` executable of a desktop VS Code: takes the flags that `@vscode/test-electron` gives it and runs
 * the tests in the bed. (`test/bed/code` starts the bundle of this file.)
 */
import { existsSync, readFileSync } from 'node:fs';
import * as path from 'node:path';
import { fileURLToPath } from 'node:url';
import { root } from '../root';
import { runTests } from './runTests';
import type { Settings } from './server';

const RUN_LIMIT = 300_000;

const flags = new Map<string, string[]>();
const rest: string[] = [];
for (const word of process.argv.slice(2)) {
  const flag = /^--([^=]+)(?:=(.*))?$/s.exec(word);
  if (!flag?.[1]) rest.push(word);
  else flags.set(flag[1], [...flags.get(flag[1]) ?? [], flag[2] ?? '']);
}
const last = (name: string) => flags.get(name)?.at(-1);
const toPath = (name: string) => (name.startsWith('file://') ? fileURLToPath(name) : path.resolve(name));

async function main(): Promise<number> {
  const tests = last('extensionTestsPath');
  if (!tests) throw new Error('this stand-in for `code` runs tests only: it wants --extensionTestsPath=…');
  const dataDir = last('user-data-dir');
  // Where the desktop VS Code keeps the user's settings.
  const settings = dataDir && path.join(dataDir, 'User/settings.json');
  return runTests({
    tests: toPath(tests),
    extensions: (flags.get('extensionDevelopmentPath') ?? []).map(toPath),
    extensionsDir: last('extensions-dir'),
    dataDir,
    locale: last('locale'),
    workspace: rest[0] === undefined ? undefined : toPath(rest[0]),
    workspaceTrust: !flags.has('disable-workspace-trust'),
    disableExtensions: flags.has('disable-extensions'),
    settings: settings && existsSync(settings) ? JSON.parse(readFileSync(settings, 'utf8')) as Settings : {},
    artifacts: path.join(root, 'out/vscode-artifacts'),
    limit: RUN_LIMIT,
  });
}

main().then((code) => process.exit(code), (error: unknown) => {
  console.error(error);
  process.exit(1);
});
