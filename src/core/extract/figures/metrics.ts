/** What a Chinese figure measures, in the words around it. */
import type { Span } from '../../text/offsets';
import { about, level, sameKind } from './metric';
import type { Around, Metric } from './metric';
import { respectively } from './metricLists';
import { head, joinWords, takesAfter, trimAfter, trimRank, trimSubject, trimTail } from './metricPhrases';
import { PLACE } from './places';
import { borrowed, changed, ofWhat, related } from './rates';
import type { FoundFigure } from './spans';
import type { Time } from './times';
import { unitClassOf } from './units';

/** The place before a bracket with its value. */
const BESIDE = new RegExp(`(?:${PLACE}(?:[省市]|自治区)?|(?:^|[、，：:和与及])[\\p{Script=Han}]{2,4}[市县区州旗])[（(]$`, 'u');
/** A place by itself (…占21%，美国为26%): whose it is. */
const PLACE_ALONE = new RegExp(`^(?:${PLACE}(?:[省市]|自治区)?|[\\p{Script=Han}]{2,4}(?:新区|[市县区州旗]))$`, 'u');
const GENERIC = /^(?:[大国者强位]|之一|家|个)$/;
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
    const clause = clauses[clauseAt] ?? figure;
    const previous = figures[i - 1], next = figures[i + 1];
    const sameClause = previous !== undefined && previous.end > clause.start, from = sameClause ? previous.end : clause.start;
    const undated = withoutTimes({ start: from, end: figure.start });
    const around: Around = {
      text, figure, previous, next, clause, sameClause, nextInClause: next !== undefined && next.start < clause.end, left: text.slice(from, figure.start),
      undated: figure.rank ? undated.replace(/仅?次于[\p{Script=Han}、]{2,10}?的/u, '') : undated.replace(/(?:剔除|扣除)[^，,]{2,20}?(?:因素|影响)后?/, ''),
      // A bracket that opens behind the figure speaks of the next one: 支出1435亿元（2006年为1051亿元）.
      right: text.slice(figure.end, Math.min(clause.end, next ? next.start : clause.end)).replace(/^\s*[（(][^（）()]*$/, ''),
      unitClass: figure.rank ? 'rank' : unitClassOf(figure.unit), done: metrics, earlier: () => earlierSubject(clauseAt), withoutTimes,
    };
    metrics.push(beside(around) ?? borrowed(around) ?? metricOf(around));
  });
  return respectively(text, clauses, figures, metrics);

  /** 广东（4802.6亿元）、江苏（4212.3亿元）: the place before the bracket is whose it is. */
  function beside({ left, done }: Around): Metric | null {
    const last = done.at(-1);
    if (!BESIDE.test(left) || !(last || previousBase)) return null;
    return last ? { ...last, change: null, tookAfter: false } : level(previousBase);
  }

  /** Subject of the nearest earlier clause that has one. */
  function earlierSubject(clauseAt: number): string {
    for (let c = clauseAt - 1; c >= 0; c--) {
      const clause = clauses[c] as Span;
      const within = figures.findIndex((f) => f.start >= clause.start && f.start < clause.end);
      // 远超过去6年之和, 超过全社会研发投入2.79万亿元: what it is set against.
      if (/^\s*(?:远|已|大幅)?(?:超过|超|相当于|高于|低于)/.test(text.slice(clause.start, clause.end))) continue;
      if (within >= 0 && within < metrics.length) {
        const base = (metrics.slice(within).filter((m) => m.change === null).at(-1) ?? metrics.at(-1))?.base;
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

  /** 与137个国家和30个国际组织签署文件: the verb and its object, which the first members of a list share with the last. */
  function predicate({ figure, next, clause }: Around): string {
    if (!next || !/(?:和|、|与|以及)\s*$/.test(text.slice(figure.end, next.start))) return '';
    let words = '', at = next.end;
    for (const f of figures) if (f.start >= next.end && f.start < clause.end) { words += text.slice(at, f.start); at = f.end; }
    words += text.slice(at, clause.end);
    return /(?:签署|签订|建立|缔结|开展|达成|设立|共建|合作)[^，,、；;]{0,24}/.exec(words)?.[0] ?? '';
  }

  function metricOf(c: Around): Metric {
    const { figure, right, unitClass } = c, last = c.done.at(-1);
    const before = wordsBefore(c);
    if (typeof before !== 'string') return before;
    const change = changed(c, before);
    if (change) return change;
    let subject = trimTail(unitClass === 'rank' ? trimRank(before) : before);
    // 北京、上海分别位居…: the places are whose, not what.
    if (unitClass === 'rank' && /分别/.test(c.undated) && /^[\p{Script=Han}A-Za-z]{2,6}(?:[、和与][\p{Script=Han}A-Za-z]{2,6})+$/u.test(subject)) subject = '';
    const share = related(c, subject);
    if (share) return share;
    if (last && PLACE_ALONE.test(subject) && right.trim() === '' && sameKind(c)) return { ...last, before: subject, tookAfter: false };
    const found = takesAfter(right, unitClass, subject === '') ? trimAfter(right, c.nextInClause) + (c.nextInClause && /[与同向和]\s*$/.test(c.left) ? predicate(c) : '') : '';
    const after = unitClass === 'rank' && RANKED_NOUN.test(found) ? '' : found;
    let words: string, base: string | null = null;
    if (unitClass === 'duration') {
      if (subject === '' && figure.qualifier === '连续') subject = about(c);
      base = subject;
      const what = c.nextInClause && c.next?.rank ? right + text.slice(c.next.start, c.next.end) : right;
      words = /^(?:来|以来|内|后|前|时|中|间|起|之|里)/.test(right.trim()) ? subject : subject + trimAfter(what, false);
    } else words = subject === '' || after === '' ? subject + after : joinWords(/的\s*$/.test(c.undated) ? `${subject}的` : subject, after);
    words = ofWhat(words, c, true);
    if (words.replace(/[^\p{L}\p{N}]/gu, '').length < 2 || GENERIC.test(words)) words = about(c) + (GENERIC.test(words) ? '' : words);
    return { text: words, base: base || words, change: null, before: subject, tookAfter: after !== '' && unitClass !== 'duration' };
  }

  /** The words before a figure that may name what it measures; the metric itself where it goes on with that of the figure before. */
  function wordsBefore(c: Around): string | Metric {
    const last = c.done.at(-1), left = c.undated;
    // Going 增长至 and the like says nothing of its own; 为下降 says what is.
    const onward = left.replace(/[\s、，,和与及以或至到约为（）()的为]/g, ''), bare = /[为是](?:增|提|上|下|降|减|回)\S{0,2}$/.test(left.trim()) ? onward : onward.replace(/^(?:再度|攀升|回落|下滑|收窄|增加|增长|提高|提升|上升|下降|降低|减少|变|升|降|扩大|跃升|回升|缩小)+$/, '');
    // The second value of from-to, or the next member of a plain list, measures what the first does.
    if (last && bare === '') {
      if (!c.sameClause && /^\s*\S{0,6}(?:增|提|上|下|降|减|变|升|扩|缩)\S{0,2}(?:至|到|为)/.test(c.left)) return last;
      if (c.sameClause && (/(?:至|到|为)\s*$/.test(left.trim()) || (!last.tookAfter && !takesAfter(c.right, c.unitClass, false))) && (c.unitClass === 'rank' || sameKind(c))) return last;
    }
    if (!c.sameClause || !last?.tookAfter) return head(c.sameClause ? left.replace(/^[、和与及以]+/, '') : left);
    const tail = /(?:、|和|与|及|以及|，)\s*([^、和与及的]*)$/.exec(left)?.[1];
    return tail?.trim() === '' ? last.before : head(tail && tail.length >= 2 ? tail : left);
  }
}
