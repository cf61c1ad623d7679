import assert from 'node:assert/strict';
import { judge } from '../../../src/core/extract/terms/definitions';

/** Kind of the definition that a sentence is of a term, or null. */
const kind = (sentence: string, term: string): string | null => {
  const at = sentence.indexOf(term);
  const judged = judge(sentence, { start: at, end: at + term.length }, new Set());
  return judged && judged.weight >= 4.6 ? judged.kind : null;
};

describe('what a sentence says of a term', () => {
  const cases: readonly (readonly [string, string, string | null])[] = [
    ['会议提出了新的渔业方针：以养为主，以捕为辅，养护优先。', '渔业方针', 'expansion'],
    ['他写成《渔经》这一不朽之作，为后世所重。', '渔经', 'is-a'],
    ['海洋安全关乎渔民福祉。', '海洋安全', 'is-a'],
    ['休渔制度具有基础性和长期性，决定着渔业的未来。', '休渔制度', 'is-a'],
    ['蓝色南方的崛起代表着时代潮流。', '蓝色南方', 'is-a'],
    ['推进港口改革，先后实施减证、减费、减时等一系列举措。', '港口改革', 'expansion'],
    ['构建系统完备、运转高效、开放有序的海洋市场体系，是建设海洋强省的重要内容。', '海洋市场体系', 'is-a'],
    ['建设系统完备、运转高效、开放有序的海洋市场体系。', '海洋市场体系', 'expansion'],
    ['目标是建成海洋强省，这是提升全省实力的重大举措。', '海洋强省', 'is-a'],
    ['提高海洋竞争力，关系全省的未来。', '海洋竞争力', 'is-a'],
    ['海洋条例第一次统一了各类渔船的登记。', '海洋条例', 'purpose'],
    // What is only a means here, and one of many tasks.
    ['以渔业改革为动力，推动港口发展。', '渔业改革', null],
    ['增强“四个意识”、坚定“四个自信”、做到“两个维护”，不断前进。', '两个维护', null],
  ];
  for (const [sentence, term, expected] of cases) it(`${expected ?? 'nothing'} of ${term} in ${sentence}`, () => { assert.equal(kind(sentence, term), expected); });
});
