/** Metrics of lists: names and values in step. */
import type { Span } from '../../text/offsets';
import type { Metric } from './metric';
import { PLACE } from './places';
import type { FoundFigure } from './spans';

const PLACE_FIRST = new RegExp(`^${PLACE}(?:[省市]|自治区)?(?=.{2})`), PLACE_ALONE = new RegExp(`^${PLACE}(?:[省市]|自治区)?$`);
const TOWN: Readonly<Record<string, string>> = { 城: '城镇', 乡: '农村' };

/** What members of one list are: each of them ends with it. */
const KINDS = ['制造业', '服务业', '业', '服务', '地区', '企业', '产品', '商品', '机构', '领域', '群体', '省', '市', '县', '区', '国'];

/** 制造业、服务业实际使用外资: what stands behind the kind of thing that all members are, in the last of them; null where they are of no one kind. */
function sharedBehind(items: readonly string[]): string | null {
  const last = items.at(-1) as string, kind = KINDS.find((word) => items.slice(0, -1).every((item) => item.endsWith(word)) && last.indexOf(word) > 0);
  const shared = kind === undefined ? '' : last.slice(last.indexOf(kind) + kind.length);
  return shared.length >= 2 ? shared : null;
}

/** 工业、建筑业增加值分别为…: the members of a list with what they share; null where the list does not go with the figures, or, if it must be `sure`, where nothing says what they share. */
function listed(metric: string, count: number, sure = false): string[] | null {
  // 城乡居民收入分别为A和B.
  const both = count === 2 ? /^城乡(居民[^、和与]*|[^、和与]*收入[^、和与]*)$/.exec(metric.replace(/分别$/, ''))?.[1] : undefined;
  if (both) return [`城镇${both}`, `农村${both}`];
  // 汽车产销分别完成A和B.
  const trade = count === 2 ? /^(.+)产销量?$/.exec(metric.replace(/分别$/, ''))?.[1] : undefined;
  if (trade) return [`${trade}产量`, `${trade}销量`];
  const [names = '', said = ''] = metric.split('分别'), does = said.replace(/^.*地$/, '');
  const items = [/、/, /[、和]/, /[、和与]/].map((mark) => names.split(mark)).find(({ length }) => length === count);
  if (!items) return null;
  // 德国、瑞士实际投资: whose they are, and not what.
  const place = items.slice(0, -1).every((item) => PLACE_ALONE.test(item)) ? PLACE_FIRST.exec(items.at(-1) as string)?.[0] : undefined;
  if (place !== undefined) return items.map(() => (items.at(-1) as string).slice(place.length).replace(/^的/, '') + does);
  // 电脑、手机分别出口…: what is said of all of them.
  if (does !== '' && items.every((item) => item.length >= 2)) return items.map((item) => item + does);
  // 城、乡居民人均可支配收入: single letters share all that follows the last of them.
  if (items.slice(0, -1).every((item) => /^\p{Script=Han}$/u.test(item)) && (items.at(-1) as string).length > 3) return items.map((item) => (TOWN[item[0] as string] ?? item[0] as string) + (items.at(-1) as string).slice(1));
  // 第二、第三产业增加值.
  if (items.slice(0, -1).every((item) => /^第.$/.test(item)) && /^第../.test(items.at(-1) as string)) return items.map((item, i) => (i === count - 1 ? item : item + (items.at(-1) as string).slice(item.length)));
  if (items.some((item) => item.length < 2)) return null;
  // 发明专利申请量和授权量: the later members share the head of the first.
  const first = items[0] as string;
  if (items.slice(1).every((item) => item.length <= 4 && item.at(-1) === first.at(-1) && first.length > item.length + 1)) {
    return items.map((item, i) => (i === 0 ? item : first.slice(0, first.length - item.length) + item));
  }
  const behind = sharedBehind(items);
  if (sure && behind === null) return null;
  const shared = behind ?? /^.{2,}?((?:[A-Za-z&]{2,})?(?:(?:行业|产业|领域|企业)?(?:实现)?(?:净?利润|利税|税收|营业收入)|增加值|经费|人均|人数|收入|产值|数量|比重|占比|强度|增速|总额|支出|投入|产量|面积|比例|规模|占).*)$/.exec(items.at(-1) as string)?.[1] ?? '';
  return items.map((item, i) => (i === count - 1 ? item : item + shared));
}

/** 进口、出口分别增长6%、18% behind their two values: rates and values go in step. */
export function respectively(text: string, clauses: readonly Span[], figures: readonly FoundFigure[], metrics: readonly Metric[]): Metric[] {
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
    if (text.slice(clause.start, first[0].start).replace(/(?:比[^，,]*分别|比上年|同比|较|分别|均|各).*$/, '').trim().length >= 3) {
      const whole = metrics[first[1]] as Metric, names = whole.text.startsWith(whole.base) ? listed(whole.base, inside.length, true) : null;
      if (names) inside.forEach(([, i], k) => { const name = names[k] as string; result[i] = { ...(metrics[i] as Metric), base: name, text: name + whole.text.slice(whole.base.length), change: whole.change }; });
      continue;
    }
    const levels = figures.map((_, i) => i).filter((i) => i < first[1] && result[i]?.change === null).slice(-inside.length);
    if (levels.length !== inside.length) continue;
    inside.forEach(([, i], k) => {
      const own = metrics[i] as Metric, base = (result[levels[k] as number] as Metric).base;
      result[i] = { ...own, base, text: base + ((metrics[first[1]] as Metric).text.slice((metrics[first[1]] as Metric).base.length)), change: (metrics[first[1]] as Metric).change };
    });
  }
  return result;
}
