/** Reading folders: limits, links, catalogues, names; nothing throws. */
import assert from 'node:assert/strict';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { decode } from '../../src/engine/decode';
import { readFile, readFolders } from '../../src/engine/files';
import { LIMITS } from '../../src/engine/limits';
import { cleanUp, temporaryFolder } from './support';

describe('folders', () => {
  afterEach(cleanUp);
  const names = async (...folders: string[]) => (await readFolders(folders)).files.map(({ file }) => file);

  it('stops at the limits and says so', async () => {
    const folder = temporaryFolder(Object.fromEntries(Array.from({ length: 30 }, (_, i) => [`${i}.txt`, '字'.repeat(100)])));
    const few = await readFolders([folder], undefined, { ...LIMITS, entries: 10 });
    assert.ok(few.files.length <= 10);
    assert.deepEqual(few.problems.map(({ code }) => code), ['too-many-files']);
    const little = await readFolders([folder], undefined, { ...LIMITS, totalBytes: 1000 });
    assert.ok(little.files.length < 10);
    assert.deepEqual(little.problems.map(({ code }) => code), ['too-much-text']);
    const small = await readFile(path.join(folder, '1.txt'), '1.txt', null, { ...LIMITS, fileBytes: 10 });
    assert.deepEqual(small.problems?.map(({ code }) => code), ['too-large']);
  });

  it('goes into folders below, not into circles, hidden folders or what is no document', async () => {
    const folder = temporaryFolder({ 'b.md': '乙', 'a.txt': '甲', 'picture.png': 'x', '.hidden.txt': 'x', '~$lock.txt': 'x', 'README.md': 'x' });
    mkdirSync(path.join(folder, '子', '孙'), { recursive: true });
    mkdirSync(path.join(folder, '.git'));
    writeFileSync(path.join(folder, '.git', 'c.txt'), 'x');
    writeFileSync(path.join(folder, '子', '孙', 'd.txt'), '丁');
    symlinkSync('..', path.join(folder, '子', 'up'));
    symlinkSync('nowhere', path.join(folder, 'broken.txt'));
    assert.deepEqual(await names(folder), ['a.txt', 'b.md', 'broken.txt', '子/孙/d.txt']);
  });

  it('gives the same name in two folders two names', async () => {
    const one = temporaryFolder({ 'a.txt': '甲' }), two = temporaryFolder({ 'a.txt': '乙' });
    assert.deepEqual(await names(one, two), ['a.txt', `${path.basename(two)}/a.txt`]);
    assert.deepEqual(await names(one, one), ['a.txt']);
  });

  it('reads a catalogue in each of its shapes, and says what is wrong with a broken one', async () => {
    for (const catalogue of [{ 'a.txt': { title: '题' } }, [{ file: 'a.txt', title: '题' }], { sources: [{ file: 'a.txt', title: '题' }] }]) {
      const { files } = await readFolders([temporaryFolder({ 'a.txt': '甲', 'catalogue.json': JSON.stringify(catalogue) })]);
      assert.equal((files[0]?.catalogue as { title: string }).title, '题');
    }
    const { files, problems } = await readFolders([temporaryFolder({ 'a.txt': '甲', 'catalogue.json': '{"a.txt": ' })]);
    assert.equal(files.length, 1);
    assert.deepEqual(problems.map(({ code }) => code), ['bad-catalogue']);
  });

  it('names folders that are missing or no folders', async () => {
    const folder = temporaryFolder({ 'a.txt': '甲' });
    const { problems } = await readFolders([path.join(folder, 'gone'), path.join(folder, 'a.txt')]);
    assert.deepEqual(problems.map(({ code }) => code), ['missing-folder', 'unreadable-folder']);
  });
});

describe('decoding', () => {
  const text = '开放合作是科技进步的必由之路。\n';
  it('takes a mark at its word, and drops it', () => {
    assert.equal(decode(Buffer.from(`\ufeff${text}`)).text, text);
    assert.equal(decode(Buffer.from(`\ufeff${text}`, 'utf16le')).text, text);
    assert.equal(decode(Buffer.from(`\ufeff${text}`, 'utf16le').swap16()).text, text);
  });
  it('tells UTF-16 without a mark', () => {
    const long = text.repeat(10);
    assert.equal(decode(Buffer.from(long, 'utf16le')).text, long);
    assert.equal(decode(Buffer.from(long, 'utf16le').swap16()).text, long);
  });
  it('tells short texts apart', () => {
    // 开放合作 and 開放合作 in GB18030, Big5 and UTF-16 without mark, Latin letter or line end.
    for (const [bytes, expected] of [['bfaab7c5bacfd7f7', '开放合作'], ['b67da9f1a658a740', '開放合作']] as const) assert.equal(decode(Buffer.from(bytes, 'hex')).text, expected);
    const bare = '开放合作是必由之路';
    assert.equal(decode(Buffer.from(bare, 'utf16le')).text, bare);
    assert.equal(decode(Buffer.from(bare, 'utf16le').swap16()).text, bare);
  });
  it('takes the catalogue at its word', async () => {
    const big5 = Buffer.from('b67da9f1', 'hex');
    const folder = temporaryFolder({
      'a.txt': big5, 'b.txt': big5, 'c.txt': '开放',
      'catalogue.json': JSON.stringify([{ file: '*.txt', encoding: 'big5', publication: '某报' }, { file: 'b.txt', encoding: 'gbk' }, { file: 'c.txt', encoding: 'klingon' }]),
    });
    const { files } = await readFolders([folder]);
    assert.deepEqual(files.map(({ text }) => text), ['開放', new TextDecoder('gbk').decode(big5), '开放']);
    assert.deepEqual(files.map(({ problems }) => (problems ?? []).map(({ code }) => code)), [[], [], ['catalogue-encoding']]);
    assert.deepEqual(files.map(({ catalogue }) => (catalogue as { publication: string }).publication), ['某报', '某报', '某报']);
  });
  it('keeps UTF-8 with some bad bytes UTF-8, and counts them', () => {
    const { text: decoded, encoding, replaced } = decode(Buffer.concat([Buffer.from(text.repeat(5)), Buffer.from([0xe5, 0xbc]), Buffer.from(text)]));
    assert.equal(encoding, 'utf-8');
    assert.equal(replaced, 1);
    assert.ok(decoded.startsWith(text));
  });
  it('changes nothing in empty and English texts', () => {
    assert.equal(decode(Buffer.alloc(0)).text, '');
    assert.equal(decode(Buffer.from('Plain text.\r\n')).text, 'Plain text.\r\n');
  });
});
