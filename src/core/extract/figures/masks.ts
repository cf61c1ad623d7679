/** Places of a text whose numerals are not figures: dates, titles, names, references, numbering, codes. */
import type { Span } from '../../text/offsets';

const CN = '[零〇一二两三四五六七八九十]';
/** Each with a sign that no match can do without: most paragraphs need few of the patterns. */
const CHINESE_PATTERNS: readonly (readonly [sign: RegExp, pattern: RegExp])[] = [
  [/《/, /《[^《》]{1,80}》/g],
  // Dates, years, spans of years, times of day, centuries, parts of a year.
  [/年/, /(?<!\d)(?:1[5-9]|20|21)\d{2}\s*(?:[—–\-~～至到]{1,2}\s*(?:1[5-9]|20|21)\d{2}\s*)?(?:年度?|财年|学年)(?!来|以上|以下)(?:\s*\d{1,2}\s*(?:[—–\-~～至到、]{1,2}\s*\d{1,2}\s*)?月(?:份|底|末|初)?(?:\s*\d{1,2}\s*[日号])?)?/g],
  [/年/, /[一二][〇零○一二三四五六七八九]{3}年(?:[一二三四五六七八九十]{1,2}月(?:[一二三四五六七八九十]{1,3}日)?)?/g],
  [/月/, /(?<![\d.])\d{1,2}\s*[—–\-~～至到]?\s*\d{0,2}月(?:份|底|末|初|中旬|上旬|下旬)?(?:\s*\d{1,2}\s*(?:[—–\-~～至到]\s*\d{1,2}\s*)?[日号])?(?!球|亮)/g],
  [/[日号]/, /(?<![\d.])\d{1,2}[日号](?:起|晚|上午|下午|凌晨|电|讯|在|召开|举行|发布|，|,|。|、|晚间|当天)/g],
  [/\d[-./]\d/, /(?<!\d)(?:1[5-9]|20|21)\d{2}[-./]\d{1,2}[-./]\d{1,2}/g],
  [/\d[:：]\d/, /(?<!\d)\d{1,2}[:：]\d{2}(?::\d{2})?(?!\d)/g],
  [/世纪|年代/, /\d{1,2}(?:世纪|年代)|[一二三四五六七八九十]+世纪(?:[一二三四五六七八九]十年代)?|[一二三四五六七八九]十年代/g],
  [/半年|季度|月/, /[上下]半年|第?[一二三四1-4]、?[一二三四1-4]?季度|前[一二三1-3]个?季度|[一二三四五六七八九十]+月份?/g],
  [/星期|周|礼拜/, /(?:星期|周|礼拜)[一二三四五六日]/g],
  // Congresses, plans, ordinals that name.
  [/五/, /[“"]?[一二三四五六七八九十]+[五][”"]?(?=规划|时期|期间|计划|以来|末|开局|收官|[”"])/g],
  [/[大届]/, new RegExp(`(?:十[一二三四五六七八九]|二十|${CN})(?:大(?=报告|以来|精神|代表|召开|提出|之后|闭幕|[，,。;；、以])|届[一二三四五六七八九十]*[中次]?全会?)`, 'g')],
  [/第/, new RegExp(`第(?:\\d+|${CN}+)(?=届|次|条|款|章|节|期|轮|批|代|个|产业|方面|步|卷|号|页|版|稿|部分|编|集|辑|回|天|年|季|条例|课|阶段|时间|生产力|动力|要务|资源|责任|站|线|手|梯队|书记|三方|三者|三国|一百|百年)`, 'g')],
  [/[〔[【(（]/, /[〔\[【(（]\s*(?:19|20)\d{2}\s*[〕\]】)）]\s*\d*\s*号?/g],
  [/\[/, /\[\s*\d+(?:\s*[-–—,，、]\s*\d+)*\s*\]/g],
  [/附|专栏|第|[（(]\d/, /(?:附件|附录|附表|专栏|第)\s*\d+(?:[.\-–]\d+)*|(?<=[（(])\d+(?=[）)])/g],
  // 图3, 表2, 例1; not 发表49.59万篇, 比例83.00%.
  [/[图表式注例卷]/, /(?<![代发仪列地版试意企关比案病事方模形格公正样惯问])[图表式注例卷]\s*\d{1,3}(?!\d)(?:[.\-–]\d+)*(?![\d.]*\s*(?:[%‰万亿个家人项名件篇]|所(?!示)))/g],
  // Years of the calendar of 1911: 114年12月, 民国113年, 一一四年.
  [/年/, /民国\s*\d{1,3}\s*年|(?<![\d.])1[01]\d\s*年(?=度|底|[上下]半年|第[一二三四]季|全年|\s*\d{1,2}\s*月)|(?<![一二三四五六七八九〇○零十百千万])一[一〇○零][〇○零一二三四五六七八九]年/g],
  [/doi|http|www|@/i, /doi[:：]?\s*\S+|https?:\/\/\S+|www\.\S+|[\w.]+@[\w.]+/gi],
  [/ISBN|ISSN|CN/, /\b(?:ISBN|ISSN|CN)[\s:：]*[\dX-]+/g],
  [/电话|传真|Tel|邮|QQ|热线/i, /(?:电话|传真|Tel|邮编|邮政编码|QQ|热线)[:：]?\s*[\d\s+()（）-]{5,}/gi],
  [/\d-\d{7}|\+\d/, /\d{3,4}-\d{7,8}|\+\d{2,3}[\d\s-]{6,}/g],
  [/\d\s*[（(]\d/, /\d+\s*[（(]\d+[）)]\s*[:：]\s*\d+(?:[-–]\d+)?/g],
  [/[A-Za-z]/, /(?<![A-Za-z])(?!(?:GDP|GNP|GNI|CPI|PPI|PMI|R&D)\d)[A-Za-z][A-Za-z&]*[-–.]?\d+(?:[.\-]\d+)*[A-Za-z]*(?:\+\d+)*/g],
  [/\d[A-Za-z]/, /\d+[A-Za-z]{1,2}(?![A-Za-z])(?<!\d(?:TB|GB|MB|PB|EB|ZB|kW|kV|km|MW|GW|nm|Hz|mm|cm|kg|K|M))/g],
  [/\+/, /(?<![\d.])\d+\+(?:\d+|[NnXx])(?:\+(?:\d+|[NnXx]))*(?![\d.%])/g],
  [/航班|车次|[京沪]|编号|代码|邮编|公告|令/, /(?:航班|车次|京|沪|编号|代码|邮编|公告|令)第?\s*[A-Z]*\d+号?/g],
  // Measures that are part of an instrument's or a facility's name.
  [/[米级]/, /\d+米(?:口径|长|级)?(?=球面|射电|口径)|\d+(?:公里|千瓦|兆瓦|吨)级/g],
  // 10多年前, 过去6年之和, 40多年增长了; anniversaries; the ages of a group of people.
  [/年/, /(?<![\d.])(?:\d{1,3}|[一二三四五六七八九十]+)多?年(?=前(?![沿景往])|(?:来|间)?(?:累计)?(?:增长|增加|提高|提升|扩大|下降|减少|翻))|(?:过去|此前)(?:\d{1,2}|[一二三四五六七八九十]+)年(?=之和|的总和|总和)/g],
  [/周年/, /\d+周年|[一二三四五六七八九十百]+周年/g],
  [/岁/, /\d{1,3}(?:\s*岁)?(?:\s*[—–\-~～至到]{1,2}\s*\d{1,3})?\s*(?:周岁|岁)(?:及?以[上下])?(?=[的\s]?(?:[\p{Script=Han}]{0,4}(?:人口|人群|老年人|老人|儿童|女性|男性|妇女|青年|青少年|城镇|农村|居民|劳动力|就业|职工|组|年龄段)))/gu],
  // 24小时服务, 7×24小时, one-stop words.
  [/[×xX*]|小时|天/, /\d+[×xX*]\d+(?:小时)?|24小时(?=服务|值班|在线|不间断)|365天/g],
];

/** Fixed phrases of numerals that count nothing. */
const PHRASES = new RegExp([
  '百年(?:未有|变局|大党|党史|奋斗|目标|未遇|不遇|老|名)?', '千年', '万年', '千方百计', '千家万户', '千千万万', '万众', '万物', '万里', '万水千山', '百花', '百家', '百姓', '百计', '千秋', '万象', '一万年',
  '三农', '五位一体', '四个全面', '两个(?:维护|确立|结合|务必|大局|先行|毫不动摇|百年|一百年|阶段|文明)', '四个(?:意识|自信|面向|伟大|革命|服务)', '三个(?:代表|务必|面向)', '[三四五六七八九]个方面', '三大(?:攻坚战|产业)',
  '一带一路', '一体化', '二十国集团', '七国集团', '二十四节气', '三中全会', '四中全会', '五年规划', '五年计划', '十四五', '十三五', '十五五', '十二五', '一国两制', '三权', '五险一金', '六稳', '六保', '三江', '三峡', '三亚', '九州', '四川', '五一', '十一', '六一', '八一', '三八', '七一', '二战', '一战',
  '百强', '500强', '100强', '千强', '万强', '百城', '双一流', '一流', '二手', '一次性', '三角', '长三角', '珠三角', '四季', '五星', '三维', '二维', '二氧化', '一氧化', '四处', '四面', '三方(?!面)', '两院', '两会', '两国', '两岸', '两地', '两国', '双多边',
  '十分', '万一', '一定', '统一', '唯一', '第一(?:时间|动力|生产力|资源|要务|责任|书记|线|步|个|次|批|届|代|款|条)', '(?<!分)之一', '一些', '一切', '一般', '一起', '一直', '一系列', '一方面', '一面', '一旦', '一批', '一大批', '一类', '一样', '一律', '一致', '一季', '进一步', '又一', '每一', '同一', '任一',
].join('|'), 'g');

const ENGLISH_PATTERNS: readonly RegExp[] = [
  /\b(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.?\s+\d{1,2}(?:st|nd|rd|th)?(?:,?\s+\d{4})?/g,
  /\b\d{1,2}(?:st|nd|rd|th)?\s+(?:of\s+)?(?:January|February|March|April|May|June|July|August|September|October|November|December)(?:,?\s+\d{4})?/g,
  /\b(?:1[5-9]|20|21)\d{2}(?:\s*[-–—]\s*(?:(?:1[5-9]|20|21)\d{2}|\d{2}))?(?![\d,.]*\d)(?!\s*(?:million|billion|trillion|yuan|percent|%|people|tonnes|tons))/g,
  /\b\d{1,2}(?:st|nd|rd|th)\s+(?:century|centuries|anniversary|National|Central|CPC|Plenary|Party|session|Session|Five-Year|Congress|meeting|Meeting|edition|round)/gi,
  /\b(?:the\s+)?(?:first|second|third|fourth|fifth)\s+(?:time|half|quarter|session|plenary|phase|stage|batch|step|round|Belt|edition|day|generation|world|class)/gi,
  /\bfirst\s+(?:\w+)\s+(?:months|quarters)\b/gi,
  /\b\d{1,2}:\d{2}\b/g,
  /\b(?:Article|Articles|Section|Chapter|Figure|Fig\.|Table|Vol\.|No\.|Issue|Page|pp?\.|Part|Box|Annex|Phase|Room|Tel|Rule|Goal|SDG)\s*:?\s*\d[\d.\-–]*/gi,
  /\bdoi:?\s*\S+|https?:\/\/\S+|www\.\S+|[\w.]+@[\w.]+/gi,
  /\[\s*\d+(?:\s*[-–,]\s*\d+)*\s*\]|\(\d{1,3}\)/g,
  /\b(?!(?:RMB|CNY|USD|EUR|HKD|US|HK)\d)[A-Za-z]+[-–]?\d+(?:[.\-]\d+)*[A-Za-z]*/g,
  /\b\d+[A-Z]\b|\b\d+-(?:year-old|member|nation|point|page|meter|metre|day|kilometer|kilometre|story)\b/g,
  /\+\d{2,3}[\d\s-]{6,}/g,
  // What stands behind per is the denominator.
  /\b(?:per|every)\s+\d[\d,]*(?:\s+(?:thousand|million))?\b/g,
];

/** Spans without figures in a normalised text, merged and in order. */
export function masks(text: string, english: boolean): Span[] {
  const spans: Span[] = [];
  const add = (patterns: readonly RegExp[]): void => {
    for (const pattern of patterns) for (const m of text.matchAll(pattern)) spans.push({ start: m.index, end: m.index + m[0].length });
  };
  if (english) add(ENGLISH_PATTERNS);
  else {
    add(CHINESE_PATTERNS.filter(([sign]) => sign.test(text)).map(([, pattern]) => pattern));
    add([PHRASES]);
    // Short words in quotation marks are names and slogans, unless a measure stands in them.
    for (const m of text.matchAll(/[“「『"]([^“”「」『』"]{1,10})[”」』"]/g)) {
      if (!/%|元|百分|人次/.test(m[1] as string)) spans.push({ start: m.index, end: m.index + m[0].length });
    }
  }
  // Numbering at the start of the text.
  const number = /^\s*(?:[（(]?(?:\d{1,2}(?:\.\d{1,2})*|[一二三四五六七八九十]{1,3})[)）.、．]+(?!\d)|\d{1,2}(?:\.\d{1,2})+\s+(?![万亿%个])|\d{1,2}\s+(?=[\p{Script=Han}A-Z]))/u.exec(text);
  if (number) spans.push({ start: number.index, end: number.index + number[0].length });
  spans.sort((a, b) => a.start - b.start);
  const merged: { start: number; end: number }[] = [];
  for (const span of spans) {
    const last = merged.at(-1);
    if (last && span.start <= last.end) last.end = Math.max(last.end, span.end); else merged.push({ ...span });
  }
  return merged;
}

/** Whether a span touches one of the masks. */
export function masked(list: readonly Span[], span: Span): boolean {
  let low = 0, high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((list[middle] as Span).end <= span.start) low = middle + 1; else high = middle;
  }
  const found = list[low];
  return found !== undefined && found.start < span.end;
}
