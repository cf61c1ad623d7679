/** Names behind posts and titles: 国务院总理李强, 北京奥组委主席刘淇, Foreign Minister Yang Jiechi. Words are in Simplified characters. */
import { isPersonalName } from './names';

/** What a post ends with. */
const POST = '(?:总书记|书记|主席|委员长|总理|首相|总统|国王|议长|国务委员|常委|部长|外长|司令员?|政委|省长|市长|州长|县长|区长|镇长|乡长|局长|司长|厅长|处长|署长|主任|秘书长|行长|院长|校长|所长|台长|社长|会长|理事长|理事|董事长|总裁|总经理|首席执行官|大使|公使|总领事|特使|代表|委员|顾问|发言人|行政长官|总干事|总监|教授|院士|研究员|同志|先生|女士|博士)';
/** What stands behind a name and begins something else. */
const AFTER = '(?=$|[\\s，,。；;：:、（(]|今日|今天|今(?=[（(])|昨日|昨天|明日|近日|日前|\\d{1,2}[月日]|[一二三四五六七八九十]{1,3}[月日]|在|于|向|致|出席|应邀|参加|同志|先生|女士|主席|总书记|总理|部长|发表|宣布|作|为)';
const AFTER_POST = new RegExp(`${POST}[、，,兼和\\s]*([\\p{Script=Han}][\\p{Script=Han}·．]{0,14}?)${AFTER}`, 'gu');
const BEFORE_POST = new RegExp(`([\\p{Script=Han}]{2,4}?)(?:总书记|主席|总理|副总理|委员长|部长|外长|省长|市长|书记|主任|行政长官|大使|总统|首相|同志|先生|女士)${AFTER}`, 'u');

/** A Chinese or foreign name in Chinese characters. */
function isName(name: string): boolean {
  if (isPersonalName(name)) return true;
  return name.includes('·') ? /^\p{Script=Han}{1,8}(?:[·．]\p{Script=Han}{1,8}){1,3}$/u.test(name) : /^\p{Script=Han}{2,4}$/u.test(name) && !new RegExp(POST, 'u').test(name) && !/[的在和与于是了为]/u.test(name);
}

/** The name that the words hold, as far as a post before or behind it, or nothing else, tells it; null where there is none. */
export function nameWithPost(words: string): string | null {
  const text = words.replace(/(?<=\p{Script=Han})[\s\u3000]+(?=\p{Script=Han})/gu, ' ').trim();
  const bare = text.replace(/\s/gu, '');
  if (isPersonalName(bare)) return bare;
  let found: string | null = null;
  // 委员、市委书记某某: what stands behind the first post is the second.
  const posts = new RegExp(AFTER_POST);
  for (let m = posts.exec(text); m; m = posts.exec(text)) {
    posts.lastIndex = m.index + 1;
    const name = (m[1] as string).replace(/．/gu, '·');
    if (isName(name)) { found = name; continue; }
    // 习 近平 stands apart; 主席李强 does not.
    const apart = /^(\p{Script=Han}) (\p{Script=Han})/u.exec(text.slice((m.index + m[0].length) - name.length));
    if (apart && isPersonalName(`${apart[1]}${apart[2]}`)) found = `${apart[1]}${apart[2]}`;
  }
  if (found) return found;
  const before = BEFORE_POST.exec(bare);
  if (before && isPersonalName(before[1] as string)) return before[1] as string;
  return null;
}

const TITLES = /^(?:H\.?\s?E\.?|Mr|Mrs|Ms|Miss|Dr|Prof|Professor|Sir|Lord|Hon|Honou?rable|His|Her|Excellency|Majesty|Comrade|Chinese|Chief|Executive|President|Vice|Premier|Prime|Foreign|Minister|State|Councill?or|Secretary|General|Secretary-General|Deputy|Assistant|Ambassador|Chairman|Chairwoman|Chair|Chairperson|Governor|Mayor|Director|Director-General|Chief|Commissioner|Spokesperson|Consul|of|for|the|and|Affairs|Financial)\.?$/u;

/** The person's name in English words such as H.E. Mr. Wang Yi, Minister of Foreign Affairs; null where none is sure. */
export function englishName(words: string): string | null {
  for (const part of words.split(/[,，(（]|\bat\b|\bto\b/u)) {
    const tokens = part.trim().split(/\s+/u);
    // The name is what stands behind all titles.
    const last = tokens.findLastIndex((token) => TITLES.test(token));
    const name = tokens.slice(last + 1);
    if (name.length >= 2 && name.length <= 4 && name.every((token) => /^(?:\p{Lu}[\p{L}.'’-]*|de|von|van|bin|al)$/u.test(token))) return name.join(' ');
  }
  return null;
}
