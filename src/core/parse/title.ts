/** Which lines are a document's title. Patterns are written in Simplified characters. */
import { toSimplified } from '../text/script';
import { DATE_LINE, ENGLISH_DATE, type Block } from './blocks';
import { MINGUO, parseDate } from './dates';
import { endsFinally } from './lines';
import { isPinyinName, onlyNames } from './names';
import { ZERO_WIDTH } from './noise';
import { isParticulars } from './particulars';
import { isFurniture, isMenuEntry, length } from './patterns';

const INSTITUTION = /(?:中心|研究院|研究所|大学|学院|委员会|编辑部|日报|党校|办公室|[^格全布大结]局|厅|课题组|编写组|评论员|通讯社)$/u;

/** The title: the first line that could head a text; a page's particulars (编辑, 时间, 来源, or a date alone) stand right behind it. */
export function findTitle(blocks: readonly Block[]): Block | null {
  const marked = blocks.find((b) => b.kind === 'title');
  if (marked) return marked;
  const texts = blocks.slice(0, 30).map((b) => toSimplified(b.text.slice(0, 200)));
  const first = texts.findIndex((text, i) => i > 0 && isParticulars(text));
  if (first > 0 && !blocks.slice(0, first).some((b) => b.kind === 'body' && length(b.text) > 60)) {
    const above = blocks.slice(Math.max(0, first - 4), first).filter((block) => canHead(block) && !isSignature(block)).reverse();
    const [near, far] = above;
    // A page about a meeting may hold a speech, which is headed below.
    const speech = blocks.slice(first + 1, first + 4).find((block, i) => canHead(block) && SPEECH.test(toSimplified(block.text)) && DATE_LINE.test(toSimplified(blocks[first + 2 + i]?.text ?? '')));
    if (speech) return speech;
    // Between title and particulars may stand who wrote it; a site prints the title twice.
    if (near) return far && (INSTITUTION.test(toSimplified(near.text)) || OPEN.test(toSimplified(far.text))) ? far : near;
  }
  const dated = texts.findIndex((text, i) => i > 0 && i < 14 && DATE_LINE.test(text));
  const above = dated > 0 ? blocks[dated - 1] : undefined;
  if (above && canHead(above) && !isSignature(above) && !blocks.slice(0, dated).some((b) => b.kind === 'body' && length(b.text) > 60) && /:|\d\s*$/u.test(texts[dated] ?? '')) return above;
  const reported = texts.findIndex((text, i) => i > 0 && i < 14 && /^[◎■]?\s*\p{Script=Han}{2,10}\s*[／/|｜]?\s*(?:特派|驻\p{Script=Han}{2,4})?记者\s*\p{Script=Han}{2,4}\s*[／/|｜].{0,10}(?:报导|报道)$/u.test(text));
  const headed = reported > 0 ? blocks[reported - 1] : undefined;
  if (headed && canHead(headed) && !isSignature(headed)) return headed;
  const by = texts.findIndex((text, i) => i > 0 && i < 14 && /^[Bb]y [A-Z][\p{L}.]*(?: [A-Z][\p{L}.]*){1,3}$/u.test(text));
  const signed = by > 0 ? blocks[by - 1] : undefined;
  if (signed && canHead(signed) && !isSignature(signed)) return signed;
  // A page's bar in a few words above the title, the day below it.
  const stamped = blocks.findIndex((block, i) => i > 1 && i < 14 && ENGLISH_DATE.test(block.text)), named = blocks[stamped - 1];
  if (named && canHead(named) && !isSignature(named) && length(named.text) > 8 && blocks.slice(0, stamped - 1).every(({ text }) => length(text) <= 8)) return named;
  let candidate: Block | null = null;
  for (const [i, block] of blocks.slice(0, 16).entries()) {
    if (block.kind === 'boilerplate' || /^[◇◆]/u.test(block.text)) continue;
    if (canHead(block) && !isSignature(block) && !(i <= 2 && isColumn(blocks, i))) {
      // A short line above one that names a speech or a paper is the site's.
      if (candidate === null || SORT.test(toSimplified(block.text))) { if (candidate !== null) return block; candidate = block; }
      if (length(candidate.text) > 10 || OPEN.test(toSimplified(candidate.text)) || SORT.test(toSimplified(candidate.text))) return candidate;
      continue;
    }
    // A site's short line above the day, the title below it.
    const below = candidate && length(candidate.text) <= 8 && block.kind === 'byline' ? blocks[blocks.indexOf(block) + 1] : undefined;
    if (below && canHead(below) && !isSignature(below) && length(below.text) > 8 && (DATE_LINE.test(toSimplified(block.text)) || MINGUO.test(block.text))) return below;
    if (candidate) { if (block.kind === 'byline' || length(block.text) > 30) return candidate; continue; }
    // A text that begins with its words has no title.
    if (['note', 'abstract', 'keywords'].includes(block.kind) || (block.kind === 'body' && length(block.text) > 16 && !/[:：]$/u.test(block.text))) return null;
  }
  return candidate;
}

