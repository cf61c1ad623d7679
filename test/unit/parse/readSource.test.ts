import assert from 'node:assert/strict';
import { readSource } from '../../../src/core/parse/readSource';
import type { Source } from '../../../src/core/library/types';

const read = (text: string, file = 'a.txt', catalogue?: unknown): Source => readSource({ file, text, catalogue });
const kinds = (source: Source): string[] => source.paragraphs.map((p) => `${p.kind}: ${p.text}`);
const codes = (source: Source): string[] => source.problems.map((p) => p.code);
const BODY = '这里是一段足够长的正文，说明会议的背景、内容和意义，供测试段落划分之用，句子完整。';

/** Every kept character must be the raw character that its map names (a joined Latin line end counts as a blank). */
function assertMaps(source: Source): void {
  for (const p of source.paragraphs) for (let i = 0; i < p.text.length; i++) {
    const raw = source.raw[p.map.toRaw(i)];
    assert.ok(raw === p.text[i] || (p.text[i] === ' ' && /\s/u.test(raw ?? '')), `${JSON.stringify(p.text[i])} at ${i} of “${p.text}” maps to ${JSON.stringify(raw)}`);
  }
}

describe('readSource: paragraphs', () => {
  it('finds paragraphs in a single line by their lost indents', () => {
    const source = read(`关于加强合作的意见（评论）　　导语　　${BODY}　　　　${BODY}　　（执笔：王 明 李小红）`);
    assert.deepEqual(source.paragraphs.map((p) => p.kind), ['title', 'heading', 'body', 'body', 'byline']);
    assert.equal(source.title, '关于加强合作的意见');
    assert.deepEqual(source.authors, ['王明', '李小红']);
    assertMaps(source);
  });
  it('joins a paragraph that a page break cut inside a word, furniture between', () => {
    const source = read(`题目在这里\n\n双方正面临剧烈变化，需要共同努力，才能实现目标。\n\n当前, 世界各国的合作与竞争格局以及内外部环境都正在面临剧\n\n收稿日期: 2022-08-21; 修回日期: 2022-09-14\n\n烈调整,影响深远。\n`);
    assert.ok(kinds(source).includes('body: 当前, 世界各国的合作与竞争格局以及内外部环境都正在面临剧烈调整,影响深远。'), kinds(source).join('\n'));
    assert.ok(codes(source).includes('page-breaks'));
    assertMaps(source);
  });
  it('does not join paragraphs of a text whose lines end without stops', () => {
    const source = read(['第一行标题式的长句子没有句号也没有逗号结束在这里而且很长很长很长很长很长', '第二行同样如此不过内容并不相同它也没有句号也没有逗号而且很长很长很长很长', BODY].join('\n'));
    assert.equal(source.paragraphs.length, 3);
  });
  it('joins lines that were wrapped at a fixed width', () => {
    const long = Array.from({ length: 12 }, (_, i) => `第${i}条内容说明合作的方向和任务以及各方面的具体安排和要求，`).join('');
    const wrapped = long.replace(/(.{20})/gu, '$1\n');
    const source = read(`${wrapped}完。\n`);
    assert.equal(source.paragraphs.length, 1);
    assert.equal(source.paragraphs[0]?.text, `${long}完。`);
    assertMaps(source);
  });
  it('joins wrapped English with blanks and closes hyphens', () => {
    const lines = ['The conference was attended by many scien-', 'tists from all over the world and it was a', 'great success for everyone who took part in', 'the discussions that were held there during', 'the first week of the month, in a hall that', 'was built for the purpose by the city where', 'it took place, as the organisers said, and', 'closed on a Friday.'];
    const source = read(`${lines.join('\n')}\n`);
    assert.match(source.paragraphs[0]?.text ?? '', /many scientists from all .* was a great success/);
    assertMaps(source);
  });
  it('cuts a file of one endless line at sentence ends', () => {
    const source = read('这是一句话。'.repeat(100_000));
    assert.ok(source.paragraphs.length > 20);
    assert.ok(source.paragraphs.every((p) => p.text.endsWith('。') && p.text.length <= 20_000));
  });
  it('bears an empty file and one of blanks', () => {
    assert.deepEqual(codes(read('')), ['empty']);
    assert.deepEqual(codes(read(' \n\u3000\n')), ['empty']);
  });
});

