/** Markdown for hovers: texts of the sources are always escaped, and only named commands can be linked. */
import * as vscode from 'vscode';
import type { Evidence } from '../core/check/types';
import type { Place, Span } from '../core/text/offsets';

const SPECIAL = /[\\`*_{}[\]()#+\-.!|<>~&$]/g;

/** A text as it is, on one line, whatever it holds. */
export function escaped(text: string): string {
  return text.replace(/\s+/g, ' ').replace(SPECIAL, '\\$&');
}

/**
 * A text as it is, its spans in bold and in the colour of errors. As HTML, because Markdown's own marks do not take effect
 * beside Chinese punctuation.
 */
export function markedWords(text: string, spans: readonly Span[]): string {
  let at = 0, words = '';
  for (const { start, end } of spans) {
    words += `${escaped(text.slice(at, start))}<span style="color:var(--vscode-editorError-foreground);"><strong>${escaped(text.slice(start, end))}</strong></span>`;
    at = end;
  }
  return words + escaped(text.slice(at));
}

/** A text that is cut to about `length` characters. */
export function shortened(text: string, length: number): string {
  const characters = [...text.replace(/\s+/g, ' ').trim()];
  return characters.length > length ? `${characters.slice(0, length).join('')}…` : characters.join('');
}

export function link(label: string, command: string, ...args: readonly unknown[]): string {
  return `[${escaped(label)}](command:${command}?${encodeURIComponent(JSON.stringify(args))})`;
}

/** Commands that links in hovers may run; no other is run from Markdown. */
export const LINKED_COMMANDS = ['yinju.openPlace', 'yinju.insertItem', 'yinju.showUses', 'yinju.addTerm', 'yinju.rejectTerm', 'yinju.compare', 'yinju.showFigures'] as const;

export function linkedMarkdown(text: string): vscode.MarkdownString {
  const markdown = new vscode.MarkdownString(text, true);
  // For `markedWords`; of the sources' own texts every angle bracket is escaped.
  markdown.supportHtml = true;
  markdown.isTrusted = { enabledCommands: LINKED_COMMANDS };
  return markdown;
}

/** Only what a link needs to name a place: links are long enough as they are. */
export const placeOf = ({ file, start, end }: Place): Place => ({ file, start, end });

/** A citation that opens its source at the place. */
export function citationLink(evidence: Evidence): string {
  return link(evidence.citation, 'yinju.openPlace', placeOf(evidence), evidence.title);
}
