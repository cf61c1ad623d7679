import assert from 'node:assert/strict';
import { extractQuotes } from '../../../src/core/extract/quotes/quotes';
import { sourceOf } from './quotesSource';

const said = (raw: string): (readonly [string | null, string | null, string])[] => extractQuotes(sourceOf(raw)).map((q) => [q.speaker, q.occasion, q.text] as const);

describe('quotations whose speaker a neighbouring paragraph names', () => {
  it('follows a paragraph that ends with a colon or a dash', () => {
    assert.deepEqual(said('习近平总书记在云南考察期间，“开放”是讲话中的热词：\n“要把开放的大门越开越大”；\n“边疆地区也是开放的前沿”。'), [
      ['习近平', '云南考察', '要把开放的大门越开越大'], ['习近平', '云南考察', '边疆地区也是开放的前沿'],
    ]);
  });
  it('does not take a lead with two persons', () => {
    assert.deepEqual(said('李强总理同国务委员谌贻琴谈到：\n“要把开放的大门越开越大。”'), []);
  });
  it('follows what points back from the next paragraph, not the next speaker', () => {
    assert.deepEqual(said('“河湖安澜，百姓才能安居。”\n这是习近平总书记的殷切嘱托。'), [['习近平', null, '河湖安澜，百姓才能安居。']]);
    assert.deepEqual(said('“河湖安澜，百姓才能安居。”\n李强总理说，今年雨水多。'), []);
  });
});

describe('further ways of saying', () => {
  const table: readonly (readonly [string, string, string])[] = [
    ['在鲁迅看来，“世上本没有路，走的人多了便成了路”。', '鲁迅', '世上本没有路，走的人多了便成了路'],
    ['“把饭碗端在自己手里。”两会期间，总书记这样阐释粮食安全的深意。', '习近平', '把饭碗端在自己手里。'],
    ['“我们是来学习的，不是来指点的。”某某大学农学院的周立教授这番讲话，引来掌声。', '周立', '我们是来学习的，不是来指点的。'],
    ['对此，清华大学教授李志民有不同看法，“评价不能取消，评价要改得科学”。', '李志民', '评价不能取消，评价要改得科学'],
    ['当时习近平叮嘱企业“核心的技术是买不来的”“必须有定力地搞创新”。', '习近平', '核心的技术是买不来的'],
  ];
  for (const [text, speaker, words] of table) it(text, () => {
    const first = said(text)[0];
    assert.deepEqual([first?.[0], first?.[2]], [speaker, words]);
  });
  it('does not end a statement where the document itself states an aim', () => {
    const q = said('党的二十届三中全会提出，到2035年，全面建成高水平市场体制，为到本世纪中叶建成强国奠定坚实基础。');
    assert.equal(q[0]?.[2], '到2035年，全面建成高水平市场体制，为到本世纪中叶建成强国奠定坚实基础');
  });
  it('knows a person whom the document introduces by years of life', () => {
    assert.equal(said('王应睐（1907年—2001年），生物化学家。\n人们称赞王应睐，他却说：“往者不可谏，来者犹可追。”')[0]?.[0], '王应睐');
  });
});

describe('days and names of news reports', () => {
  it('dates a day alone by the day of publication', () => {
    const day = (date: string): unknown[] => extractQuotes(sourceOf('法国总统马克龙14日在论坛开幕式致辞中这样说：“合作的路会越走越宽。”', { date })).map((q) => [q.speaker, q.date]);
    assert.deepEqual(day('2017-05-16'), [['马克龙', '2017-05-14']]);
    assert.deepEqual(day('2018-01-02'), [['马克龙', '2017-12-14']]);
  });
  it('takes a long foreign name whole', () => {
    assert.equal(said('希腊总理齐普拉斯表示：“合作的路会越走越宽。”')[0]?.[0], '齐普拉斯');
    assert.equal(said('国务院总理李强调研时说：“合作的路会越走越宽。”')[0]?.[0], '李强');
  });
  it('knows whose words a letter or a greeting holds', () => {
    assert.deepEqual(said('“青年兴则国家兴，发展要靠青年。”习近平主席的新年贺词，温暖人心。')[0], ['习近平', '新年贺词', '青年兴则国家兴，发展要靠青年。']);
  });
});

describe('English names', () => {
  it('takes titles off and completes a surname', () => {
    assert.deepEqual(said('Chinese Foreign Minister Wang Ping spoke on Tuesday.\n"The road is long but we will walk it," Wang said.')[0]?.[0], 'Wang Ping');
  });
  it('reads ranks written small', () => {
    assert.equal(said('"It will be of milestone significance for us," Chinese Foreign Ministry spokesperson Wang Wenbin said at Tuesday\'s routine press briefing.')[0]?.[0], 'Wang Wenbin');
  });
  it('gives she to who spoke last, not to a treaty', () => {
    assert.equal(said('"We are ready to work with all," said spokesperson Mao Ning. The Paris Agreement came into effect later.\n"We have always kept our word," she said.')[1]?.[0], 'Mao Ning');
  });
});
