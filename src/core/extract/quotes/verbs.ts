/** The verb that introduces marked words, and whether what it introduces is a sentence and no name. */
import type { MarkedSpan } from './marks';
import type { Prepared } from './prepared';
import { findOwner } from './speakers';
import { CLAUSE_INSIDE, CLAUSE_OPENING, NOUN_AFTER, NOUN_BEFORE, NOUN_OF_OWN, NOUN_OF_WITH, NOUN_VERBS, SAYING, SAYING_NOUN, SAYING_SHORT, SHORT_VERB_TRAP, WITH_NOUN } from './words';

const VERB = new RegExp(`${[...SAYING].sort((a, b) => b.length - a.length).join('|')}|${SAYING_NOUN.join('|')}|[${SAYING_SHORT.join('')}]`, 'g');
const SAYING_END = new RegExp(`(?:${SAYING.join('|')})$`);
const TO_WHOM = /^(?:劝|劝说|劝勉|劝诫|开导|勉励|告诉|叮嘱|嘱咐|嘱托|寄语|告诫|提醒|要求|号召|呼吁|希望|鼓励|警告|教导|回信|复信|期望)$/;
const SUFFIX = /^(?:过|道|说|了|到|称|地说|的是|写道|的那样|的一样|过的那样)/;

/** Verbs that make words together with a noun: 作出重要判断：, 提出明确要求：. */
const MAKES = new Set(['作出', '做出', '发出', '提出', '写下', '留下', '许下', '立下', '重申', '阐述', '阐明']);
const MADE = /^(?:了|过)?[^，。：:；]{0,14}?(?:判断|论断|要求|指示|批示|部署|宣示|宣告|承诺|回答|号召|倡议|嘱托|希望|期望|期许|主张|论述|观点|结论|警告|呼吁|评价|概括|阐释|阐述|安排|思路|方向|主题|任务|原则|立场)(?=[：:]\s*$)/u;
/** ，殷殷嘱托：: an adverb, where the clause begins with it. */
const HOW_BEFORE = /[，,](?:殷殷|殷切|谆谆|庄严|郑重|明确|共同)$/u;
const MADE_BEFORE = /(?:作出|做出|发出|提出|写下|留下|许下|立下)(?:了|过)?[^，。：:；]{0,12}$/u;

export interface Verb { readonly word: string; readonly start: number; readonly end: number; readonly leadIn: string | null; readonly direct: boolean; readonly adjectival: boolean; readonly ofNoun: boolean }

/** The verb whose object begins at `open`: the nearest one with nothing between that is not part of the quoted sentence. */
export function verbBefore(p: Prepared, from: number, open: number, close: number): Verb | null {
  const region = p.masked.slice(from, open);
  const matches = [...region.matchAll(VERB)].reverse();
  for (const m of matches) {
    const word = m[0];
    const left = region.slice(0, m.index);
    if (word.length === 1 && SHORT_VERB_TRAP.test(left)) continue;
    let gap = region.slice(m.index + word.length);
    if (NOUN_VERBS.has(word) && NOUN_BEFORE.test(left) && !(HOW_BEFORE.test(left) && /^\s*[：:]\s*$/u.test(gap))) continue;
    if (/[\uE000。！？]/.test(gap)) break;
    let end = m.index + word.length;
    const made = /[：:]\s*$/u.test(gap) ? MADE.exec(gap)?.[0].length : undefined;
    if (MAKES.has(word) && made !== undefined) return { word, start: from + m.index, end: from + end + made, leadIn: null, direct: true, adjectival: false, ofNoun: false };
    if (NOUN_VERBS.has(word) && /^\s*[：:]\s*$/u.test(gap) && MADE_BEFORE.test(left)) continue;
    const suffix = SUFFIX.exec(gap);
    if (suffix) { gap = gap.slice(suffix[0].length); end += suffix[0].length; }
    if (TO_WHOM.test(word)) {
      const whom = /^[\p{Script=Han}]{1,14}?(?=[，,：:]|$)/u.exec(gap);
      if (whom && !CLAUSE_OPENING.test(whom[0])) { gap = gap.slice(whom[0].length); end += whom[0].length; }
    }
    const adjectival = /^的[^，。：]{0,2}$/.test(gap);
    const direct = /^\s*[，,：:]?\s*$/.test(gap);
    const noun = (SAYING_NOUN as readonly string[]).includes(word);
    if (noun && !(direct && (/[，,：:]/.test(gap) || suffix !== null))) continue;
    if (word.length === 1 && !direct && !/^\s*[，,：:]/.test(gap)) continue;
    const leadIn = direct || adjectival ? null : gap.replace(/^\s*[，,：:]\s*/, '').trim();
    if (leadIn !== null && (leadIn.length > 48 || /[；;：:]/.test(leadIn))) continue;
    // 强调称, 解释说: one verb.
    const double = word.length === 1 ? SAYING_END.exec(left)?.[0].length ?? 0 : 0;
    return { word, start: from + m.index - double, end: from + end, leadIn, direct, adjectival, ofNoun: noun };
  }
  // 在毛泽东看来，“……”
  const view = /[在依照](?=[^，。；：\uE000]{2,24}(?:看来|眼里|眼中)[，,：:]?\s*$)/u.exec(region);
  if (view) {
    const end = from + region.replace(/(?:看来|眼里|眼中)[，,：:]?\s*$/u, '').length;
    return { word: '看来', start: end, end: from + region.replace(/[，,：:]?\s*$/u, '').length, leadIn: null, direct: true, adjectival: false, ofNoun: true };
  }
  // 党的二十大报告：“……”
  if (/[：:]\s*$/.test(region)) {
    const end = from + region.replace(/[：:]\s*$/, '').length;
    return { word: '：', start: end, end, leadIn: null, direct: true, adjectival: false, ofNoun: false };
  }
  // 习近平总书记“……”的重要指示
  const owner = findOwner(region, p.names);
  if (owner?.kind === 'person' && owner.end === region.length && NOUN_OF_OWN.test(p.text.slice(close))) return { word: '的', start: open, end: open, leadIn: null, direct: false, adjectival: true, ofNoun: true };
  return null;
}

