import assert from 'node:assert/strict';
import { citeKeys } from '../../../src/core/cite/keys';
import type { Source } from '../../../src/core/library/types';

const source = (file: string, known: Partial<Source>): Source => ({
  file, raw: '', characters: 0, title: null, authors: [], publication: null, date: null, kind: 'other', rank: 0, details: {}, languages: [], paragraphs: [], removed: [], problems: [], references: {}, ...known,
});

describe('citation keys', () => {
  it('are made of author, year and title, in letters that every program takes', () => {
    const keys = citeKeys([
      source('a.txt', { authors: ['方某', '任某'], date: '2022-03-04', title: '推动科技创新协作' }),
      source('b.txt', { authors: ['Jane O\'Neill'], date: '2020', title: 'Open science for all' }),
      source('c.txt', { title: '某公报' }), source('folder/无题 1.docx', {}), source('sub folder/Note_1.txt', {}), source('～.txt', {}),
    ]);
    assert.deepEqual([...keys.values()], ['fangmou2022tdkjcx', 'oneill2020osfa', 'mgb', 'wt', 'sub-folder-note-1', 'source']);
    assert.ok([...keys.values()].every((key) => /^[a-z0-9-]+$/.test(key)));
  });

  it('are different for every source, and do not depend on the order of the library', () => {
    const two = [source('2.txt', { authors: ['甲'], title: '文' }), source('1.txt', { authors: ['甲'], title: '文' })];
    assert.deepEqual([...citeKeys(two)].sort(), [['1.txt', 'jiaw'], ['2.txt', 'jiawa']]);
    assert.deepEqual([...citeKeys([...two].reverse())].sort(), [...citeKeys(two)].sort());
  });
});
