/** What a check is: the rule contract. */
import type { Locale } from '../features/types';
import type { Library } from '../library/types';
import type { Finder } from '../search/finder';
import type { Span } from '../text/offsets';
import type { ParsedDraft } from './draft';
import type { DraftParagraph } from './paragraphs';
import type { Judgement } from './quotation/judge';
import type { CheckedFigure, CheckedQuotation, Evidence, Finding, Severity, TextEdit } from './types';

/** What the checks of one library share: its search structures, and answers kept by the words they are about. */
export interface CheckContext {
  readonly library: Library;
  readonly finder: Finder;
  /** Verdicts by quoted words, so that an edit costs only what it changed. */
  readonly judged: Map<string, Judgement | null>;
  /** Findings of the paragraph rules by the paragraph's words, offsets into the paragraph; the longest unused go first. */
  readonly paragraphs: Map<string, readonly ParagraphFinding[]>;
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

/** Sets of rules that a kind of document asks for; the setting names them. */
export const PROFILES = ['official-paper'] as const;
export type Profile = (typeof PROFILES)[number];

/** A check of the whole draft: pure, from a draft and a library to findings. `ids` are the rules it may report. */
export interface DraftRule {
  readonly scope: 'draft';
  readonly ids: readonly string[];
  /** The profile that switches it on; without one it is on. A severity that is set for it switches it on too. */
  readonly profile?: Profile;
  check(input: RuleInput): RuleResult;
}

/** What is wrong at a place of a paragraph. Offsets into the paragraph's text. */
export interface Fault extends Span {
  /** One sentence without its full stop, in both languages; the rule's basis is added to it. */
  readonly words: { readonly 'zh-cn': string; readonly en: string };
  readonly fixes?: readonly { readonly edits: readonly TextEdit[]; readonly preferred: boolean }[];
  readonly source?: Evidence | null;
  /** Where it is not the rule's own. */
  readonly severity?: Severity;
  /** Where another clause than the rule's says it. */
  readonly basis?: string;
}

/** A check that sees one paragraph at a time, so that its answer can be kept as long as the paragraph stays as it is. */
export interface ParagraphRule {
  readonly scope: 'paragraph';
  readonly id: string;
  readonly severity: Severity;
  readonly profile?: Profile;
  /** Off unless a severity is set for it: a rule that is not certain for every draft. */
  readonly off?: boolean;
  /** Tells versions of the rule apart where it comes from data, so that kept answers of an older one are not taken. */
  readonly version?: string;
  /** The standard and its clause, in the form that the message shows; null for what rests on the library or on arithmetic. */
  readonly basis: string | null;
  /** Whether it also speaks of words inside quotations: rules of quotation marks do. */
  readonly inQuotations?: boolean;
  check(paragraph: DraftParagraph, context: CheckContext): readonly Fault[];
}

/** A finding of a paragraph rule before it is placed in the draft. */
export interface ParagraphFinding extends Finding {
  readonly inQuotations: boolean;
  readonly profile: Profile | null;
  readonly off: boolean;
}

export type Rule = DraftRule | ParagraphRule;
