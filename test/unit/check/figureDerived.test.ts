import assert from 'node:assert/strict';
import { checkFigures } from '../../../src/core/check/rules/figure';
import { draftTable, draftTableMarkdown } from '../../../src/core/features/figures/draftTable';
import { figureHover } from '../../../src/core/features/figures/hover';
import { groupComparable } from '../../../src/core/extract/figures/comparable';
import { extractFigures } from '../../../src/core/extract/figures/extractFigures';
import { sourceOfLines } from '../figuresSource';

const sources = [
  sourceOfLines(['2017年，全国海洋科研经费为500亿元。', '2018年，全国海洋科研经费为600亿元。', '2018年，全国海洋基础研究经费为39亿元。', '2012年，全国海洋科研经费为240亿元。'], '海洋年鉴', 'sea.txt'),
  sourceOfLines(['2018年，青岛有远洋渔船120艘。', '2018年，大连有远洋渔船85艘。'], '渔业年鉴', 'ships.txt'),
  sourceOfLines(['In 2017, ocean research funding of the whole country reached 50 billion yuan.', 'In 2018, ocean research funding of the whole country reached 60 billion yuan.'], 'Ocean Bulletin', 'ocean.txt'),
];
const figures = groupComparable(sources.flatMap((source) => extractFigures(source)));
/** Of the last figure: its verdict, how it is derived, and from what. */
function last(text: string): string {
  const one = checkFigures({ figures, sources }, { text, language: 'markdown' }, 'zh-cn').figures.at(-1);
  return `${one?.verdict ?? 'none'} ${one?.derived?.how ?? '-'} ${one?.derived?.from.map(({ raw }) => raw).join(' ') ?? ''}`.trim();
}

const SENTENCE = '2018年，全国海洋科研经费为600亿元，比上年增长20%。';

describe('all figures of a draft as a table', () => {
  const draft = { text: `# 稿\n\n前一句没有数。${SENTENCE}\n`, language: 'markdown' as const };
  const table = (locale: 'en' | 'zh-cn') => draftTable(draft.text, checkFigures({ figures, sources }, draft, locale), locale);

  it('gives each with the words around it, its verdict, its source and what it follows from', () => {
    assert.deepEqual(table('zh-cn').map(({ raw, excerpt, verdict, notes }) => [raw, excerpt, verdict, ...notes]), [
      ['600亿元', '2018年，全国海洋科研经费为600亿元，比上年增长20…', 'agrees'], ['20%', '…经费为600亿元，比上年增长20%。', 'no-source', '可由来源推算（增幅）：600亿元（2018年）、500亿元（2017年）'],
    ]);
    assert.deepEqual(table('en').at(-1)?.notes, ['follows from the sources (growth): 600亿元 (2018), 500亿元 (2017)']);
  });
  it('is Markdown with one row a figure, and nothing where there is none', () => {
    const words = draftTableMarkdown(table('zh-cn'), 'zh-cn', ({ start }) => String(start));
    assert.equal(words.split('\n').length, 4);
    assert.match(words, /^\| 位置 \| 数据 \|/u);
    assert.equal(draftTableMarkdown([], 'en', () => ''), '');
  });
  it('stands in the hover', () => {
    const hover = figureHover({ figures, sources }, draft, draft.text.indexOf('20%'));
    assert.equal(hover?.derived?.how, 'growth');
    assert.equal(hover?.group?.rows[0]?.raw, '600亿元');
  });
});

describe('figures that follow from figures of the library', () => {
  const cases: [string, string, string][] = [
    ['growth over the year before', '2018年，全国海洋科研经费为600亿元，比上年增长20%。', 'no-source growth 600亿元 500亿元'],
    ['growth over a named year', '2018年，全国海洋科研经费为600亿元，比2012年增长150%。', 'no-source growth 600亿元 240亿元'],
    ['an amount added', '2018年，全国海洋科研经费为600亿元，比上年增加100亿元。', 'no-source difference 600亿元 500亿元'],
    ['a sum', '2018年，青岛有远洋渔船120艘，大连有远洋渔船85艘，两市合计205艘。', 'no-source sum 120艘 85艘'],
    ['a share', '2018年，全国海洋科研经费为600亿元，全国海洋基础研究经费为39亿元，基础研究经费占科研经费的比重为6.5%。', 'no-source share 39亿元 600亿元'],
    ['another rate', '2018年，全国海洋科研经费为600亿元，比上年增长21%。', 'no-source -'],
    ['a rate at constant prices', '2018年，全国海洋科研经费为600亿元，按可比价计算比上年增长20%。', 'no-source -'],
    ['a year that the library does not hold', '2018年，全国海洋科研经费为600亿元，比2016年增长20%。', 'no-source -'],
    ['a fall that is a rise', '2018年，全国海洋科研经费为600亿元，比上年下降20%。', 'no-source -'],
    ['a level that is wrong itself', '2018年，全国海洋科研经费为610亿元，比上年增长20%。', 'no-source -'],
    ['another sum', '2018年，青岛有远洋渔船120艘，大连有远洋渔船85艘，两市合计215艘。', 'no-source -'],
    ['no word that sums up', '2018年，青岛有远洋渔船120艘，大连有远洋渔船85艘，另有渔港205座。', 'no-source -'],
    ['a fall, and the year before by 同比', '2017年，全国海洋科研经费为500亿元。2018年，全国海洋科研经费为600亿元，同比增长20%。', 'no-source growth 600亿元 500亿元'],
    ['English growth', 'In 2018, ocean research funding of the whole country reached 60 billion yuan, up 20 percent from 2017.', 'no-source growth 60 billion yuan 50 billion yuan'],
    ['English growth that does not follow', 'In 2018, ocean research funding of the whole country reached 60 billion yuan, up 25 percent from 2017.', 'no-source -'],
    ['what a source states', '2018年，全国海洋科研经费为600亿元。', 'agrees -'],
  ];
  for (const [name, text, expected] of cases) it(`${name}: ${text}`, () => assert.equal(last(text), expected));
});
