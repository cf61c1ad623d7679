/**
 * Numerals: Arabic (with thousands commas), Chinese and English words, to numbers.
 * Texts come in half-width, Simplified form (see `normalise`), so offsets stay those of the text they were made from.
 */
import { toSimplified } from '../../text/script';

/** Half-width and Simplified, unit by unit: same length, same offsets. Only what numerals, units and rules need is narrowed. */
export function normalise(text: string): string {
  const simplified = toSimplified(text);
  return ODD.test(simplified) ? narrowed(simplified) : simplified;
}

/** What stands in few texts, so that most are done with one look. */
const ODD = /[０-９Ａ-Ｚａ-ｚ％．○·﹪\u00a0]/;

function narrowed(text: string): string {
  return text.replace(/[０-９Ａ-Ｚａ-ｚ％．]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0))
    .replace(/○/g, '〇').replace(/(?<=[〇零一二三四五六七八九])·(?=[〇零一二三四五六七八九])/g, '点').replace(/﹪/g, '%').replace(/\u00a0/g, ' ');
}

/** An Arabic numeral: groups of three with commas, or plain. */
export const ARABIC = '(?:\\d{1,4}[亿万]\\d{1,3}[,，]?\\d{3}(?![\\d.,，]|[年月])|\\d{1,4}亿\\d{1,4}万|(?:\\d{1,3}(?:[,，]\\d{3})+(?!\\d)|\\d+)(?:\\.\\d+)?)';
/** A Chinese numeral with a digit in it (scale characters alone are not a numeral: 千家万户). */
export const CHINESE = '[零〇一二两三四五六七八九十廿卅][零〇一二两三四五六七八九十百千万亿]*(?:点[零〇一二三四五六七八九]+)?';

const DIGITS: Readonly<Record<string, number>> = {
  零: 0, 〇: 0, 一: 1, 二: 2, 两: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9,
};
const SMALL: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };

/** Value of a Chinese numeral (三千零五十, 一百二十三万, 二十六点二, 二〇二三); NaN where it is none. */
export function chineseNumber(text: string): number {
  const [whole = '', decimals] = text.replace('廿', '二十').replace('卅', '三十').split('点');
  let total = 0, section = 0, digit = -1;
  if (/^[零〇一二三四五六七八九]{2,}$/.test(whole)) {
    total = Number([...whole].map((c) => DIGITS[c]).join(''));
  } else {
    for (const c of whole) {
      if (c in DIGITS) {
        if (digit > 0 && DIGITS[c] !== 0) return NaN;
        digit = DIGITS[c] as number;
      } else if (c in SMALL) {
        section += (digit < 0 ? 1 : digit) * (SMALL[c] as number);
        digit = -1;
      } else if (c === '万' || c === '亿') {
        if (digit > 0) section += digit;
        digit = -1;
        const factor = c === '万' ? 1e4 : 1e8;
        if (c === '亿') { total = (total + (section || (total ? 0 : 1))) * factor; section = 0; } else { total += (section || 1) * factor; section = 0; }
      } else return NaN;
    }
    if (digit > 0) section += digit;
    total += section;
  }
  if (decimals === undefined) return total;
  return Number(`${total}.${[...decimals].map((c) => DIGITS[c] ?? 0).join('')}`);
}

/** Value of an Arabic numeral with or without thousands commas. */
export function arabicNumber(text: string): number {
  const plain = text.replace(/[,，]/g, '');
  // 4万4181, 1亿2000万: parts of falling size.
  const parts = /^(\d+)([亿万])(\d+)([万千])?$/.exec(plain);
  if (parts) return Number(parts[1]) * scaleOf(parts[2] as string) + Number(parts[3]) * scaleOf(parts[4] ?? '');
  return Number(plain);
}

/** Value of either kind. */
export function numberOf(text: string): number {
  return /^\d/.test(text) ? arabicNumber(text) : chineseNumber(text);
}

/** Worth of the last digit that a numeral shows: 0.1 for 26.2, 1 for 788, 1000 for 3千. */
export function lastDigit(text: string): number {
  if (/^\d.*[万千]$/.test(text)) return scaleOf(text.slice(-1));
  const decimals = /^\d/.test(text) ? /\.(\d+)$/.exec(text)?.[1] : /点(.+)$/.exec(text)?.[1];
  if (decimals) return 10 ** -decimals.length;
  if (/^\d/.test(text)) return 1;
  if (/[零〇一二两三四五六七八九]$/.test(text)) return 1;
  const tail = /[十百千万亿]+$/.exec(text)?.[0] ?? '';
  return tail === '' ? 1 : [...tail].reduce((worth, c) => worth * scaleOf(c), 1);
}

/** Worth of a scale word: 万, 亿, 万亿, 千, 百; 1 for none. */
export function scaleOf(text: string): number {
  let worth = 1;
  for (const c of text) worth *= c === '兆' ? 1e12 : c === '亿' ? 1e8 : c === '万' ? 1e4 : c === '千' ? 1e3 : c === '百' ? 100 : c === '十' ? 10 : 1;
  return worth;
}

/** Removes the noise of binary fractions from a product of decimals. */
export function exact(value: number): number {
  return Number.isInteger(value) && Math.abs(value) < 1e12 ? value : Number(value.toPrecision(12));
}

const ENGLISH_SMALL = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve', 'thirteen',
  'fourteen', 'fifteen', 'sixteen', 'seventeen', 'eighteen', 'nineteen'];
const ENGLISH_TENS = ['twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];
const ENGLISH_SCALE: Readonly<Record<string, number>> = { hundred: 100, thousand: 1e3, million: 1e6, billion: 1e9, trillion: 1e12, mn: 1e6, bn: 1e9 };
const ORDINALS = ['zeroth', 'first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth', 'eleventh', 'twelfth'];

/** Source text of a pattern for an English number word (twenty-three, five hundred). */
export const ENGLISH_WORDS = `(?:(?:${[...ENGLISH_TENS].join('|')})(?:[- ](?:${ENGLISH_SMALL.slice(1, 10).join('|')}))?|${[...ENGLISH_SMALL].reverse().join('|')})`;
export const ENGLISH_SCALES = '(?:hundred|thousand|million|billion|trillion|bn|mn)';

/** Value of an English number word below one hundred; NaN where it is none. */
export function englishNumber(text: string): number {
  const [first = '', second] = text.toLowerCase().split(/[- ]/);
  const small = ENGLISH_SMALL.indexOf(first);
  if (small >= 0) return small;
  const tens = ENGLISH_TENS.indexOf(first);
  if (tens < 0) return NaN;
  return (tens + 2) * 10 + (second ? Math.max(0, ENGLISH_SMALL.indexOf(second)) : 0);
}

/** Worth of an English scale word; 1 for none. */
export function englishScale(text: string | undefined): number {
  return ENGLISH_SCALE[(text ?? '').toLowerCase()] ?? 1;
}

/** Place of an English ordinal (second, 37th); NaN where it is none. */
export function englishOrdinal(text: string): number {
  const digits = /^(\d+)(?:st|nd|rd|th)$/i.exec(text);
  if (digits) return Number(digits[1]);
  const at = ORDINALS.indexOf(text.toLowerCase());
  return at > 0 ? at : NaN;
}

/** Source text of a pattern for an English ordinal. */
export const ENGLISH_ORDINALS = `(?:${ORDINALS.slice(1).join('|')}|\\d+(?:st|nd|rd|th))`;
