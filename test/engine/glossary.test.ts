/** The office's glossary in a library folder: read with the folder, followed, its mistakes told; with a real fork and real files. */
import assert from 'node:assert/strict';
import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { EngineClient } from '../../src/engine/client';
import { readFolders } from '../../src/engine/files';
import { openLibrary } from '../../src/engine/open';
import { cleanUp, clientFor, temporaryFolder, until } from './support';

const TEXT = '海洋牧场是放养鱼类的区域。各地建设“蓝色粮仓”，蓝色粮仓工程启动。';

describe('the office’s glossary', function () {
  this.timeout(240_000);
  afterEach(cleanUp);

  it('rules over the terms of its folder, and is no document', async () => {
    const folder = temporaryFolder({ 'a.txt': TEXT, 'glossary.csv': 'term,definition,reject\n放养鱼类,近海的做法。,\n蓝色粮仓,,yes\n' });
    const { service, problems } = await openLibrary({ folders: [folder], segmenter: 'intl' });
    assert.deepEqual(problems, []);
    assert.deepEqual(service.sources().map(({ file }) => file), ['a.txt']);
    assert.equal(service.define('放养鱼类')?.office?.definition, '近海的做法。');
    assert.equal(service.define('蓝色粮仓'), null);
  });

  it('says what is wrong with it', async () => {
    const rows = await readFolders([temporaryFolder({ 'a.txt': TEXT, 'glossary.yaml': '- {term: 海洋牧场, kind: place}\n- {definition: 无名}' })]);
    assert.deepEqual(rows.problems.map(({ code }) => code), ['glossary-rows']);
    assert.match(rows.problems[0]?.message ?? '', /row 1: the kind.*row 2: it has no term/);
    assert.equal(rows.office.length, 1);
    const broken = await readFolders([temporaryFolder({ 'a.txt': TEXT, 'glossary.json': '{"terms": [' })]);
    assert.deepEqual(broken.problems.map(({ code }) => code), ['bad-glossary']);
    assert.equal(broken.files.length, 1);
  });

  it('is followed when it changes', async () => {
    const folder = temporaryFolder({ 'a.txt': TEXT });
    const client: EngineClient = clientFor({ engine: { folders: [folder], segmenter: 'intl' } });
    const terms = async () => (await client.request('terms', [])).map(({ term }) => term);
    const before = await until(terms, (list) => list.includes('蓝色粮仓'));
    assert.notEqual(before[0], '放养鱼类');
    writeFileSync(path.join(folder, 'glossary.yaml'), '放养鱼类: 近海的做法。\n蓝色粮仓: false\n');
    await until(terms, (list) => list[0] === '放养鱼类' && !list.includes('蓝色粮仓'));
    rmSync(path.join(folder, 'glossary.yaml'));
    await until(terms, (list) => list.join() === before.join());
  });
});