/** What the title of a speech or of an official paper ends with. */
const SORT = /(?:讲话|致[辞词]|演讲|贺[信电词]|[迎谢幕酒献][辞词]|意见|通知|公告|决定|决议|办法|规定|条例|方案|规划|纲要|公报|报告)(?:全文|[（(][^（）()]{1,24}[)）])*$/u;

/** A line that heads a speech: 某某：在某会议上的讲话. */
const SPEECH = /(?:在|致).{4,60}的?(?:讲话|致[辞词]|演讲|报告|贺信)$/u;

/** A name of a column, an issue or a page above the title: short, and another line that could be one stands before the text. */
function isColumn(blocks: readonly Block[], at: number): boolean {
  const text = toSimplified((blocks[at] as Block).text);
  if (length(text) > 8 || !COLUMN.test(text.replace(/\s/gu, ''))) return false;
  return blocks.slice(at + 1, at + 5).some((block) => canHead(block) && !isSignature(block) && length(block.text) > 8);
}

/** Sorts of texts, as sites and papers name their columns. */
const COLUMN = /^(?:新闻公报|新闻稿|新闻动态|政策文件|政策解读|通知公告|领导讲话|重要讲话|讲话|演讲辞?|评论|社论|时评|观点|理论|要闻|专题|专栏|特稿|综述|论文|论坛|研究|访谈|公告|声明|全文|正文|文章信息)$/u;

/** A line of names or of an institution alone: who wrote it, not what it is called. */
function isSignature(block: Block): boolean {
  const text = toSimplified(block.text.slice(0, 100));
  if (onlyNames(text).length > 0 || isPinyinName(text)) return true;
  return /(?:课题组|编写组|编辑部|评论员|通讯社|本刊记者|本报记者)$|评论员\s*[/／|｜]/u.test(text) && length(text) <= 24 && !/[，,：:]/u.test(text);
}

/** The title that a line states by name, for a text that shows none: 标题：……. */
export function titleOf(blocks: readonly Block[]): { title: string; column: string | null } | null {
  for (const block of [...blocks.slice(0, 12), ...blocks.slice(-6)]) {
    const m = /^(?:文章)?(?:标题|題目|标\s*题|题\s*目|Title)\s*[:：]\s*(.{4,80})$/u.exec(toSimplified(block.text));
    if (m) return splitTitle(block.text.slice(block.text.length - (m[1] as string).length));
  }
  return null;
}

/** Characters of the longest title, in English. */
const LONGEST = 200;

/** The head of an official paper names who issues it (GB/T 9704—2012, 7.2.4), not the paper. */
export const ISSUER = /^(?!.*(?:关于|[《》])).*(?:政府|办公[厅室]|委员会|[部厅局院署会])文件$/u;

