/**
 * The verdict on quoted words. Four answers, never a score: the source's words (verbatim, or but for form); near, and
 * different at stated places; the same content in other words; not in this library, which is no error.
 */
import type { Finder } from '../../search/finder';
import { fold, type Folded } from '../../text/fold';
import type { QuotedWords } from '../draft';
import type { QuotationVerdict } from '../types';
import { contextOf, cutOf, movedSubject } from './edges';
import { isBracketed, isDeclared, withoutGlosses, type Unglossed } from './glosses';
import { judgeJoined } from './joined';
import { isRight, moved, NOTHING, type JudgedDifference, type Judgement, type Note, type Piece } from './judgement';
import { locateExact, locateNear, locateTurned, type Located } from './locate';
import { isMisquoted, isRetold, isShort, NEAR, SHORT } from './nearness';
import { judgeShortened, piecesOf } from './shortened';

export type { Judgement } from './judgement';

/** Marked words of fewer letters than `SHORT` are terms; attributed ones may be shorter quotations. */
const SHORTEST_ATTRIBUTED = 5;
/** Quotations of more letters are judged in portions of so many units. */
const LONGEST = 500;
const PORTION = 300;
/** Likeness from which another edition of the same words is meant. */
const EDITION = 0.9;

const SAYING = /(?:指出|强调|強調|提出|要求|规定|規定|载明|載明|写明|寫明|表示|说|說|说道|写道|寫道|明确|明確|宣布|宣示|重申|呼吁|认为|認為|称|稱|道|所说的|所讲的|勉励他们|号召|said|says|stated|stressed|noted|pointed out|emphasi[sz]ed)[，,：:]?\s*(?:[\p{Script=Han}、]{1,8})?$|[：:]\s*$/u;
/** What names of plans, ideas and meetings are followed by: marked words before it are a name. */
const NAMED = /^(?:的)?(?:\p{Script=Han}{0,4})(?:战略|倡议|理念|工程|计划|行动|规划|纲要|精神|口号|主题|专项|项目|机制|模式|体系|方针|原则|目标|布局|方略|制度|政策|活动|论坛|平台)/u;
const CLAUSE = /[，。；！？,;!?]|是|应|须|要|不|能|会|必/u;

/** Whether words in marks are to be judged at all: quotations by their length, their shape and what introduces them. */
function isQuotation(quoted: QuotedWords, letters: number): boolean {
  if (quoted.form === 'block') return letters >= SHORT || (letters >= SHORTEST_ATTRIBUTED && SAYING.test(quoted.before));
  if (quoted.form === 'open' && !isAttributed(quoted)) return false;
  if (/《\s*$/u.test(quoted.before) || /^》/u.test(quoted.after)) return false;
  return letters >= SHORT || (letters >= SHORTEST_ATTRIBUTED && isAttributed(quoted));
}

/** What names the speaker behind the words: “……，”张工程师说。 */
const SAID_BEHIND = /^[，,—\s]{0,3}\p{Script=Han}{2,20}?(?:说|表示|指出|强调|坦言|介绍|认为|写道|感慨|回忆|呼吁|解释|告诉记者)道?[。，；]|^,?\s+(?:[A-Z][\w.]*\s+){0,4}(?:said|says|stated|noted|stressed|added)\b/u;

/** Quoted words before the words, with what chains the two: 指出，“……”；“……”. */
const CHAINED = /“[^”]*”[；;、，,和与及\s]{0,2}$/u;

/** Whether a verb of saying or a colon leads to the words, itself or over other quoted words, or one follows them. */
function isAttributed(quoted: QuotedWords): boolean {
  let before = quoted.before;
  while (CHAINED.test(before)) before = before.replace(CHAINED, '');
  return quoted.form === 'block' || SAYING.test(before) || SAID_BEHIND.test(quoted.after);
}

/** Whether marked words look like the name of a thing: short, without a verb of their own, no list, before a noun such as 战略. */
const isName = (quoted: QuotedWords, letters: number): boolean => letters < 20 && NAMED.test(quoted.after) && !CLAUSE.test(quoted.text) && !/、.*、/u.test(quoted.text);

