import assert from 'node:assert/strict';
import { dateOf, englishDateOf } from '../../../src/core/extract/quotes/date';
import { toInsertable } from '../../../src/core/extract/quotes/insertable';
import { findMarks, outermost } from '../../../src/core/extract/quotes/marks';
import { occasionOf } from '../../../src/core/extract/quotes/occasion';
import { findPersons } from '../../../src/core/extract/quotes/people';
import { extractQuotes, groupEditions } from '../../../src/core/extract/quotes/quotes';
import { sourceOf } from './quotesSource';

describe('quotation marks', () => {
  const words = (text: string) => outermost(findMarks(text)).map((m) => text.slice(m.start, m.end));
  it('finds pairs of every kind', () => assert.deepEqual(words('“甲”「乙」『丙』"丁"‘戊’'), ['甲', '乙', '丙', '丁', '戊']));
  it('keeps inner pairs inside outer ones', () => {
    const marks = findMarks('「外『內』外」');
    assert.deepEqual(marks.map((m) => m.depth), [0, 1]);
    assert.deepEqual(words('“外“内”外”'), ['外“内”外']);
  });
  it('takes an apostrophe for a letter', () => assert.deepEqual(words("‘It's ours’ he said"), ["It's ours"]));
  it('marks a pair that is never closed', () => {
    const [m] = findMarks('他说：“没有说完');
    assert.equal(m?.closed, false);
    assert.equal(m?.end, '他说：“没有说完'.length);
  });
  it('reads a closing mark that stands for an opening one', () => assert.deepEqual(words('他说：”说完了。”'), ['说完了。']));
  it('lets an unclosed mark hold no pair', () => assert.deepEqual(words('他说：“开头没有结尾，又说“完整”。'), ['完整']));
});

describe('words for insertion', () => {
  const table: readonly (readonly [string, string])[] = [
    ['擴大開放, 加強合作。', '扩大开放，加强合作。'],
    ['创新驱动 发展战略', '创新驱动发展战略'],
    ['增长 5.2% ,达到 1,000 亿元', '增长5.2%，达到1,000亿元'],
    ['要發展「數字經濟」', '要发展“数字经济”'],
    ['他问:"为什么?"', '他问：“为什么？”'],
    ['合作(含培训)不断深化.', '合作（含培训）不断深化。'],
    ['上午9:30开始', '上午9:30开始'],
    ['science has no borders, and benefits all', 'science has no borders, and benefits all'],
  ];
  for (const [from, to] of table) it(from, () => assert.equal(toInsertable(from), to));
  it('is stable', () => { for (const [, to] of table) assert.equal(toInsertable(to), to); });
});

describe('dates of attributions', () => {
  const table: readonly (readonly [string, string | null, string | null])[] = [
    ['2020年9月11日，李强在座谈会上指出', null, '2020-09-11'],
    ['2018年6月某会议上', null, '2018-06'],
    ['9月10日，向2023年港口论坛致贺信', null, '2023-09-10'],
    ['向2021港口论坛致贺', null, '2021'],
    ['二〇一九年，他提出', null, '2019'],
    ['9月10日，他说', null, null],
    ['9月10日，他说', '2023-09-12', '2023-09-10'],
    ['12月30日，他说', '2024-01-02', '2023-12-30'],
    ['去年他指出', '2023-05-01', '2022'],
    ['今天上午他说', '2023-05-01', '2023-05-01'],
    ['日前他说', '2023-12-19', '2023'],
    ['日前他说', '2024-01-05', null],
    ['2012年以来他多次强调', null, null],
    ['提出2035年远景目标', null, null],
    ['他多次强调', '2023-05-01', null],
  ];
  for (const [text, published, date] of table) it(`${text} ${published ?? ''}`, () => assert.equal(dateOf(text, published), date));
  it('English', () => {
    assert.equal(englishDateOf('said on September 10, 2023', null), '2023-09-10');
    assert.equal(englishDateOf('said on 3 May 2021', null), '2021-05-03');
    assert.equal(englishDateOf('said in June 2018', null), '2018-06');
    assert.equal(englishDateOf('held recently', '2023-12-19'), '2023');
    assert.equal(englishDateOf('said on Monday', '2023-12-19'), '2023-12-18');
    assert.equal(englishDateOf('said on Tuesday', '2023-12-19'), '2023-12-19');
    assert.equal(englishDateOf('said on Friday', '2024-03-01'), '2024-03-01');
    assert.equal(englishDateOf('said on Saturday', '2024-03-01'), '2024-02-24');
    assert.equal(englishDateOf('said on Monday', '2023-12'), null);
    assert.equal(englishDateOf("reads Monday's report", '2023-12-19'), null);
    assert.equal(englishDateOf('said on December 2', '2024-01-05'), '2023-12-02');
    assert.equal(englishDateOf('said on 2 December', null), null);
    assert.equal(englishDateOf('in a letter to the 2021 Harbour Forum on May 25', null), '2021-05-25');
    assert.equal(englishDateOf('a rule that may 25 times', '2023-12-19'), null);
  });
});

