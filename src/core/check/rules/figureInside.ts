/** Figures of a draft that contradict one another (F-12, F-13, F-14). */
import { draftFigures } from '../figures/draftFigures';
import type { Contradiction, InnerFault } from '../figures/insideDraft';
import { contradictions } from '../figures/insideDraft';
import type { DraftRule } from '../rule';
import type { Locale } from '../../features/types';

const RULES: Readonly<Record<InnerFault, string>> = { sum: 'figure.sum', share: 'figure.share', growth: 'figure.growth', conflict: 'figure.conflict' };

function message({ fault, here, there }: Contradiction, locale: Locale): string {
  const zh = locale === 'zh-cn';
  switch (fault) {
    case 'sum': return zh ? `分项之和与总数不符：总数为${here}，分项为${there}` : `The parts do not make the total: ${here} in all, parts ${there}`;
    case 'share': return zh ? `占比合计超过100%：${here}` : `Shares come to more than 100 %: ${here}`;
    case 'growth': return zh ? `增幅与前后数值不符：此处为${here}，按数值推算为${there}` : `The growth does not follow from its values: here ${here}, by the values ${there}`;
    default: return zh ? `同一指标前后不一：此处为${here}，前文为${there}` : `One indicator has two values: here ${here}, before it ${there}`;
  }
}

export const figureInsideRule: DraftRule = {
  scope: 'draft', ids: ['figure.sum', 'figure.share', 'figure.growth', 'figure.conflict'],
  check: ({ parsed, locale }) => ({
    findings: contradictions(draftFigures(parsed.draft)).map((found) => ({
      rule: RULES[found.fault], severity: 'warning', start: found.start, end: found.end, message: message(found, locale), source: null, edits: [], fixes: [],
    })),
  }),
};
