/** Which runs of words may stand as a term: by their edges, and by what of a chunk is a name. */
import { headOf, isKnownNoun } from './heads';
import { GENERAL_TERMS, JOINING_SOFT, NOMINAL_SOFT, SOFT_BREAKERS, SUFFIX_CHARACTERS, VERBAL_START, WEAK_END, WEAK_START } from './lexicon';
import type { Chunk, Word } from './types';

/** Whether a run of words may stand as a term by its edges. */
export function soundEdges(text: string, words: readonly Word[]): boolean {
  const first = words[0] as Word, last = words[words.length - 1] as Word;
  if (first.kind !== 'noun' && first.kind !== 'quoted' && first.kind !== 'number') return false;
  if (last.kind !== 'noun' && last.kind !== 'quoted' && last.kind !== 'soft') return false;
  const head = text.slice(first.start, first.end), tail = text.slice(last.start, last.end);
  if (first.kind === 'number' && words.length > 1 && !/^[\d０-９]+$/.test(head)) return false;
  if (last.kind === 'soft' && !NOMINAL_SOFT.has(tail)) return false;
  if (words.length > 1 && (WEAK_START.has(head) || (head.length === 1 && SUFFIX_CHARACTERS.has(head)))) return false;
  return !(words.length > 1 && WEAK_END.has(tail)) || isKnownNoun(formOf(text, words.slice(-2)));
}

/** Whether a form is long enough for a term and no phrase of every text. */
export function soundForm(form: string): boolean {
  return form.length >= 3 && /[\u4e00-\u9fff]{2}/.test(form) && !GENERAL_TERMS.has(form) && !/^[\d.]+年?$/.test(form) && !/^\d{4}年(?:前|后|底|末|初|代|间|来|以|之|内|中)/.test(form) && !/^(.)\1(.)\2$/.test(form);
}

/** Whether a phrase that nothing else speaks for is worth showing at the end of the list. */
export function mayStand(form: string, words: readonly string[]): boolean {
  if (form.length < (words.length > 1 ? 3 : 4) || form.length > 14 || /[、\d]/.test(form)) return false;
  return words.length === 1 || words.length <= 6;
}

/** What a phrase of several words begins or ends with and may be a name by itself: 全球南方|现代化, 高标准农田|建设投入标准. */
export function partsOf(words: readonly string[]): (readonly string[])[] {
  const found: (readonly string[])[] = [];
  for (let cut = 1; cut < words.length; cut++) for (const part of [words.slice(0, -cut), words.slice(cut)]) {
    const form = part.join(''), first = part[0] as string, last = part[part.length - 1] as string;
    if (form.length < 4 || form.length > 12 || !headOf(form) || !soundForm(form)) continue;
    if (WEAK_START.has(first) || WEAK_END.has(last) || SOFT_BREAKERS.has(first) || (first.length === 1 && SUFFIX_CHARACTERS.has(first))) continue;
    if (SOFT_BREAKERS.has(last) && !NOMINAL_SOFT.has(last)) continue;
    found.push(part);
  }
  return found;
}

const COUNT = /^(?:第[一二三四五六七八九十]+[个届]|[一二三四五六七八九十两几数多百千万亿]+(?:大|个|项|种|类|家|批|场|届|轮))$/;
/** What a count begins with: few words do. */
const COUNTING = /^[第一二三四五六七八九十两几数多百千万亿\d.]/;
const DATE = /^[年月日号]$/;
const COUNTED = /^(?:[\d.]+|[一二三四五六七八九十百千万亿]+)[多余几]?(?:家|个|项|种|所|名|位|次|类|批|条|座|处|份|篇)/;
/** A year before a name: kept where the name is a plan for that year. */
function withoutYear(text: string, words: readonly Word[]): readonly Word[] {
  let from = 0;
  while (from + 1 < words.length && words[from]?.kind === 'number' && DATE.test(text.slice(words[from + 1]?.start, words[from + 1]?.end))) from += 2;
  return from < words.length ? words.slice(from) : words;
}

