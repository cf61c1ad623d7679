/** How long the extension takes to be loaded and activated; `npm run bench` runs this file alone and reads what it writes. */
import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import * as path from 'node:path';
import * as vscode from 'vscode';
import { root } from '../root';

describe('activation time', () => {
  it('is short', async () => {
    const extension = vscode.extensions.getExtension('yinju.yinju');
    assert.ok(extension);
    // Among other suites it is active already: then there is nothing to measure.
    if (!extension.isActive) {
      const from = performance.now();
      await extension.activate();
      const milliseconds = performance.now() - from;
      mkdirSync(path.join(root, 'out'), { recursive: true });
      writeFileSync(path.join(root, 'out', 'activation.json'), JSON.stringify({ milliseconds, version: vscode.version }));
      assert.ok(milliseconds < 2000, `${Math.round(milliseconds)} ms`);
    }
    assert.ok(extension.isActive);
  });
});
