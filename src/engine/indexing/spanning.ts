/** What is made of all documents of a library together, in the process that indexes: groups of editions and figures, and the terms. */
import { deserialize, serialize } from 'node:v8';
import type { OfficeTerm } from '../../core/library/glossaryFile';
import type { Part } from '../../core/library/records';
import { once } from '../../core/library/once';
import { additionSteps, type Additions } from '../../core/library/spanning';
import type { Steps } from '../../core/library/steps';
import type { Slice, Source, Term } from '../../core/library/types';
import { termEvidence } from '../../core/extract/terms/evidence';
import { termRanking } from '../../core/extract/terms/extractTerms';
import { chooseSteps } from '../../core/extract/terms/merge';
import { sliceOf, termUses } from '../../core/extract/terms/uses';
import type { Tokenizer } from '../../core/service';
import type { SpanningKind } from '../store/types';
import type { TermEvidence } from '../../core/extract/terms/types';

/** A document with its id. */
export interface Numbered { readonly id: string; readonly part: Part }

/** What the others add to a document, packed until it is asked for. */
export interface PackedAdditions {
  /** Files whose quotations are named as other editions. */
  readonly files: readonly string[];
  readonly bytes: Uint8Array;
}

/** The file of the quotation that an edition is named by. */
export const fileOfEdition = (canonical: string): string => canonical.slice(0, canonical.lastIndexOf(':q'));

/** Groups as they are stored: of each document, by its id, what the others add, in few pieces. Documents to which nothing is added are left out. */
interface PackedGroups {
  readonly ids: readonly string[];
  /** Names of files, and of each document which of them are its `files`: from its start to the next one's. */
  readonly names: readonly string[];
  readonly fileStarts: Uint32Array;
  readonly files: Uint32Array;
  /** Of each document its additions, from its start to the next one's. */
  readonly starts: Uint32Array;
  readonly bytes: Uint8Array;
}

/** Makes groups in steps. */
export function* groupSteps(parts: readonly Numbered[]): Steps<Uint8Array> {
  const added = yield* additionSteps(parts.map(({ part }) => part));
  const ids: string[] = [], numbers = new Map<string, number>(), files: number[] = [], fileStarts = [0], pieces: Uint8Array[] = [], starts = [0];
  let at = 0;
  parts.forEach(({ id }, index) => {
    const { quotes, figures } = added[index] as Additions;
    if (quotes.length + figures.length === 0) return;
    for (const file of new Set(quotes.flatMap(([, { canonical }]) => (canonical === undefined ? [] : fileOfEdition(canonical))))) {
      if (!numbers.has(file)) numbers.set(file, numbers.size);
      files.push(numbers.get(file) as number);
    }
    const piece = serialize({ quotes, figures } satisfies Additions);
    ids.push(id);
    pieces.push(piece);
    starts.push(at += piece.length);
    fileStarts.push(files.length);
  });
  return serialize({ ids, names: [...numbers.keys()], fileStarts: Uint32Array.from(fileStarts), files: Uint32Array.from(files), starts: Uint32Array.from(starts), bytes: Buffer.concat(pieces) } satisfies PackedGroups);
}

/** What the others add to each document, by its id. */
export interface Groups { of(id: string): PackedAdditions | undefined }

export const NO_GROUPS: Groups = { of: () => undefined };

/** The bytes of all lie where they were read. */
export function unpackGroups(packed: Uint8Array): Groups {
  const { ids, names, fileStarts, files, starts, bytes } = deserialize(packed) as PackedGroups;
  const numbers = new Map(ids.map((id, number) => [id, number]));
  return {
    of(id) {
      const number = numbers.get(id);
      return number === undefined ? undefined : {
        files: Array.from(files.subarray(fileStarts[number], fileStarts[number + 1]), (file) => names[file] as string),
        bytes: bytes.subarray(starts[number], starts[number + 1]),
      };
    },
  };
}

export function unpackAdditions({ bytes }: PackedAdditions): Additions {
  return deserialize(bytes) as Additions;
}

