/** Units: which words may follow a numeral, what they count, and which of them can be compared with one another. */

export type UnitClass =
  | 'percent' | 'points' | 'money' | 'people' | 'visits' | 'count' | 'duration' | 'rank' | 'times' | 'mass' | 'area' | 'length'
  | 'volume' | 'energy' | 'power' | 'data' | 'other';

const MONEY = ['元/人', '元/吨', '元/平方米', '元/公斤', '美元/桶', '元/千瓦时', '万亿元', '人民币元', '美元', '欧元', '日元', '英镑', '港元', '港币', '澳门元', '新台币', '卢布', '卢比', '韩元', '加元', '澳元', '瑞士法郎', '法郎', '马克', '元人民币', '元'];
const MASS = ['吨标准煤', '吨二氧化碳当量', '吨', '千克', '公斤', '毫克', '微克', '克', '斤', '担', '磅'];
const AREA = ['平方公里', '平方千米', '平方米', '平方厘米', '亩', '公顷'];
const LENGTH = ['车道公里', '公里', '千米', '海里', '英里', '厘米', '毫米', '微米', '纳米', '光年', '米', '英尺'];
const VOLUME = ['立方米', '立方公里', '立方千米', '标准立方米', '升', '毫升', '桶', '加仑'];
const ENERGY = ['吉瓦时', '太瓦时', '千瓦时', '兆瓦时', '度电', '焦耳', '千焦', '大卡', '电子伏特', '电子伏'];
const POWER = ['千瓦', '兆瓦', '吉瓦', '瓦特', '瓦', '马力', '伏', '千伏', '安时', '千伏安'];
const DATA = ['EFLOPS', 'PFLOPS', 'TFLOPS', 'Gbps', 'Mbps', 'TB', 'GB', 'MB', 'PB', 'EB', 'ZB', '比特', '字节', 'GHz', 'MHz', 'Hz', '赫兹'];
const PEOPLE = ['人', '名', '人口', '位', '院士'];
const VISITS = ['人次', '万人次', '人天', '人日', '人年', '人月'];
const DURATION = ['个多月', '周年', '年', '个月', '个季度', '个工作日', '天', '小时', '分钟', '秒', '周', '星期', '日', '课时', '学时'];
const COUNT = [
  '标准箱', '标箱', 'TEU', '艘次', '架次', '车次', '班次', '班列', '件套', '台套', '台（套）', '台(套)', '户次', '例次', '天次', '次/篇', '席', '标准台',
  '个', '家', '所', '项', '件', '篇', '种', '类', '次', '场', '座', '条', '台', '套', '辆', '架', '艘', '颗', '枚', '份', '本', '部', '册',
  '只', '头', '户', '处', '间', '门', '支', '幅', '张', '株', '栋', '列', '班', '层', '例', '宗', '起', '笔', '款', '对', '万户', '国', '村', '县',
  '期', '届', '届次', '批次', '批', '组', '段', '口', '孔', '片', '根', '匹', '羽', '块', '家次', '棵', '尊', '幢', '张床位', '页', '字', '大', '级', '环', '步',
];

const classes = new Map<string, UnitClass>();
function put(list: readonly string[], unitClass: UnitClass): void {
  for (const unit of list) classes.set(unit, unitClass);
}
put(COUNT, 'count'); put(MONEY, 'money'); put(MASS, 'mass'); put(AREA, 'area'); put(LENGTH, 'length'); put(VOLUME, 'volume');
put(ENERGY, 'energy'); put(POWER, 'power'); put(DATA, 'data'); put(PEOPLE, 'people'); put(VISITS, 'visits'); put(DURATION, 'duration');
put(['%', '‰', '成'], 'percent'); put(['百分点', '千分点', '基点', 'percentage points', 'basis points'], 'points'); put(['倍', '番', 'times'], 'times'); put(['rank'], 'rank');
put(['摄氏度', '℃', '度', '岁', '分', '点', '分贝', '微克/立方米', '毫克/升', '克/千瓦时', '公里/小时', '吨/年'], 'other');
put(['yuan', 'renminbi', 'RMB', 'dollars', 'US dollars', 'U.S. dollars', 'euros', 'euro', 'pounds', 'yen', 'Hong Kong dollars', 'rubles', 'rupees'], 'money');
put(['years', 'months', 'days', 'weeks', 'hours', 'minutes', 'seconds', 'decades', 'centuries'], 'duration');
put(['tonnes', 'tons', 'kilograms', 'kg', 'metric tons'], 'mass'); put(['kilometers', 'kilometres', 'km', 'meters', 'metres', 'miles', 'nanometers', 'nm'], 'length');
put(['hectares', 'mu', 'square kilometers', 'square kilometres', 'square meters', 'square metres', 'acres'], 'area');
put(['people', 'persons', 'students', 'scientists', 'researchers', 'residents', 'workers', 'visitors', 'talents', 'personnel'], 'people');
put(['person-times', 'visits', 'trips', 'person times'], 'visits');
put(['kilowatt-hours', 'kWh', 'MWh', 'GWh', 'TWh'], 'energy'); put(['kilowatts', 'megawatts', 'gigawatts', 'kW', 'MW', 'GW'], 'power');
put(['cubic meters', 'cubic metres', 'barrels', 'liters', 'litres'], 'volume');

