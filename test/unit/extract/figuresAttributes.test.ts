import assert from 'node:assert/strict';
import { extractFigures } from '../../../src/core/extract/figures/extractFigures';
import { groupComparable } from '../../../src/core/extract/figures/comparable';
import type { FigureContext } from '../../../src/core/extract/figures/figuresOfText';
import { figuresOfText } from '../../../src/core/extract/figures/figuresOfText';
import { scriptOf } from '../../../src/core/text/script';
import { sourceOfLines } from '../figuresSource';

const CONTEXT: FigureContext = { report: 2019, written: 2020, entity: '中国', period: null };
const figures = (text: string): ReturnType<typeof figuresOfText> => figuresOfText(text, scriptOf(text), CONTEXT);
const pick = (text: string, field: 'metric' | 'entity' | 'period'): (string | null)[] => figures(text).map((f) => f[field]);

describe('what a figure measures', () => {
  const cases: [string, string[]][] = [
    ['拥有90多所中学、40家医院和近3万家商户。', ['中学', '医院', '商户']],
    ['已与50多个城市建立友好关系，加入了20个组织。', ['城市建立友好关系', '加入组织']],
    ['全国共投入环保经费120.5亿元，比上年增加8.1亿元，增长7.2%。', ['投入环保经费', '投入环保经费增加', '投入环保经费增长']],
    ['环保经费投入强度为1.54%，比上年提高0.11个百分点。', ['环保经费投入强度', '环保经费投入强度提高']],
    ['游客数量从2.1万人增加到3.5万人，占全市游客的比例从10.5%提升至12.5%。', ['游客数量', '游客数量', '游客数量占全市游客的比例', '游客数量占全市游客的比例']],
    ['在园区建成20多个展馆和70多个车间。', ['在园区建成展馆', '在园区建成车间']],
    ['居民收入39218元，增长6.3%，扣除价格因素，实际增长6.1%。', ['居民收入', '居民收入增长', '居民收入实际增长']],
    ['出口1.5万亿元，进口1.1万亿元，分别增长4.9%和5.0%。', ['出口', '进口', '出口增长', '进口增长']],
    ['专利申请量由2.1万件，增长到7.4万件，增长19.7%。', ['专利申请量', '专利申请量', '专利申请量增长']],
    ['商标申请量连续3年位居世界首位。', ['商标申请量位居世界首位', '商标申请量']],
    ['有效发明专利499.1万件，签订技术合同95万项。', ['有效发明专利', '签订技术合同']],
    ['北京市地区生产总值4.3万亿元。', ['地区生产总值']],
    ['全縣共有小學154所,比上年減少37所,下降2.34%。', ['小学', '小学减少', '小学下降']],
    ['技术合同成交额增长50.2%。', ['技术合同成交额增长']],
    ['渔业支出超过1435亿元（2006年为1051亿元，2001年为753亿元）。', ['渔业支出', '渔业支出', '渔业支出']],
    ['游客申请量和批准量分别从5万件和1万件增长至12万件和3万件。', ['游客申请量', '游客批准量', '游客申请量', '游客批准量']],
    ['研究与试验发展(R&D)经费120亿元，与2018年的结果相比，增加了6%。', ['R&D经费', 'R&D经费增加']],
    ['游客人数达540万人，是2012年的1.7倍。', ['游客人数', '游客人数是2012年']],
    ['粮食贸易同比增长9.8%，高出整体增速7.7个百分点，占贸易总值的34.3%。', ['粮食贸易同比增长', '粮食贸易高出整体增速', '粮食贸易占贸易总值']],
    ['前三季度客运量增长3.9%。三季度同比增长4.8%，较二季度回升4.1个百分点。', ['客运量增长', '客运量同比增长', '客运量同比增长回升']],
    ['与37个城市和3个协会签署近20份文件。', ['城市签署文件', '协会签署', '协会签署文件']],
    ['产值突破百亿元大关，达129亿元。', ['产值']],
    ['Steel exports rose 4.9 percent to 8.3 billion yuan, accounting for 15 percent of total exports.', ['Steel exports rose', 'Steel exports', 'Steel exports share total exports']],
    ['Exports of electric cars, lithium cells and wind turbines rose 8.1 percent, 4.2 percent and 4.7 percent, respectively.', ['Exports of electric cars rose', 'lithium cells rose', 'wind turbines rose']],
    ['The ministry announced that a total of 325,000 trips that were made across the country, representing a 3.6-percent increase.', ['trips', 'trips increase']],
    ['Steel output rose 14.2 percent to reach 4.38 million tonnes.', ['Steel output rose', 'Steel output']],
    ['A report showed that steel output, an important indicator, expanded 5 percent.', ['steel output expanded']],
    ['海洋税负（即海洋税收占海洋产值比重）为17.4%，比“十二五”末2015年的18.1%降低近1个百分点。', ['海洋税负', '海洋税负', '海洋税负降低']],
    ['海洋产值达到321亿元，较1978年的35亿元增长了近9倍。', ['海洋产值', '海洋产值', '海洋产值增长']],
    ['中国的渔业投资占世界渔业投资的21%，美国为26%。', ['渔业投资占世界渔业投资', '渔业投资占世界渔业投资']],
    ['全市新增就业45万人，完成全年目标的95%。', ['新增就业', '新增就业完成全年目标']],
    ['按全市GDP4005.7亿元计算，渔业占8%。', ['按全市GDP计算', '渔业占']],
    ['某基金会预测中国渔业产值增长8%。', ['渔业产值增长']],
    ['城乡居民人均收入分别为34178元、14686元。', ['城镇居民人均收入', '农村居民人均收入']],
    ['工业、建筑业增加值分别为3.1万亿元和0.8万亿元，分别增长4%和7%。', ['工业增加值', '建筑业增加值', '工业增加值增长', '建筑业增加值增长']],
    ['工业企业营业收入32亿元，增长2%（1—5月为下降3%），增幅回落5个百分点；实现利润7亿元。', ['工业企业营业收入', '工业企业营业收入增长', '工业企业营业收入下降', '工业企业营业收入增幅回落', '工业企业实现利润']],
    ['渔民人均收入中位数5万元，增长4%，中位数是平均数的85%。', ['渔民人均收入中位数', '渔民人均收入中位数增长', '渔民人均收入中位数是平均数']],
    ['人均渔业费用5万元，渔业费用占产值的比例为8%。', ['人均渔业费用', '渔业费用占产值的比例']],
    ['渔民收入3万元，增长（如无特别说明，均为名义增速）2.8%。', ['渔民收入', '渔民收入增长']],
    ['渔业产值增长7%，累计增速高于全国（3.9%）3.6个百分点。', ['渔业产值增长', '渔业产值增速', '渔业产值增速高于全国']],
    ['人均渔业产值7万元（折合1万美元）。', ['人均渔业产值', '人均渔业产值']],
    ['地区生产总值（GDP）9亿元，总量居全省第3位，增速居全省第1位。', ['地区生产总值', '地区生产总值总量', '地区生产总值增速']],
    ['人口自然增长率5.29‰，下降0.47个千分点。', ['人口自然增长率', '人口自然增长率下降']],
    ['港口收入49亿元，收入合计96亿元。', ['港口收入', '收入合计']],
    ['建材、造船行业实现利润分别为8亿元和3亿元。', ['建材行业实现利润', '造船行业实现利润']],
    ['Exports hit 11 billion yuan, up 4 percent quarter-on-quarter. That accounted for 52 percent of the total.', ['Exports', 'Exports up', 'Exports share total']],
    ['Japan had the highest fishing intensity at 4.2%, compared to 3.3% for France and 2.7% for Italy.', ['fishing intensity', 'fishing intensity', 'fishing intensity']],
    ['Coastal trade, ocean trade and river trade made up 62%, 21% and 17% of shipping.', ['Coastal trade share shipping', 'ocean trade share shipping', 'river trade share shipping']],
    ["It's worth noting that the country's exports slightly declined 0.1 percent.", ['exports declined']],
    ['港口收入20亿元，为预算的102.5%，增长10.7%。', ['港口收入', '港口收入为预算', '港口收入增长']],
    ['Output grew by 9.8 percent in the first half of the year to 8 billion yuan, compared with 12.7 percent in 2018.', ['Output grew', 'Output', 'Output']],
    ['渔船产销分别完成5万艘和4万艘。', ['渔船产量', '渔船销量']],
    ['电脑、手机分别出口6.5亿、5.1亿元，分别增长2%、5%。', ['电脑出口', '手机出口', '电脑出口增长', '手机出口增长']],
    ['渔业论文占全部论文的29%，该比例比上年的19%上升10个百分点。', ['渔业论文占全部论文', '渔业论文占全部论文', '渔业论文占全部论文上升']],
    ['渔船数为1808艘，占世界总量的41%，数量比上年增加19%。', ['渔船数', '渔船数占世界总量', '渔船数增加']],
    ['签约亿元以上项目507个。', ['签约亿元以上项目']],
    ['平均每艘渔船捕捞11.9吨，但仍低于世界平均值13.2吨。', ['平均每艘渔船捕捞', '平均每艘渔船捕捞低于世界平均值']],
    ['Shipyards remained the main driver, with their fishing expenditure reaching 2 billion yuan.', ['Shipyards fishing expenditure']],
    ['In Norway, industry funds 67% of all R&D. For the EU, it is 55%, with a range (e.g., nearly 70% for Germany and 45% for Italy).', ['industry funds all R&D', 'industry funds all R&D', 'industry funds all R&D', 'industry funds all R&D']],
    ["Its fishing expenditure of $369 billion in 2007 exceeded Japan's total of $38 billion and the EU's (EU-27) $26 billion.", ['fishing expenditure', 'fishing expenditure', 'fishing expenditure']],
    ['捕捞制造业、加工及养殖制造业实际使用外资同比分别增长4%、3%。', ['捕捞制造业实际使用外资增长', '加工及养殖制造业实际使用外资增长']],
    ['渔业信息服务、研发与设计服务、养殖服务业投资分别增长4%、3%和2%。', ['渔业信息服务业投资增长', '研发与设计服务业投资增长', '养殖服务业投资增长']],
    ['第二、第三产业增加值分别增长6%、5%；渔船产销分别增长7%、6%；东、中、西部地区渔业投资分别增长3%、2%、1%。', ['第二产业增加值增长', '第三产业增加值增长', '渔船产量增长', '渔船销量增长', '东部地区渔业投资增长', '中部地区渔业投资增长', '西部地区渔业投资增长']],
    ['德国、瑞士实际渔业投资同比分别增长4%、3%。', ['实际渔业投资增长', '实际渔业投资增长']],
    ['捕捞运输、养殖和加工业增加值分别增长19%、15%。', ['捕捞运输、养殖和加工业增加值增长', '捕捞运输、养殖和加工业增加值增长']],
    ['与共建国家渔业总额年均增长6%。', ['与共建国家渔业总额增长']],
    ['粮食产量连续7年稳定在1300亿斤以上。', ['粮食产量稳定在', '粮食产量']],
    ['渔船出口占比为13%，今年前10月再度攀升至24%。', ['渔船出口占比', '渔船出口占比']],
  ];
  for (const [text, expected] of cases) it(text, () => assert.deepEqual(pick(text, 'metric'), expected));
});

