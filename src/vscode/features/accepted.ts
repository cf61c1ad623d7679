/** Living with findings: accept one with a reason, silence a wording or a rule, see what is accepted and what has expired. */
import * as vscode from 'vscode';
import { acceptRow, keysOf } from '../../core/check/accepted/match';
import { ACCEPTED_FILE, type AcceptedRow, type AcceptedScope } from '../../core/check/accepted/row';
import type { Finding } from '../../core/check/types';
import { authorOf } from '../author';
import { draftLanguage, rangeOf } from '../drafts';
import { command } from '../guard';
import { shortened } from '../markdown';
import type { Parts } from '../parts';
import { silenceComment } from '../silence';

export function registerAccepted(parts: Parts): vscode.Disposable {
  const { log } = parts;
  return vscode.Disposable.from(
    command(log, 'yinju.accept', (uri: vscode.Uri, finding: Finding, scope: AcceptedScope = 'here') => accept(parts, uri, finding, scope)),
    command(log, 'yinju.silence', (uri: vscode.Uri, finding: Finding) => silence(parts, uri, finding)),
    command(log, 'yinju.showAccepted', () => showAccepted(parts)),
  );
}

const open = (uri: vscode.Uri) => vscode.workspace.openTextDocument(vscode.Uri.from(uri));

async function accept({ office, checker, messages }: Parts, uri: vscode.Uri, finding: Finding, scope: AcceptedScope): Promise<void> {
  const document = await open(uri);
  const place = office.placeOf(document);
  const checked = checker.checked(document);
  if (!place || !checked) return messages.answer(vscode.l10n.t('Exceptions are kept in the folder that is open: save the draft in it first.'));
  const words = shortened(document.getText(rangeOf(document, finding)), 20);
  const reason = (await vscode.window.showInputBox({
    title: scope === 'here' ? vscode.l10n.t('Accept “{0}” here', words) : scope === 'wording' ? vscode.l10n.t('Accept “{0}” in every draft', words) : vscode.l10n.t('Switch {0} off in this draft', finding.rule),
    prompt: finding.message, placeHolder: vscode.l10n.t('Why may it stand?'), ignoreFocusOut: true,
    validateInput: (text) => (text.trim() === '' ? vscode.l10n.t('An exception needs its reason.') : null),
  }))?.trim();
  const author = reason ? await authorOf(document) : undefined;
  if (!reason || !author) return;
  const key = keysOf(document.getText(), checked.result.quotations)(finding);
  await office.change(place.folder, [acceptRow(finding, key, scope, place.file, { reason, author, date: today() })]);
}

/** The day on the writer's own calendar. */
function today(): string {
  const now = new Date();
  return `${now.getFullYear()}-${String(now.getMonth() + 1).padStart(2, '0')}-${String(now.getDate()).padStart(2, '0')}`;
}

/** Asks how far the silence shall reach. */
async function silence(parts: Parts, uri: vscode.Uri, finding: Finding): Promise<void> {
  const document = await open(uri);
  const words = shortened(document.getText(rangeOf(document, finding)), 20);
  const language = draftLanguage(document);
  const inWorkspace = parts.office.placeOf(document) !== undefined;
  const choices: (vscode.QuickPickItem & { run: () => unknown })[] = [];
  if (inWorkspace) choices.push({ label: vscode.l10n.t('“{0}” in every draft of this folder', words), description: ACCEPTED_FILE, run: () => accept(parts, document.uri, finding, 'wording') });
  if (language !== 'plaintext') choices.push({ label: vscode.l10n.t('This paragraph, by a comment before it'), run: () => comment(document, finding, 'next') });
  if (language !== 'plaintext') choices.push({ label: vscode.l10n.t('{0} in this draft, by a comment at its beginning', finding.rule), run: () => comment(document, finding, 'file') });
  else if (inWorkspace) choices.push({ label: vscode.l10n.t('{0} in this draft', finding.rule), description: ACCEPTED_FILE, run: () => accept(parts, document.uri, finding, 'file') });
  choices.push({ label: vscode.l10n.t('{0} in all drafts, by the settings', finding.rule), run: () => switchOff(document, finding.rule) });
  const chosen = await vscode.window.showQuickPick(choices, { title: vscode.l10n.t('Silence'), placeHolder: finding.message });
  await chosen?.run();
}

