/** The writer's own words in brackets inside a quotation (domain: Q-9): they are no words of the source, and no difference. */
import { OffsetMap, type Span } from '../../text/offsets';

const BRACKETED = /[（(［[〔【][^（）()［\][〔〕【】…\n]{1,40}[）)］\]〕】]/gu;

/** Quoted words without what stands in brackets. */
export interface Unglossed {
  readonly text: string;
  /** From offsets in `text` to offsets in the quoted words. */
  readonly map: OffsetMap;
  readonly glosses: readonly Span[];
}

/** The words without their brackets; null where there are none, or nothing else. */
export function withoutGlosses(words: string): Unglossed | null {
  const glosses = [...words.matchAll(BRACKETED)].map((m) => ({ start: m.index, end: m.index + m[0].length }));
  if (glosses.length === 0) return null;
  const runs: { raw: number; length: number }[] = [];
  let text = '', at = 0;
  for (const { start, end } of [...glosses, { start: words.length, end: words.length }]) {
    if (start > at) { runs.push({ raw: at, length: start - at }); text += words.slice(at, start); }
    at = end;
  }
  return text.trim() === '' ? null : { text, map: OffsetMap.fromRuns(runs), glosses };
}

/** Whether words are one stretch in brackets. */
export const isBracketed = (words: string): boolean => /^[（(［[〔【][^（）()［\][〔〕【】]*[）)］\]〕】]$/u.test(words.trim());

/** Square brackets say by themselves that the words in them are not the source's. */
export const isDeclared = (gloss: string): boolean => /^[［[〔【]/u.test(gloss);
