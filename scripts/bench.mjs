// `npm run bench`: builds as for release and measures. What is measured is in test/bench/.
import { build, install } from './prepare.mjs';
import { runNode } from './run.mjs';

await install();
// The tests' bundles hold the bench; the product is measured as users get it.
const built = await build('--only=none') && await build('--production');
process.exitCode = built ? (await runNode(['--expose-gc', 'out/bench.js', ...process.argv.slice(2)])).code : 1;
