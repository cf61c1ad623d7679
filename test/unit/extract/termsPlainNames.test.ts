import assert from 'node:assert/strict';
import { plainNames } from '../../../src/core/extract/terms/plainNames';
import { classedWords } from '../../../src/core/extract/terms/units';

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });
const words = { name: 'test', cut: (text: string) => [...segmenter.segment(text)].map((s) => s.segment) };
const names = (text: string): string[] => plainNames(text, classedWords(text, words)).map((n) => n.form);

describe('names that no mark sets off', () => {
  const cases: readonly (readonly [string, readonly string[]])[] = [
    // Papers called by their subject, laws, plans of a period.
    ['省里印发关于加快海港整治的若干意见，各市跟进。', ['关于加快海港整治的若干意见']],
    ['《关于加快海港整治的若干意见》已经印发。', []],
    ['渔业法、海上交通安全法等相继修订，工作方法、做法不断改进。', ['渔业法', '海上交通安全法']],
    ['“十四五”海洋生态保护和利用规划发布实施。', ['“十四五”海洋生态保护和利用规划']],
    // Occasions.
    ['他在今年召开的全省海洋工作会议上指出，形势向好。', ['全省海洋工作会议']],
    ['2018年，在庆祝建港40周年大会上宣布。', ['庆祝建港40周年大会']],
    // Formulations of even build.
    ['坚持以渔民为中心，稳步推进。', ['以渔民为中心']],
    ['秉持共商共建共享原则。', ['共商共建共享']],
    ['坚持渔民至上、安全至上，完善制度。', ['渔民至上、安全至上']],
    ['推动有效渔场和有序渔港更好结合。', ['有效渔场和有序渔港']],
    ['坚持政府主导、渔民主体主导、港口企业主导的原则。', ['政府主导、渔民主体主导、港口企业主导']],
    ['始终牢记大海就是家园、家园就是大海，守护一方。', ['大海就是家园、家园就是大海']],
    ['坚持渔业为了渔民、渔业依靠渔民、渔业成果由渔民共享，成效显现。', ['渔业为了渔民、渔业依靠渔民、渔业成果由渔民共享']],
    // Craft by their number, days by their name, one thing for the sake of others.
    ['海斗十二号完成下潜，海洋四号随后返航。', ['海斗十二号', '海洋四号']],
    ['第三号文件在三月四号印发，地铁五号线开通。', []],
    ['全国渔民日活动在港区举行，全国渔业日产量上升。', ['全国渔民日']],
    ['以港口促渔业、促旅游，是各市的经验。', ['以港口促渔业、促旅游']],
    // What only repeats a word, or says how something is.
    ['建设渔业基地和渔业港口，强调系统性、整体性。', []],
    ['加大科研投入、人员培训。', []],
  ];
  for (const [text, expected] of cases) it(`${expected.join(' and ') || 'none'} in ${text}`, () => { assert.deepEqual(names(text), expected); });
});

describe('words that the segmenter left in single characters', () => {
  const characters = { name: 'characters', cut: (text: string) => text.split(/(?<=推进)|(?<=应用)/).flatMap((part) => (part.length > 2 && !part.startsWith('应') ? [...part] : [part])) };
  const kinds = (text: string): string => classedWords(text, characters).map((w) => `${text.slice(w.start, w.end)}${w.kind === 'hard' ? '!' : ''}`).join(' ');

  it('have no verb inside', () => {
    assert.match(kinds('储潮能发电'), /能(?!!)/u);
    assert.match(kinds('退渔还湿'), /还(?!!)/u);
  });
});
