/** Where findings stand after an edit, until the next answer comes. */
import * as vscode from 'vscode';

/** The range after a change of the document; undefined where the change touches its words: nobody knows yet whether it still holds. */
export function movedRange(range: vscode.Range, change: vscode.TextDocumentContentChangeEvent): vscode.Range | undefined {
  const { start, end } = change.range;
  if (start.isAfterOrEqual(range.end)) return range;
  // What is typed directly before the words moves them; what is typed inside them, or takes some of them away, ends them.
  if (end.isAfter(range.start)) return undefined;
  const lines = change.text.split(/\r\n|\r|\n/);
  const added = lines.length - 1 - (end.line - start.line);
  const moved = (position: vscode.Position): vscode.Position => {
    if (position.line !== end.line) return position.translate(added);
    const last = (lines.at(-1) ?? '').length;
    return new vscode.Position(position.line + added, position.character - end.character + last + (lines.length === 1 ? start.character : 0));
  };
  return new vscode.Range(moved(range.start), moved(range.end));
}

/** Diagnostics after all changes of one event (which VS Code gives from the end of the document to its beginning); whether any differs. */
export function movedDiagnostics(diagnostics: readonly vscode.Diagnostic[], changes: readonly vscode.TextDocumentContentChangeEvent[]): { readonly kept: vscode.Diagnostic[]; readonly changed: boolean } {
  let changed = false;
  const ordered = [...changes].sort((a, b) => b.range.start.compareTo(a.range.start));
  const kept = diagnostics.flatMap((diagnostic) => {
    let range: vscode.Range | undefined = diagnostic.range;
    for (const change of ordered) range = range && movedRange(range, change);
    if (range === diagnostic.range) return [diagnostic];
    changed = true;
    if (!range) return [];
    const { message, severity, ...more } = diagnostic;
    return [Object.assign(new vscode.Diagnostic(range, message, severity), more, { range })];
  });
  return { kept, changed };
}
