import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { until } from '../until';
import { closeAll, diagnostics, openDraft, ourDiagnostics, rangeOf, setting } from './support';

const RIGHT = '要认识到“创新是引领发展的第一动力，保护知识产权就是保护创新”。';
const WRONG = '要认识到“创新是引领发展的第一力量，保护知识产权就是保护创新”。';
const differs = ({ code }: vscode.Diagnostic) => code === 'quote.differs';

async function actionsFor(document: vscode.TextDocument, range: vscode.Range, kind?: vscode.CodeActionKind): Promise<vscode.CodeAction[]> {
  return vscode.commands.executeCommand<vscode.CodeAction[]>('vscode.executeCodeActionProvider', document.uri, range, kind?.value);
}

const tableDocument = (): vscode.TextDocument | undefined => vscode.workspace.textDocuments.find(({ uri }) => uri.scheme === 'yinju-figures');

describe('the check of a draft', () => {
  before(closeAll);
  afterEach(closeAll);

  for (const language of ['markdown', 'plaintext', 'latex']) {
    it(`underlines in ${language} just what is not the source's, and says what the source has`, async () => {
      const { document } = await openDraft(`${RIGHT}\n\n${WRONG}\n`, language);
      const [finding, ...more] = (await diagnostics(document, (all) => all.some(differs))).filter(differs);
      assert.ok(finding);
      assert.deepEqual(more, []);
      assert.ok(finding.range.intersection(rangeOf(document, '力量')), document.getText(finding.range));
      assert.ok(document.getText(finding.range).length <= 4, document.getText(finding.range));
      assert.match(finding.message, /动力/);
      const [related] = finding.relatedInformation ?? [];
      assert.equal(related?.location.uri.scheme, 'yinju-source');
      assert.ok(related.message.length < 40, related.message);
      const source = await vscode.workspace.openTextDocument(related.location.uri);
      assert.match(source.getText(related.location.range), /创新是引领发展的第一动力/);
    });
  }

  it('is done for the last of what was typed, and taken back when it is right', async () => {
    const editor = await openDraft(`${RIGHT}\n`);
    for (const [from, to] of [['动力', '劳力'], ['劳力', '力量']] as const) {
      await editor.edit((builder) => builder.replace(rangeOf(editor.document, from), to));
    }
    await diagnostics(editor.document, (all) => all.filter(differs).some(({ range }) => editor.document.getText(range).includes('力')));
    await editor.edit((builder) => builder.replace(rangeOf(editor.document, '力量'), '动力'));
    await diagnostics(editor.document, (all) => !all.some(differs));
  });

  it('shows all figures of the draft as a table that follows it, with links to their places', async () => {
    const editor = await openDraft(`# 稿\n\n2022年，全国研究与试验发展（R&D）经费投入30782.9亿元。\n\n${WRONG}\n`);
    await diagnostics(editor.document, (all) => all.some(differs));
    await vscode.commands.executeCommand('yinju.showFigureTable');
    const table = await until('the table', tableDocument);
    // The library may still be read when the draft is checked for the first time: the table follows.
    await until('the row of the figure', () => /\| 3:\d+ \| 30782\.9亿元 \| [^|]+ \| agrees \|/u.test(table.getText()));
    const [link] = await vscode.commands.executeCommand<vscode.DocumentLink[]>('vscode.executeLinkProvider', table.uri);
    assert.match(link?.target?.fragment ?? '', /^L3,\d+$/u);
    await vscode.window.showTextDocument(editor.document, editor.viewColumn);
    const edit = new vscode.WorkspaceEdit();
    edit.replace(editor.document.uri, rangeOf(editor.document, '30782.9'), '30872.9');
    assert.ok(await vscode.workspace.applyEdit(edit));
    await until('the new table', () => /\| 30872\.9亿元 \| [^|]+ \| differs \|/u.test(table.getText()));
  });

  it('restores the source\'s words in one edit that one undo takes back', async () => {
    const { document } = await openDraft(`${WRONG}\n`);
    const [finding] = (await diagnostics(document, (all) => all.some(differs))).filter(differs);
    assert.ok(finding);
    const actions = await actionsFor(document, finding.range);
    const restore = actions.find(({ isPreferred }) => isPreferred);
    assert.ok(restore?.edit, actions.map(({ title }) => title).join(' | '));
    assert.ok(await vscode.workspace.applyEdit(restore.edit));
    assert.equal(document.getText(), `${RIGHT}\n`);
    await diagnostics(document, (all) => !all.some(differs));
    await vscode.commands.executeCommand('undo');
    await until('undo', () => document.getText() === `${WRONG}\n`);
  });

  it('offers all certain fixes at once', async () => {
    const { document } = await openDraft(`${WRONG}\n\n${WRONG}\n`);
    await diagnostics(document, (all) => all.filter(differs).length === 2);
    const whole = new vscode.Range(0, 0, document.lineCount, 0);
    const [all] = (await actionsFor(document, whole, vscode.CodeActionKind.SourceFixAll)).filter(({ kind }) => kind?.value === 'source.fixAll.yinju');
    assert.ok(all?.edit);
    await vscode.workspace.applyEdit(all.edit);
    assert.equal(document.getText(), `${RIGHT}\n\n${RIGHT}\n`);
  });

  it('obeys the severities, at once', async () => {
    const { document } = await openDraft(`${WRONG}\n`);
    await diagnostics(document, (all) => all.some(differs));
    const back = await setting('severities', { 'quote.differs': 'hint' });
    try {
      await diagnostics(document, (all) => all.some((one) => differs(one) && one.severity === vscode.DiagnosticSeverity.Hint));
      await setting('severities', { 'quote.differs': 'off' });
      await diagnostics(document, (all) => !all.some(differs));
    } finally {
      await back();
    }
  });

  it('takes its default where a setting is of the wrong kind', async () => {
    const back = await setting('severities', 'all');
    try {
      const { document } = await openDraft(`${WRONG}\n`);
      await diagnostics(document, (all) => all.some(differs));
    } finally {
      await back();
    }
  });

  it('can be switched off, and leaves other languages alone', async () => {
    const { document } = await openDraft(`${WRONG}\n`);
    await diagnostics(document, (all) => all.some(differs));
    const back = await setting('check.enabled', false);
    try {
      await diagnostics(document, (all) => all.length === 0);
    } finally {
      await back();
    }
    await diagnostics(document, (all) => all.some(differs));
    const json = await vscode.languages.setTextDocumentLanguage(document, 'json');
    await diagnostics(json, (all) => all.length === 0);
  });

  it('leaves nothing behind for a draft that is closed', async () => {
    const { document } = await openDraft(`${WRONG}\n`);
    await diagnostics(document, (all) => all.some(differs));
    await closeAll();
    assert.deepEqual(ourDiagnostics(document), []);
  });

  it('passes over a draft that is too long', async () => {
    const { document } = await openDraft(`${WRONG}\n${'国际科技合作。'.repeat(50_000)}\n`);
    await new Promise((resolve) => { setTimeout(resolve, 1000); });
    assert.deepEqual(ourDiagnostics(document), []);
  });
});
