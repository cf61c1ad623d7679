import assert from 'node:assert/strict';
import { extractQuotes } from '../../../src/core/extract/quotes/quotes';
import { sourceOf } from './quotesSource';

/** Words, speaker, occasion, date; undefined where it does not matter. */
type Row = readonly [words: string, speaker: string, occasion?: string | null | undefined, date?: string | null];

/** When and where something was said: by the clause, the sentence or the scene in front of it. */
const cases: Readonly<Record<string, { text: string; date?: string; quotes: readonly Row[] }>> = {
  'a time of somebody’s life': { text: '李强同志在温州工作期间，要求“每个部门的工作都要服从大局”；在上海工作期间，倡导“小步快走”，强调“办事的根本目的是为人民谋利益”。', quotes: [['每个部门的工作都要服从大局', '李强', '温州工作期间', null], ['办事的根本目的是为人民谋利益', '李强', '上海工作期间', null]] },
  'the time with which a sentence begins': { text: '2022年11月，大会刚刚闭幕，在同中外记者见面会上，李强总理郑重提出：“打好基础，才能走得更远。”', quotes: [['打好基础，才能走得更远。', '李强', '同中外记者见面会', '2022-11']] },
  'a festival behind the year': { text: '1952年“六一”儿童节，毛泽东同志为学校题词“好好读书 好好读书”。', quotes: [['好好读书 好好读书', '毛泽东', null, '1952']] },
  'a place that somebody comes back to': { text: '2015年，再次回到梁家村，同乡亲们一起回忆往事，李强总理坦言：“我要做一些为老百姓办好事的工作。”', quotes: [['我要做一些为老百姓办好事的工作。', '李强', '回到梁家村', '2015']] },
  'a scene whose sentence says no more than where': { text: '2024年5月，李强总理来到山东，了解改革的情况。\n港口天高海阔。\n看到工人们干劲十足，李强总理深情勉励：“我们都是奋斗者，要继续实干。”', quotes: [['我们都是奋斗者，要继续实干。', '李强', '来到山东', '2024-05']] },
  'who is heard behind the words in a scene': { text: '2022年1月，李强总理冒雪来到汾河边的村庄。\n“要让人民的生活一天天好起来。”李强总理强调。', quotes: [['要让人民的生活一天天好起来。', '李强', '来到汾河边的村庄', '2022-01']] },
  'what is called to mind in a scene': { text: '2022年1月，李强总理冒雪来到汾河边的村庄。\n“要让人民的生活一天天好起来。”李强总理的殷切期望和谆谆教诲，温暖人心。', quotes: [['要让人民的生活一天天好起来。', '李强', null, null]] },
  'a meeting in front of an instruction': { text: '11月7日，全国农业工作会议在北京召开。李强总理作出重要指示，部署明年的任务，强调“坚持早谋划、早动手”，要求“把种子、肥料和水都备足”。', date: '2024-11-09', quotes: [['坚持早谋划、早动手', '李强', '全国农业工作会议', '2024-11-07'], ['把种子、肥料和水都备足', '李强', '全国农业工作会议', '2024-11-07']] },
  'another occasion in the next sentence': { text: '李强总理在福建考察工作时指出：“他的事迹体现了一个干部的胸怀。”同党校学员座谈时指出：“要做这样的干部。”', quotes: [['他的事迹体现了一个干部的胸怀。', '李强', '福建考察'], ['要做这样的干部。', '李强', '同党校学员座谈']] },
  'a meeting without a name': { text: '李强在会上说：“数据要开放，规则要清楚。”', quotes: [['数据要开放，规则要清楚。', '李强', null, null]] },
  'a year of something else in front': { text: '2022年全年开放仪器三十台。\n李强在会上说：“数据要开放，规则要清楚。”', quotes: [['数据要开放，规则要清楚。', '李强', null, null]] },
  'a committee that held a meeting': { text: '中共中央政治局7月24日召开会议指出：“要教育引导干部树立正确的观念”。', date: '2023-11-12', quotes: [['要教育引导干部树立正确的观念', '中共中央政治局会议', undefined, '2023-07-24']] },
  'words that a noun sums up': { text: '“‘打铁必须自身硬’是我们的庄严承诺，也是军令状。”李强总理这一重要论断，掷地有声。', quotes: [['‘打铁必须自身硬’是我们的庄严承诺，也是军令状。', '李强']] },
  'pieces before one whose speaker stands behind': { text: '“坚持德智体美劳全面发展”“要树立健康第一的教育理念”……李强总理的殷切期望和谆谆教诲，为孩子们指明方向。', quotes: [['坚持德智体美劳全面发展', '李强'], ['要树立健康第一的教育理念', '李强']] },
  'the last piece of several and so on': { text: '李强总理强调“干事一定要有正确的观念”“树牢造福人民的观念”等。', quotes: [['干事一定要有正确的观念', '李强'], ['树牢造福人民的观念', '李强']] },
};

describe('when and where words were said', () => {
  for (const [name, { text, date, quotes }] of Object.entries(cases)) it(name, () => {
    const found = extractQuotes(sourceOf(text, date === undefined ? {} : { date }));
    assert.deepEqual(found.map((q) => [q.text, q.speaker]), quotes.map(([words, speaker]) => [words, speaker]));
    quotes.forEach(([, , occasion, day], i) => {
      if (occasion !== undefined) assert.equal(found[i]?.occasion, occasion);
      if (day !== undefined) assert.equal(found[i]?.date, day);
    });
  });
});
