/** LaTeX as a layout: the words that would be printed, with their places in the file. One pass; unbalanced braces do no harm. */
import type { ParagraphKind } from '../library/types';
import { mathWords } from './texMath';
import { textRuns, type TextRuns } from './html/textRuns';
import { joinRuns, type Layout, type LayoutBlock, type LayoutPicture } from './layout';

const HEADINGS = new Set(['part', 'chapter', 'section', 'subsection', 'subsubsection', 'paragraph']);
/** Commands whose arguments are no words. */
const DROPPED = new Set(['label', 'ref', 'pageref', 'eqref', 'autoref', 'usepackage', 'documentclass', 'vspace', 'hspace', 'bibliography', 'bibliographystyle', 'addbibresource', 'setlength', 'newcommand', 'renewcommand', 'input', 'include', 'pagestyle', 'thispagestyle', 'setcounter', 'hypersetup', 'geometry', 'graphicspath', 'setmainfont', 'setCJKmainfont', 'definecolor', 'color', 'fontsize', 'index', 'addcontentsline', 'hyphenation', 'phantom', 'pinyin']);
const CITES = /^(?:\w*cite\w*|upcite|footnotemark)$/;
const ESCAPED = new Set([...'%&_#${} ']);
const SYMBOLS: Readonly<Record<string, string>> = { ldots: '……', dots: '……', textbackslash: '\\', quad: ' ', qquad: ' ', ',': '', ';': ' ', textasciitilde: '~', S: '§', P: '¶', copyright: '©', times: '×', cdot: '·', textperthousand: '‰', degree: '°' };
/** Environments whose content is no text. */
const SILENT = new Set(['equation', 'equation*', 'align', 'align*', 'tikzpicture', 'lstlisting', 'verbatim', 'comment', 'displaymath', 'math']);

const TABLES = /^(?:tabular|tabularx|longtable|tabulary)\*?$/, ABSTRACTS = /^(?:cn)?abstract$/, LISTS = /^(?:enumerate|itemize|description|thebibliography)\*?$/;
/** Environments whose arguments are no words. */
const ARGUED = /^(?:tabular|tabularx|longtable|tabulary|minipage|multicols|wrapfigure|wraptable|thebibliography|spacing|adjustwidth|CJK)\*?$/;

