/** On what occasion something was said, in the words of the attribution: 向2023年……论坛致贺信, 首次周边外交工作座谈会. */

const EVENT =
  '(?:座谈会|茶话会|研讨会|交流会|发布会|记者会|见面会|代表大会|大会|会议|论坛|峰会|全会|会晤|会谈|会见|集体学习|年会|博览会|开幕式|闭幕式|开班式|结业式|启动仪式|仪式|晚宴|招待会|宴会|两会|理事会|研究班|培训班|研讨班|讲话|报告|致辞|演讲|主旨演讲|贺信|贺电|回信|复信|文章|一文|一书|书信|信|专访|采访|访谈|节目|活动|讲座|考察|调研|视察|通话|声明|公报|公告|批示|指示|主持词|说明|序言|演说|发言|谈话|答辩|辩论|课堂|团组|代表团|下团组|纪念日|典礼|开幕词|闭幕词|开幕辞|闭幕辞|答词|祝词|讲演|栏目|专栏|表彰会|汇报会|现场会|推进会|部署会|工作会|例会|党课|课|党校|机场|讨论|审议|署名文章|贺词|新年贺词|公开信|书面致辞|视频讲话|开篇|[\\u4e00-\\u9fff]{1,4}会(?=上|期间))';
const QUOTED = '(?:“[^”]{1,30}”|‘[^’]{1,30}’|「[^」]{1,30}」|《[^》]{1,60}》)';
const WORDS = `(?:${QUOTED}|[^，。；！？：“”「」《》,;!?])`;

/** An occasion that says only what sort of words it were. */
export const SORT_ONLY = /^(?:重要|书面|主旨|视频|的|发表)*(?:讲话|演讲|致辞|谈话|发言|贺信|回信)$/u;

/** What 在……上 may hold that is no occasion. */
const NO_EVENT = /^这里|^(?:这|那|此)(?:次|篇|场|番|份)(?:重要)?(?:讲话|演讲|谈话|报告|批示|发言)|上(?:批示|指示|题词)$|(?:基础|方面|过程|背景|问题|领域|事业|历史|世界|社会|实践|道路|征程|形势|条件|领导|指引|意义|工作|网络|体系)$/;
/** In 在……时 what is done with words or in mind is no occasion. */
const NO_ACT = /^(?:解读|谈|界定|讲到|讲述|论述|论及|说|提到|提及|总结|分析|阐述|阐释|解释|回顾|展望|回忆|评价|描述|介绍|强调|制定|起草|思考|研究|被问|问及|审视|看待|面对|推进|推动|建设|发展|实现)/;

const PATTERNS: readonly RegExp[] = [
  // 在浙江工作期间: a time of somebody's life.
  /(?<![所存现旨])在([^，。；：“”,;在]{1,20}?(?:工作|任职|主政|下乡|插队|求学|挂职|任[^，。]{2,12}?)(?:期间|时期))/u,
  // 向……致贺信, 视频致贺, 致信……: the act itself is the occasion.
  /((?:向|给)(?:“[^”]{1,30}”|「[^」]{1,30}」|[^，。；：“”,;])+?(?:发来|发)?(?:致以?|发表|发出|作|写)?(?:视频致贺|书面致辞|视频致辞|致贺信|致贺电|贺信|贺电|致信|致贺|致辞|回信|复信|写信))/u,
  new RegExp(`((?:致|给)${WORDS}{2,50}?的?(?:贺信|贺电|回信|复信|一封信|信))`, 'u'),
  // 在对某国进行国事访问的时候
  new RegExp(`在((?:对)?${WORDS}{2,30}?(?:访问|考察|调研|视察))(?:的时候|期间)`, 'u'),
  new RegExp(`(?<![所存现旨])[在从](${WORDS}{0,60}?${EVENT}(?:的(?:书面|视频|主旨|重要|闭幕|开幕|特别)?(?:讲话|致辞|演讲|发言|贺信|报告))?)(?:上|期间|间隙)(?:的(?:重要)?(?:讲话|致辞|演讲|发言))?`, 'u'),
  new RegExp(`(?<![所存现旨])[在从](${WORDS}{0,60}?${EVENT}(?:的(?:书面|视频|主旨|重要|闭幕|开幕|特别)?(?:讲话|致辞|演讲|发言|贺信|报告))?)(?:的?(?:开幕式|闭幕式|主旨演讲|讲话|致辞|主旨发言))?(?:上|中|时|里|期间|间隙|之际|当天|后|前|现场)?(?:的(?:重要)?(?:讲话|致辞|演讲|发言|贺信))?(?=[，,：:\\s“"]|[^\\p{Script=Han}]|$|发表|作|指出|强调|提出|表示|要求|说|谈|写|明确|再次|首次|就|对|多次|深|又|曾|就曾|还|所|坦|郑|宣|呼|回|指|这样|如是|如此|重申|阐|勉|嘱|赞|感|介绍|透露|期|希望|建议|主张|告|警|承诺|引用|\\p{Script=Han}{1,5}(?:指出|强调|提出|表示|要求|阐述|阐明|宣示|宣告|勉励|回应))`, 'u'),
  new RegExp(`((?:出席|主持召开|主持|参加|会见|参观|考察|视察|调研|访问|听取|回答|接受)${WORDS}{2,50}?)(?:时|期间|之际|后|并(?:发表|作))`, 'u'),
  /((?:出席|参加|列席)[^，。；,;：“”]{2,40}?(?:讨论会|座谈会|审议|讨论|活动|仪式|会议|大会|论坛|峰会))(?=[，,。]|$)/u,
  new RegExp(`(?:^|[，,。\\s\\p{Script=Han}])(?:赴|来到|前往|到)(${WORDS}{2,30}?(?:考察|调研|视察|访问))(?:时|期间|中)`, 'u'),
  new RegExp(`(?<![所存现旨])在(${WORDS}{2,40}?)(?:时|期间|之际|考察|调研)(?=[，,：:]|$|指出|强调|提出|表示|要求|说|深)`, 'u'),
  new RegExp(`(?:^|[，,。；;”\\s])((?:(?:\\d{4}年)?(?:\\d{1,2}月)?(?:\\d{1,2}日)?)${WORDS}{2,50}?${EVENT})(?:上|期间|中)[，,]`, 'u'),
  new RegExp(`(?:^|[，,。；;”\\s])在?(${WORDS}{2,50}?${EVENT})(?:上|期间|中)(?=[，,]|$|指出|强调|提出|表示|要求|说)`, 'u'),
  // 同某校师生代表座谈，强调; 到某地考察，指出
  new RegExp(`(?:^|[，,。；;”\\s]在?|在\\p{Script=Han}{2,8}?)((?:同|与|和)${WORDS}{2,40}?(?:座谈|会谈|会晤|交谈|通话|见面))(?=[，,]|$|时|并)`, 'u'),
  new RegExp(`(?:赴|来到|前往|到)(${WORDS}{2,30}?(?:考察|调研|视察|访问|参加审议|参加讨论|(?:看望|慰问|参观)[^，。；,;]{2,16}))(?=[，,]|$)`, 'u'),
  // 在《某文》中进一步提出
  new RegExp(`(?<![所存现旨])在(《[^》]{2,60}》)(?:一文|一书)?(?:中|里)`, 'u'),
  // 首次地方考察来到某地
  new RegExp(`((?:考察|调研|视察|访问)(?:来到|抵达)[^，。；,;]{2,12})(?=[，,]|$)`, 'u'),
  // 习近平主席的新年贺词
  new RegExp(`的([^，。的]{2,16}(?:贺词|贺信|回信|致辞|演讲))$`, 'u'),
  // 发表年终谈话，感叹
  new RegExp(`发表了?(?:题为${QUOTED}的)?(${WORDS}{2,24}?(?:谈话|演讲|致辞|声明|署名文章|贺词|讲话))(?=$|[，,：:])`, 'u'),
];