it('takes a share of a counted whole for the share of what the sentence is about', () => {
  assert.equal(pick('渔业产值38万亿元，占47个国家总量的72.5%。', 'metric').at(-1), '渔业产值占国家总量');
  assert.equal(pick('我国渔业规模占47个国家总量的18.5%。', 'metric').at(-1), '渔业规模占国家总量');
});

describe('whose a figure is', () => {
  const cases: [string, (string | null)[]][] = [
    ['我国有港口34个。', ['中国']],
    ['上海现有企业近2万家。', ['上海']],
    ['我市企业比例为48.6%。', ['我市']],
    ['北京、上海分别位居全国第三、第八。', ['北京', '上海']],
    ['美国、日本、德国占比分别为3.4%、3.3%、3.1%。', ['美国', '日本', '德国']],
    ['投入超过百亿元的省有2个，分别为广东（480.6亿元）、江苏（421.2亿元）。', ['中国', '广东', '江苏']],
    ['衡水市地区生产总值18亿元，陇县财政收入1亿元。', ['衡水', '陇县']],
    ['预计全县产值5万元，成立县级合作社6家。', ['中国', '中国']],
    ['城市居民收入5万元，国际市场份额8%，园区企业6家。', ['中国', '中国', '中国']],
    ['深圳是创新之城，拥有12家科研院所。', ['深圳']],
    ['与美国、英国等17个国家合作。', ['中国']],
    ['东临承德市，面积36平方公里，太锡铁路通过省里立项3个。', ['中国', '中国']],
    ['宣城市渔船36艘。', ['宣城']],
    ['湖南省渔业厅24日通报，2019年全省渔船36艘。', ['湖南']],
    ['财政收入前几位为：青湖县（38亿元）、白石区（22亿元）。', ['青湖', '白石']],
    ['In 2019, China spent 3 billion yuan.', ['中国']],
    ['Its share was 8% in Japan and the plan of Guangdong was led by 4 billion yuan, followed by Jiangsu with 3 billion yuan.', ['Japan', '中国', 'Jiangsu']],
    ['全球渔船销量7万艘，我国渔船销量4万艘，全球排名第二。', ['全球', '中国', '中国']],
    ['挪威渔业产值34亿元，发达国家渔业产值276亿元。', ['挪威', '发达国家']],
    ['上海渔业增速高于全国（3.9%）3.6个百分点。', ['中国', '上海']],
    ['Japan had the highest intensity at 4.2%, compared to 3.3% for France.', ['Japan', 'France']],
    ["Canada is a fishing country. Its fishing expenditure of $369 billion exceeded Japan's total of $38 billion and the EU's (EU-27) $26 billion.", ['Canada', 'Japan', 'EU']],
    ['In Canada, ports fund 67% of it. For the EU, it is 55%, nearly 70% in Italy and 45% for Spain.', ['Canada', 'EU', 'Italy', 'Spain']],
    ['德国的渔业很强。其渔业强度为3.1%。', ['德国']],
    ['山东大力推动研究，引导企业与高校共建中心15家。', ['山东']],
    ['Fishing intensity in Japan was 3.3 percent.', ['Japan']],
    ["ASEAN remains China's largest partner, with trade of 3 trillion yuan.", ['中国']],
    ['中国规模为13亿美元，仅次于美国的20亿美元。', ['中国', '美国']],
    ['东南亚占全球的32%，南亚占24%，山东占5%。', ['东南亚', '南亚', '山东']],
  ];
  for (const [text, expected] of cases) it(text, () => assert.deepEqual(pick(text, 'entity'), expected));
});

