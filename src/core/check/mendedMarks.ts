/**
 * Quotation marks as writers meant them: a draft in the making has marks of the wrong direction or level (domain: C16). To
 * find quotations they are read as if they paired; nothing of this is shown, and offsets stay.
 */

/** What stands behind a mark that closes: a stop, a blank, the end. */
const BEHIND_CLOSE = /^(?:[\s。，、；：！？!?,;:.）)】》]|$)/u;

/** Marks of other scripts and of vertical text, which stand for these. */
const STAND_FOR: Readonly<Record<string, string>> = { '﹁': '「', '﹂': '」', '﹃': '『', '﹄': '』', '«': '“', '»': '”' };

/** Marks as Chinese has them horizontally; „…“ and „…” are “…”. */
function chineseMarks(text: string): string {
  return text.replace(/[﹁﹂﹃﹄«»]/gu, (c) => STAND_FOR[c] as string).replace(/„([^„“”\n]{1,1000})[“”]/gu, '“$1”');
}

/** A paragraph whose marks pair as far as that can be told: “……“。 and “……’。 become “……”。; ”……“ becomes “……”. */
export function mendedMarks(written: string): string {
  const text = chineseMarks(written);
  const marks = [...text.matchAll(/[“”‘’]/gu)];
  if (!marks.some(({ 0: c }) => c === '“' || c === '”')) return text;
  const changes: { readonly at: number; readonly mark: string }[] = [];
  let open = -1, inner = -1;
  marks.forEach(({ 0: c, index: i }, k) => {
    // Whether a closing mark comes before the next opening one, so that what is open will be closed.
    const closes = (): boolean => marks.slice(k + 1, k + 12).find(({ 0: next }) => next === '“' || next === '”')?.[0] === '”';
    const behind = text.slice(i + 1, i + 2);
    if (c === '“') {
      // A second opening mark at a place where only a closing one can stand.
      if (open >= 0 && i - open > 2 && BEHIND_CLOSE.test(behind) && !/[：:，,；;（(\s]/u.test(text[i - 1] ?? '') && !closes()) { changes.push({ at: i, mark: '”' }); open = -1; } else open = i;
      inner = -1;
    } else if (c === '”') {
      // A closing mark where none is open and another one follows: it opens.
      if (open < 0 && /[：:]/u.test(text[i - 1] ?? '') && /^[^“”]+[”“](?:[。，、；！？\s]|$)/u.test(text.slice(i + 1, i + 1000))) { changes.push({ at: i, mark: '“' }); open = i; } else open = -1;
      inner = -1;
    } else if (c === '‘') inner = i;
    else if (!/[A-Za-z]/.test(text[i - 1] ?? '')) {
      if (inner >= 0) inner = -1;
      // No single mark is open, and the double one is closed by no other mark: this is it.
      else if (open >= 0 && BEHIND_CLOSE.test(behind) && !closes()) { changes.push({ at: i, mark: '”' }); open = -1; }
    }
  });
  let mended = '', at = 0;
  for (const change of changes) { mended += text.slice(at, change.at) + change.mark; at = change.at + 1; }
  return mended + text.slice(at);
}
