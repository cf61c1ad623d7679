import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, openDraft, setting } from './support';

/** Items of ours: those that set their own range and name a source. */
async function complete(editor: vscode.TextEditor): Promise<vscode.CompletionItem[]> {
  const { document, selection } = editor;
  const list = await vscode.commands.executeCommand<vscode.CompletionList>('vscode.executeCompletionItemProvider', document.uri, selection.active);
  return list.items.filter(({ kind }) => kind === vscode.CompletionItemKind.Reference || kind === vscode.CompletionItemKind.Constant);
}
const nameOf = ({ label }: vscode.CompletionItem) => (typeof label === 'string' ? label : label.label);

describe('completion', () => {
  before(closeAll);
  after(closeAll);

  for (const language of ['markdown', 'plaintext', 'latex']) {
    for (const [way, typed] of [['characters', '创新是引领'], ['the initials of pinyin', 'cxsyl'], ['full pinyin', 'chuangxinshiyinling']] as const) {
      it(`offers a quotation by ${way} in ${language}`, async () => {
        const items = await complete(await openDraft(`要认识到“${typed}|”`, language));
        const item = items.find((one) => nameOf(one).startsWith('创新是引领发展的第一动力'));
        assert.ok(item, items.map(nameOf).join(' | '));
        assert.ok(item.range, 'it sets no range of its own');
      });
    }
  }

  it('replaces just what has been typed, and doubles nothing', async () => {
    const editor = await openDraft('我们要认识到“创新是引领|”这一点。');
    const [item] = (await complete(editor)).filter((one) => nameOf(one).startsWith('创新是引领发展的第一动力'));
    assert.ok(item?.range instanceof vscode.Range);
    const edit = new vscode.WorkspaceEdit();
    edit.replace(editor.document.uri, item.range, typeof item.insertText === 'string' ? item.insertText : item.insertText?.value ?? '');
    await vscode.workspace.applyEdit(edit);
    assert.match(editor.document.getText(), /^我们要认识到“创新是引领发展的第一动力[^“”]*”这一点。$/);
  });

  it('says nothing among foreign words', async () => {
    assert.deepEqual((await complete(await openDraft('The science of cooperation|'))).map(nameOf), []);
  });

  it('can be switched off', async () => {
    const back = await setting('completion.enabled', false);
    try {
      assert.deepEqual((await complete(await openDraft('要认识到“创新是引领|”'))).map(nameOf), []);
    } finally {
      await back();
    }
  });
});
