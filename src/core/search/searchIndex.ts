/**
 * The search structures of a whole library: its segments as one. A document that has changed or gone is hidden in its segment
 * and stands in a newer, small one; segments are merged as they grow in number. A snapshot, like the library it belongs to.
 */
import type { Passage, SearchIndex, SegmentInUse, IndexPart, Source } from '../library/types';
import { buildSegment } from './buildSegment';
import { passageOf } from './passageList';
import { documentOf, passageCount, type Segment } from './segment';

/** An index of segments that are there. */
export function searchIndexOf(sources: readonly Source[], segments: readonly SegmentInUse[]): SearchIndex {
  const parts: IndexPart[] = [];
  let length = 0, passages = 0;
  for (const { segment, sources: documents } of segments) {
    parts.push({ segment, sources: documents, unitBase: length, passageBase: passages });
    length += segment.units.length;
    passages += passageCount(segment);
  }
  return { sources, parts, length, passages };
}

/** A small segment takes those that are not this many times as large in with it, so that their number grows with the logarithm only. */
const MERGE = 4;
/** Hidden documents may be this share of a segment; then it is made anew. */
const MOST_HIDDEN = 0.3;

/**
 * The index of these sources. What `before` has of the same source objects stays as it is; the others are read and become one
 * small segment, with the small ones before it.
 */
export function indexSources(sources: readonly Source[], before: SearchIndex | null = null): SearchIndex {
  const kept: { segment: Segment; sources: Int32Array; units: number }[] = [];
  const places = before ? placesOf(before.sources, sources) : new Int32Array(0);
  for (const { segment, sources: old } of before?.parts ?? []) {
    const documents = new Int32Array(old.length), { documents: starts } = segment;
    let units = segment.units.length;
    for (let d = 0; d < old.length; d++) {
      const place = (old[d] as number) < 0 ? -1 : (places[old[d] as number] as number);
      documents[d] = place;
      if (place < 0) units -= (starts[d + 1] as number) - (starts[d] as number);
    }
    if (units >= segment.units.length * (1 - MOST_HIDDEN)) kept.push({ segment, sources: documents, units });
  }
  const held = new Uint8Array(sources.length), fresh: number[] = [];
  for (const { sources: documents } of kept) for (const s of documents) if (s >= 0) held[s] = 1;
  for (let s = 0; s < sources.length; s++) if (held[s] === 0) fresh.push(s);
  if (fresh.length === 0) return searchIndexOf(sources, kept);
  let size = fresh.reduce((sum, index) => sum + (sources[index] as Source).characters, 0);
  for (let last = kept.at(-1); last && last.units < size * MERGE; last = kept.at(-1)) {
    fresh.push(...[...last.sources].filter((s) => s >= 0));
    size += last.units;
    kept.pop();
  }
  const segment = buildSegment(fresh.map((index) => sources[index] as Source));
  return searchIndexOf(sources, [...kept, { segment, sources: Int32Array.from(fresh) }]);
}

/**
 * Where each of the old sources stands among the new ones, -1 where it does not. Nearly all stand where they did, or are moved
 * together by one that has come or gone: only what lies between the first and the last that have not stayed is looked up.
 */
function placesOf(old: readonly Source[], sources: readonly Source[]): Int32Array {
  const places = new Int32Array(old.length).fill(-1), shared = Math.min(old.length, sources.length), moved = sources.length - old.length;
  let start = 0, end = old.length;
  while (start < shared && old[start] === sources[start]) { places[start] = start; start++; }
  while (end > start && end + moved > start && old[end - 1] === sources[end + moved - 1]) { end--; places[end] = end + moved; }
  const rest = new Map<Source, number>();
  for (let i = start; i < end + moved; i++) if (i < end && old[i] === sources[i]) places[i] = i; else rest.set(sources[i] as Source, i);
  if (rest.size > 0) for (let i = start; i < end; i++) if ((places[i] as number) < 0) places[i] = rest.get(old[i] as Source) ?? -1;
  return places;
}

/** The passage of an id, with its source; null where there is none, or its document is hidden. */
export function passageById(index: SearchIndex, id: number): { readonly passage: Passage; readonly source: Source } | null {
  const part = index.parts.findLast(({ passageBase }) => passageBase <= id);
  if (!part || id - part.passageBase >= passageCount(part.segment)) return null;
  const { segment } = part, own = id - part.passageBase;
  const source = index.sources[part.sources[documentOf(segment, own)] as number];
  return source ? { source, passage: passageOf(source, id, segment.passageParagraphs[own] as number, segment.passageFrom[own] as number, segment.passageTo[own] as number) } : null;
}

/** All passages of a source, in order; none where it is not in the index. */
export function passagesOfSource(index: SearchIndex, source: Source): Passage[] {
  const at = index.sources.indexOf(source);
  for (const { segment, sources, passageBase } of index.parts) {
    const document = at < 0 ? -1 : sources.indexOf(at);
    if (document < 0) continue;
    const first = segment.documentPassages[document] as number, end = segment.documentPassages[document + 1] as number;
    return Array.from({ length: end - first }, (_, i) => passageById(index, passageBase + first + i)?.passage as Passage);
  }
  return [];
}

/** How many passages each source has, by its index. */
export function passageCounts({ sources, parts }: SearchIndex): Uint32Array {
  const counts = new Uint32Array(sources.length);
  for (const { segment, sources: documents } of parts) {
    documents.forEach((source, d) => { if (source >= 0) counts[source] = (segment.documentPassages[d + 1] as number) - (segment.documentPassages[d] as number); });
  }
  return counts;
}
