/** The tree of a page, as far as telling content from furniture needs it: containers with what they hold. */
import type { ParagraphKind } from '../../library/types';
import type { Run } from '../layout';

export interface Container {
  readonly tag: string;
  readonly parent: Container | null;
  /** Its place in the order of opening tags: a child has a higher number than its parent. */
  readonly order: number;
  /** It, or a container around it, is furniture by its tag. */
  readonly furniture: boolean;
  /** Names (class, id) speak for furniture (-1), for content (1), or neither. Inherited where it has none itself. */
  readonly hint: number;
  /** It holds a note at the foot of the text. */
  readonly note: boolean;
}

export interface PageBlock {
  readonly runs: Run[];
  readonly container: Container;
  /** The tag that it is the text of: p, h1, li, td … */
  readonly tag: string;
  /** Characters that are not blank, and how many of them stand in links. */
  readonly characters: number;
  readonly linked: number;
  readonly kind: ParagraphKind | null;
}

/** Tags whose text is no part of the document. */
export const DROPPED = new Set(['script', 'style', 'template', 'svg', 'iframe', 'object', 'canvas', 'audio', 'video', 'noscript', 'textarea', 'select', 'option', 'datalist', 'title', 'rp', 'noframes', 'del', 'annotation', 'annotation-xml']);

/** Tags that end a paragraph. */
export const BLOCK_TAGS = new Set(['html', 'body', 'address', 'article', 'aside', 'blockquote', 'center', 'dd', 'details', 'dialog', 'div', 'dl', 'dt', 'fieldset', 'figcaption', 'figure', 'footer', 'form', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'header', 'hgroup', 'hr', 'legend', 'li', 'main', 'nav', 'ol', 'p', 'pre', 'section', 'summary', 'table', 'tbody', 'thead', 'tfoot', 'tr', 'td', 'th', 'caption', 'ul', 'head', 'menu', 'search', 'ucapcontent', 'ucaptitle', 'marquee']);

const FURNITURE_TAGS = new Set(['nav', 'footer', 'aside', 'form', 'button', 'menu', 'dialog', 'search']);

const FURNITURE_NAMES = /^(?:nav\w*|menu\w*|foot\w*|header|head|top|bottom|sidebar|side|aside|breadcrumbs?|crumbs?|location|position|share\w*|social|comments?|related?|relate\w*|recommend\w*|copyright|toolbar|pager?|pagination|banner|login|search\w*|ads?|advert\w*|qrcode|hot|rank\w*|friend\w*|tags?|cookie\w*|popup|modal|subscribe|weixin|wechat|print)$/;
const CONTENT_NAMES = /^(?:article\w*|content\w*|main|zoom|trs|editor|detail\w*|text|body|post|entry|news\w*|story|maincontent|articlebody|rich|con|ucapcontent)$/;

const NOTE_NAMES = /^(?:(?:sd)?(?:footnote|endnote)\d*|f?tn\d+|fn\d+|footnotes?-?(?:text|item|body)?)$/;

/** Whether a container's class, id or role says that it holds a note. */
export function isNote(tag: string, names: string, role: string): boolean {
  return /^(?:doc-)?(?:footnote|endnote|rearnote)s?$/.test(role) || ((tag === 'div' || tag === 'li' || tag === 'aside' || tag === 'p' || tag === 'section') && names.slice(0, 300).toLowerCase().split(/\s+/).some((name) => NOTE_NAMES.test(name)));
}

/** Whether a link is the mark of a note, by its role, type or class. */
export function isNoteLink(a: Readonly<Record<string, string>>): boolean {
  return /^(?:doc-)?noteref$/.test(a['epub:type'] ?? a['role'] ?? '') || /(?:^|\s)(?:footnote-?ref|noteref|sd(?:footnote|endnote)anc)(?:\s|$)/i.test(a['class'] ?? '');
}

/** Whether a link leads from a note back to its mark: ↩. */
export function isBackLink(a: Readonly<Record<string, string>>): boolean {
  return a['role'] === 'doc-backlink' || /(?:^|\s)(?:footnote-?back(?:ref|link)?|reversefootnote)(?:\s|$)/i.test(a['class'] ?? '');
}

/** What a container's class and id say of it. */
export function hintOf(names: string): number {
  if (names === '') return 0;
  let furniture = false, content = false;
  for (const name of names.slice(0, 300).replace(/([a-z])([A-Z])/g, '$1-$2').toLowerCase().split(/[^a-z]+/)) {
    if (FURNITURE_NAMES.test(name)) furniture = true;
    if (CONTENT_NAMES.test(name)) content = true;
  }
  return furniture === content ? 0 : furniture ? -1 : 1;
}

export function isFurnitureTag(tag: string, inArticle: boolean, role: string): boolean {
  if (FURNITURE_TAGS.has(tag)) return true;
  if (tag === 'header') return !inArticle;
  return /^(?:navigation|banner|contentinfo|complementary|search|menu|menubar)$/.test(role);
}
