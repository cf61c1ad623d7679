/**
 * Makes the index of library folders and keeps it: lists them, reads the files that have changed, takes out of each what stands in
 * it, and puts it into the saved index, or keeps it in memory where nothing can be saved. Runs in the process of its own (`main`)
 * and, for the command line, in that one.
 */
import { randomBytes } from 'node:crypto';
import { promises as fs } from 'node:fs';
import { readOne } from '../../core/library/buildLibrary';
import type { OfficeTerm } from '../../core/library/glossaryFile';
import { recordsOf, type Part } from '../../core/library/records';
import type { Source } from '../../core/library/types';
import { readFile, tooMuchText } from '../files';
import { LIMITS, reasonOf, type LibraryProblem, type ReadLimits } from '../limits';
import { listFolders, type Globs, type Listed, type Listing } from '../folders';
import { documentReader } from '../formats/reader';
import { packPart, type PackedPart } from '../store/part';
import type { ReadStore, WritableStore } from '../store/store';
import type { Change, Packed, StoredDocument } from '../store/types';

export interface IndexingOptions {
  readonly folders: readonly string[];
  readonly globs?: Globs | undefined;
  readonly limits?: ReadLimits;
  /** Null keeps what is read in memory. */
  readonly store: WritableStore | null;
  /** What was saved where it cannot be written: what has not changed since need not be read. */
  readonly saved?: ReadStore | null;
  /** Why a file is not to be read, though it could be: it has brought its reader down. */
  readonly refuse?: (path: string) => string | null;
  /** The index cannot be saved any more (a full disk, a folder that has gone); from here on it is kept in memory. Told once. */
  readonly unsaved?: (reason: string) => void;
  /** An extraction has failed on a document. */
  readonly failed?: (source: Source, error: unknown) => void;
}

export interface LookHooks {
  /** How many files of the folders have been read, now or before. */
  readonly progress?: (done: number, of: number) => void;
  /** Called before a file is read. */
  readonly reading?: (path: string) => void;
  /** The folders have been listed; what of their documents has been read before, in order. */
  readonly listed?: (listing: Pick<Looked, 'directories' | 'problems' | 'listing'>, known: readonly StoredDocument[]) => void;
  /** Documents that have just been read; what a look has found counts from then on, also where it is broken off. */
  readonly found?: (documents: readonly StoredDocument[]) => void | Promise<void>;
  /** Asked before many files are read, where another process may read them too: waits for what that one has saved since, by path; null where it saves no more. */
  readonly elsewhere?: () => Promise<ReadonlyMap<string, StoredDocument> | null>;
  /** Whether to list the folders again, because something has changed meanwhile; asked between two files. What has changed is read next. */
  readonly again?: () => boolean;
  /** What has changed meanwhile has been read (and found): the documents that were read for it, and all that is known now, in order. */
  readonly changed?: (documents: readonly StoredDocument[], all: readonly StoredDocument[]) => void;
  /** Whether to break off. */
  readonly cancelled?: () => boolean;
}

/** What a look has found. */
export interface Looked {
  /** In the library's order, each with where it was listed. */
  readonly documents: readonly StoredDocument[];
  readonly problems: readonly LibraryProblem[];
  readonly directories: readonly string[];
  /** Rows of the office's glossaries. */
  readonly office: readonly OfficeTerm[];
  /** Milliseconds that it took to list the folders. */
  readonly listing: number;
  /** How many files were read. */
  readonly read: number;
  /** How many files are still to be read, because it was broken off. */
  readonly left: number;
}

export interface Indexing {
  look(hooks?: LookHooks): Promise<Looked>;
  /** Documents as they are known now, by path. */
  readonly documents: ReadonlyMap<string, StoredDocument>;
  /** Bytes into the saved index, or as they are where nothing is saved. */
  keep(bytes: Uint8Array): Packed;
  /** What `keep` gave counts from here on. */
  commit(change: Change): void;
  /** These have to be read again, whatever their files say. */
  forget(ids: ReadonlySet<string>): void;
}

