/** Names of persons in Chinese text: with a title before or behind them, well-known ones, and plain ones before a verb of saying. */

/** Well-known speakers, so that a bare name without any title is recognised. */
const KNOWN = (
  '习近平 李强 赵乐际 王沪宁 蔡奇 丁薛祥 李希 韩正 李克强 栗战书 汪洋 王岐山 张德江 俞正声 刘云山 张高丽 王毅 何立峰 张国清 刘国中 谌贻琴 温家宝 吴邦国 贾庆林 朱镕基 李鹏 ' +
  '毛泽东 邓小平 江泽民 胡锦涛 周恩来 刘少奇 朱德 任弼时 陈云 李先念 叶剑英 彭德怀 陈毅 邓颖超 宋庆龄 董必武 万里 胡耀邦 赵紫阳 李大钊 陈独秀 方志敏 瞿秋白 焦裕禄 雷锋 ' +
  '马克思恩格斯 马克思 恩格斯 列宁 斯大林 孙中山 梁启超 鲁迅 蔡元培 胡适 陶行知 钱学森 邓稼先 袁隆平 屠呦呦 钟南山 李四光 竺可桢 华罗庚 ' +
  '孔子 孟子 老子 庄子 荀子 韩非子 墨子 管子 司马迁 司马光 诸葛亮 屈原 李白 杜甫 苏轼 王安石 范仲淹 朱熹 王阳明 顾炎武 林则徐 魏源 龚自珍 张载 欧阳修 白居易 ' +
  '爱因斯坦 牛顿 达尔文 培根 黑格尔 康德 亚里士多德 柏拉图 苏格拉底 亚当·斯密 托夫勒 基辛格 古特雷斯 普京 拜登 特朗普 奥巴马 默克尔 马克龙 莫迪 安倍晋三 李约瑟 卢梭 歌德 雨果 托尔斯泰 高尔基 泰戈尔 曼德拉 甘地 丘吉尔 罗斯福 林肯 拿破仑'
).split(' ').sort((a, b) => b.length - a.length);