/** 创新型国家: a country by its kind. */
const KIND_OF_COUNTRY = /型国家$/;

/** The phrase with weak words taken from its edges; null where nothing of weight is left. */
export function trimmed(text: string, words: readonly Word[]): readonly Word[] | null {
  let from = 0, to = words.length;
  while (from < to) {
    const w = words[from] as Word;
    const s = text.slice(w.start, w.end);
    if (w.kind === 'soft' || w.kind === 'joiner' || (COUNTING.test(s) && COUNT.test(s)) || (w.kind === 'number' && from > 0) || DATE.test(s) || (to - from > 1 && WEAK_START.has(s))) from++; else break;
  }
  // 50多家某某实验室, 千余项合作项目: what is counted, without the count.
  const counted = to - from > 1 && COUNTING.test(text[(words[from] as Word).start] as string) ? COUNTED.exec(text.slice((words[from] as Word).start, (words[to - 1] as Word).end)) : null;
  if (counted) {
    const end = (words[from] as Word).start + counted[0].length;
    const next = words.findIndex((w, i) => i > from && i < to && w.start === end);
    if (next > 0) from = next;
  }
  // 发展现代农业, 关系国计民生: a verb before a name of its own.
  if (to - from >= 2 && VERBAL_START.has(text.slice(words[from]?.start, words[from]?.end)) && (words[to - 1] as Word).end - (words[from + 1] as Word).start >= (/好$/.test(text.slice(words[from]?.start, words[from]?.end)) ? 3 : 4)) from++;
  while (to > from) {
    const w = words[to - 1] as Word;
    const s = text.slice(w.start, w.end);
    // 气候变化: a weak word that the noun of a field ends with.
    if (to - from > 1 && WEAK_END.has(s) && s !== '能力' && (isKnownNoun(formOf(text, words.slice(to - 2, to))) || KIND_OF_COUNTRY.test(formOf(text, words.slice(from, to))))) break;
    if (w.kind === 'joiner' || w.kind === 'number' || (w.kind === 'soft' && !NOMINAL_SOFT.has(s)) || WEAK_END.has(s)) to--; else break;
  }
  return to > from ? words.slice(from, to) : null;
}

/** Pieces of a chunk between words that are verbs as often as not. */
function softPieces(chunk: Chunk): Word[][] {
  const pieces: Word[][] = [[]];
  for (const word of chunk.words) {
    if (word.kind === 'soft') pieces.push([]); else (pieces[pieces.length - 1] as Word[]).push(word);
  }
  return pieces.filter((p) => p.length > 0);
}

const BUILDING = new Set(['建设']);
/** Kinds of names that go on being a name with something behind them. */
const NAME_KINDS = new Set(['meeting', 'organisation', 'initiative', 'programme', 'document']);

/** What of a chunk may be a term that stands once: its pieces, a named thing at the start of one, a name from its marks on. */
function phrasesOf(text: string, chunk: Chunk): (readonly Word[])[] {
  const result: (readonly Word[])[] = [];
  const add = (words: readonly Word[]): void => {
    const kept = trimmed(text, words);
    if (kept && !result.some((r) => r[0] === kept[0] && r.length === kept.length)) result.push(kept);
  };
  for (const whole of softPieces(chunk)) {
    let piece = withoutYear(text, whole);
    if (headOf(formOf(text, piece))?.kind === 'metric') {
      const letters = piece.findIndex((w) => /^[A-Z][A-Z&]+$/.test(text.slice(w.start, w.end)));
      if (letters > 0) piece = piece.slice(letters);
      else if (piece.length > 2 && AREA.test(text.slice(piece[0]?.start, piece[0]?.end))) piece = piece.slice(1);
    }
    const period = piece.findIndex((w, i) => i > 0 && PERIOD.test(text.slice(w.start, w.end)));
    if (period > 0) piece = piece.slice(0, period + 1);
    const named = namedBeginning(text, piece);
    if (named) { add(named); if (!piece.some((w) => w.kind === 'quoted')) add(piece); continue; }
    if (piece !== whole && headOf(text.slice((whole[0] as Word).start, (whole[whole.length - 1] as Word).end))?.kind === 'document') add(whole);
    const building = piece.findIndex((w, i) => i + 2 < piece.length && BUILDING.has(text.slice(w.start, w.end)));
    const quoted = piece.findIndex((w) => w.kind === 'quoted');
    // Words before a name in marks speak of it: 某某发展“两个环境”.
    if (building > 0) { add(piece.slice(building + 1)); add(piece.slice(0, building)); } else if (quoted !== piece.length - 1 || quoted === 0) add(piece);
    if (quoted > 0 && quoted + 1 < piece.length) add(piece.slice(quoted));
  }
  return result;
}

