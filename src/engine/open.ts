/** Folders to a service: what the engine process and the command line both start with. */
import { createService } from '../core/createService';
import { libraryOf, readOne } from '../core/library/buildLibrary';
import type { LibraryService } from '../core/service';
import type { Source } from '../core/library/types';
import { readFolders, type LibraryProblem } from './files';
import { lazyTokenizer, loadSegmenter, type Segmenter, type SegmenterChoice } from './jieba';

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

const pause = () => new Promise<void>((resolve) => setImmediate(resolve));

/** Reads the folders and builds the service over them. Between documents the event loop runs on, so that messages are heard. */
export async function openLibrary(options: OpenOptions): Promise<Opened> {
  const { files, problems, paths } = await readFolders(options.folders, options.progress);
  const sources: Source[] = [];
  for (const file of files) {
    sources.push(readOne(file));
    if (sources.length % 8 === 0) await pause();
  }
  const preferred = options.segmenter ?? 'nodejieba';
  const tokenizer = lazyTokenizer(() => {
    options.loading?.(preferred);
    return loadSegmenter(preferred, options.dictionaries ?? null);
  }, (choice) => options.loaded?.(choice));
  return { service: createService(libraryOf(sources, tokenizer)), problems, paths };
}
