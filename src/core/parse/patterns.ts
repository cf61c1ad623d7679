/** What lines of a document look like that are not its running text: headings, captions, references, page furniture. */
import { endsFinally } from './lines';
import { isParticulars } from './particulars';

/** A heading's number: 一、 （一） 第一章 1 1.1 1. */
const NUMBERED = /^(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[)）]|第[一二三四五六七八九十百\d]{1,4}[章节编部分条]|\d{1,2}(?:\.\d{1,2}){0,3}[.、．]?\s*(?=[\p{Script=Han}A-Z“]))/u;

/** A quantity as an info box states it: Arabic digits, or 逾万, 千余 and the like, with a unit. */
const QUANTITY = /\d[\d,.]*\s*(?:[多余]\s*)?[万亿]?[多余]?(?!年代|世纪|[年月日号时届次]|\d)(?:[%％‰]|\p{Script=Han})|[逾超近约][百千万亿]|[百千万亿][余多]/u;

export function isNumberedHeading(text: string): boolean {
  return NUMBERED.test(text) && !endsFinally(text) && length(text) <= 50 && !/[，；]/u.test(text);
}

/** Length as a reader feels it: a Latin word counts as two Chinese characters. */
export function length(text: string): number {
  return text.replace(/[A-Za-z0-9'’&/-]+/gu, 'ww').replace(/\s/gu, '').length;
}

/** Stands alone, is short and does not end as a sentence. */
export function isHeadingLike(text: string): boolean {
  if (endsFinally(text) || /[,，;；、]$/u.test(text)) return false;
  const long = /\p{Script=Han}/u.test(text) ? 44 : 90;
  if (length(text) > long || length(text) < 2) return false;
  if (!/[\p{Script=Han}A-Za-z]{2}/u.test(text)) return false;
  return (text.match(/[，,；;]/gu) ?? []).length <= 1 && !/[。！？](?!$)/u.test(text);
}

export function isCallout(text: string): boolean {
  return isHeadingLike(text) && !NUMBERED.test(text) && (QUANTITY.test(text) || /^截至\d{4}年(?:\d{1,2}月)?底?$/u.test(text));
}

export function isQuestion(text: string): boolean {
  return /[？?]$/u.test(text) && length(text) <= 80 && !/[。！]/u.test(text);
}

export const CAPTION = /^((?:图|表|圖|附表|附图|Figure|Fig\.|Table)\s*(?:\d{1,3}(?:[-.]\d{1,2})?|[一二三四五六七八九十]{1,3}))(?:[\s:：.、.　]+|(?<=\d)(?=\p{Script=Han})(?!(?:年|月|日|个|项|张|所|显|为|是|中|给|列|可|说|表明|反映|和|与|的|展|描)))(\S.*)$/u;

export function isCaption(text: string): boolean {
  return (CAPTION.test(text) && length(text) <= 60 && !/[。；]$/u.test(text)) || isCredited(text);
}

/** A picture's text ends with who took or gave it: ……。新华社记者 某某 摄. */
function isCredited(text: string): boolean {
  return text.length <= 240 && (/^图\s*[|｜:：]|^[△▲▼▽]\s*\S|(?:[。.）)，,\s]|记者|社发)\s*\p{Script=Han}{2,4}\s*(?:摄|拍摄)[)）]?$|[。.）)，,\s](?:资料(?:照|照片|图|图片)|\p{Script=Han}{2,10}供图|图源\S{0,12}|图片来源[^。]{0,20}|\p{Script=Han}{2,8}提供)[)）。]?$/u.test(text)
    || /^[【\[(（]?(?:资料图|图片来源|图源)\s*[:：]/u.test(text));
}

/** A note at the foot of a page: ① 《……》，人民出版社 1999 年版，第 3 页。 */
export function isFootnote(text: string): boolean {
  return /^[①-⑳]\s*\S/u.test(text) && length(text) <= 160 && /《|出版社|参见|参阅|转引|第\s*\d+\s*[页期卷]|\[[MJNDR]\]|https?:/u.test(text);
}

