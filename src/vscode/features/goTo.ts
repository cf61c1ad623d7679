/** To the next and to the previous finding of this draft, past the problems of other extensions. */
import * as vscode from 'vscode';
import { DIAGNOSTIC_SOURCE } from '../checker';
import { command } from '../guard';
import type { Parts } from '../parts';

export function registerGoTo({ log, messages }: Parts): vscode.Disposable {
  async function go(step: 1 | -1): Promise<void> {
    const editor = vscode.window.activeTextEditor;
    if (!editor) return;
    const ranges = vscode.languages.getDiagnostics(editor.document.uri).filter(({ source }) => source === DIAGNOSTIC_SOURCE)
      .map(({ range }) => range).sort((a, b) => a.start.compareTo(b.start) || a.end.compareTo(b.end));
    const here = editor.selection;
    // Round and round: behind the last comes the first.
    const next = step > 0 ? ranges.find(({ start }) => start.isAfter(here.start)) ?? ranges[0] : ranges.findLast(({ start }) => start.isBefore(here.start)) ?? ranges.at(-1);
    if (!next) return messages.answer(vscode.l10n.t('There is no finding in this draft.'));
    editor.selection = new vscode.Selection(next.start, next.end);
    editor.revealRange(next, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
    await vscode.commands.executeCommand('editor.action.showHover');
  }
  return vscode.Disposable.from(command(log, 'yinju.nextFinding', () => go(1)), command(log, 'yinju.previousFinding', () => go(-1)));
}
