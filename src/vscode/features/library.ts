/** The Library view: sources with their counts, and below each what is wrong with it. */
import * as vscode from 'vscode';
import type { SourceList, SourceSummary } from '../../core/features/types';
import { problemText } from '../../core/library/problemText';
import { readSettings } from '../configuration';
import { locale } from '../drafts';
import { libraryProblem } from '../engine';
import { command } from '../guard';
import { escaped } from '../markdown';
import type { Parts } from '../parts';
import { createContents, type ContentNode } from './contents';
import { shortName } from '../words';

type Problem = SourceSummary['problems'][number];
/** Where rows are listed: right in a folder, at the top, or all that could not be read. */
type Place = { readonly folder: string | null } | { readonly unread: true };
interface Folder { readonly folder: string; readonly sources: number }
interface Unread { readonly unread: number }
/** Rows of a place that are not listed yet, from one on. */
interface More { readonly more: Place; readonly from: number; readonly left: number }
type Node = { readonly source: SourceSummary; readonly problem?: Problem; readonly place?: Place } | Folder | Unread | More | ContentNode;

/** Rows that are listed at a time: the editor is never kept by a large library. */
const PAGE = 300;
/** Problems of folders that are told above the rows; the log has all. */
const MOST_PROBLEMS = 3;
const TOP: Place = { folder: null };

export function registerLibrary(parts: Parts): vscode.Disposable {
  const { log, engine, sources, messages } = parts;
  const contents = createContents(parts);
  const changed = new vscode.EventEmitter<undefined>();
  const listOf = (place: Place, from: number): Promise<SourceList | undefined> =>
    engine.ask('sourceList', [{ filter: contents.filter, locale: locale(), ...place, from, count: PAGE }])
      .catch((error: unknown) => { log.error('sources:', String(error)); return undefined; });
  const shownRows = (list: SourceList | undefined, place: Place, from: number): Node[] => (list
    ? [...list.rows.map((row) => ('source' in row ? { ...row, place } : row)), ...(list.left > 0 ? [{ more: place, from: from + list.rows.length, left: list.left }] : [])]
    : []);
  const rowsOf = async (place: Place, from = 0): Promise<Node[]> => shownRows(await listOf(place, from), place, from);
  const nodesOf = async (node?: Node): Promise<Node[]> => {
    if (node && isContent(node)) return contents.children(node);
    if (node && 'folder' in node) return rowsOf({ folder: node.folder });
    if (node && 'unread' in node) return rowsOf({ unread: true });
    if (node && 'more' in node) return rowsOf(node.more, node.from);
    if (node) return node.source.problems.map((problem) => ({ source: node.source, problem }));
    const list = await listOf(TOP, 0);
    const state = list === undefined ? (engine.state === 'failed' ? 'failed' : 'starting') : list.total === 0 ? 'empty' : 'ready';
    await vscode.commands.executeCommand('setContext', 'yinju.libraryState', state);
    const roots = list && list.total > 0 ? await contents.roots() : [];
    return [...roots, ...shownRows(list, TOP, 0)];
  };
  const view = vscode.window.createTreeView<Node>('yinju.library', {
    showCollapseAll: true,
    dragAndDropController: {
      dropMimeTypes: contents.dragController.dropMimeTypes, dragMimeTypes: contents.dragController.dragMimeTypes,
      handleDrag: (nodes, transfer, token) => contents.dragController.handleDrag?.(nodes.filter(isContent), transfer, token),
    },
    treeDataProvider: { onDidChangeTreeData: changed.event, getChildren: nodesOf, getTreeItem: (node) => (isContent(node) ? contents.itemOf(node) : treeItem(node)) },
  });
  /** The rows are others now; above them stands what they are filtered by, and what is wrong with the folders. */
  function tell(): void {
    view.message = [contents.filter === '' ? '' : vscode.l10n.t('Only what fits “{0}”', contents.filter), ...(engine.library?.problems ?? []).slice(0, MOST_PROBLEMS).map(libraryProblem)].filter(Boolean).join('\n');
    changed.fire(undefined);
  }
  return vscode.Disposable.from(
    view, changed, contents,
    contents.onDidChange(() => tell()),
    engine.onDidChangeLibrary(() => tell()),
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

const isContent = (node: Node): node is ContentNode => 'type' in node;

function treeItem(node: Exclude<Node, ContentNode>): vscode.TreeItem {
  if ('folder' in node) return folderItem(node);
  if ('unread' in node) return unreadItem(node);
  if ('more' in node) return moreItem(node);
  return node.problem ? problemItem(node.source, node.problem) : sourceItem(node.source, node.place ?? TOP);
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

function unreadItem({ unread }: Unread): vscode.TreeItem {
  const item = new vscode.TreeItem(vscode.l10n.t('Could not be read'), vscode.TreeItemCollapsibleState.Collapsed);
  item.id = 'unread';
  item.contextValue = 'unread';
  item.iconPath = new vscode.ThemeIcon('circle-slash');
  item.description = unread.toLocaleString(vscode.env.language);
  item.accessibilityInformation = { label: `${item.label as string}, ${vscode.l10n.t('{0} sources', unread)}` };
  return item;
}

function moreItem({ more, from, left }: More): vscode.TreeItem {
  const item = new vscode.TreeItem(vscode.l10n.t('{0} more', left.toLocaleString(vscode.env.language)), vscode.TreeItemCollapsibleState.Collapsed);
  item.id = `more ${from} ${nameOf(more)}`;
  item.contextValue = 'more';
  return item;
}

/** What tells a place's rows from those of another: one source may be listed in both. */
const nameOf = (place: Place): string => ('unread' in place ? 'unread' : place.folder ?? '');

function sourceItem(source: SourceSummary, place: Place): vscode.TreeItem {
  const { title, file, problems, date, publication, authors, characters, speaker, occasion } = source;
  const item = new vscode.TreeItem(shortName(source), problems.length > 0 ? vscode.TreeItemCollapsibleState.Collapsed : vscode.TreeItemCollapsibleState.None);
  item.id = `${'unread' in place ? 'unread ' : ''}${file}`;
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
  item.accessibilityInformation = { label: [shortName(source), date, item.description, problems.length > 0 && !unread ? vscode.l10n.t('{0} problems', problems.length) : ''].filter(Boolean).join(', ') };
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
