/** Words of a draft against the words of a source: where they differ, and what would restore the source's. */
import type { Paragraph } from '../../library/types';
import type { Folded } from '../../text/fold';
import { scriptOf, simplifyCharacter, toSimplified, toTraditional } from '../../text/script';
import type { Difference, TextEdit } from '../types';
import { differenceKind } from './kinds';
import { dividesOtherwise, formKind, plainMarks, unpaired } from './punctuation';
import type { Stretch } from './stretch';

/** Offsets are into the quoted words (`QuotedWords.text`). */
export interface Comparison {
  /** Differences in letters. */
  readonly letters: readonly (Difference & { readonly edit: TextEdit })[];
  /** Marks that divide the same letters otherwise: ，for 。, lost marks around a name. */
  readonly marks: readonly (Difference & { readonly edit: TextEdit })[];
  /** Differences in form alone: width, script, spacing, level and type of marks. */
  readonly form: readonly Difference[];
  readonly formEdits: readonly TextEdit[];
}

/** A run of aligned letters shorter than this between two differences may belong to one exchange of words. */
const LONGEST_EXCHANGE = 8;

interface Gap { readonly i: number; readonly j: number; readonly nextI: number; readonly nextJ: number }

/**
 * `partner` gives for each folded unit of the draft the unit of the stretch (counted from its begin) that stands opposite,
 * or -1; `end` is how many units of the stretch are used.
 */
export function compare(draft: string, folded: Folded, stretch: Stretch, partner: Int32Array, end: number): Comparison {
  const pairs: [number, number][] = [];
  const sourceUnit = (j: number): string => stretch.words[stretch.origin[j] as number] as string;
  const same = (i: number, j: number): boolean => folded.text[i] === foldedLetter(sourceUnit(j));
  partner.forEach((j, i) => { if (j >= 0 && same(i, j)) pairs.push([i, j]); });
  const gaps = inWholeWords(mergeExchanges(gapsBetween(pairs, folded.text.length, end), folded, stretch), draft, folded, stretch);
  const breaks = breaksOf(stretch);
  const letters: (Difference & { edit: TextEdit })[] = [], marks: (Difference & { edit: TextEdit })[] = [], form: Difference[] = [], formEdits: TextEdit[] = [];
  for (const gap of gaps) {
    const draftSpan = { start: gap.i < 0 ? (folded.origin[0] ?? 0) : (folded.origin[gap.i] as number) + 1, end: gap.nextI >= folded.text.length ? lastLetterEnd(folded) : (folded.origin[gap.nextI] as number) };
    const sourceSpan = { start: gap.j < 0 ? (stretch.origin[0] ?? 0) : (stretch.origin[gap.j] as number) + 1, end: gap.nextJ >= end ? (stretch.origin[end - 1] as number) + 1 : (stretch.origin[gap.nextJ] as number) };
    if (draftSpan.end < draftSpan.start || sourceSpan.end < sourceSpan.start) continue;
    const d = draft.slice(draftSpan.start, draftSpan.end), s = stretch.words.slice(sourceSpan.start, sourceSpan.end);
    if (gap.nextI - gap.i > 1 || gap.nextJ - gap.j > 1 || changesNumber(draft, draftSpan.start, d, s)) letters.push(letterDifference(draft, draftSpan.start, d, s));
    else if (d !== s) {
      const kind = formKind(d, s);
      if (!kind) continue;
      const atBreak = breaks.some((b) => b >= sourceSpan.start && b <= sourceSpan.end);
      if (kind === 'punctuation' && dividesOtherwise(d, s, atBreak)) { marks.push(markDifference(draft, draftSpan, d, s)); continue; }
      form.push({ ...draftSpan, draft: d, source: s, kind });
      if (kind === 'punctuation') formEdits.push({ ...draftSpan, newText: inDraftStyle(draft, s) });
    }
  }
  for (const [i, j] of pairs) {
    const at = folded.origin[i] as number, d = draft[at] as string, s = sourceUnit(j);
    if (d !== s) form.push({ start: at, end: at + 1, draft: d, source: s, kind: simplifyCharacter(d) === simplifyCharacter(s) ? 'script' : 'width' });
  }
  form.sort((a, b) => a.start - b.start);
  return { letters, marks: withPartners(draft, folded, stretch.words, marks), form, formEdits };
}

