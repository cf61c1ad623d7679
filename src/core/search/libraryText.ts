/**
 * The folded text of a whole library: what the quotation finder searches, over all segments of the index as if it were one.
 * The content paragraphs of a document follow each other without a break, so that a quotation over two paragraphs is found;
 * a 0 stands between documents. Origins are not kept: the paragraph of a hit is folded once more to map it back.
 */
import type { Paragraph, Source } from '../library/types';
import { fold, type Folded } from '../text/fold';
import type { Span } from '../text/offsets';
import type { IndexPart, SearchIndex } from '../library/types';
import { documentCount, lastAtOrBefore } from './segment';

/** The part of a hit that lies in one paragraph: clean offsets in the paragraph's text. */
export interface ParagraphPart extends Span {
  /** Index of the source in the library, and of the paragraph in it. */
  readonly source: number;
  readonly paragraph: number;
}

/** The segment that holds an offset of the folded text; the last one for an offset behind the end, null in an empty library. */
export function partAt(index: SearchIndex, offset: number): IndexPart | null {
  return index.parts.findLast(({ unitBase }) => unitBase <= offset) ?? index.parts[0] ?? null;
}

/** The document of a segment that holds an offset of its units. */
export function documentAt({ segment }: IndexPart, offset: number): number {
  return lastAtOrBefore(segment.documents, offset, documentCount(segment));
}

/** The source that holds an offset of the folded text; null where its document is hidden, and in an empty library. */
export function sourceAt(index: SearchIndex, offset: number): Source | null {
  const part = partAt(index, offset);
  const source = part ? (part.sources[documentAt(part, offset - part.unitBase)] as number) : -1;
  return index.sources[source] ?? null;
}

/** The folded words between two offsets, as far as they lie in the same segment as the first. */
export function wordsBetween(index: SearchIndex, from: number, to: number): string {
  const part = partAt(index, from);
  if (!part) return '';
  return String.fromCharCode(...part.segment.units.subarray(Math.max(0, from - part.unitBase), Math.max(0, to - part.unitBase)));
}

const foldedParagraphs = new WeakMap<Paragraph, Folded>();

/** A paragraph's fold, kept as long as the paragraph lives. */
export function foldedParagraph(paragraph: Paragraph): Folded {
  let folded = foldedParagraphs.get(paragraph);
  if (!folded) { folded = fold(paragraph.text); foldedParagraphs.set(paragraph, folded); }
  return folded;
}

/** The paragraphs that a span of the folded text lies in, with the clean span in each; none where its document is hidden. */
export function partsOf(index: SearchIndex, span: Span): ParagraphPart[] {
  const found: ParagraphPart[] = [];
  const part = partAt(index, span.start);
  if (!part || part.segment.paragraphs.length === 0) return found;
  const { segment: { paragraphs, paragraphNumbers, documentParagraphs, documents }, unitBase } = part;
  const start = span.start - unitBase, end = span.end - unitBase;
  const document = documentAt(part, start), source = part.sources[document] as number;
  if (source < 0) return found;
  const last = documentParagraphs[document + 1] as number;
  for (let i = Math.max(documentParagraphs[document] as number, lastAtOrBefore(paragraphs, start)); i < last; i++) {
    const from = paragraphs[i] as number;
    if (from >= end) break;
    // A document ends before its 0.
    const to = i + 1 < last ? (paragraphs[i + 1] as number) : (documents[document + 1] as number) - 1;
    const first = Math.max(start, from) - from, behind = Math.min(end, to) - from;
    if (behind <= first) continue;
    const paragraph = paragraphNumbers[i] as number;
    const { origin } = foldedParagraph((index.sources[source] as Source).paragraphs[paragraph] as Paragraph);
    found.push({ source, paragraph, start: origin[first] as number, end: (origin[behind - 1] as number) + 1 });
  }
  return found;
}
