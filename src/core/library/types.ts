/**
 * The records of the library. All are plain data: they cross the process boundary and go out on the command line as they are.
 * Offsets are UTF-16 code units into the source's raw text (see `Place`), unless a field says otherwise.
 */
import type { Segment } from '../search/segment';
import type { OffsetMap, Place, Span } from '../text/offsets';

// ---- Sources -------------------------------------------------------------------------------------------------------

export type ParagraphKind =
  | 'title' | 'heading' | 'question' | 'body' | 'callout' | 'caption' | 'table'
  | 'byline' | 'abstract' | 'keywords' | 'note' | 'reference' | 'boilerplate';

/** Kinds whose words are the document's own running text: quotations, terms, figures and passages come from these only. */
export const CONTENT_KINDS: ReadonlySet<ParagraphKind> = new Set(['body', 'abstract', 'callout', 'table', 'caption', 'note', 'question', 'heading', 'title']);

/**
 * A paragraph of a document: its clean text and the way back to the raw text.
 * A paragraph that a page break cut in two is one paragraph; the furniture between lies inside its raw span and is a paragraph of its own.
 */
export interface Paragraph {
  readonly kind: ParagraphKind;
  /** Raw span, from the first to the last character that it holds. */
  readonly start: number;
  readonly end: number;
  /** Clean text: noise removed, page-break line ends joined; letters, script and punctuation the source's own. */
  readonly text: string;
  /** From offsets in `text` to raw offsets. */
  readonly map: OffsetMap;
  readonly language: Language;
  /** Spans of `text` whose words are damaged (mojibake, lost bytes); nothing is repaired by guess. */
  readonly damaged: readonly Span[];
}

export type Language = 'zh-Hans' | 'zh-Hant' | 'en' | 'und';

export interface Removal extends Span {
  readonly raw: string;
  /** Stable id: pinyin, note-mark, page-break, line-break, layout-space, zero-width, furniture … */
  readonly reason: string;
}

export interface Problem {
  readonly code: string;
  /** English; the editor localises by `code`. */
  readonly message: string;
  readonly start?: number;
  readonly end?: number;
}

/** What is known of a document from its catalogue row or from its own words; null is "not stated". */
export interface Metadata {
  readonly title: string | null;
  readonly authors: readonly string[];
  readonly publication: string | null;
  readonly date: string | null;
  /** newspaper, journal, web, magazine, speech, report, law, book, note, other. */
  readonly kind: string;
  /** Authority, higher is better: 5 gazette, 4 single edition, 3 party or state press, 2 journal or other press, 1 mirror, 0 unknown. */
  readonly rank: number;
  /** Volume, issue, pages, doi, url, place, publisher … as far as stated; for citations. */
  readonly details: Readonly<Record<string, string>>;
  /**
   * Present where the document as a whole is the words of one speaker: a speech, an address, a letter of congratulation, a report
   * given to a congress. All its body is then said by `speaker`, without marks, unless another attribution stands in the text.
   * Absent for news about a speech, interviews, press conferences with several voices. The day is the document's `date`.
   */
  readonly speech?: Speech;
}

/** Who gave a speech, and where. */
export interface Speech {
  /** Name in the document's own characters, without title or post (习近平); null where the document does not say. */
  readonly speaker: string | null;
  /** The meeting or event in the document's own words, without 在 and 上 (第三届“一带一路”国际合作高峰论坛开幕式); null where it does not say. */
  readonly occasion: string | null;
}

/** A read and cleaned document. */
export interface Source extends Metadata {
  /** Relative to its library folder, `/` between folders; unique within the library. */
  readonly file: string;
  readonly raw: string;
  /** Length of `raw`. */
  readonly characters: number;
  readonly languages: readonly Language[];
  readonly paragraphs: readonly Paragraph[];
  readonly removed: readonly Removal[];
  readonly problems: readonly Problem[];
  /** The reference list: number as cited ([3]) to the entry's text. */
  readonly references: Readonly<Record<string, string>>;
  /** Pictures that its format shows, with raw offsets; a Markdown picture stands in the text instead. */
  readonly shown?: readonly ShownPicture[];
}

export interface ShownPicture extends Span {
  /** As the document names it: a path or an address; the name of a part of its own file where it is `inside`. */
  readonly picture: string | null;
  /** Its caption where the format ties one to it, else its alternative text. */
  readonly caption: string | null;
  readonly inside?: boolean;
}

// ---- Tables --------------------------------------------------------------------------------------------------------

/**
 * Words of a table with their raw place: a cell's, a head's, a caption's. `start`, `end` are raw; `text` is clean.
 */
export interface TableText extends Span {
  readonly text: string;
}

/** A cell that holds a value: no head, not empty. */
export interface TableCell extends TableText {
  /** Index into `Source.paragraphs` of its row, and its place in that paragraph's clean text. */
  readonly paragraph: number;
  readonly from: number;
  readonly to: number;
  /** Place in the grid, counted from 0 with heads and empty cells. */
  readonly row: number;
  readonly column: number;
  /**
   * What stands at the left of it and above it, outermost first: [农业, 其中：粮食], [2022年, 比上年增长（%）]. Which of the two is the
   * subject and which the period, the words tell; a table may stand either way. Empty where the table has no such heads.
   */
  readonly rowHeads: readonly TableText[];
  readonly columnHeads: readonly TableText[];
}

/**
 * A table of a source, as `tablesOf(source)` (`extract/tables`) makes it from the paragraphs of kind `table`; it is made when it
 * is asked for, since a sheet may have a million cells. The same for CSV, XLSX, DOCX, ODT, HTML, Markdown, TeX and PDF.
 */
