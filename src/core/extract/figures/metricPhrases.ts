/** From the words around a figure to the phrase that says what is measured: what leads in, trails off or goes on is left out. */

const TRAIL = /(?:首次|再次|跃上|迈上|站上|跨越|迈过|跨过|登上|进一步|逐步|稳步|快速|大幅|持续|已经|已|共计|(?<!收入|支出|资产)(?:总计|合计)|累计|共|约有|约|为|达到了|达到|达成|达|是|共有|现有|仍有|还有|仅有|拥有|具有|(?<!国|所|保|公|私)有|增加到|增长到|提高到|提升到|上升到|下降到|扩大到|高达|低至|多达|仅达|增至|增加至|增长至|提高至|提升至|上升至|上升为|下降至|降低至|降至|升至|跃升至|跃居|回升至|(?:攀升|回落|下滑|收窄|缩小|扩大|减少|压减)[至到]|再度|折合|约合|变为|突破|超过了|超过|超|接近|位居|位列|排在|排名|名列|居于|居|稳居|(?:常年|连年|长期)?稳定在|保持在|保持|蝉联|成为|完成|实现|平均|大约|分别|均|都|也|(?<!存)在|至|到|从|由|(?<!来)自|的|了|着|、|(?<!中|总|饱)和|(?<!参)与|(?<!惠|涉|普|波|危)及|以及|(?<!合|共|协|相)同|向|兑|拟按|拟|按|定为|安排|控制在|仅|只有|仅次于美国|年均|预计|预期|倍增[至到]|(?<!占)(?:全球|世界|全国)(?:范围内)?(?:的)?)$/;
const RANK_TRAIL = /(?:在?(?:全球|世界|全国|亚洲|国际|国内|全省|行业)(?:排名|范围内|上)?(?:中|的)?|位居|位列|排名|排在|排|名列|列|居|稳居|跃居|跃升至|跃升|升至|上升至|上升到|提升至|保持|蝉联|成为|占据|进入|跻身|罕见地?|历史性地?|首次|再次|成功|同样|(?:都|均)?以(?:绝对|明显|较大)?优势|继续|分别|分|连续\S{1,4}年|连续|位次|已|(?:均|都|也))$/;
const LEAD = new RegExp(`^(?:[\\s”，,、：:；;）)]|[（(](?![^（()]*[）)])|以来|其中|分[^，,]{1,8}看[，,]?|此外|同时|与此同时|目前|当前|截至目前|近年来|(?:总的|整体)?来看|另外|而|等(?=[东西中南北]部)|但|则|仍然?|却|且|并(?![购网])|也|又|据统计|数据显示|初步核算|例如|加上|如|我国|全[市省区县州](?!域|长)|我[省市县区校院们]|本[省市县区校院]|该[省市县区校院]|中国|全国共|全国|已经|已|还(?![款贷])|均(?![衡价值])|共计|共(?![建同享和商筑赢产])|累计|总计|合计|现有|现|先后|将(?!军)|正在|正|仅|年末|全年|去年|上年|今年|成功|国家层面|已?成为|取得(?=[“"])|建有|拥有|具有|有(?![效机色关限力序害毒])|预计|拟安排|安排(?=[一-鿿]{3})|实现(?=[一-鿿]{3})|完成(?=[一-鿿]{3})|投入(?=研究|研发|R&D)|按[^，,]{2,24}?计算的?(?=[一-鿿]{2})|是|为(?=[\\d])|的|了|和(?![谐平])|与(?=[、，])|及|以及|或|并且|《[^》]*》(?:显示|指出|表明)?|[（(][^）)]{0,12}[）)])+`);
const AFTER_STOP = /^(?:[\s，,。;；、：:）)】」』”"!?！？…%‰]|大关|关口|(?:新|大)?台阶|增(?![值材])|减(?![排税贫])|上升|上涨|提高|提升|下降|下跌|降(?![水解雨])|升至|涨|跌至|变为|扩大|缩小|跃升|攀升|达到|位居|位列|居(?![民住])|占(?!地)|来(?![华源自访])|以来|内(?![容地资部陆蒙])|后(?![勤备])|前(?![沿端])|时(?![装尚])|中(?![学小国东西部央医心华外等型级文])|间(?!接)|起(?!重)|之|以(?!色)|同比|环比|左右|和(?![谐平])|与|及|以及|或|到|至|为|是|已|均(?!衡)|都(?!市)|并(?![购网])|用于|不等|在内|上下)/;

/** Whether the words behind a figure name what it counts. */
export function takesAfter(right: string, unitClass: string, leading: boolean): boolean {
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

export function trimAfter(right: string, nextInClause: boolean): string {
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
export function head(words: string): string {
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

export function trimTail(words: string): string {
  let result = words.replace(/\[\d{1,3}\]?/g, '').trim();
  for (let i = 0; i < 8; i++) {
    const next = result.replace(/[（(](?:其中)?(?:占|比|约)$/, '').replace(TRAIL, '').trim();
    if (next === result) break;
    result = next;
  }
  result = result.replace(/[（(][^（）()]*(?:之比|下同|不含|剔除|可比价|不变价|现价)[^（）()]*[）)]$/, '');
  return result.replace(/^[^\p{L}\p{N}“"《（(]+|[^\p{L}\p{N}”"》）)]+$/gu, '').replace(/了(?=[\p{Script=Han}]*$)/u, (m, at: number) => (at === result.length - 1 ? '' : m));
}

export function trimRank(words: string): string {
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
export function trimSubject(clause: string): string {
  const words = head(clause.replace(GLOSS, '')).replace(/^[\p{Script=Han}]{2,14}(?:发布|公布|编制)的(?=[\p{Script=Han}“]{3})/u, '');
  const cut = words.search(/(?:首次|突破|跨越|迈上|迈过|跃上|站上|已经|已|成为|超越|超过|位居|稳步|持续|大幅|明显|不断|显著|逐步|快速|更加|正在|显示|表明|指出|取得|实现|达到|得到|是|为|增至|增长|进一步)/);
  return trimTail(cut >= 2 ? words.slice(0, cut) : words).slice(-40);
}

/** A preposition that has lost its object goes; the rest of the phrase stays as it is. */
export function joinWords(before: string, after: string): string {
  return before.replace(/(?:与|同|向|为|对|给|把|将|使|让|帮助|支持|推动|促进|吸引|带动)$/, '') + after;
}
