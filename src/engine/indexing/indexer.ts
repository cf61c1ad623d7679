/** What the indexing process does, one thing at a time: look, save, make what spans the documents; whatever is asked of it goes first. */
import type { Part } from '../../core/library/records';
import type { Steps } from '../../core/library/steps';
import { lazyTokenizer, loadSegmenter } from '../jieba';
import { bodyCache, storedPart } from '../store/part';
import { removeUnused } from '../store/place';
import { relatedStore } from '../store/related';
import { writeStore, type StoreState, type WritableStore } from '../store/store';
import type { Packed, SpanningKind, StoredDocument, StoredSegment } from '../store/types';
import { follow, type Followed } from './follow';
import { createIndexing, type Indexing, type Looked } from './indexing';
import type { FromIndexer, ToIndexer } from './messages';
import { charactersOf, planSegments, segmentSteps, storeSegment } from './segments';
import { givenFor, groupSteps, packTerms, termSteps, type Numbered } from './spanning';
import { INDEX_VERSION } from './version';

/** Characters of raw text whose bodies are kept at hand. */
const BODIES = 4_000_000;
/** Characters read after which what has been read can be searched; each portion is twice the one before, up to the largest. */
const PORTION = 300_000, LARGEST_PORTION = 5_000_000;
/**
 * What spans the documents is made at once where it takes no longer than this, in milliseconds, as the last time told; else when
 * nothing has been asked for so many times as long as it takes.
 */
const AT_ONCE = 400, PATIENCE = { groups: 1, segments: 3, terms: 3 } as const;
const LONGEST_WAIT = 10 * 60_000;
/** What it takes, per character, before it has been measured; milliseconds. */
const GUESS = { groups: 0.0003, segments: 0.0005, terms: 0.003 } as const;
/** Long work is left so often to hear what is asked; milliseconds. */
const SLICE = 20;
/** While files are being read, the folders are listed again at most so often, in milliseconds, and in a quarter of the time. */
const LIST_AGAIN = 1000;
/** A file that has ended the process so often is not read again. */
const MOST_ENDS = 2;

/** What is made of all documents: groups and terms, and large segments of small ones. */
type LongWork = SpanningKind | 'segments';

type Open = Extract<ToIndexer, { type: 'open' }>;

