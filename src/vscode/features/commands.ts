/** Commands of the window as a whole. */
import * as vscode from 'vscode';
import { command } from '../guard';
import type { Parts } from '../parts';

export function registerCommands({ log }: Parts): vscode.Disposable {
  return vscode.Disposable.from(
    command(log, 'yinju.showLog', () => log.show()),
    command(log, 'yinju.openWalkthrough', () => vscode.commands.executeCommand('workbench.action.openWalkthrough', 'yinju.yinju#start', false)),
  );
}
