/** Which segments a saved index has, and how they are made: large ones once, small ones with what has changed since. */
import type { Steps } from '../../core/library/steps';
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

/** A segment that is made of others is no larger than so many characters: making it bounds how much memory and patience are needed. */
const LARGEST = 36_000_000;

/**
 * How the segments of these documents should be, given those that are there. What is in none gets one of its own; where `merge`
 * is set, what has too much gone is made anew, and small ones become one.
 */
export function planSegments(documents: readonly StoredDocument[], segments: readonly StoredSegment[], merge: boolean): SegmentPlan {
  const size = new Map(documents.map(({ id, head }) => [id, head.characters + 1]));
  // Of what has gone only the number is known.
  const kept = segments.map((segment) => ({ segment, size: segment.documents.reduce((sum, id) => sum + (size.get(id) ?? 0), 0) }))
    .filter(({ segment, size: sum }) => sum > 0 && (!merge || segment.documents.filter((id) => size.has(id)).length >= segment.documents.length * (1 - MOST_GONE)))
    .sort((a, b) => b.size - a.size);
  const held = new Set(kept.flatMap(({ segment }) => segment.documents));
  let fresh = documents.reduce((sum, { id, head }) => (held.has(id) ? sum : sum + head.characters), 0);
  if (merge) {
    const [beforeLast, last] = kept.slice(-2);
    // Nothing new, but two small ones: the smaller one begins.
    if (fresh < LEAST && beforeLast && last && beforeLast.size < last.size * MERGE && beforeLast.size + last.size <= LARGEST) take();
    for (let next = kept.at(-1); fresh >= LEAST && next && next.size < fresh * MERGE && next.size + fresh <= LARGEST; next = kept.at(-1)) take();
  }
  if (fresh < LEAST) return { kept: kept.map(({ segment }) => segment), fresh: [] };
  return { kept: kept.map(({ segment }) => segment), fresh: documents.filter(({ id }) => !held.has(id)) };

  function take(): void {
    const { segment, size: sum } = kept.pop() as (typeof kept)[number];
    fresh += sum;
    for (const id of segment.documents) held.delete(id);
  }
}

/** Characters of some documents, with one between each two. */
export const charactersOf = (documents: readonly StoredDocument[]): number => documents.reduce((sum, { head }) => sum + head.characters + 1, 0);

/** Makes the segment of some documents of so many characters, one body at a time. */
export function* segmentSteps(sources: Iterable<Source>, characters: number): Steps<Segment> {
  const builder = segmentBuilder(characters);
  for (const source of sources) {
    builder.add(source);
    yield;
  }
  return yield* builder.build();
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
