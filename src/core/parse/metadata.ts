/** What a document says of itself: title, authors, publication, date, kind. What it does not say stays null. */
import type { Metadata } from '../library/types';
import { DATE_LINE, type Block } from './blocks';
import { endsFinally } from './lines';
import type { Layout } from './layout';
import { isPersonalName, personalNames } from './names';
import { isFurniture, length } from './patterns';

const digits: Readonly<Record<string, string>> = { 〇: '0', 零: '0', 一: '1', 二: '2', 三: '3', 四: '4', 五: '5', 六: '6', 七: '7', 八: '8', 九: '9' };

/** A date in any of the usual notations as YYYY, YYYY-MM or YYYY-MM-DD; null where there is none or none that exists. */
export function parseDate(text: string): string | null {
  const m = /((?:19|20)\d{2}|[二一][〇零九][〇零一二三四五六七八九]{2})\s*[年.\-/]\s*(?:(\d{1,2}|十[一二]?|[一二三四五六七八九])\s*(?:[月.\-/]\s*(?:(\d{1,2}|[二三]?十[一二三四五六七八九]?|[一二三四五六七八九])\s*日?)?)?)?/u.exec(text);
  if (!m) return null;
  const year = [...(m[1] as string)].map((c) => digits[c] ?? c).join('');
  const month = m[2] === undefined ? null : smallNumber(m[2]);
  const day = m[3] === undefined ? null : smallNumber(m[3]);
  if (month !== null && (month < 1 || month > 12)) return year;
  const two = (n: number): string => String(n).padStart(2, '0');
  if (month === null) return year;
  if (day === null || day < 1 || day > 31) return `${year}-${two(month)}`;
  return `${year}-${two(month)}-${two(day)}`;
}

function smallNumber(text: string): number {
  if (/^\d+$/.test(text)) return Number(text);
  const m = /^([二三])?(十)?([一二三四五六七八九])?$/u.exec(text);
  if (!m) return 0;
  const unit = (c: string | undefined): number => (c ? Number(digits[c]) : 0);
  return m[2] ? (m[1] ? unit(m[1]) : 1) * 10 + unit(m[3]) : unit(m[3] ?? m[1]);
}

const MONTHS = ['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december'];

export function parseEnglishDate(text: string): string | null {
  const m = /\b([A-Z][a-z]+)\.? (\d{1,2})(?:st|nd|rd|th)?,? ((?:19|20)\d{2})\b|\b(\d{1,2}) ([A-Z][a-z]+) ((?:19|20)\d{2})\b/u.exec(text);
  if (!m) return null;
  const month = MONTHS.findIndex((name) => name.startsWith((m[1] ?? m[5] ?? '').toLowerCase().slice(0, 3))) + 1;
  if (month === 0) return null;
  return `${m[3] ?? m[6]}-${String(month).padStart(2, '0')}-${(m[2] ?? m[4] ?? '').padStart(2, '0')}`;
}

/** The journal reference that a paper gives of itself: 引用格式: … [J]. 刊名, 2022, 40(20): 33-41. */
const SELF_CITATION = /\[J\]\s*[.．]\s*([^,，.．]{2,40})\s*[,，]\s*((?:19|20)\d{2})\s*[,，]?\s*(?:(\d{1,4})\s*)?(?:[（(]\s*([\w/]+)\s*[)）])?\s*(?:[:：]\s*([\d\-–—,， ]+))?/u;

export interface Stated extends Metadata {
  /** The block that is the title; null where the text has none. */
  readonly titleBlock: Block | null;
}

export function metadataOf(blocks: readonly Block[], raw: string): Stated {
  const titleBlock = findTitle(blocks);
  const own = blocks.find((b) => /^(?:引用格式|引文格式|本文引用格式)/u.test(b.text));
  const journal = own ? SELF_CITATION.exec(own.text) : null;
  const details: Record<string, string> = {};
  if (journal?.[3]) details['volume'] = journal[3];
  if (journal?.[4]) details['issue'] = journal[4];
  if (journal?.[5]) details['pages'] = journal[5].trim();
  const doi = /\bdoi\s*[:：]?\s*(10\.\d{4,9}\/[^\s;；，。]+)/iu.exec(own?.text ?? raw.slice(0, 6000));
  if (doi) details['doi'] = (doi[1] as string).replace(/[.,]$/, '');
  const issued = /[\p{Script=Han}]{1,8}〔(?:19|20)\d{2}〕\s*\d{1,5}\s*号/u.exec(raw.slice(0, 3000));
  if (issued) details['number'] = issued[0];
  const split = titleBlock ? splitTitle(titleBlock.text) : null;
  if (split?.column) details['column'] = split.column;
  const subtitle = titleBlock ? blocks[blocks.indexOf(titleBlock) + 1] : undefined;
  if (subtitle && /^[—–-]{1,2}\S/u.test(subtitle.text)) details['subtitle'] = subtitle.text.replace(/^[—–-]+/u, '');
  const publication = journal?.[1]?.trim() ?? publicationOf(blocks);
  const kind = kindOf(blocks, raw, split?.title ?? '', publication, journal !== null);
  return {
    titleBlock, title: split?.title ?? null, authors: authorsOf(blocks, titleBlock), publication,
    date: journal?.[2] ?? dateOf(blocks, titleBlock), kind, rank: rankOf(publication, kind, blocks), details,
  };
}

