/** The Figures view: what the library knows of an indicator, side by side, as a table and as a chart, ready to insert. */
import * as vscode from 'vscode';
import type { ChartTheme, FigureGroup } from '../../core/features/types';
import { isFromFigures, type FigureForm, type FromFigures, type ShownGroup, type ToFigures } from '../../webview/lib/messages';
import { draftLanguage, locale } from '../drafts';
import { command, guarded } from '../guard';
import { insert } from '../insertion';
import type { Parts } from '../parts';
import { saveFile } from '../saveFile';
import { fillWebview } from '../webviewHtml';

const VIEW = 'yinju.figures';
const SAVED_CHART = { width: 720, height: 400 };

export function registerFigures(parts: Parts): vscode.Disposable {
  const { log, engine, editors, sources, messages } = parts;
  let view: vscode.WebviewView | undefined;
  let groups: readonly FigureGroup[] = [];
  let filter: string | undefined;
  let round = 0;

  const post = (message: ToFigures) => void view?.webview.postMessage(message);

  const update = guarded(log, 'figures', async () => {
    const asked = ++round;
    if (!view?.visible) return;
    const answer = await engine.ask('figureGroups', []).catch((error: unknown) => { log.error('figures:', String(error)); return undefined; });
    if (asked !== round) return;
    if (!answer) return post({ type: 'failed' });
    groups = answer;
    post({ type: 'groups', groups: groups.map(shownGroup) });
    if (filter !== undefined) { post({ type: 'filter', text: filter }); filter = undefined; }
  });

  async function insertAs(group: FigureGroup, form: FigureForm, theme: ChartTheme): Promise<void> {
    const editor = editors.current();
    const language = (editor && draftLanguage(editor.document)) ?? 'markdown';
    if (form === 'svg') {
      const svg = await engine.ask('chart', [group.id, theme, null, SAVED_CHART]);
      if (svg) await saveFile(parts, `${group.indicator}.svg`, 'SVG', svg);
      return;
    }
    const insertion = await engine.ask('figureInsertion', [group.id, language, locale()]);
    if (!insertion) return;
    if (form === 'csv') return saveFile(parts, `${group.indicator}.csv`, 'CSV', `\ufeff${insertion.csv}`);
    if (!editor) return messages.answer(vscode.l10n.t('Open a draft first: a Markdown, text or LaTeX document.'));
    await insert(editor, { text: insertion[form], appendix: '' });
    await vscode.window.showTextDocument(editor.document, { viewColumn: editor.viewColumn ?? vscode.ViewColumn.Active });
  }

  const hear = guarded(log, 'figures view', async (message: FromFigures) => {
    if (message.type === 'ready') return update();
    if (message.type === 'leave') {
      const editor = editors.current();
      if (editor) await vscode.window.showTextDocument(editor.document, { viewColumn: editor.viewColumn ?? vscode.ViewColumn.Active });
      return;
    }
    const group = groups.find(({ id }) => id === message.group);
    if (!group) return;
    switch (message.type) {
      case 'chart': {
        const { theme, width, height } = message;
        return post({ type: 'chart', group: group.id, svg: (await engine.ask('chart', [group.id, theme, null, { width, height }])) ?? null });
      }
      case 'open': {
        const row = group.rows.find(({ id }) => id === message.figure);
        return row && sources.open(row.evidence, row.evidence.title);
      }
      case 'insert': return insertAs(group, message.form, message.theme);
    }
  });

  const focus = async (text: string | undefined) => {
    filter = text ?? '';
    await vscode.commands.executeCommand(`${VIEW}.focus`);
    await update();
  };
  return vscode.Disposable.from(
    vscode.window.registerWebviewViewProvider(VIEW, {
      resolveWebviewView(resolved) {
        view = resolved;
        resolved.webview.onDidReceiveMessage((message: unknown) => { if (isFromFigures(message)) void hear(message); });
        resolved.onDidChangeVisibility(() => { if (resolved.visible) void update(); });
        resolved.onDidDispose(() => { view = undefined; });
        fillWebview(resolved, parts.extensionUri, 'figures', words());
      },
    }),
    engine.onDidChangeLibrary(() => void update()),
    command(log, 'yinju.filterFigures', () => focus(undefined)),
    command(log, 'yinju.showFigures', (indicator: string) => focus(indicator)),
  );
}

function shownGroup({ id, indicator, entity, unit, rows, chart }: FigureGroup): ShownGroup {
  return {
    id, indicator, entity, unit, chart: chart && { title: chart.title, source: chart.source },
    rows: rows.map((row) => ({ id: row.id, raw: row.raw, period: row.period, entity: row.entity, title: row.evidence.title ?? row.evidence.file, citation: row.evidence.citation })),
  };
}

function words(): Record<string, string> {
  return {
    title: vscode.l10n.t('Figures'), search: vscode.l10n.t('Search indicators'), count: vscode.l10n.t('{0} indicators'), none: vscode.l10n.t('No indicator matches.'), empty: vscode.l10n.t('The library holds no figures.'),
    value: vscode.l10n.t('Value'), period: vscode.l10n.t('Period'), entity: vscode.l10n.t('Of'), source: vscode.l10n.t('Source'), values: vscode.l10n.t('{0} values'), oneValue: vscode.l10n.t('1 value'), open: vscode.l10n.t('Open the source of {0}'),
    phrase: vscode.l10n.t('Insert text'), table: vscode.l10n.t('Insert table'), csv: vscode.l10n.t('Save CSV…'), svg: vscode.l10n.t('Save chart…'), busy: vscode.l10n.t('Reading the library…'), failed: vscode.l10n.t('The figures could not be read. The reason is in the log.'),
    chart: vscode.l10n.t('Chart: {0}. The values are in the table.'), actions: vscode.l10n.t('Use these figures'),
  };
}
