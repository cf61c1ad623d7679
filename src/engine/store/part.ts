/**
 * A document of the saved index as a part of a library: its head is here, its records come when they are asked for, and so does its
 * body, which stays until others take its place.
 */
import { deserialize, serialize } from 'node:v8';
import { headOf, packBody, unpackBody, type PackedBody, type SourceBody, type SourceHead } from '../../core/library/body';
import type { Part, Records } from '../../core/library/records';
import { packRows, unpackRows, type PackedRows } from '../../core/library/rows';
import type { Figure, Picture, Quote, Source } from '../../core/library/types';
import type { Pack } from './pack';
import type { Packed, StoredDocument } from './types';

/** A document's bytes, before they have a place. */
export interface PackedPart {
  readonly head: SourceHead;
  readonly body: Uint8Array;
  readonly records: Uint8Array;
}

/** Lists and objects of heads that many documents have alike: in a log each stands once, and whoever reads it has them once. */
const alike = new Map<string, unknown>();
const MOST_ALIKE = 1000;

function sharing(head: SourceHead): SourceHead {
  return Object.fromEntries(Object.entries(head).map(([field, value]) => {
    if (typeof value !== 'object' || value === null) return [field, value];
    const key = JSON.stringify(value);
    if (!alike.has(key)) {
      if (alike.size >= MOST_ALIKE) alike.clear();
      alike.set(key, value);
    }
    return [field, alike.get(key)];
  })) as unknown as SourceHead;
}

export function packPart({ source, records: { quotes, figures, pictures, typed } }: Part): PackedPart {
  const sections: Sections = [serialize(packRows(quotes)), serialize(packRows(figures)), serialize(packRows(pictures)), serialize(typed)];
  return { head: sharing(headOf(source)), body: serialize(packBody(source)), records: serialize(sections) };
}

/** Records as they are stored: a kind is unpacked when it is asked for. */
type Sections = readonly [quotes: Uint8Array, figures: Uint8Array, pictures: Uint8Array, typed: Uint8Array];

/** Bodies in memory, the latest used ones; together at most so many characters of raw text, but always the last one. */
export interface Bodies {
  get(id: string, load: () => SourceBody): SourceBody;
  forget(id: string): void;
}

export function bodyCache(characters: number): Bodies {
  const held = new Map<string, SourceBody>();
  let size = 0;
  const forget = (id: string): void => {
    const body = held.get(id);
    if (!body) return;
    held.delete(id);
    size -= body.raw.length;
  };
  return {
    forget,
    get(id, load) {
      const known = held.get(id);
      if (known) {
        // The last one in a Map's order is the last one used.
        held.delete(id);
        held.set(id, known);
        return known;
      }
      const body = load();
      held.set(id, body);
      size += body.raw.length;
      for (const oldest of held.keys()) {
        if (size <= characters || held.size === 1) break;
        forget(oldest);
      }
      return body;
    },
  };
}

const PART = Symbol('part');

/** Sources share their getters: a large library has many. */
const prototype = {
  get raw() { return bodyOf(this).raw; },
  get paragraphs() { return bodyOf(this).paragraphs; },
  get removed() { return bodyOf(this).removed; },
  get references() { return bodyOf(this).references; },
  get shown() { return bodyOf(this).shown; },
};

function bodyOf(source: unknown): SourceBody {
  return (source as { [PART]: StoredPart })[PART].body;
}

export interface PartSource {
  readonly pack: Pack | null;
  readonly bodies: Bodies;
  /** Hears of a document whose bytes are not what was stored; it has to be read again. */
  readonly damaged: (document: StoredDocument, error: unknown) => void;
  readonly texts?: Texts;
}

/** Short texts that stand in the records of many documents (names, days, units), each kept once. */
export interface Texts {
  readonly same: (text: string) => string;
  /** Lets go of the table; what it gave stays what it is. */
  clear(): void;
}

/** Longer ones are words of a document, and stand in no other. */
const LONGEST_SAME = 40;

export function sameTexts(): Texts {
  const known = new Map<string, string>();
  return {
    same(text) {
      if (text.length > LONGEST_SAME) return text;
      const before = known.get(text);
      if (before === undefined) known.set(text, text);
      return before ?? text;
    },
    clear: () => known.clear(),
  };
}

function bytesOf(packed: Packed, pack: Pack | null): Uint8Array {
  if (packed instanceof Uint8Array) return packed;
  if (!pack) throw new Error('what was stored has no pack');
  return pack.read(packed);
}

const NOTHING: Records = { quotes: [], figures: [], pictures: [], typed: [] };

/** The part of a stored document: as small as can be, since a large library has many. */
export class StoredPart implements Part {
  /** The document; its head is the source, so that it is not kept twice. */
  readonly document: StoredDocument;
  readonly source: Source;

  constructor(document: StoredDocument, private readonly from: PartSource) {
    this.source = Object.freeze(Object.assign(Object.create(prototype) as object, document.head, { [PART]: this })) as unknown as Source;
    this.document = { ...document, head: this.source };
  }

  /** Throws where it is damaged. */
  get body(): SourceBody {
    const { document, from: { bodies, pack, damaged } } = this;
    return bodies.get(document.id, () => {
      try {
        return unpackBody(deserialize(bytesOf(document.body, pack)) as PackedBody);
      } catch (error) {
        damaged(document, error);
        throw error;
      }
    });
  }

  /** Read each time: who wants them again keeps them. What is damaged counts as none. */
  get records(): Records {
    const { document, from: { pack, damaged, texts } } = this;
    try {
      const sections = deserialize(bytesOf(document.records, pack)) as Sections;
      return new StoredRecords(sections, texts);
    } catch (error) {
      damaged(document, error);
      return NOTHING;
    }
  }
}

/** Records of stored bytes, whose checksum has been found right; each kind is unpacked when it is asked for. */
class StoredRecords implements Records {
  constructor(private readonly sections: Sections, private readonly texts: Texts | undefined) {}
  get quotes(): readonly Quote[] { return this.rows(0); }
  get figures(): readonly Figure[] { return this.rows(1); }
  get pictures(): readonly Picture[] { return this.rows(2); }
  get typed(): readonly string[] { return deserialize(this.sections[3]) as string[]; }

  private rows<T extends object>(section: number): T[] {
    return unpackRows<T>(deserialize(this.sections[section] as Uint8Array) as PackedRows, this.texts?.same);
  }
}

/** The part of a stored document. */
export function storedPart(document: StoredDocument, from: PartSource): StoredPart {
  return new StoredPart(document, from);
}
