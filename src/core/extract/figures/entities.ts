/** Whose a figure is: the subject of its clause, of an earlier clause, or the country or place that the document speaks of. */
import type { Span } from '../../text/offsets';
import { ENGLISH_PLACES, PLACE, RANKED_PLACE } from './places';

const NATION = '我国|中国|全国|国家(?![级高重标实科工技])|中华人民共和国';
const HERE = '我市|我省|我区|我县|我校|我院|本市|本省|本区|全市|全省|全区|全县|全州|全校|我公司|本公司|我司|该[省市县区州]';
const SUFFIX = '(?:集团|公司|大学|学院|研究院|研究所|科学院|工程院|银行|联盟|组织|铁路|高铁|走廊|大桥|机场|港口|集群|协会|学会|基金会|中心|实验室|高新区|开发区|示范区|自贸区|自贸港|新区|园区|科技园|委员会|科技部|教育部|财政部|商务部|工信部|统计局|总局|计划|基金委|专项|平台|医院|学校|工厂|电站|项目|工程|班列|高校)';
const LEADS = /^(?:[\s”]|其中|此外|同时|与此同时|目前|当前|截至目前|近年来|另外|而|但|且|并|也|又|据统计|据介绍|数据显示|统计显示|初步核算|初步统计|例如|比如|如|仅|到目前为止|去年|今年|全年|年末|当年|当时|以来|在|[，,：:、]|[^，,。；;]{0,24}(?:显示|表明|指出)[，,])+/;

/** A place with its rank, and what is measured of it. */
const RANKED = new RegExp(`^${RANKED_PLACE}(?=[\\p{Script=Han}“]{2}|[A-Z])`, 'u');

const LIST_AT_HEAD = new RegExp(`^((?:${PLACE})(?:[省市]|自治区)?(?:[、和与](?:${PLACE})(?:[省市]|自治区)?)+)(?:等[^分]{0,4})?(?=[^，,]{0,12}分别)`);
const QUOTED_AT_HEAD = new RegExp(`^[“"「][^”"」]{2,20}[”"」][^，,。\\d]{0,8}?${SUFFIX}`);
const ORGANISATION_AT_HEAD = new RegExp(`^((?:(?![的与])[\\p{Script=Han}A-Za-z·—–]|[“"][^”"]{1,12}[”"]){2,18}?${SUFFIX})(?=[（(]|的|已|共|拥有|有|累计|为|现|建有|建成|培养|发布|在|是|将|中|(?<=计划|专项|基金)(?:[0-9]|$))(?![（(][^）)]*[）)]、)`, 'u');
const OWN_AT_HEAD = new RegExp(`^(?:${NATION})(?![^，,。；;]{0,4}(?:企业|大学|公司)承建)`);
const BUILDS_AT_HEAD = new RegExp(`^(?:${NATION})[\\p{Script=Han}]{0,4}(?:承建|建设|投资|援建)的([\\p{Script=Han}A-Za-z]{2,10}?${SUFFIX})`, 'u');
const HERE_AT_HEAD = new RegExp(`^(?:${HERE})`);
const PLACE_AT_HEAD = new RegExp(`^(?:${PLACE})(?:[省市]|自治区)?(?![—–\\-、])`);

/** 全球汽车销量: the world's; 全球第二, 全球首个 only says among whom. */
const OF_THE_WORLD = /^(?:全球|世界)(?![第最首前领各]|排名|范围)[\p{Script=Han}A-Z&]{0,12}?(?:销量|产量|总量|总额|出货量|规模|人口|经济|贸易额?|GDP|生产总值|增加值|经费|支出|投资|投入|需求|装机容量|排放量?)/u;

