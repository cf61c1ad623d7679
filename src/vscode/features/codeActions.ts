/** Quick fixes of the findings, and all certain ones at once (`source.fixAll.yinju`). */
import * as vscode from 'vscode';
import type { Finding, TextEdit } from '../../core/check/types';
import { DIAGNOSTIC_SOURCE, type Checker } from '../checker';
import { DRAFT_SELECTOR, rangeOf } from '../drafts';
import { placeOf, shortened } from '../markdown';
import type { Parts } from '../parts';
import { fixTitle } from '../words';

const FIX_ALL = vscode.CodeActionKind.SourceFixAll.append('yinju');

export function registerCodeActions({ checker }: Parts): vscode.Disposable {
  return vscode.languages.registerCodeActionsProvider(DRAFT_SELECTOR, {
    provideCodeActions: (document, _range, context) => [
      ...withoutTwins(context.diagnostics.flatMap((diagnostic) => actionsOf(checker, document, diagnostic))),
      ...(context.only && FIX_ALL.intersects(context.only) ? fixAll(checker, document) : []),
    ],
  }, { providedCodeActionKinds: [vscode.CodeActionKind.QuickFix, FIX_ALL] });
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

function actionsOf(checker: Checker, document: vscode.TextDocument, diagnostic: vscode.Diagnostic): vscode.CodeAction[] {
  const finding = findingOf(checker, document, diagnostic);
  if (!finding) return [];
  const { source } = finding;
  const action = (title: string, more: Partial<vscode.CodeAction>) =>
    Object.assign(new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix), { diagnostics: [diagnostic] }, more);
  const fixes = finding.fixes.map((fix) => action(fixTitle(fix.kind, shortened(fix.edits.map(({ newText }) => newText).join(' … '), 30)),
    { edit: editOf(document, fix.edits), isPreferred: fix.preferred }));
  if (!source) return fixes;
  const draftWords = checker.checked(document)?.result.quotations.find(({ start, end }) => start <= finding.start && finding.end <= end)?.text
    ?? document.getText(diagnostic.range);
  const run = (title: string, command: string, ...args: unknown[]) => action(title, { command: { title, command, arguments: args } });
  return [
    ...fixes,
    run(vscode.l10n.t('Open the source'), 'yinju.openPlace', placeOf(source), source.title),
    run(vscode.l10n.t('Compare side by side'), 'yinju.compare', draftWords, source.text),
  ];
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