/** A file changed this short a time before it was read may change again within one tick of its clock; milliseconds. */
const FRESH = 100;
/** Fewer files are read here, whoever else may read them. */
const WORTH_WAITING = 20;
/** So often in a row another process may have saved something of which nothing is wanted here: it does something else, or reads other files. */
const MOST_IN_VAIN = 3;
/** Documents and milliseconds after which what was read is saved and told. */
const MANY = 200, LONG = 500;

/** `times` tell that a file has changed since they were taken, null where they are not known. It may change again and keep them while it is `fresh`. */
interface Seen { readonly times: string | null; readonly fresh: boolean }

/** The times of a file, as far as they can be told. That of its entry counts too: a copy may keep the other one. */
async function look(path: string): Promise<Seen | 'gone'> {
  try {
    const { size, mtimeNs, ctimeNs, mtimeMs } = await fs.stat(path, { bigint: true });
    return { times: `${size} ${mtimeNs} ${ctimeNs}`, fresh: Math.abs(Date.now() - Number(mtimeMs)) < FRESH };
  } catch (error) {
    const unknown: Seen = { times: null, fresh: true };
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') return unknown;
    // A link to nowhere is listed; what was deleted since the folder was listed is not.
    return await fs.lstat(path).then(() => unknown, () => 'gone' as const);
  }
}

