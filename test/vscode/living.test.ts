/** Living with findings: exceptions, silence, packs, going from one to the next, and where underlines stand while one types. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { acceptRow, keysOf } from '../../src/core/check/accepted/match';
import { withRows } from '../../src/core/check/accepted/row';
import type { Finding } from '../../src/core/check/types';
import { movedRange } from '../../src/vscode/moved';
import { until } from '../until';
import { closeAll, diagnostics, openDraft, rangeOf, setting } from './support';

const HEDGE = '约30万人左右参加。', OTHER = '近200余人旁听。';
const isHedge = ({ code }: vscode.Diagnostic) => code === 'number.hedge';
const folder = () => { const [first] = vscode.workspace.workspaceFolders ?? []; assert.ok(first, 'the tests run in a folder'); return first.uri; };
const below = (...names: string[]) => vscode.Uri.joinPath(folder(), ...names);
const write = (uri: vscode.Uri, text: string) => vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));

async function openFile(name: string, text: string): Promise<vscode.TextEditor> {
  await write(below(name), text);
  return vscode.window.showTextDocument(below(name));
}

async function actionTitles(document: vscode.TextDocument, range: vscode.Range): Promise<string[]> {
  return (await vscode.commands.executeCommand<vscode.CodeAction[]>('vscode.executeCodeActionProvider', document.uri, range)).map(({ title }) => title);
}

describe('living with findings', () => {
  before(closeAll);
  afterEach(async () => {
    await closeAll();
    for (const name of ['.yinju', '例外.md']) await vscode.workspace.fs.delete(below(name), { recursive: true }).then(undefined, () => undefined);
  });

  it('goes to the next and to the previous finding, and round', async () => {
    const { document } = await openDraft(`|${HEDGE}\n\n${OTHER}\n`);
    await diagnostics(document, (all) => all.filter(isHedge).length === 2);
    const selected = () => { const editor = vscode.window.activeTextEditor; return editor?.document.getText(editor.selection); };
    const [first, second] = ['约30万人左右', '近200余'];
    for (const [command, words] of [['next', second], ['next', first], ['previous', second], ['previous', first]] as const) {
      await vscode.commands.executeCommand(`yinju.${command}Finding`);
      await until(`${command} is ${words}`, () => selected() === words);
    }
  });

  it('honours the file of accepted exceptions, and takes a change of it at once', async () => {
    const { document } = await openFile('例外.md', `${HEDGE}\n\n${OTHER}\n`);
    await diagnostics(document, (all) => all.filter(isHedge).length === 2);
    assert.ok((await actionTitles(document, rangeOf(document, '30万'))).some((title) => /Accept with a reason/.test(title)));
    const start = document.getText().indexOf('约30万');
    const finding: Finding = { rule: 'number.hedge', severity: 'warning', start, end: start + '约30万人左右'.length, message: '', source: null, edits: [], fixes: [] };
    const row = acceptRow(finding, keysOf(document.getText(), [])(finding), 'here', '例外.md', { reason: '与通报一致', author: '王编辑', date: '2026-11-26' });
    await write(below('.yinju', 'accepted.jsonl'), withRows('', [row]));
    const [left, ...more] = await diagnostics(document, (all) => all.filter(isHedge).length === 1);
    assert.ok(left && more.length === 0);
    assert.equal(document.getText(left.range), '近200余');
    await write(below('.yinju', 'accepted.jsonl'), '');
    await diagnostics(document, (all) => all.filter(isHedge).length === 2);
  });

  it('runs a pack of the folder, as it now is', async () => {
    const { document } = await openFile('例外.md', '帮扶残废人。\n');
    const pack = (to: string) => write(below('.yinju', 'packs', 'house.yaml'), `pack: house\nversion: 1\nrows:\n  - { from: 残废人, to: ${to}, authority: 《体例》, examples: { wrong: [残废人], right: [某人] } }\n`);
    await pack('残疾人');
    await diagnostics(document, (all) => all.some(({ code, message }) => code === 'pack.house' && /“残疾人” \(《体例》\)/.test(message)));
    await pack('残障人士');
    await diagnostics(document, (all) => all.some(({ message }) => /残障人士/.test(message)));
    await vscode.workspace.fs.delete(below('.yinju'), { recursive: true });
    await diagnostics(document, (all) => all.length === 0);
  });

  it('offers no exception where there is nowhere to keep it, but silence', async () => {
    const { document } = await openDraft(`${HEDGE}\n`);
    await diagnostics(document, (all) => all.some(isHedge));
    const titles = await actionTitles(document, rangeOf(document, '30万'));
    assert.deepEqual(titles.filter((title) => /Accept|Silence/.test(title)), ['Silence…']);
  });

  it('fixes all that is certain by the rules of form too, and is then content', async () => {
    const { document } = await openDraft('占15～30%，截止2024年底，见“甲”、“乙”。\n');
    await diagnostics(document, (all) => all.length >= 2);
    const [all] = (await vscode.commands.executeCommand<vscode.CodeAction[]>('vscode.executeCodeActionProvider', document.uri, new vscode.Range(0, 0, 1, 0), 'source.fixAll'))
      .filter(({ kind }) => kind?.value === 'source.fixAll.yinju');
    assert.ok(all?.edit);
    await vscode.workspace.applyEdit(all.edit);
    assert.equal(document.getText(), '占15%～30%，截至2024年底，见“甲”“乙”。\n');
    await diagnostics(document, (left) => left.length === 0);
  });

  it('has the form of official papers where the profile says so', async () => {
    const { document } = await openDraft('根据国发[2025]3号，约30万人左右参加。\n');
    await diagnostics(document, (all) => all.some(isHedge) && !all.some(({ code }) => code === 'paper.number'));
    const back = await setting('check.profiles', ['official-paper']);
    try {
      await diagnostics(document, (all) => all.some(({ code }) => code === 'paper.number'));
    } finally {
      await back();
    }
  });

  it('cites the source of a quotation that has no note yet', async () => {
    const { document } = await openDraft('要认识到“创新是引领发展的第一动力，保护知识产权就是保护创新”。\n\n约30万人左右。\n');
    await diagnostics(document, (all) => all.some(isHedge));
    const cite = async () => (await vscode.commands.executeCommand<vscode.CodeAction[]>('vscode.executeCodeActionProvider', document.uri, rangeOf(document, '第一动力'))).find(({ title }) => title === 'Cite the source');
    const action = await cite();
    assert.ok(action?.edit);
    await vscode.workspace.applyEdit(action.edit);
    assert.match(document.getText(), /保护创新”\[\^1\]。\n\n约30万人左右。\n\n\[\^1\]: .+\n$/);
    const { version } = document;
    await until('the draft to be checked again', async () => (await vscode.commands.executeCommand<vscode.CodeAction[]>('vscode.executeCodeActionProvider', document.uri, rangeOf(document, '30万'))).length > 0 && document.version === version);
    assert.equal(await cite(), undefined);
  });
});

describe('an underline while one types', () => {
  const range = new vscode.Range(2, 4, 2, 8);
  const cases: readonly (readonly [name: string, change: readonly [number, number, number, number], text: string, expected: readonly [number, number, number, number] | null])[] = [
    ['moves with what is typed before it', [2, 0, 2, 0], '甲乙', [2, 6, 2, 10]],
    ['moves with what is typed directly before it', [2, 4, 2, 4], '甲', [2, 5, 2, 9]],
    ['moves with what is deleted before it', [2, 0, 2, 3], '', [2, 1, 2, 5]],
    ['moves down with a new line above', [0, 1, 0, 1], '\n\n', [4, 4, 4, 8]],
    ['moves to a new line that is opened before it', [2, 2, 2, 2], '甲\n乙丙', [3, 4, 3, 8]],
    ['moves up when lines above it are joined', [1, 3, 2, 0], '', [1, 7, 1, 11]],
    ['stays for what is typed directly behind it', [2, 8, 2, 8], '甲', [2, 4, 2, 8]],
    ['stays for what is typed below', [3, 0, 3, 5], '', [2, 4, 2, 8]],
    ['goes when its words are edited', [2, 5, 2, 6], '改', null],
    ['goes when something is typed inside it', [2, 6, 2, 6], '改', null],
    ['goes when its end is taken away', [2, 7, 2, 9], '', null],
    ['goes with the whole paragraph', [1, 0, 4, 0], '', null],
  ];
  for (const [name, [l1, c1, l2, c2], text, expected] of cases) {
    it(name, () => {
      const moved = movedRange(range, { range: new vscode.Range(l1, c1, l2, c2), rangeOffset: 0, rangeLength: 0, text });
      assert.deepEqual(moved && [moved.start.line, moved.start.character, moved.end.line, moved.end.character], expected ?? undefined);
    });
  }
});
