/** Finds the figures of a Chinese text: hedge, numeral, scale and unit, with value and relation. */
import type { Relation } from '../../library/types';
import type { Span } from '../../text/offsets';
import { masked, masks } from './masks';
import { ARABIC, CHINESE, exact, lastDigit, numberOf, scaleOf } from './numerals';
import { overlaps } from './overlaps';
import { RECORD } from './times';
import { CHINESE_UNITS, unitClassOf } from './units';

/** A figure as it stands in a text; offsets into that text. */
export interface FoundFigure extends Span {
  readonly value: number | readonly [number, number];
  readonly unit: string | null;
  readonly relation: Relation;
  readonly qualifier: string | null;
  readonly precision: number;
  /** Where the numeral itself starts, behind the hedge. */
  readonly numeral: number;
  /** Whether it is a place in an order (第37位, 首位) rather than a number of things. */
  readonly rank: boolean;
}

const HEDGE_BEFORE = '(?:大约|约计|约占|约达|约为|约合|约有|(?<![签条公节制集履违预特邀]|(?<!折)合)约|将近|接近|近|已超过|已超|超过|超出|超|逾|突破|不少于|不低于|至少|最少|首度突破|多于|高于|大于|不足|不到|不超过|低于|少于|小于|多达|连续|上(?=[百千万亿])|前)';
const HEDGE_AFTER = '(?:左右|上下|以上|以下|以内|之多)';
const MORE = '[多余来]';
/** 兆 is a million millions of money; 兆瓦 and 千瓦 are units. */
const SCALE = '(?:万亿|千万|百万|[万亿百]|千(?![瓦克米伏焦卡])|兆(?=(?:美|日|港|欧|韩|新台币|台币)?元))';
const NUMERAL = `(?:${ARABIC}|${CHINESE})`;
const RANGE = '(?:—|–|-|－|~|～|至|到)';

const RANGE_SIGN = new RegExp(RANGE);

const RELATIONS: readonly (readonly [RegExp, Relation])[] = [
  [/不少于|不低于|至少|最少|以上|^上/, '>='],
  [/不超过|不足|不到|低于|少于|小于|接近|将近|近|以下|以内/, '<'],
  [/超|逾|突破|多于|高于|大于|多达|[多余来]/, '>'],
  [/约|左右|上下/, '~'],
];

function relationOf(words: string): Relation {
  for (const [pattern, relation] of RELATIONS) if (pattern.test(words)) return relation;
  return '=';
}

const PERCENT = new RegExp(`(${HEDGE_BEFORE})?\\s*(${NUMERAL})\\s*(?:([%‰])?\\s*${RANGE}\\s*(${NUMERAL}))?\\s*([%‰])\\s*(${HEDGE_AFTER})?`, 'g');
const SPELT_PERCENT = new RegExp(`(${HEDGE_BEFORE})?\\s*([百千])分之(${ARABIC}|[零〇一二两三四五六七八九十百]+(?:点[零〇一二三四五六七八九]+)?)(${MORE})?\\s*(${HEDGE_AFTER})?`, 'g');
const POINTS = new RegExp(`(${HEDGE_BEFORE})?\\s*(${NUMERAL})\\s*(?:${RANGE}\\s*(${NUMERAL}))?\\s*(?:(多|余)?个)?(百分点|千分点|基点)\\s*(${HEDGE_AFTER})?`, 'g');
const FRACTION = new RegExp(`(${HEDGE_BEFORE})?\\s*([二三四五六七八九十]|\\d{1,2})分之([一二三四五六七八九]|\\d{1,2})(?!\\d)\\s*(${HEDGE_AFTER})?`, 'g');
const TENTHS = new RegExp(`(${HEDGE_BEFORE})?([一二三四五六七八九两]|(?<![\\d.])\\d(?=\\s*成(?:\\s*\\d|以上|左右|多)))\\s*成(?!立|为|功|果|长|员|就|熟|本|分|效|绩|都|交|套|型|人|年|品|渝)((?<=[一二三四五六七八九两]成)[一二三四五六七八九半]|(?<=\\d\\s*成)\\s*\\d(?![\\d.]))?(${MORE})?(${HEDGE_AFTER})?`, 'g');
const DOUBLINGS = /(近|约|超过|超)?翻(?:了)?([一两二三四五六七八九十]|\d+(?:\.\d+)?)番/g;
const COUNTED = new RegExp(`(${HEDGE_BEFORE})?\\s*(?:(${NUMERAL})\\s*(${MORE})?\\s*(${SCALE})?(${MORE})?|(${SCALE})(${MORE})?)\\s*(${CHINESE_UNITS})?(${MORE})?\\s*(${HEDGE_AFTER})?`, 'g');
const RANGED = new RegExp(`(${HEDGE_BEFORE})?\\s*(${NUMERAL})(${SCALE})?(?:${CHINESE_UNITS})?\\s*${RANGE}\\s*(${NUMERAL})(${SCALE})?(${CHINESE_UNITS})\\s*(${HEDGE_AFTER})?`, 'g');

