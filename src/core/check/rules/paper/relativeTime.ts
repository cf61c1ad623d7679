/** Usage of official papers (F-18): a time is given by its date, not seen from the day of writing. Advice only. */
import type { ParagraphRule } from '../../rule';
import { isChinese, point } from '../fault';

export const paperRelativeTimeRule: ParagraphRule = {
  scope: 'paragraph', id: 'paper.relative-time', severity: 'hint', basis: null, profile: 'official-paper',
  check(paragraph) {
    if (!isChinese(paragraph)) return [];
    return [...paragraph.text.matchAll(/昨[天日]|今[天日](?!的)|明[天日](?!的)|前[天日](?=，|上|下|在|\p{Script=Han})|上个?月(?!底之前)|本月(?=\d)|去年|前年|今年|明年|日前(?=，)|最近(?=，)/gu)]
      .filter((m) => !/\d日前$/u.test(paragraph.text.slice(Math.max(0, m.index - 2), m.index + m[0].length)))
      .map((m) => point(m.index, m.index + m[0].length, '公文中写明具体日期，不用相对时间', 'An official paper gives the date, not a time seen from today'));
  },
};
