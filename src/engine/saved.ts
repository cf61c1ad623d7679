/** A library opened once from its saved index, brought up to date in this process: for the command line. */
import { createService } from '../core/createService';
import { allSteps } from '../core/library/steps';
import { createIndexing } from './indexing/indexing';
import { charactersOf, planSegments, segmentSteps, storeSegment } from './indexing/segments';
import { givenFor, groupSteps, packTerms, termSteps, type Numbered } from './indexing/spanning';
import { INDEX_VERSION } from './indexing/version';
import { lazyTokenizer, loadSegmenter } from './jieba';
import type { Opened, OpenOptions } from './open';
import { servedLibrary } from './served';
import { bodyCache, storedPart } from './store/part';
import { DamagedStore } from './store/pack';
import { removeUnused, storeFolder } from './store/place';
import { relatedStore } from './store/related';
import { writeStore, type WritableStore } from './store/store';
import type { Packed, SpanningKind } from './store/types';

export interface SavedOptions extends OpenOptions {
  /** The folder below which indexes are saved. */
  readonly storage: string;
  /** What the answer needs beside the documents; what it does not need is not brought up to date. */
  readonly needs: readonly SpanningKind[];
  readonly unsaved: (reason: string) => void;
}

export interface SavedLibrary extends Opened {
  /** Lets go of the saved index; nothing can be asked any more. */
  close(): void;
}

const BODIES = 4_000_000;

/**
 * Opens the library of these folders. Null where its index cannot be used: another process writes it, or nothing can be written
 * there. What is damaged throws `DamagedStore`, here or with the answer.
 */
export async function openSaved(options: SavedOptions): Promise<SavedLibrary | null> {
  const folder = storeFolder(options.storage, options.folders);
  let store: WritableStore | null = null;
  try {
    store = writeStore(folder, INDEX_VERSION, () => relatedStore(folder, INDEX_VERSION, options.folders));
    if (store) removeUnused(folder);
  } catch (error) {
    options.unsaved(error instanceof Error ? error.message : String(error));
  }
  if (!store) return null;
  try {
    return await broughtUp(options, store);
  } catch (error) {
    store.close();
    throw error;
  }
}

async function broughtUp(options: SavedOptions, store: WritableStore): Promise<SavedLibrary> {
  const { pack } = store;
  const damaged = (_: unknown, error: unknown): never => { throw error instanceof DamagedStore ? error : new DamagedStore(String(error)); };
  const indexing = createIndexing({ folders: options.folders, store, unsaved: options.unsaved });
  const { documents, problems, office } = await indexing.look({ ...(options.progress ? { progress: options.progress } : {}) });
  const ids = documents.map(({ id }) => id);
  const bodies = bodyCache(BODIES);
  const parts = documents.map((document): Numbered => ({ id: document.id, part: storedPart(document, { pack, bodies, damaged }) }));

  const served = servedLibrary(damaged);
  served.add(documents, pack);
  const { kept, fresh } = planSegments(documents, store.state.segments, true);
  let segments = kept;
  if (fresh.length > 0) {
    const wanted = new Set(fresh);
    const made = allSteps(segmentSteps(parts.filter((_, index) => wanted.has(documents[index] as (typeof documents)[number])).map(({ part }) => part.source), charactersOf(fresh)));
    const stored = storeSegment(`${ids[0] ?? ''}-${fresh.length}`, fresh, made, indexing.keep);
    if (stored) {
      segments = [...kept, stored];
      indexing.commit({ kind: 'segments', segments });
    }
  }
  served.segments(segments, pack);
  for (const of of options.needs) {
    const saved = store.state.spanning.get(of), given = givenFor(of, office);
    if (saved && saved.documents.join() === ids.join() && (saved.given ?? '') === given) { served[of](ids, saved.made, pack); continue; }
    const made = indexing.keep(of === 'groups' ? allSteps(groupSteps(parts)) : packTerms(termsOf(parts)));
    indexing.commit({ kind: 'spanning', of, spanning: { documents: ids, made, ...(given ? { given } : {}) } });
    served[of](ids, made, pack);
  }
  served.arrange(ids);
  return { service: createService(served.library()), problems, paths: served.paths, close: () => store.close() };

  function termsOf(numbered: readonly Numbered[]) {
    const preferred = options.segmenter ?? 'nodejieba';
    const evidence = new Map<string, Packed>(store.state.evidence);
    const made: [string, Packed][] = [];
    const steps = termSteps({
      parts: numbered, office, tokenizer: lazyTokenizer(() => loadSegmenter(preferred, options.dictionaries ?? null), (choice) => options.loaded?.(choice)),
      evidenceOf(id) { const packed = evidence.get(id); return packed === undefined ? null : packed instanceof Uint8Array ? packed : pack.read(packed); },
      keepEvidence(id, bytes) { const packed = indexing.keep(bytes); evidence.set(id, packed); made.push([id, packed]); },
    });
    const found = allSteps(steps);
    indexing.commit({ kind: 'evidence', evidence: made });
    return found;
  }
}
