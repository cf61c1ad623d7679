/** Whether a document as a whole is what one speaker said, and who, where and when. Patterns are written in Simplified characters. */
import type { Speech } from '../library/types';
import { toSimplified } from '../text/script';
import type { Block } from './blocks';
import { DATE, parseDate, parseEnglishDate } from './dates';
import { isPersonalName } from './names';
import { length } from './patterns';
import { englishName, nameWithPost } from './posts';

const SPEECH = '(?:讲话|致[辞词]|演讲|演说|贺[信电词]|祝酒[辞词]|欢迎[辞词]|答谢[辞词]|开幕[辞词]|闭幕[辞词]|献[辞词]|悼[辞词]|主旨发言|书面发言|发言|谈话|报告|回信|署名文章)';
/** The end of a speech's title, brackets and 全文 left out. */
const TITLED = new RegExp(`${SPEECH}(?:全文|摘要|要点|节选|实录|[（(][^（）()]{1,24}[)）])*$`, 'u');
/** News about a speech, or a comment on it, not the speech. */
const NEWS = /强调|指出|表示|引发|反响|热议|学习|解读|述评|评论|综述|贯彻|体会|启示|看点|金句|划重点|速览|提出|回应|^论|一论|之[一二三四五六七八九]$|纪实|侧记/u;
/** 在……上的讲话, 在……会见时的谈话 */
const OCCASION = new RegExp(`(?:在|出席|于)(?!此|这|那)([^，。；：:！？]{2,80}?)(?:上|时|期间)?(?:的|并?发表(?:的)?|所?[作做](?:的)?|视频)?(?:重要|主旨|书面|视频|电视|新年|开幕|闭幕|欢迎|即席|总结|致)?${SPEECH}`, 'u');
const LETTER = /(?:致|向|给)([^，。；：:！？]{2,60}?)(?:所?致?的?)(?:贺信|贺电|贺词|回信|视频致[辞词])/u;
/** ……今日在……致辞，全文如下： 以下是……的致辞全文： */
const INTRODUCED = new RegExp(`以下[是为系](.{0,160}?)(?:致${SPEECH}|${SPEECH}|致辞)(?:的?(?:全文|内容|译文|讲话|中文))*(?:\\s*[（(].{0,12}[)）])?\\s*[:：]$|^(.{4,160}?)(?:致[辞词]|发表(?:主旨|重要|书面)?(?:讲话|演讲|致辞))[，,。]?\\s*(?:讲话|演讲|致[辞词])?全文如下\\s*[:：]?$`, 'u');
/** ※ 这是……2018年5月28日在……上讲话的一部分。 */
const NOTED = new RegExp(`^[*＊※★●注①〔\\[（(\\s:：\\]]*(?:这|本文|此文|本篇)[是系为](.{2,160}?)(?:的?${SPEECH}|讲话)(?:的?(?:一部分|主要部分|部分|要点|节选|摘要|节录|全文))?[。）)]?$`, 'u');

export interface FoundSpeech extends Speech {
  /** The day on which it was given, where it is stated with the speaker or the occasion. */
  readonly date: string | null;
}

/** Null where the document is no speech. `title`: its words, null without one; `at`: index of the title's block, -1 without one. */
export function speechOf(blocks: readonly Block[], title: string | null, at: number): FoundSpeech | null {
  return noted(blocks) ?? introduced(blocks, title) ?? titled(blocks, title, at) ?? inEnglish(blocks, title, at);
}

/** What stands under the title before the text: subtitle, day and place, who. */
function headLines(blocks: readonly Block[], at: number): Block[] {
  const lines: Block[] = [];
  for (const block of blocks.slice(at + 1, at + 9)) {
    if (block.kind === 'boilerplate') continue;
    if (length(block.text) > 60 || /^(?:尊敬的|各位|同志们|女士们|先生们|朋友们|亲爱的|主席先生)/u.test(toSimplified(block.text))) break;
    lines.push(block);
  }
  return lines;
}

