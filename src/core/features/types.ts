/** Answers of the editor features. Plain data; offsets are UTF-16 code units into the draft unless they stand in a `Place`. */
import type { Derived, Evidence, TextEdit } from '../check/types';
import type { Place, Span } from '../text/offsets';

/** Language of generated text (labels, messages): texts of the sources are never translated. */
export type Locale = 'en' | 'zh-cn';

/** The edition of GB/T 7714 that a citation follows. */
export type CitationStandard = '2015' | '2025';

/** How inserted words stand in the draft: one of the built-in styles, or the name of a template of the user's. */
export type InsertStyle = string;

export interface InsertOptions {
  readonly style: InsertStyle;
  /** The user's template for the style, where it is none of the built-in ones. */
  readonly template?: string;
  /** Traditional gives the words in Traditional characters with 「」; default Simplified. */
  readonly script?: 'simplified' | 'traditional';
  readonly language: 'markdown' | 'plaintext' | 'latex';
  /** The edition of GB/T 7714 that citations follow. */
  readonly standard?: CitationStandard;
  /** What asks for the list whatever stands before it; width does not matter. Empty: nothing does. */
  readonly trigger?: string;
  /** The draft and the span that the words take the place of: with it they fit their place (inside marks, before a full stop), and notes are numbered on. */
  readonly place?: { readonly text: string } & Span;
}

/** Text to put into the draft at the cursor, with what changes elsewhere, all in one edit. */
export interface Insertion {
  readonly text: string;
  /** To be added at the end of the draft; empty for the styles that need none. */
  readonly appendix: string;
  /** Changes at other places of the draft as it was: marks and entries of the reference list that are numbered anew. */
  readonly edits: readonly TextEdit[];
}

/** Something of the library that can be offered for insertion. */
export interface Item {
  /** quote:ID, term:NAME, passage:ID, figure:ID */
  readonly id: string;
  readonly kind: 'quote' | 'term' | 'passage' | 'figure';
  /** The words (quotation, term, sentence, figure phrase). */
  readonly label: string;
  /** Who, when: 习近平 · 2023-09-10. */
  readonly description: string;
  /** The source: title and citation. */
  readonly detail: string;
  readonly place: Place;
  /** The source's title. */
  readonly title: string | null;
  /** Of a term: concept, set phrase, meeting … */
  readonly termKind?: string;
}

export interface Completion {
  readonly label: string;
  readonly kind: 'quote' | 'term';
  readonly insertText: string;
  readonly source: Evidence;
  readonly item: Item;
}

/** Completion in a draft: `replace` is what the accepted text takes the place of; `filter` is what the user has typed there. */
export interface DraftCompletions {
  readonly replace: Span;
  readonly filter: string;
  readonly items: readonly (Completion & Pick<Insertion, 'appendix' | 'edits'>)[];
}

export interface DatedEvidence extends Evidence {
  readonly date: string;
}

export interface TermHover {
  readonly kind: 'term';
  readonly span: Span;
  readonly term: string;
  readonly termKind: string;
  readonly variants: readonly string[];
  /** Names in another script or language: English, Traditional characters. */
  readonly names: readonly { readonly form: string; readonly kind: string }[];
  readonly count: number;
  /** The office's own words for it, from its glossary. */
  readonly office: string | null;
  readonly definition: (Evidence & { readonly definitionKind: string }) | null;
  readonly uses: readonly Evidence[];
  /** The first and the last dated use; null where no source that uses it says its date, `latest` also where there is only one. */
  readonly first: DatedEvidence | null;
  readonly latest: DatedEvidence | null;
  /** Terms that stand inside this one at the place, longest first. */
  readonly nested: readonly { readonly term: string; readonly definition: Evidence | null }[];
  readonly quotes: readonly Item[];
}

