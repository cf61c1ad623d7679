/** The paragraphs of a draft's prose, for rules that see one at a time. */
import { scriptOf } from '../text/script';
import type { Span } from '../text/offsets';
import type { ParsedDraft } from './draft';
import type { DraftLanguage } from './types';

export type DraftParagraphKind = 'heading' | 'body' | 'list' | 'table' | 'block';

/** A paragraph of a draft; `start` and `end` are offsets into the draft, `text` its prose, letter by letter. */
export interface DraftParagraph extends Span {
  readonly text: string;
  readonly kind: DraftParagraphKind;
  readonly script: 'zh-Hans' | 'zh-Hant' | 'en' | 'und';
  readonly language: DraftLanguage;
  /** A quotation that an earlier paragraph has opened may go on in it: a line that was wrapped by hand, or a paragraph of several. */
  readonly opened: boolean;
}

const BREAKS: Readonly<Record<DraftLanguage, RegExp>> = {
  plaintext: /\r?\n/gu,
  markdown: /\r?\n(?:[ \t>]*\r?\n)+|\r?\n(?=[ \t]*(?:#{1,6}\s|[-*+]\s|\d+[.)]\s|\||>|“))/gu,
  latex: /\r?\n(?:[ \t]*\r?\n)+|\r?\n(?=[ \t]*\\(?:item|section|subsection|paragraph|chapter|begin|end)\b)/gu,
};

const divided = new WeakMap<ParsedDraft, readonly DraftParagraph[]>();

/** The paragraphs of a draft, divided once for all rules. */
export function paragraphsOf(parsed: ParsedDraft): readonly DraftParagraph[] {
  let paragraphs = divided.get(parsed);
  if (!paragraphs) divided.set(parsed, paragraphs = divide(parsed.draft.text, parsed.prose, parsed.draft.language));
  return paragraphs;
}

/** Scripts of paragraphs that have been met: an edit changes one of a draft's thousands. */
const scripts = new Map<string, DraftParagraph['script']>();
const MOST_SCRIPTS = 30_000;

function scriptKept(text: string): DraftParagraph['script'] {
  let script = scripts.get(text);
  if (script === undefined) {
    if (scripts.size >= MOST_SCRIPTS) scripts.clear();
    scripts.set(text, script = scriptOf(text));
  }
  return script;
}

/** A quotation of more paragraphs is hardly one: its mark was forgotten. */
export const MOST_PARAGRAPHS = 12;

/**
 * Divides a draft's prose (as long as the draft, markup blanked). `raw` is the draft's text: what is a heading or a list
 * item is seen by its markup. In plain text each line is a paragraph.
 */
function divide(raw: string, prose: string, language: DraftLanguage): DraftParagraph[] {
  const found: DraftParagraph[] = [];
  // The writer's script is that of the draft: a short paragraph may have no character that tells.
  const whole = scriptOf(prose.length > 20_000 ? prose.slice(0, 20_000) : prose);
  let open = false, since = 0;
  const add = (from: number, to: number): void => {
    let start = from, end = to;
    while (start < end && /\s/u.test(prose[start] as string)) start++;
    while (end > start && /\s/u.test(prose[end - 1] as string)) end--;
    if (end === start) return;
    const text = prose.slice(start, end);
    const own = scriptKept(text);
    const script = own === 'en' || own === 'und' ? own : own === 'zh-Hans' && whole === 'zh-Hant' && !/[\u4e00-\u9fff]{12}/u.test(text) ? whole : own;
    found.push({ start, end, text, kind: kindOf(raw.slice(raw.lastIndexOf('\n', from - 1) + 1, end), language), script, language, opened: open && since < MOST_PARAGRAPHS });
    since = /[“”]/u.test(text) ? 0 : since + 1;
    if (since === 0) open = text.lastIndexOf('“') > text.lastIndexOf('”');
  };
  let at = 0;
  for (const m of raw.matchAll(BREAKS[language])) { add(at, m.index); at = m.index + m[0].length; }
  add(at, prose.length);
  return found;
}

function kindOf(line: string, language: DraftLanguage): DraftParagraphKind {
  if (language === 'markdown') {
    if (/^\s*#{1,6}\s/u.test(line)) return 'heading';
    if (/^\s*\|/u.test(line)) return 'table';
    if (/^\s*>/u.test(line)) return 'block';
    if (/^\s*(?:[-*+]|\d+[.)])\s/u.test(line)) return 'list';
  }
  if (language === 'latex') {
    if (/^\s*\\(?:title|(?:sub)*section|chapter|paragraph)\*?\{/u.test(line)) return 'heading';
    if (/^\s*\\item\b/u.test(line)) return 'list';
    if (/(?<!\\)&/u.test(line)) return 'table';
  }
  return 'body';
}
