/**
 * What goes between the extension host and the engine process: a typed table of requests over the service, plain data only.
 * Documented in ARCHITECTURE.md; whoever adds a method to the service is led here by the compiler.
 */
import type { LibraryService } from '../core/service';
import type { LibraryProblem } from './limits';
import type { Globs } from './folders';
import type { PictureBytes } from './formats/pictures';
import type { Segmenter } from './jieba';

/** What the engine answers beside the service, since it reads files. */
export interface FileRequests {
  /** A picture that lies inside its source's own file, by its id; null where the library has none of that name. */
  pictureBytes(id: string): Promise<PictureBytes | null>;
  /** The absolute path of a source, by its name in the library; null where there is none of that name. */
  sourcePath(file: string): Promise<string | null>;
}

/** The methods that can be asked for: all of the service but what is the engine's own to do, and what reads files. */
type Methods = Omit<LibraryService, 'library' | 'forgetLetters'> & { readonly [M in keyof FileRequests]: (...args: Parameters<FileRequests[M]>) => Awaited<ReturnType<FileRequests[M]>> };
export type Method = keyof Methods;
export type Arguments<M extends Method> = Parameters<Methods[M]>;
export type Answer<M extends Method> = ReturnType<Methods[M]>;

export interface RequestRule {
  /** Milliseconds from sending to the answer; a request that takes longer brings the engine down and up again. */
  readonly deadline: number;
  /** Higher goes first where several wait. Typing before reading before checking. */
  readonly priority: number;
}

const typing: RequestRule = { deadline: 5_000, priority: 3 };
const reading: RequestRule = { deadline: 15_000, priority: 2 };
const listing: RequestRule = { deadline: 60_000, priority: 1 };

export const requests: { readonly [M in Method]: RequestRule } = {
  completeDraft: typing, complete: typing, pick: typing, prepare: typing, learn: typing, tidyReferences: typing, insertion: typing, hover: typing,
  passages: reading, search: reading, define: reading, uses: reading, text: reading, readable: reading,
  figureList: reading, figureGroup: reading, chart: reading, figureInsertion: reading,
  pictureList: reading, picture: reading, pictureBytes: reading, sourcePath: reading, sourceList: reading,
  references: listing, snippets: listing, browse: reading, browseGroup: reading, places: reading, editGlossary: reading, glossaryRow: reading,
  sources: listing, quotes: listing, terms: listing, figures: listing, images: listing,
  check: { deadline: 60_000, priority: 0 },
};

/** What the engine is started with. */
export interface EngineOptions {
  /** Absolute paths of the library folders, the bundled one among them if it is wanted. */
  readonly folders: readonly string[];
  /** Which of their files are sources; all that can be, where it is not given. */
  readonly globs?: Globs;
  /** The folder below which indexes are saved; without one everything is kept in memory. */
  readonly storage?: string | null;
  /** The best segmenter to try. */
  readonly segmenter?: Segmenter;
  /** A folder with nodejieba's five dictionaries instead of those that come with the product. */
  readonly dictionaries?: string | null;
}

/** State of the library, sent whenever it changes. */
export interface LibraryStatus {
  readonly sources: number;
  readonly characters: number;
  readonly problems: readonly LibraryProblem[];
  /** Milliseconds that reading and building took. */
  readonly took: number;
}

export type ToEngine =
  | { readonly type: 'open'; readonly options: EngineOptions }
  /** Looks at the folders now, also where reading has been cancelled. */
  | { readonly type: 'look' }
  /** Stops reading; what has been read stays. */
  | { readonly type: 'cancel' }
  /** Removes all saved indexes. What is served is served on; nothing is saved, or looked at, before the next `look` or `open`. */
  | { readonly type: 'clear' }
  | { readonly type: 'request'; readonly id: number; readonly method: Method; readonly args: readonly unknown[] };

export type FromEngine =
  | { readonly type: 'library'; readonly status: LibraryStatus }
  /** All that is made at first use has been made: from now on requests are quick, and their deadlines hold. */
  | { readonly type: 'warm' }
  /** How many of the library's files have been read, now or before. */
  | { readonly type: 'progress'; readonly done: number; readonly of: number }
  /** The folders have been looked at to the end; before that the library is what was saved, or what has been read so far. `left` files are unread because reading was cancelled. */
  | { readonly type: 'looked'; readonly left: number }
  /** What cuts words, as it has turned out. */
  | { readonly type: 'segmenter'; readonly segmenter: Segmenter; readonly note: string }
  /** The saved indexes are gone; else why not. */
  | { readonly type: 'cleared'; readonly failure: string | null }
  /** The index cannot be saved; it is kept in memory. */
  | { readonly type: 'unsaved'; readonly reason: string }
  | { readonly type: 'answer'; readonly id: number; readonly value: unknown; readonly took: number }
  | { readonly type: 'failure'; readonly id: number; readonly message: string; readonly stack: string | null }
  | { readonly type: 'log'; readonly level: 'info' | 'error'; readonly message: string };
