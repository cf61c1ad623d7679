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

/** Asks for the text of an item in the style of the settings, fitted to where the cursor is, and puts it there. */
export async function insertItem(engine: Engine, editor: vscode.TextEditor, item: string): Promise<boolean> {
  const { document, selection } = editor;
  const language = draftLanguage(document);
  if (!language) return false;
  const place = { text: document.getText(), start: document.offsetAt(selection.start), end: document.offsetAt(selection.end) };
  const insertion = await engine.ask('insertion', [item, { ...insertOptions(document, language), place }]);
  return insertion ? insert(editor, insertion) : false;
}

/** Replaces the selection with a text, and adds an appendix at the end of the draft. The cursor ends behind the text. */
export async function insert(editor: vscode.TextEditor, { text, appendix }: Insertion): Promise<boolean> {
  const { document, selection } = editor;
  const end = document.lineAt(document.lineCount - 1).range.end;
  const atEnd = selection.end.isEqual(end);
  const from = document.offsetAt(selection.start);
  const done = await editor.edit((builder) => {
    // Two edits that touch would be put in no certain order.
    builder.replace(selection, atEnd ? text + appendix : text);
    if (appendix && !atEnd) builder.insert(end, appendix);
  }, { undoStopBefore: true, undoStopAfter: true });
  // Line ends of the draft may be two characters: the text's own are counted as the draft writes them.
  const written = document.eol === vscode.EndOfLine.CRLF ? text.replace(/\r?\n/g, '\r\n') : text;
  const behind = document.positionAt(from + written.length);
  if (done) editor.selection = new vscode.Selection(behind, behind);
  return done;
}
