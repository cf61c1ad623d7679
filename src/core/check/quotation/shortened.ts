/** Quotations shortened by ……: each piece must be right, all in one document, in order (domain, C9). */
import type { Finder } from '../../search/finder';
import { wordsBetween } from '../../search/libraryText';
import { fold } from '../../text/fold';
import { isRight, moved, NOTHING, type JudgedDifference, type Judgement, type LeftOut, type Piece } from './judgement';
import { locateExact, type Located } from './locate';
import { stretchOf } from './stretch';

const ELLIPSIS = /[（(［[〔]?(?:…+|⋯+|\.{3,}|。{3,}|(?:\.\s){2,}\.)[）)］\]〕]?\s*/gu;
/** Words whose omission may turn the sense (domain: Q-7); 不断, 不仅 and their like deny nothing. */
const TURNING = /不(?![断仅但同久少一拔懈息朽凡止竭移渝屈]|可避免)|没有|未(?!来)|除非|(?<!不)但(?![愿凡])|只有|才(?=[能会可是有])|如果|并非|\b(?:not|no|never|but|only|unless|if|without)\b/iu;
/** Letters between two pieces beyond which they are hardly one quotation any more. */
export const FAR = 800;
/** Letters around a chain within which its shortest pieces must stand. */
const AROUND = 200;
/** Letters of the shortest piece of a quotation that no document has whole. */
const SHORTEST_APART = 6;
/** Letters of what is left out that are shown. */
const SHOWN = 400;

/** The pieces between the ellipses; a piece of fewer than two letters says nothing. */
export function piecesOf(text: string): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  for (const m of text.matchAll(ELLIPSIS)) { pieces.push({ start: at, text: text.slice(at, m.index) }); at = m.index + m[0].length; }
  pieces.push({ start: at, text: text.slice(at) });
  return pieces.filter((p) => fold(p.text).text.length >= 2);
}

/** `judgePiece` judges one piece on its own, at best near one of the places given. */
export function judgeShortened(finder: Finder, all: readonly Piece[], judgePiece: (text: string, near: readonly Located[]) => Judgement): Judgement {
  // A piece of two letters has no place of its own: it must stand near its neighbours.
  const pieces = all.filter((p) => fold(p.text).text.length >= 3);
  if (pieces.length === 0) return { ...NOTHING, verdict: 'not-in-library' };
  const places = pieces.map((p) => locateExact(finder, p.text));
  const chain = chainOf(places);
  if (chain) return judgeChain(finder, chain, pieces, all);
  const exact = new Set(places.flatMap((list) => list.map((l) => l.document)));
  const judged = pieces.map((p, i): Judgement | null => {
    if (places[i]?.length) return null;
    const piece = judgePiece(p.text, places.flatMap((list) => list.slice(0, 4)));
    // What resembles a piece counts only in a document that has the others.
    return exact.size === 0 || piece.located.some((l) => exact.has(l.document)) ? piece : { ...NOTHING, verdict: 'not-in-library' };
  });
  if (judged.every((j) => j === null)) return outOfOrder(places, pieces);
  const found = (judgement: Judgement | null | undefined): boolean => !judgement || judgement.verdict === 'differs' || isRight(judgement.verdict);
  const sum = (list: readonly Piece[]): number => list.reduce((n, p) => n + lettersOf(p), 0);
  // A piece that resembles something says nothing of a quotation most of which stands nowhere.
  if (2 * sum(pieces.filter((_, i) => found(judged[i]))) < sum(pieces)) return { ...NOTHING, verdict: judged.some((j) => j?.verdict === 'paraphrase') ? 'paraphrase' : 'not-in-library' };
  const differences = judged.flatMap((j, i) => (j?.verdict === 'differs' ? j.differences.map((d) => moved(d, (pieces[i] as Piece).start)) : []));
  if (differences.length === 0) return { ...NOTHING, verdict: 'not-in-library' };
  return { ...NOTHING, verdict: 'differs', differences, located: pieces.flatMap((_, i) => places[i]?.slice(0, 1) ?? judged[i]?.located.slice(0, 1) ?? []) };
}

