// Bundles the product into dist/ and, unless --production is given, the tests into out/.
//   node esbuild.mjs                 product and every test suite, with source maps
//   node esbuild.mjs --production    product only, minified, without maps
//   node esbuild.mjs --only=unit     product and one suite
//   node esbuild.mjs --files=a,b     of the suites only the test files whose path contains a or b
//   node esbuild.mjs --out=FOLDER    the suites go there, not into out/test
import { createHash } from 'node:crypto';
import { chmodSync, copyFileSync, cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import * as esbuild from 'esbuild';
import { cutDictionaries } from './scripts/dictionary.mjs';
import { writeLicences } from './scripts/licences.mjs';

const { values: options } = parseArgs({
  options: {
    production: { type: 'boolean', default: false },
    only: { type: 'string' },
    files: { type: 'string', default: '' },
    out: { type: 'string', default: 'out/test' },
  },
});

/**
 * Never bundled: `vscode` is given by the host, nodejieba holds a binary and breaks in strict mode.
 * Of jieba-wasm the loader is bundled and its .wasm file copied beside the bundle, where the loader looks for it.
 */
const NATIVE = ['vscode', 'nodejieba'];
/** Besides, tests take these from node_modules as they are: tools, and what must stand beside its own files. */
const TOOLS = ['jieba-wasm', 'mocha', 'playwright-core', 'axe-core', '@vscode/test-electron', 'esbuild', 'typescript'];

/** One bundle a suite: its test files are found by name, so that a new one needs no list. */
const SUITES = ['unit', 'engine', 'golden', 'vscode', 'ui', 'package'];

/** A checksum of the code that makes an index, and of the packages it uses: what other code has saved is made anew. */
function indexCode() {
  const hash = createHash('sha256');
  for (const file of [...filesBelow('src/core', () => true), ...filesBelow('src/engine', () => true), 'package-lock.json']) hash.update(file).update(readFileSync(file));
  return hash.digest('hex').slice(0, 16);
}

const shared = {
  bundle: true,
  define: { INDEX_CODE: JSON.stringify(indexCode()) },
  logLevel: 'warning',
  legalComments: 'none',
  charset: 'utf8',
  minify: options.production,
  metafile: true,
};
/**
 * The readers of documents run in a thread of their own, from a bundle that only a library with such documents loads.
 * pdf.js asks where its module lies, and could fetch addresses: here it only ever gets bytes, and there is no `fetch`.
 */
const formats = {
  entryPoints: ['src/engine/formats/worker.ts'],
  outfile: 'dist/formats.js',
  banner: { js: "const ownUrl = require('node:url').pathToFileURL(__filename).href;" },
  define: { ...shared.define, 'import.meta.url': 'ownUrl', fetch: 'undefined', XMLHttpRequest: 'undefined', WebSocket: 'undefined' },
};

const node = { ...shared, platform: 'node', format: 'cjs', target: 'node20', external: NATIVE };

/** What few requests need is large and lies in bundles of its own, beside those that load it (`require`) with the first of these requests. */
const LATE = {
  './drawing': { entry: 'src/core/features/figures/drawing.ts', bundle: 'drawing.js' },
  'pinyin-pro': { entry: 'node_modules/pinyin-pro/dist/index.js', bundle: 'pinyin.js' },
};
const late = {
  name: 'late',
  setup(build) {
    build.onResolve({ filter: /^(?:\.\/drawing|pinyin-pro)$/ }, ({ path: name, kind }) => (kind === 'require-call' ? { path: `./${LATE[name].bundle}`, external: true } : null));
  },
};

/** The product's bundles. An entry that does not exist is left out: the build says what it has built. */
function productBuilds() {
  const maps = { sourcemap: options.production ? false : 'linked', sourcesContent: false };
  const builds = [
    { ...node, ...maps, entryPoints: ['src/extension.ts'], outfile: 'dist/extension.js' },
    { ...node, ...maps, entryPoints: ['src/engine/main.ts'], outfile: 'dist/engine.js', plugins: [late] },
    { ...node, ...maps, entryPoints: ['src/engine/indexing/main.ts'], outfile: 'dist/indexer.js', plugins: [late] },
    { ...node, ...maps, ...formats, plugins: [late] },
    { ...node, ...maps, entryPoints: ['src/cli/main.ts'], outfile: 'dist/cli.js', banner: { js: '#!/usr/bin/env node' }, plugins: [late] },
    ...Object.values(LATE).map(({ entry, bundle }) => ({ ...node, ...maps, entryPoints: [entry], outfile: `dist/${bundle}` })),
  ];
  const webviews = filesIn('src/webview', (name) => name.endsWith('.ts') && !name.endsWith('.d.ts'));
  for (const entry of webviews) {
    const outfile = `dist/webview/${path.basename(entry, '.ts')}.js`;
    builds.push({ ...shared, ...maps, platform: 'browser', format: 'iife', target: 'es2022', entryPoints: [entry], outfile });
  }
  return builds;
}

/** The test bundles: one a suite, the entry that runs inside the extension host, the bed, the bench, the pictures. */
function testBuilds() {
  const base = { ...node, external: [...NATIVE, ...TOOLS], minify: false, sourcemap: 'linked', sourcesContent: false };
  const wanted = options.files.split(',').filter(Boolean);
  const builds = [];
  for (const suite of SUITES.filter((name) => !options.only || name === options.only)) {
    const files = filesBelow(`test/${suite}`, (name) => name.endsWith('.test.ts'))
      .filter((file) => wanted.length === 0 || wanted.some((part) => file.includes(part)));
    const contents = files.map((file) => `import './${file}';`).join('\n');
    const stdin = { contents, resolveDir: '.', sourcefile: `${suite}.tests.ts`, loader: 'ts' };
    builds.push({ ...base, stdin, outfile: `${options.out}/${suite}.js` });
  }
  builds.push({ ...base, entryPoints: ['test/vscode/index.ts'], outfile: `${options.out}/vscode-entry.js` });
  builds.push({ ...base, entryPoints: ['test/bed/code.ts'], outfile: 'out/bed/code.js' });
  builds.push({ ...base, entryPoints: ['test/bed/serve.ts'], outfile: 'out/bed/serve.js' });
  builds.push({ ...base, entryPoints: ['test/bench/main.ts'], outfile: 'out/bench.js' });
  builds.push({ ...base, entryPoints: ['test/generator/main.ts'], outfile: 'out/generate.js' });
  builds.push({ ...base, entryPoints: ['test/ui/pictures.ts'], outfile: 'out/pictures.js' });
  return builds;
}

/** The files directly in a folder, sorted; none if the folder does not exist. */
function filesIn(folder, accept) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile() && accept(entry.name))
    .map((entry) => `${folder}/${entry.name}`)
    .sort();
}

