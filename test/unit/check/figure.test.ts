import assert from 'node:assert/strict';
import { compareValues, oneSlip } from '../../../src/core/check/figures/compareValues';
import type { Valued } from '../../../src/core/check/figures/compareValues';
import { checkFigures } from '../../../src/core/check/rules/figure';
import { groupComparable } from '../../../src/core/extract/figures/comparable';
import { extractFigures } from '../../../src/core/extract/figures/extractFigures';
import type { Relation } from '../../../src/core/library/types';
import { readSource } from '../../../src/core/parse/readSource';
import { layoutOfTable } from '../../../src/core/parse/table';
import { sourceOfLines } from '../figuresSource';

const sources = [
  sourceOfLines([
    '我国启动建设了53家海洋观测联合实验室，参加交流培训的渔业科技人员约达18万人次。',
    '2018年全国共投入海洋环保经费30782.9亿元，比上年增加2826.6亿元，增长10.1%；海洋环保经费投入强度为2.54%，比上年提高0.11个百分点。',
    '海洋论文数量从2012年的4.67万篇增加至2017年的14.45万篇，占全部论文的比例从23.6%提升至26.2%。',
    '青岛是海洋之城，拥有近3万家国家级海洋企业和90多所海洋学校。',
    '截至2018年底，我国在沿岸建成70多个渔业产业园，举办渔业对接活动300余场。',
    '捕捞机械化率从60.2%提高到65.2%。海洋生产总值增加到12.1万亿元，五年年均增长5.2%。',
    '张工程师表示，2009—2019年，我国高被引海洋论文数为30755篇。',
  ], '海洋报告', 'sea.txt'),
  sourceOfLines(['In 2018, China spent 202.35 billion yuan on basic ocean research.'], 'Ocean', 'sea-en.txt'),
];
const figures = groupComparable(sources.flatMap((source) => extractFigures(source)));
const check = (text: string): ReturnType<typeof checkFigures> => checkFigures({ figures, sources }, { text, language: 'markdown' }, 'zh-cn');
const verdicts = (text: string): string[] => check(text).figures.map((f) => f.verdict);

