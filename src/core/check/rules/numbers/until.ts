/** Usage (F-18): up to a time is 截至; 截止 says that something ends. */
import type { ParagraphRule } from '../../rule';
import { isChinese, replace } from '../fault';

export const numberUntilRule: ParagraphRule = {
  scope: 'paragraph', id: 'number.until', severity: 'warning', basis: null,
  check(paragraph) {
    if (!isChinese(paragraph)) return [];
    return [...paragraph.text.matchAll(/(?<![名请稿集理报售购票缴费间期动日]|已)截止到?(?=(?:\d{4}年|\d{1,2}月|\d{1,2}日|[〇一二三四五六七八九十]{1,4}[年月]|目前|当前|现在|今年|去年|本[月年周]|上[月年周]|昨[日天]|今[日天]))/gu)].map((m) =>
      replace(m.index, m.index + m[0].length, '截至', true, '到某时为止用“截至”', 'Up to a time is 截至'));
  },
};
