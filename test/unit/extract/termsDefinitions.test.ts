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
    ['报告阐述了“两个渔法”，即把远捕同近养相结合、把旧法同新法相结合。', '两个渔法', 'expansion'],
    ['渔区主要矛盾已经转化为捕捞需要和养护不足之间的矛盾。', '渔区主要矛盾', 'is-a'],
    ['渔港文化反映一地对海洋的自觉意识。', '渔港文化', 'is-a'],
    ['通过渔船更新，保障了渔民出海安全。', '渔船更新', 'purpose'],
    ['塑造渔业向善的理念，让更多渔民受益。', '渔业向善', 'purpose'],
    ['实施近海养护行动，提升渔场质量。', '近海养护行动', 'purpose'],
    ['提出“坚持睦渔、安渔、富渔，突出近、远、深、蓝”的新理念。', '近、远、深、蓝', 'expansion'],
    ['体现了“共养、共捕、共享”的原则。', '共养、共捕、共享', null],
    ['深化渔业合作与交流，是全省走向深海的大计。', '渔业合作', 'is-a'],
    ['渔业组织作为养护的倡导者、规则的维护者，是联系各方的纽带。', '渔业组织', 'is-a'],
    // Of a concept these tell only what is to be done.
    ['深入推进海洋文明，提升渔场质量。', '海洋文明', null],
    ['纠治浮夸主义、铺张主义，加强对渔港风气的监督。', '铺张主义', null],
    ['渔业秩序进一步加强。', '渔业秩序', null],
    // A list is none of itself, a verb's object no kind of thing, a period no counted formula.
    ['渔区面临的渔船赤字、渔港赤字、渔场赤字有增无减。', '渔船赤字、渔港赤字、渔场赤字', null],
    ['聚焦把握新渔业阶段、贯彻新渔业理念等重大战略，加强监督。', '新渔业理念', null],
    ['编制渔业发展和港口建设“十四五”规划。', '十四五', null],
    ['围绕“渔业有保障”目标，改造渔港。', '渔业有保障', null],
    ['如期打赢护渔攻坚战，如期建成渔港、渔场。', '护渔攻坚战', null],
    ['报告把渔业法治作为专章论述。', '渔业法治', null],
    // What is only a means here, and one of many tasks.
    ['以渔业改革为动力，推动港口发展。', '渔业改革', null],
    ['增强“四个意识”、坚定“四个自信”、做到“两个维护”，不断前进。', '两个维护', null],
  ];
  for (const [sentence, term, expected] of cases) it(`${expected ?? 'nothing'} of ${term} in ${sentence}`, () => { assert.equal(kind(sentence, term), expected); });
});