/** The named country, place or organisation that a clause begins with; several where they are listed (北京、上海分别…). */
export function subjectsOf(clause: string): string[] {
  const text = clause.replace(/^(?:《[^》]*》(?:显示|指出|表明|提出)?[，,]?|[（(][^）)]*[）)])+/, '').replace(/^(?:(?:截至|截止|到|自|从)?\d{4}年度?(?:\d{1,2}月(?:\d{1,2}日)?)?(?:[上下]半年)?(?:底|末|初)?[，,]?(?:以来|起)?)+/, '')
    .replace(LEADS, '').replace(/^(?:\d{4}年度?(?:底|末)?[，,]?)+/, '');
  const list = LIST_AT_HEAD.exec(text);
  if (list) return (list[1] as string).split(/[、和与]/);
  const quoted = QUOTED_AT_HEAD.exec(text);
  if (quoted) return [quoted[0]];
  const organisation = ORGANISATION_AT_HEAD.exec(text);
  if (organisation && !/^(?:每|我国|中国|全国|国家级|主导|参与|加入|牵头|发起|成立|推进|引进|引导|鼓励|指导|带动|促进|吸引|新增|入选|获批|覆盖|服务|依托|按照|根据|围绕|聚焦|面向|其|该|这|支持|推动|建设|加强|通过|共建|参与|举办|建立|设立|建成|打造|实施|开展|加快|建有|启动|新建|拥有|共有|现有|累计|与|同|向|对|为|把|将|已|在|从|以)/.test(organisation[1] as string) && !/[，,。]/.test(organisation[1] as string)) return [organisation[1] as string];
  const own = OWN_AT_HEAD.exec(text);
  if (own) {
    const named = organisation && /^(?:中国|国家)[\p{Script=Han}]{2,14}(?:公司|大学|科学院|工程院|银行|计划|基金委|集团)$/u.test(organisation[1] as string) ? (organisation[1] as string) : null;
    return [named ?? '中国'];
  }
  const builds = BUILDS_AT_HEAD.exec(text);
  if (builds) return [builds[1] as string];
  const here = HERE_AT_HEAD.exec(text);
  if (here) return [here[0]];
  const place = PLACE_AT_HEAD.exec(text);
  if (place) return /^(?:全球|世界)$/.test(place[0]) ? (OF_THE_WORLD.test(text) ? ['全球'] : []) : [place[0].replace(/(?<=..)[省市]$/, '')];
  const ranked = RANKED.exec(text);
  if (ranked) return [ranked[0].length > 2 ? ranked[0].replace(/(?<=..)(?:自治[区州县]|[市县区州])$/, '') : ranked[0]];
  const letters = /^[A-Z][A-Z-]{1,9}(?=拥有|的|已|共|有|在|中|由|现|覆盖)/.exec(text);
  if (letters && !/^(?:GDP|PCT|SCI|ESI|CPI|PPI|PMI|AI)$/.test(letters[0])) return [letters[0]];
  return [];
}