function titled(blocks: readonly Block[], title: string | null, at: number): FoundSpeech | null {
  if (title === null) return null;
  const text = toSimplified(title).replace(/\s+/gu, ' ');
  const lines = headLines(blocks, at);
  const subtitle = lines.map((block) => ({ block, text: toSimplified(block.text) })).find((line) => /^[—–-]{1,2}/u.test(line.text) || /^[（(]?\d{4}年\d{1,2}月\d{1,2}日在.{4,60}上[)）]?$/u.test(line.text));
  const report = /工作报告$/u.test(text) || subtitle !== undefined && new RegExp(`在.{4,60}(?:上|会议)的?(?:${SPEECH})?$`, 'u').test(subtitle.text.replace(/^[（(](.*)[)）]$/u, '$1').replace(/[（(].*[)）]$/u, ''));
  const speech = TITLED.test(text) && !/发表(?:了)?(?:重要|主旨)?(?:讲话|演讲|谈话|致[辞词])$/u.test(text) && !/[：:].*[，,]/u.test(text) && (OCCASION.test(text) || LETTER.test(text) || /致?[辞词]全文|演讲|讲话|贺[信电词]|[迎谢幕酒献][辞词]$/u.test(text)) && !/报告$/u.test(text.replace(/在.+报告$/u, ''));
  if (!(speech || (report && subtitle)) || (NEWS.test(text) && !/全文/u.test(text))) return null;
  const occasion = occasionIn(title) ?? (subtitle ? occasionIn(subtitle.block.text.replace(/^[（(](.*)[)）]$/u, '$1')) : null);
  const before = /^(.{2,40}?)(?:[:：]\s*)?(?:\d{4}年.{0,8}日)?(?:在|致|向|出席|同|关于)/u.exec(text);
  let speaker = before ? written(nameWithPost((before[1] as string).replace(/[（(].*[)）]/gu, '')), text, title) : null;
  let date: string | null = null;
  for (const { text: own } of lines) {
    const line = toSimplified(own).replace(DATE, '').replace(/^[（(]|[)）]$/gu, '');
    date ??= parseDate(own);
    if (speaker === null && length(own) <= 40 && !/^[—–-]/u.test(own)) speaker = written(nameWithPost(line) ?? alone(line), toSimplified(own), own);
  }
  if (subtitle) date ??= parseDate(subtitle.block.text);
  return { speaker, occasion, date };
}

/** A line that is nothing but a name. */
function alone(line: string): string | null {
  const bare = line.replace(/[\s\u3000]/gu, '');
  return isPersonalName(bare) ? bare : null;
}

function introduced(blocks: readonly Block[], title: string | null): FoundSpeech | null {
  for (const block of blocks.slice(0, 12)) {
    const own = block.text.trim(), text = toSimplified(own);
    if (own.length > 260) continue;
    // The last sentence introduces; what stands before it says where.
    const m = INTRODUCED.exec(text.slice(-180));
    if (!m) continue;
    const lead = m[1] ?? m[2] ?? '';
    let speaker = written(nameWithPost(lead), text, own), occasion = occasionIn(`${lead}致辞`, own) ?? null;
    if (!speaker) {
      const said = new RegExp(`([^。，,；]{2,40}?)(?:在[^。，,；]{2,40}?)?(?:致[辞词]|发表(?:主旨|重要)?(?:讲话|演讲))`, 'u').exec(text);
      speaker = said ? written(nameWithPost(said[1] as string), text, own) : null;
    }
    if (!speaker && title) speaker = written(nameWithPost(toSimplified(title)), toSimplified(title), title);
    occasion ??= title ? occasionIn(title) : null;
    // ……开幕式8日晚在……举行。
    const held = occasion === null ? /(?:[电讯]\s*)?([^，。,；\s]{4,40}?)(?:\d{1,2}月)?(?:\d{1,2}日)?(?:上午|下午|晚上?|傍晚)?在[^。，,；]{2,30}(?:举行|开幕|举办)/u.exec(text) : null;
    if (held) occasion = written(held[1] as string, text, own);
    return { speaker, occasion, date: parseDate(own) };
  }
  return null;
}

