/** A paragraph made ready for reading who says what in it. */
import { outermost, findMarks, type MarkedSpan } from './marks';

/** A paragraph made ready: Simplified, long quoted pieces masked so that nothing in them is taken for an attribution. */
export interface Prepared {
  readonly text: string;
  readonly masked: string;
  readonly marks: readonly MarkedSpan[];
  /** Starts of the sentences. */
  readonly sentences: readonly number[];
  /** Persons whom the document names with a title somewhere: here a bare name is enough. */
  readonly names: readonly string[];
  /** Whom the paragraph in front of a list announces, whose items name nobody themselves. */
  readonly carried: string | null;
}

const MASK = '\uE000';
const LONG = 9;
/** “某某之友小组”高级别会议上: the marked words are part of a name. */
const NAMES_A_MEETING = /^[\p{Script=Han}]{0,8}(?:会议|论坛|大会|峰会|座谈会|研讨会|发布会|仪式)(?:上|期间|中|时|，|,)/u;
/** Longer ones end at a comma: who speaks does not stand further away, and a text without full stops must not cost more. */
const LONGEST_SENTENCE = 1200;

export function prepare(simplified: string, names: readonly string[] = [], carried: string | null = null): Prepared {
  const all = findMarks(simplified);
  const marks = outermost(all);
  const text = withChineseMarks(simplified, all);
  const pieces: string[] = [];
  let at = 0;
  for (const m of marks) {
    const inner = simplified.slice(m.start, m.end);
    if (!/[，。；！？,;!?]/.test(inner) && (inner.length < LONG || (inner.length < LONG * 2 && NAMES_A_MEETING.test(text.slice(m.close, m.close + 14))))) continue;
    pieces.push(text.slice(at, m.start), MASK.repeat(inner.length));
    at = m.end;
  }
  const masked = pieces.join('') + text.slice(at);
  const closing = new Map(marks.filter((m) => m.closed).map((m) => [m.close, m] as const));
  const sentences = [0];
  let last = 0;
  for (let i = 0; i < masked.length; i++) {
    const c = masked[i] as string;
    const closed = closing.get(i + 1);
    const ends = /[。！？!?\n]/.test(c) || (c === '.' && /\p{Script=Han}/u.test(masked[i - 1] ?? '') && /[\s\p{Script=Han}]/u.test(masked[i + 1] ?? ' '))
      || (closed !== undefined && /[。！？!?]$/.test(simplified.slice(closed.start, closed.end)) && !/[，,、；;。]/.test(masked[i + 1] ?? '。'))
      || (i - last > LONGEST_SENTENCE && /[，,；;]/.test(c));
    if (ends && i + 1 < masked.length) { sentences.push(i + 1); last = i + 1; }
  }
  return { text, masked, marks, sentences, names, carried };
}

/** The text with “ ” for outer and ‘ ’ for inner marks of whatever kind, so that one set of rules reads them all. */
function withChineseMarks(text: string, marks: readonly MarkedSpan[]): string {
  const units = text.split('');
  for (const m of marks) {
    units[m.open] = m.depth % 2 === 0 ? '“' : '‘';
    if (m.closed) units[m.close - 1] = m.depth % 2 === 0 ? '”' : '’';
  }
  return units.join('');
}

export function sentenceStart(p: Prepared, at: number): number {
  return p.sentences[numberOf(p, at)] ?? 0;
}
export function sentenceEnd(p: Prepared, at: number): number {
  return p.sentences[numberOf(p, at) + 1] ?? p.text.length;
}

/** Number of the sentence that holds an offset, -1 before the first. */
function numberOf({ sentences }: Prepared, at: number): number {
  let low = -1, high = sentences.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((sentences[middle] as number) <= at) low = middle; else high = middle - 1;
  }
  return low;
}
