/** When and where words were said: by the attribution, else by the sentences and the scene in front of it. */
import type { Source } from '../../library/types';
import type { Span } from '../../text/offsets';
import type { Attributed } from './attribution';
import { dateOf } from './date';
import { resolveBare, sentenceOf, type Memory } from './memory';
import { arrivalOf, occasionOf, SORT_ONLY } from './occasion';
import { sentenceStart, type Prepared } from './prepared';
import { actOf, sameDayOf, sceneOf, speechOf, type Spoken } from './scene';

/** What of a document is needed; `texts` are its paragraphs in Simplified characters. */
export interface Context { readonly source: Source; readonly memory: Memory; readonly texts: readonly string[] }

/** The words before in the same paragraph: where their speaker and they themselves stand, whose they are, when and where. */
export interface Said extends Spoken { readonly subject: number; readonly end: number; readonly speaker: string }

/** A person that only what stands before can name. */
const PRONOUN = /^(?:他|她|总书记)$/;
/** On an occasion of its own that nobody dates. */
const ONCE = /(?:有|又|还有)一(?:次|回|天)|那(?:次|天)/u;
/** Behind the words: they are called to mind, not heard there and then. */
const RECALLED = /教诲|嘱托|论[述断]|名言|寄语|号召|诗句|期许|期望|希望|寄望|判断|指示|宣示|出自|常(?:讲|说)|[《》]/u;

/** What stands behind a surname for the whole name. */
const POSTS = ['书记', '主席', '总理', '委员长', '部长', '省长', '市长', '主任', '局长', '院士', '教授'];

/** How a text may call a speaker. */
export function namesOf(speaker: string): string[] {
  if (speaker === '习近平') return [speaker, '总书记', '习主席', '习书记'];
  return /^\p{Script=Han}{2,3}$/u.test(speaker) ? [speaker, ...POSTS.map((post) => (speaker[0] as string) + post)] : [speaker];
}

/**
 * When and where attributed words were said; null for what the text does not state.
 * @param index the paragraph `p`
 * @param earlier the words before these in it
 */
export function spokenOf(reading: Context, p: Prepared, a: Attributed, index: number, speaker: string, earlier: Said | undefined): Spoken {
  const { subject } = a, today = reading.source.date, speaks = subject.kind !== 'document' && subject.kind !== 'meeting';
  let { occasion, date } = stated(p, a, speaker, today);
  const unknown = (): boolean => occasion === null && date === null;
  const take = (found: Spoken | null | undefined): void => { if (found) ({ occasion, date } = found); };
  // 2004年8月24日，他来……。他指出: what a sentence between says is nearer than words before it.
  if (subject.kind === 'bare' && unknown()) take(fromSentenceBefore(p, a, speaker, today, earlier?.end));
  // 他还指出, 要求“……”“……”: the same speech, where the same paragraph has just said which.
  if ((subject.kind === 'bare' || earlier?.subject === subject.start) && earlier?.speaker === speaker && unknown()) take(earlier);
  if ((subject.kind === 'person' || PRONOUN.test(subject.name)) && occasion === null && !earlier) take(fromSentenceBefore(p, a, speaker, today));
  take(theMeetingMeant(reading, p, a, index, occasion, date));
  const context = p.text.slice(a.context.start, a.context.end);
  if (speaks && !earlier && date === null && (occasion === null || SORT_ONLY.test(occasion)) && !ONCE.test(context)) {
    const attribution = p.text.slice(a.attribution.start, a.attribution.end), before = p.text.slice(0, sentenceStart(p, a.context.start));
    const meetings = reading.memory.meetings.map((m) => m.name), heard = a.attribution.start >= a.end && !RECALLED.test(attribution);
    take(sameDayOf(reading.texts, index, before, attribution, meetings, today) ?? speechOf(reading.texts, index, before, attribution, meetings, today)
      ?? sceneOf(reading.texts, index, before, attribution, heard, namesOf(speaker), today));
  }
  if (subject.kind === 'person' || subject.kind === 'bare') occasion ??= arrivalOf(context);
  return { occasion, date };
}

