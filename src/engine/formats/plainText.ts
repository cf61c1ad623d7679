/** A container's own text: its blocks written one below the other. Offsets of the layout count in it. */
import type { ParagraphKind } from '../../core/library/types';
import type { Layout, LayoutBlock, LayoutPicture } from '../../core/parse/layout';
import { MOST_BLOCKS } from '../../core/parse/blocks';
import type { ReadDocument, ReadProblem } from './types';

/** A paragraph of a container, in reading order. */
export interface TextBlock {
  readonly text: string;
  readonly kind: ParagraphKind | null;
  /** A picture that stands here, before what follows; such a block has no text. */
  readonly picture?: TextPicture;
}

/** A picture of a container: the name of its part, or an address outside the document; its alternative text as a person wrote it. */
export interface TextPicture { readonly name: string; readonly alt: string | null; readonly inside: boolean }

/** At most so many pictures of one document are listed. */
const MOST_PICTURES = 5000;

/** At most so many UTF-16 units of text are taken from one document. */
export const MOST_TEXT = 48 * 1024 * 1024;

/** One line a paragraph, a blank line before each that is no row of a table. */
export function documentOf(blocks: readonly TextBlock[], properties: Layout['properties'], kind: string, problems: readonly ReadProblem[] = []): ReadDocument {
  const parts: string[] = [];
  const layout: LayoutBlock[] = [];
  const pictures: LayoutPicture[] = [];
  const found = [...problems];
  let at = 0;
  let before: ParagraphKind | null = null;
  for (const block of blocks) {
    if (block.picture && pictures.length < MOST_PICTURES) pictures.push({ start: at, end: at, picture: block.picture.name, caption: block.picture.alt, inside: block.picture.inside });
    const text = block.text.replace(/[\r\n\f\v\u2028\u2029]+/gu, ' ').replace(/^[ \u00a0\u3000]+|[\s\u3000]+$/gu, '');
    if (text.trim() === '') continue;
    if (layout.length >= MOST_BLOCKS) break;
    if (at + text.length > MOST_TEXT) {
      found.push({ code: 'cut-short', message: `it holds more than ${MOST_TEXT / 1024 / 1024} million characters; the rest is left out` });
      break;
    }
    const between = at === 0 ? '' : block.kind === 'table' && before === 'table' ? '\n' : '\n\n';
    parts.push(between, text);
    at += between.length;
    layout.push({ runs: [{ start: at, end: at + text.length, text: null, gap: 'markup' }], kind: block.kind });
    at += text.length;
    before = block.kind;
  }
  if (layout.length === 0 && found.length === 0) found.push({ code: 'empty', message: 'it holds no text' });
  return { text: at > 0 ? `${parts.join('')}\n` : '', layout: { blocks: layout, stated: null, properties, kind, pictures }, problems: found };
}

/** Alternative texts that a program wrote, and names of files. */
const JUNK_ALT = /自动生成|automatically generated|\.(?:png|jpe?g|gif|bmp|webp|svg|emf|wmf|tiff?)$|^(?:图片|图像|图形|Picture|Image|Graphic|图)\s*\d*$|^(?:https?:|[A-Z]:\\)/iu;

/** A picture of a container, by the name of its part; `alt` counts where a person could have meant it. */
export function pictureBlock(name: string, alt: string | undefined, inside = true): TextBlock {
  const words = (alt ?? '').replace(/\s+/gu, ' ').trim();
  return { text: '', kind: null, picture: { name: name.slice(0, 1000), alt: words === '' || JUNK_ALT.test(words) ? null : words.slice(0, 500), inside } };
}

const JUNK_TITLE = /^(?:Microsoft (?:Word|PowerPoint|Excel) - |(?:新建|新規|未命名|无标题|文档|文檔)|untitled|unknown(?: title)?$|document\d*$|slide \d|powerpoint|标题|title$|.*\.(?:docx?|pdf|indd|wps|dot|cdr|qxd)$|[\x20-\x7e]{0,5}$)/i;
const JUNK_AUTHOR = /^(?:user|users|admin\w*|administrator|微软用户|microsoft|windows|lenovo|dell|hp|asus|acer|thinkpad|pc|owner|unknown(?: author)?|作者|匿名|[a-z]{0,4}\d*)$/i;

/**
 * What a program filled in, as far as a person could have meant it. The day on which the file was made (`date`, in any usual
 * notation) is told as `created`: it is not the document's date, and a citation with it would be wrong.
 */
export function propertiesOf(title: string | undefined, authors: readonly string[], date: string | undefined): Record<string, unknown> {
  const properties: Record<string, unknown> = {};
  if (title && !JUNK_TITLE.test(title.trim()) && !/[\ufffd\ue000-\uf8ff]/u.test(title)) properties['title'] = title.trim();
  const names = authors.flatMap((name) => name.split(/[;；、,，]\s*/u)).map((name) => name.trim()).filter((name) => name.length > 1 && name.length <= 40 && !JUNK_AUTHOR.test(name));
  if (names.length > 0) properties['authors'] = names;
  const day = date === undefined ? null : /^(?:D:)?((?:19|20)\d{2})-?(\d{2})-?(\d{2})/.exec(date);
  if (day && Number(day[2]) >= 1 && Number(day[2]) <= 12 && Number(day[3]) >= 1 && Number(day[3]) <= 31) properties['created'] = `${day[1]}-${day[2]}-${day[3]}`;
  return properties;
}
