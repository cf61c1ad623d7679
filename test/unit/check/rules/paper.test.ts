/** GB/T 9704—2012 and usage of official papers. The examples are ours. */
import assert from 'node:assert/strict';
import { checkContext, checkDraft } from '../../../../src/core/check/check';
import { buildLibrary } from '../../../../src/core/library/buildLibrary';
import { table } from './table';

table('paper.number', [
  ['根据国发[2025]3号文件', '[2025]3号', '根据国发〔2025〕3号文件'],
  ['青政办（2024）12号', '（2024）12号', '青政办〔2024〕12号'],
  ['国办发〔2025〕第7号', '〔2025〕第7号', '国办发〔2025〕7号'],
  ['教科函〔2025〕07号', '〔2025〕07号', '教科函〔2025〕7号'],
  ['发改规【2023】105号', '【2023】105号', '发改规〔2023〕105号'],
], ['国发〔2025〕3号', '（2021）京01民终123号', '第3号令', '2025年第7号公告', '国务院令第7号', '见文献[2025]']);

table('paper.date', [
  ['正文。\n\n二〇二五年三月五日', '二〇二五年三月五日', '正文。\n\n2025年3月5日'],
  ['2025年03月05日', '2025年03月05日', '2025年3月5日'],
  ['（2025年03月5日）', '2025年03月5日', '（2025年3月5日）'],
  ['2025-03-05', '2025-03-05', '2025年3月5日'],
  ['25年3月5日', '25年3月5日', '2025年3月5日'],
], ['2025年3月5日', '自二〇二五年三月五日起施行。', '二〇二五年', '2025年3月', '会议于2025年03月召开']);

table('paper.order', [
  ['一、总体要求\n\n三、保障措施', '三', '一、总体要求\n\n二、保障措施'],
  ['一、总体\n\n（一）甲\n\n（三）乙', '三', '一、总体\n\n（一）甲\n\n（二）乙'],
  ['二、总体要求', '二', '一、总体要求'],
  ['一、总体\n\n（二）甲', '二', '一、总体\n\n（一）甲'],
  ['一、甲\n\n二、乙\n\n二、丙', '二', '一、甲\n\n二、乙\n\n三、丙'],
], ['一、甲\n\n（一）子\n\n（二）丑\n\n二、乙\n\n（一）寅', '1.甲\n\n2.乙', '一、甲\n\n二、乙\n\n一、另一份', '正文没有序号。', '1.5倍']);

table('paper.title', [
  ['# 关于加强管理的通知。', '。', '# 关于加强管理的通知'],
  ['## 总体要求，', '，', '## 总体要求'],
  ['# 工作方案；', '；', '# 工作方案'],
  ['# 主要任务：', '：', '# 主要任务'],
  ['### 保障措施、', '、', '### 保障措施'],
], ['# 关于加强管理的通知', '# 路在何方？', '# 奋进！', '# 未来……', '正文是一句话。', '# 第一。第二。']);

table('paper.annex', [
  ['附件:1.实施方案', ':', '附件：1.实施方案'],
  ['附件：1.实施方案。', '。', '附件：1.实施方案'],
  ['附件：任务分工表；', '；', '附件：任务分工表'],
  ['附件: 任务分工表', ':', '附件： 任务分工表'],
  ['附件：2.名单，', '，', '附件：2.名单'],
], ['附件：1.实施方案', '附件2', '见附件。', '附件材料要齐全。', '附件：任务分工表']);

table('paper.short-title', [
  ['《决定》指出，要深化改革。', '《决定》'], ['认真贯彻《意见》精神。', '《意见》'], ['按照《纲要》部署推进。', '《纲要》'], ['《条例》施行以来，成效明显。', '《条例》'], ['落实《方案》任务。', '《方案》'],
], [
  '印发《关于深化改革的决定》（以下简称《决定》）。《决定》指出，要深化。', '《科技发展规划》出台。《规划》提出目标。', '《关于深化改革的决定》', '有关方案已经出台。', '以下简称“《意见》”', '通过《乡村建设促进条例（草案）》。《条例》共六章。',
]);

table('paper.placeholder', [
  ['由XX单位负责。', 'XX'], ['共××家企业。', '××'], ['会议由〔待定〕主持。', '〔待定〕'], ['金额＿＿＿＿元', '＿＿＿＿'], ['（此处补充数据）', '（此处补充数据）'],
], ['由省科技厅负责。', '型号为MAXX的', 'XXL码', '二○二五年', '长×宽', '见（附件）']);

table('paper.relative-time', [
  ['昨天召开会议。', '昨天'], ['去年投入增加。', '去年'], ['今年以来，进展顺利。', '今年'], ['日前，文件印发。', '日前'], ['明年完成。', '明年'],
], ['2025年召开会议。', '6月30日前，完成任务。', '近年来，投入增加。', '本月底前完成。', '改革开放以来']);

describe('the profile of official papers', () => {
  const context = checkContext(buildLibrary([], { name: 'none', cut: (text) => [text] }));
  const rules = (options: { profiles?: readonly string[]; severities?: Readonly<Record<string, string>> }) =>
    checkDraft(context, { text: '根据国发[2025]3号，由XX单位负责。', language: 'markdown' }, { locale: 'en', ...options }).findings.map(({ rule, severity }) => `${rule} ${severity}`);
  it('is off by default', () => assert.deepEqual(rules({}), []));
  it('switches its rules on', () => assert.deepEqual(rules({ profiles: ['official-paper'] }), ['paper.number warning', 'paper.placeholder warning']));
  it('leaves a rule off that is set to off, and a rule can be had without it', () => {
    assert.deepEqual(rules({ profiles: ['official-paper'], severities: { 'paper.placeholder': 'off' } }), ['paper.number warning']);
    assert.deepEqual(rules({ severities: { 'paper.number': 'hint' } }), ['paper.number hint']);
  });
  it('is not switched on by the severity of its group', () => assert.deepEqual(rules({ severities: { paper: 'error' } }), []));
});
