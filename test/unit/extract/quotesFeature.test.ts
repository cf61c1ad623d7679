import assert from 'node:assert/strict';
import { extractQuotes } from '../../../src/core/extract/quotes/quotes';
import { sourceOf } from './quotesSource';

/** Words, speaker, and where it matters occasion and date. */
type Row = readonly [words: string, speaker: string, occasion?: string | null | undefined, date?: string | null];

/** Long reports and collections: lists whose speaker is announced once, meetings that somebody called, lines under the words. */
const cases: Readonly<Record<string, { text: string; date?: string; title?: string; authors?: readonly string[]; quotes: readonly Row[] }>> = {
  'items of a list': {
    text: '李强总理一路走一路看，对做好农业工作提出明确要求：\n7月5日至7日，在安徽考察时强调，要“守好粮食这个底线”；\n9月2日，在山东主持召开抗旱座谈会，强调“抓紧把水利工程修好”“一滴水也不能浪费”。',
    date: '2024-12-01',
    quotes: [['守好粮食这个底线', '李强', '安徽考察', '2024-07-05'], ['抓紧把水利工程修好', '李强', '抗旱座谈会', '2024-09-02'], ['一滴水也不能浪费', '李强', '抗旱座谈会', '2024-09-02']],
  },
  'no list without a person': { text: '有关方面提出明确要求：\n7月5日，在安徽考察时强调，要“守好粮食这个底线”。', quotes: [] },
  'a meeting that somebody called': { text: '4月3日，李强总理主持召开的国务院常务会议，在分析形势时作出重要判断：“工业经济正在回升，基础还不牢固。”', date: '2024-12-01', quotes: [['工业经济正在回升，基础还不牢固。', '国务院常务会议', null, '2024-04-03']] },
  'a meeting behind its words': { text: '“恢复是一个有起有伏的过程。”4月3日召开的国务院常务会议作出这一判断。', date: '2024-12-01', quotes: [['恢复是一个有起有伏的过程。', '国务院常务会议', undefined, '2024-04-03']] },
  'a demand with a colon': { text: '李强总理对做好防汛工作提出明确要求：“始终把人民生命放在第一位。”', quotes: [['始终把人民生命放在第一位。', '李强']] },
  'an adverb before the verb': { text: '李强总理在车间里了解生产情况，殷殷嘱托：“要把技术握在自己手里。”', quotes: [['要把技术握在自己手里。', '李强']] },
  'the year that is nearest to the verb': { text: '针对今年的工作，李强总理在去年的全国农业会议上强调“要早谋划、早动手”。', date: '2024-12-01', quotes: [['要早谋划、早动手', '李强', undefined, '2023']] },
  'a concept behind a dash': { text: '“把好种子攥在自己手里，把饭碗端得更稳”——今年5月，李强总理在海南首次提出这一要求，引起关注。', date: '2024-12-01', quotes: [['把好种子攥在自己手里，把饭碗端得更稳', '李强', undefined, '2024-05']] },
  'a speech of the same day': { text: '6月8日，天津夏季论坛开幕。\n“开放的大门只会越开越大。”当日，李强总理发表的书面演讲坚定有力，赢得掌声。', date: '2024-12-01', quotes: [['开放的大门只会越开越大。', '李强', undefined, '2024-06-08']] },
  'a leadership with somebody at its core': { text: '“推动农业实现质的提升”——以习近平同志为核心的党中央引领农业发展纪实', quotes: [] },
  'a report named between name and verb': { text: '“让改革的成果惠及每一个人。”习近平总书记在党的二十大报告中鲜明指出。', quotes: [['让改革的成果惠及每一个人。', '习近平', '党的二十大报告']] },
  'a collection with notes under the words': {
    text: '青年是整个社会力量中最积极的力量。\n要同人民一起奋斗。\n（2018年5月2日在某大学师生座谈会上的讲话）\n十二\n幸福都是奋斗出来的。\n（二〇一七年十二月三十一日的新年贺词，《某某日报》）', authors: ['李强'],
    quotes: [['青年是整个社会力量中最积极的力量。', '李强', '某大学师生座谈会', '2018-05-02'], ['要同人民一起奋斗。', '李强', '某大学师生座谈会', '2018-05-02']],
  },
  'a collection with titles under the words': { title: '李强关于青年工作论述摘编', text: '青年是整个社会力量中最积极的力量。\n《在某大学师生座谈会上的讲话》（2018年5月2日），《某某日报》2018年5月3日', quotes: [['青年是整个社会力量中最积极的力量。', '李强', '某大学师生座谈会', '2018-05-02']] },
  'a judgement in a noun phrase': { text: '2020年10月29日，全国农业会议公报更是明确提出“绿色发展理念深入人心”这一重大判断。', quotes: [['绿色发展理念深入人心', '全国农业会议公报', undefined, '2020-10-29']] },
  'what is remembered has a name': { text: '李强总理提到，前不久纪念“中国人民抗日战争暨世界反法西斯战争胜利”的活动十分隆重。', quotes: [] },
  'a leader of whom short paragraphs go on to tell': { text: '李强总理两次来到海岛。\n岛上风大浪高。\n春夏秋冬——\n他来到渔村，走进渔民的院落，强调要“把海岛建设成幸福的家园”。', quotes: [['把海岛建设成幸福的家园', '李强']] },
  'one of two of whom nobody knows': { text: '李强总理和周文部长来到海岛。\n岛上风大浪高。\n春夏秋冬——\n他来到渔村，强调要“把海岛建设成幸福的家园”。', quotes: [] },
  'he turns to somebody': { text: '李强总理安排大家坐下，转身对赵德润说：“你可以随便走、随便看。”', quotes: [['你可以随便走、随便看。', '李强']] },
  'questions in a row under the scene': { text: '2000年7月2日，烈日当头。李强来到苍松社区调研，他看了几户人家，向身边的干部接连发问。\n“你们知道为什么这个时候来吗？”“老百姓的苦，你们体会到了吗？”', quotes: [['你们知道为什么这个时候来吗？', '李强', undefined, '2000-07-02'], ['老百姓的苦，你们体会到了吗？', '李强', undefined, '2000-07-02']] },
  'a day with a clause behind it': { text: '2012年11月15日，当选的那天，李强与中外记者见面时说，“人民的向往，就是我们奋斗的目标”。', quotes: [['人民的向往，就是我们奋斗的目标', '李强', undefined, '2012-11-15']] },
  'an address at the meeting that was just held': { text: '全国政协31日上午举行新年茶话会。\n李强总理致词时指出，2025年是不平凡的一年。「我们迎难而上，办成了不少大事。」', date: '2025-12-31', quotes: [['我们迎难而上，办成了不少大事。', '李强', '新年茶话会', '2025-12-31']] },
  'two names that are always said together': { text: '马克思恩格斯在书中说过：“共产党人不屑于隐瞒自己的观点和意图。”', quotes: [['共产党人不屑于隐瞒自己的观点和意图。', '马克思恩格斯']] },
  'English, remarks in a sentence of their own': { text: '"Trade should bring people together and not divide them," Wang Yi said.\n\nForeign Minister Wang Yi made the remarks at a press conference in Beijing on the sidelines of the session.', quotes: [['Trade should bring people together and not divide them', '王毅', 'press conference']] },
  'an old saying before what he said': { text: '“民非谷不食，谷非地不生。”粮食在李强总理心中有着特殊的分量，他多次深入田间，明确指出“耕地是粮食生产的根本所在”。', quotes: [['耕地是粮食生产的根本所在', '李强']] },
  'a work': { text: '1957年，毛泽东在《关于正确处理某些矛盾的问题》中进一步提出要“建设一个具有现代工业的国家”。', quotes: [['建设一个具有现代工业的国家', '毛泽东', '《关于正确处理某些矛盾的问题》', '1957']] },
  'English, the one who speaks behind his post': { text: 'David Dosset, founder of a forum in Paris, said Xi Jinping sent messages.\n\n"China wants to be part of the answer to these problems," he said.', quotes: [['China wants to be part of the answer to these problems', 'David Dosset']] },
  'English, by his office': { text: 'Chinese President Xi Jinping came to Hamburg.\n\n"We must remain open to each other," the Chinese president said.', quotes: [['We must remain open to each other', '习近平']] },
  'English, an office that two have': { text: 'Professor Paul Smith and Professor Ann Jones came to Hamburg.\n\n"We must remain open to each other," the professor said.', quotes: [] },
  'English, he of the same sentence': { text: '"Trade is good for all of us," Wang Yi said.\n\nDuring Xi Jinping\'s visit in Hamburg, Germany, he mentioned that "the world economy is still plagued by deep problems".', quotes: [['Trade is good for all of us', '王毅'], ['the world economy is still plagued by deep problems', '习近平', 'visit in Hamburg']] },
  'from one place to another, the speaker behind': { text: '从全国会议上要求“做好困难群体的就业帮扶”，到6月海南考察时提出“要把就业摆在突出位置”，李强总理把就业作为头等大事。', date: '2024-12-01', quotes: [['做好困难群体的就业帮扶', '李强', '全国会议'], ['要把就业摆在突出位置', '李强', '海南考察', '2024-06']] },
  'what is carried out in the next paragraph': { text: '“要抓住群众最操心的问题，一件一件办好”“把惠民生的事办实办细”……\n贯彻落实李强总理的重要指示，各地补上短板。', quotes: [['要抓住群众最操心的问题，一件一件办好', '李强'], ['把惠民生的事办实办细', '李强']] },
  'what the next paragraph says of all': { text: '“要抓住群众最操心的问题，一件一件办好”“把惠民生的事办实办细”……\n各地补上短板。', quotes: [] },
  'these indications': { text: '围绕怎样办事的问题，李强总理曾发表一系列重要讲话，作出一系列重要指示。\n“我们办事，为的是造福人民，不是为了个人得失”“有名”，这些重要指示指明了方向。', quotes: [['我们办事，为的是造福人民，不是为了个人得失', '李强']] },
  'these indications of nobody': { text: '围绕怎样办事的问题，有关方面作出一系列重要指示。\n“我们办事，为的是造福人民，不是为了个人得失”，这些重要指示指明了方向。', quotes: [] },
  'a demand in the next sentence': { text: '“大家要始终严格要求自己，在廉洁自律上作表率”。李强总理在这次会上再次提出具体要求。', quotes: [['大家要始终严格要求自己，在廉洁自律上作表率', '李强']] },
  'to a place in the clause before': { text: '7月到江苏考察，李强总理说出了他的印象：“这里传统与现代结合得很好。”', date: '2024-12-01', quotes: [['这里传统与现代结合得很好。', '李强', '江苏考察', '2024-07']] },
  'whom he encourages': { text: '5月10日，李强总理来到雄州站考察。\n塔吊林立。\n看着眼前的景象，李强总理勉励建设者：“这是难得的机会，要努力啊！”', date: '2024-12-01', quotes: [['这是难得的机会，要努力啊！', '李强', undefined, '2024-05-10']] },
  'a report that he gave': { text: '2017年10月18日上午，李强站在讲台前作工作报告。\n他宣告：“经过长期努力，我们走进了新的时代。”', quotes: [['经过长期努力，我们走进了新的时代。', '李强', '作工作报告', '2017-10-18']] },
  'a dash before a heading about somebody': { text: '“万山磅礴必有主峰，百川归海终有方向”——在新的实践中确立李强总理为全队的主心骨，大家团结一心', quotes: [] },
  'English, words behind the sentence that says who': { text: 'The tougher the situation may seem, the more should be done, Li Qiang said. "Officials from top to bottom should be mindful of dangers."', quotes: [['Officials from top to bottom should be mindful of dangers.', '李强', undefined, null]] },
  'English, a quarter is no day': { text: 'In the first quarter of 2019 trade grew.\n\nLi Qiang discussed a report on the first quarter of 2019 at a meeting.\n\n"We must move forward while maintaining stability," Li added.', quotes: [['We must move forward while maintaining stability', '李强', undefined, null]] },
  'a further demand of the sentence': { text: '2023年9月，李强在海南考察时指出，要“整合优化各方的力量”，积极培育新的产业，“加快形成新的动能”。', quotes: [['整合优化各方的力量', '李强', '海南考察', '2023-09'], ['加快形成新的动能', '李强', '海南考察', '2023-09']] },
  'a term behind a demand': { text: '2023年9月，李强在海南考察时指出，要“整合优化各方的力量”，发展“低空经济”，形成“新的动能”。', quotes: [['整合优化各方的力量', '李强']] },
  'what it was and where': { text: '“新征程是一场远征。”23日中午，李强总理在北京同中外记者见面，他在讲话中这样强调。', date: '2022-10-24', quotes: [['新征程是一场远征。', '李强', '同中外记者见面', '2022-10-23']] },
  'a demand behind words': { text: '2023年7月，李强总理在全国生态大会上强调，“今后五年是重要时期”，要“把环境摆在突出位置”。', quotes: [['今后五年是重要时期', '李强', '全国生态大会', '2023-07'], ['把环境摆在突出位置', '李强', '全国生态大会', '2023-07']] },
  'a place alone before the name': { text: '2013年11月，在山东农科院，李强语重心长地说：“手中有粮，心中不慌。”', quotes: [['手中有粮，心中不慌。', '李强', undefined, '2013-11']] },
  'an office that has a report': { text: '世界银行在一份报告中指出，“环境退化给许多国家造成了不小的损失”。', quotes: [['环境退化给许多国家造成了不小的损失', '世界银行']] },
  'English, whom the sentence is about': { text: 'Xi Jinping met with Donald Trump, during which he used a metaphor.\n\nFacing challenges, he firmly stated, "We have the confidence to navigate all of this."', quotes: [['We have the confidence to navigate all of this.', '习近平']] },
  'English, a piece of a sentence': { text: 'The dream of Xi Jinping is by no means a “lonely dream,” he said.', quotes: [] },
  'such a line in a document of nobody': { text: '青年是整个社会力量中最积极的力量。\n（2018年5月2日在某大学师生座谈会上的讲话）', quotes: [] },
};

describe('quotes of features and collections', () => {
  for (const [name, c] of Object.entries(cases)) {
    it(name, () => {
      const found = extractQuotes(sourceOf(c.text, { date: c.date ?? null, title: c.title ?? null, authors: [...c.authors ?? []] }));
      assert.deepEqual(found.map((q) => [q.text, q.speaker]), c.quotes.map(([words, speaker]) => [words, speaker]));
      c.quotes.forEach(([, , occasion, date], i) => {
        const q = found[i] as (typeof found)[number];
        if (occasion !== undefined) assert.ok(occasion === null ? q.occasion === null : q.occasion?.includes(occasion), `occasion ${q.occasion}`);
        if (date !== undefined) assert.equal(q.date, date);
      });
    });
  }
});
