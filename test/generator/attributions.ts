/** Right words, wrong speaker, day, occasion or document (C10), over the library's own attributed quotations. */
import type { Library, Quote } from '../../src/core/library/types';
import { foldText } from '../../src/core/text/fold';
import { RIGHT, type Case } from './cases';
import type { Random } from './random';
import { nested, pickTruths } from './truths';

const MOST = 40;
const isPerson = (name: string): boolean => /^\p{Script=Han}{2,4}$/u.test(name) && !/[会党部院委报告]$/u.test(name);

/** Who, when and where, as a writer states it. */
const lead = (speaker: string, date: string | null, occasion: string | null): string => `${date ? `${dateWords(date)}，` : ''}${speaker}${occasion ? `在${occasion}上` : ''}指出：“`;
function dateWords(date: string): string {
  const [year, month, day] = date.split('-').map(Number);
  return `${year}年${month ? `${month}月` : ''}${day ? `${day}日` : ''}`;
}

export function attributionCases(library: Library, random: Random): Case[] {
  const quotes = library.quotes.filter((q) => q.speaker && isPerson(q.speaker) && foldText(q.text).length >= 12 && /^[^A-Za-z]*$/.test(q.text) && q.id === q.canonical);
  const speakers = [...new Set(library.quotes.flatMap((q) => (q.speaker && isPerson(q.speaker) ? [q.speaker] : [])))];
  const texts = library.sources.map((source) => foldText(source.paragraphs.map((p) => p.text).join('')));
  const standsIn = (words: string): number => texts.reduce((n, text) => n + text.split(foldText(words)).length - 1, 0);
  const cases: Case[] = [];
  for (let i = 0; i < Math.min(MOST, quotes.length); i++) {
    const q = quotes[(i * 7) % quotes.length] as Quote;
    const editions = library.quotes.filter((o) => o.canonical === q.canonical);
    const words = nested(q.insertable);
    const make = (name: string, before: string, wrong: string | null): Case => ({
      name, draft: `${before}${words}”\n`, language: 'markdown', quoted: { start: before.length, end: before.length + words.length }, verdicts: RIGHT, mends: false,
      finding: wrong === null ? null : { span: { start: before.indexOf(wrong), end: before.indexOf(wrong) + wrong.length }, severity: 'warning', rule: 'quote.attribution' },
    });
    const occasion = q.occasion && q.occasion.length <= 24 && /[会议坛式]$/u.test(q.occasion) ? q.occasion : null;
    cases.push(make('right attribution', lead(q.speaker as string, q.date, occasion), null));
    const other = random.pick([...speakers, '王建国', '李卫东'].filter((s) => !editions.some((e) => e.speaker === s)));
    // Where a document has the words as its own, too, nobody in particular has said them.
    if (standsIn(q.text) <= editions.length) cases.push(make('C10 another speaker', lead(other, null, null), other));
    const year = q.date ? Number(q.date.slice(0, 4)) - 2 : null;
    if (year && editions.every((e) => e.date)) cases.push(make('C10 another date', lead(q.speaker as string, `${year}-03`, null), `${year}年3月`));
    if (occasion && editions.every((e) => e.occasion)) cases.push(make('C10 another occasion', lead(q.speaker as string, null, '全国老龄工作座谈会'), '全国老龄工作座谈会'));
  }
  cases.push(...speechCases(library, random, speakers));
  for (const q of library.quotes.filter((one) => one.speaker && !isPerson(one.speaker) && foldText(one.text).length >= 12 && one.id === one.canonical && /^[^A-Za-z]*$/.test(one.text)).slice(0, 12)) {
    const words = nested(q.insertable);
    const make = (name: string, document: string, wrong: boolean): Case => ({
      name, draft: `${document}强调：“${words}”\n`, language: 'markdown', quoted: { start: document.length + 4, end: document.length + 4 + words.length }, verdicts: RIGHT, mends: false,
      finding: wrong ? { span: { start: 0, end: document.length }, severity: 'warning', rule: 'quote.attribution' } : null,
    });
    cases.push(make('right attribution', q.speaker as string, false), make('C10 another document', random.pick(['党的十四大报告', '《全国老龄事业发展纲要》']), true));
  }
  return cases;
}

/** Words of documents that are speeches: their speaker, occasion and day are known without any marks. */
function speechCases(library: Library, random: Random, speakers: readonly string[]): Case[] {
  return library.sources.flatMap((source): Case[] => {
    const speech = source.speech;
    const [truth] = pickTruths({ sources: [source] }, random, 1);
    if (!speech?.speaker || !truth || truth.language !== 'zh' || library.sources.some((s) => s !== source && foldText(s.paragraphs.map((p) => p.text).join('')).includes(foldText(truth.words)))) return [];
    const words = nested(truth.words);
    const make = (name: string, before: string, wrong: string | null): Case => ({
      name, draft: `${before}${words}”\n`, language: 'markdown', quoted: { start: before.length, end: before.length + words.length }, verdicts: RIGHT, mends: false,
      finding: wrong === null ? null : { span: { start: before.indexOf(wrong), end: before.indexOf(wrong) + wrong.length }, severity: 'warning', rule: 'quote.attribution' },
    });
    const occasion = speech.occasion && /[会议坛式]$/u.test(speech.occasion) ? speech.occasion : null;
    const other = random.pick([...speakers, '王建国'].filter((s) => s !== speech.speaker));
    return [
      make('right attribution', lead(speech.speaker, source.date, occasion), null), make('C10 another speaker', lead(other, null, null), other),
      ...(source.date ? [make('C10 another date', lead(speech.speaker, '2009-03', null), '2009年3月')] : []),
      ...(occasion ? [make('C10 another occasion', lead(speech.speaker, null, '全国老龄工作座谈会'), '全国老龄工作座谈会')] : []),
    ];
  });
}
