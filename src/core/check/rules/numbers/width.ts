/** Usage (F-8): Arabic numerals are half-width. What GB/T 15835 says of their form could not be read, so no clause is named. */
import type { ParagraphRule } from '../../rule';
import { isChinese, replace } from '../fault';

export const numberWidthRule: ParagraphRule = {
  scope: 'paragraph', id: 'number.width', severity: 'warning', basis: null,
  check(paragraph) {
    if (!isChinese(paragraph)) return [];
    return [...paragraph.text.matchAll(/[０-９]+(?:[．.][０-９]+)?％?/gu)].map((m) => {
      const right = m[0].normalize('NFKC');
      return replace(m.index, m.index + m[0].length, right, true, `阿拉伯数字用半角：${right}`, `Arabic numerals are half-width: ${right}`);
    });
  },
};
