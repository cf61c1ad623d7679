/** Quick fixes of the findings, and all certain ones at once (`source.fixAll.yinju`). */
import * as vscode from 'vscode';
import type { Finding, TextEdit } from '../../core/check/types';
import { DIAGNOSTIC_SOURCE, type Checker } from '../checker';
import { citeNote } from '../../core/features/citeNote';
import { DRAFT_SELECTOR, draftLanguage, rangeOf } from '../drafts';
import { placeOf, shortened } from '../markdown';
import type { OfficeFiles } from '../officeFiles';
import type { Parts } from '../parts';
import { fixTitle } from '../words';

const FIX_ALL = vscode.CodeActionKind.SourceFixAll.append('yinju');

const CITE = vscode.CodeActionKind.RefactorRewrite.append('yinju.cite');

export function registerCodeActions({ checker, office }: Parts): vscode.Disposable {
  return vscode.languages.registerCodeActionsProvider(DRAFT_SELECTOR, {
    provideCodeActions: (document, range, context) => [
      ...withoutTwins(context.diagnostics.flatMap((diagnostic) => actionsOf(checker, office, document, diagnostic))),
      ...cite(checker, document, range),
      ...(context.only && FIX_ALL.intersects(context.only) ? fixAll(checker, document) : []),
    ],
  }, { providedCodeActionKinds: [vscode.CodeActionKind.QuickFix, CITE, FIX_ALL] });
}

/** The finding behind a diagnostic, as long as the draft is the one that was checked. */
function findingOf(checker: Checker, document: vscode.TextDocument, diagnostic: vscode.Diagnostic): Finding | undefined {
  const checked = checker.checked(document);
  if (diagnostic.source !== DIAGNOSTIC_SOURCE || checked?.version !== document.version) return undefined;
  return checked.result.findings.find((finding) => finding.rule === diagnostic.code && rangeOf(document, finding).isEqual(diagnostic.range));
}

function editOf(document: vscode.TextDocument, edits: readonly TextEdit[]): vscode.WorkspaceEdit {
  const edit = new vscode.WorkspaceEdit();
  edit.set(document.uri, edits.map((one) => vscode.TextEdit.replace(rangeOf(document, one), one.newText)));
  return edit;
}

/** Findings of one quotation share their fixes: what does the same is offered once. */
function withoutTwins(actions: readonly vscode.CodeAction[]): vscode.CodeAction[] {
  const seen = new Map<string, vscode.CodeAction>();
  for (const action of actions) {
    const key = JSON.stringify([action.title, action.edit?.entries(), action.command?.arguments]);
    const twin = seen.get(key);
    if (twin) twin.diagnostics = [...(twin.diagnostics ?? []), ...(action.diagnostics ?? [])];
    else seen.set(key, action);
  }
  return [...seen.values()];
}

function actionsOf(checker: Checker, office: OfficeFiles, document: vscode.TextDocument, diagnostic: vscode.Diagnostic): vscode.CodeAction[] {
  const finding = findingOf(checker, document, diagnostic);
  if (!finding) return [];
  const { source } = finding;
  const action = (title: string, more: Partial<vscode.CodeAction>) =>
    Object.assign(new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix), { diagnostics: [diagnostic] }, more);
  const joined = (texts: readonly string[]) => shortened(texts.filter(Boolean).join(' … '), 30);
  const fixes = finding.fixes.map((fix) => action(fixTitle(fix.kind, joined(fix.edits.map(({ newText }) => newText)), joined(fix.edits.map((one) => document.getText(rangeOf(document, one))))),
    { edit: editOf(document, fix.edits), isPreferred: fix.preferred }));
  const run = (title: string, command: string, ...args: unknown[]) => action(title, { command: { title, command, arguments: args } });
  const living = [
    ...(office.placeOf(document) ? [run(vscode.l10n.t('Accept with a reason…'), 'yinju.accept', document.uri, finding)] : []),
    run(vscode.l10n.t('Silence…'), 'yinju.silence', document.uri, finding),
  ];
  if (!source) return [...fixes, ...living];
  const draftWords = checker.checked(document)?.result.quotations.find(({ start, end }) => start <= finding.start && finding.end <= end)?.text
    ?? document.getText(diagnostic.range);
  return [
    ...fixes,
    run(vscode.l10n.t('Open the source'), 'yinju.openPlace', placeOf(source), source.title),
    run(vscode.l10n.t('Compare side by side'), 'yinju.compare', draftWords, source.text),
    ...living,
  ];
}

/** For a quotation that the library holds and that no note follows yet: a note that cites its source. */
function cite(checker: Checker, document: vscode.TextDocument, range: vscode.Range): vscode.CodeAction[] {
  const checked = checker.checked(document), language = draftLanguage(document);
  if (checked?.version !== document.version || !language) return [];
  const quotation = checked.result.quotations.find((one) => one.source !== null && one.verdict !== 'paraphrase' && rangeOf(document, one).intersection(range));
  const edits = quotation?.source ? citeNote(document.getText(), language, quotation.end, quotation.source) : null;
  if (!edits) return [];
  const action = new vscode.CodeAction(vscode.l10n.t('Cite the source'), CITE);
  action.edit = editOf(document, edits);
  return [action];
}

/** One edit with every certain fix; of two that touch each other only the first. */
function fixAll(checker: Checker, document: vscode.TextDocument): vscode.CodeAction[] {
  const checked = checker.checked(document);
  if (checked?.version !== document.version) return [];
  const edits: TextEdit[] = [];
  for (const { fixes } of checked.result.findings) {
    const fix = fixes.find(({ preferred }) => preferred);
    if (fix && fix.edits.every((one) => edits.every((other) => one.end < other.start || other.end < one.start))) edits.push(...fix.edits);
  }
  if (edits.length === 0) return [];
  const action = new vscode.CodeAction(vscode.l10n.t('Restore the sources\' words wherever it is certain'), FIX_ALL);
  action.edit = editOf(document, edits);
  return [action];
}
