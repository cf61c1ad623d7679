/** What stands around quoted words in their source: a quotation may begin and end where it likes, unless that turns the sense (domain: C15). */
import type { Paragraph } from '../../library/types';
import type { ParagraphPart } from '../../search/libraryText';
import { inDraftStyle } from './compare';
import type { JudgedDifference } from './judgement';
import type { Located } from './locate';

/** The rest of the sentence before and behind found words; clean, as the source has it. */
export function contextOf({ stretch }: Located): { readonly before: string; readonly after: string } {
  const first = stretch.parts[0] as ParagraphPart, last = stretch.parts.at(-1) as ParagraphPart;
  const text = (part: ParagraphPart): string => (stretch.source.paragraphs[part.paragraph] as Paragraph).text;
  const before = text(first).slice(Math.max(0, first.start - 120), first.start), after = text(last).slice(last.end, last.end + 120);
  const from = Math.max(...[...before.matchAll(/[。！？!?\n]|\.(?=\s)/gu)].map((m) => m.index + 1), 0);
  return { before: before.slice(from), after: /^[^。！？!?\n]*[。！？!?]?/u.exec(after)?.[0] ?? '' };
}

/** Words that deny, forbid or suppose what follows them directly. */
const TURNS_CHINESE = /(?:(?:并不|不)意味着|(?:并不|不)等于说?|不是说|并?不是|并非|绝非|决非|而非|不能(?:说|认为)?|不可(?:以)?|不得|不许|不准|不应该?|不该|不要|不会|不必|不宜|不再|[绝决从]不|没有|未能|未曾|尚未|无法|难以|拒绝|反对|防止|避免|杜绝|禁止|严禁|谨防|切忌|制止|否认|误以为|除非|假如|如果|倘若|[不未没勿莫别])[，：]?$/u;
const TURNS_ENGLISH = /\b(?:not|never|no longer|cannot|can't|won't|n't|(?:does|do|did) not mean(?: that)?|(?:wrong|false) (?:to say )?that|den(?:y|ies|ied|ying)(?: that)?|refus\w+ to|fail(?:s|ed)? to|avoid(?:ing)?|prevent(?:ing)?|without|unless|if|far from|instead of|rather than)\s+$/iu;
/** What follows words that are cited only to be rejected. */
const REJECTED = /^[”’"]?[，,]?(?:(?:这|那)?(?:种|些|一)?的?(?:说法|观点|想法|看法|论调|认识|做法|倾向|念头)(?:都|也)?是?|(?:都|也)?是)(?:完全|十分|极其|非常|根本)?(?:错误|不对|不正确|不可取|有害|片面|要不得|站不住脚|行不通|不可能|荒谬)/u;
/** The draft says so itself before the marks. */
const CARRIED = /[不未没勿莫无非别]|防止|避免|反对|杜绝|禁止|拒绝|制止|难以|如果|假如|倘若|除非|\b(?:not|never|no|without|avoid|prevent|unless|if|cannot|refuse|deny|fail)\w*\b|n't/iu;

/** The last clause before the opening mark. */
const clauseBefore = (before: string): string => /[^，,。；;：:！？!?\n]*[，,：:]?\s*$/u.exec(before)?.[0] ?? '';

/**
 * Where a quotation leaves out a word right before or behind it that turns its sense. All places of the words must be such;
 * null where one of them stands for itself, or where the draft carries the word outside the marks.
 */
export function cutOf(places: readonly Located[], text: string, before: string, after: string): JudgedDifference | null {
  const sound = places.some((l) => !l.stretch.damaged) ? places.filter((l) => !l.stretch.damaged) : places;
  let cut: JudgedDifference | null = null;
  for (const place of sound) {
    const context = contextOf(place);
    const left = context.before.replace(/[“‘「『"']+$/u, '');
    const turning = (TURNS_CHINESE.exec(left) ?? TURNS_ENGLISH.exec(left))?.[0];
    if (turning && !CARRIED.test(clauseBefore(before))) {
      const words = inDraftStyle(text, context.before.slice(left.length - turning.length));
      cut ??= { start: 0, end: 0, draft: '', source: words, kind: 'edge-cut', edit: { start: 0, end: 0, newText: words } };
      continue;
    }
    const rejected = REJECTED.exec(context.after);
    if (!rejected || /错|不对|不正确|不可|有害|片面|要不得|不住|不通|荒谬|[反驳批]/u.test(after)) return null;
    const words = inDraftStyle(text, (context.after.match(/^[^。！？]*/u) as RegExpMatchArray)[0]);
    cut ??= { start: text.length, end: text.length, draft: '', source: words, kind: 'edge-cut', edit: { start: text.length, end: text.length, newText: words } };
  }
  return cut;
}

/** Words between a verb of saying and the marks that belong to the quoted sentence (domain: Q4). */
const LEAD = /(?:指出|强调|提出|要求|表示|认为|说|明确|宣布|重申|呼吁|希望|称)[，,：:]?\s*(?:“[^”]{0,40}”[，,]?)?([\p{Script=Han}]{1,8})$/u;
/** Words of grammar at the end of a subject; what stands before them is compared. */
const GLUE = /(?:应该|应当|必须|需要|能够|可以|正在|已经|一定|始终|坚持|继续|必将|还|也|就|都|更|要|应|须|将|会|能|可|把|以|为|是|对|在|让|使|从|向|同|与|和|的|了|正|已|着)+$/u;
/** Who speaks names himself otherwise than who quotes him. */
const OURS = /^(?:我们|我国|中国|我们国家|我|我们党|党|中国共产党|本人|他|她|中方|中国政府|中国人民|今天|当前|现在|目前|同时)$/u;

/** The subject before the marks against the source's: null where they agree, or where one of the two has none. */
export function movedSubject(places: readonly Located[], before: string): { readonly draft: string; readonly source: string } | null {
  const lead = LEAD.exec(before)?.[1]?.replace(GLUE, '');
  if (!lead) return null;
  let differs: { draft: string; source: string } | null = null;
  for (const place of places) {
    const around = contextOf(place).before, quoted = around.replace(/[“‘「『]$/u, '');
    // Where the source quotes the words itself, the subject stands between its verb of saying and its mark.
    const clause = quoted === around ? (/[^，,。；;：:！？!?、“‘]*$/u.exec(around)?.[0] ?? '').trim() : LEAD.exec(quoted)?.[1] ?? '';
    const subject = clause.replace(GLUE, '');
    if (subject === '' || subject.length > 8 || !/^[\p{Script=Han}]+$/u.test(subject) || subject.includes(lead) || lead.includes(subject) || (OURS.test(lead) && OURS.test(subject))) return null;
    differs ??= { draft: lead, source: subject };
  }
  return differs;
}
