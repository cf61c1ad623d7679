/**
 * The ways in which writers corrupt quotations (C1–C9, C15): the words come out wrong at a stated place. Each takes a true
 * quotation's words and gives the corrupted ones, or null where it does not apply. Lists of words are of the language.
 */
import type { DifferenceKind, Severity } from '../../src/core/check/types';
import type { Random } from './random';
import type { Truth } from './truths';

export interface Corrupted {
  readonly words: string;
  /** Where the change stands in `words`; of no length where something was lost. */
  readonly at: number;
  readonly length: number;
}

export interface Corruption {
  readonly name: string;
  /** The least severity that the finding must have. */
  readonly severity: Extract<Severity, 'error' | 'warning' | 'information'>;
  /** Kinds that the difference may be called; none where every name is right. */
  readonly kinds?: readonly DifferenceKind[];
  readonly make: (words: string, random: Random, truth: Truth) => Corrupted | null;
}

const HAN = /\p{Script=Han}/u;
const isHan = (c: string | undefined): boolean => c !== undefined && HAN.test(c);
const changed = (words: string, at: number, length: number, by: string): Corrupted => ({ words: words.slice(0, at) + by + words.slice(at + length), at, length: by.length });

/** Places between two Chinese characters, not at the very ends. */
function inner(words: string): number[] {
  const places: number[] = [];
  for (let i = 3; i < words.length - 3; i++) if (isHan(words[i]) && isHan(words[i - 1])) places.push(i);
  return places;
}

/** One of several replacements at one of the places where its left side stands, not at the very begin. */
function replaceOne(words: string, random: Random, pairs: readonly (readonly [string, string])[], from = 1): Corrupted | null {
  const fit = pairs.flatMap(([a, b]) => [...words.matchAll(new RegExp(a, 'gu'))].filter((m) => m.index >= from).map((m) => ({ m, b })));
  if (fit.length === 0) return null;
  const { m, b } = random.pick(fit);
  return changed(words, m.index, m[0].length, b);
}

const FUNCTION = ['的', '了', '地', '就', '更', '也', '都'];
const HOMOPHONES: readonly (readonly [string, string])[] = [
  ['必', '毕'], ['绩', '迹'], ['制', '治'], ['治', '制'], ['即', '既'], ['做', '作'], ['权', '全'], ['式', '势'], ['势', '式'], ['至', '致'], ['建', '健'], ['历', '厉'],
  ['形', '型'], ['型', '形'], ['需', '须'], ['象', '像'], ['带', '代'], ['代', '带'], ['成', '呈'], ['强', '墙'], ['新', '心'], ['技', '际'], ['际', '技'], ['实', '时'], ['质', '制'],
];
const SYNONYMS: readonly (readonly [string, string])[] = [
  ['推动', '推进'], ['推进', '推动'], ['加强', '加快'], ['提高', '提升'], ['提升', '提高'], ['重要', '关键'], ['积极', '主动'], ['促进', '推动'], ['形成', '构成'], ['深入', '深度'],
  ['全面', '全方位'], ['坚持', '支持'], ['合作', '协作'], ['共同', '一起'], ['发展', '进步'], ['问题', '难题'], ['能力', '实力'], ['保护', '保障'], ['建设', '建造'], ['加快', '加速'],
];
const MODALS: readonly (readonly [string, string])[] = [['必须', '应当'], ['应当', '可以'], ['应该', '可以'], ['要', '可'], ['不得', '不宜'], ['能够', '可能'], ['可以', '应当'], ['将', '可'], ['务必', '尽量'], ['shall', 'may'], ['must', 'may'], ['will', 'may'], ['should', 'could']];
const NEGATED: readonly (readonly [string, string])[] = [['不', ''], ['没有', '有'], ['未', ''], ['非', ''], ['无', '有'], ['not ', ''], ['no ', 'a ']];

