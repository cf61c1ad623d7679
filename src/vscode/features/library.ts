/** The Library view: sources with their counts, and below each what is wrong with it. */
import * as vscode from 'vscode';
import type { SourceList, SourceSummary } from '../../core/features/types';
import { problemText } from '../../core/library/problemText';
import { readSettings } from '../configuration';
import { locale } from '../drafts';
import { command } from '../guard';
import { escaped } from '../markdown';
import type { Parts } from '../parts';
import { createContents, type ContentNode } from './contents';
import { shortName } from '../words';

type Problem = SourceSummary['problems'][number];
interface Folder { readonly folder: string; readonly sources: number }
/** Rows that are not listed yet: those of a folder (null: of the top) from one on. */
interface More { readonly more: string | null; readonly from: number; readonly left: number }
type Node = { readonly source: SourceSummary; readonly problem?: Problem } | Folder | More | { readonly content: ContentNode };

/** Rows that are listed at a time: the editor is never kept by a large library. */
const PAGE = 300;

export function registerLibrary(parts: Parts): vscode.Disposable {
  const { log, engine, sources, messages } = parts;
  const contents = createContents(parts);
  const shownContents = (nodes: readonly ContentNode[]): Node[] => nodes.map((content) => ({ content }));
  const changed = new vscode.EventEmitter<undefined>();
  const listOf = (folder: string | null, from: number): Promise<SourceList | undefined> =>
    engine.ask('sourceList', [{ filter: contents.filter, locale: locale(), folder, from, count: PAGE }])
      .catch((error: unknown) => { log.error('sources:', String(error)); return undefined; });
  const shownRows = (list: SourceList | undefined, folder: string | null, from: number): Node[] =>
    (list ? [...list.rows, ...(list.left > 0 ? [{ more: folder, from: from + list.rows.length, left: list.left }] : [])] : []);
  const nodesOf = async (node?: Node): Promise<Node[]> => {
    if (node && 'content' in node) return shownContents(await contents.children(node.content));
    if (node && 'folder' in node) return shownRows(await listOf(node.folder, 0), node.folder, 0);
    if (node && 'more' in node) return shownRows(await listOf(node.more, node.from), node.more, node.from);
    if (node) return node.source.problems.map((problem) => ({ source: node.source, problem }));
    const list = await listOf(null, 0);
    const state = list === undefined ? (engine.state === 'failed' ? 'failed' : 'starting') : list.total === 0 ? 'empty' : 'ready';
    await vscode.commands.executeCommand('setContext', 'yinju.libraryState', state);
    const roots = list && list.total > 0 ? await contents.roots() : [];
    return [...shownContents(roots), ...shownRows(list, null, 0)];
  };
  const view = vscode.window.createTreeView<Node>('yinju.library', {
    showCollapseAll: true,
    dragAndDropController: {
      dropMimeTypes: contents.dragController.dropMimeTypes, dragMimeTypes: contents.dragController.dragMimeTypes,
      handleDrag: (nodes, transfer, token) => contents.dragController.handleDrag?.(nodes.flatMap((node) => ('content' in node ? [node.content] : [])), transfer, token),
    },
    treeDataProvider: { onDidChangeTreeData: changed.event, getChildren: nodesOf, getTreeItem: (node) => ('content' in node ? contents.itemOf(node.content) : 'folder' in node ? folderItem(node) : 'more' in node ? moreItem(node) : node.problem ? problemItem(node.source, node.problem) : sourceItem(node.source)) },
  });
  return vscode.Disposable.from(
    view, changed, contents,
    contents.onDidChange(() => {
      view.message = contents.filter === '' ? '' : vscode.l10n.t('Only what fits “{0}”', contents.filter);
      changed.fire(undefined);
    }),
    engine.onDidChangeLibrary((status) => {
      view.message = status.problems.length > 0 ? vscode.l10n.t('Not everything could be read. See the log.') : '';
      changed.fire(undefined);
    }),
    engine.onDidChangeState((state) => { if (state === 'failed') changed.fire(undefined); }),
    command(log, 'yinju.openSource', (source: SourceSummary, at?: { start: number; end: number }) =>
      sources.open({ file: source.file, start: at?.start ?? 0, end: at?.end ?? 0 }, source.title)),
    command(log, 'yinju.reloadLibrary', () => vscode.window.withProgress({ location: { viewId: 'yinju.library' } }, () => new Promise<void>((done) => {
      const listeners = vscode.Disposable.from(engine.onDidChangeLibrary(finish), engine.onDidChangeState((state) => { if (state === 'failed') finish(); }));
      function finish(): void { listeners.dispose(); done(); }
      engine.reload();
    }))),
    command(log, 'yinju.addFolder', async () => {
      const [folder] = (await vscode.window.showOpenDialog({ canSelectFolders: true, canSelectFiles: false, title: vscode.l10n.t('Add a Library Folder'), openLabel: vscode.l10n.t('Add') })) ?? [];
      if (!folder) return;
      if (folder.scheme !== 'file' && folder.scheme !== 'vscode-remote') return messages.answer(vscode.l10n.t('A library folder must be on the disk of the machine on which the extension runs.'));
      const { libraryFolders } = readSettings();
      if (libraryFolders.includes(folder.fsPath)) return;
      const configuration = vscode.workspace.getConfiguration('yinju');
      const inWorkspace = configuration.inspect('library.folders')?.workspaceValue !== undefined;
      await configuration.update('library.folders', [...libraryFolders, folder.fsPath], inWorkspace ? vscode.ConfigurationTarget.Workspace : vscode.ConfigurationTarget.Global);
    }),
  );
}

