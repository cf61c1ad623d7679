/** Reads the office's glossary that lies in a library folder. */
import { promises as fs } from 'node:fs';
import * as path from 'node:path';
import { GLOSSARY_FILES, readGlossary, type OfficeTerm } from '../core/library/glossaryFile';
import { decode } from './decode';
import { reasonOf, type LibraryProblem } from './limits';

/** Whether a file of a folder is its glossary and no document. */
export function isGlossary(name: string): boolean {
  return GLOSSARY_FILES.includes(name.toLowerCase());
}

/** The rows of a folder's glossary; null where it has none. What is wrong with rows is one problem of the file. */
export async function glossaryOf(directory: string, names: readonly string[]): Promise<{ rows: readonly OfficeTerm[]; problems: readonly LibraryProblem[] } | null> {
  const name = GLOSSARY_FILES.map((one) => names.find((n) => n.toLowerCase() === one)).find((n) => n !== undefined);
  if (name === undefined) return null;
  const file = path.join(directory, name);
  try {
    const { rows, problems } = readGlossary(name, decode(await fs.readFile(file)).text);
    if (problems.length === 0) return { rows, problems: [] };
    return { rows, problems: [{ code: rows.length > 0 ? 'glossary-rows' : 'bad-glossary', file, message: `the glossary: ${problems.join('; ')}` }] };
  } catch (error) {
    return { rows: [], problems: [{ code: 'bad-glossary', file, message: `the glossary cannot be read: ${reasonOf(error)}` }] };
  }
}
