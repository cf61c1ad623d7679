/** The saved index, with real files and real processes: it is the same as the files, whatever happens to it and to those who write it. */
import assert from 'node:assert/strict';
import { fork, spawnSync, type ChildProcess } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, truncateSync, unlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { FromIndexer, ToIndexer } from '../../src/engine/indexing/messages';
import { INDEX_VERSION } from '../../src/engine/indexing/version';
import { openLibrary } from '../../src/engine/open';
import { openSaved } from '../../src/engine/saved';
import { storeFolder } from '../../src/engine/store/place';
import { readStore } from '../../src/engine/store/store';
import { cleared, indexer, keep, speech, speeches, whole } from './kept';
import { DEADLINE, agedFolder, clientFor, dist, seeds, temporaryFolder, until } from './support';

const all = ['groups', 'terms'] as const;
const saved = (folder: string, storage: string) => openSaved({ folders: [folder], storage, segmenter: 'intl', needs: all, unsaved: (reason) => assert.fail(reason) });

describe('a library from its saved index', function () {
  this.timeout(180_000);
  afterEach(cleared);

  it('answers as from its files', async () => {
    const storage = temporaryFolder();
    const { service: plain } = await openLibrary({ folders: [seeds], segmenter: 'intl' });
    const draft = { text: '习近平总书记指出：“科技创新是国际竞争的主战场。”2022年经费投入30782.9亿元。\n', language: 'markdown' } as const;
    for (const turn of ['made', 'read back']) {
      const opened = await saved(seeds, storage);
      assert.ok(opened, turn);
      const { service } = opened;
      assert.deepEqual(service.sources(), plain.sources(), turn);
      for (const { file } of plain.sources()) {
        assert.deepEqual(service.text(file), plain.text(file), turn);
        assert.deepEqual(service.readable(file, 'en'), plain.readable(file, 'en'), turn);
      }
      assert.deepEqual(service.quotes(), plain.quotes(), turn);
      assert.deepEqual(service.figures(), plain.figures(), turn);
      assert.deepEqual(service.terms(), plain.terms(), turn);
      assert.deepEqual(service.images(), plain.images(), turn);
      assert.deepEqual(service.search('国际科技合作', 20), plain.search('国际科技合作', 20), turn);
      assert.deepEqual(service.check(draft, { locale: 'en' }), plain.check(draft, { locale: 'en' }), turn);
      assert.deepEqual(service.pick('kj', 20), plain.pick('kj', 20), turn);
      opened.close();
    }
  });

  it('is made anew, or mended, whatever has happened to it', async () => {
    const folder = temporaryFolder(speeches(30)), storage = temporaryFolder(), store = storeFolder(storage, [folder]);
    const file = (ending: string) => path.join(store, readdirSync(store).find((name) => name.endsWith(ending)) as string);
    const flip = (name: string, at: number) => { const bytes = readFileSync(name); bytes[Math.floor(bytes.length * at)] = (bytes[Math.floor(bytes.length * at)] as number) ^ 0x10; writeFileSync(name, bytes); };
    const { service: plain } = await openLibrary({ folders: [folder], segmenter: 'intl' });
    const harms: Readonly<Record<string, () => void>> = {
      'nothing': () => undefined,
      'the pack is cut short': () => truncateSync(file('.pack'), statSync(file('.pack')).size >> 1),
      'the log is cut short': () => truncateSync(file('.log'), statSync(file('.log')).size - 7),
      'the log is empty': () => truncateSync(file('.log'), 0),
      'a bit of the log is another': () => flip(file('.log'), 0.5),
      'a bit of the pack is another': () => flip(file('.pack'), 0.02),
      'a bit near the end of the pack is another': () => flip(file('.pack'), 0.98),
      'it is of another version': () => writeFileSync(path.join(store, 'current'), 'yinju 0 g1\n'),
      'what names it is rubbish': () => writeFileSync(path.join(store, 'current'), Buffer.from([0, 1, 2, 255])),
      'the log is missing': () => unlinkSync(file('.log')),
      'the pack is missing': () => unlinkSync(file('.pack')),
    };
    for (const [what, harm] of Object.entries(harms)) {
      (await saved(folder, storage))?.close();
      harm();
      const { library, last, logs } = keep({ folders: [folder], store });
      await until(last, whole(30)).catch((error: unknown) => assert.fail(`${what}: ${String(error)}`));
      // What is damaged inside is found when it is asked for; then it is read again.
      await until(() => { try { return last()?.service.sources().map(({ file: name }) => last()?.service.text(name)?.raw); } catch { return null; } }, (texts) => JSON.stringify(texts) === JSON.stringify(plain.sources().map(({ file: name }) => plain.text(name)?.raw))).catch((error: unknown) => assert.fail(`${what}: ${String(error)} ${logs.join('\n')}`));
      await until(() => last()?.service.quotes().length, (count) => count === plain.quotes().length);
      assert.deepEqual(last()?.service.quotes(), plain.quotes(), what);
      assert.deepEqual(last()?.service.figures(), plain.figures(), what);
      assert.deepEqual(last()?.service.search('开放合作', 3).length, 3, what);
      await library.close();
      const mended = readStore(store, INDEX_VERSION);
      assert.equal(mended?.documents.size, 30, what);
      mended?.pack.close();
    }
  });

  it('says on the command line what is in the files, though the index is damaged', () => {
    const folder = temporaryFolder(speeches(5)), storage = process.env['YINJU_CACHE'] as string;
    const quotes = () => spawnSync(process.execPath, [path.join(dist, 'cli.js'), 'quotes', '--library', folder, '--format', 'json'], { encoding: 'utf8' });
    const first = quotes();
    assert.equal(first.status, 0);
    const pack = path.join(storeFolder(storage, [folder]), readdirSync(storeFolder(storage, [folder])).find((name) => name.endsWith('.pack')) as string);
    const bytes = readFileSync(pack);
    writeFileSync(pack, bytes.map((byte, at) => (at % 50 === 0 ? byte ^ 1 : byte)));
    const second = quotes();
    assert.equal(second.stdout, first.stdout);
    assert.equal(quotes().stdout, first.stdout);
  });

  it('is removed to the last trace, and is not made again before it is asked for', async () => {
    const folder = temporaryFolder(speeches(3)), storage = path.join(temporaryFolder(), 'index');
    const client = clientFor({ engine: { folders: [folder], storage, segmenter: 'intl' } });
    await client.request('sources', []);
    await until(() => existsSync(storage), Boolean);
    await client.clearIndex();
    assert.equal(existsSync(storage), false);
    assert.equal((await client.request('quotes', [])).length, 3);
    assert.equal((await client.request('text', ['0001.txt']))?.raw, speech(1));
    assert.equal(existsSync(storage), false);
    writeFileSync(path.join(folder, '0003.txt'), speech(3));
    client.look();
    await until(async () => (await client.request('sources', [])).length, (count) => count === 4);
    await until(() => existsSync(storage), Boolean);
  });

  it('answers at once when it is opened again, and reads nothing twice', async () => {
    const folder = agedFolder(speeches(20)), store = storeFolder(temporaryFolder(), [folder]);
    const first = keep({ folders: [folder], store });
    await until(first.last, whole(20));
    await first.library.close();
    const second = keep({ folders: [folder], store });
    // Before anything has been looked at.
    assert.equal(second.last()?.service.library.sources.length, 20);
    assert.equal(second.last()?.whole, false);
    assert.equal(second.last()?.service.quotes().length, 20);
    rmSync(path.join(folder, '0004.txt'));
    writeFileSync(path.join(folder, '0007.txt'), speech(77));
    await until(() => second.last()?.service.quotes().map(({ text }) => text).filter((text) => /第77条|第4条/.test(text)) ?? [], (found) => found.length === 1 && found[0]?.includes('第77条') === true);
    assert.equal(second.last()?.service.library.sources.length, 19);
    // The one that has changed, and again while it may change within a tick of its clock.
    assert.ok(second.changes.reduce((sum, { read }) => sum + read, 0) < 10, JSON.stringify(second.changes.map(({ read }) => read)));
  });

  it('goes on in memory where nothing can be saved, and says so once', async () => {
    const folder = temporaryFolder(speeches(5)), reasons: string[] = [];
    const { last } = keep({ folders: [folder], store: path.join(temporaryFolder({ file: 'no folder' }), 'file', 'index'), unsaved: (reason) => reasons.push(reason) });
    await until(last, whole(5));
    writeFileSync(path.join(folder, '0005.txt'), speech(5));
    await until(last, whole(6));
    assert.equal(last()?.service.quotes().length, 6);
    assert.equal(reasons.length, 1, reasons.join());
  });

  it('goes on when the disk is full during the save', function () {
    if (process.platform === 'win32') this.skip();
    const folder = temporaryFolder(speeches(60)), script = path.join(dist, 'cli.js');
    // Files of this shell and its children may not grow beyond 10 KB; the signal is ignored, so that writing fails as on a full disk.
    const limited = spawnSync('sh', ['-c', `trap '' XFSZ; ulimit -f 20; exec "$0" "$1" quotes --library "$2" --format json | cat`, process.execPath, script, folder], { encoding: 'utf8' });
    const plain = spawnSync(process.execPath, [script, 'quotes', '--library', folder, '--format', 'json', '--no-cache'], { encoding: 'utf8' });
    assert.equal(limited.stdout, plain.stdout);
    assert.equal(limited.stderr.match(/cannot be saved/g)?.length, 1, limited.stderr);
    // With room again it is saved.
    const after = spawnSync(process.execPath, [script, 'quotes', '--library', folder, '--format', 'json'], { encoding: 'utf8' });
    assert.equal(after.stdout, plain.stdout);
    assert.equal(after.stderr, '');
  });
});

