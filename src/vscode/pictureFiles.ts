/** The pictures of the sources: beside their source or inside its file, shown as data, named by the draft. */
import { createHash } from 'node:crypto';
import * as path from 'node:path';
import * as vscode from 'vscode';
import type { ListedPicture } from '../core/features/types';
import type { Engine } from './engine';

const TYPES: Readonly<Record<string, string>> = { '.png': 'image/png', '.jpg': 'image/jpeg', '.jpeg': 'image/jpeg', '.gif': 'image/gif', '.webp': 'image/webp', '.bmp': 'image/bmp', '.svg': 'image/svg+xml' };
const CONTAINERS = /\.(?:doc[xm]|dotx|odt|epub|pdf|ofd|rtf|xls[xm])$/i;
/** Larger pictures are not sent to the view. */
const LARGEST = 8 * 1024 * 1024;

export type Shown = Pick<ListedPicture, 'id' | 'picture' | 'inside' | 'evidence'>;

/** A picture that has been read, or why it cannot be shown, in the user's language. `uri`: where it lies; null where it is inside its document. */
export type LoadedPicture =
  | { readonly bytes: Uint8Array; readonly type: string; readonly uri: vscode.Uri | null; readonly failure?: undefined }
  | { readonly failure: string };

/** Where a picture lies on the disk: beside its source, as the source names it. Undefined where it is on the web, inside the document, or lost. */
export async function pictureUri(engine: Engine, { picture, inside, evidence }: Shown): Promise<vscode.Uri | undefined> {
  if (picture === null || inside || /^[a-z][a-z+.-]+:/i.test(picture)) return undefined;
  const source = await engine.ask('sourcePath', [evidence.file]);
  if (!source) return undefined;
  let name = picture;
  try { name = decodeURIComponent(picture); } catch { /* A name with a bare % is a name. */ }
  return vscode.Uri.file(path.resolve(path.dirname(source), name));
}

/** Reads a picture. Nothing is fetched: one on the web is only named. */
export async function loadPicture(engine: Engine, shown: Shown): Promise<LoadedPicture> {
  if (shown.inside) return loadInside(engine, shown);
  const uri = await pictureUri(engine, shown);
  if (!uri) {
    if (shown.picture !== null) return { failure: vscode.l10n.t('The picture is on the web and is not loaded: {0}', shown.picture) };
    return { failure: CONTAINERS.test(shown.evidence.file) ? vscode.l10n.t('Open the document itself to see the picture.') : vscode.l10n.t('The source has lost the picture itself.') };
  }
  try {
    const { size } = await vscode.workspace.fs.stat(uri), type = TYPES[path.extname(uri.path).toLowerCase()];
    return type && size <= LARGEST ? { bytes: await vscode.workspace.fs.readFile(uri), type, uri } : { failure: notShown() };
  } catch {
    return { failure: vscode.l10n.t('The picture’s file is missing: {0}', shown.picture ?? '') };
  }
}

const notShown = () => vscode.l10n.t('The picture is too large or of a kind that is not shown here.');

async function loadInside(engine: Engine, { id }: Shown): Promise<LoadedPicture> {
  const answer = await engine.ask('pictureBytes', [id]);
  if (answer && 'bytes' in answer) return { bytes: answer.bytes, type: answer.type, uri: null };
  return { failure: answer?.failure === 'too-large' || answer?.failure === 'unknown-type' ? notShown() : vscode.l10n.t('The picture cannot be read from its document.') };
}

/** A loaded picture as a data address, for a webview. */
export function pictureData({ bytes, type }: { readonly bytes: Uint8Array; readonly type: string }): string {
  return `data:${type};base64,${Buffer.from(bytes).toString('base64')}`;
}

/** The usual extension of a type, with its dot. */
export const extensionOf = (type: string): string => Object.entries(TYPES).find(([, known]) => known === type)?.[0] ?? '';

/** Copies of pictures for hovers are thrown away when there are so many. */
const MOST_COPIES = 40;

/**
 * A picture's address for a hover. Hovers are text of bounded length, so one from inside a document is written beside the saved
 * index, and goes with it.
 */
export async function hoverAddress(engine: Engine, loaded: Exclude<LoadedPicture, { failure: string }>): Promise<vscode.Uri> {
  if (loaded.uri) return loaded.uri;
  const folder = vscode.Uri.joinPath(engine.storage, 'pictures');
  const uri = vscode.Uri.joinPath(folder, `${createHash('sha256').update(loaded.bytes).digest('hex').slice(0, 24)}${extensionOf(loaded.type)}`);
  try {
    await vscode.workspace.fs.stat(uri);
  } catch {
    await vscode.workspace.fs.createDirectory(folder);
    const copies = await vscode.workspace.fs.readDirectory(folder);
    if (copies.length >= MOST_COPIES) for (const [name] of copies) await vscode.workspace.fs.delete(vscode.Uri.joinPath(folder, name));
    await vscode.workspace.fs.writeFile(uri, loaded.bytes);
  }
  return uri;
}

/** A picture's address as a draft names it: from its own folder where both lie on one disk, `/` between folders. */
export function pictureAddress(target: vscode.Uri, draft: vscode.Uri): string {
  if (draft.scheme !== 'file' && draft.scheme !== 'vscode-remote') return target.fsPath;
  const relative = path.relative(path.dirname(draft.fsPath), target.fsPath);
  return path.isAbsolute(relative) ? target.toString() : relative.split(path.sep).join('/');
}
