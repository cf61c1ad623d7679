/** What one reading of the library may take, and what may be wrong with its folders. */

export interface ReadLimits {
  /** Bytes of one file. */
  readonly fileBytes: number;
  /** Entries looked at over all folders. */
  readonly entries: number;
  /** Bytes of text over all folders. */
  readonly totalBytes: number;
  readonly depth: number;
}

export const LIMITS: ReadLimits = { fileBytes: 64 * 1024 * 1024, entries: 100_000, totalBytes: 512 * 1024 * 1024, depth: 24 };

/** What a user can act on: a folder is missing, a limit was met. `file` is the path as the user gave it. */
export interface LibraryProblem {
  readonly code: 'missing-folder' | 'unreadable-folder' | 'too-many-files' | 'too-much-text' | 'too-deep' | 'bad-catalogue' | 'bad-glossary' | 'glossary-rows';
  readonly message: string;
  readonly file: string;
}

/** The reason of a failed file operation, in words. */
export function reasonOf(error: unknown): string {
  const code = (error as NodeJS.ErrnoException).code;
  if (code === 'ENOENT') return 'it does not exist';
  if (code === 'EACCES' || code === 'EPERM') return 'permission denied';
  if (code === 'ENOTDIR') return 'it is not a folder';
  if (code === 'EISDIR') return 'it is a folder';
  if (code === 'ELOOP') return 'its links go round in a circle';
  return error instanceof Error ? error.message : String(error);
}
