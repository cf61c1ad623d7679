/**
 * The quotation finder: what it finds of planted quotations, held against exhaustive search, and how long it takes, beside what
 * could be picked instead (SQLite's trigram index over windows, the windows verified by approx-string-match).
 */
import { parseDraft, type QuotedWords } from '../../../src/core/check/draft';
import { judge } from '../../../src/core/check/quotation/judge';
import { align } from '../../../src/core/search/align';
import { createFinder, findExact, findRegions, nearLimit, unitsOf, type Finder } from '../../../src/core/search/finder';
import { partAt } from '../../../src/core/search/libraryText';
import type { IndexPart, SearchIndex } from '../../../src/core/library/types';
import { foldText } from '../../../src/core/text/fold';
import { quantile } from '../material';
import { chance } from '../writing';
import type { Corpus } from './corpus';
import { openSqlite, sqliteQuotations } from './peers';
import { KINDS, plant, type Kind } from './planted';
import { clock, ms, row, share, times, type Row } from './rows';
import { exhaustiveDistance } from './truth';

/** As many regions, and as much room for an alignment, as a check asks for. */
const MOST = 8, SLACK = 160;

/** As a check asks: to the letter, and if that fails, nearly. The edit distance of the nearest place that it finds. */
function ask(finder: Finder, units: Uint16Array): number {
  return findExact(finder, units, 60).length > 0 ? 0 : (findRegions(finder, units, MOST, SLACK)[0]?.distance ?? Infinity);
}

/** Whether an alignment holds four fifths of the letters: a shortened quotation is far by distance, and yet found. */
function foundShortened(finder: Finder, units: Uint16Array): boolean {
  return findRegions(finder, units, MOST, SLACK).some((region) => {
    const { segment, unitBase } = partAt(finder.index, region.start) as IndexPart;
    return align(units, segment.units, region.start - unitBase, region.end - unitBase).matches >= 0.8 * units.length;
  });
}

const timed = (run: () => unknown): number => { const from = clock(); run(); return clock() - from; };
/** The median of three, so that what else the machine does counts less. */
const settled = (run: () => unknown): number => [timed(run), timed(run), timed(run)].sort((a, b) => a - b)[1] as number;

/** A draft of about so many characters: of three sentences one is the library's, one is the library's with two wrong letters, one is new. */
function sentencesOfDraft(corpus: Corpus, planted: readonly { kind: Kind; words: string }[], characters: number): string[] {
  const next = chance(17), sentences: string[] = [];
  const exact = planted.filter(({ kind }) => kind === 'exact'), wrong = planted.filter(({ kind }) => kind === '2 edits');
  for (let n = 0, i = 0; n < characters; i++) {
    const sentence = i % 3 === 0 ? exact[i % exact.length]?.words : i % 3 === 1 ? wrong[i % wrong.length]?.words : corpus.sentence(next);
    sentences.push(sentence ?? '');
    n += sentence?.length ?? 0;
  }
  return sentences;
}

export interface FinderOptions {
  /** Quotations of each kind. */
  readonly count: number;
  /** For how many of each kind the truth is found by exhaustive search. */
  readonly truths: number;
  /** For how many of each kind the peer is asked. */
  readonly peers: number;
}

export interface FinderMeasures {
  readonly rows: readonly Row[];
  /** What making the peer's index of windows took, in ms; null where the peer is not installed. */
  readonly ftsBuilt: number | null;
}

