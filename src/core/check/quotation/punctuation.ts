/** Marks between the letters of a quotation: which differences are matters of form, and which change how the words are divided (domain: C7). */
import type { Difference } from '../types';

/** Marks without width, level, length of dashes and blanks. */
export const plainMarks = (text: string): string => text.normalize('NFKC').replace(/\s/gu, '').replace(/[‘’“”"'「」『』]/gu, '"').replace(/[—–―─-]+/gu, '-')
  .replace(/(?:…|⋯|\.{3,})+/gu, '…').replace(/[・•‧]/gu, '·').replace(/[～~〜]/gu, '~').replace(/〈/gu, '《').replace(/〉/gu, '》');

/**
 * The marks that divide and mark words; dashes, points between names, hyphens and brackets are matters of type. A stop beside
 * …… may go (GB/T 15834—2011, B.2.4), and between words in marks the pause is often left out (4.5.3.5).
 */
function dividing(marks: string): string {
  const plain = plainMarks(marks).replace(/\.(?!\d)/gu, '。').replace(/[^,、;:。!?"《》…]/gu, '').replace(/[,、;:。]*…[,、;:。]*/gu, '…');
  return plain.replace(/(["》])、(?=["《])/gu, '$1');
}

/**
 * Whether another division of the words stands between the same letters: ，for 。, 、for ，, marks around words lost or added.
 * `atBreak`: the source has a line's end there and no mark, where running text needs one.
 */
export function dividesOtherwise(draft: string, source: string, atBreak: boolean): boolean {
  const d = dividing(draft), s = dividing(source);
  return d !== s && !(atBreak && s === '');
}

/** How two stretches of marks between the same letters differ; null where the difference says nothing (blanks alone). */
export function formKind(draft: string, source: string): Difference['kind'] | null {
  if (plainMarks(draft) !== plainMarks(source)) return 'punctuation';
  if (/[‘’“”"「」『』]/u.test(draft + source) && draft.replace(/\s/gu, '') !== source.replace(/\s/gu, '')) return 'quotation-level';
  return draft.replace(/\s/gu, '') === source.replace(/\s/gu, '') ? 'spacing' : 'width';
}

/** Whether marks close that have not been opened in these words, and whether some stay open. */
export function unpaired(words: string): { readonly closing: boolean; readonly opening: boolean } {
  let depth = 0, closing = false;
  for (const c of words) {
    if (/[“‘「『]/u.test(c)) depth++;
    else if (/[”’」』]/u.test(c)) { if (depth > 0) depth--; else closing = true; }
  }
  return { closing, opening: depth > 0 };
}
