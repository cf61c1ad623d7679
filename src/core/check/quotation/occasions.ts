/** When two names can be those of one occasion: 党的二十大 and 中国共产党第二十次全国代表大会, 在北大座谈 and 北京大学师生座谈会. */
import { foldText } from '../../text/fold';
import { toSimplified } from '../../text/script';
import { wholeNumber } from './kinds';

/** Words that say what kind of occasion it was, and those that surround its name. */
const GENERIC = /(?:座谈会?|研讨会|代表大会|大会|会议|论坛|峰会|全会|年会|博览会|开幕[式会]|闭幕[式会]|仪式|讲话|报告|致辞|演讲|主旨|重要|贺信|贺电|回信|书面|视频|发表|出席|主持|召开|考察|调研|视察|地方|各地|基层|期间|致|向|给|同|在|上|的|时|第|届|次|年|月|日|[0-9零〇一二三四五六七八九十百])/gu;

/** What the genre has two names for. */
const ALIASES: readonly (readonly [RegExp, string])[] = [
  [/中国共产党(?:成立|建立|诞生)|建党/gu, '建党'], [/(?:中华人民共和国|新中国|共和国)成立|建国/gu, '建国'], [/百年/gu, '100周年'],
  [/第?([零〇一二三四五六七八九十]+)次全国代表大会/gu, '$1大'],
];
const plain = (name: string): string => ALIASES.reduce((text, [pattern, by]) => text.replace(pattern, by), foldText(toSimplified(name)));

/** A plenary session of a committee or congress: of the how manieth, the how manieth, and whether it is the nation's. */
function sessionOf(name: string): { readonly numbers: string; readonly central: boolean | null } | null {
  const m = /第?([一二三四五六七八九十]+)届(.*?)第?([一二三四五六七八九十]+)(?:次(?:全体)?会议|次全会|中全会)/u.exec(name);
  if (!m) return null;
  return { numbers: `${m[1] as string}|${m[3] as string}|${/人大|人民代表/u.test(name)}`, central: /中央|中全会/u.test(m[0]) ? true : /[省市县区州]/u.test(name.slice(0, m.index) + (m[2] as string)) ? false : null };
}

/** 省委九届四次全会 is the fourth plenary session of the ninth committee of a province. */
export function sessionsAgree(a: string, b: string): boolean {
  const x = sessionOf(a), y = sessionOf(b);
  return x !== null && y !== null && x.numbers === y.numbers && (x.central === null || y.central === null || x.central === y.central);
}

/** Whether both names count, and count otherwise: 第七十五届 and 第76届, 95周年 and 100周年, 十九大 and 二十大. */
function countOtherwise(a: string, b: string): boolean {
  const counts = (name: string): Map<string, number | null> => new Map([...name.matchAll(/([零〇一二三四五六七八九十百]+|\d+)(届|周年|次|大(?![会学]))/gu)].map((m) => [m[2] as string, wholeNumber(m[1] as string)]));
  const other = counts(b);
  return [...counts(a)].some(([unit, number]) => other.has(unit) && other.get(unit) !== number);
}

/** Whether the letters of a short name stand in a long one, in their order. */
function abbreviates(short: string, long: string): boolean {
  let at = 0;
  for (const c of long) if (c === short[at]) at++;
  return at === short.length;
}

/** Whether two names can be those of one occasion: nothing counts otherwise, and the particular parts of one are mostly in the other. */
export function occasionsAgree(a: string, b: string): boolean {
  const [x, y] = [plain(a), plain(b)] as [string, string];
  if (x.includes(y) || y.includes(x) || sessionsAgree(x, y)) return true;
  if (countOtherwise(x, y)) return false;
  const [p, q] = [x, y].map((name) => name.replace(GENERIC, '')) as [string, string];
  if (p.length < 2 || q.length < 2) return true;
  const [short, long, whole] = p.length <= q.length ? [p, q, y] : [q, p, x];
  const pairs = (text: string): Set<string> => new Set(Array.from({ length: text.length - 1 }, (_, i) => text.slice(i, i + 2)));
  const there = pairs(long), all = [...pairs(short)];
  return abbreviates(short, whole) || all.filter((pair) => there.has(pair)).length >= all.length * 0.4;
}
