/** Times as figures take them: what a text says of when, before it is a figure's period. */
import type { Span } from '../../text/offsets';

export interface Time extends Span {
  /** 2022, 2022-06, 2022-Q3, 2022-01/2022-09, as-of:2023, since:…, window:…, annual; NOW for 目前. */
  readonly period: string;
  /** Belongs only to the figure that directly follows it (2019年的70.35万人). */
  readonly local: boolean;
  /** A loose time (since, window, annual) gives way to a dated one. */
  readonly loose: boolean;
  /** A year still to come, as a plan puts it. */
  readonly target: boolean;
  /** Where it ends to govern: at the end of its bracket; Infinity outside of one. */
  readonly until: number;
}

/** Years that the document itself gives: of which year it reports (its title, its section), and when it was written. */
export interface DocumentYears {
  readonly report: number | null;
  readonly written: number | null;
  /** Month in which it was written, 1 to 12. */
  readonly month?: number | null;
}

/** What stands behind a span of years that only makes a record of a value (20年来首次, 十年来最高): it is since when it was not so. */
export const RECORD = /^(?:、[^，,。；;、]{1,6}年来)*的?(?:首[次个度]|第一次|最|新[高低]|少有|罕见|未[有曾见])/;
