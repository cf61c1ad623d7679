/** Drafts for the tests in the extension host. */
import * as vscode from 'vscode';
import { until } from '../until';

/** A draft with the cursor where `|` stands, shown in the editor. */
export async function openDraft(content: string, language = 'markdown'): Promise<vscode.TextEditor> {
  const at = content.indexOf('|');
  const text = at < 0 ? content : content.slice(0, at) + content.slice(at + 1);
  const document = await vscode.workspace.openTextDocument({ language, content: text });
  const editor = await vscode.window.showTextDocument(document);
  // VS Code gives an untitled draft the name of one that has just been closed, and now and then its text as well.
  if (document.getText() !== text) {
    await editor.edit((builder) => builder.replace(new vscode.Range(0, 0, document.lineCount, 0), text));
  }
  const position = document.positionAt(Math.max(at, 0));
  editor.selection = new vscode.Selection(position, position);
  return editor;
}

export async function closeAll(): Promise<void> {
  while (vscode.window.activeTextEditor) await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  // An untitled draft's name is given to the next one: the old one must be gone by then.
  await until('all drafts to be closed', () => vscode.workspace.textDocuments.every(({ uri }) => uri.scheme !== 'untitled'));
}

export const ourDiagnostics = (document: vscode.TextDocument) => vscode.languages.getDiagnostics(document.uri).filter(({ source }) => source === '引据');

/** Waits until the findings of a draft are as wanted, and gives them. */
export function diagnostics(document: vscode.TextDocument, wanted: (all: vscode.Diagnostic[]) => boolean): Promise<vscode.Diagnostic[]> {
  return until(`findings in ${document.uri.toString()}`, () => {
    const all = ourDiagnostics(document);
    return wanted(all) ? all : undefined;
  });
}

/** The first place of a text in a document. */
export function rangeOf(document: vscode.TextDocument, text: string): vscode.Range {
  const at = document.getText().indexOf(text);
  if (at < 0) throw new Error(`“${text}” is not in the document`);
  return new vscode.Range(document.positionAt(at), document.positionAt(at + text.length));
}

/** What a hover at the middle of a text says, as Markdown. */
export async function hoverAt(document: vscode.TextDocument, text: string): Promise<vscode.MarkdownString[]> {
  const { start } = rangeOf(document, text);
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', document.uri, start.translate(0, Math.floor(text.length / 2)));
  return hovers.flatMap(({ contents }) => contents).filter((content) => content instanceof vscode.MarkdownString);
}

/** Changes a setting for the test; the returned function takes the change back. */
export async function setting(name: string, value: unknown): Promise<() => Promise<void>> {
  const change = async (to: unknown) => vscode.workspace.getConfiguration('yinju').update(name, to, vscode.ConfigurationTarget.Global);
  await change(value);
  return () => change(undefined);
}
