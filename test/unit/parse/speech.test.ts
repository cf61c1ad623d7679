import assert from 'node:assert/strict';
import { nameWithPost, englishName } from '../../../src/core/parse/posts';
import { readSource } from '../../../src/core/parse/readSource';

const BODY = '这里是一段足够长的正文，说明会议的背景、内容和意义，供测试段落划分之用，句子完整，没有别的意思。';
const read = (...lines: string[]) => readSource({ file: 'a.txt', text: `${lines.join('\n\n')}\n` });

describe('speeches', () => {
  const cases: readonly (readonly [string, readonly string[], string | null, string | null, string | null])[] = [
    ['name under the title', ['在第三届海洋论坛开幕式上的致辞', '李文涛', '（2023年10月18日）', '尊敬的各位来宾，', BODY], '李文涛', '第三届海洋论坛开幕式', '2023-10-18'],
    ['post and foreign name under the title', ['在港口大会闭幕式上的致辞', '国际港口协会主席罗格', '2008年8月8日', BODY], '罗格', '港口大会闭幕式', '2008-08-08'],
    ['name in the title', ['王小明在全国港口工作会议上的讲话（全文）', '2021年5月28日', BODY], '王小明', '全国港口工作会议', '2021-05-28'],
    ['name with its post before a colon', ['市长李文涛：在海滨市科技大会上的讲话', BODY], '李文涛', '海滨市科技大会', null],
    ['a report to a congress', ['乘风破浪 开创港口工作新局面', '——在海滨市第三次代表大会上的报告', '（2022年10月16日）', '李文涛', '同志们：', BODY], '李文涛', '海滨市第三次代表大会', '2022-10-16'],
    ['a work report', ['政府工作报告', '——2024年3月5日在海滨市第十四届人民代表大会第二次会议上', '海滨市市长  李文涛', '各位代表：', BODY], '李文涛', '海滨市第十四届人民代表大会第二次会议', '2024-03-05'],
    ['a report named after its meeting', ['市长在海滨市人民代表大会第一次会议上的政府工作报告', BODY], null, '海滨市人民代表大会第一次会议', null],
    ['a letter', ['李文涛致首届海洋论坛的贺信', BODY, '李文涛', '2022年6月1日'], '李文涛', '首届海洋论坛', '2022-06-01'],
    ['introduced, Traditional', ['行政長官致辭全文(只有中文)', '以下為行政長官李文濤今日(九月十六日)出席港口聯會酒會致辭全文:', '各位朋友:', BODY, '二○○二年九月十六日(星期一)'], '李文濤', '港口聯會酒會', '2002-09-16'],
    ['introduced by an agency', ['某某社海滨8月8日电 海滨市市长李文涛8日晚在第九届运动会开幕式上致辞,全文如下:', '尊敬的各位来宾：', BODY], '李文涛', '第九届运动会开幕式', null],
    ['told in a note of the journal', ['努力建设一流港口', '李文涛', BODY, '※这是李文涛同志2018年5月28日在海滨市科技大会上讲话的一部分。'], '李文涛', '海滨市科技大会', '2018-05-28'],
    ['English', ['Remarks by Foreign Minister Li Wentao at the Opening of the Seventh Port Forum', '2008-10-13 15:37', 'Ladies and Gentlemen,', 'Let me begin by extending a warm welcome to all the participants of this forum in our city.'], 'Li Wentao', 'the Opening of the Seventh Port Forum', '2008-10-13'],
  ];
  for (const [name, lines, speaker, occasion, date] of cases) it(name, () => {
    const source = read(...lines);
    assert.deepEqual(source.speech, { speaker, occasion });
    assert.equal(source.date, date);
    assert.deepEqual(source.authors, speaker === null ? [] : [speaker]);
  });

  const others: readonly (readonly [string, readonly string[]])[] = [
    ['news of a speech', ['李文涛出席海洋论坛开幕式并发表讲话强调 把港口建好', BODY]],
    ['a comment on one', ['学习李文涛在海洋论坛上的讲话', BODY]],
    ['a report that nobody gave', ['海滨市开放科研设施的报告', BODY]],
    ['a paper about speeches', ['论新时代的港口讲话', '摘要 本文讨论讲话。', '关键词 港口；讲话', BODY]],
    ['plain news', ['海滨市召开科技大会', `${BODY}李文涛在会上讲话。`]],
  ];
  for (const [name, lines] of others) it(`is none: ${name}`, () => assert.equal(read(...lines).speech, undefined));

  it('is what the catalogue says', () => {
    const text = `海滨纪事\n\n${BODY}\n`;
    assert.deepEqual(readSource({ file: 'a.txt', text, catalogue: { speaker: '李文涛', occasion: '港口大会' } }).speech, { speaker: '李文涛', occasion: '港口大会' });
    const speech = '李文涛在全国港口工作会议上的讲话';
    assert.equal(readSource({ file: 'a.txt', text: `${speech}\n\n${BODY}\n`, catalogue: { speaker: null, occasion: null } }).speech, undefined);
  });
});

