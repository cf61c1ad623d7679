/** When and where words were spoken that a report tells as a scene: the sentence in front that takes the speaker there says it. */
import { dateOf, englishDateOf } from './date';
import { englishOccasionOf } from './english';
import { arrivalOf, occasionOf } from './occasion';

export interface Spoken { readonly occasion: string | null; readonly date: string | null }

/** Verbs that take somebody to a place or a meeting. */
const GOES = /(?:来到|回到|重返|走进|走访|前往|抵达|赴|考察|调研|视察|看望|慰问|参观|参加|出席|会见|见面|座谈|主持|访问|站在|走上|登上|作[^，。]{2,16}报告|发表[^，。]{0,12}(?:讲话|演讲|致辞))/;
/** What he does there, where no preposition makes it an occasion. */
const ACT = /(?:考察|调研|视察|看望|慰问|参观|参加|出席|会见|主持召开|主持|访问)了?[^，。、；了]{2,24}|作[^，。、；了]{2,16}报告|发表[^，。、；了]{2,16}(?:讲话|演讲|致辞)/u;
/** Any other time than that of the scene ends it. */
const OTHER_TIME = /(?:19|20)\d{2}年|[〇零一二三四五六七八九]{4}年|\d{1,2}月\d{1,2}日|今年|去年|前年|今[天日](?=[上下]午|晚|\d{1,2}[时点:：])|(?:多年|几年|年|月|天)(?:前|后)[，,]|(?:^|[，,：:])有一(?:次|天)/;
/** A memory within the scene: what is told behind it may be either. */
const LOOKS_BACK = /想起|想到|忆起|回忆|回想|回望|那一年|当年|彼时|曾经?在/;
/** Words that are told as spoken there and then. */
const ORAL = /(?:^|[…，,])(?:考察|调研|座谈|视察|参观|交流|途中|临别|离别|握手)(?:途中|中|时|期间)|^(?:看到|听到|听了|听完|走到|面对|得知|望着|当场|现场|临别)|(?:说|问|道|宣告|宣布|宣示|对[^，。]{1,10}(?:说|讲)|嘱托[^，。]{0,10}|叮嘱[^，。]{0,10}|嘱咐[^，。]{0,10}|勉励[^，。]{0,12}|鼓励[^，。]{0,12}|感慨|感叹|回答|发问|追问|反问|应询[^，。]{0,4}|答记者问时?|告诉[^，。]{0,8}|话语?)[，,：:]?$/;
/** No scene is longer, in paragraphs and in characters. */
const PARAGRAPHS = 14, CHARACTERS = 1500;

/** What somebody does in a scene, else where he comes to. */
export function actOf(words: string): string | null {
  return ACT.exec(words)?.[0] ?? arrivalOf(words);
}

function sentencesOf(text: string): string[] {
  return text.match(/[^。！？!?]+[。！？!?”]*/gu) ?? [];
}

/**
 * Day and occasion of words that are told in a scene; null where no sentence in front states them, or another time comes between.
 * @param texts paragraphs in Simplified characters
 * @param index paragraph of the words, `before` what of it stands in front of their sentence
 * @param attribution clean words up to the verb
 * @param behind whether that stands behind the words, as where somebody is heard in a scene
 * @param names by which the speaker may be called
 */
export function sceneOf(texts: readonly string[], index: number, before: string, attribution: string, behind: boolean, names: readonly string[], published: string | null): Spoken | null {
  const oral = behind || ORAL.test(attribution);
  let left = CHARACTERS;
  for (let i = index; i >= Math.max(0, index - PARAGRAPHS) && left > 0; i--) {
    if (i < index && !oral) return null;
    const text = i === index ? before : (texts[i] as string);
    left -= text.length;
    let following = '';
    for (const sentence of sentencesOf(text).reverse()) {
      const own = sentence.replace(/“[^”]*”/gu, '').replace(/[。！？”]+\s*$/u, ''), next = following;
      following = own;
      if (!OTHER_TIME.test(own)) continue;
      // 2005年8月15日，骄阳似火。习近平来到……: the day stands a sentence before him.
      const words = names.some((n) => own.includes(n)) || own.length > 40 ? own : `${own}，${next}`;
      if (!names.some((n) => words.includes(n)) || !GOES.test(words) || LOOKS_BACK.test(words)) return null;
      const date = dateOf(words, published), occasion = occasionOf(words, names[0] as string) ?? actOf(words);
      return date === null && occasion === null ? null : { occasion, date };
    }
  }
  return null;
}

/** 当日，……: of the day and the meeting that the last dated sentence in front names. */
const SAME_DAY = /(?:当日|当天|同日|当晚|会上|峰会上|论坛上|大会上)[，,]?/u;

