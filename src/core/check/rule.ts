/** What a check is: the rule contract. */
import type { Locale } from '../features/types';
import type { Library } from '../library/types';
import type { Finder } from '../search/finder';
import type { ParsedDraft } from './draft';
import type { Judgement } from './quotation/judge';
import type { CheckedFigure, CheckedQuotation, Finding } from './types';

/** What the checks of one library share: its search structures, and answers kept by the words they are about. */
export interface CheckContext {
  readonly library: Library;
  readonly finder: Finder;
  /** Verdicts by quoted words, so that an edit costs only what it changed. */
  readonly judged: Map<string, Judgement | null>;
}

export interface RuleInput {
  readonly context: CheckContext;
  readonly parsed: ParsedDraft;
  readonly locale: Locale;
}

export interface RuleResult {
  readonly findings: readonly Finding[];
  readonly quotations?: readonly CheckedQuotation[];
  readonly figures?: readonly CheckedFigure[];
}

/** A check: pure, from a draft and a library to findings. `ids` are the rules it may report. */
export interface Rule {
  readonly ids: readonly string[];
  check(input: RuleInput): RuleResult;
}
