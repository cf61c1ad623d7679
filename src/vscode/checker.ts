/** Checks the open drafts as they are written: one answer per version of a draft, put off while the writer types. */
import * as vscode from 'vscode';
import type { CheckResult, Finding, Severity } from '../core/check/types';
import { readSettings } from './configuration';
import { createDebouncer } from './debounce';
import { disposer } from './disposer';
import { draftLanguage, draftOf, locale, MAX_DRAFT, rangeOf } from './drafts';
import type { Engine } from './engine';
import type { Messages } from './messages';
import type { Sources } from './sources';

/** The name that stands behind each finding in the Problems view. */
export const DIAGNOSTIC_SOURCE = '引据';
/** How long a draft must rest before it is checked, in ms. */
const REST = 300;

const SEVERITIES: Readonly<Record<Severity, vscode.DiagnosticSeverity>> = {
  error: vscode.DiagnosticSeverity.Error, warning: vscode.DiagnosticSeverity.Warning,
  information: vscode.DiagnosticSeverity.Information, hint: vscode.DiagnosticSeverity.Hint,
};

export interface Checked {
  /** The version of the draft that was checked; its offsets hold for no other. */
  readonly version: number;
  readonly result: CheckResult;
}

export interface Checker extends vscode.Disposable {
  /** The last answer for a draft; undefined before the first, and for what is not checked. */
  checked(document: vscode.TextDocument): Checked | undefined;
  /** Tells which draft has a new answer, or none any more. */
  readonly onDidCheck: vscode.Event<vscode.TextDocument>;
}

export function createChecker(engine: Engine, sources: Sources, messages: Messages): Checker {
  const collection = vscode.languages.createDiagnosticCollection('yinju');
  const answers = new Map<string, Checked>();
  const debouncer = createDebouncer();
  const checkedEmitter = new vscode.EventEmitter<vscode.TextDocument>();

  function forget(document: vscode.TextDocument): void {
    const key = document.uri.toString();
    debouncer.cancel(key);
    collection.delete(document.uri);
    if (answers.delete(key)) checkedEmitter.fire(document);
  }

  function schedule(document: vscode.TextDocument, delay = REST): void {
    if (!draftLanguage(document)) return;
    debouncer.schedule(document.uri.toString(), delay, () => void check(document));
  }

  async function check(document: vscode.TextDocument): Promise<void> {
    const key = document.uri.toString();
    const { version } = document;
    const settings = readSettings(document.uri);
    const draft = settings.checkEnabled && !document.isClosed ? draftOf(document) : undefined;
    if (!draft) {
      if (draftLanguage(document) && document.getText().length > MAX_DRAFT) {
        messages.once('too-long', vscode.l10n.t('This draft has more than {0} characters and is not checked.', MAX_DRAFT.toLocaleString(vscode.env.language)));
      }
      return forget(document);
    }
    const result = await engine.ask('check', [draft, { locale: locale(), severities: settings.severities }], { key: `check ${key}` });
    if (!result || document.isClosed || document.version !== version) return;
    const diagnostics = await Promise.all(result.findings.map((finding) => diagnosticOf(document, finding, sources)));
    if (document.isClosed || document.version !== version) return;
    answers.set(key, { version, result });
    collection.set(document.uri, diagnostics);
    checkedEmitter.fire(document);
  }

  const all = (delay: number) => { for (const document of vscode.workspace.textDocuments) schedule(document, delay); };
  all(0);
  return {
    checked: (document) => answers.get(document.uri.toString()),
    onDidCheck: checkedEmitter.event,
    dispose: disposer(
      collection, checkedEmitter, debouncer,
      vscode.workspace.onDidOpenTextDocument((document) => schedule(document, 0)),
      vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => { if (contentChanges.length > 0) schedule(document); }),
      // A change of language closes the document and opens it again.
      vscode.workspace.onDidCloseTextDocument(forget),
      vscode.workspace.onDidChangeConfiguration((event) => { if (event.affectsConfiguration('yinju')) all(0); }),
      engine.onDidChangeLibrary(() => all(0)),
    ),
  };
}

async function diagnosticOf(document: vscode.TextDocument, finding: Finding, sources: Sources): Promise<vscode.Diagnostic> {
  const diagnostic = new vscode.Diagnostic(rangeOf(document, finding), finding.message, SEVERITIES[finding.severity]);
  diagnostic.source = DIAGNOSTIC_SOURCE;
  diagnostic.code = finding.rule;
  const { source } = finding;
  const location = source && (await sources.locate(source, source.title));
  if (source && location) diagnostic.relatedInformation = [new vscode.DiagnosticRelatedInformation(location, source.text)];
  return diagnostic;
}
