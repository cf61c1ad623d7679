/** Which lines are a document's title. Patterns are written in Simplified characters. */
import { toSimplified } from '../text/script';
import { DATE_LINE, type Block } from './blocks';
import { parseDate } from './dates';
import { endsFinally } from './lines';
import { isFurniture, isMenuEntry, isNumberedHeading, length } from './patterns';

/** A page's line of particulars, which stands right behind the title. */
const PARTICULARS = /^(?:编辑|来源|发布时间|发布日期|时间|日期|作者|发稿时间|更新时间)\s*[:：]|^作者\p{Script=Han}{2,4}\s|^(?:19|20)\d{2}[-/年]\d{1,2}[-/月]\d{1,2}日?.{0,12}(?:来源|编辑|作者|浏览|阅读)|^(?:19|20)\d{2}-\d{1,2}-\d{1,2}(?!\d).{0,50}$/u;

const INSTITUTION = /(?:中心|研究院|研究所|大学|学院|委员会|编辑部|日报|党校|办公室|[^格全布大结]局|厅|课题组|评论员)$/u;

/** The title: the first line that could head a text; a page's particulars (编辑, 时间, 来源, or a date alone) stand right behind it. */
export function findTitle(blocks: readonly Block[]): Block | null {
  const marked = blocks.find((b) => b.kind === 'title');
  if (marked) return marked;
  const texts = blocks.slice(0, 30).map((b) => toSimplified(b.text.slice(0, 200)));
  const first = texts.findIndex((text, i) => i > 0 && PARTICULARS.test(text));
  if (first > 0) {
    const [near, far] = blocks.slice(Math.max(0, first - 2), first).filter(canHead).reverse();
    // Between title and particulars may stand who wrote it.
    if (near) return far && INSTITUTION.test(toSimplified(near.text)) ? far : near;
  }
  const dated = texts.findIndex((text, i) => i > 0 && i < 14 && DATE_LINE.test(text));
  const above = dated > 0 ? blocks[dated - 1] : undefined;
  if (above && canHead(above) && !blocks.slice(0, dated).some((b) => b.kind === 'body' && length(b.text) > 60) && /:|\d\s*$/u.test(texts[dated] ?? '')) return above;
  for (const block of blocks.slice(0, 16)) {
    if (block.kind === 'boilerplate') continue;
    if (canHead(block)) return block;
    // A text that begins with its words has no title.
    if (['note', 'abstract', 'keywords'].includes(block.kind) || (block.kind === 'body' && length(block.text) > 16)) return null;
  }
  return null;
}

function canHead(block: Block): boolean {
  if (!['heading', 'body', 'boilerplate', 'callout', 'question'].includes(block.kind)) return false;
  const text = toSimplified(block.text.slice(0, 200));
  if (length(text) < 4 || length(text) > 80 || /[。；;:：]$|。|[，,、]$/u.test(text)) return false;
  if (/^[（(][^（）()]*[)）]$/u.test(text) || isNumberedHeading(text) && /^[一二三四五六七八九十（(]/u.test(text)) return false;
  // An info box, an agency's dateline, a document's number are no titles.
  if (/^.{0,12}\d{1,2}月\d{1,2}日[电讯](?!\s*题)|〔\d{4}〕|^第\s*\d+\s*期$/u.test(text)) return false;
  return !(endsFinally(text) && /[。.]/u.test(text.slice(-2))) && !isFurniture(text) && !isMenuEntry(text) && !DATE_LINE.test(text) && !PARTICULARS.test(text);
}

/** What an official paper's title ends with. */
const PAPER = /(?:意见|通知|公告|通告|决定|决议|办法|规定|条例|方案|规划|纲要|公报|函|批复|报告|细则|计划|令)(?:[（(][^（）()]{2,12}[)）])?$/u;

/** The lines of a title that was broken: ……人民政府关于 / ……的若干意见. The first is the title's block. */
export function titleLines(blocks: readonly Block[], first: Block): Block[] {
  const lines = [first];
  for (let i = blocks.indexOf(first) + 1; i < blocks.length && lines.length < 3; i++) {
    const next = blocks[i] as Block;
    const whole = toSimplified(lines.map((b) => b.text).join('')), text = toSimplified(next.text.slice(0, 100));
    if (!['heading', 'callout', 'body'].includes(next.kind) || !canHead(next)) break;
    const open = /(?:关于|印发|转发|的|和|与|及)$/u.test(whole) || (/关于/u.test(whole) && !PAPER.test(whole) && PAPER.test(text));
    if (!open) break;
    lines.push(next);
  }
  return lines;
}

/** The title's words without agency, date and column; a column's name in brackets behind the title is not the title. */
export function splitTitle(written: string): { title: string; column: string | null } {
  const text = written.replace(/^#+\s*/u, '').replace(/^.{0,24}[电電讯訊]\s*[题題]\s*[:：]\s*/u, '').replace(/[\s　]+\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}(?:\s+\d{1,2}:\d{2}(?::\d{2})?)?\s*$/u, '').trim();
  const m = /^(.{4,}?)[（(](.{2,40})[)）]$/u.exec(text);
  if (m && !parseDate(m[2] as string) && !/^(?:[一二三四五六七八九十上中下\d]+|试行|草案|修订.*|节选|全文|征求意见稿|.*年.*)$/u.test(m[2] as string)) return { title: (m[1] as string).trim(), column: m[2] as string };
  return { title: (m && parseDate(m[2] as string) ? (m[1] as string) : text).trim(), column: null };
}
