import assert from 'node:assert/strict';
import { extractQuotes } from '../../../src/core/extract/quotes/quotes';
import { sourceOf } from './quotesSource';

/** Words, speaker, and where it matters occasion and date. */
type Row = readonly [words: string, speaker: string, occasion?: string | null, date?: string | null];

/** Reports that tell what was said as a scene, and sentences of somebody who goes on to speak. */
const cases: Readonly<Record<string, { text: string; date?: string; quotes: readonly Row[] }>> = {
  'words before and behind a name': { text: '“黄河的治理是我们的百年大计。”李强总理深刻指出：“要一年接着一年干。”', quotes: [['黄河的治理是我们的百年大计。', '李强'], ['要一年接着一年干。', '李强']] },
  'an old saying before a name stays nobody\'s': { text: '“穷则变，变则通。”李强总理强调：“改革没有完成时。”', quotes: [['改革没有完成时。', '李强']] },
  'words, then reported speech': { text: '“水是农业的命脉。”埃及灌溉部部长哈尼·苏威兰姆表示，将继续推广滴灌。', quotes: [['水是农业的命脉。', '哈尼·苏威兰姆']] },
  'items between semicolons': { text: '中央农村工作会议指出，“要稳定粮食播种面积”，守住底线；“要加快建设高标准农田”；“要办好农民身边的小事”。', quotes: [['要稳定粮食播种面积', '中央农村工作会议'], ['要加快建设高标准农田', '中央农村工作会议'], ['要办好农民身边的小事', '中央农村工作会议']] },
  'a leader\'s words in a villager\'s': { text: '阿依古丽说：“习近平总书记多次强调‘各族人民要像石榴籽一样团结’，我记着呢。”', quotes: [['各族人民要像石榴籽一样团结', '习近平']] },
  'a manner between the name and the verb': { text: '听了介绍，李强总理高兴地点点头，微笑着说：“这条路走对了。”', quotes: [['这条路走对了。', '李强']] },
  'an adverb is no name': { text: '总书记关切地问：“今年收成怎么样？”', quotes: [['今年收成怎么样？', '习近平']] },
  'the day and the place of a scene': { text: '2021年5月6日，李强总理来到白沙县云岭村考察。\n村民们围了上来。\n李强总理对大家说：“好日子还在后头。”', quotes: [['好日子还在后头。', '李强', '白沙县云岭村考察', '2021-05-06']] },
  'a memory within the scene': { text: '2021年5月6日，李强总理来到白沙县云岭村考察。\n这让人想起2013年7月，李强在山口村调研的情景。\n李强总理说：“好日子还在后头。”', quotes: [['好日子还在后头。', '李强', null, null]] },
  'no scene for what is written': { text: '2021年5月6日，李强总理来到白沙县云岭村考察。\n李强总理强调：“农业是国民经济的基础。”', quotes: [['农业是国民经济的基础。', '李强', null, null]] },
  'this meeting': { text: '2024年9月10日，考察在兰州开始。12日，全面推动沙漠治理座谈会在银川召开。这次座谈会上，李强总理指出：“治沙要久久为功。”', quotes: [['治沙要久久为功。', '李强', '全面推动沙漠治理座谈会', '2024-09-12']] },
  'a meeting with the press': { text: '2012年11月15日，刚刚当选的习近平同中外记者见面。总书记的话语温暖人心：“人民对美好生活的向往，就是我们的奋斗目标。”', quotes: [['人民对美好生活的向往，就是我们的奋斗目标。', '习近平', '同中外记者见面', '2012-11-15']] },
  'the delegation that is his own': { text: '2022年3月5日，李强参加他所在的海南代表团审议时强调，要“把海洋经济做大做强”。', quotes: [['把海洋经济做大做强', '李强', '海南代表团审议', '2022-03-05']] },
  'he whom nobody has introduced': { text: '习近平总书记十分关心边疆。\n买买提江的眼中满是笑意，他告诉我们：“日子越过越好了。”', quotes: [] },
  'a policy that was ended': { text: '党的十一届三中全会高度评价这场讨论，果断停止使用“以阶级斗争为纲”的口号，结束“以阶级斗争为纲”，重新确立正确路线。', quotes: [] },
  'English, the visit before': { text: 'In August 2005, Xi Jinping visited Heshan Village.\n\n"Clean rivers are worth more than gold mines," Xi said.', quotes: [['Clean rivers are worth more than gold mines', '习近平', 'visited Heshan Village', '2005-08']] },
  'English, another day': { text: 'In August 2005, Xi Jinping visited Heshan Village.\n\n"Clean rivers are worth more than gold mines," Xi said on Thursday.', quotes: [['Clean rivers are worth more than gold mines', '习近平', null, null]] },
  'English, the second verb': { text: 'During a visit to Heshan Village in May 2006, Xi Jinping, then Party chief, praised the villagers, and first said that "clean rivers are worth more than gold mines."', quotes: [['clean rivers are worth more than gold mines.', '习近平', 'visit to Heshan Village', '2006-05']] },
  'English, a concept': { text: 'Xi Jinping said that the concept of "clean rivers are worth more than gold mines" has taken root.', quotes: [] },
};

describe('quotes that a report tells', () => {
  for (const [name, c] of Object.entries(cases)) {
    it(name, () => {
      const found = extractQuotes(sourceOf(c.text, { date: c.date ?? null, authors: [] }));
      assert.deepEqual(found.map((q) => [q.text, q.speaker]), c.quotes.map(([words, speaker]) => [words, speaker]));
      c.quotes.forEach(([, , occasion, date], i) => {
        const q = found[i] as (typeof found)[number];
        if (occasion !== undefined) assert.ok(occasion === null ? q.occasion === null : q.occasion?.includes(occasion), `occasion ${q.occasion}`);
        if (date !== undefined) assert.equal(q.date, date);
      });
    });
  }
});
