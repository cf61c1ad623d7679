/** Clauses of a sentence: what commas, semicolons and colons part, outside brackets and quotation marks. */
import type { Span } from '../../text/offsets';

/** What a character can do; most do nothing. */
const OPENS = 1, CLOSES = 2, PARTS = 3, ENDS = 4, COLON = 5, DASH = 6, COMMA = 7;
const ROLES = new Uint8Array(0x10000);
for (const [characters, role] of [['（([【《“「『', OPENS], ['）)]】》”」』', CLOSES], ['，！？!?', PARTS], ['。；;\n', ENDS], ['：:', COLON], ['—', DASH], [',', COMMA]] as const) for (const c of characters) ROLES[c.charCodeAt(0)] = role;

/** Clauses of `text` within a sentence span, in order, without their closing mark. */
export function clausesOf(text: string, sentence: Span): Span[] {
  const clauses: Span[] = [];
  let start = sentence.start, depth = 0;
  for (let i = sentence.start; i < sentence.end; i++) {
    const role = ROLES[text.charCodeAt(i)];
    if (role === 0) continue;
    if (role === OPENS) depth++;
    else if (role === CLOSES) depth = Math.max(0, depth - 1);
    else if ((depth === 0 || role === ENDS) && breaks(text, i, role as number)) {
      if (i > start) clauses.push({ start, end: i });
      start = i + 1;
      if (role === ENDS) depth = 0;
    }
  }
  if (sentence.end > start) clauses.push({ start, end: sentence.end });
  return clauses;
}

function breaks(text: string, at: number, role: number): boolean {
  if (role === COMMA) return !(/\d/.test(text[at - 1] ?? '') && /^\d{3}/.test(text.slice(at + 1, at + 4)));
  if (role === COLON) return !/\d/.test(text[at + 1] ?? '');
  return role !== DASH || text[at + 1] === '—';
}