async function comment(document: vscode.TextDocument, finding: Finding, reach: 'next' | 'file'): Promise<void> {
  const language = draftLanguage(document);
  const made = language && silenceComment(document.getText(), language, finding, reach);
  if (!made) return;
  const edit = new vscode.WorkspaceEdit();
  edit.insert(document.uri, document.positionAt(made.at), made.text);
  await vscode.workspace.applyEdit(edit);
}

async function switchOff(document: vscode.TextDocument, rule: string): Promise<void> {
  const configuration = vscode.workspace.getConfiguration('yinju', document.uri);
  const target = vscode.workspace.workspaceFolders ? vscode.ConfigurationTarget.Workspace : vscode.ConfigurationTarget.Global;
  const inspected = configuration.inspect<Record<string, string>>('severities');
  const set = (target === vscode.ConfigurationTarget.Workspace ? inspected?.workspaceValue : inspected?.globalValue) ?? {};
  await configuration.update('severities', { ...set, [rule]: 'off' }, target);
}

interface Row extends vscode.QuickPickItem {
  readonly row?: AcceptedRow;
  readonly range?: vscode.Range;
}

/** Those that have expired first; each can be taken back, and what is still there can be gone to. */
async function showAccepted({ checker, editors, office, messages }: Parts): Promise<void> {
  const editor = editors.current();
  const checked = editor && checker.checked(editor.document);
  if (!editor || !checked) return messages.answer(vscode.l10n.t('There is no checked draft. Open a Markdown, text or LaTeX document.'));
  const { document } = editor;
  const place = office.placeOf(document);
  const { stale, accepted } = checked.result;
  const rows = place ? await office.rows(place.folder) : [];
  const remove: vscode.QuickInputButton = { iconPath: new vscode.ThemeIcon('trash'), tooltip: vscode.l10n.t('Take back') };
  const by = ({ author, date }: { readonly author: string | null; readonly date: string | null }) => [author, date].filter(Boolean).join(' · ');
  const known = new Set([...stale.map(({ row }) => row.id), ...accepted.map(({ row }) => row)]);
  // Rows that the last answer does not know: of other drafts, and such as have just been written.
  const others = rows.filter(({ id }) => !known.has(id));
  const [here, elsewhere] = [others.filter(({ file }) => file === place?.file), others.filter(({ file }) => file !== place?.file)];
  const listed = (row: AcceptedRow): Row => ({ label: shortened(row.words || row.rule, 40), description: row.file ?? row.rule, detail: `${row.reason} — ${by(row)}`, row, buttons: [remove] });
  const items: Row[] = [
    ...stale.map(({ row, why }): Row => ({
      label: `$(warning) ${shortened(row.words, 40)}`, row, buttons: [remove],
      description: why === 'draft-changed' ? vscode.l10n.t('expired: the draft has changed') : vscode.l10n.t('expired: the source has changed'), detail: `${row.reason} — ${by(row)}`,
    })),
    ...accepted.map(({ finding, row: id, reason, author, date }): Row => {
      const row = rows.find((one) => one.id === id);
      const range = rangeOf(document, finding);
      return { label: `$(check) ${shortened(document.getText(range), 40)}`, description: finding.message, detail: `${reason ?? vscode.l10n.t('no reason given')} — ${by({ author, date }) || vscode.l10n.t('a comment in the draft')}`, range, ...(row ? { row, buttons: [remove] } : {}) };
    }),
    ...here.map(listed),
    ...(elsewhere.length > 0 ? [{ label: vscode.l10n.t('Other drafts'), kind: vscode.QuickPickItemKind.Separator }] : []),
    ...elsewhere.map(listed),
  ];
  if (items.length === 0) return messages.answer(vscode.l10n.t('Nothing is accepted in this draft.'));
  const picker = vscode.window.createQuickPick<Row>();
  picker.title = vscode.l10n.t('Accepted exceptions');
  picker.matchOnDescription = picker.matchOnDetail = true;
  picker.items = items;
  picker.onDidTriggerItemButton(async ({ item }) => {
    if (place && item.row) await office.change(place.folder, [], new Set([item.row.id]));
    picker.items = picker.items.filter((one) => one !== item);
  });
  picker.onDidAccept(() => {
    const [item] = picker.activeItems;
    picker.hide();
    if (!item?.range) return;
    editor.selection = new vscode.Selection(item.range.start, item.range.end);
    editor.revealRange(item.range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
  });
  picker.onDidHide(() => { picker.dispose(); });
  picker.show();
}
