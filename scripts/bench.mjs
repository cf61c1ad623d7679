// `npm run bench`: builds as for release and measures. What is measured is in test/bench/.
import { existsSync } from 'node:fs';
import path from 'node:path';
import { build, install } from './prepare.mjs';
import { root, runNode, runNpm } from './run.mjs';

await install();
// One peer is native code: it has a folder of its own, and the bench goes on without it. Measuring files alone has no peers.
const peers = path.join(root, 'test', 'bench', 'peers');
if (!process.argv.includes('files') && !existsSync(path.join(peers, 'node_modules'))) {
  console.log('Installing SQLite, a peer of the bench; where there is no binary of it, it is compiled, which takes some minutes …');
  const { code } = await runNpm(['ci', '--prefix', peers, '--no-audit', '--no-fund', '--loglevel=error']);
  if (code !== 0) console.log('SQLite could not be installed: its columns will be missing.');
}
// The tests' bundles hold the bench; the product is measured as users get it.
const built = await build('--only=none') && await build('--production');
process.exitCode = built ? (await runNode(['--expose-gc', 'out/bench.js', ...process.argv.slice(2)])).code : 1;