/** Behind a period something else begins: “十三五”时期|生态环境. */
const PERIOD = /^(?:时期|期间|以来)$/;
const AREA = /^(?:全国|全球|全省|全市|全社会|世界|中国)$/;

/** The text of a run of words. */
export function formOf(text: string, words: readonly Word[]): string {
  return text.slice((words[0] as Word).start, (words[words.length - 1] as Word).end);
}

/** The longest beginning of a piece that ends with the head of a named thing: 世界知识产权组织|框架. */
function namedBeginning(text: string, piece: readonly Word[]): readonly Word[] | null {
  const named = (words: readonly Word[]): boolean => {
    const form = formOf(text, words);
    const head = form.length >= 5 ? headOf(form) : null;
    return head !== null && head.head.length >= 2 && NAME_KINDS.has(head.kind);
  };
  if (named(piece)) return null;
  for (let i = piece.length - 2; i >= 0; i--) {
    const words = piece.slice(0, i + 1);
    if (named(words)) return words;
  }
  return null;
}

/** Words that stand before a noun as often as they do something to it: 有效需求, 应用基础研究. */
const MODIFIERS: ReadonlySet<string> = new Set(['有效', '应用', '高效', '预期', '协同', '主导', '公开', '销售', '支撑', '保障', '参考', '规定']);
const NAMED_WHOLE = /^(?:programme|initiative|organisation)$/;

/** The stretches of a chunk that one of these words opens. */
function modified(text: string, { words }: Chunk): (readonly Word[])[] {
  return words.flatMap((word, i) => {
    if (word.kind !== 'soft' || !MODIFIERS.has(text.slice(word.start, word.end))) return [];
    const end = words.findIndex((w, k) => k > i && w.kind === 'soft'), behind = words.slice(i + 1, end < 0 ? words.length : end);
    const rest = behind.length > 0 ? trimmed(text, behind) : null;
    return rest && rest[0] === words[i + 1] ? [[word, ...rest]] : [];
  });
}

/**
 * The phrases of a chunk that may be terms. A word that is a verb elsewhere parts a chunk, unless the whole names a thing
 * (开放共享服务平台) or is held together by that word (京津冀协同发展). Any other `whole` is one only where it is known to
 * recur (创新驱动发展).
 */
export function piecesOf(text: string, chunk: Chunk): { words: readonly Word[]; whole: boolean }[] {
  const pieces = [...phrasesOf(text, chunk).map((words) => ({ words, whole: false })), ...modified(text, chunk).map((words) => ({ words, whole: true }))];
  const whole = trimmed(text, chunk.words);
  const softs = whole ? whole.filter((w) => w.kind === 'soft') : [];
  if (!whole || softs.length === 0) return pieces;
  const form = formOf(text, whole);
  const named = whole.length >= 4 && NAMED_WHOLE.test(headOf(form)?.kind ?? '');
  const joined = softs.length === 1 && whole.length <= 5 && whole[0] !== softs[0] && softs.every((w) => JOINING_SOFT.has(text.slice(w.start, w.end)));
  return [...pieces, { words: whole, whole: !named && !joined }];
}