/** Day and meeting of words that are said to be spoken on the same day; `meetings` are those that the document names. */
export function sameDayOf(texts: readonly string[], index: number, before: string, attribution: string, meetings: readonly string[], published: string | null): Spoken | null {
  if (!SAME_DAY.test(attribution)) return null;
  for (const text of [before, texts[index - 1] ?? '', texts[index - 2] ?? '']) {
    for (const sentence of sentencesOf(text).reverse()) {
      const words = sentence.replace(/“[^”]*”/gu, ''), date = OTHER_TIME.test(words) ? dateOf(words, published) : null;
      if (date === null) continue;
      // 会上 is at a meeting, 当日 on a day: a sentence with neither is about something else.
      if (SAME_DAY.exec(attribution)?.[0].includes('会上') ? !HELD.test(words) && !meetings.some((name) => words.includes(name)) : date.length < 10) return null;
      const held = meetings.filter((name) => words.includes(name));
      return { date, occasion: held.at(-1) ?? null };
    }
  }
  return null;
}

/** 致辞时指出: at the meeting that was opened or held before. */
const SPEAKS_THERE = /(?:致[辞词]|讲话|演讲|发言|开幕[辞词]|作报告|报告)(?:时|中)|作出(?:重要)?[指批]示|(?:座谈会|会议|大会|论坛)(?:一开始|开始时)/u;
const HELD = /(?:召开|举行|开幕|出席|举办|参加|闭幕)/u;

/** Meeting and day of a speech that is named by its sort only; the nearest meeting in the sentences in front that say that it was held. */
export function speechOf(texts: readonly string[], index: number, before: string, attribution: string, meetings: readonly string[], published: string | null): Spoken | null {
  if (!SPEAKS_THERE.test(attribution)) return null;
  for (let i = index; i >= Math.max(0, index - 5); i--) {
    for (const sentence of sentencesOf(i === index ? before : texts[i] as string).reverse()) {
      const words = sentence.replace(/“[^”]*”/gu, '');
      if (!HELD.test(words)) continue;
      const held = meetings.filter((name) => words.includes(name)).at(-1) ?? /(?:召开|举行|举办)(?:了)?(\p{Script=Han}{3,20}(?:会|论坛|仪式|峰会))(?=[，。])/u.exec(words)?.[1];
      if (held) return { occasion: held, date: dateOf(words, published) };
    }
  }
  return null;
}

const ENGLISH_GOES = /\b(?:visit(?:ed|ing)?|inspect(?:ed|ion)|tour(?:ed)?|trip|attend(?:ed|ing)|address(?:ed|ing)|met with|meeting|speech|delivered|travell?ed|arrived|came to|went to)\b/;
const VISIT = /\b((?:visited|toured|inspected) (?:the )?(?:[a-z]+ )?[A-Z][\w'’-]*(?: [A-Z][\w'’-]*)*|(?:visit|tour|trip) (?:to|of|in) (?:the )?(?:[a-z]+ )?[A-Z][\w'’-]*(?: [A-Za-z][\w'’-]*){0,2})/;
const TIME = /\b(?:19|20)\d{2}\b/;

/** The same for English: the nearest of the last sentences with a year, if it takes the speaker there. `before` is the text in front, nearest last. */
export function englishSceneOf(before: string, names: readonly string[], published: string | null): Spoken | null {
  const sentences = before.slice(-900).split(/(?<=[.!?]["”]?)\s+(?=[A-Z"“])/u).reverse();
  for (const sentence of sentences) {
    const words = sentence.replace(/["“][^"”]*["”]/gu, ' ');
    if (!TIME.test(words)) continue;
    if (!names.some((n) => words.includes(n)) || !ENGLISH_GOES.test(words)) return null;
    return { occasion: englishVisitOf(words), date: englishDateOf(words, published) };
  }
  return null;
}

const REMARKS = /(?:\b(He|he|She|she|[A-Z][\w'’-]+)(?:, [^.;"“”]{4,160},)? made (?:the|these|his|her) (?:remarks?|comments?|statements?|appeal|call|announcement)|\b(?:Speaking|Addressing))\b[^.;"“”]{4,200}/gu;

/** Where somebody spoke, in sentences of their own: Wang made the remarks at a press conference. `subject`: null for he or nobody. */
export interface Remarks { readonly subject: string | null; readonly occasion: string }

export function englishRemarksIn(document: string): Remarks[] {
  return [...document.matchAll(REMARKS)].flatMap((m) => {
    const occasion = englishOccasionOf(m[0]);
    return occasion === null ? [] : [{ subject: m[1] === undefined || /^s?he$/iu.test(m[1]) ? null : m[1], occasion }];
  });
}

/** The one occasion of the remarks that are those of a speaker with these names; null where there are none or several. */
export function remarksOf(remarks: readonly Remarks[], names: readonly string[]): string | null {
  const found = new Set(remarks.filter(({ subject }) => subject === null || names.includes(subject)).map(({ occasion }) => occasion));
  return found.size === 1 ? [...found][0] as string : null;
}

/** The occasion of an English sentence, also where it is a visit. */
export function englishVisitOf(words: string): string | null {
  return englishOccasionOf(words) ?? VISIT.exec(words)?.[1] ?? null;
}
