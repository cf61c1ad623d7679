/** The picker that puts words of the library into the draft, and the choice of how they stand there. */
import * as vscode from 'vscode';
import type { Item } from '../../core/features/types';
import { insertOptions, readSettings, stylesOf } from '../configuration';
import { createDebouncer } from '../debounce';
import { draftLanguage } from '../drafts';
import { command } from '../guard';
import { insertAnotherWay, insertItem } from '../insertion';
import { shortened } from '../markdown';
import { prepareLetters } from '../letters';
import type { Parts } from '../parts';
import { itemKind, styleName } from '../words';

const LIMIT = 50;
/** Rest before a query is sent, in ms. */
const REST = 60;
/** Longest selection that is taken for a query. */
const LONGEST_QUERY = 40;
const ICONS: Readonly<Record<Item['kind'], string>> = { quote: 'quote', term: 'tag', passage: 'book', figure: 'graph' };

interface Row extends vscode.QuickPickItem { readonly item: Item }

/** What was chosen: a row, or to choose the style first and come back with the same query. */
type Choice = { readonly item: Item } | { readonly query: string } | undefined;

export function registerInsert(parts: Parts): vscode.Disposable {
  const { log, editors, messages } = parts;
  const noDraft = () => messages.answer(vscode.l10n.t('Open a draft first: a Markdown, text or LaTeX document.'));
  return vscode.Disposable.from(
    command(log, 'yinju.insert', async () => {
      const editor = editors.current();
      if (!editor) return noDraft();
      const selected = editor.document.getText(editor.selection);
      let choice: Choice = { query: selected.length <= LONGEST_QUERY && !selected.includes('\n') ? selected : '' };
      while (choice && 'query' in choice) {
        choice = await pickItem(parts, editor, choice.query);
        if (choice && 'query' in choice) await chooseStyle();
      }
      if (choice) await insertItem(parts, editor, choice.item.id);
    }),
    command(log, 'yinju.insertItem', async (item: string) => {
      const editor = editors.current();
      if (!editor) return noDraft();
      if (await insertItem(parts, editor, item)) await vscode.window.showTextDocument(editor.document, { viewColumn: editor.viewColumn ?? vscode.ViewColumn.Active });
    }),
    command(log, 'yinju.nextInsertStyle', () => insertAnotherWay(parts, 1)),
    command(log, 'yinju.previousInsertStyle', () => insertAnotherWay(parts, -1)),
    command(log, 'yinju.chooseInsertStyle', chooseStyle),
  );
}

function pickItem(parts: Parts, editor: vscode.TextEditor, query: string): Promise<Choice> {
  const { engine, sources, log } = parts;
  // `sortByLabel` is missing from the API's types; where it is honoured VS Code leaves the rows in our order.
  const pick: vscode.QuickPick<Row> & { sortByLabel?: boolean } = vscode.window.createQuickPick<Row>();
  const debouncer = createDebouncer();
  const preview = createPreview(parts, editor);
  const open: vscode.QuickInputButton = { iconPath: new vscode.ThemeIcon('go-to-file'), tooltip: vscode.l10n.t('Open the source') };
  const change: vscode.QuickInputButton = { iconPath: new vscode.ThemeIcon('settings-gear'), tooltip: vscode.l10n.t('Choose how to insert') };
  let asked = 0, shown = true;

  async function ask(): Promise<void> {
    const request = ++asked;
    pick.busy = true;
    const items = await engine.ask('pick', [pick.value, LIMIT], { key: 'picker' });
    if (request !== asked) return;
    pick.busy = false;
    pick.items = (items ?? []).map((item) => ({
      item, label: `$(${ICONS[item.kind]}) ${shortened(item.label, 80)}`, description: item.description || itemKind(item.kind),
      detail: item.detail, alwaysShow: true, buttons: [open],
    }));
  }
  const failed = (error: unknown) => { pick.busy = false; log.error('pick:', String(error)); };
  /** Letters that were typed before all could be found by them are asked for again. */
  async function prepare(): Promise<void> {
    if (await prepareLetters(engine, 'a', () => shown) && /[a-z]/iu.test(pick.value)) await ask();
  }

  pick.sortByLabel = false;
  pick.title = `${vscode.l10n.t('Insert from the Library')} · ${styleName(readSettings(editor.document.uri).insertStyle)}`;
  pick.placeholder = vscode.l10n.t('Characters, pinyin or its initials; speaker, occasion, year');
  pick.value = query;
  pick.buttons = [change];
  return new Promise((done) => {
    pick.onDidChangeValue(() => debouncer.schedule('query', REST, () => void ask().catch(failed)));
    pick.onDidChangeActive(([row]) => debouncer.schedule('preview', REST, () => void preview.show(row?.item.id).catch(failed)));
    pick.onDidTriggerButton(() => { done({ query: pick.value }); pick.hide(); });
    pick.onDidTriggerItemButton(({ item: { item } }) => { pick.hide(); sources.open(item.place).catch(failed); });
    pick.onDidAccept(() => {
      // Rows may just have been replaced: then the one that is shown as active counts.
      const row = pick.selectedItems[0] ?? pick.activeItems[0];
      if (!row) return;
      done({ item: row.item });
      pick.hide();
    });
    pick.onDidHide(() => { shown = false; done(undefined); debouncer.dispose(); preview.dispose(); pick.dispose(); });
    pick.show();
    void ask().then(prepare).catch(failed);
  });
}

