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

/** Chinese characters, Latin letters and digits of a text. */
export function lettersIn(words: string): number {
  return words.match(/[\p{Script=Han}A-Za-z\d]/gu)?.length ?? 0;
}

/** Whether marked words are somebody's sentence or clause and not a name, a term or a figure of speech. */
export function isClause(words: string, shortest = 8): boolean {
  const han = lettersIn(words);
  if (han < 6) return false;
  if (CLAUSE_INSIDE.test(words)) return true;
  if (NOUN_END.test(words) && !CLAUSE_OPENING.test(words)) return false;
  return (CLAUSE_OPENING.test(words) && han >= shortest) || han >= 16;
}

/** How a verb brings in marked words, from where its object can only be words to where it is mostly a name. */
type Frame = 'announced' | 'demanded' | 'object' | 'reported' | 'deep' | 'idea';

/** How many letters words need to count as somebody's, as a clause and as anything else, where they end a part of the sentence. */
const LEAST: Readonly<Record<Frame, readonly [clause: number, phrase: number]>> = {
  announced: [4, 4], // 指出：“……”; 题词“……”
  demanded: [6, 6], // 强调要“……”
  object: [6, 9], // 提出“……”
  reported: [6, Infinity], // 指出某某是“……”
  deep: [10, Infinity], // further on in a reported sentence
  idea: [16, Infinity], // 要求坚持“……”
};
/** Where the sentence goes on behind the closing mark its words are part of it, and mostly a name. */
const RUNNING_ON: Readonly<Record<Frame, number>> = { announced: 10, demanded: 6, object: 8, reported: 8, deep: 10, idea: 16 };

/** Verbs whose object is words, hardly ever a name. */
const PERSONAL_SAYING = /^(?:感慨|感叹|坦言|直言|叮嘱|嘱咐|勉励|鼓励|寄语|告诫|嘱托|写道|赞叹|惊叹|自勉|疾呼|反问|追问|回答)/;
/** Verbs that have no other object than the words as they stand. */
const LITERAL = /^(?:题词|写道)$/;
const MODAL = /(?:^|[^需重主只])(?:要|必须|应当|务必)$/u;
/** Before marks: what is held to, built or left has a name. */
const HELD_TO = /(?:坚持|贯彻|践行|构建|落实|实施|推进|推动|建设|做到|树立|实现|增强|牢记|加快|完善|弘扬|发扬|结束|停止|否定|摒弃|抛弃|打破|批判|反对|抵制|告别|提倡|称为|称作|叫做|命名为|以|把|的)$/;
/** Behind marks: they hold what was asked (回答了“……”等重大问题), which is nobody's words. */
const ASKED = /^(?:等|的|这一|这个|这些|系列)[^，。；：“]{0,6}(?:问题|课题|命题|难题|考题|之问)/u;
/** What is remembered or held has a name. */
const OCCASION = /(?:纪念|庆祝|缅怀|举办|举行|召开|参加|出席)$/;

function frameOf(verb: Verb, gap: string): Frame {
  const { leadIn } = verb;
  if (verb.direct) return /[，,：:]\s*$/.test(gap) || LITERAL.test(verb.word) ? 'announced' : 'object';
  if (leadIn === null) return 'deep';
  if (leadIn.length > 24 || /[，,].*[，,]/.test(leadIn)) return 'deep';
  return MODAL.test(leadIn) ? 'demanded' : HELD_TO.test(leadIn) ? 'idea' : 'reported';
}

/** Whether the verb introduces the marked words as somebody's. */
export function accepts(p: Prepared, m: MarkedSpan, verb: Verb): boolean {
  const words = p.text.slice(m.start, m.end), gap = p.text.slice(verb.end, m.open);
  // Further pieces in marks go on with these.
  const after = p.text.slice(m.close).replace(/^(?:[、和与]?“[^”]{8,}”)+/u, '').slice(0, 20);
  const letters = lettersIn(words), onePart = !/[，。；！？,;]/.test(words);
  if (WITH_NOUN.has(verb.word) && !/[：:]\s*$/.test(gap)) return letters >= 6 && NOUN_OF_WITH.test(after);
  const frame = frameOf(verb, gap);
  if (frame !== 'announced' && ASKED.test(after)) return false;
  if (verb.leadIn !== null && onePart && OCCASION.test(verb.leadIn)) return false;
  if (frame === 'announced' && /[。！？!?…]$/.test(words)) return letters >= 3;
  if (frame === 'object' && NOUN_OF_WITH.test(after)) return letters >= 8;
  const on = /^[\p{Script=Han}A-Za-z\d（(]/u.test(after) && !/^(?:并|强调|指出|提出|要求|表示|等$)/.test(after);
  if (!on && letters >= LEAST[frame][1] && (frame !== 'object' || isSaid(words, verb))) return true;
  if (on && frame !== 'announced' && NOUN_AFTER.test(after) && onePart && letters < 14 && !isNoted(words, after, letters)) return false;
  return isClause(words, on ? 8 : 6) && letters >= (on ? RUNNING_ON[frame] : LEAST[frame][0]);
}

/** Right behind the verb: a piece of some length with a verb in it, or what a personal verb says, however it begins. */
function isSaid(words: string, verb: Verb): boolean {
  return !NOUN_END.test(words) && (/[是有不要能会可应把将让使须]/.test(words) || (PERSONAL_SAYING.test(verb.word) && !words.includes('的')));
}

/** “……”的理念: a clause of some length that a noun only takes up. */
function isNoted(words: string, after: string, letters: number): boolean {
  return letters >= (after.startsWith('等') ? 8 : 10) && (/^(?:的|这|等)/.test(after) || /就是|不是|才是|也是/.test(words));
}
