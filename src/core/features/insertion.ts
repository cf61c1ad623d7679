/** Words of the library as they go into a draft: with marks, attribution and citation, fitted to their place. */
import { chineseDate, citationLine, CURRENT_STANDARD, escapeLatex, sourceName, sourceNote } from '../cite/citation';
import { footnoteFor } from '../cite/footnotes';
import { numberReferences, type Numbering } from '../cite/references';
import { isChinese, toInsertable } from '../extract/quotes/insertable';
import type { Source } from '../library/types';
import { toSimplified } from '../text/script';
import { beginsSentence, CORNER, DOUBLE, fitWords, inScript, openMark, SENTENCE_END, WORDS } from './fit';
import { fillTemplate, STYLES, type Placeholder } from './template';
import type { InsertOptions, Insertion } from './types';

/** What can be inserted: words of a source with what is known of who said them. */
export interface Insertable {
  /** Simplified, as a draft takes them. */
  readonly words: string;
  readonly attribution: string | null;
  readonly speaker: string | null;
  readonly occasion: string | null;
  readonly leadIn: string | null;
  readonly date: string | null;
  readonly source: Source;
  /** By which LaTeX and Pandoc cite the source. */
  readonly key: string;
  /** A term, a figure: it stands in the running text without marks whatever the style. */
  readonly inline: boolean;
}

const SAYS = /(?:指出|强调|提出|要求|表示|说|道|写道|认为|宣布|宣告|重申|号召|呼吁|勉励|嘱托|叮嘱|寄语|告诫|提醒|指示|批示|明确|规定|概括为|主张|倡议|承诺|称|讲|said|stated|noted|stressed|emphasi[sz]ed|pointed out|added|declared|wrote)$/iu;
const CLOSES: Readonly<Record<string, string>> = { '“': '”', '「': '」', '『': '』', '‘': '’' };

/** One insertion while it is being made. */
interface Making {
  readonly item: Insertable;
  readonly options: InsertOptions;
  readonly traditional: boolean;
  readonly before: string;
  readonly after: string;
  /** What has to be added elsewhere. */
  appendix: string;
  edits: Numbering['edits'];
}

/**
 * What inserting gives. With `options.place` the words fit: between marks that are already open only the words are set (and
 * the closing mark where it is missing), a stop that follows is not doubled, a block begins on its own line.
 */
export function insertionOf(item: Insertable, options: InsertOptions): Insertion {
  const making: Making = {
    item, options, traditional: options.script === 'traditional' && isChinese(item.words),
    before: options.place?.text.slice(0, options.place.start) ?? '', after: options.place?.text.slice(options.place.end) ?? '', appendix: '', edits: [],
  };
  const text = item.inline ? wordsOf(making) + referenceOf(making) : textOf(making);
  return { text, appendix: making.appendix, edits: making.edits };
}

function wordsOf({ item, options, traditional }: Making): string {
  const words = inScript(item.words, traditional);
  return options.language === 'latex' ? escapeLatex(words) : words;
}

/** The reference of a style that has one, for what stands in running text. */
function referenceOf(making: Making): string {
  switch (making.options.style) {
    case 'footnote': return valueOf(making, 'footnote') ?? '';
    case 'note': return valueOf(making, 'intext') ?? '';
    case 'numbered': return valueOf(making, 'number') ?? '';
    case 'cite': return valueOf(making, 'cite') ?? '';
    default: return '';
  }
}

function textOf(making: Making): string {
  const { options, before, after } = making;
  const open = openMark(before);
  if (open) {
    // Between marks that the writer has set there is room for the words alone.
    const close = CLOSES[open] as string;
    const rest = after.slice(0, after.indexOf('\n') < 0 ? undefined : after.indexOf('\n'));
    // A closing mark further on in the paragraph belongs to this opening one if no other opens before it.
    const closed = new RegExp(`^[^${open}]*${close}`, 'u').test(rest);
    return fitWords(WORDS + (closed ? '' : close + referenceOf(making)), wordsOf(making), before, after);
  }
  if (options.style === 'block' && options.template === undefined) return block(making);
  const template = options.template ?? STYLES[options.style] ?? (STYLES['attributed'] as string);
  const made = fillTemplate(template, (place) => valueOf(making, place, template));
  return fitWords(made, wordsOf(making), before, after);
}

/** What stands in a place of a template; null where it is not known. Text for LaTeX is escaped. */
function valueOf(making: Making, place: Placeholder, template = ''): string | null {
  const { item, options, traditional } = making;
  const { source, key } = item;
  const chinese = isChinese(item.words);
  const plain = (text: string | null): string | null => (text === null ? null : options.language === 'latex' ? escapeLatex(inScript(text, traditional)) : inScript(text, traditional));
  // The day of the words, not of the document that reports them: a citation says that one.
  const { date } = item;
  switch (place) {
    case 'words': return WORDS;
    case 'quotation': return quotation(traditional);
    case 'attributed': return attributed(making, template);
    case 'attribution': return plain(attributionOf(item, chinese));
    case 'speaker': return plain(item.speaker && chinese ? toInsertable(item.speaker) : item.speaker);
    case 'occasion': return plain(item.occasion && chinese ? toInsertable(item.occasion) : item.occasion);
    case 'date': return plain(date && chinese ? chineseDate(date) : date);
    case 'year': return date?.slice(0, 4) ?? null;
    case 'title': return plain(source.title);
    case 'publication': return plain(source.publication);
    case 'citation': return plain(citationLine(source, options.standard));
    case 'note': return plain(sourceNote(source));
    case 'intext': return `（${plain(sourceNote(source)) as string}）`;
    case 'key': return key;
    case 'footnote': return footnote(making);
    case 'number': return numbered(making);
    case 'cite': return options.language === 'latex' ? `\\cite{${key}}` : options.language === 'markdown' ? `[@${key}]` : numbered(making);
  }
}

