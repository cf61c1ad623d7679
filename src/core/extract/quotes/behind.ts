/** Whose marked words are, told by what stands behind them, or by the scene that they open. */
import type { Span } from '../../text/offsets';
import type { MarkedSpan } from './marks';
import { findPersons } from './people';
import { sentenceStart, type Prepared } from './prepared';
import { findOwner, findSubject, type Subject } from './speakers';
import { CLAUSE_OPENING } from './words';

export interface Told { readonly span: Span; readonly subject: Subject }

const AFTER_VERB = '(?:问(?!题)[^，。“]{0,8}|致贺信|致贺电|致信|回信|复信|致辞|说道|说|表示|写道|坦言|直言|感慨|感叹|指出|强调|认为|介绍|告诉[^，。]{1,10}|回忆|解释|透露|补充|呼吁|勉励[^，。“]{1,12}|寄语[^，。“]{1,12}|如是说|这样说|如是写道|如是评价|如此说|评价|回答|答道|讲道|谈到|总结|分析|期待|希望|嘱托|叮嘱|宣布|宣示|作出[^，。“]{0,8}(?:判断|论断|部署|指示|批示|承诺|宣示|宣告|回答|概括)|承诺|提出(?:了)?(?:这[一个]|的)?[^，。“]{0,6}(?:概念|论断|命题|理念|倡议|要求|主张|构想|观点|号召)|提出|曾说|说过)(?:道|说|称)?';
const AFTER = new RegExp(`^[，,—\\s]{0,3}(?:[“”])?([^。；！？“”\uE000]{2,90}?${AFTER_VERB})(?=[。，；,;：:！]|$|“)`, 'u');
const THIS_IS = /^[，,。—…\s]{0,3}(这(?:就)?是[^。；！？“”\uE000]{2,70}?(?:嘱托|寄语|期望|期许|希望|要求|教诲|名言|论断|重要论述|指示|话|强调|指出|提出|誓言|宣示|承诺|忠告|回答|呼唤|心声|(?:常常|经常|常|多次|一再|反复|时常|总|曾)(?:讲|说|强调|叮嘱|嘱咐|提|念叨)的|(?:讲|说)过的))(?=[的。，；,;！也]|$)/u;
/** “……。”两会期间，总书记这样阐释……的深意。 */
const THUS = /^[，,—\s]{0,3}([^。；！？“”\uE000]{2,60}?(?:这样|如此|如是|曾)(?:阐释|阐述|解释|描述|描绘|形容|概括|总结|评价|定义|说明|比喻|嘱托|勉励|寄语|回答|回应|强调|要求|指出|谈到|谈论|表达|写道|说道|说|感慨|回忆|告诫|叮嘱|道出))(?=[^。；！？“”\uE000]{0,40}(?:[。！；]|$))/u;
/** “……。”某大学某教授这番讲话，引得…… */
const THESE_WORDS = /^[，,—\s]{0,3}([^。；！？“”\uE000，,]{2,40}?)(?:的)?这(?:番|席|句|段)(?:讲话|话语?|发言|表态|表述|感慨|回答)(?=[，。的,])/u;
/** “……。”习近平总书记的话掷地有声。 */
const WHOSE_WORDS = /^[，,—…\s]{0,3}((?:[^。；！？“”\uE000，,]{2,16}(?:前夕|期间|之际|日|月|年)[，,])?[^。；！？“”\uE000，,]{2,40}?(?:的(?:这(?:番|句|段|一)?|一(?:番|句|段))?[\p{Script=Han}]{0,9}?|这(?:番|句|段|一)(?:重要)?)(?:话语?|教诲|嘱托|论述|论断|名言|寄语|号召|回答|感慨|诗句|话音|贺词|贺信|回信|致辞|讲话|期许|寄望|判断|指示|宣示))(?=[，,]|[^的]{1,20}[。，！])/u;
/** “……。”当日，某主席发表的书面演讲自信而坚定，…… */
const DELIVERED = /^[，,—…\s]{0,3}((?:[^。；！？“”\uE000，,]{1,16}[，,])?[^。；！？“”\uE000，,]{2,40}?(?:发表|作|致)的[^。；！？“”\uE000，,]{0,8}(?:讲话|演讲|致辞|谈话|发言|主旨演讲|贺词))(?=[^。；！？“”\uE000]{0,40}[，。])/u;
/** “……”，这句话出自《……》。 */
const ORIGIN = /^[，,—\s]{0,3}(?:这(?:句|段|番)?(?:话|诗|名言)|一语|此语|语)?(?:语)?出自(?:于)?([^。；，,“”\uE000]{2,40})(?=[。；，,]|$)/u;
/** “……。”(1)习近平：《……》，某某出版社: a note set into the text says whose words they are. */
const INLINE_NOTE = /^\s*(?:[（(\[〔【]\d{1,3}[）)\]〕】]|[①-⑳])\s*([\p{Script=Han}·]{2,12}[：:.．]?\s*《[^《》]{2,60}》)/u;
/** “……”。总书记在这次会上再次提出具体要求。 */
const NEXT_DEMANDS = /^。\s*([^。；！？“”\uE000，,]{2,50}?(?:提出|作出|发出|强调|重申)(?:了)?[^。；！？“”\uE000，,]{0,14})(?=。|$)/u;
const PARENTHESIS = /^[（(]([^（）()]{2,30}?)(?:语|说)[）)]/u;
const DASH = /^\s*[—─-]{2}\s*([^。“”\uE000]{2,80}?)(?=[。\n]|$)/u;

