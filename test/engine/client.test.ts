/** The engine process as its client sees it, with a real fork. */
import assert from 'node:assert/strict';
import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { EngineClient, EngineProblem } from '../../src/engine/client';
import { openLibrary } from '../../src/engine/open';
import type { LibraryStatus } from '../../src/engine/protocol';
import { DEADLINE, cleanUp, clientFor, dist, eventOf, refusal, seeds, temporaryFolder, until } from './support';

const draft = { text: '习近平总书记指出：“科技创新是国际竞争的主战场。”2022年经费投入30782.9亿元。\n', language: 'markdown' } as const;
const bare = { style: 'bare', language: 'markdown' } as const;

function pidOf(client: EngineClient): number {
  assert.ok(client.pid, 'the engine runs');
  return client.pid;
}

describe('engine', function () {
  this.timeout(120_000);
  afterEach(cleanUp);

  it('gives the same answers as the same service in this process', async () => {
    // The same segmenter in both: which dictionary nodejieba finds depends on where the bundle lies.
    const client = clientFor({ engine: { folders: [seeds], segmenter: 'intl' } });
    const { service } = await openLibrary({ folders: [seeds], segmenter: 'intl' });
    const [file] = service.sources();
    assert.ok(file);
    const plain = (value: unknown) => structuredClone(value);
    assert.deepEqual(await client.request('sources', []), plain(service.sources()));
    assert.deepEqual(await client.request('text', [file.file]), plain(service.text(file.file)));
    assert.deepEqual(await client.request('readable', [file.file, 'en']), plain(service.readable(file.file, 'en')));
    assert.deepEqual(await client.request('quotes', []), plain(service.quotes()));
    assert.deepEqual(await client.request('terms', []), plain(service.terms()));
    assert.deepEqual(await client.request('figures', []), plain(service.figures()));
    assert.deepEqual(await client.request('images', []), plain(service.images()));
    assert.deepEqual(await client.request('search', ['国际科技合作', 5]), plain(service.search('国际科技合作', 5)));
    assert.deepEqual(await client.request('complete', ['kjcx', 5, bare]), plain(service.complete('kjcx', 5, bare)));
    assert.deepEqual(await client.request('check', [draft, { locale: 'en' }]), plain(service.check(draft, { locale: 'en' })));
    assert.deepEqual(await client.request('hover', [draft, 12, 'en']), plain(service.hover(draft, 12, 'en')));
    assert.deepEqual(await client.request('passages', [draft, 12, 5]), plain(service.passages(draft, 12, 5)));
    const query = { search: '', from: 0, count: 50 };
    const list = await client.request('figureList', [query]);
    assert.deepEqual(list, plain(service.figureList(query)));
    const [row] = list.rows;
    assert.ok(row);
    assert.deepEqual(await client.request('figureGroup', [row.id]), plain(service.figureGroup(row.id)));
  });

  it('is not started before the first request', async () => {
    const client = clientFor();
    assert.equal(client.pid, null);
    await client.request('pick', ['', 1]);
    assert.notEqual(client.pid, null);
  });

  it('rejects what waits when it is killed, and answers again', async () => {
    const client = clientFor();
    await client.request('sources', []);
    const first = pidOf(client);
    process.kill(first, 'SIGSTOP');
    const asked = refusal(client.request('check', [draft, { locale: 'en' }]));
    const queued = refusal(client.request('search', ['科技', 3]));
    process.kill(first, 'SIGKILL');
    assert.equal(await asked, 'exited');
    assert.equal(await queued, 'exited');
    assert.ok((await client.request('sources', [])).length > 0);
    assert.notEqual(pidOf(client), first);
  });

  it('rejects at once what cannot be sent, and answers what follows', async () => {
    const client = clientFor();
    await client.request('sources', []);
    const unsendable = Object.assign(() => undefined, {}) as unknown as string;
    assert.equal(await refusal(client.request('search', [unsendable, 3])), 'failed');
    assert.ok((await client.request('search', ['科技', 3])).length > 0);
  });

  it('ends a request that hangs at its deadline and starts again', async () => {
    // Long enough for a slow machine to answer the first request, which waits for the library.
    const client = clientFor({ deadline: 8000 });
    await client.request('sources', []);
    process.kill(pidOf(client), 'SIGSTOP');
    assert.equal(await refusal(client.request('pick', ['科技', 3])), 'timeout');
    await eventOf<LibraryStatus>(client, 'library');
    assert.ok((await client.request('pick', ['科技', 3])).length > 0);
  });

  it('lets a newer request take the place of an older one that waits, for the same document only', async () => {
    const client = clientFor();
    await client.request('sources', []);
    const running = client.request('check', [draft, { locale: 'en' }], { document: 'a' });
    const older = refusal(client.request('check', [draft, { locale: 'en' }], { document: 'a' }));
    const other = client.request('check', [draft, { locale: 'en' }], { document: 'b' });
    const newer = client.request('check', [draft, { locale: 'en' }], { document: 'a' });
    assert.equal(await older, 'superseded');
    await Promise.all([running, other, newer]);
  });

  it('answers typing before checking', async () => {
    const client = clientFor();
    await client.request('sources', []);
    const order: string[] = [];
    const note = (name: string) => () => { order.push(name); };
    await Promise.all([
      client.request('sources', []).then(note('running')),
      client.request('check', [draft, { locale: 'en' }]).then(note('check')),
      client.request('pick', ['科', 1]).then(note('pick')),
    ]);
    assert.deepEqual(order, ['running', 'pick', 'check']);
  });

  it('cancels', async () => {
    const client = clientFor();
    const abort = new AbortController();
    const request = refusal(client.request('sources', [], { signal: abort.signal }));
    abort.abort();
    assert.equal(await request, 'cancelled');
    assert.equal(await refusal(client.request('sources', [], { signal: abort.signal })), 'cancelled');
  });

  it('fails a request that breaks, and only that one', async () => {
    const client = clientFor();
    assert.equal(await refusal(client.request('search', [null as never, 5])), 'failed');
    assert.ok((await client.request('sources', [])).length > 0);
  });

  it('gives up after four crashes within three minutes, and says so once', async () => {
    const folder = temporaryFolder({ 'broken.js': 'process.exit(3)' });
    const client = clientFor({ entry: path.join(folder, 'broken.js') });
    const problems: EngineProblem[] = [];
    client.on('problem', (problem) => problems.push(problem));
    const gaveUp = eventOf<EngineProblem>(client, 'problem');
    assert.equal(await refusal(client.request('sources', [])), 'exited');
    assert.equal((await gaveUp).code, 'gave-up');
    assert.equal(await refusal(client.request('sources', [])), 'gave-up');
    assert.deepEqual(problems.map(({ code }) => code), ['gave-up']);
  });

  it('refuses after it has been closed, and leaves no process', async () => {
    const client = clientFor();
    await client.request('sources', []);
    const pid = pidOf(client);
    const waiting = refusal(client.request('sources', []));
    client.dispose();
    assert.equal(await waiting, 'disposed');
    assert.equal(await refusal(client.request('sources', [])), 'disposed');
    const gone = () => { try { process.kill(pid, 0); return false; } catch { return true; } };
    for (const until = Date.now() + DEADLINE; !gone() && Date.now() < until;) await new Promise((resolve) => setTimeout(resolve, 20));
    assert.ok(gone());
  });

  it('reads other folders when it is told to', async () => {
    const folder = temporaryFolder({ 'a.txt': '这是唯一的一篇文章，讲的是开放合作。' });
    const client = clientFor();
    assert.ok((await client.request('sources', [])).length > 1);
    const told: LibraryStatus[] = [];
    client.on('library', (status) => told.push(status));
    client.open({ folders: [folder, path.join(folder, 'gone')] });
    // Until the others have been read the folders before are served, and what was still to be told of them may come first.
    const status = await until(() => told.at(-1), (last) => last?.sources === 1);
    assert.deepEqual(status?.problems.map(({ code }) => code), ['missing-folder']);
    assert.deepEqual((await client.request('sources', [])).map(({ file }) => file), ['a.txt']);
    assert.equal(await client.request('sourcePath', ['a.txt']), path.join(folder, 'a.txt'));
    assert.equal(await client.request('sourcePath', ['toString']), null);
  });
});

