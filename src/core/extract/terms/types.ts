/** What the steps from a source to its terms hand on: paragraphs, words, phrases, and the evidence that a source gives. */
import type { DefinitionKind, Paragraph, Source } from '../../library/types';

/** A paragraph to read. Offsets in `text` are those of the paragraph's clean text. */
export interface Unit {
  readonly source: Source;
  readonly paragraph: Paragraph;
  /** Index of the paragraph in the source. */
  readonly index: number;
  /** The clean text in Simplified characters. */
  readonly text: string;
  /** Headings and titles name terms but define none. */
  readonly heading: boolean;
  readonly english: boolean;
}

/** noun: may stand in a term; soft: may stand inside one; hard and stop end it; joiner: a dash or point between nouns; quoted: a short span in marks. */
export type WordClass = 'noun' | 'soft' | 'hard' | 'stop' | 'joiner' | 'number' | 'quoted';

export interface Word {
  readonly start: number;
  readonly end: number;
  readonly kind: WordClass;
}

export interface Chunk {
  /** Words of the chunk in order; joiners only between nouns. */
  readonly words: readonly Word[];
  readonly start: number;
  readonly end: number;
}

export type NameKind = 'member' | 'even' | 'quoted' | 'title' | 'abbreviated' | 'counted' | 'list' | 'parallel' | 'acronym' | 'set' | 'keyword' | 'named';

/** A name that the text itself marks, as often as the source has it in that form. */
export interface NameEvidence {
  readonly form: string;
  readonly kind: NameKind;
  readonly aliases: readonly (readonly [string, AliasKind])[];
  count: number;
}

export type AliasKind = 'abbreviation' | 'short' | 'english';

/** A run of words that may hold recurring phrases. */
export interface WordRun {
  readonly words: readonly string[];
  /** The class of each word by its first letter: n(oun), s(oft), q(uoted), j(oiner), d(igit), h(ard). */
  readonly kinds: string;
  /** Index of the word that joins two noun phrases, or -1. */
  readonly joint: number;
}

/** A noun phrase that may be a term though it stands once. */
export interface PhraseEvidence {
  /** How many words it has. */
  readonly length: number;
  /** Whether its build makes it a term; else it is one only by other evidence. */
  readonly own: boolean;
  readonly count: number;
  readonly headings: number;
}

export type Numbers = Uint16Array | Uint32Array;

/** Runs and phrases of one source in numbers, as they are kept (`numbered`). */
export interface NumberedRuns {
  /** All words, a line end between. */
  readonly words: string;
  /** The letter of each one's class. */
  readonly kinds: string;
  /** Of each run: how many words, the index of the joint and one, the words. */
  readonly runs: Numbers;
  /** Of each phrase: how many words, twice, and one where it stands as its own; how often it stands, how often in headings; the words. */
  readonly phrases: Numbers;
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
  readonly runs: NumberedRuns;
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

/** How well a sentence defines a term, and by what kind. */
export interface Judged {
  readonly kind: DefinitionKind;
  readonly weight: number;
}
