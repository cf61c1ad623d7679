/** Blocks: lines that belong together, each with its kind. The second step to paragraphs. */
import type { ParagraphKind } from '../library/types';
import type { Span } from '../text/offsets';
import { toSimplified } from '../text/script';
import { minguoDate } from './dates';
import { joinRuns, type Joined, type Layout } from './layout';
import { endsFinally, linesOf, wrappedLines, type Line } from './lines';
import { markdownRows } from './markdownTables';
import { onlyNames } from './names';
import { pinyinNotes } from './noise';
import {
  ABSTRACT, EDITORS_NOTE, isCallout, isCaption, isFootnote, isFurniture, isHeadingLike, isMenuEntry, isNumberedHeading, isQuestion, isReferenceEntry,
  isReferencesHeading, KEYWORDS, length,
} from './patterns';

export interface Block {
  /** Raw spans of its lines. */
  readonly pieces: readonly Span[];
  /** Its lines joined, pinyin notes left out; for classification only. */
  readonly text: string;
  readonly opens: boolean;
  readonly indented: boolean;
  kind: ParagraphKind;
  /** Its words with their way back, where the format states the block. */
  readonly joined?: Joined;
}

/** So many lines or blocks are read of one document; no document of a person has more, and each costs time and memory. */
export const MOST_BLOCKS = 100_000;

/** The blocks that a format states; what it leaves open is told from the words. */
export function blocksOfLayout(raw: string, layout: Layout): Block[] {
  const told = new Set<Block>();
  const blocks: Block[] = [];
  for (const { runs, kind } of layout.blocks.length > MOST_BLOCKS ? layout.blocks.slice(0, MOST_BLOCKS) : layout.blocks) {
    const joined = joinRuns(raw, runs);
    if (!joined.text.trim()) continue;
    const span = { start: runs[0]?.start ?? 0, end: runs.at(-1)?.end ?? 0 };
    const block: Block = { pieces: [span], text: withoutPinyin(joined.text), opens: true, indented: false, kind: kind ?? 'body', joined };
    if (kind !== null) told.add(block);
    blocks.push(block);
  }
  classify(blocks, told);
  return blocks;
}

export function blocksOf(raw: string, markdown: boolean): Block[] {
  const lines = linesOf(raw).slice(0, MOST_BLOCKS);
  const rows = markdown ? markdownRows(raw, lines) : new Map<number, Joined | null>();
  const blocks = joinWrapped(lines, rows);
  if (markdown) joinQuoted(blocks);
  classify(blocks, new Set(blocks.filter(({ joined }) => joined)));
  if (markdown) kindsOfMarkdown(blocks);
  return blocks;
}

/** What Markdown states of its blocks: headings, notes, and what is none of the words: code, tags alone, the address of a picture. */
function kindsOfMarkdown(blocks: readonly Block[]): void {
  let code = false;
  blocks.forEach((block, i) => {
    const fence = /^(?:```|~~~)/u.test(block.text);
    // A fence that is never closed fences nothing.
    if (fence && (code || blocks.slice(i + 1).some(({ text }) => /^(?:```|~~~)\s*$/u.test(text)))) code = !code;
    if (fence || code || /^<!--(?:(?!-->).)*(?:-->)?$|^\[TOC\]$|^(?:<\/?[a-z][^<>]*>\s*)+$|^!\[[^\]]*\]\([^)]*\)$/iu.test(block.text)) block.kind = 'boilerplate';
    else if (/^#{1,6}\s/u.test(block.text)) block.kind = 'heading';
    else if (/^\[\^[^\]\s]{1,20}\]:/u.test(block.text)) block.kind = 'reference';
  });
}

/** Lines of one Markdown paragraph or block quotation belong together although each has its own mark. */
function joinQuoted(blocks: Block[]): void {
  for (let i = blocks.length - 1; i > 0; i--) {
    const block = blocks[i] as Block, before = blocks[i - 1] as Block;
    if (block.opens || !/^>/u.test(block.text) || !/^>/u.test(before.text) || /^>\s*$/u.test(before.text)) continue;
    blocks.splice(i - 1, 2, { ...before, pieces: [...before.pieces, ...block.pieces.map((p) => ({ start: p.start + (/^(?:>\s?)+/u.exec(block.text)?.[0].length ?? 0), end: p.end }))], text: before.text + block.text.replace(/^(?:>\s?)+/u, '') });
  }
}