function filesBelow(folder, accept) {
  if (!existsSync(folder)) return [];
  const below = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== 'node_modules')
    .flatMap((entry) => filesBelow(`${folder}/${entry.name}`, accept));
  return [...filesIn(folder, accept), ...below];
}

/** jieba-wasm's loader reads its .wasm from its own folder, which after bundling is dist/. */
function copyWasm() {
  const wasm = 'jieba_rs_wasm_bg.wasm';
  copyFileSync(path.join('node_modules/jieba-wasm/pkg/nodejs', wasm), path.join('dist', wasm));
}

/** The tables of Chinese, Japanese and Korean encodings, which PDFs name and do not hold. */
function copyCMaps() {
  cpSync('node_modules/pdfjs-dist/cmaps', 'dist/cmaps', { recursive: true });
}

if (options.production) rmSync('dist', { recursive: true, force: true });
mkdirSync('dist', { recursive: true });
const builds = [...productBuilds(), ...(options.production ? [] : testBuilds())]
  .filter((build) => build.stdin || existsSync(build.entryPoints[0]));
const results = await Promise.allSettled(builds.map((build) => esbuild.build(build)));
copyWasm();
copyCMaps();
cutDictionaries('dist/dict');
writeLicences('dist/licences.txt', results.flatMap((result) => result.value?.metafile ?? []));
if (existsSync('dist/cli.js')) chmodSync('dist/cli.js', 0o755);
const failed = builds.filter((_, i) => results[i].status === 'rejected').map((build) => build.outfile);
if (failed.length > 0) {
  console.error(`Not built: ${failed.join(', ')}`);
  process.exitCode = 1;
}
