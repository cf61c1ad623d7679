/**
 * The saved index at sizes, with real files and the real processes: first indexing, start, one changed file, memory. The files are
 * those of the corpus; every sixth paragraph is said by someone, every fifth ends with a figure, so that there is something to take out.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { createService } from '../../../src/core/createService';
import { EngineClient } from '../../../src/engine/client';
import { inOrder } from '../../../src/engine/indexing/order';
import { INDEX_VERSION } from '../../../src/engine/indexing/version';
import { servedLibrary } from '../../../src/engine/served';
import { storeFolder } from '../../../src/engine/store/place';
import { readStore } from '../../../src/engine/store/store';
import { root } from '../../root';
import { quantile } from '../material';
import type { Corpus } from './corpus';
import { ms, row, times, type Row } from './rows';

/** Milliseconds after which an engine that is not asked has come to rest. */
const RESTED = 5000;

const SPEAKERS = ['张明', '李华', '王建国', '陈晓东', '刘志强'];

/** Writes the documents as files, 200 a folder. Returns the folder, and the bytes written. */
function writeFiles({ sources }: Corpus): { readonly folder: string; readonly bytes: number } {
  const folder = mkdtempSync(path.join(tmpdir(), 'yinju-bench-'));
  let bytes = 0;
  sources.forEach(({ file, raw }, number) => {
    const below = path.join(folder, String(Math.floor(number / 200)));
    if (number % 200 === 0) mkdirSync(below);
    const text = raw.split('\n').map((line, i) => {
      if (i === 0) return line;
      const said = (number + i) % 6 === 0 ? `${SPEAKERS[(number + i) % SPEAKERS.length] as string}在会议上指出：“${line}”` : line;
      return (number + i) % 5 === 0 ? `${said}${2000 + ((number + i) % 25)}年，有关投入达到${((number * 31 + i * 7) % 900) + 100}.${i % 10}亿元。` : said;
    }).join('\n\n');
    bytes += Buffer.byteLength(text);
    writeFileSync(path.join(below, file), text);
  });
  return { folder, bytes };
}

/** Resident memory in MB of a process; null where the system does not tell. */
function memoryOf(pid: number): number | null {
  try {
    return Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' })) / 1024;
  } catch {
    return null;
  }
}

/** The indexing process of an engine, by its parent; null where it has ended or the system does not tell. */
function childOf(pid: number): number | null {
  try {
    return Number(execFileSync('pgrep', ['-P', String(pid)], { encoding: 'utf8' }).trim().split('\n')[0]) || null;
  } catch {
    return null;
  }
}

const clientOf = (folder: string, storage: string | null): EngineClient => new EngineClient({ entry: path.join(root, 'dist', 'engine.js'), engine: { folders: [folder], storage } });
const said = (client: EngineClient, pattern: RegExp) => new Promise<void>((resolve) => { client.on('log', (_, message) => { if (pattern.test(message)) resolve(); }); });

