/** Lines of a raw text: the first step to paragraphs. */

/** One line, or one stretch of a line between layout blanks; blanks at both ends left out. Raw offsets. */
export interface Line {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** A blank line, a paragraph blank or the begin of the text stands before it. */
  readonly opens: boolean;
  /** It is indented by a full-width blank or more. */
  readonly indented: boolean;
}

/** Two full-width blanks are the indent of a Chinese paragraph: inside a line they are a paragraph's begin that lost its line end. */
const PARAGRAPH_BLANK = /[\u3000]{2,}[\u3000\s]*|(?<=[。！？”])[ \u00a0]{2,}/gu;
const BLANK = /[\s\u3000\u00a0\u200b-\u200d\ufeff]/u;

/** A paragraph longer than this is cut at a sentence's end: no document has such paragraphs, files of one line have. */
const LONGEST = 20_000;

export function linesOf(raw: string): Line[] {
  const margin = marginOf(raw);
  const lines: Line[] = [];
  let opens = true, at = 0;
  // The date that a saved page is headed with is a line of its own.
  const dated = /^\s*date \d{4}-\d{2}-\d{2}(?= )/u.exec(raw);
  if (dated) { push(0, dated[0].length); opens = true; at = dated[0].length; }
  for (const end of lineEnds(raw)) {
    if (end < at) continue;
    const before = lines.length;
    let from = at;
    const line = raw.slice(at, end);
    for (const blank of line.matchAll(PARAGRAPH_BLANK)) {
      const cut = at + blank.index;
      if (cut > from) push(from, cut);
      from = cut + blank[0].length;
      if (cut > at) opens = true;
    }
    push(from, end);
    if (lines.length === before) opens = true;
    at = end + 1;
  }
  return lines;

  function push(from: number, to: number): void {
    const blanks = from === at ? blanksAt(raw, at) - margin : 0;
    const indented = /^[\u3000]/u.test(raw.slice(at, from + 1)) || raw[from] === '\u3000' || (blanks >= 2 && blanks <= 8);
    while (from < to && BLANK.test(raw[from] as string)) from++;
    while (to > from && BLANK.test(raw[to - 1] as string)) to--;
    while (to - from > LONGEST) {
      const cut = lastSentenceEnd(raw, from, from + LONGEST);
      lines.push({ start: from, end: cut, text: raw.slice(from, cut), opens, indented });
      opens = true;
      from = cut;
      while (from < to && BLANK.test(raw[from] as string)) from++;
    }
    if (to <= from) return;
    lines.push({ start: from, end: to, text: raw.slice(from, to), opens, indented });
    opens = false;
  }
}

/** Half-width blanks at a line's begin. */
function blanksAt(raw: string, at: number): number {
  let end = at;
  while (raw[end] === ' ' || raw[end] === '\u00a0') end++;
  return end - at;
}

/** The half-width blanks that most lines begin with: only more of them are an indent. */
function marginOf(raw: string): number {
  const widths: number[] = [];
  for (const m of raw.slice(0, 60_000).matchAll(/^([ \u00a0]*)[^\s]/gmu)) widths.push((m[1] as string).length);
  return widths.sort((a, b) => a - b)[widths.length >> 1] ?? 0;
}

/** Offsets of the line ends; a form feed ends a line too. */
function* lineEnds(raw: string): Generator<number> {
  for (const m of raw.matchAll(/\r\n|[\n\r\f\v\u2028\u2029]/gu)) yield m[0] === '\r\n' ? m.index + 1 : m.index;
  yield raw.length;
}

function lastSentenceEnd(raw: string, from: number, to: number): number {
  for (let i = to; i > from + LONGEST / 2; i--) if (/[。！？.!?\s]/u.test(raw[i - 1] as string)) return i;
  // Not between the halves of a surrogate pair.
  return /[\ud800-\udbff]/.test(raw[to - 1] as string) ? to - 1 : to;
}

/** Columns a text takes: Chinese characters and full-width forms count two. */
export function columns(text: string): number {
  let width = 0;
  for (const c of text) width += c > '\u2e7f' ? 2 : 1;
  return width;
}

/** A note that begins with its number and goes on in the next line. */
function isOpenNote(text: string): boolean {
  return /^[①-⑳]/u.test(text) && !/[。.]$/u.test(text);
}

const FINAL = /[。！？!?…：:；;][”’」』）)\]】》"']*$|[.][”"')\]]*$/u;

/** Whether a text ends as a sentence or clause ends, so that what follows may be another paragraph. */
export function endsFinally(text: string): boolean {
  return FINAL.test(text) || /[。！？…”][（(](?:下转|转)第?[^（）()]{1,12}[)）]$/u.test(text);
}

/**
 * Whether each line goes on in the next one because the text was wrapped at a fixed width. Decided for the whole text:
 * only where most lines are about as long as the longest. `standsAlone`: page furniture and notes, which no text runs into.
 */
export function wrappedLines(lines: readonly Line[], standsAlone: (text: string) => boolean): boolean[] {
  const goesOn = lines.map(() => false);
  const inner = lines.filter((_, i) => i + 1 < lines.length && !(lines[i + 1] as Line).opens);
  if (inner.length < 6) return goesOn;
  const widths = inner.map((line) => columns(line.text)).sort((a, b) => a - b);
  const full = widths[Math.floor(widths.length * 0.9)] as number;
  if (full > 170 || full < 24) return goesOn;
  const near = widths.filter((w) => w >= full * 0.85).length;
  if (near < widths.length * 0.5) return goesOn;
  const indents = lines.some((line) => line.indented);
  lines.forEach((line, i) => {
    const next = lines[i + 1];
    if (!next || next.opens || next.indented ) return;
    const width = columns(line.text);
    // A word that is cut at the end of its line.
    if (/[a-z]-$/u.test(line.text) && /^[a-z]{2}/u.test(next.text)) { goesOn[i] = true; return; }
    if (width < full * 0.8 || standsAlone(next.text) || (standsAlone(line.text) && !isOpenNote(line.text))) return;
    goesOn[i] = endsFinally(line.text) ? (indents || width >= full * 0.95) && width >= full * 0.9 : width >= full * 0.8;
  });
  return goesOn;
}
