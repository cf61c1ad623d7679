import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import * as path from 'node:path';
import * as vscode from 'vscode';
import { until } from '../until';
import { closeAll, openDraft, setting } from './support';

describe('the glossary', () => {
  after(closeAll);

  it('takes rows from the editor into a library folder, and keeps what stands there', async () => {
    const folder = mkdtempSync(path.join(os.tmpdir(), 'yinju-glossary-'));
    const file = path.join(folder, 'glossary.yaml');
    writeFileSync(file, '# 本单位\nterms:\n  - term: 海洋牧场 # 示例\n    definition: 区域。\n');
    const back = await setting('library.folders', [folder]);
    try {
      await openDraft('稿。');
      await vscode.commands.executeCommand('yinju.rejectTerm', '积极作用');
      await until('the row', () => readFileSync(file, 'utf8').includes('积极作用'));
      assert.equal(readFileSync(file, 'utf8'), '# 本单位\nterms:\n  - term: 海洋牧场 # 示例\n    definition: 区域。\n  - term: 积极作用\n    reject: true\n');
    } finally {
      await back();
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
