// Gives nodejieba its binary, or says that Yinju will do without it. Never fails: nodejieba is an optional speed-up.
//
// nodejieba's own install script runs `npx @mapbox/node-pre-gyp`, which under newer npm asks a question nobody answers,
// may wait for a download behind a firewall without end, and fails where there is no compiler. So package.json keeps
// that script from running (`allowScripts`), and this one, the project's `postinstall`, does the same with limits.
// Where an older npm has run the script all the same and removed the package after its failure, it is put back.
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { root, run, runNode, runNpm } from './run.mjs';

const DOWNLOAD_LIMIT = 20_000;
const BUILD_LIMIT = 600_000;
const LOAD_LIMIT = 30_000;

const target = path.join(root, 'node_modules', 'nodejieba');
/** Notes what came out for which Node, so that a machine without a compiler does not try again at every start. */
const stamp = path.join(root, 'node_modules', '.yinju-nodejieba');
const here = () => `${process.platform}-${process.arch}-${process.versions.modules}`;

/** Sees to it, once a machine, that nodejieba has a binary that loads. True if so. */
export async function ensureNodejieba({ again = false } = {}) {
  if (await loads(target)) return true;
  if (!again && existsSync(stamp) && readFileSync(stamp, 'utf8') === here()) return false;
  const reason = await provide();
  if (!reason) return true;
  mkdirSync(path.dirname(stamp), { recursive: true });
  writeFileSync(stamp, here());
  console.log(`nodejieba has no binary here (${reason}): Yinju will use jieba-wasm instead. To try again: node scripts/nodejieba.mjs`);
  return false;
}

/** Downloads the binary, else compiles it. Gives the reason where neither works. */
async function provide() {
  const work = existsSync(path.join(target, 'binding.gyp')) ? root : await fetchPackage();
  if (!work) return 'the package could not be fetched';
  const folder = path.join(work, 'node_modules', 'nodejieba');
  try {
    const preGyp = createRequire(path.join(folder, 'package.json')).resolve('@mapbox/node-pre-gyp/bin/node-pre-gyp');
    const env = { ...process.env, npm_config_node_gyp: await nodeGyp(), ...localHeaders() };
    await runNode([preGyp, 'install'], { cwd: folder, env, quiet: true, timeout: DOWNLOAD_LIMIT });
    if (!await loads(folder)) {
      console.log('Compiling nodejieba …');
      const built = await runNode([preGyp, 'install', '--build-from-source'], { cwd: folder, env, quiet: true, timeout: BUILD_LIMIT });
      if (!await loads(folder)) return built.code === 124 ? 'compiling took too long' : 'no download, and no compiler that could build it';
    }
    if (work !== root) cpSync(folder, target, { recursive: true });
    return undefined;
  } finally {
    if (work !== root) rmSync(work, { recursive: true, force: true });
  }
}

/** The package without its script, in a folder of its own: what an older npm has removed from node_modules. */
async function fetchPackage() {
  const work = mkdtempSync(path.join(os.tmpdir(), 'yinju-nodejieba-'));
  const lock = JSON.parse(readFileSync(path.join(root, 'package-lock.json'), 'utf8'));
  const version = lock.packages['node_modules/nodejieba'].version;
  const args = ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--no-save', '--prefix', work, `nodejieba@${version}`];
  const { code } = await runNpm(args, { cwd: work, quiet: true, timeout: BUILD_LIMIT });
  if (code === 0) return work;
  rmSync(work, { recursive: true, force: true });
  return undefined;
}

/** The node-gyp that npm brings along. */
async function nodeGyp() {
  const npm = process.env.npm_execpath ?? await npmOnPath();
  const gyp = npm && path.resolve(path.dirname(npm), '../node_modules/node-gyp/bin/node-gyp.js');
  return gyp && existsSync(gyp) ? gyp : process.env.npm_config_node_gyp;
}

async function npmOnPath() {
  if (process.platform === 'win32') return path.join(path.dirname(process.execPath), 'node_modules/npm/bin/npm-cli.js');
  const { code, output } = await run('sh', ['-c', 'command -v npm'], { quiet: true });
  return code === 0 ? realpathSync(output.trim()) : undefined;
}

/** Node's headers where they came with Node: node-gyp would otherwise download them. */
function localHeaders() {
  const prefix = path.resolve(path.dirname(process.execPath), '..');
  return existsSync(path.join(prefix, 'include/node/node_api.h')) ? { npm_config_nodedir: prefix } : {};
}

/**
 * Loads the binary with a dictionary of two words and cuts a text with it, in another process:
 * a binary for another system may end the process that loads it.
 */
async function loads(folder) {
  if (!existsSync(path.join(folder, 'build/Release/nodejieba.node'))) return false;
  const work = mkdtempSync(path.join(os.tmpdir(), 'yinju-dict-'));
  try {
    const dict = path.join(work, 'dict.utf8');
    const idf = path.join(work, 'idf.utf8');
    const stop = path.join(work, 'stop.utf8');
    const none = path.join(work, 'none.utf8');
    writeFileSync(dict, '科技 10 n\n合作 10 vn\n');
    writeFileSync(idf, '科技 5\n');
    writeFileSync(stop, '的\n');
    writeFileSync(none, '');
    const code = `const jieba = require(${JSON.stringify(folder)});
      jieba.load(${JSON.stringify({ dict, idfDict: idf, userDict: none, stopWordDict: stop })});
      if (jieba.cut('科技合作').join('/') !== '科技/合作') process.exit(1);`;
    return (await runNode(['-e', code], { quiet: true, timeout: LOAD_LIMIT })).code === 0;
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  if (await ensureNodejieba({ again: true })) console.log('nodejieba: the binary is in place.');
}