export interface FigureHover {
  readonly kind: 'figure';
  readonly span: Span;
  /** The draft's words: the number, or the name of the indicator. */
  readonly raw: string;
  /** Null where an indicator is only named. */
  readonly verdict: 'agrees' | 'rounded' | 'differs' | 'no-source' | null;
  /** How a number that no source states follows from figures of the library. */
  readonly derived: Derived | null;
  /** The library's figures for the same indicator, best first. */
  readonly group: FigureGroup | null;
}

/** Where two wordings differ: spans of the draft's words and of the source's, in order. */
export interface SideBySide {
  readonly draft: readonly Span[];
  readonly source: readonly Span[];
}

export interface QuotationHover {
  readonly kind: 'quotation';
  readonly span: Span;
  readonly verdict: string;
  readonly draftWords: string;
  readonly source: Evidence | null;
  readonly sourceWords: string | null;
  /** The letters in which the two differ. */
  readonly marked: SideBySide;
  /** What each …… leaves out. */
  readonly leftOut: readonly string[];
}

/** What stands in 图1 and its like. */
export interface PictureHover {
  readonly kind: 'picture';
  readonly span: Span;
  /** By which the picture is asked for. */
  readonly id: string;
  readonly label: string;
  readonly caption: string | null;
  readonly picture: string | null;
  /** It is a part of the source's own file. */
  readonly inside: boolean;
  readonly evidence: Evidence;
  readonly citedBy: readonly Evidence[];
}

export type Hover = TermHover | FigureHover | QuotationHover | PictureHover;

/** A row of the side panel. `matches` are spans of `text`. */
export interface PanelPassage {
  readonly id: string;
  readonly text: string;
  readonly matches: readonly Span[];
  /** exact: shares a long run with the sentence; near: most of its words; topic: speaks of the same. */
  readonly closeness: 'exact' | 'near' | 'topic';
  readonly title: string | null;
  readonly date: string | null;
  readonly evidence: Evidence;
}

/** Words of a draft that stand in the library to the letter, without quotation marks. */
export interface Reuse {
  /** Span of the draft. */
  readonly span: Span;
  /** How many letters, marks not counted. */
  readonly letters: number;
  readonly evidence: Evidence;
}

export interface PanelAnswer {
  /** The sentence that was asked about, as a span of the draft. */
  readonly sentence: Span;
  /** The longest stretch of it that is the library's; null where none is long enough to be no chance. */
  readonly reuse: Reuse | null;
  readonly passages: readonly PanelPassage[];
}

export interface FigureRow {
  readonly id: string;
  readonly raw: string;
  readonly value: number | readonly [number, number];
  readonly unit: string | null;
  readonly relation: string;
  readonly period: string | null;
  readonly entity: string | null;
  readonly evidence: Evidence;
}

/**
 * How the sources of an indicator stand to one another: one source only; different times only; the same value; the same one rounded;
 * other values because something else is measured; other values of the same thing at the same time.
 */
export type Agreement = 'alone' | 'dates' | 'agree' | 'rounded' | 'definitions' | 'conflict';

/** The library's figures that measure the same thing. */
export interface FigureGroup {
  readonly id: string;
  /** In the source's words. */
  readonly indicator: string;
  readonly entity: string | null;
  readonly unit: string | null;
  readonly rows: readonly FigureRow[];
  readonly agreement: Agreement;
  /** Where there is something to draw: bars for values side by side, a line for three or more periods. */
  readonly chart: ChartSpec | null;
}

/** What the list of figures can be narrowed by; each names one value, all must hold. */
export interface FigureFilters {
  /** File of a source. */
  readonly source?: string;
  /** Four digits. */
  readonly year?: string;
  readonly entity?: string;
  readonly unit?: string;
}

/** A page of the list of indicators: `count` of them from `from` on. */
export interface FigureQuery extends FigureFilters {
  readonly search: string;
  readonly from: number;
  readonly count: number;
}

export interface FigureChoice {
  readonly value: string;
  readonly label: string;
  /** How many indicators it would leave. */
  readonly count: number;
}

