/** What figures cost at sizes: reading them out of texts, grouping them, and judging a draft's figure against all of them. */
import { draftFigures } from '../../src/core/check/figures/draftFigures';
import { judgeFigure } from '../../src/core/check/figures/judgeFigure';
import { checkFigures, figureIndexOf } from '../../src/core/check/rules/figure';
import { groupComparable } from '../../src/core/extract/figures/comparable';
import { extractFigures } from '../../src/core/extract/figures/extractFigures';
import { figureHover } from '../../src/core/features/figures/hover';
import type { Figure, Source } from '../../src/core/library/types';
import { draftAbout, figureSources, ordinarySources } from './figureLibraries';
import { quantile } from './material';

const SIZES = [1_000, 10_000, 100_000], SENTENCES = 200;

/** Processor time in ms: other work on the machine counts less than in the time of the clock. */
function spent(run: () => void): number {
  const from = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(from);
  return (user + system) / 1000;
}

const megabytes = (sources: readonly Source[]): number => sources.reduce((sum, { raw }) => sum + Buffer.byteLength(raw), 0) / 1e6;

/** One column of the table: a library of about so many figures. */
function measure(size: number): string[] {
  const sources = figureSources(size), bytes = megabytes(sources);
  let figures: Figure[] = [];
  const read = spent(() => { figures = sources.flatMap(extractFigures); });
  let grouped: Figure[] = [];
  const grouping = spent(() => { grouped = groupComparable(figures); });
  const index = spent(() => { figureIndexOf(grouped); });
  const text = draftAbout(sources, SENTENCES), draft = { text, language: 'markdown' as const };
  const all = draftFigures(draft), built = figureIndexOf(grouped);
  const judged = all.map((figure) => {
    const from = performance.now();
    judgeFigure(built, figure, all);
    return performance.now() - from;
  });
  const context = { figures: grouped, sources };
  figureHover(context, draft, all[0]?.start ?? 0);
  const hovered = all.slice(0, 200).map((figure, i) => {
    const from = performance.now();
    figureHover(context, { text: `${text}${' '.repeat(i)}`, language: 'markdown' }, figure.start);
    return performance.now() - from;
  });
  const edits = Array.from({ length: 20 }, (_, i) => spent(() => checkFigures(context, { text: text.replace('。', `${'改'.repeat(i)}。`), language: 'markdown' }, 'en')));
  const two = (value: number): string => (value < 10 ? value.toFixed(2) : value.toFixed(0));
  return [
    String(figures.length), `${(bytes / (read / 1000)).toFixed(2)} MB/s`, `${two(grouping)} ms`, `${two(index)} ms`, `${two(quantile(judged, 0.5))} (${two(quantile(judged, 0.95))}) ms`,
    `${two(quantile(hovered, 0.5))} (${two(quantile(hovered, 0.95))}) ms`, `${two(quantile(edits, 0.5))} (${two(quantile(edits, 0.95))}) ms`,
  ];
}

const ROWS = ['figures in the library', 'read out of dense text', 'grouped', 'index made', 'one figure of a draft judged, median (p95)', 'hover of a figure, the draft sent anew', `one edit of a draft with ${SENTENCES} such sentences`];

/** The table as lines of text. */
export function figuresTable(): string {
  // Everything once, so that the sizes do not differ by what is compiled first.
  measure(SIZES[0] as number);
  const columns = SIZES.map(measure);
  const ordinary = ordinarySources(20_000), plain = spent(() => { ordinary.forEach(extractFigures); });
  const width = Math.max(...ROWS.map((row) => row.length));
  const lines = ROWS.map((row, i) => `${row.padEnd(width)}  ${columns.map((column) => (column[i] as string).padStart(18)).join('')}`);
  return [...lines, `${'read out of ordinary text'.padEnd(width)}  ${`${(megabytes(ordinary) / (plain / 1000)).toFixed(2)} MB/s`.padStart(18)}`].join('\n');
}