export function finderRows(corpus: Corpus, index: SearchIndex, { count, truths, peers }: FinderOptions, megabytes: number): FinderMeasures {
  const finder = createFinder(index);
  const planted = plant(corpus.sources, count);
  const folded = planted.map(({ words }) => unitsOf(foldText(words)));
  const next = chance(99);
  const strangers = Array.from({ length: 200 }, () => unitsOf(foldText(corpus.sentence(next))));
  // The engine warms itself with questions after loading, and so does the bench.
  for (let turn = 0; turn < 3; turn++) for (const units of [...folded, ...strangers]) ask(finder, units);

  const recall = new Map<Kind, [number, number]>(KINDS.map((kind) => [kind, [0, 0]]));
  const copies: [number, number] = [0, 0];
  planted.forEach(({ kind }, i) => {
    if (i % count >= truths) return;
    const units = folded[i] as Uint16Array, truth = exhaustiveDistance(index, units), near = truth <= nearLimit(units.length);
    if (!near && kind !== 'dropped clause') return;
    const counts = recall.get(kind) as [number, number];
    counts[1]++;
    if (near ? ask(finder, units) === truth : foundShortened(finder, units)) counts[0]++;
  });
  for (const units of strangers.slice(0, truths * 3)) {
    const truth = exhaustiveDistance(index, units), limit = nearLimit(units.length), own = ask(finder, units);
    if (own > limit && truth > limit) continue;
    copies[1]++;
    if (own === truth) copies[0]++;
  }
  const all = [...recall.values()].reduce<[number, number]>((sum, [found, of]) => [sum[0] + found, sum[1] + of], [0, 0]);

  const spans = folded.map((units) => settled(() => ask(finder, units)));
  const unrelated = strangers.map((units) => settled(() => ask(finder, units)));
  const draft = sentencesOfDraft(corpus, planted, 10_000).map((words) => unitsOf(foldText(words)));
  const drafts = Array.from({ length: 5 }, () => timed(() => { for (const units of draft) ask(finder, units); }));
  const edits = planted.filter(({ kind }) => kind === '1 edit' || kind === '3 edits').map(({ words }) => {
    const [quoted] = parseDraft({ text: `会议指出：“${words}”`, language: 'plaintext' }).quoted;
    return settled(() => judge(finder, quoted as QuotedWords));
  });

  const half = (values: readonly number[]) => quantile(values, 0.5), p95 = (values: readonly number[]) => ms(quantile(values, 0.95));
  const peer = peerAnswers(corpus, planted.filter((_, i) => i % count < peers).map(({ words }) => foldText(words)));
  const peerHalf = peer ? half(peer.times) : Number.NaN, ofPeer = peer ? ms(peerHalf) : 'not installed';
  const limit = megabytes >= 100 ? 80 : megabytes >= 10 ? 50 : 10;
  const rows = [
    row('finder: recall, all kinds', '≥ 99.5 %', share(all), null, peer ? share(peer.found) : 'not installed'),
    ...KINDS.map((kind) => row(`finder: ${kind}`, kind === 'exact' || kind === '5-9 verbatim' ? '100 %' : '≥ 98 %', share(recall.get(kind) as [number, number]))),
    row('finder: near copies of new sentences', 'as exhaustive', share(copies)),
    row('finder: a planted span, p50', megabytes >= 100 ? '≤ 1/100 of peer' : megabytes >= 10 ? '≤ 1/50 of peer' : '≤ 0.1 ms', ms(half(spans)), half(spans), ofPeer, times(peerHalf / half(spans))),
    row('finder: a planted span, p95', '≤ 1 ms', p95(spans), quantile(spans, 0.95), peer ? p95(peer.times) : ''),
    row('finder: a new sentence, p50', '', ms(half(unrelated)), half(unrelated)),
    row('finder: a new sentence, p95', '≤ 1 ms', p95(unrelated), quantile(unrelated, 0.95)),
    row('finder: draft of 10,000 characters', `≤ ${limit} ms`, `${ms(half(drafts))}, ${draft.length} sentences`, half(drafts), peer ? ms(peer.mean * draft.length) : '', peer ? times((peer.mean * draft.length) / half(drafts)) : ''),
    row('finder: one edited quotation judged, p95', '≤ 2 ms', p95(edits), quantile(edits, 0.95)),
  ];
  return { rows, ftsBuilt: peer?.built ?? null };
}

/** What SQLite over windows with approx-string-match takes, and how often it finds anything within a quarter of the length. */
function peerAnswers(corpus: Corpus, spans: readonly string[]): { times: number[]; mean: number; found: [number, number]; built: number } | null {
  const database = openSqlite();
  if (!database) return null;
  const from = clock();
  const nearest = sqliteQuotations(database, corpus.sources.map(({ paragraphs }) => foldText(paragraphs.map(({ text }) => text).join('\n'))));
  const built = clock() - from;
  for (const span of spans.slice(0, 12)) nearest(span);
  const found: [number, number] = [0, spans.length];
  const took = spans.map((span) => timed(() => { if (Number.isFinite(nearest(span))) found[0]++; }));
  database.close();
  return { times: took, mean: took.reduce((a, b) => a + b, 0) / took.length, found, built };
}
