/** Shortened and stitched quotations (C8, C9): pieces of sources put together rightly and wrongly. */
import type { Library } from '../../src/core/library/types';
import { foldText } from '../../src/core/text/fold';
import { RIGHT, type Case } from './cases';
import type { Random } from './random';
import { nested, type Truth } from './truths';

const TURNING = /不(?![断仅但同久少一])|没有|未(?!来)|(?<!不)但|只有|如果|除非/u;
/** Words of which it is open whether they turn anything: such cases are not made. */
const UNCLEAR = /[不未非才但无]/u;
const BEFORE = '有关负责同志指出：“';

function caseOf(name: string, words: string, rest: Pick<Case, 'verdicts' | 'finding'>): Case {
  return { name, draft: `${BEFORE}${words}”这为下一步工作指明了方向。\n`, language: 'markdown', quoted: { start: BEFORE.length, end: BEFORE.length + words.length }, mends: false, ...rest };
}
const inWords = (words: string, at: number): { start: number; end: number } => ({ start: BEFORE.length + Math.max(0, at), end: BEFORE.length + Math.min(words.length, at) });
const trim = (words: string): string => nested(words).replace(/[，。；：,;.]+$/u, '');

/** Clauses of a sentence that have some length each. */
const clausesOf = (words: string): string[] => nested(words).split(/[，；,;](?!\d)/u).map((c) => c.replace(/[。.]$/u, '').trim()).filter((c) => foldText(c).length >= 8 && !/[‘’“”（）()]/u.test(c));

export function shortenedCases(library: Library, truths: readonly Truth[], random: Random, everything: string): Case[] {
  const cases: Case[] = [];
  for (const truth of truths.filter((t) => t.language === 'zh')) {
    const clauses = clausesOf(truth.words);
    const [first, second, third] = clauses;
    if (first && second && third) {
      const reversed = `${third}……${first}`;
      // Where the first clause comes again behind the third the order is right.
      if (everything.split(foldText(first)).length === 2 && everything.split(foldText(third)).length === 2) {
        cases.push(caseOf('C9 …… out of order', reversed, { verdicts: ['differs'], finding: { span: inWords(reversed, third.length), severity: 'warning', kinds: ['reordered'] } }));
      }
      const short = `${first}……${third}`;
      const hides = TURNING.test(second);
      const between = foldText(truth.words);
      const gap = between.slice(between.indexOf(foldText(first)) + foldText(first).length, between.indexOf(foldText(third)));
      if (hides) cases.push(caseOf('C9 …… hides a turning word', short, { verdicts: RIGHT, finding: { span: inWords(short, first.length), severity: 'information', rule: 'quote.ellipsis' } }));
      else if (!UNCLEAR.test(gap)) cases.push(caseOf('Q8 shortened', short, { verdicts: RIGHT, finding: null }));
    }
    const other = random.pick(truths);
    if (first && other.file !== truth.file && other.language === 'zh') {
      const [strange] = clausesOf(other.words);
      const sources = library.sources.filter((s) => { const all = foldText(s.paragraphs.map((p) => p.text).join('')); return strange && all.includes(foldText(strange)) && all.includes(foldText(first)); });
      if (strange && sources.length === 0) cases.push(caseOf('C9 …… over two documents', `${first}……${strange}`, { verdicts: ['differs'], finding: { span: inWords(`${first}……${strange}`, first.length), severity: 'warning', kinds: ['joined', 'reordered'] } }));
    }
  }
  return cases;
}

export function joinedCases(library: Library, truths: readonly Truth[], random: Random, everything: string): Case[] {
  const cases: Case[] = [];
  for (const truth of truths.filter((t) => t.language === 'zh' && t.shape !== 'part')) {
    const other = random.pick(truths);
    if (other.language !== 'zh' || other === truth) continue;
    const a = trim(clausesOf(truth.words)[0] ?? ''), b = trim(clausesOf(other.words)[0] ?? '');
    if (a.length < 8 || b.length < 8 || everything.includes(foldText(a + b))) continue;
    const words = `${a}，${b}`;
    // The second piece may be one letter long by chance: 'joined' or a dropped clause, both say it.
    cases.push(caseOf(other.file === truth.file ? 'C8 two places of one document joined' : 'C8 two documents joined', words, { verdicts: ['differs'], finding: { span: inWords(words, a.length + 1), severity: 'warning', kinds: ['joined', 'clause-dropped'] } }));
  }
  void library;
  return cases;
}

/** Other words for common verbs and adjectives of the genre: what somebody writes who retells from memory. */
const RETOLD: readonly (readonly [string, string])[] = [['推动', '促进'], ['加强', '强化'], ['积极', '主动'], ['重要', '关键'], ['提高', '提升'], ['发展', '进步'], ['合作', '协作'], ['共同', '一道'], ['建设', '打造'], ['开放', '敞开'], ['必须', '一定要'], ['形成', '构成'], ['坚持', '秉持'], ['实现', '达成']];

/** The source's content in other words and another order, but in quotation marks (C11): never called the source's words. */
export function retoldCases(truths: readonly Truth[], everything: string): Case[] {
  return truths.flatMap((truth): Case[] => {
    const clauses = clausesOf(truth.words);
    if (truth.language !== 'zh' || clauses.length < 3) return [];
    let words = [...clauses.slice(1), clauses[0] as string].join('，'), changes = 0;
    for (const [from, to] of RETOLD) if (words.includes(from)) { words = words.replaceAll(from, to); changes++; }
    if (changes < 2 || everything.includes(foldText(words))) return [];
    return [caseOf('C11 retold in marks', words, { verdicts: ['paraphrase', 'differs'], finding: { span: { start: BEFORE.length, end: BEFORE.length + words.length }, severity: 'information' } })];
  });
}
