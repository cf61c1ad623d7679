/** Figures that borrow what they measure: changes, shares, ratios and values set against others are of what the sentence is about. */
import { about, aboutLast, level } from './metric';
import type { Around, Metric } from './metric';
import { head, trimTail } from './metricPhrases';
import { PLACE } from './places';

const CHANGE = '(?:成长|回升|攀升|跃升|走高|走低|衰退|多增|少增|多减|贬值|升值|增长|增加|上升|提高|提升|下降|减少|降低|回落|下滑|上涨|下跌|扩大|缩小|收窄|加快|放缓|增速|增幅|涨幅|降幅|压减|压降|削减|节约|增|降|升|涨|跌|高出|高于|低于|高|低|快|多|少)';
const CHANGE_END = new RegExp(`((?:同比|环比|按年|按月|年均|(?<![上去今本同当近一二三四五六七八九十\\d])年(?=增|减)|(?<![上同])月(?=增|减)|平均|累计|实际|名义|净)*)(?<!新|自然)(${CHANGE})(?:了|幅度|率|速度)?(?:为|达|达到|超过?|约|近|逾|是)*$`);

/** What only says what a value is set against. */
const AGAINST = /^[，,]?\s*(?:比|较|与|同)(?:[“"]?[一二三四五六七八九十]+五[”"]?(?:时期|期间)?[末初]?|上年|去年)?的?\s*$/;

/** 完成全年目标的95.0%: of what the sentence is about. */
const FULFILS = /(?:完成|实现|达到|占|为)(?:全年|年度|年初|本年|计划|预期|既定)?[^，,]{0,3}?(?:目标|任务|计划|预算)(?:任务|数)?的?\s*$/;

/** Another country that a value is compared with (仅次于美国的…). */
const OTHERS = new RegExp(`次于(?:${PLACE})的\\s*$`);

/** What names only a kind of measure, not what is measured: of what the sentence is about. */
const BARE = /^(?:累计|综合)?(?:增量|数量|总数|总量|规模|总规模|总额|排名|增速|增幅|降幅|涨幅|跌幅|占比|比重|比例|份额)$/;
/** 该比例, 这一数字: the very thing that was spoken of last. */
const THE_SAME = /^(?:该|此|这一|这个|上述)(?:比例|比重|占比|份额|比率|增速|增幅|数字|数值|数据|指标|规模|数量|总量|总额)/;

/** What somebody makes, where the words do not say who: of whom the sentence speaks. */
const MADE = /^(?:实现|完成|创造|上缴)?(?:净?利润|利税|税收|税金|产值|营收|营业收入|主营业务收入|销售收入)(?:总额)?$/;
const MAKER = /^.*(?:企业|工业|行业|产业|制造业|服务业|采矿业|公司|园区|高新区|开发区)/;

/** Letters of a head that is said again for the whole. */
const HEAD = 3;

/** The words of a figure's subject, with those of what the sentence was about before them where they cannot do without. */
export function ofWhat(words: string, c: Around, own = false): string {
  if (words.length < 2) return own ? words : about(c);
  if (THE_SAME.test(words)) return (c.done.at(-1)?.text ?? about(c)) + words.replace(THE_SAME, '');
  if (BARE.test(words)) {
    const whole = about(c);
    return whole.endsWith(words) || (words === '数量' && whole.endsWith('数')) ? whole : whole.replace(/(?<=..)(?:总量|增量|增速|排名)$/, '') + words;
  }
  const before = c.done.at(-1)?.base ?? '';
  if (MADE.test(words)) {
    const maker = MAKER.exec(before)?.[0];
    return maker === undefined ? words : maker + words;
  }
  // 人均收入中位数5万元，中位数是平均数的85%: a short head, which stands for the whole that ends with it.
  if (before.length > HEAD + 2 && before.endsWith(words.slice(0, HEAD))) return before + words.slice(HEAD);
  return words;
}

/** What a figure measures by what it is set against or follows, whatever its own words say; null where it stands for itself. */
export function borrowed(c: Around): Metric | null {
  return otherUnit(c) ?? aside(c) ?? ofCounted(c) ?? against(c) ?? fulfilled(c);
}

