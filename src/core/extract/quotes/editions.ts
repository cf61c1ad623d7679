/** The same words in several sources become one quotation with its editions. */
import type { Quote, Source } from '../../library/types';
import { foldText } from '../../text/fold';

/** What a quotation is ranked by among its editions. */
interface Ranked { readonly quote: Quote; readonly folded: string; readonly damaged: boolean; readonly rank: number; readonly marked: boolean }

const GRAM = 4;
/** Words shorter than this are too common for one to be called part of another. */
const SHORTEST_PART = 8;

function rankOf(quotes: readonly Quote[], sources: readonly Source[]): Ranked[] {
  const byFile = new Map(sources.map((s) => [s.file, s]));
  return quotes.map((quote) => {
    const source = byFile.get(quote.file);
    const damaged = source?.paragraphs.some((p) => p.start < quote.end && quote.start < p.end && p.damaged.some((d) => {
      const raw = p.map.span(d);
      return raw.start < quote.end && quote.start < raw.end;
    })) ?? false;
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
  if (shorter < 16 || longer - shorter > Math.max(2, longer * 0.06)) return false;
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

/** Quotations that share the rarest pieces of a text: candidates for the same or a longer quotation. */
function index(all: readonly Ranked[]): (folded: string) => number[] {
  const postings = new Map<string, number[]>();
  all.forEach((r, i) => {
    for (const gram of new Set(grams(r.folded))) {
      const list = postings.get(gram);
      if (list) list.push(i); else postings.set(gram, [i]);
    }
  });
  return (folded) => {
    const lists = [...new Set(grams(folded))].map((g) => postings.get(g) ?? []).sort((a, b) => a.length - b.length).slice(0, 12);
    return [...new Set(lists.flat())];
  };
}
function grams(text: string): string[] {
  return Array.from({ length: Math.max(0, text.length - GRAM + 1) }, (_, i) => text.slice(i, i + GRAM));
}

/**
 * Gives every quotation the id of the soundest, fullest, best-ranked edition of its words: over scripts, widths and small
 * damage, and for words that another quotation holds whole, that one's. The order of the quotations stays.
 */
export function groupEditions(quotes: readonly Quote[], sources: readonly Source[]): Quote[] {
  const all = rankOf(quotes, sources);
  const candidates = index(all);
  const near = all.map((r) => candidates(r.folded));

  // The same words, exactly or nearly: one class each.
  const parent = all.map((_, i) => i);
  const root = (i: number): number => { while (parent[i] !== i) { parent[i] = parent[parent[i] as number] as number; i = parent[i] as number; } return i; };
  const byText = new Map<string, number>();
  all.forEach((r, i) => {
    const first = byText.get(r.folded);
    if (first === undefined) byText.set(r.folded, i); else parent[root(i)] = root(first);
  });
  all.forEach((r, i) => {
    for (const j of near[i] as number[]) if (j > i && root(i) !== root(j) && nearlySame(r.folded, (all[j] as Ranked).folded)) parent[root(j)] = root(i);
  });
  const best = new Map<number, Ranked>();
  all.forEach((r, i) => {
    const held = best.get(root(i));
    if (!held || better(r, held) < 0) best.set(root(i), r);
  });

  // Words that a longer quotation holds whole belong to that one, the longest that holds them.
  const container = all.map((r, i) => {
    if (r.folded.length < SHORTEST_PART) return -1;
    let found = -1;
    for (const j of near[i] as number[]) {
      const other = all[j] as Ranked;
      if (root(j) === root(i) || other.folded.length <= r.folded.length || !other.folded.includes(r.folded)) continue;
      if (r.folded.length < 16 && other.quote.speaker !== r.quote.speaker) continue;
      if (found < 0 || prefers(other, all[found] as Ranked)) found = j;
    }
    return found;
  });
  const canonical = (i: number, seen: ReadonlySet<number> = new Set()): string => {
    const members = all.flatMap((_, j) => (root(j) === root(i) ? [j] : []));
    const next = members.map((j) => container[j] as number).find((j) => j >= 0);
    if (next === undefined || seen.has(root(next))) return (best.get(root(i)) as Ranked).quote.id;
    return canonical(next, new Set([...seen, root(i)]));
  };
  const byRoot = new Map<number, string>();
  return all.map((r, i) => {
    const key = root(i);
    const id = byRoot.get(key) ?? canonical(i);
    byRoot.set(key, id);
    return { ...r.quote, canonical: id };
  });
}

/** Among several longer quotations the sound one, then the longest. */
function prefers(a: Ranked, b: Ranked): boolean {
  return Number(a.damaged) - Number(b.damaged) < 0 || (a.damaged === b.damaged && (a.folded.length > b.folded.length || (a.folded.length === b.folded.length && better(a, b) < 0)));
}