describe('readSource: noise', () => {
  it('takes pinyin notes out, whatever the tone marks, and keeps genuine brackets', () => {
    const source = read('學(xué)習(xí)長江經(jīng)濟帶(ANSO)和公里(km)以及銀行(háng)，行(xing)動。');
    assert.equal(source.paragraphs[0]?.text, '學習長江經濟帶(ANSO)和公里(km)以及銀行，行動。');
    assert.deepEqual(source.removed.map((r) => r.reason), ['pinyin', 'pinyin', 'pinyin', 'pinyin', 'pinyin']);
    assertMaps(source);
  });
  it('takes note marks out, not exponents, years or document numbers', () => {
    const source = read('面积5 km²，合作不断加深^[1]，成果显著^{2,3}。见国发〔2024〕1号³。[4]\n\n参考文献\n[1] 某文[J]. 刊名, 2020.\n');
    assert.equal(source.paragraphs[0]?.text, '面积5 km²，合作不断加深，成果显著。见国发〔2024〕1号。');
    assert.equal(source.references['1'], '某文[J]. 刊名, 2020.');
  });
  it('keeps a bracketed number where the document has no list of notes', () => {
    assert.equal(read('数组[3]的元素。').paragraphs[0]?.text, '数组[3]的元素。');
  });
  it('marks lost letters and repairs nothing', () => {
    const source = read('產業變革深入發展??萍紕?chuàng)新是重要力量,各國都應重視。');
    const p = source.paragraphs[0];
    assert.equal(p?.text.slice(p.damaged[0]?.start, p.damaged[0]?.end), '??萍紕?chuàng)');
    assert.ok(codes(source).includes('damaged-text'));
  });
  it('does not take questions for damage', () => {
    assert.deepEqual(read('这是为什么?因为如此。真的吗?!好。').paragraphs.flatMap((p) => p.damaged), []);
  });
});

describe('readSource: kinds', () => {
  it('sets a page’s furniture apart', () => {
    const source = read(`新闻中心\n联系我们\n当前位置:网站首页 - 新闻 - 正文\n合作共赢开新局\n编辑:某中心   浏览:12  时间:2023-12-19\n${BODY}\n\n王小明,作者系某大学副校长\n\n上一篇:另一篇文章 下一篇:再一篇\n打印本页 | 关闭窗口\n版权所有©某公司\n`);
    assert.deepEqual(source.paragraphs.map((p) => p.kind), ['boilerplate', 'boilerplate', 'boilerplate', 'title', 'boilerplate', 'body', 'byline', 'boilerplate', 'boilerplate', 'boilerplate']);
    assert.equal(source.title, '合作共赢开新局');
    assert.equal(source.date, '2023-12-19');
    assert.deepEqual(source.authors, ['王小明']);
    assert.equal(source.kind, 'web');
  });
  it('tells headings, questions, info boxes and captions from text', () => {
    const source = read(`深化合作大家谈\n${BODY}\n一、总体要求\n（一）指导思想\n1.1 发展历程\n有什么主张和举措？\n建立10个海外合作中心\n累计培训1.6万人次\n图1 任务部署示意图\n${BODY}`);
    assert.deepEqual(source.paragraphs.map((p) => p.kind), ['title', 'body', 'heading', 'heading', 'heading', 'question', 'callout', 'callout', 'caption', 'body']);
  });
  it('sets running heads apart', () => {
    const source = read(Array.from({ length: 4 }, (_, i) => `科技导报 合作专题\n${BODY}第${i}。`).join('\n'));
    assert.equal(source.paragraphs.filter((p) => p.kind === 'boilerplate').length, 4);
  });
  it('ends the list of references where the text goes on', () => {
    const source = read(`题目题目\n${BODY}\n参考文献(References)\n- [1] 甲. 某文[J]. 某刊, 2020.\n- [2] 乙. 很长的条目在页末断\n\n- 开，续行[J]. 某刊, 2021.\n\n英文摘要部分另起，是完整的一句话。`);
    assert.equal(source.references['2'], '乙. 很长的条目在页末断开，续行[J]. 某刊, 2021.');
    assert.equal(source.paragraphs.at(-1)?.kind, 'body');
  });
});