/** A lost mark whose partner stands at the very edge of the quotation comes back with it: ‘千村示范’行动 where the draft has 千村示范行动. */
function withPartners(draft: string, folded: Folded, words: string, marks: readonly (Difference & { edit: TextEdit })[]): (Difference & { edit: TextEdit })[] {
  if (marks.length === 0) return [];
  const { closing, opening } = unpaired(words);
  const first = folded.origin[0] ?? 0, last = lastLetterEnd(folded);
  const at = (place: number, mark: string): Difference & { edit: TextEdit } => markDifference(draft, { start: place, end: place }, '', mark);
  const lost = (mark: RegExp): boolean => marks.some((m) => mark.test(m.source) && !mark.test(m.draft));
  const before = closing && lost(/[’』]/u) && !/[‘“「『]/u.test(draft.slice(0, first)) ? [at(first, '“')] : [];
  const behind = opening && lost(/[‘『]/u) && !/[’”」』]/u.test(draft.slice(last)) ? [at(last, '”')] : [];
  return [...before, ...marks, ...behind];
}

/** Where one paragraph of the stretch ends and the next begins; offsets into its words. */
function breaksOf(stretch: Stretch): number[] {
  let at = 0;
  return stretch.parts.slice(0, -1).map((part) => (at += ((stretch.source.paragraphs[part.paragraph] as Paragraph).text.slice(part.start).trimEnd().length)));
}

function markDifference(draft: string, span: { start: number; end: number }, d: string, s: string): Difference & { edit: TextEdit } {
  const newText = inDraftStyle(draft, s);
  return { ...span, draft: d, source: newText, kind: 'punctuation', edit: { ...span, newText } };
}

const foldedLetter = (letter: string): string => {
  const plain = letter.normalize('NFKC').toLowerCase();
  const simple = simplifyCharacter(plain.length === 1 ? plain : letter);
  return simple === '著' ? '着' : simple;
};
const lastLetterEnd = (folded: Folded): number => folded.origin[folded.text.length] ?? 0;

/** The gaps between neighbouring aligned letters, and those before the first and behind the last. */
function gapsBetween(pairs: readonly [number, number][], length: number, end: number): Gap[] {
  const gaps: Gap[] = [];
  let i = -1, j = -1;
  for (const [nextI, nextJ] of [...pairs, [length, end] as const]) {
    // Marks at both ends are the writer's own: a quotation may begin and end where it likes.
    const edge = nextJ - j <= 1 && ((i < 0 && nextI === 0) || (nextI === length && i === length - 1));
    if (!edge) gaps.push({ i, j, nextI, nextJ });
    i = nextI; j = nextJ;
  }
  return gaps;
}

const isLetters = (gap: Gap): boolean => gap.nextI - gap.i > 1 || gap.nextJ - gap.j > 1;

/** Two differences around a short equal run are one where together they hold the same letters: an inversion. */
function mergeExchanges(gaps: readonly Gap[], folded: Folded, stretch: Stretch): Gap[] {
  const result: Gap[] = [];
  const letters = (gap: Gap): [string, string] => {
    const d = [...folded.text.slice(gap.i + 1, gap.nextI)].sort().join('');
    let s = '';
    for (let j = gap.j + 1; j < gap.nextJ; j++) s += foldedLetter(stretch.words[stretch.origin[j] as number] as string);
    return [d, [...s].sort().join('')];
  };
  for (const gap of gaps) {
    if (isLetters(gap)) {
      const before = result.findLastIndex(isLetters);
      const earlier = result[before];
      if (earlier && gap.i - earlier.nextI < LONGEST_EXCHANGE) {
        const merged = { i: earlier.i, j: earlier.j, nextI: gap.nextI, nextJ: gap.nextJ };
        const [d, s] = letters(merged);
        if (d === s) { result.splice(before, result.length - before, merged); continue; }
      }
    }
    result.push(gap);
  }
  return result;
}

/** Differences in one foreign word or number are one: each is shown with its whole word, and two of them would overlap. */
function inWholeWords(gaps: readonly Gap[], draft: string, folded: Folded, stretch: Stretch): Gap[] {
  const result: Gap[] = [];
  for (const gap of gaps) {
    const at = isLetters(gap) ? result.findLastIndex(isLetters) : -1, before = result[at];
    const oneWord = before !== undefined && (ONE_WORD.test(draft.slice(folded.origin[before.nextI], (folded.origin[gap.i] as number) + 1))
      || ONE_WORD.test(stretch.words.slice(stretch.origin[before.nextJ], (stretch.origin[gap.j] as number) + 1)));
    if (oneWord) result.splice(at, result.length - at, { i: before.i, j: before.j, nextI: gap.nextI, nextJ: gap.nextJ });
    else result.push(gap);
  }
  return result;
}

const ONE_WORD = /^(?:[A-Za-z]+|\d[\d.,]*)$/;

