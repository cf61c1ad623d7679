/** GB/T 15835—2011, 5.3: behind Arabic digits only 万 and 亿 may stand as scales: 4000 or 四千, not 4千 (F-4). */
import { exact } from '../../../extract/figures/numerals';
import type { Fault, ParagraphRule } from '../../rule';
import { isChinese, replace } from '../fault';

/** Units that begin with 千 or 百: there the character is no scale of the number. */
const UNITS = '克|米|瓦|伏|卡|帕|赫|兆|焦|字节|比特|欧|安|牛|分[点之比]|升|巴|年|公里|家|合|姓|货|叶|倍行|斤顶|禧';
const PATTERN = new RegExp(`(?<![\\d.,，A-Za-z第])(\\d{1,3}(?:\\.\\d{1,3})?)([千百])(万?)(?!${UNITS})(?=[\\p{Script=Han}，。、；）])`, 'gu');

export const numberScaleRule: ParagraphRule = {
  scope: 'paragraph', id: 'number.scale', severity: 'warning', basis: 'GB/T 15835—2011, 5.3',
  check(paragraph) {
    if (!isChinese(paragraph)) return [];
    const faults: Fault[] = [];
    for (const m of paragraph.text.matchAll(PATTERN)) {
      const value = exact(Number(m[1]) * (m[2] === '千' ? 1000 : 100));
      if (!Number.isInteger(value)) continue;
      const right = `${value}${m[3] as string}`;
      faults.push(replace(m.index, m.index + m[0].length, right, true, `阿拉伯数字后只能用“万”“亿”：${right}`, `Behind Arabic digits only 万 and 亿 may stand: ${right}`));
    }
    return faults;
  },
};