describe('readSource: metadata', () => {
  it('has no title where the text begins with its words', () => {
    const source = read(`编者按:${BODY}\n${BODY}`);
    assert.equal(source.title, null);
    assert.equal(source.paragraphs[0]?.kind, 'note');
    assert.ok(codes(source).includes('no-title'));
  });
  it('reads a speech’s date and speaker under its title', () => {
    const source = read(`在某论坛开幕式上的主旨演讲\n（2023年10月18日，北京）\n习近平\n${BODY}`);
    assert.equal(source.date, '2023-10-18');
    assert.deepEqual(source.authors, ['习近平']);
    assert.equal(source.kind, 'speech');
  });
  it('reads a Chinese date in characters, and what a paper says of itself', () => {
    assert.equal(read(`某某决定\n${BODY}\n二〇二四年七月十八日`).date, '2024-07-18');
    const paper = read(`某论文的题目\n张三¹, 李思^{1*}\n1. 某大学经济学院, 北京 100081\n${BODY}\n引用格式: 张三, 李思. 某论文的题目[J]. 科学学刊, 2021, 40(20): 33-41; doi: 10.1000/j.2021.05\n`);
    assert.deepEqual([paper.publication, paper.date, paper.details['volume'], paper.details['pages'], paper.kind], ['科学学刊', '2021', '40', '33-41', 'journal']);
    assert.deepEqual(paper.authors, ['张三', '李思']);
  });
  it('takes a law for a law and a way of doing things for none', () => {
    assert.equal(read(`某某促进法\n${BODY}`).kind, 'law');
    assert.equal(read(`某某管理办法\n${BODY}`).kind, 'law');
    assert.equal(read(`各地探索的好做法\n${BODY}`).kind, 'other');
  });
  it('lets the catalogue overrule, and says what it could not use', () => {
    const source = read(`题目题目\n${BODY}`, 'a.txt', { title: '另一个题目', date: '19 Dec', rank: 9, authors: 'x' });
    assert.equal(source.title, '另一个题目');
    assert.equal(source.date, null);
    assert.equal(codes(source).filter((c) => c === 'catalogue-field').length, 3);
  });
  it('reads Markdown: front matter, headings, markup', () => {
    const source = read('---\ntitle: 测试文稿\nauthor: 王小明、李四\ndate: 2024-05-01\n---\n\n# 标题\n\n这是**重点**，见[链接](http://a.b/c)。[^1]\n\n> 引文一，\n> 引文二。\n', 'a.md');
    assert.deepEqual([source.title, source.authors, source.date], ['测试文稿', ['王小明', '李四'], '2024-05-01']);
    assert.deepEqual(kinds(source).slice(-2), ['body: 这是重点，见链接。', 'body: 引文一，引文二。']);
    assertMaps(source);
  });
  it('says so when front matter is damaged, and reads on', () => {
    const source = read(`---\ntitle: [unclosed\n---\n${BODY}`, 'a.md');
    assert.ok(codes(source).includes('front-matter'));
    assert.equal(source.paragraphs.at(-1)?.text, BODY);
  });
});

