/** Names that the text itself marks: “…”, 《…》, letters in parentheses, short forms it announces, counted and parallel formulations. */
import { headOf } from './heads';
import { BREAKERS, SOFT_BREAKERS, WEAK_START } from './lexicon';
import { plainNames } from './plainNames';
import type { Chunk, NameKind, Unit, Word } from './types';

export interface MarkedName {
  readonly form: string;
  readonly kind: NameKind;
  readonly start: number;
  readonly aliases: readonly (readonly [string, 'abbreviation' | 'short' | 'english'])[];
}

const TITLE = /《([^《》\n]{2,60})》/g;
/** ITER, R&D, π-HuB, 英文名 with letters: what stands in parentheses behind a name. */
const PARENTHESIS = /[（(]\s*([^（）()\n]{2,80}?)\s*[）)]/g;
const ABBREVIATION = /^[\p{Lu}\p{Ll}\d][\p{L}\d&+./ -]{0,14}$/u;
const ANNOUNCED = /^(?:以下)?(?:统)?(?:简称|下称|又称|也称|亦称|即)\s*[:：]?\s*[“"「《]?([^”"」》]{2,16})[”"」》]?$/;
const PARTY_MEETING = /党的(?:[一二三四五六七八九十]+大(?:报告)?|[一二三四五六七八九十]+届[一二三四五六七八九十]+中全会)/g;
/** A meeting that only dates what follows names nothing. */
const SINCE = /^(?:以来|召开|闭幕|之后|以后)/;
const LEADERSHIP = /党对[\u4e00-\u9fff]{2,14}的(?:全面|集中统一|绝对)?领导/g;
/** 第一个百年奋斗目标, 两个百年目标. */
const CENTENARY = /(?:第[一二]个|两个)百年(?:奋斗)?目标/g;
/** 党的自我革命, 党的政治建设. */
const PARTY_OWN = /党的(?:[\u4e00-\u9fff]{2,6}?)?(?:领导(?!干部|人|者|机关|小组|集体|班子|核心|职|岗|地位|方式|水平)|建设|革命)/g;
const COUNTED = /[两三四五六七八九十]+(?:个|大|项|条|重)(?:行动|倡议|工程|战略|原则|主张|支柱|伙伴关系|坚持|统一|确立|必须|全面|自信|意识|维护|面向|关系|布局|理念|体系|任务|举措|文明|共同体)/g;

/** A clause in marks that the text calls an idea, a spirit, a principle. */
const CALLED = /[“"「]([\u4e00-\u9fff]{4,16})[”"」](?:的)?(?:重要|发展|重大|核心|实践|主题|专项)?(?:活动|教育|理念|思想|精神|原则|方针|论断|战略|倡议|模式|经验|机制|工程|行动|要求|价值观|主张)/g;

/** Everything that the unit marks as a name. Offsets are those of the unit's text. */
export function markedNames(unit: Unit, words: readonly Word[], chunks: readonly Chunk[]): MarkedName[] {
  const names: MarkedName[] = [];
  const text = unit.text;
  if (unit.english) return names;
  if (unit.paragraph.kind === 'keywords') { keywords(text, names); return names; }
  for (const m of text.matchAll(TITLE)) {
    const form = m[1] as string;
    if (/[\u4e00-\u9fff]{2}/.test(form) && !/[。！？]/.test(form)) names.push({ form, kind: 'title', start: m.index + 1, aliases: [] });
  }
  for (const word of words) {
    if (word.kind !== 'quoted') continue;
    const form = text.slice(word.start + 1, word.end - 1).trim();
    if (termLike(form)) names.push({ form, kind: 'quoted', start: word.start + 1, aliases: [] });
  }
  for (const m of text.matchAll(PARENTHESIS)) parenthesis(text, m.index, m[1] as string, m[0].length, chunks, names);
  for (const pattern of [PARTY_MEETING, LEADERSHIP, PARTY_OWN, CENTENARY]) {
    for (const m of text.matchAll(pattern)) if (!SINCE.test(text.slice(m.index + m[0].length)) && !/[和与及把将为]|的.*的/.test(m[0])) names.push({ form: m[0], kind: 'set', start: m.index, aliases: [] });
  }
  for (const m of text.matchAll(CALLED)) {
    const form = m[1] as string;
    if (form.length > 6 && !/^[把让使将要]/.test(form) && !termLike(form)) names.push({ form, kind: 'quoted', start: m.index + 1, aliases: [] });
  }
  evenLists(text, words, names);
  evenPairs(text, words, names);
  for (const m of text.matchAll(COUNTED)) {
    if (/[\u4e00-\u9fff“]/.test(text[m.index - 1] ?? '') && !/[的之“了]/.test(text[m.index - 1] ?? '')) continue;
    if (/^[\u4e00-\u9fff]/.test(text.slice(m.index + m[0].length)) && !/^[之等中是和与，]/.test(text.slice(m.index + m[0].length))) continue;
    names.push({ form: m[0], kind: 'counted', start: m.index, aliases: [] });
  }
  for (const m of text.matchAll(/(?<![A-Za-z\d&])[A-Z][A-Z&]{1,5}(?![A-Za-z\d&])/g)) {
    // Letters that the text explains stand in parentheses; those that it takes for known stand before a Chinese word.
    if (/[\u4e00-\u9fff]/.test(text[m.index + m[0].length] ?? '')) names.push({ form: m[0], kind: 'acronym', start: m.index, aliases: [] });
  }
  lists(text, chunks, names);
  const known = new Set(names.map((n) => `${n.start}:${n.form.length}`));
  for (const name of plainNames(text, words)) if (!known.has(`${name.start}:${name.form.length}`)) names.push({ ...name, aliases: [] });
  return names;
}

const CLAUSE = /[的了着是要将把被]|^(?:不|积极|主动|加强|推动|开展|坚持|有|我|你|从|以|为|在|对|向|让|使)/;

/** Whether the words in quotation marks are a name and not a quoted clause. */
export function termLike(form: string): boolean {
  if (/^[本该此其]|[。！？!?…]$/.test(form)) return false;
  if (!/[\u4e00-\u9fff]{2}/.test(form)) return /^[A-Z][A-Za-z0-9&+-]{1,12}$/.test(form);
  if (form.includes('、')) return form.length <= 20 && !CLAUSE.test(form);
  if (form.length <= 6) return !/[的了]$|^(?:要|把|将|让|使)/.test(form);
  const opening = form.slice(0, 2);
  if (BREAKERS.has(opening) || (SOFT_BREAKERS.has(opening) && form.length > 8)) return false;
  return form.length <= 16 && (!CLAUSE.test(form) || headOf(form) !== null);
}

function parenthesis(text: string, at: number, inside: string, length: number, chunks: readonly Chunk[], names: MarkedName[]): void {
  const before = nameBefore(text, at, chunks, inside.includes('&'));
  if (!before) return;
  const aliases: [string, 'abbreviation' | 'short' | 'english'][] = [];
  const announced = ANNOUNCED.exec(inside);
  const several = /简称|下称|又称|也称|亦称|以下称/.test(inside) ? [...inside.matchAll(/[“"「]([^“”"「」]{2,16})[”"」]/g)].map((m) => m[1] as string) : [];
  if (several.length > 0) { for (const name of several) if (!/^[本该]/.test(name)) aliases.push([name, 'short']); }
  else if (announced) aliases.push([(announced[1] as string).trim(), 'short']);
  else {
    for (const part of inside.split(/[，,；;、]\s*/)) {
      const piece = part.replace(/^(?:简称|英文(?:简称|名称)?|缩写(?:为)?)\s*[:：]?\s*/, '').trim();
      const short = /^(?:简称|缩写)/.test(part) ? null : piece;
      if (ABBREVIATION.test(piece) && /[\p{Lu}]/u.test(piece) && !/\s.*\s/.test(piece) && piece.length >= 2) aliases.push([piece, 'abbreviation']);
      else if (/^[A-Z][A-Za-z'’ -]+[A-Za-z]$/.test(piece) && /\s/.test(piece)) aliases.push([piece, 'english']);
      else if (short !== null && piece.length > 0 && !announced) return;
    }
  }
  if (aliases.length === 0) return;
  names.push({ form: before, kind: 'abbreviated', start: at - before.length, aliases });
  // 实验堆(ITER)计划: the name goes on behind the parenthesis.
  const behind = /^(计划|工程|项目|倡议|组织|协定|联盟|指数|标准|系统|平台|公约|会议)/.exec(text.slice(at + length));
  if (behind) names[names.length - 1] = { form: before, kind: 'abbreviated', start: at - before.length, aliases: [...aliases, [before + (behind[1] as string), 'short']] };
}

const TIME_START = /^(?:未来|当前|今后|新|原|由|名为|叫做?|称为|全称|包括|即|著名|知名)(?=.{4})/;

/** The name that ends at an offset: a title in 《》, words in marks, or the noun phrase. */
function nameBefore(text: string, at: number, chunks: readonly Chunk[], joined: boolean): string | null {
  const marked = /[《“"「]([^《》“”"「」]{2,40})[》”"」]$/.exec(text.slice(Math.max(0, at - 44), at));
  if (marked && !/[\u4e00-\u9fff]/.test(text[at - marked[0].length - 1] ?? '')) return marked[1] as string;
  const index = chunks.findIndex((c) => c.start < at && c.end === at);
  const chunk = chunks[index];
  if (!chunk) return marked ? marked[1] as string : null;
  let from = 0;
  const list = chunk.words;
  while (from < list.length - 1 && (WEAK_START.has(text.slice(list[from]?.start, list[from]?.end)) || list[from]?.kind === 'soft' || list[from]?.kind === 'joiner')) from++;
  let start = list[from]?.start ?? chunk.start;
  // A number with its unit belongs to a name that it opens: 500米口径…
  const number = /[\d.]+(?:米|千米|公里|毫米|吨|兆瓦|千瓦|纳米)$/.exec(text.slice(Math.max(0, start - 10), start));
  if (number) start -= number[0].length;
  // A word that is a verb elsewhere may stand inside a name: 大洋发现计划, 电子对撞机, 中能高频装置.
  for (let i = index - 1; i >= 0; i--) {
    const previous = chunks[i] as Chunk;
    const gap = text.slice(previous.end, start);
    const inside = gap === '能' || gap === '正' || (joined && /^[和与]$/.test(gap)) || (/^[\u4e00-\u9fff]{1,2}$/.test(gap) && at - start <= 3 && !/[的和与及了]/.test(gap));
    if (!inside) break;
    start = previous.start;
  }
  const form = text.slice(start, at).replace(TIME_START, '').replace(/^(?:全年|全国|全社会)(?=.{4})/, '');
  return form.length >= 2 && /[\u4e00-\u9fff]/.test(form) ? form : null;
}

/** The keywords of a line that lists them; English ones have blanks inside, Chinese ones may have nothing but blanks between. */
export function keywordsIn(line: string): string[] {
  const body = line.replace(/^\s*[【\[]?\s*(?:关\s*键\s*词|关键字|主题词|key\s*words?)\s*[】\]]?\s*[:：]?\s*/i, '');
  const divider = /[;；,，、●]|\s{2,}/.test(body) || !/[\u4e00-\u9fff]/.test(body) ? /[;；,，、●]|\s{2,}/ : /\s+/;
  return body.split(divider).map((k) => k.replace(/[●■。.\s]+$/u, '').trim()).filter((k) => k.length > 1 && k.length <= 60);
}

function keywords(text: string, names: MarkedName[]): void {
  for (const form of keywordsIn(text)) names.push({ form, kind: 'keyword', start: text.indexOf(form), aliases: [] });
}

/** Phrases joined by 、 only. */
function parallels(text: string, chunks: readonly Chunk[]): Chunk[][] {
  const result: Chunk[][] = [];
  let run: Chunk[] = [];
  for (const chunk of chunks) {
    const last = run[run.length - 1];
    if (last && text.slice(last.end, chunk.start) === '、') { run.push(chunk); continue; }
    if (run.length > 1) result.push(run);
    run = [chunk];
  }
  if (run.length > 1) result.push(run);
  return result;
}

/** 亲、诚、惠、容; 市场化、法治化、国际化营商环境; 某某赤字、某某赤字; 开放、公平、公正的…环境: parallel items that make one formulation. */
function lists(text: string, chunks: readonly Chunk[], names: MarkedName[]): void {
  for (const run of parallels(text, chunks)) {
    // 优化便利化、法治化…: a verb before the first item is none of it.
    const opening = (run[0] as Chunk).words;
    const start = (opening.find((w, i) => w.kind !== 'soft' || i === opening.length - 1) as Word).start;
    const items = run.map((c, i) => text.slice(i === 0 ? start : c.start, c.end));
    const end = (run[run.length - 1] as Chunk).end;
    const first = items[0] as string, last = items[items.length - 1] as string;
    if (items.slice(0, -1).some((i) => i.length > 5 || /[“”\w]/.test(i))) continue;
    const measure = first.length;
    const even = items.slice(0, -1).every((i) => i.length === measure) && last.length >= measure;
    const suffix = first.slice(-(measure >= 4 ? 2 : 1));
    const alike = measure >= 2 && even && items.slice(0, -1).every((i) => i.endsWith(suffix)) && last.slice(0, measure).endsWith(suffix);
    const rest = last.slice(measure);
    const behind = text.slice(end);
    const add = (form: string, kind: NameKind = 'list'): void => { names.push({ form, kind, start, aliases: [] }); };
    // Each of 产业振兴、人才振兴、文化振兴 is a name too.
    if (items.length >= 3 && alike && measure >= 4 && measure <= 6) for (const item of [...items.slice(0, -1), last.slice(0, measure)]) names.push({ form: item, kind: 'member', start, aliases: [] });
    if (items.length >= 2 && alike && rest.length >= 2 && rest.length <= 6 && headOf(`某某${rest}`)) add(text.slice(start, end));
    // 蓝天、碧水、净土保卫战: what the last item has more than the others belongs to all.
    else if (items.length >= 3 && even && measure === 2 && rest.length >= 3 && headOf(`某某${rest}`)?.head === rest && /^(?:initiative|programme)$/.test(headOf(`某某${rest}`)?.kind ?? '')) add(text.slice(start, end));
    else if (items.length >= 3 && alike && measure >= 3 && rest === '') add(text.slice(start, end));
    else if (items.length >= 3 && measure === 1 && even && rest === '') add(text.slice(start, end));
    else if (items.length >= 3 && rest === '' && /^的[\u4e00-\u9fff]{0,6}?(?:原则|理念|精神|方针|旗帜|目标|要求|道路)/.test(behind)) add(text.slice(start, end));
    else if (items.length >= 3 && last.length <= 4 && !behind.startsWith('等')) add(text.slice(start, end), 'parallel');
    const noun = /^的([\u4e00-\u9fff]{2,10}?(?:战略|格局|体系|关系|环境|秩序|共同体|机制|网络|布局|安全观|文明观|发展观|义利观|合作观))(?![\u4e00-\u9fff]{1,3}(?:，|。))/.exec(behind);
    if (noun && items.length >= 3 && last.length <= 5 && rest.length <= 1) add(text.slice(start, end));
    // It describes as often as it names.
    if (noun && items.length >= 2 && last.length <= 5) add(text.slice(start, end) + (noun[0] as string), 'even');
  }
}

/** Behind a list: there is more of it. */
const LISTED_ON = /^(?:(?:[和与及][\u4e00-\u9fff]{2,8}?)?等|的[\u4e00-\u9fff]{1,4}等)/;

/** Items of two to six characters with 、 between them. */
const ITEMS = /[\u4e00-\u9fff]{2,14}(?:、[\u4e00-\u9fff]{2,6})+、[\u4e00-\u9fff]{2,6}/g;

/** 尊重自然、顺应自然、保护自然; 节约优先、保护优先、恢复为主: at least three items of one length, clauses or nouns, that share a character in one place or are four long. */
function evenLists(text: string, words: readonly Word[], names: MarkedName[]): void {
  for (const m of text.matchAll(ITEMS)) {
    const items = m[0].split('、');
    const measure = (items[1] as string).length;
    const last = items.length - 1;
    if (measure < 3 || (items[0] as string).length < measure || (items[last] as string).length < measure) continue;
    if (items.slice(1, -1).some((i) => i.length !== measure)) continue;
    const bounded = !/[\u4e00-\u9fff]/.test(text[m.index + m[0].length] ?? '') && (items[last] as string).length <= measure + 2;
    const ending = bounded ? (items[last] as string) : (items[last] as string).slice(0, measure);
    const start = m.index + (items[0] as string).length - measure, end = m.index + m[0].length - (items[last] as string).length + ending.length;
    const first = (items[0] as string).slice(-measure);
    const all = [first, ...items.slice(1, -1), ending.slice(0, measure)];
    const shared = Array.from({ length: measure }, (_, k) => all.filter((i) => i[k] === first[k]).length >= Math.max(2, all.length - 1)).filter(Boolean).length;
    // 不敢腐、不能腐、不想腐|一体推进: where the items echo each other twice, the end of a word is the end of the last.
    if (!bounded && !/^[的等为之]/.test(text.slice(end)) && !(shared >= 2 && words.some((w) => w.end === end))) continue;
    const named = text[start - 1] === '“' || /(?:坚持|践行|秉持|遵循|按照|[求针则神念]是|以)[“"]?$/.test(text.slice(Math.max(0, start - 6), start));
    if (shared === 0 && !(measure === 4 && all.length >= (named ? 3 : 4))) continue;
    // 资源环境、节能减排、气候变化、人口健康等问题: such items only stand for others; 展示新产品、结识新伙伴: and clauses that share one character are no formula.
    if (!named && shared < 2 && (LISTED_ON.test(text.slice(end)) || words.some((w) => w.start === start && w.kind === 'hard'))) continue;
    const form = text.slice(start, start + measure) + m[0].slice((items[0] as string).length, m[0].length - (items[last] as string).length) + ending;
    if (/^(?:一|二|三|四|五|[两几数]|第)|[了着过](?:、|$)/.test(form)) continue;
    names.push({ form, kind: named ? 'list' : 'even', start, aliases: [] });
  }
}

/** 国之大计、党之大计; 为党育人、为国育才: two items that share every other character or all but one, called a principle or in marks. */
function evenPairs(text: string, words: readonly Word[], names: MarkedName[]): void {
  for (const m of text.matchAll(/(?<=[“‘]|坚持|践行|秉持|做到|按照|不忘)([\u4e00-\u9fff]{3,6})、([\u4e00-\u9fff]{3,6})(?=[”’，。；]|的|等)/g)) {
    const [left, right] = [m[1] as string, m[2] as string];
    if (left.length !== right.length || [...left].filter((c, i) => right[i] === c).length * 2 < left.length) continue;
    names.push({ form: m[0], kind: 'even', start: m.index, aliases: [] });
  }
  // 以案促改、以案促治: all but one, between whole words.
  for (const m of text.matchAll(/(?<=([\u4e00-\u9fff]{4}))、([\u4e00-\u9fff]{4})(?=[^、\u4e00-\u9fff]|$|的|等|战略|理念|原则|方针|要求|机制)/g)) {
    const [left, right] = [m[1] as string, m[2] as string], start = m.index - 4;
    if (left === right || text[start - 1] === '、' || [...left].filter((c, i) => right[i] === c).length < 3) continue;
    if (words.some((w) => w.start === start) && !/[的了着]/.test(left)) names.push({ form: left + '、' + right, kind: 'even', start, aliases: [] });
  }
}
