/** GB/T 15835—2011, 5.1.6: Arabic numerals are half-width (F-8). */
import type { ParagraphRule } from '../../rule';
import { isChinese, replace } from '../fault';

export const numberWidthRule: ParagraphRule = {
  scope: 'paragraph', id: 'number.width', severity: 'warning', basis: 'GB/T 15835—2011, 5.1.6',
  check(paragraph) {
    if (!isChinese(paragraph)) return [];
    return [...paragraph.text.matchAll(/[０-９]+(?:[．.][０-９]+)?％?/gu)].map((m) => {
      const right = m[0].normalize('NFKC');
      return replace(m.index, m.index + m[0].length, right, true, `阿拉伯数字用半角：${right}`, `Arabic numerals are half-width: ${right}`);
    });
  },
};
