import assert from 'node:assert/strict';
import { browse, browseGroup } from '../../../src/core/features/browse';
import { offersOf } from '../../../src/core/features/items';
import { libraryOf } from '../../../src/core/library/buildLibrary';
import { readSource } from '../../../src/core/parse/readSource';

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });
const words = { name: 'test', cut: (text: string) => [...segmenter.segment(text)].map((s) => s.segment) };
const library = libraryOf([
  readSource({ file: 'b.txt', text: '会议期间，李四主席强调：“我们要携手构建海洋命运共同体，共建清洁美丽的海洋。”', catalogue: { title: '乙文', date: '2021' } }),
  readSource({ file: 'a.txt', text: '2022年3月，王五主席指出：“绿色发展是各国共同的道路，要坚持不懈地走下去。”李四主席强调：“开放合作是必由之路，封闭起来没有前途。”', catalogue: { title: '甲文', date: '2023-05-06' } }),
], words);
const offers = offersOf(library);
const names = (by: 'speaker' | 'year' | 'source', query = '') => browse(offers, query, by).groups.filter(({ kind }) => kind === 'quote').map(({ name, count }) => [name, count]);

describe('browsing the library', () => {
  it('groups quotations by speaker, year and source', () => {
    assert.deepEqual(names('speaker'), [['李四', 2], ['王五', 1]]);
    assert.deepEqual(names('year'), [['2022', 1], [null, 2]], 'the year of the words, not of the source');
    assert.deepEqual(names('source'), [['甲文', 2], ['乙文', 1]]);
  });

  it('holds what a query finds, by pinyin and speaker as well', () => {
    assert.deepEqual(names('speaker', 'lsfz'), [['王五', 1]]);
    assert.deepEqual(names('source', '李四'), [['甲文', 1], ['乙文', 1]]);
    assert.deepEqual(browse(offers, '没有这样的话', 'year'), { quotes: 0, terms: 0, groups: [] });
  });

  it('gives the rows of a group, of quotations the latest first', () => {
    const rows = browseGroup(offers, '', 'speaker', 'quote', '李四');
    assert.deepEqual(rows.map(({ title }) => title), ['甲文', '乙文']);
    assert.deepEqual(browseGroup(offers, '', 'speaker', 'quote', '无人'), []);
  });

  it('counts what it groups', () => {
    const { quotes, terms, groups } = browse(offers, '', 'year');
    assert.equal(quotes, 3);
    assert.equal(terms, groups.filter(({ kind }) => kind === 'term').reduce((n, { count }) => n + count, 0));
    for (const { kind, name, count } of groups) assert.equal(browseGroup(offers, '', 'year', kind, name).length, count);
  });

  it('holds words once, though their editions are not grouped yet, those of the better source', () => {
    const said = '王五主席指出：“绿色发展是各国共同的道路，要坚持不懈地走下去。”';
    const copies = libraryOf([0, 5, 3].map((rank, i) => readSource({ file: `${i}.txt`, text: `${i}号文\n\n${said}`, catalogue: { title: `${i}号文`, rank } })), words);
    const ungrouped = offersOf({ ...copies, quotes: copies.quotes.map((quote) => ({ ...quote, canonical: quote.id })) });
    const [row, ...more] = browseGroup(ungrouped, '', 'speaker', 'quote', '王五');
    assert.deepEqual([row?.title, more], ['1号文', []]);
    assert.equal(ungrouped.named(`quote:${copies.quotes[0]?.id ?? ''}`)?.item.id, row?.id);
  });
});
