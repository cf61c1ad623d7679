import assert from 'node:assert/strict';
import { pictureById, pictureInsertion, pictureList } from '../../../src/core/features/pictures';
import { libraryOfTexts } from './library';

const library = libraryOfTexts({
  'a.md': '# 海洋报告\n\n如图1所示，渔业论文逐年增加。\n\n![图1 渔业论文数量](图/论文.png)\n\n![](图/无题.png)\n',
  'b.txt': '渔业年报\n\n养殖面积见图2，产量继续增加。\n\n图2 养殖面积\n\n以上为主要情况，各地据此安排工作。\n',
});
const list = (search: string) => pictureList(library, { search, from: 0, count: 10 });

describe('the pictures of the sources', () => {
  it('are listed with caption, path and the sentences that speak of them', () => {
    const { total, pictures } = list('');
    assert.equal(total, 3);
    assert.deepEqual(pictures.map(({ label, caption, picture, uses }) => [label, caption, picture, uses.length]), [
      ['图1', '渔业论文数量', '图/论文.png', 1], [null, null, '图/无题.png', 0], ['图2', '养殖面积', null, 1],
    ]);
  });
  it('are found by caption and by the title of their source', () => {
    assert.deepEqual(list('论文').pictures.map(({ label }) => label), ['图1']);
    assert.equal(list('海洋报告').total, 2);
    assert.equal(list('论文 年报').total, 0);
  });
  it('are found again by their id', () => {
    for (const picture of list('').pictures) assert.deepEqual(pictureById(library, picture.id), picture);
    assert.equal(pictureById(library, 'nothing'), null);
  });
  it('are inserted with caption and source, in each language of draft', () => {
    const [first, , lost] = list('').pictures;
    assert.ok(first && lost);
    assert.match(pictureInsertion(first, '../图/论文.png', 'markdown', 'zh-cn'), /^!\[图1 渔业论文数量\]\(<\.\.\/图\/论文\.png>\)\n\n图1 渔业论文数量\n\n资料来源：海洋报告/);
    assert.match(pictureInsertion(first, 'a.png', 'latex', 'en'), /\\includegraphics\[width=\\linewidth\]\{a\.png\}\n {2}\\caption\{渔业论文数量\}\n {2}\\par\\footnotesize Source: /);
    assert.match(pictureInsertion(first, 'a.png', 'plaintext', 'zh-cn'), /^图1 渔业论文数量\n资料来源：/);
    // A lost picture leaves its caption and its source.
    assert.match(pictureInsertion(lost, null, 'markdown', 'zh-cn'), /^图2 养殖面积\n\n资料来源：/);
    assert.doesNotMatch(pictureInsertion(lost, null, 'latex', 'zh-cn'), /includegraphics/);
  });
});