/** `rows`: lines that are rows of a table, which run into nothing; null for one that has no words. */
function joinWrapped(lines: readonly Line[], rows: ReadonlyMap<number, Joined | null>): Block[] {
  const inTables = new Set([...rows.keys()].map((i) => (lines[i] as Line).text));
  const goesOn = wrappedLines(lines, (text) => inTables.has(text) || text.includes('\t') || isFootnote(text) || isFurniture(toSimplified(text)));
  const blocks: { pieces: Span[]; text: string; opens: boolean; indented: boolean; kind: ParagraphKind; joined?: Joined }[] = [];
  lines.forEach((line, i) => {
    const row = rows.get(i);
    if (row === null) return;
    if (row) { blocks.push({ pieces: [{ start: line.start, end: line.end }], text: row.text, opens: true, indented: false, kind: 'table', joined: row }); return; }
    const text = withoutPinyin(line.text);
    const last = blocks.at(-1);
    if (last && i > 0 && goesOn[i - 1]) {
      last.pieces.push({ start: line.start, end: line.end });
      last.text += (/[A-Za-z0-9,]$/.test(last.text) ? ' ' : '') + text;
    } else blocks.push({ pieces: [{ start: line.start, end: line.end }], text, opens: line.opens, indented: line.indented, kind: 'body' });
  });
  return blocks;
}