const SURNAMES = new Set(
  '赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦昌马苗凤花方俞任袁柳酆鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于时傅皮卞齐康伍余元卜顾孟平黄和穆萧尹姚邵湛汪祁毛禹狄米贝明臧计伏成戴谈宋茅庞熊纪舒屈项祝董梁杜阮蓝闵席季麻强贾路娄危江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万支柯管卢莫房裘缪干解应宗丁宣邓郁单杭洪包诸左石崔吉钮龚程嵇邢裴陆荣翁荀羊惠甄曲家封芮羿储靳汲邴糜松井段富巫乌焦巴弓牧隗山谷车侯宓蓬全班仰秋仲伊宫宁仇栾甘厉戎祖武符刘景詹束龙叶幸司韶郜黎蓟薄印宿白怀蒲邰从鄂索咸籍赖卓蔺屠蒙池乔阴胥能苍双闻莘党翟谭贡劳逄鹿楼佘谌丛綦苑仝揭郇亓旷麦谷苟檀粟隋涂迟邝区姬申扶堵冉宰郦雍璩桑桂濮牛寿通边扈燕冀郏浦尚农温别庄晏柴瞿阎充慕连茹习艾鱼容向古易慎戈廖庾终暨居衡步都耿满弘匡国文寇广禄阙东欧殳沃利蔚越夔隆师巩厍聂晁勾敖融冷訾辛阚那简饶空曾毋沙养鞠须丰巢关蒯相查后荆红游竺权逯盖益桓公岳帅缑亢况有琴归海晋楚闫法汝鄢涂钦仉督谌佟肖栗岐付代覃邸闾冼尧战卿练佘',
);
/** Characters that are surnames too, and much oftener something else. */
const RARELY_SURNAMES = '后相况有应从都步向勾沃利满空那终通能双别常习古国干红归索权查须丰养鞠贡劳越东融冷门巢蒯游夔弘师';
for (const c of RARELY_SURNAMES) SURNAMES.delete(c);
/** Common words that begin with a surname's character. */
const COMMON_WORDS =
  /^(?:明确|明显|明星|党委|党组|党支|党建|党政|党外|党校|常务|常任|高级|荣誉|金牌|全职|农林|水务|应急|商会|路政|安保|温和|明天|时代|时任|时间|时期|文章|文件|文中|文化|文明|会议|全会|全国|全党|全文|全体|全球|全面|全民|全省|方案|方面|方针|方式|方法|和平|和谐|高度|高校|高质|高水|高层|高等|平时|平台|平等|平均|成员|成为|成绩|温暖|安全|安排|广大|广泛|广东|广西|马上|何以|何为|于是|万一|万众|万家|万物|计划|支持|支撑|支部|经济|经过|经验|单位|单边|路径|路线|金融|金句|金砖|项目|解决|解读|解释|强调|强化|强国|强大|华夏|华侨|华人|夏季|石油|江山|江苏|江西|江河|云南|贺信|贺电|贺词|祝贺|祝愿|公报|公告|公司|公开|公众|诗人|诗词|家长|家庭|家国|商务|商业|商人|农业|农民|农村|水利|水平|武汉|许多|关于|关键|严格|严肃|慎重|包括|范围|秘书|连续|连日|乐观|白皮|白天|黄河|黄金|海关|海外|海洋|易言|宣言|宣传|卫生|章程|党员|党章|党内|景气|充分|燕山|车间|盛大|盛会|盛世|安徽|吉林|史料|史册|康复|元首|元旦|孟加|成都|成立|林业|林草|季度|路透|危机|颜色|法国|法律|法院|法治|德国|丁香|任何|任务|戴着|谈判|谈话|谈及|谈到|宋代|宋朝|唐代|明代|明朝|陈述|施行|施工|施策|张力|程序|程度|苏联|苏州|罗马|山东|山西|山水|宁夏|荣誉|荣获|封面|富裕|富强|牢记|牢牢|蓝图|储能|牧民|侯选|丰富|欧盟|欧洲|欧方|巴西|巴黎|印度|尚未|易于|关心|钱财|周边|周年|周期|孙辈|吴地|曹操所|魏晋|喻为|章节|计算|成果|成就|成功|解放|应当|鱼水|古人|容易|向来|温度|应对|国家|车辆|柳州|柳树|花朵|方向|方才|毛巾|童年|童话|季节|郑州|温州|杭州|沈阳|常州|徐州|惠州|梅州|郴州|贺州|项链|包容|曾经|曾在|曾多|曾说|曾指|曾强|曾提|曾明|曾深|支队|管理|管控|干部|左右|邓论|单独|边境|宣布|宣告|桂林|牛年|扈从|莫斯|沙特|韩国|金秋|元宵|满足|弘扬|东盟|东方|阎王|连同|连接|习惯|容许|戈壁|暨南|居民|居住|都市|匡正|景区|幸福|司法|司机|黎明|薄弱|印发|印章|怀着|从而|赖以|卓越|蒙古|池州|阴阳|闻名|党和|党的|党中|劳动|贡献|扶贫|扶持|堵塞|牛奶|寿命|通过|浦东|庄严|庄重|充满|艾滋|广州|利益|师傅|巩固|融合|简单|简直|饶有|红色|权威|有关|况且|海南|贵州|贵阳|甘肃|甘南|宁波|宁德|吉安|安阳|安顺|安庆|安康|苏北|苏南|秦皇|秦岭|金华|金昌|乐山|乐清|常德|常熟|黄山|黄浦|黄冈|徐汇|齐鲁|齐齐|连云|红河|桂北|沈丘|温岭|易县|燕赵|殷殷|殷切|郑重|谆谆|庄重|温情|易懂|严正|强烈|和蔼|雷鸣|应邀|应约|毕竟|向着|安详|喻|秋日|夏日|华灯|云端)/;
const DOUBLE_SURNAMES = ['欧阳', '司马', '上官', '诸葛', '东方', '皇甫', '尉迟', '公孙', '慕容', '令狐', '端木', '南宫', '司徒', '夏侯'];

