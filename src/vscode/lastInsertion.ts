/** What has just been inserted, as long as nothing else has happened: it can be put in again another way, by one key. */
import * as vscode from 'vscode';
import type { Insertion } from '../core/features/types';
import { disposer } from './disposer';

export interface Inserted {
  readonly item: string;
  readonly style: string;
  /** The draft as it was, and the span whose place the words have taken: offsets in it. */
  readonly before: string;
  readonly start: number;
  readonly end: number;
  readonly shown: Insertion;
}

export interface LastInsertion extends vscode.Disposable {
  /** To be called when the words stand in the draft and the cursor behind them. */
  remember(editor: vscode.TextEditor, inserted: Inserted): void;
  /**
   * Puts it in another way: one change after the other, and the keys that ask for one keep their meaning meanwhile, though the
   * draft is not as it was left.
   */
  change(how: () => Promise<void>): Promise<void>;
  /** What was inserted last, if the draft and the cursor are as it has left them. */
  of(editor: vscode.TextEditor | undefined): Inserted | undefined;
}

const CONTEXT = 'yinju.justInserted';

export function trackLastInsertion(): LastInsertion {
  let last: { readonly inserted: Inserted; readonly document: vscode.TextDocument; readonly version: number; readonly cursor: vscode.Position } | undefined;
  let changes = 0, turn = Promise.resolve();
  const set = (value: typeof last) => {
    if ((last === undefined) !== (value === undefined)) void vscode.commands.executeCommand('setContext', CONTEXT, value !== undefined);
    last = value;
  };
  const holds = (editor: vscode.TextEditor | undefined) =>
    last !== undefined && editor?.document === last.document && last.document.version === last.version && editor.selection.isEmpty && editor.selection.active.isEqual(last.cursor);
  const look = (editor: vscode.TextEditor | undefined) => { if (last && changes === 0 && !holds(editor)) set(undefined); };
  return {
    remember: (editor, inserted) => set({ inserted, document: editor.document, version: editor.document.version, cursor: editor.selection.active }),
    change(how) {
      changes++;
      const done = turn.then(how);
      turn = done.catch(() => undefined).then(() => { changes--; look(vscode.window.activeTextEditor); });
      return done;
    },
    of: (editor) => (holds(editor) ? last?.inserted : undefined),
    dispose: disposer(
      vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => look(textEditor)),
      vscode.window.onDidChangeActiveTextEditor(look),
      vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => { if (document === last?.document && changes === 0 && contentChanges.length > 0 && document.version !== last.version) set(undefined); }),
    ),
  };
}
