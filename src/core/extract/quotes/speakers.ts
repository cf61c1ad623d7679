/** Who speaks: the subject of a verb of saying, from the text between the sentence's beginning and the verb. */
import { BARE_SUBJECT, findNamed, type Named } from './documents';
import { findPersons, plainNameAt, type Person } from './people';
import { ADVERB, ANONYMOUS } from './words';

export type SpeakerKind = 'person' | 'document' | 'meeting' | 'institution' | 'collective' | 'bare';

export interface Subject {
  /** Normalised, Simplified; for `bare` the word itself (他, 会议), to be resolved. */
  readonly name: string;
  readonly kind: SpeakerKind;
  /** Whether a rank or a well-known name stands behind it, or it is a document or meeting. */
  readonly official: boolean;
  readonly start: number;
  readonly end: number;
}

const DATE = '(?:(?:\\d{4}|[一二三四五六七八九〇零]{4})年)?(?:\\d{1,2}月(?:底|初|中旬|上旬|下旬)?)?(?:\\d{1,2}[日号]?)?(?:至\\d{1,2}[日号])?(?:上午|下午|晚|晚上|傍晚|凌晨|中午)?(?:，|,)?';
/** Words before the subject of a clause. */
const LEAD = new RegExp(`^(?:\\s|\\[[\\d,-]+\\]|[（(][^（）()]*[）)]|再到|以及|而|且|但|正如|诚如|恰如|如同|如|例如|比如|又如|譬如|早在|就在|在|据|根据|按照|到|从|并且|并|其中|此外|对此|为此|因此|所以|同时|与此同时|当前|目前|近日|日前|近期|会后|会上|最近|当时|那时|彼时|一次|有一次|今年|去年|前年|一周后|一年后|几天后|今天|昨天|昨日|今日|同日|当天|随后|此前|之后|后来|首先|其次|最后|党的[一二三四五六七八九十]+大以来|改革开放以来|新中国成立以来|新时代以来|作为[^，]{2,20}(?=[，,])|近年来|召开的|举行的|闭幕的|引用|用|借用|以|还是|也|就像|像|中国的|${DATE})*`);
const TRANSPARENT_PART = new RegExp(`^(?:${ADVERB}|${DATE}|[在于][^，。]{1,60}?(?:上|中|时|里|下|期间|之际|之时|会|前|后|当天|一文|考察|调研)|(?:对|就|针对|围绕|关于|通过|根据|为)[^，。]{1,40}|(?:向|同|给|与|致)[^，。]{1,60}|(?:面向|着眼|立足|站在)[^，。]{1,40}|(?:作|发表|主持|出席|会见|考察|参观|视察|听取|谈到|谈及|回顾|回答|来到|回到|重返|重访|走进|走访|前往|抵达|察看|查看|了解|询问|步入|深入|登上|看望|慰问|沿着?)[^，。]{1,60}|(?:转身|回头|转头|扭头|转过身|随即|当场)|[\\u4e00-\\u9fff]{2,6}地|(?:一边[\\u4e00-\\u9fff]{2,8})?(?:一边|边)?[\\u4e00-\\u9fff]{1,3}着|(?:拿起|翻开|指着|看着|握着|拉着|望着|听完|看完|接过|端起|走到|笑着)[^，。]{0,16}|[\\s是以来地])*$`);
/** Whether words between a speaker and a verb say only how, when and where. */
export function isTransparent(text: string): boolean {
  return TRANSPARENT_PART.test(text);
}
/** Before a name: it is not the subject. */
const GOVERNING = /(?:[在于向给致对同与跟将把被]|会见|接见|会晤|围绕|针对|关于|贯彻|落实|学习|出席|主持|召开|听取|贯彻落实|学习贯彻|认真学习|印发|发布|发起|签署|制定|起草|参加|根据|按照|依据|依照|遵照|对照|邀请|陪同|访问|感谢|祝贺|委托|代表)$/;
/** Behind a name: it is the name of something else. */
const NOT_THE_PERSON = /^(?:精神|思想|理论|主义|故居|故里|奖|式|团队|办公室|基金|夫人|秘书|身边|新时代|外交思想|经济思想|法治思想|生态文明思想|文化思想|强军思想)/;
const OWNED = /^(?:[^，]{0,30})?的(?!重要|话|讲话|论述|论断|指示|批示|报告|文章|一|这|那|贺信|演讲|致辞|诗|名|回信|教导|观点|看法|系列|有关|相关)/;