/** Fields of evidence that are asked for together: most times only some of it is wanted. */
const SECTIONS = [['runs', 'characters'], ['names', 'joined'], ['english']] as const satisfies readonly (readonly (keyof TermEvidence)[])[];

/** Evidence as it is stored. */
function packEvidence(evidence: TermEvidence): Uint8Array {
  return serialize(SECTIONS.map((fields) => serialize(fields.map((field) => evidence[field]))));
}

/** Evidence again; a field is unpacked when it is asked for. */
function unpackEvidence(bytes: Uint8Array): TermEvidence {
  const packed = deserialize(bytes) as Uint8Array[];
  const evidence = {};
  SECTIONS.forEach((fields, section) => {
    const values = once(() => deserialize(packed[section] as Uint8Array) as unknown[]);
    fields.forEach((field, index) => { Object.defineProperty(evidence, field, { get: () => values()[index] }); });
  });
  return evidence as TermEvidence;
}

/** A slice by the numbers of its texts. */
type PackedSlice = readonly [file: number, start: number, end: number, raw: number, text: number];

/** Terms as they are stored: each text once. */
export function packTerms(terms: readonly Term[]): Uint8Array {
  const texts: string[] = [], numberOf = new Map<string, number>();
  const number = (text: string): number => {
    let known = numberOf.get(text);
    if (known === undefined) numberOf.set(text, known = texts.push(text) - 1);
    return known;
  };
  const slice = (one: Slice | null): PackedSlice | null => one && [number(one.file), one.start, one.end, number(one.raw), number(one.text)];
  return serialize([texts, terms.map((term) => ({ ...term, definition: slice(term.definition), context: slice(term.context), uses: term.uses.map(slice) }))]);
}

export function unpackTerms(bytes: Uint8Array): Term[] {
  const [texts, terms] = deserialize(bytes) as [string[], (Omit<Term, 'definition' | 'context' | 'uses'> & { definition: PackedSlice | null; context: PackedSlice | null; uses: PackedSlice[] })[]];
  const text = (number: number) => texts[number] as string;
  const slice = ([file, start, end, raw, words]: PackedSlice): Slice => ({ file: text(file), start, end, raw: text(raw), text: text(words) });
  return terms.map((term) => ({ ...term, definition: term.definition && slice(term.definition), context: term.context && slice(term.context), uses: term.uses.map(slice) }));
}

/** What else than the documents the outcome depends on, as a text. */
export function givenFor(of: SpanningKind, office: readonly OfficeTerm[]): string {
  return of === 'terms' && office.length > 0 ? JSON.stringify(office) : '';
}

export interface TermWork {
  readonly parts: readonly Numbered[];
  readonly tokenizer: Tokenizer;
  /** Rows of the office's glossaries. */
  readonly office: readonly OfficeTerm[];
  /** Evidence that was made earlier, and where what is made now goes. */
  readonly evidenceOf: (id: string) => Uint8Array | null;
  readonly keepEvidence: (id: string, evidence: Uint8Array) => void;
}

/** The terms of the documents, step by step, so that who makes them may pause or break off; no two bodies are needed at once. */
export function* termSteps({ parts, tokenizer, office, evidenceOf, keepEvidence }: TermWork): Steps<Term[]> {
  for (const { id, part } of parts) {
    if (evidenceOf(id)) continue;
    keepEvidence(id, packEvidence(termEvidence(part.source, tokenizer)));
    yield;
  }
  const chosen = yield* chooseSteps({
    * [Symbol.iterator]() {
      for (const { id } of parts) {
        const evidence = evidenceOf(id);
        if (evidence) yield unpackEvidence(evidence);
      }
    },
  }, office);
  const ranking = termRanking(chosen);
  for (const { part } of parts) {
    ranking.add(termUses(part.source, chosen));
    yield;
  }
  return yield* ranking.rank((index, place) => sliceOf((parts[index] as Numbered).part.source as Source, place));
}
