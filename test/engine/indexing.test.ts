/** A look at folders that takes long, and what changes meanwhile. */
import assert from 'node:assert/strict';
import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { createIndexing } from '../../src/engine/indexing/indexing';
import { follow } from '../../src/engine/indexing/follow';
import { planSegments } from '../../src/engine/indexing/segments';
import type { StoredDocument, StoredSegment } from '../../src/engine/store/types';
import { writeStore } from '../../src/engine/store/store';
import { agedFolder, cleanUp, temporaryFolder } from './support';

describe('a look that is asked for again while files are being read', () => {
  afterEach(cleanUp);

  it('reads what has changed next, tells of it before the rest, and reads nothing twice', async () => {
    const folder = temporaryFolder(Object.fromEntries(Array.from({ length: 6 }, (_, i) => [`${i}.txt`, `第${i}份文件。`])));
    const indexing = createIndexing({ folders: [folder], store: null });
    const read: string[] = [], told: { readonly changed: string[]; readonly all: string[] }[] = [];
    let asked = 0;
    const names = (documents: readonly StoredDocument[]) => documents.map(({ path: file }) => path.basename(file));
    const looked = await indexing.look({
      reading: (file) => read.push(path.basename(file)),
      again() {
        if (++asked !== 2) return false;
        writeFileSync(path.join(folder, '0.txt'), '改了的第一份文件，长了一些。');
        writeFileSync(path.join(folder, '9.txt'), '新来的文件。');
        rmSync(path.join(folder, '5.txt'));
        return true;
      },
      changed: (documents, all) => told.push({ changed: names(documents), all: names(all) }),
    });
    assert.deepEqual(read, ['0.txt', '1.txt', '0.txt', '9.txt', '2.txt', '3.txt', '4.txt']);
    assert.deepEqual(told, [{ changed: ['0.txt', '9.txt'], all: ['0.txt', '1.txt', '9.txt'] }]);
    assert.deepEqual(names(looked.documents), ['0.txt', '1.txt', '2.txt', '3.txt', '4.txt', '9.txt']);
    assert.equal(looked.documents[0]?.head.characters, '改了的第一份文件，长了一些。'.length);
  });

  it('tells of what has gone', async () => {
    const folder = temporaryFolder({ '0.txt': '一。', '1.txt': '二。', '2.txt': '三。' });
    const indexing = createIndexing({ folders: [folder], store: null });
    const told: number[] = [];
    let asked = 0;
    await indexing.look({
      again() {
        if (++asked !== 1) return false;
        rmSync(path.join(folder, '0.txt'));
        return true;
      },
      changed: (_, all) => told.push(all.length),
    });
    assert.deepEqual(told, [0]);
  });
});

describe('two that read one folder', () => {
  afterEach(cleanUp);
  const names = Array.from({ length: 25 }, (_, i) => `${String(i).padStart(2, '0')}.txt`);

  it('read each file once: what one has saved the other takes over, but for what has changed since', async () => {
    const folder = agedFolder(Object.fromEntries(names.map((name) => [name, `文件${name}。`]))), saved = path.join(temporaryFolder(), 'index');
    const store = writeStore(saved, 'v1');
    assert.ok(store);
    try {
      assert.equal(writeStore(saved, 'v1'), null, 'one process writes');
      const followed = follow(saved, 'v1', 0);
      assert.equal(await followed.grown(), false, 'nothing has been saved yet');
      const first = createIndexing({ folders: [folder], store }), second = createIndexing({ folders: [folder], store: null });
      await first.look();
      writeFileSync(path.join(folder, '07.txt'), '改了的文件，长了一些。');
      const read: string[] = [], found: StoredDocument[] = [];
      let asked = 0;
      const looked = await second.look({
        reading: (file) => read.push(path.basename(file)),
        found: (documents) => { found.push(...documents); },
        async elsewhere() {
          asked++;
          return await followed.grown() ? followed.saved?.documents ?? null : null;
        },
      });
      assert.deepEqual(read, ['07.txt']);
      assert.equal(asked, 1, 'one file is not worth waiting for');
      assert.equal(found.length, names.length);
      assert.deepEqual(looked.documents.map(({ path: file }) => path.basename(file)), names);
      assert.equal(looked.documents[7]?.head.characters, '改了的文件，长了一些。'.length);
      assert.equal(looked.documents[8]?.id, first.documents.get(path.join(folder, '08.txt'))?.id);
      followed.close();
    } finally {
      store.close();
    }
  });

  for (const [what, saved] of [['nothing', null], ['nothing that is wanted here', new Map<string, StoredDocument>()]] as const) {
    it(`read all themselves where the other one saves ${what}`, async () => {
      const folder = agedFolder(Object.fromEntries(names.map((name) => [name, `文件${name}。`])));
      const looked = await createIndexing({ folders: [folder], store: null }).look({ elsewhere: () => Promise.resolve(saved) });
      assert.equal(looked.read, names.length);
    });
  }
});

describe('the plan of segments', () => {
  const document = (id: string, characters: number): StoredDocument => ({ id, path: id, root: '', stamp: null, given: '', head: { characters }, body: new Uint8Array(), records: new Uint8Array() } as unknown as StoredDocument);
  const segment = (...documents: string[]): StoredSegment => ({ id: documents.join(), documents, arrays: {} });
  const large = document('large', 10_000_000), middle = document('middle', 3_000_000), small = document('small', 2_000_000), fresh = document('fresh', 100_000), tiny = document('tiny', 100);
  const cases: [string, StoredDocument[], StoredSegment[], boolean, kept: string[], made: string[]][] = [
    ['a little is left to who searches', [large, tiny], [segment('large')], false, ['large'], []],
    ['what is new has a segment of its own', [large, fresh], [segment('large')], false, ['large'], ['fresh']],
    ['small ones become one in time', [large, middle, small], [segment('large'), segment('middle'), segment('small')], true, [], ['large', 'middle', 'small']],
    ['and nothing waits for that', [large, middle, small], [segment('large'), segment('middle'), segment('small')], false, ['large', 'middle', 'small'], []],
    ['one that is much smaller stays', [large, fresh], [segment('large'), segment('fresh')], true, ['large', 'fresh'], []],
    ['none grows beyond all bounds', [large, middle, document('other', 30_000_000)], [segment('other'), segment('large')], true, ['other'], ['large', 'middle']],
    ['two that are too large together stay', [large, document('other', 30_000_000)], [segment('other'), segment('large')], true, ['other', 'large'], []],
    ['what has mostly gone is made anew in time', [small], [segment('gone', 'gone too', 'small')], true, [], ['small']],
    ['not at once', [small], [segment('gone', 'gone too', 'small')], false, ['gone,gone too,small'], []],
  ];
  for (const [name, documents, segments, merge, kept, made] of cases) {
    it(name, () => {
      const plan = planSegments(documents, segments, merge);
      assert.deepEqual([plan.kept.map(({ id }) => id), plan.fresh.map(({ id }) => id)], [kept, made]);
      // Carried out, there is nothing more to do.
      const then = planSegments(documents, [...plan.kept, ...(made.length > 0 ? [segment(...made)] : [])], merge);
      assert.deepEqual(then.fresh, []);
    });
  }
});
