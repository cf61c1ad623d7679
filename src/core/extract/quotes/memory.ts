/** What a document has named so far, so that 他, 会议, 《决定》 and 李总理 can be resolved where the text itself says who that is. */
import { DOCUMENT_HEAD, MEETING_HEAD } from './documents';
import { findPersons, plainNameAt } from './people';

export interface Mention { readonly name: string; readonly paragraph: number; readonly offset: number }

export interface Memory {
  readonly persons: readonly (Mention & { readonly official: boolean })[];
  readonly meetings: readonly Mention[];
  readonly documents: readonly Mention[];
  /** The one who speaks as 我 throughout: the document's only author, else null. */
  readonly author: string | null;
  /** Short title in 《》 to the full one that the document gives for it. */
  readonly fullTitles: ReadonlyMap<string, string>;
}

const PLENUM = /(?:(?:党的|(?:中共|中国共产党)\p{Script=Han}{0,9}?|\p{Script=Han}{2,9}?(?=第[一二三四五六七八九十]+届委员会))?第?[一二三四五六七八九十]+届(?:(?:中央|纪律检查)?委员会第)?)?[一二三四五六七八九十]+(?:中全会|次全体会议)(?!以来|之后|后|以前|之前|精神)/gu;
const MEETING_PHRASE = new RegExp(`(?:[\\p{Script=Han}“”\\d]{2,24}?)(?:${MEETING_HEAD})`, 'gu');
const HELD = /((?:中共中央|中央|国务院|全国人大|全国政协|省委|市委|教育部|科技部|(?!\p{Script=Han}{1,9}中共中央)[\p{Script=Han}]{2,10}(?:部|委|局|会|院|组))(?:政治局(?:常委会|常务委员会)?)?)[^，。“”]{0,24}?(?:召开|举行)(?:了)?([\p{Script=Han}]{0,12}(?:会议|座谈会|全会))/gu;
const DOCUMENT_PHRASE = new RegExp(`《[^《》]{2,80}》(?:白皮书)?|(?:党的|中共)[一二三四五六七八九十]+大报告|(?:\\d{4}年)?(?:政府工作报告|中央一号文件)`, 'gu');
const MEETING_TRIM = /^.*?(?:召开的?|举行的?|出席了?|主持召开了?|主持|参加了?|在|的是|于|日|，|和|届时)(?=.{4,})/;

/** Reads all paragraphs (Simplified) once. */
export function remember(paragraphs: readonly string[], authors: readonly string[]): Memory {
  const persons: (Mention & { official: boolean })[] = [], meetings: Mention[] = [], documents: Mention[] = [];
  const fullTitles = new Map<string, string>();
  const often = introduced(paragraphs);
  paragraphs.forEach((text, paragraph) => {
    // Whom the words in marks name, and who answers a question, is not whom the text tells of.
    const told = text.replace(/“[^”]{9,}”/gu, (words) => '\u3000'.repeat(words.length)).replace(/^\s*\p{Script=Han}{2,4}\s*[：:]/u, (label) => '\u3000'.repeat(label.length));
    for (const p of [...findPersons(told), ...often.flatMap((name) => occurrences(told, name))].sort((a, b) => a.start - b.start)) persons.push({ name: p.name, official: p.official, paragraph, offset: p.start });
    for (const m of text.matchAll(PLENUM)) meetings.push({ name: m[0], paragraph, offset: m.index });
    if (/召开|举行/.test(text)) for (const m of text.matchAll(HELD)) meetings.push({ name: heldName(m[1] as string, m[2] as string), paragraph, offset: m.index });
    for (const m of text.matchAll(MEETING_PHRASE)) {
      const name = m[0].replace(MEETING_TRIM, '').replace(/^(?:再到|以及|从|到|据|根据)/, '').replace(/^(?:这次|此次|本次|该|一次|重要|的|了|次|为期.天的?)+/, '');
      if (name.length >= 5 && !/召开|举行|全会$|全体会议$|(?:主持|出席|参加|列席)[\p{Script=Han}]{0,3}(?:会议|大会|座谈会|论坛|峰会)$/u.test(name) && !/^[一二两三四五六七八九十\d]+[次个场]/.test(name)) meetings.push({ name, paragraph, offset: m.index });
    }
    for (const m of text.matchAll(DOCUMENT_PHRASE)) documents.push({ name: m[0], paragraph, offset: m.index });
    for (const m of text.matchAll(/(《[^《》]{4,80}》)[^《》]{0,12}?(?:以下|下称|简称)[^《》]{0,6}(《[^《》]{2,10}》)/g)) fullTitles.set(m[2] as string, m[1] as string);
  });
  for (const short of new Set(documents.map((d) => d.name).filter((n) => n.length <= 6))) {
    const head = short.slice(1, -1);
    const full = [...new Set(documents.map((d) => d.name).filter((n) => n.length > 8 && n.endsWith(`${head}》`)))];
    if (!fullTitles.has(short) && full.length === 1) fullTitles.set(short, full[0] as string);
  }
  return { persons, meetings, documents, fullTitles, author: authors.length === 1 ? (authors[0] as string) : null };
}

