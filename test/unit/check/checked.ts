/** A small library of invented documents, and drafts checked against it. */
import { checkContext, checkDraft } from '../../../src/core/check/check';
import type { CheckResult, Draft, Fix } from '../../../src/core/check/types';
import { buildLibrary } from '../../../src/core/library/buildLibrary';

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });
const tokenizer = { name: 'intl', cut: (text: string) => Array.from(segmenter.segment(text), (part) => part.segment) };

export const report = [
  '坚持绿色发展 守护碧水蓝天',
  '李明在全省生态环境保护大会上指出：“良好生态环境是最普惠的民生福祉，必须像保护眼睛一样保护生态环境，绝不能以牺牲环境为代价换取一时的经济增长。”',
  '李明强调，要“统筹山水林田湖草沙系统治理，推动能源、产业、交通、用地结构优化调整，到2030年森林覆盖率达到24.1%”。',
  '大会要求，继续实施“蓝天碧水”专项行动计划，持续打好污染防治攻坚战。',
  '我们将坚定不移走生态优先的道路。各地应当压实责任，不得弄虚作假。只有人人参与，才能建设美丽家园。',
  '第一段讲背景，长江保护修复取得明显成效。',
  '第二段讲任务，黄河流域治理仍须努力。',
  '建设家园不是大家的事，而是一家的事情。环境执法的力度只能加强，不能削弱。“绿色发展”的行动人人有责，久久为功。提高治理能力，改善治理条件，创新治理方式，加快补齐短板。',
].join('\n');

export const speech = [
  '全省教育大会报告',
  '2022年5月，王芳在全省教育大会上强调：“教育是国之大计，要办好人民满意的教育，加快建设高质量教育体系。”',
  '教师是立教之本。“全省新增普惠性幼儿园学位12.5万个，義務教育鞏固率保持在98%以上”，王芳说。',
].join('\n');

export function checkerOf(...texts: string[]): (text: string, language?: Draft['language']) => CheckResult {
  const library = buildLibrary(texts.map((text, i) => ({ file: `${i}.txt`, text, catalogue: { title: `文件${i}` } })), tokenizer);
  const context = checkContext(library);
  return (text, language = 'markdown') => checkDraft(context, { text, language }, { locale: 'zh-cn' });
}

export const check = checkerOf(report, speech);

/** The draft with a fix applied. */
export function fixed(text: string, fix: Fix | undefined): string {
  return [...(fix?.edits ?? [])].sort((a, b) => b.start - a.start).reduce((done, e) => done.slice(0, e.start) + e.newText + done.slice(e.end), text);
}
