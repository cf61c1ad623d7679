/** The words as they go into a Simplified draft: full-width punctuation, no layout spaces. */
import { toSimplified } from '../../text/script';

const WIDE: Readonly<Record<string, string>> = { ',': '，', ';': '；', ':': '：', '?': '？', '!': '！', '(': '（', ')': '）', '｡': '。', '､': '、', '．': '。' };
const CORNER: Readonly<Record<string, string>> = { '「': '“', '」': '”', '『': '‘', '』': '’' };
const CHINESE = /[\p{Script=Han}，。、；：？！“”‘’（）《》—…]/u;

/** Whether a text is Chinese, so that Chinese punctuation is its own. */
export function isChinese(text: string): boolean {
  const han = text.match(/\p{Script=Han}/gu)?.length ?? 0;
  const latin = text.match(/[A-Za-z]+/g)?.length ?? 0;
  return han > 0 && han >= latin;
}

/** `text` in Simplified characters as a draft takes it; English stays as it is. */
export function toInsertable(text: string): string {
  return toFullWidth(toSimplified(text));
}

/** Chinese text with full-width punctuation and without layout spaces, its script kept; corner marks become “ ” and ‘ ’. English stays. */
export function toFullWidth(text: string): string {
  if (!isChinese(text)) return text.replace(/\s+/g, ' ').trim();
  // Spaces beside Chinese are layout; those between two foreign words are not.
  let s = text.replace(/[\s\u3000]+/g, (space, at: number, all: string) => (CHINESE.test(all[at - 1] ?? '，') || CHINESE.test(all[at + space.length] ?? '，') || /[,;:!?()]/.test(all[at - 1] ?? '') || /[,;:!?)]/.test(all[at + space.length] ?? '') ? '' : ' '));
  s = [...s].map((c) => CORNER[c] ?? c).join('');
  s = pairStraight(s);
  s = s.replace(/[,;:?!()｡､．]/g, (c, at: number, all: string) => (isForeignMark(c, all, at) ? c : (WIDE[c] as string)));
  s = s.replace(/(?<=[\p{Script=Han}”’）》])\.(?=$|[\p{Script=Han}”’“])/gu, '。');
  return s.replace(/\.{3,}|。{3,}|…(?!…)(?<!……)/g, '……').replace(/(?<=\p{Script=Han})--?(?=-|\p{Script=Han}{4})/gu, (dash) => (dash === '--' ? '——' : dash));
}

/** Marks that belong to figures and foreign words: 1,000; 12:30; R&D (GDP). */
function isForeignMark(c: string, all: string, at: number): boolean {
  const before = all[at - 1] ?? '', after = all[at + 1] ?? '';
  if ((c === ',' || c === ':') && /\d/.test(before) && /\d/.test(after)) return true;
  return c !== '(' && c !== ')' && /[A-Za-z]/.test(before) && /[A-Za-z\s]/.test(after) && !/\p{Script=Han}/u.test(all.slice(at + 1, at + 4));
}

function pairStraight(text: string): string {
  let open = false;
  return text.replace(/["＂]/g, () => { open = !open; return open ? '“' : '”'; });
}
