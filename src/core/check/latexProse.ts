/**
 * The prose of a LaTeX draft. Quotations by command (csquotes and the kernel's ``…'') become “ … ”, what is no prose becomes
 * blanks, letter by letter, so that offsets stay.
 */
import type { Span } from '../text/offsets';

const BLANK = (text: string): string => text.replace(/[^\n]/gu, ' ');

/**
 * The quoting commands of csquotes and what their arguments are, in order: `o` an optional one in brackets (citation, mark,
 * note), `m` a mandatory one (language, key), `t` the quoted words.
 */
const QUOTING: Readonly<Record<string, string>> = {
  enquote: 't', quotetext: 't', foreignquote: 'mt', hyphenquote: 'mt',
  textquote: 'oot', foreigntextquote: 'moot', hyphentextquote: 'moot',
  blockquote: 'oot', foreignblockquote: 'moot', hyphenblockquote: 'moot', hybridblockquote: 'moot',
  textcquote: 'oomot', foreigntextcquote: 'moomot', hyphentextcquote: 'moomot',
  blockcquote: 'oomot', foreignblockcquote: 'moomot', hyphenblockcquote: 'moomot', hybridblockcquote: 'moomot',
};

/** Environments whose whole content is a quotation, with their arguments. */
const ENVIRONMENTS: Readonly<Record<string, string>> = { quote: '', quotation: '', quoting: 'o', displayquote: 'oo', foreigndisplayquote: 'moo', hyphendisplayquote: 'moo', displaycquote: 'oomo', foreigndisplaycquote: 'moomo' };

/** Commands whose arguments are no prose. */
const WITHOUT_PROSE = /\\(?:label|ref|eqref|autoref|cref|pageref|[a-z]*cite[a-z]*|nocite|url|href|input|include\w*|bibliography\w*|addbibresource|[vh]space|setlength|usepackage|documentclass|begin|end|footnotemark|footcite|marginpar|index|pagestyle|newcommand|renewcommand|hypersetup|textdel|textcolor|colorbox|fcolorbox|color|pagecolor|selectlanguage|CJKfamily|fontspec)\*?(?![a-zA-Z])/gu;
const BLANKED = [
  /(?<!\\)%[^\n]*/gu, /\\begin\{(verbatim|Verbatim|comment|lstlisting|equation\*?|align\*?|minted|tikzpicture)\}[\s\S]*?\\end\{\1\}/gu, /\$\$[\s\S]*?\$\$|(?<!\\)\$[^$\n]*\$/gu,
];
/** Commands that stand for an omission; `\textelp{…}` may hold the writer's own words too. */
const OMISSION = /\\(?:textelp\*?\s*\{[^{}\n]*\}|(?:[lc]?dots|textellipsis|dotso)(?![a-zA-Z])(?:\{\}| )?)/gu;
const QUOTE_SIGNS: Readonly<Record<string, string>> = { textquotedblleft: '“', textquotedblright: '”', textquoteleft: '‘', textquoteright: '’' };
/** Words that the writer has put in. */
const INSERTION = /\\textins\*?\s*\{([^{}\n]*)\}/gu;

/** End (exclusive) of a group that opens at `at`; -1 where it is never closed. */
function groupEnd(text: string, at: number, open: string, close: string): number {
  let depth = 0;
  for (let i = at; i < text.length; i++) {
    const c = text[i];
    if (c === '\\') { i++; continue; }
    // A bracket that is never closed must not swallow the document.
    if (open === '[' && c === '\n' && text[i + 1] === '\n') return -1;
    if (open === '[' && c === '{') { const end = groupEnd(text, i, '{', '}'); if (end < 0) return -1; i = end - 1; continue; }
    if (c === open) depth++;
    else if (c === close && --depth === 0) return i + 1;
  }
  return -1;
}

const afterBlanks = (text: string, at: number): number => at + (/^[ \t]*\n?[ \t]*/u.exec(text.slice(at, at + 200))?.[0].length ?? 0);

/** Reads arguments after `at`: where the quoted words lie, and where the last argument ends. Null where the command is incomplete. */
function readArguments(text: string, at: number, shape: string): { readonly words: Span | null; readonly end: number } | null {
  let words: Span | null = null, end = at;
  for (const kind of shape) {
    const from = afterBlanks(text, end);
    if (kind === 'o') {
      if (text[from] !== '[') continue;
      const close = groupEnd(text, from, '[', ']');
      if (close < 0) return null;
      end = close;
      continue;
    }
    if (text[from] !== '{') return null;
    const close = groupEnd(text, from, '{', '}');
    if (close < 0) return null;
    if (kind === 't') words = { start: from + 1, end: close - 1 };
    end = close;
  }
  return { words, end };
}

