/** The country or place that a whole document speaks of by itself. */
import { toSimplified } from '../../text/script';
import { CITIES, ENGLISH_PLACES, PLACE, PROVINCES } from './places';

const RANKS = '(?:特别行政区|管理区|开发区|高新区|自治区|自治州|自治县|自治旗|新区|省|市|州|盟|县|区|旗)';
/** A name of a place before its rank; no word of a sentence. */
const NAME = '(?![东南西北]?[临与接邻毗靠]|通过|省|市|州|县|区|旗|各|全|本|我|该|向|受|由|与|在|年|代表|一个|地方|社|辖|老|中华)[\\p{Script=Han}]';
const OFFICE = '(?:人民政府|政府|统计局|发展和改革|发改委|科学技术局|科技局|财政局|人大常委会|人民代表大会|政协|第?[一二三四五六七八九十\\d]{1,3}届(?:人大|人民代表大会|政协))';
const CHIEF = '(?:市长|省长|区长|县长|州长|旗长|盟长|主席)';

/** How many letters at the head of a document may name who speaks. */
const OPENING = 600;

/** A place of the title or of the office that speaks; 中国 where it says 我国, 中国 or China; null where it names none. Texts normalised. */
export function documentSubject(title: string, body: string, english: boolean): string | null {
  const head = title.replace(/^[《“"\s]+/, '');
  if (english) return englishSubject(body);
  const titled = titlePlace(head);
  if (titled) return titled;
  const simplified = toSimplified(body);
  const local = officePlace(head, simplified) ?? headlinePlace(head, simplified);
  if (local) return local;
  if (/我国|中国|全国|China/.test(simplified)) return '中国';
  // A page that never speaks of the nation, but time and again of one place.
  const named = [...simplified.slice(0, 20000).matchAll(/香港|澳门|台湾/g)].map((m) => m[0]);
  return named.length >= 2 && new Set(named).size === 1 ? (named[0] as string) : null;
}

/** China where an English text names it, and no other as often again. */
function englishSubject(body: string): string | null {
  if (!/\bChina\b/.test(body)) return null;
  const counts = new Map<string, number>();
  for (const [, name = ''] of body.matchAll(new RegExp(`\\b(?:the )?(${ENGLISH_PLACES})\\b`, 'g'))) counts.set(name, (counts.get(name) ?? 0) + 1);
  const china = counts.get('China') ?? 0;
  return [...counts].every(([name, count]) => name === 'China' || count < 2 * china) ? '中国' : null;
}

const KNOWN_PROVINCE = new RegExp(`^(?:${PROVINCES})$`);

const REPORT = /公报|工作报告|统计|规划|年鉴|执行情况|经济运行|运行情况|发展情况|简介|概况|[市县区省]情/;

/** The place at the head of a report's title (2022年某市某区…公报): the last of a chain. */
function titlePlace(title: string): string | null {
  if (!REPORT.test(title)) return null;
  const known = new RegExp(`^(?:关于)?\\d{0,4}年?(${PROVINCES}|${CITIES})(?:[省市]|自治区)?(?![\\p{Script=Han}]{1,4}[县区市州旗])`, 'u').exec(title);
  if (known) return known[1] as string;
  const named = new RegExp(`^(?:关于)?(?:\\d{4}年度?)?((?:${NAME}{1,7}?${RANKS})+)(?=\\d{4}年|国民经济|人民政府|政府|统计|经济|科技|教育|科学|简介|概况|[市县区省]情|基本情况)`, 'u').exec(title);
  return named ? lastOf(named[1] as string) : null;
}

/** How often a text must name the place of its headline. */
const OFTEN = 3;

/** The one place of a headline (某省这十年：…) that the text goes on to speak of, at least as often as of the nation. */
function headlinePlace(title: string, text: string): string | null {
  if (/我国|中国|全国|全球|世界/.test(title)) return null;
  const named = new Set([...title.matchAll(new RegExp(`(?:${PROVINCES}|${CITIES})(?!大学|学院|合作组织|冬奥|奥运|会议|宣言|条约|论坛|银行)`, 'g'))].map((m) => m[0]));
  const [place] = named;
  if (place === undefined || named.size > 1) return null;
  const count = (words: string): number => text.split(words).length - 1;
  return count(place) >= OFTEN && count(place) >= count('我国') + count('中国') + count('全国') ? place : null;
}

/** The last place of a chain of names (某市某区), without its rank where two letters stand before it. */
function lastOf(chain: string): string | null {
  const links = [...chain.matchAll(new RegExp(`(${NAME}{1,7}?)(${RANKS})`, 'gu'))];
  const last = links.at(-1);
  if (!last) return null;
  const name = last[1] as string, rank = last[2] as string;
  // There are few provinces, and all are known: 通过省… is none.
  if (/^(?:省|自治区|特别行政区)$/.test(rank) && !KNOWN_PROVINCE.test(name)) return null;
  return name.length >= 2 && !/^(?:管理区|开发区|高新区|新区)$/.test(rank) ? name : name + rank;
}

/** The place whose office speaks, by the lines that open a local report. */
function officePlace(title: string, text: string): string | null {
  const here = text.match(/全[市省区县州]|我[市省区县州]|本[市省区县州]/g)?.length ?? 0, nation = text.match(/我国|全国/g)?.length ?? 0;
  const opening = `${title}\n${text.slice(0, OPENING)}`;
  // Who reports to which congress, or in whose name, says whose report it is.
  const speaks = !/工作报告|各位代表/.test(opening) ? null : new RegExp(`(?:代表|在|^|[\\s（(—，,])((?:${NAME}{1,7}?${RANKS})+)(?:第?[一二三四五六七八九十\\d]{1,3}届(?:人民代表大会|人大)|(?:人民)?政府(?:代?${CHIEF}|[，,]?向))`, 'mu').exec(opening);
  if (speaks) return lastOf(speaks[1] as string);
  if (here < 2 || here <= nation) return null;
  for (const line of opening.split('\n')) {
    for (const m of line.matchAll(new RegExp(`((?:${NAME}{1,4}?${RANKS})+)(?:${CHIEF}|${OFFICE})`, 'gu'))) {
      const place = lastOf(m[1] as string);
      // 数据来源于市统计局: no place ends with such a word.
      if (place && !/^(?:省|市|县|区|新|老)$|[于由从向在据与及对为经的]$/.test(place)) return place;
    }
  }
  // A headline or a first line with the name of one place, in a text of 全省 and 全市.
  const ranked = new Set([...opening.matchAll(new RegExp(`(${PROVINCES}|${CITIES})(?:省|市|自治区)`, 'g'))].map((m) => m[1] as string)), provinces = [...ranked].filter((name) => KNOWN_PROVINCE.test(name));
  // News of several provinces is of none of them.
  if (provinces.length > 1) return null;
  return [...ranked][0] ?? only(new RegExp(PLACE, 'g'), title)?.[0] ?? null;
}

function only(pattern: RegExp, text: string): RegExpMatchArray | null {
  const all = [...text.matchAll(pattern)];
  return all.length === 1 ? (all[0] as RegExpMatchArray) : null;
}