/** Behind a person: what he called together follows. */
const CONVENED = /^(?:亲自)?(?:主持召开|主持|召开|召集|倡议召开)的(?=\p{Script=Han}{2})/u;

const blank = (m: string): string => ' '.repeat(m.length);

/** What could be the subject of a clause; `object` where a preposition or another verb governs it. */
interface Candidate extends Subject { readonly object: boolean; readonly locative: boolean }

function candidatesOf(clause: string, names: readonly string[]): Candidate[] {
  const text = clause.replace(/以习近平(?:同志|总书记)?为核心的?/g, blank).replace(/习近平(?:新时代中国特色社会主义思想|[^，，。]{2,6}思想)/g, blank);
  const every = findPersons(text);
  let leadEnd = (LEAD.exec(text)?.[0] ?? '').length;
  // 习近平总书记主持召开的某会议: the meeting speaks.
  const convener = every.find((p) => p.start <= leadEnd + 4 && CONVENED.test(text.slice(p.end)));
  if (convener) leadEnd = convener.end + (CONVENED.exec(text.slice(convener.end))?.[0].length ?? 0);
  const persons: Person[] = every.filter((p) => p !== convener);
  const known = names.find((n) => text.startsWith(n, leadEnd));
  const plain = plainNameAt(text, leadEnd) ?? (known ? { start: leadEnd, end: leadEnd + known.length, name: known, official: false } : null);
  if (plain && !persons.some((p) => p.start < plain.end && plain.start < p.end)) persons.push(plain);
  const list: Candidate[] = [];
  for (const p of persons.sort((a, b) => a.start - b.start)) {
    const rest = text.slice(p.end);
    if (NOT_THE_PERSON.test(rest)) continue;
    const directOwner = rest.startsWith('的') && OWNED.test(rest);
    list.push({ name: p.name, kind: 'person', official: p.official, start: p.start, end: p.end, object: directOwner || governed(text, p.start), locative: false });
  }
  const named: Named[] = findNamed(text, leadEnd);
  for (const n of named) {
    if (list.some((p) => p.kind === 'person' && n.start < p.end && p.start < n.end)) continue;
    // 外交部 in 外交部发言人毛宁 is part of a person's title.
    if (n.kind === 'institution' && list.some((p) => p.kind === 'person' && p.start >= n.start && p.start - n.end <= 6)) continue;
    const basis = n.kind === 'document' && /(?:根据|按照|依据|依照|据)$/.test(text.slice(0, n.start));
    const locative = basis || /^(?:中|上|里|会上|期间|时)/.test(text.slice(n.end));
    list.push({ name: cleanName(n.name), kind: n.kind, official: true, start: n.start, end: n.end, object: governed(text, n.start) || locative, locative });
  }
  const collective = /^(?:党中央|中共中央|中央|中国政府|我国政府|我国|中国|中方|我们党|我党|中国共产党|美国|美方|俄方|欧方)(?![\p{Script=Han}]{0,8}(?:部|院|会|局|委|大学|规划|纲要|报告|论坛))/u.exec(text.slice(leadEnd).trimStart());
  if (collective) {
    const at = text.indexOf(collective[0], leadEnd);
    list.push({ name: collective[0], kind: 'collective', official: false, start: at, end: at + collective[0].length, object: false, locative: false });
  }
  const bare = BARE_SUBJECT.exec(text.slice(leadEnd));
  if (bare && !list.some((c) => c.start <= leadEnd && !c.object)) {
    list.push({ name: bare[0], kind: 'bare', official: true, start: leadEnd, end: leadEnd + bare[0].length, object: false, locative: false });
  }
  return list;
}

function governed(text: string, at: number): boolean {
  return GOVERNING.test(text.slice(Math.max(0, at - 4), at));
}

/** 在党的二十大报告 → 党的二十大报告; the name as the document has it, without leading words. */
export function cleanName(name: string): string {
  // 某委员会7月24日召开会议: the committee's meeting.
  return name.replace(/^([^《》，]{2,24}?)(?:\d{4}年)?(?:\d{1,2}月)?(?:\d{1,2}日)?(?:召开|举行)了?(?=[\p{Script=Han}]{0,12}会(?:议)?$)/u, '$1').replace(/^(?:再到|以及|在|从|到|据|根据|按照)/, '').replace(/^(?![^《]*》).*(?:召开|举行|举办|闭幕|结束|公布|发布|印发|出台)的(?=.{4,})/, '').replace(/^[^《]*(?:审议)?(?:通过|印发|发布|出台)的(?=《)/, '').replace(/\s+/g, '').replace(/[（(](?:以下|下称)[^）)]*[）)]/g, '');
}

