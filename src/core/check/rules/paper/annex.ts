/** GB/T 9704—2012, 7.3.4: 附件 is followed by a full-width colon, and the name of an annex by no mark (G-4). */
import type { Fault, ParagraphRule } from '../../rule';
import { isChinese, replace } from '../fault';

export const paperAnnexRule: ParagraphRule = {
  scope: 'paragraph', id: 'paper.annex', severity: 'warning', basis: 'GB/T 9704—2012, 7.3.4', profile: 'official-paper',
  check(paragraph) {
    if (!isChinese(paragraph)) return [];
    const { text } = paragraph;
    const m = /^附件\s*([:：﹕])?\s*(?:\d{1,2}\s*[.．、]\s*)?[^。；，\n]{2,60}?([。；，、.]?)$/u.exec(text);
    if (!m || !m[1]) return [];
    const faults: Fault[] = [];
    const at = text.indexOf(m[1]);
    if (m[1] !== '：') faults.push(replace(at, at + 1, '：', true, '“附件”后标全角冒号', '附件 is followed by a full-width colon'));
    if (m[2]) faults.push(replace(text.length - 1, text.length, '', true, '附件名称后不加标点符号', 'No mark follows the name of an annex'));
    return faults;
  },
};
