/** Words of the interface for what the core names by a stable id. An id that is not known here is shown as it is. */
import * as vscode from 'vscode';
import { shortName as shortNameIn } from '../core/cite/shortTitle';
import type { Agreement, Item } from '../core/features/types';
import { locale } from './drafts';

/** What a source is called where there is little room: its title in the reader's language, else the name of its file. */
export function shortName(source: Parameters<typeof shortNameIn>[0]): string {
  return shortNameIn(source, locale());
}

export function quotationVerdict(verdict: string): string {
  switch (verdict) {
    case 'verbatim': return vscode.l10n.t('Word for word as in the source');
    case 'form-only': return vscode.l10n.t('As in the source but for form');
    case 'differs': return vscode.l10n.t('Differs from the source');
    case 'paraphrase': return vscode.l10n.t('A paraphrase of the source');
    case 'not-in-library': return vscode.l10n.t('Not in the library');
    default: return verdict;
  }
}

export function figureVerdict(verdict: string): string {
  switch (verdict) {
    case 'agrees': return vscode.l10n.t('Agrees with the source');
    case 'rounded': return vscode.l10n.t('Agrees with the source, rounded');
    case 'differs': return vscode.l10n.t('Differs from the source');
    case 'no-source': return vscode.l10n.t('Not in the library');
    default: return verdict;
  }
}

/** How the sources of an indicator stand to one another; null where one source speaks. */
export function agreementWords(agreement: Agreement): string | null {
  switch (agreement) {
    case 'alone': return null;
    case 'dates': return vscode.l10n.t('The sources give values of different times.');
    case 'agree': return vscode.l10n.t('The sources agree.');
    case 'rounded': return vscode.l10n.t('The sources agree; some round.');
    case 'definitions': return vscode.l10n.t('The values differ, and so does what is measured.');
    case 'conflict': return vscode.l10n.t('The sources contradict each other.');
  }
}

export function termKind(kind: string): string {
  switch (kind) {
    case 'concept': return vscode.l10n.t('concept');
    case 'set phrase': return vscode.l10n.t('set phrase');
    case 'meeting': return vscode.l10n.t('meeting');
    case 'document': return vscode.l10n.t('document');
    case 'organisation': return vscode.l10n.t('organisation');
    case 'programme': return vscode.l10n.t('programme');
    case 'initiative': return vscode.l10n.t('initiative');
    case 'metric': return vscode.l10n.t('indicator');
    default: return kind;
  }
}

export function itemKind(kind: Item['kind']): string {
  switch (kind) {
    case 'quote': return vscode.l10n.t('Quotation');
    case 'term': return vscode.l10n.t('Term');
    case 'passage': return vscode.l10n.t('Passage');
    case 'figure': return vscode.l10n.t('Figure');
  }
}

/** A style of the user's goes by the name that they gave it. */
export function styleName(style: string): string {
  switch (style) {
    case 'bare': return vscode.l10n.t('Only the words');
    case 'quotation': return vscode.l10n.t('In quotation marks');
    case 'attributed': return vscode.l10n.t('With attribution');
    case 'block': return vscode.l10n.t('As a block quotation');
    case 'footnote': return vscode.l10n.t('With a footnote');
    case 'note': return vscode.l10n.t('With the source in brackets');
    case 'numbered': return vscode.l10n.t('With a number and the reference list');
    case 'cite': return vscode.l10n.t('With a citation key (Pandoc, LaTeX)');
    default: return style;
  }
}

/** Title of a quick fix by the kind of the fix; `newText` is what its edits put in, `removed` what they take out. */
export function fixTitle(kind: string, newText: string, removed: string): string {
  switch (kind) {
    case 'restore': return newText ? vscode.l10n.t('Restore the source\'s words: {0}', newText) : vscode.l10n.t('Remove what the source does not have');
    case 'paraphrase': return vscode.l10n.t('Remove the quotation marks (paraphrase)');
    case 'ellipsis': return vscode.l10n.t('Mark the omission with an ellipsis');
    case 'gloss': return vscode.l10n.t('Say that the words in brackets are yours');
    case 'edition': return vscode.l10n.t('Use the better edition\'s words');
    case 'attribution': return vscode.l10n.t('Correct the attribution: {0}', newText);
    case 'value': return vscode.l10n.t('Use the source\'s figure: {0}', newText);
    default:
      if (newText === '') return vscode.l10n.t('Remove “{0}”', removed);
      return removed === '' ? vscode.l10n.t('Put in: {0}', newText) : vscode.l10n.t('Change to: {0}', newText);
  }
}
