/** Completion in drafts: quotations and terms by characters, pinyin or initials. */
import * as vscode from 'vscode';
import type { DraftCompletions } from '../../core/features/types';
import { insertOptions, readSettings } from '../configuration';
import { DRAFT_SELECTOR, draftOf, rangeOf } from '../drafts';
import { guarded } from '../guard';
import { escaped, shortened } from '../markdown';
import type { Parts } from '../parts';

/** Opening marks, and what stands before a quotation. VS Code asks by itself after word characters, Chinese ones too. */
const TRIGGERS = ['“', '「', '『', '《', '：', '；', '‘', '"'];
const LIMIT = 20;

type Offered = DraftCompletions['items'][number];

class DraftItem extends vscode.CompletionItem {
  constructor(label: vscode.CompletionItemLabel, readonly offered: Offered) {
    super(label, offered.kind === 'quote' ? vscode.CompletionItemKind.Reference : vscode.CompletionItemKind.Constant);
  }
}

export function registerCompletion(parts: Parts): vscode.Disposable {
  return vscode.languages.registerCompletionItemProvider(DRAFT_SELECTOR, {
    provideCompletionItems: guarded(parts.log, 'completion', async (document: vscode.TextDocument, position: vscode.Position, token: vscode.CancellationToken) => {
      if (!readSettings(document.uri).completionEnabled) return undefined;
      // VS Code does not ask again for what is typed while it waits: an answer that has been typed past is asked for anew.
      for (let cursor: vscode.Position | undefined = position; cursor && !token.isCancellationRequested; cursor = typedTo(document, position)) {
        const draft = draftOf(document);
        if (!draft) return undefined;
        const { version } = document;
        const answer = await parts.engine.ask('completeDraft', [draft, document.offsetAt(cursor), LIMIT, insertOptions(document, draft.language)], { key: document.uri.toString(), token });
        if (document.version !== version) continue;
        // Incomplete: the list belongs to what has been typed so far, and VS Code asks again for the next character.
        return answer && new vscode.CompletionList(answer.items.map((offered, index) => itemOf(document, position, answer, offered, index)), true);
      }
      return undefined;
    }),
    resolveCompletionItem: (item) => {
      if (item instanceof DraftItem) {
        const { offered } = item;
        item.documentation = new vscode.MarkdownString(`${escaped(offered.item.label)}\n\n— ${escaped(offered.source.citation)}`);
      }
      return item;
    },
  }, ...TRIGGERS);
}

/** Where the cursor has come to by typing on from a position; undefined where it has gone elsewhere. */
function typedTo(document: vscode.TextDocument, from: vscode.Position): vscode.Position | undefined {
  const cursor = vscode.window.activeTextEditor?.document === document ? vscode.window.activeTextEditor.selection.active : undefined;
  return cursor?.line === from.line && cursor.isAfterOrEqual(from) ? cursor : undefined;
}

function itemOf(document: vscode.TextDocument, asked: vscode.Position, { replace, filter }: DraftCompletions, offered: Offered, index: number): DraftItem {
  const item = new DraftItem({ label: shortened(offered.label, 24), description: offered.item.description }, offered);
  // Without blanks between words VS Code would take the whole run of characters for what is being typed.
  // What has been typed since VS Code asked is behind the position it asked for, and VS Code adds that by itself.
  const { start, end: typed } = rangeOf(document, replace);
  item.range = new vscode.Range(start.isBefore(asked) ? start : asked, typed.isBefore(asked) ? typed : asked);
  item.filterText = filter + offered.label;
  item.sortText = String(index).padStart(4, '0');
  item.detail = offered.source.title ?? offered.source.file;
  const end = document.lineAt(document.lineCount - 1).range.end;
  if (offered.appendix && item.range.end.isEqual(end)) {
    // An additional edit that touches the main one would move the cursor away: at the end of the draft both are one text.
    item.insertText = new vscode.SnippetString().appendText(offered.insertText).appendTabstop(0).appendText(offered.appendix);
  } else {
    item.insertText = offered.insertText;
    if (offered.appendix) item.additionalTextEdits = [vscode.TextEdit.insert(end, offered.appendix)];
  }
  return item;
}
