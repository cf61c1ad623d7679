/** Libraries of figures of any size, made by chance with a fixed beginning: reports of many places and years, as full of figures as communiqués are. */
import { scriptOf } from '../../src/core/text/script';
import type { Source } from '../../src/core/library/types';
import { sourceOf } from './scale/corpus';
import { chance } from './writing';

const PLACES = ['北京', '上海', '天津', '重庆', '河北', '山西', '辽宁', '吉林', '黑龙江', '江苏', '浙江', '安徽', '福建', '江西', '山东', '河南', '湖北', '湖南', '广东', '海南', '四川', '贵州', '云南', '陕西', '甘肃', '青海'];
const FIELDS = ['科技', '海洋', '林业', '渔业', '新能源', '生物医药', '高端装备', '数字经济', '现代物流', '农产品加工', '轨道交通', '环保', '文化旅游', '软件', '集成电路', '航空航天', '节水灌溉', '职业教育', '养老服务', '冷链'];
const THINGS = ['产业增加值', '企业营业收入', '固定资产投资', '研发经费', '出口额', '技术合同成交额', '园区', '重点实验室', '从业人员', '高新技术企业', '有效发明专利', '示范项目', '在建工程', '公共服务平台', '培训基地', '贷款余额', '行业协会', '检测机构', '孵化器', '骨干企业'];
const PLAIN = ['要坚持统筹推进，完善体制机制，提高服务水平。', '各部门要加强协同，把责任落到实处，确保各项工作取得实效。', '会议强调，发展必须立足实际，尊重规律，久久为功。', '要进一步优化环境，激发活力，营造良好氛围。', '有关方面应当建立健全制度，加强监督检查。'];

const one = <T>(list: readonly T[], next: () => number): T => list[Math.floor(next() * list.length)] as T;

/** A sentence with three figures: a level, the growth that follows it, and a second level. */
function sentence(place: string, year: number, next: () => number): string {
  const field = one(FIELDS, next), thing = one(THINGS, next), other = one(THINGS, next), money = /[值资入费额]$/.test(thing);
  const value = (top: number): string => (next() * top).toFixed(next() < 0.5 ? 1 : 2);
  return `${year}年，${place}${field}${thing}${next() < 0.2 ? '超过' : '达到'}${money ? `${value(9000)}亿元` : `${1 + Math.floor(next() * 9000)}个`}，比上年增长${value(20)}%，其中${one(FIELDS, next)}${other}${1 + Math.floor(next() * 900)}个。`;
}

/** Documents of one place and year each with about so many figures in all. */
export function figureSources(figures: number): Source[] {
  const next = chance(29), sources: Source[] = [];
  for (let made = 0; made < figures;) {
    const place = one(PLACES, next), year = 1995 + Math.floor(next() * 30);
    const lines = [`${year}年${place}发展情况`];
    for (let k = 0; k < 20 && made < figures; k++, made += 6) lines.push(`${sentence(place, year, next)}${sentence(place, year, next)}`);
    sources.push(sourceOf(`${sources.length}.txt`, lines));
  }
  return sources;
}

/** The same sentences scattered in ordinary prose: one in a dozen has figures. */
export function ordinarySources(sentences: number): Source[] {
  const next = chance(31);
  return Array.from({ length: Math.ceil(sentences / 60) }, (_, i) => sourceOf(`${i}.txt`, ['一篇文章', ...Array.from({ length: 10 }, () => Array.from({ length: 6 }, () => (next() < 1 / 12 ? sentence(one(PLACES, next), 2020, next) : one(PLAIN, next))).join(''))]));
}

/** A draft that speaks of so many of the sources' figures, a third of them with another digit. */
export function draftAbout(sources: readonly Source[], sentences: number): string {
  const next = chance(37);
  const lines = Array.from({ length: sentences }, () => {
    const line = one(one(sources, next).paragraphs.slice(1), next)?.text ?? '';
    return next() < 1 / 3 ? line.replace(/\d(?=[.%亿个])/, (digit) => String((Number(digit) + 3) % 10)) : line;
  });
  return lines.filter((line) => scriptOf(line) !== 'und').join('\n\n');
}
