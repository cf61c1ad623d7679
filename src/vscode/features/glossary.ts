/** The office's glossary from the editor: add a selection as a term, correct or reject one. Writes the glossary file of a library folder. */
import * as vscode from 'vscode';
import { GLOSSARY_FILES, type OfficeTerm } from '../../core/library/glossaryFile';
import { readSettings, resolveFolder } from '../configuration';
import { command } from '../guard';
import type { Parts } from '../parts';
import type { ContentNode } from './contents';

/** Longest selection that is taken for a term. */
const LONGEST_TERM = 80;

export function registerGlossary(parts: Parts): vscode.Disposable {
  const { log, editors, engine } = parts;

  /** The term that is meant: named by a link, a row of the view, or the selection. */
  async function termOf(from: unknown): Promise<string | undefined> {
    if (typeof from === 'string') return from;
    const node = from as Partial<ContentNode> | undefined;
    if (node?.type === 'item' && 'item' in node) return node.item?.label;
    const editor = editors.current();
    const selected = editor?.document.getText(editor.selection).trim() ?? '';
    if (selected !== '' && selected.length <= LONGEST_TERM && !selected.includes('\n')) return selected;
    return (await vscode.window.showInputBox({ title: vscode.l10n.t('Add to the Glossary'), prompt: vscode.l10n.t('The term'), value: '' }))?.trim();
  }

  async function describe(from: unknown): Promise<void> {
    const term = await termOf(from);
    const file = term ? await glossaryFile() : undefined;
    if (!term) return;
    if (!file) return noFolder(parts);
    const known = await engine.ask('glossaryRow', [file.name, file.text, term]);
    const title = vscode.l10n.t('Glossary: {0}', term);
    const definition = await vscode.window.showInputBox({ title, prompt: vscode.l10n.t('The office\'s own definition; may stay empty'), value: known?.definition ?? '' });
    if (definition === undefined) return;
    const variants = await vscode.window.showInputBox({ title, prompt: vscode.l10n.t('Other forms, divided by a semicolon; may stay empty'), value: known?.variants.join('；') ?? '' });
    if (variants === undefined) return;
    await write(parts, file, {
      term: known?.term ?? term, reject: false, kind: known?.kind ?? null, definition: definition.trim() || null,
      variants: variants.split(/[;；]/u).map((form) => form.trim()).filter(Boolean),
    }, vscode.l10n.t('“{0}” stands in the glossary.', term));
  }

  return vscode.Disposable.from(
    command(log, 'yinju.addTerm', describe),
    command(log, 'yinju.rejectTerm', async (from: unknown) => {
      const term = await termOf(from);
      const file = term ? await glossaryFile() : undefined;
      if (!term) return;
      if (!file) return noFolder(parts);
      await write(parts, file, { term, variants: [], kind: null, definition: null, reject: true }, vscode.l10n.t('“{0}” is no term any more.', term));
    }),
  );
}

const noFolder = ({ messages }: Parts) =>
  messages.answer(vscode.l10n.t('The glossary stands in a library folder of your own. Add one first.'), { title: vscode.l10n.t('Add a Library Folder'), command: 'yinju.addFolder' });

interface GlossaryFile {
  readonly uri: vscode.Uri;
  readonly name: string;
  readonly text: string;
}

/** The glossary file of the library: the one that is there, else a new one in the first folder of the settings. */
async function glossaryFile(): Promise<GlossaryFile | undefined> {
  const folders = readSettings().libraryFolders.map((folder) => vscode.Uri.file(resolveFolder(folder)));
  for (const folder of folders) {
    for (const name of GLOSSARY_FILES) {
      const uri = vscode.Uri.joinPath(folder, name);
      const text = openDocument(uri)?.getText() ?? await vscode.workspace.fs.readFile(uri).then((bytes) => new TextDecoder().decode(bytes), () => undefined);
      if (text !== undefined) return { uri, name, text };
    }
  }
  const [first] = folders, [name] = GLOSSARY_FILES;
  return first && name !== undefined ? { uri: vscode.Uri.joinPath(first, name), name, text: '' } : undefined;
}

const openDocument = (uri: vscode.Uri) => vscode.workspace.textDocuments.find((document) => document.uri.toString() === uri.toString());

async function write({ engine, messages }: Parts, { uri, name, text }: GlossaryFile, row: OfficeTerm, done: string): Promise<void> {
  const edited = await engine.ask('editGlossary', [name, text, row]);
  if (!edited) return;
  const show = { title: vscode.l10n.t('Open'), command: 'vscode.open', arguments: [uri] };
  if ('problem' in edited) return messages.answer(vscode.l10n.t('The glossary {0} was not changed: {1}', uri.fsPath, edited.problem), show);
  const open = openDocument(uri);
  if (open) {
    const edit = new vscode.WorkspaceEdit();
    edit.replace(uri, new vscode.Range(0, 0, open.lineCount, 0), edited.text);
    await vscode.workspace.applyEdit(edit);
    await open.save();
  } else await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(edited.text));
  messages.answer(done, show);
}
