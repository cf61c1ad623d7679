/**
 * The library that the engine serves, put together from documents of a saved index or of memory: heads are here, all else comes when
 * it is asked for. What has not changed from one library to the next is the same object in both.
 */
import { libraryOfParts } from '../core/library/buildLibrary';
import { once } from '../core/library/once';
import type { Part, Records } from '../core/library/records';
import { withAdded, type Added } from '../core/library/spanning';
import type { Figure, Library, Picture, Quote, Slice, Source, Term } from '../core/library/types';
import { SEGMENT_ARRAYS, segmentFrom, type Segment } from '../core/search/segment';
import { indexSources, searchIndexOf } from '../core/search/searchIndex';
import { type SearchIndex, type SegmentInUse } from '../core/library/types';
import { fileOfEdition, NO_GROUPS, unpackAdditions, unpackGroups, unpackTerms, type Groups, type PackedAdditions } from './indexing/spanning';
import type { Pack } from './store/pack';
import { bodyCache, sameTexts, storedPart, type StoredPart } from './store/part';
import type { Packed, StoredDocument, StoredSegment } from './store/types';

/** Characters of raw text whose bodies are kept in memory. */
const BODIES = 500_000;

/** A document that is served, and what it gives with what the others add. */
interface Held {
  readonly part: StoredPart;
  /** Its records, and of which groups they know. */
  finished: { readonly groups: Groups; readonly stale: boolean; readonly records: Records } | null;
}

/** Records with what the others add. What may be typed is asked for seldom, and read each time. */
class FinishedRecords implements Records {
  constructor(readonly quotes: readonly Quote[], readonly figures: readonly Figure[], readonly pictures: readonly Picture[], private readonly part: StoredPart) {}
  get typed(): readonly string[] { return this.part.records.typed; }
}

/** A document in a library; the records of all are made together. */
class ServedPart implements Part {
  constructor(readonly source: Source, private readonly number: number, private readonly all: () => readonly Records[]) {}
  get records(): Records { return this.all()[this.number] as Records; }
}

interface HeldSegment { readonly stored: StoredSegment; readonly segment: Segment }

export interface Served {
  /** Takes documents in; they are served from the next `arrange` on. */
  add(documents: readonly StoredDocument[], pack: Pack | null): void;
  /** Ids of all documents that have been taken in and are not forgotten. */
  readonly known: readonly string[];
  document(id: string): StoredDocument | null;
  /** These and no others are the library from here on, in this order. The others are forgotten, unless `forget` is false: then they may still come in. */
  arrange(order: readonly string[], forget?: boolean): void;
  /** Throws `DamagedStore` where it is not what was stored; what was there before stays. So does `terms`. */
  groups(documents: readonly string[], made: Packed, pack: Pack | null): void;
  terms(documents: readonly string[], made: Packed, pack: Pack | null): void;
  segments(segments: readonly StoredSegment[], pack: Pack): void;
  /** Whether there are terms, of whatever documents. */
  readonly hasTerms: boolean;
  /** The library as it is now. */
  library(): Library;
  readonly paths: Readonly<Record<string, string>>;
}

