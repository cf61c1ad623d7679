/** What the readers of formats give, and how they say that they cannot. */
import type { Layout } from '../../core/parse/layout';

/** Extensions that have a reader of their own, by kind. Text formats are decoded first; containers give a text of their own. */
export type Format = 'html' | 'tex' | 'csv' | 'docx' | 'odt' | 'epub' | 'xlsx' | 'pdf' | 'ofd' | 'rtf';

export interface ReadProblem { readonly code: string; readonly message: string }

/** A document as read: the text that offsets count in, its structure, what was wrong with it. */
export interface ReadDocument {
  readonly text: string;
  readonly layout: Layout | null;
  readonly problems: readonly ReadProblem[];
}

/** A document that cannot be read, with the reason in words that follow the file's name. */
export class UnreadableDocument extends Error {
  constructor(readonly code: string, message: string) { super(message); }
}

/** To the thread that reads: one document. */
export interface ReadRequest { readonly id: number; readonly format: Format; readonly bytes: Uint8Array; readonly text: string | null }
/** From it. */
export interface ReadAnswer { readonly id: number; readonly document: ReadDocument }

const FORMATS: Readonly<Record<string, Format>> = {
  '.html': 'html', '.htm': 'html', '.xhtml': 'html', '.shtml': 'html', '.tex': 'tex', '.csv': 'csv', '.tsv': 'csv',
  '.docx': 'docx', '.docm': 'docx', '.dotx': 'docx', '.odt': 'odt', '.rtf': 'rtf', '.epub': 'epub', '.xlsx': 'xlsx', '.xlsm': 'xlsx', '.pdf': 'pdf', '.ofd': 'ofd',
};

/** The format of a file by its extension (small letters, with the dot); null for plain text and what is not known. */
export function formatOf(extension: string): Format | null {
  return FORMATS[extension] ?? null;
}

/** Formats whose file is text: offsets count in the file as decoded. */
export const TEXT_FORMATS: ReadonlySet<Format> = new Set<Format>(['html', 'tex', 'csv']);