/** Clauses of a stretch of text: parts between commas and semicolons outside 《》. */
function clauses(text: string): { start: number; text: string }[] {
  const parts: { start: number; text: string }[] = [];
  let start = 0, depth = 0;
  for (let i = 0; i <= text.length; i++) {
    const c = text[i];
    if (c === '《' || c === '（' || c === '(' || c === '“') depth++;
    else if (c === '》' || c === '）' || c === ')' || c === '”') depth = Math.max(0, depth - 1);
    if (i === text.length || (depth === 0 && c !== undefined && /[，,；;：:\uE000]/.test(c))) {
      parts.push({ start, text: text.slice(start, i) });
      start = i + 1;
    }
  }
  return parts;
}

/**
 * The subject of a verb that stands behind `text`. Clause by clause to the left, as long as what lies between is empty,
 * adverbial, or goes on with the same subject. `names`: persons whom a bare name is enough for. Offsets are into `text`. Null where nobody is named.
 */
export function findSubject(text: string, names: readonly string[] = []): Subject | null {
  const parts = clauses(text);
  let fallback: Candidate | null = null;
  for (let i = parts.length - 1; i >= 0; i--) {
    const part = parts[i] as { start: number; text: string };
    if (part.text.trim() === '') continue;
    const all = candidatesOf(part.text, names);
    const free = all.filter((c) => !c.object);
    const chosen = free.find((c) => c.kind === 'person') ?? free.find((c) => c.kind === 'bare') ?? free.filter((c) => c.kind === 'document' || c.kind === 'meeting').at(-1)
      ?? free.find((c) => c.kind === 'institution') ?? free.find((c) => c.kind === 'collective');
    // 习近平……，在党的二十大报告中指出: a person further left speaks; a meeting further left does not.
    if (chosen && fallback === null) return shift(chosen, part.start);
    if (chosen) return chosen.kind === 'person' ? shift(chosen, part.start) : fallback;
    fallback ??= shiftOrNull(all.filter((c) => c.locative).at(-1), part.start);
    const bare = part.text.replace(LEAD, '');
    if (ANONYMOUS.test(bare) && !/^[对向给同与跟就为]/u.test(bare)) return fallback;
    if (i === parts.length - 1 && !TRANSPARENT_PART.test(bare) && !TRANSPARENT_PART.test(part.text.trim()) && !all.some((c) => c.object)) return fallback;
  }
  return fallback;
}

/** Whose words a noun names: 鲁迅的话, 《荀子》中的名言. The name right before it, whatever governs that. */
export function findOwner(text: string, names: readonly string[] = []): Subject | null {
  const part = clauses(text).at(-1);
  if (!part) return null;
  const owner = candidatesOf(part.text, names).filter((c) => c.kind !== 'collective').sort((a, b) => a.start - b.start).at(-1);
  return owner ? shift(owner, part.start) : findSubject(text, names);
}

/** Where the words that belong to a subject begin: its clause, and date and occasion in front of it. */
export function contextStart(text: string, subject: Subject): number {
  const parts = clauses(text);
  let i = parts.findLastIndex((c) => c.start <= subject.start);
  let start = (parts[i] ?? { start: 0 }).start;
  for (i--; i >= 0; i--) {
    const part = parts[i] as { start: number; text: string };
    const bare = part.text.replace(LEAD, '');
    if (part.text.trim() !== '' && !TRANSPARENT_PART.test(bare) && !/^[^\uE000]{0,60}(?:上|一开始|时|中|期间|之际|前夕|后|[那这当]天|之日|那一天|(?:到|赴|在)[^，]{2,24}(?:考察|调研|视察|访问)|[那这]次(?:考察|调研|视察|访问|座谈|活动|见面))$/.test(bare) && !/^在[^，。]{2,20}$|(?:到|赴)[^，]{2,24}(?:考察|调研|视察|访问)$/.test(part.text)) break;
    if (/\uE000/.test(part.text)) break;
    start = part.start;
  }
  return start;
}

function shift(c: Candidate, by: number): Candidate {
  return { ...c, start: c.start + by, end: c.end + by };
}
function shiftOrNull(c: Candidate | undefined, by: number): Candidate | null {
  return c ? shift(c, by) : null;
}
