/**
 * The verdict on quoted words. Four answers, never a score: the source's words (verbatim, or but for form); near, and
 * different at stated places; the same content in other words; not in this library, which is no error.
 */
import type { Finder } from '../../search/finder';
import { wordsBetween } from '../../search/libraryText';
import { sharedRuns } from '../../search/sharedRuns';
import { fold } from '../../text/fold';
import type { QuotedWords } from '../draft';
import type { Difference, QuotationVerdict, TextEdit } from '../types';
import { locateExact, locateNear, NEAR, type Located } from './locate';

/** Offsets are into the quoted words. */
export interface Judgement {
  readonly verdict: QuotationVerdict;
  readonly differences: readonly (Difference & { readonly edit?: TextEdit })[];
  /** Edits that correct the marks of words that are right. */
  readonly formEdits: readonly TextEdit[];
  /** Where the words stand; for a shortened quotation one for each piece. */
  readonly located: readonly Located[];
  /** What …… leaves out, where it leaves out a word that may turn the sense. */
  readonly leftOut: { readonly at: number; readonly words: string } | null;
}

const NOTHING: Omit<Judgement, 'verdict'> = { differences: [], formEdits: [], located: [], leftOut: null };

/** Marked words of fewer letters are terms; attributed ones may be shorter quotations. */
const SHORTEST = 12;
const SHORTEST_ATTRIBUTED = 5;
/** Quotations of more letters are judged in portions of so many units. */
const LONGEST = 500;
const PORTION = 300;
const ELLIPSIS = /(?:…+|⋯+|\.{3,}|。{3,})\s*/gu;
/** Words whose omission may turn the sense (domain: Q-7). */
const TURNING = /不|没有|未|非|除非|但|只有|才|如果/u;

/** Whether words in marks are to be judged at all: quotations by their length or by what introduces them. */
export function isQuotation(quoted: QuotedWords, letters: number): boolean {
  if (quoted.form === 'block') return letters >= SHORTEST;
  if (quoted.form === 'open' && !isAttributed(quoted)) return false;
  if (/《\s*$/u.test(quoted.before) || /^》/u.test(quoted.after)) return false;
  return letters >= SHORTEST || (letters >= SHORTEST_ATTRIBUTED && isAttributed(quoted));
}

const SAYING = /(?:指出|强调|強調|提出|要求|表示|说|說|说道|写道|寫道|明确|明確|宣布|宣示|重申|呼吁|认为|認為|称|稱|道|所说的|所讲的|勉励他们|号召|said|says|stated|stressed|noted|pointed out|emphasi[sz]ed)[，,：:]?\s*(?:\p{Script=Han}{1,6})?$|[：:]\s*$/u;

/** Whether a verb of saying or a colon leads to the words. */
export function isAttributed(quoted: QuotedWords): boolean {
  return quoted.form === 'block' || SAYING.test(quoted.before);
}

export function judge(finder: Finder, quoted: QuotedWords): Judgement | null {
  const text = quoted.text;
  const letters = fold(text).text.length;
  if (!isQuotation(quoted, letters)) return null;
  const judged = judgeWords(finder, quoted, letters);
  // Words behind a mark that is never closed are a quotation only where the library knows them.
  return quoted.form === 'open' && !KNOWN.has(judged.verdict) ? null : judged;
}

const KNOWN: ReadonlySet<QuotationVerdict> = new Set(['verbatim', 'form-only', 'differs']);

function judgeWords(finder: Finder, quoted: QuotedWords, letters: number): Judgement {
  const { text } = quoted;
  const pieces = piecesOf(text);
  if (pieces.length > 1) return judgeShortened(finder, pieces, quoted);
  return letters > LONGEST ? judgeLong(finder, text, isAttributed(quoted)) : judgePiece(finder, text, isAttributed(quoted));
}

/**
 * Words of a page or more: to the letter as a whole, else portion by portion, so that the cost grows with the length and
 * not with its square. Portions that stand nowhere do not make the others wrong.
 */
function judgeLong(finder: Finder, text: string, attributed: boolean): Judgement {
  if (locateExact(finder, text).length > 0) return judgePiece(finder, text, attributed);
  const judged = portionsOf(text).map((p) => ({ ...p, judgement: judgePiece(finder, p.text, attributed) }));
  const found = judged.filter((p) => p.judgement.verdict !== 'not-in-library' && p.judgement.verdict !== 'paraphrase');
  const located = found.flatMap((p) => p.judgement.located.slice(0, 1));
  if (found.length * 2 < judged.length) return { ...NOTHING, verdict: found.length > 0 ? 'paraphrase' : 'not-in-library', located };
  const differences = found.flatMap((p) => p.judgement.differences.map((d) => moved(d, p.start)));
  const differs = found.some((p) => p.judgement.verdict === 'differs');
  const wanted = differs ? differences.filter((d) => !FORM.has(d.kind)) : differences;
  const verdict = differs ? 'differs' : found.length < judged.length ? 'paraphrase' : wanted.length > 0 ? 'form-only' : 'verbatim';
  const formEdits = differs ? [] : found.flatMap((p) => p.judgement.formEdits.map((e) => ({ ...e, start: e.start + p.start, end: e.end + p.start })));
  return { ...NOTHING, verdict, differences: wanted, formEdits, located };
}

