/** GB/T 9704—2012, 7.2.5: a document number is 机关代字〔2025〕1号: hexagonal brackets, no 第, no leading zero (G-1). */
import type { ParagraphRule } from '../../rule';
import { isChinese, replace } from '../fault';

export const paperNumberRule: ParagraphRule = {
  scope: 'paragraph', id: 'paper.number', severity: 'warning', basis: 'GB/T 9704—2012, 7.2.5', profile: 'official-paper',
  check(paragraph) {
    if (!isChinese(paragraph)) return [];
    return [...paragraph.text.matchAll(/(\p{Script=Han}*[发办函字令电委部厅局规财教科工信建人组])([〔［[【（(])((?:19|20)\d{2})年?([〕］\]】）)])(第)?(\d{1,4})号/gu)].flatMap((m) => {
      const [, body, , year, , , number] = m as unknown as [string, string, string, string, string, string, string];
      const right = `${body}〔${year}〕${Number(number)}号`;
      if (right === m[0]) return [];
      const at = m.index + body.length;
      const form = right.slice(body.length);
      return [replace(at, m.index + m[0].length, form, true, `发文字号写作：${form}`, `The document number is written ${form}`)];
    });
  },
};
