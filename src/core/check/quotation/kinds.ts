/** What kind of difference two wordings of one place make (domain: C1–C7). */
import { foldText } from '../../text/fold';
import type { DifferenceKind } from '../types';

const NEGATION = /[不没未非无勿莫毋否]|别(?=[的再让])|\b(?:not|no|never|without|cannot|can't|won't)\b|n't\b/giu;
const MODAL = /应当|应该|必须|可以|能够|需要|不得|只能|只有|一定|可能|务必|应|须|可|能|会|要|将|得|\b(?:shall|must|may|can|should|will|might|could|would)\b/giu;
/** Words in which the letter of a modal is none: 效能, 社会, 主要, 适应, 取得, 将军. */
const COMPOUND = /[效功动智性职节产潜技热核风电]能|能[力源量手耗]|[社机大开协晚体学工]会|会[议员场见谈晤]|[主重首概纲提摘简]要|要[求素点闻件领地害]|[适反响效供感]应|应[用对急答邀聘届]|[取获赢觉懂记]得|得[到失益分票出]|可[见靠观信爱敬贵]|将[军领]/gu;
const NUMERAL = /\d|[%％‰]|[零〇一二三四五六七八九十百千万亿两]/u;
const FUNCTION_WORDS = /^(?:的|地|得|了|着|过|更|就|也|和|与|及|以及|并|而|都|还|又|则|之|其|所|在|对|向|从|为|把|使|让|这|那|是|a|an|the|of|to)+$/iu;

const sorted = (text: string): string => [...text].sort().join('');
const found = (text: string, pattern: RegExp): string => sorted((text.match(pattern) ?? []).join(''));

/**
 * `draft` and `source` are the differing words with the marks between them; one of them may be empty. `before` and `after`
 * are the equal letters beside them: 应当 and 应该 differ in one letter, and as modals.
 */
export function differenceKind(draft: string, source: string, before = '', after = ''): DifferenceKind {
  const d = foldText(draft), s = foldText(source);
  if (d === s) return /\d/.test(d) || (/\d/.test(before) && /\d/.test(after)) ? 'figure' : 'punctuation';
  if (d === '' && s.length >= 6) {
    if (/[。！？](?=.*\p{L})|(?<=\p{L}.*)[。！？]/u.test(source) && s.length >= 8) return 'joined';
    if (/^[，,；;]|[，,；;]$/u.test(source.trim())) return 'clause-dropped';
  }
  if (found(draft, NEGATION) !== found(source, NEGATION)) return 'negation';
  const digits = (text: string): string => (text.normalize('NFKC').match(/\d/gu) ?? []).join('');
  if (d !== '' && s !== '' && sameNumber(d, s)) return 'wording';
  if (digits(draft) !== digits(source) || (allNumerals(d) && allNumerals(s) && d + s !== '一')) return 'figure';
  if (d.length > 0 && sorted(d) === sorted(s)) return changesSides(draft, source) ?? (/、/u.test(draft + source) ? 'reordered' : 'inversion');
  if (d.length === 1 && s.length === 1 && [[before + d, before + s], [d + after, s + after]].some((pair) => pair.every((word) => word.length === 2 && MODAL_ONLY.test(word)))) return 'modal';
  const modals = (words: string): string => found((before + words + after).replace(COMPOUND, ''), MODAL);
  if ((d === '' || MODAL_ONLY.test(d)) && (s === '' || MODAL_ONLY.test(s)) && d + s !== '' && modals(draft) !== modals(source)) return 'modal';
  if ((d === '' || FUNCTION_WORDS.test(d)) && (s === '' || FUNCTION_WORDS.test(s))) return 'function-word';
  if (d === '') {
    if (/、/u.test(source)) return 'item-lost';
    if (/[，,；;。]/u.test(source) && s.length >= 4) return 'clause-dropped';
  }
  if (s === '' && /、/u.test(draft)) return 'item-added';
  if (modals(draft) !== modals(source) && d.length <= 3 && s.length <= 3) return 'modal';
  return d.length === s.length && d.length <= 2 ? 'wrong-character' : 'wording';
}

/** Words that permit, bid or forbid, so that it matters which of two things they stand before. */
const BIDDING = /应当|应该|必须|可以|不得|只能|\b(?:shall|must|may|should)\b/iu;

/** An exchange of letters that puts a negation or a modal before other words: 不是甲而是乙 for 是甲而不是乙. Whole items and clauses may change places. */
function changesSides(draft: string, source: string): DifferenceKind | null {
  const parts = (text: string): string => foldText(text.split(/[，、；,;]/u).map(foldText).filter((part) => part !== '').sort().join(' '));
  if (parts(draft) === parts(source)) return null;
  return found(draft, NEGATION) !== '' ? 'negation' : BIDDING.test(draft) ? 'modal' : null;
}

const MODAL_ONLY = new RegExp(`^(?:${MODAL.source})+$`, 'iu');
const allNumerals = (text: string): boolean => [...text].every((c) => NUMERAL.test(c));

const VALUES = new Map([...'零一二三四五六七八九'].map((c, i) => [c, i] as const).concat([['〇', 0], ['两', 2]]));
const POWERS = new Map([['十', 10], ['百', 100], ['千', 1000]]);

/** The whole number that Chinese or Arabic numerals write; null for anything else. */
export function wholeNumber(text: string): number | null {
  if (/^\d+$/.test(text)) return Number(text);
  if (![...text].every((c) => VALUES.has(c) || POWERS.has(c))) return null;
  if (![...text].some((c) => POWERS.has(c))) return Number([...text].map((c) => VALUES.get(c)).join(''));
  let sum = 0, digit = 0;
  for (const c of text) {
    const power = POWERS.get(c);
    if (power === undefined) digit = VALUES.get(c) as number;
    else { sum += (digit || 1) * power; digit = 0; }
  }
  return sum + digit;
}

/** 五十 and 50: another way of writing, the same figure. */
function sameNumber(a: string, b: string): boolean {
  const value = wholeNumber(a);
  return value !== null && value === wholeNumber(b);
}
