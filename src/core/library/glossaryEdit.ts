/** Writes a row into a glossary file and leaves the rest of it as it is: comments, order, the form that its owner chose. */
import { isMap, isSeq, parseDocument, type Document, type YAMLMap, type YAMLSeq } from 'yaml';
import { foldText } from '../text/fold';
import { readGlossary, type OfficeTerm } from './glossaryFile';

const FIELDS = ['variants', 'kind', 'definition', 'reject'] as const;

/** What of a row is written: nothing that says nothing. */
function fieldsOf({ variants, kind, definition, reject }: OfficeTerm): Readonly<Record<(typeof FIELDS)[number], unknown>> {
  return { variants: variants.length > 0 ? [...variants] : undefined, kind: kind ?? undefined, definition: definition ?? undefined, reject: reject || undefined };
}

/**
 * The file's text with the row in it: in the place of the row of that term, else at the end. `name` tells the form of the file.
 * Throws where the text cannot be read, so that nothing of it is lost.
 */
export function withGlossaryRow(name: string, text: string, row: OfficeTerm): string {
  if (/\.csv$/iu.test(name)) return withTableRow(text, row);
  if (/\.json$/iu.test(name)) return withJsonRow(text, row);
  return withYamlRow(text, row);
}

/** The same, with the reason instead where the text cannot be read. */
export function editGlossary(name: string, text: string, row: OfficeTerm): { readonly text: string } | { readonly problem: string } {
  try {
    return { text: withGlossaryRow(name, text, row) };
  } catch (error) {
    return { problem: error instanceof Error ? error.message : String(error) };
  }
}

/** The row of a term in a glossary file, by any of its forms; null where there is none. */
export function glossaryRow(name: string, text: string, term: string): OfficeTerm | null {
  return readGlossary(name, text).rows.find((row) => [row.term, ...row.variants].some((form) => sameTerm(form, term))) ?? null;
}

function withYamlRow(text: string, row: OfficeTerm): string {
  const document: Document = parseDocument(text);
  const [error] = document.errors;
  if (error) throw new Error(error.message.split('\n')[0]);
  const root = document.contents;
  const terms = isMap(root) ? root.get('terms', true) : undefined;
  if (isSeq(root)) intoList(document, root, row);
  else if (isSeq(terms)) intoList(document, terms, row);
  else if (isMap(terms)) intoMap(document, terms, row);
  else if (isMap(root) && !root.has('terms')) intoMap(document, root, row);
  else if (isMap(root)) root.set('terms', document.createNode([{ term: row.term, ...defined(row) }]));
  else document.contents = document.createNode({ terms: [{ term: row.term, ...defined(row) }] });
  return document.toString({ lineWidth: 0 });
}

const defined = (row: OfficeTerm): Record<string, unknown> => Object.fromEntries(Object.entries(fieldsOf(row)).filter(([, value]) => value !== undefined));
const sameTerm = (a: unknown, b: string): boolean => typeof a === 'string' && foldText(a) === foldText(b);

function fill(document: Document, map: YAMLMap, row: OfficeTerm): void {
  for (const [field, value] of Object.entries(fieldsOf(row))) {
    if (value === undefined) map.delete(field); else map.set(field, document.createNode(value, { flow: field === 'variants' }));
  }
}

function intoList(document: Document, list: YAMLSeq, row: OfficeTerm): void {
  const own = list.items.find((item): item is YAMLMap => isMap(item) && sameTerm(item.get('term'), row.term));
  if (own) fill(document, own, row);
  else list.add(document.createNode({ term: row.term, ...defined(row) }));
}

function intoMap(document: Document, map: YAMLMap, row: OfficeTerm): void {
  const key = map.items.map((pair) => String(pair.key)).find((each) => sameTerm(each, row.term)) ?? row.term;
  const value = map.get(key, true);
  if (isMap(value)) fill(document, value, row);
  else map.set(key, document.createNode(row.reject ? false : defined(row)));
}

type JsonRow = Record<string, unknown>;

function withJsonRow(text: string, row: OfficeTerm): string {
  const root: unknown = text.trim() === '' ? { terms: [] } : JSON.parse(text);
  const made: JsonRow = { term: row.term, ...defined(row) };
  const isRow = (value: unknown): value is JsonRow => typeof value === 'object' && value !== null && !Array.isArray(value);
  const intoRows = (rows: unknown[]): void => {
    const at = rows.findIndex((each) => isRow(each) && sameTerm(each['term'], row.term));
    if (at < 0) { rows.push(made); return; }
    const kept = Object.fromEntries(Object.entries(rows[at] as JsonRow).filter(([field]) => !(FIELDS as readonly string[]).includes(field)));
    rows[at] = { ...kept, ...defined(row) };
  };
  const terms = isRow(root) ? root['terms'] : undefined;
  if (Array.isArray(root)) intoRows(root);
  else if (Array.isArray(terms)) intoRows(terms);
  else if (isRow(root)) {
    const named = isRow(terms) ? terms : root;
    const key = Object.keys(named).find((each) => sameTerm(each, row.term)) ?? row.term;
    named[key] = row.reject ? false : defined(row);
  } else throw new Error('it holds no list of terms');
  return `${JSON.stringify(root, null, 2)}\n`;
}

/** Cells of a line; a quoted cell may hold commas and doubled quotes. */
function cellsOf(line: string): string[] {
  return [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/gu)].map(([, quoted, plain]) => (quoted !== undefined ? quoted.replace(/""/gu, '"') : plain ?? '').trim());
}

function withTableRow(text: string, row: OfficeTerm): string {
  const lines = text.replace(/\r\n/gu, '\n').replace(/\n+$/u, '').split('\n');
  const head = lines[0]?.trim() ? cellsOf((lines[0]).replace(/^\ufeff/u, '')).map((cell) => cell.toLowerCase()) : ['term', ...FIELDS];
  if (!lines[0]?.trim()) lines[0] = head.join(',');
  if (!head.includes('term')) throw new Error('its first line has no column “term”');
  const fields: Readonly<Record<string, unknown>> = { term: row.term, ...fieldsOf(row) };
  const missing = FIELDS.find((field) => fields[field] !== undefined && !head.includes(field));
  if (missing) throw new Error(`it has no column “${missing}”`);
  const at = lines.findIndex((line, i) => i > 0 && sameTerm(cellsOf(line)[head.indexOf('term')], row.term));
  const before = at > 0 ? cellsOf(lines[at] as string) : [];
  const written = head.map((field, i) => {
    const known = field === 'term' || (FIELDS as readonly string[]).includes(field);
    const value = known ? fields[field] : before[i];
    const cell = Array.isArray(value) ? value.join(';') : value === true ? 'true' : typeof value === 'string' ? value : '';
    return /[",\n]/u.test(cell) ? `"${cell.replace(/"/gu, '""')}"` : cell;
  }).join(',');
  if (at > 0) lines[at] = written; else lines.push(written);
  return `${lines.join('\n')}\n`;
}
