// `npm run pictures`: makes the pictures of the README anew from the product. Look at them before you commit them.
import { build, install } from './prepare.mjs';
import { runNode } from './run.mjs';

await install();
process.exitCode = await build('--only=none') ? (await runNode(['--enable-source-maps', 'out/pictures.js'])).code : 1;
