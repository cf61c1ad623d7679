/** ZIP containers, with bounds: a small file that unpacks to a huge one is refused before it is unpacked. */
import { crc32 } from 'node:zlib';
import { unzipSync } from 'fflate';
import { UnreadableDocument } from './types';

/** Bytes of one part, and of all parts taken, unpacked. */
const PART_BYTES = 64 * 1024 * 1024;
const ALL_BYTES = 160 * 1024 * 1024;
const PARTS = 20_000;

/** The parts of a container whose names `wanted` accepts, unpacked; each of at most `partBytes`. */
export function unzip(bytes: Uint8Array, wanted: (name: string) => boolean, partBytes = PART_BYTES): ReadonlyMap<string, Uint8Array> {
  const head = String.fromCharCode(...bytes.subarray(0, 8));
  if (head.startsWith('\xd0\xcf\x11\xe0')) {
    if (holds(bytes, 'EncryptedPackage')) throw new UnreadableDocument('encrypted', 'it is protected with a password');
    throw new UnreadableDocument('unsupported-format', 'it is in the old binary Office format, whatever its name says; save it anew');
  }
  if (!head.startsWith('PK')) throw new UnreadableDocument('damaged', `it is no ${'ZIP'} container, whatever its name says${described(head)}`);
  let all = 0, parts = 0, tooLarge = false, many = false;
  let files: Record<string, Uint8Array>;
  try {
    files = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        if (++parts > PARTS) many = true;
        if (many || !wanted(name.replace(/\\/g, '/'))) return false;
        all += originalSize;
        if (originalSize > partBytes || all > ALL_BYTES) tooLarge = true;
        return !tooLarge;
      },
    });
  } catch (error) {
    throw new UnreadableDocument('damaged', `its container is damaged or cut short (${error instanceof Error ? error.message : String(error)})`);
  }
  if (many) throw new UnreadableDocument('too-large', `its container has more than ${PARTS} parts`);
  if (tooLarge) throw new UnreadableDocument('too-large', `it unpacks to more than ${partBytes / 1024 / 1024} MB`);
  const sums = checksumsOf(bytes);
  for (const [name, content] of Object.entries(files)) {
    const sum = sums.get(name);
    if (sum !== undefined && sum !== 0 && sum !== crc32(content)) throw new UnreadableDocument('damaged', 'its letters have changed since it was saved (its checksum does not hold)');
  }
  return new Map(Object.entries(files).map(([name, content]) => [name.replace(/\\/g, '/'), content]));
}

/** The checksums of a container's directory by name; what cannot be found is not checked. */
function checksumsOf(bytes: Uint8Array): Map<string, number> {
  const sums = new Map<string, number>();
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let end = bytes.length - 22;
  while (end > 0 && end > bytes.length - 65_557 && view.getUint32(end, true) !== 0x06054b50) end--;
  if (end < 0 || view.getUint32(end, true) !== 0x06054b50) return sums;
  let at = view.getUint32(end + 16, true);
  const decoder = new TextDecoder();
  while (at + 46 <= bytes.length && view.getUint32(at, true) === 0x02014b50) {
    const length = view.getUint16(at + 28, true);
    sums.set(decoder.decode(bytes.subarray(at + 46, at + 46 + length)), view.getUint32(at + 16, true));
    at += 46 + length + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return sums;
}

/** Whether a name stands in the directory of an OLE file, where names are UTF-16. */
function holds(bytes: Uint8Array, name: string): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(Buffer.from(name, 'utf16le'));
}

function described(head: string): string {
  const known = [['%PDF-', 'a PDF'], ['\x89PNG', 'a PNG picture'], ['\xff\xd8\xff', 'a JPEG picture'], ['{\\rtf', 'an RTF document'], ['<', 'markup'], ['GIF8', 'a GIF picture']] as const;
  const found = known.find(([signature]) => head.startsWith(signature));
  return found ? `: it is ${found[1]}` : '';
}

/** The name of a part that another part in `folder` (empty, or with its last slash) refers to. */
export function partName(folder: string, reference: string): string {
  let path = reference.split('#')[0] ?? '';
  try { path = decodeURIComponent(path); } catch { /* a name with a bare percent sign stands as it is */ }
  const steps: string[] = [];
  for (const step of `${folder}${path}`.split('/')) { if (step === '..') steps.pop(); else if (step !== '.') steps.push(step); }
  return steps.join('/');
}

/** The text of an XML part; its declaration may name UTF-16. */
export function xmlText(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  return new TextDecoder('utf-8').decode(bytes);
}
