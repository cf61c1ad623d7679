import assert from 'node:assert/strict';
import { readSource } from '../../../src/core/parse/readSource';
import { layoutOfHtml } from '../../../src/core/parse/html/html';

const BODY = '这里是一段足够长的正文，说明会议的背景、内容和意义，供测试段落划分之用，句子完整，没有别的意思。';
const read = (text: string) => readSource({ file: 'a.txt', text });
const clean = (text: string): string[] => read(text).paragraphs.map((p) => p.text);

/** Damage by kind: the words as they stand, as they read, what was taken out and why. */
const CASES: readonly (readonly [string, string, string, string])[] = [
  ['note marks of Pandoc and of journals with pages', '合作不断加深^[3]^，成果显著[1](P12-13)，前景广阔^②^。[2]\n\n[1] 甲. 某文[J]. 某刊, 2020.', '合作不断加深，成果显著，前景广阔。', 'note-mark'],
  ['note marks whose list is lost, counting up', '港口是门户[1]，航道是血脉[2,3]，人才是根本[4]。', '港口是门户，航道是血脉，人才是根本。', 'note-mark'],
  ['blanks between all characters', `${'加 强 国 际 合 作 ， 促 进 共 同 发 展 。'.repeat(4)}`, '加强国际合作，促进共同发展。'.repeat(4), 'layout-space'],
  ['commas that a converter doubled', '大会开幕,，代表到齐,。会上强调,，要开放,、要合作,，要共享。', '大会开幕，代表到齐。会上强调，要开放、要合作，要共享。', 'doubled-mark'],
  ['zero-width characters and marks of direction', '开\u200b放合\u2060作\u200e，互利\ufeff共赢\ufe0f。', '开放合作，互利共赢。', 'zero-width'],
  ['readings that are repeated', '国(guo)(guo)(guo)务(wu)(wu)院召开会(huì)议(yì)。', '国务院召开会议。', 'pinyin'],
  ['readings of whole words', '今天的会议很重要(zhòng yào)，要落实（luòshí），要银行（yin hang）支持。', '今天的会议很重要，要落实，要银行支持。', 'pinyin'],
  ['blanks between the characters of a stretch', '会议认为，港 口 是 国 家 的 门 户 。要加强建设。', '会议认为，港口是国家的门户。要加强建设。', 'layout-space'],
  ['where a press goes on', '（上接第1版）没有开放，创新就成了无源之水，一切都无从谈起。（下转第4版）', '没有开放，创新就成了无源之水，一切都无从谈起。', 'furniture'],
  ['radicals and compatibility characters', '⼈⼝众多，⻓期合作，⽅法来⾃⽣活，更加開放。', '人口众多，长期合作，方法来自生活，更加開放。', 'compatibility-form'],
  ['ligatures', 'The oﬃce set up a ﬁrst-class ﬂoor for the meeting of the two sides.', 'The office set up a first-class floor for the meeting of the two sides.', 'compatibility-form'],
];

describe('damage by kind', () => {
  for (const [name, text, expected, reason] of CASES) it(name, () => {
    const source = read(`${text}\n`);
    assert.equal(source.paragraphs[0]?.text, expected);
    assert.ok(source.removed.some((removal) => removal.reason === reason), JSON.stringify(source.removed));
    for (const { start, end, raw } of source.removed) assert.equal(source.raw.slice(start, end), raw);
    const [p] = source.paragraphs;
    // Every letter leads to its own place.
    for (let i = 0; p && i < p.text.length; i++) {
      const { start, end } = p.map.span({ start: i, end: i + 1 });
      assert.ok(source.raw.slice(start, end).includes(p.text[i] as string) || reason === 'compatibility-form', `${p.text[i]} at ${start}`);
    }
  });

  const KEPT: readonly (readonly [string, string])[] = [
    ['an array of one', '数组[3]的元素与集合[7]的元素。'],
    ['numbers that do not count from one', '见图[2]与图[5]，再看图[9]。'],
    ['blanks between names and titles', '参加会议的有 王小明 李文涛 等同志，会议由 张某 主持，内容如下。'],
    ['letters in brackets that are no reading', '参加者来自北京（beijing office）、上海（Shanghai）和海滨市（hb）的港口。'],
    ['four names apart by blanks', '出席的有甲 乙 丙 丁四人，见第3版（下）和第4页（图）。'],
    ['a sentence that begins with a marked word', '开放是前提[1]，没有开放就没有创新。'],
    ['a comma before a Chinese one, once', '他说,，好。'],
    ['genuine brackets', '国际组织联盟（ANSO）与铁路（km）以及银行（行）。'],
    ['powers, level or as tags', '能力达到10^{6}次，R<sup>2</sup>为0.93，面积12km<sup>2</sup>。'],
    ['chemical formulas', '用H2O2和CO2作原料，产量为20万吨。'],
  ];
  for (const [name, text] of KEPT) it(`keeps ${name}`, () => assert.deepEqual(clean(`${text}\n`), [text]));

  it('marks letters that were read for digits, and repairs nothing', () => {
    const [p] = read(`2O2O年以来，投入增长l2%，产量达到3O万吨，人口为20万。${BODY}\n`).paragraphs;
    assert.deepEqual(p?.damaged.map(({ start, end }) => p.text.slice(start, end)), ['O', 'O']);
    assert.ok(p?.text.startsWith('2O2O年以来'));
  });

  it('does the same in markup', () => {
    const text = `<article><h1>关于⼈才的意见</h1><p>${BODY}⼈⼝众多，⻓期&#x5408;作。</p></article>`;
    const source = readSource({ file: 'a.html', text, layout: layoutOfHtml(text) });
    assert.ok(source.paragraphs.at(-1)?.text.endsWith('人口众多，长期合作。'));
    assert.equal(source.title, '关于人才的意见');
    assert.ok(source.removed.some(({ raw, reason }) => raw === '⻓' && reason === 'compatibility-form'));
  });

  it('sets lines of marks and the ends of pages apart', () => {
    const source = read(`港口要闻\n\n01版：要闻\n\n前一版 下一版 2021年01月02日\n\n港口建设走在前列\n\n2021-01-02 10:20 来源：海滨网\n\n${BODY}\n\n1 S5 ^3 i( u! }+ N) |' B, G-\n\n********\n\n?\n\n（完）\n`);
    assert.deepEqual(source.paragraphs.filter(({ kind }) => kind !== 'boilerplate').map(({ text }) => text), ['港口建设走在前列', BODY]);
    assert.deepEqual([source.title, source.date, source.publication], ['港口建设走在前列', '2021-01-02', '海滨网']);
  });
});
