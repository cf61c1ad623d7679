import assert from 'node:assert/strict';
import { arabicNumber, chineseNumber, englishNumber, englishOrdinal, lastDigit, normalise } from '../../../src/core/extract/figures/numerals';
import { commonUnit, sideBySide } from '../../../src/core/extract/figures/units';
import type { FigureContext } from '../../../src/core/extract/figures/figuresOfText';
import { figuresOfText } from '../../../src/core/extract/figures/figuresOfText';
import { scriptOf } from '../../../src/core/text/script';

const CONTEXT: FigureContext = { report: 2019, written: 2020, entity: '中国', period: null };

/** Figures of a text as `raw value unit relation`. */
function found(text: string): string[] {
  return figuresOfText(text, scriptOf(text), CONTEXT).map((f) => `${f.raw} ${JSON.stringify(f.value)} ${f.unit ?? '-'} ${f.relation}`);
}

describe('numerals', () => {
  it('reads Chinese numerals', () => {
    const cases: [string, number][] = [
      ['十八万', 180000], ['一千零五十', 1050], ['两百', 200], ['三亿五千万', 350000000], ['二十六点二', 26.2], ['二〇二三', 2023], ['十二', 12],
      ['一万零三', 10003], ['五十三', 53], ['一百二十三万四千五百', 1234500], ['三万亿', 3e12], ['九', 9],
    ];
    for (const [text, value] of cases) assert.equal(chineseNumber(text), value, text);
    assert.ok(Number.isNaN(chineseNumber('三五')) === false && Number.isNaN(chineseNumber('天')));
  });
  it('reads Arabic and English numerals', () => {
    assert.equal(arabicNumber('1,234,567.5'), 1234567.5);
    assert.equal(englishNumber('forty-two'), 42);
    assert.equal(englishOrdinal('37th'), 37);
    assert.equal(englishOrdinal('second'), 2);
    assert.ok(Number.isNaN(englishNumber('yuan')));
  });
  it('knows the worth of the last digit shown', () => {
    assert.deepEqual(['26.2', '788', '三千', '二十六点二'].map(lastDigit), [0.1, 1, 1000, 0.1]);
  });
  it('keeps offsets while narrowing', () => {
    const text = '共１８．５億元，佔２０％';
    assert.equal(normalise(text).length, text.length);
    assert.equal(normalise(text), '共18.5亿元，占20%');
  });
  it('puts units of one measure under one name', () => {
    assert.equal(commonUnit('yuan'), commonUnit('元'));
    assert.equal(commonUnit('家'), commonUnit('所'));
    assert.ok(!sideBySide({ unit: '位', raw: '第3位' }, { unit: '位', raw: '3位' }));
    assert.ok(!sideBySide({ unit: '%', raw: '3%' }, { unit: '百分点', raw: '3个百分点' }));
  });
});

