/** Who a draft says has said quoted words, on what occasion and when: read from the sentence, as it is read in sources. */
import { attributedMarks, type Attributed } from '../../extract/quotes/attribution';
import { prepare } from '../../extract/quotes/prepared';
import { dateOf } from '../../extract/quotes/date';
import { occasionOf } from '../../extract/quotes/occasion';
import { toSimplified } from '../../text/script';
import type { Span } from '../../text/offsets';
import type { DraftChunk, QuotedWords } from '../draft';

/** Spans are into the draft. */
export interface Said {
  readonly speaker: string;
  readonly kind: 'person' | 'document' | 'meeting' | 'institution';
  readonly occasion: string | null;
  readonly date: string | null;
  /** The words that attribute. */
  readonly context: string;
  /** From the beginning of the attribution to behind its verb. */
  readonly span: Span;
  readonly speakerSpan: Span;
  /** Null where the words of the occasion are not found as they are named. */
  readonly occasionSpan: Span | null;
  readonly dateSpan: Span | null;
}

const DATE = /(?:\d{4}|[〇零一二三四五六七八九]{4})\s*年(?:\s*\d{1,2}\s*月(?:\s*\d{1,2}\s*[日号])?)?/gu;
/** What is said again and again is said on no one occasion. */
const REPEATED = /多次|反复|一再|屡次|数次|常[说讲]|经常|常常|时常|一直|始终|历来|每[到次逢]|不止一次|不同场合|多个场合/u;
/** Letters of a paragraph before a block that may attribute it. */
const MOST_LEAD = 160;

/** What a chunk of a draft says of each of its quotations: spans into the chunk, with the place of the words they are about. */
export interface ChunkSaid { readonly words: Span; readonly said: Said }

/** The attributions of one paragraph; spans into it. `names`: persons whom a bare name is enough for. */
export function saidIn(text: string, names: readonly string[]): ChunkSaid[] {
  if (!/\p{Script=Han}/u.test(text)) return [];
  const prepared = prepare(toSimplified(text), names);
  return attributedMarks(prepared).flatMap((a): ChunkSaid[] => {
    const said = saidOf(prepared.text, a);
    return said ? [{ words: { start: a.start, end: a.end }, said }] : [];
  });
}

function saidOf(text: string, a: Attributed): Said | null {
  const { subject } = a;
  // He, the meeting, China: who that is the sentence does not say.
  if (subject.kind === 'bare' || subject.kind === 'collective') return null;
  const own = a.own ?? a.context;
  const context = text.slice(own.start, own.end);
  const named = subject.kind === 'document' || subject.kind === 'meeting';
  const repeated = REPEATED.test(context);
  const occasion = named || repeated ? null : occasionOf(context, subject.name);
  const at = occasion === null ? -1 : text.indexOf(occasion, own.start);
  const year = [...context.matchAll(DATE)].at(-1);
  return {
    speaker: subject.name, kind: subject.kind, occasion, date: repeated ? null : dateOf(context, null), context, span: a.attribution,
    speakerSpan: { start: subject.start, end: subject.end },
    occasionSpan: occasion !== null && at >= 0 && at < own.end ? { start: at, end: at + occasion.length } : null,
    dateSpan: year ? { start: own.start + year.index, end: own.start + year.index + year[0].length } : null,
  };
}

/** The paragraph that attributes quoted words: their own; for a block the one before it, as if the words stood in marks behind it. */
export function attributingText(chunks: readonly DraftChunk[], quoted: QuotedWords): { readonly text: string; readonly start: number } | null {
  const index = chunks.findIndex((c) => c.start <= quoted.start && quoted.end <= c.start + c.text.length);
  const chunk = chunks[index];
  if (!chunk) return null;
  if (quoted.form !== 'block') return { text: chunk.text, start: chunk.start };
  const lead = chunks[index - 1];
  if (!lead || lead.block) return null;
  const words = lead.text.trimEnd();
  const from = Math.max(0, words.length - MOST_LEAD);
  return /[：:，,]$/u.test(words) ? { text: `${words.slice(from)}“${quoted.text.slice(0, 200).replace(/[“”]/gu, ' ')}”`, start: lead.start + from } : null;
}

export const movedSpan = (span: Span, by: number): Span => ({ start: span.start + by, end: span.end + by });