const FORM: ReadonlySet<string> = new Set(['punctuation', 'quotation-level', 'script', 'width', 'spacing']);

/** Whole sentences of together about `PORTION` units; a sentence without end is cut. */
function portionsOf(text: string): Piece[] {
  const portions: Piece[] = [];
  let start = 0;
  while (start < text.length) {
    let end = Math.min(text.length, start + PORTION);
    if (end < text.length) {
      const stop = Math.max(...['。', '！', '？', '. '].map((mark) => text.lastIndexOf(mark, end - 1)));
      if (stop > start + PORTION / 4) end = stop + 1;
    }
    portions.push({ start, text: text.slice(start, end) });
    start = end;
  }
  return portions.filter((p) => fold(p.text).text.length >= SHORTEST_ATTRIBUTED);
}

/** A difference of a part as one of the whole. */
function moved(d: Judgement['differences'][number], by: number): Judgement['differences'][number] {
  return { ...d, start: d.start + by, end: d.end + by, ...(d.edit ? { edit: { ...d.edit, start: d.edit.start + by, end: d.edit.end + by } } : {}) };
}

interface Piece { readonly start: number; readonly text: string }

/** The pieces between the ellipses; a piece of fewer than two letters says nothing. */
function piecesOf(text: string): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  for (const m of text.matchAll(ELLIPSIS)) { pieces.push({ start: at, text: text.slice(at, m.index) }); at = m.index + m[0].length; }
  pieces.push({ start: at, text: text.slice(at) });
  return pieces.filter((p) => fold(p.text).text.length >= 2);
}

function judgePiece(finder: Finder, text: string, attributed: boolean): Judgement {
  const folded = fold(text);
  const exact = locateExact(finder, text, folded);
  const best = exact[0];
  if (best) {
    const { form, formEdits } = best.comparison;
    return { ...NOTHING, verdict: form.length === 0 ? 'verbatim' : 'form-only', differences: form, formEdits, located: exact };
  }
  // Few letters are near to something everywhere: only what a verb of saying introduces is compared then.
  if (folded.text.length < SHORTEST && !attributed) return { ...NOTHING, verdict: 'not-in-library' };
  const near = locateNear(finder, text, folded, Math.min(NEAR, 0.5));
  const nearest = near.find((l) => l.likeness >= leastLikeness(folded.text.length) && gapsBearable(l, folded.text.length));
  if (nearest) return { ...NOTHING, verdict: 'differs', differences: nearest.comparison.letters, located: [nearest, ...near.filter((l) => l !== nearest && l.likeness >= NEAR)] };
  const joined = judgeJoined(finder, text);
  if (joined) return joined;
  const like = near.find((l) => sharedRuns(text, l.stretch.words, 4).reduce((n, run) => n + run.length, 0) >= 0.45 * folded.text.length);
  return like ? { ...NOTHING, verdict: 'paraphrase', located: [like] } : { ...NOTHING, verdict: 'not-in-library' };
}

/** A short quotation must be nearer than a long one to count as the same words. */
const leastLikeness = (letters: number): number => (letters < SHORTEST ? 0.8 : letters < 20 ? 0.75 : NEAR);

/** Letters that are picked together over many gaps are no quotation of the place. */
function gapsBearable(located: Located, letters: number): boolean {
  if (located.likeness === 1) return true;
  const { letters: differences } = located.comparison;
  // Few letters with another verb before them are another phrase of the same genre, not the same one misquoted.
  if (letters < SHORTEST && differences.some((d, i) => i === 0 && d.start === 0 && fold(d.draft).text.length > 1)) return false;
  const added = differences.reduce((n, d) => n + fold(d.draft).text.length, 0);
  return differences.length <= 2 + letters / 7 && added <= 0.4 * letters;
}

