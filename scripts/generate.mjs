// `npm run generate`: builds and measures the verdicts on generated drafts. What is generated is in test/generator/.
import { build, install } from './prepare.mjs';
import { runNode } from './run.mjs';

await install();
process.exitCode = await build('--only=none') ? (await runNode(['--enable-source-maps', 'out/generate.js', ...process.argv.slice(2)])).code : 1;
