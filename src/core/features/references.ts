/** Which sources a draft uses, as other programs read them; and its reference list put in order. */
import { citationLine } from '../cite/citation';
import { bibtexOf, cslJsonOf, type ExportForm, type Keyed } from '../cite/export';
import { numberReferences } from '../cite/references';
import type { CheckedQuotation, Draft, TextEdit } from '../check/types';
import { foldText } from '../text/fold';

export interface ExportedReferences {
  readonly count: number;
  readonly text: string;
}

/** Keys that a draft cites, as Pandoc and LaTeX write them. */
function citedKeys({ text, language }: Draft): ReadonlySet<string> {
  const found = language === 'latex'
    ? [...text.matchAll(/\\(?:[a-zA-Z]*cite[a-zA-Z]*)\*?(?:\[[^\]\n]*\])*\{([^}\n]*)\}/gu)].flatMap((m) => (m[1] as string).split(','))
    : [...text.matchAll(/(?<![\p{L}\p{N}])@\{?([A-Za-z0-9_][\w:.#$%&+?<>~/-]*)/gu)].map((m) => (m[1] as string).replace(/[.:]$/, ''));
  return new Set(found.map((key) => key.trim()));
}

/**
 * The sources that a draft quotes (whatever the verdict, as long as the library holds the words), cites by key, or names by their
 * citation in a note or the reference list; in the order in which they first occur in the library.
 */
export function usedSources(sources: readonly Keyed[], draft: Draft, quotations: readonly CheckedQuotation[]): Keyed[] {
  const quoted = new Set(quotations.flatMap(({ source, verdict }) => (source && verdict !== 'not-in-library' ? [source.file] : [])));
  const keys = citedKeys(draft);
  const folded = foldText(draft.text);
  // Citations are compared without their symbols: those differ between the editions of the standard.
  return sources.filter(({ source, key }) => quoted.has(source.file) || keys.has(key) || folded.includes(foldText(citationLine(source))));
}

export function exportReferences(sources: readonly Keyed[], draft: Draft, quotations: readonly CheckedQuotation[], form: ExportForm): ExportedReferences {
  const used = usedSources(sources, draft, quotations);
  return { count: used.length, text: form === 'bibtex' ? bibtexOf(used) : cslJsonOf(used) };
}

/** What puts the numbered reference list of a draft in order; nothing where it has none or is in order. LaTeX does that itself. */
export function tidyReferences({ text, language }: Draft): readonly TextEdit[] {
  return language === 'latex' ? [] : numberReferences(text, language).edits;
}
