/**
 * The documented interface of the core, and nothing but wiring. Editor and command line are two thin faces of it.
 * Requests are stateless plain data in, plain data out; the library is a frozen snapshot.
 */
import type { AcceptedRow } from './check/accepted/row';
import type { PackFile } from './check/packs/pack';
import type { CheckResult, Draft } from './check/types';
import type {
  ChartTheme, Completion, DraftCompletions, FigureGroup, FigureInsertion, Hover, InsertOptions, Insertion, Item, Locale, PanelAnswer,
  FigureList, FigureQuery, ListedPicture, PictureList, PictureQuery, ReadableSource, SourceList, SourceQuery, SourceSummary,
} from './features/types';
import type { Figure, Library, Picture, Quote, Removal, Term } from './library/types';
import type { TextEdit } from './check/types';
import type { ExportForm } from './cite/export';
import type { BrowseList, Grouping } from './features/browse';
import type { DatedPlace } from './features/places';
import type { ExportedReferences } from './features/references';
import type { OfficeTerm } from './library/glossaryFile';
import type { Layout } from './parse/layout';
import type { Place, Span } from './text/offsets';

/** A file as read from disk, decoded; the core does no I/O. */
export interface SourceFile {
  /** Relative to its library folder, `/` between folders. */
  readonly file: string;
  /** Decoded text, byte order mark dropped, nothing else changed. */
  readonly text: string;
  /** Problems met while reading (encoding doubtful, replaced bytes …). */
  readonly problems?: readonly { readonly code: string; readonly message: string }[];
  /** The catalogue's row for this file, unvalidated; null without one. */
  readonly catalogue?: unknown;
  /** The document's structure where its format states it; without it the text is plain. */
  readonly layout?: Layout;
}

/** Cuts text into words; the engine supplies nodejieba, jieba-wasm or Intl.Segmenter. Used for term extraction and word bounds only. */
export interface Tokenizer {
  /** Name of the tokenizer, for the log and for caches. */
  readonly name: string;
  /** Words of `text` in order; joined they give `text`. */
  cut(text: string): string[];
}

/** A passage found by `search`; `matches` are raw offsets. */
export interface FoundPassage extends Place {
  readonly text: string;
  readonly score: number;
  readonly matches: readonly Span[];
}

export interface CheckOptions {
  readonly locale: Locale;
  /** Rule id to severity or 'off'; a rule not named has its own default. */
  readonly severities?: Readonly<Record<string, string>>;
  /** Sets of rules that the kind of document asks for (official-paper); none by default. */
  readonly profiles?: readonly string[];
  /** Packs of wording rules, as their files. */
  readonly packs?: readonly PackFile[];
  /** Accepted exceptions, and the draft's name as they know it (null: a draft without a place). */
  readonly accepted?: { readonly file: string | null; readonly rows: readonly AcceptedRow[] };
}

export interface LibraryService {
  readonly library: Library;
  sources(): SourceSummary[];
  /** A page of the sources, as the Library view lists them. */
  sourceList(query: SourceQuery): SourceList;
  text(file: string): { file: string; raw: string; paragraphs: { start: number; end: number; text: string; kind: string }[]; removed: readonly Removal[] } | null;
  /** A source as a readable document. */
  readable(file: string, locale: Locale): ReadableSource | null;
  quotes(): readonly Quote[];
  terms(): readonly Term[];
  figures(): readonly Figure[];
  images(): readonly Picture[];
  /** Best passages for a query of any length and script, best first. */
  search(query: string, limit: number): FoundPassage[];
  define(term: string): Term | null;
  /** All places that use a term, by date, then file. */
  uses(term: string): DatedPlace[];
  /** All places that have what stands at an offset of a draft: the uses of a term, the editions of a quotation; by date. */
  places(draft: Draft, offset: number): DatedPlace[];
  /** What there is to look through, in groups; of a query only what it finds. */
  browse(query: string, by: Grouping): BrowseList;
  browseGroup(query: string, by: Grouping, kind: 'quote' | 'term', name: string | null): Item[];
  /** What a glossary file says of a term; null where it says nothing. */
  glossaryRow(name: string, text: string, term: string): OfficeTerm | null;
  /** A glossary file's text with a row added or changed; a message where the text cannot be read. */
  editGlossary(name: string, text: string, row: OfficeTerm): { readonly text: string } | { readonly problem: string };
  /** By characters, pinyin or initials; best first. The insert text follows `options`. */
  complete(prefix: string, limit: number, options: InsertOptions): Completion[];
  /** What to offer at an offset of a draft, from what stands before it; null where nothing is being typed that could be completed. */
  completeDraft(draft: Draft, offset: number, limit: number, options: InsertOptions): DraftCompletions | null;
  /** Rows of the picker for what the user has typed; the most useful ones for an empty query. */
  pick(query: string, limit: number): Item[];
  /** Makes some more of what the picker finds by, with `letters` also by pinyin, so that no query waits for all of it; true when all is there. */
  prepare(entries: number, letters: boolean): boolean;
  /** Lets go of what finding by pinyin needs: it is large, and made again when it is asked for. */
  forgetLetters(): void;
  /** Reads some more sources for what checks learn from their texts, so that no check waits for all of them; true when all have been read. */
  learn(sources: number): boolean;
  /** The text that inserting an item gives. Null where there is no such item. */
  insertion(item: string, options: InsertOptions): Insertion | null;
  /** What puts the numbered reference list of a draft in order. */
  tidyReferences(draft: Draft): readonly TextEdit[];
  /** The sources that a draft quotes or cites, for other programs. */
  references(draft: Draft, form: ExportForm): ExportedReferences;
  /** A `.code-snippets` file with the library's quotations. */
  snippets(options: InsertOptions): string;
  hover(draft: Draft, offset: number, locale: Locale): Hover | null;
  /** The passages that match the sentence at an offset of a draft. */
  passages(draft: Draft, offset: number, limit: number): PanelAnswer | null;
  check(draft: Draft, options: CheckOptions): CheckResult;
  /** The library's indicators that fit a search and filters, a page at a time. */
  figureList(query: FigureQuery): FigureList;
  /** The sources' pictures that fit a search, a page at a time. */
  pictureList(query: PictureQuery): PictureList;
  picture(id: string): ListedPicture | null;
  /** One indicator with its values side by side, by its id or that of one of its figures. Null where there is none. */
  figureGroup(id: string): FigureGroup | null;
  /** A chart as SVG text, labelled in the reader's language, in the unit of a scale (null: the source's). Null where the group has nothing to draw. */
  chart(group: string, theme: ChartTheme, marked: string | null, size: { width: number; height: number }, view?: { readonly locale: Locale; readonly scale: number | null }): string | null;
  /** A group as text: its newest value in the source's words, a table and CSV in the unit of a scale (none: the table in one that keeps values short, CSV in base units). Null where there is no such group. */
  figureInsertion(group: string, language: Draft['language'], locale: Locale, scale?: number | null): FigureInsertion | null;
}
