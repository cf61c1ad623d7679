/**
 * `npm run generate -- [--library DIR …] [--seeds N] [--count N] [--misses] [--short]`: corrupts the quotations of any library in all
 * the ways that writers do, checks each draft, and prints how much was found, how exactly, and what was flagged wrongly.
 */
import { parseArgs } from 'node:util';
import * as path from 'node:path';
import { buildLibrary } from '../../src/core/library/buildLibrary';
import { readFolders } from '../../src/engine/files';
import { loadSegmenter } from '../../src/engine/jieba';
import { root } from '../root';
import { casesOf } from './cases';
import { mirrorOf } from './editions';
import { measure, sumOf, tableOf, type Row } from './measure';
import { randomOf } from './random';
import { USUAL } from './truths';

const { values } = parseArgs({
  options: { library: { type: 'string', multiple: true }, seeds: { type: 'string', default: '3' }, count: { type: 'string', default: '40' }, misses: { type: 'boolean', default: false }, only: { type: 'string' }, short: { type: 'boolean', default: false } },
});

async function main(): Promise<void> {
  const { files } = await readFolders(values.library ?? [path.join(root, 'seeds')]);
  const { tokenizer } = loadSegmenter('jieba-wasm', null);
  const all: Row[][] = [];
  const began = Date.now();
  let checked = 0;
  for (let seed = 1; seed <= Number(values.seeds); seed++) {
    const random = randomOf(seed);
    const copied = files.find((file) => file.text.length > 2000);
    const library = buildLibrary(copied ? [...files, mirrorOf(copied, random)] : files, tokenizer);
    const cases = casesOf(library, seed, Number(values.count), values.short ? { least: 6, most: 11 } : USUAL).filter((c) => !values.only || c.name.includes(values.only));
    checked += cases.length;
    const { rows, misses } = measure(library, cases);
    all.push([...rows]);
    if (values.misses) for (const miss of misses) console.error(miss);
  }
  const rows = sumOf(all);
  console.log(tableOf(rows));
  const corruptions = rows.filter((r) => r.mendable > 0), controls = rows.filter((r) => r.verdict > 0 && r.mendable === 0 && !r.name.startsWith('C'));
  const share = (list: readonly Row[], key: 'recall' | 'exact' | 'verdict'): string => (list.reduce((n, r) => n + r[key], 0) / Math.max(1, list.reduce((n, r) => n + r.cases, 0))).toFixed(4);
  console.log(`\n${checked} drafts of ${values.seeds} seeds in ${((Date.now() - began) / 1000).toFixed(1)} s`);
  console.log(`corruptions: verdict ${share(corruptions, 'verdict')}, recall ${share(corruptions, 'recall')}, exact ${share(corruptions, 'exact')}`);
  console.log(`controls: verdict ${share(controls, 'verdict')}, silent ${share(controls, 'recall')}`);
}

void main();
