/** Reading the library, as the user sees it: how far it is, how long it will take, stopped and continued, and the saved index cleared. */
import * as vscode from 'vscode';
import { command } from '../guard';
import type { Parts } from '../parts';

/** What is over before this, in milliseconds, is not worth a word. */
const WORTH_SAYING = 1500;

export function registerIndexing({ log, engine, messages }: Parts): vscode.Disposable {
  const item = vscode.window.createStatusBarItem('yinju.indexing', vscode.StatusBarAlignment.Right, 89);
  item.name = vscode.l10n.t('Reading the library');
  /** When reading began, and how many files had been read before. */
  let begun: { readonly at: number; readonly done: number } | null = null;
  let endBar: (() => void) | null = null;

  function enter(state: 'reading' | 'stopped' | ''): void {
    void vscode.commands.executeCommand('setContext', 'yinju.indexing', state);
  }

  function show(done: number, of: number): void {
    begun ??= { at: performance.now(), done };
    const took = performance.now() - begun.at, left = leftOf(done - begun.done, of - done, took);
    if (took < WORTH_SAYING) return;
    if (!endBar) {
      enter('reading');
      void vscode.window.withProgress({ location: { viewId: 'yinju.library' } }, () => new Promise<void>((resolve) => { endBar = resolve; }));
    }
    item.text = `$(sync~spin) ${vscode.l10n.t('Reading: {0} %', Math.floor((done / of) * 100))}`;
    item.tooltip = [vscode.l10n.t('{0} of {1} files of the library are read', done.toLocaleString(vscode.env.language), of.toLocaleString(vscode.env.language)), left, vscode.l10n.t('What has been read can be used already. Click to stop.')].filter(Boolean).join('\n');
    item.command = 'yinju.cancelIndexing';
    item.accessibilityInformation = { label: [vscode.l10n.t('{0} of {1} files of the library are read', done, of), left].filter(Boolean).join(', '), role: 'button' };
    item.show();
  }

  function over(left: number): void {
    begun = null;
    endBar?.();
    endBar = null;
    enter(left > 0 ? 'stopped' : '');
    if (left === 0) return item.hide();
    item.text = `$(debug-pause) ${vscode.l10n.t('{0} files not read', left.toLocaleString(vscode.env.language))}`;
    item.tooltip = vscode.l10n.t('Reading the library has been stopped. Click to continue.');
    item.command = 'yinju.resumeIndexing';
    item.accessibilityInformation = { label: `${vscode.l10n.t('{0} files not read', left)}. ${vscode.l10n.t('Reading the library has been stopped. Click to continue.')}`, role: 'button' };
    item.show();
  }

  return vscode.Disposable.from(
    item,
    engine.onDidChangeProgress(({ done, of }) => show(done, of)),
    engine.onDidLook(({ left }) => over(left)),
    engine.onDidChangeState((state) => { if (state === 'failed') over(0); else if (state === 'starting') begun = null; }),
    { dispose: () => endBar?.() },
    command(log, 'yinju.cancelIndexing', () => engine.cancelReading()),
    command(log, 'yinju.resumeIndexing', () => engine.reload()),
    command(log, 'yinju.clearIndex', async () => {
      await engine.clearIndex();
      messages.answer(vscode.l10n.t('The saved index has been removed. It is made anew when the library is read next.'), { title: vscode.l10n.t('Read Now'), command: 'yinju.reloadLibrary' });
    }),
  );
}

/** Time that so many files take at the pace so far; nothing where that cannot be told yet. */
function leftOf(done: number, left: number, took: number): string {
  if (done < 10) return '';
  const minutes = (took / done) * left / 60_000;
  return minutes < 1 ? vscode.l10n.t('less than a minute left') : vscode.l10n.t('about {0} minutes left', Math.ceil(minutes));
}
