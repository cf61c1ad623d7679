/**
 * Groups of general words of policy prose that say much the same, so that a paraphrase reaches its sentence.
 * Words of the language, no names; English ones are compared by their stem.
 */
import { toSimplified } from '../text/script';
import { stem } from './tokens';

const CHINESE = (
  '共同 一起 携手 一道 合力 团结 协力 同舟共济|努力 奋斗 行动|应对 面对 应付|各国 国家 世界各国|孩子 儿童 学生 青少年 下一代|上学 入学 受教育 就学 读书 教育|平等 公平 公正 均等 同等 一视同仁|机会 机遇 契机|'
  + '根本 基础 基石 根基 之基 之本|兴旺 兴盛 振兴 昌盛 繁荣 兴起 强盛 复兴|首要 第一 重中之重 优先|前提 条件 需要|和平 安宁 安定|稳定 平稳|减排 降碳 碳排放 二氧化碳 低碳|时间表 路线图 目标 期限|保护 维护 守护 捍卫|'
  + '发明 专利 知识产权|研发 研究 科研|企业 公司 厂商|成果 结果 成就 成绩|转化 转移 应用 变为 变成|海外 国外 境外 出国|求学 留学|归国 回国 学成归国|规模 数量 总量 总数|扩大 增加 增长 上升 提高 增大 提升|减少 下降 降低 缩减 压减|'
  + '参与 参加 加入|发起 牵头 主导 倡议|重大 大型 重要|高地 中心 策源地|外资 外商 外企 跨国公司|来华 在华|高层次 高端|便利 方便 便捷|隐患 风险 危险|立法 法律 法规 法治|'
  + '欠发达 发展中 落后|帮助 支持 援助 扶持 助力|能力 本领 水平 实力|光伏 太阳能|风电 风能|商量 协商 共商 磋商 对话|分享 共享 同享|绿色 环保 生态 低碳|民生 惠民 百姓|吸引力 吸引|'
  + '签署 签订 订立 达成|协定 协议 条约 公约|开放 敞开 打开|通道 渠道 途径 桥梁|贫困 贫穷 脱贫 减贫 扶贫|消除 解决 摆脱 消灭|农村 乡村|农民 村民 老乡|干部 官员 公务员|政绩 功绩 实绩|份额 比重 占比 比例|西方 发达国家 欧美|'
  + '舆论 话语 传播 媒体|阻碍 障碍 制约 瓶颈 难题|释放 发挥 激发 激活|规定 要求 明确|就业 岗位 工作|医疗 看病 就医 诊疗|健康 卫生|养老 老人 老年人 老龄|住房 安居 居住|收入 工资 增收|粮食 口粮 耕地|人才 英才 专家|引进 吸引 招揽|'
  + '投入 投资 资金 经费|改革 变革 革新|监管 管理 监督|数据 信息|网络 互联网|文化 文明|贸易 进出口 外贸|关税 税收|冲突 战争 争端|调解 斡旋 劝和 调停|制裁 打压 遏制 封锁|合作 协作 联合|互利 共赢 双赢|伙伴 朋友|霸权 强权 单边主义|'
  + '疫情 病毒 传染病|灾害 灾难 洪涝|城市 城镇 都市|交通 铁路 公路|电力 用电 发电|新能源 清洁能源 可再生能源|质量 品质|效率 效益|标准 规范 规则|消费 内需|民营 私营 非公有制|国企 国有企业|金融 银行 融资 贷款|反腐 腐败 廉政|'
  + '群众 老百姓 人民 百姓|富裕 致富 增收|差距 不平衡 鸿沟|妇女 女性|国防 军队|太空 航天|青年 年轻人 青少年|教师 老师|学校 高校 大学|评价 考核 评估|试点 试验 示范 探索|规划 计划 方案 蓝图|目标 任务 指标|本国 国内 自主|安全 保障|'
  + '加快 加速 提速|强调 指出 提出|培养 培育 造就|建设 打造 构建 建成|推动 推进 促进|完善 健全 改进|形成 建立 构建|环境 氛围 生态|制度 体制 机制|价值 作用 意义|困难 挑战 压力|利益 权益|全球 世界 国际|前沿 尖端 先进|核心 关键|'
  + '自主 独立 自立自强|依靠 依赖 凭借|影响 作用|优势 长处|短板 弱项 不足|原因 因素|历史 过去|未来 今后 将来|首次 第一次|每年 年度|超过 突破 高于|领先 前列 第一|仍然 依然 尚|缺乏 不足 短缺 缺少|资格 许可 准入|取消 废除 放宽|负担 压力|'
  // Everyday words and those of papers.
  + '富国 发达国家|穷国 发展中国家 不发达国家|种树 植树 造林 绿化 森林|预防 防范 防治 提前|种子 种源 种业 育种|田地 农田 耕地 良田|烧煤 煤炭 化石能源|排污 污染 治污|垃圾 废弃物|饭碗 粮食 口粮|门槛 壁垒 准入 限制|手续 审批 登记 证照|'
  + '贸易战 贸易摩擦 保护主义|家门口 社区 居家 基层|照料 照护 护理 照顾|生孩子 生育 托育|药价 药品 采购|穷人 贫困人口 低收入|贫富 收入分配 共同富裕|传下去 传承 赓续 弘扬 相传|名声 形象 声誉|打假 侵权 假冒|垄断 独占 公平竞争|放贷 贷款 信贷 融资|'
  + '减税 降费 税费|网上 线上 互联网 数字|机器人 人工智能 智能|芯片 集成电路 半导体|卡脖子 关键核心技术 受制于人|浪费 节约 节俭|贪官 腐败 贪污|河流 江河 流域|空气 大气 蓝天|火车 铁路 高铁|飞机 航空 民航|房价 住房 房地产|打工 务工 农民工|退休 养老金 社会保险|'
  + '失业 就业|手艺 工匠 技能|工人 职工 劳动者|学费 资助 助学|考试 招生 高考|锻炼 健身 体育|吃的 食物 食品|救灾 救援 应急|打仗 战争 冲突|邻国 周边 邻邦|欺负 霸凌 霸权|小圈子 集团政治 排他|脱钩 断链 断供|免税 零关税 减免|申请 注册 审查|赚钱 盈利 增收|花钱 支出 经费|'
  // What people say at home, and what papers call it.
  + '钱袋子 财政 资金|花钱 消费 支出 开支|买东西 购物 消费|老龄化 老年人 养老 银发|少子化 生育 出生率 人口|逃犯 外逃 追逃 追赃|送礼 贿赂 行贿 受贿|大吃大喝 排场 奢靡 铺张 享乐主义|懒政 推诿 不作为 官僚主义|做生意 经商 营商 经营|外国公司 外资 外商 外企|外国人 外籍人员|股市 炒股 资本市场 证券 上市|借钱 贷款 融资 信贷|买房 住房 房地产 购房|外币 汇率 外汇|物价 涨价 价格 通胀|规矩 制度 纪律 规则|打官司 诉讼 司法 审判|补偿 补贴 补助|看孩子 托育 婴幼儿|大城市 城市群 都市圈|种粮 粮食 农业 产粮|打工 就业 农民工|小店 摊贩 个体工商户 小微企业|小公司 中小企业 小微企业|老板 企业家|网购 电商 网络零售|快递 物流|上网 互联网 网络|小村子 乡村 村庄|盖房 建房 住房'
).split('|').map((row) => row.split(' '));

