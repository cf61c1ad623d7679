/**
 * Accepted exceptions: findings that somebody has looked at and lets stand, with the reason. They are kept as lines of JSON, one row
 * a line, sorted, so that a version control system can merge them. A row holds hashes of both sides: when the draft's words or the
 * source's change, it does not count any more.
 */
import { hashOf } from '../../text/hash';

/** here: this place of this draft; wording: these words in every draft; file: the rule in this whole draft. */
export type AcceptedScope = 'here' | 'wording' | 'file';

export interface AcceptedRow {
  /** Hash of what the row is about; the file is sorted by it. */
  readonly id: string;
  readonly rule: string;
  readonly scope: AcceptedScope;
  /** The draft, relative to the folder that holds `.yinju`, with `/`; null for a wording. */
  readonly file: string | null;
  /** The words that were underlined; empty for a whole draft. */
  readonly words: string;
  /** Hash of the quotation or the sentence that holds them; null where the row is not about one place. */
  readonly draft: string | null;
  /** Hash of the source's words; null where the finding rests on no source. */
  readonly source: string | null;
  readonly reason: string;
  readonly author: string;
  /** YYYY-MM-DD. */
  readonly date: string;
}

/** Where the rows stand, below the folder of the workspace. */
export const ACCEPTED_FILE = '.yinju/accepted.jsonl';

export interface RowProblem {
  /** From 1. */
  readonly line: number;
  readonly message: string;
}

const SCOPES: ReadonlySet<string> = new Set(['here', 'wording', 'file']);

export function rowId(row: Omit<AcceptedRow, 'id' | 'reason' | 'author' | 'date'>): string {
  return hashOf(JSON.stringify([row.rule, row.scope, row.file, row.words, row.draft, row.source]));
}

/** Reads the file; a line that is no row is told and left out. */
export function parseRows(text: string): { readonly rows: AcceptedRow[]; readonly problems: RowProblem[] } {
  const rows: AcceptedRow[] = [], problems: RowProblem[] = [];
  text.split(/\r?\n/u).forEach((line, index) => {
    if (line.trim() === '') return;
    const row = rowOf(line);
    if (row) rows.push(row);
    else problems.push({ line: index + 1, message: /^[<=>]{7}/u.test(line) ? 'an unresolved merge' : 'not a row of accepted findings' });
  });
  return { rows, problems };
}

function rowOf(line: string): AcceptedRow | null {
  let value: unknown;
  try { value = JSON.parse(line); } catch { return null; }
  if (typeof value !== 'object' || value === null) return null;
  const { rule, scope, file = null, words = '', draft = null, source = null, reason, author, date } = value as Readonly<Record<string, unknown>>;
  const isText = (one: unknown): one is string => typeof one === 'string';
  const isTextOrNull = (one: unknown): one is string | null => one === null || typeof one === 'string';
  if (!isText(rule) || !isText(scope) || !SCOPES.has(scope) || !isText(words) || !isText(reason) || !isText(author) || !isText(date)) return null;
  if (!isTextOrNull(file) || !isTextOrNull(draft) || !isTextOrNull(source)) return null;
  const row = { rule, scope: scope as AcceptedScope, file, words, draft, source };
  return { id: rowId(row), ...row, reason, author, date };
}

/** The row as its line. Keys stand in one order, so that equal rows are equal lines. */
export function lineOf(row: AcceptedRow): string {
  const { id, rule, scope, file, words, draft, source, reason, author, date } = row;
  return JSON.stringify({ id, rule, scope, file, words, draft, source, reason, author, date });
}

/** The file with rows added and others taken out (by id); lines that are no rows stay as they are. */
export function withRows(text: string, added: readonly AcceptedRow[], removed: ReadonlySet<string> = new Set()): string {
  const replaced = new Set([...removed, ...added.map(({ id }) => id)]);
  const lines = text.split(/\r?\n/u).filter((line) => {
    if (line.trim() === '') return false;
    const row = rowOf(line);
    return row === null || !replaced.has(row.id);
  });
  const all = [...new Set([...lines, ...added.map(lineOf)])].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  return all.length === 0 ? '' : `${all.join('\n')}\n`;
}
