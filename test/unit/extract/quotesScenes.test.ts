import assert from 'node:assert/strict';
import { extractQuotes } from '../../../src/core/extract/quotes/quotes';
import { sourceOf } from './quotesSource';

const quotes = (raw: string) => extractQuotes(sourceOf(raw));
const said = (raw: string): (readonly [string | null, string])[] => quotes(raw).map((q) => [q.speaker, q.text] as const);

describe('words that open a scene', () => {
  it('are those of the one who comes upon it', () => {
    assert.deepEqual(said('“把水管好，饭碗才端得稳！”6日下午，李强总理来到粮库考察。'), [['李强', '把水管好，饭碗才端得稳！']]);
  });
  const nobody: readonly string[] = [
    '“总理来啦！”6日下午，李强总理来到粮库考察。',
    '“今年收成不错。”6日下午，记者来到粮库采访。',
    '“今年收成不错。”6日下午，李强总理会见习近平主席特使时气氛热烈，出席会议。',
  ];
  for (const text of nobody) it(`nobody's: ${text}`, () => assert.deepEqual(said(text), []));
});

describe('a paragraph of marked words behind a full stop', () => {
  it('belongs to the one whom the sentence before has speak', () => {
    assert.deepEqual(said('习近平主席在致辞时宣布新的减排目标。\n“到那一年，全国的河流都要变清。”'), [['习近平', '到那一年，全国的河流都要变清。']]);
  });
  it('belongs to nobody where that sentence only acts, or names two', () => {
    assert.deepEqual(said('习近平主席种下一棵树。\n“到那一年，全国的河流都要变清。”'), []);
    assert.deepEqual(said('习近平主席同李强总理谈到治水。\n“到那一年，全国的河流都要变清。”'), []);
  });
});

describe('a sentence that goes on without a subject', () => {
  it('has that of the sentence before', () => {
    assert.deepEqual(said('李强总理评价道“这是一条长远的好路子”。而且强调称“各地都要迈出坚定的步子”。'), [['李强', '这是一条长远的好路子'], ['李强', '各地都要迈出坚定的步子']]);
    assert.deepEqual(said('李强总理在论坛上提出新方案，引起关注。还呼吁道“我们要坚持走共同的道路，维护共同的家园”。'), [['李强', '我们要坚持走共同的道路，维护共同的家园']]);
  });
  it('has nobody where a new subject stands, or nothing goes on', () => {
    assert.deepEqual(said('李强总理在论坛上提出新方案。村民们还说“我们要坚持走共同的道路，维护共同的家园”。'), []);
    assert.deepEqual(said('大雨下了三天。还强调“各地都要迈出坚定的步子，守住共同的家园”。'), []);
  });
});

describe('statements without marks', () => {
  const texts = (raw: string): string[] => quotes(raw).filter((q) => !q.marked).map((q) => q.text);
  it('end where another paper or meeting begins to speak', () => {
    assert.deepEqual(texts('党的十九大报告明确提出，实施海洋强国建设的各项重大举措，中央海洋工作会议强调要走人海和谐的道路。')[0], '实施海洋强国建设的各项重大举措');
  });
  it('end where the same paper speaks on, and are none where it speaks of a thing', () => {
    assert.deepEqual(texts('《海洋合作宣言》强调建设开放型港口的重要性，重申以海洋法为基础、透明开放的航运体制的核心地位。'), []);
    assert.deepEqual(texts('各方发起《近海数据倡议》，为应对污染挑战提出海洋方案，致力于建设一个清洁的世界。'), []);
  });
  it('are none where the paper is a measure, or a thing is named first', () => {
    assert.deepEqual(texts('这组目标不仅对照了《巴黎协定》要求，更体现了一个国家的最大努力和决心。'), []);
    assert.deepEqual(texts('党的二十大报告明确提出到二〇三五年我国发展的总体目标，包括建成海洋强国、航天强国。'), []);
  });
});