describe('names with posts', () => {
  for (const [words, name] of [
    ['中共中央政治局委员、北京市委书记李文涛', '李文涛'], ['国务院总理 李 强', '李强'], ['国家主席习近平今日', '习近平'], ['习近平总书记', '习近平'],
    ['联合国秘书长古特雷斯', '古特雷斯'], ['俄罗斯总统弗拉基米尔·普京', '弗拉基米尔·普京'], ['港口的主席台', null], ['会议代表团', null], ['全市人民', null],
  ] as const) it(words, () => assert.equal(nameWithPost(words), name));
  for (const [words, name] of [['H.E. Mr. Li Wentao, Minister of Ports', 'Li Wentao'], ['President Xi Jinping', 'Xi Jinping'], ['the Chief Executive, Mr Donald Tsang', 'Donald Tsang'], ['the Ministry of Ports', null]] as const) it(words, () => assert.equal(englishName(words), name));
});

describe('particulars of pages', () => {
  const cases: readonly (readonly [string, readonly string[], Readonly<Record<string, unknown>>])[] = [
    ['labels that run together', ['港口建设量质齐升', '信息来源：海滨日报更新时间：2022-03-25', BODY], { publication: '海滨日报', date: '2022-03-25' }],
    ['an agency beside the day', ['港口数据公布', '海滨社 2022-10-26 09:35', BODY], { publication: '海滨社', date: '2022-10-26' }],
    ['a day with its issuer', ['港口发展情况发布', '2024年8月29日　海滨市港口委员会', BODY], { date: '2024-08-29' }],
    ['an English line', ["The city's foreign trade up in H1", 'CGTN, July 12, 2019', 'The foreign trade of the city went up in the first half of the year, as the office said on Friday in its report.'], { publication: 'CGTN', date: '2019-07-12' }],
    ['authors with their institute', ['港口合作四十年：发展与演化', '文/杨洋 李哲（海滨港口发展研究院）', BODY], { authors: ['杨洋', '李哲'] }],
    ['a single name in letters apart', ['楊 近 平', '(海濱大學 港口學院, 海濱 550001)', BODY], { title: null, authors: ['楊近平'] }],
    ['a site’s lines above the title', ['扫一扫', '下载海滨新闻APP', '体验更多精彩', '全市港口大会召开', BODY], { title: '全市港口大会召开' }],
    ['an official paper: the day of its signature', ['关于加强港口管理的意见', '海政发〔2014〕20号', '时间:2016-01-17 23:45:19', BODY, '海滨市人民政府', '2014年12月3日'], { title: '关于加强港口管理的意见', date: '2014-12-03', kind: 'law' }],
  ];
  for (const [name, lines, expected] of cases) it(name, () => {
    const source = read(...lines);
    for (const [field, value] of Object.entries(expected)) assert.deepEqual(source[field as keyof typeof source], value, field);
  });
});
