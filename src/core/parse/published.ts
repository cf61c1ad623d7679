/** Where and when a document appeared, as it says itself. Patterns are written in Simplified characters. */
import { toSimplified } from '../text/script';
import { DATE_LINE, isSigned, type Block } from './blocks';
import { fullestDate, minguoDate, parseDate, parseEnglishDate } from './dates';
import { isParticulars, labelled } from './particulars';
import { length } from './patterns';

/** Lines of a page's head and foot where particulars stand. */
const HEAD = 30, FOOT = 8;

/** The year and journal of an issue, by the article's number 1001-0475(2020)07-013-07 or a running head 某某研究 2023年第2期. */
export function issueOf(blocks: readonly Block[], raw: string): { year: string | null; journal: string | null } {
  const number = /(?:文章(?:编号|編號)|Article ID)\s*[:：\]】〕］]*\s*[\dX]{4}\s*[-–—－]\s*[\dX]{4}\s*[（(]\s*((?:19|20)\d{2})\s*[)）]/u.exec(raw.slice(0, 8000));
  for (const block of [...blocks.slice(0, 8), ...blocks.slice(-3)]) {
    const head = /^[《]?(\p{Script=Han}{3,16}?)[》]?\s*[,，]?\s*((?:19|20)\d{2})\s*年\s*第?\s*\d{1,3}\s*期/u.exec(toSimplified(block.text.slice(0, 80)));
    const cited = /^(\p{Script=Han}{3,16}(?:[（(]\p{Script=Han}{2,10}[)）])?)\s*[,，]?\s*((?:19|20)\d{2})\s*[,，]\s*(?:Vol\.?\s*)?\d{1,3}\s*(?:Issue\s*)?[（(]/u.exec(toSimplified(block.text.slice(0, 80)));
    if (cited && length(block.text) <= 60) return { year: number?.[1] ?? (cited[2] as string), journal: cited[1] as string };
    if (head && length(block.text) <= 40) return { year: number?.[1] ?? (head[2] as string), journal: head[1] as string };
  }
  return { year: number?.[1] ?? null, journal: null };
}

const SOURCE = /(?:稿件|信息|文章|新闻)?来\s*源|稿源|来自|转自|转载自|Source/u;

const MEDIUM = '\\p{Script=Han}{1,8}(?:社|网|报|新闻|在线|杂志|周刊|电视台)';
const BESIDE = new RegExp(`^[（(]?(${MEDIUM}|Xinhua|CGTN|CCTV|China Daily|People's Daily|Global Times)[)）]?\\s*[,，·|｜\\s]\\s*(?:Updated:?\\s*)?(?:(?:19|20)\\d{2}[-年/.]|\\d{1,2}:\\d{2}|[A-Z][a-z]+\\.? \\d{1,2},? \\d{4})|^(?:发布时间\\s*[:：]\\s*)?(?:19|20)\\d{2}[-年/.]\\d{1,2}[-月/.]\\d{1,2}日?(?:\\s+\\d{1,2}:\\d{2}(?::\\d{2})?)?\\s+(${MEDIUM})$|^By [A-Z][\\p{L} .]+\\| ?(China Daily|Xinhua|CGTN)\\b`, 'u');

