/** Pinyin keys: what a writer may type for Chinese words without switching the input method. Letters only. */
import { customPinyin, pinyin } from 'pinyin-pro';
import { toSimplified } from '../text/script';

export interface PinyinKeys {
  /** All syllables joined: 科技创新 is kejichuangxin; ü is v. Latin letters of the text stand in their place. */
  readonly full: string;
  /** First letters: kjcx. */
  readonly initials: string;
  /** Offset in `full` at which the syllable of each initial begins. */
  readonly starts: readonly number[];
}

/** Words of this genre that the dictionary of pinyin-pro lacks, and reads by the commoner sound of their first character. */
customPinyin({
  率先: 'shuài xiān', 重塑: 'chóng sù', 重构: 'chóng gòu', 重振: 'chóng zhèn', 重组: 'chóng zǔ', 重建: 'chóng jiàn', 重回: 'chóng huí',
  重拾: 'chóng shí', 重现: 'chóng xiàn', 重返: 'chóng fǎn', 重整: 'chóng zhěng',
});

/** Keys are dear (some 40 µs a quotation) and depend on the text alone. */
const keys = new Map<string, PinyinKeys>();
const KEPT = 500;

/** The keys of a text; heteronyms are read as the words around them ask (重要 zhongyao, 重复 chongfu). */
export function pinyinKeys(text: string): PinyinKeys {
  const known = keys.get(text);
  if (known) return known;
  let full = '', initials = '';
  const starts: number[] = [];
  for (const part of pinyin(toSimplified(text), { type: 'array', toneType: 'none', nonZh: 'consecutive', v: true })) {
    // A part without pinyin is a run of something else: its Latin words count letter by word, the rest is dropped.
    const words = part.toLowerCase().match(/[a-z]+/g) ?? [];
    for (const word of words) {
      starts.push(full.length);
      initials += word[0] as string;
      full += word;
    }
  }
  const made = { full, initials, starts };
  if (keys.size >= KEPT) keys.clear();
  keys.set(text, made);
  return made;
}
