/** A stretch of the folded library with its clean words: what a quotation is compared with. */
import type { Paragraph, Source } from '../../library/types';
import { foldedParagraph, partsOf, type ParagraphPart } from '../../search/libraryText';
import type { SearchIndex } from '../../library/types';
import type { Span } from '../../text/offsets';

export interface Stretch {
  readonly source: Source;
  /** Index of the source in the library. */
  readonly document: number;
  /** The clean words, over several paragraphs joined without a break. */
  readonly words: string;
  /** For each folded unit of the stretch its offset in `words`. */
  readonly origin: Int32Array;
  readonly parts: readonly ParagraphPart[];
  /** Its words are damaged somewhere. */
  readonly damaged: boolean;
}

/** The clean words of a folded span; null for an empty one. */
export function stretchOf(index: SearchIndex, span: Span): Stretch | null {
  const parts = partsOf(index, span);
  const first = parts[0];
  if (!first) return null;
  const source = index.sources[first.source] as Source;
  const origin = new Int32Array(span.end - span.start);
  let words = '', unit = 0, damaged = false;
  for (const part of parts) {
    const paragraph = source.paragraphs[part.paragraph] as Paragraph;
    const folded = foldedParagraph(paragraph);
    damaged ||= paragraph.damaged.some((d) => d.start < part.end && d.end > part.start);
    let at = lowerBound(folded.origin, part.start);
    for (; at < folded.text.length && (folded.origin[at] as number) < part.end; at++) origin[unit++] = words.length + (folded.origin[at] as number) - part.start;
    // The marks at the end of a paragraph that is not the last one belong to the words.
    words += paragraph.text.slice(part.start, part === parts.at(-1) ? part.end : paragraph.text.length).trimEnd();
  }
  return { source, document: first.source, words, origin: origin.subarray(0, unit), parts, damaged };
}

function lowerBound(sorted: Uint32Array, value: number): number {
  let low = 0, high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] as number) < value) low = middle + 1; else high = middle;
  }
  return low;
}

/** The raw place of a stretch, from its first to its last character. */
export function placeOf(stretch: Stretch): Span {
  const first = stretch.parts[0] as ParagraphPart, last = stretch.parts.at(-1) as ParagraphPart;
  const map = (part: ParagraphPart): Paragraph['map'] => (stretch.source.paragraphs[part.paragraph] as Paragraph).map;
  return { start: map(first).toRaw(first.start), end: map(last).toRawEnd(last.end) };
}