export interface FigureList {
  /** How many indicators fit, and how many the library has. */
  readonly total: number;
  readonly all: number;
  readonly rows: readonly { readonly id: string; readonly indicator: string; readonly entity: string | null; readonly values: number; readonly written: string | null }[];
  readonly choices: { readonly [K in keyof FigureFilters]-?: readonly FigureChoice[] };
}

export interface ChartSpec {
  readonly type: 'bar' | 'line' | 'share';
  readonly title: string;
  /** Unit as written on the axis, scaled (亿元, 万人). */
  readonly unit: string;
  /** What a shown value is multiplied with to give base units. */
  readonly scale: number;
  readonly points: readonly { readonly label: string; readonly value: number; readonly marked: boolean; readonly figure: string }[];
  /** Source line under the chart. */
  readonly source: string;
}

/** Colours and words that a chart is drawn with; CSS colours. */
export interface ChartTheme {
  readonly foreground: string;
  readonly background: string;
  readonly accent: string;
  readonly marked: string;
  readonly grid: string;
  readonly font: string;
}

/** A row of the Library view. */
export interface SourceSummary {
  readonly file: string;
  readonly title: string | null;
  readonly authors: readonly string[];
  readonly publication: string | null;
  readonly date: string | null;
  readonly kind: string;
  readonly languages: readonly string[];
  readonly rank: number;
  /** Who gave it and where, where the document is a speech; null where it is none, or does not say. */
  readonly speaker: string | null;
  readonly occasion: string | null;
  readonly characters: number;
  readonly problems: readonly { readonly code: string; readonly message: string; readonly start: number | null; readonly end: number | null }[];
  readonly counts: { readonly passages: number; readonly quotes: number; readonly terms: number; readonly figures: number; readonly pictures: number };
}

/** Which rows of the Library view are wanted. */
export interface SourceQuery {
  /** Words that must all stand somewhere in what is known of a source, its problems (in this language) included; empty for all. */
  readonly filter: string;
  readonly locale: Locale;
  /** Sources right in this folder; null: the top, where many sources are gathered by their folders; without it all sources by themselves. */
  readonly folder?: string | null;
  /** Only those of which nothing could be read. */
  readonly unread?: boolean;
  readonly from: number;
  readonly count: number;
}

/** A row of the Library view: a source, those of a folder, or all of which nothing could be read. */
export type SourceRow = { readonly source: SourceSummary } | { readonly folder: string; readonly sources: number } | { readonly unread: number };

/**
 * A page of the Library view, in the library's order. A folder stands where its first source would; where sources are gathered
 * by their folders, those that could not be read are gathered before them, too: nobody would find them.
 */
export interface SourceList {
  readonly rows: readonly SourceRow[];
  /** Rows behind these. */
  readonly left: number;
  /** How many sources the library has. */
  readonly total: number;
}

/** A source as a readable document: Markdown, and where each of its parts comes from. */
export interface ReadableSource {
  readonly file: string;
  readonly markdown: string;
  /** Pieces in order: offsets in `markdown` to raw offsets of the source. */
  readonly pieces: readonly { readonly at: number; readonly length: number; readonly start: number; readonly end: number }[];
}

export interface PictureQuery {
  readonly search: string;
  readonly from: number;
  readonly count: number;
}

/** A picture of a source as the view lists it. */
export interface ListedPicture {
  readonly id: string;
  readonly label: string | null;
  readonly caption: string | null;
  /** Its path as the source names it; null where the source has lost it. */
  readonly picture: string | null;
  /** It is a part of the source's own file. */
  readonly inside: boolean;
  readonly evidence: Evidence;
  /** Sentences of the source that speak of it. */
  readonly uses: readonly string[];
}

export interface PictureList {
  readonly total: number;
  readonly pictures: readonly ListedPicture[];
}

/** Figures as text to insert. */
export interface FigureInsertion {
  readonly phrase: string;
  readonly table: string;
  readonly csv: string;
}