/** The most memory in MB that a process has had at a time; null where the system does not tell. */
function peakOf(pid: number): number | null {
  try {
    const kilobytes = /VmHWM:\s*(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return kilobytes ? Number(kilobytes) / 1024 : null;
  } catch {
    return null;
  }
}

/** First indexing, until all can be searched; then until terms are there. How long this process, in the place of the extension host, was kept at a time. */
async function first(folder: string, storage: string): Promise<{ took: number; terms: number; indexer: number | null; delay: number }> {
  const delay = monitorEventLoopDelay({ resolution: 5 });
  const client = clientOf(folder, storage);
  const terms = said(client, /^terms: made/), looked = new Promise<void>((resolve) => { client.once('looked', () => resolve()); });
  // As the Library view asks for its first page, whenever there is more.
  client.on('library', () => { client.request('sourceList', [{ filter: '', locale: 'zh-cn', folder: null, from: 0, count: 300 }]).catch(() => undefined); });
  const from = performance.now();
  client.start();
  delay.enable();
  await looked;
  await client.request('search', ['国际科技合作', 5]);
  const took = performance.now() - from;
  delay.disable();
  await terms;
  const all = performance.now() - from;
  const child = client.pid === null ? null : childOf(client.pid);
  const indexer = child === null ? null : peakOf(child);
  client.dispose();
  return { took, terms: all, indexer, delay: delay.max / 1e6 - 5 };
}

/** From the start of the engine process to its first answer. */
async function start(folder: string, storage: string): Promise<number> {
  const from = performance.now();
  const client = clientOf(folder, storage);
  await client.request('search', ['国际科技合作', 5]);
  const took = performance.now() - from;
  client.dispose();
  return took;
}

/** Opening the saved index and one search, in this process; and only reading the bytes that it reads. */
function open(folder: string, storage: string): { opened: number; read: number } {
  const store = storeFolder(storage, [folder]);
  const from = performance.now();
  const saved = readStore(store, INDEX_VERSION);
  if (!saved) throw new Error('the saved index cannot be read');
  const served = servedLibrary((_, error) => { throw error; });
  served.add([...saved.documents.values()], saved.pack);
  served.segments(saved.segments, saved.pack);
  served.arrange(inOrder(saved.documents.values(), [folder]).map(({ id }) => id));
  createService(served.library()).search('国际科技合作', 5);
  const opened = performance.now() - from;
  const places = saved.segments.flatMap(({ arrays }) => Object.values(arrays));
  saved.pack.close();
  const again = performance.now();
  readFileSync(path.join(store, `${saved.generation}.log`));
  const pack = readFileSync(path.join(store, `${saved.generation}.pack`));
  // Of the pack only the segments are read: as large a share of the time.
  const took = (performance.now() - again) * (places.reduce((sum, { length }) => sum + length, 0) / pack.length);
  return { opened, read: took };
}

/** Changed files, from the save to the moment in which the engine answers from the new text. */
async function changes(client: EngineClient, folder: string, turns: number): Promise<number[]> {
  const took: number[] = [];
  for (let turn = 0; turn < turns; turn++) {
    const words = `第${turn}次改动的文字与众不同，写的是${'甲乙丙丁戊己庚辛壬癸'[turn % 10] as string}${turn}号事项。`;
    const text = `改动的文件\n\n${words}\n\n${'各国要坚持开放合作，推动科技成果惠及全人类。'.repeat(220)}`;
    const from = performance.now();
    writeFileSync(path.join(folder, '0', '0.txt'), text);
    while (!(await client.request('search', [words, 1]))[0]?.text.includes(words.slice(0, 12))) await new Promise((resolve) => { setTimeout(resolve, 5); });
    took.push(performance.now() - from);
    await new Promise((resolve) => { setTimeout(resolve, 300); });
  }
  return took;
}

export async function storeRows(corpus: Corpus, megabytes: number): Promise<Row[]> {
  const { folder, bytes } = writeFiles(corpus);
  const storage = mkdtempSync(path.join(tmpdir(), 'yinju-bench-index-'));
  try {
    const made = await first(folder, storage);
    const starts: number[] = [], opens: { opened: number; read: number }[] = [];
    for (let turn = 0; turn < 5; turn++) starts.push(await start(folder, storage));
    for (let turn = 0; turn < 5; turn++) opens.push(open(folder, storage));
    const client = clientOf(folder, storage);
    const warm = said(client, /^picker: /);
    client.start();
    await warm;
    await client.request('check', [{ text: '张明指出：“各国要坚持开放合作。”2022年，有关投入达到300亿元。', language: 'markdown' }, { locale: 'en' }]);
    const warmed = client.pid === null ? null : memoryOf(client.pid);
    // Some seconds after the last request the engine lets go of what that has left behind.
    await new Promise((resolve) => { setTimeout(resolve, RESTED); });
    const engine = client.pid === null ? null : memoryOf(client.pid);
    const changed = await changes(client, folder, 5);
    client.dispose();
    const bare = Number(spawnSync(process.execPath, ['-p', 'process.memoryUsage().rss'], { encoding: 'utf8' }).stdout) / 1024 / 1024;
    const share = (resident: number): string => (((resident - bare) * 1024 * 1024) / bytes).toFixed(1);
    const opened = quantile(opens.map((one) => one.opened), 0.5), read = quantile(opens.map((one) => one.read), 0.5), started = quantile(starts, 0.5);
    return [
      row('first indexing of the files', '', ms(made.took), made.took, '', `${(corpus.sources.length / (made.took / 1000)).toFixed(0)} files/s`),
      row('first indexing: terms are there after', '', ms(made.terms), made.terms),
      row('first indexing: longest time the asking process was kept', '≤ 50 ms', ms(made.delay), made.delay),
      row('first indexing: memory of the indexing process', '', made.indexer === null ? 'not told' : `${made.indexer.toFixed(0)} MB`, made.indexer),
      row('start from the saved index to the first answer', '≤ 1/5 of peer', ms(started), started, `first indexing ${ms(made.took)}`, times(made.took / started)),
      row('opening the saved index and one search', '≤ 3× peer', ms(opened), opened, `reading the bytes ${ms(read)}`, times(opened / read)),
      row('one changed file, from the save to the answer', '≤ 2000 ms', `${ms(quantile(changed, 0.5))} (${ms(Math.max(...changed))})`, quantile(changed, 0.5)),
      row('memory of the engine at rest over a bare Node: bytes a byte', megabytes >= 100 ? '≤ 4.2' : '', engine === null ? 'not told' : `${share(engine)} (${engine.toFixed(0)} MB)`, engine, warmed === null ? '' : `right after a check ${share(warmed)}`),
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
    rmSync(storage, { recursive: true, force: true });
  }
}