/** An indexing process by itself, told to look. */
function indexing(folder: string, store: string, hear: (message: FromIndexer, child: ChildProcess) => void): Promise<void> {
  return new Promise((resolve) => {
    const child = fork(indexer, [], { serialization: 'advanced', execArgv: [], stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
    const tell = (message: ToIndexer) => child.send(message, () => undefined);
    child.on('message', (message) => hear(message as FromIndexer, child));
    child.on('exit', () => resolve());
    tell({ type: 'open', options: { folders: [folder], globs: { include: [], exclude: [] }, store, segmenter: 'intl', dictionaries: null, suspects: [] }, known: [] });
    tell({ type: 'look' });
  });
}

describe('the process that indexes', function () {
  this.timeout(180_000);
  afterEach(cleared);

  it('may be killed at any moment of the save, twenty times: nothing that was saved is lost', async () => {
    const count = 240, folder = temporaryFolder(speeches(count)), store = storeFolder(temporaryFolder(), [folder]);
    const before = new Map<string, string>();
    for (let turn = 0; turn < 20; turn++) {
      // Each time a little later: while it starts, reads, saves, makes segments, groups and terms. What has changed is saved, too.
      for (let i = 0; i < 12; i++) writeFileSync(path.join(folder, `${String(turn * 12 + i).padStart(4, '0')}.txt`), speech(5000 + turn * 12 + i));
      let heard = 0;
      await indexing(folder, store, (message, child) => { if (++heard >= 1 + turn * 17 || message.type === 'looked') child.kill('SIGKILL'); });
      const state = readStore(store, INDEX_VERSION);
      assert.ok(state ?? before.size === 0, `turn ${turn}: the index is gone`);
      for (const file of before.keys()) assert.ok(state?.documents.has(file), `turn ${turn}: ${file} was saved and is lost`);
      for (const { path: file, body, records, head } of state?.documents.values() ?? []) {
        assert.ok(!(body instanceof Uint8Array) && !(records instanceof Uint8Array));
        assert.doesNotThrow(() => { state?.pack.read(body); state?.pack.read(records); }, `turn ${turn}: ${file}`);
        before.set(file, head.file);
      }
      state?.pack.close();
    }
    assert.ok(before.size > 0);
    const { last } = keep({ folders: [folder], store });
    await until(last, whole(count));
    const { service: plain } = await openLibrary({ folders: [folder], segmenter: 'intl' });
    assert.deepEqual(last()?.service.quotes().map(({ text }) => text), plain.quotes().map(({ text }) => text));
  });

  it('is started again when it is killed while it reads; answers go on, and what was read is not read again', async () => {
    const count = 400, folder = agedFolder(speeches(count)), store = storeFolder(temporaryFolder(), [folder]);
    const killed = path.join(temporaryFolder(), 'killed');
    // The process as it is, but it is killed when it comes to that file for the first time; 200 have been saved by then at the least.
    const mortal = path.join(temporaryFolder({
      'mortal.js': `const { existsSync, writeFileSync } = require('node:fs'), send = process.send, killed = ${JSON.stringify(killed)};
        process.send = function (message, ...rest) { if (message.type === 'reading' && /0240\\.txt$/.test(message.path ?? '') && !existsSync(killed)) { writeFileSync(killed, ''); process.kill(process.pid, 'SIGKILL'); } return send.call(process, message, ...rest); };
        require(${JSON.stringify(indexer)});`,
    }), 'mortal.js');
    const { last, logs, changes } = keep({ folders: [folder], store, indexer: mortal });
    await until(last, whole(count));
    assert.ok(existsSync(killed));
    assert.ok(logs.some((line) => /the indexing process ended: signal SIGKILL/.test(line)), logs.join('\n'));
    assert.ok(Math.max(...changes.map(({ read }) => read)) < count, 'all was read again');
    assert.equal(last()?.service.quotes().length, count);
  });

  it('refuses a file that has brought it down twice, and reads the others', async () => {
    const folder = temporaryFolder({ ...speeches(6), '0003 bad.txt': speech(33) });
    // The process as it is, but it dies when it comes to that file.
    const broken = path.join(temporaryFolder({
      'broken.js': `const send = process.send; process.send = function (message, ...rest) { const sent = send.call(process, message, ...rest); if (message.type === 'reading' && /bad/.test(message.path ?? '')) process.kill(process.pid, 'SIGKILL'); return sent; }; require(${JSON.stringify(indexer)});`,
    }), 'broken.js');
    const { last } = keep({ folders: [folder], store: storeFolder(temporaryFolder(), [folder]), indexer: broken });
    // The third time it is not read; then its line says why. It would die once more of naming it, so it is refused without being read.
    await until(last, whole(7));
    const bad = last()?.service.sources().find(({ file }) => file === '0003 bad.txt');
    assert.deepEqual(bad?.problems.map(({ code }) => code), ['unreadable']);
    assert.match(bad?.problems[0]?.message ?? '', /ended the program that reads/);
    assert.equal(last()?.service.quotes().length, 6);
  });

  it('serves what it has read before it has read all; may be stopped, and goes on', async () => {
    // More than a portion is told with the first 400 of them at the latest; those that follow wait until it has been stopped. So it is when it goes on.
    const count = 650, text = '各国要坚持开放合作，推动科技成果惠及全人类。'.repeat(80);
    const folder = temporaryFolder(Object.fromEntries(Array.from({ length: count }, (_, i) => [`${String(i).padStart(4, '0')}.txt`, `第${i}号文件\n\n${text}`])));
    const stopped = path.join(temporaryFolder(), 'stopped'), goneOn = path.join(temporaryFolder(), 'gone-on');
    const waiting = path.join(temporaryFolder({
      'waiting.js': `const { existsSync } = require('node:fs'), send = process.send;
        const wait = (file) => { for (const end = Date.now() + ${DEADLINE}; !existsSync(file) && Date.now() < end;) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 10); };
        process.send = function (message, ...rest) {
          for (const [name, file] of ${JSON.stringify([['0420', stopped], ['0640', goneOn]])}) if (message.type === 'reading' && message.path?.includes(name)) wait(file);
          return send.call(process, message, ...rest);
        };
        require(${JSON.stringify(indexer)});`,
    }), 'waiting.js');
    let read = Infinity;
    const portions: number[] = [], progress: (readonly [done: number, of: number])[] = [];
    const { last, library, left, changes } = keep({
      folders: [folder], store: storeFolder(temporaryFolder(), [folder]), indexer: waiting, progress: (done, of) => { progress.push([done, of]); },
      changed: (change) => {
        const { length } = change.service.library.sources;
        if (changes.push(change) === 1) { library.cancel(); writeFileSync(stopped, ''); }
        if (length > read && length < count) { portions.push(length); writeFileSync(goneOn, ''); }
        return Promise.resolve();
      },
    });
    const partial = await until(last, (change) => change?.whole === true);
    assert.ok((changes[0]?.service.library.sources.length ?? 0) > 0, 'nothing was served before all was read');
    assert.ok((changes[0]?.service.library.sources.length ?? count) <= 420);
    assert.ok(partial && left.at(-1), 'it was not stopped');
    assert.equal(partial.service.library.sources.length + (left.at(-1) ?? 0), count);
    assert.ok(partial.service.search('科技成果惠及全人类', 3).length > 0);
    read = partial.service.library.sources.length;
    progress.length = 0;
    library.look();
    await until(last, whole(count));
    await until(() => left.at(-1), (unread) => unread === 0);
    assert.ok(portions.length > 0, 'nothing more was served before all was read');
    assert.ok(progress.every(([done, of]) => done >= read && of === count), 'what had been read before does not count');
  });

  it('takes a folder that vanishes while it is read as missing, and goes on when it is back', async () => {
    const files = speeches(300), folder = temporaryFolder(files), gone = path.join(folder, 'docs');
    mkdirSync(gone);
    for (const [name, content] of Object.entries(files)) { writeFileSync(path.join(gone, name), content); unlinkSync(path.join(folder, name)); }
    let removed = false;
    const { last, library } = keep({ folders: [gone], store: storeFolder(temporaryFolder(), [gone]), progress: (done) => { if (done >= 40 && !removed) { removed = true; rmSync(gone, { recursive: true }); } } });
    await until(last, (change) => change?.whole === true);
    library.look();
    await until(last, (change) => change?.problems.some(({ code }) => code === 'missing-folder') === true && change.service.library.sources.length === 0);
    mkdirSync(gone);
    writeFileSync(path.join(gone, 'a.txt'), speech(1));
    await until(last, whole(1));
    assert.equal(last()?.problems.length, 0);
  });

  it('lets terms, editions and groups of figures follow a change', async () => {
    const folder = temporaryFolder({ 'a.txt': '讲话\n\n张明强调：“人类命运共同体是各国共同的事业，要携手推进。”“人类命运共同体”是一项倡议。2022年，研发经费投入达到3万亿元。' });
    const { last } = keep({ folders: [folder], store: storeFolder(temporaryFolder(), [folder]) });
    await until(last, whole(1));
    await until(() => last()?.service.define('人类命运共同体'), (term) => term !== null && term !== undefined);
    copyFileSync(path.join(folder, 'a.txt'), path.join(folder, 'b.txt'));
    await until(() => last()?.service.quotes().map(({ canonical }) => canonical) ?? [], (found) => found.length === 2 && found[0] === found[1]);
    await until(() => last()?.service.figures().filter(({ comparable }) => comparable !== null).length, (found) => found === 2);
    assert.ok(((await until(() => last()?.service.define('人类命运共同体'), (term) => (term?.count ?? 0) >= 4))?.count ?? 0) >= 4);
    unlinkSync(path.join(folder, 'a.txt'));
    await until(() => last()?.service.quotes().map(({ file, canonical }) => `${file} ${canonical}`) ?? [], (found) => found.join() === 'b.txt b.txt:q1');
    await until(() => [last()?.service.define('人类命运共同体')].flatMap((term) => [term?.definition, term?.context, ...(term?.uses ?? [])]).map((slice) => slice?.file), (found) => !found.includes('a.txt'));
  });
});
