/** Puts words of the library into a draft, in one edit: one undo takes them back, with their footnote. */
import { isDeepStrictEqual } from 'node:util';
import * as vscode from 'vscode';
import type { Insertion } from '../core/features/types';
import { unknownPlaceholders } from '../core/features/template';
import { insertOptions, readSettings, stylesOf } from './configuration';
import { draftLanguage, rangeOf } from './drafts';
import { settingsAction, type Messages } from './messages';
import type { Parts } from './parts';
import { styleName } from './words';

/** Asks for the text of an item in the style of the settings, fitted to where the cursor is, and puts it there. */
export async function insertItem({ engine, inserted, messages }: Parts, editor: vscode.TextEditor, item: string): Promise<boolean> {
  const { document, selection } = editor;
  const language = draftLanguage(document);
  if (!language) return false;
  const { version } = document;
  const place = { text: document.getText(), start: document.offsetAt(selection.start), end: document.offsetAt(selection.end) };
  const options = insertOptions(document, language);
  if (options.template !== undefined) warnOfUnknown(messages, options.template);
  const insertion = await engine.ask('insertion', [item, { ...options, place }]);
  if (!insertion || document.version !== version || !(await insert(editor, insertion))) return false;
  inserted.remember(editor, { item, style: options.style, before: place.text, start: place.start, end: place.end, shown: insertion });
  return true;
}

/** A place that a template names and that does not exist stays in the text as it is written: its writer is told. */
function warnOfUnknown(messages: Messages, template: string): void {
  const [unknown] = unknownPlaceholders(template);
  if (unknown !== undefined) messages.once(`template ${unknown}`, vscode.l10n.t('The style has an unknown place {0}.', `{${unknown}}`), settingsAction('yinju.insert.styles'));
}

/**
 * Puts what has just been inserted in again in the next style (or the one before) that looks different here: the insertion is
 * undone first, so that one undo still takes all of it back.
 */
export function insertAnotherWay(parts: Parts, by: 1 | -1): Promise<void> {
  return parts.inserted.change(() => changed(parts, by));
}

async function changed({ engine, inserted }: Parts, by: 1 | -1): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  const last = inserted.of(editor);
  const language = editor && draftLanguage(editor.document);
  if (!editor || !last || !language) return;
  const { document } = editor;
  const styles = stylesOf(readSettings(document.uri));
  const at = Math.max(0, styles.indexOf(last.style));
  for (let step = 1; step < styles.length; step++) {
    const style = styles[(at + by * step + styles.length * step) % styles.length] as string;
    const place = { text: last.before, start: last.start, end: last.end };
    const insertion = await engine.ask('insertion', [last.item, { ...insertOptions(document, language, style), place }]);
    if (!insertion || inserted.of(editor) !== last) return;
    if (isDeepStrictEqual(insertion, last.shown)) continue;
    await vscode.commands.executeCommand('undo');
    if (document.getText() !== last.before) {
      await vscode.commands.executeCommand('redo');
      return;
    }
    editor.selection = new vscode.Selection(document.positionAt(last.start), document.positionAt(last.end));
    if (!(await insert(editor, insertion))) return;
    inserted.remember(editor, { ...last, style, shown: insertion });
    vscode.window.setStatusBarMessage(vscode.l10n.t('{0} · Tab: another way', styleName(style)), 5000);
    return;
  }
}

/** Replaces the selection with a text, adds an appendix at the end of the draft, and changes what has to change elsewhere. The cursor ends behind the text. */
export async function insert(editor: vscode.TextEditor, { text, appendix, edits = [] }: Omit<Insertion, 'edits'> & Partial<Insertion>): Promise<boolean> {
  const { document, selection } = editor;
  const end = document.lineAt(document.lineCount - 1).range.end;
  const atEnd = selection.end.isEqual(end);
  const from = document.offsetAt(selection.start);
  const others = edits.map((edit) => ({ ...edit, range: rangeOf(document, edit) }));
  const done = await editor.edit((builder) => {
    // Two edits that touch would be put in no certain order.
    builder.replace(selection, atEnd ? text + appendix : text);
    if (appendix && !atEnd) builder.insert(end, appendix);
    for (const { range, newText } of others) builder.replace(range, newText);
  }, { undoStopBefore: true, undoStopAfter: true });
  if (!done) return false;
  // Line ends of the draft may be two characters: the text's own are counted as the draft writes them.
  const written = document.eol === vscode.EndOfLine.CRLF ? text.replace(/\r?\n/g, '\r\n') : text;
  const before = edits.reduce((sum, edit) => (edit.end <= from ? sum + edit.newText.length - (edit.end - edit.start) : sum), 0);
  const behind = document.positionAt(from + before + written.length);
  editor.selection = new vscode.Selection(behind, behind);
  return true;
}
