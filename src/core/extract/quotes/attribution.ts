/** Which marked words of a Chinese paragraph are attributed to somebody, and to whom. */
import type { Span } from '../../text/offsets';
import { outermost, findMarks, type MarkedSpan } from './marks';
import { findPersons } from './people';
import { contextStart, findOwner, findSubject, isTransparent, type Subject } from './speakers';
import { CLAUSE_INSIDE, CLAUSE_OPENING, NOUN_AFTER, NOUN_BEFORE, NOUN_OF_OWN, NOUN_OF_WITH, NOUN_VERBS, SAYING, SAYING_NOUN, SAYING_SHORT, SHORT_VERB_TRAP, WITH_NOUN } from './words';

/** Attributed words in a paragraph; all offsets are into its clean text. */
export interface Attributed extends Span {
  /** From the beginning of the attributing sentence or clause to behind the verb. */
  readonly attribution: Span;
  readonly subject: Subject;
  /** What occasion and date are read from: the attribution, for a piece that continues another that of the first. */
  readonly context: Span;
  /** The words before this piece's own verb where the speaker was named before an earlier piece; they may name another occasion. */
  readonly own: Span | null;
  readonly leadIn: string | null;
  readonly marked: boolean;
  /** Whether the closing mark stands in the same paragraph. */
  readonly closed: boolean;
}

/** A paragraph made ready: Simplified, long quoted pieces masked so that nothing in them is taken for an attribution. */
export interface Prepared {
  readonly text: string;
  readonly masked: string;
  readonly marks: readonly MarkedSpan[];
  /** Starts of the sentences. */
  readonly sentences: readonly number[];
  /** Persons whom the document names with a title somewhere: here a bare name is enough. */
  readonly names: readonly string[];
}

const MASK = '\uE000';
const LONG = 9;

export function prepare(simplified: string, names: readonly string[] = []): Prepared {
  const all = findMarks(simplified);
  const marks = outermost(all);
  const text = withChineseMarks(simplified, all);
  let masked = text;
  for (const m of marks) {
    const inner = simplified.slice(m.start, m.end);
    if (inner.length >= LONG || /[，。；！？,;!?]/.test(inner)) masked = masked.slice(0, m.start) + MASK.repeat(inner.length) + masked.slice(m.end);
  }
  const sentences = [0];
  for (let i = 0; i < masked.length; i++) {
    const c = masked[i] as string;
    const closed = marks.find((m) => m.closed && m.close === i + 1);
    const ends = /[。！？!?\n]/.test(c) || (c === '.' && /\p{Script=Han}/u.test(masked[i - 1] ?? '') && /[\s\p{Script=Han}]/u.test(masked[i + 1] ?? ' '))
      || (closed !== undefined && /[。！？!?]$/.test(simplified.slice(closed.start, closed.end)) && !/[，,、；;。]/.test(masked[i + 1] ?? '。'));
    if (ends && i + 1 < masked.length) sentences.push(i + 1);
  }
  return { text, masked, marks, sentences, names };
}

/** The text with “ ” for outer and ‘ ’ for inner marks of whatever kind, so that one set of rules reads them all. */
function withChineseMarks(text: string, marks: readonly MarkedSpan[]): string {
  const units = text.split('');
  for (const m of marks) {
    units[m.open] = m.depth % 2 === 0 ? '“' : '‘';
    if (m.closed) units[m.close - 1] = m.depth % 2 === 0 ? '”' : '’';
  }
  return units.join('');
}

export function sentenceStart(p: Prepared, at: number): number {
  return p.sentences.findLast((s) => s <= at) ?? 0;
}
export function sentenceEnd(p: Prepared, at: number): number {
  return p.sentences.find((s) => s > at) ?? p.text.length;
}

