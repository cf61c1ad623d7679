/** Folders to a service: what the engine process and the command line both start with. */
import { isDeepStrictEqual } from 'node:util';
import { createService } from '../core/createService';
import { libraryOf, readOne } from '../core/library/buildLibrary';
import type { OfficeTerm } from '../core/library/glossaryFile';
import type { LibraryService, SourceFile } from '../core/service';
import type { Source } from '../core/library/types';
import { readFolders } from './files';
import { LIMITS, type LibraryProblem } from './limits';
import { lazyTokenizer, loadSegmenter, type Segmenter, type SegmenterChoice } from './jieba';
import { knownFiles } from './known';

export interface OpenOptions {
  readonly folders: readonly string[];
  readonly segmenter?: Segmenter;
  readonly dictionaries?: string | null;
  readonly progress?: (done: number, of: number) => void;
  /** Called before a segmenter is loaded, and after with what it became. Loading waits for the first term. */
  readonly loading?: (what: Segmenter) => void;
  readonly loaded?: (choice: SegmenterChoice) => void;
}

export interface Opened {
  readonly service: LibraryService;
  readonly problems: readonly LibraryProblem[];
  readonly paths: Readonly<Record<string, string>>;
}

/** What one reading of the folders gave. */
export interface Reading extends Opened {
  /** The library folders and those below them, by their real paths. */
  readonly directories: readonly string[];
  /** How many files were read from disk for it; the others had not changed. */
  readonly read: number;
}

export interface LibraryReader {
  /** Reads what has changed since the last time. The service is the last one where nothing has. */
  read(progress?: (done: number, of: number) => void): Promise<Reading>;
}

const pause = () => new Promise<void>((resolve) => setImmediate(resolve));

/**
 * Reads the folders and builds services over them, again and again: a file that has not changed stays the same source, so that
 * what was found in it stands. Between documents the event loop runs on, so that messages are heard.
 */
export function libraryReader(options: OpenOptions): LibraryReader {
  const preferred = options.segmenter ?? 'nodejieba';
  const tokenizer = lazyTokenizer(() => {
    options.loading?.(preferred);
    return loadSegmenter(preferred, options.dictionaries ?? null);
  }, (choice) => options.loaded?.(choice));
  const known = knownFiles();
  const sourceOf = new WeakMap<SourceFile, Source>();
  let last: Reading | null = null;
  let lastOffice: readonly OfficeTerm[] = [];

  return {
    async read(progress = options.progress) {
      const before = known.reads();
      const { files, problems, paths, directories, office } = await readFolders(options.folders, progress, LIMITS, known.read);
      const sources: Source[] = [];
      let made = 0;
      for (const file of files) {
        const source = sourceOf.get(file) ?? readOne(file);
        if (!sourceOf.has(file) && ++made % 8 === 0) await pause();
        sourceOf.set(file, source);
        sources.push(source);
      }
      // What lies in a folder that has gone is not forgotten: network folders come back.
      if (problems.length === 0) known.keep(new Set(Object.values(paths)));
      const read = known.reads() - before;
      const same = last !== null && sameSources(sources, last.service.library.sources) && isDeepStrictEqual([problems, paths, office], [last.problems, last.paths, lastOffice]);
      lastOffice = office;
      last = { service: same && last ? last.service : createService(libraryOf(sources, tokenizer, undefined, last?.service.library.index, office), last?.service ?? null), problems, paths, directories, read };
      return last;
    },
  };
}

function sameSources(a: readonly Source[], b: readonly Source[]): boolean {
  return a.length === b.length && a.every((source, index) => source === b[index]);
}

/** Reads the folders once and builds the service over them. */
export function openLibrary(options: OpenOptions): Promise<Opened> {
  return libraryReader(options).read();
}
