/** What sort of document it is, and how far it stands from the words' origin. Patterns are written in Simplified characters. */
import { toSimplified } from '../text/script';
import type { Block } from './blocks';

/** What is known of a document when its sort is told. */
export interface Known {
  readonly blocks: readonly Block[];
  /** The whole text's begin. */
  readonly head: string;
  /** Simplified; empty without a title. */
  readonly title: string;
  readonly publication: string | null;
  /** It gives a reference of itself as journals do. */
  readonly journal: boolean;
  readonly speech: boolean;
  /** It bears a number of its issuer: 国发〔2024〕1号. */
  readonly official: boolean;
}

export function kindOf({ blocks, head, title, publication, journal, speech, official }: Known): string {
  const abstract = blocks.some((b) => b.kind === 'abstract'), keywords = blocks.some((b) => b.kind === 'keywords');
  if (journal || /收稿日期|中图分类号|中圖分類號|文献标[识志]码|文獻標[識志]碼/u.test(head.slice(0, 8000)) || (abstract && keywords)) return 'journal';
  if (speech || /(?<!发表(?:重要|主旨)?)(?:讲话|致[辞词]|演讲|贺信|答记者问|主旨发言|祝酒[辞词]|贺词)(?:全文|摘要|要点|节选|实录|[（(].{1,24}[)）])*$|^(?:Remarks|Speech|Keynote (?:Speech|Address)|Address by)\b/iu.test(title)) return 'speech';
  if (/(?:公报|白皮书|报告|纲要|规划)(?:全文|摘要|节选|[（(《—–:：\s].*|[)）》])*$|Communiqu|Bulletin|White Paper|Report/iu.test(title)) return 'report';
  if (/(?:(?<![做方看说书想写用])法|条例|规定|决定|意见|通知|办法|细则|通告|公告|命令|批复|函|Law of|Regulations?)(?:[（(].{2,12}[)）])?$/u.test(title) && !/做法|看法|想法|说法|写法|用法|方法|书法$/u.test(title) || official) return 'law';
  if (blocks.some((b) => /^(?:当前位置|您的位置|您现在的位置|您所在的位置|上一篇|下一篇|打印本页|浏览)/u.test(toSimplified(b.text.slice(0, 12))))) return 'web';
  if (publication && /(?:日报|时报|晚报|早报|商报|导报|电讯|Daily|Times|Post)$/u.test(publication)) return 'newspaper';
  if (blocks.some((b) => b.kind === 'callout') && blocks.some((b) => b.kind === 'question')) return 'magazine';
  return 'other';
}

/** Gazettes, by name or address. */
const GAZETTE = /公报$|公報$|Gazette$/u;
/** The press of party and state, and the sites of government and congress. */
const PRESS = /^(?:人民日报|新华|人民网|求是|中国政府网|光明日报|经济日报|央视|中央电视台|央广|学习强国|解放军报|中国日报|China Daily|Xinhua|People['’]s Daily|Qiushi|CGTN)/u;
const STATE_SITE = /^https?:\/\/(?:[\w-]+\.)*(?:gov\.cn|npc\.gov\.cn|people\.com\.cn|people\.cn|xinhuanet\.com|news\.cn|qstheory\.cn|cctv\.com|12371\.cn|fmprc\.gov\.cn)(?:[/:]|$)/iu;

/** Authority by what is known: who published it, and whether the page is a copy. `url`: where it says that it is from. */
export function rankOf({ blocks, publication, kind, url }: { readonly blocks: readonly Block[]; readonly publication: string | null; readonly kind: string; readonly url: string | null }): number {
  const name = publication === null ? null : toSimplified(publication);
  if (name && GAZETTE.test(name)) return 5;
  if (blocks.some((b) => /^(?:编者按|編者按)/u.test(b.text) && /(?:推送|转载|轉載)/u.test(b.text))) return 1;
  if ((name && PRESS.test(name)) || (url && STATE_SITE.test(url))) return 3;
  if (kind === 'book') return 4;
  if (kind === 'web') return 1;
  if (kind === 'journal' || kind === 'magazine' || publication) return 2;
  return 0;
}
