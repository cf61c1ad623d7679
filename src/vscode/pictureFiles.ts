/** The files of the sources' pictures: found beside their source, shown as data, named by the draft. */
import * as path from 'node:path';
import * as vscode from 'vscode';
import type { ListedPicture } from '../core/features/types';
import type { Engine } from './engine';

const TYPES: Readonly<Record<string, string>> = { '.png': 'image/png', '.jpg': 'image/jpeg', '.jpeg': 'image/jpeg', '.gif': 'image/gif', '.webp': 'image/webp', '.bmp': 'image/bmp', '.svg': 'image/svg+xml' };
const CONTAINERS = /\.(?:docx|odt|epub|pdf|ofd|xlsx)$/i;
/** Larger pictures are not sent to the view. */
const LARGEST = 4 * 1024 * 1024;

type Shown = Pick<ListedPicture, 'picture' | 'evidence'>;

/** Where a picture lies on the disk: beside its source, as the source names it. Undefined where it is on the web, inside the document, or lost. */
export function pictureUri(engine: Engine, { picture, evidence }: Shown): vscode.Uri | undefined {
  const source = engine.library?.paths[evidence.file];
  if (picture === null || source === undefined || /^[a-z][a-z+.-]+:/i.test(picture)) return undefined;
  let name = picture;
  try { name = decodeURIComponent(picture); } catch { /* A name with a bare % is a name. */ }
  return vscode.Uri.file(path.resolve(path.dirname(source), name));
}

/** Why a picture cannot be shown, in the user's language; null where it can. Nothing is fetched: one on the web is only named. */
export async function pictureState(engine: Engine, shown: Shown): Promise<string | null> {
  const uri = pictureUri(engine, shown);
  if (!uri) {
    if (shown.picture !== null) return vscode.l10n.t('The picture is on the web and is not loaded: {0}', shown.picture);
    return CONTAINERS.test(shown.evidence.file) ? vscode.l10n.t('The picture is inside the document.') : vscode.l10n.t('The source has lost the picture itself.');
  }
  try {
    const { size } = await vscode.workspace.fs.stat(uri);
    return TYPES[extension(uri)] && size <= LARGEST ? null : vscode.l10n.t('The picture is too large or of a kind that is not shown here.');
  } catch {
    return vscode.l10n.t('The picture’s file is missing: {0}', shown.picture ?? '');
  }
}

/** A picture as a data address, for a webview; null where it cannot be shown. */
export async function pictureData(engine: Engine, shown: Shown): Promise<string | null> {
  const uri = pictureUri(engine, shown);
  return uri ? `data:${TYPES[extension(uri)] ?? ''};base64,${Buffer.from(await vscode.workspace.fs.readFile(uri)).toString('base64')}` : null;
}

const extension = (uri: vscode.Uri): string => path.extname(uri.path).toLowerCase();

/** A picture's address as a draft names it: from its own folder where both lie on one disk, `/` between folders. */
export function pictureAddress(target: vscode.Uri, draft: vscode.Uri): string {
  if (draft.scheme !== 'file' && draft.scheme !== 'vscode-remote') return target.fsPath;
  const relative = path.relative(path.dirname(draft.fsPath), target.fsPath);
  return path.isAbsolute(relative) ? target.toString() : relative.split(path.sep).join('/');
}
