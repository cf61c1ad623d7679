/** What an office keeps beside its drafts, in `.yinju`: accepted exceptions and packs of wording rules; and the packs of the settings. */
import * as vscode from 'vscode';
import { ACCEPTED_FILE, parseRows, withRows, type AcceptedRow } from '../core/check/accepted/row';
import { isPackName, PACK_FOLDER, type PackFile } from '../core/check/packs/pack';
import { readSettings, resolveFolder } from './configuration';
import { createDebouncer } from './debounce';
import { disposer } from './disposer';
import type { Messages } from './messages';

/** A draft as its workspace folder knows it. */
export interface DraftPlace {
  readonly folder: vscode.Uri;
  /** Relative to the folder, with `/`. */
  readonly file: string;
}

/**
 * When a folder appears with files in it, or goes and comes back, the watcher may tell of the folder before the files are there,
 * and of them no more: after the last event things are looked at once again, so many ms later.
 */
const SETTLED = 1000;

export interface OfficeFiles extends vscode.Disposable {
  /** Undefined for drafts outside the workspace, and for such as are not saved: there is nowhere to write to. */
  placeOf(document: vscode.TextDocument): DraftPlace | undefined;
  rows(folder: vscode.Uri): Promise<readonly AcceptedRow[]>;
  packs(document: vscode.TextDocument): Promise<readonly PackFile[]>;
  /** Adds rows to the file of a folder and takes others out, by id. */
  change(folder: vscode.Uri, added: readonly AcceptedRow[], removed?: ReadonlySet<string>): Promise<void>;
  readonly onDidChange: vscode.Event<void>;
}

export function createOfficeFiles(messages: Messages): OfficeFiles {
  const changed = new vscode.EventEmitter<void>();
  const texts = new Map<string, Promise<string | null>>();
  const debouncer = createDebouncer();
  const forget = () => { texts.clear(); changed.fire(); };
  const heard = () => { forget(); debouncer.schedule('settled', SETTLED, forget); };
  const watcher = vscode.workspace.createFileSystemWatcher('**/.yinju/**');
  let packWatchers: vscode.Disposable[] = [];

  function watchPacks(): void {
    for (const one of packWatchers) one.dispose();
    packWatchers = readSettings().packs.map((file) => {
      const uri = vscode.Uri.file(resolveFolder(file));
      const one = vscode.workspace.createFileSystemWatcher(new vscode.RelativePattern(vscode.Uri.joinPath(uri, '..'), uri.path.split('/').at(-1) ?? ''));
      return vscode.Disposable.from(one, one.onDidChange(heard), one.onDidCreate(heard), one.onDidDelete(heard));
    });
  }
  watchPacks();

  function textOf(uri: vscode.Uri): Promise<string | null> {
    const key = uri.toString();
    let text = texts.get(key);
    if (!text) texts.set(key, text = readText(uri));
    return text;
  }

  async function packsIn(folder: vscode.Uri): Promise<vscode.Uri[]> {
    const below = vscode.Uri.joinPath(folder, PACK_FOLDER);
    try {
      // Asked first, because VS Code logs a folder that cannot be listed as an error.
      await vscode.workspace.fs.stat(below);
      const names = (await vscode.workspace.fs.readDirectory(below)).filter(([name, type]) => (type & vscode.FileType.File) !== 0 && isPackName(name)).map(([name]) => name);
      return names.sort().map((name) => vscode.Uri.joinPath(below, name));
    } catch {
      return [];
    }
  }

  return {
    onDidChange: changed.event,
    placeOf({ uri }) {
      if (uri.scheme === 'untitled') return undefined;
      const folder = vscode.workspace.getWorkspaceFolder(uri);
      return folder && { folder: folder.uri, file: uri.path.slice(folder.uri.path.length).replace(/^\/+/, '') };
    },
    async rows(folder) {
      const text = await textOf(vscode.Uri.joinPath(folder, ACCEPTED_FILE));
      const { rows, problems } = parseRows(text ?? '');
      const [first] = problems;
      if (first) messages.once(`accepted ${folder.toString()} ${first.line}`, vscode.l10n.t('Line {0} of {1} is no accepted exception.', first.line, ACCEPTED_FILE));
      return rows;
    },
    async packs(document) {
      const folder = vscode.workspace.getWorkspaceFolder(document.uri)?.uri;
      const own = folder && vscode.workspace.isTrusted ? await packsIn(folder) : [];
      const named = readSettings(document.uri).packs.map((file) => vscode.Uri.file(resolveFolder(file)));
      const files = await Promise.all([...named, ...own].map(async (uri) => {
        const text = await textOf(uri);
        if (text === null) messages.once(`pack ${uri.toString()}`, vscode.l10n.t('The pack {0} cannot be read.', uri.fsPath));
        return text === null ? null : { file: vscode.workspace.asRelativePath(uri), text };
      }));
      return files.filter((file) => file !== null);
    },
    async change(folder, added, removed) {
      const uri = vscode.Uri.joinPath(folder, ACCEPTED_FILE);
      const before = await readText(uri);
      await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(withRows(before ?? '', added, removed)));
      // So that two people who accept at the same time have no conflict: Git keeps the lines of both.
      const attributes = vscode.Uri.joinPath(folder, '.yinju', '.gitattributes');
      if (await readText(attributes) === null) await vscode.workspace.fs.writeFile(attributes, new TextEncoder().encode('accepted.jsonl merge=union\n'));
      forget();
    },
    dispose: disposer(
      changed, debouncer, watcher, watcher.onDidChange(heard), watcher.onDidCreate(heard), watcher.onDidDelete(heard),
      vscode.workspace.onDidChangeConfiguration((event) => { if (event.affectsConfiguration('yinju.packs')) { watchPacks(); forget(); } }),
      vscode.workspace.onDidGrantWorkspaceTrust(forget),
      { dispose: () => { for (const one of packWatchers) one.dispose(); } },
    ),
  };
}

async function readText(uri: vscode.Uri): Promise<string | null> {
  try {
    return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
  } catch {
    return null;
  }
}
