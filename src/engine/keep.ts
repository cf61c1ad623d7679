/**
 * A library that is kept current: served from the saved index at once, then looked at, watched, and looked at again where something
 * has changed. Reading is done by the process that indexes; here its documents are put together.
 */
import * as path from 'node:path';
import { createService } from '../core/createService';
import type { LibraryService } from '../core/service';
import type { LibraryProblem } from './limits';
import { ALL, type Globs } from './folders';
import { indexerClient, type IndexerClient } from './indexing/client';
import type { FromIndexer } from './indexing/messages';
import { inOrder } from './indexing/order';
import { INDEX_VERSION } from './indexing/version';
import type { Segmenter } from './jieba';
import { servedLibrary } from './served';
import { openPack, type Pack } from './store/pack';
import { relatedStore } from './store/related';
import { readStore } from './store/store';
import type { Packed, SpanningKind, StoredDocument } from './store/types';
import { folderWatcher } from './watch';

/** What has changed, and what it cost. */
export interface Change {
  readonly service: LibraryService;
  readonly problems: readonly LibraryProblem[];
  /** Each source's absolute path by its name in the library. */
  readonly paths: Readonly<Record<string, string>>;
  /** Milliseconds that it took to find out. */
  readonly took: number;
  /** How many files were read for it. */
  readonly read: number;
}

export interface KeepOptions {
  readonly folders: readonly string[];
  readonly globs?: Globs | undefined;
  /** The folder of the saved index; null keeps it in memory. */
  readonly store?: string | null | undefined;
  readonly segmenter?: Segmenter | undefined;
  readonly dictionaries?: string | null | undefined;
  /** Nothing is looked at before; what is saved is served. */
  readonly after?: Promise<void>;
  /** Path of the indexing process's bundle. */
  readonly indexer: string;
  /** The library is there, or another one has taken its place. What it gives is settled when all has been made that the first requests would wait for. */
  readonly changed: (change: Change) => Promise<void>;
  /** There is no library, and none can be made. */
  readonly failed: (error: unknown) => void;
  /** Files are being read. */
  readonly progress?: (done: number, of: number) => void;
  /** The folders have been looked at to the end. So many files are left unread because reading was cancelled. */
  readonly looked?: (left: number) => void;
  readonly loaded?: (choice: { readonly segmenter: Segmenter; readonly note: string }) => void;
  readonly unsaved?: (reason: string) => void;
  readonly log?: (level: 'info' | 'error', message: string) => void;
}

export interface KeptLibrary {
  /** Looks now, also where reading has been cancelled. */
  look(): void;
  /** Stops reading; what has been read stays. Nothing more is read until `look`. */
  cancel(): void;
  /** Process id of the indexing process, or null. */
  readonly indexer: number | null;
  /** Looks no more, watches no more, lets go of the saved index; what is there is served on. */
  release(): Promise<void>;
  /** Reads no more, watches no more. Settled when the saved index is let go of. */
  close(): Promise<void>;
}

/** Readings in a row because folders have just come to be watched; more are no help where folders look new each time. */
const MOST_AGAIN = 4;
/** Milliseconds that a change waits for the one before to be taken over. */
const LONGEST_SETTLING = 800;