const escape = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
const longestFirst = (list: readonly string[]): string => [...list].sort((a, b) => b.length - a.length).map(escape).join('|');

/** Source text of a pattern for a unit after a Chinese numeral. */
export const CHINESE_UNITS = `(?:${longestFirst(['微克/立方米', '毫克/升', '克/千瓦时', '公里/小时', ...MONEY, ...MASS, ...AREA, ...LENGTH, ...VOLUME, ...ENERGY, ...POWER, ...DATA,
  ...PEOPLE, ...VISITS, ...DURATION, ...COUNT, '摄氏度', '℃', '度', '岁', '分', '分贝', '倍'])})`;

/** Source text of a pattern for a measure after an English numeral. */
export const ENGLISH_UNITS = `(?:${longestFirst(['yuan', 'renminbi', 'RMB', 'US dollars', 'U.S. dollars', 'Hong Kong dollars', 'dollars', 'euros', 'euro', 'pounds', 'yen', 'rubles',
  'years', 'months', 'days', 'weeks', 'hours', 'minutes', 'seconds', 'decades', 'metric tons', 'tonnes', 'tons', 'kilograms', 'kg', 'kilometers', 'kilometres', 'km', 'meters', 'metres', 'miles',
  'nanometers', 'nm', 'hectares', 'mu', 'square kilometers', 'square kilometres', 'square meters', 'square metres', 'acres', 'person-times', 'person times', 'kilowatt-hours', 'kWh', 'MWh', 'GWh', 'TWh',
  'kilowatts', 'megawatts', 'gigawatts', 'kW', 'MW', 'GW', 'cubic meters', 'cubic metres', 'barrels', 'times'])})(?![A-Za-z])`;

/** Same measure under different names and in either language. */
const SAME: Readonly<Record<string, string>> = {
  yuan: '元', renminbi: '元', RMB: '元', 人民币元: '元', 元人民币: '元', 'US dollars': '美元', 'U.S. dollars': '美元', dollars: '美元', euros: '欧元', euro: '欧元', pounds: '英镑', yen: '日元',
  'percentage points': '百分点', 'basis points': '基点', years: '年', 周年: '年', months: '个月', days: '天', 日: '天', tonnes: '吨', tons: '吨', 'metric tons': '吨', kilometers: '公里', kilometres: '公里', km: '公里', 千米: '公里',
  meters: '米', metres: '米', hectares: '公顷', mu: '亩', 平方千米: '平方公里', 'square kilometers': '平方公里', 'square kilometres': '平方公里', rank: '位', 公斤: '千克', kg: '千克', kilograms: '千克',
  'person-times': '人次', 'person times': '人次', visits: '人次', trips: '人次', times: '倍', kWh: '千瓦时', 'kilowatt-hours': '千瓦时', kW: '千瓦', kilowatts: '千瓦', percent: '%',
};

/** The unit under one name in Chinese; classifiers that only count are one: 个. */
export function commonUnit(unit: string | null): string {
  if (unit === null) return '个';
  const unitClass = unitClassOf(unit);
  if (unitClass === 'count') return '个';
  if (unitClass === 'people') return '人';
  return SAME[unit] ?? unit;
}

/** What a unit measures. Null (a bare number) counts. */
export function unitClassOf(unit: string | null): UnitClass {
  return unit === null ? 'count' : classes.get(unit) ?? 'count';
}

/** Whether figures in the two units can be set side by side: the same measure, or both plain counts (家, 个, 所, 名). */
export function comparableUnits(a: string | null, b: string | null): boolean {
  const one = commonUnit(a), other = commonUnit(b);
  return one === other || (/^[个人]$/.test(one) && /^[个人]$/.test(other));
}

/** What a figure measures by its unit and its words: 第2位 is a place in an order, 12位专家 are people. */
export function classOf(figure: { readonly unit: string | null; readonly raw: string }): UnitClass {
  if (figure.unit === 'rank' || (figure.unit === '位' && /^(?:第|首|榜|之首|前)/.test(figure.raw))) return 'rank';
  return unitClassOf(figure.unit);
}

/** Whether two figures can be set side by side by their units. */
export function sideBySide(a: { readonly unit: string | null; readonly raw: string }, b: { readonly unit: string | null; readonly raw: string }): boolean {
  const one = classOf(a), other = classOf(b);
  if (one === 'rank' || other === 'rank') return one === other;
  return comparableUnits(a.unit, b.unit);
}
