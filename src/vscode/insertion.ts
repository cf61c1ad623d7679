/** Puts words of the library into a draft, in one edit: one undo takes them back, with their footnote. */
import * as vscode from 'vscode';
import type { Insertion } from '../core/features/types';
import { insertOptions } from './configuration';
import { disposer } from './disposer';
import { draftLanguage } from './drafts';
import type { Engine } from './engine';

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

/** Asks for the text of an item in the style of the settings and puts it in the place of the selections. */
export async function insertItem(engine: Engine, editor: vscode.TextEditor, item: string): Promise<boolean> {
  const language = draftLanguage(editor.document);
  if (!language) return false;
  const insertion = await engine.ask('insertion', [item, insertOptions(editor.document, language)]);
  return insertion ? insert(editor, insertion) : false;
}

/** Replaces the selections with a text, and adds an appendix at the end of the draft. */
export async function insert(editor: vscode.TextEditor, { text, appendix }: Insertion): Promise<boolean> {
  const { document, selections } = editor;
  return editor.edit((builder) => {
    for (const selection of selections) builder.replace(selection, text);
    if (appendix) builder.insert(document.lineAt(document.lineCount - 1).range.end, appendix);
  }, { undoStopBefore: true, undoStopAfter: true });
}
