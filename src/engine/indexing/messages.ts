/** What goes between the engine and the process that indexes. Plain data only. */
import type { LibraryProblem } from '../limits';
import type { Globs } from '../folders';
import type { Segmenter } from '../jieba';
import type { Packed, SpanningKind, StoredDocument, StoredSegment } from '../store/types';

export interface IndexerOptions {
  readonly folders: readonly string[];
  readonly globs: Globs;
  /** The folder of the saved index; null keeps it in memory. */
  readonly store: string | null;
  readonly segmenter: Segmenter;
  readonly dictionaries: string | null;
  /** Files that have brought the process down before, with how often. */
  readonly suspects: readonly (readonly [path: string, times: number])[];
}

export type ToIndexer =
  /** Sent once, first. `known` are the ids of the documents that the engine has. */
  | { readonly type: 'open'; readonly options: IndexerOptions; readonly known: readonly string[] }
  | { readonly type: 'look' }
  /** Stops reading after the file that is being read; what has been read counts. */
  | { readonly type: 'cancel' }
  /** These were damaged where they are stored. */
  | { readonly type: 'damaged'; readonly ids: readonly string[]; readonly spanning: readonly SpanningKind[] };

export type FromIndexer =
  | { readonly type: 'progress'; readonly done: number; readonly of: number }
  /** Sent before a file is read: if the process ends now, that file brought it down. Null after the last. */
  | { readonly type: 'reading'; readonly path: string | null }
  /** Documents that the engine does not have yet; `generation` names the pack that places are in. */
  | { readonly type: 'documents'; readonly generation: string | null; readonly documents: readonly StoredDocument[] }
  /** The folders have been listed; what is in them is still to be read. */
  | { readonly type: 'listed'; readonly directories: readonly string[]; readonly problems: readonly LibraryProblem[]; readonly listing: number }
  /** While much is being read, something has changed and has been read before the rest: the ids of all that can be searched now, in order. */
  | { readonly type: 'current'; readonly order: readonly string[]; readonly read: number; readonly took: number }
  | {
    readonly type: 'looked';
    /** The ids of all documents, in order. */
    readonly order: readonly string[];
    readonly problems: readonly LibraryProblem[];
    readonly directories: readonly string[];
    readonly read: number;
    readonly left: number;
    /** Milliseconds. */
    readonly took: number;
    /** Milliseconds that listing the folders took. */
    readonly listing: number;
  }
  /** `alone` where it belongs to what has been looked at already, not to the look that goes on. */
  | { readonly type: 'spanning'; readonly generation: string | null; readonly of: SpanningKind; readonly documents: readonly string[]; readonly made: Packed; readonly given: string; readonly alone: boolean }
  /** `alone` where what has been read so far can be searched now, before all has been read, or where the same documents have other segments now. */
  | { readonly type: 'segments'; readonly generation: string | null; readonly segments: readonly StoredSegment[]; readonly alone: false | 'so far' | 'merged' }
  | { readonly type: 'loading'; readonly what: Segmenter }
  | { readonly type: 'segmenter'; readonly segmenter: Segmenter; readonly note: string }
  /** The index is kept in memory from here on. */
  | { readonly type: 'unsaved'; readonly reason: string }
  | { readonly type: 'log'; readonly level: 'info' | 'error'; readonly message: string };
