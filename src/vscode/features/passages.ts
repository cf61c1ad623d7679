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
      passages: answer.passages.map(({ id, text, matches, closeness, title, date, evidence }) => ({ id, text, matches, closeness, title, date, citation: evidence.citation })),
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
    if (editor && await insertItem(engine, editor, passage.id)) {
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
  const { t } = vscode.l10n;
  return {
    title: t('Passages'), list: t('Passages that match the sentence'), open: t('Open'), insert: t('Insert'),
    exact: t('same words'), near: t('close'), topic: t('same subject'), count: t('{0} passages'), one: t('1 passage'),
    none: t('The library has nothing on this sentence.'), busy: t('Searching…'), undated: t('undated'),
    'no-draft': t('Open a draft, a Markdown, text or LaTeX document: the passages that match the sentence at the cursor appear here.'),
    'too-long': t('This draft is too long to be followed.'), 'no-sentence': t('Put the cursor into a sentence.'), failed: t('The search failed. The reason is in the log.'),
    keys: t('Enter opens, Ctrl+Enter inserts, Escape goes back to the draft.'),
  };
}
