/** `check`: drafts from disk, checked against the library, as JSON or as a report. */
import * as path from 'node:path';
import type { Draft } from '../core/check/types';
import type { Locale } from '../core/features/types';
import type { Opened } from '../engine/open';
import { LIMITS, readFile } from '../engine/files';
import type { CommandLine, Format } from './arguments';
import { htmlReport } from './htmlReport';
import { markdownReport } from './markdownReport';
import { prettyReport } from './prettyReport';
import type { CheckedDraft } from './report';
import { sarifReport } from './sarifReport';

/** Drafts whose markup the checks read themselves. */
const TEXT_DRAFTS = new Set(['.tex', '.ltx']);
const LANGUAGES: Readonly<Record<string, Draft['language']>> = { '.md': 'markdown', '.markdown': 'markdown', '.tex': 'latex', '.ltx': 'latex' };

export interface CheckOutput {
  readonly output: string;
  readonly unreadable: boolean;
  /** Whether a finding of severity error was made. */
  readonly errors: boolean;
}

/** Checks the drafts in the order given. A draft that cannot be read is told and left out; the others are answered. */
export async function checkDrafts({ service }: Opened, line: CommandLine, locale: Locale, say: (line: string) => void): Promise<CheckOutput> {
  const drafts: CheckedDraft[] = [];
  let unreadable = false;
  for (const file of line.operands) {
    const { text, problems = [] } = await readFile(path.resolve(file), file, null, LIMITS, TEXT_DRAFTS.has(path.extname(file).toLowerCase()) ? null : undefined);
    for (const { message } of problems) say(`${file}: ${message}`);
    if (text === '' && problems.some(({ code }) => code !== 'empty' && code !== 'replaced-bytes')) { unreadable = true; continue; }
    const language = LANGUAGES[path.extname(file).toLowerCase()] ?? 'plaintext';
    drafts.push({ file, text, result: service.check({ text, language }, { locale }) });
  }
  const format: Format = line.format ?? (process.stdout.isTTY ? 'pretty' : 'json');
  const errors = drafts.some(({ result }) => result.findings.some(({ severity }) => severity === 'error'));
  return { output: render(format, drafts, locale), unreadable, errors };
}

function render(format: Format, drafts: readonly CheckedDraft[], locale: Locale): string {
  switch (format) {
    case 'json': return JSON.stringify({ drafts: drafts.map(({ file, result }) => ({ file, ...result })) }, null, process.stdout.isTTY ? 2 : undefined);
    case 'pretty': return prettyReport(drafts, locale, process.stdout.isTTY && !process.env['NO_COLOR']);
    case 'sarif': return sarifReport(drafts);
    case 'html': return htmlReport(drafts, locale);
    case 'md': return markdownReport(drafts, locale);
  }
}
