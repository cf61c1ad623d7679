/** The report as SARIF 2.1.0 (OASIS), which code hosts and editors read. */
import type { AcceptedFinding, Finding, Severity } from '../core/check/types';
import { acceptedWords } from './report';
import { inOrder, positionsIn, type CheckedDraft, type Position } from './report';

const LEVELS: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', information: 'note', hint: 'note' };

/** A path as a URI reference, relative where the path is. */
function uriOf(file: string): string {
  return file.replace(/\\/g, '/').split('/').map(encodeURIComponent).join('/');
}

/** An accepted finding is reported as a suppressed result: by a comment in the draft, or by a row outside it. */
function suppressionOf(accepted: AcceptedFinding): { readonly kind: string; readonly justification: string } {
  return { kind: accepted.by === 'comment' ? 'inSource' : 'external', justification: acceptedWords(accepted, 'en') };
}

/** SARIF columns count UTF-16 code units here (`columnKind`), ends exclusive, as ours do. */
export function sarifReport(drafts: readonly CheckedDraft[]): string {
  const rules = [...new Set(drafts.flatMap(({ result }) => [...result.findings, ...result.accepted.map(({ finding }) => finding)].map(({ rule }) => rule)))].sort();
  const region = (start: Position, end: Position) => ({ startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column });
  const results = drafts.flatMap(({ file, text, result }) => {
    const position = positionsIn(text);
    const artifactLocation = { uri: uriOf(file) };
    const suppressed = new Map<Finding, AcceptedFinding>(result.accepted.map((one) => [one.finding, one]));
    return inOrder([...result.findings, ...suppressed.keys()]).map((finding) => ({
      ruleId: finding.rule,
      ruleIndex: rules.indexOf(finding.rule),
      level: LEVELS[finding.severity],
      message: { text: finding.source ? `${finding.message} (${finding.source.citation})` : finding.message },
      locations: [{ physicalLocation: { artifactLocation, region: region(position(finding.start), position(finding.end)) } }],
      ...(suppressed.has(finding) ? { suppressions: [suppressionOf(suppressed.get(finding) as AcceptedFinding)] } : {}),
      ...(finding.edits.length > 0 ? {
        fixes: [{
          artifactChanges: [{
            artifactLocation,
            replacements: finding.edits.map((edit) => ({
              deletedRegion: region(position(edit.start), position(edit.end)), insertedContent: { text: edit.newText },
            })),
          }],
        }],
      } : {}),
    }));
  });
  return JSON.stringify({
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [{ tool: { driver: { name: 'Yinju', rules: rules.map((id) => ({ id })) } }, columnKind: 'utf16CodeUnits', results }],
  });
}
