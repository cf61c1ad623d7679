import assert from 'node:assert/strict';
import { extractQuotes } from '../../../src/core/extract/quotes/quotes';
import { sourceOf } from './quotesSource';

interface Expected { words: string; speaker: string; occasion?: string | null; date?: string | null; leadIn?: string; marked?: boolean }
interface Case { name: string; text: string; date?: string; authors?: string[]; quotes: Expected[] }

const cases: Case[] = [
  // ---- speeches, commentaries: before the words ----
  { name: 'colon and full stop inside', text: '李强总理指出：“要让创新的种子在田野里生根发芽。”这句话意味深长。', quotes: [{ words: '要让创新的种子在田野里生根发芽。', speaker: '李强' }] },
  { name: 'part of the author\'s sentence', text: '习近平主席强调“各国应当共同建设开放的实验室”，各方深受鼓舞。', quotes: [{ words: '各国应当共同建设开放的实验室', speaker: '习近平' }] },
  { name: 'one speaker, two verbs', text: '习近平总书记在出席海洋科考大会时指出：“海洋养育了人类”，强调“要守护好每一片海湾”。', quotes: [
    { words: '海洋养育了人类', speaker: '习近平', occasion: '出席海洋科考大会' }, { words: '要守护好每一片海湾', speaker: '习近平', occasion: '出席海洋科考大会' }] },
  { name: 'chained by a semicolon', text: '习主席多次强调，“山水林田湖草是一个整体”；“治沙要一代接着一代干”。', quotes: [{ words: '山水林田湖草是一个整体', speaker: '习近平' }, { words: '治沙要一代接着一代干', speaker: '习近平' }] },
  { name: 'the subject stands outside the marks', text: '国务院总理李强表示，中方“愿同各国分享深空探测的成果和数据”。', quotes: [{ words: '愿同各国分享深空探测的成果和数据', speaker: '李强', leadIn: '中方' }] },
  { name: 'occasion by 在……上', text: '2022年5月，王毅外长在青年科学家论坛开幕式上说：“未来属于敢想的人。”', quotes: [{ words: '未来属于敢想的人。', speaker: '王毅', occasion: '青年科学家论坛', date: '2022-05' }] },
  { name: 'day of the month and year of the event', text: '6月3日，习近平主席向2021年北方草原论坛致贺信指出：“草原是大地的衣裳。”', quotes: [{ words: '草原是大地的衣裳。', speaker: '习近平', occasion: '向2021年北方草原论坛致贺信', date: '2021-06-03' }] },
  { name: 'a letter', text: '他一直记得，习近平总书记在给沙河小学同学们的回信中勉励大家“把书读好，把身体练好”。', quotes: [{ words: '把书读好，把身体练好', speaker: '习近平', occasion: '给沙河小学同学们的回信' }] },
  { name: 'classics of the party', text: '毛泽东同志说过：“没有调查，就没有发言权。”邓小平同志也说过：“发展才是硬道理。”', quotes: [{ words: '没有调查，就没有发言权。', speaker: '毛泽东' }, { words: '发展才是硬道理。', speaker: '邓小平' }] },
  { name: 'in the words of', text: '用鲁迅的话说，“世上本没有路，走的人多了，也便成了路”。', quotes: [{ words: '世上本没有路，走的人多了，也便成了路', speaker: '鲁迅' }] },
  { name: 'a book speaks', text: '《齐民要术》有云：“顺天时，量地利，则用力少而成功多。”', quotes: [{ words: '顺天时，量地利，则用力少而成功多。', speaker: '《齐民要术》' }] },
  { name: 'a long clause before a noun', text: '邓小平同志提出的“教育要面向现代化，面向世界，面向未来”，至今仍有意义。', quotes: [{ words: '教育要面向现代化，面向世界，面向未来', speaker: '邓小平' }] },
  { name: 'in a line of several clauses', text: '李强总理强调，气候变化是共同挑战，发达国家应当带头，要“把承诺变成看得见的行动”。', quotes: [{ words: '把承诺变成看得见的行动', speaker: '李强' }] },
  { name: 'two speakers in a sentence', text: '毛泽东1956年号召“向科学大踏步地前进”，邓小平1978年指出“四个现代化，关键是科学技术现代化”。', quotes: [{ words: '向科学大踏步地前进', speaker: '毛泽东', date: '1956' }, { words: '四个现代化，关键是科学技术现代化', speaker: '邓小平', date: '1978' }] },
  { name: 'each piece its own occasion', text: '习近平总书记在港口考察时强调，“港口是枢纽”，在给船员的回信中说，“大海连着世界”。', quotes: [{ words: '港口是枢纽', speaker: '习近平', occasion: '港口考察' }, { words: '大海连着世界', speaker: '习近平', occasion: '给船员的回信' }] },
  { name: 'a declaration', text: '习近平总书记作出“中国的大门必将越开越大”的庄严宣告。', quotes: [{ words: '中国的大门必将越开越大', speaker: '习近平' }] },
  { name: 'the words of a book within somebody\'s speech', text: '李强总理引用《荀子》中的话：“不积小流，无以成江海。”', quotes: [{ words: '不积小流，无以成江海。', speaker: '《荀子》' }] },
  { name: 'the author of a speech', text: '我多次强调，“实验室的门要向世界打开”。', authors: ['李强'], quotes: [{ words: '实验室的门要向世界打开', speaker: '李强' }] },
  { name: 'three pieces side by side', text: '李强总理强调“坚持自主创新”“坚持开放合作”“坚持人才引领”，催人奋进。', quotes: ['坚持自主创新', '坚持开放合作', '坚持人才引领'].map((words) => ({ words, speaker: '李强' })) },
  { name: 'a saying over a dash', text: '要加强基础研究，把科技的命脉握在自己手中。\n——习近平2024年6月24日在全国科技大会上的讲话', quotes: [{ words: '要加强基础研究，把科技的命脉握在自己手中。', speaker: '习近平', occasion: '全国科技大会', date: '2024-06-24', marked: false }] },
  { name: 'as somebody puts it', text: '正如马克思所言，“问题在于改变世界”。', quotes: [{ words: '问题在于改变世界', speaker: '马克思' }] },
  { name: 'a name alone before, a noun of words behind', text: '我们要贯彻习近平总书记“要把论文写在祖国大地上”的重要指示精神。', quotes: [{ words: '要把论文写在祖国大地上', speaker: '习近平' }] },
  { name: 'together with others, then the words', text: '习近平主席强调，中方愿同各国一道，“共同维护国际公平正义”。', quotes: [{ words: '共同维护国际公平正义', speaker: '习近平' }] },
  { name: 'the general secretary, by title alone', text: '“不能搞一刀切。”总书记叮嘱道。', quotes: [{ words: '不能搞一刀切。', speaker: '习近平' }] },
  { name: 'a manner of saying and a colon', text: '李强总理语重心长：“粮食安全是国之大者。”', quotes: [{ words: '粮食安全是国之大者。', speaker: '李强' }] },
  // ---- behind the words ----
  { name: 'behind, where it comes from', text: '“海内存知己，天涯若比邻。”这句诗出自《送杜少府之任蜀州》。', quotes: [{ words: '海内存知己，天涯若比邻。', speaker: '《送杜少府之任蜀州》' }] },
  { name: 'behind, whose words', text: '“中国要强盛，就一定要大力发展科学技术。”习近平总书记的话掷地有声。', quotes: [{ words: '中国要强盛，就一定要大力发展科学技术。', speaker: '习近平' }] },
  { name: 'behind, said', text: '“我们等这一天等了二十年。”航天员张海波说。', quotes: [{ words: '我们等这一天等了二十年。', speaker: '张海波' }] },
  { name: 'behind, split in two', text: '“设备到了，”项目负责人陈晓东说，“人也要跟上。”', quotes: [{ words: '设备到了，', speaker: '陈晓东' }, { words: '人也要跟上。', speaker: '陈晓东' }] },
  { name: 'behind, this is', text: '“把论文写在戈壁滩上。”这是习近平总书记对治沙工作者的殷殷嘱托。', quotes: [{ words: '把论文写在戈壁滩上。', speaker: '习近平' }] },
  { name: 'behind, a letter', text: '“祝愿两国青年友谊长青。”3月2日，习近平主席在致中越青年联欢会的贺信中写道。', quotes: [{ words: '祝愿两国青年友谊长青。', speaker: '习近平', occasion: '致中越青年联欢会的贺信', date: null }] },
  // ---- documents and meetings ----
  { name: 'a report', text: '党的十九大报告指出：“创新是引领发展的第一动力。”', quotes: [{ words: '创新是引领发展的第一动力。', speaker: '党的十九大报告' }] },
  { name: 'a document and a colon', text: '2024年《政府工作报告》：“大力推进现代化产业体系建设。”', quotes: [{ words: '大力推进现代化产业体系建设。', speaker: '《政府工作报告》' }] },
  { name: 'a meeting', text: '中央经济工作会议强调，“必须把推进改革和扩大开放结合起来”。', quotes: [{ words: '必须把推进改革和扩大开放结合起来', speaker: '中央经济工作会议' }] },
  { name: 'a plenum', text: '党的二十届三中全会提出“健全新型举国体制”。', quotes: [{ words: '健全新型举国体制', speaker: '党的二十届三中全会' }] },
  { name: 'official words without marks', text: '国家“十五五”规划建议提出，加快建设海洋科学观测网，推动深海装备共享共用。', quotes: [{ words: '加快建设海洋科学观测网，推动深海装备共享共用', speaker: '国家“十五五”规划建议', marked: false }] },
  { name: 'without marks, the author goes on', text: '《种业振兴方案》提出，建立种质资源共享平台，完善育种数据标准，为育种工作指明了方向。', quotes: [{ words: '建立种质资源共享平台，完善育种数据标准', speaker: '《种业振兴方案》', marked: false }] },
  { name: 'a short title takes the full one', text: '国务院印发《关于加强冰川保护的意见》（以下简称《意见》）。《意见》提出：“到2030年建成冰川监测体系。”', quotes: [{ words: '到2030年建成冰川监测体系。', speaker: '《关于加强冰川保护的意见》' }] },
  { name: 'the meeting is named in the sentence before', text: '全国极地工作会议3月5日在青岛召开。会议强调，“要把极地科学数据管好用好”。', quotes: [{ words: '要把极地科学数据管好用好', speaker: '全国极地工作会议' }] },
  { name: 'according to a paper', text: '根据《港口法》规定，“港口经营人应当依法经营”。', quotes: [{ words: '港口经营人应当依法经营', speaker: '《港口法》' }] },
  { name: 'a paper that a plenum passed', text: '党的十九届五中全会通过的“十四五”规划建议提出：“完善科技创新体制机制。”', quotes: [{ words: '完善科技创新体制机制。', speaker: '“十四五”规划建议' }] },
  { name: 'a plenum by its long name', text: '中国共产党第二十届中央委员会第三次全体会议在北京举行。全会指出，“改革开放只有进行时，没有完成时”。', quotes: [{ words: '改革开放只有进行时，没有完成时', speaker: '中国共产党第二十届中央委员会第三次全体会议' }] },
  // ---- newspapers ----
  { name: 'a foreigner without title the second time', text: '能源署署长贝尔曼到访北京。\n贝尔曼表示，“中国的经验值得各国学习”。', quotes: [{ words: '中国的经验值得各国学习', speaker: '贝尔曼' }] },
  { name: 'he, of the paragraph before', text: '航天员张海波走出返回舱。\n他说：“回家真好。”', quotes: [{ words: '回家真好。', speaker: '张海波' }] },
  { name: 'a surname with a title', text: '教育部部长张文清出席会议。“孩子们的笑脸最要紧。”张部长说。', quotes: [{ words: '孩子们的笑脸最要紧。', speaker: '张文清' }] },
  { name: 'a spokesperson', text: '外交部发言人毛宁9日在例行记者会上表示，“中方对此坚决反对”。', date: '2024-05-10', quotes: [{ words: '中方对此坚决反对', speaker: '毛宁', occasion: '例行记者会' }] },
  { name: 'a professor', text: '清华大学教授李文博认为，“数据共享比设备更要紧”。', quotes: [{ words: '数据共享比设备更要紧', speaker: '李文博' }] },
  { name: 'a foreign name', text: '联合国秘书长古特雷斯表示：“气候行动刻不容缓。”', quotes: [{ words: '气候行动刻不容缓。', speaker: '古特雷斯' }] },
  { name: 'a dotted name', text: '巴西科学院院长埃莱娜·纳德尔告诉记者：“我们从合作中学到很多。”', quotes: [{ words: '我们从合作中学到很多。', speaker: '埃莱娜·纳德尔' }] },
  { name: 'the same person in the next sentence', text: '国务院总理李强主持会议。他指出：“办法总比困难多。”', quotes: [{ words: '办法总比困难多。', speaker: '李强' }] },
  { name: 'a pronoun takes over the occasion', text: '2023年5月，习近平总书记在雄安座谈会上指出：“建设新城是千年大计。”他还强调：“一张蓝图要干到底。”', quotes: [
    { words: '建设新城是千年大计。', speaker: '习近平', occasion: '雄安座谈会', date: '2023-05' }, { words: '一张蓝图要干到底。', speaker: '习近平', occasion: '雄安座谈会', date: '2023-05' }] },
  // ---- script, width, marks ----
  { name: 'Traditional with corner marks', text: '習近平總書記指出：「要把科技的命脈牢牢掌握在自己手中。」', quotes: [{ words: '要把科技的命脈牢牢掌握在自己手中。', speaker: '习近平' }] },
  { name: 'half-width punctuation and straight marks', text: '习近平总书记指出:"科技兴则民族兴, 科技强则国家强."', quotes: [{ words: '科技兴则民族兴, 科技强则国家强.', speaker: '习近平' }] },
  { name: 'a term within the words', text: '李强总理强调：“要把‘人工智能+’行动落到实处。”', quotes: [{ words: '要把‘人工智能+’行动落到实处。', speaker: '李强' }] },
  { name: 'over two paragraphs', text: '习近平总书记在贺信中写道：“六十年前，你们来到这里。\n“六十年后，荒原变成林海。”', quotes: [{ words: '六十年前，你们来到这里。', speaker: '习近平', occasion: '贺信' }, { words: '六十年后，荒原变成林海。', speaker: '习近平', occasion: '贺信' }] },
  // ---- English ----
  { name: 'English, before', text: 'Chinese President Xi Jinping said at the Boao Forum in 2022, "Humanity is a community with a shared future."', quotes: [{ words: 'Humanity is a community with a shared future.', speaker: '习近平', occasion: 'the Boao Forum', date: '2022' }] },
  { name: 'English, behind and again', text: '"We share the data," said Maria Lopez, director of the institute. "That is how science grows."', quotes: [{ words: 'We share the data', speaker: 'Maria Lopez' }, { words: 'That is how science grows.', speaker: 'Maria Lopez' }] },
  { name: 'English, surname alone', text: 'Foreign Minister Wang Yi met reporters on Monday. "The door will open wider," Wang said.', quotes: [{ words: 'The door will open wider', speaker: '王毅' }] },
  { name: 'English, that', text: 'Premier Li Qiang stressed that "openness is the only way to progress".', quotes: [{ words: 'openness is the only way to progress', speaker: '李强' }] },
  { name: 'English, a speaker with a long post', text: 'Zhang Haibo, a member of the Standing Committee of the 14th Port City People’s Political Consultative Conference National Committee, said, “It is of utmost importance to keep the harbour open.”', quotes: [{ words: 'It is of utmost importance to keep the harbour open.', speaker: 'Zhang Haibo' }] },
  { name: 'English, said of a report', text: 'It was stressed in the Report to the 20th Congress of Harbour Masters that the port “will expand exchanges with other cities and create an open harbour”, which clearly defined the direction.', quotes: [{ words: 'will expand exchanges with other cities and create an open harbour', speaker: 'Report to the 20th Congress of Harbour Masters', occasion: null }] },
  { name: 'English, a forum and then who speaks', text: 'During the opening of the 2024 Harbour Forum, Vice-Premier Ding Xuexiang said the port wants an “open, fair, just and nondiscriminatory environment for trade and exchange”.', quotes: [{ words: 'open, fair, just and nondiscriminatory environment for trade and exchange', speaker: '丁薛祥' }] },
  { name: 'English, a letter to a forum of a year', text: '“Committed to opening-up, the port is ready to join hands with other cities,” said Premier Li Qiang in a congratulatory letter to the 2023 Harbour Forum on May 25.', quotes: [{ words: 'Committed to opening-up, the port is ready to join hands with other cities', speaker: '李强', occasion: 'a congratulatory letter to the 2023 Harbour Forum', date: '2023-05-25' }] },
];