/** What names of ideas, plans and meetings end with. */
const NOUN_END = /(?:思想|理论|主义|精神|体系|战略|工程|计划|规划|纲要|大会|论坛|制度|格局|共同体|道路|之路|倡议|模式|机制|项目|行动|活动|平台|联盟|中心|基地|大奖|奖)$/;

/** Whether marked words are somebody's sentence or clause and not a name, a term or a figure of speech. */
export function isClause(words: string, shortest = 8): boolean {
  const han = words.match(/[\p{Script=Han}A-Za-z\d]/gu)?.length ?? 0;
  if (han < 6) return false;
  if (CLAUSE_INSIDE.test(words)) return true;
  if (NOUN_END.test(words) && !CLAUSE_OPENING.test(words)) return false;
  return (CLAUSE_OPENING.test(words) && han >= shortest) || han >= 16;
}

const JUDGED = /^(?:的|这[一个]?|等)[^，。“]{0,8}(?:判断|论断|结论|论述|嘱托|期望|希望)/u;
const MODAL = /(?:^|[^需重主只])(?:要|必须|应当|务必)$/u;

/** Verbs whose object is words, hardly ever a name. */
const PERSONAL_SAYING = /^(?:感慨|感叹|坦言|直言|叮嘱|勉励|寄语|告诫|嘱托|写道|赞叹|惊叹|自勉|疾呼|反问|追问|回答)/;

/** Whether the verb introduces the marked words as somebody's. */
export function accepts(p: Prepared, m: MarkedSpan, verb: Verb): boolean {
  const words = p.text.slice(m.start, m.end);
  const after = p.text.slice(m.close, m.close + 20);
  const han = words.match(/[\p{Script=Han}A-Za-z\d]/gu)?.length ?? 0;
  const goesOn = /^[\p{Script=Han}A-Za-z\d（(]/u.test(after.replace(/^(?:“[^”]{8,}”)+/u, '')) && !/^(?:并|强调|指出|提出|要求|表示|等$)/.test(after);
  const ended = /[。！？!?…]$/.test(words);
  if (WITH_NOUN.has(verb.word) && !/[：:]\s*$/.test(p.text.slice(verb.end, m.open))) return han >= 6 && NOUN_OF_WITH.test(after);
  if (verb.direct && /[，,：:]\s*$/.test(p.text.slice(verb.end, m.open)) ) {
    if (ended) return han >= 3;
    if (goesOn) return isClause(words) && han >= 10 && !/^(?:时期|战略|倡议)/.test(after);
    return han >= 4;
  }
  if (verb.word === '：') return ended || isClause(words);
  if (goesOn && NOUN_AFTER.test(after) && !/[，。；,;]/.test(words) && han < 14) return isClause(words) && han >= (/^等/.test(after) ? 8 : 10) && (/^(?:的|这|等)/.test(after) || /就是|不是|才是|也是/.test(words));
  // 提出“……”这一重大判断: a judgement is a clause.
  if (verb.direct && JUDGED.test(after)) return han >= 8;
  // 纪念“……胜利”: what is remembered has a name.
  if (verb.leadIn !== null && /(?:纪念|庆祝|缅怀|举办|举行|召开|参加|出席)$/.test(verb.leadIn) && !/[，。；！？,;]/.test(words)) return false;
  // A piece deep within a reported sentence counts where it is a clause of its own.
  if (verb.leadIn !== null && (verb.leadIn.length > 24 || /[，,].*[，,]/.test(verb.leadIn))) return han >= 10 && isClause(words) && !/^(?:的|为|这|等|[\p{Script=Han}]{0,4}(?:战略|理念|原则|精神))/u.test(after);
  if (verb.adjectival) return isClause(words) && han >= 10;
  // 要“……”: what must be done is a clause.
  if (verb.leadIn !== null && MODAL.test(verb.leadIn) && !/^的/.test(after)) return han >= 6;
  if (verb.leadIn !== null && /(?:坚持|贯彻|践行|构建|落实|实施|推进|推动|建设|做到|树立|实现|增强|牢记|加快|完善|弘扬|发扬|结束|停止|否定|摒弃|抛弃|打破|批判|反对|抵制|告别|提倡|称为|称作|叫做|命名为|以|把|的)$/.test(verb.leadIn)) return han >= 16 && isClause(words);
  // Right behind the verb a piece of some length with a verb in it is a clause, however it begins.
  if (verb.direct && !goesOn && han >= 9 && !NOUN_END.test(words) && /[是有不要能会可应把将让使须]/.test(words)) return true;
  if (verb.direct && !goesOn && han >= 9 && PERSONAL_SAYING.test(verb.word) && !/的/.test(words) && !NOUN_END.test(words)) return true;
  return isClause(words, goesOn && !/^“/.test(after) ? 8 : 6);
}