export function isReferencesHeading(text: string): boolean {
  return /^[【\[〔［#\s]*(?:主要)?(?:参考文献|參考文獻|注\s*释|註\s*釋|References|Bibliography|Notes)\s*[】\]〕］]?\s*(?:[（(]\s*References\s*[)）])?\s*[:：]?$/iu.test(text);
}

/** An entry of a list of references, or a line that goes on with one. */
export function isReferenceEntry(text: string): boolean {
  return /^[-•*]?\s*(?:\[\d{1,3}\]|［\d{1,3}］|〔\d{1,3}〕|[①-⑳]|\d{1,3}[.．]\s)/u.test(text) || REFERENCE_MARK.test(text);
}

/** The document type mark of GB/T 7714 or an address. */
export const REFERENCE_MARK = /\[(?:J|M|N|D|R|A|S|C|G|P|Z|EB|DB|CP)(?:\/OL)?\]|https?:\/\//u;

const LABELLED = /^(?:收稿日期|修回日期|基金项目|作者简介|通信作者|通讯作者|引用格式|引文格式|中图分类号|文献标[识志]码|文章编号|DOI|doi|责任编辑|责编|编辑|审核|校对|来源|稿源|信息来源|数据来源|资料来源|发布时间|发布日期|发稿时间|时间|日期|浏览次数|浏览|点击|字号|分享到|打印|关键字|标签|上一篇|下一篇|相关链接|相关阅读|延伸阅读|当前位置|您的位置|您现在的位置|您当前的位置|新闻线索|热线|联系电话|合作电话|咨询电话|服务热线|联系我们|电话|传真|邮编|地址|邮箱|网址|版权所有|主办单位|承办单位|技术支持|Address|Tel|Fax|E-?mail|Received|Published by|Editor|Source|Copyright|DOI)\s*[:：]?/u;
/** What a browser, a share bar, a consent banner or a picture frame puts around a text. */
const CHROME = /^下载.{0,12}(?:APP|客户端)$|^体验更多精彩$|^Home\s*[-–>|/]|^(?:按此[,，])?跳(?:至|到|转到?)主要?内容|隐私(?:权|政策|声明|条款)|\b[Cc]ookies?\b|浏览器|does not appear to support|字[型体号]大小|默认 超大|进阶搜寻|^(?:广告|廣告)(?:\s*(?:广告|廣告))*$|^(?:下载|分享|收藏|点赞|举报|评论|推广|audio|video|下一页|上一页|展开全文|查看更多|责任编辑)\s*[(（]?\d*[)）]?$|^[A\s+\-−]{1,9}$|^\S{1,60}\.(?:jpe?g|png|gif|webp|pdf|docx?|mp[34])$|^第\s*[A-Z]?\d{1,3}\s*版\s*[:：]?.{0,8}$|已关闭评论|^\d+\s*条评论|^[(（](?:原标题|欢迎点击|点击|关注)[^()（）]{2,80}[)）]$|^(?:首页|主页|Home|新闻)\s*[>›»→]|[>›»→]\s*正文$|^(?:听新闻|收听本文|打开APP|APP下载|扫码|微信扫码|微信扫一扫|朋友圈$|点击右上角|请使用浏览器|正在阅读[:：]|阅读剩余|打印\s*纠错)|^[<>«»]+\s*\p{Script=Han}{2,6}$|^(?:阅读|浏览|点击|评论|人气)\s*[(（:：]\s*\d*|^(?:Related (?:news|stories|articles)|Most (?:popular|read|viewed)|Search Trends|Trending|Photos|Editor['’]s (?:picks|choice)|Share|Comments?)\b.{0,16}$|^欢迎(?:来到|访问|光临).{2,24}(?:网站|网|主页)|^[^_。，,]{2,30}(?:_[^_。，,]{2,30}){2,}/iu;
/** Short entries between strokes: a bar of links. */
const LINK_BAR = /^[^。，,|｜]{1,14}(?:\s*[|｜]\s*[^。，,|｜]{1,14}){2,}$/u;
/** Links of an English page; two of them make a line a menu. */
const LINKS = /\b(?:About Us|Contact Us|Privacy Policy|Terms of (?:Use|Service)|Sign (?:in|up)|Log ?in|Subscribe|Newsletter|Site ?map|Advertise|Read more|Related (?:Stories|News|Articles)|Share this|Home)\b/gu;
const JAPANESE = /[\u3041-\u309f\u30a1-\u30fa]/gu;

const PHRASES = /版权所有|版權所有|All rights reserved|Copyright ?©|©|ICP备|公网安备|扫一扫|打印本页|关闭窗口|返回首页|网站首页|网站地图|加入收藏|设为首页|无障碍|责任编辑|后台管理|技术支持|微信公众号|转载请注明|未经授权|点击查看|阅读原文|新闻线索|报社地址|本网站|免责声明/u;

/**
 * Page furniture: what a page, a printer or a site added. `label` lines count only while they are short, so that a
 * paragraph that happens to begin with 来源 stays a paragraph.
 */
export function isFurniture(text: string): boolean {
  if (/^[-–—·•●\s\d/|第页共Pp.]+$/u.test(text) && /\d|^[-–—·•●\s|]+$/u.test(text) && !/\d{4}年/u.test(text) && text.length <= 14) return true;
  // Lines of marks only; what ends a page: 完, THE END; a bar of pages: 上一页123下一页.
  if (/^[\p{P}\p{S}\s]+$/u.test(text) && !/^(?:[…—\s]+|[“”‘’「」]+)$/u.test(text)) return true;
  if (/^[（(\[【]?(?:完|全文完|本文完|结束|此件(?:主动|依申请|不予|不)?公开(?:发布)?|THE END|Top|返回)[)）\]】]?$/iu.test(text) || /^\d{1,2}\s*版\s*[:：]\s*\S.{0,8}$|^(?:前一?[版篇页]|上一[版篇页期])[\s\d.…]*(?:后|下)一?[版篇页期]/u.test(text)) return true;
  if (/^[【\[〖].{0,4}(?:字号|打\s*印|关\s*闭|第\d+页|收藏|分享|评论)/u.test(text) && length(text) <= 30) return true;
  if (isParticulars(text) || isScatter(text)) return true;
  if (/^https?:\/\/\S+$|^\S+@\S+\.\w+$/u.test(text)) return true;
  if (length(text) <= 90 && CHROME.test(text)) return true;
  if (/^(?:19|20)\d{2}[-/年]\d{1,2}[-/月]\d{1,2}日?(?:\s+\d{1,2}:\d{2}(?::\d{2})?)?\s*(?:来源|编辑|作者|浏览|阅读)\s*[:：]/u.test(text) && length(text) <= 60) return true;
  if (text.length <= 160 && LINK_BAR.test(text) && !/\d{3}/u.test(text)) return true;
  if ((text.match(LINKS)?.length ?? 0) >= 2 && length(text) <= 120) return true;
  if ((text.match(JAPANESE)?.length ?? 0) >= 6 && length(text) <= 90) return true;
  // A running head with the journal's issue; the class numbers of a paper.
  if (/(?:19|20)\d{2}\s*年\s*第\s*\d{1,3}\s*期|第\s*\d{1,3}\s*卷\s*第\s*\d{1,3}\s*期|^Vol\.?\s*\d+.{0,8}No\.?\s*\d+|(?:19|20)\d{2}\s*[,，]\s*Vol\.?\s*\d+/u.test(text) && length(text) <= 60 && !endsFinally(text)) return true;
  if (/^[【\[〔［(（]?\s*(?:中图分类号|文献标[识志]码|文章编号)/u.test(text) && length(text) <= 90) return true;
  const short = length(text) <= 40;
  const labelled = LABELLED.exec(text);
  if (labelled) {
    const colon = /[:：]/u.test(text.slice(0, labelled[0].length + 1));
    if (colon || (short && !endsFinally(text) && text.length <= 12)) return short || /^(?:收稿|修回|基金|作者简介|通信|通讯|引用|引文|上一篇|下一篇|Published|Received|版权)/u.test(text);
    if (/^(?:Published by|Received|上一篇|下一篇|当前位置|您现在的位置|您当前的位置|您的位置)/u.test(text)) return true;
  }
  if (PHRASES.test(text) && length(text) <= 90) return true;
  // A publisher's stamp: name, date and 发表于/发布.
  if (/\d{4}[-年./]\d{1,2}[-月./]\d{1,2}日?\s*(?:发表于|发布|发表|刊发|来源)/u.test(text) && length(text) <= 50) return true;
  // An agency's line, an editor's signature.
  if (/^[（(]?(?:新华社|中新社|据).{0,20}(?:电|报道)[)）]?$|^[—–-]{1,2}\s*编\s*者$/u.test(text)) return true;
  // A menu entry with its count.
  if (/^\p{Script=Han}{2,8}\s*[（(]\d+[)）]$/u.test(text)) return true;
  return false;
}

/** What a forum scatters between paragraphs against copying: 1 S5 ^3 i( u! }+ N) |' B, G-. No words, hardly two letters together. */
function isScatter(text: string): boolean {
  if (text.length < 8 || text.length > 120 || /[^\x20-\x7e]/.test(text)) return false;
  const pieces = text.split(' ');
  return pieces.length >= 4 && pieces.every((piece) => piece.length <= 4) && (text.match(/[\x21-\x2f\x3a-\x40\x5b-\x60\x7b-\x7e]/g)?.length ?? 0) >= 4 && !/[A-Za-z]{3}|\d{3}/.test(text) && /[A-Za-z]/.test(text);
}

/** Words that make a short line at the edge of a page part of a menu. */
const MENU = /^(?:首页|主页|新闻(?:资讯|动态|类别|中心)?|通知公告|联系我们|关于我们|English|登录|注册|搜索|更多|返回|顶部|导航|网站导航|政务公开|信息公开|机构概况|站内搜索)$/u;
export function isMenuEntry(text: string): boolean {
  return MENU.test(text);
}

export const ABSTRACT = /^(?:[【\[〔［]?(?:内容)?(?:摘[\s?？]*要|提\s*要|摘要)[】\]〕］]?|Abstract)\s*[:：]?\s*(?=\S)/iu;
export const KEYWORDS = /^(?:[【\[〔［]?(?:关\s*键\s*词|主题词|關鍵詞)[】\]〕］]?|Key\s?words)\s*[:：]?\s*(?=\S)/iu;
export const EDITORS_NOTE = /^(?:编者按|編者按|编者的话|按语|导读|Editor['’]s note)\s*[:：]/iu;
