/** The status bar item with the count of quotations that agree with their sources, and the list of all verdicts behind it. */
import * as vscode from 'vscode';
import { derivedWords } from '../../core/check/figures/messages';
import type { CheckResult, Evidence } from '../../core/check/types';
import { readSettings } from '../configuration';
import { draftLanguage, locale, rangeOf } from '../drafts';
import { command } from '../guard';
import { shortened } from '../markdown';
import type { Parts } from '../parts';
import { figureVerdict, quotationVerdict, shortName } from '../words';

const GOOD = new Set(['verbatim', 'form-only', 'agrees', 'rounded']);

export function registerVerdicts(parts: Parts): vscode.Disposable {
  const { log, checker, engine, editors } = parts;
  const item = vscode.window.createStatusBarItem('yinju.verdicts', vscode.StatusBarAlignment.Right, 90);
  item.name = vscode.l10n.t('Yinju: Quotations');
  item.command = 'yinju.showVerdicts';

  function update(): void {
    const editor = vscode.window.activeTextEditor;
    const settings = editor && readSettings(editor.document.uri);
    if (!editor || !settings?.statusBarEnabled || !settings.checkEnabled || !draftLanguage(editor.document)) return item.hide();
    const checked = checker.checked(editor.document);
    // A draft without quotations has nothing to count.
    if (checked && checked.result.quotations.length + checked.result.findings.length === 0) return item.hide();
    if (checked) show(checked.result);
    else if (engine.state === 'starting') say('$(loading~spin)', vscode.l10n.t('Yinju is reading the library'));
    else if (engine.state === 'failed') say('$(warning)', vscode.l10n.t('Yinju has stopped'));
    else return item.hide();
    item.show();
  }
  function say(icon: string, text: string): void {
    item.text = icon;
    item.tooltip = text;
    item.accessibilityInformation = { label: text };
  }
  function show({ quotations, findings }: CheckResult): void {
    const known = quotations.filter(({ verdict }) => verdict !== 'not-in-library');
    const good = known.filter(({ verdict }) => GOOD.has(verdict)).length;
    const lines = [
      vscode.l10n.t('{0} of {1} quotations agree with their sources', good, known.length),
      ...(known.length < quotations.length ? [vscode.l10n.t('{0} quotations are not in the library', quotations.length - known.length)] : []),
      vscode.l10n.t('{0} findings', findings.length),
    ];
    item.text = `$(check) ${good}/${known.length}`;
    item.tooltip = lines.join('\n');
    item.accessibilityInformation = { label: lines.join('; ') };
  }

  update();
  return vscode.Disposable.from(
    item,
    checker.onDidCheck((document) => { if (document === vscode.window.activeTextEditor?.document) update(); }),
    engine.onDidChangeState(update), editors.onDidChange(update),
    vscode.workspace.onDidChangeConfiguration((event) => { if (event.affectsConfiguration('yinju')) update(); }),
    command(log, 'yinju.showVerdicts', () => showVerdicts(parts)),
  );
}

/** The list of verdicts; moving in it shows each place in the draft, Escape goes back to where the writer was. */
async function showVerdicts({ checker, editors, messages }: Parts): Promise<void> {
  const editor = editors.current();
  const checked = editor && checker.checked(editor.document);
  if (!editor || !checked) return messages.answer(vscode.l10n.t('There is no checked draft. Open a Markdown, text or LaTeX document.'));
  const { document, selection, visibleRanges } = editor;
  const row = (span: { start: number; end: number }, text: string, verdict: string, words: string, source: Evidence | null | undefined) => ({
    range: rangeOf(document, span), label: `$(${icon(verdict)}) ${shortened(text, 80)}`, detail: [words, ...(source ? [shortName(source)] : [])].join(' · '),
  });
  const { quotations, figures } = checked.result;
  const rows = [
    ...quotations.map((one) => row(one, one.text, one.verdict, quotationVerdict(one.verdict), one.source)),
    ...figures.filter(({ verdict, derived }) => verdict !== 'no-source' || derived).map((one) => row(one, one.raw, one.derived ? 'derived' : one.verdict, one.derived ? derivedWords(one.derived, locale()) : figureVerdict(one.verdict), one.source ?? one.derived?.from[0]?.source)),
  ].sort((a, b) => a.range.start.compareTo(b.range.start));
  if (rows.length === 0) return messages.answer(vscode.l10n.t('This draft has no quotation, and no figure that the library knows.'));
  const reveal = (range: vscode.Range) => { editor.selection = new vscode.Selection(range.start, range.end); editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport); };
  const chosen = await vscode.window.showQuickPick(rows, {
    title: vscode.l10n.t('Verdicts of this draft'), matchOnDetail: true,
    onDidSelectItem: (one) => { if (typeof one !== 'string' && 'range' in one) reveal((one as (typeof rows)[number]).range); },
  });
  if (chosen) return reveal(chosen.range);
  editor.selection = selection;
  if (visibleRanges[0]) editor.revealRange(visibleRanges[0], vscode.TextEditorRevealType.AtTop);
}

function icon(verdict: string): string {
  if (GOOD.has(verdict)) return 'check';
  return verdict === 'derived' ? 'symbol-operator' : verdict === 'not-in-library' ? 'circle-slash' : 'warning';
}