/** 仅次于美国的20.5万亿美元: the other country's value of the same thing; 人均GDP达70429元（折合10209美元）: the same in another unit. */
function otherUnit({ left, done }: Around): Metric | null {
  const last = done.at(-1);
  if (!last) return null;
  if (OTHERS.test(left)) return { ...last, text: last.base, change: null, tookAfter: false };
  return /^[（(](?:约|折)?(?:合|折)[^（）()]*$/.test(left) ? { ...last, text: last.base, change: null } : null;
}

/** 增速高于全国（3.9%）3.6个百分点: the other's value of the same thing, and how far it is from that. */
function aside(c: Around): Metric | null {
  const last = c.done.at(-1), own = c.unitClass === 'percent' ? /^(.*?)((?:[高低快慢多少]于|[高低]出)[\p{Script=Han}]{1,8})[（(]$/u.exec(c.undated.trim()) : null;
  if (own) {
    const text = ofWhat(trimTail(head(own[1] as string)), c);
    return level(text, text, own[2]);
  }
  return last && /^[）)]\s*$/.test(c.left) && /^[高低快慢多少](?:于|出)/.test(last.before) ? { ...last, text: last.text + last.before, change: null } : null;
}

/** 产值38万亿元，占47个国家总量的72.5%: the number of those it is a share of comes between. */
function ofCounted(c: Around): Metric | null {
  if (c.unitClass !== 'percent' || !c.sameClause || !c.previous || !/占\s*$/.test(c.text.slice(Math.max(0, c.previous.start - 4), c.previous.start)) || !/的\s*$/.test(c.left)) return null;
  const own = trimTail(head(c.withoutTimes({ start: c.clause.start, end: c.previous.start }).replace(/占\s*$/, '')));
  const whole = own.length >= 2 ? own : c.done.at(-2)?.base || c.earlier();
  return whole === '' ? null : level(`${whole}占${trimTail(c.left)}`, whole);
}

/** 比上年的18.13%: what the value is set against. */
function against(c: Around): Metric | null {
  if (!AGAINST.test(c.undated.replace(THE_SAME, '')) || c.unitClass === 'rank' || (c.previous?.unit !== c.figure.unit && c.unitClass !== 'money')) return null;
  const base = aboutLast(c);
  return base === '' ? null : level(base);
}

/** Of what a plan, a target or a budget says of it. */
function fulfilled(c: Around): Metric | null {
  const words = c.unitClass === 'percent' ? c.withoutTimes({ start: c.figure.start - c.left.length, end: c.figure.start }) : '', found = FULFILS.exec(words);
  if (!found || words.slice(0, found.index).trim().length >= 2) return null;
  const base = aboutLast(c);
  return level(base + found[0].replace(/的?\s*$/, ''), base);
}

/** The change itself: 比上年增加2826.6亿元, 增长10.1%; or how far the value lies from another one. `before` are the words before the figure. */
export function changed(c: Around, before: string): Metric | null {
  // 高出整体增速7.7个百分点: what the sentence is about, set against another value; what follows is about it too.
  if (/^(?:高出|高于|低于|快于|慢于|超出|低出)[\p{Script=Han}A-Za-z]{2,16}$/u.test(before)) {
    const whole = about(c);
    return level(whole + before, whole, before);
  }
  const change = c.unitClass === 'rank' || /(?:至|到|为)$/.test(c.undated.trim()) ? null : CHANGE_END.exec(before.replace(/(?:约|近|超|超过|了)+$/, ''));
  if (!change) return null;
  let subject = before.slice(0, change.index).replace(/(?:(?:比(?![例重率])|较)[^，,]{0,10}?(?:上年同期|上年末|上年|去年同期|去年|上月|同期|年初|年末|以来|前|末|底|年)?(?:相比)?|(?:与|(?<![合共相不协])同)[^，,]{0,12}?(?:上年同期|去年同期|上年|去年|上月|相比))$/, '').replace(/(?:按[^，,]{1,10}?计算|扣除价格因素|[一二三四五六七八九十\d]+年(?:间|来|里)?|实际|名义|每年|年均|平均|以年均|以|分别|同比|环比|同口径|比|较)+$/, '');
  subject = trimTail(subject);
  if (/^(?:比|较)|^(?:与|同)[^，,]*(?:相比|比较|同期|上年|去年)/.test(subject)) subject = '';
  // 占…的43.5%，较2008年提高4.2个百分点: the share is what rose; 增长3.9%，比二季度加快3.5个百分点: the growth is what sped up.
  const last = c.done.at(-1), rose = c.unitClass === 'points' && subject.length < 2 && last !== undefined && c.previous?.unit === '%' ? last.text : null;
  const base = ofWhat(subject, c);
  return { text: (rose ?? base) + (change[1] ?? '') + (change[2] as string), base, change: change[2] as string, before, tookAfter: false };
}

/** A ratio or a share of what the sentence is about: 是2012年的2.7倍, 占全球的3%. `subject` are the words before the figure, trimmed. */
export function related(c: Around, subject: string): Metric | null {
  const ratio = c.unitClass === 'times' ? /^[\s，,]*(?:约|大约)?((?:是|为|相当于)[^，,]{2,20}?)的?\s*$/.exec(c.left) : null;
  if (ratio) {
    const whole = about(c);
    return level(whole + (ratio[1] as string), whole, subject);
  }
  if (!/^(?:约?占(?![地用据线])|与[^，]*之比)/.test(subject) && !(c.unitClass === 'times' && /^(?:约?[为是]|相当于|达到?)/.test(subject))) return null;
  const whole = about(c).replace(/占(?![地用据]).*$/, '');
  return level(whole + subject, whole || subject, subject);
}
