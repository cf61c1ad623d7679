/** Finds the library's figures that measure what a draft's figure measures: by words, never by digits. */
import { isChange, metricGrams } from '../../extract/figures/comparable';
import { classOf } from '../../extract/figures/units';
import { CONTRAST, contrasting } from '../../extract/figures/contrasts';
import type { Figure } from '../../library/types';
import { inChinese, ownWords } from './crossLanguage';
import type { DraftFigure } from './draftFigures';

/** A library's figures, ready to be asked. Built once per library. */
export interface FigureIndex {
  readonly figures: readonly Figure[];
  readonly postings: ReadonlyMap<string, readonly number[]>;
  readonly context: (figure: number) => ReadonlySet<string>;
  readonly grams: readonly ReadonlySet<string>[];
  readonly kinds: readonly string[];
  readonly byId: ReadonlyMap<string, Figure>;
}

export interface FigureMatch {
  readonly figure: Figure;
  /** Likeness of what is measured, 0 to 1. */
  readonly score: number;
  /** How much of the draft's indicator the source's sentence knows; what it does not know may make another indicator of it. */
  readonly known: number;
}

/** Builds the index of a library's figures. */
export function buildFigureIndex(figures: readonly Figure[]): FigureIndex {
  const postings = new Map<string, number[]>();
  const words = figures.map(ownWords);
  words.forEach((metric, i) => {
    for (const gram of metricGrams(metric)) {
      const list = postings.get(gram);
      if (list) list.push(i); else postings.set(gram, [i]);
    }
  });
  const grams = words.map(metricGrams), kinds = figures.map((figure, i) => kindOf({ ...figure, metric: words[i] ?? null }));
  const contexts = new Map<number, ReadonlySet<string>>();
  return {
    figures, postings, grams, kinds, byId: new Map(figures.map((f) => [f.id, f])),
    context(i) {
      let grams = contexts.get(i);
      if (!grams) contexts.set(i, (grams = metricGrams((figures[i] as Figure).context)));
      return grams;
    },
  };
}

/** A growth over several years is another thing than that of one. */
const AVERAGE = /年均|平均(?=增|下|减)|\baverage annual\b|\bannual average\b/;

/** What kind of percentage: a share of a whole, a rate of change, another level. */
function percentKind(metric: string, change: boolean): string {
  if (change) return AVERAGE.test(metric) ? 'average' : 'change';
  if (/占|比例|比重|份额|占比|\bof the total\b|\baccount/.test(metric)) return 'share';
  return 'level';
}

function kindOf(figure: { readonly metric: string | null; readonly unit: string | null; readonly raw: string }): string {
  const unitClass = classOf(figure);
  if (unitClass === 'percent') return percentKind(figure.metric ?? '', isChange(figure));
  if (unitClass === 'points') return 'change';
  return isChange(figure) ? 'change' : 'level';
}

/** Shares an entity: the same one, the country where the draft names none, or a name that stands in the draft's sentence. */
function sameEntity(draft: DraftFigure, source: Figure): boolean {
  if (draft.entity === null) return source.entity === null || source.entity === '中国' || near(draft, source.entity);
  if (source.entity === null) return draft.entity === '中国';
  return draft.entity === source.entity || draft.entity.includes(source.entity) || source.entity.includes(draft.entity) || (draft.entity === '中国' ? near(draft, source.entity) : source.entity !== '中国' && near(draft, source.entity) && /^(?:中国|)$/.test(draft.entity));
}

