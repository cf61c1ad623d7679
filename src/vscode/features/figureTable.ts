/** All figures of a draft as a table, for the author's last look: a read-only document that follows the draft, each row a link to its place. */
import * as vscode from 'vscode';
import { draftTable, draftTableMarkdown } from '../../core/features/figures/draftTable';
import { locale } from '../drafts';
import { command } from '../guard';
import type { Parts } from '../parts';

const SCHEME = 'yinju-figures';
/** A row begins with its place in the draft: line and column, from 1. */
const PLACE = /^\| (\d+):(\d+) \|/;

export function registerFigureTable({ log, checker, editors, messages }: Parts): vscode.Disposable {
  const changed = new vscode.EventEmitter<vscode.Uri>();
  /** The last table of each draft: while it is being checked anew, the old one stays. */
  const shown = new Map<string, string>();

  const uriOf = ({ uri }: vscode.TextDocument): vscode.Uri => {
    const name = (uri.path.split('/').at(-1) ?? '').replace(/\.\w+$/u, '');
    return vscode.Uri.from({ scheme: SCHEME, path: `/${vscode.l10n.t('Figures of {0}', name)}.md`, query: uri.toString() });
  };

  function tableOf(draft: string): string {
    const document = vscode.workspace.textDocuments.find(({ uri }) => uri.toString() === draft);
    const checked = document && checker.checked(document);
    if (document && checked?.version === document.version) {
      const rows = draftTable(document.getText(), checked.result, locale());
      const place = ({ start }: { readonly start: number }) => { const { line, character } = document.positionAt(start); return `${line + 1}:${character + 1}`; };
      shown.set(draft, rows.length === 0 ? `${vscode.l10n.t('This draft has no figures.')}\n` : `${draftTableMarkdown(rows, locale(), place)}\n`);
    }
    return shown.get(draft) ?? '';
  }

  return vscode.Disposable.from(
    changed,
    checker.onDidCheck((document) => { if (vscode.workspace.textDocuments.some(({ uri }) => uri.scheme === SCHEME && uri.query === document.uri.toString())) changed.fire(uriOf(document)); }),
    vscode.workspace.onDidCloseTextDocument(({ uri }) => { if (uri.scheme === SCHEME) shown.delete(uri.query); }),
    vscode.workspace.registerTextDocumentContentProvider(SCHEME, { onDidChange: changed.event, provideTextDocumentContent: ({ query }) => tableOf(query) }),
    vscode.languages.registerDocumentLinkProvider({ scheme: SCHEME }, {
      provideDocumentLinks: (document) => Array.from({ length: document.lineCount }, (_, line) => {
        const match = PLACE.exec(document.lineAt(line).text);
        return match ? [new vscode.DocumentLink(new vscode.Range(line, 2, line, match[0].length - 2), vscode.Uri.parse(document.uri.query).with({ fragment: `L${match[1]},${match[2]}` }))] : [];
      }).flat(),
    }),
    command(log, 'yinju.showFigureTable', async () => {
      const document = editors.current()?.document;
      if (!document || !checker.checked(document)) return messages.answer(vscode.l10n.t('There is no checked draft. Open a Markdown, text or LaTeX document.'));
      await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uriOf(document)), { viewColumn: vscode.ViewColumn.Beside, preview: true });
    }),
  );
}