describe('when a figure is', () => {
  const cases: [string, (string | null)[]][] = [
    ['2018年投入12亿元，比上年增长10%；其中，基础研究3亿元，增长11%。', ['2018', '2018', '2018', '2018']],
    ['人数从3.9万人增长到2019年的7.3万人。', [null, '2019']],
    ['论文从2012年的4.6万篇增加至2018年的14.4万篇，占比从23%提升至26%。', ['2012', '2018', '2012', '2018']],
    ['截至2018年底，已建成20多个中心和70多个园区。', ['as-of:2018', 'as-of:2018']],
    ['2018年6月，参会企业达120家。', ['2018-06']],
    ['产量比2012年增长12%。', [null]],
    ['1月至11月，产量5万吨。', ['2019-01/2019-11']],
    ["Between 2012 and 2017, output rose by 75 percent. Output had risen by 5 percent between 2005 and 2010.", ['window:2012-2017', 'window:2005-2010']],
    ['截至2018年9月，中国的热点论文数为18篇。美国的热点论文数为17篇，居第2位。中国已有11个学科。', ['as-of:2018-09', 'as-of:2018-09', 'as-of:2018-09', null]],
    ['2018年渔业产值增长3%，渔民12万人。渔港收入增长7%。渔船85艘。', ['2018', '2018', '2018', null]],
    ['Spending went from $525 billion in 1996 to $1.1 trillion in 2007.', ['1996', '2007']],
    ['Output was 1.97 percent last year, up from the 1.84 percent and 1.75 percent in 2011 and 2010, respectively.', ['2019', '2011', '2010']],
    ['Output hit 1.97 trillion yuan in 2018, 138 times the 1991 figure.', ['2018', '2018']],
    ['By the end of February, investment had grown 7.4 percent.', ['as-of:2019-02']],
    ['Since the beginning of the campaign in March 2019, 660 cases were closed.', ['since:2019-03']],
    ['2018年，产量增长9%，为20年来首次；投资增长8%。', ['2018', '2018']],
    ['2018年，产量增长9%；2010—2020年（截至2020年10月），论文被引36万次，增加26%。', ['2018', 'window:2010-2020', 'window:2010-2020']],
    ['2008年至2018年10月，论文被引22万次。', ['window:2008/2018-10']],
    ['2019年前三季度产量5万吨，三季度增长4%，9月份增长5%。', ['2019-01/2019-09', '2019-Q3', '2019-09']],
    ['2018年1—10月产量5万吨，比前9个月加快0.2个百分点。', ['2018-01/2018-10', '2018-01/2018-10']],
    ['2018年，一季度、二季度分别出口9.7万吨和10.3万吨。', ['2018-Q1', '2018-Q2']],
    ['今年前4个月产量5万吨，上半年可达8万吨。', ['2020-01/2020-04', '2020-H1']],
    ['2019年前三季度新增就业45万人，完成全年目标的95%。', ['2019-01/2019-09', '2019-01/2019-09']],
    ['展馆2012年时只有18座，目前增至48座。', ['2012', null]],
    ['2015年产值45亿元，五年年均增长8.5%；年均分别增长13%和15%。', ['2015', 'window:五年', 'window:五年', 'window:五年']],
    ['7、8、9三个月，失业率分别为5.1%、5.2%和4.9%。其中，大城市失业率分别为5.2%、5.3%和5%。', ['2019-07', '2019-08', '2019-09', '2019-07', '2019-08', '2019-09']],
    ['2016~2018年，税负分别为17.4%、17.3%和16%，2019年降至15.2%。', ['2016', '2017', '2018', '2019']],
    ['1949~1978年，比重从10.6%增加到17.9%。', ['1949', '1978']],
    ['比例分别从2012年的35.3%、52.5%提高到2018年的43.3%、59.5%。', ['2012', '2012', '2018', '2018']],
    ['2016年以来，累计培训3000人。', ['since:2016']],
    ['2019年产值为321亿元，较1978年的35亿元增长了9倍。', ['2019', '1978', '2019']],
    ['2019年产值45亿元，40多年增长了约27倍。', ['2019', 'window:40多年']],
    ['2018年产值45亿元，1978~2018年平均增速达到8.3%。', ['2018', 'window:1978-2018']],
    ['根据2018年某学会公布的报告，研发投资占世界的21%。', [null]],
    ['In the first half of 2018, exports rose 4.9 percent, 2.3 percentage points higher than the same period in 2017.', ['2018-H1', '2018-H1']],
    ['Exports fell 3 percent in the third quarter of 2018.', ['2018-Q3']],
    ['Spending rose from 1 trillion yuan ($141.32 billion) in 2012 to 3.09 trillion yuan in 2018.', ['2012', '2012', '2018']],
    ['论文占比从68.7%（2010年）增长到73.7%（2018年）。', ['2010', '2018']],
    ['投入是2012年的2.7倍。', [null]],
    ['2018年投入12亿元。人才交流更加频繁，培训23万人。', ['2018', null]],
    ['全年产量12万吨，年末存量3万吨，去年出口5万吨。', ['2019', 'as-of:2019', '2019']],
    ['为落实2030年可持续发展议程，建成12个中心。', [null]],
    ['预计每年减排约200万吨。', ['annual']],
    ['2015—2018年，累计投入430亿元。', ['window:2015-2018']],
    ['从2012年至2018年，产量从5万吨增加到9万吨。', ['2012', '2018']],
    ['2017年10月—2018年3月，浓度下降14.9%。', ['window:2017-10/2018-03']],
    ['2018年投入12亿元。应用研究3亿元，比上年增长11%。', ['2018', '2018', '2018']],
    ['民國107年底存量為3萬噸，107年5月出口1萬噸。', ['as-of:2018', '2018-05']],
    ['Mileage was up 14.6 percent from 1978.', [null]],
    ["In April 2018, output rose 4 percent. May's output rose 5 percent from April.", ['2018-04', '2019-05']],
    ['2019年前10月产量5万吨，去年全年出口3万吨。', ['2019-01/2019-10', '2019']],
    ['2019年1—8月利润5万元（1—5月为3万元，去年同期为4万元），增长2%，高于上年0.8个百分点。', ['2019-01/2019-08', '2019-01/2019-05', '2018-01/2018-05', '2019-01/2019-08', '2019-01/2019-08']],
    ['2019年1—8月利润5万元（去年同期为4万元），为去年同期的1.2倍。', ['2019-01/2019-08', '2018-01/2018-08', '2019-01/2019-08']],
    ['2018年出口5万吨；明年难料，今年前10月出口7万吨。', ['2018', '2020-01/2020-10']],
    ['2018全区基金收入完成5万元，完成年度预算的96%。', ['2018', '2018']],
    ['1—6月产量5万吨，7—9月产量3万吨。', ['2019-H1', '2019-Q3']],
    ['Exports rose 4 percent between July and September 2018.', ['2018-Q3']],
    ['Spending has stayed at 3 percent since 2011.', ['since:2011']],
    ['The share rose from 23.6% in 2012 to 26.2% in 2018.', ['2012', '2018']],
  ];
  for (const [text, expected] of cases) it(text, () => assert.deepEqual(pick(text, 'period'), expected));

  it('takes the year that was spoken of for 全年 where the document reports on none', () => {
    assert.deepEqual(figuresOfText('2018年极为重要。全年渔业产值增长3%，年末失业率降到5.5%。', 'zh-Hans', { ...CONTEXT, report: null, written: null }).map((f) => f.period), ['2018', 'as-of:2018']);
  });
  it('takes no year for 今年 where nothing says which it is', () => {
    assert.deepEqual(figuresOfText('2018年出口5万吨；今年前10月出口7万吨。', 'zh-Hans', { ...CONTEXT, report: null, written: null }).map((f) => f.period), ['2018', null]);
  });
  it('says what is planned', () => {
    assert.deepEqual(figures('到2030年，力争再建100家实验室。').map((f) => f.planned), [true]);
    assert.deepEqual(figures('已建成100家实验室。').map((f) => f.planned), [false]);
  });
  it('links the two ends of a change', () => {
    assert.deepEqual(figures('比例从23.6%提升至26.2%，排名由第34位上升到第12位。').map((f) => [f.from, f.to]), [[0, 1], [0, 1], [2, 3], [2, 3]]);
    assert.deepEqual(figures('每年需要3亿至5亿元。').map((f) => f.from), [null]);
    assert.deepEqual(figures('甲乙两类分别从5万件和1万件增长至12万件和3万件。').map((f) => [f.from, f.to]), [[0, 2], [1, 3], [0, 2], [1, 3]]);
    assert.deepEqual(figures('企业由2014年的约1070家,,增至2018年的约3360家。').map((f) => [f.from, f.to]), [[0, 1], [0, 1]]);
  });
});

