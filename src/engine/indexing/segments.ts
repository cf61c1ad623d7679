/** Which segments a saved index has, and how they are made: large ones once, small ones with what has changed since. */
import { segmentBuilder } from '../../core/search/buildSegment';
import { SEGMENT_ARRAYS, type Segment } from '../../core/search/segment';
import type { Source } from '../../core/library/types';
import type { Place } from '../store/pack';
import type { Packed, StoredDocument, StoredSegment } from '../store/types';

/** Documents of fewer characters together are left to whoever searches: a segment of them takes some milliseconds. */
const LEAST = 60_000;
/** Segments that are not so many times as large as a new one become part of it, so that there are few. */
const MERGE = 4;
/** Documents that have changed or gone may be this share of a segment. */
const MOST_GONE = 0.3;

/** What is to be made. */
export interface SegmentPlan {
  readonly kept: readonly StoredSegment[];
  /** Documents of a new segment; none where none is needed. */
  readonly fresh: readonly StoredDocument[];
}

/** How the segments of these documents should be, given those that are there. */
export function planSegments(documents: readonly StoredDocument[], segments: readonly StoredSegment[]): SegmentPlan {
  const size = new Map(documents.map(({ id, head }) => [id, head.characters + 1]));
  const live = segments.map((segment) => ({ segment, size: segment.documents.reduce((sum, id) => sum + (size.get(id) ?? 0), 0) }));
  // Of what has gone only the number is known.
  const kept = live.filter(({ segment, size: sum }) => sum > 0 && segment.documents.filter((id) => size.has(id)).length >= segment.documents.length * (1 - MOST_GONE))
    .sort((a, b) => b.size - a.size);
  const held = new Set(kept.flatMap(({ segment }) => segment.documents));
  let fresh = documents.filter(({ id }) => !held.has(id)).reduce((sum, { head }) => sum + head.characters, 0);
  if (fresh < LEAST) return { kept: kept.map(({ segment }) => segment), fresh: [] };
  for (let last = kept.at(-1); last && last.size < fresh * MERGE; last = kept.at(-1)) {
    fresh += last.size;
    for (const id of last.segment.documents) held.delete(id);
    kept.pop();
  }
  return { kept: kept.map(({ segment }) => segment), fresh: documents.filter(({ id }) => !held.has(id)) };
}

/** Makes the segment of some documents, one body at a time. */
export function makeSegment(sources: Iterable<Source>): Segment {
  const builder = segmentBuilder();
  for (const source of sources) builder.add(source);
  return builder.build();
}

/** Keeps a segment's arrays; null where they cannot be saved: segments are not sent as they are. */
export function storeSegment(id: string, documents: readonly StoredDocument[], segment: Segment, keep: (bytes: Uint8Array) => Packed): StoredSegment | null {
  const arrays: Record<string, Place> = {};
  for (const name of Object.keys(SEGMENT_ARRAYS)) {
    const { buffer, byteOffset, byteLength } = segment[name as keyof Segment];
    const packed = keep(new Uint8Array(buffer, byteOffset, byteLength));
    if (packed instanceof Uint8Array) return null;
    arrays[name] = packed;
  }
  return { id, documents: documents.map((document) => document.id), arrays };
}