export function publicationOf(blocks: readonly Block[]): string | null {
  for (const [i, block] of blocks.entries()) {
    if (length(block.text) > 90) continue;
    const text = toSimplified(block.text.slice(0, 120));
    if (!/^(?:数据|资料|图片)来源/u.test(text) && (i < HEAD || i >= blocks.length - FOOT) && length(text) <= 70) {
      const value = labelled(text, SOURCE);
      const name = value ? nameOf(value) : null;
      if (name) return own(name, text, block.text);
    }
    // An agency or paper beside the day: 新华社 2022-10-26 09:35; 2023-10-11 经济日报; CGTN, July 12, 2019.
    const beside = i < HEAD && length(text) <= 40 ? BESIDE.exec(text) : null;
    if (beside) return own((beside[1] ?? beside[2] ?? beside[3]) as string, text, block.text);
    const stamp = /^(\p{Script=Han}{4,24})\s+\d{4}-\d{2}-\d{2}\s*(?:发表|发布)/u.exec(text);
    if (stamp) return own(stamp[1] as string, text, block.text);
    const paper = /^[（(]?[《]([^》]{2,16})》\s*[（(]?\s*\d{4}\s*年/u.exec(text);
    if (paper && (i < HEAD || i >= blocks.length - FOOT)) return own((paper[1] as string).trim(), text, block.text);
  }
  return null;
}

/** 《求是》2022/09, 新华网 2022年…, 人民日报 第1版: the name alone. */
function nameOf(value: string): string | null {
  const titled = /^《([^》]{2,24})》/u.exec(value);
  const name = (titled?.[1] ?? /^[^\s　|;；,，【】[\]（()）]{2,40}(?: [A-Z][^\s　|;；,，]*)*/u.exec(value)?.[0] ?? '').replace(/(?:19|20)\d{2}.*$|第\d+期.*$/u, '').trim();
  return name.length < 2 || /^(?:数据|资料|未知|不详|网络|本站原创|原创|本站|互联网|https?)/iu.test(name) || name.length > 30 ? null : name;
}

/** A name in the document's own characters. */
function own(name: string, simplified: string, written: string): string {
  const at = simplified.indexOf(name);
  return at >= 0 ? written.slice(at, at + name.length) : name;
}

/** The line of a saved page that says where it is from. Addresses in the running text are of something else. */
const ADDRESS = /^(?:(?:本文|原文|来源|文章|网页)?(?:链接|网址|地址)|URL|Link|Source|Retrieved from)?\s*[:：]?\s*(https?:\/\/[^\s<>"，。；）)]+)$/iu;

export function addressOf(blocks: readonly Block[]): string | null {
  const edge = blocks.length <= HEAD + FOOT ? blocks : [...blocks.slice(0, HEAD), ...blocks.slice(-FOOT)];
  const found = edge.flatMap(({ text, kind }) => {
    const address = kind !== 'reference' && text.length <= 300 ? ADDRESS.exec(toSimplified(text.trim()))?.[1] : undefined;
    return address === undefined ? [] : [address];
  });
  // Several are links to other pages.
  return new Set(found).size === 1 ? found[0] as string : null;
}

const ISSUED = /(?:成文|发文|签发|印发|公布)(?:时间|日期)/u;
const PUBLISHED = /(?:发布|发稿|刊发|发表|更新|录入)?(?:时间|日期)|Date|Published|Time|Posted/u;

/**
 * The document's day, as far as it says. An official paper's is that under its signature; a page's what stands with its title.
 * `title`: the title's block; `official`: the document bears a number of its issuer.
 */
export function dateOf(blocks: readonly Block[], title: Block | null, official: boolean): string | null {
  const at = title ? blocks.indexOf(title) : -1;
  const texts = blocks.map((block) => (block.text.length <= 260 ? toSimplified(block.text) : ''));
  const near = (from: number, to: number, judge: (text: string, block: Block) => string | null): string | null => {
    for (let i = Math.max(0, from); i < Math.min(blocks.length, to); i++) { const date = judge(texts[i] as string, blocks[i] as Block); if (date) return date; }
    return null;
  };
  const line = (text: string): string | null => (DATE_LINE.test(text.slice(0, 60).trim()) && text.length <= 60 ? parseDate(text) : null);
  // Annexes, or the paper that is issued, may follow the signature.
  const underOffice = (): string | null => { const i = blocks.findIndex((_, n) => n > at + 1 && isSigned(blocks, n)); return i < 0 ? null : line(texts[i + 1] as string); };
  const signed = (): string | null => { for (let i = blocks.length - 1; i >= Math.max(0, blocks.length - FOOT); i--) { const date = line(texts[i] as string); if (date) return date; } return null; };
  const issued = near(0, blocks.length, (text) => { const value = length(text) <= 60 ? labelled(text, ISSUED) : null; return value ? parseDate(value) : null; });
  if (issued) return issued;
  if (official) { const date = underOffice() ?? signed() ?? near(at, at + 8, line); if (date) return date; }
  const adopted = near(at + 1, at + 4, adoptionIn);
  if (adopted) return adopted;
  return near(at - 6, at + 9, (text, block) => (isParticulars(text) || block === title ? null : line(text)) && line(text))
    ?? near(0, blocks.length, (text) => {
      if (length(text) > 70) return null;
      const value = labelled(text, PUBLISHED);
      return value ? parseDate(value) ?? parseEnglishDate(value) : null;
    })
    ?? near(at - 8, at + 9, (text, block) => {
      if (isParticulars(text)) return fullestDate(text);
      if (block === title && /[（(](?:19|20)\d{2}年/u.test(text)) return parseDate(text);
      if (block.kind === 'boilerplate' && /发表于|发布|《[^》]+》/u.test(text)) return parseDate(text);
      return /^(?:Published|Updated|Posted)\b/u.test(text) ? parseEnglishDate(text) : null;
    })
    ?? near(0, Math.max(3, at + 5), stampIn)
    ?? near(at + 1, at + 6, (text) => (length(text) <= 60 ? parseEnglishDate(/^[（(]?.{0,30}?(?:[A-Z][a-z]+\.? \d{1,2},? \d{4}|\d{1,2} [A-Z][a-z]+ \d{4}).{0,30}$/u.exec(text)?.[0] ?? '') : null))
    ?? near(0, Math.max(8, at + 6), (text) => minguoDate(text))
    ?? signed()
    ?? paperOf(texts)
    ?? datelineOf(texts);
}

/** The note below a title that says who adopted the paper and when; the latest change is the text's own day. */
function adoptionIn(text: string): string | null {
  const note = /^[（(](.{10,240})[)）]$/u.exec(text)?.[1];
  if (!note || !/(?:通过|批准|修订|修正|公布|发布)/u.test(note)) return null;
  const days = [...note.matchAll(/(?:(?:19|20)\d{2}年\d{1,2}月\d{1,2}|[二一][〇○零九][〇○零一二三四五六七八九]{2}年[一二三四五六七八九十]{1,3}月[一二三四五六七八九十]{1,3})日(?!起)/gu)].map(([day]) => parseDate(day)).filter((day) => day !== null);
  return days.sort().at(-1) ?? null;
}

/** A stamp near the title: 某某网 2020-03-03 10:20 浏览 12 次; Chinese ministers … 03-06-2004 13:26. */
function stampIn(text: string, block: Block): string | null {
  if (length(text) > 60 || block.kind === 'caption') return null;
  const stamp = /(?<!\d)(?:19|20)\d{2}(?:[-/.]\d{1,2}[-/.]\d{1,2}(?!\d)|\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日\s*(?:星期|\d{1,2}[:：]\d{2}|\p{Script=Han}{2,16}$|$))/u.exec(text);
  if (stamp) return parseDate(stamp[0]);
  const american = /(?<!\d)(\d{2})[-/](\d{2})[-/]((?:19|20)\d{2})(?!\d)/u.exec(text);
  if (american && Number(american[1]) <= 12 && Number(american[2]) <= 31) return `${american[3]}-${american[1]}-${american[2]}`;
  return /^[A-Z][a-z]+\.? \d{1,2},? \d{4}$|^(?:Updated|Posted)\b|^(?:\d{1,2}:\d{2}\s+)?\d{1,2}\.\d{1,2}\.\d{4}\b/u.test(text) ? parseEnglishDate(text) : null;
}

/** （《某某日报》2020年1月2日 第1版）; （原载《某某》2020年第3期） */
function paperOf(texts: readonly string[]): string | null {
  for (const text of texts) {
    const paper = /^[（(]?(?:原载|来源[:：]|载|摘自|选自)?\s*[《][^》]{2,16}》\s*[（(]?\s*((?:19|20)\d{2}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日)/u.exec(text);
    if (paper) return parseDate(paper[1] as string);
  }
  return null;
}

/** The dateline of an agency that states the year: 新华社北京2022年3月15日电. */
function datelineOf(texts: readonly string[]): string | null {
  for (const text of texts.slice(0, 12)) {
    const line = /^.{0,24}?((?:19|20)\d{2}年\d{1,2}月\d{1,2}日)[电讯]/u.exec(text);
    if (line) return parseDate(line[1] as string);
    const english = /^[A-Z][\p{L} ]{2,24},? (\d{1,2} [A-Z][a-z]{2,8} \d{4}|[A-Z][a-z]{2,8}\.? \d{1,2}, \d{4})\s*(?:[（(]|[:：–—-])/u.exec(text);
    if (english) return parseEnglishDate(english[1] as string);
  }
  return null;
}
