import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { until } from '../until';

const ID = 'yinju.yinju';

describe('activation', () => {
  it('waits for a draft and then takes place by itself', async () => {
    const extension = vscode.extensions.getExtension(ID);
    assert.ok(extension, 'the extension is not installed');
    const draft = await vscode.workspace.openTextDocument({ language: 'markdown', content: '国际科技合作是大趋势。\n' });
    await vscode.window.showTextDocument(draft);
    await until('activation by a Markdown draft', () => extension.isActive);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });

  it('registers every command of the manifest', async () => {
    const extension = vscode.extensions.getExtension(ID);
    assert.ok(extension);
    await extension.activate();
    const manifest = extension.packageJSON as { contributes?: { commands?: { command: string }[] } };
    const registered = new Set(await vscode.commands.getCommands(true));
    const missing = (manifest.contributes?.commands ?? []).map(({ command }) => command).filter((name) => !registered.has(name));
    assert.deepEqual(missing, []);
  });
});
