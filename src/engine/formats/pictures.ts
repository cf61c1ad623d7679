/** One picture out of the document that holds it, by the name that its reader gave it. Bounded; never more than was asked for. */
import { promises as fs } from 'node:fs';
import { LIMITS, reasonOf } from '../limits';
import { UnreadableDocument } from './types';
import { unzip } from './zip';

/** Bytes of one picture. */
export const LARGEST_PICTURE = 8 * 1024 * 1024;

/** A picture, or why there is none. */
export type PictureBytes =
  | { readonly type: string; readonly bytes: Uint8Array }
  | { readonly failure: 'missing' | 'damaged' | 'too-large' | 'unknown-type'; readonly reason: string };

/** What can be shown, told from the first bytes, whatever the name says: pictures of dots, and SVG. */
const SIGNATURES: readonly (readonly [type: string, pattern: RegExp])[] = [
  ['image/png', /^\x89PNG\r\n/], ['image/jpeg', /^\xff\xd8\xff/], ['image/gif', /^GIF8[79]a/], ['image/webp', /^RIFF[^]{4}WEBP/], ['image/bmp', /^BM[^]{4}\0\0\0\0/],
  ['image/svg+xml', /^(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--[^]*?-->\s*|<!DOCTYPE svg[^>]*>\s*)*<svg[\s>]/i],
];

/** The media type of a picture by its bytes; null where it is none that can be shown. */
export function pictureType(bytes: Uint8Array): string | null {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 1024)).toString('latin1');
  return SIGNATURES.find(([, pattern]) => pattern.test(head))?.[0] ?? null;
}

/** Reads the part `name` out of the container at `file`. Never rejects. */
export async function readPicture(file: string, name: string): Promise<PictureBytes> {
  try {
    const { size } = await fs.stat(file);
    if (size > LIMITS.fileBytes) return { failure: 'too-large', reason: 'the document is too large' };
    const bytes = unzip(await fs.readFile(file), (part) => part === name, LARGEST_PICTURE).get(name);
    if (!bytes) return { failure: 'missing', reason: `it holds no ${name}` };
    const type = pictureType(bytes);
    return type === null ? { failure: 'unknown-type', reason: `${name} is no picture that can be shown` } : { type, bytes };
  } catch (error) {
    if (error instanceof UnreadableDocument) return { failure: error.code === 'too-large' ? 'too-large' : 'damaged', reason: error.message };
    return { failure: 'missing', reason: reasonOf(error) };
  }
}
