/** The passages of a source: the sentences of its running text. */
import type { ParagraphKind, Passage, Source } from '../library/types';
import { sentences } from '../text/sentences';

/** Kinds whose sentences are shown as passages; headings and captions say too little alone. */
const PASSAGE_KINDS: ReadonlySet<ParagraphKind> = new Set(['body', 'abstract', 'callout', 'note', 'table']);
/** Shorter ones (of letters) are fragments. */
const SHORTEST = 4;

/** The passages of one source, before they have their ids; made once for each. */
type Piece = Omit<Passage, 'id'>;
const known = new WeakMap<Source, readonly Piece[]>();

/** All passages of the sources, in order; the id is the index. */
export function passagesOf(sources: readonly Source[]): Passage[] {
  const passages: Passage[] = [];
  for (const source of sources) {
    let pieces = known.get(source);
    if (!pieces) known.set(source, pieces = piecesOf(source));
    for (const piece of pieces) passages.push({ id: passages.length, ...piece });
  }
  return passages;
}

function piecesOf(source: Source): Piece[] {
  const pieces: Piece[] = [];
  source.paragraphs.forEach((paragraph, index) => {
    if (!PASSAGE_KINDS.has(paragraph.kind)) return;
    for (const s of sentences(paragraph.text)) {
      if (s.end - s.start < SHORTEST) continue;
      pieces.push({
        file: source.file, ...paragraph.map.span(s), text: paragraph.text.slice(s.start, s.end),
        kind: paragraph.kind, language: paragraph.language, paragraph: index, from: s.start, to: s.end,
      });
    }
  });
  return pieces;
}
