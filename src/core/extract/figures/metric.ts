/** The words that say what one figure measures, and what they are read from. */
import type { Span } from '../../text/offsets';
import type { FoundFigure } from './spans';
import { unitClassOf } from './units';

/** The words of one figure's metric, and how later figures of the sentence may go on with them. */
export interface Metric {
  readonly text: string;
  /** Without the verb of change: what a following 增长10.1% is about. */
  readonly base: string;
  /** Verb of change (增长, 提高) where the figure is the change itself; null for a level. */
  readonly change: string | null;
  /** Subject words before the figure, shared by the next member of a list. */
  readonly before: string;
  readonly tookAfter: boolean;
}

/** A figure among the words of its sentence. */
export interface Around {
  readonly text: string;
  readonly figure: FoundFigure;
  readonly previous: FoundFigure | undefined;
  readonly next: FoundFigure | undefined;
  readonly clause: Span;
  /** Whether `previous` stands in the same clause; and `next`. */
  readonly sameClause: boolean;
  readonly nextInClause: boolean;
  /** The words between the figure and the one before it, or the beginning of its clause, as they stand; and without times. */
  readonly left: string;
  readonly undated: string;
  /** The words behind it, to the next figure or the end of its clause. */
  readonly right: string;
  /** `rank` for a place in an order, else the class of its unit. */
  readonly unitClass: string;
  /** Metrics of the figures before it in the sentence. */
  readonly done: readonly Metric[];
  /** Subject of the nearest earlier clause that has one. */
  readonly earlier: () => string;
  readonly withoutTimes: (span: Span) => string;
}

/** The metric of a level. */
export const level = (text: string, base = text, before = ''): Metric => ({ text, base, change: null, before, tookAfter: false });

/** What the words before a figure are about: the figure before it in its clause, else an earlier clause. */
export function about({ sameClause, done, earlier }: Around): string {
  const last = done.at(-1);
  return sameClause && last?.base ? last.base : earlier();
}

/** What the sentence is about: the figure before, in whatever clause. */
export const aboutLast = ({ done, earlier }: Around): string => done.at(-1)?.base || earlier();

/** Whether a figure may measure what the one before it does. */
export function sameKind({ figure, previous }: Around): boolean {
  return previous !== undefined && previous.rank === figure.rank && unitClassOf(previous.unit) === unitClassOf(figure.unit);
}
