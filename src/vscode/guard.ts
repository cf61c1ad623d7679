/** The edge between VS Code and this extension: a failure becomes a line in the log, never an error in the user's face. */
import * as vscode from 'vscode';

/** Wraps a provider or handler: what it throws is logged with its stack, and undefined is answered. */
export function guarded<A extends unknown[], R>(log: vscode.LogOutputChannel, name: string, run: (...args: A) => Promise<R> | R): (...args: A) => Promise<R | undefined> {
  return async (...args) => {
    try {
      return await run(...args);
    } catch (error) {
      if (!(error instanceof vscode.CancellationError)) log.error(`${name}:`, error instanceof Error ? (error.stack ?? error.message) : String(error));
      return undefined;
    }
  };
}

/** Registers a command whose failures are logged. */
export function command<A extends unknown[]>(log: vscode.LogOutputChannel, id: string, run: (...args: A) => unknown): vscode.Disposable {
  return vscode.commands.registerCommand(id, guarded(log, id, run));
}
