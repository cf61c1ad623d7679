/** Quotations and terms in the Library view: grouped, filtered as one types, each row to open, insert or drag into the draft. */
import * as vscode from 'vscode';
import type { BrowseGroup, BrowseList, Grouping } from '../../core/features/browse';
import type { Item } from '../../core/features/types';
import { ITEM_MIME } from '../../webview/lib/messages';
import { draftLanguage } from '../drafts';
import { insertOptions } from '../configuration';
import { createDebouncer } from '../debounce';
import { disposer } from '../disposer';
import { command } from '../guard';
import { insertItem } from '../insertion';
import { escaped, placeOf, shortened } from '../markdown';
import { prepareLetters } from '../letters';
import type { Parts } from '../parts';
import { termKind } from '../words';

/** Rest before a filter is asked for, in ms. */
const REST = 80;
const FILTERED = 'yinju.libraryFiltered';
export type ContentNode =
  | { readonly type: 'root'; readonly kind: BrowseGroup['kind']; readonly count: number }
  | { readonly type: 'group'; readonly group: BrowseGroup }
  | { readonly type: 'item'; readonly item: Item };

export interface Contents extends vscode.Disposable {
  readonly onDidChange: vscode.Event<void>;
  /** What the rows are filtered by; empty: by nothing. */
  readonly filter: string;
  roots(): Promise<ContentNode[]>;
  children(node: ContentNode): Promise<ContentNode[]>;
  itemOf(node: ContentNode): vscode.TreeItem;
  readonly dragController: vscode.TreeDragAndDropController<ContentNode>;
}

export function createContents(parts: Parts): Contents {
  const { engine, log, editors } = parts;
  const changed = new vscode.EventEmitter<void>();
  let filter = '', by: Grouping = 'speaker';
  let list: BrowseList | undefined;

  function setFilter(text: string): void {
    if (text === filter) return;
    filter = text;
    void vscode.commands.executeCommand('setContext', FILTERED, filter !== '');
    changed.fire();
  }

  return {
    onDidChange: changed.event,
    get filter() { return filter; },
    async roots() {
      const asked = filter;
      list = await engine.ask('browse', [filter, by], { key: 'browse' });
      if (asked !== '' && await prepareLetters(engine, asked, () => filter === asked)) list = await engine.ask('browse', [filter, by], { key: 'browse' });
      if (!list) return [];
      // While a large library is read there are no terms yet, which is not to say that it has none.
      return [{ type: 'root', kind: 'quote', count: list.quotes }, ...(list.terms > 0 || filter !== '' ? [{ type: 'root', kind: 'term', count: list.terms } as const] : [])];
    },
    async children(node) {
      if (node.type === 'item') return [];
      if (node.type === 'root') return (list?.groups ?? []).filter(({ kind }) => kind === node.kind).map((group) => ({ type: 'group', group }));
      const items = await engine.ask('browseGroup', [filter, by, node.group.kind, node.group.name]);
      return (items ?? []).map((item) => ({ type: 'item', item }));
    },
    itemOf: (node) => treeItem(node, by, filter !== ''),
    dragController: {
      dropMimeTypes: [], dragMimeTypes: [ITEM_MIME, 'text/plain'],
      async handleDrag([node], transfer) {
        if (node?.type !== 'item') return;
        transfer.set(ITEM_MIME, new vscode.DataTransferItem(node.item.id));
        const document = editors.current()?.document;
        const language = (document && draftLanguage(document)) ?? 'markdown';
        const insertion = document && await engine.ask('insertion', [node.item.id, insertOptions(document, language)]);
        transfer.set('text/plain', new vscode.DataTransferItem(insertion?.text ?? node.item.label));
      },
    },
    dispose: disposer(
      changed,
      command(log, 'yinju.filterLibrary', async () => {
        await vscode.commands.executeCommand('yinju.library.focus');
        askFilter(filter, setFilter);
      }),
      command(log, 'yinju.clearLibraryFilter', () => setFilter('')),
      command(log, 'yinju.groupQuotations', async () => {
        const rows = (['speaker', 'year', 'source'] as const).map((grouping) => ({ grouping, label: groupingName(grouping), ...(grouping === by ? { description: vscode.l10n.t('now') } : {}) }));
        const row = await vscode.window.showQuickPick(rows, { title: vscode.l10n.t('Group the quotations by') });
        if (!row || row.grouping === by) return;
        by = row.grouping;
        changed.fire();
      }),
      command(log, 'yinju.insertFromView', async (node: ContentNode) => {
        const editor = editors.current();
        if (node.type !== 'item') return;
        if (!editor) return parts.messages.answer(vscode.l10n.t('Open a draft first: a Markdown, text or LaTeX document.'));
        if (await insertItem(parts, editor, node.item.id)) await vscode.window.showTextDocument(editor.document, { viewColumn: editor.viewColumn ?? vscode.ViewColumn.Active });
      }),
      command(log, 'yinju.showUsesFromView', (node: ContentNode) => (node.type === 'item' ? vscode.commands.executeCommand('yinju.showUses', node.item.label) : undefined)),
    ),
  };
}