/** Cues that make an ordinal a rank. */
const PLACE = '(?:各省、?(?:自治)?区(?:、?(?:直辖)?市)?|全球|世界|全国|国际|亚洲|欧洲|亚太|国内|全省|全市|同类|行业|业内|各国|各省|各地|历史)';
const RANK_VERB = '(?:位居|位列|居于|居|列|排名|排行|排位|排在|排|名列|跃居|跃升至|跃升|升至|升到|上升至|上升到|上升|提升至|提升到|跃至|稳居|保持|蝉联|高居|雄踞|占据|跻身|进入|成为|位次|位|名次|位次为|名次为|降至|下降至)';
const RANKS: readonly RegExp[] = [
  new RegExp(`(?<cue>${RANK_VERB}(?:在|了|至|到|为)?|${PLACE}(?:范围内|主要经济体)?(?:的)?|[:：])\\s*[“]?(?<rank>第(?<n>\\d+|[一二三四五六七八九十百]+)(?:位|名)?)(?!届|次|条|章|期|轮|批|代|个|产业|大)`, 'g'),
  /(?<cue>)(?<rank>第(?<n>\d+|[一二三四五六七八九十百]+)(?:位|名))(?![字叫])/g,
  /(?<cue>(?:位居|位列|居|列|名列|排名|占据|稳居|跃居)[^，,。；;]{1,26}?)(?<rank>首位|榜首|之首)/g,
  /(?<cue>(?:位居|位列|稳居|跃居|保持)[^，,。；;\d]{1,16}?)(?<rank>第(?<n>[一二三四五六七八九十]{1,3}|\d{1,3}))(?=[，,。；;]|$)/g,
  /(?<cue>)(?<rank>第(?<n>\d+|[一二三四五六七八九十]+)大)(?!要|力|步|道|街|桥|会|学|使|队|精神|问题|任务)/g,
  new RegExp(`(?<cue>${RANK_VERB}(?:在|了|至|到)?${PLACE}?(?:的)?|${PLACE})(?<rank>首位|榜首|之首|第一(?!时间|动力|生产力|资源|要务|方阵|梯队|线|大|个|次))`, 'g'),
  new RegExp(`(?<cue>${RANK_VERB}(?:在|了|至|到)?(?:${PLACE}(?:排名|榜单)?)?(?:的)?|${PLACE}(?:排名)?)(?<rank>前(?<n>\\d+|[一二三四五六七八九十百]+)(?:位|名|强)?)(?!年|个|款|条|期|提)`, 'g'),
];

/** Nouns that make a count part of the author's own structure or of a slogan. */
const STRUCTURE = /^(?:个|大|项|种|类|条|点)?(?:方面|维度|层面|角度|层次|阶段|部分|步骤|环节|原则|问题|特点|特征|关键|重点|字|要点|抓手|着力点|关系|坚持|面向|自信|意识|维护|必须|转变|统筹|更加|结合|举措|任务|目标|要求|方向|优势|主题|关键词|建议|误区|启示|共同体|支柱|行动|全面|确立|务必|代表|倡议|经济体|主体|文明)/;

/** Classifiers that a single small Chinese numeral may count (五名院士); with others it is style (三个方面, 八项行动). */
const COUNTABLE = new Set(['家', '所', '名', '座', '台', '架', '艘', '辆', '颗', '件', '篇', '人', '位', '元', '美元', '公里', '吨', '亩', '公顷', '人次', '倍', '平方公里', '平方米', '米', '例', '枚', '户', '万元', '亿元']);

