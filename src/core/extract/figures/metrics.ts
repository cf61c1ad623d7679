/** What a Chinese figure measures, in the words around it. */
import type { Span } from '../../text/offsets';
import { PLACE } from './places';
import type { FoundFigure } from './spans';
import type { Time } from './times';
import { unitClassOf } from './units';

/** The words of one figure's metric, and how later figures of the sentence may go on with them. */
export interface Metric {
  readonly text: string;
  /** Without the verb of change: what a following 增长10.1% is about. */
  readonly base: string;
  /** Verb of change (增长, 提高) where the figure is the change itself; null for a level. */
  readonly change: string | null;
  /** Subject words before the figure, shared by the next member of a list. */
  readonly before: string;
  readonly tookAfter: boolean;
}

const CHANGE = '(?:成长|回升|攀升|跃升|走高|走低|衰退|多增|少增|多减|贬值|升值|增长|增加|上升|提高|提升|下降|减少|降低|回落|下滑|上涨|下跌|扩大|缩小|收窄|加快|放缓|增速|增幅|涨幅|降幅|压减|压降|削减|节约|增|降|升|涨|跌|高出|高于|低于|高|低|快|多|少)';
const CHANGE_END = new RegExp(`((?:同比|环比|按年|按月|年均|(?<![上去今本同当近一二三四五六七八九十\\d])年(?=增|减)|(?<![上同])月(?=增|减)|平均|累计|实际|名义|净)*)(?<!新|自然)(${CHANGE})(?:了|幅度|率|速度)?(?:为|达|达到|超过?|约|近|逾|是)*$`);
const TRAIL = /(?:首次|再次|跃上|迈上|站上|跨越|迈过|跨过|登上|进一步|逐步|稳步|快速|大幅|持续|已经|已|共计|(?<!收入|支出|资产)(?:总计|合计)|累计|共|约有|约|为|达到了|达到|达成|达|是|共有|现有|仍有|还有|仅有|拥有|具有|(?<!国|所|保|公|私)有|增加到|增长到|提高到|提升到|上升到|下降到|扩大到|高达|低至|多达|仅达|增至|增加至|增长至|提高至|提升至|上升至|上升为|下降至|降低至|降至|升至|跃升至|跃居|回升至|(?:攀升|回落|下滑|收窄|缩小|扩大|减少|压减)[至到]|再度|折合|约合|变为|突破|超过了|超过|超|接近|位居|位列|排在|排名|名列|居于|居|稳居|保持在|保持|蝉联|成为|完成|实现|平均|大约|分别|均|都|也|(?<!存)在|至|到|从|由|(?<!来)自|的|了|着|、|(?<!中|总|饱)和|(?<!参)与|(?<!惠|涉|普|波|危)及|以及|(?<!合|共|协|相)同|向|兑|拟按|拟|按|定为|安排|控制在|仅|只有|仅次于美国|年均|预计|预期|倍增[至到]|(?<!占)(?:全球|世界|全国)(?:范围内)?(?:的)?)$/;
const RANK_TRAIL = /(?:在?(?:全球|世界|全国|亚洲|国际|国内|全省|行业)(?:排名|范围内|上)?(?:中|的)?|位居|位列|排名|排在|排|名列|列|居|稳居|跃居|跃升至|跃升|升至|上升至|上升到|提升至|保持|蝉联|成为|占据|进入|跻身|罕见地?|历史性地?|首次|再次|成功|同样|(?:都|均)?以(?:绝对|明显|较大)?优势|继续|分别|分|连续\S{1,4}年|连续|位次|已|(?:均|都|也))$/;
const LEAD = new RegExp(`^(?:[\\s”，,、：:；;）)]|[（(](?![^（()]*[）)])|以来|其中|分[^，,]{1,8}看[，,]?|此外|同时|与此同时|目前|当前|截至目前|近年来|(?:总的|整体)?来看|另外|而|但|且|并(?![购网])|也|又|据统计|数据显示|初步核算|例如|加上|如|我国|全[市省区县州](?!域|长)|我[省市县区校院们]|本[省市县区校院]|该[省市县区校院]|中国|全国共|全国|已经|已|还(?![款贷])|均(?![衡价值])|共计|共(?![建同享和商筑赢产])|累计|总计|合计|现有|现|先后|将(?!军)|正在|正|仅|年末|全年|去年|上年|今年|成功|国家层面|已?成为|取得(?=[“"])|建有|拥有|具有|有(?![效机色关限力序害毒])|预计|拟安排|安排(?=[一-鿿]{3})|实现(?=[一-鿿]{3})|完成(?=[一-鿿]{3})|投入(?=研究|研发|R&D)|按[^，,]{2,24}?计算的?(?=[一-鿿]{2})|是|为(?=[\\d])|的|了|和(?![谐平])|与(?=[、，])|及|以及|或|并且|《[^》]*》(?:显示|指出|表明)?|[（(][^）)]{0,12}[）)])+`);
const AFTER_STOP = /^(?:[\s，,。;；、：:）)】」』”"!?！？…%‰]|大关|关口|(?:新|大)?台阶|增(?![值材])|减(?![排税贫])|上升|上涨|提高|提升|下降|下跌|降(?![水解雨])|升至|涨|跌至|变为|扩大|缩小|跃升|攀升|达到|位居|位列|居(?![民住])|占(?!地)|来(?![华源自访])|以来|内(?![容地资部陆蒙])|后(?![勤备])|前(?![沿端])|时(?![装尚])|中(?![学小国东西部央医心华外等型级文])|间(?!接)|起(?!重)|之|以(?!色)|同比|环比|左右|和(?![谐平])|与|及|以及|或|到|至|为|是|已|均(?!衡)|都(?!市)|并(?![购网])|用于|不等|在内|上下)/;
/** The place before a bracket with its value. */
const BESIDE = new RegExp(`(?:${PLACE}(?:[省市]|自治区)?|(?:^|[、，：:和与及])[\\p{Script=Han}]{2,4}[市县区州旗])[（(]$`, 'u');
/** A place by itself (…占21%，美国为26%): whose it is. */
const PLACE_ALONE = new RegExp(`^(?:${PLACE}(?:[省市]|自治区)?|[\\p{Script=Han}]{2,4}(?:新区|[市县区州旗]))$`, 'u');
/** What only says what a value is set against. */
const AGAINST = /^[，,]?\s*(?:比|较|与|同)(?:[“"]?[一二三四五六七八九十]+五[”"]?(?:时期|期间)?[末初]?|上年|去年)?的?\s*$/;
/** 完成全年目标的95.0%: of what the sentence is about. */
const FULFILS = /(?:完成|实现|达到|占|为)(?:全年|年度|年初|本年|计划|预期|既定)?[^，,]{0,3}?(?:目标|任务|计划|预算)(?:任务|数)?的?\s*$/;
/** Another country that a value is compared with (仅次于美国的…). */
const OTHERS = new RegExp(`次于(?:${PLACE})的\\s*$`);
const GENERIC = /^(?:[大国者强位]|之一|家|个)$/;
/** What says how something is counted, not what. */
/** What a change is counted in, and not what changes: of what the sentence is about. */
const BARE_RATE = /^(?:累计)?(?:增速|增幅|降幅|涨幅|跌幅|占比|比重)$/;
/** What somebody makes, where the words do not say who: of whom the sentence speaks. */
const MADE = /^(?:实现|完成|创造|上缴)?(?:净?利润|利税|税收|税金|产值|营收|营业收入|主营业务收入|销售收入)(?:总额)?$/;
const MAKER = /^.*(?:企业|工业|行业|产业|制造业|服务业|采矿业|公司|园区|高新区|开发区)/;
const BARE_NOUN = /^(?:增量|数量|总数|总量|规模|总规模|总额|排名|综合排名|增速|占比|比重|比例)$/;
/** What ranks in 第二大国 says nothing by itself. */
const RANKED_NOUN = /^(?:国|国家|者|强国|大国)$/;

/**
 * Metrics of the figures of one sentence. `figures` in order; `times` are taken out of the words; `previousBase` is what the sentence
 * before was about, for one that has no subject of its own (三季度同比增长4.8%).
 */
export function metricsOf(text: string, clauses: readonly Span[], figures: readonly FoundFigure[], times: readonly Time[], previousBase = ''): Metric[] {
  const metrics: Metric[] = [];
  figures.forEach((figure, i) => {
    const clauseAt = clauses.findIndex((c) => figure.start >= c.start && figure.start < c.end);
    const clause = clauses[clauseAt] ?? { start: figure.start, end: figure.end };
    const previous = figures[i - 1], next = figures[i + 1];
    const sameClause = previous !== undefined && previous.end > clause.start;
    const left = text.slice(sameClause ? previous.end : clause.start, figure.start);
    // A bracket that opens behind the figure speaks of the next one: 支出1435亿元（2006年为1051亿元）.
    const right = text.slice(figure.end, Math.min(clause.end, next ? next.start : clause.end)).replace(/^\s*[（(][^（）()]*$/, '');
    const last = metrics[i - 1];
    metrics.push(metricOf({ figure, previous, next, left, right, sameClause, last, earlier: () => earlierSubject(clauseAt, metrics, i), nextInClause: next !== undefined && next.start < clause.end }));
  });
  return respectively(text, clauses, figures, metrics);

  /** Subject of the nearest earlier clause that has one. */
  function earlierSubject(clauseAt: number, done: readonly Metric[], i: number): string {
    for (let c = clauseAt - 1; c >= 0; c--) {
      const clause = clauses[c] as Span;
      const within = figures.findIndex((f) => f.start >= clause.start && f.start < clause.end);
      // 远超过去6年之和, 超过全社会研发投入2.79万亿元: what it is set against.
      if (/^\s*(?:远|已|大幅)?(?:超过|超|相当于|高于|低于)/.test(text.slice(clause.start, clause.end))) continue;
      if (within >= 0 && within < i) {
        const base = (done.slice(within, i).filter((m) => m.change === null).at(-1) ?? done[i - 1])?.base;
        if (base) return base;
      }
      if (/^\s*(?:在[^，,]*中|(?:分|从)[^，,]{1,10}看)$/.test(text.slice(clause.start, clause.end))) continue;
      if (/^\s*(?:扣除|剔除|按|若按|如按|以|经初步|(?:与|同|和|较|比)(?=[^，,]*(?:相比|比较)\s*$))[^，,]*$/.test(text.slice(clause.start, clause.end))) continue;
      const words = trimSubject(withoutTimes(clause));
      if (words.length >= 3 || /^\p{Script=Han}{2}$/u.test(words)) return words;
    }
    return previousBase;
  }

  function withoutTimes(span: Span): string {
    let words = '', at = span.start;
    for (const t of times) {
      if (t.end <= span.start || t.start >= span.end) continue;
      words += text.slice(at, Math.max(at, t.start)); at = Math.max(at, t.end);
    }
    return words + text.slice(at, Math.max(at, span.end));
  }

  function clause(figure: FoundFigure): Span {
    return clauses.find((s) => figure.start >= s.start && figure.start < s.end) ?? figure;
  }

  /** 与137个国家和30个国际组织签署文件: the verb and its object, which the first members of a list share with the last. */
  function predicate(figure: FoundFigure, next: FoundFigure, span: Span): string {
    if (!/(?:和|、|与|以及)\s*$/.test(text.slice(figure.end, next.start))) return '';
    let words = '', at = next.end;
    for (const f of figures) if (f.start >= next.end && f.start < span.end) { words += text.slice(at, f.start); at = f.end; }
    words += text.slice(at, span.end);
    return /(?:签署|签订|建立|缔结|开展|达成|设立|共建|合作)[^，,、；;]{0,24}/.exec(words)?.[0] ?? '';
  }

  function metricOf(c: {
    figure: FoundFigure; previous: FoundFigure | undefined; next: FoundFigure | undefined; left: string; right: string; sameClause: boolean;
    last: Metric | undefined; earlier: () => string; nextInClause: boolean;
  }): Metric {
    const { figure, right, last } = c;
    const unitClass = figure.rank ? 'rank' : unitClassOf(figure.unit);
    // 广东（4802.6亿元）、江苏（4212.3亿元）: the place before the bracket is whose it is.
    if (BESIDE.test(c.left) && (last || previousBase)) return last ? { ...last, change: null, tookAfter: false } : { text: previousBase, base: previousBase, change: null, before: '', tookAfter: false };
    const leftSpan = { start: figure.start - c.left.length, end: figure.start };
    const left = c.figure.rank ? withoutTimes(leftSpan).replace(/仅?次于[\p{Script=Han}、]{2,10}?的/u, '') : withoutTimes(leftSpan).replace(/(?:剔除|扣除)[^，,]{2,20}?(?:因素|影响)后?/, '');
    // 仅次于美国的20.5万亿美元: the other country's value of the same thing.
    if (last && OTHERS.test(c.left)) return { ...last, text: last.base, change: null, tookAfter: false };
    // 人均GDP达70429元（折合10209美元）: the same in another unit.
    if (last && /^[（(](?:约|折)?(?:合|折)[^（）()]*$/.test(c.left)) return { ...last, text: last.base, change: null };
    // 增速高于全国（3.9%）3.6个百分点: the other's value of the same thing, and how far it is from that.
    const aside = unitClass === 'percent' ? /^(.*?)((?:[高低快慢多少]于|[高低]出)[\p{Script=Han}]{1,8})[（(]$/u.exec(left.trim()) : null;
    if (aside) {
      const text = ofWhat(trimTail(head(aside[1] as string)), c);
      return { text, base: text, change: null, before: aside[2] as string, tookAfter: false };
    }
    if (last && /^[）)]\s*$/.test(c.left) && /^[高低快慢多少](?:于|出)/.test(last.before)) return { ...last, text: last.text + last.before, change: null };
    // 产值38万亿元，占47个国家总量的72.5%: the number of those it is a share of comes between.
    if (unitClass === 'percent' && c.sameClause && c.previous && /占\s*$/.test(text.slice(0, c.previous.start)) && /的\s*$/.test(c.left)) {
      const own = trimTail(head(withoutTimes({ start: clause(figure).start, end: c.previous.start }).replace(/占\s*$/, ''))), whole = own.length >= 2 ? own : metrics[metrics.length - 2]?.base || c.earlier();
      if (whole !== '') return { text: `${whole}占${trimTail(c.left)}`, base: whole, change: null, before: '', tookAfter: false };
    }
    if (AGAINST.test(left) && unitClass !== 'rank' && (c.previous?.unit === figure.unit || unitClass === 'money')) {
      const base = lastBase(c.earlier, last, c.sameClause || last !== undefined);
      if (base) return { text: base, base, change: null, before: '', tookAfter: false };
    }
    const fulfils = unitClass === 'percent' ? FULFILS.exec(withoutTimes(leftSpan)) : null;
    if (fulfils && withoutTimes(leftSpan).slice(0, fulfils.index).trim().length < 2) {
      const base = lastBase(c.earlier, last, c.sameClause || last !== undefined);
      return { text: base + fulfils[0].replace(/的?\s*$/, ''), base, change: null, before: '', tookAfter: false };
    }
    let before: string;
    // Going 增长至 and the like says nothing of its own; 为下降 says what is.
    const onward = left.replace(/[\s、，,和与及以或至到约为（）()的为]/g, ''), bare = /[为是](?:增|提|上|下|降|减|回)\S{0,2}$/.test(left.trim()) ? onward : onward.replace(/^(?:再度|攀升|回落|下滑|收窄|增加|增长|提高|提升|上升|下降|降低|减少|变|升|降|扩大|跃升|回升|缩小)+$/, '');
    // The second value of from-to, or the next member of a plain list, measures what the first does.
    if (!c.sameClause && last !== undefined && bare === '' && /^\s*\S{0,6}(?:增|提|上|下|降|减|变|升|扩|缩)\S{0,2}(?:至|到|为)/.test(c.left)) return last;
    const continues = c.sameClause && last !== undefined && bare === '';
    if (continues && /(?:至|到|为)\s*$/.test(left.trim()) || (continues && !last.tookAfter && !takesAfter(right, unitClass, false))) {
      if (unitClass === 'rank' || comparableStep(figure, c.previous)) return { ...(last as Metric), change: (last as Metric).change };
    }
    if (c.sameClause && last?.tookAfter) {
      const tail = /(?:、|和|与|及|以及|，)\s*([^、和与及的]*)$/.exec(left);
      before = tail && (tail[1] as string).trim() === '' ? last.before : tail && (tail[1] as string).length >= 2 ? head(tail[1] as string) : head(left);
    } else before = head(c.sameClause ? left.replace(/^[、和与及以]+/, '') : left);

    // 高出整体增速7.7个百分点: what the sentence is about, set against another value; what follows is about it too.
    if (/^(?:高出|高于|低于|快于|慢于|超出|低出)[\p{Script=Han}A-Za-z]{2,16}$/u.test(before)) {
      const whole = lastBase(c.earlier, last, c.sameClause);
      return { text: whole + before, base: whole, change: null, before, tookAfter: false };
    }
    // The change itself: 比上年增加2826.6亿元, 增长10.1%.
    const change = CHANGE_END.exec(before.replace(/(?:约|近|超|超过|了)+$/, ''));
    if (change && unitClass !== 'rank' && !/(?:至|到|为)$/.test(left.trim())) {
      let subject = before.slice(0, change.index).replace(/(?:比(?![例重率])|较|与|(?<![合共相不协])同)[^，,]{0,10}?(?:上年同期|上年末|上年|去年同期|去年|上月|同期|年初|年末|以来|前|末|底|年)?(?:相比)?$/, '').replace(/(?:按[^，,]{1,10}?计算|扣除价格因素|[一二三四五六七八九十\d]+年(?:间|来|里)?|实际|名义|每年|年均|平均|以年均|以|分别|同比|环比|比|较)+$/, '');
      subject = trimTail(subject);
      if (/^(?:比|较|与|同)/.test(subject)) subject = '';
      // 占…的43.5%，较2008年提高4.2个百分点: the share is what rose; 增长3.9%，比二季度加快3.5个百分点: the growth is what sped up.
      const level = unitClass === 'points' && subject.length < 2 && last !== undefined && c.previous?.unit === '%' ? last.text : null;
      const base = ofWhat(subject, c);
      const verb = (change[1] ?? '') + (change[2] as string);
      return { text: (level ?? base) + verb, base, change: change[2] as string, before, tookAfter: false };
    }
    before = unitClass === 'rank' ? trimRank(before) : before;
    let subject = trimTail(before);
    // 北京、上海分别位居…: the places are whose, not what.
    if (unitClass === 'rank' && /分别/.test(left) && /^[\p{Script=Han}A-Za-z]{2,6}(?:[、和与][\p{Script=Han}A-Za-z]{2,6})+$/u.test(subject)) subject = '';
    // 是2012年的2.7倍: of what the sentence is about.
    const ratio = unitClass === 'times' ? /^[\s，,]*(?:约|大约)?((?:是|为|相当于)[^，,]{2,20}?)的?\s*$/.exec(c.left) : null;
    if (ratio) {
      const whole = lastBase(c.earlier, last, c.sameClause);
      return { text: whole + (ratio[1] as string), base: whole, change: null, before: subject, tookAfter: false };
    }
    if (/^(?:约?占(?![地用据线])|与[^，]*之比)/.test(subject) || (unitClass === 'times' && /^(?:约?[为是]|相当于|达到?)/.test(subject))) {
      const whole = lastBase(c.earlier, last, c.sameClause).replace(/占(?![地用据]).*$/, '');
      return { text: whole + subject, base: whole || subject, change: null, before: subject, tookAfter: false };
    }
    if (last && PLACE_ALONE.test(subject) && right.trim() === '' && comparableStep(figure, c.previous)) return { ...last, before: subject, tookAfter: false };
    const found = takesAfter(right, unitClass, subject === '') ? trimAfter(right, c.nextInClause) + (c.nextInClause && /[与同向和]\s*$/.test(c.left) ? predicate(figure, c.next as FoundFigure, clause(figure)) : '') : '';
    const after = unitClass === 'rank' && RANKED_NOUN.test(found) ? '' : found;
    let words: string, base: string | null = null;
    if (unitClass === 'duration') {
      if (subject === '' && figure.qualifier === '连续') subject = lastBase(c.earlier, last, c.sameClause);
      base = subject;
      const predicate = c.nextInClause && c.next?.rank ? right + text.slice(c.next.start, c.next.end) : right;
      words = /^(?:来|以来|内|后|前|时|中|间|起|之|里)/.test(right.trim()) ? subject : subject + trimAfter(predicate, false);
    } else words = subject === '' || after === '' ? subject + after : joinWords(/的\s*$/.test(left) ? `${subject}的` : subject, after);
    words = ofWhat(words, c, true);
    const short = words.replace(/[^\p{L}\p{N}]/gu, '').length < 2 || GENERIC.test(words);
    if (short) {
      const base = lastBase(c.earlier, last, c.sameClause);
      words = base + (GENERIC.test(words) ? '' : words);
    } else if (BARE_NOUN.test(words)) {
      const base = lastBase(c.earlier, last, c.sameClause);
      if (!base.endsWith(words)) words = base.replace(/(?<=..)(?:总量|增量|增速|排名)$/, '') + words;
    }
    return { text: words, base: base || words, change: null, before: subject, tookAfter: after !== '' && unitClass !== 'duration' };
  }
}

/** Letters of a head that is said again for the whole. */
const HEAD = 3;

/** What stands in for its owner: the words of a figure's subject, with those of what the sentence was about before them where they cannot do without. */
function ofWhat(words: string, c: { readonly last: Metric | undefined; readonly sameClause: boolean; readonly earlier: () => string }, own = false): string {
  if (words.length < 2) return own ? words : lastBase(c.earlier, c.last, c.sameClause);
  if (BARE_RATE.test(words) && !own) return lastBase(c.earlier, c.last, c.sameClause) + words;
  const before = c.last?.base ?? '';
  if (MADE.test(words)) {
    const maker = MAKER.exec(before)?.[0];
    return maker === undefined ? words : maker + words;
  }
  // 人均收入中位数5万元，中位数是平均数的85%: a short head, which stands for the whole that ends with it.
  if (before.length > HEAD + 2 && before.endsWith(words.slice(0, HEAD))) return before + words.slice(HEAD);
  return words;
}

/** A preposition that has lost its object goes; the rest of the phrase stays as it is. */
function joinWords(before: string, after: string): string {
  return before.replace(/(?:与|同|向|为|对|给|把|将|使|让|帮助|支持|推动|促进|吸引|带动)$/, '') + after;
}

function comparableStep(figure: FoundFigure, previous: FoundFigure | undefined): boolean {
  return previous !== undefined && previous.rank === figure.rank && unitClassOf(previous.unit) === unitClassOf(figure.unit);
}

function lastBase(earlier: () => string, last: Metric | undefined, sameClause: boolean): string {
  return sameClause && last?.base ? last.base : earlier();
}

/** Whether the words behind a figure name what it counts. */
function takesAfter(right: string, unitClass: string, leading: boolean): boolean {
  if (right.trim() === '') return false;
  const of = /^\s*的/.test(right);
  const words = right.replace(/^\s*的/, '').replace(/^[（(](?=[^）)]*(?:数|同|占|比|下降|增长|约|合)|$)[^）)]*[）)]?/, '');
  if (words.trim() === '') return false;
  if (AFTER_STOP.test(words)) return false;
  if (unitClass === 'percent' || unitClass === 'times') return (of || (leading && /^[\p{Script=Han}]/u.test(words))) && words.length >= 2;
  if (unitClass === 'points' || unitClass === 'duration') return false;
  if (unitClass === 'rank') return /^\s*(?:大|的)?[\p{Script=Han}A-Za-z]{2,}/u.test(words) && !/^(?:位|名|[次届])/.test(words);
  return /^[\p{Script=Han}A-Za-z“"《（(]/u.test(words);
}

function trimAfter(right: string, nextInClause: boolean): string {
  let words = right.replace(/^\s*的/, '').replace(/[（(](?:见|图|表)[^）)]*[）)]/g, '').trim();
  if (nextInClause) words = words.replace(/(?:、|和|与|及|以及|或|，)\s*$/, '').replace(/、.*$/, '');
  // 169个国家高新区聚集了…: what is counted ends where it begins to act.
  const acts = /^([\p{Script=Han}A-Za-z“”]{3,24}?)(?:聚集|开展|建成|吸引|带动|形成|完成|获得|取得|实施|集聚|贡献|创造|培育|拥有)了/u.exec(words);
  if (acts) words = acts[1] as string;
  words = words.replace(/(?:等|以上|左右|之多|不等)$/, '').replace(/[^\p{L}\p{N}）)”"》]+$/u, '');
  return words.slice(0, 48);
}

/** （即…）: what only explains the words before it. */
const GLOSS = /[（(](?:即|含|包括|包含|是?指|以下|如无|简称|又称|亦称)[^（）()]*[）)]/g;
/** Who says it: 某组织预测中国GDP增长8%. */
const REPORTED = /^[^，,、]{2,24}?(?:预测|预计|预期|估计|估算)(?=中国|我国|全国|全球|世界|GDP|国内)/;

/** Words before a figure, without what leads in. */
function head(words: string): string {
  let result = words.replace(GLOSS, '').replace(REPORTED, '');
  for (let i = 0; i < 4; i++) {
    const next = result.replace(LEAD, '')
      .replace(/^(?:在[^，,]{1,30}?(?:领域|方面|过程中|期间)(?=[\p{Script=Han}]{2}))/u, '')
      .replace(/^(?:与|同|和)[^，,]{1,40}?(?=共建|签署|签订|建立|合作|开展|搭建|联合建|共同建)/, '');
    // 全国人口: with less there is nothing left to say.
    if (next === result || /^(?:年末|全国|全[省市县区])[\p{Script=Han}]{1,2}$/u.test(result)) break;
    result = next;
  }
  return result;
}

function trimTail(words: string): string {
  let result = words.replace(/\[\d{1,3}\]?/g, '').trim();
  for (let i = 0; i < 8; i++) {
    const next = result.replace(/[（(](?:其中)?(?:占|比|约)$/, '').replace(TRAIL, '').trim();
    if (next === result) break;
    result = next;
  }
  result = result.replace(/[（(][^（）()]*(?:之比|下同|不含|剔除|可比价|不变价|现价)[^（）()]*[）)]$/, '');
  return result.replace(/^[^\p{L}\p{N}“"《（(]+|[^\p{L}\p{N}”"》）)]+$/gu, '').replace(/了(?=[\p{Script=Han}]*$)/u, (m, at: number) => (at === result.length - 1 ? '' : m));
}

function trimRank(words: string): string {
  const whole = words.trim();
  let result = whole;
  for (let i = 0; i < 8; i++) {
    const next = result.replace(RANK_TRAIL, '').trim();
    if (next === result) break;
    result = next;
  }
  // 指数排名 is a name, 已排名 a verb.
  return result !== '' && whole.startsWith(`${result}排名`) && /[\p{Script=Han}”]$/u.test(result) ? `${result}排名` : result;
}

/** Subject of a whole clause: its words up to the first predicate. */
function trimSubject(clause: string): string {
  const words = head(clause.replace(GLOSS, '')).replace(/^[\p{Script=Han}]{2,14}(?:发布|公布|编制)的(?=[\p{Script=Han}“]{3})/u, '');
  const cut = words.search(/(?:首次|突破|跨越|迈上|迈过|跃上|站上|已经|已|成为|超越|超过|位居|稳步|持续|大幅|明显|不断|显著|逐步|快速|更加|正在|显示|表明|指出|取得|实现|达到|得到|是|为|增至|增长|进一步)/);
  return trimTail(cut >= 2 ? words.slice(0, cut) : words).slice(-40);
}

const TOWN: Readonly<Record<string, string>> = { 城: '城镇', 乡: '农村' };

/** 工业、建筑业增加值分别为…: the members of a list with what they share; null where the list does not go with the figures. */
function listed(metric: string, count: number): string[] | null {
  // 城乡居民收入分别为A和B.
  const both = count === 2 ? /^城乡(居民[^、和与]*|[^、和与]*收入[^、和与]*)$/.exec(metric.replace(/分别$/, ''))?.[1] : undefined;
  if (both) return [`城镇${both}`, `农村${both}`];
  // 汽车产销分别完成A和B.
  const trade = count === 2 ? /^(.+)产销量?$/.exec(metric.replace(/分别$/, ''))?.[1] : undefined;
  if (trade) return [`${trade}产量`, `${trade}销量`];
  const items = metric.replace(/分别$/, '').split(/[、和与]/);
  if (items.length !== count) return null;
  // 城、乡居民人均可支配收入: single letters share all that follows the last of them.
  if (items.slice(0, -1).every((item) => /^\p{Script=Han}$/u.test(item)) && (items.at(-1) as string).length > 3) return items.map((item) => (TOWN[item[0] as string] ?? item[0] as string) + (items.at(-1) as string).slice(1));
  if (items.some((item) => item.length < 2)) return null;
  // 发明专利申请量和授权量: the later members share the head of the first.
  const first = items[0] as string;
  if (items.slice(1).every((item) => item.length <= 4 && item.at(-1) === first.at(-1) && first.length > item.length + 1)) {
    return items.map((item, i) => (i === 0 ? item : first.slice(0, first.length - item.length) + item));
  }
  const shared = /^.{2,}?((?:[A-Za-z&]{2,})?(?:(?:行业|产业|领域|企业)?(?:实现)?(?:净?利润|利税|税收|营业收入)|增加值|经费|人均|人数|收入|产值|数量|比重|占比|强度|增速|总额|支出|投入|产量|面积|比例|规模|占).*)$/.exec(items.at(-1) as string)?.[1] ?? '';
  return items.map((item, i) => (i === count - 1 ? item : item + shared));
}

/** 进口、出口分别增长6%、18% behind their two values: rates and values go in step. */
function respectively(text: string, clauses: readonly Span[], figures: readonly FoundFigure[], metrics: readonly Metric[]): Metric[] {
  const result = [...metrics];
  for (const clause of clauses) {
    const inside = figures.map((f, i) => [f, i] as const).filter(([f]) => f.start >= clause.start && f.start < clause.end);
    const first = inside[0];
    if (inside.length < 2 || !first || !/分别|分居|分列|分获/.test(text.slice(clause.start, first[0].start))) continue;
    if (metrics[first[1]]?.change === null) {
      const whole = (metrics[first[1]] as Metric).base;
      // 分别从A和B增长至C和D gives each of the two names two values.
      const names = listed(whole, inside.length) ?? (inside.length === 4 ? listed(whole, 2) : null);
      if (names) inside.forEach(([, i], k) => { const name = names[k % names.length] as string; result[i] = { ...(metrics[i] as Metric), text: name, base: name }; });
      continue;
    }
    // 存款、贷款余额分别增长: the clause names by itself what grows.
    if (text.slice(clause.start, first[0].start).replace(/(?:比[^，,]*分别|比上年|同比|较|分别|均|各).*$/, '').trim().length >= 3) continue;
    const levels = figures.map((_, i) => i).filter((i) => i < first[1] && result[i]?.change === null).slice(-inside.length);
    if (levels.length !== inside.length) continue;
    inside.forEach(([, i], k) => {
      const own = metrics[i] as Metric, base = (result[levels[k] as number] as Metric).base;
      result[i] = { ...own, base, text: base + ((metrics[first[1]] as Metric).text.slice((metrics[first[1]] as Metric).base.length)), change: (metrics[first[1]] as Metric).change };
    });
  }
  return result;
}
