/** The Figures view: what the library knows of an indicator, side by side, as a table and as a chart, and the sources' pictures, ready to insert. */
import * as vscode from 'vscode';
import { periodWords } from '../../core/check/figures/messages';
import { scalesOf } from '../../core/features/figures/scaling';
import { pictureInsertion } from '../../core/features/pictures';
import type { ChartTheme, FigureGroup, ListedPicture } from '../../core/features/types';
import { isFromFigures, type FigureForm, type FromFigures, type ShownGroup, type ShownPicture, type ToFigures } from '../../webview/lib/messages';
import { draftLanguage, locale } from '../drafts';
import { command, guarded } from '../guard';
import { insert } from '../insertion';
import type { Parts } from '../parts';
import { agreementWords, shortName } from '../words';
import { extensionOf, loadPicture, pictureAddress, pictureData, pictureUri } from '../pictureFiles';
import { saveAnew, saveFile } from '../saveFile';
import { fillWebview } from '../webviewHtml';

const VIEW = 'yinju.figures';
const SAVED_CHART = { width: 720, height: 400 };

export function registerFigures(parts: Parts): vscode.Disposable {
  const { log, engine, editors, sources, messages } = parts;
  let view: vscode.WebviewView | undefined;
  let filter: string | undefined;

  const post = (message: ToFigures) => void view?.webview.postMessage(message);

  /** The view asks for what it wants to show; while it is hidden nothing is asked. */
  function update(): void {
    if (!view?.visible) return;
    post({ type: 'changed' });
    if (filter !== undefined) { post({ type: 'filter', text: filter }); filter = undefined; }
  }

  const noDraft = () => messages.answer(vscode.l10n.t('Open a draft first: a Markdown, text or LaTeX document.'));

  async function writeInto(text: string): Promise<void> {
    const editor = editors.current();
    if (!editor) return noDraft();
    await insert(editor, { text, appendix: '' });
    await vscode.window.showTextDocument(editor.document, { viewColumn: editor.viewColumn ?? vscode.ViewColumn.Active });
  }

  const language = () => { const editor = editors.current(); return (editor && draftLanguage(editor.document)) ?? 'markdown'; };

  async function insertAs(group: FigureGroup, form: FigureForm, theme: ChartTheme, scale: number | null): Promise<void> {
    if (form === 'svg') {
      const svg = await engine.ask('chart', [group.id, theme, null, SAVED_CHART, { locale: locale(), scale }]);
      if (svg) await saveFile(parts, `${group.indicator}.svg`, 'SVG', svg);
      return;
    }
    const insertion = await engine.ask('figureInsertion', [group.id, language(), locale(), scale]);
    if (!insertion) return;
    if (form === 'csv') return saveFile(parts, `${group.indicator}.csv`, 'CSV', `\ufeff${insertion.csv}`);
    await writeInto(insertion[form]);
  }

  async function insertPicture(picture: ListedPicture): Promise<void> {
    const draft = editors.current()?.document.uri;
    if (!draft) return noDraft();
    const uri = picture.inside ? await takenOut(picture) : await pictureUri(engine, picture);
    if (picture.inside && !uri) return;
    await writeInto(pictureInsertion(picture, uri ? pictureAddress(uri, draft) : picture.picture, language(), locale()));
  }

  /** A draft can only name a file: a picture from inside a document is saved first, where the user says. */
  async function takenOut(picture: ListedPicture): Promise<vscode.Uri | undefined> {
    const loaded = await loadPicture(engine, picture);
    if (loaded.failure !== undefined) { messages.answer(loaded.failure); return undefined; }
    return saveAnew(parts, [picture.label, picture.caption].filter(Boolean).join(' '), extensionOf(loaded.type), loaded.bytes, vscode.l10n.t('Save the Picture for the Draft'));
  }

  async function leave(): Promise<void> {
    const editor = editors.current();
    if (editor) await vscode.window.showTextDocument(editor.document, { viewColumn: editor.viewColumn ?? vscode.ViewColumn.Active });
  }

  async function answer(message: FromFigures): Promise<void> {
    switch (message.type) {
      case 'group': case 'insert': case 'open': return answerOf(message);
      case 'ready': return update();
      case 'leave': return leave();
      case 'list': {
        const { question, search, filters, from, count } = message;
        const list = await engine.ask('figureList', [{ ...filters, search, from, count }]);
        if (list) post({ type: 'list', question, from, list });
        return;
      }
      case 'pictures': {
        const { question, search, from, count } = message;
        const found = await engine.ask('pictureList', [{ search, from, count }]);
        if (found) post({ type: 'pictures', question, from, total: found.total, pictures: found.pictures.map(shownPicture) });
        return;
      }
      case 'image': {
        const picture = await engine.ask('picture', [message.picture]);
        const loaded = picture && await loadPicture(engine, picture);
        if (loaded) post({ type: 'image', picture: picture.id, ...(loaded.failure === undefined ? { image: pictureData(loaded), state: null } : { image: null, state: loaded.failure }) });
        return;
      }
      case 'openPicture': case 'insertPicture': {
        const picture = await engine.ask('picture', [message.picture]);
        if (!picture) return;
        return message.type === 'openPicture' ? sources.open(picture.evidence, picture.evidence.title) : insertPicture(picture);
      }
      case 'chart': {
        const { group, theme, width, height, scale } = message;
        return post({ type: 'chart', group, svg: (await engine.ask('chart', [group, theme, null, { width, height }, { locale: locale(), scale }])) ?? null });
      }
    }
  }

  async function answerOf(message: Extract<FromFigures, { type: 'group' | 'insert' | 'open' }>): Promise<void> {
    const group = await engine.ask('figureGroup', [message.group]);
    if (!group) return;
    if (message.type === 'group') return post({ type: 'group', group: shownGroup(group) });
    if (message.type === 'insert') return insertAs(group, message.form, message.theme, message.scale);
    const row = group.rows.find(({ id }) => id === message.figure);
    if (row) await sources.open(row.evidence, row.evidence.title);
  }

  /** A question that cannot be answered is said to the view, which is waiting for it. */
  const hear = guarded(log, 'figures view', async (message: FromFigures) => {
    try {
      await answer(message);
    } catch (error) {
      post({ type: 'failed' });
      throw error;
    }
  });

  const focus = async (text: string) => {
    filter = text;
    await vscode.commands.executeCommand(`${VIEW}.focus`);
    update();
  };
  return vscode.Disposable.from(
    vscode.window.registerWebviewViewProvider(VIEW, {
      resolveWebviewView(resolved) {
        view = resolved;
        resolved.webview.onDidReceiveMessage((message: unknown) => { if (isFromFigures(message)) void hear(message); });
        resolved.onDidChangeVisibility(update);
        resolved.onDidDispose(() => { view = undefined; });
        fillWebview(resolved, parts.extensionUri, 'figures', words());
      },
    }),
    engine.onDidChangeLibrary(update),
    command(log, 'yinju.filterFigures', () => focus('')),
    command(log, 'yinju.showFigures', (indicator: string) => focus(indicator)),
  );
}

