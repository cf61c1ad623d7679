/** The passage search: how fast and how well it finds sentences by some of their words, beside what could be picked instead. */
import { passageIndexOf, searchPassages } from '../../src/core/search/passages';
import type { SearchIndex } from '../../src/core/search/searchIndex';
import { foldText } from '../../src/core/text/fold';
import type { Corpus } from './corpus';
import type { PassagePeer } from './peers';
import { chance } from './writing';

export const ALTERED = ['a fifth of its characters lost', 'its words in another order', 'its longer words only'] as const;
export type Altered = typeof ALTERED[number];

export interface PassageQuery { readonly how: Altered | 'paragraph'; readonly text: string; readonly wanted: string | null }

/** Known sentences in three altered forms each, and new paragraphs. */
export function passageQueries(corpus: Corpus, count: number): PassageQuery[] {
  const next = chance(31), segmenter = new Intl.Segmenter('zh', { granularity: 'word' });
  const queries: PassageQuery[] = [];
  for (let n = 0; n < count;) {
    const source = corpus.sources[Math.floor(next() * corpus.sources.length)];
    const paragraph = source?.paragraphs[1 + Math.floor(next() * (source.paragraphs.length - 1))]?.text ?? '';
    const wanted = paragraph.split(/(?<=。)/u).find((sentence) => sentence.length >= 20 && sentence.length <= 100);
    if (!wanted) continue;
    n++;
    const words = [...segmenter.segment(wanted)].map(({ segment }) => segment).filter((word) => /\p{L}/u.test(word));
    const kept = words.filter(() => next() > 0.2).map((word) => ({ word, at: next() })).sort((a, b) => a.at - b.at).map(({ word }) => word);
    queries.push({ how: ALTERED[0], text: [...wanted].filter(() => next() > 0.2).join(''), wanted });
    queries.push({ how: ALTERED[1], text: kept.join(''), wanted });
    queries.push({ how: ALTERED[2], text: words.filter((word) => word.length > 1).join(''), wanted });
    queries.push({ how: 'paragraph', text: Array.from({ length: 2 + n % 3 }, () => corpus.sentence(next)).join(''), wanted: null });
  }
  return queries;
}

export interface Answers {
  readonly name: string;
  /** Times in ms of the altered sentences, and of the paragraphs. */
  readonly sentences: number[];
  readonly paragraphs: number[];
  /** By way of altering: sum of reciprocal ranks in the first ten, and of how many. */
  readonly ranks: Record<Altered, [sum: number, of: number]>;
}

/** Asks the queries (every so manieth of a slow one); each three times, of which the median counts. */
export function answersOf(name: string, search: (query: string, limit: number) => readonly string[], queries: readonly PassageQuery[], times: number): Answers {
  const answers: Answers = { name, sentences: [], paragraphs: [], ranks: { [ALTERED[0]]: [0, 0], [ALTERED[1]]: [0, 0], [ALTERED[2]]: [0, 0] } as Answers['ranks'] };
  for (const { how, text, wanted } of queries) {
    let found: readonly string[] = [];
    const took = Array.from({ length: times }, () => { const from = performance.now(); found = search(text, 10); return performance.now() - from; }).sort((a, b) => a - b)[times >> 1] as number;
    if (how === 'paragraph') { answers.paragraphs.push(took); continue; }
    answers.sentences.push(took);
    const rank = found.map(foldText).indexOf(foldText(wanted ?? ''));
    answers.ranks[how][0] += rank < 0 ? 0 : 1 / (rank + 1);
    answers.ranks[how][1]++;
  }
  return answers;
}

export function ownAnswers(index: SearchIndex, queries: readonly PassageQuery[]): Answers {
  const passages = passageIndexOf(index);
  const search = (query: string, limit: number) => searchPassages(passages, query, limit).map(({ passage }) => passage.text);
  for (const { text } of queries.slice(0, 60)) search(text, 10);
  return answersOf('Yinju', search, queries, 3);
}

export function peerAnswers(peer: PassagePeer, texts: readonly string[], queries: readonly PassageQuery[]): Answers {
  return answersOf(peer.name, (query, limit) => peer.search(query, limit).map((id) => texts[id] as string), queries, 1);
}