/** Names with note marks, or an address with its postcode: the lines under a paper's title. */
const NAMES = /^(?:[\p{Script=Han}\s·]{2,8}|[A-Z][\p{L}.'-]+(?: [A-Z][\p{L}.'-]+){1,3})(?:[¹²³⁴-⁹*]+|\^?[[{(（][\d,*\s]+[\]})）])(?:\s*[,，;；、]\s*|\s+|$)/u;
const MARKED_NAMES = /^(?:\p{Script=Han}(?:[\s·]?\p{Script=Han}){1,4}\s?\d{1,2}(?:[,，]\d{1,2})*[*＊]?\s*(?:综述|审校|译|[,，、;；]|\s)+\s*)+(?:\p{Script=Han}(?:[\s·]?\p{Script=Han}){1,4}\s?\d{1,2}(?:[,，]\d{1,2})*[*＊]?)\s*(?:综述|审校|译)?$/u;
/** Six digits and no more, before no unit: 100871, not 120000万元. */
const POSTCODE = String.raw`(?<!\d)\d{6}(?![\d.．,，]*\d)(?!\s*[\p{Script=Han}%％‰])`;
const AFFILIATION = new RegExp(String.raw`^[（(]\s*(?:\d\s*[.．、]\s*)?\p{Script=Han}[^（）()]{3,160}${POSTCODE}[^（）()]{0,60}[)）]|^(?:\d\s*[.．、]|[（(]\d[）)])?\s*.{4,80}[,，]\s*\p{Script=Han}{2,8}\s*${POSTCODE}|^\d\.\s*(?:Department|School|College|Bureau|Institute|University|Center|Faculty)\b`, 'u');
const BYLINE = /^(?:文|图文|采写|撰文|图|作者)\s*[丨|｜/／]\s*\S{2,40}(?:\s+\p{Script=Han}{2,4}){0,5}$|^(?:\p{Script=Han}{2,4}社)?(?:本报|本刊|特约)?(?:记者|通讯员|评论员|评论部)\s+\p{Script=Han}{2,4}|^\p{Script=Han}{1,8}(?:社|报|网|刊)(?:特约)?评论员$|^(?:19|20)\d{2}-\d{1,2}-\d{1,2}\s*(?:\d{1,2}:\d{2}(?::\d{2})?)?\s*\p{Script=Han}{2,12}$|^\p{Script=Han}{1,10}〔(?:19|20)\d{2}〕\s*\d{1,5}\s*号$|^[A-Z]{2,} [A-Z][a-z-]+(?:, ?[A-Z]{2,} [A-Z][a-z-]+)*$|^\(.{10,200}\d{5,6},? China\)$|^[◎■□●]?\s*(?:\p{Script=Han}{2,8}\s*[／/|｜]?\s*)?(?:特派|驻\p{Script=Han}{2,4})?(?:记者|编译|撰文)\s*[:：／/|｜丨]?\s*\p{Script=Han}{2,4}\s*(?:[／/|｜、\s]|$)|^[（(][^（）()。]{0,14}(?:记者\s*\p{Script=Han}{2,4}|\p{Script=Han}{2,4}\s*(?:报道|整理|编译|综合))(?:[^（）()。]{0,10})[)）]$|^[（(]?(?:执笔|本文作者|作者|作者单位|撰文|文|记者|本报记者|供稿|通讯员|整理|采访|监制|制片人?|视觉|校对)(?:\s*[:：/／丨|｜]|\s+\p{Script=Han}{2,4}(?:\s|$))|^[（(]?(?:本文)?作者(?:单位)?(?:系|为(?![此了]))|^\p{Script=Han}{2,4}\s*[,，]\s*作者系|^[A-Z]\p{L}+ [A-Z]\p{L}+, the author is\b/u;

/** By and names, not By December 2023 or By Asian standards. */
const BY = /^[Bb]y (?!(?:January|February|March|April|May|June|July|August|September|October|November|December|Q[1-4])\b)\p{Lu}[\p{L}.'’-]*(?: (?:\p{Lu}[\p{L}.'’-]*|de|van|von|bin|al))*(?:\s*(?:[,，|｜(（/]|(?:and|in|at|for)\b|\d)|\.?$)/u;
/** The same in English, also behind who published it: Xinhua | May 3, 2021. */
export const ENGLISH_DATE = /^(?:\p{Lu}[\p{L} .]{2,30}\s*[|｜]\s*)?(?:(?:Updated|Published|Posted)\s*:?\s*)?(?:[A-Z][a-z]{2,8}\.? \d{1,2},? \d{4}|\d{1,2} [A-Z][a-z]{2,8}\.? \d{4})$/u;

/** A date alone, as under a title or a signature. */
export const DATE_LINE = /^(?:date )?[（(]?\s*(?:\d{4}|[二〇○零一二三四五六七八九]{4})\s*[年.\-/]\s*[\d一二三四五六七八九十]{1,3}\s*(?:[月.\-/]\s*[\d一二三四五六七八九十]{1,3}\s*日?|月)?\s*[（(]?(?:星期[一二三四五六日天])?[)）]?\s*(?:\d{1,2}:\d{2}(?::\d{2})?)?(?:[，,]\s*\p{Script=Han}{2,8})?\s*[)）]?$/u;

/** Gives each block its kind; those that are `told` keep theirs. */
function classify(blocks: Block[], told: ReadonlySet<Block> = new Set()): void {
  const seen = new Map<string, number>();
  for (const block of blocks) if (length(block.text) <= 30) seen.set(block.text, (seen.get(block.text) ?? 0) + 1);
  let inReferences = false;
  blocks.forEach((block, i) => {
    const text = block.text;
    if (told.has(block) && block.kind !== 'heading') return;
    if (isReferencesHeading(text)) { inReferences = true; block.kind = 'reference'; return; }
    if (inReferences) {
      if (isReferenceEntry(text) || (!isHeadingLike(text) && isReferenceEntry(blocks[i + 1]?.text ?? ''))) { block.kind = 'reference'; return; }
      inReferences = false;
    }
    if (!told.has(block)) block.kind = kindOf(block, (seen.get(text) ?? 0) >= 3);
  });
  markRows(blocks);
  markAuthors(blocks);
  markSignatures(blocks);
  markMenus(blocks);
}

function kindOf(block: Block, repeated: boolean): ParagraphKind {
  // The patterns are written in Simplified characters; conversion keeps the length.
  const text = toSimplified(block.text);
  if (isFurniture(text) || isMenuEntry(text)) return 'boilerplate';
  if (repeated && isHeadingLike(text)) return 'boilerplate';
  if ((NAMES.test(text) && !endsFinally(text)) || (MARKED_NAMES.test(text) && length(text) <= 120) || AFFILIATION.test(text)) return 'byline';
  if ((BYLINE.test(text) || BY.test(text)) && length(text) <= 80) return 'byline';
  if (/[,，]\s*作者系|, the author is\b/u.test(text) && length(text) <= 140) return 'byline';
  if (DATE_LINE.test(text) || ENGLISH_DATE.test(text) || minguoDate(text) !== null) return 'byline';
  if (isFootnote(text)) return 'reference';
  if (EDITORS_NOTE.test(text)) return 'note';
  if (KEYWORDS.test(text) && length(text) <= 160) return 'keywords';
  if (ABSTRACT.test(text)) return 'abstract';
  if (isCaption(text)) return 'caption';
  if (isQuestion(text)) return 'question';
  if (isCallout(text)) return 'callout';
  if (isNumberedHeading(text) || isHeadingLike(text)) return 'heading';
  return 'body';
}

/** Names alone in a line, between title and summary or above an address: the authors. */
function markAuthors(blocks: readonly Block[]): void {
  blocks.forEach((block, i) => {
    if ((block.kind !== 'body' && block.kind !== 'heading') || i > 20 || block.text.length > 40) return;
    const next = blocks[i + 1], before = blocks[i - 1];
    if (before?.kind !== 'title' && next?.kind !== 'abstract' && next?.kind !== 'byline' && !((next?.kind === 'body' || next?.kind === 'boilerplate') && before?.kind === 'heading' && /\s/u.test(block.text))) return;
    if (onlyNames(toSimplified(block.text)).length > 0) block.kind = 'byline';
  });
}

/** Pinyin notes would make a short line long. */
function withoutPinyin(text: string): string {
  let result = '', from = 0;
  for (const note of pinyinNotes(text)) { result += text.slice(from, note.start); from = note.end; }
  return result + text.slice(from);
}

/** Lines with tabs below each other, values among them: the rows of a table that was saved as text. */
function markRows(blocks: readonly Block[]): void {
  for (let i = 0; i < blocks.length; i++) {
    let end = i;
    while (end < blocks.length && isRow(blocks[end] as Block)) end++;
    const rows = blocks.slice(i, end);
    if (rows.length >= 2 && rows.filter((row) => /\t\s*[-−+]?\d[\d,.]*\s*[%％]?\s*(?:\t|$)/u.test(row.text)).length * 2 >= rows.length) for (const row of rows) row.kind = 'table';
    i = Math.max(i, end - 1);
  }
}

const isRow = (block: Block): boolean => block.pieces.length === 1 && block.joined === undefined && block.text.includes('\t') && block.text.length <= 400;

/** Who signs a text as a group or an office: above its words, or at its end with the day below it. */
function markSignatures(blocks: readonly Block[]): void {
  const firstText = blocks.findIndex((block) => block.kind === 'body' && length(block.text) > 30);
  blocks.forEach((block, i) => {
    if (block.kind !== 'heading' && block.kind !== 'body') return;
    const text = toSimplified(block.text);
    if (length(text) > 30 || /[，。；：！？,:]/u.test(text)) return;
    // Behind the words; annexes may follow.
    if (i > firstText && firstText >= 0 && isSigned(blocks, i)) block.kind = 'byline';
    else if (i < 8 && /(?:课题组|编写组|编辑部|研究组|调研组|写作组|评论员)$/u.test(text) && length(text) <= 24) block.kind = 'byline';
  });
}

/** Whether an office signs here, with the day in the line below. */
export function isSigned(blocks: readonly Block[], at: number): boolean {
  const office = toSimplified(blocks[at]?.text.slice(0, 60) ?? '');
  return length(office) <= 30 && OFFICE.test(office) && DATE_LINE.test(toSimplified(blocks[at + 1]?.text.slice(0, 60) ?? ''));
}

const OFFICE = /^[^，。；：！？,:]+(?:政府|委员会|办公[厅室]|局|厅|部|院|会|中心|公司|大学|处|署|行)$/u;

/** Short lines above a breadcrumb, and those behind the links to other pages, belong to the page. */
function markMenus(blocks: Block[]): void {
  const breadcrumb = blocks.findIndex((b) => /^(?:当前位置|您的位置|您当前的位置|您现在的位置)|^(?:首页|主页|Home)\s*[>＞›»]/u.test(toSimplified(b.text)));
  if (breadcrumb > 0 && breadcrumb < 40) for (const block of blocks.slice(0, breadcrumb)) if (length(block.text) <= 60) block.kind = 'boilerplate';
  const links = blocks.findIndex((b, i) => i > blocks.length / 2 && /^(?:上一篇|下一篇|相关(?:链接|阅读|新闻|推荐)|延伸阅读|热门推荐|打印本页|扫一扫)/u.test(toSimplified(b.text)));
  if (links > 0) for (const block of blocks.slice(links)) if (length(block.text) <= 140) block.kind = 'boilerplate';
}
