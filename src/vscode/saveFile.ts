/** Saves something made of the library where the user says. */
import * as vscode from 'vscode';
import type { Parts } from './parts';

/** The folder of the draft, else of the workspace. */
function folderOf({ editors }: Parts): vscode.Uri | undefined {
  const draft = editors.current()?.document.uri;
  return draft && draft.scheme !== 'untitled' ? vscode.Uri.joinPath(draft, '..') : vscode.workspace.workspaceFolders?.[0]?.uri;
}

const safe = (name: string): string => name.replace(/[\\/:*?"<>|\s]+/g, '-');

export async function saveFile(parts: Parts, name: string, kind: string, text: string): Promise<void> {
  const { messages } = parts;
  const folder = folderOf(parts);
  const target = await vscode.window.showSaveDialog({
    ...(folder ? { defaultUri: vscode.Uri.joinPath(folder, safe(name)) } : {}), filters: { [kind]: [kind.toLowerCase()] }, title: vscode.l10n.t('Save'),
  });
  if (!target) return;
  if (await written(parts, target, new TextEncoder().encode(text))) {
    messages.answer(vscode.l10n.t('Saved: {0}', target.fsPath), { title: vscode.l10n.t('Open'), command: 'vscode.open', arguments: [target] });
  }
}

/** Saves bytes beside the draft under a name of the user's choice that no file has yet; undefined where it was not saved. `extension` has its dot. */
export async function saveAnew(parts: Parts, name: string, extension: string, bytes: Uint8Array, title: string): Promise<vscode.Uri | undefined> {
  const folder = folderOf(parts), stem = [...safe(name)].slice(0, 60).join('') || 'picture';
  let free = folder && vscode.Uri.joinPath(folder, `${stem}${extension}`);
  for (let i = 2; folder && free && await exists(free); i++) free = vscode.Uri.joinPath(folder, `${stem}-${i}${extension}`);
  const target = await vscode.window.showSaveDialog({ ...(free ? { defaultUri: free } : {}), filters: { [extension.slice(1).toUpperCase()]: [extension.slice(1)] }, title });
  if (!target) return undefined;
  if (await exists(target)) {
    parts.messages.answer(vscode.l10n.t('{0} exists already and is not overwritten. Choose another name.', target.fsPath));
    return undefined;
  }
  return await written(parts, target, bytes) ? target : undefined;
}

async function exists(uri: vscode.Uri): Promise<boolean> {
  try {
    await vscode.workspace.fs.stat(uri);
    return true;
  } catch {
    return false;
  }
}

async function written({ messages }: Parts, target: vscode.Uri, bytes: Uint8Array): Promise<boolean> {
  try {
    await vscode.workspace.fs.writeFile(target, bytes);
    return true;
  } catch (error) {
    messages.answer(vscode.l10n.t('{0} could not be written: {1}', target.fsPath, error instanceof Error ? error.message : String(error)));
    return false;
  }
}
