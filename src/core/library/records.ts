/** What is read out of one source apart from all others: its quotations, figures and pictures as it gives them, and what may be typed for them. */
import { extractFigures } from '../extract/figures/extractFigures';
import { extractPictures } from '../extract/pictures';
import { extractQuotes } from '../extract/quotes/quotes';
import { typedOf } from '../search/pinyin';
import { once } from './once';
import type { Figure, Picture, Quote, Source } from './types';

export interface Records {
  /** Each with its own id as `canonical`: editions are found over all sources. */
  readonly quotes: readonly Quote[];
  /** Each with `comparable` null: groups are found over all sources. */
  readonly figures: readonly Figure[];
  readonly pictures: readonly Picture[];
  /** What may be typed for each of the quotations (`typedOf`). */
  readonly typed: readonly string[];
}

export type Failed = (source: Source, error: unknown) => void;

/** A source with what was read out of it; `records` may come late, from where they are kept. */
export interface Part {
  readonly source: Source;
  readonly records: Records;
}

/** Each kind is made when it is first asked for. A rule that breaks on a document costs that document its records, not the library. */
export function recordsOf(source: Source, failed: Failed = () => undefined): Records {
  const kept = <T>(extract: (source: Source) => readonly T[]): (() => readonly T[]) => {
    let records: readonly T[] | null = null;
    return () => {
      if (records) return records;
      try {
        records = extract(source);
      } catch (error) {
        failed(source, error);
        records = [];
      }
      return records;
    };
  };
  const quotes = kept(extractQuotes), figures = kept(extractFigures), pictures = kept(extractPictures);
  const typed = once(() => quotes().map(({ insertable }) => typedOf(insertable)));
  return { get quotes() { return quotes(); }, get figures() { return figures(); }, get pictures() { return pictures(); }, get typed() { return typed(); } };
}