const quotation = (traditional: boolean): string => (traditional ? CORNER : DOUBLE).join(WORDS);

/**
 * 习近平总书记在……时指出：“……。” in the source's own attribution; else the speaker with 指出; else the source by its name.
 * Words that stood before the opening mark but belong to the sentence stay before it: 强调，要“……”。
 */
function attributed(making: Making, template: string): string {
  const { item, options, traditional, before } = making;
  const chinese = isChinese(item.words);
  const escape = (text: string) => (options.language === 'latex' ? escapeLatex(text) : text);
  const lead = escape(inScript(attributionOf(item, chinese), traditional));
  const quoted = quotation(traditional);
  const colon = /[：:]\s*$/u.test(before);
  // With a reference the source is named anyway: words in the middle of a sentence are only quoted.
  if (template !== STYLES['attributed'] && !beginsSentence(before)) return quoted;
  // What already stands before the cursor is not said twice.
  const shown = colon || before.endsWith(lead) ? '' : lead;
  if (!chinese) return `${shown}${shown ? ', ' : ''}${quoted}`;
  const leadIn = item.leadIn ? escape(inScript(toSimplified(item.leadIn), traditional)) : '';
  if (leadIn) return `${shown}${shown ? '，' : ''}${leadIn}${quoted}${SENTENCE_END}`;
  return `${shown}${colon ? '' : '：'}${quoted}${SENTENCE_END}`;
}

function attributionOf({ attribution, speaker, source }: Insertable, chinese: boolean): string {
  const phrase = attribution?.replace(/[\s：:，,“「]+$/u, '') ?? '';
  if (chinese && phrase && SAYS.test(phrase)) return toInsertable(phrase);
  if (!chinese && phrase && SAYS.test(phrase)) return phrase;
  const who = speaker ?? source.authors[0] ?? null;
  if (!chinese) return who ? `${who} said` : `“${sourceName(source)}” says`;
  return `${who ? toInsertable(who) : source.title === null ? sourceName(source) : `《${source.title.replace(/[《》]/g, '')}》`}指出`;
}

/** A block of its own: `>` in Markdown, `quote` in LaTeX, an indented paragraph in plain text; with who and from where. */
function block(making: Making): string {
  const { item, options, traditional, before, after } = making;
  const words = wordsOf(making);
  const credit = [item.speaker ? inScript(toInsertable(item.speaker), traditional) : null, inScript(sourceNote(item.source), traditional)].filter(Boolean).join('，');
  const body = options.language === 'markdown' ? `> ${words}\n>\n> ——${credit}`
    : options.language === 'latex' ? `\\begin{quote}\n${words}\n\n\\hfill ——${escapeLatex(credit)}\n\\end{quote}`
    : `　　${words}\n　　——${credit}`;
  const lead = before === '' || /\n\s*\n$/.test(before) ? '' : before.endsWith('\n') ? '\n' : options.place ? '\n\n' : '';
  const tail = !options.place ? '\n' : after === '' ? '\n' : /^\r?\n\s*\r?\n/.test(after) ? '' : after.startsWith('\n') || after.startsWith('\r\n') ? '\n' : '\n\n';
  return lead + body + tail;
}

/** The citation in the standard asked for, then in the others: by any of them a draft may already cite the source. */
function citationsOf({ item, options }: Making): string[] {
  const own = citationLine(item.source, options.standard ?? CURRENT_STANDARD);
  return [...new Set([own, citationLine(item.source, '2025'), citationLine(item.source, '2015')])];
}

/** A footnote; in LaTeX and plain text the note stands in the text itself. */
function footnote(making: Making): string {
  const { item, options } = making;
  const citations = citationsOf(making);
  if (options.language === 'latex') return `\\footnote{${escapeLatex(citations[0] as string)}}`;
  if (options.language === 'plaintext') return `（${sourceNote(item.source)}）`;
  const { mark, appendix } = footnoteFor(options.place?.text ?? '', citations, making.after === '');
  making.appendix += appendix;
  return mark;
}

/** The number of the source in the draft's reference list; LaTeX makes that list itself. */
function numbered(making: Making): string {
  const { options, item } = making;
  if (options.language === 'latex') return `\\cite{${item.key}}`;
  const { mark, edits, appendix } = numberReferences(options.place?.text ?? '', options.language, { at: options.place?.start ?? 0, citations: citationsOf(making) });
  making.appendix += appendix;
  making.edits = edits;
  return mark;
}
