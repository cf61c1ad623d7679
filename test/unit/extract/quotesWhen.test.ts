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
  'where a meeting was held is no part of its name': { text: '此前，李强总理在6月7日于山城举行的数据合作部长会议上指出，“数据要开放，规则要清楚”。', date: '2021-09-07', quotes: [['数据要开放，规则要清楚', '李强', '数据合作部长会议', '2021-06-07']] },
  'a press conference that somebody holds': { text: '9月7日，外交部发言人王晓明主持例行记者会。\n王晓明应询表示：“各国守望相助、共克时艰，合作走在了前列。”', date: '2021-09-07', quotes: [['各国守望相助、共克时艰，合作走在了前列。', '王晓明', '主持例行记者会', '2021-09-07']] },
  'what he pointed out goes on in his words': { text: '李强总理指出，报告工作是法定职责，也是年度大考。“要广泛听取意见，了解基层期盼。”', quotes: [['要广泛听取意见，了解基层期盼。', '李强', null, null]] },
  'whom he encouraged to do what': { text: '李强总理登上渔船，鼓励大家“造大船、闯深海、捕大鱼”。', quotes: [['造大船、闯深海、捕大鱼', '李强']] },
  'remarks behind an apposition': { text: 'Liu He, also a member of the bureau, made the remarks in an address to the Regional Forum on the Digital Economy Industry and the Smart Expo.\n"We should pay close attention to the new problems," Liu said.', quotes: [['We should pay close attention to the new problems', 'Liu He', 'an address to the Regional Forum on the Digital Economy Industry']] },
  'a meeting without a name': { text: '李强在会上说：“数据要开放，规则要清楚。”', quotes: [['数据要开放，规则要清楚。', '李强', null, null]] },
  'a year of something else in front': { text: '2022年全年开放仪器三十台。\n李强在会上说：“数据要开放，规则要清楚。”', quotes: [['数据要开放，规则要清楚。', '李强', null, null]] },
  'a committee that held a meeting': { text: '中共中央政治局7月24日召开会议指出：“要教育引导干部树立正确的观念”。', date: '2023-11-12', quotes: [['要教育引导干部树立正确的观念', '中共中央政治局会议', undefined, '2023-07-24']] },
  'a surname with an office': { text: '周文同志任书记时来过我们这里。\n2004年8月，周书记听取汇报后，再次强调用水的重要性。他指出：“要把河管住。”', quotes: [['要把河管住。', '周文', '听取汇报', '2004-08']] },
  'who answers is not he': { text: '王永昌：2003年1月20日，习书记出席代表团的讨论会。他讲道：“这里有很多典故值得我们学习。”', quotes: [['这里有很多典故值得我们学习。', '习近平', '出席代表团的讨论会', '2003-01-20']] },
  'who is named within the words is not he': { text: '习书记批示：“按照胡锦涛总书记的讲话精神，把工作做实。”后来，他又听取汇报。他指出：“要把河管住。”', quotes: [['按照胡锦涛总书记的讲话精神，把工作做实。', '习近平'], ['要把河管住。', '习近平']] },
  'a day of the month that was named with its year': { text: '2015年5月，李强总理回来视察。5月27日，在听取工作汇报后，李强总理发表讲话。讲到文化时，他说：“当年的书，你们都会背了吧？”', date: '2021-05-10', quotes: [['当年的书，你们都会背了吧？', '李强', '听取工作汇报', '2015-05-27']] },
  'once': { text: '2015年5月27日，李强总理来到海南考察。\n有一次，谈到用水时，李强总理对我说：“要把河管住。”', quotes: [['要把河管住。', '李强', null, null]] },
  'what he asked of us': { text: '在2004年8月的一次调研中，李强总理肯定了大家的努力，并对我们提出了新的要求：“希望你们步步为营地抓下去。”', quotes: [['希望你们步步为营地抓下去。', '李强', undefined, '2004-08']] },
  'where somebody was elected': { text: '23日，刚刚在一届一中全会上当选的李强总理同中外记者见面。\n“谢谢大家的信任。”接着，李强总理庄严承诺：“我们一定不负重托。”', date: '2022-10-24', quotes: [['谢谢大家的信任。', '李强', null, null], ['我们一定不负重托。', '李强', null, null]] },
  'words in front of everything': { text: '“有位老人说过这样的话，我听了很有共鸣。”\n4月的海南，春潮涌动，李强总理来到这里考察。', quotes: [['有位老人说过这样的话，我听了很有共鸣。', '李强']] },
  'from a height': { text: '“不论走到哪一步，我们都要继续前进。”李强总理站在时代的高度，面向未来作出郑重宣示。', quotes: [['不论走到哪一步，我们都要继续前进。', '李强']] },
  'a meeting that has just begun': { text: '3月6日，防汛座谈会在北京举行。\n座谈会一开始，李强总理开门见山：“还有不到十个月的时间，必须尽早部署。”', date: '2020-05-20', quotes: [['还有不到十个月的时间，必须尽早部署。', '李强', '防汛座谈会', '2020-03-06']] },
  'when somebody met': { text: '会议闭幕后，新当选的李强在同中外记者见面时掷地有声地说：“人民的向往，就是我们的目标。”', quotes: [['人民的向往，就是我们的目标。', '李强', '同中外记者见面', null]] },
  'he of the paragraph in front': { text: '李强总理说：“人民的向往，就是我们的目标。”\n面对这一目标，他深感责任重大——\n“不能宣布了，还有那么多人生活在贫困线下。”', quotes: [['人民的向往，就是我们的目标。', '李强'], ['不能宣布了，还有那么多人生活在贫困线下。', '李强']] },
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
