/** A candidate for a term and the evidence for it. */
import { foldText } from '../../text/fold';
import type { AliasKind, NameKind } from './types';

export interface Candidate {
  /** Folded form: what makes two candidates the same. */
  readonly key: string;
  /** Simplified, with marks that are part of the name. */
  form: string;
  /** How often each kind of evidence was met. */
  readonly evidence: Partial<Record<NameKind | 'recurrent' | 'phrase' | 'heading' | 'coordinated' | 'loose' | 'bound' | 'office', number>>;
  /** Other names by the text's own word: abbreviations, short forms. */
  aliases: ReadonlyMap<string, AliasKind>;
  /** Its words, from one occurrence. */
  words: readonly string[];
  /** Sources that have it, ascending, no more than matter (`MOST_SOURCES`). */
  sources: readonly number[];
  /** Occurrences as a noun phrase or part of one. */
  frequency: number;
  /** Weighted by how often it stands outside longer candidates (C-value). */
  cValue: number;
}

export type Candidates = Map<string, Candidate>;

/** More sources than these tell nothing more about a term. */
export const MOST_SOURCES = 256;

/** Most candidates have none, and are many. */
const NO_ALIASES: ReadonlyMap<string, AliasKind> = new Map();
const NO_SOURCES: readonly number[] = [];

/** A candidate without any evidence. */
export function bareCandidate(key: string, form: string, words: readonly string[]): Candidate {
  return { key, form, evidence: {}, aliases: NO_ALIASES, words, sources: NO_SOURCES, frequency: 0, cValue: 0 };
}

/** The candidate of a form, made where there is none yet. */
export function candidateFor(candidates: Candidates, form: string, words: readonly string[] = [form]): Candidate | null {
  const key = foldText(form);
  if (key.length < 2) return null;
  let found = candidates.get(key);
  if (!found) {
    // Most forms are folded already: then one string does for both.
    found = bareCandidate(key, key === form ? key : form, words);
    candidates.set(key, found);
  } else if (found.words.length < words.length) found.words = words;
  return found;
}

/** Counts pieces of evidence for a candidate. */
export function note(candidate: Candidate, kind: keyof Candidate['evidence'], source: number, count = 1): void {
  candidate.evidence[kind] = (candidate.evidence[kind] ?? 0) + count;
  noteSource(candidate, source);
}

export function noteSource(candidate: Candidate, source: number): void {
  candidate.sources = withSource(candidate.sources, source);
}

/** Lists up to this length have no room to spare: there are very many of them. */
const SHORT = 16;

/** Ascending numbers of sources with one more, no more than matter; a long list is lengthened itself. */
export function withSource(sources: readonly number[], source: number): readonly number[] {
  const { length } = sources;
  if (length >= MOST_SOURCES) return sources;
  if (length === 0 || (sources[length - 1] as number) < source) {
    if (length < SHORT) return sources.concat(source);
    (sources as number[]).push(source);
    return sources;
  }
  let low = 0, high = length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sources[middle] as number) < source) low = middle + 1; else high = middle;
  }
  return sources[low] === source ? sources : [...sources.slice(0, low), source, ...sources.slice(low)];
}

export function addAlias(candidate: Candidate, alias: string, kind: AliasKind): void {
  candidate.aliases = new Map(candidate.aliases).set(alias, kind);
}
