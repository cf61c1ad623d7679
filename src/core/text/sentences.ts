/** Sentences of a clean paragraph, Chinese and English. */
import type { Span } from './offsets';

/** What a character can do: open or close a quotation, end a sentence, be a full stop; follow a sentence that has ended; be a blank. Most do nothing. */
const OPENS = 1, CLOSES = 2, ENDS = 4, STOP = 8, FOLLOWS = 16, BLANK = 32;
const ROLES = new Uint8Array(0x10000);
for (const [characters, role] of [
  ['“「『', OPENS], ['”」』', CLOSES], ['。！？!?\n', ENDS], ['.', STOP], ['。！？!?”’」』）)]】》"\'', FOLLOWS],
  ['\t\n\v\f\r \u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000\ufeff', BLANK],
] as const) for (const c of characters) { const unit = c.charCodeAt(0); ROLES[unit] = (ROLES[unit] as number) | role; }

const ABBREVIATION = /(?:\b(?:e\.g|i\.e|etc|vs|No|Mr|Mrs|Ms|Dr|Prof|Fig|al|St|Inc|Ltd|U\.S|U\.K|Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec)|(?<!&)\b[A-Z])\.$/;
/** A quotation that is not closed so many units behind a sentence's end is never closed, or very long. */
const FAR = 600;

const role = (text: string, at: number): number => ROLES[text.charCodeAt(at)] as number;

/** Whether the full stop at a place ends a sentence. */
function stops(text: string, at: number): boolean {
  return /^(?:[\s”’"')\]]|$)/.test(text.slice(at + 1, at + 2)) && !ABBREVIATION.test(text.slice(Math.max(0, at - 5), at + 1))
    && /[A-Za-z0-9%)\]”"’]/.test(text[at - 1] ?? '') && !/^\s+[a-z]/.test(text.slice(at + 1, at + 4));
}

/** Whether a quotation closes soon behind a place. */
function closesSoon(text: string, from: number): boolean {
  for (let at = from, end = Math.min(text.length, from + FAR); at < end; at++) if (role(text, at) & CLOSES) return true;
  return false;
}

/**
 * Calls with the offsets of each sentence of a paragraph. A sentence ends behind 。！？ or an English full stop and the closing
 * marks that follow; `；` does not end one. Marks inside an open quotation end a sentence only where the quotation ends too, so
 * that a quotation of several sentences stays in the sentence that introduces it.
 */
export function eachSentence(text: string, visit: (start: number, end: number) => void): void {
  const { length } = text;
  let start = 0, depth = 0;
  for (let i = 0; i < length; i++) {
    const does = role(text, i);
    if ((does & (OPENS | CLOSES | ENDS | STOP)) === 0) continue;
    if (does & OPENS) depth++;
    else if (does & CLOSES) depth = Math.max(0, depth - 1);
    if (!(does & ENDS) && !(does & STOP && stops(text, i))) continue;
    let end = i + 1;
    for (; end < length; end++) {
      const after = role(text, end);
      if (!(after & FOLLOWS)) break;
      if (after & CLOSES) depth = Math.max(0, depth - 1);
    }
    // Inside an open quotation only a quotation that is never closed, or a very long one, is cut.
    if (depth > 0 && text[i] !== '\n' && closesSoon(text, end)) { i = end - 1; continue; }
    give(start, end);
    start = end; depth = 0; i = end - 1;
  }
  give(start, length);

  function give(from: number, to: number): void {
    while (from < to && role(text, from) & BLANK) from++;
    while (to > from && role(text, to - 1) & BLANK) to--;
    if (to > from) visit(from, to);
  }
}

/** The sentences of a paragraph (`eachSentence`). */
export function sentences(text: string): Span[] {
  const spans: Span[] = [];
  eachSentence(text, (start, end) => { spans.push({ start, end }); });
  return spans;
}
