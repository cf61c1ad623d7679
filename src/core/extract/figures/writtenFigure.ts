/** A figure as its source writes it, without noise that stands inside it. */
import type { Figure } from '../../library/types';

const PINYIN = /[(（][a-zA-Zāáǎàōóǒòēéěèīíǐìūúǔùǖǘǚǜü\s]+[)）]/g;

/** The figure's own words: hedge, numeral and unit. */
export function writtenFigure(figure: Figure): string {
  if (figure.context.includes(figure.raw)) return figure.raw;
  const plain = figure.raw.replace(PINYIN, '');
  return figure.context.includes(plain) ? plain : plain.replace(/\s+/g, '');
}
