/** GB/T 15835—2011, 5.1.2: a decimal fraction below one is written with its 0 before the point (F-3). */
import type { ParagraphRule } from '../../rule';
import { isChinese, replace } from '../fault';

export const numberDecimalRule: ParagraphRule = {
  scope: 'paragraph', id: 'number.decimal', severity: 'warning', basis: 'GB/T 15835—2011, 5.1.2',
  check(paragraph) {
    if (!isChinese(paragraph)) return [];
    return [...paragraph.text.matchAll(/(?<=[\p{Script=Han}（(，：～、])[.．](?!(?:19|20)\d{2}年)(\d+)(?=%|％|‰|\p{Script=Han}|[，。；、）)])/gu)].map((m) => {
      const right = `0.${m[1] as string}`;
      return replace(m.index, m.index + m[0].length, right, true, `小数点前的“0”不能省略：${right}`, `A decimal fraction has its 0: ${right}`);
    });
  },
};
