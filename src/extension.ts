/** Composition root: builds the parts, registers the features; nothing else. The engine starts with the first question. */
import * as vscode from 'vscode';
import { createChecker } from './vscode/checker';
import { readSettings } from './vscode/configuration';
import { createEngine } from './vscode/engine';
import { features } from './vscode/features';
import { trackDraftEditors } from './vscode/draftEditors';
import { trackLastInsertion } from './vscode/lastInsertion';
import { createMessages, settingsAction } from './vscode/messages';
import { createOfficeFiles } from './vscode/officeFiles';
import type { Parts } from './vscode/parts';
import { createSources } from './vscode/sources';

export function activate(context: vscode.ExtensionContext): void {
  const from = performance.now();
  const { extensionUri, subscriptions } = context;
  const log = own(vscode.window.createOutputChannel('Yinju', { log: true }));
  const messages = createMessages(log);
  const reportSettings = () => readSettings(undefined, (name) =>
    messages.once(`setting ${name}`, vscode.l10n.t('The setting {0} has a value of the wrong kind; its default is used.', name), settingsAction(name)));
  reportSettings();
  const engine = own(createEngine(extensionUri, vscode.Uri.joinPath(context.globalStorageUri, 'index'), log, messages));
  const sources = own(createSources(engine));
  const editors = own(trackDraftEditors());
  const inserted = own(trackLastInsertion());
  const office = own(createOfficeFiles(messages));
  const checker = own(createChecker(engine, sources, office, messages));
  const parts: Parts = { extensionUri, log, messages, engine, sources, editors, inserted, checker, office };
  for (const register of features) own(register(parts));
  own(vscode.workspace.onDidChangeConfiguration((event) => { if (event.affectsConfiguration('yinju')) reportSettings(); }));
  // Also for the bench, which reads the measure inside the extension host.
  const { duration } = performance.measure('yinju.activate', { start: from });
  log.info(`activated in ${Math.round(duration)} ms`);

  function own<T extends vscode.Disposable>(part: T): T {
    subscriptions.push(part);
    return part;
  }
}
