import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { until } from '../until';
import { closeAll, openDraft, rangeOf, setting } from './support';

/** A draft into which a quotation of the library has been inserted. */
async function insertedBy(style: string, content: string, language?: string): Promise<vscode.TextDocument> {
  const back = await setting('insert.style', style);
  try {
    const [item] = await ids('科技成果应该');
    const editor = await openDraft(content, language);
    await vscode.commands.executeCommand('yinju.insertItem', item);
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

  it('keeps the reference list in order and without doubles', async () => {
    const back = await setting('insert.style', 'numbered');
    try {
      const [first, other] = [(await ids('科技成果应该'))[0], (await ids('国际科技合作是大趋势'))[0]];
      const editor = await openDraft('一、|\n\n二、\n');
      await vscode.commands.executeCommand('yinju.insertItem', first);
      const { document } = editor;
      const to = (text: string) => { const { end } = rangeOf(document, text); editor.selection = new vscode.Selection(end, end); };
      to('二、');
      await vscode.commands.executeCommand('yinju.insertItem', first);
      assert.equal(document.getText().match(/\[1\]/g)?.length, 3, document.getText());
      to('一、');
      await vscode.commands.executeCommand('yinju.insertItem', other);
      assert.match(document.getText(), /^一、[^\n]*\[1\][^\n]*\[2\][^\n]*\n\n二、[^\n]*\[2\][^]*## 参考文献\n\n\[1\] .+\n\n\[2\] .+\n$/);
      await vscode.commands.executeCommand('undo');
      assert.equal(document.getText().match(/\[2\]/), null, 'one undo for text, marks and list');
    } finally {
      await back();
    }
  });

  it('goes through the styles by a key right after an insertion, and one undo takes it back', async () => {
    const [item] = await ids('科技成果应该');
    const editor = await openDraft('前文。|\n\n后文。\n');
    const { document } = editor;
    const before = document.getText();
    await vscode.commands.executeCommand('yinju.insertItem', item);
    const seen = [document.getText()];
    for (let i = 0; i < 7; i++) {
      await vscode.commands.executeCommand('yinju.nextInsertStyle');
      seen.push(document.getText());
    }
    assert.equal(new Set(seen).size, 8, seen.join('\n———\n'));
    assert.ok(seen.every((text) => text.includes('科技成果应该造福全人类')));
    await vscode.commands.executeCommand('yinju.nextInsertStyle');
    assert.equal(document.getText(), seen[0], 'all styles once round');
    await vscode.commands.executeCommand('yinju.previousInsertStyle');
    assert.equal(document.getText(), seen[7]);
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), before);
  });

  it('leaves the draft alone once something else has happened', async () => {
    const [item] = await ids('科技成果应该');
    const editor = await openDraft('前文。|');
    await vscode.commands.executeCommand('yinju.insertItem', item);
    await vscode.commands.executeCommand('type', { text: '又写。' });
    const text = editor.document.getText();
    await vscode.commands.executeCommand('yinju.nextInsertStyle');
    assert.equal(editor.document.getText(), text);
  });

  it('takes templates of the user', async () => {
    const backs = [await setting('insert.styles', { 我的: '{speaker}{?在{occasion}}说过{quotation}{?（{title}）}{?（{year}）}' }), await setting('insert.style', '我的')];
    try {
      const [item] = await ids('科技成果应该');
      const editor = await openDraft('|');
      await vscode.commands.executeCommand('yinju.insertItem', item);
      assert.match(editor.document.getText(), /^习近平.*说过“科技成果应该造福全人类[^”]*”（.+）/);
    } finally {
      for (const back of backs) await back();
    }
  });
});

/** Items of quotations by what completion offers behind the trigger. */
async function ids(query: string): Promise<string[]> {
  const symbols = await until(`quotations for ${query}`, async () => {
    const editor = await openDraft(`；；${query}|`);
    const list = await vscode.commands.executeCommand<vscode.CompletionList>('vscode.executeCompletionItemProvider', editor.document.uri, editor.selection.active);
    const found = list.items.flatMap(({ command }) => {
      const [inserted] = (command?.arguments ?? []) as { item?: string }[];
      return inserted?.item?.startsWith('quote:') ? [inserted.item] : [];
    });
    return found.length > 0 ? found : undefined;
  });
  return symbols;
}
