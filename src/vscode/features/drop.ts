/** What is dropped into a draft from the library or the side panel: it stands there in the style of the settings, fitted to the place. */
import * as vscode from 'vscode';
import { ITEM_MIME } from '../../webview/lib/messages';
import { insertOptions } from '../configuration';
import { DRAFT_SELECTOR, draftOf, rangeOf } from '../drafts';
import { guarded } from '../guard';
import type { Parts } from '../parts';

export function registerDrop({ log, engine }: Parts): vscode.Disposable {
  return vscode.languages.registerDocumentDropEditProvider(DRAFT_SELECTOR, {
    provideDocumentDropEdits: guarded(log, 'drop', async (document: vscode.TextDocument, position: vscode.Position, transfer: vscode.DataTransfer, token: vscode.CancellationToken) => {
      const item = await transfer.get(ITEM_MIME)?.asString();
      const draft = draftOf(document);
      if (!item || !draft) return undefined;
      const at = document.offsetAt(position);
      const insertion = await engine.ask('insertion', [item, { ...insertOptions(document, draft.language), place: { text: draft.text, start: at, end: at } }], { token });
      if (!insertion) return undefined;
      const end = document.lineAt(document.lineCount - 1).range.end;
      const atEnd = position.isEqual(end);
      const edit = new vscode.DocumentDropEdit(atEnd ? insertion.text + insertion.appendix : insertion.text, vscode.l10n.t('Insert from the Library'), vscode.DocumentDropOrPasteEditKind.Text.append('yinju'));
      const others = insertion.edits.map((one) => vscode.TextEdit.replace(rangeOf(document, one), one.newText));
      if (insertion.appendix && !atEnd) others.push(vscode.TextEdit.insert(end, insertion.appendix));
      if (others.length > 0) {
        edit.additionalEdit = new vscode.WorkspaceEdit();
        edit.additionalEdit.set(document.uri, others);
      }
      return edit;
    }),
  }, { dropMimeTypes: [ITEM_MIME], providedDropEditKinds: [vscode.DocumentDropOrPasteEditKind.Text.append('yinju')] });
}