/**
 * The occasion that an attribution states; null where it states none.
 * @param attribution clean words in Simplified characters, from the sentence's beginning to the verb
 * @param speaker where the speaker is a document or meeting it is not its own occasion
 */
export function occasionOf(attribution: string, speaker: string | null): string | null {
  const text = attribution.replace(/\s+/g, ' ');
  // 习近平同某某座谈: the name is no part of what begins behind it.
  const alone = speaker && text.split(speaker).map((part, i) => (i === 0 ? '' : NAMED_AFTER.test(part) ? speaker : '，') + part).join('');
  return stated(alone ?? text, speaker);
}

/** Where somebody comes to: 再次回到某地，……说; an occasion where nothing says what is done there. Null where nothing says it. */
export function arrivalOf(words: string): string | null {
  return /(?:来到|走进|回到|重返|重访|前往|抵达)了?[^，。、；“”了,]{2,24}/u.exec(words)?.[0] ?? null;
}

/** Behind a name: it is part of another one. */
const NAMED_AFTER = /^(?:新时代|[^，。]{2,6}思想)/u;

function stated(words: string, speaker: string | null): string | null {
  // 在某会上当选的某某: whom it describes, not where he speaks.
  const text = words.replace(/在[^，。；]{2,40}上(?:新?当选|通过(?!视频)|选举)[^，。；]{0,14}的/gu, '');
  let sort: string | null = null;
  for (const pattern of PATTERNS) {
    const m = pattern.exec(text);
    const occasion = m?.[1] ? tidy(m[1]) : null;
    if (!occasion || occasion.length < 2 || NO_EVENT.test(occasion) || NO_ACT.test(occasion) || /^重要/.test(occasion)) continue;
    if (speaker && (occasion === speaker || speaker.includes(occasion))) continue;
    // 在讲话中 says what it was; another phrase may say where.
    if (SORT_ONLY.test(occasion)) { sort ??= occasion; continue; }
    return occasion;
  }
  return sort;
}

function tidy(occasion: string): string {
  let text = occasion.trim().replace(/^(?:在|于)/, '');
  // 12月5日在……会议: the day is the date's business; a year stays, it often belongs to the meeting's name.
  text = text.replace(/^\d{1,2}月\d{1,2}日(?:上午|下午|晚)?(?:在)?/, '');
  text = text.replace(/^(?:(?:出席|参加|主持)?(?:了)?)(?:他|她|其)所在的/, '').replace(/^(?:他|她|其)的?(?:[\p{Script=Han}]{2,8}的)?(?:在)?(?=.{6,})/u, '');
  // 于某地举行的……会议, 某地主持召开……会议: where it was held is no part of its name.
  text = text.replace(/^\p{Script=Han}{2,10}?(?:举行|召开|举办)的(?=.{5,})/u, '').replace(/^\p{Script=Han}{2,6}(?=主持召开)/u, '');
  return text.replace(/^(?:同志|主席|总书记)在/, '');
}
