import assert from 'node:assert/strict';
import { createPicker, type PickerEntry } from '../../../src/core/search/picker';
import { pinyinKeys } from '../../../src/core/search/pinyin';

const entry = (words: string, fields: string[] = [], date: string | null = null, weight = 0.5): PickerEntry => ({ words, fields, date, weight });
const entries = [
  entry('科技创新是发展的第一动力', ['张明'], '2021-05-06'),
  entry('坚持开放合作，共同应对时代挑战', ['李强国'], '2023'),
  entry('银行行长重视率先发展', [], null),
  entry('全球科技治理'),
  entry('绿色发展'),
  entry('科学技術是人類的共同財富'),
  entry('R&D经费'),
];
const picker = createPicker(entries);
const best = (query: string) => entries[picker.find(query, 3)[0]?.entry ?? -1]?.words;

describe('pinyin keys', () => {
  it('reads heteronyms by the words around them, letters only', () => {
    assert.equal(pinyinKeys('银行的行长重视，率先重塑').full, 'yinhangdehangzhangzhongshishuaixianchongsu');
    assert.equal(pinyinKeys('银行').initials, 'yh');
    assert.equal(pinyinKeys('重要').full, 'zhongyao');
    assert.equal(pinyinKeys('重复').full, 'chongfu');
    assert.equal(pinyinKeys('绿色').full, 'lvse');
    assert.equal(pinyinKeys('科技，创新！2023').initials, 'kjcx');
    assert.equal(pinyinKeys('').full, '');
  });

  it('reads Traditional characters as their Simplified ones', () => {
    assert.equal(pinyinKeys('發展').full, pinyinKeys('发展').full);
  });
});

describe('picker', () => {
  const cases: [string, string, string][] = [
    ['characters', '科技创新', '科技创新是发展的第一动力'],
    ['characters of a later clause', '共同应对', '坚持开放合作，共同应对时代挑战'],
    ['Traditional for Simplified', '開放合作', '坚持开放合作，共同应对时代挑战'],
    ['Simplified for Traditional', '科学技术', '科学技術是人類的共同財富'],
    ['initials', 'kjcx', '科技创新是发展的第一动力'],
    ['initials inside', 'qqkjzl', '全球科技治理'],
    ['pinyin', 'lvse', '绿色发展'],
    ['pinyin with an unfinished syllable', 'kejichuangx', '科技创新是发展的第一动力'],
    ['a gap', '科创新', '科技创新是发展的第一动力'],
    ['one wrong character', '全球科学治理', '全球科技治理'],
    ['one missing character', '坚持开合作', '坚持开放合作，共同应对时代挑战'],
    ['speaker', '张明', '科技创新是发展的第一动力'],
    ['speaker by initials', 'lqg', '坚持开放合作，共同应对时代挑战'],
    ['year', '2023', '坚持开放合作，共同应对时代挑战'],
    ['speaker and words', '张明 动力', '科技创新是发展的第一动力'],
    ['Latin letters', 'R&D', 'R&D经费'],
  ];
  for (const [name, query, expected] of cases) it(`finds by ${name}`, () => assert.equal(best(query), expected));

  it('starts a pinyin match at a syllable only', () => {
    assert.deepEqual(picker.find('ejichuang', 5, true), []);
  });

  it('gives all by weight for an empty query', () => {
    const ranked = createPicker([entry('甲', [], null, 0.1), entry('乙', [], null, 0.9)]);
    assert.deepEqual(ranked.find('', 5).map((hit) => hit.entry), [1, 0]);
  });

  it('finds nothing for what is not there, and in an empty list', () => {
    assert.deepEqual(picker.find('量子纠缠', 5, true), []);
    assert.deepEqual(createPicker([]).find('科技', 5), []);
    assert.deepEqual(createPicker([]).find('kj', 5), []);
  });

  it('says what begins the words or a clause', () => {
    assert.deepEqual(picker.find('共同', 5, true).map(({ entry: at, opening }) => [at, opening]), [[1, true], [5, false]]);
  });
});