/** The figures of a normalised Chinese text, in order. */
export function chineseFigures(text: string): FoundFigure[] {
  let hidden: readonly Span[] | null = null;
  const found: FoundFigure[] = [], free = overlaps(text.length);
  const add = (figure: FoundFigure, unmasked = false): void => {
    const sign = minus(text, figure);
    if (sign) figure = sign;
    // Most paragraphs have no figure at all: what hides one is looked for when there is one.
    if (!unmasked && masked(hidden ??= masks(text, false), { start: figure.numeral, end: figure.end })) return;
    if (free(figure.start, figure.end)) found.push(figure);
  };
  const hedged = (m: RegExpMatchArray, words: string, value: FoundFigure['value'], unit: string | null, precision: number): FoundFigure => {
    const start = (m.index as number) + (/^\s*/.exec(m[0])?.[0].length ?? 0);
    const end = (m.index as number) + m[0].trimEnd().length;
    const before = m[1] ?? '';
    return { start, end, numeral: start + before.length, value, unit, relation: relationOf(words), qualifier: words || null, precision, rank: false };
  };

  // Each kind has a sign that no figure of the kind can do without.
  if (/[%‰]/.test(text)) for (const m of text.matchAll(PERCENT)) {
    const low = m[4] === undefined ? null : numberOf(m[2] as string), high = numberOf(m[4] ?? (m[2] as string));
    add(hedged(m, [m[1], m[6]].filter(Boolean).join(''), low === null ? high : [low, high], m[5] as string, lastDigit(m[4] ?? (m[2] as string))));
  }
  if (text.includes('分之')) for (const m of text.matchAll(SPELT_PERCENT)) {
    add(hedged(m, [m[1], m[4], m[5]].filter(Boolean).join(''), numberOf(m[3] as string), m[2] === '千' ? '‰' : '%', lastDigit(m[3] as string)));
  }
  if (/[百千]分点|基点/.test(text)) for (const m of text.matchAll(POINTS)) {
    const high = numberOf(m[3] ?? (m[2] as string));
    add(hedged(m, [m[1], m[4], m[6]].filter(Boolean).join(''), m[3] === undefined ? high : [numberOf(m[2] as string), high], m[5] as string, lastDigit(m[3] ?? (m[2] as string))));
  }
  if (text.includes('分之')) for (const m of text.matchAll(FRACTION)) {
    add(hedged(m, [m[1], m[4]].filter(Boolean).join(''), exact(numberOf(m[3] as string) / numberOf(m[2] as string)), null, 0.05));
  }
  if (text.includes('成')) for (const m of text.matchAll(TENTHS)) {
    const half = m[3] === undefined ? 0 : m[3] === '半' ? 5 : numberOf(m[3].trim());
    add(hedged(m, [m[1], m[4], m[5]].filter(Boolean).join(''), numberOf(m[2] as string) * 10 + half, '%', m[3] === undefined ? 10 : 1));
  }
  if (text.includes('番')) for (const m of text.matchAll(DOUBLINGS)) add(hedged(m, m[1] ?? '', numberOf(m[2] as string), '番', 1));
  if (/第[\d一二三四五六七八九十百]|首位|榜首|之首|前[\d一二三四五六七八九十百]/.test(text)) for (const pattern of RANKS) {
    for (const m of text.matchAll(pattern)) {
      const groups = m.groups as { cue: string; rank: string; n?: string };
      const start = (m.index as number) + groups.cue.length, end = start + groups.rank.length;
      if (groups.cue === '' && text[start - 1] === '届') continue;
      add({ start, end, numeral: start, value: groups.n ? numberOf(groups.n) : 1, unit: '位', relation: '=', qualifier: groups.rank.startsWith('前') ? '前' : null, precision: 1, rank: true }, true);
    }
  }
  for (const figure of pairedRanks(text, found)) add(figure, true);
  if (RANGE_SIGN.test(text)) for (const m of text.matchAll(RANGED)) {
    const figure = ranged(text, m);
    if (figure) add(figure);
  }
  for (const m of text.matchAll(COUNTED)) {
    const figure = counted(text, m);
    if (figure) add(figure);
  }
  for (const figure of sharingUnit(text, found)) add(figure);
  return unitsShared(text, found.sort((a, b) => a.start - b.start));
}

