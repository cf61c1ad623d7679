/** Commands behind links and quick fixes: open a place of a source, list the uses of a term, compare two texts. */
import * as vscode from 'vscode';
import type { Place } from '../../core/text/offsets';
import { command } from '../guard';
import { placeOf, shortened } from '../markdown';
import type { Parts } from '../parts';
import { shortName } from '../words';

const COMPARE_SCHEME = 'yinju-compare';

export function registerPlaces({ log, engine, sources, messages }: Parts): vscode.Disposable {
  return vscode.Disposable.from(
    command(log, 'yinju.openPlace', (place: Place, title?: string | null) => sources.open(place, title)),
    command(log, 'yinju.showUses', async (term: string) => {
      const uses = await engine.ask('uses', [term]);
      if (!uses || uses.length === 0) return messages.answer(vscode.l10n.t('The library does not use “{0}”.', term));
      const rows = uses.map((use) => ({ label: shortened(use.text, 100), description: use.date ?? vscode.l10n.t('undated'), detail: shortName(use), title: use.title, place: placeOf(use) }));
      const row = await vscode.window.showQuickPick(rows, { title: vscode.l10n.t('All uses of “{0}” in the library', term), matchOnDetail: true });
      if (row) await sources.open(row.place, row.title);
    }),
    command(log, 'yinju.compare', async (draft: string, source: string) => {
      const uri = (name: string, text: string) => vscode.Uri.from({ scheme: COMPARE_SCHEME, path: `/${name}.txt`, query: text });
      const names = [vscode.l10n.t('Draft'), vscode.l10n.t('Source')] as const;
      await vscode.commands.executeCommand('vscode.diff', uri(names[0], draft), uri(names[1], source), names.join(' ↔ '), { preview: true });
    }),
    // Both texts are in the address: a comparison that is restored with its window still has them.
    vscode.workspace.registerTextDocumentContentProvider(COMPARE_SCHEME, { provideTextDocumentContent: (uri) => uri.query }),
  );
}
