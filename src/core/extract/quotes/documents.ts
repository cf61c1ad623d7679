/** Documents, meetings and institutions that speak: 党的二十大报告, “十四五”规划, 《……》, 中央经济工作会议, 外交部. */
import { CLAUSE_OPENING } from './words';

const NUMERAL = '[一二三四五六七八九十百〇零两\\d]';
/** What a name may hold besides Chinese characters: marks around a term in it, figures, joins. */
const NAME = '[\\p{Script=Han}“”‘’「」\\dA-Z·—-]';

export const DOCUMENT_HEAD =
  '(?:远景目标纲要|规划纲要|五年规划|专项规划|发展规划|规划|纲要|政府工作报告|工作报告|研究报告|报告|决定|决议|指导意见|实施意见|意见|公报|联合声明|声明|宣言|白皮书|蓝皮书|倡议书|倡议|章程|党章|宪章|宪法|条例|办法|通知|行动计划|行动方案|实施方案|方案|一号文件|文件|建议|公约|协定|草案|社论|评论员文章|法|要点|准则|规定|行动纲领|纲领|贺信|批示|综述|议程)';
export const MEETING_HEAD = '(?:座谈会|茶话会|研讨会|交流会|发布会|代表大会|院士大会|表彰大会|庆祝大会|纪念大会|动员大会|大会|常务会议|工作会议|全体会议|联席会议|会议|论坛|峰会|中全会|全会|集体学习|理事会|年会|首脑会晤|领导人会晤|外长会|博览会|两会)';
const INSTITUTION_HEAD =
  '(?:部|委|委员会|委办|办公厅|办公室|国务院|政府|党委|党组|人大|政协|法院|检察院|科学院|工程院|社科院|研究院|研究所|大学|学院|中心|协会|学会|联合会|工商联|公司|集团|银行|央行|基金会|组织|联合国|欧盟|东盟|非盟|科协|外交部|商务部|科技部|局|署|总局|总署|智库|联盟|秘书处|理事会|大使馆|使馆|通讯社|日报|时报|周刊|杂志|编辑部|白宫|国务院新闻办|新华社|中央军委|中央纪委|发言人|政治局)';

export type NamedKind = 'document' | 'meeting' | 'institution';
export interface Named {
  readonly start: number;
  readonly end: number;
  readonly kind: NamedKind;
  readonly name: string;
}

const TITLE_PHRASE = /(?:(?:党的|中共)?[一二三四五六七八九十]+届[一二三四五六七八九十]+中全会(?:审议)?(?:通过的)?)?《[^《》]{1,80}(?:《[^》]*》[^《》]*)?》(?:（[^（）]{1,20}）)?(?:白皮书|报告|决定|一文|(?:本报|特约)?评论员文章|社论|署名文章)?/gu;
const PARTY_PHRASE = new RegExp(`(?:(?:在)?(?:党的|中共|(?:\\p{Script=Han}{2,3})?(?:省委|市委|区委|县委)))?(?:第?${NUMERAL}+届(?:中央(?:委员会|纪委))?第?${NUMERAL}+次?(?:中全会|全会|全体会议)|(?:党的|中共)(?:一|二|三|四|五|六|七|八|九|十)+大)(?:(?:工作)?报告|公报|《?决定》?)?(?!以来|之后|后|前|以前|之前|召开|闭幕|精神|胜利|代表|主席团)`, 'gu');
const DOCUMENT = new RegExp(`^(${NAME}{0,36}?)(${DOCUMENT_HEAD})(?![\\p{Script=Han}]{0,2}(?:家|程|会议|中心|办公|制度|工作|性|院|局|组织|师|规))`, 'u');
const MEETING = new RegExp(`^(${NAME}{0,36}?)(${MEETING_HEAD})(?!堂|员|主席|秘书|主任|厅|场|室|中心|通讯)`, 'u');
const INSTITUTION = new RegExp(`^([\\p{Script=Han}A-Z·]{0,24}?)(${INSTITUTION_HEAD})(?=$|[，：:,“"《（(\\d]|在|就|对|近日|日前|今|昨|的|表示|指出|强调|提出|认为|要求|明确|曾|还|也|多次|再次|发布|发表|印发|宣布|回应|呼吁|有关负责人|负责人|相关|称|说)`, 'u');

/** 多个文件, 有关会议: nothing is named. */
const INDEFINITE = /^(?:[一二两三四五六七八九十几多数\d]+[个次项份场部家]|多|一系列|系列|有关|相关|各|这些|那些|许多|不少|一些|某|每|历次|这次|此次|本次|该|这一|此|当天|上述|以上|新格局)|格局$|布局$|结局$|大局$|全局$|部署$/;

const HEADS = new RegExp(`${DOCUMENT_HEAD}|${MEETING_HEAD}|${INSTITUTION_HEAD}`, 'g');

