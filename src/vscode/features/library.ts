/** The Library view: sources with their counts, and below each what is wrong with it. */
import * as vscode from 'vscode';
import type { SourceSummary } from '../../core/features/types';
import { problemText } from '../../core/library/problemText';
import { readSettings } from '../configuration';
import { locale } from '../drafts';
import { command } from '../guard';
import { escaped } from '../markdown';
import type { Parts } from '../parts';
import { createContents, type ContentNode } from './contents';
import { sourceName } from '../words';

type Problem = SourceSummary['problems'][number];
interface Folder { readonly folder: string; readonly sources: readonly SourceSummary[] }
type Node = { readonly source: SourceSummary; readonly problem?: Problem } | Folder | { readonly content: ContentNode };

export function registerLibrary(parts: Parts): vscode.Disposable {
  const { log, engine, sources, messages } = parts;
  const contents = createContents(parts);
  const shownContents = (nodes: readonly ContentNode[]): Node[] => nodes.map((content) => ({ content }));
  const changed = new vscode.EventEmitter<undefined>();
  const nodesOf = async (node?: Node): Promise<Node[]> => {
    if (node && 'content' in node) return shownContents(await contents.children(node.content));
    if (node && 'folder' in node) return node.sources.map((source) => ({ source }));
    if (node) return node.source.problems.map((problem) => ({ source: node.source, problem }));
    const all = await engine.ask('sources', []).catch((error: unknown) => { log.error('sources:', String(error)); return undefined; });
    const state = all === undefined ? (engine.state === 'failed' ? 'failed' : 'starting') : all.length === 0 ? 'empty' : 'ready';
    await vscode.commands.executeCommand('setContext', 'yinju.libraryState', state);
    const roots = all && all.length > 0 ? await contents.roots() : [];
    return [...shownContents(roots), ...byFolder((all ?? []).filter((source) => fits(source, contents.filter)))];
  };
  const view = vscode.window.createTreeView<Node>('yinju.library', {
    showCollapseAll: true,
    dragAndDropController: {
      dropMimeTypes: contents.dragController.dropMimeTypes, dragMimeTypes: contents.dragController.dragMimeTypes,
      handleDrag: (nodes, transfer, token) => contents.dragController.handleDrag?.(nodes.flatMap((node) => ('content' in node ? [node.content] : [])), transfer, token),
    },
    treeDataProvider: { onDidChangeTreeData: changed.event, getChildren: nodesOf, getTreeItem: (node) => ('content' in node ? contents.itemOf(node.content) : 'folder' in node ? folderItem(node) : node.problem ? problemItem(node.source, node.problem) : sourceItem(node.source)) },
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

/** Whether all words of the filter stand somewhere in what is known of a source, its problems included. */
function fits({ title, file, authors, publication, date, kind, speaker, occasion, problems }: SourceSummary, filter: string): boolean {
  if (filter === '') return true;
  const known = [title, file, ...authors, publication, date, kind, speaker, occasion, ...problems.map((problem) => problemText(problem, locale()))].filter(Boolean).join('\n').toLowerCase();
  return filter.toLowerCase().split(/\s+/u).every((word) => known.includes(word));
}

function countsOf({ counts }: SourceSummary): string {
  // In a large library terms come after the rest: none yet is not said to be none.
  return ([
    [counts.quotes, vscode.l10n.t('{0} quotations', counts.quotes)], [counts.terms, vscode.l10n.t('{0} terms', counts.terms)],
    [counts.figures, vscode.l10n.t('{0} figures', counts.figures)], [counts.pictures, vscode.l10n.t('{0} pictures', counts.pictures)],
  ] as const).flatMap(([count, words]) => (count > 0 ? [words] : [])).join(' · ');
}

/** More sources than this are listed by their folders. */
const MANY = 100;

/** Folders stand where their first source would; what lies in none stands for itself. */
function byFolder(all: readonly SourceSummary[]): Node[] {
  if (all.length <= MANY) return all.map((source) => ({ source }));
  const folders = new Map<string, SourceSummary[]>();
  return all.flatMap((source): Node[] => {
    const cut = source.file.lastIndexOf('/');
    if (cut < 0) return [{ source }];
    const folder = source.file.slice(0, cut), known = folders.get(folder);
    if (known) { known.push(source); return []; }
    const sources = [source];
    folders.set(folder, sources);
    return [{ folder, sources }];
  });
}

function folderItem({ folder, sources }: Folder): vscode.TreeItem {
  const item = new vscode.TreeItem(folder, vscode.TreeItemCollapsibleState.Collapsed);
  item.id = `folder ${folder}`;
  item.contextValue = 'folder';
  item.iconPath = vscode.ThemeIcon.Folder;
  item.description = sources.length.toLocaleString(vscode.env.language);
  item.accessibilityInformation = { label: `${folder}, ${vscode.l10n.t('{0} sources', sources.length)}` };
  return item;
}

function sourceItem(source: SourceSummary): vscode.TreeItem {
  const { title, file, problems, date, publication, authors, characters, speaker, occasion } = source;
  const item = new vscode.TreeItem(sourceName(source), problems.length > 0 ? vscode.TreeItemCollapsibleState.Collapsed : vscode.TreeItemCollapsibleState.None);
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
  item.accessibilityInformation = { label: [sourceName(source), date, countsOf(source), problems.length > 0 ? vscode.l10n.t('{0} problems', problems.length) : ''].filter(Boolean).join(', ') };
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
