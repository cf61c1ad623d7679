/** Writes a source's value the way the draft writes its own: the draft's scale, numerals and unit. */
import { normalise } from '../../extract/figures/numerals';
import { commonUnit } from '../../extract/figures/units';
import type { Figure } from '../../library/types';
import type { DraftFigure } from './draftFigures';

const SCALES: readonly (readonly [RegExp, number])[] = [[/万亿/, 1e12], [/亿/, 1e8], [/万/, 1e4], [/trillion/i, 1e12], [/billion/i, 1e9], [/million/i, 1e6]];
const DIGITS = '零一二三四五六七八九';

/** A whole number below ten thousand in Chinese characters. */
function chinese(value: number): string {
  const [thousands, hundreds, tens, ones] = String(value).padStart(4, '0').split('').map(Number) as [number, number, number, number];
  let words = '';
  [[thousands, '千'], [hundreds, '百'], [tens, '十'], [ones, '']].forEach(([n, scale]) => {
    if (n === 0) { if (words !== '' && !words.endsWith('零')) words += '零'; } else words += `${DIGITS[n as number] as string}${scale as string}`;
  });
  return words.replace(/零$/, '').replace(/^一十/, '十') || '零';
}

function decimal(value: number): string {
  return String(Number(value.toPrecision(12)));
}

/**
 * The source's value and hedge in the draft's notation (3.07829万亿元 where the draft has 万亿, 五十三家 where it has Chinese numerals).
 * `clean` is the source's figure without noise. Null where it cannot be put so: other languages, ranges, odd notations.
 */
export function inDraftNotation(draft: DraftFigure, source: Figure, clean: string): string | null {
  const sourceEnglish = !/\p{Script=Han}/u.test(source.context);
  if (typeof source.value !== 'number' || typeof draft.value !== 'number') return sourceEnglish === draft.english ? clean : null;
  const written = normalise(draft.raw);
  const scale = SCALES.find(([pattern]) => pattern.test(written));
  const sameScale = SCALES.find(([pattern]) => pattern.test(normalise(clean)))?.[1] === scale?.[1];
  const han = !/\d/.test(written) && !draft.english;
  if (!han && sourceEnglish === draft.english && sameScale && !/\d,\d{3}/.test(written)) return clean;
  if (source.unit !== draft.unit && commonUnit(source.unit) !== commonUnit(draft.unit)) return sourceEnglish === draft.english ? clean : null;
  const value = source.value / (scale?.[1] ?? 1);
  const core = /(?:\d[\d,，]*(?:\.\d+)?|[零〇一二两三四五六七八九十百千万亿]+(?:点[零一二三四五六七八九]+)?)/.exec(written.replace(/百分之/, '###'));
  if (!core) return null;
  let numeral: string;
  if (han) {
    if (scale || !Number.isInteger(value) || value >= 1e4 || value < 0) return sourceEnglish === draft.english ? clean : null;
    numeral = chinese(value);
  } else {
    numeral = decimal(value);
    if (numeral.length > 9) return sourceEnglish === draft.english ? clean : null;
    if (/\d,\d{3}/.test(written)) numeral = numeral.replace(/\B(?=(\d{3})+(?!\d))/g, ',');
  }
  const bare = written.slice(0, core.index) + numeral + written.slice(core.index + core[0].length);
  return draft.relation === source.relation ? bare : null;
}
