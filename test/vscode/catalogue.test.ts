/** What the Library view offers for one source, in a real extension host. */
import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as vscode from 'vscode';
import type { SourceSummary } from '../../src/core/features/types';
import { until } from '../until';
import { closeAll, openDraft, setting } from './support';

const summary = (file: string): SourceSummary => ({
  file, title: '港口论', authors: ['李文涛'], publication: null, date: '2021-05', kind: 'journal', rank: 2, speaker: null, occasion: null, languages: ['zh-Hans'], characters: 10, problems: [],
  counts: { passages: 0, quotes: 0, terms: 0, figures: 0, pictures: 0 },
});

describe('one source of the library', () => {
  let folder: string, restore: () => Promise<void>;
  before(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'yinju-vscode-'));
    writeFileSync(path.join(folder, 'ports.txt'), '港口论\n\n學(xué)習(xí)港口的經(jīng)驗，要從實際出發，不能照搬照抄，這是多年來的一條經驗。\n');
    restore = await setting('library.folders', [folder]);
    await openDraft('草稿');
    // The engine knows the file when it can be opened.
    await until('the source', async () => { await vscode.commands.executeCommand('yinju.openOriginal', { source: summary('ports.txt') }); return vscode.window.activeTextEditor?.document.uri.fsPath.endsWith('ports.txt') ? true : undefined; });
  });
  after(async () => { await closeAll(); await restore(); rmSync(folder, { recursive: true, force: true }); });

  it('gets a row in a new catalogue, and the same row the next time', async () => {
    const catalogue = path.join(folder, 'catalogue.json');
    await vscode.commands.executeCommand('yinju.editCatalogue', { source: summary('ports.txt') });
    const row = { file: 'ports.txt', title: '港口论', authors: ['李文涛'], publication: null, date: '2021-05', kind: 'journal', rank: 2 };
    assert.deepEqual(JSON.parse(readFileSync(catalogue, 'utf8')), { sources: [row] });
    const editor = vscode.window.activeTextEditor;
    assert.equal(editor?.document.uri.fsPath, catalogue);
    assert.match(editor?.document.lineAt(editor.selection.start.line).text ?? '', /\{/);
    const before = readFileSync(catalogue, 'utf8');
    await vscode.commands.executeCommand('yinju.editCatalogue', { source: summary('ports.txt') });
    assert.equal(readFileSync(catalogue, 'utf8'), before);
    assert.deepEqual(readFileSync(path.join(folder, 'ports.txt'), 'utf8').slice(0, 3), '港口论', 'the document is never touched');
  });

  it('shows what was taken out of it', async () => {
    await vscode.commands.executeCommand('yinju.showRemoved', { source: summary('ports.txt') });
    const editor = await until('the readable source', () => vscode.window.visibleTextEditors.find(({ document }) => document.uri.scheme === 'yinju-source'));
    const text = editor.document.getText();
    assert.match(text, /⟦\(xué\)⟧/);
    assert.match(editor.document.lineAt(editor.selection.active.line).text, /^## /);
  });

  it('is not written to where it comes with the product', async () => {
    const seeds = path.join(vscode.extensions.getExtension('yinju.yinju')?.extensionPath ?? '', 'seeds');
    const before = readFileSync(path.join(seeds, 'catalogue.json'), 'utf8');
    void vscode.commands.executeCommand('yinju.editCatalogue', { source: summary('000_642279e169d22e88.txt') });
    await vscode.commands.executeCommand('yinju.editCatalogue', { source: summary('ports.txt') });
    assert.equal(readFileSync(path.join(seeds, 'catalogue.json'), 'utf8'), before);
    assert.ok(existsSync(path.join(folder, 'catalogue.json')));
  });
});
