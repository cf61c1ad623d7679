/** Checks the open drafts as they are written: one answer per version of a draft, put off while the writer types. */
import * as vscode from 'vscode';
import type { CheckResult, Finding, Severity } from '../core/check/types';
import { isComposing, type Edit } from './composition';
import { readSettings } from './configuration';
import { createDebouncer } from './debounce';
import { disposer } from './disposer';
import { draftLanguage, draftOf, locale, MAX_DRAFT, rangeOf } from './drafts';
import type { Engine } from './engine';
import { shortened } from './markdown';
import type { Messages } from './messages';
import { movedDiagnostics } from './moved';
import type { OfficeFiles } from './officeFiles';
import type { Sources } from './sources';

/** The name that stands behind each finding in the Problems view. */
export const DIAGNOSTIC_SOURCE = '引据';
/** How long a draft must rest before it is checked, in ms; and how long where an input method seems to be composing. */
const REST = 300, COMPOSING_REST = 1500;
/** Characters of a source's words that a link to them shows: they stand whole, beside the draft's, in the hover. */
const LINK = 30;

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

export function createChecker(engine: Engine, sources: Sources, office: OfficeFiles, messages: Messages): Checker {
  const collection = vscode.languages.createDiagnosticCollection('yinju');
  const answers = new Map<string, Checked>();
  const lastEdits = new Map<string, Edit>();
  const debouncer = createDebouncer();
  const checkedEmitter = new vscode.EventEmitter<vscode.TextDocument>();

  function forget(document: vscode.TextDocument): void {
    const key = document.uri.toString();
    debouncer.cancel(key);
    lastEdits.delete(key);
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
    const place = office.placeOf(document);
    const rows = place ? (await office.rows(place.folder)).filter(({ file }) => file === null || file === place.file) : [];
    const packs = await office.packs(document);
    const options = { locale: locale(), severities: settings.severities, profiles: settings.profiles, packs, accepted: { file: place?.file ?? null, rows } };
    const result = await engine.ask('check', [draft, options], { key: `check ${key}` });
    if (!result || document.isClosed || document.version !== version) return;
    const diagnostics = await Promise.all(result.findings.map((finding) => diagnosticOf(document, finding, sources)));
    if (document.isClosed || document.version !== version) return;
    for (const { file, row, message } of result.problems) {
      const what = row === null ? file : vscode.l10n.t('{0}, row {1}', file, row);
      messages.once(`pack ${file} ${row ?? 0} ${message}`, vscode.l10n.t('A wording rule is not run: {0}: {1}', what, message));
    }
    answers.set(key, { version, result });
    collection.set(document.uri, diagnostics);
    checkedEmitter.fire(document);
  }

  function edited({ document, contentChanges }: vscode.TextDocumentChangeEvent): void {
    const [first] = contentChanges;
    if (!first || !draftLanguage(document)) return;
    const key = document.uri.toString();
    // Until the new answer comes, no underline stands under other words than those it was made for.
    const { kept, changed } = movedDiagnostics(collection.get(document.uri) ?? [], contentChanges);
    if (changed) collection.set(document.uri, kept);
    const before = document.getText(new vscode.Range(first.range.start.with({ character: Math.max(0, first.range.start.character - 1) }), first.range.start));
    const composing = isComposing(contentChanges, lastEdits.get(key), before);
    lastEdits.set(key, { rangeOffset: first.rangeOffset, rangeLength: first.rangeLength, text: first.text });
    schedule(document, composing ? COMPOSING_REST : REST);
  }

  const all = (delay: number) => { for (const document of vscode.workspace.textDocuments) schedule(document, delay); };
  all(0);
  return {
    checked: (document) => answers.get(document.uri.toString()),
    onDidCheck: checkedEmitter.event,
    dispose: disposer(
      collection, checkedEmitter, debouncer,
      vscode.workspace.onDidOpenTextDocument((document) => schedule(document, 0)),
      vscode.workspace.onDidChangeTextDocument(edited),
      // A change of language closes the document and opens it again.
      vscode.workspace.onDidCloseTextDocument(forget),
      vscode.workspace.onDidChangeConfiguration((event) => { if (event.affectsConfiguration('yinju')) all(0); }),
      engine.onDidChangeLibrary(() => all(0)),
      office.onDidChange(() => all(0)),
    ),
  };
}

async function diagnosticOf(document: vscode.TextDocument, finding: Finding, sources: Sources): Promise<vscode.Diagnostic> {
  const diagnostic = new vscode.Diagnostic(rangeOf(document, finding), finding.message, SEVERITIES[finding.severity]);
  diagnostic.source = DIAGNOSTIC_SOURCE;
  diagnostic.code = finding.rule;
  const { source } = finding;
  const location = source && (await sources.locate(source, source.title));
  if (source && location) diagnostic.relatedInformation = [new vscode.DiagnosticRelatedInformation(location, shortened(source.text, LINK))];
  return diagnostic;
}
