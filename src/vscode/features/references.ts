/** The reference list of a draft, and what it cites and quotes for other programs: BibTeX, CSL-JSON, snippets. */
import * as vscode from 'vscode';
import { draftOf, rangeOf } from '../drafts';
import { command } from '../guard';
import type { Parts } from '../parts';
import { insertOptions, readSettings } from '../configuration';
import { saveFile } from '../saveFile';

export function registerReferences(parts: Parts): vscode.Disposable {
  const { log, engine, editors, messages } = parts;
  const noDraft = () => messages.answer(vscode.l10n.t('Open a draft first: a Markdown, text or LaTeX document.'));
  return vscode.Disposable.from(
    command(log, 'yinju.tidyReferences', async () => {
      const editor = editors.current();
      const draft = editor && draftOf(editor.document);
      if (!editor || !draft) return noDraft();
      const { version } = editor.document;
      const edits = await engine.ask('tidyReferences', [draft]);
      if (!edits || editor.document.version !== version) return;
      if (edits.length === 0) return messages.answer(vscode.l10n.t('The reference list is in order.'));
      await editor.edit((builder) => { for (const edit of edits) builder.replace(rangeOf(editor.document, edit), edit.newText); });
    }),
    command(log, 'yinju.exportReferences', async () => {
      const editor = editors.current();
      const draft = editor && draftOf(editor.document);
      if (!editor || !draft) return noDraft();
      const forms = [
        { label: 'BibTeX', description: '.bib', form: 'bibtex' as const, filter: 'BIB' },
        { label: 'CSL-JSON', description: '.json', form: 'csl-json' as const, filter: 'JSON' },
      ];
      const chosen = await vscode.window.showQuickPick(forms, { title: vscode.l10n.t('Export the sources that this draft quotes or cites') });
      if (!chosen) return;
      const answer = await engine.ask('references', [draft, chosen.form]);
      if (!answer || answer.count === 0) return messages.answer(vscode.l10n.t('This draft neither quotes nor cites a source of the library.'));
      await saveFile(parts, `references${chosen.description}`, chosen.filter, answer.text);
    }),
    command(log, 'yinju.exportSnippets', async () => {
      const document = editors.current()?.document ?? vscode.window.activeTextEditor?.document;
      const options = document ? insertOptions(document, 'markdown') : { style: readSettings().insertStyle, language: 'markdown' as const };
      const text = await engine.ask('snippets', [options]);
      if (text) await saveFile(parts, 'yinju.code-snippets', 'code-snippets', text);
    }),
  );
}
