/** What is said of one quotation. Offsets are into the quoted words (`QuotedWords.text`). */
import type { Span } from '../../text/offsets';
import type { Difference, QuotationVerdict, TextEdit } from '../types';
import type { Located } from './locate';

export type JudgedDifference = Difference & { readonly edit?: TextEdit };

/** What …… leaves out between two pieces. */
export interface LeftOut {
  readonly at: number;
  /** The source's clean words, the beginning of long ones. */
  readonly words: string;
  /** How many letters it is in all. */
  readonly letters: number;
  /** A word in it that may turn the sense. */
  readonly turning: string | null;
}

/** What is worth saying of words that are right. */
export type Note =
  /** Words in brackets that the writer has put in, without saying so. */
  | { readonly kind: 'gloss' } & Span
  /** The subject moved before the marks is another than the source's. */
  | { readonly kind: 'subject'; readonly draft: string; readonly source: string }
  /** A better edition has it differently. */
  | { readonly kind: 'edition'; readonly better: Located };

export interface Judgement {
  readonly verdict: QuotationVerdict;
  readonly differences: readonly JudgedDifference[];
  /** Edits that correct the marks of words that are right. */
  readonly formEdits: readonly TextEdit[];
  /** Where the words stand; for a shortened quotation one for each piece. */
  readonly located: readonly Located[];
  readonly leftOut: readonly LeftOut[];
  readonly notes: readonly Note[];
}

export const NOTHING: Omit<Judgement, 'verdict'> = { differences: [], formEdits: [], located: [], leftOut: [], notes: [] };

export const isRight = (verdict: QuotationVerdict): boolean => verdict === 'verbatim' || verdict === 'form-only';

/** A part of quoted words. */
export interface Piece { readonly start: number; readonly text: string }

/** A difference of a part as one of the whole. */
export function moved(d: JudgedDifference, by: number): JudgedDifference {
  return { ...d, start: d.start + by, end: d.end + by, ...(d.edit ? { edit: { ...d.edit, start: d.edit.start + by, end: d.edit.end + by } } : {}) };
}
