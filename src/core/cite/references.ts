/**
 * The numbered reference list of a draft (GB/T 7714, numeric system): numbers in the order in which sources are first cited, each
 * source once. Works on Markdown and plain text; LaTeX numbers by itself. Offsets are UTF-16 units of the draft.
 */
import type { TextEdit } from '../check/types';
import { proseOf } from '../check/prose';
import type { DraftLanguage } from '../check/types';
import type { Span } from '../text/offsets';

const HEADING = /^(?:#{1,6}[ \t]+)?(?:\*\*)?(?:参考文献|參考文獻|引用文献|References|Bibliography)(?:\*\*)?[：:]?[ \t\r]*$/gmu;
const ENTRY = /^\[(\d{1,3})\][ \t]*(\S[^\r\n]*)/gmu;
/** A mark of one or several numbers; a link, a footnote and a definition are none. */
const MARK = /(?<![!\]\\])\[(\d{1,3}(?:[ \t]*[-–—,，、][ \t]*\d{1,3})*)\](?![(:：[])/gu;

interface Entry { readonly number: number; readonly text: string }

interface List extends Span {
  readonly entries: readonly Entry[];
}

export interface Mark extends Span {
  readonly numbers: readonly number[];
}

export interface Numbering {
  /** The mark for the source that is being cited; empty without one. */
  readonly mark: string;
  /** Changes of the other marks and of the list, in the order of the draft. */
  readonly edits: readonly TextEdit[];
  /** The list, where the draft has none yet: to be added at its end. */
  readonly appendix: string;
}

/** The list under the last heading that is one for references; its span is from the first entry to the end of the last. */
function listOf(text: string): List | null {
  const heading = [...text.matchAll(HEADING)].at(-1);
  if (!heading) return null;
  const from = heading.index + heading[0].length;
  const next = /\n#{1,6}[ \t]/u.exec(text.slice(from));
  const part = text.slice(from, next ? from + next.index : undefined);
  const found = [...part.matchAll(ENTRY)];
  const first = found[0], last = found.at(-1);
  if (!first || !last) return null;
  return {
    start: from + first.index, end: from + last.index + last[0].length,
    entries: found.map((m) => ({ number: Number(m[1]), text: (m[2] as string).trim() })),
  };
}

function numbersOf(written: string): number[] {
  return written.split(/[,，、]/u).flatMap((part) => {
    const [from, to] = part.split(/[-–—]/u).map((n) => Number(n.trim()));
    if (from === undefined || to === undefined || to < from || to - from > 50) return from === undefined ? [] : [from];
    return Array.from({ length: to - from + 1 }, (_, i) => from + i);
  });
}

/** The marks of a draft outside its list. */
function marksOf(text: string, language: DraftLanguage, list: List): Mark[] {
  // Code and addresses are no prose; the marks themselves are.
  const prose = language === 'markdown' ? proseOf({ text, language }) : text;
  return [...text.matchAll(MARK)].filter((m) => prose.startsWith(m[0], m.index)).map((m) => ({ start: m.index, end: m.index + m[0].length, numbers: numbersOf(m[1] as string) }))
    .filter(({ start, numbers }) => (start < list.start || start >= list.end) && numbers.every((n) => list.entries.some((e) => e.number === n)));
}

/** `[1-3,5]`: three or more in a row are written as a range. */
function markText(numbers: readonly number[]): string {
  const sorted = [...new Set(numbers)].sort((a, b) => a - b);
  const parts: string[] = [];
  for (let i = 0; i < sorted.length;) {
    let j = i;
    while (j + 1 < sorted.length && sorted[j + 1] === (sorted[j] as number) + 1) j++;
    if (j - i >= 2) parts.push(`${sorted[i] as number}-${sorted[j] as number}`);
    else for (let k = i; k <= j; k++) parts.push(String(sorted[k]));
    i = j + 1;
  }
  return `[${parts.join(',')}]`;
}

/**
 * Numbers the references of a draft. `cited` is the source that is cited at an offset: its citation first, then other forms of it
 * that the list may hold. Without it the list is only put in order.
 */
export function numberReferences(text: string, language: DraftLanguage, cited?: { readonly at: number; readonly citations: readonly string[] }): Numbering {
  const list = listOf(text);
  if (!list) {
    if (!cited) return { mark: '', edits: [], appendix: '' };
    return { mark: '[1]', edits: [], appendix: `${gapBefore(text, cited.at)}${headingFor(text, language)}\n\n[1] ${cited.citations[0] as string}\n` };
  }
  // Each text is one reference, whatever numbers it has had.
  const texts = [...new Set(list.entries.map((entry) => entry.text))];
  const own = cited ? texts.find((each) => cited.citations.includes(each)) ?? (cited.citations[0] as string) : null;
  const textOf = new Map(list.entries.map((entry) => [entry.number, entry.text]));
  const marks = marksOf(text, language, list);
  const order: string[] = [];
  const meet = (each: string): void => { if (!order.includes(each)) order.push(each); };
  for (const mark of marks) {
    if (cited && own !== null && mark.start >= cited.at) meet(own);
    for (const number of mark.numbers) meet(textOf.get(number) as string);
  }
  if (own !== null) meet(own);
  for (const each of texts) meet(each);
  const numberOf = (each: string): number => order.indexOf(each) + 1;

  const edits: TextEdit[] = [];
  for (const { start, end, numbers } of marks) {
    const newText = markText(numbers.map((n) => numberOf(textOf.get(n) as string)));
    if (newText !== markText(numbers) || numbers.length !== new Set(numbers).size) edits.push({ start, end, newText });
  }
  const lines = order.map((each, i) => `[${i + 1}] ${each}`).join(language === 'markdown' ? '\n\n' : '\n');
  const tight = text.slice(list.start, list.end);
  const newText = /\n[ \t\r]*\n/u.test(tight) || list.entries.length === 1 ? lines : lines.replace(/\n\n/gu, '\n');
  if (newText !== tight) edits.push({ start: list.start, end: list.end, newText });
  return { mark: own === null ? '' : `[${numberOf(own)}]`, edits: edits.sort((a, b) => a.start - b.start), appendix: '' };
}

function headingFor(text: string, language: DraftLanguage): string {
  const chinese = (text.match(/\p{Script=Han}/gu)?.length ?? 0) * 5 >= (text.match(/[A-Za-z]/g)?.length ?? 0);
  return `${language === 'markdown' ? '## ' : ''}${chinese ? '参考文献' : 'References'}`;
}

/** A mark at the end of the draft stands before what is added there. */
const gapBefore = (text: string, at: number): string => (at >= text.length || text === '' ? '\n\n' : text.endsWith('\n\n') ? '' : text.endsWith('\n') ? '\n' : '\n\n');
