/**
 * Standing formulas of official Chinese: phrases with a fixed wording that no head noun gives away, many of them clauses.
 * A dictionary of the genre, as a writer's handbook has it; nothing here belongs to one document.
 */
import type { Span } from '../../text/offsets';

const FORMULAS = (
  '稳中求进工作总基调 稳中求进 统筹发展和安全 总体国家安全观 底线思维 系统观念 问题导向 目标导向 顶层设计 供给侧结构性改革 需求侧管理 扩大内需战略 扩大内需 '
  + '全面建设社会主义现代化国家 全面建成社会主义现代化强国 社会主义现代化强国 社会主义现代化国家 全面建成小康社会 全面深化改革 全面依法治国 全面从严治党 四个全面 五位一体 '
  + '两个确立 两个维护 四个意识 四个自信 两个一百年 中华民族伟大复兴 中华民族共同体意识 铸牢中华民族共同体意识 中国式现代化 中国特色社会主义 新时代中国特色社会主义思想 '
  + '习近平新时代中国特色社会主义思想 习近平经济思想 习近平生态文明思想 习近平法治思想 习近平外交思想 习近平文化思想 习近平强军思想 邓小平理论 三个代表 科学发展观 马克思主义中国化时代化 '
  + '以人民为中心 以人民为中心的发展思想 人民至上 生命至上 全过程人民民主 共同富裕 高质量发展 新发展理念 新发展阶段 新发展格局 新质生产力 现代化产业体系 现代化经济体系 '
  + '创新驱动发展战略 科教兴国战略 人才强国战略 乡村振兴战略 乡村全面振兴 区域协调发展战略 新型城镇化战略 可持续发展战略 就业优先战略 健康中国战略 文化强国 教育强国 科技强国 人才强国 '
  + '制造强国 质量强国 航天强国 交通强国 网络强国 数字中国 美丽中国 健康中国 平安中国 法治中国 海洋强国 贸易强国 农业强国 体育强国 金融强国 科技自立自强 高水平科技自立自强 '
  + '绿水青山就是金山银山 人与自然和谐共生 人与自然生命共同体 山水林田湖草沙 碳达峰碳中和 双碳 蓝天碧水净土 污染防治攻坚战 长江大保护 生态优先 绿色低碳循环发展 降碳减污扩绿增长 '
  + '农业农村优先发展 农业农村现代化 大食物观 藏粮于地 藏粮于技 城乡融合发展 三农 脱贫攻坚 精准扶贫 精准脱贫 巩固拓展脱贫攻坚成果 共建共治共享 枫桥经验 放管服改革 互联网+ '
  + '数字产业化 产业数字化 东数西算 数实融合 数字丝绸之路 绿色丝绸之路 健康丝绸之路 冰上丝绸之路 丝绸之路经济带 海上丝绸之路 政策沟通 设施联通 贸易畅通 资金融通 民心相通 '
  + '人类命运共同体 全人类共同价值 全球发展倡议 全球安全倡议 全球文明倡议 全球治理倡议 共商共建共享 新型国际关系 真正的多边主义 和平共处五项原则 独立自主的和平外交政策 亲诚惠容 '
  + '世界百年未有之大变局 百年未有之大变局 新一轮科技革命和产业变革 国内国际双循环 国内大循环 双循环 一国两制 港人治港 爱国者治港 粤港澳大湾区 京津冀协同发展 长江经济带 长三角一体化 黄河流域生态保护和高质量发展 西部大开发 东北振兴 中部崛起 '
  + '立德树人 社会主义核心价值观 文化自信 双创 大众创业万众创新 两个毫不动摇 六稳 六保 双减 三孩生育政策 房住不炒 一网通办 最多跑一次 先行先试 守正创新 自我革命 八项规定 四风 伟大建党精神 中国共产党人精神谱系'
).split(' ');

/** The formulas by their first two characters, longest first. */
const byOpening = new Map<string, string[]>();
for (const formula of [...FORMULAS].sort((a, b) => b.length - a.length)) {
  const key = formula.slice(0, 2);
  const list = byOpening.get(key);
  if (list) list.push(formula); else byOpening.set(key, [formula]);
}

/** The formulas that stand in a text in Simplified characters, longest first, none inside another. */
export function formulasIn(text: string): Span[] {
  const found: Span[] = [];
  for (let i = 0; i + 1 < text.length; i++) {
    const list = byOpening.get(text.slice(i, i + 2));
    const formula = list?.find((f) => text.startsWith(f, i));
    if (!formula) continue;
    found.push({ start: i, end: i + formula.length });
    i += formula.length - 1;
  }
  return found;
}
