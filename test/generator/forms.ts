/** How quotations stand in drafts (Q1–Q8), in every format that drafts are written in. */
import type { DraftLanguage } from '../../src/core/check/types';
import type { Random } from './random';
import { nested, type Truth } from './truths';

export interface Form {
  readonly name: string;
  readonly language: DraftLanguage;
  /** Whether it can carry these words. */
  readonly fits?: (words: string, truth: Truth) => boolean;
  /** The draft, and where the words stand in it; `words` have their inner marks one level down already where `lowers`. */
  readonly write: (words: string) => { readonly before: string; readonly words: string; readonly after: string };
  /** Whether inner marks go one level down; a block quotation keeps them. */
  readonly lowers: boolean;
}

/** A block that is mostly words in marks is read as these. */
const unmarked = (words: string): boolean => (words.match(/[“「][^”」]*[”」]/gu) ?? []).join('').length < words.length * 0.5;
const stripped = (words: string): string => words.replace(/[。，；,;.]$/u, '');
const latex = (words: string): string => words.replace(/(?<!\\)([%&$#_])/gu, '\\$1');
const lead = '会议总结了近年来的经验。有关负责同志指出：';
const tail = '这为下一步工作指明了方向。\n';

function marked(name: string, open: string, close: string, language: DraftLanguage = 'markdown'): Form {
  const text = language === 'latex' ? latex : (words: string): string => words;
  return { name, language, lowers: true, write: (words) => ({ before: `${lead}${open}`, words: text(words), after: `${close}${tail}` }) };
}

export const FORMS: readonly Form[] = [
  marked('Q1 “ ” after a colon', '“', '”'),
  { name: 'Q2 part of a sentence', language: 'plaintext', lowers: true, write: (words) => ({ before: '会议强调“', words: stripped(words), after: `”。${tail}` }) },
  { name: 'Q3 two quotations of one attribution', language: 'markdown', lowers: true, write: (words) => ({ before: '他指出：“这是一项没有先例的新任务”，强调“', words: stripped(words), after: `”。${tail}` }) },
  { name: 'Q5 chained by ；', language: 'plaintext', lowers: true, write: (words) => ({ before: '他指出，“这是一项没有先例的新任务”；“', words: stripped(words), after: `”。${tail}` }) },
  { name: 'Q5 attributed behind', language: 'markdown', lowers: true, write: (words) => ({ before: '大家深受鼓舞。“', words: stripped(words), after: `，”张工程师说。${tail}` }) },
  { name: 'Q7 block of Markdown', language: 'markdown', lowers: false, fits: unmarked, write: (words) => ({ before: '文件写道：\n\n> ', words, after: '\n>\n> ——某文件\n\n后文。\n' }) },
  { name: 'Q7 block in lines', language: 'markdown', lowers: false, fits: (words) => !/[A-Za-z]/.test(words) && unmarked(words), write: (words) => ({ before: '文件写道：\n\n> ', words: words.replace(/(?<=[，。；]”?)(?=.{6})/u, '\n> '), after: '\n\n后文。\n' }) },
  { name: 'Q7 two paragraphs', language: 'markdown', lowers: true, fits: (words) => /[。！？]./u.test(words) && !/[‘’]/u.test(words), write: (words) => ({ before: '文件写道：\n\n“', words: words.replace(/([。！？])(?=.)/u, '$1\n\n“'), after: '”\n\n后文。\n' }) },
  marked('Q7 \\enquote', '\\enquote{', '}', 'latex'),
  marked('Q7 \\textquote with key and mark', '\\textquote[{\\cite[12]{key}}][。]{', '}', 'latex'),
  marked("Q7 `` ''", '``', "''", 'latex'),
  { name: 'Q7 quotation environment', language: 'latex', lowers: false, fits: unmarked, write: (words) => ({ before: '文件写道：\n\\begin{quotation}\n', words: latex(words), after: '\n\\end{quotation}\n后文。\n' }) },
  { name: 'Q7 \\blockcquote', language: 'latex', lowers: false, write: (words) => ({ before: '文件写道：\\blockcquote[见][12页]{key}{', words: latex(words), after: `}${tail}` }) },
  { name: 'straight marks', language: 'plaintext', lowers: true, fits: (words) => !/["“”]/u.test(words), write: (words) => ({ before: `${lead}"`, words: words.replace(/[‘’]/gu, "'"), after: `"${tail}` }) },
  { name: 'corner marks', language: 'plaintext', lowers: false, fits: (words) => !/[「」『』]/u.test(words), write: (words) => ({ before: `${lead}「`, words: words.replace(/[“‘]/gu, '『').replace(/[”’]/gu, '』'), after: `」${tail}` }) },
  { name: 'CRLF', language: 'markdown', lowers: true, write: (words) => ({ before: '# 题\r\n\r\n前文。\r\n\r\n有关负责同志指出：“', words, after: '”\r\n\r\n后文。\r\n' }) },
  { name: 'wrapped lines', language: 'plaintext', lowers: true, fits: (words, truth) => truth.language === 'zh' && words.length > 24 && !/[‘’“”]/u.test(words), write: (words) => ({ before: lead + '“', words: `${words.slice(0, 14)}\n${words.slice(14)}`, after: `”${tail}` }) },
  { name: 'C16 never closed', language: 'markdown', lowers: true, fits: (words) => !/[。！？!?].|\.\s|\.\.\.|[‘’“”]/u.test(words), write: (words) => ({ before: `${lead}“`, words, after: '\n\n后文。\n' }) },
  { name: 'C16 closed by the wrong mark', language: 'plaintext', lowers: true, fits: (words) => !/[‘’“”]/u.test(words), write: (words) => ({ before: `${lead}“`, words, after: `’。${tail}` }) },
  { name: 'C16 closed by an opening mark', language: 'plaintext', lowers: true, fits: (words) => !/[‘’“”]/u.test(words), write: (words) => ({ before: `${lead}“`, words: stripped(words), after: `“。${tail}` }) },
];

/** A form that can carry the words, by chance. */
export function pickForm(random: Random, words: string, truth: Truth, forms: readonly Form[] = FORMS): Form {
  const fit = forms.filter((form) => form.fits?.(form.lowers ? nested(words) : words, truth) ?? true);
  return random.pick(fit);
}

/** A draft with words in a form, and where they stand in it. */
export function written(form: Form, words: string): { readonly draft: string; readonly start: number; readonly end: number; readonly words: string } {
  const { before, words: inside, after } = form.write(form.lowers ? nested(words) : words);
  return { draft: before + inside + after, start: before.length, end: before.length + inside.length, words: inside };
}
