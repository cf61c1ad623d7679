// `npm run package`: the .vsix for this platform, with nodejieba's binary in it.
//   npm run package -- --out FILE
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { install } from './prepare.mjs';
import { root, runNode } from './run.mjs';

const { values: options } = parseArgs({ options: { out: { type: 'string' } } });

/** The platform as the Marketplace names it. */
function target() {
  const musl = process.platform === 'linux' && !process.report.getReport().header.glibcVersionRuntime;
  return `${musl ? 'alpine' : process.platform}-${process.arch}`;
}

await install();
if (!existsSync(path.join(root, 'node_modules/nodejieba/build/Release/nodejieba.node'))) {
  console.error('Packaged without nodejieba, which has no binary here: the package will use jieba-wasm.');
}
const { name, version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
const file = options.out ?? `${name}-${target()}-${version}.vsix`;
// The readme's links go to files of the package: there is no public repository that they could be rewritten to.
const { code } = await runNode(['node_modules/@vscode/vsce/vsce', 'package', '--target', target(), '--out', file, '--no-rewrite-relative-links']);
process.exitCode = code;
