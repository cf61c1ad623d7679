import assert from 'node:assert/strict';
import { draftFigures } from '../../../src/core/check/figures/draftFigures';
import { contradictions } from '../../../src/core/check/figures/insideDraft';

const found = (text: string): string[] => contradictions(draftFigures({ text, language: 'markdown' })).map((c) => `${c.fault} ${text.slice(c.start, c.end)}`);

describe('figures of a draft against one another', () => {
  const cases: readonly (readonly [string, string, readonly string[]])[] = [
    ['growth that does not follow', '2022年，全市粮食贸易额120亿元，比上年增加10亿元，增长15%。', ['growth 15%']],
    ['growth that follows, rounded', '2022年，全市粮食贸易额120亿元，比上年增加10亿元，增长9.1%。', []],
    ['growth at constant prices', '全市粮食贸易额120亿元，比上年增加10亿元，按可比价格计算增长7.5%。', []],
    ['a fall', '全县共有小学154所，比上年减少46所，下降33%。', ['growth 33%']],
    ['a fall that follows', '全县共有小学154所，比上年减少46所，下降23%。', []],
    ['from and to', '游客人数从100万人增加到120万人，增长30%。', ['growth 30%']],
    ['over several years', '游客人数从100万人增加到120万人，年均增长4%。', []],
    ['parts and total', '2022年，全市进出口总值20亿元，其中出口11亿元，进口6亿元。', ['sum 20亿元']],
    ['parts that make it', '2022年，全市进出口总值20.1亿元，其中出口11.46亿元，增长3%；进口8.64亿元。', []],
    ['one part only', '2022年，全市进出口总值20亿元，其中出口11亿元。', []],
    ['shares of one whole', '煤、油、气分别占消费量的55%、40%和15%。', ['share 55%、40%和15%']],
    ['shares that may overlap', '青年占55%，女性占60%。', []],
    ['a share over 100 %', '企业投入占全部投入的比例为112%。', ['share 112%']],
    ['two values', '2022年，全市渔业产值达到45亿元。\n会议认为，成绩很大。2022年，全市渔业产值达到54亿元。', ['conflict 54亿元']],
    ['the same, rounded', '2022年，全市渔业产值达到45.3亿元。\n2022年，全市渔业产值超过45亿元。', []],
    ['two years', '2022年，全市渔业产值达到45亿元。2021年，全市渔业产值达到41亿元。', []],
  ];
  for (const [name, text, expected] of cases) it(`${name}: ${text}`, () => assert.deepEqual(found(text), expected));
});