export const CORRUPTIONS: readonly Corruption[] = [
  { name: 'C1 function word added', severity: 'warning', kinds: ['function-word'], make: (w, r) => {
    const places = inner(w);
    if (places.length === 0) return null;
    const at = r.pick(places), c = r.pick(FUNCTION);
    return w[at] === c || w[at - 1] === c ? null : changed(w, at, 0, c);
  } },
  { name: 'C1 function word lost', severity: 'warning', make: (w, r) => replaceOne(w, r, [['(?<=\\p{Script=Han})的(?=\\p{Script=Han})', ''], ['(?<=\\p{Script=Han})[了地着](?=\\p{Script=Han})', ''], ['(?<=[a-z] )the ', '']], 3) },
  { name: 'C2 homophone', severity: 'warning', make: (w, r) => replaceOne(w, r, HOMOPHONES, 2) },
  { name: 'C2 synonym', severity: 'warning', make: (w, r) => replaceOne(w, r, SYNONYMS, 2) },
  { name: 'C3 inversion', severity: 'warning', make: (w, r) => {
    const places = inner(w).filter((i) => isHan(w[i + 1]) && isHan(w[i - 2]) && w.slice(i - 2, i) !== w.slice(i, i + 2));
    if (places.length === 0) return null;
    const i = r.pick(places);
    return changed(w, i - 2, 4, w.slice(i, i + 2) + w.slice(i - 2, i));
  } },
  { name: 'C4 item lost', severity: 'warning', make: (w, r) => {
    const found = [...w.matchAll(/、[^、，。；：“”‘’]{2,8}(?=[、，。；])/gu)].filter((m) => m.index > 2);
    if (found.length === 0) return null;
    const m = r.pick(found);
    return changed(w, m.index, m[0].length, '');
  } },
  { name: 'C4 item added', severity: 'warning', make: (w, r) => {
    const found = [...w.matchAll(/、(?=[^、，。；：“”‘’]{2,8})/gu)].filter((m) => m.index > 2);
    return found.length === 0 ? null : changed(w, r.pick(found).index, 0, `、${r.pick(['共享', '包容', '高效', '平等'])}`);
  } },
  { name: 'C4 items reordered', severity: 'warning', make: (w) => {
    const m = /(\p{Script=Han}{2,6})、(\p{Script=Han}{2,6})(?=[、，。；])/u.exec(w);
    return m && m[1] !== m[2] ? changed(w, m.index, m[0].length, `${m[2]}、${m[1]}`) : null;
  } },
  { name: 'C5 negation added', severity: 'error', kinds: ['negation'], make: (w, r) => {
    const places = [...w.matchAll(/(?<=\p{Script=Han})[要能会应是](?=\p{Script=Han})/gu)].map((m) => m.index).filter((i) => i > 2);
    const english = [...w.matchAll(/\b(?:is|are|will|must|should|can)\b(?= )/gu)].map((m) => m.index + m[0].length);
    if (places.length > 0) return changed(w, r.pick(places), 0, '不');
    return english.length > 0 ? changed(w, r.pick(english), 0, ' not') : null;
  } },
  { name: 'C5 negation lost', severity: 'error', kinds: ['negation', 'modal'], make: (w, r) => replaceOne(w, r, NEGATED, 2) },
  { name: 'C5 modal', severity: 'error', kinds: ['modal', 'negation'], make: (w, r) => replaceOne(w, r, MODALS, 2) },
  { name: 'C6 figure', severity: 'error', kinds: ['figure'], make: (w, r) => {
    const found = [...w.matchAll(/\d/gu)];
    if (found.length === 0) return null;
    const m = r.pick(found);
    return changed(w, m.index, 1, String((Number(m[0]) + r.between(1, 9)) % 10));
  } },
  { name: 'C6 figure in words', severity: 'error', kinds: ['figure'], make: (w) => {
    const m = /(?<=[第前近超])[二三四五六七八九](?=[届次个位十百千万亿])|[二三四五六七八九](?=[大个位千万亿])(?<!十.)/u.exec(w);
    return m && m.index > 0 ? changed(w, m.index, 1, '二三四五六七八九'['三四五六七八九二'.indexOf(m[0])] as string) : null;
  } },
  { name: 'C7 pause to stop', severity: 'warning', kinds: ['punctuation'], make: (w, r) => replaceOne(w, r, [['，(?=[^，。；！？]{4})(?<=[^，。；！？]{4}，)', '。']], 4) },
  { name: 'C7 list comma', severity: 'warning', kinds: ['punctuation'], make: (w, r) => replaceOne(w, r, [['(?<=\\p{Script=Han})、(?=\\p{Script=Han})', '，']], 2) },
  { name: 'C7 inner marks lost', severity: 'warning', kinds: ['punctuation'], make: (w) => {
    const m = /[‘“]([^‘’“”]{2,20})[’”]/u.exec(w);
    return m && m.index > 2 && m.index + m[0].length < w.length - 2 ? changed(w, m.index, m[0].length, m[1] as string) : null;
  } },
  { name: 'C8 clause dropped', severity: 'warning', kinds: ['clause-dropped', 'joined', 'negation', 'modal', 'figure'], make: (w) => {
    const m = /[，,](?!\d)([^，,。；;：“”]{4,20})(?=[，,])/u.exec(w);
    return m && m.index > 3 ? changed(w, m.index, m[0].length, '') : null;
  } },
  { name: 'C8 sentence dropped', severity: 'warning', kinds: ['joined', 'clause-dropped', 'negation', 'modal', 'figure'], make: (w) => {
    const m = /(?<=[^。！？]{8})[。！？][^。！？“”]{8,60}(?=[。！？][^。！？]{8})/u.exec(w);
    return m ? changed(w, m.index, m[0].length, '') : null;
  } },
  { name: 'two places at once', severity: 'warning', make: (w, r) => {
    const first = replaceOne(w, r, SYNONYMS, Math.min(20, w.length >> 1));
    const second = first ? replaceOne(first.words.slice(0, Math.max(0, first.at - 6)), r, [['(?<=\\p{Script=Han})的(?=\\p{Script=Han})', ''], ...HOMOPHONES], 2) : null;
    return first && second ? { words: second.words + first.words.slice(Math.max(0, first.at - 6)), at: second.at, length: second.length } : null;
  } },
  { name: 'C15 cut off a negation', severity: 'warning', kinds: ['edge-cut'], make: (w) => {
    const m = /(?:并不意味着|不意味着|不等于|绝不能|决不能|不能|不得|不要|不应该?|不是|并非|防止|避免|反对|杜绝)(?=[^，。；：、]{10,})/u.exec(w);
    return m ? { words: w.slice(m.index + m[0].length), at: 0, length: 1 } : null;
  } },
];
