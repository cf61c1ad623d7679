/** Several libraries, and several windows, over the same folders. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import path from 'node:path';
import { INDEX_VERSION } from '../../src/engine/indexing/version';
import { takeLock } from '../../src/engine/store/lock';
import { storeFolder } from '../../src/engine/store/place';
import { readStore } from '../../src/engine/store/store';
import { cleared, keep, speech, speeches, whole } from './kept';
import { agedFolder, temporaryFolder, until } from './support';

describe('a library of which another one has saved a part', function () {
  this.timeout(180_000);
  afterEach(cleared);

  it('to which a folder comes serves the others at once, and does not read them again', async () => {
    const here = agedFolder(speeches(20)), there = agedFolder({ 'a.txt': speech(501), 'b.txt': speech(502) }), storage = temporaryFolder();
    const of = (...folders: string[]) => keep({ folders, store: storeFolder(storage, folders) });
    const first = of(here);
    await until(first.last, whole(20));
    await first.library.close();
    const both = of(here, there);
    assert.equal(both.last()?.service.library.sources.length, 20, 'nothing was served before all had been looked at');
    await until(both.last, whole(22));
    assert.ok(both.changes.reduce((sum, { read }) => sum + read, 0) < 10, JSON.stringify(both.changes.map(({ read }) => read)));
    assert.equal(both.last()?.service.check({ text: '张明在第502次会议上指出：“第502条要求是坚持开放合作、互利共赢。”', language: 'markdown' }, { locale: 'en' }).quotations[0]?.verdict, 'verbatim');
    assert.equal(both.last()?.service.search('第7条要求', 1)[0]?.text.includes('第7条'), true);
    await both.library.close();
    const other = of(there);
    assert.equal(other.last()?.service.library.sources.length, 2);
    await until(other.last, whole(2));
    assert.deepEqual(other.last()?.service.quotes().map(({ text }) => text.slice(0, 6)), ['第501条要', '第502条要']);
    // Of its own, from then on.
    await other.library.close();
    assert.deepEqual([...readStore(storeFolder(storage, [there]), INDEX_VERSION)?.documents.values() ?? []].map(({ root }) => root), [there, there]);
  });
});

describe('two windows with one library', function () {
  this.timeout(180_000);
  afterEach(cleared);

  it('both answer and follow changes; one of them saves', async () => {
    const folder = agedFolder(speeches(40)), storage = temporaryFolder(), store = storeFolder(storage, [folder]);
    const one = keep({ folders: [folder], store }), other = keep({ folders: [folder], store });
    await until(one.last, whole(40));
    await until(other.last, whole(40));
    writeFileSync(path.join(folder, '0040.txt'), speech(40));
    await until(one.last, whole(41));
    await until(other.last, whole(41));
    for (const { last } of [one, other]) assert.equal(last()?.service.quotes().length, 41);
    await Promise.all([one.library.close(), other.library.close()]);
    const state = readStore(store, INDEX_VERSION);
    assert.equal(state?.documents.size, 41);
    state?.pack.close();
  });

  it('read only once what one of them has saved', async () => {
    const folder = agedFolder(speeches(20)), store = storeFolder(temporaryFolder(), [folder]);
    const one = keep({ folders: [folder], store });
    await until(one.last, whole(20));
    await until(() => one.last()?.service.terms().length, (count) => count !== undefined && count > 0);
    const other = keep({ folders: [folder], store });
    await until(other.last, whole(20));
    writeFileSync(path.join(folder, '0007.txt'), speech(77));
    await until(() => other.last()?.service.text('0007.txt')?.raw, (text) => text === speech(77));
    assert.deepEqual(other.last()?.service.quotes().length, 20);
    assert.ok(other.last()?.service.terms().length);
    const read = other.changes.reduce((sum, change) => sum + change.read, 0);
    assert.ok(read < 10, `${read} files were read`);
  });

  it('answer rightly when the saved index has been removed by one and is made again', async () => {
    const folder = temporaryFolder(speeches(20)), store = storeFolder(temporaryFolder(), [folder]);
    const { last, library, logs } = keep({ folders: [folder], store });
    await until(last, whole(20));
    rmSync(store, { recursive: true });
    if (library.indexer !== null) process.kill(library.indexer, 'SIGKILL');
    writeFileSync(path.join(folder, '0007.txt'), speech(77));
    library.look();
    await until(() => last()?.service.text('0007.txt')?.raw, (text) => text === speech(77));
    await until(() => readStore(store, INDEX_VERSION), (state) => { state?.pack.close(); return state?.documents.size === 20; });
    for (let i = 0; i < 20; i++) assert.equal(last()?.service.text(`${String(i).padStart(4, '0')}.txt`)?.raw, speech(i === 7 ? 77 : i), String(i));
    assert.deepEqual(logs.filter((line) => /read again/.test(line)), []);
  });

  it('know a lock whose holder is gone', () => {
    const file = path.join(temporaryFolder(), 'lock');
    const lock = takeLock(file);
    assert.ok(lock);
    assert.equal(takeLock(file), null);
    lock.release();
    // A process that has ended.
    const { pid } = spawnSync(process.execPath, ['-e', '']);
    writeFileSync(file, `${pid} ${hostname()}`);
    const taken = takeLock(file);
    assert.ok(taken);
    taken.release();
    assert.equal(existsSync(file), false);
  });
});
