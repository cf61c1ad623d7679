/** Arithmetic: nothing can fall by one time its size or more (F-10). */
import { numberOf } from '../../../extract/figures/numerals';
import type { Fault, ParagraphRule } from '../../rule';
import { isChinese, point } from '../fault';

const PATTERN = /(减少|下降|降低|缩小|缩短|减小|降|缩减|减轻|减)了?(?:近|约|超过|超|逾)?(\d+(?:\.\d+)?|[一二两三四五六七八九十百]+)(?:多|余)?倍/gu;

export const numberTimesRule: ParagraphRule = {
  scope: 'paragraph', id: 'number.times', severity: 'warning', basis: null,
  check(paragraph) {
    if (!isChinese(paragraph)) return [];
    const faults: Fault[] = [];
    for (const m of paragraph.text.matchAll(PATTERN)) {
      if (numberOf(m[2] as string) < 1) continue;
      faults.push(point(m.index, m.index + m[0].length, `“${m[1]}”不能用倍数：请改用百分比或几分之几`, `Nothing falls by ${m[2]} times its size: give a percentage or a fraction`));
    }
    return faults;
  },
};