/** Named documents, meetings and institutions that begin at the offset or, for titles in 《》 and party congresses, anywhere. */
export function findNamed(text: string, leadEnd: number): Named[] {
  const found: Named[] = [];
  for (const m of text.matchAll(TITLE_PHRASE)) found.push({ start: m.index, end: m.index + m[0].length, kind: 'document', name: m[0] });
  for (const m of text.matchAll(PARTY_PHRASE)) {
    // 党的十九届五中全会通过的“十四五”规划建议: the paper speaks.
    const passed = /^(?:审议)?通过的/.exec(text.slice(m.index + m[0].length));
    const paper = passed && longest(text.slice(m.index + m[0].length + passed[0].length), DOCUMENT);
    if (passed && paper) {
      const start = m.index + m[0].length + passed[0].length;
      found.push({ start, end: start + paper.length, kind: 'document', name: paper });
      continue;
    }
    found.push({ start: m.index, end: m.index + m[0].length, kind: /报告|公报|决定/.test(m[0]) ? 'document' : 'meeting', name: m[0].replace(/^在/, '') });
  }
  const rest = text.slice(leadEnd);
  const wordy = /(?:发布(?!会)|印发|公布|发表|[是有了着把被将使让要能会可应]|推进|加快|推动|坚持|认为|指出|强调|通过[^的]*$|.在|根据|按照|围绕|我们|他|她)/;
  for (const [kind, pattern] of [['document', DOCUMENT], ['meeting', MEETING], ['institution', INSTITUTION]] as const) {
    const m = longest(rest, pattern);
    if (!m || wordy.test(bareOf(m)) || INDEFINITE.test(m) || CLAUSE_OPENING.test(m.replace(/^(?:中国|世界|科学|人民|合作|改革)/, '国'))) continue;
    if (found.some((f) => f.start < leadEnd + m.length && leadEnd < f.end && f.end >= leadEnd + m.length)) continue;
    found.push({ start: leadEnd, end: leadEnd + m.length, kind, name: m });
  }
  // A title that a longer find ends with goes into it: 党的十九届五中全会 + 《……建议》.
  return found.filter((f) => !found.some((o) => o !== f && o.start <= f.start && o.end >= f.end && o.end - o.start > f.end - f.start)).sort((a, b) => a.start - b.start);
}

/** A name without the terms in it, what published it, and its heads: what is left must not be a clause. */
function bareOf(name: string): string {
  return name.replace(/“[^”]*”/g, '').replace(/^.*(?:发布|印发|公布|发表)的/, '').replace(HEADS, '').replace(/\p{Script=Han}会(?=$|和|暨|第)/gu, '');
}

/** The longest name from the start of a text that ends with one of the heads: 规划 goes on to 规划和2035年远景目标纲要. */
function longest(text: string, pattern: RegExp): string | null {
  const first = pattern.exec(text);
  if (!first || (first[1] ?? '').length + (first[2] ?? '').length < 2) return null;
  let name = first[0];
  const more = /^(?:和|与|及|暨)/.exec(text.slice(name.length));
  if (more) {
    const next = pattern.exec(text.slice(name.length + more[0].length));
    if (next && (next[1] ?? '').length > 0 && (next[1] ?? '').length <= 16) name += more[0] + next[0];
  } else {
    const next = pattern.exec(text.slice(name.length));
    if (next && (next[1] ?? '').length === 0) name += next[0];
  }
  return (first[1] ?? '') === '' && name === first[0] && BARE.test(name) && !/^(?:政府工作报告|一号文件|宪法|党章)$/.test(name) ? null : name;
}

/** A bare head (会议, 报告, 部) names nothing by itself. */
const BARE = new RegExp(`^(?:${DOCUMENT_HEAD}|${MEETING_HEAD}|部|委|局|署|中心|公司|集团|大学|学院|组织|协会|办公室|银行|联盟|发言人|政府|党委|党组)$`);

/** 会议强调, 报告提出, 全会认为, 他说: a subject that only what stands before can name. */
export const BARE_SUBJECT =
  /^(?:[他她](?!们|人|者|乡|国)|总书记|我(?=曾|多次|说|讲|就|也|还|一再|反复|在|强调|指出|提出|常说)|(?:这次|此次|本次|该|这份|这一|本|上述|这部|这封)?(?:会议|全会|大会|座谈会|论坛|峰会|报告|决定|决议|纲要|规划|意见|通知|公报|文件|方案|宣言|声明|白皮书|社论|贺信|回信|倡议|条例|建议|讲话|文章)(?=$|还|也|又|并|再次|多次|明确|强调|指出|提出|要求|认为|表示|说|称|进一步|特别|同时|首次|在|对|写道|就|曾|，))/;
