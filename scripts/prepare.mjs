// What `npm start`, `npm test` and the rest need first: packages, nodejieba's binary, bundles.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { root, runNode, runNpm } from './run.mjs';
import { ensureNodejieba } from './nodejieba.mjs';

/** Installs what the lock names and node_modules lacks. */
export async function install() {
  if (!isInstalled()) {
    console.log('Installing packages …');
    const { code } = await runNpm(['ci', '--no-audit', '--no-fund', '--loglevel=error']);
    if (code !== 0) throw new Error('npm ci failed: see above');
  }
  await ensureNodejieba();
}

/**
 * Compares what npm noted down when it installed with the lock, package by package. Times of files would not do:
 * a branch switched back and forth makes the lock newer without changing it.
 */
function isInstalled() {
  const installed = path.join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(installed)) return false;
  const wanted = packagesOf(path.join(root, 'package-lock.json'));
  const present = packagesOf(installed);
  return Object.entries(wanted).every(([name, entry]) =>
    name === '' || (present[name] ? present[name].version === entry.version : entry.optional === true));
}

const packagesOf = (lock) => JSON.parse(readFileSync(lock, 'utf8')).packages;

/** Bundles the product and the tests. Says whether all could be built. */
export async function build(...options) {
  const { code } = await runNode(['esbuild.mjs', ...options]);
  return code === 0;
}