/** Clauses that stand in the library each, but not one behind the other: joined without a mark of omission (C8). */
function judgeJoined(finder: Finder, text: string): Judgement | null {
  const clauses: Piece[] = [];
  for (const m of text.matchAll(/[^，。；！？,;!?]+[，。；！？,;!?]*/gu)) clauses.push({ start: m.index, text: m[0] });
  if (clauses.length < 2) return null;
  const pieces: { start: number; text: string; located: Located }[] = [];
  for (let i = 0; i < clauses.length;) {
    let found: { located: Located; next: number } | null = null;
    for (let next = clauses.length; next > i; next--) {
      const last = clauses[next - 1] as Piece;
      const part = text.slice((clauses[i] as Piece).start, last.start + last.text.length);
      if (fold(part).text.length < 6) break;
      const [located] = locateExact(finder, part);
      if (located) { found = { located, next }; break; }
    }
    if (!found) return null;
    const start = (clauses[i] as Piece).start, last = clauses[found.next - 1] as Piece;
    pieces.push({ start, text: text.slice(start, last.start + last.text.length), located: found.located });
    i = found.next;
  }
  if (pieces.length < 2 || pieces.length > 4) return null;
  // An ellipsis mends only what stands in one document, in this order.
  const mendable = chainOf(pieces.map((p) => [p.located])) !== null;
  const differences = pieces.slice(1).map((p): Difference => ({ start: p.start, end: p.start, draft: '', source: mendable ? '……' : '', kind: 'joined' }));
  return { ...NOTHING, verdict: 'differs', differences, located: pieces.map((p) => p.located) };
}

/** A quotation shortened by ……: each piece must be right, all in one document, in order (domain: Q-6). */
function judgeShortened(finder: Finder, pieces: readonly Piece[], quoted: QuotedWords): Judgement {
  const all = pieces;
  // A piece of two letters has no place of its own: it must stand near its neighbours.
  pieces = all.filter((p) => fold(p.text).text.length >= 3);
  if (pieces.length === 0) return { ...NOTHING, verdict: 'not-in-library' };
  const places = pieces.map((p) => locateExact(finder, p.text));
  const chain = chainOf(places);
  const shift = <T extends { start: number; end: number }>(by: number, items: readonly T[]): T[] => items.map((d) => ({ ...d, start: d.start + by, end: d.end + by }));
  if (chain) {
    const foreign = shortPiecesAbsent(finder, chain, all);
    if (foreign.length > 0) {
      const differences = foreign.map((p): Difference => ({ start: p.start, end: p.start + p.text.length, draft: p.text, source: '', kind: 'wording' }));
      return { ...NOTHING, verdict: 'differs', differences, located: chain };
    }
    const differences = chain.flatMap((l, i) => shift((pieces[i] as Piece).start, l.comparison.form));
    return { ...NOTHING, verdict: differences.length === 0 ? 'verbatim' : 'form-only', differences, located: chain, leftOut: leftOutOf(finder, chain, pieces) };
  }
  const judged = pieces.map((p, i) => (places[i]?.length ? null : judgePiece(finder, p.text, isAttributed(quoted))));
  if (judged.every((j) => j === null)) {
    // All pieces are right, but not in this order in one document.
    const at = (pieces[1] as Piece).start;
    return { ...NOTHING, verdict: 'differs', differences: [{ start: at, end: at, draft: '', source: '', kind: 'reordered' }], located: places.map((p) => p[0] as Located) };
  }
  const known = pieces.some((_, i) => (places[i]?.length ?? 0) > 0 || judged[i]?.verdict === 'differs');
  if (!known) return { ...NOTHING, verdict: judged.some((j) => j?.verdict === 'paraphrase') ? 'paraphrase' : 'not-in-library' };
  const differences = judged.flatMap((j, i) => (j?.verdict === 'differs' ? j.differences.map((d) => moved(d, (pieces[i] as Piece).start)) : []));
  if (differences.length === 0) return { ...NOTHING, verdict: 'not-in-library' };
  return { ...NOTHING, verdict: 'differs', differences, located: pieces.flatMap((_, i) => places[i]?.slice(0, 1) ?? judged[i]?.located.slice(0, 1) ?? []) };
}

/** Letters around a chain within which its shortest pieces must stand. */
const AROUND = 200;

/** The pieces too short for a place of their own that do not stand around the chain. */
function shortPiecesAbsent(finder: Finder, chain: readonly Located[], pieces: readonly Piece[]): Piece[] {
  const from = Math.max(0, (chain[0] as Located).position.start - AROUND), to = (chain.at(-1) as Located).position.end + AROUND;
  const around = wordsBetween(finder.index, from, Math.min(to, from + 8000));
  return pieces.filter((p) => { const folded = fold(p.text).text; return folded.length < 3 && !around.includes(folded); });
}

/** One place for each piece, in one document and in order, as near to each other as can be. */
function chainOf(places: readonly (readonly Located[])[]): Located[] | null {
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

function leftOutOf(finder: Finder, chain: readonly Located[], pieces: readonly Piece[]): Judgement['leftOut'] {
  for (let i = 1; i < chain.length; i++) {
    const before = chain[i - 1] as Located, after = chain[i] as Located;
    const from = before.position.end, to = after.position.start;
    if (to - from > 400) continue;
    const words = wordsBetween(finder.index, from, to);
    if (TURNING.test(words)) return { at: (pieces[i - 1] as Piece).start + (pieces[i - 1] as Piece).text.length, words };
  }
  return null;
}
