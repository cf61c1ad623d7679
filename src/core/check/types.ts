/** What a check says about a draft. Offsets are UTF-16 code units into the draft. */
import type { Place, Span } from '../text/offsets';
import type { AcceptedRow } from './accepted/row';

export type Severity = 'error' | 'warning' | 'information' | 'hint';

export interface TextEdit extends Span {
  readonly newText: string;
}

/** A source place as shown to the user. Offsets into the source's raw text. */
export interface Evidence extends Place {
  readonly raw: string;
  readonly text: string;
  readonly title: string | null;
  readonly citation: string;
}

export interface Fix {
  /** Stable id of what the fix does (restore, paraphrase, ellipsis, attribution, value …); the editor words and localises it. */
  readonly kind: string;
  readonly edits: readonly TextEdit[];
  /** True where the fix is certain: it may be applied without a look. */
  readonly preferred: boolean;
}

export interface Finding extends Span {
  /** Stable dotted id: quote.differs, quote.attribution, figure.differs, term.variant … */
  readonly rule: string;
  readonly severity: Severity;
  /** One sentence in the language asked for, readable in one glance. */
  readonly message: string;
  readonly source: Evidence | null;
  /** Edits of the preferred fix (the contract's field); the same as the first of `fixes`. */
  readonly edits: readonly TextEdit[];
  readonly fixes: readonly Fix[];
}

export type QuotationVerdict = 'verbatim' | 'form-only' | 'differs' | 'paraphrase' | 'not-in-library';

export type DifferenceKind =
  | 'function-word' | 'wrong-character' | 'inversion' | 'item-lost' | 'item-added' | 'reordered'
  | 'negation' | 'modal' | 'figure' | 'punctuation' | 'quotation-level' | 'script' | 'width' | 'spacing'
  | 'edge-cut' | 'joined' | 'clause-dropped' | 'wording';

/** One place where the draft's words are not the source's; `draft` or `source` is empty for an addition or a loss. */
export interface Difference extends Span {
  readonly draft: string;
  readonly source: string;
  readonly kind: DifferenceKind;
}

/** A quotation of the draft that was looked at; the span lies inside the marks. */
export interface CheckedQuotation extends Span {
  readonly text: string;
  readonly verdict: QuotationVerdict;
  readonly differences: readonly Difference[];
  readonly source: Evidence | null;
  /** What …… leaves out, where the words are right: the place in the draft and the source's words, the beginning of long ones. */
  readonly leftOut?: readonly { readonly at: number; readonly words: string }[];
}

export type FigureVerdict = 'agrees' | 'rounded' | 'differs' | 'no-source';

export type DerivedHow = 'growth' | 'difference' | 'sum' | 'multiple' | 'share';

/** A figure of the library from which one of the draft follows. */
export interface DerivedFrom {
  readonly figure: string;
  readonly raw: string;
  readonly period: string | null;
  readonly source: Evidence | null;
}

/** How a figure without a source follows from figures of the library, in the order of the reckoning. */
export interface Derived {
  readonly how: DerivedHow;
  readonly from: readonly DerivedFrom[];
}

/** A figure of the draft that was looked at. */
export interface CheckedFigure extends Span {
  readonly raw: string;
  readonly value: number | readonly [number, number];
  readonly unit: string | null;
  readonly verdict: FigureVerdict;
  readonly source: Evidence | null;
  /** Null where a source states the figure, or it follows from none. */
  readonly derived: Derived | null;
}

/** A finding that is not shown, because somebody lets it stand: by a row of the file, or by a comment in the draft. */
export interface AcceptedFinding {
  readonly finding: Finding;
  readonly by: 'row' | 'comment';
  /** The row's id; null for a comment. */
  readonly row: string | null;
  readonly reason: string | null;
  readonly author: string | null;
  readonly date: string | null;
}

/** A row about this draft that no finding answers to any more, and what has become of it. */
export interface StaleRow {
  readonly row: AcceptedRow;
  readonly why: 'draft-changed' | 'source-changed';
}

/** What is wrong with a pack of wording rules. */
export interface PackProblem {
  readonly file: string;
  /** From 1; null where the whole file is meant. */
  readonly row: number | null;
  readonly message: string;
}

export interface CheckResult {
  readonly findings: readonly Finding[];
  readonly quotations: readonly CheckedQuotation[];
  readonly figures: readonly CheckedFigure[];
  /** Findings that somebody lets stand, with the reason. */
  readonly accepted: readonly AcceptedFinding[];
  /** Accepted rows about this draft that no finding answers to any more: one side has changed. */
  readonly stale: readonly StaleRow[];
  /** What is wrong with the packs that were handed in. */
  readonly problems: readonly PackProblem[];
}

export type DraftLanguage = 'markdown' | 'plaintext' | 'latex';

/** A draft as it is sent to the core: whole text, no editor types. */
export interface Draft {
  readonly text: string;
  readonly language: DraftLanguage;
}
