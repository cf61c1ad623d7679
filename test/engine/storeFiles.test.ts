/** The files of a saved index, with none but their own process. */
import assert from 'node:assert/strict';
import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { readStore, writeStore } from '../../src/engine/store/store';
import type { StoredDocument } from '../../src/engine/store/types';
import { cleanUp, temporaryFolder } from './support';

const VERSION = 'test';
const packs = (folder: string) => readdirSync(folder).filter((name) => name.endsWith('.pack'));

describe('a saved index that is left where there is time', () => {
  afterEach(cleanUp);

  it('holds only what counts; who reads it meanwhile reads on', () => {
    const folder = temporaryFolder(), text = (number: number) => `第${number}份文件`;
    const writer = writeStore(folder, VERSION);
    assert.ok(writer);
    const documents = [1, 2, 3].map((number) => ({
      id: `d${number}`, path: `/${number}.txt`, root: '/', stamp: null, given: '', head: { file: `${number}.txt`, characters: 5 },
      body: writer.add(Buffer.from(text(number))), records: writer.add(Buffer.from('records')),
    } as unknown as StoredDocument));
    writer.commit({ kind: 'put', documents });
    writer.commit({ kind: 'remove', ids: ['d2'] });
    const reader = readStore(folder, VERSION), before = packs(folder);
    writer.add(new Uint8Array(20_000_000));
    writer.closeTidy();
    assert.equal(packs(folder).length, 1);
    assert.notDeepEqual(packs(folder), before);
    assert.ok(statSync(path.join(folder, packs(folder)[0] as string)).size < 1000);
    const now = readStore(folder, VERSION);
    for (const store of [reader, now]) {
      const bodies = [...store?.documents.values() ?? []].map(({ body }) => (body instanceof Uint8Array ? body : store?.pack.read(body))?.toString());
      assert.deepEqual(bodies, [text(1), text(3)]);
      store?.pack.close();
    }
  });

  it('is left as it is where little is to be had, and can be written again', () => {
    const folder = temporaryFolder();
    writeStore(folder, VERSION)?.closeTidy();
    const before = packs(folder), again = writeStore(folder, VERSION);
    assert.ok(again);
    again.add(new Uint8Array(1000));
    again.closeTidy();
    assert.deepEqual(packs(folder), before);
  });
});
