/** `check`: drafts from disk, checked against the library, as JSON or as a report. */
import * as path from 'node:path';
import type { PackFile } from '../core/check/packs/pack';
import type { Locale } from '../core/features/types';
import type { Opened } from '../engine/open';
import type { CommandLine, Format } from './arguments';
import { readDraft } from './draft';
import { htmlReport } from './htmlReport';
import { markdownReport } from './markdownReport';
import { prettyReport } from './prettyReport';
import type { CheckedDraft } from './report';
import { sarifReport } from './sarifReport';
import { draftName, packFile, workspaceOf } from './workspace';

export interface CheckOutput {
  readonly output: string;
  readonly unreadable: boolean;
  /** Whether a finding of severity error was made. */
  readonly errors: boolean;
}

/** Checks the drafts in the order given. A draft that cannot be read is told and left out; the others are answered. */
export async function checkDrafts({ service }: Opened, line: CommandLine, locale: Locale, say: (line: string) => void): Promise<CheckOutput> {
  const drafts: CheckedDraft[] = [];
  const named = namedPacks(line.packs, say);
  let unreadable = named.missing;
  for (const file of line.operands) {
    const draft = await readDraft(file, say);
    if (!draft) { unreadable = true; continue; }
    const { text } = draft;
    const workspace = workspaceOf(file, say);
    const result = service.check(draft, {
      locale, severities: line.severities, profiles: line.profiles, packs: [...named.packs, ...(workspace?.packs ?? [])],
      accepted: { file: workspace && draftName(workspace, file), rows: workspace?.rows ?? [] },
    });
    for (const problem of result.problems) say(`${problem.file}${problem.row === null ? '' : `, row ${problem.row}`}: ${problem.message}`);
    drafts.push({ file, text, result });
  }
  const format: Format = line.format ?? (process.stdout.isTTY ? 'pretty' : 'json');
  const errors = drafts.some(({ result }) => result.findings.some(({ severity }) => severity === 'error'));
  return { output: render(format, drafts, locale), unreadable, errors };
}

/** The packs that were named; one that cannot be read is told. */
function namedPacks(files: readonly string[], say: (line: string) => void): { readonly packs: readonly PackFile[]; readonly missing: boolean } {
  const packs = files.map((file) => {
    const pack = packFile(path.resolve(file));
    if (!pack) say(`${file}: the pack cannot be read`);
    return pack;
  });
  return { packs: packs.filter((pack) => pack !== null), missing: packs.includes(null) };
}

function render(format: Format, drafts: readonly CheckedDraft[], locale: Locale): string {
  switch (format) {
    case 'json': case 'bibtex': return JSON.stringify({ drafts: drafts.map(({ file, result }) => ({ file, ...result })) }, null, process.stdout.isTTY ? 2 : undefined);
    case 'pretty': return prettyReport(drafts, locale, process.stdout.isTTY && !process.env['NO_COLOR']);
    case 'sarif': return sarifReport(drafts);
    case 'html': return htmlReport(drafts, locale);
    case 'md': return markdownReport(drafts, locale);
  }
}
