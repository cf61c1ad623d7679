/**
 * Packs of wording rules: data files of an office's own. A row says which wording is meant, what to write instead, on whose authority,
 * and shows examples; a row whose own examples fail is reported and not run. Yinju brings none.
 */
import { parse } from 'yaml';
import { hashOf } from '../../text/hash';
import type { PackProblem, Severity } from '../types';

/** A pack as it is handed in: its file for messages, and its text (YAML, or JSON, which is YAML too). */
export interface PackFile {
  readonly file: string;
  readonly text: string;
}

export interface PackRow {
  readonly from: string;
  /** What to write instead, the best first; empty where the writer must decide. */
  readonly to: readonly string[];
  /** From when on the new wording holds (YYYY, YYYY-MM or YYYY-MM-DD); the old one is right where a sentence speaks of an earlier time. */
  readonly since: string | null;
  readonly authority: string;
  readonly clause: string | null;
  readonly severity: Severity;
  /** Longer wordings that hold `from` and are right. */
  readonly except: readonly string[];
  readonly note: string | null;
  readonly examples: { readonly wrong: readonly string[]; readonly right: readonly string[] };
}

export interface Pack {
  readonly id: string;
  readonly version: string;
  readonly title: string | null;
  readonly rows: readonly PackRow[];
  /** Changes with the file. */
  readonly key: string;
}

/** Where a workspace keeps its packs. */
export const PACK_FOLDER = '.yinju/packs';
export const isPackName = (name: string): boolean => /\.(?:ya?ml|json)$/iu.test(name) && !name.startsWith('.');

const MOST_ROWS = 5000, LONGEST_WORDING = 60;
const SEVERITIES: ReadonlySet<string> = new Set(['error', 'warning', 'information', 'hint']);

/** Reads a pack; what is wrong with it is told, in English, and left out. */
export function parsePack({ file, text }: PackFile): { readonly pack: Pack | null; readonly problems: PackProblem[] } {
  const whole = (message: string) => ({ pack: null, problems: [{ file, row: null, message }] });
  let value: unknown;
  try { value = parse(text, { maxAliasCount: 0, schema: 'core' }); } catch (error) { return whole(`the file cannot be read: ${error instanceof Error ? (error.message.split('\n')[0] as string) : String(error)}`); }
  if (!isRecord(value)) return whole('the file is no pack: it must have pack, version and rows');
  const { pack: id, version, title = null, rows, authority: general = null } = value;
  if (typeof id !== 'string' || !/^[a-z0-9][a-z0-9-]{0,40}$/u.test(id)) return whole('pack: its name, in small letters, digits and hyphens, is missing');
  if (typeof version !== 'string' && typeof version !== 'number') return whole('version is missing');
  if (!Array.isArray(rows)) return whole('rows are missing');
  if (rows.length > MOST_ROWS) return whole(`more than ${MOST_ROWS} rows`);
  const problems: PackProblem[] = [], read: PackRow[] = [];
  rows.forEach((row: unknown, index) => {
    const made = rowOf(row, general);
    if (typeof made === 'string') problems.push({ file, row: index + 1, message: made });
    else read.push(made);
  });
  return { pack: { id, version: String(version), title: typeof title === 'string' ? title : null, rows: read, key: hashOf(text) }, problems };
}

/** A row, or what is wrong with it. */
function rowOf(value: unknown, general: unknown): PackRow | string {
  if (!isRecord(value)) return 'the row is no table of from, to, authority and examples';
  const { from, to = [], since = null, authority = general, clause = null, severity = 'warning', except = [], note = null, examples } = value;
  if (typeof from !== 'string' || from.trim() === '' || from.length > LONGEST_WORDING) return 'from: the wording is missing or too long';
  const instead = typeof to === 'string' ? [to] : to;
  if (!isTexts(instead) || instead.includes(from)) return 'to: a wording other than from, or a list of such, is expected';
  if (typeof authority !== 'string' || authority.trim() === '') return 'authority: on whose word the row stands is missing';
  const when = since === null ? null : String(since);
  if (when !== null && !/^\d{4}(?:-\d{2}(?:-\d{2})?)?$/u.test(when)) return 'since: YYYY, YYYY-MM or YYYY-MM-DD is expected';
  if (typeof severity !== 'string' || !SEVERITIES.has(severity)) return 'severity: error, warning, information or hint is expected';
  if (!isTexts(except)) return 'except: a list of wordings is expected';
  if (!isRecord(examples)) return 'examples are missing';
  const { wrong, right } = examples;
  if (!isTexts(wrong) || wrong.length === 0) return 'examples.wrong: at least one sentence is expected';
  if (!isTexts(right) || right.length === 0) return 'examples.right: at least one sentence is expected';
  return {
    from, to: instead, since: when, authority, clause: clause === null ? null : String(clause), severity: severity as Severity, except,
    note: typeof note === 'string' ? note : null, examples: { wrong, right },
  };
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null && !Array.isArray(value);
const isTexts = (value: unknown): value is readonly string[] => Array.isArray(value) && value.every((one) => typeof one === 'string' && one.length > 0 && one.length <= 500);
