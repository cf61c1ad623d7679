/** Pictures of a source: their captions and the sentences that speak of them. A picture that the text has lost is null. */
import type { Paragraph, Picture, ShownPicture, Slice, Source } from '../library/types';
import { CAPTION } from '../parse/patterns';
import { sentences } from '../text/sentences';

/** `![caption](path)` of Markdown. */
const MARKDOWN_IMAGE = /!\[([^\]\n]*)\]\(\s*<?([^)\s>]+)>?(?:\s+"[^"\n]*")?\s*\)/gu;

export function extractPictures(source: Source): Picture[] {
  const pictures: Picture[] = [];
  const shown = new Set(source.shown ?? []);
  for (const p of source.paragraphs) {
    if (p.kind === 'caption') {
      const m = CAPTION.exec(p.text);
      if (!m) continue;
      const taken = takeShown(shown, p);
      pictures.push({ file: source.file, start: p.start, end: p.end, label: tidy(m[1] as string), caption: (m[2] as string).trim(), picture: taken?.picture ?? null, inside: taken?.inside ?? false, citedBy: [] });
      continue;
    }
    for (const m of p.text.matchAll(MARKDOWN_IMAGE)) {
      const alt = (m[1] as string).trim();
      const named = CAPTION.exec(alt);
      pictures.push({
        file: source.file, ...p.map.span({ start: m.index, end: m.index + m[0].length }),
        label: named ? tidy(named[1] as string) : null, caption: named ? (named[2] as string).trim() : alt || null, picture: m[2] as string, inside: false, citedBy: [],
      });
    }
  }
  for (const { start, end, picture, caption, inside = false } of shown) {
    const named = caption === null ? null : CAPTION.exec(caption);
    pictures.push({ file: source.file, start, end, label: named ? tidy(named[1] as string) : null, caption: named ? (named[2] as string).trim() : caption, picture, inside, citedBy: [] });
  }
  return pictures.sort((a, b) => a.start - b.start).map((picture) => ({ ...picture, citedBy: picture.label === null ? [] : citing(source, picture.label) }));
}

/** How far, in raw characters, a caption may stand from its picture: markup lies between, but in a container no more than a line of letters (a), (b). */
const NEAR = 400, NEAR_INSIDE = 40;

/** The picture that a caption stands under or over; taken from those still without one. */
function takeShown(shown: Set<ShownPicture>, caption: Paragraph): ShownPicture | null {
  if (/^(?:表|Table)/u.test(caption.text)) return null;
  let best: ShownPicture | null = null, distance = NEAR;
  for (const picture of shown) {
    const own = picture.caption === caption.text;
    if (picture.caption !== null && CAPTION.test(picture.caption) && !own) continue;
    const above = picture.start < caption.end;
    let away = own ? 0 : Math.max(caption.start - picture.end, picture.start - caption.end);
    if (picture.inside && !own) {
      if (away > NEAR_INSIDE) continue;
      // Nothing but a line end lies between a caption and the next picture: the one above it is the caption's, as captions of figures stand below.
      if (!above) away += NEAR_INSIDE;
    }
    if (away < distance) { best = picture; distance = away; }
  }
  if (best) shown.delete(best);
  return best;
}

const tidy = (label: string): string => label.replace(/\s+/gu, /^\p{Script=Han}/u.test(label) ? '' : ' ');

/** Sentences that name the label: 如图1所示, (图1), see Fig. 1. */
function citing(source: Source, label: string): Slice[] {
  const m = /^(\D+?)\s*(\d.*|[一二三四五六七八九十]+)$/u.exec(label);
  if (!m) return [];
  const pattern = new RegExp(`${(m[1] as string).replace(/\./gu, '\\.?')}\\s*${(m[2] as string).replace(/[.]/gu, '\\.')}(?![\\d.-]\\d|\\d)`, 'u');
  const slices: Slice[] = [];
  for (const p of source.paragraphs) {
    if (p.kind !== 'body' && p.kind !== 'abstract' && p.kind !== 'note') continue;
    for (const s of sentences(p.text)) {
      if (pattern.test(p.text.slice(s.start, s.end))) slices.push(sliceOf(source, p, s.start, s.end));
    }
  }
  return slices;
}

/** A slice of a paragraph's clean text with its raw place. */
export function sliceOf(source: Source, paragraph: Paragraph, from: number, to: number): Slice {
  const span = paragraph.map.span({ start: from, end: to });
  return { file: source.file, ...span, raw: source.raw.slice(span.start, span.end), text: paragraph.text.slice(from, to) };
}