export function judge(finder: Finder, quoted: QuotedWords): Judgement | null {
  const letters = fold(quoted.text).text.length;
  if (!isQuotation(quoted, letters)) return null;
  const attributed = isAttributed(quoted) && !isName(quoted, letters);
  const judged = withEdges(judgeGlossed(finder, quoted.text, attributed), quoted);
  // Words behind a mark that is never closed are a quotation only where the library knows them; a name that it does not know is none.
  if (quoted.form === 'open' && !isRight(judged.verdict) && judged.verdict !== 'differs') return null;
  if (isName(quoted, letters) && !isRight(judged.verdict)) return null;
  return judged;
}

/** Words in brackets are first taken for the source's; where that does not give the source's words, for the writer's. */
function judgeGlossed(finder: Finder, text: string, attributed: boolean): Judgement {
  const judged = withoutAdded(judgeWords(finder, text, attributed));
  const plain = isRight(judged.verdict) ? null : withoutGlosses(text);
  if (!plain) return judged;
  const other = judgeWords(finder, plain.text, attributed);
  const better = isRight(other.verdict) || (other.verdict === 'differs' && (judged.verdict !== 'differs' || lettersOf(other) < lettersOf(judged)));
  return better ? glossed(other, plain, text) : judged;
}

/** Additions that stand in brackets are no differences: the writer's own words, said to be so or not. */
function withoutAdded(judged: Judgement): Judgement {
  const [glosses, others] = [true, false].map((is) => judged.differences.filter((d) => (d.source === '' && isBracketed(d.draft)) === is)) as [JudgedDifference[], JudgedDifference[]];
  if (judged.verdict !== 'differs' || glosses.length === 0) return judged;
  const notes = glosses.filter((d) => !isDeclared(d.draft)).map((d): Note => ({ kind: 'gloss', start: d.start, end: d.end }));
  return { ...judged, verdict: others.length > 0 ? 'differs' : 'verbatim', differences: others, notes: [...judged.notes, ...notes] };
}

const lettersOf = (judged: Judgement): number => judged.differences.reduce((n, d) => n + fold(d.draft).text.length + fold(d.source).text.length, 0);

/** A judgement of words without their brackets as one of the words with them. */
function glossed(judged: Judgement, { map, glosses }: Unglossed, text: string): Judgement {
  const place = <T extends { start: number; end: number }>(span: T): T => ({ ...span, ...(span.end > span.start ? map.span(span) : { start: map.toRaw(span.start), end: map.toRaw(span.start) }) });
  const notes = glosses.filter((g) => !isDeclared(text.slice(g.start, g.end))).map((g): Note => ({ kind: 'gloss', ...g }));
  return {
    ...judged, differences: judged.differences.map((d) => ({ ...place(d), ...(d.edit ? { edit: place(d.edit) } : {}) })), formEdits: judged.formEdits.map(place),
    leftOut: judged.leftOut.map((l) => ({ ...l, at: map.toRaw(l.at) })), notes: [...judged.notes, ...notes],
  };
}

function judgeWords(finder: Finder, text: string, attributed: boolean): Judgement {
  const pieces = piecesOf(text);
  if (pieces.length > 1) return judgeShortened(finder, pieces, (piece, near) => judgePiece(finder, piece, attributed, near));
  return fold(text).text.length > LONGEST ? judgeLong(finder, text, attributed) : judgePiece(finder, text, attributed);
}

/** Right words may be cut so that their sense turns, or have another subject before the marks. */
function withEdges(judged: Judgement, quoted: QuotedWords): Judgement {
  const shortened = judged.leftOut.length > 0;
  if (quoted.form === 'block' || judged.located.length === 0 || (!isRight(judged.verdict) && judged.verdict !== 'differs')) return judged;
  const places = shortened || judged.verdict === 'differs' ? judged.located.slice(0, 1) : judged.located;
  const cut = cutOf(places, quoted.text, quoted.before, shortened ? '。反对' : quoted.after);
  if (cut) {
    const differences = judged.verdict === 'form-only' ? [] : judged.differences;
    return { ...judged, verdict: 'differs', differences: [...differences, cut].sort((a, b) => a.start - b.start), formEdits: [] };
  }
  const subject = isRight(judged.verdict) ? movedSubject(places, quoted.before) : null;
  return subject ? { ...judged, notes: [...judged.notes, { kind: 'subject', ...subject }] } : judged;
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
  const differs = found.some((p) => p.judgement.verdict === 'differs');
  const differences = found.flatMap((p) => (differs && p.judgement.verdict !== 'differs' ? [] : p.judgement.differences.map((d) => moved(d, p.start))));
  const verdict: QuotationVerdict = differs ? 'differs' : found.length < judged.length ? 'paraphrase' : differences.length > 0 ? 'form-only' : 'verbatim';
  const formEdits = differs ? [] : found.flatMap((p) => p.judgement.formEdits.map((e) => ({ ...e, start: e.start + p.start, end: e.end + p.start })));
  return { ...NOTHING, verdict, differences, formEdits, located };
}

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

