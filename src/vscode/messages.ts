/** Messages to the user: only what they can act on, each once a session. */
import * as vscode from 'vscode';

export interface Action {
  readonly title: string;
  /** A command with its arguments. */
  readonly command: string;
  readonly arguments?: readonly unknown[];
}

export interface Messages {
  /** Warns once for a key; further calls with the same key only go to the log. */
  once(key: string, text: string, ...actions: readonly Action[]): void;
  /** Answers something the user has just done; shown every time. */
  answer(text: string, ...actions: readonly Action[]): void;
}

export function createMessages(log: vscode.LogOutputChannel): Messages {
  const said = new Set<string>();
  async function show(text: string, actions: readonly Action[], warn: boolean): Promise<void> {
    const titles = actions.map(({ title }) => title);
    const chosen = await (warn ? vscode.window.showWarningMessage(text, ...titles) : vscode.window.showInformationMessage(text, ...titles));
    const action = actions.find(({ title }) => title === chosen);
    if (action) await vscode.commands.executeCommand(action.command, ...(action.arguments ?? []));
  }
  return {
    once(key, text, ...actions) {
      log.warn(text);
      if (said.has(key)) return;
      said.add(key);
      void show(text, actions, true);
    },
    answer(text, ...actions) {
      void show(text, actions, false);
    },
  };
}

export const showLogAction = (): Action => ({ title: vscode.l10n.t('Show Log'), command: 'yinju.showLog' });
export const settingsAction = (name: string): Action => ({ title: vscode.l10n.t('Open Settings'), command: 'workbench.action.openSettings', arguments: [name] });
