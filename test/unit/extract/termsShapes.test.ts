import assert from 'node:assert/strict';
import { extractTerms } from '../../../src/core/extract/terms/extractTerms';
import type { Term } from '../../../src/core/library/types';
import { readSource } from '../../../src/core/parse/readSource';

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });
const words = { name: 'test', cut: (text: string) => [...segmenter.segment(text)].map((s) => s.segment) };
const terms = (text: string): Term[] => extractTerms([readSource({ file: 'a.txt', text })], words);
const find = (list: readonly Term[], name: string): Term | undefined => list.find((t) => t.term === name || t.variants.some((v) => v.form === name));
const named = (text: string, name: string): Term => {
  const list = terms(text);
  const term = find(list, name);
  assert.ok(term, `${name} is not among ${list.map((t) => t.term).join(' ')}`);
  return term;
};

describe('shapes of terms', () => {
  it('takes a clause in marks that is called an idea', () => {
    named('各地落实“谁污染谁付费”原则，治理成效显现。', '谁污染谁付费');
    assert.equal(find(terms('他说“我们一定要把河水治理好”，大家鼓掌。'), '我们一定要把河水治理好'), undefined);
  });

  it('takes what a law defines without the verb before it', () => {
    const term = named('第二条 本条例所称海洋数据，是指在海上活动中产生、处理的数据。海洋数据应当依法开放。', '海洋数据');
    assert.equal(term.definitionKind, 'is-a');
  });

  it('takes clauses of one build as one formulation, a description less readily', () => {
    named('坚持善待海洋、了解海洋、保护海洋。', '善待海洋、了解海洋、保护海洋');
    const list = terms('坚持善待海洋、了解海洋、保护海洋，开展了前瞻性、基础性、长期性的工作。').map((t) => t.term);
    assert.equal(list[0], '善待海洋、了解海洋、保护海洋');
  });

  it('keeps a name with a verb inside', () => {
    named('今年启动渔民收入提升行动。', '渔民收入提升行动');
  });

  const WHOLE: readonly (readonly [string, string])[] = [
    ['各省完善海岛生态价值实现机制，成效明显。', '海岛生态价值实现机制'],
    ['港口收费标准调整机制作用有效发挥。', '港口收费标准调整机制'],
    ['省里印发了港口安全建设实施纲要，沿海各市跟进。', '港口安全建设实施纲要'],
    ['渔政部门扎实推进依法行政规划。', '依法行政规划'],
    ['要坚持党的集中统一领导，加强党的作风建设。', '党的集中统一领导'],
    ['持续深化不敢捞、不能捞、不想捞一体治理。', '不敢捞、不能捞、不想捞'],
    ['要坚持退中求进、以养促捕、先养后捕，保护渔场。', '退中求进、以养促捕、先养后捕'],
    ['持续打好浅滩、湿地、近海保卫战。', '浅滩、湿地、近海保卫战'],
    ['各省提高海岛旅游产业资金标准。', '海岛旅游产业'],
    ['各地做实以养促捕、以养促治。', '以养促捕、以养促治'],
    ['实施藏鱼于海、藏鱼于湖战略。', '藏鱼于海、藏鱼于湖'],
    ['扎实推进“我为渔民修渔船”实践活动。', '我为渔民修渔船'],
    ['海洋企业面临有效供给标准，效益下滑。', '有效供给标准'],
    ['向第二个百年奋斗目标进军。', '第二个百年奋斗目标'],
  ];
  for (const [text, name] of WHOLE) it(`keeps ${name} whole`, () => { named(text, name); });

  it('takes a weak word at the edge for part of a name that never stands without it', () => {
    const list = terms('全面依法行政要抓住关键。坚持全面依法行政，落实全面依法行政责任。海洋现代化国家是目标。建设海洋现代化国家，海洋现代化国家的蓝图已经绘就。');
    for (const name of ['全面依法行政', '海洋现代化国家']) assert.ok(find(list, name), name);
    assert.ok(!list.slice(0, 3).some((t) => t.term === '海洋现代化'));
  });

  it('puts what mostly stands inside other phrases behind what stands by itself', () => {
    const list = terms('渔业技术合作不断扩大。海洋科研网络已经建成，海洋科研网络服务各国。要素自由流转，人才自由流转，资金自由流转，货物自由流转。').map((t) => t.term);
    assert.ok(list.indexOf('海洋科研网络') < list.indexOf('自由流转') || !list.includes('自由流转'));
  });

  it('leaves a verb before a name outside, and a meeting that only dates', () => {
    const list = terms('党的十八大以来，各地发展现代渔业，成效明显。');
    assert.ok(find(list, '现代渔业'));
    assert.ok(!list.some((t) => t.term === '党的十八大' || t.term === '发展现代渔业'));
  });

  it('ends before a predicate and behind whom a thing is for, and keeps a country by its kind', () => {
    const list = terms('渔业经济回升向好，渔业经济回升向好。全国广大渔业工作者努力建设海洋型国家，全国广大渔业工作者响应。他说“起航吧!”').map((t) => t.term);
    assert.deepEqual(list.filter((t) => /向好|广大|起航吧!/.test(t)), []);
    assert.ok(list.includes('海洋型国家'), list.join(' '));
  });

  it('takes no list that only stands for others', () => {
    const list = terms('面临资源枯竭、渔港淤积、航道变浅、人口外流等问题。渔民不满意、航道不健全、规则不合理等情况。在港区展示新渔船、结识新伙伴、开拓新市场，收获很多。').map((t) => t.term);
    assert.deepEqual(list.filter((t) => t.includes('、')), []);
  });

  it('keeps a decimal in a name', () => {
    assert.ok(!terms('全市PM2.5浓度下降，PM2.5浓度达标。').some((t) => t.term.startsWith('5')));
  });

  it('lists English phrases by their head, without praise before them', () => {
    const list = terms('Developing the ocean economy needs a comprehensive undersea sensor network. The ocean economy is a new driver of growth for the coastal provinces.').map((t) => t.term);
    assert.ok(list.includes('ocean economy'));
    assert.ok(list.includes('undersea sensor network'));
  });
});

