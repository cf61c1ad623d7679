/** Sentences of a clean paragraph, Chinese and English. */
import type { Span } from './offsets';

/** What a character can do: open or close a quotation, end a sentence, be a full stop. Most do nothing. */
const OPENS = 1, CLOSES = 2, ENDS = 3, STOP = 4;
const ROLES = new Uint8Array(0x10000);
for (const [characters, role] of [['“「『', OPENS], ['”」』', CLOSES], ['。！？!?\n', ENDS], ['.', STOP]] as const) for (const c of characters) ROLES[c.charCodeAt(0)] = role;

const CLOSING = /[”’」』）)\]】》"']/;
const ABBREVIATION = /(?:\b(?:e\.g|i\.e|etc|vs|No|Mr|Mrs|Ms|Dr|Prof|Fig|al|St|Inc|Ltd|U\.S|U\.K|Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec)|(?<!&)\b[A-Z])\.$/;

/**
 * Splits a paragraph into sentences. A sentence ends behind 。！？ or an English full stop and the closing marks that follow;
 * `；` does not end one. Marks inside an open quotation end a sentence only where the quotation ends too, so that a
 * quotation of several sentences stays in the sentence that introduces it.
 */
export function sentences(text: string): Span[] {
  const spans: Span[] = [];
  let start = 0, depth = 0;
  for (let i = 0; i < text.length; i++) {
    const role = ROLES[text.charCodeAt(i)];
    if (role === 0) continue;
    if (role === OPENS) depth++;
    else if (role === CLOSES) depth = Math.max(0, depth - 1);
    const c = text[i] as string;
    let ends = role === ENDS;
    if (role === STOP) ends = /^(?:[\s”’"')\]]|$)/.test(text.slice(i + 1, i + 2)) && !ABBREVIATION.test(text.slice(Math.max(0, i - 5), i + 1)) && /[A-Za-z0-9%)\]”"’]/.test(text[i - 1] ?? '') && !/^\s+[a-z]/.test(text.slice(i + 1, i + 4));
    if (!ends) continue;
    let end = i + 1;
    while (end < text.length && (CLOSING.test(text[end] as string) || /[。！？!?]/.test(text[end] as string))) {
      if (/[”」』]/.test(text[end] as string)) depth = Math.max(0, depth - 1);
      end++;
    }
    // Inside an open quotation only a quotation that is never closed, or a very long one, is cut.
    if (depth > 0 && c !== '\n' && /[”」』]/.test(text.slice(end, end + 600))) { i = end - 1; continue; }
    push(start, end);
    start = end; depth = 0; i = end - 1;
  }
  push(start, text.length);
  return spans;

  function push(from: number, to: number): void {
    while (from < to && /\s/.test(text[from] as string)) from++;
    while (to > from && /\s/.test(text[to - 1] as string)) to--;
    if (to > from) spans.push({ start: from, end: to });
  }
}