/** Writes over the units of a text from `start` on. */
function put(units: string[], start: number, by: string): void {
  for (let i = 0; i < by.length; i++) units[start + i] = by[i] as string;
}

/** Whether a mark is open at a place of its paragraph. */
function isInMarks(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - 600), at), paragraph = before.slice(before.search(/\n[ \t]*\n(?![\s\S]*\n[ \t]*\n)/u) + 1);
  const count = (pattern: RegExp): number => (paragraph.match(pattern) ?? []).length;
  return count(/[“「]|``/gu) > count(/[”」]|''/gu);
}

/** \enquote{…} and its kin: the braces become marks, the other arguments blanks. Nested ones change their level; notes inside are no words of the quotation. */
function enquoted(text: string): string {
  const units = text.split('');
  const blocks = quoteEnvironments(text);
  const open: number[] = [];
  for (const m of text.matchAll(/\\([a-z]+)(\*?)/gu)) {
    while (open.length > 0 && (open.at(-1) as number) < m.index) open.pop();
    if (m[1] === 'footnote' && (open.length > 0 || isInMarks(text, m.index) || blocks.some(({ words }) => m.index > words.start && m.index < words.end))) {
      const note = readArguments(text, m.index + m[0].length, 'om');
      if (note) put(units, m.index, BLANK(text.slice(m.index, note.end)));
      continue;
    }
    const shape = QUOTING[m[1] as string];
    const read = shape ? readArguments(text, m.index + m[0].length, shape) : null;
    if (!read?.words) continue;
    const { start, end } = read.words;
    const inner = open.length % 2 === 1 || m[2] === '*';
    put(units, m.index, BLANK(text.slice(m.index, start - 1)) + (inner ? '‘' : '“'));
    put(units, end, inner ? '’' : '”');
    open.push(end);
  }
  return units.join('');
}

/** Everything that is no prose blanked. */
export function latexProse(source: string): string {
  let text = source;
  for (const pattern of BLANKED) text = text.replace(pattern, BLANK);
  text = enquoted(text)
    .replace(/\\(textquotedblleft|textquotedblright|textquoteleft|textquoteright)(?![a-zA-Z])(?:\{\}|[ \t])?/gu, (m, name: string) => { const mark = QUOTE_SIGNS[name] as string; return name.endsWith('left') ? BLANK(m.slice(1)) + mark : mark + BLANK(m.slice(1)); })
    .replace(OMISSION, (m) => `${BLANK(m.slice(2))}……`)
    .replace(INSERTION, (m, words: string) => { const at = m.lastIndexOf(words); return `${' '.repeat(at - 1)}[${words}]`; });
  const units = text.split('');
  for (const m of text.matchAll(WITHOUT_PROSE)) put(units, m.index, BLANK(text.slice(m.index, readArguments(text, m.index + m[0].length, 'oom')?.end ?? m.index + m[0].length)));
  return units.join('').replace(/``/gu, ' “').replace(/''/gu, '” ').replace(/`(?=[^\s'`][^'`\n]*')/gu, '‘').replace(/(?<=‘[^'\n]*)'/gu, '’')
    .replace(/\\([%&$#_{}])/gu, ' $1').replace(/\\\\(?:\[[^\]\n]*\])?|\\[a-zA-Z]+\*?|\\[,;:!@ ]|[{}~]/gu, BLANK);
}

/** Where the quotation environments stand and where their words do. */
export function quoteEnvironments(text: string): { readonly block: Span; readonly words: Span }[] {
  const found: { block: Span; words: Span }[] = [];
  for (const m of text.matchAll(/\\begin\{([a-z]+)\}/gu)) {
    const shape = ENVIRONMENTS[m[1] as string];
    if (shape === undefined || found.some(({ block }) => m.index < block.end)) continue;
    const close = text.indexOf(`\\end{${m[1]}}`, m.index);
    if (close < 0) continue;
    const start = shape === '' ? m.index + m[0].length : readArguments(text, m.index + m[0].length, shape)?.end ?? m.index + m[0].length;
    found.push({ block: { start: m.index, end: close + `\\end{${m[1]}}`.length }, words: { start, end: close } });
  }
  return found;
}
