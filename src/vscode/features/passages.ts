/** The side panel: passages of the library that match the sentence at the cursor. It never shows an answer to an older question. */
import * as vscode from 'vscode';
import type { PanelPassage } from '../../core/features/types';
import { isFromPanel, type FromPanel, type ToPanel } from '../../webview/lib/messages';
import { createDebouncer } from '../debounce';
import { draftOf } from '../drafts';
import { command, guarded } from '../guard';
import { insertItem } from '../insertion';
import type { Parts } from '../parts';
import { fillWebview } from '../webviewHtml';
import { shortName } from '../words';

const VIEW = 'yinju.passages';
const LIMIT = 12;
/** Rest of the cursor before the panel follows, in ms. */
const REST = 200;

export function registerPassages(parts: Parts): vscode.Disposable {
  const { log, engine, editors, sources } = parts;
  const debouncer = createDebouncer();
  let view: vscode.WebviewView | undefined;
  let question = 0;
  let shown: { readonly answer: number; readonly passages: readonly PanelPassage[] } = { answer: 0, passages: [] };
  let focusWanted = false;

  const post = (message: ToPanel) => void view?.webview.postMessage(message);

  const update = guarded(log, 'passages', async () => {
    const asked = ++question;
    // Nothing is computed while the panel is hidden; it asks when it is shown again.
    if (!view?.visible) return;
    const editor = editors.current();
    if (!editor) return post({ type: 'none', reason: 'no-draft' });
    const draft = draftOf(editor.document);
    if (!draft) return post({ type: 'none', reason: 'too-long' });
    const { version } = editor.document;
    post({ type: 'busy' });
    const answer = await engine.ask('passages', [draft, editor.document.offsetAt(editor.selection.active), LIMIT], { key: 'panel' })
      .catch((error: unknown) => { log.error('passages:', String(error)); if (asked === question) post({ type: 'none', reason: 'failed' }); });
    if (asked !== question || editor.document.version !== version || answer === undefined) return;
    if (!answer) return post({ type: 'none', reason: 'no-sentence' });
    shown = { answer: asked, passages: answer.passages };
    post({
      type: 'passages', answer: asked, sentence: draft.text.slice(answer.sentence.start, answer.sentence.end),
      reuse: answer.reuse && { letters: answer.reuse.letters, title: shortName(answer.reuse.evidence) },
      passages: answer.passages.map(({ id, text, matches, closeness, date, evidence }) => ({ id, text, matches, closeness, title: shortName(evidence), date, citation: evidence.citation })),
    });
  });
  const follow = (delay = REST) => { question++; debouncer.schedule('follow', delay, () => void update()); };

  const hear = guarded(log, 'panel', async (message: FromPanel) => {
    if (message.type === 'ready') {
      if (focusWanted) { focusWanted = false; post({ type: 'focus' }); }
      return follow(0);
    }
    const editor = editors.current();
    if (message.type === 'leave') {
      if (editor) await vscode.window.showTextDocument(editor.document, { viewColumn: editor.viewColumn ?? vscode.ViewColumn.Active });
      return;
    }
    const passage = message.answer === shown.answer ? shown.passages.find(({ id }) => id === message.id) : undefined;
    if (!passage) return;
    if (message.type === 'open') return sources.open(passage.evidence, passage.title);
    if (editor && await insertItem(parts, editor, passage.id)) {
      await vscode.window.showTextDocument(editor.document, { viewColumn: editor.viewColumn ?? vscode.ViewColumn.Active });
    }
  });

  return vscode.Disposable.from(
    debouncer,
    vscode.window.registerWebviewViewProvider(VIEW, {
      resolveWebviewView(resolved) {
        view = resolved;
        resolved.webview.onDidReceiveMessage((message: unknown) => { if (isFromPanel(message)) void hear(message); });
        resolved.onDidChangeVisibility(() => { if (resolved.visible) follow(0); });
        resolved.onDidDispose(() => { view = undefined; });
        fillWebview(resolved, parts.extensionUri, 'panel', words());
      },
    }),
    vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => { if (textEditor === editors.current()) follow(); }),
    vscode.workspace.onDidChangeTextDocument(({ document }) => { if (document === editors.current()?.document) follow(); }),
    editors.onDidChange(() => follow()),
    engine.onDidChangeLibrary(() => follow(0)),
    command(log, 'yinju.findPassages', async () => {
      focusWanted = true;
      await vscode.commands.executeCommand(`${VIEW}.focus`);
      if (view?.visible) post({ type: 'focus' });
    }),
  );
}

function words(): Record<string, string> {
  return {
    title: vscode.l10n.t('Passages'), list: vscode.l10n.t('Passages that match the sentence'), open: vscode.l10n.t('Open'), insert: vscode.l10n.t('Insert'),
    exact: vscode.l10n.t('same words'), near: vscode.l10n.t('similar words'), topic: vscode.l10n.t('same subject'), count: vscode.l10n.t('{0} passages'), one: vscode.l10n.t('1 passage'),
    none: vscode.l10n.t('The library has nothing on this sentence.'), busy: vscode.l10n.t('Searching…'), undated: vscode.l10n.t('undated'),
    reuse: vscode.l10n.t('{0} characters of this sentence stand in “{1}”, without quotation marks.'),
    'no-draft': vscode.l10n.t('Open a draft, a Markdown, text or LaTeX document: the passages that match the sentence at the cursor appear here.'),
    'too-long': vscode.l10n.t('This draft is too long to be followed.'), 'no-sentence': vscode.l10n.t('Put the cursor into a sentence.'), failed: vscode.l10n.t('The search failed. The reason is in the log.'),
    keys: vscode.l10n.t('Enter opens, Ctrl+Enter inserts, Escape goes back to the draft.'),
  };
}
