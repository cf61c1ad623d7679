/** What to show at a place of a draft: a quotation's verdict, what the sources say of a figure, a term, a picture. */
import { evidenceOf } from '../cite/evidence';
import type { CheckedQuotation, Draft } from '../check/types';
import { foldText } from '../text/fold';
import type { Library } from '../library/types';
import { figureHover, indicatorHover } from './figures/hover';
import { termHover, type QuotesWith, type TermIndex } from './termHover';
import { pictureId } from './pictures';
import { sideBySide } from './sideBySide';
import type { FigureHover, Hover, PictureHover, QuotationHover, TermHover } from './types';

const PICTURE_LABEL = /(?:图|圖|插图|附图|示意图|照片|Figure|Fig\.?)\s*(?:[0-9０-９]+(?:[-.－–][0-9]+)*|[一二三四五六七八九十]+)/giu;

export interface HoverParts {
  readonly library: Library;
  readonly terms: TermIndex;
  /** The quotations of the draft with their verdicts. */
  readonly quotations: (draft: Draft) => readonly CheckedQuotation[];
  readonly quotesWith: QuotesWith;
}

function quotationHover(parts: HoverParts, draft: Draft, offset: number): QuotationHover | null {
  // Of nested quotations the innermost one is meant.
  const at = parts.quotations(draft).filter(({ start, end, source }) => source && offset >= start && offset <= end)
    .sort((a, b) => a.end - a.start - (b.end - b.start))[0];
  if (!at) return null;
  const draftWords = draft.text.slice(at.start, at.end), sourceWords = at.source?.text ?? null;
  return {
    kind: 'quotation', span: { start: at.start, end: at.end }, verdict: at.verdict,
    draftWords, source: at.source, sourceWords, leftOut: at.leftOut?.map(({ words }) => words) ?? [],
    marked: sideBySide(draftWords, sourceWords ?? ''),
  };
}

function pictureHover({ library }: HoverParts, { text }: Draft, offset: number): PictureHover | null {
  const from = Math.max(0, offset - 24);
  for (const match of text.slice(from, offset + 24).matchAll(PICTURE_LABEL)) {
    const start = from + match.index, end = start + match[0].length;
    if (offset < start || offset > end) continue;
    const label = foldText(match[0]);
    const named = library.pictures.filter((picture) => picture.label !== null && foldText(picture.label) === label);
    // Several sources have a 图1: the one that the paragraph names is meant, else the first.
    const paragraph = text.slice(text.lastIndexOf('\n', start) + 1, text.indexOf('\n', end) < 0 ? undefined : text.indexOf('\n', end));
    const titled = named.find(({ file }) => {
      const title = library.sources.find((source) => source.file === file)?.title;
      return title ? foldText(paragraph).includes(foldText(title)) : false;
    });
    const picture = titled ?? named[0];
    if (!picture) continue;
    const place = { file: picture.file, start: picture.start, end: picture.end };
    return {
      kind: 'picture', span: { start, end }, id: pictureId(picture), label: picture.label ?? match[0], caption: picture.caption, picture: picture.picture, inside: picture.inside,
      evidence: evidenceOf(library, { ...place, text: [picture.label, picture.caption].filter(Boolean).join(' ') }),
      citedBy: picture.citedBy.map((slice) => evidenceOf(library, slice)),
    };
  }
  return null;
}

/** Of a term and an indicator at one place the longer name; of two that are the same, the term where the library defines it. */
function longer(term: TermHover | null, indicator: FigureHover | null): Hover | null {
  if (!term || !indicator) return term ?? indicator;
  const difference = (term.span.end - term.span.start) - (indicator.span.end - indicator.span.start);
  return difference > 0 || (difference === 0 && term.definition !== null) ? term : indicator;
}

/** The hover at an offset of a draft: of what stands there, what matters most. Null where the library knows nothing of it. */
export function hoverAt(parts: HoverParts, draft: Draft, offset: number): Hover | null {
  return quotationHover(parts, draft, offset)
    ?? figureHover(parts.library, draft, offset)
    ?? pictureHover(parts, draft, offset)
    ?? longer(termHover(parts.library, parts.terms, draft.text, offset, parts.quotesWith), indicatorHover(parts.library, draft, offset));
}