export interface SourceTable extends Span {
  /** 表1 …, or the heading that stands right above it. */
  readonly caption: TableText | null;
  /** The words behind 单位： that hold for all its cells (亿元), as the document has them; several stand as written (亿元、%). */
  readonly unit: TableText | null;
  readonly cells: readonly TableCell[];
}

// ---- Passages ------------------------------------------------------------------------------------------------------

/** A sentence of a source: the unit of search, of the panel and of context. */
export interface Passage extends Place {
  readonly id: number;
  readonly text: string;
  readonly kind: ParagraphKind;
  readonly language: Language;
  /** Index of its paragraph in the source, and its clean span in that paragraph. */
  readonly paragraph: number;
  readonly from: number;
  readonly to: number;
}

// ---- Quotations ----------------------------------------------------------------------------------------------------

export interface Quote extends Place {
  readonly id: string;
  readonly raw: string;
  readonly text: string;
  readonly simplified: string;
  readonly insertable: string;
  /** Normalised name of the speaker, document or meeting (习近平, 党的二十大报告). */
  readonly speaker: string | null;
  /** The attribution as the source has it, clean. */
  readonly attribution: string | null;
  readonly occasion: string | null;
  readonly date: string | null;
  /** The same for editions of the same words; the id of the soundest, fullest, best-ranked edition. */
  readonly canonical: string;
  /** Words between the attribution and the opening mark that belong to the quoted sentence (要, 中国). */
  readonly leadIn: string | null;
  /** Whether quotation marks stood around it. */
  readonly marked: boolean;
}

// ---- Terms ---------------------------------------------------------------------------------------------------------

export type DefinitionKind = 'is-a' | 'expansion' | 'abbreviation' | 'purpose';

/** A slice of a source with its clean words. */
export interface Slice extends Place {
  readonly raw: string;
  readonly text: string;
}

export interface TermVariant {
  readonly form: string;
  /** base, short, long, quoted, traditional, english, abbreviation. */
  readonly kind: string;
  readonly count: number;
}

export interface Term {
  /** Simplified, without quotation marks unless they are part of the name. */
  readonly term: string;
  readonly variants: readonly TermVariant[];
  /** concept, set phrase, meeting, document, organisation, programme, initiative, metric. */
  readonly kind: string;
  readonly count: number;
  readonly definition: Slice | null;
  readonly definitionKind: DefinitionKind | null;
  readonly context: Slice | null;
  /** Further places that use it, best first, at most a dozen. */
  readonly uses: readonly Slice[];
  /** Present where the office's own glossary names the term; `definition` are its own words, no slice of a source, null without. */
  readonly office?: { readonly definition: string | null };
}

// ---- Figures -------------------------------------------------------------------------------------------------------

export type Relation = '=' | '~' | '>' | '<' | '>=';

export interface Figure extends Place {
  readonly id: string;
  readonly raw: string;
  /** In base units; a range is [low, high]; 26.2% is 26.2 with unit %. */
  readonly value: number | readonly [number, number];
  readonly unit: string | null;
  readonly relation: Relation;
  readonly qualifier: string | null;
  /** What is measured, in the source's own words, clean. */
  readonly metric: string | null;
  /** Whose. */
  readonly entity: string | null;
  readonly period: string | null;
  readonly change: { readonly from: string; readonly to: string } | null;
  readonly comparable: string | null;
  readonly sentence: Span;
  /** The sentence's clean text. */
  readonly context: string;
  /** Decimals shown in the raw number after scaling, to judge rounding: the last shown digit's worth in base units. */
  readonly precision: number;
}

// ---- Pictures ------------------------------------------------------------------------------------------------------

export interface Picture extends Place {
  readonly label: string | null;
  readonly caption: string | null;
  /** Path of the picture, or null where the source has lost it. */
  readonly picture: string | null;
  /** `picture` names a part of the source's own file (a DOCX, an EPUB …), which hands it out on demand. */
  readonly inside: boolean;
  readonly citedBy: readonly Slice[];
}

// ---- Search ------------------------------------------------------------------------------------------------------

/** A segment with the sources that its documents are. */
export interface SegmentInUse {
  readonly segment: Segment;
  /** For each document of the segment the index of its source; -1 hides it. */
  readonly sources: Int32Array;
}

/** One of the segments of an index. Offsets and passages are numbered through all segments. */
export interface IndexPart extends SegmentInUse {
  /** What its first unit is in the folded text of the library. */
  readonly unitBase: number;
  /** The id of its first passage. */
  readonly passageBase: number;
}

export interface SearchIndex {
  /** All sources of the library. A query looks only at those of its hits: the body of another is never asked for. */
  readonly sources: readonly Source[];
  /** The largest first. */
  readonly parts: readonly IndexPart[];
  /** Units of all parts together. */
  readonly length: number;
  /** Passages of all parts together, hidden ones too. */
  readonly passages: number;
}

// ---- The library ---------------------------------------------------------------------------------------------------

/** An immutable snapshot: all sources and what was made of them. */
export interface Library {
  readonly sources: readonly Source[];
  /** The search structures: the folded text for quotations, the passages. */
  readonly index: SearchIndex;
  readonly quotes: readonly Quote[];
  readonly terms: readonly Term[];
  readonly figures: readonly Figure[];
  readonly pictures: readonly Picture[];
  /** What may be typed for a quotation of it (`typedOf`), where that is stored. */
  readonly typed: (quote: Quote) => string | undefined;
}
