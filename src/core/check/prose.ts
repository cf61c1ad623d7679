/** The prose of a draft: markup, code and comments blanked, letter by letter, so that offsets stay. */
import { latexProse } from './latexProse';
import type { Draft } from './types';

const BLANK = (text: string): string => text.replace(/[^\n]/gu, ' ');

/** Front matter, code, comments. */
const NO_TEXT = [
  /^---[ \t]*\n[\s\S]*?\n---[ \t]*(?=\n|$)/u, /^(?:```|~~~)[^\n]*\n[\s\S]*?(?:^(?:```|~~~)[ \t]*$|(?![\s\S]))/gmu, /<!--[\s\S]*?-->/gu, /`[^`\n]+`/gu,
];
/** The label of a link is prose, its address is none. */
const LINK = /(!?\[)(?!\d+\])([^[\]\n]*)(\]\([^)\n]*\))/gu;
/** What else is no prose. Each begins with the letters that it is known by, so that nothing is tried at every place of a long draft. */
const MARKUP = [
  // A note that quotes is prose, one that cites is none.
  /(?<=\])\([^)\n]*\)|\[\[|\]\]/gu, /^\[\^[^\]\n]+\]:(?:[^\n“「]*$)?/gmu, /\[\^[^\]\n]+\]|\^\[[^\]\n“「]*\]/gu, /\[@[^\]\n]*\]/gu,
  /<https?:[^>\n]*>|https?:\/\/[^\s）)]+/gu, /<sup>(?<=[\p{Script=Han}\p{P}]<sup>)[^<\n]{1,8}<\/sup>|<\/?[a-z][^>\n]*>|&(?:nbsp|emsp|ensp|thinsp);/gu,
  /^#{1,6}(?=\s)/gmu, /~~[^~\n]+~~|\*\*|__|~~|==(?=[^\s=])|==(?<=[^\s=]==)|\*(?=\S)|\*(?<=\S\*)|\\(?=\n)/gu,
];
/** Marks and signs that are written as entities. */
const ENTITIES: Readonly<Record<string, string>> = { ldquo: '“', rdquo: '”', lsquo: '‘', rsquo: '’', bdquo: '„', laquo: '«', raquo: '»', hellip: '…', mdash: '—', ndash: '–', middot: '·' };
const ENTITY = /&(?:(ldquo|rdquo|lsquo|rsquo|bdquo|laquo|raquo|hellip|mdash|ndash|middot|quot)|#(\d{2,5})|#[xX]([\da-fA-F]{2,4}));|\n[ \t]*\n/gu;

/** An entity becomes its sign and blanks: an opening mark stands right before the words, any other sign right behind them. */
function withoutEntities(text: string): string {
  // Straight marks have no direction: they open and close by turns.
  let open = false;
  return text.replace(ENTITY, (m, name?: string, decimal?: string, hexadecimal?: string) => {
    if (m.startsWith('\n')) { open = false; return m; }
    const code = decimal ? Number(decimal) : hexadecimal ? parseInt(hexadecimal, 16) : null;
    let sign = name === undefined ? String.fromCharCode(code as number) : ENTITIES[name] ?? '"';
    if (sign === '"') { open = !open; sign = open ? '“' : '”'; }
    if (/^[\p{Cf}\p{Z}]$/u.test(sign)) return BLANK(m);
    if (!/^[\p{P}\p{Script=Han}]$/u.test(sign) || /[<>&`*_[\]\\#|~]/u.test(sign)) return m;
    const blank = ' '.repeat(m.length - 1);
    return /[“‘„«「『《（]/u.test(sign) ? blank + sign : sign + blank;
  });
}

/** The draft's text with everything that is not prose blanked; same length, same line ends. Quotations by markup get “ ”. */
export function proseOf(draft: Draft): string {
  let prose = proses.get(draft);
  if (prose === undefined) proses.set(draft, prose = blanked(draft));
  return prose;
}

/** Several checks ask for the prose of one draft. */
const proses = new WeakMap<Draft, string>();

function blanked(draft: Draft): string {
  // A line ends with a line feed, whatever the document uses.
  let text = draft.text.replace(/\r/gu, ' ');
  if (draft.language === 'latex') return latexProse(text);
  if (draft.language !== 'markdown') return text;
  text = text.replace(/<q>/giu, '  “').replace(/<\/q>/giu, '”   ');
  for (const pattern of NO_TEXT) text = text.replace(pattern, BLANK);
  if (text.includes('&')) text = withoutEntities(text);
  text = text.replace(LINK, (_, open: string, label: string, close: string) => BLANK(open) + label + BLANK(close));
  for (const pattern of MARKUP) text = text.replace(pattern, BLANK);
  return text;
}