function canHead(block: Block): boolean {
  if (!['heading', 'body', 'boilerplate', 'callout', 'question'].includes(block.kind)) return false;
  if (block.text.length > LONGEST) return false;
  const text = toSimplified(block.text);
  if (length(text) < 4 || length(text) > 80 || /[。；;:：]$|。|[，,、]$/u.test(text)) return false;
  if (/^[（(][^（）()]*[)）]$/u.test(text) || /^[一二三四五六七八九十]{1,3}、|^[（(][一二三四五六七八九十]{1,3}[)）]|^(?:记者|问)\s*[:：]/u.test(text)) return false;
  // ◇ a point of the summary above the title.
  if (/^[◇◆▲△]/u.test(text)) return false;
  // Marks of a column or a page's bar: ·综述·, 【字号 打印】, 01版：要闻, 本篇文章666字.
  if (/^[·•【\[［〖◆■●?？]?\s*(?:\p{Script=Han}\s*){2,9}[·•】\]］〗◆■●]$|^[?？].*[?？]$|^\d{1,2}\s*版|^(?:本篇|本文|全文)(?:文章)?(?:共|约)?\d+字|^[】【\[\]|｜<>›»«\s]|^[—–-]{2}|^(?:以下|下面)[是为]/u.test(text)) return false;
  if (ISSUER.test(text)) return false;
  // An info box, an agency's dateline, a document's number are no titles.
  if (/^.{0,12}\d{1,2}月\d{1,2}日[电讯](?!\s*题)|〔\d{4}〕|^第\s*\d+\s*期$/u.test(text)) return false;
  return !(endsFinally(text) && /[。.]/u.test(text.slice(-2))) && !isFurniture(text) && !isMenuEntry(text) && !DATE_LINE.test(text) && !isParticulars(text);
}

/** A title goes on in the next line. */
const OPEN = /(?:关于|印发|转发|的|和|与|及|——)$/u;

/** What an official paper's title ends with. */
const PAPER = /(?:意见|通知|公告|通告|决定|决议|办法|规定|条例|方案|规划|纲要|公报|函|批复|报告|细则|计划|令)(?:[（(][^（）()]{2,12}[)）])?$/u;

/** An office or several, and nothing else. */
const ISSUING = /^(?:\p{Script=Han}{2,20}?(?:人民政府|政府|国务院|党委|[市省县区]委|委员会|办公[厅室]|部|厅|局|署|行|会|院)\s*){1,4}$/u;

/** The lines of a title that was broken: ……人民政府关于 / ……的若干意见. `first` is the title's block; who issues it may stand before it. */
export function titleLines(blocks: readonly Block[], first: Block): Block[] {
  // Who issues a paper stands in a line of its own above 关于……的通知.
  const above = blocks[blocks.indexOf(first) - 1];
  const issuer = above && /^(?:关于|印发|转发|批转)/u.test(toSimplified(first.text.slice(0, 4))) && above.kind !== 'byline' && ISSUING.test(toSimplified(above.text.slice(0, 60))) ? [above] : [];
  const lines = [...issuer, first];
  for (let i = blocks.indexOf(first) + 1; i < blocks.length && lines.length < 3; i++) {
    const next = blocks[i] as Block;
    const whole = toSimplified(lines.map((b) => b.text).join('')), text = toSimplified(next.text.slice(0, 100));
    if (!['heading', 'callout', 'body'].includes(next.kind) || !canHead(next)) break;
    const open = OPEN.test(whole) || (/关于/u.test(whole) && !PAPER.test(whole) && PAPER.test(text));
    if (!open) break;
    lines.push(next);
  }
  return lines;
}

/** The title's words without agency, date and column; a column's name in brackets behind the title is not the title. */
export function splitTitle(written: string): { title: string; column: string | null } {
  const text = written.replace(ZERO_WIDTH, '').replace(/^#+\s*/u, '').replace(/^(?:原标题|原標題|原题|原題|标题|標題|题目|題目)\s*[:：]\s*/u, '').replace(/^.{0,24}[电電讯訊]\s*[题題]\s*[:：]\s*/u, '').replace(/[\s　]+\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}(?:\s+\d{1,2}:\d{2}(?::\d{2})?)?\s*$/u, '').replace(/(?<=[\p{Script=Han}”》])\s*[*＊※①†]+$|\s+被引(?:量|次数)\s*[:：]\s*\d+$/u, '').trim();
  const m = /^(.{4,}?)[（(](.{2,40})[)）]$/u.exec(text);
  if (m && !parseDate(m[2] as string) && !/^(?:[一二三四五六七八九十上中下\d]+|试行|草案|修订.*|节选|全文|征求意见稿|.*年.*)$/u.test(m[2] as string)) return { title: (m[1] as string).trim(), column: m[2] as string };
  return { title: (m && parseDate(m[2] as string) ? (m[1] as string) : text).trim(), column: null };
}
