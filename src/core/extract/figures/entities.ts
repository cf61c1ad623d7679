/** Whose a figure is: the subject of its clause, of an earlier clause, or the country or place that the document speaks of. */
import type { Span } from '../../text/offsets';
import { toSimplified } from '../../text/script';

const COUNTRIES = '美国|英国|日本|德国|法国|俄罗斯|印度尼西亚|印尼|印度|韩国|巴西|加拿大|澳大利亚|意大利|西班牙|瑞士|瑞典|荷兰|以色列|新加坡|马来西亚|泰国|越南|老挝|柬埔寨|缅甸|巴基斯坦|哈萨克斯坦|乌兹别克斯坦|埃及|埃塞俄比亚|肯尼亚|南非|尼日利亚|沙特|阿联酋|土耳其|墨西哥|阿根廷|波兰|匈牙利|塞尔维亚|希腊|乌克兰|朝鲜|蒙古国?|欧盟|东盟|欧洲|非洲|拉美|亚洲|北美|全球|世界';
const PROVINCES = '北京|天津|上海|重庆|河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南|四川|贵州|云南|陕西|甘肃|青海|台湾|内蒙古|广西|西藏|宁夏|新疆|香港|澳门|港澳|粤港澳大湾区|长三角|京津冀|成渝|珠三角|长江经济带';
const CITIES = '深圳|广州|杭州|南京|苏州|成都|武汉|西安|合肥|长沙|郑州|青岛|济南|大连|沈阳|长春|哈尔滨|厦门|福州|宁波|无锡|佛山|东莞|珠海|昆明|贵阳|南宁|海口|三亚|太原|石家庄|兰州|西宁|银川|乌鲁木齐|拉萨|呼和浩特|南昌|温州|常州|义乌|张江|中关村|浦东|雄安|横琴|前海';
const NATION = '我国|中国|全国|国家(?![级高重标实科工技])|中华人民共和国';
const HERE = '我市|我省|我区|我县|我校|我院|本市|本省|本区|全市|全省|全区|全县|全州|全校|我公司|本公司|我司';
const SUFFIX = '(?:集团|公司|大学|学院|研究院|研究所|科学院|工程院|银行|联盟|组织|铁路|高铁|走廊|大桥|机场|港口|集群|协会|学会|基金会|中心|实验室|高新区|开发区|示范区|自贸区|自贸港|新区|园区|科技园|委员会|科技部|教育部|财政部|商务部|工信部|统计局|总局|计划|基金委|专项|平台|医院|学校|工厂|电站|项目|工程|班列|高校)';
/** Source text of a pattern for the name of a country, a province or a city. */
export const PLACE = `(?:${PROVINCES}|${CITIES}|${COUNTRIES})`;
const LEADS = /^(?:[\s”]|其中|此外|同时|与此同时|目前|当前|截至目前|近年来|另外|而|但|且|并|也|又|据统计|据介绍|数据显示|统计显示|初步核算|初步统计|例如|比如|如|仅|到目前为止|去年|今年|全年|年末|当年|当时|以来|在|[，,：:、]|[^，,。；;]{0,24}(?:显示|表明|指出)[，,])+/;

