import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as vscode from 'vscode';
import { until } from '../until';
import { closeAll, diagnostics, openDraft, ourDiagnostics, setting } from './support';

const SEED = '000_642279e169d22e88.txt';

describe('the library', () => {
  after(closeAll);

  it('opens a source beside the draft with the exact place selected', async () => {
    await openDraft('草稿');
    const folder = vscode.extensions.getExtension('yinju.yinju')?.extensionUri;
    assert.ok(folder);
    const raw = new TextDecoder().decode(await vscode.workspace.fs.readFile(vscode.Uri.joinPath(folder, 'seeds', SEED)));
    const words = '创新是引领发展的第一动力，保护知识产权就是保护创新。';
    const start = raw.indexOf(words);
    await vscode.commands.executeCommand('yinju.openPlace', { file: SEED, start, end: start + words.length }, '标题');
    const editor = await until('the source', () => vscode.window.visibleTextEditors.find(({ document }) => document.uri.scheme === 'yinju-source'));
    assert.equal(editor.document.getText(editor.selection), words);
    assert.equal(editor.document.languageId, 'markdown');
    assert.equal(editor.viewColumn, vscode.ViewColumn.Two);
    // A source is no draft: it is not checked, and its own quotations are no findings.
    assert.deepEqual(ourDiagnostics(editor.document), []);
  });

  it('compares two texts side by side', async () => {
    await vscode.commands.executeCommand('yinju.compare', '甲乙丙', '甲乙丁');
    const texts = await until('both sides', () => {
      const sides = vscode.workspace.textDocuments.filter(({ uri }) => uri.scheme === 'yinju-compare').map((document) => document.getText());
      return sides.length === 2 ? sides : undefined;
    });
    assert.deepEqual(texts.sort(), ['甲乙丁', '甲乙丙']);
  });

  it('judges an open draft again when a file of a library folder changes', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'yinju-vscode-'));
    const speech = (words: string) => writeFileSync(path.join(folder, 'speech.txt'), `在开幕式上的讲话\n\n张明在开幕式上指出：“${words}”与会者热烈鼓掌。\n`);
    speech('开放合作是科技进步的必由之路，封闭起来没有前途。');
    const restore = await setting('library.folders', [folder]);
    try {
      const { document } = await openDraft('张明在开幕式上指出：“开放合作是科技进步的必由之路，封闭起来有前途。”\n');
      await diagnostics(document, (all) => all.length > 0);
      speech('开放合作是科技进步的必由之路，封闭起来有前途。');
      await diagnostics(document, (all) => all.length === 0);
    } finally {
      await restore();
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
