/** Catalogues beside the documents: which row holds for which file. A row whose `file` has a `*` holds for all files that it matches. */
import { promises as fs } from 'node:fs';
import * as path from 'node:path';
import picomatch from 'picomatch';
import { decode } from './decode';

export const CATALOGUE = 'catalogue.json';

export interface Catalogues {
  /** Reads the catalogue of a folder; throws where it cannot be read or is no JSON. */
  read(directory: string): Promise<void>;
  /** The row for a file, unvalidated: fields of patterns under those of its own row. Null without one. */
  rowFor(file: string): unknown;
}

/** Rows by file name: an object by file, a list of rows with `file`, or such a list under `sources`. */
function rowsOf(value: unknown): (readonly [string, unknown])[] {
  const list = Array.isArray(value) ? value : (value as { sources?: unknown } | null)?.sources;
  const rows: (readonly [string, unknown])[] = Array.isArray(list)
    ? list.flatMap((row: unknown) => { const name: unknown = (row as { file?: unknown } | null)?.file; return typeof name === 'string' ? [[name, row] as const] : []; })
    : value && typeof value === 'object' ? Object.entries(value) : [];
  return rows.map(([name, row]) => [name.replace(/\\/g, '/'), row]);
}

export function catalogues(): Catalogues {
  const own = new Map<string, unknown>();
  const patterns: { readonly directory: string; readonly matches: (file: string) => boolean; readonly row: unknown }[] = [];
  return {
    async read(directory) {
      const { text } = decode(await fs.readFile(path.join(directory, CATALOGUE)));
      for (const [name, row] of rowsOf(JSON.parse(text))) {
        if (name.includes('*')) patterns.push({ directory, matches: picomatch(name, { dot: true, nobrace: true, nobracket: true, noextglob: true }), row });
        else own.set(path.join(directory, ...name.split('/')), row);
      }
    },
    rowFor(file) {
      const row = own.get(file) ?? null;
      const wider = patterns.filter(({ directory, matches }) => {
        const below = path.relative(directory, file).split(path.sep).join('/');
        return !below.startsWith('../') && matches(below);
      }).map((pattern) => pattern.row);
      if (wider.length === 0) return row;
      const rows = [...wider, row].filter((one): one is object => typeof one === 'object' && one !== null && !Array.isArray(one));
      return rows.length === 0 ? row : Object.assign({}, ...rows) as unknown;
    },
  };
}
