/** Judges one figure of a draft against the library's figures of the same indicator. */
import { inChinese } from './crossLanguage';
import { compareValues, oneSlip } from './compareValues';
import type { DraftFigure } from './draftFigures';
import type { FigureIndex } from './figureIndex';
import type { FigureMatch } from './matchFigure';
import { matchFigure } from './matchFigure';
import type { FigureFault } from './messages';
import { directionOf, isChange, metricText } from '../../extract/figures/metricWords';
import { figureById } from '../../library/byId';
import { normalise } from '../../extract/figures/numerals';
import { classOf } from '../../extract/figures/units';
import type { Figure } from '../../library/types';
import { sharedRuns } from '../../search/sharedRuns';
import type { CheckedFigure } from '../types';

/** The judgement of one figure of a draft. */
export interface FigureJudgement {
  readonly draft: DraftFigure;
  readonly verdict: CheckedFigure['verdict'];
  readonly fault: FigureFault | null;
  /** The library's figure that the verdict rests on. */
  readonly source: Figure | null;
  readonly score: number;
}

/** How many figures of the draft's own time, and how many others, a figure is set against. */
const CLOSEST = 12;

type Judged = Omit<FigureJudgement, 'draft'>;

/** Judgements by the figure as it was read from its line: an edit of another line changes nothing of it. */
const judgements = new WeakMap<FigureIndex, WeakMap<DraftFigure['read'], { readonly raw: string; readonly judged: Judged }>>();

/** Judges one figure of a draft; `all` are the draft's figures, for the partners of from-to pairs. */
export function judgeFigure(index: FigureIndex, draft: DraftFigure, all: readonly DraftFigure[]): FigureJudgement {
  let known = judgements.get(index);
  if (!known) judgements.set(index, known = new WeakMap());
  let answer = known.get(draft.read);
  if (answer?.raw !== draft.raw) known.set(draft.read, answer = { raw: draft.raw, judged: judge(index, draft, all) });
  return { ...answer.judged, draft };
}

function judge(index: FigureIndex, draft: DraftFigure, all: readonly DraftFigure[]): FigureJudgement {
  const silent: FigureJudgement = { draft, verdict: 'no-source', fault: null, source: null, score: 0 };
  const time = yearOf(draft.period);
  const matches = matchFigure(index, draft, { most: CLOSEST, accepts: (figure) => compareValues(draft, figure) !== null, near: (figure) => yearOf(figure.period) === time });
  const best = matches[0];
  if (!best) return silent;
  let answer: FigureJudgement | null = null;
  const rank = { agrees: 3, rounded: 2, differs: 1, 'no-source': 0 };
  // A source coarser than the draft bears it out less than an exact one speaks against it.
  const weight = (j: FigureJudgement): number => (j.verdict === 'rounded' && j.source && j.source.relation === '=' && j.source.precision > draft.precision ? 0.5 : rank[j.verdict]);
  for (const match of matches) {
    if (beside(match, best)) continue;
    const judged = judgeAgainst(index, draft, match, all, best.score);
    // The right numbers the wrong way round are no agreement, whoever else gives one of them.
    if (judged?.fault === 'exchanged' && judged.score >= SURE) return judged;
    if (judged && !(draft.planned && (yearOf(draft.period) === null || yearOf(draft.period) !== yearOf(match.figure.period))) && (!answer || weight(judged) > weight(answer))) answer = judged;
  }
  // A plan may be quoted; that another number is planned elsewhere says nothing against it.
  return answer && !(answer.verdict === 'differs' && (draft.planned || otherStatement(index, draft, answer, all))) ? answer : silent;
}

/** How much less likely a neighbour is than what is asked for. */
const NEIGHBOUR = 0.2;

/** Whether a match is only the neighbour of the best one, in its very sentence (企业、高校经费分别增长8.6%、14.1%): its value is not what is asked for. */
function beside(match: FigureMatch, best: FigureMatch): boolean {
  const { file, sentence, period } = best.figure;
  return match.score < best.score - NEIGHBOUR && match.figure.file === file && match.figure.sentence.start === sentence.start && match.figure.period === period;
}

