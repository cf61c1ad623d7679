/** The evidence of all sources becomes candidates, and these become the terms to look for. */
import type { OfficeTerm } from '../../library/glossaryFile';
import { allSteps, type Steps } from '../../library/steps';
import { foldText } from '../../text/fold';
import { addAlias, candidateFor, note, type Candidate, type Candidates } from './candidate';
import { CandidatesByHash } from './candidatesByHash';
import { collectEnglish } from './englishNames';
import { GramTable } from './grams';
import { buildTermMatcher, type TermMatcher } from './matcher';
import { underOffice } from './office';
import { mayStand, partsOf } from './phrases';
import { scoreOf } from './ranking';
import { eachPhrase, eachRun, wordsOf } from './numbered';
import { RecurringRuns } from './recurrent';
import { groupCandidates, type TermGroup } from './variants';
import type { TermEvidence } from './types';
import { hashedWords } from './wordHash';

/** Candidates below this are not terms. */
const LEAST_SCORE = -1.2;
/** Candidates that are kept at one time; beyond, phrases that stand once are forgotten. */
const MOST_CANDIDATES = 600_000;
/** Terms that are looked for in the texts: more than twice what any library yields in the end, so that a definition can still raise one. */
const MOST_CHOSEN = 12_000;

/** The terms to look for in the texts, with what finds them. */
export interface ChosenTerms {
  readonly groups: readonly TermGroup[];
  readonly matcher: TermMatcher;
  /** The abbreviations of the terms that have some, by their index. */
  readonly letters: ReadonlyMap<number, ReadonlySet<string>>;
  /** Letters of all sources together. */
  readonly characters: number;
}

/** All steps of `chooseSteps` at once. */
export function chooseTerms(evidence: Iterable<TermEvidence>, office: readonly OfficeTerm[] = []): ChosenTerms {
  return allSteps(chooseSteps(evidence, office));
}

/**
 * Merges the evidence of all sources, a source a step; it is gone through several times, in the same order, and each time only
 * some of its fields are read. Memory is bounded, whatever the size of the library. `office` are the rows of the office's own glossary.
 */
export function* chooseSteps(evidence: Iterable<TermEvidence>, office: readonly OfficeTerm[] = []): Steps<ChosenTerms> {
  const { ranked, characters } = yield* rankedOf(evidence);
  const groups = underOffice(groupCandidates(ranked).slice(0, MOST_CHOSEN), office);
  const matcher = buildTermMatcher(groups.map((g) => ({ term: g.lead.form, variants: [...g.forms.keys()].map((form) => ({ form })) })));
  const letters = new Map<number, ReadonlySet<string>>();
  groups.forEach(({ forms }, index) => {
    const short = [...forms].filter(([, kind]) => kind === 'abbreviation').map(([form]) => form);
    if (short.length > 0) letters.set(index, new Set(short));
  });
  return { groups, matcher, letters, characters };
}

/** The best candidates; of the others nothing is held any more. */
function* rankedOf(evidence: Iterable<TermEvidence>): Steps<{ readonly ranked: readonly { readonly candidate: Candidate; readonly score: number }[]; readonly characters: number }> {
  const { candidates, characters } = yield* candidatesOf(evidence);
  const ranked = [...candidates.values()]
    .map((candidate) => ({ candidate, score: scoreOf(candidate, candidate.frequency, candidate.sources.length) }))
    .filter(({ score }) => score >= LEAST_SCORE)
    .sort((a, b) => b.score - a.score || (a.candidate.key < b.candidate.key ? -1 : 1))
    .slice(0, MOST_CHOSEN * 2);
  yield;
  return { ranked, characters };
}

/** All candidates with the evidence of all sources, and the letters that were read. */
export function* candidatesOf(evidence: Iterable<TermEvidence>): Steps<{ readonly candidates: Candidates; readonly characters: number }> {
  const candidates: Candidates = new Map();
  const characters = yield* collectRecurring(evidence, candidates);
  yield* collectPhrases(evidence, candidates, characters);
  yield* collectEnglish(map(evidence, (one) => one.english), candidates);
  return { candidates, characters };
}

