/** Disposal of several things as one function, for objects that are made of parts. */
import * as vscode from 'vscode';

export function disposer(...parts: readonly { dispose(): unknown }[]): () => void {
  const all = vscode.Disposable.from(...parts);
  return () => { all.dispose(); };
}
