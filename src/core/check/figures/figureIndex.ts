/**
 * A library's figures by the words of what they measure. Figures of the same words and kind share a slot; the pieces of the words
 * have postings of slots in typed arrays. Slots of one kind stand together, so that a kind's part of a posting list is one stretch.
 */
import { metricGrams } from '../../extract/figures/metricWords';
import type { Figure } from '../../library/types';
import { inChinese, ownWords } from './crossLanguage';
import { kindOf } from './figureKinds';

/** A library's figures, ready to be asked. Built once per library. */
export interface FigureIndex {
  readonly figures: readonly Figure[];
  /** Number of each piece of a metric. */
  readonly gramNumber: ReadonlyMap<string, number>;
  /** What a piece tells, by its number: rare ones more. */
  readonly weights: Float64Array;
  /** The slots of each kind: the first, and the one behind the last. */
  readonly kinds: ReadonlyMap<string, readonly [from: number, to: number]>;
  readonly slots: Slots;
  /** The subjects by their numbers. */
  readonly entities: readonly (string | null)[];
  /** Slots in whose metric a piece stands, ascending: `slotsOf[postings[gram]]` to `slotsOf[postings[gram + 1]]`. */
  readonly postings: Uint32Array;
  readonly slotsOf: Uint32Array;
}

/** Columns of a table of slots; `grams` and `figures` are cut by the arrays of beginnings, which have one entry more. */
export interface Slots {
  readonly count: number;
  /** The source's words of what is measured. */
  readonly metric: readonly string[];
  /** 1 where the source is Chinese. */
  readonly chinese: Uint8Array;
  /** Of an English source's words put into Chinese: 1 where all of them could be, 2 where some could not; else 0. */
  readonly translated: Uint8Array;
  /** Weights of all its pieces, summed up. */
  readonly total: Float64Array;
  readonly gramsFrom: Uint32Array;
  readonly grams: Uint32Array;
  readonly figuresFrom: Uint32Array;
  readonly figures: Uint32Array;
  /** Beside each of `figures` the number of its subject: most are of another one, and need no look. */
  readonly entities: Uint32Array;
}

interface Slot {
  readonly kind: string;
  readonly metric: string;
  readonly chinese: boolean;
  readonly translated: 0 | 1 | 2;
  readonly grams: readonly number[];
  readonly figures: number[];
}

const HAN = /\p{Script=Han}/u;

/** Builds the index of a library's figures. */
export function buildFigureIndex(figures: readonly Figure[]): FigureIndex {
  const gramNumber = new Map<string, number>(), counts: number[] = [];
  const slotOf = new Map<string, Slot>(), kindsOf = new Map<string, string>(), inOther = new Map<string, ReturnType<typeof inChinese>>();
  const put = (figure: Figure, at: number, words: string, metric: string, chinese: boolean, translated: Slot['translated']): void => {
    // Of 位 and the like the figure's own words say which kind it is.
    const kindKey = `${figure.unit ?? ''}\n${figure.unit === '位' ? figure.raw : ''}\n${words}`;
    let kind = kindsOf.get(kindKey);
    if (kind === undefined) kindsOf.set(kindKey, kind = kindOf({ ...figure, metric: words }));
    const key = `${kind}\n${chinese ? 'zh' : 'en'}${translated}\n${words}\n${metric}`;
    let slot = slotOf.get(key);
    if (!slot) {
      const grams = [...metricGrams(words)].map((gram) => {
        let number = gramNumber.get(gram);
        if (number === undefined) { gramNumber.set(gram, number = counts.length); counts.push(0); }
        return number;
      });
      slotOf.set(key, slot = { kind, metric, chinese, translated, grams, figures: [] });
    }
    for (const gram of slot.grams) counts[gram] = (counts[gram] as number) + 1;
    slot.figures.push(at);
  };
  figures.forEach((figure, i) => {
    const words = ownWords(figure);
    if (words === null) return;
    const chinese = HAN.test(figure.context);
    put(figure, i, words, figure.metric as string, chinese, 0);
    // A Chinese draft asks in Chinese words; a bilingual page has the figure in both.
    if (chinese || HAN.test(figure.metric as string)) return;
    let other = inOther.get(words);
    if (other === undefined) inOther.set(words, other = inChinese(words));
    if (other) put(figure, i, other.text, other.text, false, other.whole ? 1 : 2);
  });
  const weights = Float64Array.from(counts, (n) => 1 / Math.log2(2 + n));
  const all = [...slotOf.values()].filter(({ grams }) => grams.length > 0).sort((a, b) => (a.kind < b.kind ? -1 : a.kind > b.kind ? 1 : 0));
  const kinds = new Map<string, [number, number]>();
  all.forEach(({ kind }, i) => { const known = kinds.get(kind); if (known) known[1] = i + 1; else kinds.set(kind, [i, i + 1]); });
  return { figures, gramNumber, weights, kinds, ...columns(figures, all, weights), ...postingsOf(all, counts.length) };
}

function columns(library: readonly Figure[], all: readonly Slot[], weights: Float64Array): Pick<FigureIndex, 'slots' | 'entities'> {
  const gramsFrom = beginnings(all.map(({ grams }) => grams.length)), figuresFrom = beginnings(all.map((slot) => slot.figures.length));
  const grams = new Uint32Array(gramsFrom[all.length] as number), figures = new Uint32Array(figuresFrom[all.length] as number), total = new Float64Array(all.length);
  all.forEach((slot, i) => {
    grams.set(slot.grams, gramsFrom[i]);
    figures.set(slot.figures, figuresFrom[i]);
    total[i] = slot.grams.reduce((sum, gram) => sum + (weights[gram] as number), 0);
  });
  const names = new Map<string | null, number>();
  const entities = figures.map((at) => {
    const { entity } = library[at] as Figure;
    let number = names.get(entity);
    if (number === undefined) names.set(entity, number = names.size);
    return number;
  });
  const slots = { count: all.length, metric: all.map(({ metric }) => metric), chinese: Uint8Array.from(all, ({ chinese }) => (chinese ? 1 : 0)), translated: Uint8Array.from(all, ({ translated }) => translated), total, gramsFrom, grams, figuresFrom, figures, entities };
  return { slots, entities: [...names.keys()] };
}

function postingsOf(all: readonly Slot[], gramCount: number): Pick<FigureIndex, 'postings' | 'slotsOf'> {
  const sizes = new Uint32Array(gramCount);
  for (const { grams } of all) for (const gram of grams) sizes[gram] = (sizes[gram] as number) + 1;
  const postings = beginnings([...sizes]), next = postings.slice(), slotsOf = new Uint32Array(postings[gramCount] as number);
  all.forEach(({ grams }, i) => { for (const gram of grams) { slotsOf[next[gram] as number] = i; next[gram] = (next[gram] as number) + 1; } });
  return { postings, slotsOf };
}

/** Sums of the lengths before each, and all of them at the end. */
function beginnings(lengths: readonly number[]): Uint32Array {
  const from = new Uint32Array(lengths.length + 1);
  lengths.forEach((length, i) => { from[i + 1] = (from[i] as number) + length; });
  return from;
}
