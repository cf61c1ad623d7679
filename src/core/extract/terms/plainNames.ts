/** Names that no mark sets off: papers called by their subject, laws, plans of a period, occasions, formulations of even build. */
import type { NameKind, Word } from './types';

export interface PlainName {
  readonly form: string;
  readonly kind: NameKind;
  readonly start: number;
}

/** 关于加快某事的意见. */
const PAPER = /关于[^，,。；;：:、《》“”（()）\n]{4,40}?的(?:若干|指导|实施|补充|联合)?(?:意见|决定|建议|通知|宣言|办法|规定|决议|声明|方案)/g;
/** 反某某法, in a list or before a verb; not 做法, 方法, 执法. */
const LAW = /(?<=^|[、，,。；;：:和与及《]|根据|依据|按照|修订|制定|实施|颁布|出台)[\u4e00-\u9fff]{2,14}(?<![办方做用想手执司立普说合违守依书语魔看打无宪民刑算军])法(?=[、，,。；;：:》及等]|的?(?:修订|实施|颁布|出台|施行|规定|明确))/g;
/** “十四五”某某规划: a plan that a period opens. */
const PERIOD_PLAN = /“?十[一二三四五六七八九]五”?(?!个)(?:国家|全国)?[\u4e00-\u9fff]{2,18}?(?:规划|计划|纲要|方案)(?![\u4e00-\u9fff]?[性期])/g;
/** 在某某大会上: what was an occasion. */
const OCCASION = /(?:在|出席|召开|参加)([^，,。；;：:、“”《》（()）\n]{5,30}?(?:大会|座谈会|工作会议|集体学习|开幕式|论坛|峰会|研讨班))(?=上|期间|时|并|，|。)/g;
/** 嫦娥四号, 神舟十三号: a craft by its number. */
const CRAFT = /[\u4e00-\u9fff]{2}[一二三四五六七八九十]{1,3}号(?![\u4e00-\u9fff]{0,2}(?:文件|令|线|公告|决议|楼|院|门|馆|病)|[召角码楼院门馆线])/g;
/** 全国科普日, 国际妇女节, 世界互联网周: a day of the year by its name. */
const DAY = /(?:全国|国际|世界|中国)[\u4e00-\u9fff]{2,8}(?:日|节|周)(?=[，,。；;”、（(]|的|活动|到来|之际|期间|主场|$)/g;
/** 以开放促改革、促发展: one thing for the sake of others. */
const FOR_THE_SAKE = /以[\u4e00-\u9fff]{1,4}促[\u4e00-\u9fff]{1,4}(?:、(?:以[\u4e00-\u9fff]{1,4})?促[\u4e00-\u9fff]{1,4})*(?=[，,。；;”]|的|是)/g;
/** What leads to the name of an occasion. */
const TO_OCCASION = /^.*(?:召开|举行|举办|出席|参加)的?|^(?:这次|此次|本次|首次|今年|去年|日前|近日)|^[^的]*\d年(?:\d+月)?(?:\d+日)?的?/;
/** 以某某为主体、某某某某的: one formulation. */
const BY_WHICH = /以(?!上|下|习)[\u4e00-\u9fff]{2,10}为(?:主体|核心|中心|根本|纲|本|先)(?:、(?!以)[\u4e00-\u9fff]{4,14}?)?(?=[的，。；、”])/g;
/** 共商共建共享, 同线同标同质; 低碳零碳负碳. */
const RHYTHMS = [
  /([\u4e00-\u9fff])(?!\1)[\u4e00-\u9fff]\1(?!\1)[\u4e00-\u9fff]\1(?!\1)[\u4e00-\u9fff]/g,
  /[\u4e00-\u9fff]([\u4e00-\u9fff])(?!\1)[\u4e00-\u9fff]\1(?!\1)[\u4e00-\u9fff]\1/g,
];
const REPEATED = /[一二三四五六七八九十多每各有的不是为在了和与个做更最]/;

/** Names by their shape alone. Offsets are those of the text. */
export function plainNames(text: string, words: readonly Word[]): PlainName[] {
  const names: PlainName[] = [];
  const add = (form: string, kind: NameKind, start: number): void => { names.push({ form, kind, start }); };
  for (const pattern of [PAPER, LAW, PERIOD_PLAN]) {
    for (const m of text.matchAll(pattern)) {
      const form = m[0].replace(/^[以按依]/, '');
      if (!/《[^》]*$/.test(text.slice(Math.max(0, m.index - 80), m.index)) && !/[的了着]/.test(form.replace(/的(?:若干|指导|实施|补充|联合)?[^的]{2}$/, ''))) add(form, 'set', m.index + m[0].length - form.length);
    }
  }
  for (const m of text.matchAll(OCCASION)) {
    const form = (m[1] as string).replace(TO_OCCASION, '').replace(TO_OCCASION, '');
    if (form.length >= 5 && !/[的了在]/.test(form)) add(form, 'set', m.index + m[0].length - form.length);
  }
  for (const m of text.matchAll(BY_WHICH)) if (!/[把将由]$/.test(text.slice(Math.max(0, m.index - 1), m.index))) add(m[0], 'even', m.index);
  for (const m of text.matchAll(FOR_THE_SAKE)) if (!/[的了为和与]/.test(m[0])) add(m[0], 'even', m.index);
  for (const pattern of [CRAFT, DAY]) for (const m of text.matchAll(pattern)) {
    if (words.some((w) => w.start === m.index) && !/^[\d一二三四五六七八九十]|[月日第年的了]/.test(m[0].slice(0, -1))) add(m[0], 'set', m.index);
  }
  for (const pattern of RHYTHMS) for (const m of text.matchAll(pattern)) {
    const from = words.findIndex((w) => w.start === m.index);
    if (from >= 0 && bounds(text, words[from - 1]) && words.some((w) => w.end === m.index + m[0].length) && !REPEATED.test(m[1] as string)) add(m[0], 'even', m.index);
  }
  evenSides(text, words, add);
  evenEnds(text, words, add);
  evenFronts(text, add);
  return names;
}

/** 单边主义、保护主义; 有效市场和有为政府: two sides of one length that share a character in one place, whole between their neighbours. */
function evenSides(text: string, words: readonly Word[], add: (form: string, kind: NameKind, start: number) => void): void {
  for (let i = 1; i + 1 < words.length; i++) {
    const joint = words[i] as Word, mark = text.slice(joint.start, joint.end);
    if (!/^[、和与]$/.test(mark)) continue;
    const right = spanFrom(text, words, i + 1);
    if (right === null) continue;
    const length = right - joint.end, start = joint.start - length;
    if (length < 3 || length > 6 || start < 0) continue;
    let opening = i;
    while (opening > 0 && (words[opening] as Word).start > start) opening--;
    if (words[opening]?.start !== start || !bounds(text, words[opening - 1])) continue;
    const left = text.slice(start, joint.start), other = text.slice(joint.end, right);
    if (!/^[\u4e00-\u9fff]+$/.test(left + other) || /[的了着是们]|[在于对]$/.test(left + other) || !alike(left, other, mark !== '、')) continue;
    if (text[start - 1] === '、' || text[right] === '、' || /^[和与及等]/.test(text.slice(right, right + 1))) continue;
    add(left + mark + other, 'even', start);
  }
}

/** Whether two sides of one length echo each other; two that only share a word, or say how something is, do not. */
function alike(left: string, right: string, joined: boolean): boolean {
  if (left === right || /(?:之间|[化性者])$/.test(left) && left.length < 5) return false;
  const shared = [...left].filter((c, k) => right[k] === c).length;
  if (shared === 0) return false;
  return !joined || (left.length >= 4 && left.slice(0, 2) !== right.slice(0, 2) && left.slice(-2) !== right.slice(-2) && !/者$/.test(left));
}

/** 坚持政府主导、企业主体…的原则: three or more items of any length that end with the same word, where the text calls them a principle. */
function evenEnds(text: string, words: readonly Word[], add: (form: string, kind: NameKind, start: number) => void): void {
  for (const m of text.matchAll(/(?<=坚持|秉持|践行|遵循|按照)[\u4e00-\u9fff]{3,8}(?:、[\u4e00-\u9fff]{3,8}){2,5}/g)) {
    const items = m[0].split('、'), last = items[items.length - 1] as string, tail = (items[1] as string).slice(-2);
    if (new Set(items.map((item) => item.length)).size < 2 || !items.slice(0, -1).every((item) => item.endsWith(tail))) continue;
    const end = last.indexOf(tail);
    const behind = m.index + m[0].length - last.length + end + 2;
    if (end > 0 && words.some((w) => w.start === m.index) && /^(?:[的，。；等”]|$)/.test(text.slice(behind, behind + 1))) add(text.slice(m.index, behind), 'even', m.index);
  }
}

/** 江山就是人民、人民就是江山: the same words the other way round. 发展为了人民、发展依靠人民、发展由人民共享: three that begin alike. */
const TURNED = /(?<![\u4e00-\u9fff、])([\u4e00-\u9fff]{4,8})、([\u4e00-\u9fff]{4,8})(?=[，,。；;”的])|(?<=坚持|牢记|做到|践行|深知|秉持)([\u4e00-\u9fff]{4,8})、([\u4e00-\u9fff]{4,8})(?=[，,。；;”的])/g;
const BEGIN_ALIKE = /(?<=坚持|始终|做到|[，,。；;：:“])([\u4e00-\u9fff]{2})[\u4e00-\u9fff]{2,8}(?:、\1[\u4e00-\u9fff]{2,9}){2,}(?=[，,。；;”]|的)/g;

function evenFronts(text: string, add: (form: string, kind: NameKind, start: number) => void): void {
  for (const m of text.matchAll(TURNED)) {
    const left = m[1] ?? m[3] as string, right = m[2] ?? m[4] as string;
    if (left.length === right.length && left !== right && left.slice(0, 2) !== right.slice(0, 2) && [...left].sort().join('') === [...right].sort().join('')) add(m[0], 'even', m.index);
  }
  for (const m of text.matchAll(BEGIN_ALIKE)) if (m[0].length <= 30) add(m[0], 'even', m.index);
}

/** Whether a word, or the start of the text, may stand before a formulation. */
function bounds(text: string, before: Word | undefined): boolean {
  return before === undefined || before.kind === 'hard' || before.kind === 'stop' || /^(?:统筹|防范|利用|支持|推广|培养)$/.test(text.slice(before.start, before.end));
}

/** Where the run of words from index `from` ends before something that cannot belong to it; null where nothing does within six characters. */
function spanFrom(text: string, words: readonly Word[], from: number): number | null {
  const start = (words[from] as Word | undefined)?.start;
  if (start === undefined) return null;
  for (let i = from; i < words.length; i++) {
    const w = words[i] as Word, next = words[i + 1];
    if (w.kind === 'stop' || w.end - start > 6) return null;
    const rest = text.slice(w.end, w.end + 1);
    if (w.end - start >= 3 && (next === undefined || next.kind === 'stop' || (next.kind === 'hard' && next.end - next.start > 1) || /^[的等，。；]/.test(rest))) return w.end;
  }
  return null;
}
