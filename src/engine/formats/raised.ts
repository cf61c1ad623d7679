/** What office programs set above the line. */

const RAISED: Readonly<Record<string, string>> = { 0: '⁰', 1: '¹', 2: '²', 3: '³', 4: '⁴', 5: '⁵', 6: '⁶', 7: '⁷', 8: '⁸', 9: '⁹', '-': '⁻', '−': '⁻', '+': '⁺' };

/** Raised figures set by hand: a note's mark behind words, a power behind a letter or figure. Level they would be read as figures. */
export function raisedMark(text: string, before: string): string {
  const mark = text.trim();
  const number = /^[[〔［]?(\d{1,3})[\]〕］]?$/u.exec(mark)?.[1];
  if (number !== undefined && (mark !== number || !/[A-Za-z0-9]$/.test(before))) return `^[${number}]`;
  return mark !== '' && [...mark].every((c) => c in RAISED) ? [...mark].map((c) => RAISED[c]).join('') : text;
}
