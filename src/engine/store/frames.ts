/**
 * A log of values: each is a frame with its length and checksum, only ever appended. Whoever is killed while writing leaves a last
 * frame that is not whole; what stands before it counts.
 */
import { closeSync, fdatasyncSync, fstatSync, ftruncateSync, openSync, readSync, writeSync } from 'node:fs';
import { deserialize, serialize } from 'node:v8';
import { crc32 } from 'node:zlib';

/** Begins every log; another format has another name. */
const MAGIC = Buffer.from('yinju log 1\n');
/** Length and checksum of a frame, 4 bytes each, least significant first. */
const HEADER = 8;

export interface ReadLog {
  readonly values: readonly unknown[];
  /** Bytes up to which the log is whole. */
  readonly end: number;
  /** Whether something stands behind that cannot be read. */
  readonly torn: boolean;
}

/** Writes all bytes at a place of a file. Throws what the system says (ENOSPC where the disk is full). */
export function writeAll(file: number, bytes: Uint8Array, at: number): void {
  for (let done = 0; done < bytes.length;) done += writeSync(file, bytes, done, bytes.length - done, at + done);
}

/** Reads so many bytes from a place of a file; fewer where it ends. */
export function readAll(file: number, at: number, length: number): Buffer {
  const bytes = Buffer.allocUnsafeSlow(length);
  let done = 0;
  while (done < length) {
    const read = readSync(file, bytes, done, length - done, at + done);
    if (read === 0) break;
    done += read;
  }
  return bytes.subarray(0, done);
}

/** Reads a log. Null where the file is none of this format; throws where it cannot be opened. */
export function readLog(path: string): ReadLog | null {
  const file = openSync(path, 'r');
  try {
    const bytes = readAll(file, 0, fstatSync(file).size);
    if (!bytes.subarray(0, MAGIC.length).equals(MAGIC)) return null;
    const values: unknown[] = [];
    let at = MAGIC.length;
    while (at + HEADER <= bytes.length) {
      const length = bytes.readUInt32LE(at), payload = bytes.subarray(at + HEADER, at + HEADER + length);
      if (payload.length < length || crc32(payload) !== bytes.readUInt32LE(at + 4)) break;
      values.push(deserialize(payload));
      at += HEADER + length;
    }
    return { values, end: at, torn: at < bytes.length };
  } finally {
    closeSync(file);
  }
}

export interface LogWriter {
  append(value: unknown): void;
  /** Forces what was appended onto the disk. */
  sync(): void;
  close(): void;
}

/** Opens a log to append to it: what stands behind `end` is cut off; 0 begins it anew. */
export function logWriter(path: string, end: number): LogWriter {
  const file = openSync(path, end === 0 ? 'w' : 'r+');
  let at = end;
  if (end === 0) {
    writeAll(file, MAGIC, 0);
    at = MAGIC.length;
  } else ftruncateSync(file, end);
  return {
    append(value) {
      const payload = serialize(value);
      const frame = Buffer.allocUnsafe(HEADER + payload.length);
      frame.writeUInt32LE(payload.length, 0);
      frame.writeUInt32LE(crc32(payload), 4);
      payload.copy(frame, HEADER);
      writeAll(file, frame, at);
      at += frame.length;
    },
    sync: () => fdatasyncSync(file),
    close: () => closeSync(file),
  };
}
