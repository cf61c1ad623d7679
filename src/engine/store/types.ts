/** What a saved index holds. Plain data: it goes into the log, and between the processes. */
import type { SourceHead } from '../../core/library/body';
import type { Place } from './pack';

/** Packed bytes: in the pack, or by themselves where nothing is saved. */
export type Packed = Place | Uint8Array;

/** A file as it was read: what is known of it, and where the rest lies. */
export interface StoredDocument {
  /** One for each reading of a file: another id is another text. */
  readonly id: string;
  /** Absolute path. */
  readonly path: string;
  /** The library folder that it was found in, absolute. */
  readonly root: string;
  /** Size and times of the file when it was read; null where it has to be read again. */
  readonly stamp: string | null;
  /** The catalogue's row and what else the reading depended on, as JSON. */
  readonly given: string;
  readonly head: SourceHead;
  readonly body: Packed;
  readonly records: Packed;
}

/** A segment of the search structures: which documents, by id, and where each of its arrays lies. */
export interface StoredSegment {
  readonly id: string;
  readonly documents: readonly string[];
  readonly arrays: Readonly<Record<string, Place>>;
}

/** What a document gives to the terms of its library, by the document's id. */
export type StoredEvidence = readonly (readonly [id: string, evidence: Packed])[];

/** What was made of all documents together, and of which, by id. */
export interface StoredSpanning {
  readonly documents: readonly string[];
  readonly made: Packed;
  /** What else than the documents it was made of. */
  readonly given?: string;
}

/** The kinds of what spans documents: each is made and kept by itself. */
export type SpanningKind = 'groups' | 'terms';

/** One change of a saved index, as its log has it. */
export type Change =
  | { readonly kind: 'put'; readonly documents: readonly StoredDocument[] }
  | { readonly kind: 'remove'; readonly ids: readonly string[] }
  | { readonly kind: 'evidence'; readonly evidence: StoredEvidence }
  | { readonly kind: 'segments'; readonly segments: readonly StoredSegment[] }
  | { readonly kind: 'spanning'; readonly of: SpanningKind; readonly spanning: StoredSpanning };
