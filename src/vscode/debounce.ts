/** Calls put off until a key has been quiet for a while. */
import type * as vscode from 'vscode';

export interface Debouncer extends vscode.Disposable {
  /** Runs `run` after `delay` ms, unless the same key is scheduled again before. */
  schedule(key: string, delay: number, run: () => void): void;
  cancel(key: string): void;
}

export function createDebouncer(): Debouncer {
  const timers = new Map<string, ReturnType<typeof setTimeout>>();
  const cancel = (key: string) => {
    clearTimeout(timers.get(key));
    timers.delete(key);
  };
  return {
    cancel,
    schedule(key, delay, run) {
      cancel(key);
      timers.set(key, setTimeout(() => { timers.delete(key); run(); }, delay));
    },
    dispose() {
      for (const key of [...timers.keys()]) cancel(key);
    },
  };
}
