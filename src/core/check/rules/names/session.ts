/**
 * Names of congresses and plenary sessions, as a matter of form (T-4): a national congress of the Party is counted 次, its central
 * committee and the people's congress 届; a plenary session is one of a committee, so 二十届三中全会, never 二十大三中全会.
 */
import type { Fault, ParagraphRule } from '../../rule';
import { isChinese, replace } from '../fault';

const NUMBER = '[一二三四五六七八九十]{1,3}';

export const nameSessionRule: ParagraphRule = {
  scope: 'paragraph', id: 'name.session', severity: 'error', basis: null,
  check(paragraph) {
    if (!isChinese(paragraph)) return [];
    const { text } = paragraph;
    const faults: Fault[] = [];
    for (const m of text.matchAll(new RegExp(`(${NUMBER})大(${NUMBER})中全会`, 'gu'))) {
      const at = m.index + (m[1] as string).length;
      faults.push({ ...replace(at, at + 1, '届', true, `全会按“届”称：${m[1]}届${m[2]}中全会`, `A plenary session is one of a committee: ${m[1]}届${m[2]}中全会`), start: m.index, end: m.index + m[0].length });
    }
    for (const m of text.matchAll(new RegExp(`(党的?|中国共产党|中共)第(${NUMBER})届全国代表大会`, 'gu'))) {
      const at = m.index + m[0].indexOf('届');
      faults.push({ ...replace(at, at + 1, '次', true, `党的全国代表大会按“次”称：第${m[2]}次全国代表大会`, `A national congress of the Party is counted 次: 第${m[2]}次全国代表大会`), start: m.index, end: m.index + m[0].length });
    }
    for (const m of text.matchAll(new RegExp(`第(${NUMBER})次全国人民代表大会(?!第)`, 'gu'))) {
      const at = m.index + m[0].indexOf('次');
      faults.push({ ...replace(at, at + 1, '届', true, `全国人民代表大会按“届”称：第${m[1]}届全国人民代表大会`, `The National People's Congress is counted 届: 第${m[1]}届全国人民代表大会`), start: m.index, end: m.index + m[0].length });
    }
    return faults;
  },
};
