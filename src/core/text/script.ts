/** Chinese script: Simplified and Traditional, character by character, so that offsets stay. */
import traditionalToSimplified from 'opencc-js/dict/TSCharacters';
import simplifiedToTraditional from 'opencc-js/dict/STCharacters';

/** First conversion of each character of a dictionary of the form `from to alternative|…`; surrogate pairs are left alone. */
function table(dictionary: string): Map<string, string> {
  const map = new Map<string, string>();
  for (const row of dictionary.split('|')) {
    const [from, to] = row.split(' ');
    if (from && to && from.length === 1 && to.length === 1 && from !== to) map.set(from, to);
  }
  return map;
}

const simplified = table(traditionalToSimplified);
const traditional = table(simplifiedToTraditional);

/** Units that simplifying may change; most texts hold none. */
const CHANGES = new Uint8Array(0x10000);
for (const c of [...simplified.keys(), '著']) CHANGES[c.charCodeAt(0)] = 1;

/** Words in which 著 stays 著; everywhere else in running text it is the particle 着. */
const KEEPS_ZHU_BEFORE = new Set('显显顯名编編专專原论論巨土译譯卓昭遗遺合所拙旧舊新近');
const KEEPS_ZHU_AFTER = new Set('名作称稱述者书書录錄于於有文');

const han = /\p{Script=Han}/u;

/** Whether the character (one code point) is a Chinese character. */
export function isHan(character: string): boolean {
  return han.test(character);
}

/** One UTF-16 unit from Traditional to Simplified; others stay. */
export function simplifyCharacter(character: string): string {
  return simplified.get(character) ?? character;
}

/** Text in Simplified characters, unit by unit: the result has the same length and the same offsets. */
export function toSimplified(text: string): string {
  let first = 0;
  while (first < text.length && CHANGES[text.charCodeAt(first)] === 0) first++;
  if (first === text.length) return text;
  let result = '', kept = 0;
  for (let i = first; i < text.length; i++) {
    if (CHANGES[text.charCodeAt(i)] === 0) continue;
    const c = text[i] as string;
    const changed = c !== '著' ? simplified.get(c) ?? c : KEEPS_ZHU_BEFORE.has(text[i - 1] ?? '') || KEEPS_ZHU_AFTER.has(text[i + 1] ?? '') ? simplified.get(c) ?? c : '着';
    if (changed === c) continue;
    result += text.slice(kept, i) + changed;
    kept = i + 1;
  }
  return result + text.slice(kept);
}

/** Text in Traditional characters, unit by unit by the most usual form; offsets stay. */
export function toTraditional(text: string): string {
  let result = '';
  for (const c of text) result += traditional.get(c) ?? c;
  return result;
}

/** Which script a text is written in, by the characters that only one of the two has. */
export function scriptOf(text: string): 'zh-Hans' | 'zh-Hant' | 'en' | 'und' {
  let hans = 0, hant = 0, chinese = 0, latin = 0;
  for (const c of text) {
    if (isHan(c)) {
      chinese++;
      if (simplified.has(c)) hant++; else if (traditional.has(c)) hans++;
    } else if (/[A-Za-z]/.test(c)) latin++;
  }
  if (chinese === 0) return latin > 0 ? 'en' : 'und';
  // A Chinese character carries about as much as an English word of four to five letters.
  if (latin > chinese * 5) return 'en';
  return hant > hans ? 'zh-Hant' : 'zh-Hans';
}
