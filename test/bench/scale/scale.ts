/**
 * The search structures at sizes: each size in a process of its own, which makes the library (see `corpus`), measures and hands
 * its rows back. A further group of rows is a file like `finderRows` and a line in `measure`.
 */
import { spawnSync } from 'node:child_process';
import { passagesOfSource } from '../../../src/core/search/searchIndex';
import { build, buildRows } from './buildRows';
import { makeCorpus } from './corpus';
import { finderRows } from './finderRows';
import { openSqlite } from './peers';
import { passageRows } from './passageRows';
import { storeRows } from './storeRows';
import { tableOf, type Row } from './rows';

/** What the process of one size is told. */
export const ONE_SIZE = '--one-size=';
/** Leaves out all but the saved index and the processes around it. */
export const FILES_ONLY = 'files';
/** Leaves out the saved index and the processes around it. */
export const STRUCTURES_ONLY = 'structures';
/** What is measured of a size; all where nothing is said. */
export type Only = typeof FILES_ONLY | typeof STRUCTURES_ONLY | null;
const ANSWER = 'rows: ';

/** Measures one size and prints its rows for the process that asked. */
export async function measure(megabytes: number, only: Only): Promise<void> {
  const say = (what: string): void => { console.error(`  ${megabytes} MB: ${what}`); };
  say('making the library');
  const corpus = makeCorpus(megabytes * 1e6);
  const large = megabytes > 30;
  if (only === FILES_ONLY) {
    say(`${corpus.sources.length} files: the saved index`);
    process.stdout.write(`${ANSWER}${JSON.stringify(await storeRows(corpus, megabytes))}\n`);
    return;
  }
  say(`${corpus.sources.length} documents; building the index`);
  const built = build(corpus, large ? 3 : 5);
  say('quotations, held against exhaustive search');
  const finder = finderRows(corpus, built.index, { count: 60, truths: large ? 12 : 60, peers: large ? 4 : 15 }, megabytes);
  say('passages');
  const texts = corpus.sources.flatMap((source) => passagesOfSource(built.index, source).map(({ text }) => text));
  const passages = passageRows(corpus, built.index, texts, { own: 120, fts: large ? 15 : 60, flex: 120, mini: megabytes <= 1 ? 60 : large ? 0 : 4, fuse: megabytes <= 1 ? 3 : 0 }, megabytes);
  const rows: Row[] = [...finder.rows, ...passages.rows, ...buildRows(corpus, built, passages, finder.ftsBuilt, megabytes)];
  if (only !== STRUCTURES_ONLY) {
    say('the saved index, with files');
    rows.push(...await storeRows(corpus, megabytes));
  }
  process.stdout.write(`${ANSWER}${JSON.stringify(rows)}\n`);
}

/** The table of several sizes, in MB. */
export function scaleTable(sizes: readonly number[], only: Only): string {
  const measured = sizes.map((megabytes) => {
    const { stdout, status } = spawnSync(process.execPath, ['--expose-gc', '--max-old-space-size=12000', process.argv[1] as string, `${ONE_SIZE}${megabytes}`, ...(only ? [only] : [])], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'], maxBuffer: 1e8 });
    const line = stdout.split('\n').find((each) => each.startsWith(ANSWER));
    if (!line) throw new Error(`measuring ${megabytes} MB ended with ${status ?? 'a signal'}`);
    return { megabytes, rows: JSON.parse(line.slice(ANSWER.length)) as Row[] };
  });
  const missing = openSqlite() ? '' : '\nSQLite could not be installed here (test/bench/peers): its columns are missing.\n';
  return `${tableOf(measured)}\n${missing}`;
}