/** Occasion and date by the words before the piece's own verb, else by those of the piece that named the speaker. */
function stated(p: Prepared, a: Attributed, speaker: string, published: string | null): Spoken {
  const place = a.subject.kind !== 'document' && a.subject.kind !== 'meeting';
  const read = (span: Span): Spoken => {
    const words = p.text.slice(span.start, span.end);
    return { occasion: place ? occasionOf(words, speaker) : null, date: dateOf(words, published) ?? dateOf(timeInFront(p, span.start), published) };
  };
  // 在福建……；在浙江强调: what stands between semicolons is of itself.
  const semicolon = a.own ? Math.max(p.masked.lastIndexOf('；', a.own.end), p.masked.lastIndexOf(';', a.own.end)) + 1 : 0;
  const own = a.own ? read({ start: Math.max(a.own.start, semicolon), end: a.own.end }) : null;
  return own?.occasion || own?.date ? own : read(a.context);
}

/** 2012年11月，大会刚刚闭幕，……: the time with which a sentence begins is that of all its clauses. */
function timeInFront(p: Prepared, at: number): string {
  const words = p.masked.slice(sentenceStart(p, at), at);
  return /\uE000/.test(words) ? '' : /^\s*(?:早在|就在|在)?(?:(?:\d{4}|[〇零一二三四五六七八九]{4}|今|去|前)年)?(?:\d{1,2}月)?(?:\d{1,2}[日号])?(?:“[^”]{1,8}”)?(?:[^，。“”]{0,12}(?:节|前夕|之际|之后|[初底春夏秋冬]|[上下]午))?(?=[，,])/u.exec(words)?.[0] ?? '';
}

/** 习近平主席向大会致贺信。习近平指出，“……”: the sentence before, of the same speaker, says on what occasion. */
function fromSentenceBefore(p: Prepared, a: Attributed, speaker: string, published: string | null, from = 0): Spoken | null {
  const index = p.sentences.findLastIndex((s) => s <= a.context.start) - 1;
  const start = p.sentences[index];
  if (start === undefined || start < from) return null;
  const words = p.text.slice(start, p.sentences[index + 1]).replace(/[。！？]\s*$/, '');
  if (!namesOf(speaker).some((name) => words.includes(name)) && !(a.subject.kind === 'bare' && /(?:^|[，,])[他她](?!们)/u.test(words))) return null;
  // 我根据……作了讲话: somebody else's sentence.
  if (/(?:^|[，,：:])我(?![们国党])/u.test(words)) return null;
  const dated = dateOf(words, published, p.text.slice(0, start));
  const occasion = occasionOf(words, speaker) ?? (dated === null ? null : actOf(words));
  return occasion === null ? null : { occasion, date: dated ?? dateOf(p.text.slice(a.context.start, a.context.end), published) };
}

const THIS_MEETING = /^(?:在)?(?:这次|此次|本次|该|这场)((?:重要)?(?:座谈会|研讨会|会议|大会|论坛|峰会|全会|仪式|典礼|发布会))$/;

/** 这次座谈会上: the meeting that the text has named last, with the day on which it was held. */
function theMeetingMeant(reading: Context, p: Prepared, a: Attributed, index: number, occasion: string | null, date: string | null): Spoken {
  const word = THIS_MEETING.exec(occasion ?? '')?.[1]?.replace('重要', '');
  if (!word) return { occasion, date };
  const name = resolveBare(word, reading.memory, index, a.context.start, p.sentences);
  const told = name === null ? null : sentenceOf(reading.texts, name, index);
  return { occasion: name ?? occasion, date: date ?? (told && (dateOf(told.sentence, reading.source.date) ?? dayIn(told.sentence, told.before))) };
}

/** 12日，某会在某地召开: the month and year stand further left in the same paragraph. */
function dayIn(sentence: string, before: string): string | null {
  const day = /(?<![\d月])(\d{1,2})日/.exec(sentence)?.[1], month = dateOf(before, null)?.slice(0, 7);
  return day && month?.length === 7 ? `${month}-${day.padStart(2, '0')}` : null;
}