/** The rows follow what is typed; Escape brings back what was there before. */
function askFilter(before: string, set: (text: string) => void): void {
  const input = vscode.window.createInputBox();
  const debouncer = createDebouncer();
  let accepted = false;
  input.title = vscode.l10n.t('Search Quotations and Terms');
  input.placeholder = vscode.l10n.t('Characters, pinyin or its initials; speaker, occasion, year');
  input.value = before;
  input.onDidChangeValue((text) => debouncer.schedule('filter', REST, () => set(text.trim())));
  input.onDidAccept(() => { accepted = true; set(input.value.trim()); input.hide(); });
  input.onDidHide(() => { debouncer.dispose(); if (!accepted) set(before); input.dispose(); });
  input.show();
}

function groupingName(by: Grouping): string {
  switch (by) {
    case 'speaker': return vscode.l10n.t('Speaker');
    case 'year': return vscode.l10n.t('Year');
    case 'source': return vscode.l10n.t('Source');
  }
}

function groupName({ kind, name }: BrowseGroup, by: Grouping): string {
  if (kind === 'term') return termKind(name ?? '');
  if (name !== null) return name;
  return by === 'year' ? vscode.l10n.t('undated') : vscode.l10n.t('no speaker named');
}

function treeItem(node: ContentNode, by: Grouping, filtered: boolean): vscode.TreeItem {
  const { Collapsed, Expanded, None } = vscode.TreeItemCollapsibleState;
  if (node.type === 'root') {
    const name = node.kind === 'quote' ? vscode.l10n.t('Quotations') : vscode.l10n.t('Terms');
    const item = new vscode.TreeItem(name, node.count === 0 ? None : filtered ? Expanded : Collapsed);
    // What is filtered is open at once; VS Code remembers the state of a row by its id.
    item.id = `${node.kind} ${filtered ? 'filtered' : 'all'}`;
    item.description = node.kind === 'quote' ? `${node.count} · ${groupingName(by)}` : String(node.count);
    item.iconPath = new vscode.ThemeIcon(node.kind === 'quote' ? 'quote' : 'tag');
    item.contextValue = node.kind === 'quote' ? 'yinju.quotes' : 'yinju.terms';
    item.accessibilityInformation = { label: `${name}, ${item.description}` };
    return item;
  }
  if (node.type === 'group') {
    const item = new vscode.TreeItem(groupName(node.group, by), filtered ? Expanded : Collapsed);
    item.id = `${node.group.kind} ${by} ${node.group.name ?? ''} ${filtered ? 'filtered' : 'all'}`;
    item.description = String(node.group.count);
    return item;
  }
  const { id, kind, label, description, detail, place, title } = node.item;
  const item = new vscode.TreeItem(shortened(label, 60), None);
  item.id = `${id} ${by}`;
  item.description = kind === 'quote' ? description : '';
  item.iconPath = new vscode.ThemeIcon(kind === 'quote' ? 'quote' : 'tag');
  item.contextValue = kind === 'quote' ? 'yinju.quote' : 'yinju.term';
  item.tooltip = new vscode.MarkdownString([escaped(label), `— ${escaped(description)}`, escaped(detail)].filter((line) => line !== '— ').join('\n\n'));
  item.command = { title: vscode.l10n.t('Open'), command: 'yinju.openPlace', arguments: [placeOf(place), title] };
  item.accessibilityInformation = { label: [label, description].filter(Boolean).join(', ') };
  return item;
}
