/**
 * `npm run bench`: what a writer waits for, each beside what Fuse.js takes for the same search, from one run. Times go through
 * the forked engine and back, as in the editor. Medians; p95 in brackets. Absolute figures depend on the machine, ratios hardly.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import * as path from 'node:path';
import Fuse from 'fuse.js';
import { EngineClient } from '../../src/engine/client';
import { openLibrary } from '../../src/engine/open';
import { pinyinKeys } from '../../src/core/search/pinyin';
import { root } from '../root';
import { figuresTable } from './figures';
import { figuresViewTable } from './figuresView';
import { fingertipsTable } from './fingertips';
import { allPassages, draftOf, quantile, queriesOf } from './material';
import { FILES_ONLY, measure, ONE_SIZE, scaleTable, STRUCTURES_ONLY } from './scale/scale';

const seeds = path.join(root, 'seeds');
const rows: [what: string, ours: string, fuse: string, ratio: string][] = [];
const ms = (value: number) => (value < 10 ? value.toFixed(2) : value.toFixed(0));
const spread = (values: readonly number[]) => `${ms(quantile(values, 0.5))} ms (${ms(quantile(values, 0.95))})`;

function row(what: string, ours: readonly number[], fuse: readonly number[] | null): void {
  const ratio = fuse ? quantile(fuse, 0.5) / quantile(ours, 0.5) : Number.NaN;
  rows.push([what, spread(ours), fuse ? spread(fuse) : '', fuse ? `${ratio < 10 ? ratio.toFixed(1) : ratio.toFixed(0)}×` : '']);
}

async function timed(times: number, run: (turn: number) => unknown): Promise<number[]> {
  const values: number[] = [];
  for (let i = 0; i < times; i++) {
    const from = performance.now();
    await run(i);
    values.push(performance.now() - from);
  }
  return values;
}

/** Resident memory of a process in MB; null where the system does not tell. */
function memoryOf(pid: number): number | null {
  try {
    return Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' })) / 1024;
  } catch {
    return null;
  }
}

/** Activation time as the suite in VS Code has measured it; runs that suite where it has not. */
function activation(): string {
  const file = path.join(root, 'out', 'activation.json');
  rmSync(file, { force: true });
  const { status } = spawnSync(process.execPath, ['scripts/test.mjs', 'vscode', 'activationTime'], { cwd: root, stdio: 'ignore', timeout: 180_000 });
  if (!existsSync(file)) return `not measured: no VS Code could be started (exit ${status ?? 'by time limit'})`;
  const { milliseconds, version } = JSON.parse(readFileSync(file, 'utf8')) as { milliseconds: number; version: string };
  return `${ms(milliseconds)} ms in VS Code ${version}`;
}

/** Edits of drafts in the real editor, as the suite in VS Code measures them: from the edit to its underline, the rest of 300 ms among it. */
function editTimes(): string[] {
  const file = path.join(root, 'out', 'editTime.json');
  rmSync(file, { force: true });
  spawnSync(process.execPath, ['scripts/test.mjs', 'vscode', 'editTime'], { cwd: root, stdio: 'ignore', timeout: 400_000, env: { ...process.env, YINJU_EDITS: '30' } });
  if (!existsSync(file)) return ['edits in the editor: not measured'];
  const measured = JSON.parse(readFileSync(file, 'utf8')) as Record<string, { characters: number; first: number; median: number; p95: number; hostDelay: { p95: number; max: number } }>;
  return Object.values(measured).map(({ characters, first, median, p95, hostDelay }) =>
    `draft of ${characters} characters in VS Code: opened and checked ${first} ms; an edit to its underline ${median} ms (${p95}); extension host held up ${ms(hostDelay.p95)} ms (p95), ${ms(hostDelay.max)} ms (most)`);
}

async function startOnce(): Promise<number> {
  const from = performance.now();
  const client = new EngineClient({ entry: path.join(root, 'dist', 'engine.js'), engine: { folders: [seeds] } });
  await client.request('search', ['国际科技合作', 5]);
  const took = performance.now() - from;
  client.dispose();
  return took;
}

/** Sizes in MB named on the command line; `scale` asks for the sizes alone. */
const named = process.argv.slice(2).map(Number).filter((size) => size > 0);
const sizes = named.length > 0 ? named : [1, 10];

async function main(): Promise<void> {
  const one = process.argv.find((argument) => argument.startsWith(ONE_SIZE));
  const only = ([FILES_ONLY, STRUCTURES_ONLY] as const).find((word) => process.argv.includes(word)) ?? null;
  if (one) { await measure(Number(one.slice(ONE_SIZE.length)), only); return; }
  if (!process.argv.includes('scale') && !only) await seedsTables();
  console.log(`\nMade libraries of ${sizes.join(', ')} MB of UTF-8 (test/bench/scale/corpus.ts says how). Node ${process.version}. Medians of three or more; peers once.\nTimes of searches and of building are processor time; those of processes and files are by the clock.\n`);
  console.log(scaleTable(sizes, only));
}

