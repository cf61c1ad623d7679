/** GB/T 15834—2011, 4.5.3.5: no 、 between “A”“B” or 《A》《B》 that stand side by side. “通常”: a recommendation, and many papers do otherwise. */
import type { ParagraphRule } from '../../rule';
import { isChinese, replace } from '../fault';

export const markBetweenRule: ParagraphRule = {
  scope: 'paragraph', id: 'mark.between', severity: 'hint', basis: 'GB/T 15834—2011, 4.5.3.5', inQuotations: true,
  check(paragraph) {
    if (!isChinese(paragraph)) return [];
    return [...paragraph.text.matchAll(/(?<=”)、(?=“)|(?<=》)、(?=《)/gu)].map(({ index }) =>
      replace(index, index + 1, '', true, '并列的引号或书名号之间通常不用顿号', 'Between quotation or title marks side by side there is usually no 、'));
  },
};
