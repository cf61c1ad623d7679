/** What is measured, across languages: English indicators in the words of Chinese sources. */
import { figuresOfText, NO_CONTEXT } from '../../extract/figures/figuresOfText';
import type { Figure } from '../../library/types';

/** Usual indicators of statistics, longest first; each English wording with the Chinese one. */
const INDICATORS: readonly (readonly [RegExp, string])[] = ([
  ['(?:total )?value added of (?:the )?primary industry', '第一产业增加值'], ['(?:total )?value added of (?:the )?secondary industry', '第二产业增加值'], ['(?:total )?value added of (?:the )?tertiary industry', '第三产业增加值'],
  ['per capita gross domestic product|per capita gdp|gdp per capita', '人均国内生产总值'], ['gross domestic product(?: \\(gdp\\))?|gdp', '国内生产总值'],
  ['per capita disposable income(?: of (?:residents|urban and rural residents))?', '居民人均可支配收入'], ['disposable income', '可支配收入'],
  ['value[- ]added industrial output|industrial value[- ]added|industrial added value|industrial (?:output|production)', '工业增加值'], ['(?:total )?retail sales(?: of consumer goods)?', '社会消费品零售总额'], ['fixed[- ]asset investment|investment in fixed assets', '固定资产投资'],
  ['consumer price index(?: \\(cpi\\))?|consumer prices|cpi', '居民消费价格'], ['producer price index|ppi', '工业生产者出厂价格'],
  ['(?:total )?(?:value of )?(?:goods )?imports and exports(?: of goods)?|(?:total )?import and export (?:volume|value)(?: of goods)?|(?:total )?(?:foreign|goods) trade(?: volume| value)?|trade in goods|imported and exported', '货物进出口总额'],
  ['trade surplus', '贸易顺差'], ['bilateral trade', '双边贸易'], ['general trade', '一般贸易'], ['trade with', '贸易'], ['exports?|exported', '出口'], ['imports?|imported', '进口'],
  ['foreign exchange reserves', '外汇储备'], ['(?:real estate|property)(?: development)? investment|investment in real estate(?: development)?', '房地产开发投资'], ['(?:electricity|power) consumption', '用电量'], ['tourism revenue', '旅游收入'],
  ['per capita consumption (?:expenditure|spending)', '居民人均消费支出'], ['urbanization rate', '城镇化率'], ['life expectancy', '预期寿命'],
  ['private (?:enterprises|companies|firms)', '民营企业'], ['state-owned (?:enterprises|companies)', '国有企业'], ['foreign-(?:funded|invested) (?:enterprises|companies)', '外商投资企业'],
  ['european union|eu', '欧盟'], ['asean', '东盟'], ['united states|u\\.s\\.|usa|us', '美国'], ['belt and road(?: initiative)?', '一带一路'],
  ['mechanical and electrical products', '机电产品'], ['electric (?:vehicles|cars)', '电动汽车'], ['lithium(?:-ion)? batteries', '锂电池'], ['(?:photovoltaic|solar) (?:products|cells|modules)', '光伏产品'], ['integrated circuits', '集成电路'],
  ['(?:newly (?:created|added) |new )urban jobs', '城镇新增就业'], ['surveyed urban (?:unemployment|jobless) rate', '城镇调查失业率'], ['urban (?:unemployment|jobless) rate', '城镇失业率'], ['grain output|grain harvest', '粮食产量'],
  ['research and development \\(r&d\\)|research and development|r&d', '研发'], ['basic research', '基础研究'], ['applied research', '应用研究'], ['experimental development', '试验发展'],
  ['highly cited papers?', '高被引论文'], ['international co-?authored papers', '国际合著论文'], ['papers', '论文'], ['invention patents?', '发明专利'], ['patent applications', '专利申请量'], ['patents granted', '专利授权量'], ['technology contracts?', '技术合同'],
  ['high-tech enterprises|high and new technology enterprises', '高新技术企业'], ['high-tech manufacturing', '高技术制造业'], ['new energy vehicles?(?: \\(nevs?\\))?|nevs', '新能源汽车'],
  ['high-speed (?:rail(?:ways?)?)(?: network| lines?)?', '高铁'], ['total railway (?:line )?mileage|railway mileage', '铁路营业总里程'], ['expressways?', '高速公路'], ['railways?', '铁路'],
  ['kindergartens?', '幼儿园'], ['primary schools?', '小学'], ['students', '学生'], ['teachers', '教师'], ['joint laborator(?:y|ies)', '联合实验室'], ['technology transfer', '技术转移'],
  ['science and technology|sci-tech', '科技'], ['agreements?', '协定'], ['countries and regions', '国家和地区'], ['countries', '国家'], ['projects?', '项目'], ['enterprises?|companies', '企业'],
  ['intensity', '强度'], ['expenditures?|spending|spent|funding|investment|invested|outlays?|funds', '经费'], ['revenue', '收入'], ['output', '产量'], ['mileage|length', '里程'], ['population', '人口'],
  ['proportion|share|percentage|ratio|accounted for|accounting for|accounts for', '占比例'], ['growth|grew|increased?|rose|risen|up|expanded|jumped|climbed|surged|soared|gained', '增长'], ['decreased?|fell|fallen|declined?|down|dropped|slipped|dipped|shrank|contracted', '下降'],
] as const).map(([english, chinese]) => [new RegExp(`\\b(?:${english})(?![A-Za-z])`, 'gi'), chinese] as const);

/** Words that do not narrow an indicator. */
const PLAIN = /\b(?:the|a|an|of|in|on|for|to|and|or|by|with|at|from|as|its|their|is|was|were|are|be|been|has|have|had|china|china's|country|country's|national|nation|nation's|nationwide|chinese|total|whole|overall|annual|number|amount|value|reached|hit|stood|amounted|totaled|totalled|came|more|than|over|about|around|nearly|year|years|end|full|yuan|percent|that|it|which|worth|goods|real terms|slightly)\b/gi;

/** An English indicator in Chinese words, and whether every word that narrows it was known; null where none was. */
export function inChinese(words: string): { readonly text: string; readonly whole: boolean } | null {
  const found: { at: number; text: string }[] = [];
  let rest = words;
  for (const [pattern, chinese] of INDICATORS) {
    rest = rest.replace(pattern, (m: string, at: number) => { found.push({ at, text: chinese }); return ' '.repeat(m.length); });
  }
  if (found.length === 0) return null;
  const order = found.sort((a, b) => a.at - b.at).map((f) => f.text);
  // Spending on basic research: in Chinese the thing comes before what is done with it.
  const late = order.filter((w) => /^(?:强度|经费|收入|产量|里程|占比例|增长|下降)$/.test(w)), early = order.filter((w) => !late.includes(w));
  const unknown = rest.replace(PLAIN, ' ').replace(/(?:19|20)\d{2}|'s\b/g, ' ').match(/[A-Za-z]{3,}/g) ?? [];
  return { text: [...early, ...late].join(''), whole: unknown.length === 0 };
}

/** What a figure measures in the words of its own language: an English figure of a bilingual page may carry the Chinese wording. */
export function ownWords(figure: Figure): string | null {
  if (figure.metric === null || !/\p{Script=Han}/u.test(figure.metric) || /\p{Script=Han}/u.test(figure.context)) return figure.metric;
  const same = figuresOfText(figure.context, 'en', NO_CONTEXT).find((f) => String(f.value) === String(figure.value) && f.unit === figure.unit);
  return same?.metric ?? figure.metric;
}
