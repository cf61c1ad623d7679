/** What the indexing process does, one thing at a time: look, save, make what spans the documents; whatever is asked of it goes first. */
import type { Part } from '../../core/library/records';
import type { Term } from '../../core/library/types';
import { lazyTokenizer, loadSegmenter } from '../jieba';
import { bodyCache, storedPart } from '../store/part';
import { removeUnused } from '../store/place';
import { writeStore, type WritableStore } from '../store/store';
import type { Packed, SpanningKind, StoredDocument, StoredSegment } from '../store/types';
import { createIndexing, type Indexing, type Looked } from './indexing';
import type { FromIndexer, ToIndexer } from './messages';
import { makeSegment, planSegments, storeSegment } from './segments';
import { givenFor, packGroups, packTerms, termSteps, type Numbered } from './spanning';
import { INDEX_VERSION } from './version';

/** Characters of raw text whose bodies are kept at hand. */
const BODIES = 4_000_000;
/** Characters read after which what has been read can be searched; each portion is twice the one before, up to the largest. */
const PORTION = 300_000, LARGEST_PORTION = 5_000_000;
/**
 * What spans the documents is made at once where it takes no longer than this, in milliseconds, as the last time told; else when
 * nothing has been asked for so many times as long as it takes.
 */
const AT_ONCE = 400, PATIENCE = { groups: 1, terms: 3 } as const;
const LONGEST_WAIT = 10 * 60_000;
/** What it takes, per character, before it has been measured; milliseconds. */
const GUESS = { groups: 0.0003, terms: 0.003 } as const;
/** A file that has ended the process so often is not read again. */
const MOST_ENDS = 2;

type Open = Extract<ToIndexer, { type: 'open' }>;

