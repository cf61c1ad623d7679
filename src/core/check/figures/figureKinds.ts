/** What kind of measure a figure is: only figures of one kind can be set against one another. */
import { isChange } from '../../extract/figures/metricWords';
import type { UnitClass } from '../../extract/figures/units';
import { classOf } from '../../extract/figures/units';

/** A growth over several years is another thing than that of one. */
const AVERAGE = /年均|平均(?=增|下|减)|\baverage annual\b|\bannual average\b/;

/** What kind of percentage: a share of a whole, a rate of change, another level. */
function percentKind(metric: string, change: boolean): string {
  if (change) return AVERAGE.test(metric) ? 'average' : 'change';
  if (/占|比例|比重|份额|占比|\bof the total\b|\baccount/.test(metric)) return 'share';
  return 'level';
}

interface Measured {
  readonly metric: string | null;
  readonly unit: string | null;
  readonly raw: string;
}

/** Units that are taken for one another: per cent and percentage points; people are counted like things. */
const SIDES: Partial<Record<UnitClass, UnitClass>> = { points: 'percent', people: 'count' };

/** A name for what a figure can be set against: a level, a change or a share, and the class of its unit. */
export function kindOf(figure: Measured): string {
  const unitClass = classOf(figure);
  const side = SIDES[unitClass] ?? unitClass;
  if (unitClass === 'percent') return `${percentKind(figure.metric ?? '', isChange(figure))} ${side}`;
  return `${unitClass === 'points' || isChange(figure) ? 'change' : 'level'} ${side}`;
}
