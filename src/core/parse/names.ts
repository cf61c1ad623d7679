/** Personal names in bylines. */

const SURNAMES = new Set([...'习王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖萧田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付傅方白邹孟熊秦邱江尹薛闫阎段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤温常康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷曲盛冉翁蓝路游辛靳管柴鲍华栗迟连门万路吉应宗车邬胥冷景娄巫卜党桂艾盖解强楚诸查荣阳牟隋瞿苑郁银卓桑戚焉仇揭井全蒲佘帅池宫南麻阚商褚边敖芦闵仲米刁胜滕戎慕屈巩晏明']);
const COMPOUND = new Set(['欧阳', '司马', '上官', '诸葛', '东方', '尉迟', '公孙', '皇甫', '令狐', '慕容', '司徒', '端木', '夏侯', '拓跋']);
/** Words of a byline that look like names. */
const NOT_NAMES = /^(?:记者|本报|通讯|单位|系列|文章|全文|编辑|作者|来源|方面|时间|高级|任务|成员|安全|金融|江苏|广东|河南|海南|湖南|云南|万元|明确|全国|华东|文化|方式|路径|关于|关键|常务|常委|包括|解决|游客|成果|成都|南京|武汉|应当|向前|强调|查看|关闭|关注|资料)/u;

export function isPersonalName(name: string): boolean {
  if (!/^\p{Script=Han}{2,4}$/u.test(name) || NOT_NAMES.test(name)) return false;
  if (COMPOUND.has(name.slice(0, 2))) return name.length >= 3;
  return name.length <= 3 && SURNAMES.has(name[0] as string);
}

const FINAL = '(?:a(?:i|ng?|o)?|e(?:i|ng?|r)?|i(?:a(?:ng?|o)?|e|ng?|ong|u)?|o(?:ng|u)?|u(?:a(?:i|ng?)?|e|i|n|o)?)';
const SYLLABLE = `(?:(?:[zcs]h?|[bpmfdtnlgkhjqxryw])?${FINAL})`;
/** A name in pinyin, surname first: one syllable (or one of the surnames of two), then one or two. */
const PINYIN_NAME = new RegExp(`^(?:${SYLLABLE}|ouyang|shangguan|sima|situ|zhuge) ${SYLLABLE}(?:['’-]?${SYLLABLE})?$`, 'i');

/** A line that is one name in pinyin and nothing else: Li Xiaohong. */
export function isPinyinName(text: string): boolean {
  return /^\p{Lu}\p{Ll}+ \p{Lu}[\p{L}'’-]+$/u.test(text) && PINYIN_NAME.test(text);
}

/** A line of nothing but names: 伯某某 温某某. A rare surname counts beside a common one. */
export function onlyNames(text: string): string[] {
  const spaced = /^\p{Script=Han}(?:\s+\p{Script=Han}){1,2}$/u.test(text.trim()) ? text.replace(/\s/gu, '') : '';
  if (isPersonalName(spaced)) return [spaced];
  const found = personalNames(text), letters = text.replace(/[\s、，,;；]/gu, '');
  if (letters.length >= 2 && found.join('') === letters) return found;
  const tokens = text.split(/[\s\u3000\u00a0、，,;；]+/u).filter(Boolean);
  return tokens.length >= 2 && tokens.every((t) => /^\p{Script=Han}{2,3}$/u.test(t) && !NOT_NAMES.test(t)) && found.length * 2 >= tokens.length ? tokens : [];
}

/** The names of a list: 王 明 李小红; 王某某、李某某. A name of two characters may be written with a blank inside. */
export function personalNames(text: string): string[] {
  const names: string[] = [];
  let open = '';
  for (const token of text.split(/[\s\u3000\u00a0]+/u).flatMap((t) => t.split(/(?<=[、，,;；])|(?=[、，,;；])/u))) {
    if (/^[、，,;；]?$/u.test(token)) { open = ''; continue; }
    const word = token.replace(/[¹²³⁴-⁹*†‡\d^{}[\](),]+/gu, '');
    if (word.length === 1 && /\p{Script=Han}/u.test(word)) {
      if (open) { if (isPersonalName(open + word)) names.push(open + word); open = ''; } else open = word;
      continue;
    }
    open = '';
    if (isPersonalName(word)) names.push(word);
  }
  return names;
}