/** `damaged` hears of a document whose stored bytes are not what was written. */
export function servedLibrary(damaged: (document: StoredDocument, error: unknown) => void): Served {
  const held = new Map<string, Held>();
  /** Of all documents that ever were: what spans them may have been begun when one was still there. */
  const files = new Map<string, string>();
  const bodies = bodyCache(BODIES), texts = sameTexts();
  let order: readonly string[] = [];
  let additions: { readonly of: ReadonlyMap<string, string>; readonly by: Groups } = { of: new Map(), by: NO_GROUPS };
  let terms: { readonly of: ReadonlyMap<string, string>; readonly list: () => readonly Term[] } | null = null;
  let segments: readonly HeldSegment[] = [];
  let index: SearchIndex | null = null;

  const bytesOf = (packed: Packed, pack: Pack | null): Uint8Array => (packed instanceof Uint8Array ? packed : (pack as Pack).read(packed));
  const inOrder = () => order.flatMap((id) => held.get(id) ?? []);

  /** Files whose documents were not among those, or are gone since: what was said of their records is not true any more. `of` has files by id. */
  function changedSince(of: ReadonlyMap<string, string>): ReadonlySet<string> {
    const now = new Set(order), changed = new Set<string>();
    for (const { part: { document } } of inOrder()) if (!of.has(document.id)) changed.add(document.head.file);
    for (const [id, file] of of) if (!now.has(id)) changed.add(file);
    return changed;
  }

  const filesOf = (ids: readonly string[]) => new Map(ids.flatMap((id) => { const file = files.get(id); return file === undefined ? [] : [[id, file]]; }));

  /**
   * The records of a document with what the others add. They alone are kept; as they were read out they can be had again. What was
   * said of a quotation of a document that has changed is left out.
   */
  function finish(one: Held, changed: ReadonlySet<string>): Records {
    const { id } = one.part.document, groups = additions.by, packed = groups.of(id), before = one.finished;
    const stale = changed.size > 0 && (packed?.files.some((file) => changed.has(file)) ?? false);
    if (before && !before.stale && !stale && (before.groups === groups || areSame(before.groups.of(id), packed))) {
      if (before.groups !== groups) one.finished = { ...before, groups };
      return before.records;
    }
    const { quotes, figures, pictures } = one.part.records, added = packed && unpackAdditions(packed);
    const isStale = (canonical: string | undefined): boolean => canonical !== undefined && changed.has(fileOfEdition(canonical));
    const editions = added?.quotes.filter(([, { canonical }]) => !isStale(canonical)) ?? [];
    const records = new FinishedRecords(withAdded(quotes, editions), withAdded(figures, named(added?.figures ?? [])), pictures, one.part);
    one.finished = { groups, stale, records };
    return records;
  }

  /** The name of a group is one text in all its members. */
  const named = (figures: Added<Figure>): Added<Figure> =>
    figures.map(([index, fields]) => [index, typeof fields.comparable === 'string' ? { ...fields, comparable: texts.same(fields.comparable) } : fields]);

  /** Figures whose group is named by one that has changed: the first that is left gives it its name. */
  function renamed(figures: readonly Figure[], changed: ReadonlySet<string>): readonly Figure[] {
    const names = new Map<string, string>();
    return figures.map((figure) => {
      const { comparable } = figure;
      if (comparable === null || !changed.has(comparable.slice(0, comparable.lastIndexOf('#f')))) return figure;
      if (!names.has(comparable)) names.set(comparable, figure.id);
      return { ...figure, comparable: names.get(comparable) as string };
    });
  }

  /** Terms without what stood in documents that have changed or gone, where it does not stand there still. */
  function currentTerms(sources: ReadonlyMap<string, Source>): readonly Term[] {
    if (!terms) return [];
    const { of, list } = terms;
    const changed = changedSince(of);
    const gone = (file: string) => changed.has(file) || !sources.has(file);
    const now = (slice: Slice): Slice | null => {
      if (!gone(slice.file)) return slice;
      const start = sources.get(slice.file)?.raw.indexOf(slice.raw) ?? -1;
      return start < 0 ? null : { ...slice, start, end: start + slice.raw.length };
    };
    return list().map((term) => {
      const slices = [term.definition, term.context, ...term.uses];
      if (!slices.some((slice) => slice && gone(slice.file))) return term;
      const uses = term.uses.flatMap((use) => now(use) ?? []);
      const definition = term.definition && now(term.definition), context = term.context && now(term.context);
      return { ...term, definition, definitionKind: definition ? term.definitionKind : null, context: context ?? (definition ? null : uses[0] ?? null), uses: definition || context ? uses : uses.slice(1) };
    });
  }

  function indexOf(sources: readonly Source[]): SearchIndex {
    const at = new Map(order.flatMap((id) => (held.has(id) ? [id] : [])).map((id, number) => [id, number]));
    const stored = segments.map(({ stored: { documents }, segment }): SegmentInUse => ({ segment, sources: Int32Array.from(documents, (id) => at.get(id) ?? -1) }));
    const before = index;
    const all = new Set(stored.flatMap((one) => [...one.sources]));
    const mine = new Set(segments.map(({ segment }) => segment));
    // Small segments of what has changed since, where no stored one holds the same now.
    const numbers = new Map(sources.map((source, number) => [source, number]));
    const small = (before?.parts ?? []).flatMap((part): SegmentInUse[] => {
      if (mine.has(part.segment)) return [];
      const now = part.sources.map((number) => {
        const source = (before as SearchIndex).sources[number];
        const found = source ? numbers.get(source) ?? -1 : -1;
        return found >= 0 && !all.has(found) ? found : -1;
      });
      return now.some((number) => number >= 0) ? [{ segment: part.segment, sources: now }] : [];
    });
    index = indexSources(sources, searchIndexOf(sources, [...stored, ...small]));
    return index;
  }

  return {
    add(documents, pack) {
      const from = { pack, bodies, damaged, texts };
      for (const { id, head: { file } } of documents) files.set(id, file);
      for (const document of documents) held.set(document.id, { part: storedPart(document, from), finished: null });
    },
    get known() { return [...held.keys()]; },
    document: (id) => held.get(id)?.part.document ?? null,
    arrange(ids, forget = true) {
      const now = new Set(ids);
      if (forget) for (const id of held.keys()) if (!now.has(id)) { held.delete(id); bodies.forget(id); }
      order = ids;
    },
    groups(documents, made, pack) {
      additions = { of: filesOf(documents), by: unpackGroups(bytesOf(made, pack)) };
    },
    terms(documents, made, pack) {
      // Read now, so that damage shows now; unpacked when they are asked for, and then the bytes are let go.
      let bytes: Uint8Array | null = bytesOf(made, pack);
      terms = { of: filesOf(documents), list: once(() => {
        const list = unpackTerms(bytes as Uint8Array);
        bytes = null;
        return list;
      }) };
    },
    segments(stored, pack) {
      const before = new Map(segments.map((one) => [one.stored.id, one]));
      segments = stored.flatMap((one) => before.get(one.id) ?? readSegment(one, pack) ?? []);
    },
    get hasTerms() { return terms !== null; },
    get paths() { return Object.fromEntries(inOrder().map(({ part: { document } }) => [document.head.file, document.path])); },
    library() {
      const all = inOrder();
      const sources = all.map(({ part }) => part.source);
      const changed = changedSince(additions.of);
      const records = once(() => {
        const finished = all.map((one) => finish(one, changed));
        texts.clear();
        return finished;
      });
      return libraryOfParts(sources.map((source, number) => new ServedPart(source, number, records)), {
        quotes: once(() => records().flatMap(({ quotes }) => quotes)),
        figures: once(() => {
          const figures = records().flatMap((one) => one.figures);
          return changed.size > 0 ? renamed(figures, changed) : figures;
        }),
        terms: once(() => currentTerms(new Map(sources.map((source) => [source.file, source])))),
        index: once(() => indexOf(sources)),
      });
    },
  };
}

function areSame(a: PackedAdditions | undefined, b: PackedAdditions | undefined): boolean {
  return a === b || (a !== undefined && b !== undefined && Buffer.compare(a.bytes, b.bytes) === 0);
}

/** A segment that is damaged counts as not there: its documents are indexed again. */
function readSegment(stored: StoredSegment, pack: Pack): HeldSegment | null {
  try {
    const segment = segmentFrom((name) => {
      const place = stored.arrays[name];
      return place && (pack.read(place) as Uint8Array<ArrayBuffer>);
    });
    const whole = segment && Object.keys(SEGMENT_ARRAYS).length === Object.keys(stored.arrays).length && segment.documents.length === stored.documents.length + 1;
    return whole ? { stored, segment } : null;
  } catch {
    return null;
  }
}
