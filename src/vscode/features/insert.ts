/** The picker that puts words of the library into the draft, and the choice of how they stand there. */
import * as vscode from 'vscode';
import type { Item } from '../../core/features/types';
import { readSettings, STYLES } from '../configuration';
import { createDebouncer } from '../debounce';
import { command } from '../guard';
import { insertItem } from '../insertion';
import { shortened } from '../markdown';
import type { Parts } from '../parts';
import { itemKind, styleName } from '../words';

const LIMIT = 50;
/** Rest before a query is sent, in ms. */
const REST = 60;
const ICONS: Readonly<Record<Item['kind'], string>> = { quote: 'quote', term: 'tag', passage: 'book', figure: 'graph' };

interface Row extends vscode.QuickPickItem { readonly item: Item }

/** What was chosen: a row, or to choose the style first and come back with the same query. */
type Choice = { readonly item: Item } | { readonly query: string } | undefined;

export function registerInsert(parts: Parts): vscode.Disposable {
  const { log, engine, editors, messages } = parts;
  const noDraft = () => messages.answer(vscode.l10n.t('Open a draft first: a Markdown, text or LaTeX document.'));
  return vscode.Disposable.from(
    command(log, 'yinju.insert', async () => {
      const editor = editors.current();
      if (!editor) return noDraft();
      let choice: Choice = { query: '' };
      while (choice && 'query' in choice) {
        choice = await pickItem(parts, readSettings(editor.document.uri).insertStyle, choice.query);
        if (choice && 'query' in choice) await chooseStyle();
      }
      if (choice) await insertItem(engine, editor, choice.item.id);
    }),
    command(log, 'yinju.insertItem', async (item: string) => {
      const editor = editors.current();
      if (!editor) return noDraft();
      if (await insertItem(engine, editor, item)) await vscode.window.showTextDocument(editor.document, { viewColumn: editor.viewColumn ?? vscode.ViewColumn.Active });
    }),
    command(log, 'yinju.chooseInsertStyle', chooseStyle),
  );
}

function pickItem({ engine, sources, log }: Parts, style: Parameters<typeof styleName>[0], query: string): Promise<Choice> {
  // `sortByLabel` is missing from the API's types; where it is honoured VS Code leaves the rows in our order.
  const pick: vscode.QuickPick<Row> & { sortByLabel?: boolean } = vscode.window.createQuickPick<Row>();
  const debouncer = createDebouncer();
  const open: vscode.QuickInputButton = { iconPath: new vscode.ThemeIcon('go-to-file'), tooltip: vscode.l10n.t('Open the source') };
  const change: vscode.QuickInputButton = { iconPath: new vscode.ThemeIcon('settings-gear'), tooltip: vscode.l10n.t('Choose how to insert') };
  let asked = 0;

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

  pick.sortByLabel = false;
  pick.title = `${vscode.l10n.t('Insert from the Library')} · ${styleName(style)}`;
  pick.placeholder = vscode.l10n.t('Characters, pinyin or the initials of the pinyin');
  pick.value = query;
  pick.buttons = [change];
  return new Promise((done) => {
    pick.onDidChangeValue(() => debouncer.schedule('query', REST, () => void ask().catch(failed)));
    pick.onDidTriggerButton(() => { done({ query: pick.value }); pick.hide(); });
    pick.onDidTriggerItemButton(({ item: { item } }) => { pick.hide(); sources.open(item.place).catch(failed); });
    pick.onDidAccept(() => {
      // Rows may just have been replaced: then the one that is shown as active counts.
      const row = pick.selectedItems[0] ?? pick.activeItems[0];
      if (!row) return;
      done({ item: row.item });
      pick.hide();
    });
    pick.onDidHide(() => { done(undefined); debouncer.dispose(); pick.dispose(); });
    pick.show();
    void ask().catch(failed);
  });
}

async function chooseStyle(): Promise<void> {
  const current = readSettings(vscode.window.activeTextEditor?.document.uri).insertStyle;
  const rows = STYLES.map((style) => ({ style, label: styleName(style), ...(style === current ? { description: vscode.l10n.t('now') } : {}) }));
  const row = await vscode.window.showQuickPick(rows, { title: vscode.l10n.t('How inserted words stand in the draft') });
  if (row) await writeSetting('insert.style', row.style);
}

/** Writes a setting where it is set already, else for the user. */
async function writeSetting(name: string, value: unknown): Promise<void> {
  const configuration = vscode.workspace.getConfiguration('yinju');
  const known = configuration.inspect(name);
  const target = known?.workspaceValue !== undefined ? vscode.ConfigurationTarget.Workspace : vscode.ConfigurationTarget.Global;
  await configuration.update(name, value, target);
}
