/** Names with a verb inside: 粮食产能提升行动, 脱贫攻坚总结表彰大会. The word lists part them at the verb; here they are joined again. */
import { headOf } from './heads';
import { formOf, trimmed } from './phrases';
import type { Chunk, Word } from './types';

/** Verbs that stand between a noun and the head of a name. */
const INNER = /^(?:提升|推进|促进|培育|总结|总结表彰|整治|改善|强化|增强|引导|扶持|动员|带动|拓展|引进|调整|发布|发展|吸引|转变|修复|倍增|普及|签约|扩大|巩固|延伸|联动|开发|创建|治理|清理|保护|建设|研究|倡议|实现|形成|调整|深化|深化提升|化解|解决|披露|公示|查处|追究|授权|恢复|打击|惩治|防止|减少|降低)$/;
/** 某某建设实施纲要: to carry out belongs to the name only before a paper. */
const CARRIED_OUT = /^(?:纲要|方案|意见|办法|细则|规划|条例)$/;
const HEAD = /^[\u4e00-\u9fff]{0,4}(?:行动|行动计划|行动方案|工程|计划|大会|机制|方案|规划|办法|制度|基金|试点|攻坚战|会议|仪式|示范区)$/;
/** A count that opens such a name: 千亿斤…行动. */
const COUNT_BEFORE = /[一二三四五六七八九十百千万亿]{1,4}[\u4e00-\u9fff]?$/;

export interface VerbName {
  readonly start: number;
  readonly end: number;
}

/** The names that a verb parts into two neighbouring noun phrases. */
export function verbNames(text: string, words: readonly Word[], chunks: readonly Chunk[]): VerbName[] {
  const found: VerbName[] = [];
  for (let c = 0; c + 1 < chunks.length; c++) {
    const left = chunks[c] as Chunk, right = chunks[c + 1] as Chunk;
    const verb = text.slice(left.end, right.start), named = trimmed(text, right.words);
    if (!named || named[0] !== right.words[0]) continue;
    const rest = formOf(text, named);
    if (!(verb === '实施' ? CARRIED_OUT.test(rest) : INNER.test(verb) && HEAD.test(rest) && headOf(`某某${rest}`))) continue;
    const kept = trimmed(text, left.words);
    if (!kept || kept[kept.length - 1] !== left.words[left.words.length - 1]) continue;
    let start = (kept[Math.max(0, kept.length - 5)] as Word).start;
    const count = start === left.start ? COUNT_BEFORE.exec(text.slice(Math.max(0, start - 5), start)) : null;
    if (count && words.some((w) => w.start === start - count[0].length)) start -= count[0].length;
    if (left.end - start >= 2) found.push({ start, end: right.start + rest.length });
  }
  return found;
}