const VERB = new RegExp(`${[...SAYING].sort((a, b) => b.length - a.length).join('|')}|${SAYING_NOUN.join('|')}|[${SAYING_SHORT.join('')}]`, 'g');
const SAYING_END = new RegExp(`(?:${SAYING.join('|')})$`);
const TO_WHOM = /^(?:勉励|告诉|叮嘱|嘱咐|嘱托|寄语|告诫|提醒|要求|号召|呼吁|希望|鼓励|警告|教导|回信|复信|期望)$/;
const SUFFIX = /^(?:过|道|说|了|到|称|地说|的是|写道|的那样|的一样|过的那样)/;

interface Verb { readonly word: string; readonly start: number; readonly end: number; readonly leadIn: string | null; readonly direct: boolean; readonly adjectival: boolean; readonly ofNoun: boolean }

/** The verb whose object begins at `open`: the nearest one with nothing between that is not part of the quoted sentence. */
function verbBefore(p: Prepared, from: number, open: number, close: number): Verb | null {
  const region = p.masked.slice(from, open);
  const matches = [...region.matchAll(VERB)].reverse();
  for (const m of matches) {
    const word = m[0];
    const left = region.slice(0, m.index);
    if (word.length === 1 && SHORT_VERB_TRAP.test(left)) continue;
    if (NOUN_VERBS.has(word) && NOUN_BEFORE.test(left)) continue;
    let gap = region.slice(m.index + word.length);
    if (/[\uE000。！？]/.test(gap)) return null;
    let end = m.index + word.length;
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
function isClause(words: string, shortest = 8): boolean {
  const han = words.match(/[\p{Script=Han}A-Za-z\d]/gu)?.length ?? 0;
  if (han < 6) return false;
  if (CLAUSE_INSIDE.test(words)) return true;
  if (NOUN_END.test(words) && !CLAUSE_OPENING.test(words)) return false;
  return (CLAUSE_OPENING.test(words) && han >= shortest) || han >= 16;
}

/** Verbs whose object is words, hardly ever a name. */
const PERSONAL_SAYING = /^(?:感慨|感叹|坦言|直言|叮嘱|勉励|寄语|告诫|嘱托|写道|赞叹|惊叹|自勉|疾呼|反问|追问|回答)/;

function accepts(p: Prepared, m: MarkedSpan, verb: Verb): boolean {
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
  // A piece deep within a reported sentence counts where it is a clause of its own.
  if (verb.leadIn !== null && (verb.leadIn.length > 24 || /[，,].*[，,]/.test(verb.leadIn))) return han >= 10 && isClause(words) && !/^(?:的|为|这|等|[\p{Script=Han}]{0,4}(?:战略|理念|原则|精神))/u.test(after);
  if (verb.adjectival) return isClause(words) && han >= 10;
  if (verb.leadIn !== null && /(?:坚持|贯彻|践行|构建|落实|实施|推进|推动|建设|做到|树立|实现|增强|牢记|加快|完善|弘扬|发扬|以|把|的)$/.test(verb.leadIn)) return han >= 16 && isClause(words);
  // Right behind the verb a piece of some length with a verb in it is a clause, however it begins.
  if (verb.direct && !goesOn && han >= 9 && !NOUN_END.test(words) && /[是有不要能会可应把将让使须]/.test(words)) return true;
  if (verb.direct && !goesOn && han >= 9 && PERSONAL_SAYING.test(verb.word) && !/的/.test(words) && !NOUN_END.test(words)) return true;
  return isClause(words, goesOn && !/^“/.test(after) ? 8 : 6);
}

const AFTER_VERB = '(?:致贺信|致贺电|致信|回信|复信|致辞|说道|说|表示|写道|坦言|直言|感慨|感叹|指出|强调|认为|介绍|告诉[^，。]{1,10}|回忆|解释|透露|补充|呼吁|勉励[^，。“]{1,12}|寄语[^，。“]{1,12}|如是说|这样说|如是写道|如是评价|如此说|评价|回答|答道|讲道|谈到|总结|分析|期待|希望|嘱托|叮嘱|宣布|宣示|提出|曾说|说过)(?:道|说|称)?';
const AFTER = new RegExp(`^[，,—\\s]{0,3}(?:[“”])?([^。；！？“”\uE000]{2,90}?${AFTER_VERB})(?=[。，；,;：:！]|$|“)`, 'u');
const THIS_IS = /^[，,。—\s]{0,3}(这(?:就)?是[^。；！？“”\uE000]{2,70}?(?:嘱托|寄语|期望|期许|希望|要求|教诲|名言|论断|重要论述|指示|话|强调|指出|提出|誓言|宣示|承诺|忠告|回答|呼唤|心声))(?=[的。，；,;！]|$)/u;
/** “……。”两会期间，总书记这样阐释……的深意。 */
const THUS = /^[，,—\s]{0,3}([^。；！？“”\uE000]{2,60}?(?:这样|如此|如是|曾)(?:阐释|阐述|解释|描述|描绘|形容|概括|总结|评价|定义|说明|比喻|嘱托|勉励|寄语|回答|回应|强调|要求|指出|谈到|谈论|表达|写道|说道|说|感慨|回忆|告诫|叮嘱|道出))(?=[^。；！？“”\uE000]{0,40}(?:[。！；]|$))/u;
/** “……。”某大学某教授这番讲话，引得…… */
const THESE_WORDS = /^[，,—\s]{0,3}([^。；！？“”\uE000，,]{2,40}?)(?:的)?这(?:番|席|句|段)(?:讲话|话语?|发言|表态|表述|感慨|回答)(?=[，。的,])/u;
/** “……。”习近平总书记的话掷地有声。 */
const WHOSE_WORDS = /^[，,—\s]{0,3}([^。；！？“”\uE000，,]{2,40}?的(?:这(?:番|句|段|一)?|一(?:番|句|段))?[\p{Script=Han}]{0,4}(?:话语?|教诲|嘱托|论述|论断|名言|寄语|号召|回答|感慨|诗句|话音|贺词|贺信|回信|致辞|讲话|期许|寄望))(?=[，,]|[^的]{1,20}[。，！])/u;
/** “……”，这句话出自《……》。 */
const ORIGIN = /^[，,—\s]{0,3}(?:这(?:句|段|番)?(?:话|诗|名言)|一语|此语|语)?(?:语)?出自(?:于)?([^。；，,“”\uE000]{2,40})(?=[。；，,]|$)/u;
const PARENTHESIS = /^[（(]([^（）()]{2,30}?)(?:语|说)[）)]/u;
const DASH = /^\s*[—─-]{2}\s*([^。“”\uE000]{2,80}?)(?=[。\n]|$)/u;

/** An attribution that follows the words: “……。”9月10日，X向Y致贺信；“……，”X说。 */
function attributionBehind(p: Prepared, m: MarkedSpan, patterns: readonly RegExp[] = [THIS_IS, DASH, PARENTHESIS, WHOSE_WORDS, ORIGIN, THUS, THESE_WORDS, AFTER]): { span: Span; subject: Subject } | null {
  const words = p.text.slice(m.start, m.end);
  const ended = /[。，！？,!?…]$/.test(words);
  const rest = p.masked.slice(m.close);
  for (const pattern of patterns) {
    const found = pattern.exec(rest);
    if (!found) continue;
    const phrase = found[1] as string;
    if (pattern === AFTER) {
      if (!ended && !/^[，,—]/.test(rest)) continue;
      // 指出，B: what follows such a verb is its own object, unless nothing follows.
      const next = rest.slice(found[0].length);
      if (/(?:指出|强调|认为|提出|表示|希望|宣布|要求|呼吁|介绍|透露|补充|解释|分析)$/.test(phrase) && /^[，,：:]\s*[^“\s]/.test(next) && !/[，,]$/.test(words)) continue;
      if (/^[：:]/.test(next)) continue;
    }
    const start = m.close + found[0].indexOf(phrase);
    const verbless = pattern !== AFTER;
    const subject = pattern === ORIGIN || pattern === THESE_WORDS ? findOwner(phrase, p.names) : findSubject(pattern === THUS ? phrase.replace(/(?:这样|如此|如是|曾)\p{Script=Han}{1,3}$/u, '') : verbless ? phrase.replace(/^这(?:就)?是/, '   ').replace(/(?:对|给|向)[^，]*$|的[^，的]*$/, '') : phrase.replace(new RegExp(`${AFTER_VERB}$`), ''), p.names);
    if (!subject || subject.kind === 'collective') continue;
    return { span: { start, end: start + phrase.length }, subject: { ...subject, start: subject.start + start, end: subject.end + start } };
  }
  return null;
}

/** “……！”8日上午，习近平来到……: words that open a scene are those of the one who comes upon it, if they do not speak of him. */
const SCENE = /^\s*([^。；！？“”\uE000]{0,60}?(?:来到|走进|走访|前往|出席|主持召开|参加|考察|会见|视察|在[^，。]{2,40}?(?:时|上|中|期间))[^。；！？“”\uE000]{0,80})(?=[。，“])/u;
const OF_HIM = /总书记|主席|总理|您|书记好|领导/;

function sceneBehind(p: Prepared, m: MarkedSpan): { span: Span; subject: Subject } | null {
  const words = p.text.slice(m.start, m.end);
  if (p.text.slice(0, m.open).trim() !== '' || !/[。！？!?…]$/.test(words) || OF_HIM.test(words)) return null;
  const found = SCENE.exec(p.masked.slice(m.close));
  const phrase = found?.[1];
  if (!phrase) return null;
  const persons = findPersons(phrase).filter((person) => person.official);
  const person = persons[0];
  if (!person || persons.some((other) => other.name !== person.name) || !/(?:来到|走进|走访|前往|出席|主持|参加|考察|会见|视察|在)/.test(phrase.slice(person.end))) return null;
  const start = m.close + (found[0].length - phrase.length);
  return { span: { start, end: start + phrase.length }, subject: { name: person.name, kind: 'person', official: true, start: start + person.start, end: start + person.end } };
}

/** The same where a paragraph ends between the words and what says whose they are: only what points back counts. */
export function followingAttribution(p: Prepared, m: MarkedSpan): { span: Span; subject: Subject } | null {
  const found = attributionBehind(p, m, [THIS_IS, WHOSE_WORDS, ORIGIN, THUS, THESE_WORDS]);
  return found && found.subject.kind !== 'bare' ? found : null;
}

const CHAIN = /^(?:[；;、，,和与]|以及|并且|并|和|或|……|…|\s|——)*$/;

/** All attributed marked words of a paragraph of Chinese text. Offsets are into the paragraph. */
export function attributedMarks(p: Prepared): Attributed[] {
  const result: Attributed[] = [];
  let previousClose = -1;
  for (const m of p.marks) {
    const words = p.text.slice(m.start, m.end);
    if (words.trim().length < 4) continue;
    const last = result.at(-1);
    const from = sentenceStart(p, m.open);
    const chained = last && last.marked && previousClose >= 0 && CHAIN.test(p.masked.slice(previousClose, m.open)) && m.open - previousClose <= 4;
    if (chained && last) {
      const han = words.match(/[\p{Script=Han}A-Za-z\d]/gu)?.length ?? 0;
      if (isClause(words) || (han >= 6 && !/^[\p{Script=Han}]/u.test(p.text.slice(m.close)))) { result.push({ ...last, start: m.start, end: m.end, leadIn: null, own: null, closed: m.closed }); previousClose = m.close; }
      continue;
    }
    const verb = verbBefore(p, from, m.open, m.close);
    const introduced = verb !== null && accepts(p, m, verb);
    const before = introduced ? byVerb(p, from, verb, result) : null;
    if (before) {
      result.push({ start: m.start, end: m.end, leadIn: verb?.leadIn ?? null, marked: true, closed: m.closed, ...before });
      previousClose = m.close;
      continue;
    }
    // X表示：“……” of somebody unknown is not the next speaker's.
    if (introduced && verb.direct) continue;
    if (!isClause(words) && !/[。！？，!?,]$/.test(words)) continue;
    const behind = attributionBehind(p, m) ?? sceneBehind(p, m);
    if (behind) {
      result.push({ start: m.start, end: m.end, attribution: behind.span, context: behind.span, own: null, subject: behind.subject, leadIn: null, marked: true, closed: m.closed });
      previousClose = m.close;
    }
  }
  return result;
}

/** The subject of a verb: in its own stretch of the sentence, else that of the piece before in the same sentence. */
function byVerb(p: Prepared, from: number, verb: Verb, earlier: readonly Attributed[]): Pick<Attributed, 'attribution' | 'subject' | 'context' | 'own'> | null {
  const region = p.masked.slice(from, verb.start);
  const found = verb.ofNoun ? findOwner(region, p.names) : findSubject(region, p.names);
  const last = earlier.at(-1);
  const same = last && sentenceStart(p, last.start) === from || last && last.attribution.start >= from ? last : undefined;
  if (found && (found.kind !== 'bare' || !same)) {
    const subject = { ...found, start: found.start + from, end: found.end + from };
    if (same && subject.start === same.subject.start) return { subject: same.subject, attribution: same.attribution, context: same.context, own: { start: same.end, end: verb.end } };
    const start = from + contextStart(region, found);
    const lead = /^[\s”」』，,；;]*/.exec(p.masked.slice(start))?.[0].length ?? 0;
    return { subject, attribution: { start: start + lead, end: verb.end }, context: { start, end: verb.end }, own: null };
  }
  if (same && (found?.kind === 'bare' || found === null) && /^[^\p{Script=Han}]*(?:并|又|还|他|她|同时|也|再次|进一步|明确|勉励|强调|指出|，)*/u.test(p.masked.slice(same.end, verb.start))) {
    if (found === null && !onlyConnects(p.masked.slice(Math.max(same.end + 1, from), verb.start))) return null;
    return { subject: same.subject, attribution: same.attribution, context: same.context, own: { start: same.end, end: verb.end } };
  }
  return found === null && !same ? goingOn(p, from, verb, last) : null;
}

const GOES_ON = /^\s*(?:而且|并且|此外|另外|同时|与此同时|随后|接着|最后)?[，,]?(?:还|并|又|也|再次|进一步|特别)?/;

/** 还强调，“……”: a sentence without a subject that goes on has that of the sentence before. */
function goingOn(p: Prepared, from: number, verb: Verb, last: Attributed | undefined): Pick<Attributed, 'attribution' | 'subject' | 'context' | 'own'> | null {
  const region = p.masked.slice(from, verb.start);
  const opening = GOES_ON.exec(region)?.[0] ?? '';
  if (opening.trim() === '' || from === 0 || !onlyConnects(region.slice(opening.length))) return null;
  const attribution = { start: from + (region.length - region.trimStart().length), end: verb.end };
  const before = sentenceStart(p, from - 1);
  if (last && sentenceStart(p, last.start) === before) return { subject: last.subject, attribution, context: last.context, own: { start: from, end: verb.end } };
  const clause = p.masked.slice(before, from).split(/[，,；;。]/)[0] as string;
  const subject = findSubject(clause, p.names);
  if (!subject || !subject.official || subject.kind === 'collective' || subject.kind === 'institution' || subject.start > 30) return null;
  return { subject: { ...subject, start: subject.start + before, end: subject.end + before }, attribution, context: attribution, own: null };
}
function onlyConnects(text: string): boolean {
  return isTransparent(text.replace(/^[\s，,；;、”」』]+|[，,]$/g, '').replace(/^(?:而且|并且|他|她)/, ''));
}
