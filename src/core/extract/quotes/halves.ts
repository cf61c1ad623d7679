/** Documents in two languages: where a paragraph stands in its language's half, and the Chinese titles there. */
import { once } from '../../library/once';
import type { Paragraph, Source } from '../../library/types';
import { toSimplified } from '../../text/script';
import { QUOTING } from './collected';

export interface Halves {
  /** Which share of the source's English text stands in front of a paragraph. */
  english(paragraph: Paragraph): number;
  /** The titles in Chinese marks, each with the share of the Chinese text in front of its paragraph. */
  titles(): readonly { readonly title: string; readonly share: number }[];
}

/** Both halves are measured once, when the first question comes: a book has many quotations. */
export function halvesOf({ paragraphs }: Source): Halves {
  const isChinese = ({ kind, language }: Paragraph): boolean => QUOTING.has(kind) && language.startsWith('zh');
  const english = once(() => sharesOf(paragraphs, ({ kind, language }) => QUOTING.has(kind) && language === 'en'));
  const titles = once(() => [...sharesOf(paragraphs, isChinese)].filter(([paragraph]) => isChinese(paragraph)).flatMap(([{ text }, share]) =>
    [...toSimplified(text).matchAll(/《[^《》]{3,60}》(?:白皮书)?/g)].map((m) => ({ title: m[0], share }))));
  return { english: (paragraph) => english().get(paragraph) ?? 0, titles };
}

/** For each paragraph the share of the half's text in front of it. */
function sharesOf(paragraphs: readonly Paragraph[], isOf: (paragraph: Paragraph) => boolean): ReadonlyMap<Paragraph, number> {
  const total = Math.max(1, paragraphs.reduce((sum, one) => sum + (isOf(one) ? one.text.length : 0), 0));
  let before = 0;
  return new Map(paragraphs.map((paragraph) => {
    const share = before / total;
    if (isOf(paragraph)) before += paragraph.text.length;
    return [paragraph, share];
  }));
}