function letterDifference(draft: string, start: number, d: string, s: string): Difference & { edit: TextEdit } {
  const styled = inDraftStyle(draft, s);
  let head = 0, tail = 0;
  while (head < d.length && head < styled.length && d[head] === styled[head]) head++;
  while (tail < d.length - head && tail < styled.length - head && d[d.length - 1 - tail] === styled[styled.length - 1 - tail]) tail++;
  let from = start + head, to = start + d.length - tail, newText = styled.slice(head, styled.length - tail);
  // A number is shown whole.
  if (/\d/.test(draft.slice(from, to) + newText) || (/\d/.test(draft[from - 1] ?? '') && /\d/.test(draft[to] ?? ''))) {
    for (; inNumber(draft, from - 1); from--) newText = (draft[from - 1] as string) + newText;
    for (; inNumber(draft, to); to++) newText += draft[to] as string;
  }
  // A word of letters is shown whole, too: of could and should the kind cannot be told from c and sh.
  if (LATIN.test(draft.slice(from, to) + newText)) {
    for (; LATIN.test(draft[from - 1] ?? '') && LATIN.test((draft[from] ?? '') + newText); from--) newText = (draft[from - 1] as string) + newText;
    for (; LATIN.test(draft[to] ?? '') && LATIN.test(draft[to - 1] ?? ''); to++) newText += draft[to] as string;
  }
  if (from === to && newText !== '') { ({ from, newText } = atMark(draft, from, newText)); to = from; }
  const edit = { start: from, end: to, newText };
  const words = draft.slice(from, to);
  return { start: edit.start, end: edit.end, draft: words, source: edit.newText, kind: differenceKind(words, edit.newText, draft[edit.start - 1], draft[edit.end]), edit };
}

const LATIN = /[A-Za-z]/;
/** Letters by which a loss may be moved so that it begins or ends with a mark. */
const SLIDE = 12;

/**
 * Where words were lost between equal letters the place is open: 大规模增建、 of 大规模拆除、大规模增建、大规模搬迁 or 增建、大规模. Taken is
 * the one that begins or ends with a mark, as items and clauses do.
 */
function atMark(draft: string, at: number, lost: string): { from: number; newText: string } {
  let from = at, newText = lost;
  const marked = (): boolean => /^[、，；,;]|[、，；,;]$/u.test(newText);
  for (let i = 0; i < SLIDE && !marked() && from > 0 && draft[from - 1] === newText.at(-1); i++) { newText = (draft[from - 1] as string) + newText.slice(0, -1); from--; }
  if (marked()) return { from, newText };
  from = at; newText = lost;
  for (let i = 0; i < SLIDE && !marked() && draft[from] !== undefined && draft[from] === newText[0]; i++) { newText = newText.slice(1) + (draft[from] as string); from++; }
  return marked() ? { from, newText } : { from: at, newText: lost };
}

/** Whether a digit, or a mark between two digits, stands at an offset. */
const inNumber = (text: string, at: number): boolean => /\d/.test(text[at] ?? '') || (/[.,]/.test(text[at] ?? '') && /\d/.test(text[at - 1] ?? '') && /\d/.test(text[at + 1] ?? ''));

/** Whether a mark between digits makes another number: 3.5 and 35; 1,000 is 1000. */
function changesNumber(draft: string, at: number, d: string, s: string): boolean {
  if (!/\d/.test(draft[at - 1] ?? '') || !/\d/.test(draft[at + d.length] ?? '')) return false;
  const mark = (text: string): string => plainMarks(text).replace(/,/g, '');
  return mark(d) !== mark(s);
}

/** A source's words as this draft writes: its script, full-width marks, single marks inside double ones. */
export function inDraftStyle(draft: string, source: string): string {
  const script = scriptOf(draft);
  if (script === 'en') return source;
  const words = script === 'zh-Hant' ? toTraditional(source) : scriptOf(source) === 'zh-Hant' ? toSimplified(source) : source;
  const wide = /[，。；：、]/u.test(draft) || !/[,;:]/u.test(draft) ? toFullWidth(words) : words;
  return wide.replace(/“/gu, '‘').replace(/”/gu, '’');
}

const WIDE: Readonly<Record<string, string>> = { ',': '，', ';': '；', ':': '：', '?': '？', '!': '！' };

/** Half-width marks between Chinese words made full-width, layout blanks dropped; those of figures and foreign words stay. */
function toFullWidth(text: string): string {
  return text.replace(/(?<![A-Za-z0-9])([,;:?!])\s*(?![0-9])|(?<=[A-Za-z0-9])([,;:?!])\s*(?=\p{Script=Han}|$)/gu, (_, a: string | undefined, b: string | undefined) => WIDE[(a ?? b) as string] as string)
    .replace(/(?<=\p{Script=Han}|[，。；：、”’）])[\s\u3000]+(?=\p{Script=Han}|[“‘（])/gu, '');
}