function shownGroup({ id, indicator, entity, unit, rows, chart, agreement }: FigureGroup): ShownGroup {
  return {
    id, indicator, entity, unit, chart: chart && { title: chart.title, source: chart.source }, agreement: agreementWords(agreement),
    scales: chart ? scalesOf(chart, locale()) : [],
    rows: rows.map((row) => ({ id: row.id, raw: row.raw, value: typeof row.value === 'number' ? row.value : null, period: periodWords(row.period, locale()) || null, entity: row.entity, title: shortName(row.evidence), citation: row.evidence.citation })),
  };
}

const shownPicture = ({ id, label, caption, evidence, uses }: ListedPicture): ShownPicture => ({ id, label, caption, title: shortName(evidence), citation: evidence.citation, uses });

function words(): Record<string, string> {
  return {
    title: vscode.l10n.t('Figures'), search: vscode.l10n.t('Search indicators'), count: vscode.l10n.t('{0} indicators'), none: vscode.l10n.t('No indicator matches.'), empty: vscode.l10n.t('The library holds no figures.'),
    value: vscode.l10n.t('Value'), period: vscode.l10n.t('Period'), entity: vscode.l10n.t('Of'), source: vscode.l10n.t('Source'), values: vscode.l10n.t('{0} values'), open: vscode.l10n.t('Open the source of {0}'),
    ownUnit: vscode.l10n.t('Unit: as in the source'), inUnit: vscode.l10n.t('Unit: {0}'), showIn: vscode.l10n.t('Show the values in'), year: vscode.l10n.t('Year'), unit: vscode.l10n.t('Unit'), filters: vscode.l10n.t('Narrow the list'),
    'any-source': vscode.l10n.t('All sources'), 'any-year': vscode.l10n.t('All years'), 'any-entity': vscode.l10n.t('All subjects'), 'any-unit': vscode.l10n.t('All units'),
    phrase: vscode.l10n.t('Insert text'), table: vscode.l10n.t('Insert table'), csv: vscode.l10n.t('Save CSV…'), svg: vscode.l10n.t('Save chart…'), busy: vscode.l10n.t('Reading the library…'), failed: vscode.l10n.t('The figures could not be read. The reason is in the log.'),
    chart: vscode.l10n.t('Chart: {0}. The values are in the table.'), actions: vscode.l10n.t('Use these figures'),
    pictures: vscode.l10n.t('Pictures'), searchPictures: vscode.l10n.t('Search captions'), countPictures: vscode.l10n.t('{0} pictures'), noPictures: vscode.l10n.t('The sources have no pictures with captions.'),
    untitled: vscode.l10n.t('Picture without caption'), openPicture: vscode.l10n.t('Open the source'), insertPicture: vscode.l10n.t('Insert'),
  };
}