/** The named country, place or organisation that a clause begins with; several where they are listed (北京、上海分别…). */
export function subjectsOf(clause: string): string[] {
  const text = clause.replace(/^(?:《[^》]*》(?:显示|指出|表明|提出)?[，,]?|[（(][^）)]*[）)])+/, '').replace(/^(?:(?:截至|截止|到|自|从)?\d{4}年度?(?:\d{1,2}月(?:\d{1,2}日)?)?(?:[上下]半年)?(?:底|末|初)?[，,]?(?:以来|起)?)+/, '')
    .replace(LEADS, '').replace(/^(?:\d{4}年度?(?:底|末)?[，,]?)+/, '');
  const list = new RegExp(`^((?:${PLACE})(?:[省市]|自治区)?(?:[、和与](?:${PLACE})(?:[省市]|自治区)?)+)(?:等[^分]{0,4})?(?=[^，,]{0,12}分别)`).exec(text);
  if (list) return (list[1] as string).split(/[、和与]/);
  const quoted = new RegExp(`^[“"「][^”"」]{2,20}[”"」][^，,。\\d]{0,8}?${SUFFIX}`).exec(text);
  if (quoted) return [quoted[0]];
  const organisation = new RegExp(`^((?:(?!的)[\\p{Script=Han}A-Za-z·—–]|[“"][^”"]{1,12}[”"]){2,18}?${SUFFIX})(?=[（(]|的|已|共|拥有|有|累计|为|现|建有|建成|培养|发布|在|是|将|中|(?<=计划|专项|基金)(?:[0-9]|$))(?![（(][^）)]*[）)]、)`, 'u').exec(text);
  if (organisation && !/^(?:每|我国|中国|全国|国家级|主导|参与|加入|牵头|发起|成立|推进|引进|吸引|新增|入选|获批|覆盖|服务|依托|按照|根据|围绕|聚焦|面向|其|该|这|支持|推动|建设|加强|通过|共建|参与|举办|建立|设立|建成|打造|实施|开展|加快|建有|启动|新建|拥有|共有|现有|累计|与|同|向|对|为|把|将|已|在|从|以)/.test(organisation[1] as string) && !/[，,。]/.test(organisation[1] as string)) return [organisation[1] as string];
  const own = new RegExp(`^(?:${NATION})(?![^，,。；;]{0,4}(?:企业|大学|公司)承建)`).exec(text);
  if (own) {
    const named = organisation && /^(?:中国|国家)[\p{Script=Han}]{2,14}(?:公司|大学|科学院|工程院|银行|计划|基金委|集团)$/u.test(organisation[1] as string) ? (organisation[1] as string) : null;
    return [named ?? '中国'];
  }
  const builds = new RegExp(`^(?:${NATION})[\\p{Script=Han}]{0,4}(?:承建|建设|投资|援建)的([\\p{Script=Han}A-Za-z]{2,10}?${SUFFIX})`, 'u').exec(text);
  if (builds) return [builds[1] as string];
  const here = new RegExp(`^(?:${HERE})`).exec(text);
  if (here) return [here[0]];
  const place = new RegExp(`^(?:${PLACE})(?:[省市]|自治区)?(?![—–\\-、])`).exec(text);
  if (place) return /^(?:全球|世界)$/.test(place[0]) ? [] : [place[0].replace(/(?<=..)[省市]$/, '')];
  const letters = /^[A-Z][A-Z-]{1,9}(?=拥有|的|已|共|有|在|中|由|现|覆盖)/.exec(text);
  if (letters && !/^(?:GDP|PCT|SCI|ESI|CPI|PPI|PMI|AI)$/.test(letters[0])) return [letters[0]];
  return [];
}

