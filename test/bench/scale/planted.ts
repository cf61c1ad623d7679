/** Quotations as drafts have them: taken from the library by chance, and corrupted in all the ways that happen. Always the same ones. */
import type { Source } from '../../../src/core/library/types';
import { toTraditional } from '../../../src/core/text/script';
import { chance } from '../writing';

export const KINDS = [
  'exact', '1 edit', '2 edits', '3 edits', '4 edits', 'punctuation', 'Traditional', 'Traditional + 2 edits', 'dropped clause', '5-9 verbatim', '10-14 + 1 edit', '120-300 + 6 edits',
] as const;
export type Kind = typeof KINDS[number];

export interface Planted {
  readonly kind: Kind;
  readonly words: string;
  /** Index of the source that it was taken from; other places may hold the same words. */
  readonly source: number;
}

/** `count` quotations of each kind. */
export function plant(sources: readonly Source[], count: number): Planted[] {
  const next = chance(7919);
  const pick = (n: number): number => Math.floor(next() * n);
  const letter = (): string => {
    for (;;) {
      const source = sources[pick(sources.length)] as Source, c = source.raw[pick(source.raw.length)] as string;
      if (/\p{Script=Han}/u.test(c)) return c;
    }
  };
  /** Words of a paragraph, between so many characters; from the beginning of a clause where that can be. */
  const span = (least: number, most: number): { words: string; source: number } => {
    for (;;) {
      const source = pick(sources.length), { paragraphs } = sources[source] as Source;
      const text = paragraphs[1 + pick(paragraphs.length - 1)]?.text ?? '';
      if (text.length < least) continue;
      const length = Math.min(text.length, least + pick(most - least + 1));
      const at = pick(text.length - length + 1);
      const clause = text.lastIndexOf('，', at) + 1;
      const from = next() < 0.6 && clause + length <= text.length ? clause : at;
      const words = text.slice(from, from + length).replace(/^[，。；]+|[，。；]+$/gu, '');
      if (words.length >= least && (words.match(/\p{Script=Han}/gu)?.length ?? 0) >= least - 2) return { words, source };
    }
  };
  /** Letters exchanged, lost or added, never twice at one place. */
  const edited = (words: string, edits: number): string => {
    const letters = [...words];
    const places = new Set<number>();
    while (places.size < edits) {
      const at = pick(letters.length);
      if (/\p{Script=Han}/u.test(letters[at] as string)) places.add(at);
    }
    for (const at of places) {
      const how = pick(4);
      letters[at] = how === 0 ? '' : how === 1 ? (letters[at] as string) + letter() : letter();
    }
    return letters.join('');
  };
  const make = (kind: Kind): { words: string; source: number } => {
    switch (kind) {
      case 'exact': return span(15, 80);
      case '1 edit': case '2 edits': case '3 edits': case '4 edits': {
        const edits = Number(kind[0]), { words, source } = span(15 + edits, 80);
        return { words: edited(words, edits), source };
      }
      case 'punctuation': {
        const { words, source } = span(20, 80);
        return { words: words.replace(/[，；]/gu, () => ['、', ',', '', '：'][pick(4)] as string), source };
      }
      case 'Traditional': { const { words, source } = span(15, 80); return { words: toTraditional(words), source }; }
      case 'Traditional + 2 edits': { const { words, source } = span(17, 80); return { words: edited(toTraditional(words), 2), source }; }
      case 'dropped clause': for (;;) {
        const { words, source } = span(45, 140);
        const clauses = words.split('，');
        if (clauses.length < 3) continue;
        clauses.splice(1 + pick(clauses.length - 2), 1);
        return { words: clauses.join('，'), source };
      }
      case '5-9 verbatim': return span(5, 9);
      case '10-14 + 1 edit': { const { words, source } = span(10, 14); return { words: edited(words, 1), source }; }
      case '120-300 + 6 edits': { const { words, source } = span(120, 300); return { words: edited(words, 6), source }; }
    }
  };
  return KINDS.flatMap((kind) => Array.from({ length: count }, () => ({ kind, ...make(kind) })));
}
