/** Words that set one indicator apart from its neighbours in the same table. */

/** Words of which a metric has one at most: figures that differ in them measure different things. */
const CONTRASTS: readonly RegExp[] = [
  /第[一二三]产业/, /城乡|城镇(?!化)|城市|农村|乡村|城(?=居民)|乡(?=居民)/, /进出口|外贸|出口|进口|\b(?:imports? and exports?|exports? and imports?|import and export|exports?|imports?)\b/i, /产销|产量|销量|保有量/, /东部|中部|西部|东北地区/, /男|女/, /基础研究|应用研究|试验发展经费|试验发展/, /硕士|博士|本科|专科/, /收入|支出|消费|储蓄/, /一般公共预算|政府性基金|国有资本经营|社会保险基金/,
  /回国|出国|来华|在华/, /申请|授权/, /高被引|热点论文/, /签署|签订|加入/, /小学|初中|高中|中职|高职/, /夏粮|秋粮|早稻|稻谷|小麦|玉米|大豆|薯类/, /粮食|棉花|油料|糖料|蔬菜|水果|肉类|水产|牛奶/,
  /建材|纺织|轻工|机械|医药|石化|冶金|有色金属|钢铁|烟草|化纤/,
  /出生|死亡|自然增长/, /公路|铁路|水路|民航|管道|航空/, /工业|农业|服务业|建筑业|批发|零售|金融|房地产|住宿|餐饮|制造业/, /人均|总量/, /增值税|企业所得税|个人所得税|消费税|关税/, /风电|水电|核电|火电|太阳能|光伏|煤炭|原油|天然气/,
  /常住|户籍/, /新增|累计|存量/, /中央|地方/, /美国|日本|德国|英国|法国|欧盟|东盟|俄罗斯|韩国|印度/, /第一|第二|第三|第四/, /数学|物理|化学|材料/, /专利|论文|标准|商标/,
];

/** Other words for a member. */
const SAME: Readonly<Record<string, string>> = { 乡村: '农村', 乡: '农村', 城市: '城镇', 城: '城镇', 外贸: '进出口' };

/** The one name of a member. */
const nameOf = (word: string): string => SAME[word] ?? word.toLowerCase().replace(/(?<=[a-z])s\b/g, '').replace('export and import', 'import and export');

/** Words that make another measure of what has them and what has not: a value per head, the middle one, against the month before, at constant prices, over several years. */
const APART: readonly RegExp[] = [/人均|每[万百千]?人|每名|单位(?:生产总值|GDP)|per capita/i, /中位数|\bmedian\b/i, /环比|(?:month|quarter)[- ]on[- ](?:month|quarter)/i, /实际(?:增|下|上)|\breal (?:terms|growth)\b/i, /年均|平均(?=增|下|上)|\baverage\b/i];

const members = new Map<string, readonly (string | undefined)[]>();

/** Which member of each set a text names; remembered, because metrics are compared in pairs. */
function membersOf(text: string): readonly (string | undefined)[] {
  let found = members.get(text);
  if (!found) {
    if (members.size > 20000) members.clear();
    members.set(text, (found = CONTRASTS.map((set) => { const word = set.exec(text)?.[0]; return word === undefined ? undefined : nameOf(word); })));
  }
  return found;
}

/** Words that name two members at once. */
const BOTH: Readonly<Record<string, RegExp>> = { 城乡: /^(?:城镇|农村)$/, 产销: /^(?:产量|销量)$/ };

/** Whether a text names a member of a set, under any of its names. */
function names(text: string, set: number, member: string): boolean {
  return [...text.matchAll(new RegExp((CONTRASTS[set] as RegExp).source, 'gi'))].some(([word]) => nameOf(word) === member || (BOTH[word]?.test(member) ?? false));
}

/** Whether the two metrics name different members of one set (城镇, 农村). */
export function contrasting(a: string, b: string): boolean {
  if (APART.some((words) => words.test(a) !== words.test(b))) return true;
  const ones = membersOf(a), others = membersOf(b);
  return ones.some((one, i) => {
    const other = others[i];
    return one !== undefined && other !== undefined && one !== other && !(one.length > 1 && names(b, i, one)) && !(other.length > 1 && names(a, i, other));
  });
}

/** Whether a text speaks of one member of a set only, and the metric of another one. */
export const CONTRAST = {
  one(text: string, metric: string): boolean {
    const theirs = membersOf(metric), ours = membersOf(text);
    return theirs.some((named, i) => named !== undefined && ours[i] !== undefined && ours[i] !== named && !names(text, i, named));
  },
};
