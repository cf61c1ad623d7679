/** A library that is kept current, with a real fork and real files. */
import assert from 'node:assert/strict';
import { appendFileSync, mkdirSync, renameSync, rmSync, symlinkSync, unlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { EngineClient } from '../../src/engine/client';
import { keepLibrary } from '../../src/engine/keep';
import { libraryReader } from '../../src/engine/open';
import { folderWatcher } from '../../src/engine/watch';
import { age, agedFolder, cleanUp, clientFor, dist, temporaryFolder, until } from './support';

const speech = (words: string) => `在开幕式上的讲话\n\n张明在开幕式上指出：“${words}”与会者热烈鼓掌。\n`;

const open = (...folders: string[]) => clientFor({ engine: { folders, segmenter: 'intl' } });
const files = async (client: EngineClient) => (await client.request('sources', [])).map(({ file }) => file);
const quotes = async (client: EngineClient) => (await client.request('quotes', [])).map(({ text }) => text);
const same = (wanted: readonly string[]) => (found: readonly string[]) => JSON.stringify(found) === JSON.stringify(wanted);

describe('a library that changes', function () {
  this.timeout(180_000);
  afterEach(cleanUp);

  it('answers from a file as it is now: changed, added, renamed, deleted', async () => {
    const folder = temporaryFolder({ 'a.txt': speech('开放合作是科技进步的必由之路。') });
    const client = open(folder);
    assert.deepEqual(await quotes(client), ['开放合作是科技进步的必由之路。']);
    writeFileSync(path.join(folder, 'a.txt'), speech('封闭起来没有前途可言。'));
    await until(() => quotes(client), same(['封闭起来没有前途可言。']));
    writeFileSync(path.join(folder, 'b.txt'), speech('人才是创新的第一资源。'));
    await until(() => quotes(client), same(['封闭起来没有前途可言。', '人才是创新的第一资源。']));
    renameSync(path.join(folder, 'b.txt'), path.join(folder, 'c.txt'));
    await until(() => files(client), same(['a.txt', 'c.txt']));
    unlinkSync(path.join(folder, 'a.txt'));
    await until(() => quotes(client), same(['人才是创新的第一资源。']));
    // As editors save: another file takes the place of the first.
    writeFileSync(path.join(folder, '.c.txt.new'), speech('青年要敢为人先勇于探索。'));
    renameSync(path.join(folder, '.c.txt.new'), path.join(folder, 'c.txt'));
    await until(() => quotes(client), same(['青年要敢为人先勇于探索。']));
    assert.deepEqual(await files(client), ['c.txt']);
  });

  it('judges a draft by the words as they are now, and says that the library is another', async () => {
    const folder = temporaryFolder({ 'a.txt': speech('开放合作是科技进步的必由之路，封闭起来没有前途。') });
    const client = open(folder);
    const draft = { text: '张明在开幕式上指出：“开放合作是科技进步的必由之路，封闭起来没有前途。”\n', language: 'markdown' } as const;
    const verdicts = async () => (await client.request('check', [draft, { locale: 'en' }])).quotations.map(({ verdict }) => verdict);
    assert.deepEqual(await verdicts(), ['verbatim']);
    let told = 0;
    client.on('library', () => told++);
    writeFileSync(path.join(folder, 'a.txt'), speech('开放合作是科技进步的必由之路，封闭起来有前途。'));
    await until(verdicts, same(['differs']));
    await until(() => told, (times) => times > 0);
  });

  it('reads only what has changed', async () => {
    const folder = agedFolder(Object.fromEntries(Array.from({ length: 20 }, (_, i) => [`${String(i).padStart(2, '0')}.txt`, speech(`第${i}条要求是坚持开放合作。`)])));
    mkdirSync(path.join(folder, 'below'));
    const client = open(folder);
    const read: string[] = [];
    client.on('log', (_, message) => { if (/files read/.test(message)) read.push(message.replace(/ in .*/, '')); });
    await client.request('sources', []);
    writeFileSync(path.join(folder, '07.txt'), speech('这一条要求已经改写过了。'));
    await until(() => quotes(client), (found) => found.includes('这一条要求已经改写过了。'));
    unlinkSync(path.join(folder, '03.txt'));
    await until(() => files(client), (found) => !found.includes('03.txt'));
    assert.equal(read[0], '20 of 20 files read');
    // A file that is read in the moment of its change is read once more: its clock may not tick between two changes.
    assert.ok(read.length > 1 && read.slice(1).every((line) => /^[01] of/.test(line)), read.join(', '));
  });

  it('keeps the sources that have not changed', async () => {
    const folder = agedFolder({ 'a.txt': speech('开放合作是科技进步的必由之路。'), 'b.txt': speech('人才是创新的第一资源。') });
    const reader = libraryReader({ folders: [folder], segmenter: 'intl' });
    const first = await reader.read();
    assert.equal((await reader.read()).service, first.service);
    // Saved as it was.
    writeFileSync(path.join(folder, 'b.txt'), speech('人才是创新的第一资源。'));
    assert.equal((await reader.read()).service, first.service);
    writeFileSync(path.join(folder, 'b.txt'), speech('青年要敢为人先勇于探索。'));
    const second = await reader.read();
    assert.notEqual(second.service, first.service);
    assert.equal(second.read, 1);
    assert.equal(second.service.library.sources[0], first.service.library.sources[0]);
    assert.notEqual(second.service.library.sources[1], first.service.library.sources[1]);
    // The same length and the same time of change: the file's entry has changed all the same.
    writeFileSync(path.join(folder, 'a.txt'), speech('封闭合作是科技进步的必由之路。'));
    age(path.join(folder, 'a.txt'));
    assert.ok((await reader.read()).service.quotes().some(({ text }) => text.startsWith('封闭')));
  });

  it('follows catalogues, new folders and folders within', async () => {
    const folder = temporaryFolder({ 'a.txt': speech('开放合作是科技进步的必由之路。') });
    const client = open(folder);
    assert.deepEqual(await files(client), ['a.txt']);
    writeFileSync(path.join(folder, 'catalogue.json'), JSON.stringify([{ file: 'a.txt', title: '一篇讲话' }]));
    await until(async () => (await client.request('sources', [])).map(({ title }) => title ?? ''), same(['一篇讲话']));
    mkdirSync(path.join(folder, '子', '孙'), { recursive: true });
    writeFileSync(path.join(folder, '子', '孙', 'b.txt'), speech('人才是创新的第一资源。'));
    await until(() => files(client), same(['a.txt', '子/孙/b.txt']));
    writeFileSync(path.join(folder, '子', '孙', 'b.txt'), speech('青年要敢为人先勇于探索。'));
    await until(() => quotes(client), (found) => found.includes('青年要敢为人先勇于探索。'));
    // Another folder in the place of the first.
    rmSync(path.join(folder, '子'), { recursive: true });
    mkdirSync(path.join(folder, '子'));
    await until(() => files(client), same(['a.txt']));
    writeFileSync(path.join(folder, '子', 'c.txt'), '这是后来的一篇文章。');
    await until(() => files(client), same(['a.txt', '子/c.txt']));
  });

  it('finds a folder that appears, and one that goes and comes back', async () => {
    const folder = path.join(temporaryFolder(), 'later');
    const client = open(folder);
    const problems: string[][] = [];
    client.on('library', (status) => problems.push(status.problems.map(({ code }) => code)));
    assert.deepEqual(await files(client), []);
    mkdirSync(folder);
    writeFileSync(path.join(folder, 'a.txt'), speech('开放合作是科技进步的必由之路。'));
    await until(() => files(client), same(['a.txt']));
    renameSync(folder, `${folder} away`);
    await until(() => files(client), same([]));
    renameSync(`${folder} away`, folder);
    await until(() => files(client), same(['a.txt']));
    writeFileSync(path.join(folder, 'a.txt'), speech('封闭起来没有前途可言。'));
    await until(() => quotes(client), same(['封闭起来没有前途可言。']));
    // It is missing at first and once more; however often the library is told of meanwhile.
    await until(() => problems.at(-1) ?? [], same([]));
    const missing = problems.map((codes) => codes.includes('missing-folder'));
    assert.deepEqual(missing.filter((is, at) => is !== missing[at - 1]), [true, false, true, false], JSON.stringify(problems));
  });

  it('is not brought down by a file that is being written, nor by one that is damaged and mended', async () => {
    const folder = temporaryFolder({ 'a.txt': '' });
    const client = open(folder);
    await client.request('sources', []);
    const pid = client.pid;
    const whole = Buffer.from(speech('开放合作是科技进步的必由之路。'));
    const file = path.join(folder, 'a.txt');
    writeFileSync(file, whole.subarray(0, 40));
    for (let at = 40; at < whole.length; at += 7) {
      appendFileSync(file, whole.subarray(at, at + 7));
      await client.request('quotes', []);
      await new Promise((resolve) => setTimeout(resolve, 30));
    }
    await until(() => quotes(client), same(['开放合作是科技进步的必由之路。']));
    writeFileSync(path.join(folder, 'b.docx'), 'PK\x03\x04 half');
    symlinkSync('nowhere', path.join(folder, 'c.txt'));
    await until(() => files(client), same(['a.txt', 'b.docx', 'c.txt']));
    unlinkSync(path.join(folder, 'c.txt'));
    writeFileSync(path.join(folder, 'c.txt'), '人才是创新的第一资源。');
    await until(async () => (await client.request('text', ['c.txt']))?.raw ?? '', (raw) => raw.startsWith('人才'));
    assert.equal(client.pid, pid);
  });

  it('follows the folders it was told of last, and no others', async () => {
    const before = temporaryFolder({ 'a.txt': '这是一篇文章。' }), now = temporaryFolder({ 'b.txt': '这是另一篇文章。' });
    const client = open(before);
    assert.deepEqual(await files(client), ['a.txt']);
    client.open({ folders: [now], segmenter: 'intl' });
    await until(() => files(client), same(['b.txt']));
    writeFileSync(path.join(before, 'c.txt'), '没有人读的文章。');
    writeFileSync(path.join(now, 'd.txt'), '有人读的文章。');
    await until(() => files(client), same(['b.txt', 'd.txt']));
    assert.equal(await client.request('sourcePath', ['c.txt']), null);
  });

  it('looks for further changes when the last one has been dealt with, or has had its time', async () => {
    const folder = temporaryFolder({ 'a.txt': '这是一篇文章。' });
    const seen: number[] = [];
    const settle: (() => void)[] = [];
    const library = keepLibrary({
      folders: [folder], segmenter: 'intl', indexer: path.join(dist, 'indexer.js'), failed: (error) => assert.fail(String(error)),
      changed: ({ service }) => { seen.push(service.library.sources.length); return new Promise((resolve) => { settle.push(resolve); }); },
    });
    await until(() => seen.length, (count) => count === 1);
    for (const name of ['b', 'c', 'd']) writeFileSync(path.join(folder, `${name}.txt`), '这是另一篇文章。');
    // A change that is never dealt with does not hold up the next for ever; one that is dealt with holds up nothing.
    await until(() => seen.at(-1), (count) => count === 4);
    for (const each of settle) each();
    unlinkSync(path.join(folder, 'd.txt'));
    await until(() => { for (const each of settle) each(); return seen.at(-1); }, (count) => count === 3);
    await library.close();
  });
});

describe('a folder that cannot be watched', () => {
  afterEach(cleanUp);

  it('is looked at again and again', async () => {
    let looks = 0;
    const folder = path.join(temporaryFolder(), 'gone');
    // A folder that was there when it was read and is not now.
    const watcher = folderWatcher(() => looks++, { rest: 5, atMost: 20, poll: 10 });
    for (let turn = 1; turn <= 3; turn++) {
      assert.equal(await watcher.watch({ folders: [folder], directories: [folder], took: 0 }), false);
      await until(() => looks, (count) => count === turn);
    }
    watcher.close();
  });
});
