/** A decoded file becomes a source: paragraphs found and cleaned, metadata read, problems listed. */
import type { Source } from '../library/types';
import type { SourceFile } from '../service';
import { OffsetMap } from '../text/offsets';
import { scriptOf } from '../text/script';

export function readSource(input: SourceFile): Source {
  const raw = input.text;
  const paragraphs: Source['paragraphs'][number][] = [];
  for (const m of raw.matchAll(/[^\n]+?(?=\n|\u3000{2}|$)/g)) {
    const text = m[0];
    if (!text.trim()) continue;
    const start = m.index;
    paragraphs.push({ kind: 'body', start, end: start + text.length, text, map: OffsetMap.identity(text.length, start), language: scriptOf(text), damaged: [] });
  }
  return {
    file: input.file, raw, title: null, authors: [], publication: null, date: null, kind: 'other', rank: 0, details: {},
    languages: [scriptOf(raw)], paragraphs, removed: [], problems: [], references: {},
  };
}
