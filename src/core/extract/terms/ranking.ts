/** How much a candidate looks like what a writer would look up. */
import type { Candidate } from './candidate';
import { headOf, isKnownNoun } from './heads';
import { GENERAL_TERMS, PLAIN_HEADS } from './lexicon';

/** Weight of a head's class. */
const HEAD_WEIGHT: Readonly<Record<string, number>> = {
  initiative: 2.2, programme: 1.6, meeting: 1.6, document: 1.4, organisation: 1, metric: 0.6, concept: 1,
};

/** Who did something is no term. */
const PERSON = /(?:主席|总书记|总理|同志|教授|院士)$|习近平|(?:总书记|主席)代表/;
/** Who reports, and from where. */
const BYLINE = /(?:记者|通讯员|编辑|日报|时报|晚报|周报|周刊|出版社|通讯社)$|^(?:新华社|中新社|中新网|本报|新华网|人民网|央视)/;
const PLACE = /^(?:中国|全国|世界|全球|我国)/;
/** People by what they do are no terms. */
const ROLE = /(?:教师|农民|群众|干部|代表团|学生|工人|领导者|贡献者|建设者|工作者|负责人|领导集体|青年)$/;
/** 重要战略, 重要力量: praise with a plain noun. */
const PRAISED = /^(?:重要|重大|优秀|巨大|强大|坚实|广阔|先进|良好|崇高|伟大|美好|深厚|丰富|核心|根本|多重|坚定)[\u4e00-\u9fff]{0,2}(?:力量|作用|战略|工作|任务|领域|环节|内容|贡献|成果|引擎|支撑|保障|基础|体现|文化|资源|时期|意义|抓手|标志|地位|途径|方式|平台|问题|路径|困境|愿望|部署|动力)$/;
/** What is only called great or the like once is no name: 重大标志性工程. */
const GREAT = /^(?:重大|重要|优秀|先进|大型|高效率|高质量(?!发展)|高层次)/;
/** A saying or a clause: it was quoted for its colour or its sense, not as a name. */
const CLAUSE_QUOTED = /[不没了]|^(?:一|要|有|这|我|你|他|她|全国|谁|人人)|[都就也还看是会能让](?=[\u4e00-\u9fff])/;
/** A phrase that stands once and has nothing but its build for it. */
const UNMARKED = -0.5;
/** A phrase that has not even that: it is looked up by who reads of it. */
const LOOSE = -0.9;
/** 保护环境: a verb with its object. */
const VERBAL_FRONT = /^(?:保护|发展|治理|建设|改善|管理|培养|服务)(?!体系|机制|模式|战略|方式|格局|规划|理念|能力|中心|平台|行业|产业|贸易|主义)/;
/** Sayings of four characters are quoted for their colour. */
const IDIOM = /^[\u4e00-\u9fff](?:[\u4e00-\u9fff][而之]|[而之][\u4e00-\u9fff])[\u4e00-\u9fff]$/;
const DESCRIBES = /^(?:[\u4e00-\u9fff]+([性化之])[\u4e00-\u9fff]?、)+[\u4e00-\u9fff]+\1[\u4e00-\u9fff]?$|^多[\u4e00-\u9fff]+(?:、多[\u4e00-\u9fff]+)+$/;
const NAMED_BY_MARKS = /^[“"][^”"]*[^”"化性式型][”"][\u4e00-\u9fff]{1,9}$/;
/** What is done with a thing, said behind its name. */
const SPOKEN = /(?:发展|建设|转型|攻关|供给|投资|工作|推进|改善|提升|挑战|成果|问题|消费)$/;
/** A word that fits any noun before one that heads names: 政策体系, 专项行动. */
const GENERIC_FRONT = /^(?:专项|政策|体系|发展|法律|管理|工作|总体|整体|综合|具体|部门|行业|市场化|责任|相关|各项|前沿|部长级)[\u4e00-\u9fff]{2}$/;
/** Verbs that make a clause of words in marks. */
const VERB_INSIDE = /^[\u4e00-\u9fff]{2,6}(?:实施|推进|推动|坚持|加强|实现|建成|建设|发展|开展|落实)[\u4e00-\u9fff]{4,}/;
const QUOTED_NAME = /[“"].*[”"]/;

