/** Drafts from disk. */
import * as path from 'node:path';
import type { Draft } from '../core/check/types';
import { readFile } from '../engine/files';
import { LIMITS } from '../engine/limits';

/** Drafts whose markup the checks read themselves. */
const TEXT_DRAFTS = new Set(['.tex', '.ltx']);
const LANGUAGES: Readonly<Record<string, Draft['language']>> = { '.md': 'markdown', '.markdown': 'markdown', '.tex': 'latex', '.ltx': 'latex' };

/** A draft by its path; what is wrong with it is told. Null where it cannot be read. */
export async function readDraft(file: string, say: (line: string) => void): Promise<Draft | null> {
  const extension = path.extname(file).toLowerCase();
  const { text, problems = [] } = await readFile(path.resolve(file), file, null, LIMITS, TEXT_DRAFTS.has(extension) ? null : undefined);
  for (const { message } of problems) say(`${file}: ${message}`);
  if (text === '' && problems.some(({ code }) => code !== 'empty' && code !== 'replaced-bytes')) return null;
  return { text, language: LANGUAGES[extension] ?? 'plaintext' };
}