const LEADS_ENGLISH = /^(?:\s|[A-Z]{3,}[A-Z, ]*(?:,? [A-Z][a-z]{2,8}\.? \d{1,2})?\s*(?:\([^)]*\))?\s*[-–—]+|[Ii]n \d{4},?|[Aa]t present,?|[Cc]urrently,?|[Aa]mong them,?|(?:[Ww]hile|[Bb]ut|[Aa]nd|[Hh]owever,?|[Mm]eanwhile,?)(?=\s)|[Tt]he(?=\s))+/;
const NATION_ENGLISH = /^(?:China|country)(?:'s|’s)?\b/;
const PLACE_ENGLISH = new RegExp(`^(?:${ENGLISH_PLACES})(?:'s|’s|\\b)`);
/** Exceeded Japan's 148 billion, the EU's (EU-27) 263 billion: whose a value is, right before it. */
const OWNS_ENGLISH = new RegExp(`(?<![\\w-])(${ENGLISH_PLACES})(?:'s|’s)\\s*(?:\\([^()]*\\)\\s*)?(?:total of\\s*)?$`);
/** In the United States, …; for the EU, …: the clause is nothing but a place. */
const ALONE_ENGLISH = new RegExp(`^\\s*(?:(?:and|but|while)\\s+)?(?:in|for|across)\\s+(?:${ENGLISH_PLACES})\\s*$`, 'i');
const GIVEN_ENGLISH = new RegExp(`\\b(?:followed by|and in|while in)\\s+(${ENGLISH_PLACES})\\s+(?:with|at)?\\s*$`);
/** Total spending by OECD countries rose, the share in Japan was: whose it is stands before the verb. */
const BEFORE_VERB = new RegExp(`^(?:(?! and )[^,;]){3,80}?\\s(?:in|of|by)\\s+(${ENGLISH_PLACES})(?:\\s+(?:countries|nations|economies))?\\s+(?:was|were|is|are|has|had|rose|fell|grew|increased|decreased|declined|reached|stood|totaled|totalled|amounted|came|remained)\\b`);
/** The ASEAN remains China's largest trading partner: it is China's trade that is spoken of. */
const PARTNER = /^(?:is|was|are|were|remains|remained|became|has become)\s+(?:China|the country)(?:'s|’s)/;
const BEHIND_ENGLISH = new RegExp(`^\\s*(?:in|for)\\s+(${ENGLISH_PLACES})(?![\\w])`);

/** Subject of an English clause; China under its Chinese name, as everywhere in the library. */
export function englishSubjectsOf(clause: string): string[] {
  const given = GIVEN_ENGLISH.exec(clause) ?? OWNS_ENGLISH.exec(clause);
  if (given) return [bare(given[1] as string)];
  const text = clause.replace(LEADS_ENGLISH, '').replace(/^(?:in|for|across) (?=[A-Z])(?!\w+ \d)/i, (m) => (ALONE_ENGLISH.test(clause) ? '' : m));
  if (NATION_ENGLISH.test(text)) return ['中国'];
  const place = PLACE_ENGLISH.exec(text);
  if (place) return PARTNER.test(text.slice(place[0].length).trimStart()) ? ['中国'] : [bare(place[0].replace(/(?:'s|’s)$/, ''))];
  const owner = BEFORE_VERB.exec(text);
  return owner ? [bare(owner[1] as string)] : [];
}

const bare = (name: string): string => (/^China$/.test(name) ? '中国' : name.replace(/^the /, ''));

/** Subjects of clauses before a figure's own: several figures of a sentence look back to the same. */
const whole = new WeakMap<Span, string[]>();

/** The nearest subject for a figure: its own clause, then earlier clauses of the sentence. */
export function nearestSubjects(text: string, clauses: readonly Span[], { start: offset, end }: Span, english: boolean): string[] {
  const at = clauses.findIndex((c) => offset >= c.start && offset < c.end);
  if (english) {
    // 64.3% in the USA: whose it is stands behind it.
    const behind = /(?:%|per ?cent)$/.test(text.slice(offset, end)) ? BEHIND_ENGLISH.exec(text.slice(end, clauses[at]?.end ?? end)) : null;
    if (behind) return [bare(behind[1] as string)];
  }
  for (let i = at; i >= 0; i--) {
    const clause = clauses[i] as Span;
    // Behind a semicolon a new statement begins; its subject is its own.
    if (i < at && /[；;]/.test(text.slice(clause.end, (clauses[i + 1] as Span).start)) && /^\s*\d/.test(text.slice((clauses[i + 1] as Span).start, offset + 1))) return placeAfter(text.slice(offset, (clauses[at] as Span).end));
    let found = i === at ? undefined : whole.get(clause);
    if (!found) {
      const words = text.slice(clause.start, i === at ? offset : clause.end);
      found = english ? englishSubjectsOf(words) : subjectsOf(words);
      if (i !== at) whole.set(clause, found);
    }
    if (found.length > 0) return found;
  }
  // A sentence that opens with its figure has its subject behind it (建成7年来，某铁路…).
  if (at === 0 && offset - (clauses[0]?.start ?? 0) < 6 && clauses[1] && !english) return subjectsOf(text.slice(clauses[1].start, clauses[1].end));
  return [];
}

const PLACE_AFTER = new RegExp(`^\\d[\\d.万亿多余]*[\\p{Script=Han}]{1,2}(${PLACE})`, 'u');

/** The place that names what a figure at the head of its clause counts (4家香港高校…). */
function placeAfter(words: string): string[] {
  const m = PLACE_AFTER.exec(words);
  return m ? [m[1] as string] : [];
}
