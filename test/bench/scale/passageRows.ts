/** The passage search: how fast and how well it finds sentences by some of their words, beside what could be picked instead. */
import { passageIndexOf, searchPassages } from '../../../src/core/search/passages';
import type { SearchIndex } from '../../../src/core/library/types';
import { foldText } from '../../../src/core/text/fold';
import { quantile } from '../material';
import type { Corpus } from './corpus';
import { flexPassages, fusePassages, miniPassages, openSqlite, sqlitePassages, type PassagePeer } from './peers';
import { clock, ms, row, times, type Row } from './rows';
import { chance } from '../writing';

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

interface Answers {
  readonly name: string;
  /** Times in ms of the altered sentences, and of the paragraphs. */
  readonly sentences: number[];
  readonly paragraphs: number[];
  /** By way of altering: sum of reciprocal ranks in the first ten, and of how many. */
  readonly ranks: Record<Altered, [sum: number, of: number]>;
}

/** Asks the queries; ours several times, of which the median counts. */
function answersOf(name: string, search: (query: string, limit: number) => readonly string[], queries: readonly PassageQuery[], turns: number): Answers {
  const answers: Answers = { name, sentences: [], paragraphs: [], ranks: { [ALTERED[0]]: [0, 0], [ALTERED[1]]: [0, 0], [ALTERED[2]]: [0, 0] } as Answers['ranks'] };
  for (const { how, text, wanted } of queries) {
    let found: readonly string[] = [];
    const took = Array.from({ length: turns }, () => { const from = clock(); found = search(text, 10); return clock() - from; }).sort((a, b) => a - b)[turns >> 1] as number;
    if (how === 'paragraph') { answers.paragraphs.push(took); continue; }
    answers.sentences.push(took);
    const rank = found.map(foldText).indexOf(foldText(wanted ?? ''));
    answers.ranks[how][0] += rank < 0 ? 0 : 1 / (rank + 1);
    answers.ranks[how][1]++;
  }
  return answers;
}

function ownAnswers(index: SearchIndex, queries: readonly PassageQuery[]): Answers {
  const passages = passageIndexOf(index);
  const search = (query: string, limit: number) => searchPassages(passages, query, limit).map(({ passage }) => passage.text);
  for (const { text } of queries.slice(0, 60)) search(text, 10);
  return answersOf('Yinju', search, queries, 3);
}

/** A peer with what building it took (ms) and its memory (bytes of the process), and its answers to every so manieth group of queries. */
interface PeerAnswers extends Answers { readonly built: number; readonly memory: number }

function peerAnswers(make: () => PassagePeer, texts: readonly string[], queries: readonly PassageQuery[], count: number): PeerAnswers {
  global.gc?.();
  const before = process.memoryUsage().rss, from = clock();
  const peer = make();
  const built = clock() - from;
  global.gc?.();
  const memory = process.memoryUsage().rss - before;
  return { ...answersOf(peer.name, (query, limit) => peer.search(query, limit).map((id) => texts[id] as string), queries.slice(0, count * 4), 1), built, memory };
}

export interface PassageMeasures {
  readonly rows: readonly Row[];
  /** What the peers took to build, and their memory. */
  readonly fts: PeerAnswers | null;
  readonly flex: PeerAnswers;
}

/** `counts`: of how many known sentences each peer is asked; none for one that cannot bear this size. */
export function passageRows(corpus: Corpus, index: SearchIndex, texts: readonly string[], counts: { own: number; fts: number; flex: number; mini: number; fuse: number }, megabytes: number): PassageMeasures {
  const queries = passageQueries(corpus, counts.own);
  const own = ownAnswers(index, queries);
  const database = openSqlite();
  const fts = database ? peerAnswers(() => sqlitePassages(database, texts), texts, queries, counts.fts) : null;
  database?.close();
  const flex = peerAnswers(() => flexPassages(texts), texts, queries, counts.flex);
  const mini = counts.mini > 0 ? peerAnswers(() => miniPassages(texts), texts, queries, counts.mini) : null;
  const fuse = counts.fuse > 0 ? peerAnswers(() => fusePassages(texts), texts, queries, counts.fuse) : null;

  const rows: Row[] = [];
  // The targets are of the sizes that they were set for; that of FTS5 is of paragraphs, since of a sentence it looks at few trigrams.
  const peers = [['FlexSearch', megabytes >= 100 ? '≤ 1/10 of' : '', flex], ['FTS5 trigram', megabytes >= 100 ? '≤ 1/30 of' : '', fts], ['MiniSearch', megabytes >= 10 ? '≤ 1/200 of' : '', mini], ['Fuse.js', '', fuse]] as const;
  for (const [kind, what] of [['sentences', 'a sentence'], ['paragraphs', 'a paragraph']] as const) {
    const half = quantile(own[kind], 0.5), p95 = quantile(own[kind], 0.95);
    rows.push(row(`passages: ${what}, p95`, '≤ 5 ms', ms(p95), p95));
    for (const [name, target, peer] of peers) {
      if (!peer) continue;
      const theirs = quantile(peer[kind], 0.5);
      rows.push(row(`passages: ${what}, p50 (${name})`, target && !(peer === fts && kind === 'sentences') ? `${target} peer` : '', ms(half), half, `${ms(theirs)}, p95 ${ms(quantile(peer[kind], 0.95))}`, times(theirs / half)));
    }
  }
  for (const how of ALTERED) {
    const rank = ({ ranks }: Answers) => `${(ranks[how][0] / ranks[how][1]).toFixed(3)} of ${ranks[how][1]}`;
    rows.push(row(`passages: MRR, ${how}`, '≥ best peer - .01', rank(own), null, peers.flatMap(([name, , peer]) => (peer ? `${name} ${rank(peer)}` : [])).join(', ')));
  }
  return { rows, fts, flex };
}
