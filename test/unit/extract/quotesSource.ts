import type { Paragraph, Source } from '../../../src/core/library/types';
import { OffsetMap } from '../../../src/core/text/offsets';
import { scriptOf } from '../../../src/core/text/script';

/** A source whose paragraphs are the lines of a text, nothing removed. */
export function sourceOf(raw: string, rest: Partial<Source> = {}): Source {
  const paragraphs: Paragraph[] = [];
  let start = 0;
  for (const text of raw.split('\n')) {
    if (text.trim()) paragraphs.push({ kind: 'body', start, end: start + text.length, text, map: OffsetMap.identity(text.length, start), language: scriptOf(text), damaged: [] });
    start += text.length + 1;
  }
  return {
    file: 'a.txt', raw, title: null, authors: [], publication: null, date: null, kind: 'other', rank: 0, details: {},
    languages: [scriptOf(raw)], paragraphs, removed: [], characters: raw.length, problems: [], references: {}, ...rest,
  };
}