describe('figures of a source', () => {
  it('carries a lone date over the list below it, and no further', () => {
    const source = sourceOfLines(['截至2018年', '已建成20个中心', '培训3000人', '这是另外一段正文，介绍培训项目的背景，说明项目在各地实施的过程与安排，各方反映良好，共有12个单位参加。']);
    assert.deepEqual(extractFigures(source).map((f) => f.period), ['as-of:2018', 'as-of:2018', null]);
  });
  it('goes on at the time of the paragraph before where a paragraph says so', () => {
    const source = sourceOfLines(['2019年前三季度，投资12亿元，同比增长7%；9月份环比增长1%。', '分领域看，渔业投资同比增长8%。', '同期，港口投资同比增长4%，比上年同期加快。'], '2019年三季度经济运行情况');
    assert.deepEqual(extractFigures(source).map((f) => f.period), ['2019-01/2019-09', '2019-01/2019-09', '2019-09', '2019-01/2019-09', '2019-01/2019-09']);
  });
  it('takes the place of a headline that the text goes on to speak of', () => {
    const lines = ['十年来，浙江的渔业加快发展。', '浙江有渔船12艘，全省渔港3个。', '城镇化率提高到72%，浙江在全国领先。'];
    assert.deepEqual(extractFigures(sourceOfLines(lines, '浙江这十年')).map((f) => f.entity), ['浙江', '浙江', '浙江']);
    assert.deepEqual(extractFigures(sourceOfLines(['渔业管理区概况', '全区面积22平方公里。'], '海东渔业管理区概况')).map((f) => f.entity), ['海东渔业管理区']);
  });
  it('knows what the values of a list of places are of, from the paragraph before', () => {
    const source = sourceOfLines(['2019年渔业产值562亿元，同比增长2.5%。', '广东（59亿元）、江苏（56亿元）仍居前列。']);
    assert.deepEqual(extractFigures(source).slice(2).map((f) => [f.metric, f.entity]), [['渔业产值', '广东'], ['渔业产值', '江苏']]);
  });
  it('takes the year of a bulletin from its title', () => {
    const source = sourceOfLines(['居民消费价格比上年上涨0.2%。'], '2018年统计公报');
    assert.deepEqual(extractFigures(source).map((f) => f.period), ['2018']);
  });
  it('dates a figure that the document gives twice, once with its date', () => {
    const source = sourceOfLines(['目前，已建成20多个示范中心。', '截至2018年底，我国在各地建成20多个示范中心。']);
    assert.deepEqual(extractFigures(source).map((f) => f.period), ['as-of:2018', 'as-of:2018']);
  });
  it('takes the year of a section from its heading, and the place of a local report from its office', () => {
    const plain = sourceOfLines(['某州市青湖区统计局', '一、2018年计划执行情况', '全区实现产值26亿元，全区建成园区53个。', '二、下一步安排', '建设园区9个。']);
    const source = { ...plain, paragraphs: plain.paragraphs.map((p, i) => (i === 1 || i === 3 ? { ...p, kind: 'heading' as const } : p)) };
    assert.deepEqual(extractFigures(source).map((f) => [f.period, f.entity]), [['2018', '青湖'], ['2018', '青湖'], [null, '青湖']]);
  });
  it('carries the period of a report over its sentences, and the heading of a plan', () => {
    const plain = sourceOfLines(['2022年，全市经济稳中向好。', '全市产值69亿元，比上年增长5%。9月份增长4.9%，同比加快。增速居前。', '年末人口8万人，比上年末增加1万人。', '2023年主要目标', '产值增长6%左右。']);
    const source = { ...plain, paragraphs: plain.paragraphs.map((p, i) => (i === 3 ? { ...p, kind: 'heading' as const } : p)) };
    assert.deepEqual(extractFigures(source).map((f) => f.period), ['2022', '2022', '2022-09', 'as-of:2022', 'as-of:2022', '2023']);
  });
  it('takes the year of a report that news is about, not the day of its news', () => {
    const news = { ...sourceOfLines(['今年年中，某部发布《2019年全国渔业事业统计公报》。', '全国渔港53个，比上年增长2%，同比加快。', '渔船8万艘，比上年增长5%。']), date: '2020-09-10' };
    assert.deepEqual(extractFigures(news).map((f) => f.period), ['2019', '2019', '2019', '2019']);
  });
  it('resolves a part of a year by when the document was written', () => {
    const news = { ...sourceOfLines(['上半年出口11亿元，同比增长3%。12月出口2亿元。']), date: '2023-07-25' };
    assert.deepEqual(extractFigures(news).map((f) => f.period), ['2023-H1', '2023-H1', '2022-12']);
  });
  it('takes China for the subject of an English text where no other is named far more often', () => {
    const text = (line: string): (string | null)[] => extractFigures({ ...sourceOfLines([line]), paragraphs: sourceOfLines([line]).paragraphs.map((p) => ({ ...p, language: 'en' as const })) }).map((f) => f.entity);
    assert.deepEqual(text('Exports of China rose 4 percent.'), ['中国']);
    assert.deepEqual(text('Fishing grew 4 percent, not only that of OECD fleets, in OECD ports and on OECD ships; China is no member.'), [null]);
  });
  it('takes the place of a county from who reports to which congress', () => {
    for (const line of ['2019年陇县人民政府工作报告——在陇县第十七届人民代表大会上', '现在，我代表陇县人民政府，向大会报告工作。', '某省某市陇县人民政府县长']) {
      const report = sourceOfLines([line, '各位代表：财政收入1.8亿元。'], '政府工作报告');
      assert.deepEqual(extractFigures(report).map((f) => f.entity), ['陇县']);
    }
  });
  it('gives the English figure of a bilingual page the Chinese wording', () => {
    const source = sourceOfLines(['In 2018, the port handled 25.4 million tonnes.', '2018年，港口吞吐量为2540万吨。', 'Its grain trade reached 3.7 million tonnes.', '粮食贸易量达到370万吨。']);
    const [a, b, c, d] = groupComparable(extractFigures(source));
    assert.ok(a && b && c && d && a.metric === b.metric && c.metric === d.metric && a.comparable === b.comparable);
    assert.equal(a.metric, '港口吞吐量');
  });
  it('gives raw offsets', () => {
    const source = sourceOfLines(['前言。', '共有120家单位参加。']);
    for (const f of extractFigures(source)) assert.equal(source.raw.slice(f.start, f.end), '120家');
  });
  it('groups what measures the same over sources and languages', () => {
    const list = groupComparable([
      ...extractFigures(sourceOfLines(['我国启动建设53家联合实验室。'], null, 'a.txt')),
      ...extractFigures(sourceOfLines(['我国共建50多家联合实验室。'], null, 'b.txt')),
      ...extractFigures(sourceOfLines(['我国城镇居民人均收入5万元。', '我国农村居民人均收入3万元。'], null, 'c.txt')),
    ]);
    assert.ok(list[0]?.comparable && list[0].comparable === list[1]?.comparable);
    assert.deepEqual(list.slice(2).map((f) => f.comparable), [null, null]);
  });
  it('keeps apart what is measured otherwise: parts from the whole, also through a third source, rates of other things, other places', () => {
    const grouped = (...files: string[][]): number[] => {
      const list = groupComparable(files.flatMap((lines, i) => extractFigures(sourceOfLines(lines, null, `${i}.txt`)))), ids = [...new Set(list.map((f) => f.comparable ?? f.id))];
      return list.map((f) => ids.indexOf(f.comparable ?? f.id));
    };
    const cases: [string[][], number[]][] = [
      [[['2019年，我国渔民人均收入5.2万元。2019年，沿海渔民人均收入7.1万元。'], ['2018年，我国渔民人均收入4.9万元。']], [0, 1, 0]],
      [[['2019年，我国渔业研究经费增长10.1%。'], ['2019年，我国基础研究经费增长11.4%。']], [0, 1]],
      [[['2019年，我国进出口总额5.2万亿元，出口2.9万亿元。'], ['2018年，我国进出口总额4.9万亿元。']], [0, 1, 0]],
      [[['2019年，我国渔业产值增长5.2%，环比增长0.3%。'], ['2018年，我国渔业产值增长4.9%。']], [0, 1, 0]],
      [[['2019年，广东渔业产值5.2万亿元。'], ['2019年，福建渔业产值4.9万亿元。']], [0, 1]],
      [[['2019年，我国渔业产值52.26亿元。全国渔业产值522642万元。'], ['2018年，我国渔业产值49亿元。']], [0, 0, 0]],
      [[['贫困人口由13677户49479人减至887户1472人。']], [0, 1, 0, 1]],
      [[['In 2019, exports of China reached 5.2 billion yuan. In 2019, imports of China reached 4.9 billion yuan.']], [0, 1]],
    ];
    for (const [files, expected] of cases) assert.deepEqual(grouped(...files), expected, files.join());
  });
  it('groups two years of one place with a whole country between them', () => {
    const places = ['北京', '上海', '天津', '重庆', '河北', '山西', '辽宁', '吉林', '江苏', '浙江', '安徽', '福建', '江西', '山东', '河南', '湖北', '湖南', '广东', '海南', '四川', '贵州', '云南', '陕西', '甘肃', '青海', '广西', '西藏', '宁夏', '新疆'];
    const year = (y: number): ReturnType<typeof extractFigures> => places.flatMap((place, i) => extractFigures(sourceOfLines([`${y}年，${place}水产品产量为${(i + 3) * (i + y)}万吨。`], null, `${place}${y}.txt`)));
    const list = groupComparable([...year(2019), ...year(2020)]);
    assert.equal(new Set(list.map((f) => f.comparable)).size, places.length);
    assert.ok(places.every((_, i) => list[i]?.comparable !== null && list[i]?.comparable === list[i + places.length]?.comparable));
  });
});