/** Shows at the cursor, as a shadow, what the row would put there; the draft itself is not touched. */
function createPreview({ engine }: Parts, editor: vscode.TextEditor): vscode.Disposable & { show(item: string | undefined): Promise<void> } {
  const type = vscode.window.createTextEditorDecorationType({});
  const { document, selection } = editor;
  const language = draftLanguage(document);
  let disposed = false;
  return {
    async show(item) {
      if (!item || !language) return editor.setDecorations(type, []);
      const place = { text: document.getText(), start: document.offsetAt(selection.start), end: document.offsetAt(selection.end) };
      const insertion = await engine.ask('insertion', [item, { ...insertOptions(document, language), place }], { key: 'preview' });
      if (!insertion || disposed) return;
      const contentText = shortened(insertion.text.trim().replace(/\n+/g, ' ⏎ '), 160);
      editor.setDecorations(type, [{ range: new vscode.Range(selection.end, selection.end), renderOptions: { after: { contentText, color: new vscode.ThemeColor('editorGhostText.foreground'), fontStyle: 'italic' } } }]);
    },
    dispose() { disposed = true; type.dispose(); },
  };
}

async function chooseStyle(): Promise<void> {
  const settings = readSettings(vscode.window.activeTextEditor?.document.uri);
  const now = (style: string) => (style === settings.insertStyle ? { description: vscode.l10n.t('now') } : {});
  const rows: (vscode.QuickPickItem & { readonly style?: string })[] = [
    ...stylesOf(settings).map((style) => ({ style, label: styleName(style), ...now(style), ...(settings.insertStyles[style] === undefined ? {} : { detail: settings.insertStyles[style] }) })),
    { label: '', kind: vscode.QuickPickItemKind.Separator },
    { label: `$(edit) ${vscode.l10n.t('Write a style of your own…')}` },
  ];
  const row = await vscode.window.showQuickPick(rows, { title: vscode.l10n.t('How inserted words stand in the draft') });
  if (row?.style !== undefined) return writeSetting('insert.style', row.style);
  if (row) await vscode.commands.executeCommand('workbench.action.openSettings', 'yinju.insert.styles');
}

/** Writes a setting where it is set already, else for the user. */
async function writeSetting(name: string, value: unknown): Promise<void> {
  const configuration = vscode.workspace.getConfiguration('yinju');
  const known = configuration.inspect(name);
  const target = known?.workspaceValue !== undefined ? vscode.ConfigurationTarget.Workspace : vscode.ConfigurationTarget.Global;
  await configuration.update(name, value, target);
}