/** An attribution that follows the words: “……。”9月10日，X向Y致贺信；“……，”X说。 */
export function attributionBehind(p: Prepared, m: MarkedSpan, patterns: readonly RegExp[] = [INLINE_NOTE, THIS_IS, DASH, PARENTHESIS, WHOSE_WORDS, DELIVERED, NEXT_DEMANDS, ORIGIN, THUS, THESE_WORDS, AFTER]): Told | null {
  const words = p.text.slice(m.start, m.end);
  const ended = /[。，！？,!?…]$/.test(words);
  const rest = p.masked.slice(m.close);
  for (const pattern of patterns) {
    const found = pattern.exec(rest);
    if (!found) continue;
    const phrase = found[1] as string;
    if (pattern === NEXT_DEMANDS && (p.text.slice(0, m.open).trim() !== '' || words.length < 16)) continue;
    if (pattern === AFTER) {
      if (!ended && !/^[，,—]/.test(rest)) continue;
      // 指出，B: what follows such a verb is its own object, unless nothing follows.
      const next = rest.slice(found[0].length);
      const opens = opensSentence(p, m) && /[。！？!?…]$/.test(words);
      if (!/提出[^，。“]*这/u.test(phrase) && /(?:指出|强调|认为|提出|表示|希望|宣布|要求|呼吁|介绍|透露|补充|解释|分析)$/.test(phrase) && /^[，,：:]\s*[^“\s]/.test(next) && !/[，,]$/.test(words) && !(opens && splitsWords(phrase, p.names))) continue;
      // “A。”……明确指出“B”: the object of the verb is B.
      if (/^“/.test(next) && /[。！？!?]$/.test(words) && !(opens && SPOKEN.test(words) && phrase.length <= 24)) continue;
      if (/^[：:]/.test(next) && !(opens && /^[：:]\s*“/.test(next) && SPOKEN.test(words) && splitsWords(phrase, p.names))) continue;
    }
    const start = m.close + found[0].indexOf(phrase);
    const verbless = pattern !== AFTER && pattern !== DELIVERED && pattern !== NEXT_DEMANDS;
    const subject = pattern === INLINE_NOTE ? findSubject(phrase.replace(/[：:.．]?\s*《[^》]*》$/u, ''), p.names) : pattern === ORIGIN || pattern === THESE_WORDS ? findOwner(phrase, p.names) : findSubject(pattern === THUS ? phrase.replace(/(?:这样|如此|如是|曾)\p{Script=Han}{1,3}$/u, '') : verbless ? phrase.replace(/^这(?:就)?是/, '   ').replace(/(?:对|给|向)[^，]*$|的[^，的]*$/, '') : phrase.replace(pattern === DELIVERED ? /(?:发表|作|致)的[^的]*$/u : pattern === NEXT_DEMANDS ? /(?:提出|作出|发出|强调|重申)[^，]*$/u : new RegExp(`${AFTER_VERB}$`), ''), p.names);
    if (!subject || subject.kind === 'collective') continue;
    // ——习近平……: the dash names the speaker first; further on it speaks about somebody.
    if (pattern === DASH && subject.kind === 'person' && subject.start > 12) continue;
    return { span: { start, end: start + phrase.length }, subject: { ...subject, start: subject.start + start, end: subject.end + start } };
  }
  return null;
}

/** Words of today's language; an old saying that opens a paragraph is not his who is named behind it. */
const SPOKEN = /[的是我们要了在这]/;

/** Whether nothing of the sentence stands in front of the marked words. */
function opensSentence(p: Prepared, m: MarkedSpan): boolean {
  return p.text.slice(sentenceStart(p, m.open), m.open).trim() === '';
}

