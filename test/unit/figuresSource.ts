/** Small sources for the tests of figures: each line is one body paragraph. */
import type { Source } from '../../src/core/library/types';
import { OffsetMap } from '../../src/core/text/offsets';
import { scriptOf } from '../../src/core/text/script';

export function sourceOfLines(lines: readonly string[], title: string | null = null, file = 'source.txt'): Source {
  const raw = lines.join('\n');
  let at = 0;
  const paragraphs = lines.map((text) => {
    const start = at;
    at += text.length + 1;
    return { kind: 'body' as const, start, end: start + text.length, text, map: OffsetMap.identity(text.length, start), language: scriptOf(text), damaged: [] };
  });
  return {
    file, raw, characters: raw.length, title, authors: [], publication: null, date: null, kind: 'other', rank: 0, details: {}, languages: [scriptOf(raw)],
    paragraphs, removed: [], problems: [], references: {},
  };
}
