/** Clauses of a sentence: what commas, semicolons and colons part, outside brackets and quotation marks. */
import type { Span } from '../../text/offsets';

const OPEN = '（([【《“「『';
const CLOSE = '）)]】》”」』';

/** Clauses of `text` within a sentence span, in order, without their closing mark. */
export function clausesOf(text: string, sentence: Span): Span[] {
  const clauses: Span[] = [];
  let start = sentence.start, depth = 0;
  for (let i = sentence.start; i < sentence.end; i++) {
    const c = text[i] as string;
    if (OPEN.includes(c)) depth++;
    else if (CLOSE.includes(c)) depth = Math.max(0, depth - 1);
    const inNumber = c === ',' && /\d/.test(text[i - 1] ?? '') && /^\d{3}/.test(text.slice(i + 1, i + 4));
    const breaks = /[，；;。！？!?\n]/.test(c) || (c === ',' && !inNumber) || ((c === '：' || c === ':') && !/\d/.test(text[i + 1] ?? '')) || (c === '—' && text[i + 1] === '—');
    if (breaks && (depth === 0 || /[。；;\n]/.test(c))) {
      if (i > start) clauses.push({ start, end: i });
      start = i + 1;
      if (/[。；;\n]/.test(c)) depth = 0;
    }
  }
  if (sentence.end > start) clauses.push({ start, end: sentence.end });
  return clauses;
}
