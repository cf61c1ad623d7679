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
  readonly aliases: Map<string, AliasKind>;
  /** Lengths of its words, from one occurrence. */
  words: readonly string[];
  /** Sources that have it, no more than matter (`MOST_SOURCES`). */
  readonly sources: Set<number>;
  /** Occurrences as a noun phrase or part of one. */
  frequency: number;
  /** Weighted by how often it stands outside longer candidates (C-value). */
  cValue: number;
}

export type Candidates = Map<string, Candidate>;

/** More sources than these tell nothing more about a term. */
export const MOST_SOURCES = 256;

/** The candidate of a form, made where there is none yet. */
export function candidateFor(candidates: Candidates, form: string, words: readonly string[] = [form]): Candidate | null {
  const key = foldText(form);
  if (key.length < 2) return null;
  let found = candidates.get(key);
  if (!found) {
    found = { key, form, evidence: {}, aliases: new Map(), words, sources: new Set(), frequency: 0, cValue: 0 };
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
  if (candidate.sources.size < MOST_SOURCES) candidate.sources.add(source);
}
