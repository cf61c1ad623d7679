/** The prose of a draft: markup, code and comments blanked, letter by letter, so that offsets stay. */
import type { Draft } from './types';

const BLANK = (text: string): string => text.replace(/[^\n]/gu, ' ');

const MARKDOWN = [
  /^---[ \t]*\n[\s\S]*?\n---[ \t]*(?=\n|$)/u, /^(?:```|~~~)[^\n]*\n[\s\S]*?(?:^(?:```|~~~)[ \t]*$|(?![\s\S]))/gmu, /<!--[\s\S]*?-->/gu, /`[^`\n]+`/gu,
  /(?<=\])\([^)\n]*\)/gu, /^\[\^[^\]\n]+\]:[^\n]*/gmu, /\[\^[^\]\n]+\]/gu, /\[@[^\]\n]*\]/gu, /<https?:[^>\n]*>|https?:\/\/[^\s）)]+/gu, /<\/?[a-z][^>\n]*>/gu,
  /^#{1,6}(?=\s)/gmu, /\*\*|__|~~|\*(?=\S)|(?<=\S)\*/gu,
];
const LATEX = [
  /(?<!\\)%[^\n]*/gu, /\\begin\{(verbatim|lstlisting|equation\*?|align\*?|minted|tikzpicture)\}[\s\S]*?\\end\{\1\}/gu, /\$\$[\s\S]*?\$\$|(?<!\\)\$[^$\n]*\$/gu,
  /\\(?:label|ref|eqref|cite\w*|url|href|input|include\w*|bibliography\w*|[vh]space|setlength|usepackage|documentclass|begin|end)\*?(?:\[[^\]\n]*\])*\{[^}\n]*\}/gu,
];

/** The environments of LaTeX whose whole content is a quotation. */
export const QUOTE_ENVIRONMENT = /\\begin\{(quote|quotation|displayquote)\}([\s\S]*?)\\end\{\1\}/gu;

/** The draft's text with everything that is not prose blanked; same length, same line ends. LaTeX's quotation marks become “ ”. */
export function proseOf(draft: Draft): string {
  let text = draft.text;
  if (draft.language === 'markdown') for (const pattern of MARKDOWN) text = text.replace(pattern, BLANK);
  if (draft.language === 'latex') {
    text = enquoted(text);
    for (const pattern of LATEX) text = text.replace(pattern, BLANK);
    text = text.replace(/``/gu, ' “').replace(/''/gu, '” ').replace(/\\([%&$#_{}])/gu, ' $1').replace(/\\[a-zA-Z]+\*?|[{}]/gu, BLANK);
  }
  return text;
}

/** \enquote{…} and its kin: the braces become marks. */
function enquoted(text: string): string {
  let result = text;
  for (const m of text.matchAll(/\\(?:enquote|textquote|blockquote|foreignquote)\*?(?:\[[^\]\n]*\])*\{/gu)) {
    const open = m.index + m[0].length - 1;
    let depth = 0, close = -1;
    for (let i = open; i < text.length; i++) {
      if (text[i - 1] === '\\') continue;
      if (text[i] === '{') depth++;
      else if (text[i] === '}' && --depth === 0) { close = i; break; }
    }
    if (close < 0) continue;
    result = `${result.slice(0, m.index)}${BLANK(result.slice(m.index, open))}“${result.slice(open + 1, close)}”${result.slice(close + 1)}`;
  }
  return result;
}