function judgeChain(finder: Finder, chain: readonly Located[], pieces: readonly Piece[], all: readonly Piece[]): Judgement {
  const foreign = shortPiecesAbsent(finder, chain, all);
  if (foreign.length > 0) {
    const differences = foreign.map((p): JudgedDifference => ({ start: p.start, end: p.start + p.text.length, draft: p.text, source: '', kind: 'wording' }));
    return { ...NOTHING, verdict: 'differs', differences, located: chain };
  }
  const of = (list: (l: Located) => readonly JudgedDifference[]): JudgedDifference[] => chain.flatMap((l, i) => list(l).map((d) => moved(d, (pieces[i] as Piece).start)));
  const marks = of((l) => l.comparison.marks), form = of((l) => l.comparison.form);
  const leftOut = leftOutOf(finder, chain, pieces);
  if (marks.length > 0) return { ...NOTHING, verdict: 'differs', differences: marks, located: chain, leftOut };
  return { ...NOTHING, verdict: form.length === 0 ? 'verbatim' : 'form-only', differences: form, located: chain, leftOut };
}

/** All pieces are right, but not in this order in one document; or no document has them all. */
function outOfOrder(places: readonly (readonly Located[])[], pieces: readonly Piece[]): Judgement {
  const at = (pieces[1] as Piece).start;
  const together = inOneDocument(places);
  // A few letters stand in many documents: they show nothing of where these words are from.
  if (!together && pieces.some((p) => lettersOf(p) < SHORTEST_APART)) return { ...NOTHING, verdict: 'not-in-library' };
  return { ...NOTHING, verdict: 'differs', differences: [{ start: at, end: at, draft: '', source: '', kind: together ? 'reordered' : 'joined' }], located: places.map((p) => p[0] as Located) };
}

/** Whether one document has all pieces, in whatever order. */
export function inOneDocument(places: readonly (readonly Located[])[]): boolean {
  return (places[0] ?? []).some((l) => places.every((list) => list.some((o) => o.document === l.document)));
}

const lettersOf = (piece: Piece): number => fold(piece.text).text.length;

/** The pieces too short for a place of their own that do not stand around the chain. */
function shortPiecesAbsent(finder: Finder, chain: readonly Located[], pieces: readonly Piece[]): Piece[] {
  const from = Math.max(0, (chain[0] as Located).position.start - AROUND), to = (chain.at(-1) as Located).position.end + AROUND;
  const around = wordsBetween(finder.index, from, Math.min(to, from + 8000));
  return pieces.filter((p) => { const folded = fold(p.text).text; return folded.length < 3 && !around.includes(folded); });
}

/** One place for each piece, in one document and in order, as near to each other as can be. */
export function chainOf(places: readonly (readonly Located[])[]): Located[] | null {
  let best: Located[] | null = null, shortest = Infinity;
  for (const first of places[0] ?? []) {
    const chain = [first];
    for (const options of places.slice(1)) {
      const last = chain.at(-1) as Located;
      const next = options.filter((o) => o.document === first.document && o.position.start >= last.position.end).sort((a, b) => a.position.start - b.position.start)[0];
      if (!next) break;
      chain.push(next);
    }
    if (chain.length < places.length) continue;
    const length = (chain.at(-1) as Located).position.end - first.position.start;
    if (length < shortest) { best = chain; shortest = length; }
  }
  return best;
}

function leftOutOf(finder: Finder, chain: readonly Located[], pieces: readonly Piece[]): LeftOut[] {
  return chain.slice(1).flatMap((after, k) => {
    const before = chain[k] as Located, piece = pieces[k] as Piece;
    const from = before.position.end, to = after.position.start;
    if (to <= from) return [];
    const words = stretchOf(finder.index, { start: from, end: Math.min(to, from + FAR) })?.words ?? '';
    return [{ at: piece.start + piece.text.length, words: words.length > SHOWN ? `${words.slice(0, SHOWN)}……` : words, letters: to - from, turning: TURNING.exec(words)?.[0] ?? null }];
  });
}