function noted(blocks: readonly Block[]): FoundSpeech | null {
  for (const block of [...blocks.slice(0, 8), ...blocks.slice(-8)]) {
    const own = block.text.trim(), m = own.length <= 240 ? NOTED.exec(toSimplified(own)) : null;
    if (!m) continue;
    const words = m[1] as string;
    const name = /^(.{2,24}?)(?:同志|总书记|主席|总理)?(?:\d{4}年|在|同|给|致|于|向)/u.exec(words);
    return { speaker: name ? written(nameWithPost(name[1] as string) ?? alone(name[1] as string), toSimplified(own), own) : null, occasion: occasionIn(own), date: parseDate(own) };
  }
  return null;
}

/** The occasion that the words name, in their own characters. `from`: where the characters are taken from, if elsewhere. */
function occasionIn(words: string, from: string = words): string | null {
  const text = toSimplified(words).replace(/[（(][^（）()]{1,24}[)）]/gu, (part) => '\ue000'.repeat(part.length));
  const m = OCCASION.exec(text) ?? /(?:在|于)([^，。；：:]{4,60}?)上$/u.exec(text) ?? LETTER.exec(text);
  if (!m) return null;
  const found = (m[1] as string).replace(/\ue000/gu, '').replace(/^.*\d{1,2}[日号](?:上午|下午|晚上?|傍晚|凌晨)?(?:在|出席)?/u, '').replace(/^.*(?:在|出席|主持)(?=.{4})/u, '').replace(/(?<=会议|大会|论坛|仪式|典礼|峰会|酒会|会)上的.*$/u, '').replace(/[「」]/gu, '').trim();
  return found.length >= 2 ? written(found, toSimplified(from), from) : null;
}

/** A stretch of simplified words in the document's own characters. */
function written(words: string | null, simplified: string, own: string): string | null {
  if (words === null) return null;
  const at = simplified.indexOf(words);
  if (at >= 0) return own.slice(at, at + words.length);
  const spaced = new RegExp([...words].map((c) => c.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&')).join('[\\s\\u3000]*'), 'u').exec(simplified);
  return spaced ? own.slice(spaced.index, spaced.index + spaced[0].length).replace(/[\s\u3000]/gu, '') : words;
}

const ENGLISH = /^(?:full text(?: of)?[:：]?\s*)?(?:opening |keynote |closing |welcome |video |congratulatory |new year )?(?:remarks|speech|address|statement|toast|message)\b(?: (?:by|of|from) (.+?))?(?:\s+(?:at|to|on|during|in)\s+(.+))?$/iu;
const POSSESSIVE = /^(?:full text(?: of)?[:：]?\s*)?(.{4,60}?)['’]s? (?:full |opening |keynote |closing |video )*(?:remarks|speech|address|statement|message)(?:\s+(?:at|to|on|during|in)\s+(.+))?$/iu;

function inEnglish(blocks: readonly Block[], title: string | null, at: number): FoundSpeech | null {
  if (title === null || /\p{Script=Han}/u.test(title)) return null;
  const m = ENGLISH.exec(title) ?? POSSESSIVE.exec(title);
  const lines = headLines(blocks, at).map((block) => block.text);
  const below = lines.find((line) => /^(?:keynote |opening )?(?:remarks|speech|address|statement) by\b|^by (?:H\.?E\.?|Mr|President|Premier)/iu.test(line));
  if (!m && !below) return null;
  let speaker = m?.[1] ? englishName(m[1]) : null, occasion = m?.[2] ?? null, date: string | null = null;
  if (below) { const words = ENGLISH.exec(below) ?? /^by (.+)$/iu.exec(below); speaker ??= words?.[1] ? englishName(words[1]) : null; occasion ??= words?.[2] ?? null; }
  for (const line of lines) {
    occasion ??= /^at (the .{6,120})$/iu.exec(line)?.[1] ?? null;
    if (!speaker && /^(?:H\.?E\.?|Mr|President|Premier|Foreign Minister|State Councilor|Ambassador)\b/u.test(line)) speaker = englishName(line);
    date ??= parseDate(line) ?? (line.length <= 40 ? parseEnglishDate(line) : null);
  }
  // The speech itself may be headed further down, behind the news of it.
  if (date === null) for (const block of blocks.slice(0, 20)) if (/^[A-Z][a-z]+ \d{1,2},? \d{4}$/u.test(block.text)) date ??= parseEnglishDate(block.text);
  return { speaker, occasion, date };
}
