/** Making the search structures of documents that have been read: how long, how large, and what one changed file costs. */
import { createFinder, findRegions, unitsOf } from '../../../src/core/search/finder';
import { passageIndexOf, searchPassages } from '../../../src/core/search/passages';
import { indexSources } from '../../../src/core/search/searchIndex';
import { type SearchIndex } from '../../../src/core/library/types';
import { segmentSize } from '../../../src/core/search/segment';
import { foldText } from '../../../src/core/text/fold';
import { quantile } from '../material';
import { chance } from '../writing';
import { sourceOf, type Corpus } from './corpus';
import type { PassageMeasures } from './passageRows';
import { clock, ms, row, times, type Row } from './rows';

export interface Built {
  readonly index: SearchIndex;
  /** Milliseconds, median of several. */
  readonly took: number;
}

/** Builds the index of a corpus, several times. */
export function build(corpus: Corpus, turns: number): Built {
  const took: number[] = [];
  let index: SearchIndex | null = null;
  for (let turn = 0; turn < turns; turn++) {
    index = null;
    global.gc?.();
    const from = clock();
    index = indexSources(corpus.sources);
    took.push(clock() - from);
  }
  return { index: index as unknown as SearchIndex, took: quantile(took, 0.5) };
}

/** What working space the searches keep beside the segments when they have been asked for some sentences, in bytes. */
function workingSpace(corpus: Corpus, index: SearchIndex): number {
  const finder = createFinder(index), passages = passageIndexOf(index), { scorer: { scores } } = passages, next = chance(5);
  for (let n = 0; n < 50; n++) {
    const sentence = corpus.sentence(next);
    findRegions(finder, unitsOf(foldText(sentence)), 8, 160);
    searchPassages(passages, sentence, 10);
  }
  return finder.rows.byteLength + finder.parts.reduce((sum, { votes }) => sum + votes.of.byteLength + votes.touched.byteLength + votes.again.byteLength, 0) + scores.of.byteLength + scores.touched.byteLength;
}

/** Milliseconds to index a file of so many characters that has changed, the rest standing. */
function changed(corpus: Corpus, index: SearchIndex, characters: number): number {
  const texts = corpus.sources.flatMap(({ paragraphs }) => paragraphs.map(({ text }) => text)).slice(0, 30_000);
  const took = Array.from({ length: 60 }, (_, turn) => {
    const lines: string[] = [];
    for (let n = 0, i = turn * 50; n < characters; i++) { const line = texts[i % texts.length] as string; lines.push(line); n += line.length; }
    const source = sourceOf('0.txt', lines);
    const sources = [source, ...corpus.sources.slice(1)];
    const from = clock();
    indexSources(sources, index);
    return clock() - from;
  });
  // The first ones are run by code that is not yet compiled for files so small.
  return quantile(took.slice(20), 0.5);
}

export function buildRows(corpus: Corpus, { index, took }: Built, { fts, flex }: PassageMeasures, windowsBuilt: number | null, megabytes: number): Row[] {
  const size = index.parts.reduce((sum, { segment }) => sum + segmentSize(segment), 0), space = workingSpace(corpus, index), all = size + space;
  const small = changed(corpus, index, 5000), large = changed(corpus, index, 50_000);
  return [
    row('build: quotations and passages (FTS5, passages alone)', '≤ 1/8 of peer', ms(took), took, fts ? `FTS5 trigram ${ms(fts.built)}` : 'not installed', fts ? times(fts.built / took) : ''),
    ...(fts && windowsBuilt !== null ? [row('build: quotations and passages (FTS5, both)', '≤ 1/8 of peer', ms(took), took, `FTS5 trigram ${ms(windowsBuilt + fts.built)}`, times((windowsBuilt + fts.built) / took))] : []),
    row('build: quotations and passages (FlexSearch, passages alone)', '≤ 1/15 of peer', ms(took), took, ms(flex.built), times(flex.built / took)),
    row('memory: bytes a byte of UTF-8', megabytes >= 100 ? '≤ 3.2 of the 4.2' : '', (all / corpus.bytes).toFixed(2), all, `FlexSearch ${(flex.memory / corpus.bytes).toFixed(1)}`, times(flex.memory / all)),
    row('memory: MB', '', `${(size / 1e6).toFixed(1)} + ${(space / 1e6).toFixed(1)} working space`, all, `FlexSearch ${(flex.memory / 1e6).toFixed(0)}`),
    row('one changed file of 5,000 characters, indexed', '≤ 2 ms', ms(small), small),
    row('one changed file of 50,000 characters, indexed', '', ms(large), large),
  ];
}