describe('shapes of definitions', () => {
  it('takes what a thing is formed from', () => {
    const term = named('海洋牧场是在特定海域，综合投放鱼礁、增殖放流等方式而形成的渔业模式。各省建设海洋牧场。', '海洋牧场');
    assert.equal(term.definitionKind, 'is-a');
  });

  it('takes the members before a numbered formula in marks', () => {
    const term = named('方案提出，夯实港口设施和航道数据“两大支柱”，优化服务。', '两大支柱');
    assert.equal(term.definitionKind, 'expansion');
  });

  it('ranks names before pieces of them, and before what only describes or fits any noun', () => {
    const text = '建设蓝色联合实验室。蓝色联合实验室是深海研究的平台。联合实验室共有三家，联合实验室由两省共建。'
      + '开展专项行动，专项行动成效明显。建设便捷高效、绿色智能的港口网络体系。';
    const order = terms(text).map((t) => t.term);
    for (const late of ['联合实验室', '专项行动', '绿色智能']) {
      assert.ok(order.includes(late) && order.indexOf(late) > order.indexOf('蓝色联合实验室'), `${late}: ${order.join(' ')}`);
    }
  });

  it('puts what always stands with the same neighbour behind what stands freely', () => {
    const order = terms('深海侧渔港改革见效。深化深海侧渔港改革。深化船厂改革，船厂改革见效。').map((t) => t.term);
    assert.ok(order.includes('船厂改革') && (!order.includes('渔港改革') || order.indexOf('渔港改革') > order.indexOf('船厂改革')), order.join(' '));
  });

  it('takes what a document does', () => {
    const term = named('去年九月，《蓝色海湾整治规划》的印发标志着近海治理进入了新的时期。', '蓝色海湾整治规划');
    assert.equal(term.definitionKind, 'purpose');
  });

  it('takes what something can do, where the sentence is about it', () => {
    assert.equal(named('海洋碳汇机制能够吸收二氧化碳，减缓气候变暖。海洋碳汇机制已经落地。', '海洋碳汇机制').definitionKind, 'purpose');
  });
});
