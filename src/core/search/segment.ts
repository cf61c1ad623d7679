/**
 * A segment: the search structures of some documents, as plain typed arrays. It holds no text that could be shown and no
 * objects: the words of a hit are read from its source. A segment never changes. A library is searched through one or several
 * (a large one, small ones for what has changed since; see `searchIndex`), and each can be written to disk array by array and
 * read back without conversion.
 */

/** The arrays of a segment and their types; `Segment` says what each holds. */
export const SEGMENT_ARRAYS = {
  units: Uint16Array,
  documents: Uint32Array,
  paragraphs: Uint32Array,
  paragraphNumbers: Uint32Array,
  documentParagraphs: Uint32Array,
  passageParagraphs: Uint32Array,
  passageFrom: Uint32Array,
  passageTo: Uint32Array,
  passageUnits: Uint32Array,
  passageLengths: Uint16Array,
  documentPassages: Uint32Array,
  gramOffsets: Uint32Array,
  gramPositions: Uint8Array,
  postingOffsets: Uint32Array,
  postings: Uint8Array,
} as const;

export type SegmentArrayName = keyof typeof SEGMENT_ARRAYS;

/** Documents are numbered from 0 in the order in which they were added; n is their number. */
export interface Segment {
  /** The folded content paragraphs of all documents, one behind the other; a 0 behind each document. */
  readonly units: Uint16Array;
  /** n + 1: where each document starts in `units`; the last one is the length of `units`. */
  readonly documents: Uint32Array;
  /** Where each content paragraph starts in `units`, ascending; paragraphs without a folded unit are left out. */
  readonly paragraphs: Uint32Array;
  /** For each of these its number in `paragraphs` of its source. */
  readonly paragraphNumbers: Uint32Array;
  /** n + 1: the first entry of each document in `paragraphs`. */
  readonly documentParagraphs: Uint32Array;
  /** For each passage the number of its paragraph in its source. */
  readonly passageParagraphs: Uint32Array;
  /** For each passage its clean span in that paragraph. */
  readonly passageFrom: Uint32Array;
  readonly passageTo: Uint32Array;
  /** For each passage where it starts in `units`. */
  readonly passageUnits: Uint32Array;
  /** For each passage how many tokens it has, at most 65,535. */
  readonly passageLengths: Uint16Array;
  /** n + 1: the first passage of each document. */
  readonly documentPassages: Uint32Array;
  /** 2^bits + 1: where the positions of each bucket of trigrams start (`trigramIndex`). */
  readonly gramOffsets: Uint32Array;
  /** Positions in `units`, ascending within a bucket, packed. */
  readonly gramPositions: Uint8Array;
  /** 2^bits + 1: where the postings of each bucket of tokens start in `postings` (`postings`). */
  readonly postingOffsets: Uint32Array;
  /** Which passages hold a token and how often, packed. */
  readonly postings: Uint8Array;
}

/** How many documents a segment has. */
export function documentCount(segment: Segment): number {
  return segment.documents.length - 1;
}

/** How many passages a segment has. */
export function passageCount(segment: Segment): number {
  return segment.passageParagraphs.length;
}

/** Index of the last of ascending offsets that is at or before one; of the first `count` only. */
export function lastAtOrBefore(offsets: Uint32Array, offset: number, count = offsets.length): number {
  let low = 0, high = count - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((offsets[middle] as number) <= offset) low = middle; else high = middle - 1;
  }
  return low;
}

/** The document of a passage. */
export function documentOf(segment: Segment, passage: number): number {
  return lastAtOrBefore(segment.documentPassages, passage, documentCount(segment));
}

/** Bytes of all arrays. */
export function segmentSize(segment: Segment): number {
  return Object.keys(SEGMENT_ARRAYS).reduce((sum, name) => sum + segment[name as SegmentArrayName].byteLength, 0);
}

/**
 * A segment of arrays that have been read back, given as bytes by name. They are used as they are where they lie at a
 * multiple of their element's size, else copied. Null where an array is missing, torn, or does not go with the others;
 * changed contents are for a checksum to find.
 */
export function segmentFrom(bytesOf: (name: SegmentArrayName) => Uint8Array<ArrayBuffer> | undefined): Segment | null {
  const arrays: Record<string, Uint8Array | Uint16Array | Uint32Array> = {};
  for (const [name, type] of Object.entries(SEGMENT_ARRAYS)) {
    const bytes = bytesOf(name as SegmentArrayName);
    const size = type.BYTES_PER_ELEMENT;
    if (!bytes || bytes.byteLength % size !== 0) return null;
    const placed = bytes.byteOffset % size === 0 ? bytes : bytes.slice();
    arrays[name] = new type(placed.buffer, placed.byteOffset, placed.byteLength / size);
  }
  const segment = arrays as unknown as Segment;
  return fits(segment) ? segment : null;
}

/** Whether the arrays' lengths go together and their last offsets end where the arrays do. */
function fits(s: Segment): boolean {
  const n = s.documents.length - 1, passages = s.passageParagraphs.length;
  const powerOfTwo = (length: number): boolean => length > 1 && ((length - 1) & (length - 2)) === 0;
  return n >= 0 && s.documentParagraphs.length === n + 1 && s.documentPassages.length === n + 1
    && s.documents[n] === s.units.length && s.documentParagraphs[n] === s.paragraphs.length && s.documentPassages[n] === passages
    && s.paragraphNumbers.length === s.paragraphs.length
    && s.passageFrom.length === passages && s.passageTo.length === passages && s.passageUnits.length === passages && s.passageLengths.length === passages
    && powerOfTwo(s.gramOffsets.length) && s.gramOffsets.at(-1) === s.gramPositions.length
    && powerOfTwo(s.postingOffsets.length) && s.postingOffsets.at(-1) === s.postings.length;
}
