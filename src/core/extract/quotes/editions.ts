/** The same words in several sources become one quotation with its editions. */
import { allSteps, type Steps } from '../../library/steps';
import type { Quote, Source } from '../../library/types';
import { foldText } from '../../text/fold';
import { piecesOf, type Pieces } from './pieces';

/** What a quotation is ranked by among its editions. */
interface Ranked { readonly quote: Quote; readonly folded: string; readonly damaged: boolean; readonly rank: number; readonly marked: boolean }

/** So many texts are a step. */
const STEP = 20;
/** Words shorter than this are too common for one to be called part of another. */
const SHORTEST_PART = 8;
/** From this length on a difference of a letter may be a slip, and the speaker need not be named alike. */
const SHORTEST_NEAR = 16;

function rankOf(quotes: readonly Quote[], sources: readonly Source[]): Ranked[] {
  const byFile = new Map(sources.map((s) => [s.file, s]));
  return quotes.map((quote) => {
    const source = byFile.get(quote.file);
    // From the source's problems, not from its paragraphs: of a large library the texts lie on disk.
    const damaged = source?.problems.some(({ code, start, end }) => code === 'damaged-text' && (start ?? 0) < quote.end && quote.start < (end ?? 0)) ?? false;
    return { quote, folded: foldText(quote.text), damaged, rank: source?.rank ?? 0, marked: quote.marked };
  });
}

/** Sound before damaged, marked before reported, higher rank, then the longer, then the earlier one. */
function better(a: Ranked, b: Ranked): number {
  return Number(a.damaged) - Number(b.damaged) || Number(b.marked) - Number(a.marked) || b.rank - a.rank || b.folded.length - a.folded.length
    || (a.quote.file < b.quote.file ? -1 : a.quote.file > b.quote.file ? 1 : a.quote.start - b.quote.start);
}

/** Digits and negations: where these differ two quotations are not the same. */
const meaning = (s: string): string => (s.match(/[\d%‰零一二三四五六七八九十百千万亿不没无未非勿莫]/g) ?? []).join('');

/** Whether two folded texts are one quotation but for a few letters: a lost 的, a damaged group. */
function nearlySame(a: string, b: string): boolean {
  const shorter = Math.min(a.length, b.length), longer = Math.max(a.length, b.length);
  if (shorter < SHORTEST_NEAR || longer - shorter > Math.max(2, longer * 0.06)) return false;
  return meaning(a) === meaning(b) && distance(a, b, Math.max(1, Math.floor(longer * 0.06))) !== null;
}

/** Edit distance, or null where it is more than `limit`. */
function distance(a: string, b: string, limit: number): number | null {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      const value = Math.min((row[j] as number) + 1, (next[j - 1] as number) + 1, (row[j - 1] as number) + cost);
      next.push(value);
      if (value < least) least = value;
    }
    if (least > limit) return null;
    row = next;
  }
  const result = row[b.length] as number;
  return result <= limit ? result : null;
}

/** One class of quotations: the same words, exactly or but for a few letters. */
interface Class { readonly members: Ranked[]; readonly texts: number[] }

/** Classes of distinct texts that are nearly the same. */
function* classesOf(texts: readonly string[], byText: ReadonlyMap<string, Ranked[]>, pieces: Pieces): Steps<{ classes: readonly Class[]; classOf: readonly number[] }> {
  const parent = texts.map((_, i) => i);
  const root = (i: number): number => { while (parent[i] !== i) { parent[i] = parent[parent[i] as number] as number; i = parent[i] as number; } return i; };
  for (const [i, text] of texts.entries()) {
    if (i % STEP === 0) yield;
    if (text.length < SHORTEST_NEAR) continue;
    for (const j of pieces.neighbours(i)) if (j > i && root(i) !== root(j) && nearlySame(text, texts[j] as string)) parent[root(j)] = root(i);
  }
  const classes: Class[] = [], numbers = new Map<number, number>();
  const classOf = texts.map((text, i) => {
    const known = numbers.get(root(i));
    const number = known ?? classes.push({ members: [], texts: [] }) - 1;
    if (known === undefined) numbers.set(root(i), number);
    classes[number]?.members.push(...(byText.get(text) as Ranked[]));
    classes[number]?.texts.push(i);
    return number;
  });
  return { classes, classOf };
}

/**
 * Gives every quotation the id of the soundest, fullest, best-ranked edition of its words: over scripts, widths and small
 * damage, and for words that another quotation holds whole, that one's. The order of the quotations stays.
 */
export function groupEditions(quotes: readonly Quote[], sources: readonly Source[]): Quote[] {
  return allSteps(editionSteps(quotes, sources));
}

/** The same in steps. */
export function* editionSteps(quotes: readonly Quote[], sources: readonly Source[]): Steps<Quote[]> {
  const all = rankOf(quotes, sources);
  const byText = new Map<string, Ranked[]>();
  for (const r of all) {
    const list = byText.get(r.folded);
    if (list) list.push(r); else byText.set(r.folded, [r]);
  }
  const texts = [...byText.keys()];
  const pieces = yield* piecesOf(texts);
  const { classes, classOf } = yield* classesOf(texts, byText, pieces);
  const best = classes.map((c) => c.members.reduce((a, b) => (better(b, a) < 0 ? b : a)));

  // Words that a longer quotation holds whole belong to that one, the longest sound one that holds them.
  const holder: (Ranked | null)[] = [];
  for (const [number, c] of classes.entries()) {
    if (number % STEP === 0) yield;
    let found: Ranked | null = null;
    for (const t of c.texts) {
      const text = texts[t] as string;
      if (text.length < SHORTEST_PART) continue;
      for (const j of pieces.holders(t)) {
        const other = texts[j] as string;
        if (classOf[j] === number || other.length <= text.length || !other.includes(text)) continue;
        const longer = best[classOf[j] as number] as Ranked;
        if (text.length < SHORTEST_NEAR && longer.quote.speaker !== (best[number] as Ranked).quote.speaker) continue;
        if (found === null || prefers(longer, found)) found = longer;
      }
    }
    holder.push(found);
  }
  const numberOf = new Map(texts.map((t, i) => [t, classOf[i] as number]));
  const canonical = (number: number, seen: ReadonlySet<number> = new Set()): string => {
    const next = holder[number];
    const nextNumber = next ? (numberOf.get(next.folded) as number) : -1;
    if (!next || seen.has(nextNumber)) return (best[number] as Ranked).quote.id;
    return canonical(nextNumber, new Set([...seen, number]));
  };
  const ids = new Map<Ranked, string>();
  classes.forEach((c, number) => { const id = canonical(number); for (const member of c.members) ids.set(member, id); });
  return all.map((r) => ({ ...r.quote, canonical: ids.get(r) ?? r.quote.id }));
}

/** Among several longer quotations the sound one, then the longest. */
function prefers(a: Ranked, b: Ranked): boolean {
  if (a.damaged !== b.damaged) return b.damaged;
  return a.folded.length > b.folded.length || (a.folded.length === b.folded.length && better(a, b) < 0);
}
