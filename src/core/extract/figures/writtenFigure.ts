/** A figure as its source writes it, without noise that stands inside it. */
import type { Figure } from '../../library/types';

const PINYIN = /[(（][a-zA-Zāáǎàōóǒòēéěèīíǐìūúǔùǖǘǚǜü\s]+[)）]/g;

/** The figure's own words: hedge, numeral and unit. */
export function writtenFigure(figure: Figure): string {
  if (figure.context.includes(figure.raw)) return figure.raw;
  const plain = figure.raw.replace(PINYIN, '');
  return figure.context.includes(plain) ? plain : plain.replace(/\s+/g, '');
}

const SCALES: readonly (readonly [number, string])[] = [[1, ''], [1e4, '万'], [1e8, '亿'], [1e12, '万亿']];

/** The figure's own words, and where a table's cell holds the bare number, the unit and scale that its head gives: 4998.1万人. */
export function statedFigure(figure: Figure): string {
  const written = writtenFigure(figure);
  if (figure.unit === null || typeof figure.value !== 'number' || !/^-?[\d,]+(?:\.\d+)?$/.test(written)) return written;
  const ratio = figure.value / Number(written.replace(/,/g, ''));
  const scale = SCALES.find(([times]) => Math.abs(ratio / times - 1) < 1e-9)?.[1];
  return scale === undefined ? written : /^[A-Za-z]/.test(figure.unit) ? (scale === '' ? `${written} ${figure.unit}` : written) : `${written}${scale}${figure.unit}`;
}
