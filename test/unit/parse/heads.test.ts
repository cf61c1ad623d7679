import assert from 'node:assert/strict';
import { readSource } from '../../../src/core/parse/readSource';

/** What the head of a document says of it: title, authors, date, and where it matters publication and kind. */
interface Row { readonly lines: readonly string[]; readonly title?: string; readonly authors?: readonly string[]; readonly date?: string | null; readonly publication?: string; readonly kind?: string }

const BODY = '这里是一段足够长的正文，说明会议的背景、内容和意义，供测试段落划分之用，句子完整。';

const cases: Readonly<Record<string, Row>> = {
  'authors in the note about them': { lines: ['港口治理的路径与对策', '', '关键词:港口;治理', '', BODY, '', '作者简介:代凯(1988-),男,海滨人,海滨大学副教授,博士;李小红,女,海滨大学讲师。'], title: '港口治理的路径与对策', authors: ['代凯', '李小红'] },
  'who issues a paper in a line above its title': { lines: ['海滨市人民政府办公室', '关于印发科研设施开放办法的通知', '', '海政办发〔2023〕12号', '', '各县（市、区）人民政府：', '', BODY, '', '海滨市人民政府办公室', '2023年6月18日', '', '附件', '', '海滨市科研设施开放办法', '', '第一条　为了促进开放，制定本办法。', '', '第二条　本办法自2023年8月1日起施行，有关规定与本办法不一致的，以本办法为准。', '', BODY, '', BODY, '', BODY, '', BODY, '', BODY, '', '2022年1月1日'], title: '海滨市人民政府办公室关于印发科研设施开放办法的通知', date: '2023-06-18' },
  'a writer behind a stroke at the foot': { lines: ['观察丨港口怎样走在前面', '原创2023-11-29 09:28·某某新闻', '', BODY, '', '监制丨周文', '', '执笔丨李小红', '', '责任编辑：张敏'], authors: ['李小红'], date: '2023-11-29' },
  'an editorial desk and a name': { lines: ['建设更好的港口（人民观点）', '本报评论部 周文', '《某某日报》（2021年04月12日 05 版）', BODY], authors: ['周文'], date: '2021-04-12', publication: '某某日报', kind: 'newspaper' },
  'reporters inside the dateline': { lines: ['港口会议今日召开', '2016-03-04 22:48:58 来源:某某社', `新华社北京3月4日电 题:港口会议今日召开 新华社记者 李小红、周文 记者从会议获悉，${BODY}`], authors: ['李小红', '周文'], date: '2016-03-04' },
  'a day with its month as a word': { lines: ['Port city sets sail', 'Updated 11:58, 08-Mar-2019', 'The port city set sail on Friday, and all the people of the province were there to see it go.'], title: 'Port city sets sail', date: '2019-03-08' },
  'a day with full stops': { lines: ['Port city sets sail', '9:40 09.03.2024', 'The port city set sail on Friday, and all the people of the province were there to see it go.'], date: '2024-03-09' },
  'an adoption in Chinese numerals, not the paper that prints it': { lines: ['某某委员会第六次全体会议公报', '（二〇二二年一月二十日某某委员会第六次全体会议通过）', '《某某日报》（2022年01月21日 第04版）', BODY], date: '2022-01-20', publication: '某某日报', kind: 'report' },
  'a speech on the page of a meeting': { lines: ['某某中学2018年第三次学习会(20180504)', '时间:2018-05-05 20:20 作者:admin 来源:未知', '李强:在第十三届港口大会上的讲话', '(2018年3月20日)', '李强', '各位代表:', BODY], title: '李强:在第十三届港口大会上的讲话', authors: ['李强'], date: '2018-03-20', kind: 'speech' },
  'other headlines above the reporter\'s': { lines: ['律師揭「多數人做不到」的關鍵', '', '年終茶話會 特別指出港口建設', '某某報／ 記者陳湘如／即時報導', BODY], title: '年終茶話會 特別指出港口建設', authors: ['陳湘如'] },
  'names between a repeated title and the source': { lines: ['论港口共同体的形成机理', '', '发表人:某某学院网站 时间2022-03-26 22:35:59', '', '论港口共同体的形成机理', '', '蔡文 李小红', '', '文章来源:《港口研究》2021年第6期', '摘要:本文研究港口。', BODY], authors: ['蔡文', '李小红'] },
  'a note mark behind the title': { lines: ['新时代港口建设的对策探析*', '', '王 明', '', '(某某大学 港口学院, 长沙 410081)', '', '摘 要: 本文研究港口。', BODY], title: '新时代港口建设的对策探析', authors: ['王明'] },
  'a day in years of the Republic': { lines: ['跳到主要內容', '新聞與活動', '總統府新聞', '108年06月26日', '總統：政府打擊毒品決心不容許任何挑戰', '蔡小英總統今（26）日上午出席頒獎典禮，說明政府打擊毒品的決心，也期許夥伴能持續堅守崗位，讓社會更安全。'], title: '總統：政府打擊毒品決心不容許任何挑戰', date: '2019-06-26' },
  'two digits are no such year': { lines: ['港口会议今日召开', '98年6月26日', BODY], date: null },
  'an English byline under the title': { lines: ['Harbour Daily', '- November 25, 2017 -', 'Port City Contributes to World Trade, Says Mayor', 'By M. Grace', 'on July 10, 2017 21:07 PM', 'The port city was busy all week in visiting other port cities of the world, the mayor said to reporters.'], title: 'Port City Contributes to World Trade, Says Mayor', authors: ['M. Grace'], date: '2017-07-10' },
  'an English title below the page\'s bar': { lines: ['Press RoomMinistries', '', 'Port city to open its harbour to more ships', '', 'Xinhua | October 16, 2024', '', 'The port city stands ready to open its harbour to more ships, a spokesperson said on Tuesday.'], title: 'Port city to open its harbour to more ships', date: '2024-10-16' },
  'an English text without a title': { lines: ['Opening the harbour will be a key policy focus during an upcoming meeting of the port city, with greater trade widely seen as crucial for the people who live there to nurture new growth and share fresh opportunities with the rest of the world, experts said.', 'New measures could include longer quays, they added.'], title: '' },
  'a name in pinyin above an English text': { lines: ['Li Xiaohong', 'Indispensable to the growth of the port, trade serves as an important way to learn from each other and to address the challenges that all ports of the world share today.'], title: '', authors: ['Li Xiaohong'] },
  'a title of two words is no name': { lines: ['China Trade', 'Indispensable to the growth of the port, trade serves as an important way to learn from each other and to address the challenges that all ports of the world share today.'], title: 'China Trade', authors: [] },
  'a summary whose blank was lost': { lines: ['?', '港口是城市的門戶', '2023-05-30 10:48', '田鵬 王曉慧', '[摘? 要]本文研究港口的歷史和現狀。', BODY], authors: ['田鵬', '王曉慧'] },
  'reporters at the foot': { lines: ['港口会议今日召开', BODY, '记者:李小红、周文、张敏'], authors: ['李小红', '周文', '张敏'] },
  'a site\'s bar above the way to the page': { lines: ['网站首页 | 网站地图', '', '大国新村', '首页 > 智库 > 专家观点 > 正文', '', '港口研究掀起新的高潮', '', BODY], title: '港口研究掀起新的高潮' },
  'points of a summary above the title': { lines: ['◇回望四十年的报道，生动见证了港口从小到大的过程', '◇多家港口围绕同一个主题展开竞争，引起关注', '在谋一域中谋全局', '——报道中的港口治理实践', '文丨《某某》周刊记者 李小红 周文', BODY], title: '在谋一域中谋全局', authors: ['李小红', '周文'] },
  'a journal\'s line above, and its reference of the text': { lines: ['某某大学学报(社会科学版)  2018, Vol. 18 Issue (04): 1-7   PDF', '', '文章信息', '', '李小红', '港口战略的总抓手和道路', '某某大学学报(社会科学版), 2018, 18(04): 1-7', '', '摘要:本文研究港口。', BODY], title: '港口战略的总抓手和道路', date: '2018' },
  'a name and a school apart': { lines: ['港口治理思想探析', '', '时间:2016-08-18 08:42:58', '', '        李小红        河北港口学院', '', '【摘要】本文研究港口。', BODY], title: '港口治理思想探析', authors: ['李小红'] },
  'an office and a name': { lines: ['筑牢港口发展的根基', '港口办公厅副主任 李小红', BODY], title: '筑牢港口发展的根基', authors: ['李小红'] },
  'a name before the title': { lines: ['李小红丨从小港到大港的思考', '【摘要】本文研究港口。', BODY], authors: ['李小红'] },
  'a name right behind the day': { lines: ['港口发展的根本遵循', '', '2020-02-03李小红', '', BODY], authors: ['李小红'], date: '2020-02-03' },
  'an English byline with the paper and the day': { lines: ['Port city calls for effort', '', 'By AN BAIJIE and MO JINGXI | China Daily | Updated: 2019-11-23 02:47', 'The port city would like to promote cooperation with all others, to bring more benefits to the people.'], title: 'Port city calls for effort', authors: ['AN BAIJIE', 'MO JINGXI'], date: '2019-11-23' },
  'an English dateline': { lines: ['Port city holds a symposium on trade', '', 'Jinan, 25 May 2024 (TDI): The port city held a symposium and emphasized the importance of trade for the people of the province.'], title: 'Port city holds a symposium on trade', date: '2024-05-25' },
  'two authors with their posts': { lines: ['港口怎样走在前面', BODY, '（作者：周文，系某研究所研究员；李小红，系某大学副教授）'], authors: ['周文', '李小红'] },
  'a question of a reporter': { lines: ['港口会议今日召开', '记者:请问这次会议有什么特点?', `李强:${BODY}`], authors: [] },
  'news of a speech is no speech': { lines: ['李强赴港口学院向师生们发表讲话', '来源：《某某日报》 2012年9月11日', BODY], kind: 'newspaper', date: '2012-09-11' },
  'news of a report is no report': { lines: ['陈国文：工作报告有五大重点', '2022-10-20 10:00', BODY], kind: 'other' },
};

describe('heads of documents', () => {
  for (const [name, row] of Object.entries(cases)) {
    it(name, () => {
      const s = readSource({ file: 'a.txt', text: row.lines.join('\n') });
      if (row.title === '') assert.equal(s.title, null);
      else if (row.title !== undefined) assert.ok(s.title?.replace(/^.{2}[:：](?=在)/u, '').includes(row.title.replace(/^.{2}[:：](?=在)/u, '')) && s.title.length <= row.title.length, String(s.title));
      if (row.authors) assert.deepEqual(s.authors, row.authors);
      if (row.date !== undefined) assert.equal(s.date, row.date);
      if (row.publication !== undefined) assert.equal(s.publication, row.publication);
      if (row.kind !== undefined) assert.equal(s.kind, row.kind);
    });
  }
});