describe('when and where', () => {
  it('takes the talk or the visit before each piece', () => {
    const found = quotes('2014年9月，同某大学师生代表座谈，习近平强调“教育是提高综合素质的重要途径”；2016年9月，到光明学校考察，指出“公平是社会的重要基础，要不断促进公平”。');
    assert.deepEqual(found.map((q) => [q.occasion, q.date]), [['同某大学师生代表座谈', '2014-09'], ['光明学校考察', '2016-09']]);
  });
  it('takes a meeting whose name has a long piece in marks, and a press conference', () => {
    assert.equal(quotes('在“蓝色发展倡议之友小组”高级别会议上，联合国秘书长古特雷斯表示，“倡议对促进平等具有重要积极意义”。')[0]?.occasion, '“蓝色发展倡议之友小组”高级别会议');
    assert.equal(quotes('"The plan shows what we have done," Wang Ping, head of the port, told a press conference on Thursday.')[0]?.occasion, 'press conference');
  });
  it('takes an English meeting that the words were told to by its full name', () => {
    const found = quotes('Premier Li Qiang spoke at the Global Rivers Summit on Monday.\n"No river flows for one country alone," Li told the summit.');
    assert.deepEqual(found.map((q) => [q.speaker, q.occasion]), [['李强', 'Global Rivers Summit']]);
  });
});

describe('features and letters', () => {
  const table: readonly (readonly [string, readonly (readonly [string, string])[]])[] = [
    ['2009年，他来到滨海大学看望学生。\n习近平很关心青年。\n那一年，他风趣地说：“我也愿意和同学们聊聊天”。', [['习近平', '我也愿意和同学们聊聊天']]],
    ['“你是本地人，还是外地来的？”总书记亲切地问她。', [['习近平', '你是本地人，还是外地来的？']]],
    ['对于渔村的孩子，习近平总书记感同身受，“我在海边生活过，知道那里的日子。”', [['习近平', '我在海边生活过，知道那里的日子。']]],
    ['“每年开春，我都要留些时间给海岛”。到地方考察，习近平总书记也常到渔村走一走。', [['习近平', '每年开春，我都要留些时间给海岛']]],
    ['“同渔民打成一片”“做渔民的知心人，不做渔民的官”……这是习近平常常讲的，也是他去做的。', [['习近平', '同渔民打成一片'], ['习近平', '做渔民的知心人，不做渔民的官']]],
    ['“好男儿志在大海，有志者无怨无悔”……2014年开渔节前夕，习近平总书记的殷殷期许传到渔村。', [['习近平', '好男儿志在大海，有志者无怨无悔']]],
    ['信，来自时任县委书记习近平同志。\n“渔村需要你们，你们也离不开渔村。”字里行间，满是期盼。', [['习近平', '渔村需要你们，你们也离不开渔村。']]],
    ['习近平在座谈会上说：“先学后干”；2015年的一次交流会上，他劝年轻人不要急躁，“心里要有热情，做事要从容不迫”。', [['习近平', '先学后干'], ['习近平', '心里要有热情，做事要从容不迫']]],
    ['“守海先要知海。”(1)习近平：《海洋工作文选》，某出版社，2017年。', [['习近平', '守海先要知海。']]],
  ];
  for (const [text, words] of table) it(text.replace(/\n/g, ' / '), () => assert.deepEqual(said(text), words));

  const nobody: readonly string[] = [
    '“今年的鱼不少，我很高兴。”村民老王说完，习近平总书记同李强总理走上码头。',
    '“你们的船真大。”县委的小张陪着记者来到码头。',
    '“开渔节到了”。渔民们在码头上忙着。',
  ];
  for (const text of nobody) it(`nobody’s: ${text}`, () => assert.deepEqual(said(text).filter(([who]) => who === '习近平' || who === '李强'), []));
});

describe('a document without full stops', () => {
  it('has its quotations all the same, and at no more than their number', () => {
    const piece = '习近平总书记指出“要坚持走自己的路，把渔业办好”，会议强调推动渔业发展，“小船大海”，';
    const count = (n: number): number => said(piece.repeat(n)).length;
    assert.equal(count(40), 40);
    assert.equal(count(400), 400);
  });
});
