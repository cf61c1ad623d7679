/** A place of a source as it is shown to the user: its words, title and citation. */
import type { Evidence } from '../check/types';
import type { Library, Source } from '../library/types';
import type { Place } from '../text/offsets';
import { citationLine } from './citation';

const named = new WeakMap<readonly Source[], ReadonlyMap<string, Source>>();

/** The source of a place. A library's places always name one of its sources. */
export function sourceOf({ sources }: Pick<Library, 'sources'>, file: string): Source | null {
  let byFile = named.get(sources);
  if (!byFile) named.set(sources, byFile = new Map(sources.map((source) => [source.file, source])));
  return byFile.get(file) ?? null;
}

/** Evidence for a raw span of a source; `text` is its clean words. The source's text is read only where the place does not bring its raw words. */
export function evidenceAt(source: Source, place: { readonly start: number; readonly end: number; readonly raw?: string }, text: string): Evidence {
  return {
    file: source.file, start: place.start, end: place.end, raw: place.raw ?? (place.end > place.start ? source.raw.slice(place.start, place.end) : ''), text,
    title: source.title, citation: citationLine(source),
  };
}

/** Evidence for a record of the library that knows its place and its clean words. */
export function evidenceOf(library: Pick<Library, 'sources'>, record: Place & { readonly text: string; readonly raw?: string }): Evidence {
  const source = sourceOf(library, record.file);
  if (source) return evidenceAt(source, record, record.text);
  return { file: record.file, start: record.start, end: record.end, raw: record.text, text: record.text, title: null, citation: record.file };
}
