/** The pack: one file of packed bytes, only ever appended; who wants them back knows their place and checksum. */
import { closeSync, fdatasyncSync, fstatSync, openSync } from 'node:fs';
import { crc32 } from 'node:zlib';
import { readAll, writeAll } from './frames';

/** Where bytes lie in a pack, in bytes. */
export interface Place {
  readonly at: number;
  readonly length: number;
  readonly crc: number;
}

/** What was stored is not what is there: a flipped bit, a file cut short. */
export class DamagedStore extends Error {}

export interface Pack {
  /** The bytes of a place; throws `DamagedStore` where they are not what was written. */
  read(place: Place): Buffer;
  close(): void;
}

export function openPack(path: string): Pack {
  const file = openSync(path, 'r');
  let closed = false;
  return {
    read({ at, length, crc }) {
      if (closed) throw new Error('the pack is closed');
      const bytes = readAll(file, at, length);
      if (bytes.length < length || crc32(bytes) !== crc) throw new DamagedStore(`the saved index is damaged at ${at}`);
      return bytes;
    },
    close() {
      if (!closed) closeSync(file);
      closed = true;
    },
  };
}

export interface PackWriter {
  append(bytes: Uint8Array): Place;
  sync(): void;
  close(): void;
}

/** Appends behind whatever stands in the file: a place that was told once is never written again. */
export function packWriter(path: string): PackWriter {
  const file = openSync(path, 'a+');
  let at = fstatSync(file).size;
  return {
    append(bytes) {
      const place = { at, length: bytes.length, crc: crc32(bytes) };
      writeAll(file, bytes, at);
      at += bytes.length;
      return place;
    },
    sync: () => fdatasyncSync(file),
    close: () => closeSync(file),
  };
}
