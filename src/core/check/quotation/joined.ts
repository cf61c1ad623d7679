/** Clauses that stand in the library each, but not one behind the other: joined without a mark of omission (domain: C8). */
import type { Finder } from '../../search/finder';
import { fold } from '../../text/fold';
import { inDraftStyle } from './compare';
import { NOTHING, type JudgedDifference, type Judgement, type Piece } from './judgement';
import { locateExact, type Located } from './locate';
import { chainOf, inOneDocument } from './shortened';
import { stretchOf } from './stretch';

/** Letters of the shortest piece, and pieces of one quotation. */
const SHORTEST_PIECE = 6, MOST_PIECES = 4;
/** Letters of the shortest piece where the pieces stand in several documents: shorter ones are everybody's, and their source may be one that is not here. */
const SHORTEST_OF_SEVERAL = 8;

/** The words as the longest pieces that stand somewhere; null where a clause stands nowhere. */
export function judgeJoined(finder: Finder, text: string): Judgement | null {
  const clauses: Piece[] = [];
  for (const m of text.matchAll(/[^，。；！？,;!?]+[，。；！？,;!?]*/gu)) clauses.push({ start: m.index, text: m[0] });
  if (clauses.length < 2) return null;
  const pieces: { start: number; text: string; places: Located[] }[] = [];
  for (let i = 0; i < clauses.length;) {
    let found: { places: Located[]; next: number } | null = null;
    for (let next = clauses.length; next > i; next--) {
      const last = clauses[next - 1] as Piece;
      const part = text.slice((clauses[i] as Piece).start, last.start + last.text.length);
      if (fold(part).text.length < SHORTEST_PIECE) break;
      const places = locateExact(finder, part);
      if (places.length > 0) { found = { places, next }; break; }
    }
    if (!found) return null;
    const start = (clauses[i] as Piece).start, last = clauses[found.next - 1] as Piece;
    pieces.push({ start, text: text.slice(start, last.start + last.text.length), places: found.places });
    i = found.next;
  }
  if (pieces.length < 2 || pieces.length > MOST_PIECES) return null;
  // An ellipsis mends only what stands in one document, in this order.
  const places = pieces.map((p) => p.places), chain = chainOf(places), turned = pieces.length === 2 ? turnedRound(finder, text, places) : null;
  if (turned) return turned;
  if (!chain && !inOneDocument(places) && pieces.some((p) => fold(p.text).text.length < SHORTEST_OF_SEVERAL)) return null;
  const differences = pieces.slice(1).map((p): JudgedDifference => ({ start: p.start, end: p.start, draft: '', source: chain ? '……' : '', kind: 'joined' }));
  return { ...NOTHING, verdict: 'differs', differences, located: chain ?? pieces.map((p) => p.places[0] as Located) };
}

/** Two pieces that stand side by side in a source, the other way round; null where they do not. */
function turnedRound(finder: Finder, text: string, [first, second]: readonly (readonly Located[])[]): Judgement | null {
  for (const a of first ?? []) {
    const b = second?.find(({ position }) => position.end === a.position.start);
    const stretch = b ? stretchOf(finder.index, { start: b.position.start, end: a.position.end }) : null;
    if (!b || !stretch) continue;
    const draft = text.replace(/[\p{P}\s]+$/u, ''), source = inDraftStyle(text, stretch.words), start = 0, end = draft.length;
    return { ...NOTHING, verdict: 'differs', differences: [{ start, end, draft, source, kind: 'reordered', edit: { start, end, newText: source } }], located: [b, a] };
  }
  return null;
}