/** Titles. Ranks of the party and the state, of diplomacy, of research and business. Longer ones first where one holds another. */
export const OFFICIAL_TITLE =
  '(?:总书记|国家主席|军委主席|全国政协主席|政协主席|国家副主席|副主席|主席|国务院副总理|国务院总理|副总理|总理|委员长|国务委员|政治局常委|政治局委员|常委|书记处书记|副书记|书记|外交部长|部长助理|副部长|部长|副外长|外长|副主任|主任|省长|副省长|市长|副市长|州长|县长|区长|局长|副局长|司长|副司长|署长|厅长|副厅长|处长|行长|副行长|秘书长|副秘书长|总干事|发言人|特使|大使|公使|总领事|参赞|总统|副总统|首相|副首相|议长|大臣|国务卿|检察长|院长|审计长|司令员|政委|特首|行政长官|立委|议员|元首|国王|女王|党委书记|高级代表|专员|特派代表|代表|委员)';
const OTHER_TITLE =
  '(?:校长|副校长|副院长|所长|副所长|会长|副会长|理事长|副理事长|董事长|副董事长|总经理|副总经理|总裁|副总裁|首席执行官|首席专家|首席科学家|首席经济学家|创始人|负责人|教授|副教授|研究员|副研究员|院士|博士|博导|工程师|总工程师|总设计师|设计师|科学家|专家|学者|研究员|经济学家|哲学家|思想家|文学家|作家|诗人|历史学家|政治家|革命家|教育家|物理学家|数学家|化学家|生物学家|社会学家|评论员|主编|编辑|律师|医生|老师|同志|先生|女士|老人|将军|站长|馆长|台长|社长|总监|经理|队长|组长|团长|主持人|召集人|理事|顾问|合伙人|分析师|村支书|厂长|船长|航天员|党员|烈士|元帅|教练|运动员|得主|获得者|作者)';
export const TITLE = `(?:${OFFICIAL_TITLE}|${OTHER_TITLE})`;

/** Settled ways of naming a leader without the full name. */
const HONORIFICS: readonly (readonly [string, string])[] = [['习总书记', '习近平'], ['习主席', '习近平'], ['习书记', '习近平'], ['毛主席', '毛泽东'], ['周总理', '周恩来'], ['小平同志', '邓小平'], ['恩来同志', '周恩来'], ['泽东同志', '毛泽东']];

