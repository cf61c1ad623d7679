/** What a source says that a term is, comprises, stands for or is for. A definition is always a slice of a source. */
import type { DefinitionKind } from '../../library/types';
import { sentences } from '../../text/sentences';
import type { Span } from '../../text/offsets';
import { judgeEnglish } from './englishDefinitions';
import { headOf } from './heads';
import type { Judged, Unit } from './types';

/** A place where a term stands, with what is needed to judge it. Offsets in the unit's text. */
export interface Occurrence extends Span {
  readonly unit: Unit;
  readonly sentence: Span;
  /** Whether it stands inside a longer term. */
  readonly nested: boolean;
}

export interface Definition {
  readonly kind: DefinitionKind;
  readonly weight: number;
  readonly unit: Unit;
  readonly span: Span;
}

const CLOSE = '[”"’」』》]?(?:[（(][^（）()]{1,60}[）)])?[”"’」』》]?';
const IS = new RegExp(`^${CLOSE}(?:[和与及、]“[^“”]{2,12}”|[与和][\\u4e00-\\u9fff]{2}(?=[，,]?是))?(?:的提出|的建设|的实施|的程度|程度|工作|建设|时期|理念|思想|精神|体系|机制|工程|行动|模式|倡议|战略|计划|部分|这一\\S{2,6}|等)?\\s*[,，]?\\s*(?:应该|应当|应|才|确实|可以说|既|就|也|都|不仅|正|则|已|始终|更|仍|同样|本身|从来|归根结底)?(?:是(?!否|要|在(?!于)|由于|因为|为了|不是|如何|怎样|什么)|是指|系指|意指|指的是|指(?=[^出向导望明示]) ?|即(?=[^将使便可])|意为|意味着|被(?:称为|誉为|视为|定义为)|属于|代表着?)`);
/** （简称“甲”“乙”）即……: what follows the bracket explains the names in it. */
const NAMED_THEN = /^[”"](?:[、和与及]?[“"][^“”"]{2,12}[”"])*[)）][,，]?(?:即|就是|是指|指的是|指)/;
/** 某某制（从甲到乙只做一次，……）: a bracket with a clause in it explains the name before it. */
const EXPLAINED = /^[”"’」』》]?[（(](?!以下|简称|下称|资料|图|见|参见|\d)[^（）()]{4,60}[，,][^（）()]{4,60}[）)]/;
const BECOMES = new RegExp(`^${CLOSE}(?:已|正|正在|逐步|日益)?(?:成为|作为|构成)`);
const COMPRISES = new RegExp(`^${CLOSE}(?:的(?:主要)?内容)?(?:就|还|也)?(?:主要|具体|既|总体)?(?:包括|包含|涵盖|涉及|分为|由[^，。]{2,50}(?:组成|构成)|有[两三四五六七八九十]+(?:个|大|项)|具有[^，。]{2,30}等)`);
const IS_FORMED = /^[”"’」』》]?是在[^。]{6,120}的[\u4e00-\u9fff]{2,16}(?:\[\d+\])?[。；;]$/;
const IS_TAKEN_AS = /^[”"’」』》]?作为(?![^，,。；;]{2,8}(?:论述|部署|研究|考虑|检查|来抓))[^，,。；;]{4,40}/;
const CAN = /^[”"’」』》]?(?:能够|可以|能)(?=[\u4e00-\u9fff]{4})/;
const BY_MEANS = /^[”"’」』》]?通过[^。；;]{2,60}[,，]?(?:实现|推动|促进|形成|解决|提升|提高|构建|打造)/;
const AS_MAIN = /以[^，,。；;]{2,40}为主体?[、，,][^，,。；;]{2,30}的[“"‘「]?$/;
/** What a document does, told behind its title. */
const TITLE_DOES = /^》(?:[（(][^（）()]{2,24}[）)])?(?:政策|规划|文件|战略|计划|一书|一文)?(?:的(?:发布|出台|印发|实施|提出|颁布))?[,，]?[\u4e00-\u9fff]{0,4}?(?:标志着|为[^，。；]{2,30}(?:提供|指明|确立|明确|奠定|划定)|明确了?|(?:第一次|首次)[\u4e00-\u9fff]{2,6}|集中、?[^，。；]{0,10}(?:展现|体现|反映)|擘画|部署|规定|共?分[\d一二三四五六七八九十]+|收入|收录|提出了|要求|旨在|聚焦|介绍|阐明|阐述|规范|健全|完善)/;
/** 围绕甲、乙、丙等方面提出的“三个某”; 从……四个方面: a numbered formula behind what it counts. */
const ASPECTS = /[^，,。；;、]{1,12}、[^。；;]{2,80}?等?(?:[两三四五六七八九十]个)?方面(?:提出|作出|阐述|概括)?的?[“"‘「]?$/;
/** Two goods, three tasks: a numbered formula behind its members. */
const NUMBERED = /^[两三四五六七八九十](?![一二三四五六七八九]五)/;
const ALL_MEMBERS = /[和与及、][^，,。；;、]{2,30}[“"‘「]$/;
/** 增强“甲”、坚定“乙”、做到“丙”: each stands for itself. */
const BESIDE_ANOTHER = /[”"’」]、[\u4e00-\u9fff]{2,3}[“"‘「]$/;
/** “坚持睦邻、富邻，突出某某”的理念: words in marks that unfold it and end with it. */
const INSIDE_IDEA = /[“"‘「][^“”"‘’「」]{6,40}[、，,][^“”"‘’「」]{1,10}$/;
const EXAMPLES = /^[^，,。；;]{0,10}[,，]?(?:如(?![期何果此今同愿])|例如|比如|包括|诸如)[^。；;]*、/;
const AS_CORE = /以[^，,。；;]{2,60}为(?:主要|重要|基本)?(?:载体|关键要素|核心|主体|主要内容|主线|内容|代表|特征|标志|基础|宗旨|导向|重点|引领|支撑|目标)(?:[^，,。；;]{0,30}的)$/;
const AS_ONE = /集[^，,。；;]{2,60}于一(?:体|身)的[^，,。；;、]{0,6}$/;
const LISTED_BEFORE = /(?:[^，,。；;、]{2,30}、)[^，。；;]{2,60}等(?:[^，,。；;、]{0,8})$/;
/** 人人参与、共同治理的新某某: two clauses that tell what kind of thing it is. */
const MODIFIED_BY_PAIR = /[^，,。；;、的]{5,}、[^，,。；;、的]{5,}的[“"‘「]?$/;
const LISTED_AMONG = /^[”"’」』》]?(?:[（(][^（）()]{1,60}[）)])?(?:计划|工程|项目)?(?:、[^，,。；;]{2,80}?)?等(?:一批|一系列|多个|若干|众多|重大|重要|标志性|国际|[^，,。；;、]{0,8})?[^，,。；;、]{0,10}?(?:计划|工程|项目|项目任务|装置|设施|组织|机构|机制|行动|平台|倡议|战略|规划|政策|举措|制度|概念|理念|技术|领域|模式|形式|文件|协定|论坛|会议|产品|产业|城市|地区|国家)/;
/** Nothing stands before it in its item of a list, or a verb before the first item. */
const WHOLE_ITEM = /^$|[、，,。；;：:和与及《”]$|(?:^|[，,。；;：:])[^、，,。；;：:]{1,16}$/;
const NAMED_AS = /^[”"’」』》](?:的)?(?!运用|落实|推进)(?:[\u4e00-\u9fff]{0,6})(?:模式|计划|工程|机制|制度|平台|组织|体系)/;
const APPOSED = /[^，,。；;]{4,}(?:——|—|：)[“《"「]?$/;
const AIM = /(?:旨在|倡导|目的(?:是|在于)|致力于|着眼于|宗旨是|目标是|意在|以期|根本目的|就是要)/;
const LATER_IS = /^[”"’」』》]?[^，,。；;是]{0,24}[,，](?:也|更)?是(?:首|一|全|我|中|国|世|目|第|唯|由|以|为|推|促|应|实|构|落|重|对)/;
/** 某某作为……，是……. */
const AS_ONE_IS = /^作为[^。；;]{4,90}[，,](?:也|更)?是/;
/** What somebody does with a thing is a step or a way; the thing is none. */
const STEP = /(?:举措|抓手|选择|任务|途径|之举)[。；;]?$/, DONE_WITH = /(?:建立|设立|成立|组建|创办|举办|引进|发起|参与|利用|运用|开设|申办)$/;
const LATER_BECOMES = /^[”"’」』》]?[^。；;是]{0,40}[,，](?:已经|已|正|正在)?成为[^。；;]{4,}/;
const SOON_BECOMES = /^[^，,。；;是]{1,16}成为[^。；;]{6,}/;
const FIELD_LIST = /^[^，,。；;]{0,4}方面[,，][^。；;]*?(?:[^，,。；;、]{3,40}、){2,}/;
const COUNTED_BEFORE = /(?:[^，,。；;、]{1,20}、)+[^，,。；;、]{1,14}(?<!第)[两三四五六七八九十]+[大个项]$/;
const LIST_OF = /(?:[^，,。；;、]{1,24}、){2,}[^，,。；;、]{1,24}(?:的|等)?[“"‘「]$|(?:[^，,。；;、]{1,24}、)+[^，,。；;、]{1,24}[和与][^，,。；;、]{1,24}的?[“"‘「]$/;
const ESSENCE = /^[”"’」』》]?的?(?:本质(?:特征)?|核心(?:要义)?|特点|实质|内涵|精髓|要义|关键|目的|宗旨|根本)(?:就)?(?:是|在于|为)/;
const ADJUNCT = /^[^，,。；;]{0,14}(?:基础上|过程中|背景下|框架下|支撑下|前提下|方面|领域中?|期间|进程中|时期)/;
const AS_PREDICATE = /是[^，,。；;]{0,14}(?:的)$/;
const BENEFIT = /(?:有利于|有助于|有益于|利于)/;
const MEANING = /对[^，,。；;]{2,40}(?:具有|有着|有)[^，,。；;]{0,8}(?:意义|作用)|具有[^，,。；;]{0,8}(?:意义|作用|功能)|发挥[^，,。；;]{0,12}作用|(?:有效|有力)?(?:推动|促进|带动|助力|支撑|服务|保证|保障|提升|加强|增强|满足|赋能|提供|激活|造福|惠及|引领|实现|指明|明确)了?(?![，,。；;、])/;
const SET_UP = /(?:设立|实施|启动|打造|搭建|成立|发起|构建|印发|推出|出台|融入|参与|部署|建立|建成|建设|组建|编制|制定|签署|提出|完善|塑造|加强|推动|深化|共建|举办|创办|采取|依托|落实|推进|探索|形成|营造|秉持|坚持|通过)[^，,。；;]{0,14}$/;
/** 通过某某，保障某事. */
const MEANS_BEFORE = /(?:^|[，,。；;而要])(?:只有|将|可以)?通过[“"]?$/;
/** 塑造某某，让人人受益; 促进某某，从而推动某事. */
const SO_THAT = /^[^，,。；;]{0,8}[，,](?:从而|进而|以此|让|使得?)[^，,。；;]{4,}/;
/** 某某也为某事带来新机遇. */
const GIVES = /^(?:也|还|将|已|可)?为[^，,。；;]{2,24}(?:提供|带来|开辟|注入|奠定)/;
const FOR_THE_SAKE = /(?:^|[，,。；;])(?:为了?|为进一步|为更好|着眼于?|针对|围绕)[^，,。；;]{4,50}[，,]/;

/** 某某方针：甲，乙，丙: what follows the colon unfolds the name. */
const UNFOLDS = /^[”"’」』》]?(?:的(?:总?要求|内容|主要内容|内涵))?(?:主要|具体)?(?:是|即|包括)?[：:](?![“"「])[^。]{6,}[，,、；;][^。]{2,}/;
/** “两个某某”，即甲、乙. */
const NAMELY = /^[”"’」』》]?[，,](?:即|也就是|就是)(?![使便将令])[^。]{6,}/;
/** 《某书》这一旷世之作, “某某”这一重大战略. */
const THIS_ONE = /^[”"’」』》]?这(?:一|部|项|个|种|些|本)[\u4e00-\u9fff]{0,6}(?:之作|著作|战略|工程|倡议|理念|思想|制度|模式|精神|构想|主题|目标|任务|方针|原则|要求|法宝|课题|命题|概念|问题|优势|品牌|平台|机制|政策|方案)/;
/** 某某已经转化为甲和乙之间的矛盾. */
const HAS_TURNED = /^[”"’」』》]?(?:已经|已|正)(?:转化为|上升为|定位为|确定为|演变为)[^，,。；;]{4,}/;
/** 某事关乎民生; 某制度具有根本性，决定着某事. */
const MATTERS = /^[”"’」』》]?(?:反映(?!出)|事关|关乎|关系着?到?|决定着?|影响着?|承载着?|凝结着?|凝聚着?|蕴含着?|彰显着?|折射着?)[^，,。；;]{3,}/;
const HAS_NATURE = /^[”"’」』》]?[^，,。；;是]{0,12}(?:具有|有着)[^，,。；;]{2,24}(?:性|特征|特点|属性|内涵|地位|意义)/;
/** 建成某某，这是某事的重大举措; 提高某某，关系某事. */
const THAT_IS = /^[”"’」』》]?[，,]这(?:既|也|更|正|就|才|不仅)?是(?!因为|由于|否|不是)[^。]{6,}/;
const THAT_MATTERS = /^[”"’」』》]?[，,](?:事关|关乎|关系|决定着?|影响着?)[^。；;]{4,}/;
/** 某事的崛起代表着时代潮流. */
const WHOSE = /^[”"’」』》]?的[\u4e00-\u9fff]{2,8}(?:代表|标志|体现|意味|反映|决定|关系)着?/;
/** 其特征是某某, 核心在于某某. */
const IS_ESSENCE = /(?:特征|核心|实质|关键|本质|标志|要义|灵魂|精髓|根本|目的)(?:就)?(?:是|在于)[^，,。；;]{0,10}$/;
/** 先后实施甲、乙等一系列举措: what was done of it. */
const CARRIED_OUT = /^[，,](?:先后|相继|陆续|依次|分别)?(?:实施|推出|出台|开展|采取|推行|探索|形成)[^。；;]{4,}等/;
/** 甲、乙、丙的某某, 甲与乙相协同的某某: what kind of thing it is. */
const MODIFIED_BY_LIST = /(?:[^，,。；;、的]{2,14}、){2,}[^，,。；;、的]{2,14}的$/;
const MODIFIED_BY_BOTH = /(?:相[\u4e00-\u9fff]{2}|并重|并举|并存|结合|一体|协同|联动|衔接)的[“"‘「]?$/;
/** 构建甲、乙的|某某，是: a verb that opens the clause governs the whole. */
const GOVERNED = /(?:^|[，,。；;：:！？!?“"]\s*)(?:建设|推动|发展|构建|加强|坚持|推进|深化|打造|实施|实现|促进|完善|扩大|保护|共建|开展|落实|建立|健全|形成)[^，,。；;是]{2,60}的$/;
/** A verb right before it that opens the clause. */
const GOVERNS = /(?:^|[，,。；;：:！？!?“"]\s*)(?:建设|推动|发展|构建|加强|坚持|推进|深化|打造|实施|实现|促进|完善|扩大|保护|共建|开展|落实|建立|健全|提高|提升|保障|维护|增强|培育|弘扬)(?:国家|我国|中国|全民)?$/;
/** 以某某为主体的某事: it speaks of something else. */
const ONLY_MEANS = /^[^，,。；;]{0,4}为(?:主体|核心|基础|重点|主|引领|导向|牵引|抓手|支撑|契机|目标|载体|主线|纽带|依托|动力|根本|中心|底线|指引|指导|遵循)/;
/** Things to do, one clause after the other. */
const THINGS_TO_DO = /(?:^|[，,；;、])(?:要|并|以|来|更好|积极|主动|共同|全面|不断|持续|深入|着力|加快)?(?:推动|推进|加强|加快|坚持|完善|健全|深化|促进|培育|营造|塑造|增进|增强|提升|提高|优化|扩大|强化|构建|打造|建设|建立|维护|弘扬|落实|实施|开展|支持|鼓励|参与|发展|改善|保障|巩固)/g;

const CLAUSE_END = /[，,。；;：:、！？!?（(“"]\s*(?:即|其中)?$/;
const LEADING_VERB = /(?:^|[，,。；;：:！？!?“"]\s*)(?:建设|推动|发展|构建|加强|坚持|推进|深化|打造|实施|实现|促进|完善|扩大|保护|共建|开展|落实)$/;
const SUBJECT_LEAD = /(?:^|[，,。；;：:！？!?“"]\s*)(?:当今世界,?|[^，,。；;：:！？!?“"]{0,9})$/;

/** Kinds of paragraph whose sentences may define. */
const DEFINING: ReadonlySet<string> = new Set(['body', 'abstract', 'callout', 'note', 'table']);

/** Kinds of names that have a purpose. */
const NAMED_THING = /^(?:document|initiative|programme|organisation)$/;
const MARKED_PAPER = /《[“"]?$/;
/** From this weight on a sentence tells the purpose of anything. */
const OF_ITSELF = 5.5;

/** How well a sentence defines the term that stands in it at `at`. */
export function judge(sentence: string, at: Span, letters: ReadonlySet<string>): Judged | null {
  // What decides stands near the term; a document without sentence ends must not cost more.
  const before = sentence.slice(Math.max(0, at.start - 160), at.start), after = sentence.slice(at.end, at.end + 260);
  const found: Judged[] = [];
  const add = (kind: DefinitionKind, weight: number): void => { found.push({ kind, weight }); };
  const fresh = before.replace(/[“"‘「《]{1,2}$/, '');
  // What ends a pattern is looked at first: the patterns look back from every place.
  const marked = /[“"‘「]$/.test(before);
  const opensClause = fresh === '' || CLAUSE_END.test(fresh);
  const led = SUBJECT_LEAD.test(fresh);
  const form = sentence.slice(at.start, at.end);
  if (IS.test(after) && STEP.test(sentence) && DONE_WITH.test(fresh)) add('is-a', 5);
  else if (IS.test(after)) add('is-a', (opensClause ? 10 : LEADING_VERB.test(fresh) ? 9 : fresh.endsWith('的') && GOVERNED.test(fresh) ? 8.5 : led ? 8 : 4.5) - (/^[”"]?是[^，。]{0,6}的?[，。]/.test(after) ? 3 : 0));
  else if (AS_ONE_IS.test(after)) add('is-a', 9);
  else if (EXPLAINED.test(after)) add('is-a', 8.2);
  else if (NAMED_THEN.test(after)) add('is-a', 8);
  else if (BECOMES.test(after)) add('is-a', opensClause ? 6 : 3.5);
  if (opensClause && !fresh.endsWith('、') && LATER_IS.test(after)) add('is-a', 9);
  if (AS_PREDICATE.test(fresh) && /^[，,。；;]/.test(after)) add('is-a', 4.6);
  // What the key to a thing is says less than what its essence is.
  if (ESSENCE.test(after)) add('is-a', /^.{0,2}关键/.test(after) ? 5.5 : 9.4);
  if (opensClause && LATER_BECOMES.test(after)) add('is-a', 6.2);
  if (opensClause && SOON_BECOMES.test(after)) add('is-a', 5.6);
  if (IS_FORMED.test(after)) add('is-a', opensClause ? 9.5 : led ? 8 : 5);
  if (IS_TAKEN_AS.test(after) && /(?:把|将)[“"]?$/.test(fresh)) add('is-a', 6);
  if (/《[“"]?$/.test(before) && TITLE_DOES.test(after)) add('purpose', 5.2);
  // A paper without marks does what one in marks does.
  else if (headOf(form)?.kind === 'document' && !/^》/.test(after) && TITLE_DOES.test(`》${after}`)) add('purpose', opensClause ? 6 : 5.2);
  if (UNFOLDS.test(after)) add('expansion', 8);
  if (NAMELY.test(after)) { if (NUMBERED.test(form)) add('expansion', 10.1); else add('is-a', 7); }
  if (THIS_ONE.test(after)) add('is-a', 6);
  if (HAS_TURNED.test(after)) add('is-a', opensClause || led ? 9 : 6);
  if ((opensClause || led) && MATTERS.test(after)) add('is-a', opensClause ? 6.5 : 5.5);
  if (THAT_IS.test(after)) add('is-a', 7);
  if (THAT_MATTERS.test(after) && GOVERNS.test(fresh)) add('is-a', 6);
  if (opensClause && HAS_NATURE.test(after)) add('is-a', 6);
  if (opensClause && !/《[“"]?$/.test(before) && WHOSE.test(after)) add('is-a', 6);
  if (IS_ESSENCE.test(fresh) && /^[”"’」』》]?(?:[，,。；;]|的[\u4e00-\u9fff]{2,4}[，,。；;])/.test(after)) add('is-a', 5.5);
  if (fresh.endsWith('的')) {
    if (MODIFIED_BY_LIST.test(fresh)) add('expansion', 6);
    else if (MODIFIED_BY_BOTH.test(fresh)) add('expansion', 5);
  }
  if (opensClause && CAN.test(after)) add('purpose', 5.6);
  if (opensClause && BY_MEANS.test(after)) add('purpose', 5.4);
  if (NUMBERED.test(form) && /[“"‘「]$/.test(before) && !BESIDE_ANOTHER.test(before) && ALL_MEMBERS.test(before)) add('expansion', 7);
  if (NUMBERED.test(form) && ASPECTS.test(before)) add('expansion', 8);
  if (INSIDE_IDEA.test(before) && /^[”"’」](?:的)?[\u4e00-\u9fff]{0,4}(?:理念|方针|原则|思想|主张)/.test(after)) add('expansion', 5);
  if (/所谓[“"‘「]?$/.test(before)) add('is-a', 9);
  if (/[—：]$/.test(fresh) && APPOSED.test(before)) add('is-a', 7);
  if (LISTED_AMONG.test(after) && WHOLE_ITEM.test(fresh)) add('is-a', letters.size > 0 ? 7 : 6);
  if (NAMED_AS.test(after) && /[“"‘「]$/.test(before)) add('is-a', 5);
  if (AS_CORE.test(before) || AS_ONE.test(before)) add('expansion', 8.5);
  else if (AS_MAIN.test(before)) add('expansion', 8);
  else if (marked && !BESIDE_ANOTHER.test(before) && LIST_OF.test(before)) add('expansion', 7);
  else if (before.slice(-9).includes('等') && LISTED_BEFORE.test(before)) add('expansion', 6.2);
  else if (fresh.endsWith('的') && MODIFIED_BY_PAIR.test(before)) add('expansion', 4.9);
  if (COMPRISES.test(after)) add('expansion', opensClause || led ? 8 : 6.5);
  else if (EXAMPLES.test(after)) add('expansion', 5.6);
  if (FIELD_LIST.test(after)) add('expansion', 6.6);
  if (/[大个项]$/.test(before) && COUNTED_BEFORE.test(before)) add('expansion', 6.4);
  if (letters.size > 0) {
    const bracket = /^[”"’」』》]?[（(]\s*([^（）()]{2,60})[）)]/.exec(after);
    if (bracket && [...letters].some((l) => (bracket[1] as string).includes(l))) add('abbreviation', 5.2);
  }
  const tail = after.replace(/^[”"’」』》]/, '');
  if (AIM.test(tail)) add('purpose', AIM.exec(tail)!.index < 30 ? 7 : 5.5);
  const setUp = SET_UP.test(fresh);
  if (setUp && CARRIED_OUT.test(after)) add('expansion', 6.5);
  const benefit = BENEFIT.exec(tail);
  if (benefit) add('purpose', (opensClause || led || setUp) && benefit.index < 36 ? 6.6 : 4.8);
  const meaning = MEANING.exec(tail);
  if (meaning) {
    const subject = opensClause || (led && /的$|^$/.test(fresh) === false);
    if (opensClause && meaning.index < 12 && !(fresh.endsWith('、') && /^[，,]/.test(tail))) add('purpose', 6);
    else if (setUp) add('purpose', /^[^，,。；;]{0,8}[，,](?:有效|有力|从而|进而|并|以|来)?(?:推动|促进|带动|助力|保障|加强|提升|激活|加速|吸引|引领|为)/.test(tail) ? 5.4 : meaning.index < 40 ? 4.8 : 4);
    else if (subject && meaning.index < 40) add('purpose', 4.4);
    else add('purpose', 3);
  }
  if (setUp && /^[，,](?:进一步|从而|以|并)?(?:构建|设立|建立|开展|支持|搭建|成立|组织|吸引|聚焦|覆盖|鼓励|培养|引导)/.test(tail)) add('purpose', 4.7);
  if (MEANS_BEFORE.test(fresh) && MEANING.test(tail.slice(0, 40))) add('purpose', 5.6);
  if (GIVES.test(tail)) add('purpose', 5.6);
  if (setUp && SO_THAT.test(tail)) add('purpose', 5.6);
  if (FOR_THE_SAKE.test(before) && setUp) add('purpose', 4.6);
  if (found.length === 0) return null;
  // A plan, a paper, a body is for something; of a concept such a sentence tells only what is to be done.
  let best = found.reduce((a, b) => (b.weight > a.weight ? b : a));
  if (/以[“"]?$/.test(fresh) && ONLY_MEANS.test(tail)) best = { kind: best.kind, weight: best.weight - 3 };
  // One of many things to do: the sentence tells of all of them.
  if (best.kind === 'purpose' && best.weight < OF_ITSELF && !NAMED_THING.test(headOf(form)?.kind ?? '') && !MARKED_PAPER.test(before)) return null;
  if (best.kind === 'purpose' && best.weight < 6.6 && (sentence.match(THINGS_TO_DO)?.length ?? 0) >= 5) best = { kind: best.kind, weight: best.weight - 1 };
  // In an adjunct (在…的基础上) the sentence speaks of something else.
  return best.kind !== 'expansion' && ADJUNCT.test(after) ? { kind: best.kind, weight: best.weight - 1.5 } : best;
}

const CHINESE = /[\u4e00-\u9fff]/;

/** The least weight that makes a sentence a definition. */
const LEAST = 4.6;

/** Occurrences that are looked at for one term: in a large library a term stands thousands of times. */
const MOST_OCCURRENCES = 200;

function mostUseful(occurrences: readonly Occurrence[]): readonly Occurrence[] {
  if (occurrences.length <= MOST_OCCURRENCES) return occurrences;
  const free = occurrences.filter((o) => !o.nested);
  return (free.length > 0 ? free : occurrences).slice(0, MOST_OCCURRENCES);
}

/** The best definition among the occurrences of a term, or null. `letters` are its abbreviations. */
export function defineTerm(form: string, occurrences: readonly Occurrence[], letters: ReadonlySet<string>): Definition | null {
  let best: Definition | null = null;
  const counted = /^[两三四五六七八九十]+(?:个|大|项|条|重)?([\u4e00-\u9fff]{2,4})$/.exec(form);
  for (const o of mostUseful(occurrences)) {
    if (!DEFINING.has(o.unit.paragraph.kind)) continue;
    const sentence = o.unit.text.slice(o.sentence.start, o.sentence.end);
    if (sentence.length < 10 || /[？?]$/.test(sentence)) continue;
    const at = { start: o.start - o.sentence.start, end: o.end - o.sentence.start };
    let span: Span = o.sentence;
    let judged = o.unit.english ? judgeEnglish(sentence, at, letters) : judge(sentence, at, letters);
    if (counted) {
      const members = membersAfter(o, counted[1] as string);
      if (members) { judged = { kind: 'expansion', weight: 9.5 }; span = members; }
    }
    const behind = anaphoric(o);
    if (behind && (!judged || judged.weight < 5.5)) { judged = { kind: 'is-a', weight: 5.5 }; span = behind; }
    const told = announced(o);
    if (told && (!judged || judged.weight < 5)) { judged = { kind: 'expansion', weight: 5 }; span = told; }
    const unfolded = takenUp(o);
    if (unfolded && (!judged || judged.weight < unfolded.judged.weight)) { judged = unfolded.judged; span = unfolded.span; }
    if (!judged) continue;
    let weight = judged.weight - (o.nested ? 3.5 : 0);
    // A Chinese term is best defined in Chinese.
    if (o.unit.english && CHINESE.test(form)) weight -= 2;
    // The sentence that opens with the term is about it.
    if (at.start <= 1) weight += 0.3;
    if (sentence.length > 180) weight -= 0.4;
    if (o.unit.paragraph.damaged.length > 0) weight -= 0.3;
    weight += Math.min(0.5, o.unit.source.rank / 10);
    if (weight < LEAST || (best && weight <= best.weight)) continue;
    best = { kind: judged.kind, weight, unit: o.unit, span };
  }
  return best;
}

/** The sentence behind a counted formulation that unfolds it: each member begins or ends with the word that was counted. */
function membersAfter(o: Occurrence, word: string): Span | null {
  const text = o.unit.text;
  const list = sentences(text).filter((s) => s.end >= o.end && s.start < o.end + 260);
  for (const s of list) {
    const from = Math.max(s.start, o.end);
    const words = text.slice(from, s.end);
    const opening = [...words.matchAll(new RegExp(`(?:^|[，,；;。、：:“])(?:一是|二是|三是|四是)?${word}`, 'g'))].length;
    const ending = [...words.matchAll(new RegExp(`[^，,；;。、：:]{1,6}${word}[、，,；;]`, 'g'))].length;
    if (opening >= 2 || ending >= 2) return { start: s.start, end: s.end };
  }
  return null;
}

/** The sentence with the next one, where that takes the matter up: …。这是…的重大举措。 */
function anaphoric(o: Occurrence): Span | null {
  const text = o.unit.text;
  if (!/^[^，,。；;]{0,6}。$/.test(text.slice(o.end, o.sentence.end))) return null;
  const next = /^\s*这(?:一[\u4e00-\u9fff]{2,4})?是[^。]{8,160}。/.exec(text.slice(o.sentence.end));
  return next ? { start: o.sentence.start, end: o.sentence.end + next[0].length } : null;
}

/** A sentence that only names a task, with the next one that tells it: 积极发展绿色金融。…… */
const TASK = /^\s*(?:[（(]?[一二三四五六七八九十\d]+[）)、.．]|[一二三四五六七八九十]是|第[一二三四五六七八九十]，?)?\s*[\u4e00-\u9fff]{2,12}$/;

function announced(o: Occurrence): Span | null {
  const text = o.unit.text;
  if (o.nested || text.slice(0, o.sentence.start).trim() !== '' || !/^[”"]?(?:的?[\u4e00-\u9fff]{0,4})。$/.test(text.slice(o.end, o.sentence.end)) || !TASK.test(text.slice(o.sentence.start, o.start).replace(/[“"]$/, ''))) return null;
  const next = /^\s*[^。！？\n]{16,200}。/.exec(text.slice(o.sentence.end));
  return next ? { start: o.sentence.start, end: o.sentence.end + next[0].length } : null;
}

/** The sentence with the next one, where that says of 该计划, 这一机制 what it comprises or is for. */
function takenUp(o: Occurrence): { span: Span; judged: Judged } | null {
  const text = o.unit.text;
  const next = /^\s*[^。]{0,40}?(?:该|这一|这项|此)(?:计划|倡议|行动|机制|战略|工程|项目|平台|中心|组织|联盟|协定|规划|制度|概念|理念|指数|基金)([^。]{6,200}。?)/.exec(text.slice(o.sentence.end));
  if (!next || o.nested) return null;
  const head = /(?:该|这一|这项|此)([\u4e00-\u9fff]{2})/.exec(next[0]);
  if (!head || !text.slice(o.start, o.end).replace(/[”"]/g, '').endsWith(head[1] as string)) return null;
  const rest = next[1] as string;
  const span = { start: o.sentence.start, end: o.sentence.end + next[0].length };
  if (/^[,，]?(?:主要)?(?:包括|涉及|涵盖|由|分为)/.test(rest)) return { span, judged: { kind: 'expansion', weight: 7.5 } };
  if (/^[,，]?(?:就)?是/.test(rest)) return { span, judged: { kind: 'is-a', weight: 7.5 } };
  if (AIM.test(rest) || BENEFIT.test(rest)) return { span, judged: { kind: 'purpose', weight: 6.5 } };
  return null;
}

/** How telling a sentence is where nothing defines the term. */
function telling(o: Occurrence): number {
  const sentence = o.unit.text.slice(o.sentence.start, o.sentence.end);
  let weight = o.nested ? -3 : 0;
  if (!DEFINING.has(o.unit.paragraph.kind)) weight -= 6;
  if (sentence.length < 16) weight -= 2;
  if (sentence.length > 160) weight -= 1;
  if (/[？?]$/.test(sentence)) weight -= 3;
  if (/(?:提出|强调|指出|明确|要求)/.test(sentence)) weight += 1;
  if (/(?:是|旨在|推动|促进|建设|构建|实现)/.test(sentence)) weight += 0.6;
  const before = o.unit.text.slice(o.sentence.start, o.start);
  weight += before.length < 30 ? 0.6 : 0;
  weight += Math.min(0.5, o.unit.source.rank / 10) - (o.unit.paragraph.damaged.length > 0 ? 0.3 : 0);
  return weight;
}

/** Whether the place is a sentence of running text: a heading or a caption is no context. */
export function canTell(o: Occurrence): boolean {
  return DEFINING.has(o.unit.paragraph.kind);
}

/** Occurrences by how telling their sentences are, one for each sentence, best first. */
export function byTelling(occurrences: readonly Occurrence[]): { readonly o: Occurrence; readonly weight: number }[] {
  // A stable sort: of equal ones the first stays first.
  const all = mostUseful(occurrences).filter((o) => o.unit.paragraph.kind !== 'keywords').map((o) => ({ o, weight: telling(o) }));
  if (all.length < 2) return all;
  const seen = new Set<string>();
  return all.sort((a, b) => b.weight - a.weight).filter(({ o }) => {
    const id = `${o.unit.index}:${o.sentence.start}`;
    if (seen.has(id)) return false;
    seen.add(id);
    return true;
  });
}