/** Several at a time: a look at twenty thousand files is mostly waiting. */
async function all<T, R>(list: readonly T[], of: (one: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  for (let at = 0; at < list.length; at += 128) results.push(...await Promise.all(list.slice(at, at + 128).map(of)));
  return results;
}

/** A file that has to be read; its stamp is its times, or null where these do not tell yet whether it changes again. */
interface Due { readonly listed: Listed; readonly times: string | null; readonly stamp: string | null; readonly given: string }

/** What the folders hold, and what of it has to be read. */
interface Found extends Listing {
  readonly gone: ReadonlySet<string>;
  /** Times by path. */
  readonly seen: ReadonlyMap<string, string | null>;
  /** Characters of what need not be read. */
  readonly characters: number;
  readonly due: readonly Due[];
  /** So many of these, the first ones, have changed since the folders were listed before. */
  readonly changed: number;
  readonly took: number;
}

const newId = () => randomBytes(6).toString('base64url');
const pause = () => new Promise<void>((resolve) => { setImmediate(resolve); });
const equal = (a: Uint8Array, b: Uint8Array): boolean => Buffer.compare(a, b) === 0;

export function createIndexing(options: IndexingOptions): Indexing {
  const { limits = LIMITS } = options;
  let { store } = options;
  const { documents: before, pack } = store ? { documents: store.state.documents, pack: store.pack } : options.saved ?? { documents: [], pack: null };
  const documents = new Map<string, StoredDocument>(before);
  const again = new Set<string>();

  function unsaved(error: unknown): void {
    store = null;
    options.unsaved?.(reasonOf(error));
  }

  function keep(bytes: Uint8Array): Packed {
    if (store) {
      try {
        return store.add(bytes);
      } catch (error) {
        unsaved(error);
      }
    }
    return bytes;
  }

  /** Nothing that is kept in memory goes into the log. */
  function storable(change: Change): Change | null {
    switch (change.kind) {
      case 'put': return { ...change, documents: change.documents.filter(({ body, records }) => !(body instanceof Uint8Array || records instanceof Uint8Array)) };
      case 'evidence': return { ...change, evidence: change.evidence.filter(([, packed]) => !(packed instanceof Uint8Array)) };
      case 'spanning': return change.spanning.made instanceof Uint8Array ? null : change;
      default: return change;
    }
  }

  function commit(made: Change): void {
    const change = storable(made);
    if (!store || !change) return;
    try {
      store.commit(change);
    } catch (error) {
      unsaved(error);
    }
  }

  /** The bytes of a document's body; null where they are damaged. */
  function bodyOf(document: StoredDocument): Uint8Array | null {
    try {
      return document.body instanceof Uint8Array ? document.body : pack?.read(document.body) ?? null;
    } catch {
      return null;
    }
  }

  /** The document of a file that has been read; the one from before where nothing about it is new. */
  function documentOf(listed: Listed, given: string, stamp: string | null, { head, body, records }: PackedPart): StoredDocument {
    const before = documents.get(listed.path);
    const place = { path: listed.path, root: listed.root, stamp, given };
    if (before && !again.has(before.id) && JSON.stringify(before.head) === JSON.stringify(head)) {
      const bytes = bodyOf(before);
      if (bytes && equal(bytes, body)) return { ...before, ...place };
    }
    return { id: newId(), ...place, head, body: keep(body), records: keep(records) };
  }

  /** Lists the folders and tells what has to be read. What had other times `before`, or was not listed, comes first; `done` has been read by this look. */
  async function list(before: ReadonlyMap<string, string | null> | null, done: ReadonlyMap<string, string>): Promise<Found> {
    const from = performance.now();
    const listing = await listFolders(options.folders, options.globs, limits);
    const due: Due[] = [], changed: Due[] = [];
    const gone = new Set<string>(), seen = new Map<string, string | null>();
    const stamps = await all(listing.files, ({ path }) => look(path));
    let characters = 0;
    for (const [index, listed] of listing.files.entries()) {
      const found = stamps[index] as Seen | 'gone';
      if (found === 'gone') { gone.add(listed.path); continue; }
      const { times } = found, stamp = found.fresh ? null : times;
      seen.set(listed.path, times);
      const given = JSON.stringify([listed.name, listed.row, options.refuse?.(listed.path) ?? null]);
      const known = documents.get(listed.path);
      const isDone = done.get(listed.path) === `${times ?? ''} ${given}`;
      if (known && (isDone || (stamp !== null && known.stamp === stamp && known.given === given)) && !again.has(known.id)) { characters += known.head.characters; continue; }
      const wanted = { listed, times, stamp, given };
      if (before && before.get(listed.path) !== times) changed.push(wanted); else due.push(wanted);
    }
    return { ...listing, gone, seen, characters, changed: changed.length, due: [...changed, ...due], took: performance.now() - from };
  }

  /** The first list of a look. What has to be read is taken from another process, as long as that one reads it too. */
  async function listShared({ elsewhere, progress, found, cancelled }: LookHooks): Promise<Found> {
    for (let inVain = 0; ;) {
      const listing = await list(null, new Map()), { due, seen } = listing;
      const saved = due.length >= WORTH_WAITING && inVain < MOST_IN_VAIN && !cancelled?.() ? await elsewhere?.() : null;
      if (!saved) return listing;
      const taken = due.flatMap(({ listed: { path }, stamp, given }) => {
        const document = saved.get(path);
        return document && stamp !== null && document.stamp === stamp && document.given === given && !again.has(document.id) ? document : [];
      });
      inVain = taken.length > 0 ? 0 : inVain + 1;
      for (const document of taken) documents.set(document.path, document);
      progress?.(seen.size - due.length + taken.length, seen.size);
      await found?.(taken);
    }
  }

  async function lookOnce(hooks: LookHooks = {}): Promise<Looked> {
    const { progress, reading, listed, found, again: listAgain, changed, cancelled } = hooks;
    const done = new Map<string, string>();
    const reader = documentReader();
    let batch: StoredDocument[] = [], since = performance.now(), read = 0;
    const flush = async (): Promise<void> => {
      const now = batch;
      batch = [];
      if (now.length > 0) {
        commit({ kind: 'put', documents: now });
        await found?.(now);
      }
      since = performance.now();
    };
    const readDue = async ({ listed: file, times, stamp, given }: Due): Promise<StoredDocument> => {
      if ((options.refuse?.(file.path) ?? null) === null) reading?.(file.path);
      const document = documentOf(file, given, stamp, packPart(await partOf(file, reader)));
      const unreadable = document.head.problems.some(({ code }) => code === 'unreadable');
      // What could not be read may be readable the next time, though nothing about it has changed.
      const kept = unreadable && !options.refuse?.(file.path) ? { ...document, stamp: null } : document;
      if (kept.id !== documents.get(file.path)?.id || kept.stamp !== documents.get(file.path)?.stamp) batch.push(kept);
      documents.set(file.path, kept);
      done.set(file.path, `${times ?? ''} ${given}`);
      read++;
      return kept;
    };
    const inOrder = ({ files, gone }: Found): StoredDocument[] => files.flatMap(({ path }) => (gone.has(path) ? [] : documents.get(path) ?? []));

    let listing = await listShared(hooks);
    const tooMany: LibraryProblem[] = [], left: string[] = [];
    for (;;) {
      listed?.({ ...listing, listing: listing.took }, inOrder(listing));
      const { due } = listing, of = listing.seen.size, before = of - due.length - read, fresh: StoredDocument[] = [];
      let { characters } = listing, wanted = false;
      left.length = tooMany.length = 0;
      for (const [index, one] of due.entries()) {
        const tooMuch = characters * 2 > limits.totalBytes;
        if (tooMuch || cancelled?.()) {
          if (tooMuch && left.length === 0) tooMany.push(tooMuchText(one.listed.path, due.length - index, limits));
          left.push(one.listed.path);
          continue;
        }
        progress?.(before + read, of);
        const document = await readDue(one);
        characters += document.head.characters;
        if (index < listing.changed) fresh.push(document);
        if (batch.length >= MANY || performance.now() - since > LONG || index + 1 === listing.changed) await flush();
        if (index + 1 === listing.changed) changed?.(fresh, inOrder(listing));
        await pause();
        if (index + 1 < due.length && index + 1 >= listing.changed && (wanted = listAgain?.() ?? false)) break;
      }
      await flush();
      if (!wanted) { if (due.length > 0) progress?.(before + read, of); break; }
      const earlier = listing.seen;
      listing = await list(earlier, done);
      // What has gone goes at once, too.
      if (listing.changed === 0 && [...earlier.keys()].some((path) => !listing.seen.has(path))) changed?.([], inOrder(listing));
    }
    reader.close();
    again.clear();
    drop(listing.files, listing.gone, listing.unread);
    return {
      documents: inOrder(listing), problems: [...listing.problems, ...tooMany], directories: listing.directories, office: listing.office, listing: listing.took,
      read, left: left.length,
    };
  }

  /** Forgets what the folders hold no more. What lies in a folder that has gone is not forgotten: network folders come back. */
  function drop(files: readonly Listed[], gone: ReadonlySet<string>, unread: readonly string[]): void {
    const there = new Set(files.map(({ path }) => path));
    const out = [...documents.values()].filter(({ path, root }) => (!there.has(path) || gone.has(path)) && !unread.includes(root));
    if (out.length === 0) return;
    for (const { path } of out) documents.delete(path);
    commit({ kind: 'remove', ids: out.map(({ id }) => id) });
  }

  async function partOf({ path, name, row }: Listed, reader: ReturnType<typeof documentReader>): Promise<Part> {
    const refused = options.refuse?.(path) ?? null;
    const file = refused === null ? await readFile(path, name, row, limits, reader) : { file: name, text: '', problems: [{ code: 'unreadable', message: refused }], catalogue: row };
    const source = readOne(file);
    return { source, records: recordsOf(source, options.failed) };
  }

  return {
    look: lookOnce, documents, keep, commit,
    forget(ids) { for (const id of ids) again.add(id); },
  };
}
