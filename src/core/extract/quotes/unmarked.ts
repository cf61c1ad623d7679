/** Official words that are reported without marks: 《决定》提出……, 会议强调，……, only where speaker and extent are certain. */
import type { Attributed } from './attribution';
import { sentenceEnd, sentenceStart, type Prepared } from './prepared';
import { findSubject } from './speakers';
import { CLAUSE_OPENING, NOUN_BEFORE, NOUN_VERBS, OFFICIAL_SAYING } from './words';

const VERB = new RegExp([...OFFICIAL_SAYING].sort((a, b) => b.length - a.length).join('|'), 'g');
/** Where the author's own words go on behind the reported ones. */
const AUTHOR_AGAIN = /[，,；;](?=(?:这(?:为|是|一|些|既|充分|不仅|对|标志|体现|意味)|为[^，。]{2,40}(?:指明|提供|明确|奠定|注入|作出|擘画|划定)了|为[^，。]{2,40}(?:指明|提供)(?=[^，。]{0,10}(?:方向|遵循|指引))|体现了|标志着|彰显了|充分体现|充分彰显|意味着|对[^，。]{2,30}(?:作出|提出|进行)了?[^，。]{0,10}(?:部署|要求|安排)|由此|因此|可见|从而为|(?:并|还|又|同时|再次|进一步)?(?:强调|指出|要求|提出|明确|部署|指明|阐明|发出|重申|呼吁|倡导|宣布|承诺|主张)))/;
/** An object that names a thing, not words: 提出……的目标, 提出了……战略. */
const THING = /(?:的[^，。、的]{0,8}(?:目标|任务|要求|理念|构想|战略|思想|倡议|主张|方案|举措|措施|意见|建议|观点|论断|部署|概念|原则|方针|问题|路径|方向|计划|新论断|新要求|愿景|框架|课题|重要性|必要性|紧迫性|立场|地位|作用|意义|精神|共识))$|^[^，。的]{2,6}(?:方案|主张|倡议|理念|构想)$/;
/** 对照了《……》要求: the paper is a measure and the verb a noun. */
const MEASURE = /(?:了|符合|满足|达到|对照|落实|按照|根据|贯彻)(?:[^，。]{0,4})?《[^《》]*》$/;
const PERSONAL = /^(?:他|她|我|总书记)$/;
/** Figures reported from a bulletin are data, not words. */
const STATISTICS = /统计|年鉴|调查|指数|快报|普查|监测|财报|年报|数据/;

/** Unmarked official words of a paragraph; `marked` are those already found, with which these do not overlap. */
export function unmarkedStatements(p: Prepared, marked: readonly Attributed[]): Attributed[] {
  const result: Attributed[] = [];
  for (const m of p.masked.matchAll(VERB)) {
    const from = sentenceStart(p, m.index);
    const left = p.masked.slice(from, m.index);
    // ……倡议的提出 is an event; 总要求 is a noun.
    if (/[的所]$|(?:提出|作出|做出)$/.test(left) || (NOUN_VERBS.has(m[0]) && (NOUN_BEFORE.test(left) || MEASURE.test(left)))) continue;
    const behind = p.masked.slice(m.index + m[0].length);
    const joint = /^\s*([，,：:])?\s*(?=[^”\s，。])(?!以来|以后|之后|后[，,]|时|前|之前|至今|于|过|者|了|的)/.exec(behind);
    // 提出“双循环”… names a thing; behind a comma a term in marks may begin the sentence.
    if (!joint || (!joint[1] && behind.startsWith('“'))) continue;
    const start = m.index + m[0].length + joint[0].length;
    const end = statementEnd(p, start);
    const words = p.text.slice(start, end);
    const han = words.match(/\p{Script=Han}/gu)?.length ?? 0;
    if (han < 12 || /\uE000/.test(p.masked.slice(start, end))) continue;
    if ([...marked, ...result].some((a) => a.start < end && start < a.end)) continue;
    const found = findSubject(left, p.names);
    if (!found || found.kind === 'collective' || found.kind === 'institution' || !found.official) continue;
    // What a person said is a paraphrase unless a colon announces the very words; papers and meetings speak officially.
    if ((found.kind === 'person' || (found.kind === 'bare' && PERSONAL.test(found.name))) && !/[：:]/.test(joint[1] ?? '')) continue;
    if (!joint[1] && !CLAUSE_OPENING.test(words)) continue;
    if (!joint[1] && (THING.test(words) || THING.test(words.split(/[，,：:；;]/u)[0] as string))) continue;
    if (/统计公报|统计|公报/.test(found.name) && STATISTICS.test(found.name)) continue;
    if ((words.match(/\d[\d,.]*(?:%|％|亿|万|个百分点|家|件|人|项)/g)?.length ?? 0) >= 2 && found.kind !== 'meeting') continue;
    const subject = { ...found, start: found.start + from, end: found.end + from };
    const verbEnd = m.index + m[0].length;
    result.push({ start, end, subject, attribution: { start: subject.start, end: verbEnd }, context: { start: from, end: verbEnd }, own: null, leadIn: null, marked: false, closed: true });
  }
  return result;
}

/** End of the reported words: before the closing full stop, or where the author speaks again. */
function statementEnd(p: Prepared, start: number): number {
  const stop = sentenceEnd(p, start);
  const again = AUTHOR_AGAIN.exec(p.masked.slice(start, stop));
  let end = Math.min(again ? start + again.index : stop, nextSpeaker(p, start, stop));
  while (end > start && /[。！？!?.；;，,\s]/.test(p.text[end - 1] as string)) end--;
  return end;
}

/** No statement is longer; a document without sentence ends must not cost more. */
const LONGEST = 800;
/** What a paper or meeting does with words besides. */
const SPEAKS = new RegExp(`${VERB.source}|对[^，。]{2,40}?(?:作出|做出|进行)|作出|擘画|部署`, 'g');

/** Where in a reported statement another paper or meeting begins to speak: 某报告提出……，某会议强调……. */
function nextSpeaker(p: Prepared, start: number, stop: number): number {
  const words = p.masked.slice(start, Math.min(stop, start + LONGEST));
  for (const m of words.matchAll(/[，,；;]/gu)) {
    const clause = /^[^，,；;。]*/u.exec(words.slice(m.index + 1))?.[0] ?? '';
    const verb = [...clause.matchAll(SPEAKS)][0];
    if (!verb || (NOUN_VERBS.has(verb[0]) && NOUN_BEFORE.test(clause.slice(0, verb.index)))) continue;
    const subject = findSubject(clause.slice(0, verb.index), p.names);
    if (subject && subject.official && (subject.kind === 'document' || subject.kind === 'meeting' || subject.kind === 'person')) return start + m.index;
  }
  return stop;
}
