/**
 * What one source gives to the terms of a library, made once when it is read: plain data (strings, numbers, arrays) that can
 * be stored and merged with that of any other sources. Nothing here looks beyond the source.
 */
import type { Source } from '../../library/types';
import type { Tokenizer } from '../../service';
import { collectPairs, phraseEvidence } from './candidates';
import { chunksOf, type Chunk } from './chunks';
import { englishEvidence } from './englishNames';
import { markedNames, type NameKind } from './marks';
import { runsOf } from './recurrent';
import { classedWords, readUnits, type Unit, type Word } from './units';

/** A name that the text itself marks, as often as the source has it in that form. */
export interface NameEvidence {
  readonly form: string;
  readonly kind: NameKind;
  readonly aliases: readonly (readonly [string, AliasKind])[];
  count: number;
}

export type AliasKind = 'abbreviation' | 'short' | 'english';

/** A run of words that may hold recurring phrases. */
export interface RunEvidence {
  readonly words: readonly string[];
  /** The class of each word by its first letter: n(oun), s(oft), q(uoted), j(oiner), d(igit), h(ard). */
  readonly kinds: string;
  /** Index of the word that joins two noun phrases, or -1. */
  readonly joint: number;
  count: number;
}

/** A noun phrase that may be a term though it stands once. */
export interface PhraseEvidence {
  readonly form: string;
  readonly words: readonly string[];
  /** own: its build makes it a term; known: only where it is one by other evidence. */
  readonly stands: 'own' | 'known';
  count: number;
  headings: number;
}

/** What English paragraphs and bilingual lists of keywords give. */
export interface EnglishEvidence {
  /** Chinese keyword and its English one. */
  readonly pairs: readonly (readonly [string, string])[];
  readonly keywords: readonly string[];
  /** Names with letters behind them: the name, the letters, and whether these can stand for it. */
  readonly lettered: readonly (readonly [string, string, boolean])[];
  readonly names: readonly { readonly form: string; readonly kind: 'named' | 'quoted'; count: number }[];
  readonly runs: readonly { readonly words: string; count: number }[];
}

export interface TermEvidence {
  /** Letters that were read. */
  readonly characters: number;
  readonly names: readonly NameEvidence[];
  readonly runs: readonly RunEvidence[];
  readonly phrases: readonly PhraseEvidence[];
  /** Two named things joined as one name. */
  readonly joined: readonly { readonly form: string; readonly words: readonly string[]; count: number }[];
  readonly english: EnglishEvidence;
}

/** A unit cut into words and noun phrases. */
export interface CutUnit {
  readonly unit: Unit;
  readonly words: readonly Word[];
  readonly chunks: readonly Chunk[];
}

/** Equal pieces counted, in the order of their first place. */
export class Tally<T extends { count: number }> {
  private readonly known = new Map<string, T>();

  add(key: string, make: () => T): T {
    let entry = this.known.get(key);
    if (!entry) { entry = make(); this.known.set(key, entry); }
    entry.count++;
    return entry;
  }

  list(): T[] {
    return [...this.known.values()];
  }
}

/** The evidence of one source. Linear in its length. */
export function termEvidence(source: Source, tokenizer: Tokenizer): TermEvidence {
  const units = readUnits(source);
  const names = new Tally<NameEvidence>(), runs = new Tally<RunEvidence>(), phrases = new Tally<PhraseEvidence>();
  const joined = new Tally<TermEvidence['joined'][number]>();
  for (const unit of units) {
    const words = classedWords(unit.text, tokenizer);
    const cut: CutUnit = { unit, words, chunks: chunksOf(unit.text, words) };
    for (const { form, kind, aliases } of markedNames(unit, words, cut.chunks)) {
      names.add(`${kind}\t${form}\t${aliases.map((a) => a.join(':')).join('\t')}`, () => ({ form, kind, aliases, count: 0 }));
    }
    if (unit.english) continue;
    for (const run of runsOf(cut)) runs.add(`${run.joint}\t${run.kinds}\t${run.words.join('\t')}`, () => ({ ...run, count: 0 }));
    for (const phrase of phraseEvidence(cut)) {
      const entry = phrases.add(`${phrase.stands}\t${phrase.words.join('\t')}`, () => ({ ...phrase, count: 0, headings: 0 }));
      if (unit.heading && phrase.inHeading) entry.headings++;
    }
    for (const { form, words: parts } of collectPairs(cut)) joined.add(form, () => ({ form, words: parts, count: 0 }));
  }
  return {
    characters: units.reduce((sum, u) => sum + u.text.length, 0),
    names: names.list(), runs: runs.list(), phrases: phrases.list(), joined: joined.list(), english: englishEvidence(units),
  };
}
