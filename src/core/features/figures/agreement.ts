/** How the sources of one indicator stand to one another: what a writer wants to know before taking a value. */
import { compareValues } from '../../check/figures/compareValues';
import { metricGrams } from '../../extract/figures/metricWords';
import type { Figure } from '../../library/types';
import type { Agreement } from '../types';

const dateOf = ({ period }: Figure): string => (period ?? '').replace(/^(?:as-of|since|window):/u, '');

/** Whether one says more of what is measured than the other does: then they may count different things. */
function definedOtherwise(a: Figure, b: Figure): boolean {
  if (a.entity !== b.entity) return true;
  const one = metricGrams(a.metric), other = metricGrams(b.metric);
  return one.size !== other.size || [...one].some((gram) => !other.has(gram));
}

/** Whether a value is the other one, or the other one rounded. Hedges are no conflict: 超过1.4万 and 14450 are both right. */
function pairOf(a: Figure, b: Figure): 'same' | 'rounded' | 'other' {
  const answers = [compareValues(a, b), compareValues(b, a)];
  if (answers.some((answer) => answer?.verdict === 'agrees')) return 'same';
  if (answers.some((answer) => answer?.verdict === 'rounded' || (answer?.verdict === 'differs' && answer.fault === 'hedge'))) return 'rounded';
  return 'other';
}

const WEIGHT: readonly Agreement[] = ['alone', 'dates', 'agree', 'rounded', 'definitions', 'conflict'];

/**
 * The gravest thing that can be said of the figures of one indicator, statements of one source about itself left out: `conflict` where
 * two sources give other values for the same thing at the same time; `definitions` where what they measure is worded otherwise;
 * `rounded`, `agree`; `dates` where they speak of different times only; `alone` where one source speaks.
 */
export function agreementOf(figures: readonly Figure[]): Agreement {
  let gravest: Agreement = 'alone';
  const raise = (found: Agreement): void => { if (WEIGHT.indexOf(found) > WEIGHT.indexOf(gravest)) gravest = found; };
  // By time, so that of many years only those of one are set against each other.
  const byDate = new Map<string, Figure[]>();
  for (const figure of figures) {
    const list = byDate.get(dateOf(figure));
    if (list) list.push(figure); else byDate.set(dateOf(figure), [figure]);
  }
  const filesAt = [...byDate.values()].map((list) => new Set(list.map(({ file }) => file)));
  if (filesAt.some((one, i) => filesAt.slice(i + 1).some((other) => one.size > 1 || other.size > 1 || [...one][0] !== [...other][0]))) raise('dates');
  for (const list of byDate.values()) list.forEach((a, i) => {
    if (gravest === 'conflict') return;
    for (const b of list.slice(i + 1)) {
      if (a.file === b.file) continue;
      const pair = pairOf(a, b);
      if (pair !== 'other') raise(pair === 'same' ? 'agree' : 'rounded');
      // Without a date two values may be of two times.
      else if (dateOf(a) === '') raise('dates');
      else raise(definedOtherwise(a, b) ? 'definitions' : 'conflict');
    }
  });
  return gravest;
}