/** Length in words of two characters: the same whatever cut the text. */
export function sizeOf(form: string): number {
  return Math.max(1, Math.round(form.replace(/[“”"《》、—]/g, '').replace(/[A-Za-z0-9&-]+/g, '字字').length / 2));
}

/** The score of a candidate by its evidence; zero or less: no term. `size` is the number of sources. */
export function scoreOf(candidate: Candidate, count: number, sources: number): number {
  const score = weigh(candidate, count, sources);
  // What recurs is worth no less than what stands once.
  return score > NONE && score < LOOSE && candidate.evidence.phrase ? LOOSE : score;
}

/** Of what is no term at all. */
const NONE = -9;

function weigh(candidate: Candidate, count: number, sources: number): number {
  const { evidence: e } = candidate, form = candidate.form.trim();
  if (GENERAL_TERMS.has(form) || (!e.title && PERSON.test(form) && !/思想$/.test(form)) || BYLINE.test(form)) return NONE;
  if (GENERAL_TERMS.has(form.replace(PLACE, '')) && !e.title && !e.quoted && !e.keyword) return NONE;
  const head = headOf(form);
  const words = sizeOf(form);
  const joined = /[和与及的、]/.test(form);
  let score = 0;
  if (e.loose && Object.keys(e).every((k) => k === 'phrase' || k === 'heading' || k === 'loose')) return LOOSE + Math.min(0.5, 0.1 * (e.phrase ?? 0)) + (head ? 0.2 : 0);
  if (!head && e.phrase && Object.keys(e).every((k) => k === 'phrase' || k === 'heading' || k === 'member')) return UNMARKED;
  const latin = !/[\u4e00-\u9fff]/.test(form);
  if (e.named) score += 1.8 + Math.min(1.5, Math.log2(e.named) / 2);
  if (e.title) score += head ? 3.6 : 2.4;
  if (e.abbreviated) score += 4.2;
  if (e.acronym && !e.abbreviated) score += 2 + Math.min(1, e.acronym * 0.2);
  if (e.set) score += 2.4 + Math.min(1.5, Math.log2(e.set) / 2);
  if (e.coordinated) score += 1.4;
  if (e.counted) score += 2.4;
  // A keyword of two characters (中国, 发展) is too common a word to be looked up for that alone.
  if (e.keyword) score += form.length > 2 ? 2.5 : 0.3;
  if (e.even && !e.list && !DESCRIBES.test(form)) score += 0.9;
  // 系统性、整体性、协同性 describes; it names nothing by itself.
  if (e.list) score += DESCRIBES.test(form) ? 0.8 : 2.6;
  if (e.parallel && count >= 2 && sources >= 2) score += 3;
  if (e.quoted) {
    const share = e.quoted / Math.max(1, count);
    // A word that stands in marks once and without them elsewhere was quoted, not named.
    score += share < 0.4 ? 0.2 : VERB_INSIDE.test(form) ? 0.7 : IDIOM.test(form) ? 0.8 : !head && e.quoted < 3 && form.length >= 4 && CLAUSE_QUOTED.test(form) ? 0.7 : e.quoted >= 2 ? 2.2 + Math.min(1.5, Math.log2(e.quoted + 1) / 2) : form.length >= 3 ? 2.3 : 0.6;
  }
  if (e.recurrent) {
    // How often it stands as a whole phrase tells a term from a piece of one.
    const alone = e.bound ? 1 : joined ? 0.5 : Math.min(1, ((e.phrase ?? 0) + (e.quoted ?? 0)) / candidate.frequency);
    score += Math.log2(1 + Math.max(0, candidate.cValue)) * (head || latin || e.bound ? 1 : 0.6) * (0.25 + 0.75 * Math.min(1, alone * 2));
    if (alone === 0) score -= 2;
    else if (alone < 0.1) score -= 1;
  }
  // “某某”行动 is a name; what only has marks inside, or “某某化”某某, describes.
  if (QUOTED_NAME.test(form) && head && NAMED_BY_MARKS.test(form) && !SPOKEN.test(form)) score += 1.6;
  if (!e.title && !e.quoted && !e.keyword && !e.abbreviated && !e.set) {
    if (SPOKEN.test(form) && !isKnownNoun(form.slice(-5)) && !isKnownNoun(form.slice(-4))) score -= 1;
    if (GENERIC_FRONT.test(form)) score -= 1.5;
  }
  if (head && words > 1) score += HEAD_WEIGHT[head.kind] ?? 1;
  if (e.heading) score += 0.4;
  if (!e.title && !e.quoted && !e.keyword && !e.abbreviated) {
    if (ROLE.test(form)) score -= 2;
    if (PRAISED.test(form)) score -= 2.5;
  }
  score += Math.log2(Math.max(1, sources));
  const known = isKnownNoun(form);
  if (known) score += 1;
  // Two plain words, however often they stand together, seldom make a term.
  if (latin) return score + (e.phrase && !e.recurrent ? 0.3 : 0);
  if (words === 2 && form.length <= 4 && !(known && !e.recurrent) && !e.keyword && !e.quoted && !e.abbreviated && !e.title) score -= head && PLAIN_HEADS.has(head.head) ? 2 : head && head.kind !== 'concept' ? 0.2 : 0.8;
  if (/[A-Z]{2}|[A-Z]&[A-Z]/.test(form)) score += 0.6;
  if (!(words === 2 && form.length <= 4) && e.recurrent && words <= 3 && head && PLAIN_HEADS.has(head.head) && !e.keyword && !e.quoted && !e.abbreviated && !e.title && !e.heading) score -= 0.7;
  if (form.length === 4 && VERBAL_FRONT.test(form) && !e.quoted && !e.keyword) score -= 1;
  if (words >= 3 && e.phrase) score += GREAT.test(form) && !e.recurrent ? -0.6 : 0.6;
  if (e.recurrent && !head && !latin && !e.keyword && !e.quoted && !e.bound) score -= 0.8;
  if (joined && !e.title && !e.quoted && !e.list && !e.set) score -= form.includes('的') ? 1.5 : 0.5;
  // A word of two characters is too common a word, unless the text itself names something by it.
  if (form.length === 2 && !latin && !e.abbreviated && !e.title && !(e.quoted && e.quoted / Math.max(1, count) >= 0.4)) score -= 2;
  if (form.length <= 3 && !known && !e.title && !e.quoted && !e.abbreviated && !e.keyword) score -= 1;
  return score;
}
