/** What an office keeps beside its drafts for `check`: accepted exceptions and packs of wording rules, in `.yinju`. */
import * as fs from 'node:fs';
import * as path from 'node:path';
import { ACCEPTED_FILE, parseRows, type AcceptedRow } from '../core/check/accepted/row';
import type { PackFile } from '../core/check/packs/pack';
import { PACK_FOLDER, isPackName } from '../core/check/packs/pack';

export interface Workspace {
  /** The folder that holds `.yinju`. */
  readonly folder: string;
  readonly rows: readonly AcceptedRow[];
  readonly packs: readonly PackFile[];
}

/** The nearest folder above a draft that has a `.yinju`; null where there is none. */
export function workspaceOf(draft: string, say: (line: string) => void): Workspace | null {
  for (let folder = path.dirname(path.resolve(draft)); ; folder = path.dirname(folder)) {
    if (fs.existsSync(path.join(folder, '.yinju'))) return read(folder, say);
    if (path.dirname(folder) === folder) return null;
  }
}

const known = new Map<string, Workspace>();

function read(folder: string, say: (line: string) => void): Workspace {
  let workspace = known.get(folder);
  if (workspace) return workspace;
  const text = readText(path.join(folder, ACCEPTED_FILE)) ?? '';
  const { rows, problems } = parseRows(text);
  for (const { line, message } of problems) say(`${path.join(folder, ACCEPTED_FILE)}:${line}: ${message}`);
  const packFolder = path.join(folder, PACK_FOLDER);
  const names = fs.existsSync(packFolder) ? fs.readdirSync(packFolder).filter(isPackName).sort() : [];
  const packs = names.flatMap((name) => packFile(path.join(packFolder, name)) ?? []);
  known.set(folder, workspace = { folder, rows, packs });
  return workspace;
}

/** A pack from disk; null where it cannot be read. */
export function packFile(file: string): PackFile | null {
  const text = readText(file);
  return text === null ? null : { file, text };
}

function readText(file: string): string | null {
  try {
    return fs.readFileSync(file, 'utf8').replace(/^\ufeff/u, '');
  } catch {
    return null;
  }
}

/** A draft as its workspace names it: relative, with `/`. */
export function draftName(workspace: Workspace, draft: string): string {
  return path.relative(workspace.folder, path.resolve(draft)).split(path.sep).join('/');
}
