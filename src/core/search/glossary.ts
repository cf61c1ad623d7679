/**
 * General words of policy texts in English and Chinese, so that a query in one language reaches sentences in the other.
 * Words, not names; English ones are compared by their stem.
 */
import { toSimplified } from '../text/script';
import { stem } from './tokens';

const PAIRS = (
  'science 科学 科技|technology 技术 科技|technological 科技 技术|innovation 创新|innovative 创新|cooperation 合作|collaboration 合作 协作|exchange 交流|development 发展|develop 发展|economy 经济|economic 经济|'
  + 'society 社会|social 社会|culture 文化|education 教育|talent 人才|scientist 科学家|researcher 科研人员 研究人员|research 研究 科研|basic 基础|university 大学 高校|laboratory 实验室|project 项目|programme 计划|program 计划|plan 计划 规划|'
  + 'policy 政策|system 体系 制度 系统|mechanism 机制|institution 机构 制度|governance 治理|government 政府|law 法律 法治|rule 规则|standard 标准|regulation 监管 法规|security 安全|safety 安全|risk 风险|challenge 挑战|opportunity 机遇|'
  + 'crisis 危机|world 世界|global 全球|international 国际|country 国家|nation 国家|national 国家|china 中国|chinese 中国|people 人民|humanity 人类|mankind 人类|human 人类 人|community 共同体 社区|future 未来|shared 共享 共同|'
  + 'open 开放|opening 开放|openness 开放|fair 公平|fairness 公平|equal 平等|inclusive 包容|mutual 互|benefit 利益 互利|win 共赢|peace 和平|partner 伙伴|partnership 伙伴关系|friend 朋友|trust 信任|barrier 壁垒|trade 贸易|investment 投资|'
  + 'invest 投资 投入|finance 金融 资金|fund 基金 资金 经费|funding 经费 资金|spending 经费 支出 投入|expenditure 支出 经费|income 收入|poverty 贫困 减贫|rural 农村 乡村|village 乡村 村|farmer 农民|agriculture 农业|agricultural 农业|food 粮食 食物|grain 粮食|'
  + 'land 土地 耕地|seed 种子|water 水|river 河|forest 森林|mountain 山|air 空气|pollution 污染|environment 环境|environmental 环境 环保|ecology 生态|ecological 生态|climate 气候|carbon 碳|emission 排放|green 绿色|clean 清洁|energy 能源|'
  + 'biodiversity 生物多样性|conservation 保护|protect 保护|protection 保护|sustainable 可持续|digital 数字|data 数据|internet 互联网|network 网络|intelligence 智能|computing 计算 算力|infrastructure 基础设施|platform 平台|industry 产业 工业|industrial 产业 工业|'
  + 'manufacturing 制造|enterprise 企业|company 企业 公司|market 市场|consumption 消费|supply 供应 供给|chain 链|demand 需求|production 生产|productivity 生产力 生产率|growth 增长|output 产出 产值|reform 改革|modernization 现代化|modernisation 现代化|'
  + 'transformation 转型 转化|transfer 转移|achievement 成果 成就|result 成果 结果|progress 进步 进展|quality 质量|capacity 能力|ability 能力|strategy 战略|strategic 战略|initiative 倡议|belt 带|road 路|corridor 走廊|railway 铁路|port 港口|'
  + 'connectivity 互联互通|intellectual 知识|property 产权|patent 专利|paper 论文|publication 论文 出版|telescope 望远镜|reactor 反应堆|space 空间 太空|station 站|satellite 卫星|health 健康 卫生|medicine 医药|medical 医疗|pandemic 疫情|vaccine 疫苗|epidemic 疫情|'
  + 'employment 就业|job 就业 岗位|housing 住房|income 收入|wage 工资|prosperity 繁荣 富裕|common 共同|happiness 幸福|livelihood 民生|service 服务|foreign 外国 外资|visa 签证|overseas 海外|student 学生|youth 青年|train 培训 列车|training 培训|'
  + 'support 支持|promote 推动 促进|strengthen 加强|improve 改善 提高|increase 增加 增长|build 建设|share 分享 共享|join 加入 参与|participate 参与|lead 引领 领导|leader 领导|party 党|congress 大会|meeting 会议|conference 会议 大会|forum 论坛|summit 峰会|'
  + 'agreement 协定 协议|report 报告|province 省|city 城市|urban 城市 城镇|region 地区 区域|regional 区域|area 地区 领域|zone 区|centre 中心|center 中心|hub 中心 枢纽|core 核心|key 关键|independent 自主 独立|self-reliance 自立自强|driver 动力 引擎|engine 引擎|'
  + 'driving 驱动|force 力量|power 力量 强国|strong 强|history 历史|civilization 文明|civilisation 文明|value 价值|idea 理念|concept 理念 概念|principle 原则|goal 目标|target 目标|task 任务|responsibility 责任|right 权利|interest 利益|democracy 民主|'
  + 'multilateralism 多边主义|hegemony 霸权|sanction 制裁|war 战争|conflict 冲突|dialogue 对话|contribution 贡献|wisdom 智慧|solution 方案|resource 资源|element 要素|factor 要素 因素|ethics 伦理|ethical 伦理|revolution 革命|change 变化 变革|artificial 人工|'
  + 'wind 风电 风能|solar 太阳能 光伏|power 电力|electricity 电力 用电|coal 煤炭|oil 石油|gas 天然气|nuclear 核|hydropower 水电|renewable 可再生 新能源|neutrality 中和|peak 达峰 峰值|target 目标|commitment 承诺|pledge 承诺|mediation 斡旋 调解|conflict 冲突|war 战争|'
  + 'ceasefire 停火|negotiation 谈判|talks 会谈|sovereignty 主权|territory 领土|army 军队|military 军事|defence 国防|defense 国防|terrorism 恐怖主义|refugee 难民|aid 援助|assistance 援助|debt 债务|loan 贷款|bank 银行|currency 货币|tariff 关税|tax 税收|export 出口|import 进口|'
  + 'customs 海关|surplus 顺差|deficit 赤字 逆差|price 价格|inflation 通胀|budget 预算|wage 工资|pension 养老 养老金|elderly 老年人 老人|children 儿童 孩子|women 妇女|family 家庭|birth 生育|population 人口|hospital 医院|doctor 医生|disease 疾病|insurance 保险|drug 药品|'
  + 'school 学校|teacher 教师|curriculum 课程|degree 学位|graduate 毕业生|vocational 职业|skill 技能|worker 工人 职工|labour 劳动|labor 劳动|equality 平等|fairness 公平|justice 公正|gap 差距|inequality 不平等|poor 贫困|alleviation 扶贫 减贫|relocation 搬迁|'
  + 'revitalization 振兴|rejuvenation 复兴|crop 作物|harvest 收成 丰收|farmland 耕地|fishery 渔业|ocean 海洋|marine 海洋|desert 沙漠|drought 干旱|flood 洪水|disaster 灾害|earthquake 地震|rescue 救援|waste 垃圾 废物|recycling 循环利用|tree 树|grassland 草原|wetland 湿地|species 物种|'
  + 'vehicle 汽车|car 汽车|battery 电池|chip 芯片|semiconductor 半导体|robot 机器人|software 软件|algorithm 算法|cloud 云|computer 计算机|broadband 宽带|telecommunication 通信|privacy 隐私|platform 平台|startup 初创|entrepreneur 企业家|private 民营 私营|state-owned 国有|'
  + 'supervision 监督 监管|corruption 腐败|discipline 纪律|court 法院|crime 犯罪|police 警察|citizen 公民|election 选举|constitution 宪法|treaty 条约|sanction 制裁|diplomacy 外交|ambassador 大使|visit 访问|speech 讲话 演讲|statement 声明|white-paper 白皮书|document 文件|'
  + 'tourism 旅游|sport 体育|film 电影|art 艺术|heritage 遗产|museum 博物馆|language 语言|media 媒体|public-opinion 舆论|religion 宗教|ethnic 民族|tradition 传统|bridge 桥|highway 公路|airport 机场|shipping 航运|logistics 物流|freight 货运|supply-chain 供应链|warehouse 仓库|'
  + 'year 年|month 月|percent 百分之|increase 增加 提高|decrease 减少 下降|reduce 减少 降低|expand 扩大|double 翻番|half 一半|first 第一 首|largest 最大|fastest 最快|record 纪录|average 平均|total 总|annual 年度|long-term 长期|stable 稳定|rapid 快速|steady 平稳'
).split('|');

const chineseOf = new Map<string, string[]>();
const englishOf = new Map<string, string[]>();
for (const row of PAIRS) {
  const [english, ...chinese] = row.split(' ') as [string, ...string[]];
  chineseOf.set(stem(english), chinese);
  for (const word of chinese) if (word.length > 1) englishOf.set(word, [...(englishOf.get(word) ?? []), english]);
}
const LONGEST = Math.max(...[...englishOf.keys()].map((w) => w.length));

/** The words of a text that the glossary knows, in the other language; Traditional characters count as Simplified. */
export function translationOf(text: string): string {
  const found: string[] = [];
  for (const word of text.toLowerCase().match(/[a-z][a-z-]+/g) ?? []) found.push(...(chineseOf.get(stem(word)) ?? []));
  const simplified = toSimplified(text);
  for (let i = 0; i < simplified.length; i++) {
    for (let n = LONGEST; n > 1; n--) {
      const english = englishOf.get(simplified.slice(i, i + n));
      if (!english) continue;
      found.push(...english);
      i += n - 1;
      break;
    }
  }
  return found.join(' ');
}
