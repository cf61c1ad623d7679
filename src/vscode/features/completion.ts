/** Completion in drafts: quotations and terms by characters, pinyin or initials. */
import * as vscode from 'vscode';
import type { DraftCompletions } from '../../core/features/types';
import { insertOptions, readSettings } from '../configuration';
import { DRAFT_SELECTOR, draftOf, rangeOf } from '../drafts';
import { command, guarded } from '../guard';
import type { Inserted } from '../lastInsertion';
import { escaped, shortened } from '../markdown';
import { prepareLetters } from '../letters';
import type { Parts } from '../parts';
import { shortName } from '../words';

/** Opening marks, and what stands before a quotation. VS Code asks by itself after word characters, Chinese ones too. */
const OPENING = ['“', '「', '『', '《', '：', '‘', '"'];
const LIMIT = 20;

type Offered = DraftCompletions['items'][number];

class DraftItem extends vscode.CompletionItem {
  constructor(label: vscode.CompletionItemLabel, readonly offered: Offered) {
    super(label, offered.kind === 'quote' ? vscode.CompletionItemKind.Reference : vscode.CompletionItemKind.Constant);
  }
}

/** The draft that was asked about, and in which style. */
interface Asked { readonly document: vscode.TextDocument; readonly text: string; readonly style: string }

const COMPLETED = 'yinju.completed';

export function registerCompletion(parts: Parts): vscode.Disposable {
  const provider: vscode.CompletionItemProvider = {
    provideCompletionItems: guarded(parts.log, 'completion', async (document: vscode.TextDocument, position: vscode.Position, token: vscode.CancellationToken) => {
      if (!readSettings(document.uri).completionEnabled) return undefined;
      // VS Code does not ask again for what is typed while it waits: an answer that has been typed past is asked for anew.
      for (let cursor: vscode.Position | undefined = position; cursor && !token.isCancellationRequested; cursor = typedTo(document, position)) {
        const draft = draftOf(document);
        if (!draft) return undefined;
        const { version } = document;
        const options = insertOptions(document, draft.language);
        const answer = await parts.engine.ask('completeDraft', [draft, document.offsetAt(cursor), LIMIT, options], { key: document.uri.toString(), token });
        if (document.version !== version) continue;
        // A large library may not yet be found by pinyin: VS Code would not ask again by itself.
        if (!answer && await prepareLetters(parts.engine, lastLetter(document, cursor), () => !token.isCancellationRequested)) continue;
        const asked: Asked = { document, text: draft.text, style: options.style };
        // Incomplete: the list belongs to what has been typed so far, and VS Code asks again for the next character.
        return answer && new vscode.CompletionList(answer.items.map((offered, index) => itemOf(asked, position, answer, offered, index)), true);
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
  };
  // VS Code asks at a character that is no letter only if it is registered: the trigger of the settings goes with them.
  const register = () => vscode.languages.registerCompletionItemProvider(DRAFT_SELECTOR, provider, ...new Set([...OPENING, ...triggerCharacters()]));
  let registered = register();
  return vscode.Disposable.from(
    { dispose: () => { registered.dispose(); } },
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (!event.affectsConfiguration('yinju.insert.trigger')) return;
      registered.dispose();
      registered = register();
    }),
    command(parts.log, COMPLETED, (inserted: Inserted, document: vscode.TextDocument) => {
      const editor = vscode.window.activeTextEditor;
      if (editor?.document === document) parts.inserted.remember(editor, inserted);
    }),
  );
}

/** What has been typed last. */
function lastLetter(document: vscode.TextDocument, { line, character }: vscode.Position): string {
  return document.lineAt(line).text.slice(Math.max(0, character - 1), character);
}

/** The last character of the trigger in both widths, those of all settings that hold somewhere. */
function triggerCharacters(): string[] {
  const known = vscode.workspace.getConfiguration('yinju').inspect('insert.trigger');
  const triggers = [known?.defaultValue, known?.globalValue, known?.workspaceValue, known?.workspaceFolderValue];
  return triggers.flatMap((trigger) => {
    const last = typeof trigger === 'string' ? trigger.at(-1) : undefined;
    if (last === undefined || /[\p{L}\p{N}\s]/u.test(last)) return [];
    const narrow = last.normalize('NFKC');
    const wide = narrow >= '!' && narrow <= '~' ? String.fromCharCode(narrow.charCodeAt(0) + 0xfee0) : narrow;
    return [last, narrow, wide].filter((c) => c.length === 1);
  });
}

/** Where the cursor has come to by typing on from a position; undefined where it has gone elsewhere. */
function typedTo(document: vscode.TextDocument, from: vscode.Position): vscode.Position | undefined {
  const cursor = vscode.window.activeTextEditor?.document === document ? vscode.window.activeTextEditor.selection.active : undefined;
  return cursor?.line === from.line && cursor.isAfterOrEqual(from) ? cursor : undefined;
}

function itemOf({ document, text, style }: Asked, position: vscode.Position, { replace, filter }: DraftCompletions, offered: Offered, index: number): DraftItem {
  const { insertText, appendix, edits } = offered;
  const item = new DraftItem({ label: shortened(offered.label, 24), description: offered.item.description }, offered);
  // Without blanks between words VS Code would take the whole run of characters for what is being typed.
  // What has been typed since VS Code asked is behind the position it asked for, and VS Code adds that by itself.
  const { start, end: typed } = rangeOf(document, replace);
  item.range = new vscode.Range(start.isBefore(position) ? start : position, typed.isBefore(position) ? typed : position);
  item.filterText = filter + offered.label;
  item.sortText = String(index).padStart(4, '0');
  item.detail = shortName(offered.source);
  const end = document.lineAt(document.lineCount - 1).range.end;
  const others = edits.map((edit) => vscode.TextEdit.replace(rangeOf(document, edit), edit.newText));
  if (appendix && item.range.end.isEqual(end)) {
    // An additional edit that touches the main one would move the cursor away: at the end of the draft both are one text.
    item.insertText = new vscode.SnippetString().appendText(insertText).appendTabstop(0).appendText(appendix);
  } else {
    item.insertText = insertText;
    if (appendix) others.push(vscode.TextEdit.insert(end, appendix));
  }
  if (others.length > 0) item.additionalTextEdits = others;
  const inserted: Inserted = { item: offered.item.id, style, before: text, start: replace.start, end: replace.end, shown: { text: insertText, appendix, edits } };
  item.command = { title: '', command: COMPLETED, arguments: [inserted, document] };
  return item;
}