export function indexer({ options, known }: Open, send: (message: FromIndexer) => void, rest: () => void) {
  const told = new Set(known);
  let store: WritableStore | null = null, other: Followed | null = null;
  try {
    const folder = options.store;
    store = folder === null ? null : writeStore(folder, INDEX_VERSION, () => relatedStore(folder, INDEX_VERSION, options.folders));
    if (store && options.store !== null) removeUnused(options.store);
    if (options.store !== null && !store) {
      log('info', 'another window keeps the saved index; what this one reads it keeps in memory');
      other = follow(options.store, INDEX_VERSION);
    }
  } catch (error) {
    send({ type: 'unsaved', reason: String(error instanceof Error ? error.message : error) });
  }
  const state: StoreState | null = store?.state ?? other?.saved ?? null;
  /** Where another process writes, its index may come to be only after this one has begun. */
  const packNow = () => store?.pack ?? other?.saved?.pack ?? null;
  const generationNow = () => store?.generation ?? other?.saved?.generation ?? null;
  const suspects = new Map(options.suspects);
  const indexing: Indexing = createIndexing({
    folders: options.folders, globs: options.globs, store, saved: other?.saved ?? null,
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
  const evidence = new Map<string, Packed>(state?.evidence ?? []);
  let segments: readonly StoredSegment[] = state?.segments ?? [];
  /** The ids of the documents that each was last made of, joined, and what else it was made of. */
  const made = new Map<SpanningKind, string>();
  for (const [of, { documents, given = '' }] of state?.spanning ?? []) made.set(of, documents.join() + given);
  const took = new Map<SpanningKind, number>();
  let last: Looked | null = null;
  let lookWanted = false, cancelled = false, busy = false, closed = false;
  /** Whether the folders are being looked at, and whether what spans the documents is being made (a look may come in between). */
  let looking = false, spanning = false;
  /** When long work was begun or gone on with. */
  let since = 0;
  /** Ids of the documents that the engine can search. */
  let searched = new Set([...(state?.documents.values() ?? [])].map(({ id }) => id));
  let waiting: NodeJS.Timeout | null = null;
  let asked = performance.now();

  function log(level: 'info' | 'error', message: string): void {
    send({ type: 'log', level, message });
  }

  function bytesOf(packed: Packed): Uint8Array {
    if (packed instanceof Uint8Array) return packed;
    const pack = packNow();
    if (!pack) throw new Error('nothing is saved');
    return pack.read(packed);
  }

  function partOf(document: StoredDocument): Part {
    let part = parts.get(document.id);
    if (!part) {
      part = storedPart(document, { pack: packNow(), bodies, damaged: ({ id }) => { indexing.forget(new Set([id])); lookWanted = true; } });
      parts.set(document.id, part);
    }
    return part;
  }

  function tell(documents: readonly StoredDocument[]): void {
    const fresh = documents.filter(({ id }) => !told.has(id));
    if (fresh.length === 0) return;
    for (const { id } of fresh) told.add(id);
    send({ type: 'documents', generation: generationNow(), documents: fresh });
  }

  /** What is asked goes before long work, in between its steps. */
  async function giveWay(): Promise<void> {
    if (performance.now() - since < SLICE) return;
    await new Promise<void>((resolve) => { setImmediate(resolve); });
    while (lookWanted && !looking && !closed) {
      lookWanted = false;
      await look();
    }
    since = performance.now();
  }

  /** Does long work; null where this is closed meanwhile. */
  async function inSteps<T>(steps: Steps<T>): Promise<T | null> {
    for (;;) {
      const step = steps.next();
      if (step.done) return step.value;
      await giveWay();
      if (closed) return null;
    }
  }

  /** Makes a segment of what is in none, or of small ones where `alone` is `merged`, and tells which there are. */
  async function segment(documents: readonly StoredDocument[], alone: false | 'so far' | 'merged'): Promise<void> {
    if (!store) return;
    const { kept, fresh } = planSegments(documents, segments, alone === 'merged');
    if (fresh.length === 0 && kept.length === segments.length) return;
    let all = kept;
    if (fresh.length > 0) {
      const from = performance.now(), before = segments;
      const made = await inSteps(segmentSteps(sourcesOf(fresh), charactersOf(fresh)));
      const stored = made && storeSegment(`${fresh[0]?.id ?? ''}-${fresh.length}`, fresh, made, indexing.keep);
      if (!stored) return;
      // What a look has made meanwhile stays.
      all = [...kept, stored, ...segments.filter((one) => !before.includes(one))];
      log('info', `segment: ${fresh.length} documents in ${Math.round(performance.now() - from)} ms`);
    }
    segments = all;
    indexing.commit({ kind: 'segments', segments });
    tellSegments(alone);
  }

  function tellSegments(alone: false | 'so far' | 'merged'): void {
    send({ type: 'segments', generation: generationNow(), segments, alone });
  }

  /** What another window's process has saved since. */
  async function elsewhere(): Promise<ReadonlyMap<string, StoredDocument> | null> {
    if (!other || !await other.grown() || !other.saved) return null;
    const now = other.saved;
    if (now.segments.length !== segments.length || now.segments.some(({ id }, i) => id !== segments[i]?.id)) {
      // Its documents first: segments are told with the next ones.
      tell([...now.documents.values()]);
      segments = now.segments;
      tellSegments('so far');
    }
    return now.documents;
  }

  function* sourcesOf(documents: readonly StoredDocument[]) {
    for (const document of documents) yield partOf(document).source;
  }

  async function look(): Promise<void> {
    looking = true;
    try {
      await lookNow();
    } finally {
      looking = false;
    }
  }

  async function lookNow(): Promise<void> {
    const from = performance.now();
    let unsearched = 0, portion = PORTION, listed = from, listing = 0, asks = from;
    const looked = await indexing.look({
      progress: (done, of) => { if (done % 20 === 0 || done === of) send({ type: 'progress', done, of }); },
      reading: (path) => send({ type: 'reading', path }),
      cancelled: () => cancelled || closed,
      listed(found, known) {
        listed = performance.now();
        listing = found.listing;
        // Of a folder that has come back, or that another process has read.
        tell(known);
        send({ type: 'listed', directories: found.directories, problems: found.problems, listing });
      },
      elsewhere,
      async found(documents) {
        tell(documents);
        unsearched += documents.reduce((sum, { head }) => sum + head.characters, 0);
        if (unsearched < portion) return;
        unsearched = 0;
        portion = Math.min(LARGEST_PORTION, portion * 2);
        await segment([...indexing.documents.values()], 'so far');
      },
      again() {
        if (!lookWanted || performance.now() - listed < Math.max(LIST_AGAIN, listing * 4)) return false;
        lookWanted = false;
        asks = performance.now();
        return true;
      },
      changed(documents, all) {
        for (const { id } of documents) searched.add(id);
        for (const one of segments) for (const id of one.documents) searched.add(id);
        send({ type: 'current', order: all.filter(({ id }) => searched.has(id)).map(({ id }) => id), read: documents.length, took: performance.now() - asks });
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
    searched = ids;
    const { problems, directories, read, left } = looked;
    const atOnce = spanning ? [] : (['groups', 'terms'] as const).filter((of) => isDue(of) && estimate(of) <= AT_ONCE);
    await segment(looked.documents, false);
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

  function estimate(of: LongWork): number {
    return (of === 'segments' ? null : took.get(of)) ?? GUESS[of] * (last?.documents ?? []).reduce((sum, { head }) => sum + head.characters, 0);
  }

  /** Makes what spans the documents; where that is long, a look may come in between. */
  async function span(of: SpanningKind, atOnce: boolean): Promise<void> {
    const from = performance.now();
    const documents = last?.documents ?? [], ids = idsOf(), given = givenOf(of);
    const numbered = documents.map((document): Numbered => ({ id: document.id, part: partOf(document) }));
    const bytes = of === 'groups' ? await inSteps(groupSteps(numbered)) : await terms(numbered);
    if (bytes === null || closed) return;
    took.set(of, performance.now() - from);
    made.set(of, ids.join() + given);
    const packed = indexing.keep(bytes);
    indexing.commit({ kind: 'spanning', of, spanning: { documents: ids, made: packed, ...(given ? { given } : {}) } });
    send({ type: 'spanning', generation: packed instanceof Uint8Array ? null : generationNow(), of, documents: ids, made: packed, given, alone: !atOnce });
    log('info', `${of}: made in ${Math.round(performance.now() - from)} ms`);
  }

  async function terms(numbered: readonly Numbered[]): Promise<Uint8Array | null> {
    let fresh: [string, Packed][] = [];
    // A document that goes meanwhile counts to the end.
    const held = new Map(evidence);
    const keepFresh = () => { if (fresh.length > 0) indexing.commit({ kind: 'evidence', evidence: fresh }); fresh = []; };
    const steps = termSteps({
      parts: numbered, tokenizer, office: last?.office ?? [],
      evidenceOf(id) {
        const packed = held.get(id);
        try {
          return packed ? bytesOf(packed) : null;
        } catch {
          // Damaged: it is made again.
          evidence.delete(id);
          held.delete(id);
          return null;
        }
      },
      keepEvidence(id, bytes) {
        const packed = indexing.keep(bytes);
        evidence.set(id, packed);
        held.set(id, packed);
        if (fresh.push([id, packed]) >= 100) keepFresh();
      },
    });
    const found = await inSteps(steps);
    keepFresh();
    return found && packTerms(found);
  }

  /** Whether there are segments to be merged. */
  function isScattered(): boolean {
    return store !== null && last !== null && planSegments(last.documents, segments, true).fresh.length > 0;
  }

  function nextDue(): LongWork | null {
    return isDue('groups') ? 'groups' : isScattered() ? 'segments' : isDue('terms') ? 'terms' : null;
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
        const due = last && last.left === 0 ? nextDue() : null;
        if (!due) break;
        const wait = asked + Math.min(LONGEST_WAIT, estimate(due) * PATIENCE[due]) - performance.now();
        // The first time nothing is to be waited for: without it much is not known at all.
        if (wait > 0 && (due === 'segments' || made.has(due))) {
          waiting = setTimeout(() => void work(), wait);
          break;
        }
        spanning = true;
        if (due === 'segments') await segment(last?.documents ?? [], 'merged'); else await span(due, false);
        spanning = false;
      } catch (error) {
        spanning = false;
        log('error', error instanceof Error ? error.stack ?? error.message : String(error));
        last = null;
        break;
      }
    }
    busy = false;
    if (!waiting && !closed) rest();
  }

  if (state) {
    // What was saved earlier counts for the engine too, should it not have it.
    tell([...state.documents.values()]);
    if (segments.length > 0) tellSegments(false);
    for (const [of, { documents, made: packed, given = '' }] of state.spanning) send({ type: 'spanning', generation: generationNow(), of, documents, made: packed, given, alone: false });
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
    /** `rested`: nothing is waited for, so there is time to leave the saved index tidy. */
    close(rested = false): void {
      closed = true;
      try {
        if (rested) store?.closeTidy(); else store?.close();
      } catch (error) {
        log('error', error instanceof Error ? error.message : String(error));
      }
      store = null;
      other?.close();
    },
  };
}