/** What an item's number looks like, by the environment and its options: (\arabic*), 1）; null for one without numbers. */
function labelOf(name: string, options: string): ((number: number) => string) | null {
  if (name === 'thebibliography') return (number) => `[${number}] `;
  if (!name.startsWith('enumerate')) return null;
  const m = /(?:label\s*=\s*\{?)?([^,{}[\]]{0,4})(?:\\(?:arabic|chinese)(?:\*|\{\w+\})|1)([^,{}[\]]{0,4})/u.exec(options), chinese = options.includes('\\chinese');
  const [before, behind] = m ? [(m[1] ?? '').replace(/^label\s*=\s*/u, '').trim(), (m[2] ?? '').trim()] : ['', '.'];
  return (number) => { const label = `${before}${chinese ? chineseOf(number) : number}${behind}`; return /[、，：）】]$/u.test(label) ? label : `${label} `; };
}

const chineseOf = (number: number): string => (number < 11 ? '零一二三四五六七八九十'[number] as string : number < 20 ? `十${'零一二三四五六七八九'[number - 10] as string}` : String(number));

interface Group { readonly close: (() => void) | null }

/** `raw` is the file as decoded; offsets count in it. */
export function layoutOfTex(raw: string): Layout {
  const blocks: LayoutBlock[] = [];
  const notes: LayoutBlock[] = [];
  const pictures: LayoutPicture[] = [];
  const stated: Record<string, unknown> = {};
  let text = textRuns(raw);
  let target = blocks;
  const groups: Group[] = [];
  const lists: { count: number; label: ((number: number) => string) | null }[] = [];
  const begin = raw.indexOf('\\begin{document}');
  // Without a preamble the file is a chapter.
  let silent = begin > 0;
  /** `spanned`: columns that the open cell goes over besides its own. */
  let table = 0, spanned = 0, abstract = false, picture: { start: number; end: number; picture: string } | null = null;
  let i = 0;

  const flush = (kind: ParagraphKind | null): LayoutBlock[] => {
    const made = text.take().map(({ runs }): LayoutBlock => ({ runs, kind }));
    target.push(...made);
    return made;
  };
  const usual = (): ParagraphKind | null => (target === notes ? 'reference' : table > 0 ? 'table' : abstract ? 'abstract' : null);
  const words = (made: readonly LayoutBlock[]): string => made.map(({ runs }) => joinRuns(raw, runs).text).join('');
  /** Behind a group that begins at `at`, with blanks before it; `at` where there is none. */
  const behind = (at: number, open: string, close: string): number => {
    let from = at;
    while (/[ \t]/.test(raw[from] ?? '')) from++;
    if (raw[from] !== open) return at;
    for (let depth = 0, end = from; end < raw.length && end < from + 20_000; end++) {
      if (raw[end] === '\\') end++;
      else if (raw[end] === open) depth++;
      else if (raw[end] === close && --depth === 0) return end + 1;
    }
    return at;
  };
  const inner = (at: number): string => raw.slice(raw.indexOf('{', at) + 1, Math.max(at, behind(at, '{', '}') - 1));

  /** Words of the next group as a block of their own, wherever they stand. */
  function apart(kind: ParagraphKind | null, into: LayoutBlock[], done: (made: readonly LayoutBlock[]) => void): void {
    const saved: { text: TextRuns; target: LayoutBlock[]; silent: boolean } = { text, target, silent };
    while (/\s/.test(raw[i] ?? '')) i++;
    if (raw[i] !== '{') return;
    i++;
    text = textRuns(raw);
    target = into;
    silent = false;
    groups.push({ close: () => { const made = flush(kind); ({ text, target, silent } = saved); done(made); } });
  }

  function command(name: string, start: number): void {
    while (raw[i] === '*') i++;
    if (name === 'begin' || name === 'end') {
      const environment = inner(i);
      i = behind(i, '{', '}');
      if (name === 'begin') begins(environment); else ends(environment);
      return;
    }
    if (name === 'title') { flush(usual()); apart('title', blocks, (made) => { const title = words(made); if (title) stated['title'] = title; }); return; }
    if (name === 'author') { apart('byline', blocks, () => undefined); return; }
    if (name === 'date') { apart('byline', blocks, () => undefined); return; }
    if (HEADINGS.has(name)) { if (!silent) flush(usual()); i = behind(i, '[', ']'); if (!silent) apart('heading', target, () => undefined); return; }
    if (name === 'caption') {
      flush(usual());
      i = behind(i, '[', ']');
      apart('caption', target, (made) => {
        const last = pictures.at(-1);
        if (picture && last && last.start === picture.start) pictures[pictures.length - 1] = { ...last, caption: words(made) };
      });
      return;
    }
    if (name === 'footnote' || name === 'thanks') { i = behind(i, '[', ']'); text.beginNote(); text.add('1', start, start + 1); text.endNote(); apart('reference', notes, () => undefined); return; }
    if (name === 'includegraphics') {
      const from = start;
      i = behind(i, '[', ']');
      const file = inner(i);
      i = behind(i, '{', '}');
      picture = { start: from, end: i, picture: file };
      if (!silent) pictures.push({ ...picture, caption: null });
      return;
    }
    // A cell over several columns or rows says so in front of its words.
    if (name === 'multicolumn') { spanned = (Number(inner(i)) || 1) - 1; i = behind(behind(i, '{', '}'), '{', '}'); return; }
    if (name === 'multirow') { i = behind(behind(behind(behind(i, '[', ']'), '{', '}'), '[', ']'), '{', '}'); i = behind(i, '[', ']'); return; }
    // The name of a place, in front of the words that stand there.
    if (name === 'hypertarget') { i = behind(i, '{', '}'); return; }
    // The head of a long table, once more for the pages behind.
    if (name === 'endfirsthead') { const end = raw.indexOf('\\endhead', i); if (end > 0) i = end + '\\endhead'.length; return; }
    if (name === 'def' || name === 'let') {
      const list = lists.at(-1), label = /^\s*\\labelenum\w+([^\n]*)/.exec(raw.slice(i, i + 200));
      if (list?.label && label) list.label = labelOf('enumerate', label[1] as string);
      i = behind(i + (/^\s*\\[A-Za-z@]+[^{\n]*/.exec(raw.slice(i, i + 200))?.[0].length ?? 0), '{', '}');
      return;
    }
    if (CITES.test(name) || DROPPED.has(name)) {
      for (let end = i, more = true; more; end = i) { i = behind(behind(i, '[', ']'), '{', '}'); more = i > end; }
      return;
    }
    if (name === 'href') { i = behind(i, '{', '}'); return; }
    if (name === 'textsuperscript') { text.beginNote(); if (raw[i] === '{') { i++; groups.push({ close: () => { text.endNote(); } }); } else text.endNote(); return; }
    if (name === 'item' || name === 'bibitem') {
      flush(usual());
      const list = lists.at(-1);
      if (raw[behind(i, '[', ']') - 1] !== ']' && list?.label) text.itemNumber(list.label(++list.count), start, i);
      if (name === 'bibitem') i = behind(i, '[', ']');
      i = behind(i, name === 'item' ? '[' : '{', name === 'item' ? ']' : '}');
      return;
    }
    if (name === 'par' || name === 'maketitle' || name === 'newpage' || name === 'clearpage') { flush(usual()); return; }
    if (name === 'hline' || name === 'toprule' || name === 'midrule' || name === 'bottomrule' || name === 'cmidrule') { i = behind(behind(behind(i, '[', ']'), '(', ')'), '{', '}'); return; }
    const symbol = SYMBOLS[name];
    if (symbol !== undefined) { if (symbol !== '' && !silent) text.add(symbol, start, i); }
    // Any other command leaves its arguments in the text; options are none of it.
    else i = behind(i, '[', ']');
  }

  function begins(name: string): void {
    if (name === 'document') { silent = false; text.take(); return; }
    if (SILENT.has(name)) { const close = raw.indexOf(`\\end{${name}}`, i); if (close > 0) i = close; return; }
    if (!silent) flush(usual());
    const options = i;
    i = behind(i, '[', ']');
    if (LISTS.test(name)) lists.push({ count: 0, label: labelOf(name, raw.slice(options, i)) });
    // How wide, how many columns, in which encoding: none of it is words.
    if (ARGUED.test(name)) for (let more = true; more;) { const end = behind(behind(i, '[', ']'), '{', '}'); more = end > i; i = end; }
    if (TABLES.test(name)) table++;
    else if (ABSTRACTS.test(name)) abstract = true;
    else if (name === 'figure') picture = null;
    else if (name === 'thebibliography') target = notes;
  }

  function ends(name: string): void {
    if (SILENT.has(name)) return;
    if (!silent) flush(usual());
    if (name === 'document') silent = true;
    if (LISTS.test(name)) lists.pop();
    if (TABLES.test(name)) table = Math.max(0, table - 1);
    else if (ABSTRACTS.test(name)) abstract = false;
    else if (name === 'thebibliography') target = blocks;
  }

  while (i < raw.length) {
    const c = raw[i] as string;
    if (c === '%') { const end = raw.indexOf('\n', i); i = end < 0 ? raw.length : end + 1; while (/[ \t]/.test(raw[i] ?? '')) i++; if (raw[i] === '\n' && !silent) flush(usual()); continue; }
    if (c === '\\') {
      const start = i;
      const name = /[A-Za-z@]+/y;
      name.lastIndex = i + 1;
      const found = name.exec(raw);
      if (found) { i = name.lastIndex; command(found[0], start); continue; }
      const next = raw[i + 1] ?? '';
      i += 2;
      if (silent) continue;
      if (next === '\\') { i = behind(i, '[', ']'); if (table > 0) { flush('table'); spanned = 0; } else text.lineEnd(start, i); }
      else if (ESCAPED.has(next)) text.add(next, start, i);
      else if (next === '[') { const end = raw.indexOf('\\]', i); i = end < 0 ? i : end + 2; }
      continue;
    }
    if (c === '{') { groups.push({ close: null }); i++; continue; }
    if (c === '}') { groups.pop()?.close?.(); i++; continue; }
    if (silent) { i++; continue; }
    if (c === '$') {
      const end = raw.indexOf('$', i + 1);
      if (end > i && end - i < 500 && !/\n\s*\n/.test(raw.slice(i, end))) {
        const words = mathWords(raw.slice(i + 1, end));
        if (words !== '') text.add(words, i + 1, end);
        i = end + 1;
      } else i++;
      continue;
    }
    if (c === '&' && table > 0) {
      // What stands for the brackets and blanks behind the words is no longer than these.
      let from = i;
      while (from > 0 && i - from < spanned && /[\s}]/.test(raw[from - 1] as string)) from--;
      text.tabs(++i - from, from, i);
      spanned = 0;
      continue;
    }
    if (c === '~') { text.add('\u00a0', i, i + 1); i++; continue; }
    const quotes = raw.startsWith('``', i) ? '“' : raw.startsWith("''", i) ? '”' : raw.startsWith('---', i) ? '—' : raw.startsWith('--', i) ? '–' : null;
    if (quotes !== null) { const length = quotes === '—' ? 3 : 2; text.add(quotes, i, i + length); i += length; continue; }
    const blank = /\n[ \t]*(?:\r?\n[ \t]*)+/y;
    blank.lastIndex = i;
    if (c === '\n' && blank.test(raw)) { flush(usual()); i = blank.lastIndex; continue; }
    const plain = /[^\\%{}$&~`'\n-]+|[\s\S]/y;
    plain.lastIndex = i;
    const stretch = plain.exec(raw) as RegExpExecArray;
    text.add(stretch[0], i, plain.lastIndex);
    i = plain.lastIndex;
  }
  while (groups.length > 0) groups.pop()?.close?.();
  flush(usual());
  return { blocks: [...blocks, ...notes], stated: Object.keys(stated).length > 0 ? stated : null, properties: null, kind: 'other', pictures };
}