export function indexer({ options, known }: Open, send: (message: FromIndexer) => void, rest: () => void) {
  const told = new Set(known);
  let store: WritableStore | null = null;
  try {
    store = options.store === null ? null : writeStore(options.store, INDEX_VERSION);
    if (store && options.store !== null) removeUnused(options.store);
    if (options.store !== null && !store) log('info', 'another window keeps the saved index; this one goes on in memory');
  } catch (error) {
    send({ type: 'unsaved', reason: String(error instanceof Error ? error.message : error) });
  }
  const generation = store?.generation ?? null;
  const suspects = new Map(options.suspects);
  const indexing: Indexing = createIndexing({
    folders: options.folders, globs: options.globs, store,
    refuse: (path) => ((suspects.get(path) ?? 0) >= MOST_ENDS ? 'reading it has ended the program that reads twice' : null),
    unsaved: (reason) => send({ type: 'unsaved', reason }),
    failed: (source, error) => log('error', `${source.file}: ${error instanceof Error ? error.stack ?? error.message : String(error)}`),
  });
  const tokenizer = lazyTokenizer(() => {
    send({ type: 'loading', what: options.segmenter });
    return loadSegmenter(options.segmenter, options.dictionaries);
  }, ({ segmenter, note }) => send({ type: 'segmenter', segmenter, note }));

  const bodies = bodyCache(BODIES);
  const parts = new Map<string, Part>();
  const evidence = new Map<string, Packed>(store?.state.evidence ?? []);
  let segments: readonly StoredSegment[] = store?.state.segments ?? [];
  /** The ids of the documents that each was last made of, joined, and what else it was made of. */
  const made = new Map<SpanningKind, string>();
  for (const [of, { documents, given = '' }] of store?.state.spanning ?? []) made.set(of, documents.join() + given);
  const took = new Map<SpanningKind, number>();
  let last: Looked | null = null;
  let lookWanted = false, cancelled = false, busy = false, closed = false;
  let waiting: NodeJS.Timeout | null = null;
  let asked = performance.now();

  function log(level: 'info' | 'error', message: string): void {
    send({ type: 'log', level, message });
  }

  function bytesOf(packed: Packed): Uint8Array {
    if (packed instanceof Uint8Array) return packed;
    if (!store) throw new Error('nothing is saved');
    return store.pack.read(packed);
  }

  function partOf(document: StoredDocument): Part {
    let part = parts.get(document.id);
    if (!part) {
      part = storedPart(document, { pack: store?.pack ?? null, bodies, damaged: ({ id }) => { indexing.forget(new Set([id])); lookWanted = true; } });
      parts.set(document.id, part);
    }
    return part;
  }

  function tell(documents: readonly StoredDocument[]): void {
    const fresh = documents.filter(({ id }) => !told.has(id));
    if (fresh.length === 0) return;
    for (const { id } of fresh) told.add(id);
    send({ type: 'documents', generation, documents: fresh });
  }

  /** Makes the segments that are due, and tells which there are. */
  function segment(documents: readonly StoredDocument[], alone: boolean): void {
    if (!store) return;
    const { kept, fresh } = planSegments(documents, segments);
    if (fresh.length === 0 && kept.length === segments.length) return;
    let all = kept;
    if (fresh.length > 0) {
      const from = performance.now();
      const stored = storeSegment(`${fresh[0]?.id ?? ''}-${fresh.length}`, fresh, makeSegment(sourcesOf(fresh)), indexing.keep);
      if (!stored) return;
      all = [...kept, stored];
      log('info', `segment: ${fresh.length} documents in ${Math.round(performance.now() - from)} ms`);
    }
    segments = all;
    indexing.commit({ kind: 'segments', segments });
    send({ type: 'segments', generation, segments, alone });
  }

  function* sourcesOf(documents: readonly StoredDocument[]) {
    for (const document of documents) yield partOf(document).source;
  }

  async function look(): Promise<void> {
    const from = performance.now();
    let unsearched = 0, portion = PORTION;
    const looked = await indexing.look({
      progress: (done, of) => { if (done % 20 === 0 || done === of) send({ type: 'progress', done, of }); },
      reading: (path) => send({ type: 'reading', path }),
      cancelled: () => cancelled || closed,
      found(documents) {
        tell(documents);
        unsearched += documents.reduce((sum, { head }) => sum + head.characters, 0);
        if (unsearched < portion) return;
        unsearched = 0;
        portion = Math.min(LARGEST_PORTION, portion * 2);
        segment([...indexing.documents.values()], true);
      },
    });
    if (closed) return;
    send({ type: 'reading', path: null });
    tell(looked.documents);
    last = looked;
    const ids = new Set(looked.documents.map(({ id }) => id));
    // The engine keeps these and no others: a folder that comes back is told anew.
    for (const id of told) if (!ids.has(id)) told.delete(id);
    for (const id of parts.keys()) if (!ids.has(id)) { parts.delete(id); bodies.forget(id); evidence.delete(id); }
    const { problems, directories, read, left } = looked;
    const atOnce = (['groups', 'terms'] as const).filter((of) => isDue(of) && estimate(of) <= AT_ONCE);
    segment(looked.documents, false);
    try {
      for (const of of atOnce) await span(of, true);
    } finally {
      send({ type: 'looked', order: looked.documents.map(({ id }) => id), problems, directories, read, left, took: performance.now() - from, listing: looked.listing });
    }
  }

  const idsOf = () => (last?.documents ?? []).map(({ id }) => id);

  /** What else than the documents decides what is made of them: the glossary the terms. */
  function givenOf(of: SpanningKind): string {
    return givenFor(of, last?.office ?? []);
  }

  function isDue(of: SpanningKind): boolean {
    return last !== null && made.get(of) !== idsOf().join() + givenOf(of);
  }

  function estimate(of: SpanningKind): number {
    return took.get(of) ?? GUESS[of] * (last?.documents ?? []).reduce((sum, { head }) => sum + head.characters, 0);
  }

  /** Makes what spans the documents. Where it is not done at once, it gives way to whatever is asked. */
  async function span(of: SpanningKind, atOnce: boolean): Promise<void> {
    const from = performance.now();
    const documents = last?.documents ?? [], ids = idsOf(), given = givenOf(of);
    const numbered = documents.map((document): Numbered => ({ id: document.id, part: partOf(document) }));
    const bytes = of === 'groups' ? packGroups(numbered) : await terms(numbered, atOnce);
    if (bytes === null || closed) return;
    took.set(of, performance.now() - from);
    made.set(of, ids.join() + given);
    const packed = indexing.keep(bytes);
    indexing.commit({ kind: 'spanning', of, spanning: { documents: ids, made: packed, ...(given ? { given } : {}) } });
    send({ type: 'spanning', generation: packed instanceof Uint8Array ? null : generation, of, documents: ids, made: packed, given, alone: !atOnce });
    log('info', `${of}: made in ${Math.round(performance.now() - from)} ms`);
  }

  async function terms(numbered: readonly Numbered[], atOnce: boolean): Promise<Uint8Array | null> {
    let fresh: [string, Packed][] = [], since = performance.now();
    const keepFresh = () => { if (fresh.length > 0) indexing.commit({ kind: 'evidence', evidence: fresh }); fresh = []; };
    const steps = termSteps({
      parts: numbered, tokenizer, office: last?.office ?? [],
      evidenceOf(id) {
        const packed = evidence.get(id);
        try {
          return packed ? bytesOf(packed) : null;
        } catch {
          // Damaged: it is made again.
          evidence.delete(id);
          return null;
        }
      },
      keepEvidence(id, bytes) {
        const packed = indexing.keep(bytes);
        evidence.set(id, packed);
        fresh.push([id, packed]);
      },
    });
    let found: Term[] | null = null;
    for (;;) {
      const step = steps.next();
      if (step.done) { found = step.value; break; }
      if (fresh.length >= 100) keepFresh();
      if (performance.now() - since < 20) continue;
      await new Promise<void>((resolve) => { setImmediate(resolve); });
      since = performance.now();
      if (closed || (!atOnce && lookWanted)) break;
    }
    keepFresh();
    return found && packTerms(found);
  }

  /** Does what is due, until nothing is. */
  async function work(): Promise<void> {
    if (busy) return;
    busy = true;
    if (waiting) clearTimeout(waiting);
    waiting = null;
    while (!closed) {
      try {
        if (lookWanted) {
          lookWanted = false;
          await look();
          continue;
        }
        const due = last && last.left === 0 ? (['groups', 'terms'] as const).find(isDue) : undefined;
        if (!due) break;
        const wait = asked + Math.min(LONGEST_WAIT, estimate(due) * PATIENCE[due]) - performance.now();
        // The first time nothing is to be waited for: without it much is not known at all.
        if (wait > 0 && made.has(due)) {
          waiting = setTimeout(() => void work(), wait);
          break;
        }
        await span(due, false);
      } catch (error) {
        log('error', error instanceof Error ? error.stack ?? error.message : String(error));
        last = null;
        break;
      }
    }
    busy = false;
    if (!waiting && !closed) rest();
  }

  if (store) {
    // What was saved earlier counts for the engine too, should it not have it.
    tell([...store.state.documents.values()]);
    if (segments.length > 0) send({ type: 'segments', generation, segments, alone: false });
    for (const [of, { documents, made: packed, given = '' }] of store.state.spanning) send({ type: 'spanning', generation, of, documents, made: packed, given, alone: false });
  }

  return {
    hear(message: Exclude<ToIndexer, Open>): void {
      switch (message.type) {
        case 'look': asked = performance.now(); cancelled = false; lookWanted = true; break;
        case 'cancel': cancelled = true; break;
        case 'damaged':
          indexing.forget(new Set(message.ids));
          for (const of of message.spanning) made.delete(of);
          lookWanted = true;
          break;
      }
      void work();
    },
    close(): void {
      closed = true;
      store?.close();
      store = null;
    },
  };
}
