/** The evidence of all sources becomes candidates, and these become the terms to look for. */
import type { OfficeTerm } from '../../library/glossaryFile';
import { foldText } from '../../text/fold';
import { candidateFor, note, type Candidates } from './candidate';
import { collectEnglish } from './englishNames';
import { buildTermMatcher, type TermMatcher } from './matcher';
import { underOffice } from './office';
import { scoreOf } from './ranking';
import { mayStand } from './phrases';
import { GramTable, PairTable } from './recurrent';
import { groupCandidates, type TermGroup } from './variants';
import type { TermEvidence } from './types';

/** Candidates below this are not terms. */
const LEAST_SCORE = -1.2;
/** Candidates that are kept at one time; beyond, phrases that stand once are forgotten. */
const MOST_CANDIDATES = 600_000;
/** Terms that are looked for in the texts: more than any library yields in the end. */
const MOST_CHOSEN = 20_000;

/** The terms to look for in the texts, with what finds them. */
export interface ChosenTerms {
  readonly groups: readonly TermGroup[];
  readonly matcher: TermMatcher;
  /** Letters of all sources together. */
  readonly characters: number;
}

/**
 * Merges the evidence of all sources; it is gone through several times, in the same order. Memory is bounded, whatever the
 * size of the library. `office` are the rows of the office's own glossary.
 */
export function chooseTerms(evidence: Iterable<TermEvidence>, office: readonly OfficeTerm[] = []): ChosenTerms {
  const candidates = candidatesOf(evidence);
  const ranked = [...candidates.values()]
    .map((candidate) => ({ candidate, score: scoreOf(candidate, candidate.frequency, candidate.sources.size) }))
    .filter(({ score }) => score >= LEAST_SCORE)
    .sort((a, b) => b.score - a.score || (a.candidate.key < b.candidate.key ? -1 : 1));
  const groups = underOffice(groupCandidates(ranked.slice(0, MOST_CHOSEN * 2)).slice(0, MOST_CHOSEN), office);
  const matcher = buildTermMatcher(groups.map((g) => ({ term: g.lead.form, variants: [...g.forms.keys()].map((form) => ({ form })) })));
  let characters = 0;
  for (const one of evidence) characters += one.characters;
  return { groups, matcher, characters };
}

/** All candidates with the evidence of all sources. */
export function candidatesOf(evidence: Iterable<TermEvidence>): Candidates {
  const candidates: Candidates = new Map();
  const pairs = new PairTable();
  inOrder(evidence, ({ names, runs }, source) => {
    for (const { form, kind, aliases, count } of names) {
      const candidate = candidateFor(candidates, form);
      if (!candidate) continue;
      note(candidate, kind, source, count);
      if (kind === 'title' || kind === 'quoted') candidate.form = form;
      for (const [alias, aliasKind] of aliases) candidate.aliases.set(alias, aliasKind);
    }
    for (const run of runs) pairs.add(run);
  });
  const grams = new GramTable(pairs);
  inOrder(evidence, ({ runs }, source) => { for (const run of runs) grams.add(run, source); });
  grams.collect(candidates);
  collectPhrases(evidence, candidates);
  inOrder(evidence, ({ joined }, source) => {
    for (const { form, words, count } of joined) {
      const candidate = candidateFor(candidates, form, words);
      if (!candidate) continue;
      note(candidate, 'coordinated', source, count);
      candidate.frequency = Math.max(candidate.frequency, 1);
    }
  });
  collectEnglish(map(evidence, (one) => one.english), candidates);
  return candidates;
}

/** Letters of a library that can show every noun phrase it has; of a larger one those that recur are enough. */
const SMALL = 400_000;

/** First the phrases that are terms by their build, so that every place counts of what any source shows to be one. */
function collectPhrases(evidence: Iterable<TermEvidence>, candidates: Candidates): void {
  let characters = 0;
  for (const one of evidence) characters += one.characters;
  for (const pass of ['own', 'known', 'part'] as const) {
    inOrder(evidence, ({ phrases }, source) => {
      for (const { form, words, stands, count, headings } of phrases) {
        if (stands !== pass) continue;
        let candidate = pass === 'own' ? candidateFor(candidates, form, words) : candidates.get(foldText(form)) ?? null;
        if (!candidate && characters <= SMALL && mayStand(form, words)) {
          candidate = candidateFor(candidates, form, words);
          if (candidate) candidate.evidence.loose = 1;
        }
        if (!candidate || (pass === 'part' && !candidate.evidence.loose)) continue;
        note(candidate, 'phrase', source, count);
        if (headings > 0) note(candidate, 'heading', source, headings);
        candidate.frequency = Math.max(candidate.frequency, 1);
      }
      if (candidates.size > MOST_CANDIDATES) forget(candidates);
    });
  }
}

function forget(candidates: Candidates): void {
  for (const [key, { evidence, aliases }] of candidates) {
    if (evidence.phrase === 1 && Object.keys(evidence).length === 1 && aliases.size === 0) candidates.delete(key);
  }
}

function inOrder(evidence: Iterable<TermEvidence>, each: (one: TermEvidence, source: number) => void): void {
  let source = 0;
  for (const one of evidence) each(one, source++);
}

function* map<T, U>(list: Iterable<T>, make: (one: T) => U): Iterable<U> {
  for (const one of list) yield make(one);
}
