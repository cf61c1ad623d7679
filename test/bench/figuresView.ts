/** The Figures view on a large library: what opening, searching, filtering and unfolding cost, on figures made of the library's own. */
import { indicatorsOf } from '../../src/core/features/figures/indicators';
import { groupOf } from '../../src/core/features/figures/groups';
import { indicatorHover } from '../../src/core/features/figures/hover';
import { figureList } from '../../src/core/features/figures/list';
import type { Figure, Library } from '../../src/core/library/types';
import { quantile } from './material';
import { chance, termsLike } from './writing';

const FIGURES = 50_000, SOURCES = 2_000, VALUES = 4;

/** The library's figures over and over with other names, sources and years; every indicator has four values. */
function manyFigures(library: Library, texts: readonly string[]): Pick<Library, 'figures' | 'sources'> {
  const next = chance(11);
  const names = termsLike(texts, Math.ceil(FIGURES / VALUES), next);
  const [source] = library.sources;
  const sources = Array.from({ length: SOURCES }, (_, i) => ({ ...source, file: `${i}.txt`, title: `${names[i] as string}年报` })) as unknown as Library['sources'];
  const figures = Array.from({ length: FIGURES }, (_, i): Figure => {
    const like = library.figures[i % library.figures.length] as Figure, group = Math.floor(i / VALUES);
    return { ...like, id: `f${i}`, file: `${(i * 7) % SOURCES}.txt`, metric: `${names[group] as string}数量`, period: String(2000 + ((i + group) % 25)), change: null, comparable: `f${group * VALUES}` };
  });
  return { figures, sources };
}

/** The table as lines of text; times in ms. */
export function figuresViewTable(library: Library, texts: readonly string[]): string {
  const large = manyFigures(library, texts);
  const timed = (times: number, run: (turn: number) => unknown): number[] => Array.from({ length: times }, (_, turn) => {
    const from = performance.now();
    run(turn);
    return performance.now() - from;
  });
  const list = (query: object) => figureList(large, { search: '', from: 0, count: 100, ...query });
  const opened = timed(1, () => list({}));
  const { all } = indicatorsOf(large);
  const word = (turn: number): string => (all[(turn * 31) % all.length]?.name ?? '').slice(0, 1 + (turn % 4));
  const draft = { text: Array.from({ length: 200 }, (_, i) => `本年${all[i * 3]?.name ?? ''}继续增加。`).join(''), language: 'plaintext' as const };
  indicatorHover(large, draft, 5);
  const rows: [string, number[]][] = [
    ['opened for the first time', opened],
    ['opened again', timed(20, () => list({}))],
    ['one key of a search', timed(60, (turn) => list({ search: word(turn) }))],
    ['one filter', timed(40, (turn) => list({ year: String(2000 + (turn % 25)) }))],
    ['two filters and a search', timed(40, (turn) => list({ year: '2012', source: `${turn}.txt`, search: '数' }))],
    ['one indicator unfolded', timed(60, (turn) => groupOf(large, all[(turn * 17) % all.length]?.id ?? ''))],
    ['hover of an indicator’s name', timed(60, (turn) => indicatorHover(large, draft, (turn * 37) % draft.text.length))],
  ];
  const cells = rows.map(([what, values]) => [what, `${quantile(values, 0.5).toFixed(2)} (${quantile(values, 0.95).toFixed(2)})`] as const);
  const width = Math.max(...cells.map(([what]) => what.length));
  return [`ms, median (p95); ${FIGURES} figures, ${all.length} indicators, ${SOURCES} sources`, ...cells.map(([what, time]) => `${what.padEnd(width)}  ${time}`)].join('\n');
}