describe('occasions', () => {
  const table: readonly (readonly [string, string | null])[] = [
    ['李强在首届港口大会上指出', '首届港口大会'],
    ['李强向第二届港口论坛致贺信', '向第二届港口论坛致贺信'],
    ['李强在致“丝路”青年大会的贺信中强调', '致“丝路”青年大会的贺信'],
    ['李强在给山村小学学生的回信中说', '给山村小学学生的回信'],
    ['李强主持召开企业家座谈会时强调', '主持召开企业家座谈会'],
    ['2019年全国港口工作会议上，李强强调', '2019年全国港口工作会议'],
    ['李强在这一基础上提出', null],
    ['李强多次强调', null],
  ];
  for (const [text, occasion] of table) it(text, () => (occasion === null ? assert.equal(occasionOf(text, '李强'), null) : assert.ok(occasionOf(text, '李强')?.includes(occasion), String(occasionOf(text, '李强')))));
});

describe('names of persons', () => {
  const table: readonly (readonly [string, readonly string[]])[] = [
    ['中共中央总书记、国家主席、中央军委主席习近平在会上指出', ['习近平']],
    ['国务院总理李强调研时说', ['李强']],
    ['教育部部长张文明表示', ['张文明']],
    ['钟南山院士和李兰娟院士表示', ['钟南山', '李兰娟']],
    ['外交部发言人毛宁9日说', ['毛宁']],
    ['法国总统马克龙表示', ['马克龙']],
    ['总书记多次强调', []],
    ['主席会议决定', []],
  ];
  for (const [text, names] of table) it(text, () => assert.deepEqual(findPersons(text).map((p) => p.name), names));
});

describe('editions', () => {
  const quotesOf = (...texts: readonly string[]) => {
    const sources = texts.map((t, i) => sourceOf(t, { file: `${i}.txt`, rank: i }));
    return groupEditions(sources.flatMap(extractQuotes), sources);
  };
  it('joins scripts and widths, and prefers the better source', () => {
    const q = quotesOf('習近平總書記指出：「要擴大開放, 加強合作, 造福各國人民。」', '习近平总书记指出：“要扩大开放，加强合作，造福各国人民。”');
    assert.deepEqual(q.map((x) => x.canonical), ['1.txt:q1', '1.txt:q1']);
  });
  it('gives a part to the quotation that holds it', () => {
    const q = quotesOf('习近平总书记指出：“各国要携手。要扩大开放，加强合作，造福各国人民。”', '习近平总书记强调：“要扩大开放，加强合作，造福各国人民。”');
    assert.deepEqual(q.map((x) => x.canonical), ['0.txt:q1', '0.txt:q1']);
  });
  it('joins a lost particle, never a changed figure or a negation', () => {
    const base = '我们要更加主动地融入各国的创新网络，共同建设开放的港口。';
    assert.equal(new Set(quotesOf(`李强总理说：“${base}”`, `李强总理说：“${base.replace('地', '')}”`).map((x) => x.canonical)).size, 1);
    assert.equal(new Set(quotesOf(`李强总理说：“${base}”`, `李强总理说：“${base.replace('我们要', '我们不')}”`).map((x) => x.canonical)).size, 2);
  });
  it('keeps short common words apart', () => {
    const q = quotesOf('习近平总书记强调：“坚持开放。”', '李强总理强调：“坚持开放合作的道路要走得更稳。”');
    assert.equal(new Set(q.map((x) => x.canonical)).size, 2);
  });
  it('prefers the sound edition', () => {
    const text = '习近平总书记指出：“要扩大开放，加强合作，造福各国人民。”';
    const damaged = sourceOf(text, { file: '0.txt', rank: 5 });
    const sound = sourceOf(text, { file: '1.txt', rank: 1 });
    const hurt = { ...damaged, problems: [{ code: 'damaged-text', message: 'Letters were lost here.', start: 12, end: 14 }] };
    assert.deepEqual(groupEditions([hurt, sound].flatMap(extractQuotes), [hurt, sound]).map((x) => x.canonical), ['1.txt:q1', '1.txt:q1']);
  });
});
