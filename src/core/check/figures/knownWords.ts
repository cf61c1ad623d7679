/** How much of a draft's indicator the sentence of a source knows. */
import { metricGrams, metricText } from '../../extract/figures/metricWords';
import type { FigureIndex } from './figureIndex';

/** Sentences as they are compared; one is read for all its figures and for every draft figure that comes near it. */
const sentences = new WeakMap<FigureIndex, Map<string, string | ReadonlySet<string>>>();
const MOST_SENTENCES = 20_000;

function sentenceOf(index: FigureIndex, context: string): string | ReadonlySet<string> {
  let known = sentences.get(index);
  if (!known) sentences.set(index, known = new Map());
  let words = known.get(context);
  if (words === undefined) {
    if (known.size >= MOST_SENTENCES) known.clear();
    // Pieces of a Chinese sentence are two letters side by side, which the sentence itself can be asked for.
    known.set(context, words = metricText(context) ?? metricGrams(context));
  }
  return words;
}

/** For the pieces of a draft's indicator: how much of them, by weight, the words of a slot or a sentence hold, 0 to 1. */
export function knownBy(index: FigureIndex, metric: readonly string[]): (slot: number, context: string) => number {
  const { slots, weights, gramNumber } = index;
  const numbers = metric.map((gram) => gramNumber.get(gram) ?? -1), each = numbers.map((number) => (number < 0 ? 0.35 : weights[number] as number));
  const all = each.reduce((sum, weight) => sum + weight, 0);
  return (slot, context) => {
    const sentence = sentenceOf(index, context), own = slots.grams.subarray(slots.gramsFrom[slot], slots.gramsFrom[slot + 1]);
    const says = (gram: string): boolean => (typeof sentence === 'string' ? gram.length === 2 && sentence.includes(gram) : sentence.has(gram));
    let known = 0;
    for (let i = 0; i < metric.length; i++) {
      const number = numbers[i] as number;
      if ((number >= 0 && own.includes(number)) || says(metric[i] as string)) known += each[i] as number;
    }
    return known / all;
  };
}