describe('figures of a Chinese text', () => {
  const cases: [string, string[]][] = [
    ['全县有学校120多所、医院30余家。', ['120多所 120 所 >', '30余家 30 家 >']],
    ['展会接待约１８万人次。', ['约１８万人次 180000 人次 ~']],
    ['展会接待观众约达十八万人次。', ['约达十八万人次 180000 人次 ~']],
    ['园区企业逾万家，带动千余项专利转让。', ['逾万家 10000 家 >', '千余项 1000 项 >']],
    ['用户近3万户，不到5000人投诉，至少200人受益。', ['近3万户 30000 户 <', '不到5000人 5000 人 <', '至少200人 200 人 >=']],
    ['产值3.08万亿元，税收1,250.5亿元。', ['3.08万亿元 3080000000000 元 =', '1,250.5亿元 125050000000 元 =']],
    ['占比为百分之二十六点二，比上年提高0.3个百分点。', ['百分之二十六点二 26.2 % =', '0.3个百分点 0.3 百分点 =']],
    ['死亡率下降0.19个千分点，占比分别提高7.2个、11.7和8.8个百分点。', ['0.19个千分点 0.19 千分点 =', '7.2个 7.2 百分点 =', '11.7 11.7 百分点 =', '8.8个百分点 8.8 百分点 =']],
    ['三成以上的农户参加，近七成企业增产。', ['三成以上 30 % >=', '近七成 70 % <']],
    ['产量翻了一番，效率提高2.5倍。', ['翻了一番 1 番 =', '2.5倍 2.5 倍 =']],
    ['每年拨款300亿—500亿元，误差在3%～5%之间。', ['300亿—500亿元 [30000000000,50000000000] 元 =', '3%～5% [3,5] % =']],
    ['需时9至16个月。', ['9至16个月 [9,16] 个月 =']],
    ['收入倍差从2.37缩小到1.94，收入比值2.62，比上年缩小0.05。', ['2.37 2.37 - =', '1.94 1.94 - =', '2.62 2.62 - =', '0.05 0.05 - =']],
    ['产值居各省、区第一。', ['第一 1 位 =']],
    ['综合排名第37位，产量居全国首位，销量世界第二。', ['第37位 37 位 =', '首位 1 位 =', '第二 2 位 =']],
    ['甲乙两市分别位居全国第三、第八。', ['第三 3 位 =', '第八 8 位 =']],
    ['已是全球第二大市场。', ['第二大 2 位 =']],
    ['连续2年增产，近5年累计植树100万株。', ['连续2年 2 年 =', '近5年 5 年 =', '100万株 1000000 株 =']],
    ['工程历时近10年。', ['近10年 10 年 <']],
    ['自然增长率为-1.48‰。', ['-1.48‰ -1.48 ‰ =']],
    ['装机1000千瓦，负荷1000万千瓦，重5千克。', ['1000千瓦 1000 千瓦 =', '1000万千瓦 10000000 千瓦 =', '5千克 5 千克 =']],
    ['突破200万大关；为60.6亿、11.9亿和4.4亿元。', ['突破200万 2000000 - >', '60.6亿 6060000000 元 =', '11.9亿 1190000000 元 =', '4.4亿元 440000000 元 =']],
    ['突破3万亿元大关，1200万人以上就业。', ['突破3万亿元 3000000000000 元 >', '1200万人以上 12000000 人 >=']],
    ['劳动生产率达到35.7万元/人。', ['35.7万元/人 357000 元/人 =']],
    ['與160多個國家建立合作，總額逾4.5億元。', ['160多個 160 个 >', '逾4.5億元 450000000 元 >']],
    ['约三分之二的村通了路。', ['约三分之二 0.666666666667 - ~']],
    ['五十三家企业入驻，三家企业退出。', ['五十三家 53 家 =', '三家 3 家 =']],
    ['12位专家到会。', ['12位 12 位 =']],
    ['每10万人口中有1200人。', ['1200人 1200 人 =']],
    ['发表20.5万篇论文，占全省的比例83.20%。', ['20.5万篇 205000 篇 =', '83.20% 83.2 % =']],
    ['出口1.2兆美元，占比達7 成 4，每人3萬4,567元。', ['1.2兆美元 1200000000000 美元 =', '7 成 4 74 % =', '3萬4,567元 34567 元 =']],
    ['装机100兆瓦，发生污染39天次。', ['100兆瓦 100 兆瓦 =', '39天次 39 天次 =']],
    ['13个重点园区开工。', ['13个 13 个 =']],
    ['人均GDP为1.2万美元，1美元兑7.05元。', ['1.2万美元 12000 美元 =', '7.05元 7.05 元 =']],
  ];
  for (const [text, expected] of cases) it(text, () => assert.deepEqual(found(text), expected));

  const silent = [
    '2019年5月3日，会议于14:30在1203室举行。', '“十四五”规划和2035年远景目标纲要已经发布。', '坚持“四个面向”，做到“两个维护”。', '会议分3个方面、4个维度讨论，抓好三项任务。',
    '两国元首会见，三方签字，一系列成果落地。', '党的二十大和十九届五中全会提出了要求。', '见图3和表2，另见文献[12]，如图23所示。', '民國113年底，114年5月。', '某发〔2019〕15号文件第12条规定如下。', '电话：010-12345678，邮编100081。',
    '5G网络和G20峰会备受关注，500米口径球面射电望远镜开放。', '《2019年统计年鉴》已经出版。', '21世纪以来，百年变局加速演进。', '首次举办，首届论坛开幕，第三次会议召开。', '第一，统一思想；第二，狠抓落实。',
    '一张蓝图绘到底，千家万户齐心协力，一个也不能少。', '科学技术是第一生产力，人才是第一资源。', '国家重点研发计划2019年第2期，第40卷第20期，33-41页。', '把发展摆在首要位置。', '3.4 进一步扩大开放', '25-59岁就业人口和60岁以上老年人增加。', '成立100周年。', '5年来，各地加快建设。',
  ];
  for (const text of silent) it(`finds none in ${text}`, () => assert.deepEqual(found(text), []));
});

describe('figures of an English text', () => {
  const cases: [string, string[]][] = [
    ['A total of 307.8 billion yuan was spent, up 10.1%.', ['307.8 billion yuan 307800000000 yuan =', '10.1% 10.1 % =']],
    ['Intensity rose by 0.11 percentage points to about 2.5 percent.', ['0.11 percentage points 0.11 percentage points =', 'about 2.5 percent 2.5 % ~']],
    ['More than 160 countries took part, and at least 300 projects started.', ['More than 160 160 countries >', 'at least 300 300 projects >=']],
    ['The annual fund is 30-50 billion yuan.', ['30-50 billion yuan [30000000000,50000000000] yuan =']],
    ['It is the second largest market and the world\'s first producer.', ['second largest 2 rank =', "world's first 1 rank ="]],
    ['It ranked 12th, up from 34th.', ['12th 12 rank =', '34th 34 rank =']],
    ['Roughly two-thirds of firms agreed.', ['Roughly two-thirds 0.666666666667 - ~']],
    ['The fund holds $1.2 billion.', ['$1.2 billion 1200000000 dollars =']],
    ['Spending rose from 1 trillion yuan in 2012 to 3.09 trillion yuan in 2018.', ['1 trillion yuan 1000000000000 yuan =', '3.09 trillion yuan 3090000000000 yuan =']],
    ['It rose from RMB12 billion to RMB30.5 trillion.', ['RMB12 billion 12000000000 yuan =', 'RMB30.5 trillion 30500000000000 yuan =']],
    ['Assets went from 54 billion to 82.7 billion yuan.', ['54 billion 54000000000 yuan =', '82.7 billion yuan 82700000000 yuan =']],
    ['It made an 8.7-percent increase; more than 68 million people came.', ['8.7-percent 8.7 % =', 'more than 68 million 68000000 people >']],
    ['The lines measure 6,600 and 1,800 kilometers.', ['6,600 6600 kilometers =', '1,800 kilometers 1800 kilometers =']],
    ['The railway created over 74,000 jobs.', ['over 74,000 74000 jobs >']],
  ];
  for (const [text, expected] of cases) it(text, () => assert.deepEqual(found(text), expected));
  const silent = ['Efforts in three aspects are needed for the first time.', 'Published on May 4, 2023 at 06:55.', 'See Figure 3, Article 12 and pp. 33-41 of Vol. 40.', 'In the 21st century, the 5G era began.', 'Tel: +852-595 22 004, Room 3.'];
  for (const text of silent) it(`finds none in ${text}`, () => assert.deepEqual(found(text), []));
});
