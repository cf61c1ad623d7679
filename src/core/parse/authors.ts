/** Who wrote a document, by its own lines. Patterns are written in Simplified characters; names stay as the document has them. */
import { toSimplified } from '../text/script';
import type { Block } from './blocks';
import { isPersonalName, isPinyinName, onlyNames, personalNames } from './names';
import { labelled } from './particulars';
import { length } from './patterns';
import { nameWithPost } from './posts';

const LABELLED = /(?:(?:执\s*笔|本文作者|作\s*者|撰\s*文|发[布表]者|发[布表]人|文)\s*(?:人)?\s*[:：/／|｜丨]|记者\s*[/／|｜丨])\s*([^)）。;；]{2,60})|^作\s*者\s*(\p{Script=Han}{2,4})\s/u;
/** （新华社记者某某、某某）, (中央社記者某某北京9日電), 联合报／特派记者某某／北京报道 */
const REPORTER = /^(?:.{0,24}电)?\s*[（(][^（）()]{0,16}记者\s*((?:\p{Script=Han}{2,8}[\s、，,]*){1,5})(?=[)）]|\d{1,2}日[电讯])/u;
const SLASHED = /记者\s*(\p{Script=Han}{2,4}?)\s*(?:[／/|｜]|\s\p{Script=Han}{2}\s+\d{4})/u;
const REPORTED = /^[（(](?:[^（）()]{0,10}记者)?\s*((?:\p{Script=Han}{2,4}[\s、]*){1,3}?)\s*(?:报道|综合报道)[)）]$/u;

/**
 * The authors that the lines name, in order.
 * @param title the title's block, -1 where the text has none
 */
