/** Words of another source that are like the library's: what is a misquotation, and what is the same thing said by somebody else. */
import assert from 'node:assert/strict';
import { checkerOf, fixed } from './checked';

const check = checkerOf([
  '水利工作动态',
  '节水是治水的第一要务——各地围绕取水、用水、排水不断摸索办法、总结经验，对水价改革提出一系列新设想、新要求，护住水源就是护住根本。',
  '当前，灌区建设正处于从分散改造阶段迈向整体提升阶段。要鼓励、支持、引导用水户协会运行，激发村组管护活力。重在完善末级渠系运行机制。',
  '渠道通不通、闸门灵不灵、田块平不平，决定着我们全县灌区的成色。水务局围绕清淤、护坡、量水、确权、收费提出“五个到户”总要求，为灌区改造画出了清晰的路线图，扎扎实实把灌区改造工程实施好。',
  '要盘活和整合存量水权”，积极引导跨村调剂和丰枯互补，“加快培育水权市场。',
  '推动农业灌溉节水机制落地。要在水源保护方面多想办法，修好每一条末级渠道，实现可持续灌溉。会议提出，用水总量控制在3208万立方米以内。',
].join('\n'));
const two = checkerOf('甲县工作\n要坚持农民唱主角。盘活每一口机井，修好每一座泵站，守住每一方水源。', '乙县工作\n要坚持干部不缺位。办好每一所村小，用好每一本教材，教好每一个孩子，让乡村学校重新热闹起来。');
const verdict = (words: string): string => check(`有关负责同志指出：“${words}”。`).quotations.map((q) => q.verdict).join();

describe('words like the library’s', () => {
  const other: [string, string][] = [
    ['one formula at both ends of other words', '节水是治水的第一要务，用好水源就是护住根本'],
    ['other words in a third of the sentence', '灌区建设由分散改造转向整体提升阶段'],
    ['pieces of two sentences picked together', '鼓励、支持、引导末级渠系长效运行'],
    ['the first of two sentences, and another second one', '渠道通不通、闸门灵不灵、田块平不平，决定着全县灌区的成色。要充分认识灌区改造的重要性和紧迫性，扎扎实实把灌区改造工程实施好'],
    ['another verb of the genre', '完善农业灌溉节水机制'],
    ['one shared formula', '扎扎实实把灌区改造这件大事办成办好'],
    ['a formula behind a demand of another sentence', '必须坚持激发村组管护活力。重在完善末级渠系运行机制'],
    ['a formula that goes on in another sentence', '激发村组管护活力的好办法'],
    ['a formula with another verb, and another end', '解决好清淤、护坡、量水、确权、收费等'],
  ];
  for (const [name, words] of other) it(`are no misquotation: ${name}`, () => assert.notEqual(verdict(words), 'differs'));

  it('are not quoted from a sentence that stands half in marks and half outside', () => {
    assert.equal(verdict('盘活存量水权，主动引导跨村调剂和丰枯互补，加快培育水权市场'), 'not-in-library');
  });

  it('are not put together of what stands in several documents, where the pieces are everybody’s', () => {
    const of = (words: string) => two(`有关负责同志指出：“${words}”。`).quotations.map((q) => q.verdict).join();
    assert.equal(of('坚持农民唱主角，坚持干部不缺位'), 'not-in-library');
    assert.equal(of('坚持农民……不缺位'), 'not-in-library');
    assert.equal(of('守住每一方水源……只有这样，才能叫做真正的为民办事，才能叫做对得起老百姓'), 'not-in-library');
    assert.equal(of('盘活每一口机井，修好每一座泵站……让乡村学校重新热闹起来'), 'differs');
    assert.equal(of('盘活每一口机井，修好每一座泵站，让乡村学校重新热闹起来'), 'differs');
    assert.equal(of('盘活每一口水井……守住每一方水源'), 'differs');
  });

  const changed: [string, string][] = [
    ['a word taken for another', '灌区建设正处于从分散改造阶段走向整体提升阶段'],
    ['two small changes', '渠道通不通、闸门灵不灵、田块平不平，决定了全县灌区的成色'],
    ['a clause left out', '水务局围绕清淤、护坡、量水、确权、收费提出‘五个到户’总要求，扎扎实实把灌区改造工程实施好'],
    ['few letters, two words turned round', '在保护水源方面'],
    ['few letters, torn', '在护水源保方面'],
    ['few letters, another figure', '控制在3808万立方米'],
  ];
  for (const [name, words] of changed) it(`are misquoted: ${name}`, () => assert.equal(verdict(words), 'differs'));

  it('are told again, where each clause has its counterpart', () => {
    assert.equal(verdict('灌区建设如今正在迈向整体提升阶段，要支持、引导用水户协会长效运行，村组管护活力更足'), 'paraphrase');
    assert.equal(verdict('激发村组管护活力，首先要鼓励、支持、引导用水户协会长效运行'), 'paraphrase');
    assert.equal(verdict('渠道通不通、闸门灵不灵、田块平不平，群众心里都有一本账'), 'not-in-library');
  });

  it('are not told again by a source that quotes pieces of them', () => {
    const quoting = checkerOf('观察\n他评价说，这次改造“为全县的灌区管出了一条新路子”，又说“是多年来农民得实惠最多的一次改造”。');
    assert.deepEqual(quoting('书记指出：“改造为全县的灌区管出了一条新路子，是多年来农民得实惠最多的一次改造，各乡都要学。”').quotations.map((q) => q.verdict), ['not-in-library']);
  });

  it('are turned round where two clauses side by side have changed places', () => {
    const text = '书记指出：“护住水源就是护住根本，对水价改革提出一系列新设想、新要求”。';
    const { quotations: [q], findings: [finding] } = check(text);
    assert.deepEqual(q?.differences.map((d) => d.kind), ['reordered']);
    assert.equal(fixed(text, finding?.fixes[0]), '书记指出：“对水价改革提出一系列新设想、新要求，护住水源就是护住根本”。');
  });

  it('are a quotation in a block of few letters, where something introduces them', () => {
    const block = (lead: string, words: string) => check(`${lead}\n\n> ${words}\n`).quotations.map((q) => q.verdict).join();
    assert.equal(block('书记的话很短：', '护住水源就是护住根本'), 'verbatim');
    assert.equal(block('书记的话很短：', '护住水源就是护着根本'), 'differs');
    assert.equal(block('书记的话很短。', '护住水源就是护着根本'), '');
  });

  it('are quoted where they are a list, though a name follows', () => {
    assert.deepEqual(check('各地开展“清淤、护坡、量水、确权、取费”行动。').quotations.map((q) => q.verdict), []);
    assert.deepEqual(check('各地开展“围绕清淤、护坡、量水、确权、取费”的行动。').quotations.map((q) => q.verdict), ['differs']);
    assert.deepEqual(check('各地开展“灌区改造清水长流”行动。').quotations.map((q) => q.verdict), []);
  });

  it('of two English words are no quotation of others', () => {
    const english = checkerOf('Report\nLiving standards have been continuously improved across the county in recent years.');
    assert.deepEqual(english('The report noted "constantly improved" standards.').quotations.map((q) => q.verdict), ['not-in-library']);
    assert.deepEqual(english('The report noted that "standards have been continually improved across the county".').quotations.map((q) => q.verdict), ['differs']);
  });
});
