/**
 * The saved index of one library: a folder with a pack (the bytes), a log (what of them counts) and `current`, which names the two.
 * The log and the pack are only appended to; when they have grown too large, others take their place and `current` is replaced as
 * a whole. A process that is killed at any moment leaves a state that counts: that before, or that after. Whatever is damaged, or
 * of another version, counts as not there: the index is made anew.
 */
import { randomBytes } from 'node:crypto';
import { closeSync, fsyncSync, mkdirSync, openSync, readdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import * as path from 'node:path';
import { logWriter, readLog, type LogWriter } from './frames';
import { takeLock, type Lock } from './lock';
import { openPack, packWriter, type Pack, type PackWriter, type Place } from './pack';
import type { Change, Packed, SpanningKind, StoredDocument, StoredSegment, StoredSpanning } from './types';

const CURRENT = 'current', LOCK = 'lock';

/** The state that a log tells. */
export interface StoreState {
  /** Documents by path. */
  readonly documents: Map<string, StoredDocument>;
  /** By the id of its document. */
  readonly evidence: Map<string, Packed>;
  segments: readonly StoredSegment[];
  readonly spanning: Map<SpanningKind, StoredSpanning>;
}

/** A saved index as it stands: its state, and the bytes. */
export interface ReadStore extends StoreState {
  readonly generation: string;
  readonly pack: Pack;
  /** Bytes up to which its log is whole, and whether more stands behind. */
  readonly logEnd: number;
}

function emptyState(): StoreState {
  return { documents: new Map(), evidence: new Map(), segments: [], spanning: new Map() };
}

function apply(state: StoreState, change: Change): void {
  switch (change.kind) {
    case 'put':
      for (const document of change.documents) {
        const before = state.documents.get(document.path);
        if (before && before.id !== document.id) state.evidence.delete(before.id);
        state.documents.set(document.path, document);
      }
      break;
    case 'remove': {
      const ids = new Set(change.ids);
      for (const [file, { id }] of state.documents) if (ids.has(id)) state.documents.delete(file);
      for (const id of ids) state.evidence.delete(id);
      break;
    }
    case 'evidence': for (const [id, evidence] of change.evidence) state.evidence.set(id, evidence); break;
    case 'segments': state.segments = change.segments; break;
    case 'spanning': state.spanning.set(change.of, change.spanning); break;
  }
}

/** The line that names what counts; null where it is not ours, or of another version. */
function generationOf(folder: string, version: string): string | null {
  try {
    const [name, stated, generation] = readFileSync(path.join(folder, CURRENT), 'utf8').trim().split(' ');
    return name === 'yinju' && stated === version && generation ? generation : null;
  } catch {
    return null;
  }
}

/** Reads a saved index; null where there is none that counts. */
export function readStore(folder: string, version: string): ReadStore | null {
  const generation = generationOf(folder, version);
  if (generation === null) return null;
  let pack: Pack | null = null;
  try {
    const log = readLog(path.join(folder, `${generation}.log`));
    if (!log) return null;
    pack = openPack(path.join(folder, `${generation}.pack`));
    const state = emptyState();
    for (const change of log.values) apply(state, change as Change);
    return { ...state, generation, pack, logEnd: log.end };
  } catch {
    pack?.close();
    return null;
  }
}

/** A saved index that this process alone writes. All that writes may throw what the system says: a full disk, a folder that has gone. */
export interface WritableStore {
  readonly generation: string;
  readonly state: StoreState;
  readonly pack: Pack;
  add(bytes: Uint8Array): Place;
  /** What was added counts from here on, whatever happens later. */
  commit(change: Change): void;
  /** Closes it, and where it holds much that does not count any more, leaves one that holds only what does. For when there is time: all that counts is copied. */
  closeTidy(): void;
  close(): void;
}

/** A pack may be so many times as large as what counts in it: when it is opened, and when there is time. Small packs are not worth the work. */
const WASTE = { opening: 3, resting: 1.25 } as const, SMALL = 8 * 1024 * 1024;

const isPlace = (packed: Packed): packed is Place => !(packed instanceof Uint8Array);

function liveBytes(state: StoreState): number {
  let sum = 0;
  for (const { body, records } of state.documents.values()) for (const packed of [body, records]) sum += packed.length;
  for (const { arrays } of state.segments) for (const { length } of Object.values(arrays)) sum += length;
  for (const packed of state.evidence.values()) sum += packed.length;
  for (const { made } of state.spanning.values()) sum += made.length;
  return sum;
}

/**
 * Opens a saved index to write; null where another process writes it. Throws where the folder cannot be written. Where nothing is
 * saved yet it begins with a copy of what `instead` gives.
 */
export function writeStore(folder: string, version: string, instead: () => ReadStore | null = () => null): WritableStore | null {
  mkdirSync(folder, { recursive: true });
  const lock = takeLock(path.join(folder, LOCK));
  if (!lock) return null;
  try {
    return opened(folder, version, lock, instead);
  } catch (error) {
    lock.release();
    throw error;
  }
}

function opened(folder: string, version: string, lock: Lock, instead: () => ReadStore | null): WritableStore {
  const before = readStore(folder, version), from = before ?? instead();
  let generation = before?.generation ?? null;
  const state: StoreState = before ?? emptyState();
  if (generation === null || (before && isWasteful(folder, before, WASTE.opening))) {
    generation = replaced(folder, version, from);
    from?.pack.close();
  }
  sweep(folder, generation);
  const base = path.join(folder, generation);
  // The log is read once more: what was rewritten has other places.
  const now = readStore(folder, version);
  if (!now) throw new Error('the saved index cannot be read back');
  if (before && before.generation === generation) before.pack.close();
  Object.assign(state, { documents: now.documents, evidence: now.evidence, segments: now.segments, spanning: now.spanning });
  utimesSync(path.join(folder, CURRENT), new Date(), new Date());
  const pack = packWriter(`${base}.pack`), log = logWriter(`${base}.log`, now.logEnd);
  const close = (): void => {
    pack.close();
    log.close();
    now.pack.close();
    lock.release();
  };
  return {
    generation, state, pack: now.pack,
    add: (bytes) => pack.append(bytes),
    commit(change) {
      // The bytes first: what the log names is there.
      pack.sync();
      log.append(change);
      log.sync();
      apply(state, change);
    },
    closeTidy() {
      try {
        if (isWasteful(folder, { ...state, generation }, WASTE.resting)) sweep(folder, replaced(folder, version, { ...state, pack: now.pack }));
      } finally {
        close();
      }
    },
    close,
  };
}

function isWasteful(folder: string, of: StoreState & { readonly generation: string }, times: number): boolean {
  return statSync(path.join(folder, `${of.generation}.pack`)).size > Math.max(SMALL, times * liveBytes(of));
}

/** From here on a new generation counts, with nothing in it but what counts; none of it where there was none before. Its name. */
function replaced(folder: string, version: string, before: StoreState & { readonly pack: Pack } | null): string {
  const next = nextGeneration(folder);
  rewrite(folder, next, before);
  point(folder, version, next);
  return next;
}

/** Never a name that was there before, not even in a folder that has been removed since: who still reads the one must not take it for the other. */
function nextGeneration(folder: string): string {
  const taken = readdirSync(folder).map((name) => /^g(\d+)-/.exec(name)?.[1]).filter((n) => n !== undefined).map(Number);
  return `g${Math.max(0, ...taken) + 1}-${randomBytes(4).toString('hex')}`;
}

/** Writes a pack and a log that hold only what counts. */
function rewrite(folder: string, generation: string, before: StoreState & { readonly pack: Pack } | null): void {
  const base = path.join(folder, generation);
  let pack: PackWriter | null = null, log: LogWriter | null = null;
  try {
    pack = packWriter(`${base}.pack`);
    log = logWriter(`${base}.log`, 0);
    if (before) copy(before, pack, log);
    pack.sync();
    log.sync();
  } finally {
    pack?.close();
    log?.close();
  }
}

const AT_ONCE = 500;

function copy(from: StoreState & { readonly pack: Pack }, pack: PackWriter, log: LogWriter): void {
  const moved = (packed: Packed): Packed => (isPlace(packed) ? pack.append(from.pack.read(packed)) : packed);
  let batch: StoredDocument[] = [];
  const flush = () => { if (batch.length > 0) log.append({ kind: 'put', documents: batch } satisfies Change); batch = []; };
  for (const document of from.documents.values()) {
    try {
      batch.push({ ...document, body: moved(document.body), records: moved(document.records) });
    } catch {
      // Damaged: the file is read again.
      continue;
    }
    if (batch.length >= AT_ONCE) flush();
  }
  flush();
  const whole = <T>(make: () => T): T | null => { try { return make(); } catch { return null; } };
  const segments = from.segments.flatMap((segment) => whole(() => ({
    ...segment, arrays: Object.fromEntries(Object.entries(segment.arrays).map(([name, place]) => [name, moved(place) as Place])),
  })) ?? []);
  log.append({ kind: 'segments', segments } satisfies Change);
  log.append({ kind: 'evidence', evidence: [...from.evidence].flatMap(([id, packed]) => whole(() => [[id, moved(packed)] as const]) ?? []) } satisfies Change);
  for (const [of, spanning] of from.spanning) {
    const made = whole(() => moved(spanning.made));
    if (made) log.append({ kind: 'spanning', of, spanning: { ...spanning, made } } satisfies Change);
  }
}

/** From here on this generation counts: a file with another name takes the place of `current`. */
function point(folder: string, version: string, generation: string): void {
  const temporary = path.join(folder, `${CURRENT}.new`);
  writeFileSync(temporary, `yinju ${version} ${generation}\n`);
  const file = openSync(temporary, 'r+');
  fsyncSync(file);
  closeSync(file);
  renameSync(temporary, path.join(folder, CURRENT));
}

/** Removes what earlier generations have left. Where a system does not let go of a file that is still read, the next one does it. */
function sweep(folder: string, generation: string): void {
  for (const name of readdirSync(folder)) {
    if (name.startsWith(`${generation}.`) || name === CURRENT || name.startsWith(LOCK)) continue;
    try { rmSync(path.join(folder, name), { recursive: true, force: true }); } catch { /* Later. */ }
  }
}
