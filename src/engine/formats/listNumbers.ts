/** Automatic numbers of paragraphs (一、 （一） 1.1 第一章): what an office program prints before the words and keeps apart from them. */

/** One level of a list: the format by Word's name, the text around it with %1 for the number of the first level. */
export interface Level { start: number; format: string; text: string; suffix: string }

/** Counts the next paragraph at `level`, and begins the levels below anew; `starts` overrides where a level begins. */
export function count(counts: number[], levels: readonly (Level | undefined)[], level: number, starts: ReadonlyMap<number, number> = new Map()): void {
  counts.length = Math.min(counts.length, level + 1);
  for (let i = 0; i <= level; i++) {
    if (counts[i] === undefined) counts[i] = starts.get(i) ?? levels[i]?.start ?? 1;
    else if (i === level) counts[i] = (counts[i] as number) + 1;
  }
}

/** The number as printed, with what parts it from the words; empty for bullets and what has none. */
export function printedNumber(counts: readonly number[], levels: readonly (Level | undefined)[], level: number): string {
  const at = levels[level];
  if (!at || at.format === 'bullet' || at.format === 'none') return '';
  const printed = at.text.replace(/%(\d)/gu, (_, digit: string) => numeral(counts[Number(digit) - 1] ?? 1, levels[Number(digit) - 1]?.format ?? 'decimal'));
  return printed.trim() === '' || at.suffix === 'nothing' ? printed.trim() : parted(printed);
}

/** A number with the blank that parts it from the words: behind a Chinese mark there is none. */
export function parted(number: string): string {
  return /[、，。：）】〉》]$/u.test(number) ? number : `${number} `;
}

const DIGITS = [...'〇一二三四五六七八九'];
const STEMS = [...'甲乙丙丁戊己庚辛壬癸'], BRANCHES = [...'子丑寅卯辰巳午未申酉戌亥'];

/** A number in one of Word's formats; decimal for those that no Chinese or English document uses. */
export function numeral(n: number, format: string): string {
  switch (format) {
    case 'chineseCounting': case 'chineseCountingThousand': case 'taiwaneseCounting': case 'taiwaneseCountingThousand': case 'japaneseCounting': case 'ideographDigital': case 'taiwaneseDigital': case 'japaneseDigitalTenThousand':
      return format.includes('igital') ? [...String(n)].map((c) => DIGITS[Number(c)] ?? c).join('') : chinese(n);
    case 'ideographTraditional': return STEMS[n - 1] ?? String(n);
    case 'ideographZodiac': return BRANCHES[n - 1] ?? String(n);
    case 'decimalEnclosedCircle': case 'decimalEnclosedCircleChinese': return n >= 1 && n <= 20 ? String.fromCharCode(0x245f + n) : String(n);
    case 'decimalFullWidth': case 'decimalFullWidth2': return [...String(n)].map((c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0)).join('');
    case 'decimalZero': return String(n).padStart(2, '0');
    case 'upperLetter': case 'lowerLetter': { const letter = String.fromCharCode(65 + (n - 1) % 26).repeat(Math.floor((n - 1) / 26) + 1); return format === 'upperLetter' ? letter : letter.toLowerCase(); }
    case 'upperRoman': return roman(n);
    case 'lowerRoman': return roman(n).toLowerCase();
    default: return String(n);
  }
}

function chinese(n: number): string {
  if (n <= 0 || n >= 10_000) return String(n);
  let text = '';
  for (const [unit, mark] of [[1000, '千'], [100, '百'], [10, '十'], [1, '']] as const) {
    const digit = Math.floor(n / unit) % 10;
    if (digit > 0) text += (DIGITS[digit] as string) + mark; else if (text !== '' && !text.endsWith('零') && n % unit > 0) text += '零';
  }
  return text.replace(/^一十/u, '十');
}

function roman(n: number): string {
  if (n <= 0 || n >= 4000) return String(n);
  let rest = n, text = '';
  for (const [value, mark] of [[1000, 'M'], [900, 'CM'], [500, 'D'], [400, 'CD'], [100, 'C'], [90, 'XC'], [50, 'L'], [40, 'XL'], [10, 'X'], [9, 'IX'], [5, 'V'], [4, 'IV'], [1, 'I']] as const) while (rest >= value) { text += mark; rest -= value; }
  return text;
}
