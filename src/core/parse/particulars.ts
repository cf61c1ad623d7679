/** A page's lines of particulars: date, source, author, editor in one. Patterns are written in Simplified characters. */

/** The labels of such a line. */
const LABEL = /(?:稿件|信息|文章|新闻)?来\s*源|稿源|(?:发布|发稿|刊发|发表|更新|录入|上传|发文|成文)?(?:时间|日期)|作者|编辑|责编|责任编辑|记者|浏览(?:量|次数|数)?|阅读(?:次数|量|数)?|点击(?:量|次数|数)?|人气|字号|字体|文号|发文字号|索引号|主题分类|发布机构|发文机关|发布单位|Source|Author|Editor|Date|Published|Updated|Views?|Time/u;
const LABELLED = new RegExp(`^[\\s•·●■◆【\\[（(|｜]*(?:${LABEL.source})\\s*[】\\]]?\\s*[:：]`, 'iu');
const DAY = /(?:19|20)\d{2}\s*[-/.年]\s*\d{1,2}\s*[-/.月]\s*\d{1,2}日?/u;
/** A day with its time, as a page prints it. */
const STAMP = new RegExp(`^[\\s（(【\\[]*(?:[^\\d。，]{0,24}\\s)?(?:https?://\\S+\\s+)?${DAY.source}[\\s)）\\]】]*(?:星期[一二三四五六日天])?\\s*(?:\\d{1,2}[:：]\\d{2}(?:[:：]\\d{2})?)(?:\\s.{0,50})?$`, 'iu');

/** Whether a line tells particulars of the text above or below it and nothing else. */
export function isParticulars(text: string): boolean {
  if (text.length > 120 || /^[\s（(]*(?:收稿|修回|基金|作者(?:简介|单位)|通[信讯]作者|引[用文]|图片|数据|资料)/u.test(text)) return false;
  if (LABELLED.test(text)) return text.length <= 90 && !/[。！？；]/u.test(text);
  if (STAMP.test(text)) return true;
  const dated = DAY.test(text), labels = text.match(new RegExp(`(?<!\\p{L})(?:${LABEL.source})\\s*[】\\]]?\\s*[:：]`, 'giu'))?.length ?? 0;
  return text.length <= 90 && !/[。！？；]/u.test(text) && ((dated && labels >= 1) || labels >= 2);
}

/** What stands behind one of the labels, up to the next one or a wide blank; null where it is empty. */
export function labelled(text: string, label: RegExp): string | null {
  const m = new RegExp(`(?:^|[\\s\\d•·●■◆【\\[（(|｜])(?:${label.source})\\s*[】\\]]?\\s*[:：]\\s*(.*)$`, 'iu').exec(text);
  if (!m) return null;
  const rest = m[1] as string;
  const next = new RegExp(`(?:(?:\\s|^|[|｜【\\[])[（(【\\[]?(?:${LABEL.source})|(?:发布|更新|发稿|刊发|发表)(?:时间|日期)|作者|责任编辑|浏览次数)\\s*[】\\]]?\\s*[:：]`, 'iu').exec(rest);
  const value = (next ? rest.slice(0, next.index) : rest).trim();
  return value === '' ? null : value;
}