export function authorsOf(blocks: readonly Block[], title: number): string[] {
  const found: string[] = [];
  const add = (names: readonly string[], simplified: string, written: string): void => {
    for (const name of names) {
      const own = asWritten(name, simplified, written);
      if (!found.includes(own)) found.push(own);
    }
  };
  for (const [i, block] of blocks.entries()) {
    const text = toSimplified(block.text.slice(0, 400)), own = block.text;
    // What stands in brackets behind the names is where they work.
    const take = (words: string): void => add(personalNames(words.replace(/[（(].*$/u, '')), text, own);
    const named = LABELLED.exec(text);
    const signed = found.length === 0 ? /^(?:本报|本刊|新华社)?记者\s*[:：]\s*(.{2,60})$/u.exec(text) : null;
    if (signed && onlyNames(signed[1] as string).length > 0) add(onlyNames(signed[1] as string), text, own);
    // 2020-02-03某某
    const dated = i > title && i <= title + 5 ? /^(?:19|20)\d{2}-\d{1,2}-\d{1,2}\s*(\p{Script=Han}{2,4})$/u.exec(text) : null;
    if (dated && isPersonalName(dated[1] as string)) add([dated[1] as string], text, own);
    if (block.kind === 'boilerplate' && !named) continue;
    if (named && length(text) <= 80 && !/^(?:引用|作者简介|作者单位)/u.test(text)) {
      take((named[1] ?? named[2]) as string);
      // （作者：某某，系……；某某，系……）
      for (const other of text.matchAll(/[;；]\s*(\p{Script=Han}{2,4})[，,]\s*(?:系|为|现任)/gu)) take(other[1] as string);
    }
    else if (block.kind === 'byline' && i <= Math.max(0, title) + 8 && /^(?:文|图文|采写|撰文|作者)\s*[丨|｜/／]/u.test(text)) take(text.replace(/^\S{1,2}\s*[丨|｜/／]\s*/u, '').replace(/^.*(?:记者|周刊|编辑部|社|网)(?=\p{Script=Han}{2})/u, ''));
    else if (block.kind === 'byline' && i <= Math.max(0, title) + 8 && onlyNames(text).length > 0) add(onlyNames(text), text, own);
    else if (block.kind === 'byline' && i <= title + 3 && title >= 0 && !/^\d|\d{5,}|记者/u.test(text)) take(text);
    else if (block.kind === 'byline' && title < 0 && i <= 2 && !/\d{5,}|记者/u.test(text)) take(text);
    const reporter = /(?:记者|评论员|评论部)\s+((?:\p{Script=Han}{2,4}[\s、]*){1,4})(?!.{0,2}摄)/u.exec(text);
    if (reporter && block.kind !== 'caption' && (block.kind === 'byline' || i <= title + 3)) take(reporter[1] as string);
    // Who reports stands in brackets at the head of the news, or under it.
    const head = (block.kind === 'body' || block.kind === 'byline') && found.length === 0 ? REPORTER.exec(text) ?? REPORTED.exec(text) : null;
    // The place of the dateline stands right behind the last name.
    const placed = head && /\d/u.test(text[head.index + head[0].length] ?? '') ? [2, 3, 4].map((n) => (head[1] as string).slice(0, -n)).find((words) => personalNames(words).length > 0) : head?.[1];
    if (placed) take(placed);
    const dateline = found.length === 0 && i <= Math.max(0, title) + 8 ? /^.{0,24}[电讯](?:\s|题|　).{0,80}?记者\s+((?:\p{Script=Han}{2,4}[、，\s]+){1,5})(?=\p{Script=Han})/u.exec(text) : null;
    if (dateline) take((dateline[1] as string).trim());
    const slashed = block.kind === 'byline' ? SLASHED.exec(text) : null;
    if (slashed) take(slashed[1] as string);
    // 某某        某某学院; under the title 某办公厅副主任 某某.
    const beside = i > title && i <= title + 5 ? /^(\p{Script=Han}{2,4}|\p{Script=Han}\s\p{Script=Han})\s{2,}\p{Script=Han}{2,20}(?:大学|学院|研究院|研究所|党校|中心|委员会|社|局|厅|部|院)$/u.exec(text.trim()) : null;
    if (beside && isPersonalName((beside[1] as string).replace(/\s/gu, ''))) add([(beside[1] as string).replace(/\s/gu, '')], text, own);
    const office = title >= 0 && i === title + 1 && length(text) <= 40 && !/[，。：；:]/u.test(text) ? /^\p{Script=Han}.*\p{Script=Han}\s+(\p{Script=Han}{2,4}|\p{Script=Han}\s\p{Script=Han})$/u.exec(text) : null;
    if (office && isPersonalName((office[1] as string).replace(/\s/gu, '')) && nameWithPost(text) === (office[1] as string).replace(/\s/gu, '')) add([(office[1] as string).replace(/\s/gu, '')], text, own);
    const self = /^(\p{Script=Han}{2,4})\s*[,，]\s*作者系/u.exec(text);
    if (self) add([self[1] as string], text, own);
    // Under a speech's title stands who gave it.
    if (title >= 0 && i > title && i <= title + 3 && block.kind === 'heading' && isPersonalName(text.replace(/\s/gu, ''))) add([text.replace(/\s/gu, '')], text, own);
    // In a round of questions and answers each answer begins with who gives it.
    const answer = /^(\p{Script=Han}{2,4})\s*[（(][^（）()]{4,80}[)）]\s*[:：]/u.exec(text);
    if (answer && isPersonalName(answer[1] as string)) add([answer[1] as string], text, own);
  }
  if (found.length === 0) for (const block of blocks) {
    // 作者简介：某某（1988—），男，……；某某，女，……
    const text = toSimplified(block.text.slice(0, 600));
    if (/^[【\[]?(?:第一)?作者简介/u.test(text)) add([...text.matchAll(ABOUT)].map((m) => (m[1] as string).replace(/\s/gu, '')), text, block.text);
  }
  if (found.length === 0) for (const block of blocks.slice(-8)) {
    // （某某社记者 某某 某某）at the end of the last paragraph.
    const text = toSimplified(block.text), foot = block.kind === 'body' ? /[（(][^（）()]{0,14}记者\s*((?:\p{Script=Han}{2,4}[\s、，,]*){1,5})[)）]$/u.exec(text) : null;
    if (foot) add(personalNames(foot[1] as string), text, block.text);
  }
  if (found.length === 0 && title >= 0) {
    const next = blocks[title + 1], text = next ? toSimplified(next.text) : '';
    if (next && length(text) <= 14) { const names = personalNames(text); if (names.join('').length >= text.replace(/[\s、，,]/gu, '').length - 1) add(names, text, next.text); }
  }
  if (found.length === 0) for (const block of blocks.slice(0, Math.max(0, title) + 6)) add(signature(toSimplified(block.text)), toSimplified(block.text), block.text);
  if (found.length === 0 && title >= 0) {
    // 某某丨题目
    const text = toSimplified((blocks[title] as Block).text), first = /^(\p{Script=Han}{2,4})\s*[丨｜|]/u.exec(text);
    if (first && isPersonalName(first[1] as string)) add([first[1] as string], text, (blocks[title] as Block).text);
  }
  if (found.length === 0) for (const block of blocks.slice(0, Math.max(0, title) + 8)) {
    const by = new RegExp(`^[Bb]y (${ENGLISH_NAME}(?:(?:, and |,? and |, )${ENGLISH_NAME})+)\\s*(?:[|（(/]|$)|^[Bb]y (${ENGLISH_NAME})\\s*[|（(/]`, 'u').exec(block.text);
    if (by) add(((by[1] ?? by[2]) as string).split(/, and |,? and |, /u), '', '');
  }
  if (found.length === 0) for (const block of blocks) {
    const english = /^(?:By|by) ((?:[A-Z]\p{L}+|[A-Z]\.)(?: (?:[A-Z]\p{L}+|[A-Z]\.)){1,2})$|^([A-Z]\p{L}+ [A-Z]\p{L}+), the author is\b/u.exec(block.text);
    if (english) add([(english[1] ?? english[2]) as string], '', '');
  }
  // A name alone over the text, or under its title.
  const alone = found.length === 0 ? blocks.slice(0, title + 3).find((block) => isPinyinName(block.text)) : undefined;
  if (alone) add([alone.text], '', '');
  return found;
}

/** Who a note about the authors is of: a name with the year of birth or the sex behind it. */
const ABOUT = /(?:简介[】\]]?\s*[:：]?|[;；。])\s*(\p{Script=Han}{2,4}|\p{Script=Han}\s+\p{Script=Han})\s*(?=[（(]\s*(?:19|20)\d{2}|[,，]\s*[男女](?:[,，。]|$))/gu;

const ENGLISH_NAME = "\\p{Lu}[\\p{L}.'’-]+(?: \\p{Lu}[\\p{L}.'’-]*){1,2}";

/** A group that signs as one, or a site's authors run together behind its name: 某大学某课题组, 作者：《求是》杂志编辑部, 新华网金某某王某某. */
function signature(text: string): string[] {
  if (length(text) > 60) return [];
  const author = labelled(text, /作者|撰文|执笔/u);
  const group = /^[《》\p{Script=Han}A-Za-z·]{2,24}(?:课题组|编写组|编辑部|研究组|调研组|写作组|评论员)$/u.exec((author ?? text).replace(/\s.*$/u, ''));
  if (group && (author !== null || length(text) <= 24)) return [group[0]];
  const run = /^(?:新华社|新华网|人民网|中新社|中新网|央视网|光明网|中国网|\p{Script=Han}{2,4}(?:日报|时报|晚报|在线|新闻网))(?:记者)?(\p{Script=Han}{4,9})$/u.exec(text.replace(/\s/gu, ''));
  return run ? split(run[1] as string) : [];
}

/** Names run together, where they can be told apart in one way only. */
function split(words: string): string[] {
  const ways: string[][] = [];
  const go = (rest: string, names: readonly string[]): void => {
    if (rest === '') { ways.push([...names]); return; }
    for (const n of [3, 2]) if (rest.length >= n && isPersonalName(rest.slice(0, n))) go(rest.slice(n), [...names, rest.slice(0, n)]);
  };
  go(words, []);
  return ways.length === 1 ? ways[0] as string[] : [];
}

/** A name in the document's own characters. */
function asWritten(name: string, simplified: string, written: string): string {
  const at = new RegExp([...name].map((c) => c.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('\\s*'), 'u').exec(simplified);
  return at ? written.slice(at.index, at.index + at[0].length).replace(/\s/gu, '') : name;
}