/** What may follow a name: a name ends before one of these. */
const NAME_STOP =
  /^(?:$|[，。；：、！？,;:.!?（(）)”“"「『\s\d《〔[—]|在|向|对|同|与|和|及|于|就|也|还|则|曾|再|又|多次|说|称|道|曰|云|讲|指|表示|强调|提出|认为|要求|介绍|告诉|写|谈|坦言|直言|回忆|呼吁|勉励|寄语|叮嘱|嘱咐|嘱托|告诫|提醒|希望|主持|出席|会见|会晤|发表|作|致|给|为|近日|日前|今|昨|当|上午|下午|一直|始终|反复|明确|深刻|特别|着重|进一步|首先|最后|接着|随后|等|的|是|用|以|把|将|从|到|率|赴|抵|宣|补充|分析|解释|透露|指示|批示|来到|参观|考察|调研|视察|所|有|这样|如是|如此|那|不|都|最|会|并|而|亲|深情|专|回|复|应|受|委托|代表|签署|访|视|因|由|通过|根据|高度|充分|重申|郑重|一再|屡|早|感|直|曾经|首次|答|讲话|致辞|笑|兴|自|生前|晚年|动|无|公开|撰|一行|夫妇|围绕|关于|针对|先后|论|引|警|评|赞|号召|阐|鲜|形|精|语|庄|严|坚|科|系|率先|正式|创|题|那句|这句|领|建|主张|倡|誓|点|揭|总结|概括|描|比喻|听|了解|看|强|肯|断|预|期|走|跑|站|坐|拿|打|进|出|抱|握|望|想|开|带|拉|推|发现|觉得|成为|当选|获|参加|负责|牵头|研究|长期|担任|刚|正|已|之|返|入|离|加|团队|设|称赞|常|只|能|可|要|让|使|被|得|着手|致力|投身|扎根|荣|因此|说明|举|请|任|夫)/;
/** The same for foreign names, without the characters that such names are written with (拉, 科, 都, 列). */
const FOREIGN_STOP =
  /^(?:$|[，。；：、！？,;:.!?（(）)”“"「『\s\d《〔[—]|在|向|对|同|与|和|及|就|也|还|曾|再次|又|多次|说|称|表示|强调|指出|提出|认为|要求|介绍|告诉|写道|谈|坦言|直言|回忆|呼吁|勉励|主持|出席|会见|会晤|发表|致|给|为|近日|日前|今|昨|当|上午|下午|一直|始终|反复|明确|特别|进一步|首先|最后|接着|随后|等|的|是|将|访问|访华|抵|来|讲话|致辞|答|公开|宣布|重申|警告|评价|赞|期待|希望|祝|感谢|走|笑|举行|签署|通话|会谈|一行|夫妇|夫人|到|不|都表|则|补充|解释|分析|透露|这样|如是|所|有|用|以|把|从|通过|根据|应|受|因|由|高度|充分|建议|主张|承诺|质疑|批评|撰文|署名|引用|回忆)/;
/** Characters that foreign names are written with; a name in Chinese letters that is no Chinese name consists of them mostly. */
const TRANSLITERATION = new Set(
  '阿埃艾安奥昂巴白班邦贝本比毕彼宾波伯博布查达戴代丹德登邓迪蒂丁东杜顿多厄恩尔法凡范菲费芬佛夫弗福富盖甘冈高戈哥格葛贡古瓜哈海汉豪赫亨洪侯胡华怀霍基吉季加贾江杰金京卡凯坎康考柯科克肯孔库夸昆拉莱兰朗劳勒雷黎李里理莉丽利列林琳龙隆卢鲁路伦罗洛吕马玛麦迈曼芒毛梅门蒙米密敏明摩莫默姆木穆纳娜乃南瑙内能尼妮宁纽农努诺欧帕潘庞佩彭皮平普奇齐契恰钱乔切琴丘让热仁日荣茹儒瑞萨塞赛桑森莎沙山珊绍舍申圣施什史士舒朔斯丝思苏索所塔泰坦唐陶特滕提田廷图托瓦娃万旺威韦维魏温文翁沃乌武西锡希席夏香肖歇谢辛欣休许雅亚延扬杨耶叶伊易因英永尤于约云载扎曾泽詹章哲珍芝直志治朱祖佐兹祖黛蕾娅桂莲顺弥祿禄仓安倍晋岸田石破茂文在寅尹锡悦阮富仲佐科朴槿惠金正'
);
/** Titles as words of other things: 主席会议, 部长级, 总理府. */
const NOT_A_NAME = /^(?:文章|报道|撰文|署名文|社论|会议|办公|一行|以及|职务|讲话|特使|候选|任期|府|令|团|处|级|们|会|制|大会|小组|负责|助理|论坛|联席|扩大|公署|院|层|行|岗位|身份|签发|手中|之间|单位|机关|指出|强调|表示|提出|认为|要求|介绍|们|座谈|重要|同志|先生|女士|署名|令|指示|批示|倡议|说|对|在|向|访|出席|主持|先后|近日|日前|今天|昨日|亲自|委托|签|发|人民|全体|选举)/;
const HAN = /\p{Script=Han}/u;

/** Length of the Chinese name at an offset: surname and one or two characters, before something that may follow a name; 0 if none. */
export function chineseNameLength(text: string, at: number): number {
  for (const name of KNOWN) if (text.startsWith(name, at)) return name.length;
  const double = DOUBLE_SURNAMES.some((s) => text.startsWith(s, at));
  const surname = double ? 2 : SURNAMES.has(text[at] ?? '') ? 1 : 0;
  if (surname === 0 || (!double && COMMON_WORDS.test(text.slice(at, at + 3)))) return 0;
  const fits = (given: number): boolean => {
    for (let i = surname; i < surname + given; i++) if (!HAN.test(text[at + i] ?? '') || /[地着]/.test(text[at + i] as string)) return false;
    const rest = text.slice(at + surname + given, at + surname + given + 8);
    return NAME_STOP.test(rest) || TITLE_START.test(rest);
  };
  // 李强调研: a given name of one character goes before one of two only where a whole verb follows it.
  const short = fits(1), long = fits(2);
  if (short && long) return WHOLE_VERB.test(text.slice(at + surname + 1, at + surname + 5)) ? surname + 1 : surname + 2;
  return short ? surname + 1 : long ? surname + 2 : 0;
}
const TITLE_START = new RegExp(`^${TITLE}`);
const WHOLE_VERB = /^(?:在|表示|强调|指出|提出|认为|要求|介绍|告诉|坦言|直言|回忆|呼吁|主持|出席|会见|发表|调研|考察|说[，：,:“]|明确|深刻|近日|日前|再次|多次|同|与|向|对)/;

/** Length of a foreign name at an offset: parts joined by ·, or two to seven characters before something that may follow a name. */
function foreignNameLength(text: string, at: number): number {
  const dotted = /^[\p{Script=Han}A-Z.]{1,8}(?:[·•・‧][\p{Script=Han}]{1,7})+/u.exec(text.slice(at, at + 30));
  if (dotted) return trimToStop(text, at, dotted[0].length);
  if (NOT_A_NAME.test(text.slice(at, at + 4)) || FOREIGN_STOP.test(text.slice(at, at + 8))) return 0;
  for (let n = 2; n <= 7; n++) {
    if (!HAN.test(text[at + n - 1] ?? '')) return 0;
    if ([...text.slice(at, at + n)].filter((c) => TRANSLITERATION.has(c)).length * 3 < n * 2) continue;
    if (!/[的了和与及等们为是在有之]/.test(text.slice(at, at + n)) && FOREIGN_STOP.test(text.slice(at + n, at + n + 8))) return n;
  }
  return 0;
}
/** The last part of a dotted name runs into the following words; it ends at the first thing that may follow a name. */
function trimToStop(text: string, at: number, longest: number): number {
  const lastDot = Math.max(...['·', '•', '・', '‧'].map((d) => text.lastIndexOf(d, at + longest - 1)));
  for (let n = lastDot - at + 2; n < longest; n++) if (FOREIGN_STOP.test(text.slice(at + n, at + n + 8)) && n - (lastDot - at) > 2) return n;
  return longest;
}

/** Length of a name behind a title. A long one in letters of foreign names goes before a Chinese one that ends inside it. */
function nameLength(text: string, at: number): number {
  const chinese = chineseNameLength(text, at), foreign = foreignNameLength(text, at);
  const whole = foreign >= 4 && foreign > chinese && [...text.slice(at, at + foreign)].every((c) => TRANSLITERATION.has(c));
  const first = chinese === 0 || whole ? foreign : chinese;
  // 海尔加 拉鲁奇: the dot was lost.
  const second = first === foreign && first >= 2 && text[at + first] === ' ' ? foreignNameLength(text, at + first + 1) : 0;
  return second >= 2 && [...text.slice(at + first + 1, at + first + 1 + second)].every((c) => TRANSLITERATION.has(c)) ? first + 1 + second : first;
}

export interface Person {
  readonly start: number;
  readonly end: number;
  /** Name without titles; for 李总理 the surname with the title, until a full name is known. */
  readonly name: string;
  /** Whether a rank of the party, the state or an international body stands with the name, or the name is a known leader's. */
  readonly official: boolean;
}

const BEFORE_NAME = new RegExp(`${TITLE}(?:、?兼?${TITLE})*`, 'g');
const KNOWN_NAME = new RegExp(`(?:${KNOWN.join('|')})`, 'g');
const BEHIND_NAME = new RegExp(`^(?:副|总)?(?:国家|国务院|军委|中央军委)?${TITLE}`);
const SHORT_FORM = new RegExp(`(?<![\\p{Script=Han}])([\\p{Script=Han}])(总书记|主席|总理|副总理|委员长|国务委员|部长|外长|主任|书记|省长|市长|局长|院士|教授|老)(?=[，：,:“\\p{Script=Han}])`, 'gu');
const OFFICIAL = new RegExp(OFFICIAL_TITLE);
const ANY_TITLE = new RegExp(TITLE, 'g');

/** Persons named in a text, by titles and by well-known names, in order; overlapping finds are joined. */
export function findPersons(text: string): Person[] {
  const found: Person[] = [];
  const add = (start: number, end: number, name: string, official: boolean): void => { found.push({ start, end, name, official }); };
  for (const [form, name] of HONORIFICS) for (let i = text.indexOf(form); i >= 0; i = text.indexOf(form, i + 1)) add(i, i + form.length, name, true);
  for (const m of text.matchAll(KNOWN_NAME)) {
    if (m[0].length === 2 && !twoCharacterNameStands(text, m.index)) continue;
    const behind = BEHIND_NAME.exec(text.slice(m.index + m[0].length));
    const end = m.index + m[0].length + (behind?.[0].length ?? 0);
    add(m.index, end, m[0], true);
  }
  for (const m of text.matchAll(BEFORE_NAME)) {
    const at = m.index + m[0].length;
    // In 习近平总书记 the name has gone before; what follows is no name.
    const named = found.some((f) => f.end > m.index && f.start < m.index) || endsWithName(text, m.index);
    const n = named ? 0 : nameLength(text, at);
    if (n > 0 && !NOT_A_NAME.test(text.slice(at, at + 4))) add(m.index, at + n, text.slice(at, at + n), OFFICIAL.test(m[0]));
  }
  for (const m of text.matchAll(ANY_TITLE)) {
    for (const n of [3, 2, 4]) {
      const at = m.index - n;
      if (at < 0 || (at > 0 && HAN.test(text[at - 1] as string) && !/[和与同对向给据在、日时者的]/.test(text[at - 1] as string))) continue;
      if (chineseNameLength(text, at) === n) { add(at, m.index + m[0].length, text.slice(at, m.index), OFFICIAL.test(m[0])); break; }
    }
  }
  for (const m of text.matchAll(SHORT_FORM)) if (SURNAMES.has(m[1] as string) && m[1] !== '习' && NAME_STOP.test(text.slice(m.index + m[0].length, m.index + m[0].length + 8))) add(m.index, m.index + m[0].length, m[0], true);
  for (const m of text.matchAll(/[\p{Script=Han}]{1,6}(?:[·•・‧][\p{Script=Han}]{1,8})+/gu)) {
    const end = m.index + trimToStop(text, m.index, m[0].length);
    add(m.index, end, text.slice(m.index, end), false);
  }
  return join(found);
}

/** Whether a Chinese name that begins at a boundary ends at an offset. */
function endsWithName(text: string, end: number): boolean {
  return [3, 2, 4].some((n) => {
    const at = end - n;
    return at >= 0 && (at === 0 || !HAN.test(text[at - 1] as string)) && chineseNameLength(text, at) === n;
  });
}

/** A known name of two characters is also part of other words (万里长城): it stands where a name may end. */
function twoCharacterNameStands(text: string, at: number): boolean {
  const rest = text.slice(at + 2, at + 10);
  return NAME_STOP.test(rest) || TITLE_START.test(rest);
}

function join(found: readonly Person[]): Person[] {
  const sorted = [...found].sort((a, b) => a.start - b.start || b.end - a.end);
  const result: Person[] = [];
  for (const p of sorted) {
    const last = result.at(-1);
    if (!last || p.start >= last.end) { result.push(p); continue; }
    // Title before and known name inside it, or a name that a title precedes and follows: one person.
    const name = last.name.length >= p.name.length && last.name.includes(p.name) ? p.name : last.end >= p.end ? last.name : p.name;
    result[result.length - 1] = { start: last.start, end: Math.max(last.end, p.end), name, official: last.official || p.official };
  }
  return result;
}

/** A plain name at the very start of a clause, before a verb of saying or an adverbial; null where there is none. */
export function plainNameAt(text: string, at: number): Person | null {
  const n = chineseNameLength(text, at);
  return n > 0 ? { start: at, end: at + n, name: text.slice(at, at + n), official: KNOWN.includes(text.slice(at, at + n)) } : null;
}
