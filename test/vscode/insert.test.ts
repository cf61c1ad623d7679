import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { until } from '../until';
import { closeAll, openDraft, setting } from './support';

/** The id of a quotation of the library, from what completion offers for its opening. */
async function insertedBy(style: string, content: string, language?: string): Promise<vscode.TextDocument> {
  const back = await setting('insert.style', style);
  try {
    const editor = await openDraft(content, language);
    await vscode.commands.executeCommand('yinju.insertItem', 'passage:0');
    return editor.document;
  } finally {
    await back();
  }
}

describe('insertion', () => {
  after(closeAll);

  it('puts words at the cursor in the style of the settings, and one undo takes them back', async () => {
    const before = '写在前面。\n\n写在后面。\n';
    const bare = (await insertedBy('bare', '写在前面。\n|\n写在后面。\n')).getText();
    const words = bare.slice('写在前面。\n'.length, -'\n写在后面。\n'.length);
    assert.ok(words.length > 3, bare);
    for (const style of ['quotation', 'attributed', 'block', 'footnote']) {
      const document = await insertedBy(style, '写在前面。\n|\n写在后面。\n');
      const text = document.getText();
      assert.ok(text.includes(words.replace(/。$/, '')), `${style}: ${text}`);
      if (style === 'footnote') assert.match(text, /\[\^1\][^]*写在后面。\n+\[\^1\]: .+\n$/);
      if (style === 'block') assert.match(text, /^> /m);
      await vscode.commands.executeCommand('undo');
      await until('undo', () => document.getText() === before);
    }
  });

  it('keeps the cursor behind the words when the footnote follows at once', async () => {
    const document = await insertedBy('footnote', '写在前面。|');
    const editor = vscode.window.activeTextEditor;
    assert.equal(editor?.document, document);
    const behind = document.getText().slice(document.offsetAt(editor.selection.active));
    assert.match(behind, /^\s*\[\^1\]: .+\n$/);
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), '写在前面。');
  });

  it('writes a footnote as LaTeX does', async () => {
    const document = await insertedBy('footnote', '前文|', 'latex');
    assert.match(document.getText(), /\\footnote\{.+\}/);
  });
});
