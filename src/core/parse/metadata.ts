/** What a document says of itself: title, authors, publication, date, kind. What it does not say stays null. */
import type { Metadata } from '../library/types';
import { toSimplified } from '../text/script';
import { authorsOf } from './authors';
import { DATE_LINE, type Block } from './blocks';
import { parseDate, parseEnglishDate } from './dates';
import type { Layout } from './layout';
import { length } from './patterns';
import { findTitle, splitTitle, titleLines } from './title';

export { parseDate, parseEnglishDate } from './dates';

/** The journal reference that a paper gives of itself: 引用格式: … [J]. 刊名, 2022, 40(20): 33-41. */
const SELF_CITATION = /\[J\]\s*[.．]\s*([^,，.．]{2,40})\s*[,，]\s*((?:19|20)\d{2})\s*[,，]?\s*(?:(\d{1,4})\s*)?(?:[（(]\s*([\w/]+)\s*[)）])?\s*(?:[:：]\s*([\d\-–—,， ]+))?/u;

export interface Stated extends Metadata {
  /** The block that is the title; null where the text has none. */
  readonly titleBlock: Block | null;
}

export function metadataOf(blocks: readonly Block[], raw: string): Stated {
  const titleBlock = findTitle(blocks);
  const lines = titleBlock && titleBlock.kind !== 'title' ? titleLines(blocks, titleBlock) : titleBlock ? [titleBlock] : [];
  // The further lines of a broken title belong to no paragraph.
  for (const line of lines.slice(1)) line.kind = 'title';
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
  const split = titleBlock ? splitTitle(lines.map((b) => b.text).join('')) : null;
  if (split?.column) details['column'] = split.column;
  const subtitle = titleBlock ? blocks[blocks.indexOf(titleBlock) + 1] : undefined;
  if (subtitle && /^[—–-]{1,2}\S/u.test(subtitle.text)) details['subtitle'] = subtitle.text.replace(/^[—–-]+/u, '');
  const issue = issueOf(blocks, raw);
  const publication = journal?.[1]?.trim() ?? publicationOf(blocks) ?? issue.journal;
  const kind = kindOf(blocks, raw, split?.title ?? '', publication, journal !== null);
  return {
    titleBlock, title: split?.title ?? null, authors: authorsOf(blocks, titleBlock ? blocks.indexOf(lines.at(-1) as Block) : -1), publication,
    date: journal?.[2] ?? issue.year ?? dateOf(blocks, titleBlock), kind, rank: rankOf(publication, kind, blocks), details,
  };
}

/** The year and journal of an issue, by the article's number 1001-0475(2020)07-013-07 or a running head 某某研究 2023年第2期. */
function issueOf(blocks: readonly Block[], raw: string): { year: string | null; journal: string | null } {
  const number = /文章(?:编号|編號)\s*[:：\]】〕］]*\s*[\dX]{4}[-–—][\dX]{4}\s*[（(]\s*((?:19|20)\d{2})\s*[)）]/u.exec(raw.slice(0, 8000));
  for (const block of [...blocks.slice(0, 8), ...blocks.slice(-3)]) {
    const head = /^[《]?(\p{Script=Han}{3,16}?)[》]?\s*[,，]?\s*((?:19|20)\d{2})\s*年\s*第\s*\d{1,3}\s*期/u.exec(toSimplified(block.text.slice(0, 80)));
    if (head && length(block.text) <= 40) return { year: number?.[1] ?? (head[2] as string), journal: head[1] as string };
  }
  return { year: number?.[1] ?? null, journal: null };
}

function publicationOf(blocks: readonly Block[]): string | null {
  for (const block of blocks) {
    const text = toSimplified(block.text.slice(0, 120));
    const m = /(?:来\s*源|稿源|信息来源|文章来源)\s*[:：]\s*[《]?([^》\s　|;；,，]{2,24})/u.exec(text);
    if (m && length(block.text) <= 60 && !/^(?:数据|资料|图片)来源/u.test(text) && !/\d{4}/.test(m[1] as string)) return m[1] as string;
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
    const labelled = /(?:发布时间|发布日期|发稿时间|刊发时间|时间|日期)\s*[:：]\s*(.{8,24})/u.exec(toSimplified(block.text.slice(0, 200)));
    if (labelled && length(block.text) <= 60) { const date = parseDate(labelled[1] as string); if (date) return date; }
  }
  for (const block of blocks.slice(Math.max(0, at), at + 5)) {
    if (DATE_LINE.test(toSimplified(block.text.slice(0, 60))) || (block === title && /[（(]\d{4}年/u.test(block.text))) { const date = parseDate(block.text); if (date) return date; }
    if (block.kind === 'boilerplate' && /发表于|发布|《[^》]+》/u.test(block.text)) { const date = parseDate(block.text); if (date) return date; }
    if (/^Published\b/u.test(block.text)) { const date = parseEnglishDate(block.text); if (date) return date; }
  }
  for (const block of blocks.slice(0, Math.max(3, at + 4))) {
    // A stamp near the title: 某某网 2020-03-03 10:20 浏览 12 次; Chinese ministers … 03-06-2004 13:26.
    if (length(block.text) > 60 || block.kind === 'caption') continue;
    const stamp = /(?<!\d)(?:19|20)\d{2}[-/.]\d{1,2}[-/.]\d{1,2}(?!\d)/u.exec(block.text);
    if (stamp) { const date = parseDate(stamp[0]); if (date) return date; }
    const american = /(?<!\d)(\d{2})[-/](\d{2})[-/]((?:19|20)\d{2})(?!\d)/u.exec(block.text);
    if (american && Number(american[1]) <= 12 && Number(american[2]) <= 31) return `${american[3]}-${american[1]}-${american[2]}`;
    if (/^[A-Z][a-z]+\.? \d{1,2},? \d{4}$|^(?:Updated|Posted)\b/u.test(block.text)) { const date = parseEnglishDate(block.text); if (date) return date; }
  }
  for (const block of blocks.slice(-6)) if (DATE_LINE.test(block.text)) { const date = parseDate(block.text); if (date) return date; }
  const paper = blocks.map((b) => /^[（(]?《[^》]{2,16}》\s*[（(]?(\d{4}年\d{1,2}月\d{1,2}日)/u.exec(b.text)).find(Boolean);
  return paper ? parseDate(paper[1] as string) : null;
}

function kindOf(blocks: readonly Block[], raw: string, title: string, publication: string | null, journal: boolean): string {
  if (journal || /收稿日期|中图分类号/u.test(raw.slice(0, 8000))) return 'journal';
  if (/(?:讲话|致辞|演讲|贺信|答记者问|主旨发言|祝酒词|贺词|Remarks|Speech|Address by)/iu.test(title)) return 'speech';
  if (/(?:统计公报|公报|白皮书|报告|纲要|规划|Communiqu|Bulletin|Report)/iu.test(title)) return 'report';
  if (/(?:(?<![做方看说书想写用])法|条例|规定|决定|意见|通知)$/u.test(title)) return 'law';
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
    details: text('created') === null ? stated.details : { ...stated.details, created: text('created') as string },
    authors: stated.authors.length === 0 && Array.isArray(authors) ? authors.filter((name) => typeof name === 'string') : stated.authors,
  };
}