/** Whether, times not stated on both sides, the rest of the draft's sentence gives other numbers than the source's: it is of another time (138个国家和30个组织, 150多个国家、30多个组织). */
function otherStatement(index: FigureIndex, draft: DraftFigure, { source }: FigureJudgement, all: readonly DraftFigure[]): boolean {
  if (source === null || (yearOf(draft.period) !== null && yearOf(source.period) !== null)) return false;
  const accepts = (figure: Figure): boolean => figure.file === source.file && figure.sentence.start === source.sentence.start;
  return all.filter((other) => other !== draft && other.sentence.start === draft.sentence.start).some((other) => {
    const match = matchFigure(index, other, { most: 1, accepts: (figure) => accepts(figure) && compareValues(other, figure) !== null })[0];
    const compared = match && match.score >= LIKELY ? compareValues(other, match.figure) : null;
    return match !== undefined && compared?.verdict === 'differs' && compared.fault === 'digit' && !oneSlip(other.value, match.figure.value);
  });
}

/** The year, part of a year or span of years that a period states. */
export const yearOf = (period: string | null): string | null => /^(?:as-of:|window:(?=\d{4}.*\d{4}$))?(\d{4}(?:[-/].+)?)$/.exec(period ?? '')?.[1] ?? null;

/** Whether two periods are stated and are not the same. A year is another time than a part of it, but for a state at some day of that year. */
function apartInTime(a: string | null, b: string | null): boolean {
  const one = yearOf(a), other = yearOf(b);
  if (one === null || other === null || one === other) return false;
  if (one.slice(0, 4) !== other.slice(0, 4)) return true;
  const state = /^as-of:/.test(a ?? '') || /^as-of:/.test(b ?? '');
  return !(state && (one.length === 4 || other.length === 4));
}

/** How sure one must be that the indicator is the same before a difference is reported; and before equal values are said to agree. */
const SURE = 0.62, LIKELY = 0.48, TELLING = 0.36;
/** How much of the draft's indicator the source must know before a difference is reported. */
const KNOWN = 0.6;

/** Letters besides the indicator that two sentences share where one is taken from the other. */
const SHARED = 4;

/** Whether a value is so peculiar that meeting it again is no chance: three digits or more. */
function peculiar(value: number | readonly [number, number]): boolean {
  return typeof value !== 'number' || value.toExponential().replace(/e.*$/, '').replace('.', '').length >= 3;
}

function judgeAgainst(index: FigureIndex, draft: DraftFigure, match: FigureMatch, all: readonly DraftFigure[], best: number): FigureJudgement | null {
  const { figure: source, score, known, translated } = match;
  const compared = compareValues(draft, source);
  if (!compared) return null;
  const here = yearOf(draft.period), there = yearOf(source.period);
  const otherTime = apartInTime(draft.period, source.period);
  const answer = (verdict: CheckedFigure['verdict'], fault: FigureFault | null): FigureJudgement => ({ draft, verdict, fault, source, score });
  if (compared.verdict !== 'differs') {
    if (exchanged(index, draft, source, all)) return answer('differs', 'exchanged');
    if (!otherTime && directionOf(draft) * directionOf(source) < 0) return score >= (peculiar(source.value) ? LIKELY : SURE) && known >= KNOWN && here === there ? answer('differs', 'direction') : null;
    if (!otherTime) return score >= (compared.verdict === 'agrees' && peculiar(source.value) ? TELLING : LIKELY) ? answer(compared.verdict, null) : null;
    // The source's value under another date. Ranks and small numbers recur from year to year.
    const telling = typeof source.value === 'number' && classOf(source) !== 'rank' && classOf(source) !== 'duration' && (source.value >= 20 || !Number.isInteger(source.value));
    return telling && compared.verdict === 'agrees' && score >= SURE && known >= KNOWN && score >= best - 0.12 ? answer('differs', 'period') : null;
  }
  // One digit wrong in an indicator that the source wholly knows needs less likeness than another number.
  const sure = known >= 0.65 && oneSlip(draft.value, source.value) ? LIKELY : SURE;
  if (otherTime || score < sure || known < KNOWN || score < best - 0.12) return null;
  // Different times are not stated on both sides: only a slip of the pen is sure to be one.
  const bothTimed = here !== null && there !== null, neither = here === null && there === null;
  const slip = compared.fault === 'unit' || compared.fault === 'points' || compared.fault === 'hedge' || oneSlip(draft.value, source.value);
  if (!bothTimed && !neither && !slip) return null;
  // Rates are many and alike, and in another language the words are never the same: only of one stated time another rate is a mistake.
  if (translated !== null && !bothTimed && classOf(source) === 'percent') return null;
  // Where no year stands on either side, another number is a mistake only in the source's own sentence: each year and each county has its own.
  if (neither && !slip && (draft.period !== source.period || !sameSentence(draft, source))) return null;
  // A growth rate recurs with every period; without a date on either side another one is hardly a mistake.
  if (neither && !slip && isChange(source)) return null;
  // A stock that was counted at a stated day, and nearly the same number at another one.
  if (!bothTimed && !neither && compared.fault === 'digit' && /^as-of:/.test(draft.period ?? source.period ?? '') && apart(draft, source) < 1.02) return null;
  if (compared.fault === 'digit' && !oneSlip(draft.value, source.value) && apart(draft, source) > 4) return null;
  if (compared.fault === 'digit' && !slip && score < 0.72) return null;
  if (compared.fault === 'digit' && !(here !== null && here === there) && partOfYear(draft.words) !== partOfYear(source.context)) return null;
  const own = withoutPlace(draft.metric ?? '', source.entity);
  // Across languages one thing has one name: 外贸 is 进出口.
  const others = translated === null ? hasOwnQualifier(own, `${source.context}${source.metric ?? ''}`) : hasOwnQualifier(metricText(own) ?? own, metricText(`${translated}${inChinese(source.context)?.text ?? ''}`) ?? '');
  if (others) return null;
  if (exchanged(index, draft, source, all)) return answer('differs', 'exchanged');
  return answer('differs', compared.fault);
}