/** Names that the texts mark, and runs that recur; the letters that were read. The tables of runs are large, and gone behind it. */
function* collectRecurring(evidence: Iterable<TermEvidence>, candidates: Candidates): Steps<number> {
  const recurring = new RecurringRuns();
  let read = 0;
  yield* inOrder(evidence, ({ names, runs: { words, runs }, characters }, source) => {
    read += characters;
    for (const { form, kind, aliases, count } of names) {
      const candidate = candidateFor(candidates, form);
      if (!candidate) continue;
      note(candidate, kind, source, count);
      if (kind === 'title' || kind === 'quoted') candidate.form = form;
      for (const [alias, aliasKind] of aliases) addAlias(candidate, alias, aliasKind);
    }
    const hashed = hashedWords(wordsOf(words));
    eachRun(runs, (at, length, joint) => { recurring.add(hashed, runs, at, length, joint); });
  });
  const grams = new GramTable(recurring);
  yield* inOrder(evidence, ({ runs: { words, kinds, runs } }, source) => {
    const hashed = hashedWords(wordsOf(words));
    eachRun(runs, (at, length, joint) => { grams.add(hashed, kinds, runs, at, length, joint, source); });
  });
  grams.collect(candidates);
  return read;
}

/** Letters of a library that can show every noun phrase it has; of a larger one those that recur are enough. */
const SMALL = 400_000;

/**
 * First the phrases that are terms by their build, so that every place counts of what any source shows to be one. In a small
 * library all others too, and the parts of these that end with a head noun. Last the names that two phrases make together.
 */
function* collectPhrases(evidence: Iterable<TermEvidence>, candidates: Candidates, characters: number): Steps<void> {
  const small = characters <= SMALL;
  let known = new CandidatesByHash(candidates);
  for (const own of [true, false]) {
    yield* inOrder(evidence, ({ runs: { words, phrases } }, source) => {
      const hashed = hashedWords(wordsOf(words));
      eachPhrase(phrases, (phrase, at) => {
        if (phrase.own !== own) return;
        const candidate = known.of(hashed, phrases, at, phrase.length, (form, parts) => (own ? candidateFor(candidates, form, parts) : small && mayStand(form, parts) ? loose(candidates, form, parts) : null));
        if (!candidate) return;
        note(candidate, 'phrase', source, phrase.count);
        if (phrase.headings > 0) note(candidate, 'heading', source, phrase.headings);
        candidate.frequency = Math.max(candidate.frequency, 1);
      });
      if (candidates.size <= MOST_CANDIDATES) return;
      forget(candidates);
      known = new CandidatesByHash(candidates);
    });
  }
  if (small) yield* inOrder(evidence, ({ runs: { words, phrases } }, source) => {
    const list = wordsOf(words);
    eachPhrase(phrases, ({ length }, at) => {
      for (const part of partsOf(Array.from(phrases.subarray(at, at + length), (n) => list[n] as string))) {
        const form = part.join('');
        const found = candidates.get(foldText(form));
        if (found && !found.evidence.loose) continue;
        const candidate = found ?? loose(candidates, form, part);
        if (candidate) note(candidate, 'phrase', source);
      }
    });
  });
  yield* inOrder(evidence, ({ joined }, source) => {
    for (const { form, words, count } of joined) {
      const candidate = candidateFor(candidates, form, words);
      if (!candidate) continue;
      note(candidate, 'coordinated', source, count);
      candidate.frequency = Math.max(candidate.frequency, 1);
    }
  });
}

/** A candidate that nothing speaks for but that it stands there. */
function loose(candidates: Candidates, form: string, words: readonly string[]): Candidate | null {
  const candidate = candidateFor(candidates, form, words);
  if (candidate) { candidate.evidence.loose = 1; candidate.frequency = Math.max(candidate.frequency, 1); }
  return candidate;
}

function forget(candidates: Candidates): void {
  for (const [key, { evidence, aliases }] of candidates) {
    if (evidence.phrase === 1 && Object.keys(evidence).length === 1 && aliases.size === 0) candidates.delete(key);
  }
}

function* inOrder(evidence: Iterable<TermEvidence>, each: (one: TermEvidence, source: number) => void): Steps<void> {
  let source = 0;
  for (const one of evidence) {
    each(one, source++);
    yield;
  }
}

function* map<T, U>(list: Iterable<T>, make: (one: T) => U): Iterable<U> {
  for (const one of list) yield make(one);
}
