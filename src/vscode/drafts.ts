/** Which documents are drafts, and how they go to the engine. */
import * as vscode from 'vscode';
import type { Draft, DraftLanguage } from '../core/check/types';
import type { Locale } from '../core/features/types';

const LANGUAGES: Readonly<Record<string, DraftLanguage>> = { markdown: 'markdown', plaintext: 'plaintext', latex: 'latex', tex: 'latex' };

/** Any scheme: untitled, remote and virtual documents are drafts as well; `draftLanguage` leaves out what nobody writes in. */
export const DRAFT_SELECTOR: vscode.DocumentSelector = Object.keys(LANGUAGES).map((language) => ({ language }));

/** Longest draft that is checked and looked up in, in UTF-16 units; the settings state it. */
export const MAX_DRAFT = 300_000;

/** Schemes that are written in but are known to VS Code under no file system, or not yet when the first draft is opened. */
const WRITABLE = new Set(['file', 'untitled', 'vscode-remote', 'vscode-notebook-cell', 'vscode-userdata']);

/** The language of a draft; undefined for documents that are none: other languages, output, sources, the read-only side of a diff. */
export function draftLanguage(document: vscode.TextDocument): DraftLanguage | undefined {
  const language = LANGUAGES[document.languageId];
  const { scheme } = document.uri;
  return language && (WRITABLE.has(scheme) || vscode.workspace.fs.isWritableFileSystem(scheme) === true) ? language : undefined;
}

/** The draft as the engine takes it; undefined for what is no draft or too long. */
export function draftOf(document: vscode.TextDocument): Draft | undefined {
  const language = draftLanguage(document);
  if (!language) return undefined;
  const text = document.getText();
  return text.length > MAX_DRAFT ? undefined : { text, language };
}

/** Chinese for a Chinese display language, English for all others. */
export function locale(): Locale {
  return vscode.env.language.toLowerCase().startsWith('zh') ? 'zh-cn' : 'en';
}

export function rangeOf(document: vscode.TextDocument, span: { readonly start: number; readonly end: number }): vscode.Range {
  return new vscode.Range(document.positionAt(span.start), document.positionAt(span.end));
}