function countsOf({ counts }: SourceSummary): string {
  // In a large library terms come after the rest: none yet is not said to be none.
  return ([
    [counts.quotes, vscode.l10n.t('{0} quotations', counts.quotes)], [counts.terms, vscode.l10n.t('{0} terms', counts.terms)],
    [counts.figures, vscode.l10n.t('{0} figures', counts.figures)], [counts.pictures, vscode.l10n.t('{0} pictures', counts.pictures)],
  ] as const).flatMap(([count, words]) => (count > 0 ? [words] : [])).join(' · ');
}

function folderItem({ folder, sources }: Folder): vscode.TreeItem {
  const item = new vscode.TreeItem(folder, vscode.TreeItemCollapsibleState.Collapsed);
  item.id = `folder ${folder}`;
  item.contextValue = 'folder';
  item.iconPath = vscode.ThemeIcon.Folder;
  item.description = sources.toLocaleString(vscode.env.language);
  item.accessibilityInformation = { label: `${folder}, ${vscode.l10n.t('{0} sources', sources)}` };
  return item;
}

function moreItem({ more, from, left }: More): vscode.TreeItem {
  const item = new vscode.TreeItem(vscode.l10n.t('{0} more', left.toLocaleString(vscode.env.language)), vscode.TreeItemCollapsibleState.Collapsed);
  item.id = `more ${from} ${more ?? ''}`;
  item.contextValue = 'more';
  return item;
}

function sourceItem(source: SourceSummary): vscode.TreeItem {
  const { title, file, problems, date, publication, authors, characters, speaker, occasion } = source;
  const item = new vscode.TreeItem(shortName(source), problems.length > 0 ? vscode.TreeItemCollapsibleState.Collapsed : vscode.TreeItemCollapsibleState.None);
  item.id = file;
  // One that could not be read says why at once.
  const [unread] = characters === 0 ? problems : [];
  item.contextValue = 'source';
  item.iconPath = new vscode.ThemeIcon(unread ? 'circle-slash' : 'book');
  item.description = unread ? problemText(unread, locale()) : countsOf(source);
  item.command = { title: vscode.l10n.t('Open'), command: 'yinju.openSource', arguments: [source] };
  item.tooltip = new vscode.MarkdownString([
    `**${escaped(title ?? file)}**`, escaped([speaker, occasion].filter(Boolean).join(' · ')), escaped([...authors, publication, date].filter(Boolean).join(' · ')),
    countsOf(source), vscode.l10n.t('{0} characters', characters.toLocaleString(vscode.env.language)), escaped(file),
    ...(problems.length > 0 ? [vscode.l10n.t('{0} problems', problems.length)] : []),
  ].filter(Boolean).join('\n\n'));
  item.accessibilityInformation = { label: [shortName(source), date, countsOf(source), problems.length > 0 ? vscode.l10n.t('{0} problems', problems.length) : ''].filter(Boolean).join(', ') };
  return item;
}

function problemItem(source: SourceSummary, problem: Problem): vscode.TreeItem {
  const text = problemText(problem, locale());
  const item = new vscode.TreeItem(text);
  item.contextValue = 'problem';
  item.iconPath = new vscode.ThemeIcon('warning');
  item.tooltip = text;
  item.accessibilityInformation = { label: vscode.l10n.t('Problem: {0}', text) };
  const { start, end } = problem;
  if (start !== null) item.command = { title: vscode.l10n.t('Open'), command: 'yinju.openSource', arguments: [source, { start, end: end ?? start }] };
  return item;
}