export function keepLibrary(options: KeepOptions): KeptLibrary {
  const { folders, store = null, globs = ALL, segmenter = 'nodejieba', dictionaries = null } = options;
  const log = options.log ?? (() => undefined);
  const from = performance.now();
  const packs = new Map<string, Pack>();
  /** The newest document of each path, by its id. */
  const newest = new Map<string, string>();
  const roots = new Map<string, string>();
  const served = servedLibrary((document, error) => {
    log('error', `${document.head.file}: ${error instanceof Error ? error.message : String(error)}; it is read again`);
    indexer.damaged([document.id]);
  });
  const watcher = folderWatcher(() => { if (!paused) due(); });
  let problems: readonly LibraryProblem[] = [];
  const spans = new Map<string, string>();
  /** What was damaged where it was saved, before it could be told. */
  const broken = new Set<SpanningKind>();
  let segments = '', order: readonly string[] = [], told = '';
  /** Whether something has come that is not in the library yet. */
  let dirty = false, looked = false, any = false, closed = false, paused = false;
  let inRow = 0;
  let settled: Promise<void> | null = null, waits = false;
  let last: LibraryService | null = null;
  let watching = Promise.resolve();

  const indexer: IndexerClient = indexerClient({
    entry: options.indexer, options: { folders, globs, store, segmenter, dictionaries }, known: () => served.known, hear, log,
    fellBack: (instead, note) => options.loaded?.({ segmenter: instead, note }),
    hopeless: (reason) => { if (!any) options.failed(new Error(reason)); },
  });

  /** A look is due when what the last one found has been taken over, or has had its time: in a very large library that takes longer than one waits for a change. */
  function due(): void {
    if (waits || closed) return;
    waits = true;
    void Promise.race([settled ?? Promise.resolve(), new Promise<void>((resolve) => { setTimeout(resolve, LONGEST_SETTLING).unref(); })]).then(() => { waits = false; if (!closed) indexer.look(); });
  }

  function packOf(generation: string | null): Pack | null {
    if (generation === null || store === null) return null;
    let pack = packs.get(generation);
    if (!pack) packs.set(generation, pack = openPack(path.join(store, `${generation}.pack`)));
    return pack;
  }

  function announce(took: number, read: number): void {
    dirty = false;
    any = true;
    told = JSON.stringify(problems);
    last = createService(served.library(), last);
    settled = options.changed({ service: last, problems, paths: served.paths, took, read });
  }

  /** `forget`: what is not among these is gone, not only to come. */
  function arrange(ids: readonly string[], forget = true): void {
    if (ids.length !== order.length || ids.some((id, index) => id !== order[index])) dirty = true;
    order = ids;
    served.arrange(ids, forget);
  }

  /** What has been read so far, before it is known what the folders hold: all that is not known to be gone. */
  function arrangeKnown(): void {
    arrange(inOrder([...newest.values()].flatMap((id) => served.document(id) ?? []), folders).map(({ id }) => id));
  }

  function take(documents: readonly StoredDocument[], generation: string | null): void {
    const light = documents.map(lightly);
    served.add(light, packOf(generation));
    for (const { path: file, id } of light) newest.set(file, id);
  }

  /** What only who reads the files must know is not kept here. */
  function lightly(document: StoredDocument): StoredDocument {
    const root = roots.get(document.root) ?? document.root;
    roots.set(root, root);
    return { ...document, root, stamp: null, given: '' };
  }

  /** Takes over what spans the documents; false where it is damaged: then it is made again. */
  function span(of: SpanningKind, key: string, documents: readonly string[], made: Packed, pack: Pack | null): boolean {
    spans.set(of, key);
    try {
      served[of](documents, made, pack);
      return true;
    } catch (error) {
      log('error', `${of}: ${error instanceof Error ? error.message : String(error)}; it is made again`);
      spans.delete(of);
      if (looked) indexer.damaged([], [of]); else broken.add(of);
      return false;
    }
  }

  function hear(message: FromIndexer): void {
    if (closed) return;
    try {
      heard(message);
    } catch (error) {
      log('error', error instanceof Error ? error.stack ?? error.message : String(error));
    }
  }

  function heard(message: FromIndexer): void {
    switch (message.type) {
      case 'documents': take(message.documents, message.generation); break;
      case 'spanning': {
        const key = JSON.stringify([message.generation, message.made instanceof Uint8Array ? [message.documents, message.given] : message.made]);
        if (spans.get(message.of) === key) break;
        if (!span(message.of, key, message.documents, message.made, packOf(message.generation))) break;
        dirty = true;
        if (message.alone) announce(0, 0);
        break;
      }
      case 'segments': {
        const key = message.segments.map(({ id }) => id).join();
        if (key === segments) break;
        segments = key;
        served.segments(message.segments, packOf(message.generation) as Pack);
        dirty = true;
        if (!message.alone) break;
        if (message.alone === 'so far') arrangeKnown();
        announce(looked ? 0 : performance.now() - from, 0);
        break;
      }
      case 'progress': options.progress?.(message.done, message.of); break;
      case 'listed':
        // A folder that has come back is not missing while it is being read; told with what is served next.
        problems = problems.filter(({ code, file }) => code !== 'missing-folder' || message.problems.some((one) => one.code === code && one.file === file));
        watch(message.directories, message.listing);
        break;
      case 'current':
        arrange(message.order, false);
        if (dirty) announce(message.took, message.read);
        break;
      case 'looked': {
        looked = true;
        problems = message.problems;
        arrange(message.order);
        const now = new Set(message.order);
        for (const [file, id] of newest) if (!now.has(id)) newest.delete(file);
        if (dirty || !any || JSON.stringify(problems) !== told) announce(message.took, message.read);
        options.looked?.(message.left);
        if (broken.size > 0) indexer.damaged([], [...broken]);
        broken.clear();
        watch(message.directories, message.listing);
        break;
      }
      case 'segmenter': options.loaded?.(message); break;
      case 'unsaved': options.unsaved?.(message.reason); break;
      case 'log': log(message.level, message.message); break;
      default: break;
    }
  }

  /** One after the other: what is watched already is told by what the one before has left. */
  function watch(directories: readonly string[], took: number): void {
    watching = watching.then(async () => {
      const added = await watcher.watch({ folders, directories, took });
      inRow = added ? inRow + 1 : 0;
      if (added && inRow <= MOST_AGAIN && !paused) due();
    });
  }

  /** What was saved, of this library or another one with the same folders, is served before anything is looked at. */
  function restore(): void {
    const saved = store === null ? null : readStore(store, INDEX_VERSION) ?? relatedStore(store, INDEX_VERSION, folders);
    if (!saved) return;
    packs.set(saved.generation, saved.pack);
    take([...saved.documents.values()], saved.generation);
    for (const [of, { documents, made }] of saved.spanning) {
      span(of, JSON.stringify([saved.generation, made]), documents, made, saved.pack);
    }
    segments = saved.segments.map(({ id }) => id).join();
    served.segments(saved.segments, saved.pack);
    arrangeKnown();
    if (order.length > 0) announce(performance.now() - from, 0);
  }

  restore();
  // The first requests go before: what has been saved answers them.
  void (options.after ?? Promise.resolve()).then(() => setImmediate(() => { if (!closed) indexer.look(); }));
  return {
    look() { paused = false; due(); },
    cancel() { paused = true; indexer.cancel(); },
    get indexer() { return indexer.pid; },
    release() {
      closed = true;
      watcher.close();
      return indexer.close();
    },
    close() {
      closed = true;
      watcher.close();
      const ended = indexer.close();
      for (const pack of packs.values()) pack.close();
      return ended;
    },
  };
}