/** The title: the first line that could head a text; a page's line of particulars (编辑, 时间, 来源) stands right behind it. */
function findTitle(blocks: readonly Block[]): Block | null {
  const marked = blocks.find((b) => b.kind === 'title');
  if (marked) return marked;
  const particulars = blocks.findIndex((b, i) => i > 0 && i < 30 && /^(?:编辑|来源|发布时间|发布日期|时间|日期|作者|发稿时间)\s*[:：]/u.test(b.text));
  if (particulars > 0) {
    for (const before of blocks.slice(Math.max(0, particulars - 2), particulars).reverse()) if (canHead(before)) return before;
  }
  for (const block of blocks.slice(0, 12)) {
    if (block.kind === 'boilerplate') continue;
    if (canHead(block)) return block;
    // A text that begins with its words has no title.
    if (block.kind === 'body' || block.kind === 'note') return null;
  }
  return null;
}

function canHead(block: Block): boolean {
  if (!['heading', 'body', 'boilerplate'].includes(block.kind)) return false;
  return length(block.text) >= 4 && length(block.text) <= 80 && !/[。；;:：]$|。/u.test(block.text) && !(endsFinally(block.text) && /[。.]/u.test(block.text.slice(-2))) && !isFurniture(block.text);
}

/** A column's name in brackets behind the title is not the title. */
function splitTitle(text: string): { title: string; column: string | null } {
  const m = /^(.{4,}?)[（(](.{2,40})[)）]$/u.exec(text);
  if (m && !parseDate(m[2] as string) && !/^(?:[一二三四五六七八九十上中下\d]+|试行|草案|修订.*|节选|全文|征求意见稿|.*年.*)$/u.test(m[2] as string)) return { title: (m[1] as string).trim(), column: m[2] as string };
  const dated = m && parseDate(m[2] as string) ? (m[1] as string) : text;
  return { title: dated.replace(/^#+\s*/u, '').trim(), column: null };
}

const LABELLED_AUTHORS = /(?:执\s*笔|本文作者|作\s*者|撰\s*文|文)\s*(?:人)?\s*[:：/／]\s*([^)）。;；]{2,60})/u;

function authorsOf(blocks: readonly Block[], title: Block | null): string[] {
  const found: string[] = [];
  const add = (names: readonly string[]): void => { for (const name of names) if (!found.includes(name)) found.push(name); };
  const at = title ? blocks.indexOf(title) : -1;
  for (const [i, block] of blocks.entries()) {
    const text = block.text;
    if (block.kind === 'boilerplate' && !LABELLED_AUTHORS.test(text)) continue;
    const labelled = LABELLED_AUTHORS.exec(text);
    if (labelled && length(text) <= 80 && !/^(?:引用|作者简介|作者单位)/u.test(text)) add(personalNames(labelled[1] as string));
    else if (block.kind === 'byline' && i <= at + 3 && at >= 0 && !/^\d|\d{5,}/u.test(text)) add(personalNames(text));
    const reporter = /(?:记者|评论员)\s+((?:\p{Script=Han}{2,4}[\s、]*){1,4})/u.exec(text);
    if (reporter && (block.kind === 'byline' || i <= at + 3)) add(personalNames(reporter[1] as string));
    const self = /^(\p{Script=Han}{2,4})\s*[,，]\s*作者系/u.exec(text);
    if (self) add([self[1] as string]);
    // Under a speech's title stands who gave it.
    if (at >= 0 && i > at && i <= at + 3 && block.kind === 'heading' && isPersonalName(text.replace(/\s/gu, ''))) add([text.replace(/\s/gu, '')]);
    // In a round of questions and answers each answer begins with who gives it.
    const answer = /^(\p{Script=Han}{2,4})\s*[（(][^（）()]{4,80}[)）]\s*[:：]/u.exec(text);
    if (answer && isPersonalName(answer[1] as string)) add([answer[1] as string]);
  }
  if (found.length === 0 && at >= 0) {
    const next = blocks[at + 1];
    if (next && length(next.text) <= 14) { const names = personalNames(next.text); if (names.join('').length >= next.text.replace(/[\s、，,]/gu, '').length - 1) add(names); }
  }
  if (found.length === 0) for (const block of blocks) {
    const english = /^(?:By|by) ([A-Z]\p{L}+(?: [A-Z]\p{L}+){1,2})$|^([A-Z]\p{L}+ [A-Z]\p{L}+), the author is\b/u.exec(block.text);
    if (english) add([(english[1] ?? english[2]) as string]);
  }
  return found;
}

function publicationOf(blocks: readonly Block[]): string | null {
  for (const block of blocks) {
    const m = /(?:来\s*源|稿源|信息来源|文章来源)\s*[:：]\s*[《]?([^》\s　|;；,，]{2,24})/u.exec(block.text);
    if (m && length(block.text) <= 60 && !/^(?:数据|资料)来源/u.test(block.text) && !/\d{4}/.test(m[1] as string)) return m[1] as string;
    const stamp = /^(\p{Script=Han}{4,24})\s+\d{4}-\d{2}-\d{2}\s*(?:发表|发布)/u.exec(block.text);
    if (stamp) return stamp[1] as string;
    const paper = /^[（(]《([^》]{2,16})》\s*[（(]?\d{4}年/u.exec(block.text);
    if (paper) return paper[1] as string;
  }
  return null;
}

function dateOf(blocks: readonly Block[], title: Block | null): string | null {
  const at = title ? blocks.indexOf(title) : -1;
  for (const block of blocks) {
    const labelled = /(?:发布时间|发布日期|发稿时间|刊发时间|时间|日期)\s*[:：]\s*(.{8,24})/u.exec(block.text);
    if (labelled && length(block.text) <= 60) { const date = parseDate(labelled[1] as string); if (date) return date; }
  }
  for (const block of blocks.slice(Math.max(0, at), at + 5)) {
    if (DATE_LINE.test(block.text) || (block === title && /[（(]\d{4}年/u.test(block.text))) { const date = parseDate(block.text); if (date) return date; }
    if (block.kind === 'boilerplate' && /发表于|发布|《[^》]+》/u.test(block.text)) { const date = parseDate(block.text); if (date) return date; }
    if (/^Published\b/u.test(block.text)) { const date = parseEnglishDate(block.text); if (date) return date; }
  }
  for (const block of blocks.slice(-6)) if (DATE_LINE.test(block.text)) { const date = parseDate(block.text); if (date) return date; }
  const paper = blocks.map((b) => /^[（(]?《[^》]{2,16}》\s*[（(]?(\d{4}年\d{1,2}月\d{1,2}日)/u.exec(b.text)).find(Boolean);
  return paper ? parseDate(paper[1] as string) : null;
}

function kindOf(blocks: readonly Block[], raw: string, title: string, publication: string | null, journal: boolean): string {
  if (journal || /收稿日期|中图分类号/u.test(raw.slice(0, 8000))) return 'journal';
  if (/(?:讲话|致辞|演讲|贺信|答记者问|主旨发言|祝酒词|贺词|Remarks|Speech|Address by)/iu.test(title)) return 'speech';
  if (/(?:统计公报|公报|白皮书|报告|纲要|规划|Communiqu|Bulletin|Report)/iu.test(title)) return 'report';
  if (/(?:法|条例|办法|规定|决定|意见|通知)$/u.test(title)) return 'law';
  if (blocks.some((b) => /^(?:当前位置|您的位置|您现在的位置|上一篇|下一篇|打印本页|浏览)/u.test(b.text))) return 'web';
  if (publication && /(?:日报|时报|晚报|早报|Daily|Times)$/u.test(publication)) return 'newspaper';
  if (blocks.some((b) => b.kind === 'callout') && blocks.some((b) => b.kind === 'question')) return 'magazine';
  return 'other';
}

/** Authority by what is known: who published it, and whether the page is a copy. */
function rankOf(publication: string | null, kind: string, blocks: readonly Block[]): number {
  if (publication && /公报$/u.test(publication)) return 5;
  if (publication && /^(?:人民日报|新华社|新华网|人民网|求是|求是网|中国政府网|光明日报|经济日报|央视网|学习强国)/u.test(publication)) return 3;
  if (blocks.some((b) => /^(?:编者按|編者按)/u.test(b.text) && /(?:推送|转载|轉載)/u.test(b.text))) return 1;
  if (kind === 'web') return 1;
  if (kind === 'journal' || kind === 'magazine' || publication) return 2;
  return 0;
}

/** Lays what a program filled in under what the words say: it counts only where they say nothing. */
export function fillIn(stated: Stated, layout: Layout): Stated {
  const row = layout.properties ?? {};
  const text = (field: string): string | null => (typeof row[field] === 'string' ? row[field] : null);
  const authors = row['authors'];
  const kind = stated.kind === 'other' ? layout.kind : stated.kind;
  return {
    ...stated, kind, rank: stated.rank === 0 && kind === 'web' ? 1 : stated.rank,
    title: stated.title ?? text('title'), publication: stated.publication ?? text('publication'), date: stated.date ?? text('date'),
    authors: stated.authors.length === 0 && Array.isArray(authors) ? authors.filter((name) => typeof name === 'string') : stated.authors,
  };
}
