import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import os from 'node:os';
import * as path from 'node:path';
import { runCodeCli } from '../bed/server';
import { root } from '../root';
import { activated, notifications, openFile, openSession, screenshot, type Session } from '../ui/driver';

/** Every file that may be in the package, those of media/ and seeds/ aside. */
const EXPECTED = [
  '.vsixmanifest', 'package.json', 'package.nls.json', 'package.nls.zh-cn.json', 'LICENSE.txt', 'readme.md', 'README.zh-CN.md', 'changelog.md',
  'dist/extension.js', 'dist/engine.js', 'dist/indexer.js', 'dist/cli.js', 'dist/formats.js', 'dist/drawing.js', 'dist/pinyin.js', 'dist/jieba_rs_wasm_bg.wasm', 'dist/licences.txt',
  'dist/dict/jieba.dict.utf8', 'dist/dict/idf.utf8', 'dist/webview/panel.js', 'dist/webview/figures.js',
  'l10n/bundle.l10n.json', 'l10n/bundle.l10n.zh-cn.json',
];
const NODEJIEBA = ['index.js', 'package.json', 'build/Release/nodejieba.node', 'submodules/cppjieba/dict/hmm_model.utf8',
  'submodules/cppjieba/dict/user.dict.utf8', 'submodules/cppjieba/dict/stop_words.utf8'].map((file) => `node_modules/nodejieba/${file}`);

const LARGEST = 6_000_000;

const filesBelow = (folder: string): string[] => readdirSync(folder, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).replaceAll(path.sep, '/'));

describe('the package', () => {
  const dataDir = mkdtempSync(path.join(os.tmpdir(), 'yinju-package-'));
  let printed = '';
  let installed = '';

  before(() => {
    const file = path.join(dataDir, 'yinju.vsix');
    const result = spawnSync(process.execPath, ['scripts/package.mjs', '--out', file], { cwd: root, encoding: 'utf8' });
    printed = result.stdout + result.stderr;
    assert.equal(result.status, 0, printed);
    runCodeCli(['--install-extension', file, '--force'], { dataDir });
    const name = readdirSync(path.join(dataDir, 'extensions')).find((each) => each.startsWith('yinju.yinju-'));
    assert.ok(name, 'it is not installed');
    installed = path.join(dataDir, 'extensions', name);
  });
  after(() => { rmSync(dataDir, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 }); });

  it('is made without a warning', () => {
    assert.doesNotMatch(printed, /WARN(ING)?\s+(?!Unknown (user|env) config)/);
  });

  it('holds what it needs and nothing else', () => {
    const free = /^(media|seeds|dist\/cmaps)\//;
    // Where nodejieba could get no binary, the package goes without it.
    const expected = [...EXPECTED, ...NODEJIEBA.filter((file) => existsSync(path.join(root, file)))];
    assert.deepEqual(filesBelow(installed).filter((file) => !free.test(file)).sort(), expected.sort());
    assert.deepEqual(filesBelow(path.join(installed, 'dist/cmaps')).sort(), filesBelow(path.join(root, 'node_modules/pdfjs-dist/cmaps')).sort());
    for (const folder of ['media', 'seeds']) {
      assert.deepEqual(filesBelow(path.join(installed, folder)).sort(), filesBelow(path.join(root, folder)).sort());
    }
  });

  it('holds no file that is too large', () => {
    const large = filesBelow(installed).filter((file) => statSync(path.join(installed, file)).size > LARGEST);
    assert.deepEqual(large, []);
  });

  it('has a command line that reads the library it brings', () => {
    const args = [path.join(installed, 'dist/cli.js'), 'sources', '--format', 'json', '--no-cache'];
    const answer = JSON.parse(execFileSync(process.execPath, args, { cwd: dataDir, encoding: 'utf8' })) as { sources: unknown[] };
    assert.equal(answer.sources.length, readdirSync(path.join(root, 'seeds')).filter((file) => file.endsWith('.txt')).length);
  });

  it('cuts words with nodejieba and the dictionaries it brings', function () {
    if (!filesBelow(installed).some((file) => file.endsWith('nodejieba.node'))) this.skip();
    const code = `const jieba = require('./node_modules/nodejieba');
      jieba.load({ dict: './dist/dict/jieba.dict.utf8', idfDict: './dist/dict/idf.utf8' });
      console.log(jieba.cut('国际科技合作').join('/'));`;
    assert.equal(execFileSync(process.execPath, ['-e', code], { cwd: installed, encoding: 'utf8' }).trim(), '国际/科技/合作');
  });

  it('checks a draft when installed', async () => {
    const session: Session = await openSession({ installedIn: dataDir });
    try {
      await openFile(session.page, '草稿.md');
      await activated(session.server);
      await session.page.locator('.squiggly-error, .squiggly-warning').first().waitFor();
      assert.deepEqual(await notifications(session.page), []);
      await screenshot(session.page, 'installed');
    } finally {
      await session.close();
    }
  });
});
