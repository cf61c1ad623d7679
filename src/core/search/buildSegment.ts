/** Documents become a segment: folded, cut into passages, indexed. */
import { allSteps, type Steps } from '../library/steps';
import { CONTENT_KINDS, type Paragraph } from '../library/types';
import { foldedUnit } from '../text/fold';
import type { Arena } from './bucketSort';
import { eachPassage, SHORTEST_PASSAGE } from './passageList';
import { MOST_LISTED, postingsBuilder } from './postings';
import { scratch, wider } from './scratch';
import type { Segment } from './segment';
import { characterToken, tokenReader, type CharacterCounts, type Token } from './tokens';
import { buildTrigramIndex } from './trigramIndex';

/** Takes documents one by one, so that their bodies need not be in memory together. */
export interface SegmentBuilder {
  /** Adds a document; it gets the next number. Only its paragraphs are looked at. */
  add(document: { readonly paragraphs: readonly Paragraph[] }): void;
  /** The segment of all that were added, in few long steps. The builder is of no use afterwards. */
  build(): Steps<Segment>;
}

/** Numbers in the order of their coming, in an array that grows. */
interface Growing<A extends Uint16Array | Uint32Array> {
  values: A;
  length: number;
}

const growing32 = (): Growing<Uint32Array> => ({ values: scratch(Uint32Array, 256), length: 0 });

function push(list: Growing<Uint32Array>, value: number): void {
  if (list.length === list.values.length) list.values = wider(Uint32Array, list.values, list.length * 2);
  list.values[list.length++] = value;
}

const cut = <A extends Uint16Array | Uint32Array>(list: Growing<A>): A => list.values.slice(0, list.length) as A;

/** The characters that are not listed for all passages that hold them, with how many these are. */
function* unlisted({ holders, most }: CharacterCounts): Generator<readonly [Token, number]> {
  for (let unit = 0; unit < holders.length; unit++) {
    const count = (holders[unit] as number) - most;
    if (count > 0) yield [characterToken(unit), count];
  }
}

/** `characters`: about how many are to come, so that room for them is made at once; any number may. */
export function segmentBuilder(characters: number): SegmentBuilder {
  const units: Growing<Uint16Array> = { values: scratch(Uint16Array, characters), length: 0 };
  const documents = growing32(), paragraphs = growing32(), paragraphNumbers = growing32(), documentParagraphs = growing32();
  const passageParagraphs = growing32(), passageFrom = growing32(), passageTo = growing32(), passageUnits = growing32(), documentPassages = growing32();
  const tokenCounts = growing32();
  const arena: Arena = { entries: new Uint32Array(0) };
  // A character has two tokens, but for the first of a run.
  const postings = postingsBuilder(characters * 2, arena);
  // A passage has a few characters: in a small segment none can stand in so many that it is not listed for all.
  const counts: CharacterCounts | null = characters < MOST_LISTED * SHORTEST_PASSAGE ? null : { holders: new Uint32Array(0x10000), most: MOST_LISTED };
  const read = tokenReader(counts);

  function room(n: number): void {
    const needed = units.length + n;
    if (needed > units.values.length) units.values = wider(Uint16Array, units.values, Math.max(needed, Math.ceil(units.values.length * 1.5)));
  }

  /** Adds the folded units between two offsets of a text. There must be room. */
  function addUnits(text: string, from: number, to: number): void {
    const { values } = units;
    let at = units.length;
    for (let i = from; i < to; i++) {
      const unit = foldedUnit(text.charCodeAt(i));
      if (unit >= 0) values[at++] = unit;
    }
    units.length = at;
  }

  /** The spans of one paragraph's passages, a start and an end each. */
  const spans: number[] = [];
  const collect = (from: number, to: number): void => { spans.push(from, to); };

  function addParagraph(paragraph: Paragraph, number: number): void {
    const { text } = paragraph, start = units.length;
    let reached = 0;
    room(text.length);
    spans.length = 0;
    eachPassage(paragraph, collect);
    for (let i = 0; i < spans.length; i += 2) {
      const from = spans[i] as number, to = spans[i + 1] as number;
      addUnits(text, reached, from);
      reached = from;
      push(passageUnits, units.length);
      push(passageParagraphs, number);
      push(passageFrom, from);
      push(passageTo, to);
      const tokens = read(text, from, to);
      postings.add(tokens);
      push(tokenCounts, tokens.all);
    }
    addUnits(text, reached, text.length);
    if (units.length > start) { push(paragraphs, start); push(paragraphNumbers, number); }
  }

  return {
    add(document) {
      push(documents, units.length);
      push(documentParagraphs, paragraphs.length);
      push(documentPassages, passageParagraphs.length);
      document.paragraphs.forEach((paragraph, number) => { if (CONTENT_KINDS.has(paragraph.kind)) addParagraph(paragraph, number); });
      room(1);
      units.values[units.length++] = 0;
    },
    * build() {
      push(documents, units.length);
      push(documentParagraphs, paragraphs.length);
      push(documentPassages, passageParagraphs.length);
      const packed = postings.build(counts ? unlisted(counts) : []);
      yield;
      const folded = cut(units);
      const grams = buildTrigramIndex(folded, arena);
      yield;
      return {
        units: folded, documents: cut(documents), paragraphs: cut(paragraphs), paragraphNumbers: cut(paragraphNumbers),
        documentParagraphs: cut(documentParagraphs), passageParagraphs: cut(passageParagraphs), passageFrom: cut(passageFrom), passageTo: cut(passageTo), passageUnits: cut(passageUnits),
        passageLengths: Uint16Array.from(tokenCounts.values.subarray(0, tokenCounts.length), (n) => Math.min(n, 0xffff)), documentPassages: cut(documentPassages),
        gramOffsets: grams.offsets, gramPositions: grams.positions, postingOffsets: packed.offsets, postings: packed.bytes,
      };
    },
  };
}

/** The segment of some documents, in this order. */
export function buildSegment(documents: readonly { readonly characters: number; readonly paragraphs: readonly Paragraph[] }[]): Segment {
  const builder = segmentBuilder(documents.reduce((sum, { characters }) => sum + characters + 1, 0));
  for (const document of documents) builder.add(document);
  return allSteps(builder.build());
}