const silent: Record<string, string> = {
  'a term': '习近平总书记提出“一带一路”倡议，得到各国响应。',
  'a slogan with a noun behind': '我国坚持“四个面向”，实施“揭榜挂帅”制度。',
  'nobody': '有人说，“科学没有用处，不如做生意”。',
  'the ancients': '古人云：“工欲善其事，必先利其器。”',
  'a proverb': '俗话说，“众人拾柴火焰高”。',
  'unnamed experts': '专家表示，“这项技术前景广阔，值得期待”。',
  'an act': '我国在会上提出正式启动该计划，涉及可持续发展技术等领域。',
  'an expert answers': '王一鸣（北京大学教授）：近年来，我国加快建设联合实验室，取得积极进展。',
  'a bulletin': '《全国科技经费投入统计公报》指出，全年研发经费投入30782.9亿元，增长10.1%。',
  'a title': '会议期间举办了“绿色发展与数字未来”主题展览。',
  'a name': '项目被称为“沙漠里的绿色长城”，广受好评。',
  'a figure of speech': '他们努力“筑巢引凤”，让人才“留得住、用得好”。',
  'an English term': 'Under the "Belt and Road" framework, China built a "Digital Silk Road" together with partners.',
  'he, of several': '张海波和李天宇走出返回舱。\n他说：“回家真好。”',
  'somebody unknown before a known one': '一名船员说：“风浪很大。”习近平总书记十分关心海员。',
  'a doctrine': '会议期间，各单位坚持以“习近平新时代中国特色社会主义思想”为指导。',
  'a paraphrase of a leader': '习近平指出，过去一年是不平凡的一年，成绩来之不易。',
  'all who took part': '参会专家纷纷表示，“收获满满、受益匪浅”。',
  'the central committee without a paper': '党中央提出“创新是引领发展的第一动力”等重要论断。',
  'somebody moved': '看到总理，老人激动地说：“感谢党的好政策！”',
  'a loaded word': '李强总理强调，要落实“放管服”改革要求，实现“一网通办”。',
  'questions that somebody answers': '习近平总书记关于治沙的论述系统回答了“为什么要坚持治理沙漠”“怎样治理才能巩固成果”等重要问题。',
  'a task of the time': '习近平总书记在会上深刻回答了“建设什么样的林区、怎样建设林区”这一重大课题。',
  'a proposal without words': '党的十八大提出实施创新驱动发展战略的任务。',
};

describe('quotes', () => {
  for (const c of cases) {
    it(c.name, () => {
      const found = extractQuotes(sourceOf(c.text, { date: c.date ?? null, authors: c.authors ?? [] }));
      assert.deepEqual(found.map((q) => [q.text, q.speaker]), c.quotes.map((q) => [q.words, q.speaker]));
      c.quotes.forEach((expected, i) => {
        const q = found[i] as (typeof found)[number];
        assert.equal(c.text.slice(q.start, q.end), expected.words);
        if (expected.occasion !== undefined) assert.ok(expected.occasion === null ? q.occasion === null : q.occasion?.includes(expected.occasion), `occasion ${q.occasion}`);
        if (expected.date !== undefined) assert.equal(q.date, expected.date);
        if (expected.leadIn !== undefined) assert.equal(q.leadIn, expected.leadIn);
        assert.equal(q.marked, expected.marked ?? true);
      });
    });
  }
  for (const [name, text] of Object.entries(silent)) {
    it(`stays silent: ${name}`, () => assert.deepEqual(extractQuotes(sourceOf(text)).map((q) => [q.text, q.speaker, q.attribution]), []));
  }
});