describe('figures of a draft against the library', () => {
  const cases: [string, string, string[]][] = [
    ['the same in another notation', '海洋环保经费投入在2018年为3.07829万亿元。', ['agrees']],
    ['Chinese numerals', '我国启动建设海洋观测联合实验室五十三家。', ['agrees']],
    ['a thousands comma and the hedge', '参加交流培训的渔业科技人员约180,000人次。', ['agrees']],
    ['a percentage in words', '2017年，海洋论文占全部论文的比例达到百分之二十六点二。', ['agrees']],
    ['English against English', 'In 2018, China spent 202.35 billion yuan on basic ocean research.', ['agrees']],
    ['rounded, with the hedge that allows it', '2018年，全国海洋环保经费投入突破3万亿元。', ['rounded']],
    ['rounded about', '2017年海洋论文数量约14万篇。', ['rounded']],
    ['another digit', '我国启动建设了63家海洋观测联合实验室。', ['differs']],
    ['two digits exchanged', '2017年海洋论文数量达到14.54万篇。', ['differs']],
    ['a unit ten times too small', '2018年，全国海洋环保经费投入3078.29亿元。', ['differs']],
    ['万 for 亿', '2018年，全国海洋环保经费投入30782.9万元。', ['differs']],
    ['per cent for percentage points', '2018年海洋环保经费投入强度比上年提高0.11%。', ['differs']],
    ['another year', '2017年，我国海洋环保经费投入强度达到2.54%。', ['differs']],
    ['another state date', '截至2016年底，我国在沿岸建成渔业产业园70多个。', ['differs']],
    ['the hedge turned round', '青岛拥有国家级海洋企业超过3万家。', ['differs']],
    ['the hedge lost', '举办渔业对接活动300场。', ['differs']],
    ['the next ten with the same hedge', '截至2018年底，我国在沿岸建成渔业产业园80多个。', ['differs']],
    ['from and to exchanged', '海洋论文占全部论文的比例从26.2%变为23.6%。', ['differs', 'differs']],
    ['a fall for a rise', '2018年，全国海洋环保经费投入比上年下降10.1%。', ['differs']],
    ['another place', '大连现有国家级海洋企业近2.4万家。', ['no-source']],
    ['our own town', '我市国家级海洋企业为3.2万家。', ['no-source']],
    ['a plan', '到2030年，力争再建100家海洋观测联合实验室。', ['no-source']],
    ['another indicator', '去年，规模以上工业企业设立研发机构的比例为48.6%。', ['no-source']],
    ['a part of the indicator', '2018年，企业海洋环保经费投入23878.6亿元。', ['no-source']],
    ['a share that is only derivable', '2018年，基础研究经费在全国海洋环保经费中占6.57%。', ['no-source']],
    ['English against Chinese', 'In 2018, China spent 3078.29 billion yuan on ocean protection.', ['no-source']],
    ['a value per head', '2018年，全国人均海洋环保经费投入218元。', ['no-source']],
    ['a part of the year', '2018年上半年，全国海洋环保经费投入增长9.2%。', ['no-source']],
    ['a level of no stated year, and the beginning of a rise', '全县海域12.4万亩，捕捞机械化率43.6%，比上年末提高0.7个百分点。', ['no-source', 'no-source', 'no-source']],
    ['a value of no stated year, and that of another report', '主要表现在，经济规模稳步扩大，海洋生产总值达到13.49万亿元。', ['no-source']],
    ['a number of no stated years, and that of stated ones', '高被引海洋论文数达42920篇，居全球第二。', ['no-source', 'no-source']],
    ['another number in its own sentence', '海洋生产总值增加到14.8万亿元，五年年均增长5.2%。', ['differs', 'agrees']],
    ['the value of another year', '2019年，我国海洋环保经费投入强度为2.67%。', ['no-source']],
  ];
  for (const [name, text, expected] of cases) it(`${name}: ${text}`, () => assert.deepEqual(verdicts(text), expected));

  it('says the unit of a table with its cell, and puts it in', () => {
    const text = '指标,2021年,2022年\n常住人口（万人）,500.3,498.1\n', table = readSource({ file: 'a.csv', text, layout: layoutOfTable(text) });
    const { findings: [finding] } = checkFigures({ figures: extractFigures(table), sources: [table] }, { text: '2022年，常住人口498.1亿人。', language: 'markdown' }, 'zh-cn');
    assert.match(finding?.message ?? '', /来源为498\.1万人/);
    assert.deepEqual(finding?.edits.map((e) => e.newText), ['498.1万人']);
  });

  it('tells parts of a year, places with their rank and members of a pair apart', () => {
    const local = sourceOfLines(['2018年，衡水市地区生产总值1800.5亿元；城、乡居民人均可支配收入分别为22694元、9527元。', '2018年上半年，衡水市出口3.08万亿元，同比增长3%。三季度增长3.9%。'], null, 'local.txt');
    const answer = (text: string): string[] => checkFigures({ figures: extractFigures(local), sources: [local] }, { text, language: 'markdown' }, 'zh-cn').figures.map((f) => f.verdict);
    const cases: [string, string][] = [
      ['2018年，衡水市地区生产总值1805亿元。', 'differs'], ['2018年，邢台市地区生产总值1805亿元。', 'no-source'],
      ['2018年，衡水市城镇居民人均可支配收入22694元。', 'agrees'], ['2018年上半年，衡水市出口3.80万亿元。', 'differs'],
      ['2018年，衡水市出口6.1万亿元。', 'no-source'], ['到2025年，衡水市出口年均增长3%以上。', 'no-source'],
    ];
    for (const [text, verdict] of cases) assert.deepEqual(answer(text), [verdict], text);
  });
  it('asks Chinese sources in the words of an English indicator', () => {
    const chinese = sourceOfLines(['2018年，全国基础研究经费2023.5亿元；应用研究经费3482.5亿元。'], null, 'zh.txt');
    const answer = (text: string): string[] => checkFigures({ figures: extractFigures(chinese), sources: [chinese] }, { text, language: 'markdown' }, 'en').figures.map((f) => f.verdict);
    assert.deepEqual(answer('In 2018, China spent 348.25 billion yuan on applied research.'), ['agrees']);
    assert.deepEqual(answer('In 2018, China spent 20.235 billion yuan on basic research.'), ['differs']);
    assert.deepEqual(answer('In 2018, China spent 61.2 billion yuan on private basic research.'), ['no-source']);
  });
  it('asks English sources in the words of a Chinese indicator, where all of them are known', () => {
    const english = [sourceOfLines(["In 2018, the country's exports rose 3.7 percent to 11.46 trillion yuan. Imports fell 1.2 percent to 8.64 trillion yuan.", 'In 2018, exports of tropical fish reached 5.32 billion yuan.'], 'Trade of China', 'trade-en.txt')];
    const answers = (text: string): string[] => checkFigures({ figures: groupComparable(english.flatMap((source) => extractFigures(source))), sources: english }, { text, language: 'markdown' }, 'zh-cn').figures.map((f) => f.verdict);
    const cases: [string, string[]][] = [
      ['2018年，我国出口11.46万亿元，同比增长3.7%。', ['agrees', 'agrees']],
      ['2018年，我国出口超过11万亿元，进口8.46万亿元。', ['rounded', 'differs']],
      ['2018年，我国进口8.64亿元。', ['differs']],
      ['2018年，我国服务出口1.3万亿元，江苏出口1.6万亿元，稻米出口7.32亿元。', ['no-source', 'no-source', 'no-source']],
      ['2017年，我国出口10.9万亿元。', ['no-source']],
    ];
    for (const [text, expected] of cases) assert.deepEqual(answers(text), expected, text);
  });
  it('finds the year and the place that are meant among many', () => {
    const places = ['北京', '上海', '天津', '重庆', '河北', '山西', '辽宁', '吉林', '江苏', '浙江', '安徽', '福建', '江西', '山东', '河南', '湖北', '湖南', '广东', '海南', '四川'];
    const many = places.map((place, p) => sourceOfLines(Array.from({ length: 25 }, (_, y) => `${1996 + y}年，${place}水产品产量为${1000 + 61 * p + 17 * y}万吨。`), null, `${place}.txt`));
    const answer = (text: string): string[] => checkFigures({ figures: many.flatMap((source) => extractFigures(source)), sources: many }, { text, language: 'markdown' }, 'zh-cn').figures.map((f) => f.verdict);
    assert.deepEqual(answer('2019年，四川水产品产量为2550万吨。'), ['agrees']);
    assert.deepEqual(answer('2020年，四川水产品产量为2576万吨。'), ['differs']);
    assert.deepEqual(answer('2019年，云南水产品产量为2550万吨。'), ['no-source']);
  });
  it('judges a figure anew when its own line or the library changes, and otherwise gives the same answer at its new place', () => {
    const at = (text: string): [string, number][] => check(text).figures.map((f) => [f.verdict, f.start]);
    const line = '我国启动建设了53家海洋观测联合实验室。';
    assert.deepEqual(at(line), [['agrees', 7]]);
    assert.deepEqual(at(`开头。\n${line}`), [['agrees', 11]]);
    assert.deepEqual(at(`开头。\n${line.replace('53', '63')}\n${line}`), [['differs', 11], ['agrees', 32]]);
    assert.deepEqual(checkFigures({ figures: [], sources: [] }, { text: line, language: 'markdown' }, 'en').figures.map((f) => f.verdict), ['no-source']);
  });
  it('lets a plan be quoted, and never corrects one', () => {
    const plan = sourceOfLines(['到2030年，港口吞吐量达到820万吨。'], null, 'plan.txt');
    const answer = (text: string): string[] => checkFigures({ figures: extractFigures(plan), sources: [plan] }, { text, language: 'markdown' }, 'en').figures.map((f) => f.verdict);
    assert.deepEqual([answer('到2030年，港口吞吐量力争达到820万吨。'), answer('到2030年，港口吞吐量力争达到830万吨。')], [['agrees'], ['no-source']]);
  });
  it('says nothing about the sources themselves', () => {
    for (const source of sources) assert.deepEqual(check(source.raw).findings, []);
  });
  it('reports with the source, a rule and a fix in the notation of the draft', () => {
    const [finding] = check('我国启动建设海洋观测联合实验室六十三家。').findings;
    assert.ok(finding);
    assert.equal(finding.rule, 'figure.differs');
    assert.equal(finding.source?.file, 'sea.txt');
    assert.equal(finding.edits[0]?.newText, '五十三家');
    assert.match(finding.message, /53家.*海洋报告/);
  });
  it('marks the year where the year is wrong, and puts the right one in', () => {
    const text = '截至2016年底，我国在沿岸建成渔业产业园70多个。';
    const [finding] = check(text).findings;
    assert.equal(finding?.rule, 'figure.period');
    assert.equal(finding && text.slice(finding.start, finding.end), '截至2016年底');
    const edit = finding?.edits[0];
    assert.deepEqual(edit && [text.slice(edit.start, edit.end), edit.newText], ['2016', '2018']);
  });
  it('says which way a change goes, and turns it', () => {
    const text = '2018年，全国海洋环保经费投入比上年下降10.1%。', [finding] = check(text).findings, edit = finding?.edits[0];
    assert.match(finding?.message ?? '', /10\.1%是增加/);
    assert.deepEqual(edit && [text.slice(edit.start, edit.end), edit.newText], ['下降', '增长']);
  });
  it('takes a sentence whose other numbers are others for one of another time', () => {
    const ports = sourceOfLines(['截至2018年6月，渔港与150多个城市、30多个协会签署了合作文件。'], null, 'ports.txt');
    const answer = (text: string): string[] => checkFigures({ figures: extractFigures(ports), sources: [ports] }, { text, language: 'markdown' }, 'en').figures.map((f) => f.verdict);
    assert.deepEqual(answer('渔港已与137个城市和30个协会签署合作文件。'), ['no-source', 'no-source']);
    assert.deepEqual(answer('渔港已与150多个城市和30个协会签署合作文件。'), ['agrees', 'differs']);
  });
  it('does not take the value of a neighbour in a list for the one that is asked for', () => {
    const ports = sourceOfLines(['2018年，捕捞企业、渔业研究机构和水产学校养护经费分别为25922.2亿元、3856.3亿元和2753.3亿元，分别比上年增长8.6%、1.1%和14.1%。'], null, 'ports.txt');
    const answer = (text: string): string[] => checkFigures({ figures: extractFigures(ports), sources: [ports] }, { text, language: 'markdown' }, 'en').figures.map((f) => f.verdict);
    assert.deepEqual(answer('2018年，渔业研究机构养护经费比上年增长1.1%。'), ['agrees']);
    assert.deepEqual(answer('2018年，渔业研究机构养护经费比上年增长14.1%。'), ['no-source']);
  });
  it('reports an exchanged pair once', () => {
    assert.equal(check('海洋论文占全部论文的比例从26.2%变为23.6%。').findings.length, 1);
  });
  it('speaks English when asked', () => {
    const { findings } = checkFigures({ figures, sources }, { text: '我国启动建设了63家海洋观测联合实验室。', language: 'plaintext' }, 'en');
    assert.match(findings[0]?.message ?? '', /^The figure is not the source's/);
  });
  it('leaves code, headings and links of Markdown alone, and reads escaped LaTeX', () => {
    assert.deepEqual(verdicts('# 我国启动建设了63家海洋观测联合实验室\n`海洋观测联合实验室63家`'), []);
    const { figures: found } = checkFigures({ figures, sources }, { text: '2018年海洋环保经费投入强度为2.54\\%。% 63家', language: 'latex' }, 'en');
    assert.deepEqual(found.map((f) => f.verdict), ['agrees']);
  });
});

describe('values compared', () => {
  const valued = (value: number, relation: Relation = '=', unit = '家', precision = 1): Valued => ({ raw: String(value), value, unit, relation, precision });
  const verdict = (draft: Valued, source: Valued): string => {
    const answer = compareValues(draft, source);
    return answer === null ? 'none' : answer.verdict === 'differs' ? answer.fault : answer.verdict;
  };
  it('knows what a hedge leaves open', () => {
    assert.equal(verdict(valued(53), valued(50, '>')), 'rounded');
    assert.equal(verdict(valued(63), valued(50, '>')), 'digit');
    assert.equal(verdict(valued(30000, '>'), valued(30000, '<')), 'hedge');
    assert.equal(verdict(valued(30000, '<'), valued(30412)), 'hedge');
    assert.equal(verdict(valued(30000, '>'), valued(30412)), 'rounded');
    assert.equal(verdict(valued(50, '>='), valued(50, '>')), 'agrees');
    assert.equal(verdict(valued(31, '>'), valued(30, '=', '家', 0.1)), 'hedge');
    assert.equal(verdict(valued(3.6, '>', '万亿元', 0.1), valued(2.79, '=', '万亿元', 0.01)), 'digit');
  });
  it('tells rounding from error', () => {
    assert.equal(verdict(valued(30800, '=', '亿', 100), valued(30782.9, '=', '亿', 0.1)), 'rounded');
    assert.equal(verdict(valued(31800, '=', '亿', 100), valued(30782.9, '=', '亿', 0.1)), 'digit');
    assert.equal(verdict(valued(700000, '~', '人', 10000), valued(703500, '=', '人', 100)), 'rounded');
  });
  it('takes a coarser source for no contradiction', () => {
    assert.equal(verdict(valued(22143.6, '=', '亿', 0.1), valued(22100, '=', '亿', 100)), 'rounded');
    assert.equal(verdict(valued(24143.6, '=', '亿', 0.1), valued(22100, '=', '亿', 100)), 'digit');
  });
  it('tells scales from digits', () => {
    assert.equal(verdict(valued(2023.5e4, '=', '元'), valued(2023.5e8, '=', '元')), 'unit');
    assert.equal(verdict(valued(0.11, '=', '%'), valued(0.11, '=', '百分点')), 'points');
    assert.equal(verdict(valued(3, '=', '%'), valued(0.11, '=', '百分点')), 'none');
    assert.equal(verdict(valued(3, '=', '吨'), valued(3, '=', '元')), 'none');
  });
  it('knows one slip of the hand', () => {
    assert.ok(oneSlip(788, 778) && oneSlip(14.54, 14.45) && oneSlip(1234, 124));
    assert.ok(oneSlip(3.8e12, 3.08e12));
    assert.ok(!oneSlip(788, 912) && !oneSlip(5, 6) && !oneSlip(6.1, 61.6));
  });
});
