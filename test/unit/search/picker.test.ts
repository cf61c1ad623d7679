import assert from 'node:assert/strict';
import { createPicker } from '../../../src/core/search/picker';
import type { PickerEntry } from '../../../src/core/search/pickerTypes';
import { pinyinKeys, typedOf } from '../../../src/core/search/pinyin';

const entry = (words: string, fields: string[] = [], date: string | null = null, weight = 0.5): PickerEntry => ({ words, fields, date, weight });
const entries = [
  entry('科技创新是发展的第一动力', ['张明'], '2021-05-06'),
  entry('坚持开放合作，共同应对时代挑战', ['李强国'], '2023'),
  entry('银行行长重视率先发展', [], null),
  entry('全球科技治理', ['某论坛']),
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

  for (const [words, initials] of [
    ['重组', 'cz'], ['双重', 'sc'], ['重申', 'cs'], ['重点', 'zd'], ['行业', 'hy'], ['先行', 'xx'], ['银行行长', 'yhhz'], ['效率', 'xl'], ['率先', 'sx'], ['比率', 'bl'],
    ['和平', 'hp'], ['附和', 'fh'], ['长期', 'cq'], ['增长', 'zz'], ['调整', 'tz'], ['调查', 'dc'], ['降低', 'jd'], ['投降', 'tx'], ['传统', 'ct'], ['参差', 'cc'], ['会计', 'kj'],
    ['供给', 'gj'], ['校对', 'jd'], ['学校', 'xx'], ['朝阳', 'cy'], ['藏族', 'zz'], ['都市', 'ds'], ['作为', 'zw'], ['着力', 'zl'], ['更加', 'gj'], ['系统', 'xt'], ['乐观', 'lg'], ['音乐', 'yy'],
    ['重启', 'cq'], ['重新', 'cx'], ['重温', 'cw'], ['重叠', 'cd'], ['重大', 'zd'], ['举重若轻', 'jzrq'], ['行稳致远', 'xwzy'],
  ] as const) {
    it(`reads ${words} as ${initials}`, () => assert.equal(pinyinKeys(words).initials, initials));
  }
});

describe('what may be typed, as it is stored', () => {
  it('has syllables, and clauses also where they have none', () => {
    assert.equal(typedOf('坚持开放，共同应对！'), 'jian chi kai fang,gong tong ying dui');
    assert.equal(typedOf('——，R&D经费'), ',r d jing fei');
    assert.equal(typedOf(''), '');
  });
});

describe('a picker that is made ready in slices', () => {
  it('finds the same, and says when it is done', () => {
    const sliced = createPicker(entries);
    let slices = 0;
    while (!sliced.prepare(2, true)) slices++;
    assert.ok(slices > entries.length / 2, String(slices));
    for (const query of ['kjcx', 'lvse', 'zs']) assert.deepEqual(sliced.find(query, 5), picker.find(query, 5));
  });

  it('finds the same by letters that are stored, and when they have been let go', () => {
    const stored = createPicker(entries.map((one) => ({ ...one, typed: () => typedOf(one.words) })));
    for (const query of ['kjcx', 'lvse', 'zs', 'gongtongyingdui']) {
      assert.deepEqual(stored.find(query, 5), picker.find(query, 5));
      stored.forgetLetters();
      assert.equal(stored.prepare(1, false), true);
      assert.deepEqual(stored.find(query, 5), picker.find(query, 5));
    }
  });

  it('does not keep who asks before from an answer', () => {
    const early = createPicker(entries);
    early.prepare(1, true);
    assert.deepEqual(early.find('kjcx', 5), picker.find('kjcx', 5));
    assert.equal(early.prepare(1, true), true);
  });
});

describe('pinyin keys of other scripts', () => {
  it('are those of Simplified', () => {
    assert.equal(pinyinKeys('發展').full, pinyinKeys('发展').full);
  });

  it('are few for what is not Chinese', () => assert.equal(pinyinKeys('——').full, ''));
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
    ['gaps and a wrong one among them', '坚开房合作', '坚持开放合作，共同应对时代挑战'],
    ['two characters exchanged', '科技新创是', '科技创新是发展的第一动力'],
    ['initials of a later clause', 'gtydsd', '坚持开放合作，共同应对时代挑战'],
    ['occasion', '论坛 科技', '全球科技治理'],
    ['month', '2021-05', '科技创新是发展的第一动力'],
    ['likeness of a speaker', '李强囯', '坚持开放合作，共同应对时代挑战'],
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
