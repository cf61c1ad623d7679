/** Counted names (四个面向) and the lists that spell them out, in sources and in drafts alike. */
import { chineseNumber } from '../../extract/figures/numerals';
import type { Span } from '../../text/offsets';

export interface CountedName extends Span {
  /** Without marks: 四个面向. */
  readonly name: string;
  readonly count: number;
  /** What is counted: 面向. */
  readonly counted: string;
}

/** Items in order; spans into the text. */
export interface Enumeration extends Span {
  readonly items: readonly (Span & { readonly text: string })[];
}

const HEAD = /(?<![第十百\d])([两二三四五六七八九十])(个|大|项|条|种|位)?[“‘]?([\p{Script=Han}]{1,6})[”’]?/gu;
/** Counted things that every text counts: no names. */
const COMMON = /^(?:人|年|月|天|日|次|名|家|省|市|县|国|方|级|届|者|里|点|元|层|批|大|小|中|全会|会议|阶段|以上|以下|左右|多|是|要|为|在|的)/u;

/** Counted names of a text: in marks (“四个面向”), or with a measure (三个更加). */
export function countedNames(text: string): CountedName[] {
  const found: CountedName[] = [];
  for (const m of text.matchAll(/[“‘]([两二三四五六七八九十])(个|大|项|条|种|位|抓|有|要|不|化|严)?[“‘]?(\p{Script=Han}{1,8})[”’]?[”’]/gu)) push(m.index, m[0], m[1] as string, m[2] ?? '', m[3] as string);
  for (const m of text.matchAll(HEAD)) {
    if (!m[2] || COMMON.test(m[3] as string) || found.some((one) => one.start <= m.index && m.index < one.end)) continue;
    push(m.index, m[0], m[1] as string, m[2], m[3] as string);
  }
  return found.sort((a, b) => a.start - b.start);

  function push(start: number, whole: string, numeral: string, measure: string, counted: string): void {
    const count = numeral === '两' ? 2 : chineseNumber(numeral);
    if (count >= 2) found.push({ start, end: start + whole.length, name: `${numeral}${measure}${counted}`, count, counted });
  }
}

const SEPARATOR = /[、，；,;]/u;
const INTRODUCED = /^(?:(?:战略布局|方针|要求|原则|理念|格局|目标|战略|总要求|精神|任务)?[”’]?(?:（|\(|：|——|，?即|，?包括|，?也就是|，?分别[是为]|是指|，?就是|具体是))/u;

/** The list that a counted name announces directly behind it; null where there is none. */
export function announcedList(text: string, { end }: CountedName): Enumeration | null {
  const behind = INTRODUCED.exec(text.slice(end));
  if (behind) {
    const from = end + behind[0].length;
    const bracket = /[（(]$/u.test(behind[0]);
    const stop = (bracket ? /[）)]/u : /[。！？\n）)]/u).exec(text.slice(from));
    const to = stop ? from + stop.index : text.length;
    return split(text, from, to);
  }
  return null;
}

/** The list that stands directly before its name (坚持甲、乙、丙“三个……”), the first item freed of what leads up to it by one of the `known`. */
export function precedingList(text: string, { start }: CountedName, known: readonly string[]): Enumeration | null {
  const before = /[^。！？；：，\n（(“”]{4,120}$/u.exec(text.slice(0, start));
  const list = before?.[0].includes('、') ? split(text, start - before[0].length, start) : null;
  const [first, ...others] = list?.items ?? [];
  const tail = first && known.find((item) => first.text.endsWith(item));
  if (!list || !first || !tail) return list;
  const freed = { start: first.end - tail.length, end: first.end, text: tail };
  return { start: freed.start, end: list.end, items: [freed, ...others] };
}

/** Divides a stretch into items: by 、 and the last 和; where there is no 、, by ， or ；. */
function split(text: string, from: number, until: number): Enumeration | null {
  // Behind a list with 、 a comma begins what follows from it: ……、结果导向，推动各项任务落实.
  const over = /^[^、]*、[^，；]*?(?=[，；](?!以及|[和与及]))/u.exec(text.slice(from, until));
  const to = over ? from + over[0].length : until, stretch = text.slice(from, to);
  const by = stretch.includes('、') ? /[、]|(?:，?(?:以及|和|与|及))(?=[^、]*$)/u : SEPARATOR;
  const items: (Span & { text: string })[] = [];
  let at = from;
  const global = new RegExp(by.source, 'gu');
  const add = (start: number, end: number): void => {
    let a = start, b = end;
    while (a < b && /[\s“”‘’]/u.test(text[a] as string)) a++;
    while (b > a && /[\s“”‘’等，。]/u.test(text[b - 1] as string)) b--;
    if (b > a) items.push({ start: a, end: b, text: text.slice(a, b) });
  };
  for (const m of stretch.matchAll(global)) { add(at, from + m.index); at = from + m.index + m[0].length; }
  add(at, to);
  if (items.length < 2 || items.some(({ text: item }) => item.length > 30)) return null;
  const alike = withoutLead(items);
  return { start: (alike[0] as Span).start, end: (alike.at(-1) as Span).end, items: alike };
}

/** 坚持问题导向、目标导向、结果导向: where all others are equally long and end alike, the first one's verb is not part of it. */
function withoutLead(items: readonly (Span & { text: string })[]): (Span & { text: string })[] {
  const [first, second, ...more] = items;
  const length = second?.text.length ?? 0;
  if (!first || !second || length < 3 || first.text.length <= length || first.text.length > length + 4) return [...items];
  const like = [second, ...more].every(({ text }) => text.length === length && text.slice(-2) === second.text.slice(-2));
  if (!like || first.text.slice(-2) !== second.text.slice(-2)) return [...items];
  const start = first.end - length;
  return [{ start, end: first.end, text: first.text.slice(-length) }, second, ...more];
}

/** Lists whose items all begin or all end with the counted word, wherever they stand: 面向……、面向……、面向……. At least two items. */
export function affixLists(text: string, counted: string): Enumeration[] {
  if (counted.length < 2) return [];
  const found: Enumeration[] = [];
  const item = `${escape(counted)}[^，。；、：！？\\s“”]{1,16}`;
  for (const m of text.matchAll(new RegExp(`${item}(?:[、，；]?(?:以及|和|及)?${item})+`, 'gu'))) {
    const items = [...m[0].matchAll(new RegExp(`${escape(counted)}[^，。；、：！？\\s“”]+?(?=[、，；]|(?:以及|和|及)${escape(counted)}|$)`, 'gu'))].map((one) => ({ start: m.index + one.index, end: m.index + one.index + one[0].length, text: one[0] }));
    if (items.length >= 2) found.push({ start: (items[0] as Span).start, end: (items.at(-1) as Span).end, items });
  }
  return found;
}

const escape = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&');
