/** What the picker searches in, and what it finds. */

export interface PickerEntry {
  /** The words themselves. */
  readonly words: string;
  /** Other fields it may be asked for by: speaker, occasion, source. */
  readonly fields: readonly string[];
  /** `2023-09-10` or null. */
  readonly date: string | null;
  /** 0 to 1: what comes first among equals. */
  readonly weight: number;
  /** What may be typed for the words, where it is stored (`typedOf`); else it is made when it is needed. */
  readonly typed?: () => string | undefined;
  /** By what it is known again in a later picker; without one the object itself. The same key has the same words and fields. */
  readonly key?: unknown;
}

export interface PickerHit {
  readonly entry: number;
  /** Higher is better; comparable within one answer. */
  readonly score: number;
  /** Whether the words begin with the query, or a clause of them does; in characters, pinyin or initials. */
  readonly opening: boolean;
}
