/** What the Library view offers for one source: its facts in the catalogue, its own file, what was taken out of it. */
import { promises as fs } from 'node:fs';
import * as path from 'node:path';
import * as vscode from 'vscode';
import { catalogueRow } from '../../core/features/catalogueRow';
import { removedHeading } from '../../core/features/removedSection';
import type { SourceSummary } from '../../core/features/types';
import { readSettings, resolveFolder } from '../configuration';
import { locale } from '../drafts';
import { command } from '../guard';
import type { Parts } from '../parts';

const CATALOGUE = 'catalogue.json';
/** Files that the editor shows as they are; others are handed to their own program. */
const TEXT = /\.(?:txt|text|md|markdown|html?|xhtml|shtml|tex|csv|tsv)$/iu;

/** Sources that are shown to pick from. */
const MOST_PICKED = 100;

/** A row of the Library view, or nothing where the command comes from the palette. */
interface Chosen { readonly source: SourceSummary; readonly problem?: SourceSummary['problems'][number] }

export function registerSourceFiles(parts: Parts): vscode.Disposable {
  const { log, engine, sources, messages, extensionUri } = parts;

  /** The source that is meant: that of the row, else one that the user picks. */
  async function chosen(row: Chosen | undefined): Promise<Chosen | undefined> {
    if (row?.source) return row;
    return picked();
  }

  /** Lets the user pick a source; rows come from the engine as one types, so a large library is not listed as a whole. */
  function picked(): Promise<Chosen | undefined> {
    const pick = vscode.window.createQuickPick<vscode.QuickPickItem & Chosen>();
    const list = async (): Promise<void> => {
      pick.busy = true;
      const found = await engine.ask('sourceList', [{ filter: pick.value, locale: locale(), from: 0, count: MOST_PICKED }], { key: 'pick source' });
      if (!found) return;
      // The engine has filtered already, in more than the row shows.
      pick.items = found.rows.flatMap((row) => ('source' in row ? [{ label: row.source.title ?? row.source.file, description: row.source.title === null ? '' : row.source.file, alwaysShow: true, source: row.source }] : []));
      pick.busy = false;
    };
    const listed = (): void => { list().catch((error: unknown) => { log.error('sources:', String(error)); }); };
    return new Promise((resolve) => {
      pick.onDidChangeValue(listed);
      pick.onDidAccept(() => { resolve(pick.selectedItems[0]); pick.hide(); });
      pick.onDidHide(() => { resolve(undefined); pick.dispose(); });
      pick.show();
      listed();
    });
  }

  const pathOf = ({ file }: SourceSummary): Promise<string | null | undefined> => engine.ask('sourcePath', [file]);
  const isIn = (folder: string, file: string): boolean => !path.relative(folder, file).startsWith('..') && !path.isAbsolute(path.relative(folder, file));

  async function editCatalogue(row?: Chosen): Promise<void> {
    const one = await chosen(row), file = one && await pathOf(one.source);
    if (!one || !file) return;
    if (isIn(vscode.Uri.joinPath(extensionUri, 'seeds').fsPath, file)) return messages.answer(vscode.l10n.t('The documents that come with Yinju cannot be edited. Put a copy into a folder of your own.'));
    const root = readSettings().libraryFolders.map(resolveFolder).filter((folder) => isIn(folder, file)).sort((a, b) => b.length - a.length)[0] ?? path.dirname(file);
    const catalogue = await nearest(root, file);
    const name = path.relative(path.dirname(catalogue), file).split(path.sep).join('/');
    const open = vscode.workspace.textDocuments.find((document) => document.uri.fsPath === catalogue);
    const before = open?.getText() ?? await fs.readFile(catalogue, 'utf8').then((text) => text.replace(/^\ufeff/u, ''), () => null);
    const made = catalogueRow(before, name, one.source);
    if (!made) {
      await vscode.window.showTextDocument(vscode.Uri.file(catalogue));
      return messages.answer(vscode.l10n.t('The catalogue cannot be read as JSON. Mend it first: {0}', catalogue));
    }
    if (made.text !== before) {
      // Unsaved changes of the user are not overtaken: then the row is one more of them.
      if (open?.isDirty) {
        const edit = new vscode.WorkspaceEdit();
        edit.replace(open.uri, new vscode.Range(0, 0, open.lineCount, 0), made.text);
        await vscode.workspace.applyEdit(edit);
      } else await writeWhole(catalogue, made.text);
    }
    const document = await vscode.workspace.openTextDocument(vscode.Uri.file(catalogue));
    const at = document.getText().indexOf(made.text.slice(made.start, made.end).replace(/\r\n/gu, document.eol === vscode.EndOfLine.CRLF ? '\r\n' : '\n'));
    const place = new vscode.Range(document.positionAt(Math.max(0, at)), document.positionAt(Math.max(0, at) + made.end - made.start));
    const editor = await vscode.window.showTextDocument(document, { selection: new vscode.Range(place.start, place.start) });
    editor.revealRange(place, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
  }

  async function openOriginal(row?: Chosen): Promise<void> {
    const one = await chosen(row), file = one && await pathOf(one.source);
    if (!one || !file) return;
    const uri = vscode.Uri.file(file);
    if (!TEXT.test(file)) { await vscode.env.openExternal(uri); return; }
    const document = await vscode.workspace.openTextDocument(uri);
    const { start, end } = { start: one.problem?.start ?? 0, end: one.problem?.end ?? one.problem?.start ?? 0 };
    await vscode.window.showTextDocument(document, { preview: true, selection: new vscode.Range(document.positionAt(start), document.positionAt(end)) });
  }

  async function showRemoved(row?: Chosen): Promise<void> {
    const one = await chosen(row);
    if (!one) return;
    await sources.open({ file: one.source.file, start: 0, end: 0 }, one.source.title);
    const editor = vscode.window.activeTextEditor;
    if (!editor) return;
    const at = editor.document.getText().lastIndexOf(`\n## ${removedHeading(locale())}\n`);
    if (at < 0) return messages.answer(vscode.l10n.t('Nothing was taken out of this source.'));
    const place = editor.document.positionAt(at + 1);
    editor.selection = new vscode.Selection(place, place);
    editor.revealRange(new vscode.Range(place, place), vscode.TextEditorRevealType.AtTop);
  }

  return vscode.Disposable.from(
    command(log, 'yinju.editCatalogue', editCatalogue),
    command(log, 'yinju.openOriginal', openOriginal),
    command(log, 'yinju.showRemoved', showRemoved),
  );
}

/** The catalogue that is nearest to a file on the way up to its library folder; where there is none yet, the one of that folder. */
async function nearest(root: string, file: string): Promise<string> {
  for (let folder = path.dirname(file); ; folder = path.dirname(folder)) {
    const catalogue = path.join(folder, CATALOGUE);
    if (await fs.access(catalogue).then(() => true, () => false)) return catalogue;
    if (path.relative(root, folder) === '' || path.dirname(folder) === folder || path.relative(root, folder).startsWith('..')) return path.join(root, CATALOGUE);
  }
}

/** Writes a file so that at any moment the old or the new one is there. */
async function writeWhole(file: string, text: string): Promise<void> {
  const beside = `${file}.${process.pid}.tmp`;
  try {
    await fs.writeFile(beside, text);
    await fs.rename(beside, file);
  } catch (error) {
    await fs.rm(beside, { force: true });
    throw error;
  }
}