/** Names without a title that the document introduces itself, 某某（1907年—2001年）, or that begin several of its sentences. */
function introduced(paragraphs: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const text of paragraphs) {
    for (const m of text.matchAll(/(?:^|[。！？”，：:\s])(\p{Script=Han}{2,4})(?=[(（,，：:]|\p{Script=Han})/gu)) {
      const at = m.index + m[0].length - (m[1] as string).length;
      const person = plainNameAt(text, at);
      if (!person || person.name.length < 3) continue;
      const life = /^\s*[（(]\d{4}年?\s*[—–~至-]/u.test(text.slice(person.end));
      counts.set(person.name, (counts.get(person.name) ?? 0) + (life ? 3 : 1));
    }
  }
  return [...counts].filter(([, count]) => count >= 3).map(([name]) => name);
}

function occurrences(text: string, name: string): { name: string; official: boolean; start: number }[] {
  return [...text.matchAll(new RegExp(name, 'gu'))].map((m) => ({ name, official: false, start: m.index }));
}

function heldName(who: string, what: string): string {
  return what === '会议' || what === '座谈会' ? who + what : what.startsWith('会') ? who + what : what;
}

const before = (m: Mention, paragraph: number, offset: number): boolean => m.paragraph < paragraph || (m.paragraph === paragraph && m.offset < offset);

/** The last sentence in front of the end of paragraph `index` that holds a name, with what of its paragraph stands in front of it. */
export function sentenceOf(texts: readonly string[], name: string, index: number): { readonly sentence: string; readonly before: string } | null {
  for (let i = index; i >= 0; i--) {
    const text = texts[i] as string, at = text.lastIndexOf(name);
    if (at < 0) continue;
    const start = Math.max(...['。', '！', '？', '；'].map((stop) => text.lastIndexOf(stop, at))) + 1;
    return { sentence: text.slice(start, at + name.length), before: text.slice(0, start) };
  }
  return null;
}

/** How many paragraphs a text may speak of him without his name. */
const NEAR = 10;

/** The nearest person named in front of a place, in the same paragraph the first of the nearest sentence, at most two paragraphs back. */
function lastPerson(memory: Memory, paragraph: number, offset: number, sentences: readonly number[]): string | null {
  const own = memory.persons.filter((p) => p.paragraph === paragraph && p.offset < offset);
  for (let i = sentences.length - 1; i >= 0; i--) {
    const first = own.find((p) => p.offset >= (sentences[i] as number) && p.offset < (sentences[i + 1] ?? offset));
    if (first) return first.name;
  }
  for (const back of [1, 2]) {
    const names = new Set(memory.persons.filter((p) => p.paragraph === paragraph - back).map((p) => p.name));
    // With several persons in the paragraph before, 他 could be any of them.
    if (names.size === 1) return [...names][0] as string;
    if (names.size > 1) return null;
  }
  // A text of short paragraphs about one leader alone goes on about him.
  const near = memory.persons.filter((p) => p.paragraph < paragraph && p.paragraph >= paragraph - NEAR);
  return near[0]?.official && near.every((p) => p.name === near[0]?.name) ? near[0].name : null;
}

/** 某某的眼中充满憧憬，他……: somebody whom no list and no title knows as a person. */
const SOMEBODY = /(?:^|[，,])[^，,他她]{2,16}的(?:眼|脸|心|手|话|声音|语气|目光|神情|笑容)[^，,]{1,14}[，,]\s*$/u;

/**
 * Who 他, 会议, 报告 … is at a place; null where the text does not say.
 * @param sentences starts of the sentences of that paragraph in front of the place
 * @param lead what of its sentence stands in front of it
 */
export function resolveBare(word: string, memory: Memory, paragraph: number, offset: number, sentences: readonly number[], lead = ''): string | null {
  if (word === '他' || word === '她') return SOMEBODY.test(lead) ? null : lastPerson(memory, paragraph, offset, sentences);
  if (word === '我') return memory.author;
  if (word === '总书记') return '习近平';
  const bare = word.replace(/^(?:这次|此次|本次|该|这份|这一|本|上述|这部|这封)/, '');
  if (new RegExp(`^${MEETING_HEAD}$`).test(bare)) {
    const fits = memory.meetings.filter((m) => before(m, paragraph, offset) && ((bare === '会议' && /(?:会议|全会|座谈会|大会)$/.test(m.name)) || m.name.endsWith(bare) || (bare === '全会' && m.name.endsWith('全体会议'))));
    return fits.at(-1)?.name ?? null;
  }
  if (new RegExp(`^${DOCUMENT_HEAD}$`).test(bare)) {
    const fits = memory.documents.filter((d) => before(d, paragraph, offset) && new RegExp(`${bare}》?(?:白皮书)?$`).test(d.name));
    return fits.at(-1)?.name ?? null;
  }
  return null;
}

/** 李总理 → 李强 and 《决定》 → its full title, where the document gives them; other names stay. */
export function fullName(name: string, memory: Memory): string {
  const title = memory.fullTitles.get(name);
  if (title) return title;
  if (/^\p{Script=Han}(?:总书记|主席|总理|副总理|委员长|国务委员|部长|外长|主任|书记|省长|市长|局长|院士|教授|老)$/u.test(name)) {
    const full = new Set(memory.persons.map((p) => p.name).filter((n) => n.length <= 3 && n.length >= 2 && n.startsWith(name[0] as string) && !name.startsWith(n)));
    if (full.size === 1) return [...full][0] as string;
  }
  return name;
}
