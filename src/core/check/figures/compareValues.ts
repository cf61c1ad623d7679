/** How the value of a draft's figure stands to the value of a source's figure, hedges taken into account. */
import { commonUnit, classOf } from '../../extract/figures/units';
import type { Relation } from '../../library/types';

export interface Valued {
  readonly raw: string;
  readonly value: number | readonly [number, number];
  readonly unit: string | null;
  readonly relation: Relation;
  readonly precision: number;
}

/** digit: another number; unit: the same digits ten to a hundred million times larger or smaller; hedge: the hedge says what the source does not; points: per cent for percentage points. */
export type ValueFault = 'digit' | 'unit' | 'hedge' | 'points';
export type ValueAnswer = { readonly verdict: 'agrees' | 'rounded' } | { readonly verdict: 'differs'; readonly fault: ValueFault };

const AGREES: ValueAnswer = { verdict: 'agrees' };
const ROUNDED: ValueAnswer = { verdict: 'rounded' };
const differs = (fault: ValueFault): ValueAnswer => ({ verdict: 'differs', fault });
const close = (a: number, b: number): boolean => Math.abs(a - b) <= Math.max(Math.abs(a), Math.abs(b)) * 1e-9;

/** Worth of the last digit of a value that is not nought: 100,000 for 700,000; 1,000 for 14,000. */
export function step(value: number): number {
  if (value === 0) return 0;
  const digits = /^(\d)(?:\.(\d+))?e([+-]?\d+)$/.exec(value.toExponential());
  if (!digits) return value;
  return 10 ** (Number(digits[3]) - (digits[2]?.length ?? 0));
}

/** Compares; null where the two are written in units that cannot be compared. */
export function compareValues(draft: Valued, source: Valued): ValueAnswer | null {
  const one = classOf(draft), other = classOf(source);
  if ((one === 'percent' && other === 'points') || (one === 'points' && other === 'percent')) return sameNumber(draft, source) ? differs('points') : null;
  if (one !== other && !(/^(?:count|people)$/.test(one) && /^(?:count|people)$/.test(other))) return null;
  if (one === other && !/^(?:count|people|rank)$/.test(one) && commonUnit(draft.unit) !== commonUnit(source.unit)) {
    return sameNumber(draft, source) && one !== 'duration' ? differs('unit') : null;
  }
  const d = draft.value, s = source.value;
  if (typeof d !== 'number' || typeof s !== 'number') {
    const a = [d].flat() as number[], b = [s].flat() as number[];
    if (a.length === b.length) return a.every((v, i) => close(v, b[i] as number)) ? AGREES : differs('digit');
    // A value inside the other's range.
    const [point = 0] = a.length === 1 ? a : b, [low = 0, high = 0] = a.length === 2 ? a : b;
    return point >= low && point <= high ? ROUNDED : differs('digit');
  }
  if (close(d, s)) return hedges(draft.relation, source.relation);
  const jump = Math.round(Math.log10(d / s) * 1e9) / 1e9;
  if (d !== 0 && s !== 0 && Number.isInteger(jump) && Math.abs(jump) >= 1 && Math.abs(jump) <= 8 && one !== 'rank') return differs('unit');
  if (one === 'rank') return differs('digit');
  return bounds(draft, source, d, s);
}

/** The same number with another hedge. */
function hedges(draft: Relation, source: Relation): ValueAnswer {
  if (draft === source || (/^>/.test(draft) && /^>/.test(source))) return AGREES;
  if (draft === '~') return ROUNDED;
  if (draft === '>=' && source === '=') return AGREES;
  return differs('hedge');
}

/** Different numbers: true with a hedge, true by rounding, or wrong. */
function bounds(draft: Valued, source: Valued, d: number, s: number): ValueAnswer {
  // What the source's own hedge leaves open: 50多 lies between 50 and 60.
  const low = source.relation === '<' ? s - step(s) : source.relation === '~' ? s - step(s) / 2 : s;
  const high = /^>/.test(source.relation) ? s + step(s) : source.relation === '~' ? s + step(s) / 2 : s;
  switch (draft.relation) {
    case '>': case '>=':
      // 70多 ends before 80: a draft's 80多 is another number.
      if (/^>/.test(source.relation) ? d < high : d <= high) return high <= d + step(d) || d >= low * 0.5 ? ROUNDED : differs('digit');
      return close(step(d), step(s)) || d > s * 1.1 ? differs('digit') : differs('hedge');
    case '<':
      if (d >= low) return low >= d - step(d) || low >= d * 0.9 ? ROUNDED : differs('digit');
      return s <= d + step(d) ? differs('hedge') : differs('digit');
    case '~':
      return Math.abs(d - s) <= Math.max(step(d) / 2, Math.abs(s) * 0.03) && Math.abs(d - s) <= Math.abs(s) * 0.1 ? ROUNDED : differs('digit');
    default:
      if (source.relation !== '=' && d > low && d < high) return ROUNDED;
      // Rounded or cut to the digits that the draft shows; fewer digits than the source's.
      if (draft.precision > source.precision && Math.abs(d - s) < draft.precision && (close(Math.round(s / draft.precision) * draft.precision, d) || close(Math.floor(s / draft.precision) * draft.precision, d))) return ROUNDED;
      // The source itself is the coarser one: 2.21万亿 for the draft's 22143.6亿.
      if (source.precision > draft.precision && source.relation === '=' && close(Math.round(d / source.precision) * source.precision, s)) return ROUNDED;
      return differs('digit');
  }
}

function sameNumber(a: Valued, b: Valued): boolean {
  return typeof a.value === 'number' && typeof b.value === 'number' && close(a.value, b.value);
}

/** Whether two numbers are one slip of the hand apart: one digit changed, two exchanged, one lost or added. */
export function oneSlip(a: number | readonly [number, number], b: number | readonly [number, number]): boolean {
  if (typeof a !== 'number' || typeof b !== 'number') return false;
  let x = digitsOf(a), y = digitsOf(b);
  // 3.80 for 3.08: of the same size, they are written with as many digits.
  if (magnitude(a) === magnitude(b)) { x = x.padEnd(y.length, '0'); y = y.padEnd(x.length, '0'); }
  if (x.length < 3 && y.length < 3) return false;
  if (x.length === y.length) {
    const wrong = [...x].map((c, i) => (c === y[i] ? -1 : i)).filter((i) => i >= 0);
    if (wrong.length === 1) return true;
    const [i = 0, k = 0] = wrong;
    return wrong.length === 2 && k === i + 1 && x[i] === y[k] && x[k] === y[i];
  }
  const [short, long] = x.length < y.length ? [x, y] : [y, x];
  // Of two digits too little is left to know a number by: 6.1 is not 61.6.
  return short.length >= 3 && long.length === short.length + 1 && [...long].some((_, i) => long.slice(0, i) + long.slice(i + 1) === short);
}

function magnitude(value: number): number {
  return value === 0 ? 0 : Math.floor(Math.log10(Math.abs(value)) + 1e-9);
}

function digitsOf(value: number): string {
  return Math.abs(value).toExponential().replace(/e.*$/, '').replace('.', '');
}
