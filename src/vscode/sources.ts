/** Sources as read-only Markdown documents, and the way from a place of a source to a place in such a document. */
import * as vscode from 'vscode';
import { readableOffset } from '../core/features/readableSource';
import type { ReadableSource } from '../core/features/types';
import type { Place } from '../core/text/offsets';
import { draftLanguage, locale } from './drafts';
import { disposer } from './disposer';
import type { Engine } from './engine';

export const SOURCE_SCHEME = 'yinju-source';

export interface Sources extends vscode.Disposable {
  /** Where a place of a source stands in its readable document; undefined where the library does not hold it (any more). */
  locate(place: Place, title?: string | null): Promise<vscode.Location | undefined>;
  /** The address of a source's document. */
  uriOf(file: string, title?: string | null): vscode.Uri;
  /** Opens a source with the place selected; beside the draft where one is being written. */
  open(place: Place, title?: string | null): Promise<void>;
}

/** The address of a source's document: its title is what the tab says, its file what it is found by. */
export function sourceUri(file: string, title?: string | null): vscode.Uri {
  const name = (title ?? file.split('/').at(-1) ?? file).replace(/[\\/:*?"<>|#%\s]+/g, ' ').trim().slice(0, 80);
  return vscode.Uri.from({ scheme: SOURCE_SCHEME, path: `/${name}.md`, query: file });
}

export function createSources(engine: Engine): Sources {
  const cache = new Map<string, Promise<ReadableSource | null | undefined>>();
  const changed = new vscode.EventEmitter<vscode.Uri>();

  function read(file: string): Promise<ReadableSource | null | undefined> {
    let source = cache.get(file);
    if (!source) {
      source = engine.ask('readable', [file, locale()]);
      cache.set(file, source);
      // What was not answered is asked again the next time.
      void source.then((value) => { if (!value) cache.delete(file); }, () => cache.delete(file));
    }
    return source;
  }

  async function locate(place: Place, title?: string | null): Promise<vscode.Location | undefined> {
    const source = await read(place.file);
    if (!source) return undefined;
    const uri = sourceUri(place.file, title);
    const start = readableOffset(source, place.start, false);
    const end = Math.max(start, readableOffset(source, place.end, true));
    return new vscode.Location(uri, new vscode.Range(positionAt(source.markdown, start), positionAt(source.markdown, end)));
  }

  async function open(place: Place, title?: string | null): Promise<void> {
    const location = await locate(place, title);
    if (!location) throw new Error(`the library does not hold ${place.file}`);
    const active = vscode.window.activeTextEditor;
    const besideDraft = active !== undefined && draftLanguage(active.document) !== undefined;
    const shown = vscode.window.visibleTextEditors.find(({ document }) => document.uri.scheme === SOURCE_SCHEME);
    const editor = await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(location.uri), {
      viewColumn: shown?.viewColumn ?? (besideDraft ? vscode.ViewColumn.Beside : vscode.ViewColumn.Active),
      preview: true, selection: location.range,
    });
    editor.revealRange(location.range, vscode.TextEditorRevealType.InCenter);
  }

  return {
    locate, open, uriOf: sourceUri,
    dispose: disposer(
      changed,
      engine.onDidChangeLibrary(() => {
        cache.clear();
        for (const { uri } of vscode.workspace.textDocuments) if (uri.scheme === SOURCE_SCHEME) changed.fire(uri);
      }),
      vscode.workspace.registerTextDocumentContentProvider(SOURCE_SCHEME, {
        onDidChange: changed.event,
        provideTextDocumentContent: async (uri) => (await read(uri.query))?.markdown ?? vscode.l10n.t('The library does not hold this source any more.'),
      }),
    ),
  };
}

/** Line and character of an offset; the readable documents have `\n` line ends. */
function positionAt(text: string, offset: number): vscode.Position {
  const before = text.slice(0, offset);
  return new vscode.Position(before.split('\n').length - 1, offset - (before.lastIndexOf('\n') + 1));
}