function near(draft: DraftFigure, entity: string): boolean {
  const name = entity.replace(/[“”"（(].*?[”")）]|[“”"]/g, (m) => m.replace(/[“”"（）()]/g, ''));
  return draft.paragraph.includes(entity) || draft.paragraph.replace(/[“”"]/g, '').includes(name);
}

/** How many figures get a close look. */
const MOST = 400;

/** Whether the units can be compared at all; per cent and percentage points are, because they are taken for one another. */
function sideOrPoints(draft: DraftFigure, source: Figure): boolean {
  const one = classOf(draft), other = classOf(source);
  return one === other || (/^(?:count|people)$/.test(one) && /^(?:count|people)$/.test(other)) || (/^(?:percent|points)$/.test(one) && /^(?:percent|points)$/.test(other));
}

/** What is asked of the index: the words of the indicator and of its clause, and which figures may answer. */
interface Question {
  readonly metric: string | null;
  readonly clause: string;
  /** Whether the words hold all that the draft says; a translation may have left something out. */
  readonly whole: boolean;
  readonly accepts: (figure: Figure) => boolean;
}

/** The library's figures of the same indicator as a draft's figure, best first. An English draft also asks Chinese sources in their words. */
export function matchFigure(index: FigureIndex, draft: DraftFigure): FigureMatch[] {
  const matches = answers(index, draft, { metric: draft.metric, clause: draft.clause, whole: true, accepts: () => true });
  const metric = draft.english && draft.metric ? inChinese(draft.metric) : null;
  if (metric) {
    const clause = inChinese(draft.clause)?.text ?? metric.text;
    matches.push(...answers(index, draft, { metric: metric.text, clause: metric.text + clause, whole: metric.whole, accepts: (figure) => /\p{Script=Han}/u.test(figure.context) }));
  }
  return matches.sort((a, b) => b.score - a.score);
}

function answers(index: FigureIndex, draft: DraftFigure, question: Question): FigureMatch[] {
  const metric = metricGrams(question.metric);
  const clause = metricGrams(question.clause);
  if (metric.size === 0) return [];
  // Rare pieces tell more; what the library does not know at all may be a qualifier or only the joint of two words.
  const weight = (gram: string): number => { const n = index.postings.get(gram)?.length ?? 0; return n === 0 ? 0.35 : 1 / Math.log2(2 + n); };
  const kind = kindOf(draft);
  // A first look by counting: shared pieces over the size of the source's indicator.
  const shared = new Uint16Array(index.figures.length);
  const touched: number[] = [];
  for (const gram of clause) {
    for (const i of index.postings.get(gram) ?? []) {
      if (shared[i] === 0) touched.push(i);
      shared[i] = (shared[i] as number) + 1;
    }
  }
  const rough = (i: number): number => (shared[i] as number) / (4 + (index.grams[i] as ReadonlySet<string>).size);
  const candidates = touched.filter((i) => index.kinds[i] === kind && (shared[i] as number) * 6 >= (index.grams[i] as ReadonlySet<string>).size && sideOrPoints(draft, index.figures[i] as Figure))
    .sort((x, y) => rough(y) - rough(x)).slice(0, MOST);
  const sum = (set: Iterable<string>): number => { let total = 0; for (const gram of set) total += weight(gram); return total; };
  const all = sum(metric);
  const matches: FigureMatch[] = [];
  for (const i of candidates) {
    const figure = index.figures[i] as Figure;
    if (!question.accepts(figure) || !sameEntity(draft, figure)) continue;
    const theirs = index.grams[i] as ReadonlySet<string>;
    const total = sum(theirs);
    if (total === 0) continue;
    // How much of the source's indicator the draft names, and how much of the draft's indicator the source's sentence knows.
    const named = sum([...theirs].filter((gram) => metric.has(gram))) / total;
    const spoken = sum([...theirs].filter((gram) => clause.has(gram))) / total;
    const context = index.context(i);
    const known = sum([...metric].filter((gram) => theirs.has(gram) || context.has(gram))) / all;
    const direct = sum([...metric].filter((gram) => theirs.has(gram))) / all;
    // A part that is named by one word (其中出口) has the rest of its name in its sentence.
    if (spoken < 0.25 || known < 0.25 || named < 0.2 || (direct < 0.2 && (named < 0.99 || known < 0.6))) continue;
    if (contrasting(question.metric ?? '', figure.metric ?? '') || CONTRAST.one(question.clause, figure.metric ?? '')) continue;
    matches.push({ figure, known: question.whole ? known : Math.min(known, 0.5), score: 0.35 * spoken + 0.2 * named + 0.25 * direct + 0.2 * known });
  }
  return matches;
}
