/**
 * The folded text of a whole library as one run of UTF-16 units: what the quotation finder searches.
 * The content paragraphs of a document follow each other without a break, so that a quotation over two paragraphs is found;
 * a 0 stands between documents. Origins are not kept: the paragraph of a hit is folded once more to map it back.
 */
import { CONTENT_KINDS, type Paragraph, type Source } from '../library/types';
import type { Span } from '../text/offsets';
import { fold, foldedUnit, type Folded } from '../text/fold';

/** A content paragraph in the folded text; offsets in units of the folded text. */
export interface TextParagraph extends Span {
  readonly source: number;
  readonly paragraph: number;
}

export interface LibraryText {
  readonly sources: readonly Source[];
  readonly units: Uint16Array;
  readonly paragraphs: readonly TextParagraph[];
  /** For each source, where its folded text starts and ends. */
  readonly documents: readonly Span[];
}

/** The part of a hit that lies in one paragraph: clean offsets in the paragraph's text. */
export interface ParagraphPart extends Span {
  readonly source: number;
  readonly paragraph: number;
}

/** Folds the content paragraphs of all sources into one text. */
export function buildLibraryText(sources: readonly Source[]): LibraryText {
  let capacity = 1;
  for (const source of sources) for (const paragraph of source.paragraphs) if (CONTENT_KINDS.has(paragraph.kind)) capacity += paragraph.text.length;
  const units = new Uint16Array(capacity + sources.length);
  const paragraphs: TextParagraph[] = [], documents: Span[] = [];
  let at = 0;
  sources.forEach((source, s) => {
    const documentStart = at;
    source.paragraphs.forEach((paragraph, p) => {
      if (!CONTENT_KINDS.has(paragraph.kind)) return;
      const start = at, text = paragraph.text;
      for (let i = 0; i < text.length; i++) {
        const unit = foldedUnit(text.charCodeAt(i));
        if (unit >= 0) units[at++] = unit;
      }
      if (at > start) paragraphs.push({ source: s, paragraph: p, start, end: at });
    });
    documents.push({ start: documentStart, end: at });
    units[at++] = 0;
  });
  return { sources, units: units.slice(0, at), paragraphs, documents };
}

/** Index of the last element of sorted spans that starts at or before an offset. */
function indexAt(spans: readonly Span[], offset: number): number {
  let low = 0, high = spans.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((spans[middle] as Span).start <= offset) low = middle; else high = middle - 1;
  }
  return low;
}

/** The document (index of its source) that holds a folded offset. */
export function documentAt(text: LibraryText, offset: number): number {
  return indexAt(text.documents, offset);
}

const foldedParagraphs = new WeakMap<Paragraph, Folded>();

/** A paragraph's fold, kept as long as the paragraph lives. */
export function foldedParagraph(paragraph: Paragraph): Folded {
  let folded = foldedParagraphs.get(paragraph);
  if (!folded) { folded = fold(paragraph.text); foldedParagraphs.set(paragraph, folded); }
  return folded;
}

/** The paragraphs that a span of the folded text lies in, with the clean span in each. */
export function partsOf(text: LibraryText, span: Span): ParagraphPart[] {
  const parts: ParagraphPart[] = [];
  if (text.paragraphs.length === 0) return parts;
  for (let i = indexAt(text.paragraphs, span.start); i < text.paragraphs.length; i++) {
    const place = text.paragraphs[i] as TextParagraph;
    if (place.start >= span.end) break;
    const from = Math.max(span.start, place.start) - place.start, to = Math.min(span.end, place.end) - place.start;
    if (to <= from) continue;
    const { origin } = foldedParagraph((text.sources[place.source] as Source).paragraphs[place.paragraph] as Paragraph);
    parts.push({ source: place.source, paragraph: place.paragraph, start: origin[from] as number, end: (origin[to - 1] as number) + 1 });
  }
  return parts;
}
