/** Usage (G-5): a document is named in full before its short title 《决定》 stands for it. */
import type { DraftRule } from '../../rule';
import type { Finding } from '../../types';

/** Kinds of documents that alone are no title. */
const KIND = /《((?:决定|意见|通知|规划|纲要|办法|条例|方案|规定|报告|公报|建议|决议|计划|规则|细则|准则|指南|标准|协定|公约|联合声明))》/gu;

export const paperShortTitleRule: DraftRule = {
  scope: 'draft', ids: ['paper.short-title'], profile: 'official-paper',
  check({ parsed, locale }) {
    const findings: Finding[] = [];
    const seen = new Set<string>();
    for (const m of parsed.prose.matchAll(KIND)) {
      const short = m[1] as string;
      if (seen.has(short)) continue;
      seen.add(short);
      const before = parsed.prose.slice(0, m.index);
      // Introduced as a short title, or a full title of that kind stands before it.
      if (/(?:简称|称为?|即)[“：]?\s*$/u.test(before) || new RegExp(`《[^《》]{2,80}${short}(?:（[^（）]*）)?》`, 'u').test(before)) continue;
      const message = locale === 'zh-cn' ? `《${short}》是简称，前文没有全称。` : `《${short}》 is a short title; the full one does not stand before it.`;
      findings.push({ start: m.index, end: m.index + m[0].length, rule: 'paper.short-title', severity: 'warning', message, source: null, edits: [], fixes: [] });
    }
    return { findings };
  },
};
