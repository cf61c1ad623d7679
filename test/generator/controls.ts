/** What must stay silent: right quotations in every lawful dress, and what is no quotation of the library at all. */
import type { Library } from '../../src/core/library/types';
import { foldText } from '../../src/core/text/fold';
import { scriptOf, toSimplified, toTraditional } from '../../src/core/text/script';
import { pinyin } from 'pinyin-pro';
import type { Case } from './cases';
import type { Form } from './forms';
import type { Random } from './random';
import type { Truth } from './truths';

interface Control {
  readonly name: string;
  /** The words in another dress; null where it does not apply. */
  readonly make: (words: string, random: Random, truth: Truth) => string | null;
  /** The forms that can carry it; all without. */
  readonly forms?: (form: Form) => boolean;
}

const chinese = (words: string): boolean => scriptOf(words) !== 'en';
const plain = (form: Form): boolean => form.name.startsWith('Q1') || form.name.startsWith('Q2');
const hanPlaces = (words: string): number[] => [...words.matchAll(/(?<=\p{Script=Han})(?=\p{Script=Han})/gu)].map((m) => m.index);
const put = (words: string, at: number, what: string): string => words.slice(0, at) + what + words.slice(at);
const TURNING = /[不没未非无勿否但]|只有|才|如果|除非|\b(?:not|no|but|only|unless|if|without|never)\b/u;

/** A place between two characters, or null. */
function between(words: string, random: Random): number | null {
  const places = hanPlaces(words);
  return places.length === 0 ? null : random.pick(places);
}

export const CONTROLS: readonly Control[] = [
  { name: 'half-width marks', make: (w) => (/[，；：]/u.test(w) ? w.replace(/，/gu, ',').replace(/；/gu, ';').replace(/：/gu, ':') : null), forms: (f) => f.language !== 'latex' },
  { name: 'full-width marks', make: (w) => (chinese(w) && /[,;:]/u.test(w) ? w.replace(/(?<!\d),(?!\d) ?/gu, '，').replace(/; ?/gu, '；').replace(/(?<!\d):(?!\d) ?/gu, '：') : null) },
  { name: 'Traditional script', make: (w) => (scriptOf(w) === 'zh-Hans' ? toTraditional(w) : null) },
  { name: 'Simplified script', make: (w) => (scriptOf(w) === 'zh-Hant' ? toSimplified(w) : null) },
  { name: 'full-width digits', make: (w) => (/\d/.test(w) ? w.replace(/\d/gu, (d) => String.fromCharCode(d.charCodeAt(0) + 0xfee0)) : null) },
  { name: 'C14 blanks', make: (w, r) => { const at = between(w, r); return at === null ? null : put(w, at, ' '); }, forms: plain },
  { name: 'C14 zero width', make: (w, r) => { const at = between(w, r); return at === null ? null : put(w, at, '\u200b'); }, forms: plain },
  { name: 'C14 pinyin', make: (w, r) => { const at = between(w, r); return at === null ? null : put(w, at, `(${pinyin(w[at - 1] as string)})`); }, forms: plain },
  { name: 'C14 note mark', make: (w, r) => { const at = between(w, r); return at === null ? null : put(w, at, r.pick(['[3]', '①', '[^2]', '^[4]^'])); }, forms: (f) => f.name.startsWith('Q1') },
  { name: 'C14 emphasis', make: (w, r) => { const at = between(w, r); return at === null || at + 4 > w.length || /[“”‘’\n]/u.test(w.slice(at, at + 4)) ? null : `${w.slice(0, at)}**${w.slice(at, at + 4)}**${w.slice(at + 4)}`; }, forms: (f) => f.name.startsWith('Q1') },
  { name: "an editor's note", make: (w, r) => { const at = between(w, r); return at === null ? null : put(w, at, '（编者注：此处指全省）'); }, forms: plain },
  { name: 'a gloss in square brackets', make: (w, r) => { const at = between(w, r); return at === null ? null : put(w, at, '〔我省〕'); }, forms: plain },
  { name: 'first clause only', make: (w) => { const i = w.search(/[，,；](?!\d)/u); return i >= 12 && i < w.length - 4 && !/[“‘]/u.test(w.slice(0, i)) ? w.slice(0, i) : null; }, forms: (f) => f.name.startsWith('Q2') },
  { name: 'a full stop of its own', make: (w, _, t) => (t.shape === 'part' && chinese(w) ? `${w}。` : null), forms: (f) => f.name.startsWith('Q1') },
  { name: 'lawful ……', make: (w) => {
    const m = /[，,](?!\d)([^，,。；;：“”‘’]{4,20})(?=[，,])/u.exec(w);
    return m && m.index > 3 && !TURNING.test(m[1] as string) ? `${w.slice(0, m.index)}……${w.slice(m.index + m[0].length + 1)}` : null;
  } },
  { name: 'lawful ...', make: (w) => {
    const m = /[，,](?!\d)([^，,。；;：“”‘’]{4,20})(?=[，,])/u.exec(w);
    return m && m.index > 3 && !TURNING.test(m[1] as string) ? `${w.slice(0, m.index)}...${w.slice(m.index + m[0].length + 1)}` : null;
  } },
];

const SUBJECTS = ['科研诚信', '数据要素', '田间课堂', '海水淡化', '老城更新', '社区食堂', '冰雪运动', '乡村邮路'];
const PREDICATES = ['是一把没有刻度的尺子，量得出人心也量得出功夫', '好比山里的泉眼，淘得越深水就越清', '说到底要靠一双双磨出茧子的手', '像种树，三年看苗五年看荫，谁也急不得', '不该只挂在墙上，还得落在每家每户的门槛里'];

/** Words that nobody in the library has said. */
export function invented(random: Random, everything: string): Case[] {
  return SUBJECTS.flatMap((subject): Case[] => {
    const words = subject + random.pick(PREDICATES);
    if (everything.includes(foldText(words))) return [];
    const before = '有专家指出：“';
    return [{ name: 'C12 invented', draft: `${before}${words}。”引起热议。\n`, language: 'markdown', quoted: { start: before.length, end: before.length + words.length + 1 }, verdicts: ['not-in-library'], finding: null, mends: false }];
  });
}

/** The library's words without marks: nobody is quoted (Q9). */
export function reused(truths: readonly Truth[]): Case[] {
  return truths.filter((t) => t.shape === 'part' && !/[“”‘’「」"]/u.test(t.words)).slice(0, 12)
    .map((t) => ({ name: 'Q9 reused without marks', draft: `近年来各地认真落实有关部署。${t.words}。成效逐步显现。\n`, language: 'markdown', quoted: null, verdicts: [], finding: null, mends: false }));
}

/** Terms in marks are no quotations (Q10). */
export function terms(library: Library, random: Random): Case[] {
  const named = library.terms.filter((t) => t.term.length >= 3 && t.term.length <= 9 && /^\p{Script=Han}+$/u.test(t.term)).slice(0, 60);
  return named.length < 3 ? [] : Array.from({ length: 8 }, () => {
    const [a, b] = [random.pick(named).term, random.pick(named).term];
    return { name: 'Q10 terms in marks', draft: `要在“${a}”上下功夫，把“${b}”这篇文章做好，形成“人人有事做”的氛围，避免“一阵风”。\n`, language: 'plaintext', quoted: null, verdicts: [], finding: null, mends: false };
  });
}