/** What the writer waits for with the bundled library. */
async function seedsTables(): Promise<void> {
  const activated = activation();
  const editLines = editTimes();
  const { service } = await openLibrary({ folders: [seeds] });
  const passages = allPassages(service.library);

  const starts = await timed(5, startOnce);
  const fuseStarts = await timed(5, async () => {
    // The same reading, then Fuse instead of our own index; without a process of its own.
    const again = await openLibrary({ folders: [seeds] });
    new Fuse(allPassages(again.service.library), { keys: ['text'], ignoreLocation: true }).search('国际科技合作', { limit: 5 });
  });
  row('engine start to first answer (Fuse: without a process)', starts, fuseStarts);

  const client = new EngineClient({ entry: path.join(root, 'dist', 'engine.js'), engine: { folders: [seeds] } });
  const warm = new Promise<void>((resolve) => { client.on('log', (_, message) => { if (message.startsWith('picker')) resolve(); }); });
  client.start();
  await warm;
  const text = draftOf(service, 10_000);
  const queries = queriesOf(text);
  const fuse = new Fuse(passages, { keys: ['text'], ignoreLocation: true, includeMatches: true });
  const check = (draft: string) => client.request('check', [{ text: draft, language: 'markdown' }, { locale: 'en' }]);

  const fuseQueries = await timed(Math.min(queries.length, 60), (i) => fuse.search(queries[i] as string, { limit: 5 }));
  const fuseMean = fuseQueries.reduce((sum, value) => sum + value, 0) / fuseQueries.length;
  // A blank line more each time: every check is one of a text not seen before, though its quotations may be known.
  const first = await timed(1, () => check(text));
  row(`check of ${text.length} characters, first time (Fuse: its ${queries.length} sentences)`, first, [fuseMean * queries.length]);
  const edits = await timed(40, (i) => check(`${text.slice(0, 5000)}${'改'.repeat(i % 7)}${text.slice(5000)}`));
  row('one edit of it, checked again (Fuse: one sentence)', edits, fuseQueries);
  const panel = await timed(60, (i) => {
    const sentence = queries[i % queries.length] as string;
    return client.request('passages', [{ text, language: 'markdown' }, text.indexOf(sentence) + 5, 5]);
  });
  row('panel: passages for a sentence', panel, fuseQueries);

  const { quotes, terms } = service.library;
  const words = [...quotes.map(({ insertable }) => insertable), ...terms.map(({ term }) => term)];
  const entries = words.map((word) => ({ word, full: pinyinKeys(word).full, initials: pinyinKeys(word).initials }));
  const picker = new Fuse(entries, { keys: ['word', 'full', 'initials'], ignoreLocation: true });
  const typed = ['科', '科技', '科技创', '科技创新', 'k', 'kj', 'kjc', 'kjcx', 'keji', 'kejichuang', '开放合作', '国际科技', 'gjkj', '共同', '命运共同体'];
  const keys = await timed(typed.length * 4, (i) => client.request('pick', [typed[i % typed.length] as string, 20]));
  row(`completion: one key, ${words.length} quotations and terms`, keys, await timed(typed.length * 4, (i) => picker.search(typed[i % typed.length] as string, { limit: 20 })));
  const inDraft = await timed(typed.length * 2, (i) => {
    const before = `${text}\n\n“${typed[i % typed.length] as string}`;
    return client.request('completeDraft', [{ text: before, language: 'markdown' }, before.length, 20, { style: 'quotation', language: 'markdown' }]);
  });
  row('completion in the draft, with the whole draft sent', inDraft, null);
  row('hover', await timed(40, (i) => client.request('hover', [{ text, language: 'markdown' }, (i * 241) % text.length, 'en'])), null);

  const engine = memoryOf(client.pid ?? 0);
  const bare = spawnSync(process.execPath, ['-e', 'process.stdout.write(String(process.memoryUsage.rss()))'], { encoding: 'utf8' });
  client.dispose();

  console.log(`\nLibrary: ${service.library.sources.length} sources, ${passages.length} passages, ${quotes.length} quotations, ${terms.length} terms. Node ${process.version}.\n`);
  console.log(`activation of the extension: ${activated}`);
  for (const line of editLines) console.log(line);
  console.log(`memory of the engine: ${engine === null ? 'not told by this system' : `${engine.toFixed(0)} MB`} with nodejieba; a bare Node: ${(Number(bare.stdout) / 1024 / 1024).toFixed(0)} MB\n`);
  const head: typeof rows[number] = ['median (p95)', 'Yinju', 'Fuse.js', 'Fuse / Yinju'];
  const widths = [0, 1, 2, 3].map((column) => Math.max(...[head, ...rows].map((cells) => cells[column]?.length ?? 0)));
  for (const cells of [head, ...rows]) console.log(cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ').trimEnd());
  const chinese = passages.map(({ text: words }) => words).filter((each) => /\p{Script=Han}/u.test(each));
  console.log(`\nThe Figures view, without the way to the engine:\n\n${figuresViewTable(service.library, chinese)}`);
  console.log(`\nFigures at sizes, without the way to the engine, in made libraries (test/bench/figureLibraries.ts says how); processor time:\n\n${figuresTable()}`);
  console.log(`\nWithout the way to the engine, on material made of the library's words:\n\n${fingertipsTable(chinese)}`);
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
