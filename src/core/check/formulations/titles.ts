/** Titles that the library names: of its own sources, and in 《》 in their texts. */
import type { Evidence } from '../types';
import { evidenceAt } from '../../cite/evidence';
import type { Library, Paragraph, Source } from '../../library/types';
import { foldText } from '../../text/fold';
import { fromSources } from './perSource';

export interface KnownTitle {
  readonly title: string;
  readonly folded: string;
  readonly source: Evidence;
}

/** Titles in 《》, and how long they must be to be told from their like. */
export const TITLE = /《([^《》\n]{6,60})》/gu;
const SHORTEST = 6;

const named = fromSources((paragraph: Paragraph, source: Source): KnownTitle[] => (paragraph.damaged.length > 0 || !paragraph.text.includes('《') ? [] : [...paragraph.text.matchAll(TITLE)].map((m) => ({
  title: m[1] as string, folded: foldText(m[1] as string),
  source: evidenceAt(source, paragraph.map.span({ start: m.index, end: m.index + m[0].length }), m[0]),
}))));

export interface Titles {
  has(folded: string): boolean;
  /** Titles that share a half with a folded one, of about its length. */
  like(folded: string): readonly KnownTitle[];
}

/** Learns from one source ahead of the first question. */
export const learnTitles = (source: Source): void => { named.learn(source); };

const known = new WeakMap<Library, Titles>();

export function titlesOf(library: Library): Titles {
  let titles = known.get(library);
  if (titles) return titles;
  const all = new Map<string, KnownTitle>();
  for (const source of library.sources) if (source.title && foldText(source.title).length >= SHORTEST) all.set(foldText(source.title), { title: source.title, folded: foldText(source.title), source: evidenceAt(source, { start: 0, end: 0 }, source.title) });
  for (const one of named(library)) if (!all.has(one.folded)) all.set(one.folded, one);
  const byHalf = new Map<string, KnownTitle[]>();
  const halves = (text: string): string[] => { const half = text.length >> 1; return [-1, 0, 1].flatMap((more) => [`<${text.slice(0, half + more)}`, `>${text.slice(half + more)}`]); };
  for (const one of all.values()) for (const key of halves(one.folded)) byHalf.set(key, [...(byHalf.get(key) ?? []), one]);
  known.set(library, titles = {
    has: (folded) => all.has(folded),
    like: (folded) => [...new Set(halves(folded).flatMap((key) => byHalf.get(key) ?? []))].filter((one) => Math.abs(one.folded.length - folded.length) <= 2),
  });
  return titles;
}