describe('readSource: official papers', () => {
  it('takes the day of the adoption below the title, of several the latest, never that from which it is in force', () => {
    const day = (note: string): string | null => read(`滨海省数据条例\n${note}\n第一条 ${BODY}\n第二条 ${BODY}`).date;
    assert.equal(day('（2023年12月20日滨海省人民代表大会常务委员会第九次会议通过）'), '2023-12-20');
    assert.equal(day('（2012年5月1日第一次会议通过　2020年9月30日第八次会议修订　自2021年1月1日起施行）'), '2020-09-30');
    assert.equal(day('（试行）'), null);
  });
  it('takes the title of the paper, not its head', () => {
    const source = read(`滨海省人民政府办公厅文件\n滨政办发〔2024〕12号\n\n滨海省人民政府办公厅关于印发若干措施的通知\n\n各市、县人民政府：\n\n${BODY}\n\n滨海省人民政府办公厅\n2024年3月15日\n`);
    assert.deepEqual([source.title, source.date, source.details['number']], ['滨海省人民政府办公厅关于印发若干措施的通知', '2024-03-15', '滨政办发〔2024〕12号']);
  });
  it('a date without a telling character is no second script', () => {
    assert.deepEqual(read(`在論壇上的演講\n陳國強\n（2022年11月3日）\n\n我們要堅持優勢互補的原則，不斷深化各地在科技領域的合作。\n`).languages, ['zh-Hant']);
  });

  it('takes HTML, code and notes of Markdown for what they are', () => {
    const text = '# 调研札记\n\n[TOC]\n\n## 总体情况 {#overview}\n\n<p align="center">局长指出：“<b>开放才有伙伴</b>。”<sup>[1]</sup>面积小于5公顷（x<3）的不算，约占10<sup>3</sup>家。</p>\n\n```js\nprint("不是正文")\n```\n\n<br>\n\n![平台](a.png "图1")\n\n[^1]: 《海滨日报》2023年6月18日第1版。\n';
    const source = readSource({ file: 'a.md', text });
    assert.deepEqual(source.paragraphs.filter(({ kind }) => kind !== 'boilerplate').map((p) => [p.kind, p.text]), [
      ['title', '调研札记'], ['heading', '总体情况'], ['body', '局长指出：“开放才有伙伴。”面积小于5公顷（x<3）的不算，约占10<sup>3</sup>家。'], ['reference', '《海滨日报》2023年6月18日第1版。'],
    ]);
    assert.ok(source.removed.some(({ raw, reason }) => raw === '<sup>[1]</sup>' && reason === 'note-mark'));
    const open = readSource({ file: 'a.md', text: '# 札记\n\n```\n\n这里是一段足够长的正文，围栏没有合上，所以什么也没有围住，正文还是正文。\n' });
    assert.equal(open.paragraphs.at(-1)?.kind, 'body');
  });

  it('knows a paragraph of wrapped text by half-width blanks too, but not where all lines have them', () => {
    const lines = ['    开放科研设施是本市近年来的一项重要工作，市里为此专门成', '立了领导小组，制定了管理办法和收费标准；明确了责任单位；', '规定了完成时限，逐项抓好落实，取得了良好的效果。', '    各单位要把开放情况作为年度考核的内容，对开放得好的给', '予奖励，对长期闲置的予以调配，避免重复购置，提高效率；', '对弄虚作假的严肃处理，不得姑息，也不得隐瞒不报。', '    目录每季度更新一次，由主管部门审定，并在平台上公布，接', '受社会监督，也听取用户的意见，意见要逐条答复；', '答复的内容要公开，这样才有公信力。', ''];
    const bodies = (text: string): string[] => readSource({ file: 'a.txt', text }).paragraphs.filter(({ kind }) => kind === 'body').map((p) => p.text.slice(0, 4));
    assert.deepEqual(bodies(lines.join('\n')), ['开放科研', '各单位要', '目录每季']);
    assert.deepEqual(bodies(lines.map((line) => `   ${line}`).join('\n')), ['开放科研', '各单位要', '目录每季']);
  });
});
