/**
 * The row of a source in a catalogue, for the user to edit: found, or made with what is known. The rest of the file stays as it
 * is, letter by letter: other rows, their order, notes, indents and line ends.
 */
import { findNodeAtLocation, parseTree, type Node, type ParseError } from 'jsonc-parser/lib/esm/main.js';

/** What is known of a source; null is "not known". */
export interface KnownFacts {
  readonly title: string | null;
  readonly authors: readonly string[];
  readonly publication: string | null;
  readonly date: string | null;
  readonly kind: string;
  readonly rank: number;
  readonly speaker: string | null;
  readonly occasion: string | null;
}

export interface CatalogueRow {
  /** The whole file with the row in it; as it was where the row is there already. */
  readonly text: string;
  /** The row's span in `text`. */
  readonly start: number;
  readonly end: number;
}

const EMPTY = '{\n  "sources": []\n}\n';

/**
 * The catalogue with a row for `file` (its path from the catalogue's folder, `/` between folders). `text` is the catalogue as
 * it is; null makes a new one. Null where the text is no catalogue: a person has to mend it first.
 */
export function catalogueRow(text: string | null, file: string, known: KnownFacts): CatalogueRow | null {
  const before = text === null || text.trim() === '' ? EMPTY : text;
  const errors: ParseError[] = [];
  const root = parseTree(before, errors, { allowTrailingComma: false, disallowComments: true });
  if (!root || errors.length > 0 || (root.type !== 'object' && root.type !== 'array')) return null;
  const list = root.type === 'array' ? root : findNodeAtLocation(root, ['sources']);
  if (list && list.type !== 'array') return null;
  const found = list ? rowIn(list, file) : findNodeAtLocation(root, [file]);
  if (found) return { text: before, start: found.offset, end: found.offset + found.length };
  const facts = {
    ...(list ? { file } : {}), title: known.title, authors: known.authors, publication: known.publication, date: known.date, kind: known.kind, rank: known.rank,
    ...(known.speaker !== null || known.occasion !== null ? { speaker: known.speaker, occasion: known.occasion } : {}),
  };
  return inserted(before, list ?? root, list ? '' : `${JSON.stringify(file)}: `, facts);
}

/** The text with a value put behind the last child of a list or an object, in the manner of what stands there. */
function inserted(text: string, parent: Node, name: string, value: unknown): CatalogueRow {
  const end = text.includes('\r\n') ? '\r\n' : '\n', unit = /\n([ \t]+)\S/u.exec(text)?.[1] ?? '  ';
  const last = parent.children?.at(-1);
  const outer = indentAt(text, parent.offset) ?? /^[ \t]*/u.exec(text.slice(text.lastIndexOf('\n', parent.offset) + 1))?.[0] ?? '';
  const indent = (last && indentAt(text, last.offset)) ?? outer + unit;
  const row = JSON.stringify(value, null, unit.includes('\t') ? '\t' : unit.slice(0, 10)).replace(/\n/gu, `${end}${indent}`);
  const at = last ? last.offset + last.length : parent.offset + 1;
  const lead = `${last ? ',' : ''}${end}${indent}${name}`;
  // In an empty list the closing bracket gets a line of its own.
  const rest = last ? text.slice(at) : `${end}${outer}${text.slice(at).trimStart()}`;
  return { text: text.slice(0, at) + lead + row + rest, start: at + lead.length, end: at + lead.length + row.length };
}

/** The blanks before a place that begins its line; null where something else stands before it. */
function indentAt(text: string, at: number): string | null {
  const before = text.slice(text.lastIndexOf('\n', at - 1) + 1, at);
  return /^[ \t]*$/u.test(before) ? before : null;
}

/** The row of a list whose `file` is this one, written with either slash. */
function rowIn(list: Node, file: string): Node | undefined {
  return list.children?.find((row) => {
    const name: unknown = findNodeAtLocation(row, ['file'])?.value;
    return typeof name === 'string' && name.replace(/\\/gu, '/') === file;
  });
}