const ENGLISH = (
  'grow increase rise expand|reduce cut lower decrease decline|company enterprise firm business|country nation state|job employment work|poor poverty|help support assist aid|clean green renewable|power electricity energy|money fund spending finance expenditure|'
  + 'abroad overseas foreign|tax taxation tariff|rule regulation norm standard|cooperation collaboration partnership|build construct establish|joint common shared together|peace stability security|war conflict crisis|mediation dialogue negotiation talks|'
  + 'science scientific research|world global international|people citizens public|children students youth|school university education|village rural countryside farm|city urban|health medical hospital|environment ecological climate|emission carbon|goal target objective|'
  + 'open opening|fair equal just|challenge difficulty problem|opportunity chance|reform change|develop development progress|advanced frontier cutting-edge|shortage lack insufficient|protect safeguard defend|law legal legislation'
).split('|').map((row) => row.split(' '));

const groups = new Map<string, Set<string>>();
for (const row of CHINESE) for (const word of row) groups.set(word, new Set([...(groups.get(word) ?? []), ...row.filter((w) => w !== word)]));
for (const row of ENGLISH) for (const word of row) groups.set(stem(word), new Set([...(groups.get(stem(word)) ?? []), ...row.filter((w) => w !== word)]));
const LONGEST = Math.max(...CHINESE.flat().map((w) => w.length));

/** Words that say much the same as those of a text, in its own language; Traditional characters count as Simplified. */
export function synonymsOf(text: string): string[] {
  const found = new Set<string>();
  for (const word of text.toLowerCase().match(/[a-z][a-z-]+/g) ?? []) for (const other of groups.get(stem(word)) ?? []) found.add(other);
  const simplified = toSimplified(text);
  for (let i = 0; i < simplified.length; i++) {
    for (let n = LONGEST; n > 1; n--) {
      const others = groups.get(simplified.slice(i, i + n));
      if (!others) continue;
      for (const other of others) found.add(other);
      i += n - 1;
      break;
    }
  }
  return [...found];
}

/** Words of questions and of every sentence: they say nothing of what is sought. */
const ASKING = /什么样的?|什么|怎么样?|怎样|如何|为何|为什么|哪些|哪个|哪里|是否|能否|可否|有没有|多少|几个|吗|呢|关于|有关|方面|情况|以及|并且|而且|从而|进而/g;

/** The query without the words that only ask. */
export function withoutAsking(query: string): string {
  const rest = toSimplified(query).replace(ASKING, '　');
  return rest.replace(/[\s　？?]/g, '').length >= 2 ? rest : query;
}

const WHAT_IS = /^\s*(?:(?:什么是|何谓|何为|所谓)(.{2,24}?)|(.{2,24}?)(?:是什么(?:意思)?|指什么|指的是什么|是指什么|的(?:定义|含义|内涵|概念|意思))|(?:what (?:is|are) (?:the |an? )?)(.{2,40}?))\s*[?？]?\s*$/i;

/** What a query asks the meaning of: 什么是某某, 某某的内涵, what is …; null for any other query. Simplified. */
export function askedMeaning(query: string): string | null {
  const m = WHAT_IS.exec(toSimplified(query));
  return m ? (m[1] ?? m[2] ?? m[3] ?? '').replace(/[“”"「」]/g, '').trim() || null : null;
}
