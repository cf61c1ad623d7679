/** What the sources of a library have to do with each other: editions of quotations, groups of figures; as what it adds to the records of each. */
import { comparableSteps } from '../extract/figures/comparable';
import { editionSteps } from '../extract/quotes/editions';
import type { Part } from './records';
import type { Steps } from './steps';
import type { Figure, Quote } from './types';

/** The fields in which a record differs from what its source alone gave, by its index; records that do not differ are left out. */
export type Added<T> = readonly (readonly [index: number, fields: Partial<T>])[];

/** What the others add to the records of one source. */
export interface Additions {
  readonly quotes: Added<Quote>;
  readonly figures: Added<Figure>;
}

function differences<T extends object>(before: readonly T[], after: readonly T[], from: number): Added<T> {
  return before.flatMap((record, index) => {
    const now = after[from + index] as T;
    const fields = Object.fromEntries(Object.entries(now).filter(([field, value]) => value !== record[field as keyof T])) as Partial<T>;
    return Object.keys(fields).length > 0 ? [[index, fields] as const] : [];
  });
}

/** Groups the records of all parts, in steps; the answer is in the order of the parts. Each part's records are read once. */
export function* additionSteps(parts: readonly Part[]): Steps<Additions[]> {
  const all: { readonly quotes: readonly Quote[]; readonly figures: readonly Figure[] }[] = [];
  for (const { records: { quotes, figures } } of parts) {
    all.push({ quotes, figures });
    yield;
  }
  const quotes = yield* editionSteps(all.flatMap((one) => one.quotes), parts.map(({ source }) => source));
  const figures = yield* comparableSteps(all.flatMap((one) => one.figures));
  let quotesAt = 0, figuresAt = 0;
  const additions: Additions[] = [];
  for (const one of all) {
    additions.push({ quotes: differences(one.quotes, quotes, quotesAt), figures: differences(one.figures, figures, figuresAt) });
    quotesAt += one.quotes.length;
    figuresAt += one.figures.length;
    yield;
  }
  return additions;
}

/** Records with what the others add to them; the same list where they add nothing. */
export function withAdded<T extends object>(records: readonly T[], added: Added<T>): readonly T[] {
  if (added.length === 0) return records;
  const all = [...records];
  for (const [index, fields] of added) {
    const record = all[index];
    if (record) all[index] = { ...record, ...fields };
  }
  return all;
}