/** 6360.6亿、6211.9亿和2004.4亿元: a scaled number right before one with its unit has the same. */
function unitsShared(text: string, found: readonly FoundFigure[]): FoundFigure[] {
  const result = [...found];
  for (let i = found.length - 2; i >= 0; i--) {
    const figure = result[i] as FoundFigure, next = result[i + 1] as FoundFigure;
    if (figure.unit === null && !figure.rank && !next.rank && /[万亿]$/.test(text.slice(figure.start, figure.end)) && /[万亿]/.test(text.slice(next.start, next.end)) && /^(?:、|和|与|及|以及)$/.test(text.slice(figure.end, next.start))) result[i] = { ...figure, unit: next.unit };
  }
  return result;
}

/** A value with its minus sign (为-1.48‰), which is no range and no dash between words. */
function minus(text: string, figure: FoundFigure): FoundFigure | null {
  if (figure.rank || typeof figure.value !== 'number' || figure.numeral !== figure.start || !'-－−'.includes(text[figure.start - 1] ?? ' ')) return null;
  if (!/(?:为|是|达|至|到|[（(：:])\s*[-－−]$/.test(text.slice(Math.max(0, figure.start - 4), figure.start))) return null;
  return { ...figure, start: figure.start - 1, numeral: figure.numeral - 1, value: -figure.value };
}

/** 分别提高7.2个、11.7和8.8个百分点: decimals before the last of a list have its unit. */
function sharingUnit(text: string, found: readonly FoundFigure[]): FoundFigure[] {
  return found.flatMap((figure) => {
    if (figure.rank || figure.unit === null || figure.numeral !== figure.start || typeof figure.value !== 'number') return [];
    const list = /(?<![\d.])((?:\d+\.\d+个?[、和与及])+)$/.exec(text.slice(Math.max(0, figure.start - 40), figure.start))?.[1];
    if (list === undefined || !/分别[^，,。；;]{0,40}$/.test(text.slice(Math.max(0, figure.start - list.length - 40), figure.start - list.length))) return [];
    return [...list.matchAll(/\d+\.\d+/g)].map((m) => {
      const start = figure.start - list.length + m.index, end = start + m[0].length + (text[start + m[0].length] === '个' ? 1 : 0);
      return { ...figure, start, numeral: start, end, value: exact(Number(m[0]) * figure.precision / lastDigit(text.slice(figure.numeral, figure.end).match(/[\d.]+/)?.[0] ?? '1')), qualifier: null, relation: '=' as const };
    });
  });
}

/** In 分别位居全球第三、第八 the second ordinal has no cue of its own. */
function pairedRanks(text: string, ranks: readonly FoundFigure[]): FoundFigure[] {
  const more: FoundFigure[] = [];
  for (const rank of ranks.filter((f) => f.rank)) {
    let at = rank.end;
    for (;;) {
      const m = /^(?:、|和|与|，)(第(\d+|[一二三四五六七八九十百]+)(?:位|名)?)(?!届|次|条|章|期|轮|批|代|个|产业)/.exec(text.slice(at, at + 12));
      if (!m) break;
      const start = at + 1;
      more.push({ start, end: start + (m[1] as string).length, numeral: start, value: numberOf(m[2] as string), unit: '位', relation: '=', qualifier: null, precision: 1, rank: true });
      at = start + (m[1] as string).length;
    }
  }
  return more;
}

/** Judges one match of a range (300亿—500亿元); null where it is a change (从…到…) or no range. */
function ranged(text: string, m: RegExpMatchArray): FoundFigure | null {
  const [all, before = '', lowNumeral = '', lowScale, numeral = '', scale = '', unit = '', after = ''] = m;
  const start = (m.index as number) + (/^\s*/.exec(all)?.[0].length ?? 0);
  const factor = scaleOf(scale);
  const low = exact(numberOf(lowNumeral) * (lowScale === undefined ? factor : scaleOf(lowScale))), high = exact(numberOf(numeral) * factor);
  if (!(low < high) || /[从由自][^，,。；;]{0,14}$/.test(text.slice(Math.max(0, start - 16), start)) || /[\d.第]/.test(text[start - 1] ?? '')) return null;
  if (unit === '年' && high >= 1500 || /^[月日号页字期届段级]/.test(unit) || STRUCTURE.test(unit + text.slice(start + all.trim().length, start + all.length + AHEAD))) return null;
  const words = before + after;
  return { start, end: (m.index as number) + all.trimEnd().length, numeral: start + before.length, value: [low, high], unit, relation: relationOf(words), qualifier: words || null, precision: exact(lastDigit(numeral) * factor), rank: false };
}

/** Letters behind a figure that may say that it is none. */
const AHEAD = 64;

/** Judges one match of a counted figure; null where it is no figure. */
function counted(text: string, m: RegExpMatchArray): FoundFigure | null {
  const [all, hedge, numeral, more1, scale, more2, bareScale, bareMore, , tail, after] = m;
  let unit: string | undefined = m[8];
  let start = (m.index as number) + (/^\s*/.exec(all)?.[0].length ?? 0);
  let end = (m.index as number) + all.trimEnd().length;
  let before = hedge ?? '', more3 = tail ?? '';
  const previous = text[start - 1] ?? '';
  if (/[\d.]/.test(previous) && before === '') return null;
  // What stands behind 每 is the denominator (每10万人口); one dollar that is changed is a rate's other side.
  if (previous === '第' || previous === '每') return null;
  if (numeral === '1' && /元$/.test(unit ?? '') && /^\s*(?:兑|合|折|对|等于|可兑)/.test(text.slice(end))) return null;
  // 来 is a hedge only between a round number and its unit (十来个); behind 年 it is a word of its own.
  if (more3 !== '' && (unit === undefined || more3 !== '多')) { end -= more3.length + (after?.length ?? 0); more3 = ''; }
  if (more1 === '来' && unit === undefined) return null;
  // A scale word alone counts only with a hedge: 逾万名, 千余项.
  if (bareScale !== undefined && ((before === '' && !bareMore) || before === '前' || unit === undefined)) return null;
  const rest = text.slice(end, end + AHEAD);
  const hanNumeral = numeral !== undefined && !/^\d/.test(numeral);
  const words = [before, more1, more2, bareMore, more3, after].filter(Boolean).join('');
  const factor = scaleOf(scale ?? bareScale ?? '');
  const value = bareScale !== undefined ? factor : exact(numberOf(numeral as string) * factor);
  if (Number.isNaN(value)) return null;
  const precision = exact((bareScale !== undefined ? 1 : lastDigit(numeral as string)) * factor);
  let qualifier: string | null = words || null;
  let relation = relationOf(words);

  // 突破200万大关: the mark that is passed, and no unit.
  if (unit === '大' && /^关/.test(text.slice(end))) { unit = undefined; end--; }
  if (unit === '元人民币' || unit === '人民币元') unit = '元';
  if (unit !== undefined && /^[大字环步级页段届期]$/.test(unit)) return null;
  if (unit === undefined) {
    if (!bareNumber(text, start, end, { scale, hanNumeral, words, numeral: numeral ?? '' })) return null;
  } else {
    // 13个重点产业园区 are counted; 三个重点任务 are the author's own list.
    const things = !hanNumeral && value >= 10 && /^(?:经济体|(?:重点|关键|优势|主体|目标|任务|建议|行动|举措|问题)[\p{Script=Han}]{2})/u.test(rest);
    if (!things && (STRUCTURE.test(rest) || STRUCTURE.test(unit + rest))) return null;
    if (unit === '日' || unit === '号') return null;
    if (unit === '分' && !/(?:得|评|获|为|满意度|指数)[^，。]{0,8}$/.test(text.slice(Math.max(0, start - 12), start))) return null;
    if (unit === '点' && !/[%\d]/.test(previous)) return null;
    if (unit === '度' && !/℃|摄氏|电|用电/.test(text.slice(Math.max(0, start - 8), end + 6))) return null;
    if (unit === '班' || unit === '口' && hanNumeral || unit === '门' && hanNumeral || unit === '组' && hanNumeral || unit === '层' && hanNumeral) return null;
    if (unit === '国' && (hanNumeral || /[A-Za-z]/.test(text[start - 1] ?? '') || /^(?:集团|内|际|家|外|有|产)/.test(rest))) return null;
    if (unit === '人' && /^(?:民|类|才|工|均|员|力|大|文|权|体|口红|士|格|事|物|心|生|间|社)/.test(rest) && !(scale || words)) return null;
    if (unit === '年' && value >= 1500 && value <= 2199 && !scale) return null;
    // 20年来首次, and 5年来 at the head of a clause, are times, not figures.
    if (unit === '年' && /^来/.test(rest) && RECORD.test(rest.slice(1))) return null;
    if (unit === '年' && /^(?:来|间|里)/.test(rest) && /^$|[，,。；;：:\s]/.test(text[start - 1] ?? '')) return null;
    if (unit === '年' && hanNumeral && !before && !/[多余]/.test(words)) return null;
    if (unit === '次' && hanNumeral && value < 10) return null;
    if (unit === '家' && /^(?:庭|园|乡|长|具|电|国情|底|人)/.test(rest)) return null;
    if (unit === '位' && /^(?:置|列|居|于|次)/.test(rest)) return null;
    if (unit === '个' && /\./.test(numeral ?? '') && /^(?:[、和与及]\d+\.\d+个?)+[百千]分点/.test(rest)) return null;
    if (unit === '个' && /^(?:[百千]分点|基点)/.test(rest)) return null;
    if (unit === '个' && /^(?:人|体|性|别|多|中)/.test(rest) && hanNumeral && value < 10) return null;
    if (hanNumeral && scale === undefined ) {
      if (value <= 2 && unit !== '倍') return null;
      if (value <= 10 && !words && !COUNTABLE.has(unit)) return null;
      if (value <= 10 && /^[个项大条]$/.test(unit)) return null;
    }
  }
  if (hanNumeral && /[十百千万亿]$/.test(numeral as string) && /^[几多]/.test(rest) && unit === undefined) return null;
  if (before === '前') return null;
  if (before === '连续' && unitClassOf(unit ?? null) !== 'duration') { start += before.length; before = ''; qualifier = words.replace('连续', '') || null; }
  // 近5年 means the last five years; 历时近5年 says that it was not quite five.
  if (before === '近' && unitClassOf(unit ?? null) === 'duration' && !/(?:历时|耗时|长达|经过|用了|花了|持续|历经|需要|需|超过)$/.test(text.slice(Math.max(0, start - 3), start))) relation = '=';
  return { start, end, numeral: start + before.length, value, unit: unit ?? null, relation, qualifier, precision, rank: false };
}

/** Whether a numeral without a unit is a figure: it needs a scale (14.1亿), or a word that names an index or ratio. */
function bareNumber(text: string, start: number, end: number, n: { scale: string | undefined; hanNumeral: boolean; words: string; numeral: string }): boolean {
  const left = text.slice(Math.max(0, start - 24), start), right = text.slice(end, end + 4);
  if (/^[A-Za-z\d./×xX]/.test(right) || /[A-Za-z\d./×]$/.test(left)) return false;
  if (n.scale && /[万亿]/.test(n.scale) && !n.hanNumeral) return true;
  if (n.hanNumeral) return false;
  if (/^(?:1[5-9]|20|21)\d{2}$/.test(n.numeral)) return false;
  // 收入倍差从2.37缩小到1.94: a ratio and what it becomes.
  if (/\./.test(n.numeral) && /(?:倍差|比值|系数|指数|收入比|人均比|(?<![占对环同相])比)(?:[^，,。；;]{0,4}(?:从|由))?(?:[^，,。；;]{0,8}的)?\s*$/.test(left)) return true;
  if (/\./.test(n.numeral) && /(?:倍差|比值|系数|指数|收入比)[^，,。；;]{0,12}\d\.\d+(?:[缩扩增降升提上下]\S{0,3}[到至为]|[和、])\s*$/.test(left)) return true;
  if (/\./.test(n.numeral) && /(?:倍差|比值|系数|指数|收入比)[^。；;]{0,14}[，,](?:比|较)[^，,。；;]{0,8}(?:缩小|扩大|下降|上升|提高|降低|回落)了?\s*$/.test(left)) return true;
  return /(?:指数|系数|基尼|恩格尔|得分|评分|比值|之比|总分|均值|中位数|预期寿命)[^，,。；;]{0,12}$/.test(left) && /(?:为|达|达到|至|到|是|[:：])\s*$/.test(left);
}
