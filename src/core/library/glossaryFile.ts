/**
 * The office's own glossary beside its library: terms that it adds, corrects or rejects. Its rows rule over what was told from
 * the sources.
 *
 *     terms:
 *       - term: 海洋牧场
 *         variants: [牧场计划, marine ranching]
 *         kind: programme
 *         definition: 在近海放养和保护鱼类的区域。   # the office's own words, shown as such
 *       - term: 积极作用
 *         reject: true
 *
 * The same rows stand in `glossary.yaml` (or `.yml`), in `glossary.json`, or in `glossary.csv` with a heading line and
 * variants divided by `;`. Short forms in YAML and JSON: `海洋牧场: 在近海……` (a definition), `积极作用: false` (rejected).
 */
import { parse } from 'yaml';
import { layoutOfTable } from '../parse/table';
import { foldText } from '../text/fold';

export interface OfficeTerm {
  /** As it is to be shown. */
  readonly term: string;
  /** Other forms: short ones, letters, foreign names. */
  readonly variants: readonly string[];
  /** One of `TERM_KINDS`; null as told from the sources. */
  readonly kind: string | null;
  /** The office's own words; null where it gives none. */
  readonly definition: string | null;
  /** No term of this name is shown, whatever the sources say. */
  readonly reject: boolean;
}

export interface Glossary {
  readonly rows: readonly OfficeTerm[];
  /** English, one a row that was passed over or field that was; empty where all is well. */
  readonly problems: readonly string[];
}

export const TERM_KINDS: readonly string[] = ['concept', 'set phrase', 'meeting', 'document', 'organisation', 'programme', 'initiative', 'metric'];

/** Names of glossary files; the first that a folder has is read. */
export const GLOSSARY_FILES: readonly string[] = ['glossary.yaml', 'glossary.yml', 'glossary.json', 'glossary.csv'];

const FIELDS: ReadonlySet<string> = new Set(['term', 'variants', 'kind', 'definition', 'reject', 'note']);
const LONGEST_TERM = 80;

/** Reads a glossary; `name` tells its form. Throws nothing: a file that cannot be read has no rows and one problem. */
export function readGlossary(name: string, text: string): Glossary {
  try {
    if (/\.csv$/iu.test(name)) return rowsOf(tableRows(text));
    const value: unknown = /\.json$/iu.test(name) ? JSON.parse(text) : parse(text);
    return rowsOf(listOf(value));
  } catch (error) {
    return { rows: [], problems: [`it cannot be read: ${error instanceof Error ? (error.message.split('\n')[0] as string) : String(error)}`] };
  }
}

/** A list of rows, such a list under `terms`, or an object by term. */
function listOf(value: unknown): unknown[] {
  if (value === null || value === undefined) return [];
  if (Array.isArray(value)) return value;
  if (typeof value !== 'object') throw new Error('it holds no list of terms');
  const { terms } = value as { terms?: unknown };
  if (Array.isArray(terms)) return terms;
  const named = terms !== null && typeof terms === 'object' ? terms : value;
  return Object.entries(named).map(([term, row]: [string, unknown]) => {
    if (row === false) return { term, reject: true };
    if (row === null || typeof row === 'string') return { term, definition: row };
    return row !== null && typeof row === 'object' && !Array.isArray(row) ? { term, ...row } : row;
  });
}

function tableRows(text: string): unknown[] {
  const lines = layoutOfTable(text).blocks.map(({ runs }) => runs.map((run) => run.text ?? text.slice(run.start, run.end)).join('').split('\t').map((cell) => cell.trim()));
  const head = lines.shift()?.map((cell) => cell.replace(/^\ufeff/u, '').toLowerCase()) ?? [];
  if (!head.includes('term')) throw new Error('its first line has no column “term”');
  return lines.map((cells) => Object.fromEntries(head.map((field, i) => [field, cells[i] ?? '']).filter(([, cell]) => cell !== '')));
}

/** Whether a cell or value says yes; null where it says neither yes nor no. */
function truth(value: unknown): boolean | null {
  if (typeof value === 'boolean') return value;
  if (value === undefined || value === null) return false;
  if (typeof value === 'number') return value !== 0;
  if (typeof value !== 'string') return null;
  if (/^(?:true|yes|y|1|x|是|√)$/iu.test(value.trim())) return true;
  return /^(?:false|no|n|0|否|)$/iu.test(value.trim()) ? false : null;
}

function rowsOf(list: readonly unknown[]): Glossary {
  const rows = new Map<string, OfficeTerm>();
  const problems: string[] = [];
  list.forEach((value, index) => {
    const wrong = (what: string): void => { problems.push(`row ${index + 1}: ${what}`); };
    if (value === null || typeof value !== 'object' || Array.isArray(value)) { wrong('it is no row'); return; }
    const fields = value as Readonly<Record<string, unknown>>;
    const term = typeof fields['term'] === 'string' ? fields['term'].trim() : '';
    const key = foldText(term);
    if (key.length < 2) { wrong('it has no term of two letters or more'); return; }
    if (term.length > LONGEST_TERM) { wrong(`its term is longer than ${LONGEST_TERM} letters`); return; }
    for (const field of Object.keys(fields)) if (!FIELDS.has(field)) wrong(`the field “${field}” is not known and was passed over`);
    const reject = truth(fields['reject']);
    if (reject === null) wrong('“reject” is neither yes nor no');
    const kind = fields['kind'];
    const kindKnown = typeof kind === 'string' && TERM_KINDS.includes(kind);
    if (kind !== undefined && kind !== null && !kindKnown) wrong(`the kind is none of: ${TERM_KINDS.join(', ')}`);
    const definition = fields['definition'];
    if (definition !== undefined && definition !== null && typeof definition !== 'string') wrong('the definition is no text');
    const variants = variantsOf(fields['variants']);
    if (variants === null) wrong('the variants are no list of texts');
    if (rows.has(key)) wrong(`“${term}” stands twice; this row counts`);
    rows.set(key, {
      term, variants: (variants ?? []).filter((v) => foldText(v) !== key), kind: kindKnown ? kind : null,
      definition: typeof definition === 'string' && definition.trim() !== '' ? definition.trim() : null, reject: reject ?? false,
    });
  });
  return { rows: [...rows.values()], problems };
}

function variantsOf(value: unknown): string[] | null {
  if (value === undefined || value === null) return [];
  const list = typeof value === 'string' ? value.split(/[;；|]/u) : value;
  if (!Array.isArray(list) || !list.every((v): v is string => typeof v === 'string')) return null;
  return list.map((v) => v.trim()).filter((v) => foldText(v).length > 1);
}
