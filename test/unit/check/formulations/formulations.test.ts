/** Fixed wordings, counted lists, titles and wordings given up, learnt from invented documents. */
import assert from 'node:assert/strict';
import { checkContext, checkDraft } from '../../../../src/core/check/check';
import { oneInnerChange } from '../../../../src/core/check/formulations/oneChange';
import { buildLibrary } from '../../../../src/core/library/buildLibrary';

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });
const tokenizer = { name: 'intl', cut: (text: string) => Array.from(segmenter.segment(text), (part) => part.segment) };
type Document = readonly [text: string, date?: string, title?: string];

function checkerOf(documents: readonly Document[]): (text: string, rule: string) => string[] {
  const context = checkContext(buildLibrary(documents.map(([text, date, title], i) => ({ file: `${i}.txt`, text, catalogue: { title: title ?? `文件${i}`, ...(date ? { date } : {}) } })), tokenizer));
  return (text, rule) => checkDraft(context, { text, language: 'markdown' }, { locale: 'zh-cn' }).findings.filter((finding) => finding.rule === rule)
    .map(({ start, end, fixes }) => `${text.slice(start, end)}${fixes[0] ? `→${fixes[0].edits[0]?.newText ?? ''}` : ''}`);
}

describe('counted lists', () => {
  const find = checkerOf([
    ['全省农村工作会议提出，要坚持“四个优先”，即农业优先、教育优先、就业优先、生态优先。各地要抓好落实。'],
    ['要牢牢把握“三个导向”（问题导向、目标导向、结果导向），改进作风。'],
    ['会议要求做到五个进一步：思想认识进一步提高、责任体系进一步压实、工作机制进一步健全、督查考核进一步严格、群众基础进一步巩固。'],
    ['推进“两个融合”，即城乡融合、产城融合。'], ['推进“两个融合”，即军民融合、城乡融合。'],
    ['全会要求，落实“三个清单”，即建立问题清单、任务清单、责任清单，推动各项工作见效。'],
  ]);
  const cases: readonly (readonly [name: string, draft: string, ...found: string[]])[] = [
    ['are right', '坚持“四个优先”，即农业优先、教育优先、就业优先、生态优先。'],
    ['are right with 和 before the last', '坚持“四个优先”，即农业优先、教育优先、就业优先和生态优先。'],
    ['are right without being spelled out', '坚持“四个优先”，抓好落实。'],
    ['are right where only some are spoken of', '要坚持农业优先、教育优先，补齐短板。'],
    ['are right in brackets', '把握“三个导向”（问题导向、目标导向、结果导向）。'],
    ['say nothing of another list of that form', '坚持“四个优先”，即速度优先、效率优先、公平优先、创新优先。'],
    ['say nothing where the sources do not agree', '推进“两个融合”，即城乡融合、银企融合。'],
    ['lack an item', '坚持“四个优先”，即农业优先、教育优先、生态优先。', '农业优先、教育优先、生态优先→农业优先、教育优先、就业优先、生态优先'],
    ['have another item', '坚持“四个优先”，即农业优先、教育优先、产业优先、生态优先。', '产业优先→就业优先'],
    ['have another order', '坚持“四个优先”，即教育优先、农业优先、就业优先、生态优先。', '教育优先、农业优先、就业优先、生态优先→农业优先、教育优先、就业优先、生态优先'],
    ['lack one in brackets', '把握“三个导向”（问题导向、结果导向）。', '问题导向、结果导向→问题导向、目标导向、结果导向'],
    ['have one too many', '把握“三个导向”（问题导向、目标导向、结果导向、效果导向）。', '效果导向→问题导向、目标导向、结果导向'],
    ['stand before their name', '坚持农业优先、教育优先、生态优先“四个优先”。', '农业优先、教育优先、生态优先→农业优先、教育优先、就业优先、生态优先'],
    ['are right in a list item that ends with a semicolon', '- “三个清单”，即问题清单、任务清单、责任清单；'],
    ['are right with another verb and another clause behind them', '落实“三个清单”，即用好问题清单、任务清单和责任清单，不走过场。'],
    ['are right over a comma', '落实“三个清单”，即问题清单、任务清单，以及责任清单。'],
    ['lack one behind a verb', '落实“三个清单”，即建立问题清单、责任清单。', '问题清单、责任清单→问题清单、任务清单、责任清单'],
    ['are counted wrong', '坚持“三个优先”，即农业优先、教育优先、就业优先、生态优先。', '“三个优先”'],
  ];
  for (const [name, draft, ...found] of cases) it(name, () => assert.deepEqual(find(draft, 'term.list'), found));
});