describe('engine without nodejieba', function () {
  this.timeout(120_000);
  afterEach(cleanUp);

  const wasm = 'jieba_rs_wasm_bg.wasm';

  it('goes on with jieba-wasm when a dictionary is missing', async () => {
    const client = clientFor({ engine: { folders: [seeds], dictionaries: temporaryFolder() } });
    const told = eventOf<{ segmenter: string; note: string }>(client, 'segmenter');
    const problem = eventOf<EngineProblem>(client, 'problem');
    assert.ok((await client.request('terms', [])).length > 0);
    const { segmenter, note } = await told;
    assert.equal(segmenter, 'jieba-wasm');
    assert.match(note, /dictionary jieba\.dict\.utf8 is missing/);
    assert.equal((await problem).code, 'segmenter-fallback');
  });

  it('goes on with jieba-wasm when there is no binary, with Intl.Segmenter when there is neither', async () => {
    for (const [withWasm, expected] of [[true, 'jieba-wasm'], [false, 'intl']] as const) {
      const folder = temporaryFolder();
      for (const bundle of ['engine.js', 'indexer.js', 'pinyin.js']) copyFileSync(path.join(dist, bundle), path.join(folder, bundle));
      if (withWasm) copyFileSync(path.join(dist, wasm), path.join(folder, wasm));
      const client = clientFor({ entry: path.join(folder, 'engine.js') });
      const told = eventOf<{ segmenter: string }>(client, 'segmenter');
      assert.ok((await client.request('terms', [])).length > 0, 'terms are found');
      assert.ok((await client.request('quotes', [])).length > 0, 'quotations are found');
      assert.equal((await told).segmenter, expected);
    }
  });

  it('answers all the same when nodejieba brings the indexing process down, and says so once', async () => {
    const folder = temporaryFolder();
    for (const bundle of ['engine.js', 'indexer.js', 'pinyin.js']) copyFileSync(path.join(dist, bundle), path.join(folder, bundle));
    copyFileSync(path.join(dist, wasm), path.join(folder, wasm));
    mkdirSync(path.join(folder, 'node_modules', 'nodejieba'), { recursive: true });
    writeFileSync(path.join(folder, 'node_modules', 'nodejieba', 'index.js'), 'process.kill(process.pid, "SIGABRT"); while (true);');
    const client = clientFor({ entry: path.join(folder, 'engine.js') });
    const problems: EngineProblem[] = [];
    client.on('problem', (problem) => problems.push(problem));
    assert.ok((await client.request('terms', [])).length > 0);
    const pid = pidOf(client);
    assert.ok((await client.request('quotes', [])).length > 0);
    assert.equal(pidOf(client), pid);
    assert.deepEqual(problems.map(({ code }) => code), ['segmenter-fallback']);
  });

  it('finds the same quotations and figures with every segmenter', async () => {
    const answers = [];
    for (const segmenter of ['nodejieba', 'jieba-wasm', 'intl'] as const) {
      const { service } = await openLibrary({ folders: [seeds], segmenter });
      answers.push(JSON.stringify([service.quotes(), service.figures(), service.check(draft, { locale: 'en' }).quotations]));
    }
    assert.equal(answers[1], answers[0]);
    assert.equal(answers[2], answers[0]);
  });
});
