/** A page as a printer sees it: pieces of text with their places. Points, from the top left corner; `y` is the base line. */
export interface Item {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  /** Height of the font. */
  readonly size: number;
}

export interface SheetPage { readonly width: number; readonly height: number; readonly items: readonly Item[] }

/** A line of text in one column. */
export interface SheetLine {
  readonly text: string;
  readonly x: number;
  readonly right: number;
  readonly y: number;
  readonly size: number;
  readonly page: number;
  /** Where several pieces stand at one height with wide gaps between: a row of a table. */
  readonly cells?: readonly { readonly x: number; readonly right: number; readonly text: string }[];
  /** Number of its column in the page's reading order. */
  readonly column: number;
}
