/** Who accepts a finding: the setting, what Git knows, or whoever says so when asked. */
import * as vscode from 'vscode';
import { readSettings } from './configuration';

interface GitApi {
  readonly repositories: readonly { getConfig(key: string): Promise<string> }[];
}

/** Undefined where the writer does not say. A name that was asked for is kept in the settings. */
export async function authorOf(document: vscode.TextDocument): Promise<string | undefined> {
  const set = readSettings(document.uri).author.trim();
  if (set !== '') return set;
  const known = await fromGit();
  if (known) return known;
  const asked = (await vscode.window.showInputBox({ title: vscode.l10n.t('Your name'), prompt: vscode.l10n.t('It stands beside the exceptions that you accept.'), ignoreFocusOut: true }))?.trim();
  if (!asked) return undefined;
  await vscode.workspace.getConfiguration('yinju').update('author', asked, vscode.ConfigurationTarget.Global);
  return asked;
}

async function fromGit(): Promise<string | undefined> {
  try {
    const git = vscode.extensions.getExtension<{ getAPI(version: 1): GitApi }>('vscode.git');
    // Not started for this: without Git in use nobody has a name there.
    const [repository] = git?.isActive ? git.exports.getAPI(1).repositories : [];
    return (await repository?.getConfig('user.name'))?.trim() || undefined;
  } catch {
    return undefined;
  }
}
