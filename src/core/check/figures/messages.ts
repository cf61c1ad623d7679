/** What a check says of figures: in findings, and of what they follow from. */
import { shortTitle } from '../../cite/shortTitle';
import type { Locale } from '../../features/types';
import type { Derived, DerivedHow } from '../types';
import type { ValueFault } from './compareValues';

/** Faults of a figure as a whole. */
export type FigureFault = ValueFault | 'period' | 'exchanged' | 'direction';

export interface FaultWords {
  readonly draft: string;
  readonly source: string;
  readonly draftPeriod: string | null;
  readonly sourcePeriod: string | null;
  readonly title: string | null;
  /** Whether the draft's figure is a rise. */
  readonly rises: boolean;
}

const HALVES = ['上半年', '下半年'], QUARTERS = ['一', '二', '三', '四'];

/** A period as a reader says it. */
export function periodWords(period: string | null, locale: Locale): string {
  if (period === null) return '';
  const zh = locale === 'zh-cn', asOf = period.startsWith('as-of:');
  const stated = period.replace(/^(?:as-of|since|window):/, '');
  const date = /^(\d{4})(?:-(?:(\d{2})(?:\/\1-(\d{2}))?|H([12])|Q([1-4])))?$/.exec(stated);
  if (!date) return period === 'annual' ? (zh ? '每年' : 'a year') : period.startsWith('since:') ? (zh ? `${stated}以来` : `since ${stated}`) : stated;
  const [, year = '', month, last, half, quarter] = date;
  const lead = asOf ? (zh ? '截至' : 'as of ') : '';
  if (!zh) return `${lead}${year}${month ? `-${month}${last ? ` to ${year}-${last}` : ''}` : half ? ` H${half}` : quarter ? ` Q${quarter}` : ''}`;
  const part = month ? `${Number(month)}${last ? `—${Number(last)}` : ''}月` : half ? HALVES[Number(half) - 1] as string : quarter ? `${QUARTERS[Number(quarter) - 1] as string}季度` : '';
  return `${lead}${year}年${part}`;
}

const HOW: Readonly<Record<Locale, Readonly<Record<DerivedHow, string>>>> = {
  en: { growth: 'growth', difference: 'difference', sum: 'sum', multiple: 'multiple', share: 'share' },
  'zh-cn': { growth: '增幅', difference: '差额', sum: '合计', multiple: '倍数', share: '占比' },
};

/** From what a figure follows, in a phrase. */
export function derivedWords({ how, from }: Derived, locale: Locale): string {
  const zh = locale === 'zh-cn';
  const parts = from.map(({ raw, period }) => (period === null ? raw : zh ? `${raw}（${periodWords(period, locale)}）` : `${raw} (${periodWords(period, locale)})`));
  return zh ? `可由来源推算（${HOW[locale][how]}）：${parts.join('、')}` : `follows from the sources (${HOW[locale][how]}): ${parts.join(', ')}`;
}

/** The message of a finding, one sentence. */
export function faultMessage(fault: FigureFault, words: FaultWords, locale: Locale): string {
  const zh = locale === 'zh-cn';
  const { draft, source } = words;
  const from = words.title === null ? '' : zh ? `（《${shortTitle(words.title, locale)}》）` : ` (${shortTitle(words.title, locale)})`;
  switch (fault) {
    case 'unit': return zh ? `数量级或单位与来源不同：此处为${draft}，来源为${source}${from}` : `The scale or unit is not the source's: here ${draft}, in the source ${source}${from}`;
    case 'hedge': return zh ? `概数方向与来源不同：此处为${draft}，来源为${source}${from}` : `The hedge says what the source does not: here ${draft}, in the source ${source}${from}`;
    case 'points': return zh ? `百分比与百分点有别：此处为${draft}，来源为${source}${from}` : `Per cent and percentage points differ: here ${draft}, in the source ${source}${from}`;
    case 'period': {
      const here = periodWords(words.draftPeriod, locale), there = periodWords(words.sourcePeriod, locale);
      return zh ? `时间与来源不同：${source}在来源中属于${there}，此处写作${here}${from}` : `The time is not the source's: ${source} is given for ${there}, here for ${here}${from}`;
    }
    case 'exchanged': return zh ? `起止数值与来源相反：此处以${draft}为起点，来源中起点为${source}${from}` : `From and to are exchanged: here it starts at ${draft}, in the source at ${source}${from}`;
    case 'direction': return zh ? `增减方向与来源相反：来源中${source}${words.rises ? '是减少' : '是增加'}${from}` : `The change goes the other way: in the source ${source} is ${words.rises ? 'a fall' : 'a rise'}${from}`;
    default: return zh ? `数据与来源不同：此处为${draft}，来源为${source}${from}` : `The figure is not the source's: here ${draft}, in the source ${source}${from}`;
  }
}
