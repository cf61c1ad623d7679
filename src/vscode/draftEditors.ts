/** Which editor is being written in. */
import * as vscode from 'vscode';
import { disposer } from './disposer';
import { draftLanguage } from './drafts';

/** The editor that is being written in: the active one, or the draft that was active last and is still on the screen. */
export interface DraftEditors extends vscode.Disposable {
  current(): vscode.TextEditor | undefined;
  /** Another draft, or none, has become the current one. */
  readonly onDidChange: vscode.Event<vscode.TextEditor | undefined>;
}

export function trackDraftEditors(): DraftEditors {
  let last = isDraftEditor(vscode.window.activeTextEditor) ? vscode.window.activeTextEditor : undefined;
  const changed = new vscode.EventEmitter<vscode.TextEditor | undefined>();
  const current = () => {
    const editors = vscode.window.visibleTextEditors;
    return editors.find((editor) => editor === last) ?? editors.find(({ document }) => document === last?.document);
  };
  return {
    current,
    onDidChange: changed.event,
    dispose: disposer(
      changed,
      vscode.window.onDidChangeActiveTextEditor((editor) => {
        if (isDraftEditor(editor)) last = editor;
        changed.fire(current());
      }),
      vscode.workspace.onDidOpenTextDocument((document) => {
        // The language of the shown document was changed: it may have become a draft, or ceased to be one.
        if (document !== vscode.window.activeTextEditor?.document) return;
        last = isDraftEditor(vscode.window.activeTextEditor) ? vscode.window.activeTextEditor : undefined;
        changed.fire(current());
      }),
    ),
  };
}

function isDraftEditor(editor: vscode.TextEditor | undefined): editor is vscode.TextEditor {
  return editor !== undefined && draftLanguage(editor.document) !== undefined;
}
