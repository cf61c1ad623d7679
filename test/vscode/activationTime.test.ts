/** How long the extension takes to be loaded and activated; `npm run bench` runs this file alone and reads what it writes. */
import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import * as path from 'node:path';
import * as vscode from 'vscode';
import { root } from '../root';

describe('activation time', () => {
  it('is short', async () => {
    const extension = vscode.extensions.getExtension('yinju.yinju');
    assert.ok(extension);
    await extension.activate();
    const activated = performance.getEntriesByName('yinju.activate').at(-1)?.duration;
    assert.ok(activated !== undefined, 'the extension measures its activation');
    // The bundle read and run once more, as a fresh extension host does before it activates.
    const main = path.join(extension.extensionPath, 'dist', 'extension.js');
    const load = createRequire(main);
    delete load.cache[main];
    const from = performance.now();
    load(main);
    const loaded = performance.now() - from;
    mkdirSync(path.join(root, 'out'), { recursive: true });
    writeFileSync(path.join(root, 'out', 'activation.json'), JSON.stringify({ milliseconds: loaded + activated, loaded, activated, version: vscode.version }));
    assert.ok(loaded + activated < 2000, `${Math.round(loaded)} ms to load, ${Math.round(activated)} ms to activate`);
  });
});