/** Whether the draft's sentence has words of the source's besides those that name the indicator and the value. */
function sameSentence(draft: DraftFigure, source: Figure): boolean {
  const named = `${normalise(draft.metric ?? '')} ${source.metric ?? ''} ${normalise(draft.raw)}`;
  return sharedRuns(normalise(draft.words), normalise(source.context), 2).some((run) => {
    const words = normalise(draft.words).slice(run.start, run.end).replace(/[\d.,%]+/gu, '');
    return words.length >= SHARED && !named.includes(words);
  });
}

/** How many times the larger of two values is the smaller one. */
function apart(a: { readonly value: DraftFigure['value'] }, b: { readonly value: Figure['value'] }): number {
  const x = Math.abs([a.value].flat().at(-1) as number), y = Math.abs([b.value].flat().at(-1) as number);
  return x === 0 || y === 0 ? Infinity : Math.max(x, y) / Math.min(x, y);
}

const PART_OF_YEAR = /\d{1,2}\s*(?:[—–~至到-]\s*\d{1,2}\s*)?月(?!\s*\d{1,2}\s*日)|[上下]半年|第?[一二三四]季度|前[一二三]个?季度|\b(?:January|February|March|April|May|June|July|August|September|October|November|December)\b(?!\s+\d)|\b(?:first|second|third|fourth|last)\s+(?:half|quarter|(?:two|three|\w+)\s+(?:quarters|months))\b/g;

/** The months, quarters and halves that a sentence speaks of: its values are not those of the year. */
function partOfYear(words: string): string {
  return [...new Set(normalise(words).match(PART_OF_YEAR) ?? [])].sort().join();
}

/** Words that say nothing of what is measured. */
const EMPTY = /同比|面向|围绕|通过|针对|关于|带动|推动|实现|支持|开展|进行|启动|建设|建成|建立|设立|规模|由我|由|已有|已|总量|总额|数量|全国|我国|中国|全社会|国家|当年|达到|完成|投入|支出|经费|共计|合计|的|了|在|中/g;

/** An indicator without the name of whose it is, which a document of one place leaves out. */
function withoutPlace(metric: string, entity: string | null): string {
  return entity === null || entity.length < 2 ? metric : metric.split(entity).join(' ').replace(/ (?:[省市县区州]|自治区)/g, ' ');
}

/** Whether the draft's indicator holds a word of which the source's sentence has no letter: 企业R&D经费 is not R&D经费. */
function hasOwnQualifier(metric: string, context: string): boolean {
  const known = normalise(context);
  let run = 0;
  for (const c of metric.replace(EMPTY, ' ')) {
    run = /\p{Script=Han}/u.test(c) && !known.includes(c) ? run + 1 : 0;
    if (run >= 2) return true;
  }
  return false;
}

/** Whether the draft goes from B to A where the source goes from A to B. */
function exchanged(index: FigureIndex, draft: DraftFigure, source: Figure, all: readonly DraftFigure[]): boolean {
  if (draft.from === null || draft.to === null || !source.change) return false;
  const from = all[draft.from], to = all[draft.to];
  const start = figureById(index.figures, source.change.from), end = figureById(index.figures, source.change.to);
  return from !== undefined && to !== undefined && start !== undefined && end !== undefined && from !== to
    && String(from.value) === String(end.value) && String(to.value) === String(start.value) && String(from.value) !== String(to.value);
}