/** Subject of an English clause; China under its Chinese name, as everywhere in the library. */
export function englishSubjectsOf(clause: string): string[] {
  const text = clause.replace(/^(?:\s|[Ii]n \d{4},?|[Aa]t present,?|[Cc]urrently,?|[Aa]mong them,?|[Tt]he)+/, '');
  const m = /^(China|The country|the country|Beijing|Shanghai|Shenzhen|Guangdong|Hong Kong|the United States|United States|Japan|Germany|France|Britain|India|Russia|Europe|ASEAN|the EU)(?:'s|’s)?\b/.exec(text);
  if (!m) return [];
  return [/China|country/.test(m[1] as string) ? '中国' : (m[1] as string)];
}

/** The nearest subject for a figure at `offset`: its own clause, then earlier clauses of the sentence. */
export function nearestSubjects(text: string, clauses: readonly Span[], offset: number, english: boolean): string[] {
  const at = clauses.findIndex((c) => offset >= c.start && offset < c.end);
  for (let i = at; i >= 0; i--) {
    const clause = clauses[i] as Span;
    // Behind a semicolon a new statement begins; its subject is its own.
    if (i < at && /[；;]/.test(text.slice(clause.end, (clauses[i + 1] as Span).start)) && /^\s*\d/.test(text.slice((clauses[i + 1] as Span).start, offset + 1))) return placeAfter(text.slice(offset, (clauses[at] as Span).end));
    const words = text.slice(clause.start, i === at ? offset : clause.end);
    const found = english ? englishSubjectsOf(words) : subjectsOf(words);
    if (found.length > 0) return found;
  }
  // A sentence that opens with its figure has its subject behind it (建成7年来，某铁路…).
  if (at === 0 && offset - (clauses[0]?.start ?? 0) < 6 && clauses[1] && !english) return subjectsOf(text.slice(clauses[1].start, clauses[1].end));
  return [];
}

/** The place that names what a figure at the head of its clause counts (4家香港高校…). */
function placeAfter(words: string): string[] {
  const m = new RegExp(`^\\d[\\d.万亿多余]*[\\p{Script=Han}]{1,2}(${PLACE})`, 'u').exec(words);
  return m ? [m[1] as string] : [];
}

/** The names of local governments, congresses and offices: 某市人民政府, 某市第五届人民代表大会, 某市统计局. */
const LOCAL = /([\p{Script=Han}]{2,3}?)(?:特别行政区|自治区|自治州|省|市|县|区|旗)(?:市长|省长|区长|县长|人民政府|政府|统计局|发展和改革|发改委|科学技术|科技局|财政局|人大常委会|人民代表大会|政协|第?[一二三四五六七八九十\d]{1,3}届(?:人大|人民代表大会|政协))/u;
const NOT_A_PLACE = /^(?:各|全|本|我|该|向|市|省|县|区|受|由|和|与|代表|一个|地方|城|社|辖|新|老)/;

/** The country or place that a whole document speaks of by itself: a place of its title or of the office that speaks; 中国 where it says 我国, 中国 or China. */
export function documentSubject(title: string, body: string, english: boolean): string | null {
  const place = new RegExp(`^(?:关于)?\\d{0,4}年?(${PROVINCES}|${CITIES})(?:[省市]|自治区)?`).exec(title.replace(/^[《“"\s]+/, ''));
  if (place && /公报|工作报告|统计|规划/.test(title)) return place[1] as string;
  if (!english) {
    const local = localSubject(title, body);
    if (local) return local;
  }
  if ((english ? /\bChina\b/ : /我[国國]|中[国國]|全[国國]|China/).test(body)) return '中国';
  // A page that never speaks of the nation, but time and again of one place.
  const named = [...toSimplified(body.slice(0, 20000)).matchAll(/香港|澳门|台湾/g)].map((m) => m[0]);
  return !english && named.length >= 2 && new Set(named).size === 1 ? (named[0] as string) : null;
}

/** The place of a local report: one that says 全市 or 全省, and whose first lines name the office that speaks. */
function localSubject(title: string, body: string): string | null {
  const text = toSimplified(body);
  const here = text.match(/全[市省区县州]|我[市省区县州]|本[市省区县州]/g)?.length ?? 0, nation = text.match(/我国|全国/g)?.length ?? 0;
  if (here < 2 || here <= nation) return null;
  const headed = /^([\p{Script=Han}]{2,4}?)(?:省|市|县|区|州)(?=\d{4}年|人民政府|国民经济)/u.exec(title);
  if (headed) return headed[1] as string;
  const opening = `${title}\n${text.slice(0, 600)}`;
  // A district stands behind its city (某市某区人民政府): the last name of the chain is whose it is.
  for (const line of opening.split('\n')) {
    const chained = new RegExp(`(?:${PLACE}|[\\p{Script=Han}]{2,3})(?:省|市|自治区)(?=([\\p{Script=Han}]{2,3}?)(?:市|县|区|旗)(?:人民政府|政府|统计局|发展和改革|人大|第))`, 'u').exec(line);
    if (chained?.[1] && !NOT_A_PLACE.test(chained[1])) return chained[1];
    for (const m of line.matchAll(new RegExp(LOCAL.source, 'gu'))) if (!NOT_A_PLACE.test(m[1] as string)) return m[1] as string;
  }
  const known = new RegExp(`(${PROVINCES}|${CITIES})(?:省|市|自治区)`).exec(opening);
  return known ? (known[1] as string) : null;
}
