/** What is made of all documents of a library together, in the process that indexes: groups of editions and figures, and the terms. */
import { deserialize, serialize } from 'node:v8';
import type { OfficeTerm } from '../../core/library/glossaryFile';
import type { Part } from '../../core/library/records';
import { additionsOf, type Additions } from '../../core/library/spanning';
import type { Source, Term } from '../../core/library/types';
import { termEvidence, type TermEvidence } from '../../core/extract/terms/evidence';
import { rankTerms } from '../../core/extract/terms/extractTerms';
import { chooseTerms } from '../../core/extract/terms/merge';
import { sliceOf, termUses, type TermUses } from '../../core/extract/terms/uses';
import type { Tokenizer } from '../../core/service';

/** A document with its id. */
export interface Numbered { readonly id: string; readonly part: Part }

/** Groups as they are stored: of each document, by its id, what the others add; documents to which nothing is added are left out. */
export function packGroups(parts: readonly Numbered[]): Uint8Array {
  const added = additionsOf(parts.map(({ part }) => part));
  return serialize(parts.flatMap(({ id }, index) => {
    const { quotes, figures } = added[index] as Additions;
    return quotes.length + figures.length > 0 ? [[id, { quotes, figures }]] : [];
  }));
}

export function unpackGroups(bytes: Uint8Array): Map<string, Additions> {
  return new Map(deserialize(bytes) as [string, Additions][]);
}

export interface TermWork {
  readonly parts: readonly Numbered[];
  readonly tokenizer: Tokenizer;
  /** Rows of the office's glossaries. */
  readonly office: readonly OfficeTerm[];
  /** Evidence that was made earlier, and where what is made now goes. */
  readonly evidenceOf: (id: string) => Uint8Array | null;
  readonly keepEvidence: (id: string, evidence: Uint8Array) => void;
  /** Called between documents; false breaks off. */
  readonly goOn: () => Promise<boolean>;
}

/** The terms of the documents; null where it was broken off. Works document by document: no two bodies are needed at once. */
export async function makeTerms({ parts, tokenizer, office, evidenceOf, keepEvidence, goOn }: TermWork): Promise<Term[] | null> {
  const kept = new Map<string, Uint8Array>();
  for (const { id, part } of parts) {
    let evidence = evidenceOf(id);
    if (!evidence) {
      evidence = serialize(termEvidence(part.source, tokenizer));
      keepEvidence(id, evidence);
      if (!await goOn()) return null;
    }
    // What lies on disk is read when it is needed.
    if (!evidenceOf(id)) kept.set(id, evidence);
  }
  if (!await goOn()) return null;
  const chosen = chooseTerms({
    * [Symbol.iterator]() {
      for (const { id } of parts) yield deserialize(evidenceOf(id) ?? kept.get(id) as Uint8Array) as TermEvidence;
    },
  }, office);
  const uses: (readonly TermUses[])[] = [];
  for (const { part } of parts) {
    uses.push(termUses(part.source, chosen));
    if (!await goOn()) return null;
  }
  return rankTerms(chosen, uses, (index, place) => sliceOf((parts[index] as Numbered).part.source as Source, place));
}
