/**
 * A source in two parts: the head, which a library always holds, and the body, which can be laid aside and brought back. Packed, a
 * body is plain data in few pieces: numbers in one array, and no text twice where it is a slice of the raw one.
 */
import { OffsetMap, type Span } from '../text/offsets';
import type { Paragraph, Removal, Source } from './types';

/** What a source holds beside its head. */
export type SourceBody = Pick<Source, 'raw' | 'paragraphs' | 'removed' | 'references' | 'shown'>;
/** What is known of a source without its text. */
export type SourceHead = Omit<Source, keyof SourceBody>;

const BODY: ReadonlySet<string> = new Set<keyof SourceBody>(['raw', 'paragraphs', 'removed', 'references', 'shown']);
const PARAGRAPH: ReadonlySet<string> = new Set(['kind', 'start', 'end', 'text', 'map', 'language', 'damaged']);
const REMOVAL: ReadonlySet<string> = new Set(['start', 'end', 'raw', 'reason']);

/** A body as it is stored. Everything is plain data; `null` in a list of texts is "as the raw text has it". */
export interface PackedBody {
  readonly raw: string;
  /** The words that kinds, languages and reasons stand for by number. */
  readonly words: readonly string[];
  /** Of each paragraph: kind, language, start, end, how many damaged spans and these, its map. */
  readonly paragraphs: Int32Array;
  readonly texts: readonly (string | null)[];
  /** Of each removal: reason, start, end. */
  readonly removed: Int32Array;
  readonly removedTexts: readonly (string | null)[];
  /** Further fields of paragraphs and removals, by number; few have any. */
  readonly more: readonly (readonly [list: 0 | 1, index: number, fields: object])[];
  readonly rest: Pick<SourceBody, 'references' | 'shown'>;
}

/** The head of a source: all fields but those of its body. */
export function headOf(source: Source): SourceHead {
  return Object.fromEntries(Object.entries(source).filter(([field]) => !BODY.has(field))) as unknown as SourceHead;
}

function moreOf(record: object, known: ReadonlySet<string>): object | null {
  const fields = Object.entries(record).filter(([field]) => !known.has(field));
  return fields.length > 0 ? Object.fromEntries(fields) : null;
}

export function packBody({ raw, paragraphs, removed, references, shown }: SourceBody): PackedBody {
  const words: string[] = [], numberOf = new Map<string, number>();
  const word = (text: string): number => {
    let number = numberOf.get(text);
    if (number === undefined) { number = words.push(text) - 1; numberOf.set(text, number); }
    return number;
  };
  const more: [0 | 1, number, object][] = [];
  const numbers: number[] = [], texts: (string | null)[] = [];
  paragraphs.forEach((paragraph, index) => {
    const { kind, language, start, end, damaged, map, text } = paragraph;
    numbers.push(word(kind), word(language), start, end, damaged.length);
    for (const span of damaged) numbers.push(span.start, span.end);
    for (const number of map.numbers()) numbers.push(number);
    texts.push(map.cleanOf(raw) === text ? null : text);
    const fields = moreOf(paragraph, PARAGRAPH);
    if (fields) more.push([0, index, fields]);
  });
  const cuts: number[] = [], removedTexts: (string | null)[] = [];
  removed.forEach((removal, index) => {
    cuts.push(word(removal.reason), removal.start, removal.end);
    removedTexts.push(raw.slice(removal.start, removal.end) === removal.raw ? null : removal.raw);
    const fields = moreOf(removal, REMOVAL);
    if (fields) more.push([1, index, fields]);
  });
  return {
    raw, words, paragraphs: Int32Array.from(numbers), texts, removed: Int32Array.from(cuts), removedTexts, more,
    rest: { references, ...(shown ? { shown } : {}) },
  };
}

export function unpackBody({ raw, words, paragraphs: numbers, texts, removed: cuts, removedTexts, more, rest }: PackedBody): SourceBody {
  const fields = [new Map<number, object>(), new Map<number, object>()] as const;
  for (const [list, index, values] of more) fields[list].set(index, values);
  let at = 0;
  const paragraphs = texts.map((own, index): Paragraph => {
    const damaged: Span[] = [];
    const [kind, language, start, end, count] = [0, 1, 2, 3, 4].map((field) => numbers[at + field] as number) as [number, number, number, number, number];
    at += 5;
    for (let i = 0; i < count; i++, at += 2) damaged.push({ start: numbers[at] as number, end: numbers[at + 1] as number });
    const map = OffsetMap.fromNumbers(numbers, at);
    at += 2 + 3 * (numbers[at + 1] as number);
    return {
      kind: words[kind] as Paragraph['kind'], start, end, text: own ?? map.cleanOf(raw), map, language: words[language] as Paragraph['language'], damaged,
      ...fields[0].get(index),
    };
  });
  const removed = removedTexts.map((own, index): Removal => {
    const start = cuts[3 * index + 1] as number, end = cuts[3 * index + 2] as number;
    return { start, end, raw: own ?? raw.slice(start, end), reason: words[cuts[3 * index] as number] as string, ...fields[1].get(index) };
  });
  return { raw, paragraphs, removed, ...rest };
}
