/**
 * How Chinese characters are read, by pinyin-pro. It makes tables of all its words when it is loaded, which takes time and memory: it
 * is loaded when the first reading is asked for.
 */
import type * as PinyinPro from 'pinyin-pro';
import { once } from '../library/once';

/** Words of this genre that its dictionary lacks, and reads by the commoner sound of their first character. */
const WORDS = {
  率先: 'shuài xiān', 重塑: 'chóng sù', 重构: 'chóng gòu', 重振: 'chóng zhèn', 重组: 'chóng zǔ', 重建: 'chóng jiàn', 重回: 'chóng huí',
  重拾: 'chóng shí', 重现: 'chóng xiàn', 重返: 'chóng fǎn', 重整: 'chóng zhěng',
};

const readings = once(() => {
  const all = require('pinyin-pro') as typeof PinyinPro;
  all.customPinyin(WORDS);
  return all;
});

/** All readings of one character, with tone marks or without. */
export function readingsOf(character: string, toneType: 'symbol' | 'none'): string[] {
  return readings().pinyin(character, { toneType, type: 'array', multiple: true });
}

/** Readings without tones of a text in Simplified, character by character; ü is v. What has none is one piece as it stands. */
export function readingOf(text: string): string[] {
  return readings().pinyin(text, { type: 'array', toneType: 'none', nonZh: 'consecutive', v: true });
}
