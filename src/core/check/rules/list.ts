/** Counted lists of the library (domain: T-2): their items, all of them, in their order, as many as the name says. */
import { announcedList, affixLists, countedNames, precedingList, type CountedName, type Enumeration } from '../formulations/enumeration';
import { countedLists, type CountedList } from '../formulations/countedLists';
import type { Fault, ParagraphRule } from '../rule';

/** So much of a draft's list must be the library's for it to be meant. */
const MEANT = 0.5;

export const listRule: ParagraphRule = {
  scope: 'paragraph', id: 'term.list', severity: 'warning', basis: null,
  check({ text }, { library }) {
    if (!/[两二三四五六七八九十]/u.test(text)) return [];
    const names = countedNames(text);
    if (names.length === 0) return [];
    const known = countedLists(library);
    return names.flatMap((name): Fault[] => {
      const list = known.get(name.name) ?? otherCount(known, name);
      const own = list && meantList(text, name, list);
      return own ? faultsOf(name, list, own, text) : [];
    });
  },
};

/** The list of the same things under another count: 三个面向 where the library has 四个面向 and nothing else counts 面向. */
function otherCount(known: ReadonlyMap<string, CountedList>, { counted }: CountedName): CountedList | undefined {
  if (counted.length < 2) return undefined;
  const others = [...known.values()].filter((one) => one.counted === counted);
  return others.length === 1 ? others[0] : undefined;
}

/** The list of the draft that spells the name out: mostly of the library's items. */
function meantList(text: string, name: CountedName, list: CountedList): Enumeration | null {
  const announced = announcedList(text, name) ?? precedingList(text, name, list.items);
  const sentence = sentenceAround(text, name);
  const candidates = [...(announced ? [announced] : []), ...affixLists(text, list.counted).filter(({ start, end }) => start >= sentence.start && end <= sentence.end)];
  return candidates.find(({ items }) => items.filter(({ text: item }) => list.items.includes(item)).length >= Math.max(2, MEANT * list.items.length)) ?? null;
}

function sentenceAround(text: string, { start, end }: { readonly start: number; readonly end: number }): { start: number; end: number } {
  const from = Math.max(...['。', '！', '？', '\n'].map((mark) => text.lastIndexOf(mark, start))) + 1;
  const stop = /[。！？\n]/u.exec(text.slice(end));
  return { start: from, end: stop ? end + stop.index : text.length };
}

function faultsOf(name: CountedName, list: CountedList, { start, end, items }: Enumeration, text: string): Fault[] {
  const written = items.map(({ text }) => text);
  const missing = list.items.filter((item) => !written.includes(item)), strange = items.filter(({ text }) => !list.items.includes(text));
  const whole = { source: list.source, fixes: [{ edits: [{ start, end, newText: list.items.join('、') }], preferred: false }] };
  const said = list.items.join('、');
  const faults: Fault[] = [];
  if (name.name !== list.name && missing.length === 0 && strange.length === 0) {
    return [{ start: name.start, end: name.end, words: { 'zh-cn': `库中为“${list.name}”（${list.items.length}项）`, en: `In the library it is “${list.name}” (${list.items.length} items)` }, source: list.source }];
  }
  if (name.name !== list.name) return [];
  // What stands farther on in the sentence was put behind a comma.
  const sentence = sentenceAround(text, name), behind = text.slice(end, sentence.end);
  if (missing.some((item) => behind.includes(item))) return [];
  for (const one of strange) {
    const meant = missing.length === strange.length ? missing[strange.indexOf(one)] : undefined;
    faults.push({
      start: one.start, end: one.end, source: list.source, fixes: meant ? [{ edits: [{ start: one.start, end: one.end, newText: meant }], preferred: false }] : whole.fixes,
      words: meant
        ? { 'zh-cn': `“${list.name}”中没有“${one.text}”，应是“${meant}”`, en: `“${one.text}” is no item of “${list.name}”; “${meant}” is` }
        : { 'zh-cn': `“${list.name}”中没有“${one.text}”`, en: `“${one.text}” is no item of “${list.name}”` },
    });
  }
  if (missing.length > strange.length) {
    const lost = missing.join('、');
    faults.push({ ...whole, start, end, words: { 'zh-cn': `“${list.name}”缺“${lost}”`, en: `“${list.name}” lacks “${lost}”` } });
  } else if (faults.length === 0 && written.join('、') !== said) {
    faults.push({ ...whole, start, end, words: { 'zh-cn': `“${list.name}”的次序是：${said}`, en: `The order of “${list.name}” is: ${said}` } });
  }
  return faults;
}