/** “……。”某部长表示，……: a person named right behind whole sentences, to whom what follows belongs as well. */
function splitsWords(phrase: string, names: readonly string[]): boolean {
  const subject = findSubject(phrase.replace(new RegExp(`${AFTER_VERB}$`), ''), names);
  return subject?.kind === 'person' && phrase.length <= 60;
}

/** “……！”8日上午，习近平来到……: words that open a scene are those of the one who comes upon it, if they do not speak of him. */
const SCENE = /^\s*([^。；！？“”\uE000]{0,60}?(?:来到|走进|走访|前往|出席|主持召开|参加|考察|会见|视察|在[^，。]{2,40}?(?:时|上|(?<![心眼])中|期间))[^。；！？“”\uE000]{0,80})(?=[。，“])/u;
const NEXT_SENTENCE = /^。\s*([^。！？“”\uE000]{4,80})(?=[。，“])/u;
const OF_HIM = /总书记|主席|总理|您|书记好|领导/;

/** The next sentence acts: it is not the one who answers. */
const ACTS = /(?:来到|走进|走访|前往|出席|主持|参加|考察|会见|视察|在|到|同|与|对|把|用|常|一直|始终|走|坐|看|拉|握)/;

/** The scene that the words open: the sentence behind them. */
export function sceneBehind(p: Prepared, m: MarkedSpan): Told | null {
  const words = p.text.slice(m.start, m.end);
  const rest = p.masked.slice(m.close);
  if (p.text.slice(0, m.open).trim() !== '' || OF_HIM.test(words)) return null;
  const ended = /[。！？!?…]$/.test(words);
  if (!/[的是我们要了在这把才就都让]/u.test(words)) return null;
  if (!ended && !(/^。/.test(rest) && /[我你您咱]|大家/.test(words))) return null;
  const found = (ended ? SCENE : NEXT_SENTENCE).exec(rest);
  const phrase = found?.[1];
  if (!found || !phrase) return null;
  const persons = findPersons(phrase).filter((person) => person.official);
  const person = persons[0];
  if (!person || persons.some((other) => other.name !== person.name) || !ACTS.test(phrase.slice(person.end))) return null;
  const start = m.close + found[0].indexOf(phrase);
  return { span: { start, end: start + phrase.length }, subject: { name: person.name, kind: 'person', official: true, start: start + person.start, end: start + person.end } };
}

const NEAR = 300;

/** 他感同身受，“我……。”: words in the first or second person behind a clause about one official person alone. */
export function sceneBefore(p: Prepared, m: MarkedSpan): Told | null {
  const words = p.text.slice(m.start, m.end);
  const from = sentenceStart(p, m.open), region = p.masked.slice(from, m.open);
  // 某某指出，……。“要……。”: what he said goes on in his very words.
  const goesOn = region.trim() === '' && CLAUSE_OPENING.test(words) && /(?:指出|强调|表示|要求)[，,：:]/u.test(p.masked.slice(sentenceStart(p, from - 1), from));
  if (!/[。！？!?]$/.test(words) || !(goesOn || /[我你您咱]|大家/.test(words)) || OF_HIM.test(words)) return null;
  const whole = region.trim() === '' ? p.masked.slice(sentenceStart(p, from - 1), from) : region;
  const start = region.trim() === '' ? sentenceStart(p, from - 1) : from;
  if (!/[，,。]\s*$/.test(whole) || /\uE000/.test(whole)) return null;
  // A document in one line has its own neighbours only.
  const persons = findPersons(p.masked.slice(Math.max(0, m.open - NEAR), m.close + NEAR));
  const here = findPersons(whole), person = here[0];
  if (!person?.official || persons.some((other) => other.name !== person.name)) return null;
  // What he said before is not when he said it.
  const said = /(?:指出|表示|强调|谈到|说|称)[，,：:]/u.exec(whole.slice(person.end));
  return { span: { start, end: said ? start + person.end + said.index + said[0].length - 1 : start + whole.trimEnd().length }, subject: { name: person.name, kind: 'person', official: true, start: start + person.start, end: start + person.end } };
}

/** The same where a paragraph ends between the words and what says whose they are: only what points back counts. */
export function followingAttribution(p: Prepared, m: MarkedSpan): Told | null {
  const found = attributionBehind(p, m, [THIS_IS, WHOSE_WORDS, ORIGIN, THUS, THESE_WORDS]);
  return found && found.subject.kind !== 'bare' ? found : null;
}
