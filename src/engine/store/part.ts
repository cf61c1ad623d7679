/**
 * A document of the saved index as a part of a library: its head is here, its records come when they are asked for, and so does its
 * body, which stays until others take its place.
 */
import { deserialize, serialize } from 'node:v8';
import { headOf, packBody, unpackBody, type PackedBody, type SourceBody, type SourceHead } from '../../core/library/body';
import { once } from '../../core/library/once';
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

export function packPart({ source, records: { quotes, figures, pictures, typed } }: Part): PackedPart {
  const sections: Sections = [serialize(packRows(quotes)), serialize(packRows(figures)), serialize(packRows(pictures)), serialize(typed)];
  return { head: headOf(source), body: serialize(packBody(source)), records: serialize(sections) };
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

const LOAD = Symbol('load');

/** Sources share their getters: a large library has many. */
const prototype = {
  get raw() { return bodyOf(this).raw; },
  get paragraphs() { return bodyOf(this).paragraphs; },
  get removed() { return bodyOf(this).removed; },
  get references() { return bodyOf(this).references; },
  get shown() { return bodyOf(this).shown; },
};

function bodyOf(source: unknown): SourceBody {
  return (source as { [LOAD]: () => SourceBody })[LOAD]();
}

export interface PartSource {
  readonly pack: Pack | null;
  readonly bodies: Bodies;
  /** Hears of a document whose bytes are not what was stored; it has to be read again. */
  readonly damaged: (document: StoredDocument, error: unknown) => void;
}

function bytesOf(packed: Packed, pack: Pack | null): Uint8Array {
  if (packed instanceof Uint8Array) return packed;
  if (!pack) throw new Error('what was stored has no pack');
  return pack.read(packed);
}

const NOTHING: Records = { quotes: [], figures: [], pictures: [], typed: [] };

/** The part of a stored document. Its records are read each time: who wants them again keeps them. A body that is damaged throws when it is asked for; damaged records count as none. */
export function storedPart(document: StoredDocument, { pack, bodies, damaged }: PartSource): Part {
  const load = (): SourceBody => bodies.get(document.id, () => {
    try {
      return unpackBody(deserialize(bytesOf(document.body, pack)) as PackedBody);
    } catch (error) {
      damaged(document, error);
      throw error;
    }
  });
  const source = Object.freeze(Object.assign(Object.create(prototype) as object, document.head, { [LOAD]: load })) as unknown as Source;
  return {
    source,
    get records() { return recordsOf(document, pack, damaged); },
  };
}

function recordsOf(document: StoredDocument, pack: Pack | null, damaged: PartSource['damaged']): Records {
  try {
    const sections = deserialize(bytesOf(document.records, pack)) as Sections;
    const rows = <T extends object>(section: number) => once(() => unpackRows<T>(deserialize(sections[section] as Uint8Array) as PackedRows));
    const quotes = rows<Quote>(0), figures = rows<Figure>(1), pictures = rows<Picture>(2), typed = once(() => deserialize(sections[3]) as string[]);
    return { get quotes() { return quotes(); }, get figures() { return figures(); }, get pictures() { return pictures(); }, get typed() { return typed(); } };
  } catch (error) {
    damaged(document, error);
    return NOTHING;
  }
}