/** Words without ……; `beside` are places near which they are looked for first. */
function judgePiece(finder: Finder, text: string, attributed: boolean, beside: readonly Located[] = []): Judgement {
  const folded = fold(text);
  const exact = locateExact(finder, text, folded);
  const best = exact[0];
  if (best && !best.stretch.damaged) return judgeExact(finder, text, folded, exact);
  // Few letters are near to something everywhere: only what a verb of saying introduces is compared then.
  if (isShort(text, folded.text.length) && !attributed) return best ? judgeExact(finder, text, folded, exact) : { ...NOTHING, verdict: 'not-in-library' };
  const near = locateNear(finder, text, folded, 0.5);
  // A damaged edition does not win over a sound one.
  if (best && !near.some((l) => !l.stretch.damaged && l.likeness >= EDITION)) return judgeExact(finder, text, folded, exact);
  const bearable = near.filter((l) => isMisquoted(text, l, folded.text.length, attributed));
  const nearest = bearable.find((l) => beside.some((b) => b.document === l.document)) ?? bearable[0] ?? (folded.text.length < SHORT ? locateTurned(finder, text, folded)[0] : undefined);
  // Many letters changed in one place, or each clause right in its own: the latter is what the writer did.
  // The same letters in another order are one place of the source, turned round.
  const turned = nearest !== undefined && nearest.comparison.letters.every(({ kind }) => kind === 'inversion' || kind === 'reordered');
  const joined = !nearest || (!turned && nearest.comparison.letters.reduce((n, d) => n + fold(d.draft).text.length, 0) > 3) ? judgeJoined(finder, text) : null;
  if (joined) return joined;
  if (nearest) return { ...NOTHING, verdict: 'differs', differences: inOrder(nearest), located: [nearest, ...near.filter((l) => l !== nearest && l.likeness >= NEAR)] };
  const like = near.find((l) => isRetold(text, folded.text.length, l));
  return like ? { ...NOTHING, verdict: 'paraphrase', located: [like] } : { ...NOTHING, verdict: 'not-in-library' };
}

const inOrder = ({ comparison }: Located): JudgedDifference[] => [...comparison.letters, ...comparison.marks].sort((a, b) => a.start - b.start);

/** The source's letters: right, unless the marks divide them otherwise. */
function judgeExact(finder: Finder, text: string, folded: Folded, exact: readonly Located[]): Judgement {
  const best = exact[0] as Located;
  const { form, formEdits, marks } = best.comparison;
  if (marks.length > 0) return { ...NOTHING, verdict: 'differs', differences: marks, located: exact };
  const better = betterEdition(finder, text, folded, exact);
  return { ...NOTHING, verdict: form.length === 0 ? 'verbatim' : 'form-only', differences: form, formEdits, located: exact, notes: better ? [{ kind: 'edition', better }] : [] };
}

/** A sound edition of higher rank that has the words a little differently (domain: C13, C17); looked for only where there can be one. */
function betterEdition(finder: Finder, text: string, folded: Folded, exact: readonly Located[]): Located | null {
  const rank = Math.max(...exact.map((l) => l.stretch.source.rank));
  if (folded.text.length < SHORT || !finder.index.sources.some((s) => s.rank > rank)) return null;
  const near = locateNear(finder, text, folded, EDITION).filter((l) => l.stretch.source.rank > rank && !l.stretch.damaged && l.likeness >= EDITION && l.comparison.letters.length > 0 && l.comparison.letters.length <= 3);
  // The same sentence, not one like it: it must go on alike on one side at least.
  return near.find((l) => exact.some((e) => goesOnAlike(contextOf(e), contextOf(l)))) ?? null;
}

function goesOnAlike(a: ReturnType<typeof contextOf>, b: ReturnType<typeof contextOf>): boolean {
  const [aBefore, bBefore, aAfter, bAfter] = [a.before, b.before, a.after, b.after].map((text) => fold(text).text) as [string, string, string, string];
  return aBefore.slice(-4) === bBefore.slice(-4) && aAfter.slice(0, 4) === bAfter.slice(0, 4);
}
