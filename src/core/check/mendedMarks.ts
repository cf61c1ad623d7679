/**
 * Quotation marks as writers meant them: a draft in the making has marks of the wrong direction or level (domain: C16). To
 * find quotations they are read as if they paired; nothing of this is shown, and offsets stay.
 */

/** What stands behind a mark that closes: a stop, a blank, the end. */
const BEHIND_CLOSE = /^(?:[\s。，、；：！？!?,;:.）)】》]|$)/u;

/** A paragraph whose marks pair as far as that can be told: “……“。 and “……’。 become “……”。; ”……“ becomes “……”. */
export function mendedMarks(text: string): string {
  if (!/[“”]/u.test(text)) return text;
  const units = text.split('');
  let open = -1, inner = -1;
  for (let i = 0; i < units.length; i++) {
    const c = units[i] as string, behind = text.slice(i + 1, i + 2);
    if (c === '“') {
      // A second opening mark at a place where only a closing one can stand.
      if (open >= 0 && i - open > 2 && BEHIND_CLOSE.test(behind) && !/[：:，,；;（(\s]/u.test(units[i - 1] ?? '') && !closesBefore(text, i)) { units[i] = '”'; open = -1; inner = -1; } else { open = i; inner = -1; }
    } else if (c === '”') {
      // A closing mark where none is open and another one follows: it opens.
      if (open < 0 && /[：:]$/u.test(text.slice(Math.max(0, i - 1), i)) && /^[^“”]+[”“](?:[。，、；！？\s]|$)/u.test(text.slice(i + 1))) { units[i] = '“'; open = i; } else open = -1;
      inner = -1;
    } else if (c === '‘') inner = i;
    else if (c === '’' && !/[A-Za-z]/.test(text[i - 1] ?? '')) {
      if (inner >= 0) inner = -1;
      // No single mark is open, and the double one is closed by no other mark: this is it.
      else if (open >= 0 && BEHIND_CLOSE.test(behind) && !closesBefore(text, i)) { units[i] = '”'; open = -1; }
    }
  }
  return units.join('');
}

/** Whether a closing mark comes before the next opening one, so that what is open will be closed. */
function closesBefore(text: string, at: number): boolean {
  const next = /[“”]/u.exec(text.slice(at + 1));
  return next?.[0] === '”';
}