describe('titles', () => {
  const find = checkerOf([
    ['省政府印发《绿色低碳转型行动方案》，明确了任务。', '2023-01', '全省生态环境保护条例'],
    ['《科技创新发展规划》《科技创业发展规划》同时发布。'],
  ]);
  const cases: readonly (readonly [name: string, draft: string, ...found: string[]])[] = [
    ['are right', '落实《绿色低碳转型行动方案》和《全省生态环境保护条例》。'],
    ['are others', '落实《数字乡村建设行动方案》。'],
    ['are short ones', '落实《行动方案》。'],
    ['differ by a number', '落实《绿色低碳转型三年行动方案》。'],
    ['are like two of the library', '落实《科技创优发展规划》。'],
    ['have a wrong letter', '落实《绿色低炭转型行动方案》。', '绿色低炭转型行动方案→绿色低碳转型行动方案'],
    ['lack a letter', '落实《绿色低碳转型行方案》。', '绿色低碳转型行方案→绿色低碳转型行动方案'],
    ['are turned round', '落实《全省生态境环保护条例》。', '全省生态境环保护条例→全省生态环境保护条例'],
    ['have one letter too many', '落实《全省生态环境保护的条例》。'],
    ['have one letter too many that means something', '落实《全省生态环境保护法条例》。', '全省生态环境保护法条例→全省生态环境保护条例'],
  ];
  for (const [name, draft, ...found] of cases) it(name, () => assert.deepEqual(find(draft, 'name.document'), found));
});

describe('fixed wordings', () => {
  const find = checkerOf([
    ['要发挥“跨省科技组织”的作用。跨省科技组织现有五家，跨省科技组织的章程由会员商定，支持跨省科技组织到县里办点。'],
    ['跨省科学中心和跨省科学联盟也在筹建。“碳清查、碳中和”写进规划，“碳清查、碳中和”的路线图已经公布，做好“碳清查、碳中和”工作，坚持碳清查、碳中和。'],
    ['实施“渔村振兴计划”。渔村振兴计划覆盖三个县，渔村振兴计划第二年，渔村振兴计划见效。'],
  ]);
  const cases: readonly (readonly [name: string, draft: string, ...found: string[]])[] = [
    ['are right', '支持跨省科技组织办点。'],
    ['are others, of words that the library writes so', '支持跨省科学组织办点。'],
    ['have a wrong letter', '支持跨省科枝组织办点。', '跨省科枝组织→跨省科技组织'],
    ['have a letter turned into no word', '支持跨省科创组织办点。', '跨省科创组织→跨省科技组织'],
    ['are joined by a word in place of a mark', '从碳清查到碳中和只有三十年。'],
    ['lack a letter', '实施渔村振兴划。', '渔村振兴划→渔村振兴计划'],
  ];
  for (const [name, draft, ...found] of cases) it(name, () => assert.deepEqual(find(draft, 'term.variant'), found));
});

describe('wordings that were given up', () => {
  const old = (n: number) => `全省启动“数字惠民服务工程”。数字惠民服务工程覆盖${n}个县。各县要把数字惠民服务工程办好。`;
  const now = (n: number) => `全省启动“数字便民服务工程”。数字便民服务工程覆盖${n}个县。各县要把数字便民服务工程办好。`;
  const find = checkerOf([[old(3), '2015-03'], [old(5), '2016-05'], [now(9), '2019-01'], [now(12), '2020-06'], [now(15), '2021']]);
  const undated = checkerOf([[old(3), '2015-03'], [old(5)], [now(9), '2019-01'], [now(12), '2020-06']]);
  const both = checkerOf([[old(3), '2015-03'], [old(5), '2020-05'], [now(9), '2019-01'], [now(12), '2020-06']]);
  const draft = '要继续推进数字惠民服务工程，提升水平。';
  const rule = 'term.superseded';

  it('are told, with the new one', () => assert.deepEqual(find(draft, rule), ['数字惠民服务工程→数字便民服务工程']));
  it('are not told as a slip of the pen as well', () => assert.deepEqual(find(draft, 'term.variant'), []));
  it('are right in a sentence on the time before', () => {
    assert.deepEqual(find('2015年，数字惠民服务工程启动。', rule), []);
    assert.deepEqual(find('当时称为数字惠民服务工程。', rule), []);
  });
  it('are right in titles and in quotations', () => {
    assert.deepEqual(find('《数字惠民服务工程实施方案》', rule), []);
    assert.deepEqual(find('他说：“数字惠民服务工程覆盖三个县，各县要把数字惠民服务工程办好。”', rule), []);
  });
  it('are unknown where a source is not dated, or both were in use', () => {
    assert.deepEqual(undated(draft, rule), []);
    assert.deepEqual(both(draft, rule), []);
  });
  it('are not the new wording', () => assert.deepEqual(find('要继续推进数字便民服务工程。', rule), []));
});

describe('one inner change', () => {
  const cases: readonly (readonly [a: string, b: string, change: boolean])[] = [
    ['国家战备科技力量', '国家战略科技力量', true], ['国家战略科力量', '国家战略科技力量', true], ['国家略战科技力量', '国家战略科技力量', true],
    ['国际达科学计划', '国际大科学计划', true], ['国家副中心', '国家中心', false], ['全国三次会议', '全国二次会议', false], ['东部开发计划', '西部开发计划', false],
    ['华东开发计划', '华西开发计划', false], ['合作的新局面', '合作新局面', false], ['国家创新力量体', '国家战略力量体', false],
  ];
  for (const [a, b, change] of cases) it(`${change ? 'is' : 'is not'} from ${a} to ${b}`, () => assert.equal(oneInnerChange(a, b) !== null, change));
});
