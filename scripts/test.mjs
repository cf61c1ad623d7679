// Runs the tests: `npm test` all of them, `npm test -- unit engine` some. Words that name no part choose test files:
// `npm test -- unit fold` runs the unit tests whose path contains "fold".
// The last line says `N passed, N failed, N skipped` over everything that ran.
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { ensureBrowser } from './browser.mjs';
import { build, install } from './prepare.mjs';
import { root, runNode } from './run.mjs';
import { desktopExecutable, downloadedExecutable } from './vscode.mjs';

const started = Date.now();
const NOTHING = { passed: 0, failed: 0, skipped: 0 };
/** What failed and why, said again at the end: of a long log often just the end is kept. */
const failures = [];
/** What failed and was tried again, said there too: it waits for what nobody promises, and is to be mended. */
const retried = [];
/**
 * Tests that wait for other processes (engines, a window, VS Code) may be tried a second time: their machine does other things,
 * too. Those that wait for nothing but themselves may not.
 */
const ONCE_MORE = ['--retries', '1'];
/** This run's own bundles, so that two runs at once do not take each other's. */
const out = path.join('out', `test-${process.pid}`);

/** The parts, in the order in which they run. Each gives its counts. */
const PARTS = {
  lint,
  unit: () => mocha('unit', ['--timeout', '20000']),
  engine: () => mocha('engine', ['--timeout', '60000', ...ONCE_MORE]),
  golden: () => mocha('golden', ['--timeout', '20000']),
  vscode: () => inVSCode('vscode'),
  oldest: () => inVSCode('oldest', '1.100'),
  ui: () => inWindow('ui', ['--timeout', '120000', ...ONCE_MORE]),
  package: () => inWindow('package', ['--timeout', '120000', ...ONCE_MORE]),
};

const words = process.argv.slice(2);
const wanted = Object.keys(PARTS).filter((name) => words.includes(name));
const files = words.filter((word) => !(word in PARTS));

async function main() {
  await install();
  const only = wanted.length === 1 ? [`--only=${wanted[0] === 'oldest' ? 'vscode' : wanted[0]}`] : [];
  const built = await build(`--out=${out}`, `--files=${files.join(',')}`, ...only);
  const total = { ...NOTHING };
  add(total, check('build', built));
  for (const name of wanted.length > 0 ? wanted : Object.keys(PARTS)) {
    const begun = Date.now();
    console.log(`\n── ${name}`);
    const counts = await PARTS[name]();
    add(total, counts);
    console.log(`── ${name}: ${seconds(begun)} s`);
  }
  for (const test of retried) console.log(`\n↻ tried again: ${test}`);
  for (const failure of failures) console.log(`\n✘ ${failure}`);
  console.log(`\n${seconds(started)} s in all`);
  console.log(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
  process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0;
}

/** The type checks (Node with VS Code, webviews, what drives a window) and the linter: a test each, all at once. */
async function lint() {
  const tsc = ['node_modules/typescript/bin/tsc', '--noEmit', '-p'];
  const jobs = {
    'types': [...tsc, '.'],
    'types of the webviews': [...tsc, 'src/webview'],
    'types of the tests in a window': [...tsc, 'test/ui'],
    'eslint': ['node_modules/eslint/bin/eslint.js', '.', '--max-warnings=0'],
  };
  const total = { ...NOTHING };
  await Promise.all(Object.entries(jobs).map(async ([name, args]) => {
    const { code, output } = await runNode(args, { quiet: true });
    add(total, check(name, code === 0));
    if (code !== 0) failures.push(`${name}\n${output}`);
  }));
  return total;
}

/** A suite of mocha in Node. */
async function mocha(suite, options = []) {
  if (testFiles(suite).length === 0) return check(`${suite}: no test file`, false);
  return counted(suite, (env) => runNode(['--enable-source-maps', 'node_modules/mocha/bin/mocha.js',
    '--reporter', 'scripts/reporter.cjs', ...options, `${out}/${suite}.js`], { env }));
}

/** A suite of mocha that looks at a window, which takes a browser. */
async function inWindow(suite, options) {
  return await ensureBrowser() ? mocha(suite, options) : skipped(suite);
}

/**
 * The tests inside VS Code, all through @vscode/test-electron: on the desktop's, else a downloaded one, else the test bed,
 * whose stand-in takes the same flags. A `bed` named goes straight to that bed.
 */
async function inVSCode(name, bed) {
  const found = bed ? undefined : await desktopExecutable() ?? await downloadedExecutable();
  if (!found && !await ensureBrowser()) return skipped('vscode');
  console.log(found ? `VS Code: ${found}` : `VS Code: test bed ${bed ?? ''}`);
  const work = mkdtempSync(path.join(os.tmpdir(), 'yinju-test-'));
  try {
    cpSync(path.join(root, 'test/sample'), path.join(work, 'folder'), { recursive: true });
    const { runTests } = await import('@vscode/test-electron');
    return await counted(name, async (env) => {
      const { YINJU_COUNTS } = env;
      return { code: await runTests({
        vscodeExecutablePath: found ?? path.join(root, 'test/bed/code'),
        extensionDevelopmentPath: root,
        extensionTestsPath: path.join(root, out, 'vscode-entry.js'),
        launchArgs: [path.join(work, 'folder'), `--user-data-dir=${path.join(work, 'data')}`, '--disable-extensions'],
        extensionTestsEnv: { YINJU_COUNTS, ...(bed ? { YINJU_BED: bed } : {}) },
      }).catch((error) => {
        console.log(String(error));
        return 1;
      }) };
    });
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/** The tests of a suite that cannot run here, counted from their text. */
function skipped(suite) {
  const tests = testFiles(suite).flatMap((file) => readFileSync(path.join(root, 'test', suite, file), 'utf8').match(/^\s*it\(/gm) ?? []);
  return { ...NOTHING, skipped: tests.length };
}

/**
 * Runs a suite that writes its counts to the file YINJU_COUNTS. The exit code alone is never believed: a process that
 * has died may answer 0, so without counts, or without a test that ran, the suite has failed.
 */
async function counted(name, start) {
  const file = path.join(root, out, `${name}.json`);
  mkdirSync(path.dirname(file), { recursive: true });
  const { code } = await start({ ...process.env, YINJU_COUNTS: file });
  if (!existsSync(file)) return check(`${name}: ended with code ${code} before its tests did`, false);
  const { failures: failed, retried: again, ...counts } = JSON.parse(readFileSync(file, 'utf8'));
  failures.push(...failed.map((test) => `${name}: ${test}`));
  retried.push(...again.map((test) => `${name}: ${test}`));
  if (counts.passed + counts.failed + counts.skipped === 0) return check(`${name}: no test ran`, false);
  if (code !== 0 && counts.failed === 0) add(counts, check(`${name}: its tests passed, yet it ended with code ${code}`, false));
  return counts;
}

function testFiles(suite) {
  const folder = path.join(root, 'test', suite);
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true }).map(String)
    .filter((file) => file.endsWith('.test.ts') && !file.includes('node_modules'));
}

/** One step that either works or does not, counted as a test. */
function check(name, works) {
  console.log(`  ${works ? '✔' : '✘'} ${name}`);
  if (!works) failures.push(name);
  return { ...NOTHING, [works ? 'passed' : 'failed']: 1 };
}

function add(total, counts) {
  for (const key of Object.keys(total)) total[key] += counts[key];
}

const seconds = (since) => ((Date.now() - since) / 1000).toFixed(1);

process.on('exit', () => rmSync(path.join(root, out), { recursive: true, force: true }));
for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(name, () => process.exit(1));
await main();
