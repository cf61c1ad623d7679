/** GB/T 15834—2011, B.4 and GB/T 9704—2012, 7.3.1: a title has no full stop, comma or semicolon at its end (G-4). */
import type { ParagraphRule } from '../../rule';
import { isChinese, replace } from '../fault';

export const paperTitleRule: ParagraphRule = {
  scope: 'paragraph', id: 'paper.title', severity: 'warning', basis: 'GB/T 15834—2011, B.4', profile: 'official-paper',
  check(paragraph) {
    if (!isChinese(paragraph) || paragraph.kind !== 'heading') return [];
    const { text } = paragraph;
    // A heading that is a sentence of several clauses is a paragraph that begins with its heading.
    if (!/[。，；、：]$/u.test(text) || /[。；！？]/u.test(text.slice(0, -1))) return [];
    return [replace(text.length - 1, text.length, '', true, '标题末尾不用标点符号', 'A title ends without a mark')];
  },
};
