/** Saves something made of the library where the user says. */
import * as vscode from 'vscode';
import type { Parts } from './parts';

export async function saveFile({ editors, messages }: Parts, name: string, kind: string, text: string): Promise<void> {
  const draft = editors.current()?.document.uri;
  const folder = draft && draft.scheme !== 'untitled' ? vscode.Uri.joinPath(draft, '..') : vscode.workspace.workspaceFolders?.[0]?.uri;
  const safe = name.replace(/[\\/:*?"<>|\s]+/g, '-');
  const target = await vscode.window.showSaveDialog({
    ...(folder ? { defaultUri: vscode.Uri.joinPath(folder, safe) } : {}), filters: { [kind]: [kind.toLowerCase()] }, title: vscode.l10n.t('Save'),
  });
  if (!target) return;
  try {
    await vscode.workspace.fs.writeFile(target, new TextEncoder().encode(text));
  } catch (error) {
    return messages.answer(vscode.l10n.t('{0} could not be written: {1}', target.fsPath, error instanceof Error ? error.message : String(error)));
  }
  messages.answer(vscode.l10n.t('Saved: {0}', target.fsPath), { title: vscode.l10n.t('Open'), command: 'vscode.open', arguments: [target] });
}
