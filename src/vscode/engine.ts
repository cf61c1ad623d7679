/** The engine as the features see it: asked lazily, never throwing for what is only late. The one file that knows the client. */
import * as vscode from 'vscode';
import { EngineClient, EngineError } from '../engine/client';
import type { Answer, Arguments, EngineOptions, LibraryStatus, Method } from '../engine/protocol';
import { readSettings, resolveFolder } from './configuration';
import { disposer } from './disposer';
import { settingsAction, showLogAction, type Messages } from './messages';

export type EngineState = 'asleep' | 'starting' | 'ready' | 'failed';

export interface Engine extends vscode.Disposable {
  /**
   * Asks the engine, which is started by the first request. Undefined where no answer is wanted any more: the request was
   * overtaken by a newer one with the same key, or the token was cancelled, or the engine has given up.
   */
  ask<M extends Method>(method: M, args: Arguments<M>, options?: AskOptions): Promise<Answer<M> | undefined>;
  readonly state: EngineState;
  /** The folder below which all is saved that clearing the index removes. */
  readonly storage: vscode.Uri;
  /** What is known of the library; null before it has been read. */
  readonly library: LibraryStatus | null;
  readonly onDidChangeState: vscode.Event<EngineState>;
  /** The library has been read, or read again: everything that was answered before is out of date. */
  readonly onDidChangeLibrary: vscode.Event<LibraryStatus>;
  /** How many of the library's files have been read. */
  readonly onDidChangeProgress: vscode.Event<{ readonly done: number; readonly of: number }>;
  /** The folders have been looked at to the end; so many files are unread because reading was stopped. */
  readonly onDidLook: vscode.Event<{ readonly left: number }>;
  /** Reads the library's folders again, also where reading has been stopped. */
  reload(): void;
  /** Stops reading the library; what has been read is used. */
  cancelReading(): void;
  /** Removes all saved indexes. */
  clearIndex(): Promise<void>;
}

export interface AskOptions {
  /** Requests with the same key: only the newest one is answered. */
  readonly key?: string;
  readonly token?: vscode.CancellationToken;
}

/** Codes of failures that nobody needs to hear of: the answer is not wanted any more, or will be asked for again. */
const QUIET = new Set(['superseded', 'cancelled', 'disposed', 'exited', 'gave-up']);

/** `storage` is the folder below which indexes are saved. */
export function createEngine(extensionUri: vscode.Uri, storage: vscode.Uri, log: vscode.LogOutputChannel, messages: Messages): Engine {
  const bundled = vscode.Uri.joinPath(extensionUri, 'seeds').fsPath;
  const client = new EngineClient({ entry: vscode.Uri.joinPath(extensionUri, 'dist', 'engine.js').fsPath, engine: options() });
  const stateChanged = new vscode.EventEmitter<EngineState>();
  const libraryChanged = new vscode.EventEmitter<LibraryStatus>();
  const progressed = new vscode.EventEmitter<{ readonly done: number; readonly of: number }>();
  const looked = new vscode.EventEmitter<{ readonly left: number }>();
  let state: EngineState = 'asleep';
  let library: LibraryStatus | null = null;

  function options(): EngineOptions {
    const { libraryFolders, libraryBundled, libraryInclude: include, libraryExclude: exclude } = readSettings();
    return { folders: [...(libraryBundled ? [bundled] : []), ...libraryFolders.map(resolveFolder)], globs: { include, exclude }, storage: storage.fsPath };
  }

  function enter(next: EngineState): void {
    if (state === next) return;
    state = next;
    stateChanged.fire(next);
  }

  client.on('library', (status) => {
    library = status;
    log.info(`library: ${status.sources} sources, ${status.characters} characters, ${Math.round(status.took)} ms`);
    for (const problem of status.problems) messages.once(`${problem.code} ${problem.file}`, libraryProblem(problem), settingsAction('yinju.library.folders'), showLogAction());
    enter('ready');
    libraryChanged.fire(status);
  });
  client.on('progress', (progress) => progressed.fire(progress));
  client.on('looked', (look) => looked.fire(look));
  client.on('exit', () => enter('starting'));
  client.on('log', (level, message) => log[level](message));
  client.on('problem', (problem) => {
    if (problem.code === 'unsaved') return messages.once('unsaved', vscode.l10n.t('The index of the library cannot be saved ({0}). Yinju goes on without it.', failureWords(problem.message)), showLogAction());
    if (problem.code !== 'gave-up') return log.info(problem.message);
    enter('failed');
    messages.once('gave-up', vscode.l10n.t('The engine of Yinju has stopped several times and is not started again.'),
      { title: vscode.l10n.t('Try Again'), command: 'yinju.reloadLibrary' }, showLogAction());
  });

  return {
    storage,
    get state() { return state; },
    get library() { return library; },
    onDidChangeState: stateChanged.event,
    onDidChangeLibrary: libraryChanged.event,
    onDidChangeProgress: progressed.event,
    onDidLook: looked.event,
    async ask(method, args, { key, token } = {}) {
      const abort = new AbortController();
      const cancelled = token?.onCancellationRequested(() => abort.abort());
      if (state === 'asleep') enter('starting');
      try {
        return await client.request(method, args, { signal: abort.signal, ...(key === undefined ? {} : { document: key }) });
      } catch (error) {
        if (error instanceof EngineError && QUIET.has(error.code)) return undefined;
        throw error;
      } finally {
        cancelled?.dispose();
      }
    },
    reload() {
      if (state === 'failed') { enter('starting'); client.restart(); } else if (state === 'asleep') { enter('starting'); client.start(); } else client.look();
    },
    cancelReading: () => client.cancelReading(),
    clearIndex: () => client.clearIndex(),
    dispose: disposer(
      stateChanged, libraryChanged, progressed, looked, { dispose: () => client.dispose() },
      vscode.workspace.onDidChangeConfiguration((event) => { if (event.affectsConfiguration('yinju.library')) client.open(options()); }),
      vscode.workspace.onDidGrantWorkspaceTrust(() => client.open(options())),
    ),
  };
}

/** Why something could not be written, in the user's language where the system's code is a common one. */
function failureWords(message: string): string {
  if (/\b(?:ENOSPC|EDQUOT)\b/u.test(message)) return vscode.l10n.t('the disk is full');
  if (/\b(?:EACCES|EPERM|EROFS)\b/u.test(message)) return vscode.l10n.t('the folder must not be written to');
  return message;
}

/** What is wrong with the library's folders, in the user's language. */
export function libraryProblem({ code, file, message }: LibraryStatus['problems'][number]): string {
  switch (code) {
    case 'missing-folder': return vscode.l10n.t('The library folder {0} does not exist.', file);
    case 'unreadable-folder': return vscode.l10n.t('The library folder {0} cannot be read.', file);
    case 'too-many-files': return vscode.l10n.t('The library folder {0} holds too many files; only the first ones are read.', file);
    case 'too-much-text': return vscode.l10n.t('The library holds too much text; {0} and what follows it is left out.', file);
    case 'too-deep': return vscode.l10n.t('The folder {0} lies too deep below its library folder and is left out.', file);
    case 'bad-catalogue': return vscode.l10n.t('The catalogue {0} cannot be read.', file);
    case 'bad-glossary': return vscode.l10n.t('The glossary {0} cannot be read.', file);
    case 'glossary-rows': return vscode.l10n.t('Parts of the glossary {0} were passed over: {1}', file, message.replace('the glossary: ', ''));
    default: return message;
  }
}
